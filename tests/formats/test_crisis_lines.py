# SPDX-License-Identifier: MIT
"""The file of numbers: no row without source and date, and a broken row never hides a sound one."""

from __future__ import annotations

from datetime import date

import pytest

from ipnb_journal.domain.safety import CrisisLine, LineKind
from ipnb_journal.formats.crisis_lines import LINE, read
from ipnb_journal.formats.problems import Reason

ROW = """
[[line]]
country = "LV"
kind = "crisis"
name = "A line"
number = "116 123"
how = "call"
hours = ""
url = "https://a.example"
source = "http://b.example/page"
verified_on = 2026-05-31
note = "look again"
"""


def rows(*texts: str) -> bytes:
    return "\n".join(("format = 1", *texts)).encode()


def test_a_row_is_read_whole() -> None:
    found = read(rows(ROW), "f.toml")
    assert found.problems == ()
    assert found.lines == (
        CrisisLine(
            "LV", "A line", "116 123", "call", "", "https://a.example", "http://b.example/page",
            date(2026, 5, 31), LineKind.CRISIS, "look again",
        ),
    )  # fmt: skip


@pytest.mark.parametrize("name", [field.name for field in LINE.fields if field.required])
def test_a_row_without_one_of_its_fields_is_left_out(name: str) -> None:
    without = "\n".join(line for line in ROW.splitlines() if not line.startswith(f"{name} ="))
    found = read(rows(without, ROW), "f.toml")
    assert len(found.lines) == 1
    assert [(one.reason, one.field) for one in found.problems] == [(Reason.MISSING, name)]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('"LV"', '"lv"', Reason.BAD_SHAPE),
        ('"LV"', '"*"', None),
        ('"crisis"', '"other"', Reason.WRONG_CHOICE),
        ("2026-05-31", '""', Reason.WRONG_TYPE),
        ('"http://b.example/page"', '"a friend"', Reason.BAD_SHAPE),
        ('"http://b.example/page"', '""', Reason.BLANK),
        ('"https://a.example"', '"http://a.example"', Reason.BAD_SHAPE),
        ('"https://a.example"', '""', None),
        ('"116 123"', '""', None),
        (
            '"116 123"\nhow = "call"\nhours = ""\nurl = "https://a.example"',
            '""\nhow = "x"\nhours = ""\nurl = ""',
            Reason.BLANK,
        ),
    ],
)
def test_what_a_row_may_say(old: str, new: str, reason: Reason | None) -> None:
    found = read(rows(ROW.replace(old, new)), "f.toml")
    assert [one.reason for one in found.problems] == ([reason] if reason else [])
    assert len(found.lines) == (reason is None)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"a = ", Reason.NOT_TOML),
        (b"format = 2\n[[line]]", Reason.NEWER_FORMAT),
        (b"format = 1\nline = [1]", Reason.WRONG_TYPE),
    ],
)
def test_a_file_that_is_something_else(content: bytes, reason: Reason) -> None:
    found = read(content, "f.toml")
    assert found.lines == ()
    assert [one.reason for one in found.problems] == [reason]
