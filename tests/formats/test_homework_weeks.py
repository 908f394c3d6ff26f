# SPDX-License-Identifier: MIT
"""Weeks in a set file: a sound one is read whole, and a slip is named by week, field and line."""

from __future__ import annotations

from typing import Any

import pytest
import tomli_w

from ipnb_journal.domain.homework import Agreed, Route, Week, WeekDay
from ipnb_journal.formats.homework_weeks import WEEK, read_weeks
from ipnb_journal.formats.problems import Problem, Reason
from ipnb_journal.formats.toml_places import Document, read

TABLE: dict[str, Any] = {
    "id": "a-week",
    "title": "A week",
    "why": "To look at small things.",
    "days": [
        {"check_in": True, "prompt": "emp-01", "route": "either", "minutes": 7},
        {"circles": True, "task": "Look again.", "if_safe": False, "rest": False},
    ],
    "total_minutes": 10,
    "agreed": {"if_hard": "", "contact": "", "share": "Nothing yet."},
    "review_questions": ["What surprised you?"],
    "lang": "en",
    "version": 1,
    "author": "Somebody",
    "licence": "CC BY 4.0",
}


def read_tables(*tables: dict[str, Any]) -> tuple[list[Week], list[Problem]]:
    document = read(tomli_w.dumps({"week": list(tables)}).encode(), "f.toml")
    assert isinstance(document, Document)
    problems: list[Problem] = []
    return [week for week, _ in read_weeks(document, problems)], problems


def reasons(problems: list[Problem]) -> list[tuple[Reason, str]]:
    return [(problem.reason, problem.field) for problem in problems]


def test_a_sound_week_is_read_whole() -> None:
    weeks, problems = read_tables(TABLE)
    assert problems == []
    assert weeks == [
        Week(
            id="a-week",
            title="A week",
            why="To look at small things.",
            days=(
                WeekDay(check_in=True, prompt="emp-01", route=Route.EITHER, minutes=7),
                WeekDay(circles=True, task="Look again."),
            ),
            total_minutes=10,
            agreed=Agreed(share="Nothing yet."),
            review_questions=("What surprised you?",),
            lang="en",
            version=1,
            author="Somebody",
            licence="CC BY 4.0",
        )
    ]


@pytest.mark.parametrize("name", [field.name for field in WEEK.fields])
def test_each_field_is_needed(name: str) -> None:
    weeks, problems = read_tables({key: value for key, value in TABLE.items() if key != name})
    assert weeks == []
    assert reasons(problems) == [(Reason.MISSING, name)]


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"days": []}, Reason.BLANK, "days"),
        ({"days": [{"check_in": True}] * 8}, Reason.TOO_MANY, "days"),
        ({"days": [{"minutes": 3}]}, Reason.EMPTY_DAY, "days"),
        ({"days": [{"rest": False}]}, Reason.EMPTY_DAY, "days"),
        ({"days": [3]}, Reason.WRONG_TYPE, "days"),
        ({"days": [{"prompt": "emp-01", "route": "long"}]}, Reason.WRONG_CHOICE, "days.route"),
        ({"days": [{"prompt": "emp-01", "minutes": 61}]}, Reason.OUT_OF_RANGE, "days.minutes"),
        ({"agreed": {"if_hard": "", "contact": ""}}, Reason.MISSING, "agreed.share"),
        ({"review_questions": []}, Reason.BLANK, "review_questions"),
        ({"total_minutes": 0}, Reason.OUT_OF_RANGE, "total_minutes"),
    ],
)
def test_a_slip_leaves_the_week_out_and_its_neighbour_in(
    changes: dict[str, Any], reason: Reason, field: str
) -> None:
    weeks, problems = read_tables({**TABLE, **changes}, {**TABLE, "id": "other"})
    assert reasons(problems) == [(reason, field)]
    assert [week.id for week in weeks] == ["other"]


@pytest.mark.parametrize(("said", "told"), [(3, False), (13, False), (2, True), (14, True)])
def test_minutes_that_differ_are_told_beyond_five(said: int, told: bool) -> None:
    weeks, problems = read_tables({**TABLE, "total_minutes": said})
    assert len(weeks) == 1
    assert reasons(problems) == ([(Reason.MINUTES_DIFFER, "total_minutes")] if told else [])


def test_the_first_of_two_with_one_id_counts() -> None:
    weeks, problems = read_tables(TABLE, {**TABLE, "title": "Another"})
    assert [week.title for week in weeks] == ["A week"]
    assert reasons(problems) == [(Reason.SAME_ID, "id")]


def test_what_is_no_table_is_told() -> None:
    document = read(b"week = ['a']", "f.toml")
    assert isinstance(document, Document)
    problems: list[Problem] = []
    assert read_weeks(document, problems) == []
    assert reasons(problems) == [(Reason.WRONG_TYPE, "")]
