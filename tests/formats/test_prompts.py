# SPDX-License-Identifier: MIT
"""Prompts in a set file: a sound one is read whole, a slip is named, wording that breaks a rule is told."""

from __future__ import annotations

from typing import Any

import pytest
import tomli_w

from ipnb_journal.domain.entries import Step
from ipnb_journal.domain.prompts import BodyUse, Depth, Domain, HoldBack, Moment, Prompt, Technique, Theme
from ipnb_journal.formats.problems import Problem, Reason
from ipnb_journal.formats.prompts import PROMPT, all_words, read_prompts
from ipnb_journal.formats.toml_places import Document, read

TABLE: dict[str, Any] = {
    "id": "emp-09",
    "title": "A small sky",
    "theme": "empathy",
    "also": ["compassion"],
    "domains": ["between us", "story"],
    "depth": "deep",
    "minutes": 7,
    "draws_on": ["PG", "SD"],
    "hold_back": ["flooded"],
    "note": "Only if you like.",
    "circles": True,
    "body": "none",
    "suits": ["night"],
    "steps": {step.value: f"Look at the {step.value}." for step in Step},
    "lighter": "Look once.",
    "lang": "en",
    "version": 2,
    "author": "Somebody",
    "licence": "CC BY 4.0",
}


def read_tables(*tables: dict[str, Any]) -> tuple[list[Prompt], list[Problem]]:
    document = read(tomli_w.dumps({"prompt": list(tables)}).encode(), "f.toml")
    assert isinstance(document, Document)
    problems: list[Problem] = []
    return [prompt for prompt, _ in read_prompts(document, problems)], problems


def reasons(problems: list[Problem]) -> list[tuple[Reason, str]]:
    return [(problem.reason, problem.field) for problem in problems]


def with_settle(text: str) -> dict[str, Any]:
    return {**TABLE, "steps": {**TABLE["steps"], "settle": text}}


def test_a_sound_prompt_is_read_whole() -> None:
    prompts, problems = read_tables(TABLE)
    assert problems == []
    assert prompts == [
        Prompt(
            id="emp-09",
            title="A small sky",
            theme=Theme.EMPATHY,
            also=(Theme.COMPASSION,),
            domains=(Domain.BETWEEN_US, Domain.STORY),
            depth=Depth.DEEP,
            minutes=7,
            draws_on=(Technique.PERSPECTIVE_GETTING, Technique.SELF_DISTANCING),
            hold_back=(HoldBack.FLOODED,),
            note="Only if you like.",
            circles=True,
            body=BodyUse.NONE,
            suits=(Moment.NIGHT,),
            steps={step: f"Look at the {step.value}." for step in Step},
            lighter="Look once.",
            lang="en",
            version=2,
            author="Somebody",
            licence="CC BY 4.0",
        )
    ]
    assert all_words(prompts[0]).splitlines()[0] == "Look at the settle."


@pytest.mark.parametrize("field", PROMPT.fields, ids=lambda field: field.name)
def test_each_field_is_needed_unless_it_may_be_left_away(field: Any) -> None:
    without = {name: value for name, value in TABLE.items() if name != field.name}
    prompts, problems = read_tables(without)
    if field.required:
        assert prompts == []
        assert reasons(problems) == [(Reason.MISSING, field.name)]
        assert problems[0].where == ("emp-09" if field.name != "id" else 1)
    else:
        assert len(prompts) == 1
        assert problems == []


