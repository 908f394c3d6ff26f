# SPDX-License-Identifier: MIT
"""What the pause page and the page about protection say."""

from __future__ import annotations

from dataclasses import dataclass

PAUSE_TITLE = "Let’s set this down for a moment."
SAVED = "What you wrote is saved and locked. You don’t have to finish it."
NOTHING_OPEN = "Your journal is locked. Nothing is waiting for you in it."
STAY = "There is nothing to get right here. Stay as long as you like."
PICK = "Pick one, or none."
BREATHING = (
    "If breathing slowly helps you, let the out-breath be the longer one. "
    "If it doesn’t, leave your breath alone."
)
COMPANY = (
    "Being with a person often works better than a page: "
    "is there someone you could message, call, or sit near?"
)
EMERGENCY = (
    "If you might hurt yourself or someone else, or you are not safe, please contact emergency services "
    "or a crisis line now."
)
CANNOT_CALL = "This app can’t call anyone."
NO_ONE_WATCHES = "No one is watching this journal. It cannot call for help."


@dataclass(frozen=True, slots=True)
class Exercise:
    """Something to do with the body or the eyes; never only the breath."""

    name: str
    line: str


EXERCISES = (
    Exercise("Five things around you", "Press your feet down and name five things you can see."),
    Exercise("Something to hold", "Hold something cool or textured."),
    Exercise("Look around", "Stand, and turn your head slowly to look around the room."),
    Exercise("Read three labels", "Read the labels of three things near you."),
    Exercise("Just quiet", STAY),
)

KEEPS = (
    "Everything you write is locked in one file. Opening it takes your passphrase or your recovery key.",
    "Nothing is sent anywhere. The app has no account and never connects.",
    "It locks by itself when you’re away, when the computer sleeps, and at once with F12 or Ctrl+L.",
    "Nothing you type is read by the app, or checked for anything.",
)
CANNOT = (
    "A passphrase somebody can guess doesn’t hold. Nor does one they’ve seen you type.",
    "Software that records keys or the screen sees what you see.",
    "Somebody who makes you open it, or uses the computer while it’s open, can read it.",
    "An old copy of the file still opens with the passphrase it had then.",
    "A page you print or export isn’t locked any more. Neither is what you copy into another program.",
    "If this file lies in a folder that’s shared or synced, others may hold copies of it.",
    "If you lose both passphrase and recovery key, nobody can open it again.",
)
NOT_EVERYBODY_SAFE = (
    "If somebody close to you might look for this, Help has a page about that. "
    "You can read it before you write."
)
WINDOW_NAME = "The name on the window and in the list of open windows. Choose one that says nothing."
