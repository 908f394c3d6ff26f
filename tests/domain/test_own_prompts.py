# SPDX-License-Identifier: MIT
"""What is typed of a prompt comes back as it was, however little of it there is yet."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipnb_journal.domain.entries import Step
from ipnb_journal.domain.own_prompts import PromptDraft, draft_from, draft_of, fields_of
from ipnb_journal.domain.prompts import BodyUse, Depth, Domain, HoldBack, Moment, Technique, Theme
from tests.builders import a_prompt

DRAFTS = st.builds(
    PromptDraft,
    title=st.text(max_size=20),
    theme=st.none() | st.sampled_from(Theme),
    domains=st.lists(st.sampled_from(Domain), max_size=3).map(tuple),
    depth=st.none() | st.sampled_from(Depth),
    minutes=st.none() | st.integers(),
    draws_on=st.lists(st.sampled_from(Technique), max_size=3).map(tuple),
    hold_back=st.lists(st.sampled_from(HoldBack), max_size=3).map(tuple),
    steps=st.fixed_dictionaries({step: st.text(max_size=20) for step in Step}),
    lighter=st.text(max_size=20),
    also=st.lists(st.sampled_from(Theme), max_size=2).map(tuple),
    note=st.text(max_size=20),
    circles=st.booleans(),
    body=st.sampled_from(BodyUse),
    suits=st.lists(st.sampled_from(Moment), max_size=2).map(tuple),
    version=st.integers(),
    id=st.text(max_size=8),
)


@given(DRAFTS)
def test_a_draft_comes_back_from_its_fields(draft: PromptDraft) -> None:
    assert draft_from(json.loads(json.dumps(fields_of(draft)))) == draft


def test_a_whole_prompt_becomes_a_draft_with_all_it_has() -> None:
    prompt = a_prompt(also=(Theme.REPAIR,), note="Only if it is safe.", circles=True, suits=(Moment.NIGHT,))
    draft = draft_of(prompt)
    assert (draft.title, draft.note, draft.circles, draft.steps) == (
        *(prompt.title, prompt.note, True),
        prompt.steps,
    )
    assert draft.words[0] == "A small no" and draft.words[-1] == "Only if it is safe."


def test_what_is_blank_is_ours_to_fill() -> None:
    draft = PromptDraft()
    assert (draft.author, draft.licence, draft.lang, draft.version) == ("me", "private", "en", 1)
    assert "theme" not in fields_of(draft) and "minutes" not in fields_of(draft)


@pytest.mark.parametrize("odd", [None, 3, "words", ["x", 3, None], {"settle": 3}, True, [[]], {}])
def test_a_value_of_another_kind_counts_as_blank(odd: object) -> None:
    names = ("theme", "domains", "depth", "draws_on", "steps", "also", "body", "suits", "circles")
    draft = draft_from(dict.fromkeys(names, odd))
    assert (draft.theme, draft.domains, draft.body) == (None, (), BodyUse.OFFERS)
    assert set(draft.steps.values()) == {""}
