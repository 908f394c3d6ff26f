# SPDX-License-Identifier: MIT
"""The command: chooses, runs, goes on, and tries one case alone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.torture.__main__ import CAMPAIGNS, main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_every_campaign_has_a_name_of_its_own() -> None:
    assert len({campaign.name for campaign in CAMPAIGNS}) == len(CAMPAIGNS)


def test_a_run_that_goes_on_tries_only_what_is_left(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = ["--slice", "--only", "kill again save", "--into", str(tmp_path)]
    assert main(told) == 0
    assert "kill again save: 3 of 3\n" in capsys.readouterr().out
    state = tmp_path / "state.jsonl"
    *done, last = state.read_text().splitlines()
    campaign, case, _, _ = json.loads(last)
    planted = json.dumps([campaign, json.loads(done[-1])[1], "planted", 0.0])
    state.write_text("\n".join([*done[:-1], planted]) + "\n")
    assert main([*told, "--resume"]) == 1
    output = capsys.readouterr().out
    assert "kill again save: 2 of 3\n" in output
    assert "planted" in output
    assert json.loads(state.read_text().splitlines()[-1])[1] == case


def test_one_case_can_be_tried_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--only", "kill save", "--case", "whole 40"]) == 0
    assert capsys.readouterr().out == "kill save, whole 40: held\n"


def test_what_does_not_exist_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--only", "kill nothing"]) == 2
    assert main(["--only", "kill save", "--case", "whole 0"]) == 2
    assert "kill nothing" in capsys.readouterr().err
