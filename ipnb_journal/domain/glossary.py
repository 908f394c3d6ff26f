# SPDX-License-Identifier: MIT
"""What the words mean: the terms of a glossary, a few short readings, and where both come from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

WORDS_A_MINUTE = 160
"""How fast a reading is taken in without hurry."""


class TermGroup(StrEnum):
    """Which part of the glossary a term stands in, in the order they are shown."""

    IDEAS = "ideas"
    DOMAINS = "domains"
    JOURNAL = "journal"


@dataclass(frozen=True, slots=True)
class Source:
    """A book or an article that something was drawn from; `author` as a list of references has it."""

    id: str
    author: str
    year: int
    title: str


@dataclass(frozen=True, slots=True)
class Term:
    """A word: what this journal calls it, what it means, and what the field calls it ("" for no other word).

    Without `sources` it is a word of this journal.
    """

    id: str
    group: TermGroup
    word: str
    says: str
    technical: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A short text in three parts: what the field `holds`, what is `contested`, what is done with it `here`.

    Each part is a tuple of paragraphs.
    """

    id: str
    title: str
    technical: str
    holds: tuple[str, ...]
    contested: tuple[str, ...]
    here: tuple[str, ...]
    sources: tuple[Source, ...]

    @property
    def text(self) -> str:
        """All paragraphs, a line each."""
        return "\n".join((*self.holds, *self.contested, *self.here))

    @property
    def minutes(self) -> int:
        """About how long it takes to read, at least one minute."""
        return max(1, round(len(self.text.split()) / WORDS_A_MINUTE))


@dataclass(frozen=True, slots=True)
class Glossary:
    """The terms and readings of one language, in the order they are shown, and who wrote them."""

    terms: tuple[Term, ...]
    readings: tuple[Reading, ...]
    lang: str = ""
    author: str = ""
    licence: str = ""

    def reading(self, key: str) -> Reading | None:
        """The reading with this id, or None."""
        return next((reading for reading in self.readings if reading.id == key), None)

    def term(self, key: str) -> Term | None:
        """The term with this id, or None."""
        return next((term for term in self.terms if term.id == key), None)

    def after(self, reading: Reading) -> Reading | None:
        """The reading that follows, None after the last."""
        at = self.readings.index(reading) + 1
        return self.readings[at] if at < len(self.readings) else None

    def found(self, text: str) -> tuple[Term, ...]:
        """The terms in which every word of a search occurs, whichever way it is cased; all for ""."""
        wanted = text.casefold().split()
        return tuple(term for term in self.terms if all(one in _all_of(term) for one in wanted))


def _all_of(term: Term) -> str:
    return f"{term.word} {term.technical} {term.says}".casefold()
