# SPDX-License-Identifier: MIT
"""Figures say what was reached, and a control is reached only by losing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.torture.figures import Figure, Loss, table, write

if TYPE_CHECKING:
    from pathlib import Path

LOSS = (Loss("whole 3", "page 3 is not there"),)


def test_a_figure_counts_what_held_and_any_loss_misses_it() -> None:
    assert Figure("kill save", 146, (), 1.0).line() == "kill save: 146 of 146"
    assert Figure("kill save", 146, (), 1.0).is_reached
    missed = Figure("kill save", 146, LOSS, 1.0)
    assert missed.line() == "kill save: 145 of 146"
    assert not missed.is_reached
    assert missed.rerun(7) == [
        'page 3 is not there\n      python -m tests.torture --seed 7 --only "kill save" --case "whole 3"'
    ]
    assert "MISSED" in table([missed])


def test_a_control_counts_what_was_lost_and_has_to_lose() -> None:
    assert Figure("control", 5, LOSS, 1.0, must_lose=True).line() == "control: 1 of 5"
    assert Figure("control", 5, LOSS, 1.0, must_lose=True).is_reached
    assert not Figure("control", 5, (), 1.0, must_lose=True).is_reached


def test_nothing_tried_is_not_reached_and_what_cannot_run_says_why() -> None:
    assert not Figure("kill save", 0, (), 0.0).is_reached
    skipped = Figure("real full disk", 0, (), 0.0, skipped="mounting is not allowed here")
    assert skipped.is_reached
    assert skipped.line() == "real full disk: skipped, mounting is not allowed here"


def test_figures_are_written_for_people_and_for_programs(tmp_path: Path) -> None:
    write([Figure("kill save", 146, LOSS, 1.5)], 7, False, tmp_path / "new")
    assert (tmp_path / "new" / "figures.txt").read_text() == "kill save: 145 of 146\n"
    told = json.loads((tmp_path / "new" / "figures.json").read_text())
    assert (told["seed"], told["slice"]) == (7, False)
    assert told["figures"][0]["count"] == 145
    assert told["figures"][0]["losses"] == [{"case": "whole 3", "what": "page 3 is not there"}]
