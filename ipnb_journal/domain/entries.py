# SPDX-License-Identifier: MIT
"""A page a person writes: what it holds, when it was written and which day it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from ipnb_journal.domain.checkins import Circles

if TYPE_CHECKING:
    from collections.abc import Sequence


class EntryKind(StrEnum):
    """How a page came about."""

    FREE = "free"
    GUIDED = "guided"


class Step(StrEnum):
    """The five steps of a guided page, in order; a free page has only WRITE."""

    SETTLE = "settle"
    NOTICE = "notice"
    WRITE = "write"
    CONNECT = "connect"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Writing:
    """Everything a person typed or picked on one page; all of it is searchable."""

    title: str = ""
    noticed: tuple[str, ...] = ()
    notice: str = ""
    body: str = ""
    connect: str = ""
    takeaway: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing at all was typed or picked."""
        texts = (self.title, self.notice, self.body, self.connect, self.takeaway)
        return not self.noticed and not any(text.strip() for text in texts)


@dataclass(frozen=True, slots=True)
class AskedPrompt:
    """The prompt a page answers, as it was asked, so that a page outlives its prompt set."""

    id: str
    version: int
    title: str
    text: str
    lighter: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The content and context of a page, whether still open (Draft) or set down (Entry).

    `location`: where it is tied to, in a word of the person's own; `rest`: closed with a rest, no next step.
    """

    kind: EntryKind
    about_day: date
    writing: Writing = field(default_factory=Writing)
    asked: AskedPrompt | None = None
    theme: str | None = None
    people: tuple[int, ...] = ()
    tags: tuple[str, ...] = ()
    location: str = ""
    rest: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A page that was set down. `written_at`, `changed_at`: aware; `zone`: IANA name or "+HH:MM".

    `sealed`: never to be shown unasked; `writing_seconds`: how long it was written at, 0 where nothing was
    counted.
    """

    id: int
    uid: str
    page: Page
    written_at: datetime
    changed_at: datetime
    zone: str
    drawer_since: datetime | None = None
    sealed: bool = False
    writing_seconds: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """A page that is open. `entry_id` names the entry it changes, None for a new one.

    `circles`: the two circles as placed while it is open, None where they were not; `writing_seconds`: how
    long it was written at; `taken_up_at`: when somebody went on with it last, which is kept nowhere.
    """

    id: int
    entry_id: int | None
    page: Page
    step: Step
    started_at: datetime
    saved_at: datetime
    zone: str
    circles: Circles | None = None
    writing_seconds: int = 0
    taken_up_at: datetime | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Version:
    """An earlier state of an entry's words, kept when it was changed."""

    id: int
    entry_id: int
    writing: Writing
    kept_at: datetime


TITLE_LENGTH = 80
LONGEST_PAUSE = 120
"""Seconds; whoever is silent for longer thinks, or is somewhere else, and the rest is not counted."""


def seconds_written(since: datetime, now: datetime) -> int:
    """The whole seconds from one saving of a page to the next that count as writing, 0 to 120.

    A clock that was set back adds none. Examples: 7.9 seconds count as 7, an hour as 120, minus an hour as 0.
    """
    return max(0, min(LONGEST_PAUSE, int((now - since).total_seconds())))


def shown_title(page: Page) -> str:
    """The page's title, else its first line (cut at 80 characters), else the prompt's title, else ""."""
    if page.writing.title.strip():
        return page.writing.title.strip()
    for text in (page.writing.body, page.writing.takeaway, page.writing.connect, page.writing.notice):
        lines = text.strip().splitlines()
        if lines:
            return cut_title(lines[0].strip())
    return page.asked.title if page.asked else ""


def cut_title(line: str) -> str:
    """A line as a title: whole up to 80 characters, else the words that fit and "…"."""
    if len(line) <= TITLE_LENGTH:
        return line
    head = line[:TITLE_LENGTH]
    return (head.rsplit(" ", 1)[0] if " " in head else head) + "…"


def word_count(text: str) -> int:
    """How many whitespace-separated words the text has."""
    return len(text.split())


OWN_WORDS, LONGEST_OWN_WORD = 8, 24


def own_words(notices: Sequence[str], most: int = OWN_WORDS) -> tuple[str, ...]:
    """The short words among what was noticed, newest first, each once whatever its capitals.

    What stands between commas or lines counts as one; a sentence is none. Example: "like a held door,
    Fizzy" and "fizzy" give "like a held door", "Fizzy".
    """
    found: dict[str, str] = {}
    for notice in notices:
        for part in re.split(r"[,;\n]", notice):
            word = part.strip().rstrip(".")
            if word and len(word) <= LONGEST_OWN_WORD:
                found.setdefault(word.casefold(), word)
    return tuple(found.values())[:most]
