# SPDX-License-Identifier: MIT
"""Looking back: what a person can ask their history, and the rows they are shown for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from ipnb_journal.domain.entries import cut_title

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Sequence

    from ipnb_journal.domain.checkins import CheckIn

# noncharacters: no keyboard types them and no text means anything by them
HIT_OPENS, HIT_CLOSES = "\ufdd0", "\ufdd1"

SNIPPET_LENGTH = 200
_BEFORE_THE_HIT = 60
_FROM_THE_HIT = 260
_FOR_THE_TITLE = 200

_SIGNS = tuple(zip("\u2019\u2018\u201c\u201d\u2013\u2014\u2026\u00a0", "''\"\"--. ", strict=True))


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

    `text` as typed. Check-ins have no words, themes or tags: asking for one leaves pages only. `until`: the
    last day of a stretch that begins with `day`, None for that day alone.
    """

    text: str = ""
    kind: HistoryKind = HistoryKind.EVERYTHING
    people: frozenset[int] = frozenset()
    theme: str | None = None
    day: date | None = None
    tag: str | None = None
    until: date | None = None


class Snippet(NamedTuple):
    """One line of text and its hits as (start, length) in characters, in order, not overlapping."""

    text: str = ""
    hits: tuple[tuple[int, int], ...] = ()


class HistoryRow(NamedTuple):
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


def is_plain(text: str) -> bool:
    """Whether its only letters are ASCII; typographic signs part words, for the index too."""
    return text.isascii() or _in_ascii(text).isascii()


def _in_ascii(text: str) -> str:
    """The text with an ASCII sign in each typographic one's place: ASCII is found in several times faster."""
    for sign, stand_in in _SIGNS:
        if text.isascii():
            break
        text = text.replace(sign, stand_in)
    return text


def shown(
    title: str, texts: Sequence[str], noticed: str = "", hit: re.Pattern[str] | None = None
) -> tuple[Snippet, Snippet]:
    """The title, and the words to show under it, of a page that was found.

    `texts`: body, takeaway, connect and notice. Hits stand between HIT_OPENS and HIT_CLOSES; in a plain
    text (`is_plain`) they are what `hit` matches in lower case. The title is that of `shown_title`, as far as
    the words give one. The words shown are those around the first hit outside the title, else the first
    ones that the title leaves over.
    """
    named, number, skipped = _title(title, texts, hit)
    if skipped:
        texts = [text[skipped:] if place == number else text for place, text in enumerate(texts)]
    for text in (*texts, noticed):
        if not text:
            continue
        finder = hit if is_plain(text) else None
        if (at := _first_hit(text, finder)) >= 0:
            return named, _around(text, at, finder)
    rest = next((text for text in texts if text and not text.isspace()), "")
    return named, Snippet(_shortened(_one_line(rest.lstrip()[: 2 * SNIPPET_LENGTH])))


def read_hits(marked: str) -> Snippet:
    """Text whose hits stand between HIT_OPENS and HIT_CLOSES, as text and ranges."""
    if HIT_OPENS not in marked:
        return Snippet(marked.replace(HIT_CLOSES, ""))
    text, *parts = marked.split(HIT_OPENS)
    text, hits = text.replace(HIT_CLOSES, ""), []
    for part in parts:
        hit, _, rest = part.partition(HIT_CLOSES)
        if hit:
            hits.append((len(text), len(hit)))
        text += hit + rest.replace(HIT_CLOSES, "")
    return Snippet(text, tuple(hits))


def _title(own: str, texts: Sequence[str], hit: re.Pattern[str] | None) -> tuple[Snippet, int, int]:
    """The title, which of the texts it comes from, and how much of that nobody needs to read twice."""
    if own := own.strip():
        return _fitted(own, str, hit if is_plain(own) else None), 0, 0
    for number, text in enumerate(texts):
        if not text or text.isspace():
            continue
        begun = text.lstrip()
        line = begun[:_FOR_THE_TITLE].splitlines()[0].rstrip()
        title = _fitted(line, cut_title, hit if is_plain(line) else None)
        whole = title.text == read_hits(line).text
        return title, number, len(text) - len(begun) + len(line) if whole else 0
    return Snippet(), 0, 0


def _first_hit(text: str, finder: re.Pattern[str] | None) -> int:
    if finder:
        found = finder.search(_in_ascii(text).lower())
        return found.start() if found else -1
    return text.find(HIT_OPENS)


def _around(text: str, at: int, finder: re.Pattern[str] | None) -> Snippet:
    begin = max(0, at - _BEFORE_THE_HIT)
    if begin:
        begin = text.find(" ", begin, at) + 1 or at
    line = _one_line(text[begin : at + _FROM_THE_HIT])
    return _fitted("…" + line if begin else line, _shortened, finder)


def _fitted(text: str, fit: Callable[[str], str], finder: re.Pattern[str] | None) -> Snippet:
    """The text made to fit, with its hits: those that `finder` sees, or without one the marked ones."""
    if finder:
        line = fit(text)
        spans = [found.span() for found in finder.finditer(line.lower())]
        return Snippet(line, tuple([(start, end - start) for start, end in spans]))
    whole = read_hits(text)
    line = fit(whole.text)
    if line == whole.text:
        return whole
    end = len(line) - 1
    hits = tuple([(start, min(length, end - start)) for start, length in whole.hits if start < end])
    return Snippet(line, hits)


def _one_line(text: str) -> str:
    if "\n" in text or "\t" in text or "  " in text or not text.isascii():
        return " ".join(text.split())
    return text


def _shortened(line: str) -> str:
    if len(line) <= SNIPPET_LENGTH:
        return line
    head = line[:SNIPPET_LENGTH]
    return (head.rsplit(" ", 1)[0] if " " in head else head) + "…"
