# SPDX-License-Identifier: MIT
"""Two texts compared word by word: what both have, what was taken out, what came in.

Words that occur once in both texts and in the same order are fixed points (patience diff); between them
the longest common run of words is looked for while that is cheap. The work is bounded whatever the texts
are: what is too much alike in too many places counts as replaced.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from unicodedata import category

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipnb_journal.domain.entries import Writing

_CELLS_AT_ONCE = 40_000
_CELLS_IN_ALL = 1_500_000
_DEEPEST = 16
_ISLAND = 2
_SEA = 8
_APOSTROPHES = "'’‑-"
_JOINER = "\N{ZERO WIDTH JOINER}"
_UNSPACED = ((0x3040, 0x30FF), (0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))
"""Kana and Han: scripts that leave no space between words."""


class Change(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text and what became of it."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class FieldComparison:
    """One field of a page, by its name in Writing, as pieces in reading order."""

    field: str
    pieces: tuple[Piece, ...]

    @property
    def is_same(self) -> bool:
        """Whether nothing changed."""
        return all(piece.change == Change.SAME for piece in self.pieces)


def earlier_text(fields: Sequence[FieldComparison]) -> str:
    """The former words of all fields as one text, a blank line between them."""
    texts = ("".join(one.text for one in field.pieces if one.change != Change.IN) for field in fields)
    return "\n\n".join(text.strip() for text in texts if text.strip())


def compare_writing(former: Writing, present: Writing) -> tuple[FieldComparison, ...]:
    """Every field that has words in either, in the order a page shows them."""
    pairs = (
        ("title", former.title, present.title),
        ("noticed", ", ".join(former.noticed), ", ".join(present.noticed)),
        ("notice", former.notice, present.notice),
        ("body", former.body, present.body),
        ("connect", former.connect, present.connect),
        ("takeaway", former.takeaway, present.takeaway),
    )
    return tuple(FieldComparison(name, compare(one, other)) for name, one, other in pairs if one or other)


def compare(former: str, present: str) -> tuple[Piece, ...]:
    """The pieces of both texts: all but IN make up `former`, all but OUT make up `present`, exactly."""
    before, after = tokens(former), tokens(present)
    pairs = _Matching([word for word, _ in before], [word for word, _ in after]).pairs()
    found: list[Piece] = []
    at_before = at_after = 0
    for one, other in [*_without_islands(pairs, len(before), len(after)), (len(before), len(after))]:
        found += _replaced(before[at_before:one], after[at_after:other])
        if one < len(before) and other < len(after):
            found += _matched(before[one], after[other])
        at_before, at_after = one + 1, other + 1
    return tuple(_joined(found))


Token = tuple[str, str]
"""A word, or one sign, and the white space after it; only the first token can have no word."""


def tokens(text: str) -> list[Token]:
    """The text in pieces that are compared whole; joined they are the text."""
    found: list[Token] = []
    start = 0
    for end in [*_ends(text), len(text)]:
        piece = text[start:end]
        if piece.isspace():
            word, space = found.pop() if found else ("", "")
            found.append((word, space + piece))
        elif piece:
            found.append((piece, ""))
        start = end
    return found


def _ends(text: str) -> Iterator[int]:
    """Where one word, sign or run of white space ends and another begins."""
    last = kind = ""
    for number, letter in enumerate(text):
        now = _kind(letter)
        follows = text[number + 1 : number + 2]
        if now == "word" and kind == "unspaced":
            now = "new"
        if letter in _APOSTROPHES and kind == "word" and follows and _kind(follows) == "word":
            now = "word"
        goes_on = now == "mark" or last == _JOINER or (now == kind and now in ("word", "space"))
        if number and not goes_on:
            yield number
        if now != "mark" or not number:
            kind = "word" if now == "new" else now
        last = letter


def _kind(letter: str) -> str:
    if letter.isspace():
        return "space"
    if any(first <= ord(letter) <= final for first, final in _UNSPACED):
        return "unspaced"
    sort = category(letter)
    if sort[0] in "LN":
        return "word"
    return "mark" if sort[0] == "M" or sort in ("Cf", "Sk") else "sign"


class _Matching:
    """Which words of two texts are the same, as ascending pairs of their numbers."""

    def __init__(self, before: Sequence[str], after: Sequence[str]) -> None:
        self._before, self._after = before, after
        self._cells = _CELLS_IN_ALL
        self._found: list[tuple[int, int]] = []

    def pairs(self) -> list[tuple[int, int]]:
        """Every pair found."""
        self._match(0, len(self._before), 0, len(self._after), 0)
        return sorted(self._found)

    def _match(self, low: int, high: int, from_: int, to: int, depth: int) -> None:
        before, after = self._before, self._after
        while low < high and from_ < to and before[low] == after[from_]:
            self._found.append((low, from_))
            low, from_ = low + 1, from_ + 1
        while low < high and from_ < to and before[high - 1] == after[to - 1]:
            high, to = high - 1, to - 1
            self._found.append((high, to))
        if low == high or from_ == to:
            return
        fixed = self._fixed(low, high, from_, to) if depth < _DEEPEST else []
        if not fixed:
            self._longest(low, high, from_, to)
            return
        for one, other in [*fixed, (high, to)]:
            self._match(low, one, from_, other, depth + 1)
            low, from_ = one, other
            if one < high:
                self._found.append((one, other))
                low, from_ = one + 1, other + 1

    def _fixed(self, low: int, high: int, from_: int, to: int) -> list[tuple[int, int]]:
        """Words that stand once in both stretches, those of the longest run in the same order."""
        once_before = _once(self._before, low, high)
        once_after = _once(self._after, from_, to)
        both = [(at, once_after[word]) for word, at in once_before.items() if word in once_after]
        return _longest_rising(both)

    def _longest(self, low: int, high: int, from_: int, to: int) -> None:
        """The longest common subsequence of two short stretches; of long ones, none."""
        rows, columns = high - low, to - from_
        if rows * columns > min(_CELLS_AT_ONCE, self._cells):
            return
        self._cells -= rows * columns
        before, after = self._before[low:high], self._after[from_:to]
        lengths = [[0] * (columns + 1) for _ in range(rows + 1)]
        for row in range(rows - 1, -1, -1):
            here, below, word = lengths[row], lengths[row + 1], before[row]
            for column in range(columns - 1, -1, -1):
                if word == after[column]:
                    here[column] = below[column + 1] + 1
                else:
                    here[column] = max(below[column], here[column + 1])
        row = column = 0
        while row < rows and column < columns:
            if before[row] == after[column]:
                self._found.append((low + row, from_ + column))
                row, column = row + 1, column + 1
            elif lengths[row + 1][column] >= lengths[row][column + 1]:
                row += 1
            else:
                column += 1


def _once(words: Sequence[str], low: int, high: int) -> dict[str, int]:
    times = Counter(words[low:high])
    return {words[at]: at for at in range(low, high) if times[words[at]] == 1}


def _longest_rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of pairs that ascend in the first number, the longest run that ascends in the second too."""
    ends: list[int] = []
    tails: list[int] = []
    before: list[int] = []
    for number, (_, value) in enumerate(pairs):
        place = bisect_left(ends, value)
        before.append(tails[place - 1] if place else -1)
        if place == len(ends):
            ends.append(value)
            tails.append(number)
        else:
            ends[place], tails[place] = value, number
    found = []
    at = tails[-1] if tails else -1
    while at >= 0:
        found.append(pairs[at])
        at = before[at]
    return found[::-1]


