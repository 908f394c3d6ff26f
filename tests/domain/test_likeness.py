# SPDX-License-Identifier: MIT
"""A rewording is found, two prompts of one theme are not."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import isclose
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from ipnb_journal.domain.entries import Step
from ipnb_journal.domain.likeness import ALIKE, STEP_ALIKE, likeness, near_duplicates
from ipnb_journal.services import prompts

if TYPE_CHECKING:
    from ipnb_journal.domain.prompts import Prompt

SHIPPED = prompts.library().prompts
bags = st.dictionaries(st.sampled_from("abcdef"), st.floats(0.1, 9), max_size=6)


def reworded(prompt: Prompt) -> Prompt:
    """The same prompt as somebody would say it who wants it to look new."""
    swaps = (
        ("Think of", "Recall"),
        ("ordinary", "everyday"),
        ("Write", "Note"),
        ("the ", "a "),
        ("your", "the"),
    )

    def say(text: str) -> str:
        for old, new in swaps:
            text = text.replace(old, new)
        return text

    return replace(
        prompt,
        id=f"{prompt.id}-again",
        title="Something else",
        steps={step: say(text) for step, text in prompt.steps.items()},
        lighter=say(prompt.lighter),
    )


def test_the_shipped_prompts_are_all_different() -> None:
    assert near_duplicates(SHIPPED) == ()


def test_every_shipped_prompt_is_found_again_when_it_is_reworded() -> None:
    for prompt in SHIPPED[::8]:
        found = near_duplicates([*SHIPPED, reworded(prompt)])
        assert [(one.first.id, one.second.id, one.step) for one in found] == [
            (prompt.id, f"{prompt.id}-again", None)
        ]
        assert found[0].share >= ALIKE
        assert found[0].words


def test_one_step_taken_over_is_found_and_named() -> None:
    first, second = SHIPPED[0], SHIPPED[-1]
    taken = replace(second, steps={**second.steps, Step.WRITE: first.steps[Step.WRITE]})
    found = near_duplicates([*SHIPPED[:-1], taken])
    assert [(one.first.id, one.second.id, one.step) for one in found] == [(first.id, second.id, Step.WRITE)]
    assert found[0].share >= STEP_ALIKE


def test_two_languages_are_never_compared() -> None:
    other = [replace(prompt, lang="lv") for prompt in SHIPPED[:3]]
    assert near_duplicates([*SHIPPED[:3], *other]) == ()


def test_the_worked_example() -> None:
    assert isclose(likeness({"a": 1, "b": 1}, {"a": 1, "c": 1}), 0.5)
    assert likeness({}, {"a": 1}) == 0


@given(bags, bags)
def test_likeness_is_even_handed_and_at_most_one(first: dict[str, float], second: dict[str, float]) -> None:
    share = likeness(first, second)
    assert 0 <= share <= 1 + 1e-9
    assert isclose(share, likeness(second, first), abs_tol=1e-12)
    if first:
        assert isclose(likeness(first, first), 1)


def test_the_most_alike_come_first() -> None:
    found = near_duplicates([*SHIPPED, replace(SHIPPED[0], id="x"), reworded(SHIPPED[1])])
    assert all(one.share >= two.share for one, two in pairwise(found))
