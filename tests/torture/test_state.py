# SPDX-License-Identifier: MIT
"""An interrupted run goes on where it was, if it is the same run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.torture.state import Done, State

if TYPE_CHECKING:
    from pathlib import Path

HELD, LOST = Done("whole 1", None, 0.5), Done("whole 2", "page 3 is not there", 0.25)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "new" / "state.jsonl"
    State(path, 1, False, False).add("kill save", [HELD, LOST])
    return path


def test_what_was_done_counts_when_going_on(file: Path) -> None:
    state = State(file, 1, False, True)
    assert state.of("kill save") == {"whole 1": HELD, "whole 2": LOST}
    assert state.of("kill create") == {}


@pytest.mark.parametrize(("seed", "sliced", "resume"), [(2, False, True), (1, True, True), (1, False, False)])
def test_another_run_starts_afresh(file: Path, seed: int, sliced: bool, resume: bool) -> None:
    assert State(file, seed, sliced, resume).of("kill save") == {}
    assert State(file, seed, sliced, True).of("kill save") == {}


def test_a_line_cut_short_by_the_interruption_is_tried_again(file: Path) -> None:
    content = file.read_text()
    file.write_text(content[:-5])
    assert State(file, 1, False, True).of("kill save") == {"whole 1": HELD}
