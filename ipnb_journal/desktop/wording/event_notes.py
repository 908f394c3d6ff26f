# SPDX-License-Identifier: MIT
"""The words around notes on the time line."""

from __future__ import annotations

WRITE, CHANGE = "Note something", "Change this note"
LABEL = "In a few words of your own"
PLACEHOLDER = "moved house, say"
HOMEWORK, HOMEWORK_HINT = "Homework began", "Drawn as the one dashed line, the newest of them."
HOMEWORK_TEXT = "Homework began"
DAY = "On {day}"
DAY_NAME = "Which day"
KEEP, TAKE_AWAY, NOT_NOW = "Keep this note", "Take it away", "Not now"
KEPT, CHANGED, TAKEN_AWAY = "It stands on the time line now.", "The note is changed.", "The note is gone."
NOT_KEPT = "What you typed isn’t kept."
NEEDS_WORDS = "It needs a word or two"
