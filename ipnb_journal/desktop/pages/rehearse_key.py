# SPDX-License-Identifier: MIT
"""Whether the recovery key is still there: two groups of its sheet, compared with the real key."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop import places
from ipnb_journal.desktop.banner import Banner, Sign
from ipnb_journal.desktop.form_frame import FormFrame
from ipnb_journal.desktop.pages.page import Chrome, Page, State
from ipnb_journal.desktop.widgets.announce import announce
from ipnb_journal.desktop.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from ipnb_journal.desktop.widgets.fields import Field
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.net import MacrameNet
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import keys as say
from ipnb_journal.desktop.wording.errors import Words
from ipnb_journal.domain.rehearsal import ASKED
from ipnb_journal.services import rehearsal

if TYPE_CHECKING:
    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.places import Place
    from ipnb_journal.services.rehearsal import Asked

_LONGEST_GROUP = 6


class RehearseKeyPage(Page):
    """Asks kindly, names what doesn't fit, and always shows the way to a new key."""

    help_key: ClassVar[str] = "recovery_key"
    chrome: ClassVar[Chrome] = Chrome.BARE
    back_label: ClassVar[str] = say.BACK

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theme = context.theme
        self._asked: Asked | None = None
        self._frame = FormFrame(
            theme, MacrameNet.first_run(theme), left=120, top=64, width=520, beside_at=(764, 516)
        )
        self._lead = Text(theme, "lead", "", colour="ink2")
        self.groups = tuple(Field(theme, "", role="key_field") for _ in range(ASKED))
        self.banner = Banner(theme)
        self.see = PrimaryButton(theme, say.SEE)
        self.done = PrimaryButton(theme, say.DONE)
        self.not_now = QuietButton(theme, say.NOT_NOW, ink="ink2")
        self.gone = LinkButton(theme, say.GONE)
        self._fits, self._tick = QWidget(), Sign(theme)
        self._fits_title = Text(theme, "ui_strong", say.FITS)
        self._form = QWidget()
        self._build()
        self._connect()

    @classmethod
    def states(cls) -> tuple[State, ...]:
        place = places.RehearseKey()
        return (
            State("rehearse-key", place),
            State("rehearse-key-off", place, lambda page: page.show_answer((page.asked_groups[1],))),
            State("rehearse-key-fits", place, lambda page: page.show_answer(())),
        )

    @property
    def asked_groups(self) -> tuple[int, ...]:
        """The numbers of the groups that are asked for, none before the journal answered."""
        return self._asked.groups if self._asked is not None else ()

    def arrive(self, place: Place) -> None:
        self._clear()
        self.context.runner.run(self, rehearsal.asked, self._ask)

    def leave(self) -> None:
        self._clear()

    def first_focus(self) -> QWidget:
        return self.groups[0].line if self.done.isHidden() else self.done

    def show_answer(self, wrong: tuple[int, ...]) -> None:
        """Say what came of comparing: the numbers of the groups that don't fit, or that all do."""
        asked = self._asked
        if asked is None:
            return
        if not wrong:
            self._show_fits(True)
            self.done.setFocus()
            announce(self._fits_title, f"{say.FITS}. {say.FITS_MORE}")
            return
        told = Words(say.off(wrong), say.OFF_MORE.format(mark=asked.mark), say.OFF_SAFE, icon="key-round")
        self.banner.tell(told)
        for number, field in zip(asked.groups, self.groups, strict=True):
            field.line.set_wrong(number in wrong)
        first = self.groups[asked.groups.index(wrong[0])].line
        first.selectAll()
        first.setFocus()

    def _build(self) -> None:
        frame, theme = self._frame, self.context.theme
        frame.add_brand(24, "journal")
        frame.gap(52)
        frame.column.addWidget(Text(theme, "display", say.STILL_THERE))
        frame.gap(12)
        frame.column.addWidget(self._lead)
        frame.gap(28)
        self._fill_form(QVBoxLayout(self._form))
        frame.column.addWidget(self._form)
        self._fill_fits(QVBoxLayout(self._fits))
        frame.column.addWidget(self._fits)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def _fill_form(self, column: QVBoxLayout) -> None:
        theme = self.context.theme
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        fields = FlowLayout(theme, gap=24)
        for field in self.groups:
            field.line.setFixedWidth(theme.px(150))
            field.line.setMaxLength(_LONGEST_GROUP)
            fields.addWidget(field)
        column.addLayout(fields)
        column.addWidget(self.banner)
        column.addSpacing(theme.space(28))
        buttons = FlowLayout(theme, gap=10)
        for button in (self.see, self.not_now):
            buttons.addWidget(button)
        column.addLayout(buttons)
        column.addSpacing(theme.space(24))
        column.addWidget(self.gone, 0, Qt.AlignmentFlag.AlignLeading)

    def _fill_fits(self, column: QVBoxLayout) -> None:
        theme = self.context.theme
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(4))
        head = FlowLayout(theme, gap=8)
        self._tick.show_sign("check", risky=False)
        for part in (self._tick, self._fits_title):
            head.addWidget(part)
        column.addLayout(head)
        column.addWidget(Text(theme, "ui", say.FITS_MORE, colour="ink2"))
        column.addSpacing(theme.space(20))
        column.addWidget(self.done, 0, Qt.AlignmentFlag.AlignLeading)

    def _connect(self) -> None:
        for field in self.groups:
            field.edited.connect(self._on_edited)
        for field, following in zip(self.groups, self.groups[1:], strict=False):
            field.submitted.connect(following.line.setFocus)
        self.groups[-1].submitted.connect(self._compare)
        self.see.clicked.connect(self._compare)
        self.not_now.clicked.connect(self._put_off)
        self.gone.clicked.connect(lambda: self.open_requested.emit(places.NewRecoveryKey()))
        self.done.clicked.connect(lambda: self.open_requested.emit(places.Back()))

    def _ask(self, asked: Asked) -> None:
        self._asked = asked
        self._lead.setText(say.still_there_lead(asked.mark, asked.made))
        for number, field in zip(asked.groups, self.groups, strict=True):
            field.set_label(say.GROUP.format(number=number))

    def _on_edited(self, _: str) -> None:
        self.banner.clear()
        for field in self.groups:
            field.line.set_wrong(False)

    def _compare(self) -> None:
        asked = self._asked
        empty = next((field for field in self.groups if not field.text().strip()), None)
        if asked is None or empty is not None:
            (empty or self.groups[0]).line.setFocus()
            return
        typed = {number: field.text() for number, field in zip(asked.groups, self.groups, strict=True)}
        today = self.context.clock().date()
        self.context.runner.run(
            self, lambda vault: rehearsal.answer(vault, typed, today), self.show_answer, latest="rehearsal"
        )

    def _put_off(self) -> None:
        today = self.context.clock().date()
        self.context.runner.run(self, lambda vault: rehearsal.put_off(vault, today))
        self.open_requested.emit(places.Back())

    def _clear(self) -> None:
        for field in self.groups:
            field.set_text("")
            field.line.set_wrong(False)
        self.banner.clear()
        self._show_fits(False)

    def _show_fits(self, fits: bool) -> None:
        self._lead.setVisible(not fits)
        self._form.setVisible(not fits)
        self._fits.setVisible(fits)
        self.done.setVisible(fits)
