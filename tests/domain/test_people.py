# SPDX-License-Identifier: MIT
"""A person is a label and a mark; as many marks as there are colours and shapes to draw."""

from __future__ import annotations

import tomllib
from dataclasses import FrozenInstanceError

import pytest

from ipnb_journal import paths
from ipnb_journal.domain.people import MARKS
from tests.builders import a_person


def test_every_mark_has_its_colour_in_both_themes() -> None:
    for name in ("light", "dark"):
        theme = tomllib.loads((paths.resources() / "themes" / f"{name}.toml").read_text("utf-8"))
        drawn = {f"rel{mark}" for mark in range(1, MARKS + 1)}
        assert drawn <= set(theme["colours"]), name


def test_a_person_is_replaced_never_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        a_person().label = "Ben"  # type: ignore[misc]
