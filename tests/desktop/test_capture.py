# SPDX-License-Identifier: MIT
"""Screenshots: nothing is promised where the system can't keep it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from ipnb_journal.desktop import capture
from ipnb_journal.desktop.computer import Computer
from ipnb_journal.desktop.widgets.settings_privacy import PrivacyTab
from ipnb_journal.desktop.wording.settings import CAPTURE_REFUSED

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.notices import Message
    from ipnb_journal.desktop.theme.theme import Theme

elsewhere = pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="this system can do it")


@elsewhere
def test_linux_offers_nothing_and_does_nothing(qtbot: QtBot, theme: Theme) -> None:
    assert not capture.is_offered()
    assert not capture.exclude(1, True)
    tab = PrivacyTab(theme)
    qtbot.addWidget(tab)
    tab.show()
    assert not tab.capture_row.isVisible()


@elsewhere
def test_a_system_that_refuses_is_told_of_and_the_setting_goes_back(
    qtbot: QtBot, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The refusal is real: this system has no such call."""
    monkeypatch.setattr(capture, "is_offered", lambda: True)
    window = QWidget()
    qtbot.addWidget(window)
    Computer(context, window)
    context.settings.change(hide_from_capture=True)
    assert not context.settings.current.hide_from_capture
    told: list[Message] = [one for one in context.notices.told if hasattr(one, "text")]  # type: ignore[misc]
    assert [one.text for one in told] == [CAPTURE_REFUSED]
