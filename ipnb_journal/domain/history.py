# SPDX-License-Identifier: MIT
"""Looking back: what a person can ask their history, and the rows they are shown for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from ipnb_journal.domain.checkins import CheckIn
from ipnb_journal.domain.entries import Page, Writing, shown_title

# noncharacters: no keyboard types them and no text means anything by them
HIT_OPENS, HIT_CLOSES = "\ufdd0", "\ufdd1"

SNIPPET_LENGTH = 200
_BEFORE_THE_HIT = 60
_FOR_THE_TITLE = 600


class HistoryKind(StrEnum):
    """Which rows are wanted."""

    EVERYTHING = "everything"
    WRITTEN = "written"
    CHECKINS = "checkins"


class RowKind(StrEnum):
    """What a row stands for."""

    ENTRY = "entry"
    CHECKIN = "checkin"


class DayMark(StrEnum):
    """What a day of the calendar holds."""

    WRITTEN = "written"
    CHECKIN_ONLY = "checkin_only"


@dataclass(frozen=True, slots=True)
class HistoryFilter:
    """What is looked for; every condition given must hold, `people` holds with any of them.

    `text` as typed. Check-ins have no words, themes or tags: asking for one leaves pages only.
    """

    text: str = ""
    kind: HistoryKind = HistoryKind.EVERYTHING
    people: frozenset[int] = frozenset()
    theme: str | None = None
    day: date | None = None
    tag: str | None = None


@dataclass(frozen=True, slots=True)
class Snippet:
    """One line of text and its hits as (start, length) in characters, in order, not overlapping."""

    text: str = ""
    hits: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One line of the history. `place` orders rows; `day` is the day it is about, `at` when it was made.

    A check-in has no title and an empty snippet; its answers are in `checkin`. `people`: ids, ascending.
    """

    place: int
    kind: RowKind
    id: int
    day: date
    at: datetime
    title: str = ""
    title_hits: tuple[tuple[int, int], ...] = ()
    snippet: Snippet = Snippet()
    people: tuple[int, ...] = ()
    theme: str | None = None
    guided: bool = False
    checkin: CheckIn | None = None

    @property
    def written_later(self) -> bool:
        """Whether it was made on a later day than it is about."""
        return self.at.date() > self.day


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Some rows, newest first; `next` asks for the rows after them, None when there are none."""

    rows: tuple[HistoryRow, ...]
    next: int | None = None


def read_hits(marked: str) -> Snippet:
    """Text whose hits stand between HIT_OPENS and HIT_CLOSES, as text and ranges."""
    text, hits = "", []
    for number, part in enumerate(marked.split(HIT_OPENS)):
        hit, _, rest = part.partition(HIT_CLOSES)
        if number and hit:
            hits.append((len(text), len(hit)))
        text += hit + rest.replace(HIT_CLOSES, "")
    return Snippet(text, tuple(hits))


def title_of(page: Page) -> Snippet:
    """The title shown for a page whose words may hold marked hits."""
    own = page.writing.title.strip()
    if own:
        return read_hits(own)
    read = read_hits(_first_words(page.writing)[:_FOR_THE_TITLE])
    plain = Page(page.kind, page.about_day, Writing(body=read.text), page.asked)
    title = shown_title(plain)
    shared = len(title) if read.text.startswith(title) else len(title) - 1
    return Snippet(title, tuple(hit for hit in read.hits if sum(hit) <= shared))


def snippet_of(page: Page) -> Snippet:
    """The words around a page's first marked hit outside the title, else those the title leaves over."""
    writing = page.writing
    for text in (
        writing.body,
        writing.takeaway,
        writing.connect,
        writing.notice,
        " · ".join(writing.noticed),
    ):
        if HIT_OPENS in text:
            return _around(text, text.index(HIT_OPENS))
    return Snippet(_shortened(_left_over(page)))


def _left_over(page: Page) -> str:
    writing = page.writing
    title = "" if writing.title.strip() else title_of(page).text.removesuffix("…")
    for text in (writing.body, writing.takeaway, writing.connect, writing.notice):
        rest = text.strip().removeprefix(title).strip()
        if rest:
            return " ".join(rest[: 2 * SNIPPET_LENGTH].split())
    return ""


def _first_words(writing: Writing) -> str:
    texts = (writing.body, writing.takeaway, writing.connect, writing.notice)
    return next((text.strip() for text in texts if text.strip()), "")


def _around(text: str, hit: int) -> Snippet:
    start = max(0, hit - _BEFORE_THE_HIT)
    before = text[start:hit]
    if start:
        _, space, kept = before.partition(" ")
        before = "…" + (kept if space else "")
    words = " ".join((before + text[hit : hit + 2 * SNIPPET_LENGTH]).split())
    read = read_hits(words)
    shown = _shortened(read.text)
    kept_length = len(shown) - (shown != read.text)
    hits = tuple((at, min(length, kept_length - at)) for at, length in read.hits if at < kept_length)
    return Snippet(shown, hits)


def _shortened(line: str) -> str:
    if len(line) <= SNIPPET_LENGTH:
        return line
    head = line[:SNIPPET_LENGTH]
    return (head.rsplit(" ", 1)[0] if " " in head else head) + "…"
