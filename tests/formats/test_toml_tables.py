# SPDX-License-Identifier: MIT
"""Tables against declared fields: every slip is found in one go, at its place, with what would be right."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ipnb_journal.formats.problems import Problem, Reason
from ipnb_journal.formats.toml_places import Document, read
from ipnb_journal.formats.toml_tables import (
    Anything,
    Choice,
    Day,
    Field,
    Flag,
    Kind,
    Many,
    Place,
    Table,
    Text,
    Whole,
    check_top,
    kind_of,
    rows,
)


def document(text: str) -> Document:
    found = read(text.encode(), "f.toml")
    assert isinstance(found, Document)
    return found


def checked(kind: Kind, value: str) -> tuple[Any, list[Problem]]:
    found = document(f"field = {value}")
    problems: list[Problem] = []
    place = Place(found, (), "x", "", problems).inside("field")
    return kind.read(found.data["field"], place), problems


def reasons(problems: list[Problem]) -> list[Reason]:
    return [problem.reason for problem in problems]


@pytest.mark.parametrize(
    ("kind", "value", "read_as"),
    [
        (Text(5), '" abc "', "abc"),
        (Text(5, may_be_blank=True), '""', ""),
        (Text(50, links=True), '"https://a.example"', "https://a.example"),
        (Text(5, shape="[a-z]+", shape_name="id"), '"abc"', "abc"),
        (Choice(("a", "b")), '"a"', "a"),
        (Many(Choice(("a", "b")), 2), '["b", "a"]', ("b", "a")),
        (Many(Choice(("a", "b")), 2), "[]", ()),
        (Whole(1, 15), "15", 15),
        (Flag(), "false", False),
        (Day(), "2026-05-31", date(2026, 5, 31)),
        (Anything(), "[1]", [1]),
    ],
)
def test_what_is_right_is_read(kind: Kind, value: str, read_as: object) -> None:
    assert checked(kind, value) == (read_as, [])


@pytest.mark.parametrize(
    ("kind", "value", "reason", "facts"),
    [
        (Text(5), "3", Reason.WRONG_TYPE, {"wanted": "text", "found": "whole number"}),
        (Text(5), '"  "', Reason.BLANK, {}),
        (Text(5), '"\\u200b"', Reason.BLANK, {}),
        (Text(5), '"abcdef"', Reason.TOO_LONG, {"size": 6, "most": 5}),
        (Text(50), '"a <b>b</b>"', Reason.HTML, {"found": "<b>"}),
        (Text(50, links=True), '"<a>"', Reason.HTML, {"found": "<a>"}),
        (Text(50), '"see www.a.example"', Reason.LINK, {"found": "www."}),
        (
            Text(5, shape="[a-z]+", shape_name="id"),
            '"A b"',
            Reason.BAD_SHAPE,
            {"value": "A b", "shape": "id"},
        ),
        (Choice(("a", "b")), '"c"', Reason.WRONG_CHOICE, {"value": "c", "allowed": ("a", "b")}),
        (Choice(("a", "b")), "true", Reason.WRONG_TYPE, {"wanted": "text", "found": "flag"}),
        (Many(Flag(), 2), "3.5", Reason.WRONG_TYPE, {"wanted": "list", "found": "number"}),
        (Many(Flag(), 2, least=1), "[]", Reason.BLANK, {}),
        (Whole(1, 15), "0", Reason.OUT_OF_RANGE, {"value": 0, "least": 1, "most": 15}),
        (Whole(1, 15), "16", Reason.OUT_OF_RANGE, {"value": 16, "least": 1, "most": 15}),
        (Whole(1, 15), "true", Reason.WRONG_TYPE, {"wanted": "whole number", "found": "flag"}),
        (Whole(1, 15), "7.0", Reason.WRONG_TYPE, {"wanted": "whole number", "found": "number"}),
        (Flag(), '"yes"', Reason.WRONG_TYPE, {"wanted": "flag", "found": "text"}),
        (Day(), '"2026-05-31"', Reason.WRONG_TYPE, {"wanted": "day", "found": "text"}),
        (Day(), "2026-05-31 07:00:00", Reason.WRONG_TYPE, {"wanted": "day", "found": "moment"}),
        (Table(()), "[1]", Reason.WRONG_TYPE, {"wanted": "table", "found": "list"}),
    ],
)
def test_what_is_wrong_is_not_used(kind: Kind, value: str, reason: Reason, facts: dict[str, object]) -> None:
    found, problems = checked(kind, value)
    assert not found
    assert problems == [Problem("f.toml", reason, 1, "x", facts, "field")]


def test_unseen_characters_are_cleaned_and_told() -> None:
    found, problems = checked(Text(9), '"a\\u202eb"')
    assert found == "ab"
    assert problems == [Problem("f.toml", Reason.UNSEEN, 1, "x", {"found": ("U+202E",)}, "field")]


def test_a_list_tells_each_slip_on_its_own_line() -> None:
    found, problems = checked(Many(Choice(("a", "b")), 3), '[\n"a",\n"c",\n"a",\n"b",\n]')
    assert found == ("a", None, "a")
    assert [(problem.reason, problem.line) for problem in problems] == [
        (Reason.TOO_MANY, 1),
        (Reason.WRONG_CHOICE, 3),
        (Reason.REPEATED, 4),
    ]


def test_equal_tables_in_a_list_are_no_repetition() -> None:
    table = Table((Field("a", Flag()),))
    found, problems = checked(Many(table, 3), "[{ a = true }, { a = true }]")
    assert found == ({"a": True}, {"a": True})
    assert problems == []


def test_a_table_tells_all_its_slips_at_once() -> None:
    table = Table(
        (Field("title", Text(9)), Field("minutes", Whole(1, 9)), Field("note", Text(9), required=False))
    )
    found, problems = checked(table, '{ titel = "a", minutes = 99, "\\u202exyz" = 1 }')
    assert found == {}
    assert [(problem.reason, problem.field) for problem in problems] == [
        (Reason.UNKNOWN_FIELD, "field.titel"),
        (Reason.UNKNOWN_FIELD, "field.xyz"),
        (Reason.MISSING, "field.title"),
        (Reason.OUT_OF_RANGE, "field.minutes"),
    ]
    assert [problem.facts.get("near") for problem in problems[:2]] == ["title", None]


def test_no_time_is_spent_on_guessing_among_masses_of_unknown_fields() -> None:
    table = Table((Field("title", Text(9), required=False),))
    found = document("".join(f"titl{number} = 1\n" for number in range(4000)))
    problems: list[Problem] = []
    table.read(found.data, Place(found, (), None, "", problems))
    assert len(problems) == 4000
    assert {problem.facts["near"] for problem in problems} == {None}


def test_rows_are_known_by_their_id_or_their_number() -> None:
    problems: list[Problem] = []
    found = rows(document('[[row]]\nid = " a\\u200b "\n[[row]]\nid = 3\n[[row]]\n'), "row", problems)
    assert [place.where for place in found] == ["a", 2, 3]
    assert [place.line for place in found] == [1, 3, 5]
    assert rows(document("a = 1"), "row", problems) == []
    assert rows(document("row = [1]"), "row", problems)[0].where == 1
    assert problems == []


def test_rows_that_are_no_list_are_told() -> None:
    problems: list[Problem] = []
    assert rows(document("[row]\nid = 'a'"), "row", problems) == []
    assert reasons(problems) == [Reason.WRONG_TYPE]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("format = 1\n[[row]]", []),
        ("[[row]]", [(Reason.MISSING, "format", None)]),
        ("format = '1'", [(Reason.WRONG_TYPE, "format", 1)]),
        ("format = true", [(Reason.WRONG_TYPE, "format", 1)]),
        ("format = 0", [(Reason.OUT_OF_RANGE, "format", 1)]),
        ("\nformat = 2\nsurprise = 1", [(Reason.NEWER_FORMAT, "format", 2)]),
        ("format = 1\n\n[[rows]]", [(Reason.UNKNOWN_FIELD, "rows", 3)]),
    ],
)
def test_the_top_of_a_file(text: str, expected: list[tuple[Reason, str, int | None]]) -> None:
    problems = check_top(document(text), 1, ("row",))
    assert [(problem.reason, problem.field, problem.line) for problem in problems] == expected


def test_a_time_of_day_has_a_name_too() -> None:
    assert kind_of(document("a = 07:30:00").data["a"]) == "time"


def test_of_more_rows_than_anyone_writes_the_first_are_read_and_it_is_told() -> None:
    problems: list[Problem] = []
    found = rows(document("[[prompt]]\n" * 201), "prompt", problems)
    assert len(found) == 200
    assert [(one.reason, one.field, dict(one.facts)) for one in problems] == [
        (Reason.TOO_MANY, "prompt", {"size": 201, "most": 200})
    ]
