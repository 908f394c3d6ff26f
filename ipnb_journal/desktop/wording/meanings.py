# SPDX-License-Identifier: MIT
"""What stands around the glossary and the readings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.desktop.wording.prompts import minutes
from ipnb_journal.domain.glossary import TermGroup

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipnb_journal.domain.glossary import Glossary, Reading, Source, Term

TITLE = "What the words mean"
CONTENTS_NAME = "Words and readings"
WORDS, WORDS_LINE = "The words", "A glossary"
BACK_TO_CONTENTS = "Words and readings"
BACK = "Back"

SEARCH_NAME, SEARCH_PLACEHOLDER = "Find among the words", "Find a word"
NOTHING = "No word here fits that. Clear the field to see all of them."
GROUPS: Mapping[TermGroup, str] = {
    TermGroup.IDEAS: "The ideas behind this journal",
    TermGroup.DOMAINS: "The nine domains of integration",
    TermGroup.JOURNAL: "Words of this journal",
}
IN_THE_FIELD = "In the field: {technical}."
ALSO = "Also: {technical}."
FROM = "After {sources}."
OURS = "A word of this journal."

HOLDS = "What the field says"
CONTESTED = "What is contested"
HERE = "What this journal does with it"
SOURCES = "Sources"
SOURCE = "{author} ({year}). {title}."
SIGNED = "{author}, {licence}"
UNDER_TITLE = "{technical}, about {minutes}"
NEXT = "Next: {title}"
ALL_WORDS = "All the words"

READING = "Fetching the words"
TRY_AGAIN = "Try again"


def under_title(reading: Reading) -> str:
    """What the field calls it, and how long it takes."""
    return UNDER_TITLE.format(technical=reading.technical, minutes=minutes(reading.minutes))


def origin(term: Term) -> str:
    """What the field calls a term, and whose words are behind it."""
    if not term.sources:
        return " ".join((*([ALSO.format(technical=term.technical)] if term.technical else []), OURS))
    named = " and ".join(_short(source) for source in term.sources)
    return f"{IN_THE_FIELD.format(technical=term.technical)} {FROM.format(sources=named)}"


def sources(given: tuple[Source, ...]) -> str:
    """A list of references, a line each."""
    return "\n".join(SOURCE.format(author=one.author, year=one.year, title=one.title) for one in given)


def all_sources(glossary: Glossary) -> str:
    """The references of all terms by author and year, each once, a line each."""
    found = {source.id: source for term in glossary.terms for source in term.sources}
    return sources(tuple(sorted(found.values(), key=lambda one: (one.author.casefold(), one.year))))


def signed(glossary: Glossary) -> str:
    """Who wrote it, and what may be done with it."""
    return SIGNED.format(author=glossary.author, licence=glossary.licence)


def _short(source: Source) -> str:
    family = source.author.split(",")[0]
    others = source.author.count("., ") > 0 or "and others" in source.author
    return f"{family} and others ({source.year})" if others else f"{family} ({source.year})"
