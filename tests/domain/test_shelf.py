# SPDX-License-Identifier: MIT
"""Narrowing the prompts: every filter leaves just what fits it, and words are found as people type them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipnb_journal.domain.entries import Step
from ipnb_journal.domain.prompts import BodyUse, Depth, Domain, Moment, Prompt, Technique, Theme
from ipnb_journal.domain.shelf import Only, ShelfFilter, Shelved, narrowed
from tests.builders import DAY, a_prompt

PLAIN = Shelved(a_prompt("plain", minutes=9))
SHELF = (
    PLAIN,
    Shelved(a_prompt("short", minutes=3, theme=Theme.BODY, body=BodyUse.USES, circles=True)),
    Shelved(a_prompt("also", also=(Theme.STORY,), depth=Depth.DEEP, suits=(Moment.NIGHT,)), favourite=True),
    Shelved(a_prompt("own", domains=(Domain.TIME,), draws_on=(Technique.GRATITUDE,)), own=True, last=DAY),
    Shelved(a_prompt("never"), never=True),
)


def ids(**wanted: object) -> list[str]:
    return [item.prompt.id for item in narrowed(SHELF, ShelfFilter(**wanted))]  # type: ignore[arg-type]


def test_without_filters_all_but_what_was_refused() -> None:
    assert ids() == ["plain", "short", "also", "own"]


@pytest.mark.parametrize(
    ("wanted", "left"),
    [
        ({"theme": Theme.BODY}, ["short"]),
        ({"theme": Theme.STORY}, ["also"]),
        ({"depth": Depth.DEEP}, ["also"]),
        ({"most_minutes": 3}, ["short"]),
        ({"body": BodyUse.USES}, ["short"]),
        ({"circles": True}, ["short"]),
        ({"moment": Moment.NIGHT}, ["also"]),
        ({"domain": Domain.TIME}, ["own"]),
        ({"technique": Technique.GRATITUDE}, ["own"]),
        ({"only": Only.FAVOURITES}, ["also"]),
        ({"only": Only.OWN}, ["own"]),
        ({"only": Only.NOT_MET}, ["plain", "short", "also"]),
        ({"only": Only.NEVER}, ["never"]),
        ({"theme": Theme.BODY, "depth": Depth.DEEP}, []),
    ],
)
def test_each_filter_leaves_what_fits(wanted: dict[str, object], left: list[str]) -> None:
    assert ids(**wanted) == left


def said(text: str) -> Prompt:
    return replace(a_prompt("x"), steps={**a_prompt("x").steps, Step.WRITE: text})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("café", True),
        ("CAFE", True),
        ("quiet corn", True),
        ("corner quiet", True),
        ("orner", False),
        ("zzz", False),
    ],
)
def test_words_are_found_by_their_beginning_without_accents_or_capitals(text: str, found: bool) -> None:
    shelf = [Shelved(said("The quiet corner of the Café, at six."))]
    assert bool(narrowed(shelf, ShelfFilter(text=text))) is found


@given(st.text(max_size=12), st.sampled_from(Only))
def test_nothing_is_made_up_and_the_order_stays(text: str, only: Only) -> None:
    found = narrowed(SHELF, ShelfFilter(text=text, only=only))
    assert list(found) == [item for item in SHELF if item in found]
