# SPDX-License-Identifier: MIT
"""The few words small parts say by themselves, mostly to screen readers."""

from __future__ import annotations

STEP = "Step {number} of {count}, {name}"
STEP_STATES = {"done": "done", "now": "now", "ahead": "not yet"}

STRENGTH_NAME = "How hard to guess"
STRENGTH = ("Too easy to guess", "Too easy to guess", "Could be longer", "Good", "Strong")

UNANSWERED = "left blank"
ANSWERED = "set"
LAST_TIME = "last time is marked faintly"

BREATH_IN = "Let the breath in"
BREATH_OUT = "Let the breath out slowly"

DAY_WRITTEN = "{day}, written"
DAY_CHECK_IN = "{day}, check-in only"
DAY_NONE = "{day}"
TODAY = "{day}, today"
MONTH_BEFORE, MONTH_AFTER = "The month before", "The month after"

SHOW, HIDE = "Show", "Hide"
FORGOTTEN = "Emptied, because nobody typed for 30 seconds."
CAPS_LOCK = "Caps lock is on."
UNDO, DISMISS, CLOSE = "Undo", "Put this away", "Close"
MENU = "Menu"
DONE_SO_FAR = "{percent} of 100 done"
