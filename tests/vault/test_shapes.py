# SPDX-License-Identifier: MIT
"""What a row has to look like to be one of a table, in each form the table ever had."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from ipnb_journal.vault import shapes

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault

MOMENT = "2026-03-12T20:15:00+01:00"
PAGE = [
    *(None, 5, "uid", "free", "2026-03-12", MOMENT, MOMENT, "UTC", None, None, None, None, None, 0),
    *("", "", "", "Quiet.", "", "", None),
]
OPEN = [
    *(None, 5, "write", MOMENT, MOMENT, "UTC", "free", "2026-03-12", None, None, None, None, None, 0, "", ""),
    *("", "", "", "Quiet.", "", ""),
]
KITCHEN: list[Any] = ["kitchen", 1]


@pytest.fixture
def entries(vault: Vault) -> shapes.Shape:
    return shapes.of(vault, ("entries",))["entries"]


@pytest.fixture
def drafts(vault: Vault) -> shapes.Shape:
    return shapes.of(vault, ("drafts",))["drafts"]


def test_rows_of_every_form_fit_and_get_what_they_lack(entries: shapes.Shape, drafts: shapes.Shape) -> None:
    assert (entries.widths, drafts.widths) == ({21, 23, 25}, {22, 25, 26})
    assert entries.fitting(PAGE, is_cut=False) == [*PAGE, "", 0, 0, 0]
    assert entries.fitting([*PAGE, *KITCHEN], is_cut=False) == [*PAGE, *KITCHEN, 0, 0]
    assert entries.fitting([*PAGE, *KITCHEN, 1, 340], is_cut=False) == [*PAGE, *KITCHEN, 1, 340]
    assert entries.fitting([*PAGE, *KITCHEN, 1], is_cut=False) is None
    assert drafts.fitting(OPEN, is_cut=False) == [*OPEN, "", 0, "", 0]
    assert drafts.fitting([*OPEN, *KITCHEN, ""], is_cut=False) == [*OPEN, *KITCHEN, "", 0]


def test_a_page_and_an_open_one_with_as_many_values_are_told_apart(
    entries: shapes.Shape, drafts: shapes.Shape
) -> None:
    whole, begun = [*PAGE, *KITCHEN, 1, 340], [*OPEN, *KITCHEN, ""]
    assert len(whole) == len(begun)
    for cut in range(14, 25):
        page, draft = ([*row[:cut], *[None] * (25 - cut)] for row in (whole, begun))
        assert entries.fitting(draft, is_cut=True) is None
        assert drafts.fitting(page, is_cut=True) is None
        assert (entries.fitting(page, is_cut=True) or [])[1:4] == whole[1:4]
        assert (drafts.fitting(draft, is_cut=True) or [])[1:4] == begun[1:4]


def test_a_value_of_another_kind_does_not_fit(entries: shapes.Shape) -> None:
    for at, value in ((1, "5"), (3, "write"), (17, 3), (17, None), (0, 4)):
        assert entries.fitting([*PAGE[:at], value, *PAGE[at + 1 :]], is_cut=False) is None


def test_what_a_cut_took_is_empty(entries: shapes.Shape) -> None:
    cut = [*PAGE[:18], *[None] * 7]
    assert entries.fitting(cut, is_cut=True) == [*PAGE[:18], "", "", None, "", 0, 0, 0]
    assert entries.fitting(cut, is_cut=False) is None
