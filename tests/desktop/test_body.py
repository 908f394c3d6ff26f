# SPDX-License-Identifier: MIT
"""The room for pages: a message lies over a page's foot, but never over what must stay in reach there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop.body import Body
from ipnb_journal.desktop.notices import Message
from ipnb_journal.desktop.pages.page import Page
from ipnb_journal.desktop.widgets.messages import SoftMessage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context


class _Writing(Page):
    """A page with a bar of buttons at its foot."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(1)
        self.bar = QWidget()
        self.bar.setFixedHeight(64)
        column.addWidget(self.bar)

    def foot_height(self) -> int:
        return 0 if self.bar.isHidden() else self.bar.height()


@pytest.fixture
def body(context: Context, qtbot: QtBot) -> Body:
    made = Body(context.theme)
    qtbot.addWidget(made)
    made.resize(900, 556)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_message_leaves_the_foot_of_a_page_free(body: Body, context: Context, qtbot: QtBot) -> None:
    page = _Writing(context)
    page.bar.hide()
    body.show_page(page)
    body.show_message(Message("The page is set down."))
    shown = body.findChild(SoftMessage)
    assert shown is not None
    low = shown.geometry()
    assert low.bottom() < body.height()
    page.bar.show()
    qtbot.waitUntil(lambda: shown.geometry().bottom() < body.height() - 64)
    assert shown.geometry().size() == low.size()
    page.bar.hide()
    qtbot.waitUntil(lambda: shown.geometry() == low)