def _without_islands(pairs: list[tuple[int, int]], high: int, to: int) -> list[tuple[int, int]]:
    """The pairs but for one or two words alone in the midst of much that changed: nobody reads those."""
    runs: list[list[tuple[int, int]]] = []
    for one, other in pairs:
        if runs and runs[-1][-1] == (one - 1, other - 1):
            runs[-1].append((one, other))
        else:
            runs.append([(one, other)])
    kept: list[tuple[int, int]] = []
    last = (-1, -1)
    for number, run in enumerate(runs):
        following = runs[number + 1][0] if number + 1 < len(runs) else (high, to)
        ahead = (run[0][0] - last[0] - 1) + (run[0][1] - last[1] - 1)
        behind = (following[0] - run[-1][0] - 1) + (following[1] - run[-1][1] - 1)
        if len(run) > _ISLAND or min(ahead, behind) < _SEA:
            kept += run
            last = run[-1]
    return kept


def _replaced(before: Sequence[Token], after: Sequence[Token]) -> list[Piece]:
    texts = ("".join(word + space for word, space in part) for part in (before, after))
    return [Piece(change, text) for change, text in zip((Change.OUT, Change.IN), texts, strict=True) if text]


def _matched(before: Token, after: Token) -> list[Piece]:
    """The word both have, and the space after it, which may differ."""
    (word, space), (_, other) = before, after
    if space == other:
        return [Piece(Change.SAME, word + space)]
    parts = ((Change.SAME, word), (Change.OUT, space), (Change.IN, other))
    return [Piece(change, text) for change, text in parts if text]


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Neighbours of one kind as one piece; between two that stay the same, what went out stands first."""
    held = {Change.OUT: "", Change.IN: ""}
    same = ""
    for piece in [*pieces, Piece(Change.SAME, "")]:
        if piece.change != Change.SAME:
            if same:
                yield Piece(Change.SAME, same)
                same = ""
            held[piece.change] += piece.text
            continue
        if any(held.values()) and (piece.text or not pieces or piece is not pieces[-1]):
            yield from (Piece(change, text) for change, text in held.items() if text)
            held = dict.fromkeys(held, "")
        same += piece.text
    if same:
        yield Piece(Change.SAME, same)
