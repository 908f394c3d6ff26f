# SPDX-License-Identifier: MIT
"""Each source is read once until it is forgotten; somebody invented is read without a journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from ipnb_journal.desktop.charts.over_time_lens import OverTimeLens
from ipnb_journal.desktop.charts.plane_lens import PlaneLens
from ipnb_journal.desktop.charts.river_lens import RiverLens
from ipnb_journal.desktop.lens_reader import Found, LensReader
from ipnb_journal.domain.checkins import Item
from ipnb_journal.services import checkins, people

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.vault.vault import Vault


@pytest.fixture
def asker(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_a_source_is_read_once_and_shared(
    context: Context, asker: QWidget, in_vault: Callable[[Callable[[Vault], object]], object], now: datetime
) -> None:
    def fill(vault: Vault) -> None:
        people.add(vault, "Ana")
        checkins.save(vault, checkins.NewCheckIn({Item.D1: 50.0, Item.C1: 20.0}), now)

    in_vault(fill)
    reader, told = LensReader(context, asker), list[Found]()
    over_time, plane, river = OverTimeLens(context.theme), PlaneLens(context.theme), RiverLens(context.theme)
    reader.read(over_time, None, told.append, example=False)
    assert told[0].people is not None
    assert [person.label for person in told[0].people] == ["Ana"]
    assert len(told[0].drawn_from.days) == 1
    reader.read(plane, None, told.append, example=False)
    assert told[1] == Found(told[0].drawn_from, None)
    assert reader.known(river) is None
    reader.read(river, None, told.append, example=False)
    assert told[2].drawn_from != told[0].drawn_from
    reader.forget()
    assert reader.known(over_time) is None


def test_somebody_invented_needs_no_journal(context: Context, asker: QWidget) -> None:
    reader, told = LensReader(context, asker), list[Found]()
    reader.read(OverTimeLens(context.theme), None, told.append, example=True)
    assert told[0].people is None
    assert len(told[0].drawn_from.days) > 100
