# SPDX-License-Identifier: MIT
"""First run, step 3: what the journal can and can't protect, and a name for its window."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ipnb_journal.desktop import places
from ipnb_journal.desktop.form_frame import NAME
from ipnb_journal.desktop.pages.page import Chrome, Page, State
from ipnb_journal.desktop.theme import icons
from ipnb_journal.desktop.widgets.buttons import LinkButton, PrimaryButton
from ipnb_journal.desktop.widgets.fields import Field
from ipnb_journal.desktop.widgets.marks import AppMark
from ipnb_journal.desktop.widgets.painting import smooth
from ipnb_journal.desktop.widgets.scroll import Scroll
from ipnb_journal.desktop.widgets.sheet import Rule
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import opening as say
from ipnb_journal.desktop.wording import safety
from ipnb_journal.services.settings import LONGEST_TITLE

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.places import Place
    from ipnb_journal.desktop.theme.theme import Theme


class ProtectionPage(Page):
    """Says it plainly before the first word is written."""

    help_key: ClassVar[str] = "protection"
    chrome: ClassVar[Chrome] = Chrome.BARE

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theme = context.theme
        self.window_name = Field(theme, say.WINDOW_NAME, hint=say.WINDOW_NAME_HINT)
        self.window_name.line.setMaxLength(LONGEST_TITLE)
        self.begin = PrimaryButton(theme, say.BEGIN)
        self.read_first = LinkButton(theme, say.READ_FIRST)
        self._lists = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._column = QVBoxLayout()
        self._build()
        self.begin.clicked.connect(self._go_on)
        self.window_name.submitted.connect(self._go_on)
        self.read_first.clicked.connect(lambda: self.help_requested.emit("afraid"))

    @classmethod
    def states(cls) -> tuple[State, ...]:
        return (State("protection", places.Protection()),)

    def arrive(self, place: Place) -> None:
        # the focus may have come by here on its way from the page before
        self._scroll.verticalScrollBar().setValue(0)
        self.window_name.set_text(self.context.settings.current.window_title)

    def reflow(self) -> None:
        space, kind = self.context.theme.space, QBoxLayout.Direction
        self._lists.setDirection(kind.LeftToRight if self.columns else kind.TopToBottom)
        self._lists.setSpacing(space(64 if self.columns else 28))
        side = space(120 if self.columns else 40)
        self._column.setContentsMargins(side, space(20), side, space(32))

    def _build(self) -> None:
        theme = self.context.theme
        holder = QWidget()
        holder.setLayout(self._column)
        self._column.setSpacing(0)
        self._fill(self._column)
        self._column.addStretch(1)
        self._scroll = Scroll(theme, holder)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self.reflow()

    def _fill(self, column: QVBoxLayout) -> None:
        theme = self.context.theme
        space = theme.space
        brand = QHBoxLayout()
        brand.setSpacing(space(10))
        brand.addWidget(AppMark(theme, 24))
        brand.addWidget(Text(theme, "journal", NAME, wrap=False))
        brand.addStretch(1)
        brand.addWidget(Text(theme, "small", say.step(3), colour="ink2", wrap=False))
        column.addLayout(brand)
        column.addSpacing(space(28))
        column.addWidget(Text(theme, "display", say.CAN_AND_CANNOT, measure=1000))
        column.addSpacing(space(22))
        self._lists.addWidget(_List(theme, say.IT_CAN, safety.KEEPS, "check"), 1)
        self._lists.addWidget(_List(theme, say.IT_CANNOT, safety.CANNOT, "minus"), 1)
        column.addLayout(self._lists)
        column.addSpacing(space(22))
        column.addWidget(Rule(theme))
        column.addSpacing(space(18))
        column.addWidget(Text(theme, "ui_strong", safety.NO_ONE_WATCHES, measure=900))
        column.addWidget(Text(theme, "ui", safety.NOT_EVERYBODY_SAFE, colour="ink2", measure=900))
        column.addSpacing(space(5))
        column.addWidget(self.read_first)
        column.addSpacing(space(20))
        foot = QHBoxLayout()
        foot.setSpacing(space(24))
        self.window_name.setMaximumWidth(theme.px(420))
        foot.addWidget(self.window_name, 2)
        foot.addStretch(1)
        foot.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(foot)

    def _go_on(self) -> None:
        name = self.window_name.text().strip()
        if name.isprintable() and name:
            self.context.settings.change(window_title=name)
        self.open_requested.emit(places.Today())


class _List(QWidget):
    """A heading and lines, each behind an icon; the icon says which list it is, not how good it is."""

    def __init__(self, theme: Theme, title: str, lines: tuple[str, ...], icon: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(8))
        column.addWidget(Text(theme, "heading", title))
        for line in lines:
            row = QHBoxLayout()
            row.setSpacing(theme.space(12))
            row.addWidget(_Bullet(theme, icon), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Text(theme, "ui", line), 1)
            column.addLayout(row)
        column.addStretch(1)


class _Bullet(QWidget):
    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__()
        self._theme, self._icon = theme, icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(16), self._theme.px(22))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        drawn = icons.pixmap(self._theme, self._icon, 16, "ink2", stroke=2, ratio=self.devicePixelRatioF())
        smooth(self).drawPixmap(QPointF(0, self._theme.px(3)), drawn)
