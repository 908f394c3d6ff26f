# SPDX-License-Identifier: MIT
"""Every page, as the window treats it: built, shown, and gone without a trace at a lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from ipnb_journal.desktop import places
from ipnb_journal.desktop.page_table import page_class

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context

_PLACES = (
    *(places.Today, places.CheckIn, places.Write, places.Guided, places.History, places.OpenEntry),
    *(places.Drawer, places.Insights, places.Settings, places.Pause, places.Unlock, places.Welcome),
    *(places.ChoosePassphrase, places.RecoveryKey, places.Protection, places.Meanings),
)


@pytest.mark.parametrize("place", _PLACES)
def test_a_page_that_is_gone_hears_nothing_any_more(qtbot: QtBot, context: Context, place: type) -> None:
    page = page_class(place)(context)
    page.deleteLater()
    QApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)
    with qtbot.captureExceptions() as caught:
        context.settings.change(word_count=True, writing_width="wide", text_percent=120)
        context.theme.changed.emit()
        context.runner.changed.emit(frozenset({"entries", "people", "preferences"}))
    assert not caught
