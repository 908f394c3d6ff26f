# SPDX-License-Identifier: MIT
"""What an author is told: file, line, prompt, field, and what would be right."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from ipnb_journal import paths
from ipnb_journal.cli.prompts_check import check

if TYPE_CHECKING:
    from pathlib import Path

SHIPPED = paths.prompts()
SOUND = (SHIPPED / "en" / "empathy.toml").read_text(encoding="utf-8")
COUNT = SOUND.count("[[prompt]]")


def run(*files: Path, as_json: bool = False) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    return check(files, as_json, out, err), out.getvalue(), err.getvalue()


@pytest.fixture
def a_set(tmp_path: Path) -> Path:
    file = tmp_path / "mine.toml"
    file.write_text(SOUND, encoding="utf-8")
    return file


def line_of(words: str) -> int:
    """The first line of the sound set that begins so, from 1."""
    return next(n for n, line in enumerate(SOUND.splitlines(), 1) if line.startswith(words))


FARTHEST = line_of('steps.settle = "Listen for the farthest')


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_shipped_sets_have_nothing_to_mend_and_are_counted() -> None:
    code, out, err = run(SHIPPED)
    lines = out.splitlines()
    assert (code, err) == (0, "")
    assert lines[0].split() == ["theme", "gentle", "steady", "deep", "all"]
    assert lines[-1].endswith(": all of it can be used.")
    assert "hint" not in out


def test_a_week_may_use_the_shipped_prompts() -> None:
    code, out, err = run(SHIPPED / "en" / "weeks.toml")
    assert (code, err) == (0, "")
    assert out.startswith("1 file, 0 prompts, ")


def test_the_table_counts_what_is_there(a_set: Path) -> None:
    rows = {line[:34].strip(): line[34:].split() for line in run(a_set)[1].splitlines()}
    depths = [len(re.findall(f'depth = "{depth}"', SOUND)) for depth in ("gentle", "steady", "deep")]
    assert rows["empathy"] == rows["all themes"] == [str(count) for count in (*depths, sum(depths))]
    assert rows["technique: PG"] == [str(len(re.findall(r'draws_on = .*"PG"', SOUND)))]
    assert rows["two circles"] == [str(SOUND.count("circles = true"))]


def test_nearly_the_same_twice_is_told_with_both_places(a_set: Path) -> None:
    first = SOUND[SOUND.index("[[prompt]]") :].split("[[prompt]]")[1]
    other = first.replace("emp-01", "emp-99").replace("Think of", "Recall").replace("ordinary", "plain")
    a_set.write_text(f"{SOUND}\n[[prompt]]{other}", encoding="utf-8")
    code, out, _ = run(a_set)
    told = next(line for line in out.splitlines() if "emp-99" in line)
    assert code == 0
    assert f"hint: It is much like emp-01 ({a_set}, line " in told


def test_a_slip_is_told_with_its_place_and_what_would_be_right(a_set: Path) -> None:
    change(a_set, 'depth = "gentle"', 'depth = "depe"')
    change(a_set, "minutes = 10", "minutes = 100")
    code, out, err = run(a_set)
    assert code == 1
    assert out.startswith(
        f"{a_set}, line {line_of('depth = ')}, emp-01, depth: depth is “depe”; use gentle, steady or deep.\n"
        f"{a_set}, line {line_of('minutes = 10')}, emp-02, minutes: minutes is 100; "
        "use a whole number from 1 to 15.\n"
    )
    assert err == "2 things to mend in 1 file.\n"


def test_a_hint_is_no_refusal(a_set: Path) -> None:
    change(
        a_set,
        "Listen for the farthest sound you can hear, then the nearest. Or do it with your eyes.",
        "Breathe slowly.",
    )
    code, out, err = run(a_set)
    assert (code, err) == (0, "")
    assert out.splitlines()[0].startswith(f"{a_set}, line {FARTHEST}, emp-03, steps.settle: hint: ")
    assert out.splitlines()[-1] == f"1 file, {COUNT} prompts: all of it can be used."


def test_as_json_all_of_it_can_be_read_by_a_program(a_set: Path) -> None:
    change(a_set, 'depth = "gentle"', 'depth = "depe"')
    code, out, err = run(a_set, as_json=True)
    told: dict[str, Any] = json.loads(out)
    assert (code, err) == (1, "1 thing to mend in 1 file.\n")
    assert (told["usable"], told["files"], told["prompts"], told["weeks"]) == (False, 1, COUNT - 1, 0)
    assert told["problems"] == [
        {
            "file": str(a_set),
            "line": line_of("depth = "),
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
    assert run(a_set, a_set, a_set.parent)[1].splitlines()[-1].startswith(f"1 file, {COUNT} prompts")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    code, out, err = run(tmp_path / "none.toml")
    assert code == 1
    assert "can’t be opened" in out
    assert err == "1 thing to mend in 1 file.\n"


def test_a_folder_without_sets(tmp_path: Path) -> None:
    assert run(tmp_path) == (1, "", "There is no set file (*.toml) to check.\n")
    assert json.loads(run(tmp_path, as_json=True)[1])["usable"] is False
