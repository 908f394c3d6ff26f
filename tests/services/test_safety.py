# SPDX-License-Identifier: MIT
"""Numbers to reach, without a journal open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ipnb_journal.domain.safety import SOMEWHERE, LineKind
from ipnb_journal.errors import FileProblem, FormatError
from ipnb_journal.services import safety

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("country", ["DE", "de"])
def test_a_countrys_lines_come_first_then_those_for_anywhere(country: str) -> None:
    lines = safety.crisis_lines(country)
    assert [line.country for line in lines] == ["DE", "DE", SOMEWHERE]
    assert lines[0].kind is LineKind.EMERGENCY


def test_an_unknown_country_gets_the_lines_for_anywhere() -> None:
    assert {line.country for line in safety.crisis_lines("XX")} == {SOMEWHERE}


@pytest.mark.parametrize("country", [None, ""])
def test_without_a_country_all_of_them(country: str | None) -> None:
    assert {line.country for line in safety.crisis_lines(country)} == {*safety.countries(), SOMEWHERE}


def test_lines_for_people_afraid_of_someone_are_kept_apart() -> None:
    assert LineKind.ABUSE not in {line.kind for line in safety.crisis_lines()}
    assert {line.country for line in safety.abuse_lines()} == {"AU", "GB", "IE", "US"}
    assert [line.number for line in safety.abuse_lines("gb")] == ["0808 2000 247"]


def test_a_missing_or_empty_file_is_told(tmp_path: Path) -> None:
    file = tmp_path / "lines.toml"
    with pytest.raises(FileProblem):
        safety.crisis_lines(file=file)
    file.write_text("format = 1")
    with pytest.raises(FormatError) as empty:
        safety.crisis_lines(file=file)
    assert empty.value.facts["reason"] == "blank"
    file.write_text("format = 1\n[[line]]\n")
    with pytest.raises(FormatError) as broken:
        safety.crisis_lines(file=file)
    assert broken.value.facts["place"] == 2
