# SPDX-License-Identifier: MIT
"""What an author is told: file, line, prompt, field, and what would be right."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from ipnb_journal import paths
from ipnb_journal.cli.prompts_check import check

if TYPE_CHECKING:
    from pathlib import Path

SHIPPED = paths.prompts()
SOUND = (SHIPPED / "en" / "empathy.toml").read_text(encoding="utf-8")


def run(*files: Path, as_json: bool = False) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    return check(files, as_json, out, err), out.getvalue(), err.getvalue()


@pytest.fixture
def a_set(tmp_path: Path) -> Path:
    file = tmp_path / "mine.toml"
    file.write_text(SOUND, encoding="utf-8")
    return file


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_shipped_sets_can_be_used_whole() -> None:
    assert run(SHIPPED) == (0, "4 files, 12 prompts, 2 weeks: all of it can be used.\n", "")


def test_a_week_may_use_the_shipped_prompts() -> None:
    assert run(SHIPPED / "en" / "weeks.toml") == (
        0,
        "1 file, 0 prompts, 2 weeks: all of it can be used.\n",
        "",
    )


def test_a_slip_is_told_with_its_place_and_what_would_be_right(a_set: Path) -> None:
    change(a_set, 'depth = "gentle"', 'depth = "depe"')
    change(a_set, "minutes = 10", "minutes = 100")
    code, out, err = run(a_set)
    assert code == 1
    assert out == (
        f"{a_set}, line 15, emp-01, depth: depth is “depe”; use gentle, steady or deep.\n"
        f"{a_set}, line 37, emp-02, minutes: minutes is 100; use a whole number from 1 to 15.\n"
    )
    assert err == "2 things to mend in 1 file.\n"


def test_a_hint_is_no_refusal(a_set: Path) -> None:
    change(a_set, "Listen for the farthest sound you can hear, then the nearest.", "Breathe slowly.")
    code, out, err = run(a_set)
    assert (code, err) == (0, "")
    assert out.splitlines()[0].startswith(f"{a_set}, line 63, emp-03, steps.settle: hint: ")
    assert out.splitlines()[1] == "1 file, 4 prompts, 0 weeks: all of it can be used."


def test_as_json_all_of_it_can_be_read_by_a_program(a_set: Path) -> None:
    change(a_set, 'depth = "gentle"', 'depth = "depe"')
    code, out, err = run(a_set, as_json=True)
    told: dict[str, Any] = json.loads(out)
    assert (code, err) == (1, "1 thing to mend in 1 file.\n")
    assert (told["usable"], told["files"], told["prompts"], told["weeks"]) == (False, 1, 3, 0)
    assert told["problems"] == [
        {
            "file": str(a_set),
            "line": 15,
            "where": "emp-01",
            "field": "depth",
            "reason": "wrong_choice",
            "hint": False,
            "facts": {"value": "depe", "allowed": ["gentle", "steady", "deep"]},
            "words": "depth is “depe”; use gentle, steady or deep.",
        }
    ]
    assert json.loads(run(SHIPPED, as_json=True)[1])["usable"] is True


def test_a_file_given_twice_is_checked_once(a_set: Path) -> None:
    assert run(a_set, a_set, a_set.parent)[1].startswith("1 file, 4 prompts")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    code, out, err = run(tmp_path / "none.toml")
    assert code == 1
    assert "can’t be opened" in out
    assert err == "1 thing to mend in 1 file.\n"


def test_a_folder_without_sets(tmp_path: Path) -> None:
    assert run(tmp_path) == (1, "", "There is no set file (*.toml) to check.\n")
    assert json.loads(run(tmp_path, as_json=True)[1])["usable"] is False
