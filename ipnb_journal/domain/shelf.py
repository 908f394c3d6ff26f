# SPDX-License-Identifier: MIT
"""Prompts to choose from oneself: narrowed by what they are about, by size, and by any word in them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from ipnb_journal.domain.prompts import BodyUse, Depth, Domain, Moment, Prompt, Technique, Theme

if TYPE_CHECKING:
    from collections.abc import Iterable


class Only(StrEnum):
    """Which prompts a shelf is narrowed to, by what the person did with them."""

    ALL = "all"
    FAVOURITES = "favourites"
    NOT_MET = "not_met"
    OWN = "own"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Shelved:
    """A prompt with what the person did with it. `last`: the day it was last finished.

    `held_back`: it is not invited just now, by a switch the person set; it can still be opened.
    """

    prompt: Prompt
    own: bool = False
    favourite: bool = False
    never: bool = False
    last: date | None = None
    held_back: bool = False


@dataclass(frozen=True, slots=True)
class ShelfFilter:
    """What to show; None and "" narrow nothing. `most_minutes`: that long at most."""

    text: str = ""
    theme: Theme | None = None
    depth: Depth | None = None
    most_minutes: int | None = None
    technique: Technique | None = None
    domain: Domain | None = None
    body: BodyUse | None = None
    moment: Moment | None = None
    circles: bool = False
    only: Only = Only.ALL


def narrowed(shelf: Iterable[Shelved], wanted: ShelfFilter) -> tuple[Shelved, ...]:
    """The prompts that fit, in the order given; those never to be offered only where they are asked for.

    A theme counts in `also` too. Every word of the text is looked for at the beginning of a word,
    without regard to capitals and accents.
    """
    sought = _folded(wanted.text).split()
    return tuple(item for item in shelf if _fits(item, wanted) and _says(item.prompt, sought))


def _fits(item: Shelved, wanted: ShelfFilter) -> bool:
    prompt = item.prompt
    kinds = (
        (wanted.theme, (prompt.theme, *prompt.also)),
        (wanted.depth, (prompt.depth,)),
        (wanted.technique, prompt.draws_on),
        (wanted.domain, prompt.domains),
        (wanted.body, (prompt.body,)),
        (wanted.moment, prompt.suits),
    )
    return (
        _is_among(item, wanted.only)
        and all(asked is None or asked in has for asked, has in kinds)
        and (wanted.most_minutes is None or prompt.minutes <= wanted.most_minutes)
        and (not wanted.circles or prompt.circles)
    )


def _is_among(item: Shelved, only: Only) -> bool:
    return {
        Only.ALL: not item.never,
        Only.FAVOURITES: item.favourite,
        Only.NOT_MET: item.last is None and not item.never,
        Only.OWN: item.own and not item.never,
        Only.NEVER: item.never,
    }[only]


def _says(prompt: Prompt, sought: list[str]) -> bool:
    if not sought:
        return True
    words = _folded(" ".join((prompt.title, *prompt.steps.values(), prompt.lighter, prompt.note))).split()
    return all(any(word.startswith(one) for word in words) for one in sought)


def _folded(text: str) -> str:
    """The text in small letters without accents, and with blanks for all that is no letter or digit."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(
        letter if letter.isalnum() else " " for letter in plain if not unicodedata.combining(letter)
    )