@pytest.mark.parametrize("step", list(Step))
def test_every_step_is_needed(step: Step) -> None:
    steps = {name: text for name, text in TABLE["steps"].items() if name != step}
    prompts, problems = read_tables({**TABLE, "steps": steps})
    assert prompts == []
    assert reasons(problems) == [(Reason.MISSING, f"steps.{step}")]


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("id", "Emp 9", Reason.BAD_SHAPE),
        ("id", "emp--9", Reason.BAD_SHAPE),
        ("title", "x" * 61, Reason.TOO_LONG),
        ("theme", "love", Reason.WRONG_CHOICE),
        ("also", ["empathy"], Reason.REPEATED),
        ("domains", [], Reason.BLANK),
        ("domains", ["left brain"], Reason.WRONG_CHOICE),
        ("depth", "depe", Reason.WRONG_CHOICE),
        ("minutes", 0, Reason.OUT_OF_RANGE),
        ("minutes", 16, Reason.OUT_OF_RANGE),
        ("minutes", "7", Reason.WRONG_TYPE),
        ("draws_on", ["VA", "II"], Reason.VALUES_WITH_PLANS),
        ("draws_on", ["XX"], Reason.WRONG_CHOICE),
        ("hold_back", ["sad"], Reason.WRONG_CHOICE),
        ("hold_back", ["flooded", "flooded"], Reason.REPEATED),
        ("lighter", "", Reason.BLANK),
        ("lang", "English", Reason.BAD_SHAPE),
        ("version", 0, Reason.OUT_OF_RANGE),
        ("note", "See https://a.example", Reason.LINK),
        ("lighter", "<b>Look.</b>", Reason.HTML),
        ("surprise", 1, Reason.UNKNOWN_FIELD),
    ],
)
def test_a_slip_leaves_the_prompt_out_and_its_neighbour_in(field: str, value: object, reason: Reason) -> None:
    prompts, problems = read_tables({**TABLE, field: value}, {**TABLE, "id": "emp-10"})
    assert reasons(problems) == [(reason, field)]
    assert [prompt.id for prompt in prompts] == ["emp-10"]


def test_all_slips_of_a_prompt_are_told_together() -> None:
    prompts, problems = read_tables({**TABLE, "depth": "depe", "minutes": 99, "lighter": 1})
    assert prompts == []
    assert len(problems) == 3


def test_the_first_of_two_with_one_id_counts() -> None:
    prompts, problems = read_tables(TABLE, {**TABLE, "title": "Another"})
    assert [prompt.title for prompt in prompts] == ["A small sky"]
    assert reasons(problems) == [(Reason.SAME_ID, "id")]
    assert problems[0].facts["line"] == 2


def test_what_is_no_table_is_told() -> None:
    document = read(b"prompt = [1]", "f.toml")
    assert isinstance(document, Document)
    problems: list[Problem] = []
    assert read_prompts(document, problems) == []
    assert reasons(problems) == [(Reason.WRONG_TYPE, "")]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"draws_on": ["SC"]}, ("kindness_hard",)),
        ({"draws_on": ["EW"]}, ("recent_loss", "recent_separation")),
        ({"draws_on": ["EW"], "hold_back": ["flooded", "recent_loss"]}, ("recent_separation",)),
        ({"hold_back": []}, ("flooded",)),
        ({"hold_back": [], "depth": "steady"}, None),
        ({"draws_on": ["SC"], "hold_back": ["flooded", "kindness_hard"]}, None),
    ],
)
def test_codes_a_technique_brings_are_asked_for(
    changes: dict[str, Any], expected: tuple[str, ...] | None
) -> None:
    prompts, problems = read_tables({**TABLE, **changes})
    assert len(prompts) == 1
    assert [problem.facts["expected"] for problem in problems] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Take three slow breaths.", Reason.BREATH_ONLY),
        ("Breathe in, breathe out.", Reason.BREATH_ONLY),
        ("Take a breath, or look at the window.", None),
        ("Notice the breath in your hands.", None),
        ("Close your eyes.", Reason.EYES_CLOSED_ONLY),
        ("With your eyes shut, wait a little.", Reason.EYES_CLOSED_ONLY),
        ("Close your eyes, or let them rest on the floor.", None),
        ("Close the door.", None),
        ("Sit down.", None),
    ],
)
def test_settling_offers_more_than_breath_or_closed_eyes(text: str, reason: Reason | None) -> None:
    prompts, problems = read_tables(with_settle(text))
    assert len(prompts) == 1
    assert reasons(problems) == ([(reason, "steps.settle")] if reason else [])


def test_hard_words_are_told_in_english_only() -> None:
    hard = "Contemplate interpersonal differentiation, characteristically considering integration."
    tables = {**TABLE, "steps": dict.fromkeys(TABLE["steps"], hard)}
    prompts, problems = read_tables(tables, {**tables, "id": "emp-10", "lang": "de"})
    assert len(prompts) == 2
    assert [(problem.reason, problem.where) for problem in problems] == [(Reason.HARD_TO_READ, "emp-09")]
