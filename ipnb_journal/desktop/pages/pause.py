# SPDX-License-Identifier: MIT
"""A pause: something to do with the body, people to reach, and nothing to get right. Works while locked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ipnb_journal.desktop import places
from ipnb_journal.desktop.pages.page import Chrome, Page, State
from ipnb_journal.desktop.reach import Reach, computer_country, country_name
from ipnb_journal.desktop.widgets.breath import BreathCord
from ipnb_journal.desktop.widgets.buttons import LinkButton, SecondaryButton
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.scroll import Scroll
from ipnb_journal.desktop.widgets.sheet import Rule
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import pause as say
from ipnb_journal.desktop.wording import safety

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.places import Place
    from ipnb_journal.desktop.runner import Vault
    from ipnb_journal.domain.safety import Contact, CrisisLine
    from ipnb_journal.errors import AppError

FOOT_SEEN, ROOMY = 176, 700
ALONE_WIDTH, NO_LIMIT = 400, 16_777_215
_CENTRE = Qt.AlignmentFlag.AlignHCenter


class PausePage(Page):
    """Shown when asked for, offered at times, never forced; nobody learns that it was open."""

    help_key: ClassVar[str] = "pause"
    chrome: ClassVar[Chrome] = Chrome.BARE
    topics: ClassVar[frozenset[str]] = frozenset({"contacts", "preferences"})
    back_label: ClassVar[str] = say.BACK_TO_PAGE
    lock_label: ClassVar[str] = say.CLOSE_AND_LOCK

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theme = context.theme
        self._country, self._all = "", False
        self._contacts: tuple[Contact, ...] = ()
        self._lines: tuple[CrisisLine, ...] = ()
        self._saved = self._centred("lead", safety.SAVED, "ink2")
        self.cord = BreathCord(theme)
        self._breath = self._centred("prompt", self.cord.words(), "ink")
        self._line = self._centred("lead", safety.PICK, "ink2")
        self.exercises = [SecondaryButton(theme, exercise.name) for exercise in safety.EXERCISES]
        self._reach = Reach(theme)
        self.every_country = LinkButton(theme, say.ALL_COUNTRIES)
        self._numbers_title = Text(theme, "heading", say.NUMBERS)
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._upper, self._alone = QWidget(), QWidget()
        self._build()
        self._connect()

    @classmethod
    def states(cls) -> tuple[State, ...]:
        return (
            State("pause", places.Pause()),
            State("pause-exercise", places.Pause(), lambda page: page.exercises[0].click()),
            State("pause-all-countries", places.Pause(), lambda page: page.every_country.click()),
        )

    def arrive(self, place: Place) -> None:
        # the focus may have come by here on its way from the page before
        self._scroll.verticalScrollBar().setValue(0)
        self._line.setText(safety.PICK)
        self._all = False
        is_open = self.context.runner.is_open
        self._saved.setText(safety.SAVED if is_open else safety.NOTHING_OPEN)
        self.refresh()

    def refresh(self) -> None:
        if self.context.runner.is_open:
            self.context.runner.run(self, _own, self._show_own)
        else:
            self._show_own(((), ""))

    def first_focus(self) -> QWidget | None:
        return self.exercises[0] if self.columns else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._upper.setMinimumHeight(max(0, self.height() - self.context.theme.px(FOOT_SEEN)))

    def foot_height(self) -> int:
        theme = self.context.theme
        return theme.px(FOOT_SEEN) if self.height() >= theme.px(ROOMY) else 0

    def reflow(self) -> None:
        kind = QBoxLayout.Direction
        self._foot.setDirection(kind.LeftToRight if self.columns else kind.TopToBottom)
        space = self.context.theme.space
        self._alone.setMaximumWidth(self.context.theme.px(ALONE_WIDTH) if self.columns else NO_LIMIT)
        side = space(120 if self.columns else 40)
        self._foot.setContentsMargins(side, space(24), side, space(28))
        self._foot.setSpacing(space(56 if self.columns else 20))

    def _centred(self, role: str, words: str, colour: str) -> Text:
        text = Text(self.context.theme, role, words, colour=colour, measure=720)
        text.setAlignment(_CENTRE | Qt.AlignmentFlag.AlignVCenter)
        side = self.context.theme.space(24)
        text.setContentsMargins(side, 0, side, 0)
        return text

    def _build(self) -> None:
        theme = self.context.theme
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._build_upper(), 1)
        column.addWidget(Rule(theme))
        column.addLayout(self._build_foot())
        self._scroll = Scroll(theme, holder)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def _build_upper(self) -> QWidget:
        """What to do, spread over the height there is: each gap has its least and its share of the rest."""
        space = self.context.theme.space
        column = QVBoxLayout(self._upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for gap, share, part in (
            (30, 4, self._centred("display", safety.PAUSE_TITLE, "ink")),
            (4, 0, self._saved),
            (6, 2, self.cord),
            (2, 2, self._breath),
            (4, 0, self._centred("hint", safety.BREATHING, "ink2")),
            (20, 2, self._exercise_row()),
            (12, 0, self._line),
        ):
            column.addSpacing(space(gap))
            if share:
                column.addStretch(share)
            column.addWidget(part)
        column.addSpacing(space(20))
        column.addStretch(4)
        return self._upper

    def _exercise_row(self) -> QWidget:
        whole, holder = QWidget(), QWidget()
        flow = FlowLayout(self.context.theme, holder, gap=10)
        for button in self.exercises:
            flow.addWidget(button)
        row = QHBoxLayout(whole)
        side = self.context.theme.space(24)
        row.setContentsMargins(side, 0, side, 0)
        row.addStretch(1)
        row.addWidget(holder)
        row.addStretch(1)
        return whole

    def _build_foot(self) -> QBoxLayout:
        theme = self.context.theme
        words, numbers = QVBoxLayout(self._alone), QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        for column in (words, numbers):
            column.setSpacing(theme.space(6))
        words.addWidget(Text(theme, "heading", say.TOO_MUCH_ALONE))
        for line in (safety.EMERGENCY, safety.COMPANY, safety.CANNOT_CALL):
            words.addWidget(Text(theme, "hint", line, colour="ink2", measure=380))
        words.addStretch(1)
        numbers.addWidget(self._numbers_title)
        numbers.addWidget(self._reach)
        # without an alignment the whole column would be no wider than the link
        numbers.addWidget(self.every_country, 0, Qt.AlignmentFlag.AlignLeft)
        numbers.addStretch(1)
        self._foot.addWidget(self._alone, 2)
        self._foot.addLayout(numbers, 3)
        self.reflow()
        return self._foot

    def _connect(self) -> None:
        self.cord.turned.connect(self._breath.setText)
        self.every_country.clicked.connect(self._toggle_all)
        for button, exercise in zip(self.exercises, safety.EXERCISES, strict=True):
            button.clicked.connect(partial(self._line.setText, exercise.line))

    def _toggle_all(self) -> None:
        self._all = not self._all
        self._read_lines()

    def _show_own(self, own: tuple[tuple[Contact, ...], str]) -> None:
        self._contacts, country = own
        self._country = country or computer_country()
        self._read_lines()

    def _read_lines(self) -> None:
        wanted = None if self._all or not self._country else self._country
        self.context.runner.run_free(
            self, partial(_lines, wanted), self._show_lines, self._no_lines, latest="crisis_lines"
        )

    def _show_lines(self, lines: tuple[CrisisLine, ...]) -> None:
        every = self._all or not self._country
        name = country_name(self._country) if self._country else ""
        self._numbers_title.setText(say.NUMBERS if every else say.NUMBERS_FOR.format(country=name))
        self.every_country.setText(say.ONE_COUNTRY.format(country=name) if self._all else say.ALL_COUNTRIES)
        self.every_country.setVisible(bool(self._country))
        self._reach.show_numbers(self._contacts, lines, self.context.clock().date(), by_country=every)

    def _no_lines(self, _: AppError) -> None:
        self._reach.show_numbers(self._contacts, (), self.context.clock().date(), by_country=False)
        self._numbers_title.setText(say.NO_NUMBERS)


def _own(vault: Vault) -> tuple[tuple[Contact, ...], str]:
    from ipnb_journal.services import contacts, preferences  # noqa: PLC0415  brings the vault, not needed locked

    return contacts.contacts(vault), preferences.read(vault).country


def _lines(country: str | None) -> tuple[CrisisLine, ...]:
    from ipnb_journal.services import safety as numbers  # noqa: PLC0415  brings the vault, not needed to paint

    return numbers.crisis_lines(country)
