# SPDX-License-Identifier: MIT
"""The words of what was written around this day in earlier years; nothing is shown before it is asked for."""

from __future__ import annotations

TITLE = "On this day"
LINE = "Nothing from earlier years is read or shown until you ask. You see days and titles, no text."
ASK = "See what you wrote on this day in earlier years"
NONE = "No pages from this day in earlier years. That’s fine."
SEAL = "Don’t bring this up again"
SEALED = "It won’t be brought up again. It’s still in your history."
