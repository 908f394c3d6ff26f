# SPDX-License-Identifier: MIT
"""The words of the sheet for a session, on its page and on paper."""

from __future__ import annotations

LINK = "A sheet for a session"
TITLE = "A sheet for a session"
LEAD = (
    "Three things and one question to bring along. Nothing has to be filled in: what you leave empty "
    "comes out as lines to write on by hand."
)
THINGS = ("One thing", "Another", "And a third")
QUESTION = "A question you’d like to ask"
NAME_FREE = "No name is on it: only what you write here, and a picture if you choose one."
PICTURE_NAME = "A picture under it"
NO_PICTURE = "No picture"
ON_SHEET = "To bring along"
ON_SHEET_THINGS, ON_SHEET_QUESTION = "Three things", "One question"
EMPTY = "empty"


def description(words: tuple[str, ...], picture: str) -> str:
    """The sheet for who can't see it. `words`: three things and a question; `picture`: what is under them."""
    *things, question = (said or EMPTY for said in words)
    told = f"{ON_SHEET_THINGS}: {'; '.join(things)}. {ON_SHEET_QUESTION}: {question}."
    return f"{told} {picture}".rstrip()
