# SPDX-License-Identifier: MIT
"""Set files read whole and put together: one broken file or prompt never hides another."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipnb_journal.formats.problems import Problem, Reason
from ipnb_journal.formats.prompt_sets import SetFile, Sets, read, together

PROMPT = """
[[prompt]]
id = "{id}"
title = "A small sky"
theme = "empathy"
domains = ["story"]
depth = "{depth}"
minutes = 7
draws_on = ["PG"]
hold_back = ["flooded"]
steps.settle = "Look up."
steps.notice = "Look near."
steps.write = "Write."
steps.connect = "Look at both."
steps.close = "Look away."
lighter = "Look once."
lang = "{lang}"
version = 1
author = "Somebody"
licence = "CC BY 4.0"
"""
WEEK = """
[[week]]
id = "{id}"
title = "A week"
why = "To look."
total_minutes = 8
agreed = {{ if_hard = "", contact = "", share = "" }}
review_questions = ["What?"]
lang = "{lang}"
version = 1
author = "Somebody"
licence = "CC BY 4.0"
days = [{{ prompt = "{prompt}", minutes = 7 }}]
"""


def prompt(id_: str = "a", depth: str = "gentle", lang: str = "en") -> str:
    return PROMPT.format(id=id_, depth=depth, lang=lang)


def week(id_: str = "w", uses: str = "a", lang: str = "en") -> str:
    return WEEK.format(id=id_, prompt=uses, lang=lang)


def a_file(text: str, name: str = "f.toml") -> SetFile:
    return read(f"format = 1\n{text}".encode(), name)


def all_of(*files: SetFile) -> Sets:
    return together(files)


def test_prompts_and_weeks_live_together() -> None:
    found = a_file(prompt() + week())
    assert found.problems == ()
    assert [(one.id, line) for one, line in found.prompts] == [("a", 4)]
    assert [(one.id, line) for one, line in found.weeks] == [("w", 24)]


def test_an_empty_set_is_a_set() -> None:
    assert a_file("") == SetFile("f.toml")


def test_a_file_that_is_no_toml_has_one_problem() -> None:
    found = a_file('a = "')
    assert (found.prompts, found.weeks) == ((), ())
    assert [one.reason for one in found.problems] == [Reason.UNCLOSED]


def test_a_newer_format_is_not_guessed_at() -> None:
    found = read(f"format = 2\nnew = 1{prompt()}".encode(), "f.toml")
    assert found.prompts == ()
    assert found.problems == (
        Problem("f.toml", Reason.NEWER_FORMAT, 1, None, {"found": 2, "known": 1}, "format"),
    )


def test_a_missing_format_is_told_and_the_prompts_still_read() -> None:
    found = read(prompt().encode(), "f.toml")
    assert len(found.prompts) == 1
    assert [one.reason for one in found.problems] == [Reason.MISSING]


def test_problems_come_by_line_across_the_whole_file() -> None:
    slips = [("gentle", "depe"), ("minutes = 7", "minutes = 70"), ("Look once.", "")]
    text = week(uses="b").replace("A week", "") + "".join(prompt().replace(*slip) for slip in slips)
    lines = [one.line for one in a_file(text).problems]
    assert lines == sorted(lines)
    assert len(lines) == 4


def test_a_broken_file_never_hides_another() -> None:
    found = all_of(a_file("= =", "a.toml"), a_file(prompt(), "b.toml"), a_file(prompt("b", "depe"), "c.toml"))
    assert [one.id for one in found.prompts] == ["a"]
    assert [one.file for one in found.problems] == ["a.toml", "c.toml"]


def test_one_id_in_two_files_names_both_places() -> None:
    found = all_of(a_file(prompt(), "a.toml"), a_file(prompt(), "b.toml"))
    assert len(found.prompts) == 1
    assert found.problems == (Problem("b.toml", Reason.SAME_ID, 4, "a", {"file": "a.toml", "line": 4}, "id"),)


def test_one_id_in_two_languages_is_a_translation() -> None:
    found = all_of(a_file(prompt(), "a.toml"), a_file(prompt(lang="de"), "b.toml"))
    assert len(found.prompts) == 2
    assert found.problems == ()


def test_two_weeks_with_one_id() -> None:
    found = all_of(a_file(prompt() + week(), "a.toml"), a_file(week(), "b.toml"))
    assert len(found.weeks) == 1
    assert [(one.file, one.reason) for one in found.problems] == [("b.toml", Reason.SAME_ID)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (week(), Reason.PROMPT_UNKNOWN),
        (prompt() + week(lang="de"), Reason.PROMPT_UNKNOWN),
        (prompt(depth="deep") + week(), Reason.DEEP_IN_WEEK),
        (prompt(depth="steady") + week(), None),
    ],
)
def test_a_week_finds_its_prompts_and_none_is_deep(text: str, reason: Reason | None) -> None:
    found = all_of(a_file(text))
    assert len(found.weeks) == 1
    assert [one.reason for one in found.problems] == ([reason] if reason else [])


def test_a_week_may_use_prompts_from_elsewhere() -> None:
    beside = all_of(a_file(prompt())).prompts
    found = together([a_file(week())], beside)
    assert (found.prompts, found.problems) == ((), ())


@given(st.data())
def test_any_line_lost_or_doubled_is_survived(data: st.DataObject) -> None:
    lines = f"format = 1\n{prompt()}{prompt('b')}{week()}".split("\n")
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(lines) - 1))
        lines[place : place + 1] = [lines[place]] * data.draw(st.sampled_from([0, 2]))
    found = all_of(read("\n".join(lines).encode(), "f.toml"))
    for one in found.problems:
        assert one.line is None or 1 <= one.line <= len(lines)
    assert {one.id for one in found.prompts} <= {"a", "b"}


@given(st.integers(0, 40), st.text("abc<>\u202e\"'= ", max_size=6))
def test_any_word_put_anywhere_is_survived(place: int, word: str) -> None:
    text = f"format = 1\n{prompt()}"
    cut = [match.start() for match in re.finditer(r"\s", text)][place]
    found = read((text[:cut] + word + text[cut:]).encode(), "f.toml")
    assert found.prompts or found.problems
