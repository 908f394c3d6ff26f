# SPDX-License-Identifier: MIT
"""One's own prompts in their groups, each with what can be done with it; and what a set file would bring."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.buttons import (
    BaseButton,
    IconButton,
    LinkButton,
    PrimaryButton,
    SecondaryButton,
)
from ipnb_journal.desktop.widgets.choices import CheckBox
from ipnb_journal.desktop.widgets.clearing import clear
from ipnb_journal.desktop.widgets.columns import Columns
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.scroll import Scroll
from ipnb_journal.desktop.widgets.sheet import Rule, Sheet
from ipnb_journal.desktop.widgets.shelf.arriving import ArrivingSet
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import own_prompts as words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.services.own_prompt_sets import SetPreview
    from ipnb_journal.services.own_prompts import OwnPrompt

MEASURE, SIDE, TOP = 620, 32, 24
CHANGE, TRY, UP, DOWN, REMOVE = "change", "try", "up", "down", "remove"


class OwnShelf(QWidget):
    """The signals carry numbers of prompts; `moved` also the place within the group, from 0."""

    new_wanted = Signal()
    change_wanted = Signal(int)
    try_wanted = Signal(int)
    moved = Signal(int, int)
    removed = Signal(int)
    export_wanted = Signal(tuple)
    import_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[OwnPrompt, ...] = ()
        self._chosen: set[int] = set()
        self.buttons: dict[tuple[int, str], BaseButton] = {}
        self.boxes: dict[int, CheckBox] = {}
        self.new = PrimaryButton(theme, words.NEW, icon="plus")
        self.bring_in = SecondaryButton(theme, words.IMPORT)
        self.export = SecondaryButton(theme, words.EXPORT_ALL)
        self.empty = Text(theme, "lead", words.EMPTY, colour="ink2", measure=MEASURE)
        self.files = Text(theme, "hint", words.FILES_LINE, colour="ink2", measure=MEASURE)
        self.arriving = ArrivingSet(theme)
        self._build()
        self._connect()
        self.show_own(())

    def show_own(self, own: Sequence[OwnPrompt]) -> None:
        """Show these, by group and place; the keyboard stays where it was."""
        here = next((key for key, button in self.buttons.items() if button.hasFocus()), None)
        self._shown = tuple(own)
        self._chosen &= {one.id for one in own}
        clear(self._host)
        self.buttons, self.boxes = {}, {}
        for group, members in groupby(self._shown, key=lambda one: one.group):
            self._add_group(group, tuple(members))
        self.empty.setVisible(not own)
        self.export.setVisible(bool(own))
        self._say_chosen()
        if here is not None:
            self._put_back(*here)

    def show_arriving(self, found: SetPreview | None, group: str = "") -> None:
        """Show what a file would bring in place of what is here; None shows what is here again."""
        self._here.setVisible(found is None)
        self.arriving.setVisible(found is not None)
        if found is not None:
            self.arriving.show_set(found, group)
            self.arriving.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.isVisible():
            self.bring_in.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.verticalScrollBar().setValue(0)

    @property
    def chosen(self) -> tuple[int, ...]:
        """The numbers of those ticked, or of all where none is, in their order."""
        ids = tuple(one.id for one in self._shown)
        return tuple(own_id for own_id in ids if own_id in self._chosen) or ids

    def _build(self) -> None:
        theme, body = self._theme, QWidget()
        self._here = QWidget()
        self._host = QVBoxLayout()
        self._host.setSpacing(theme.space(16))
        doing = QWidget()
        row = FlowLayout(theme, doing)
        for button in (self.new, self.bring_in, self.export):
            row.addWidget(button)
        column = QVBoxLayout(self._here)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(14))
        column.addWidget(Text(theme, "ui", words.LINE, colour="ink2", measure=MEASURE))
        column.addWidget(doing)
        column.addWidget(self.empty)
        column.addLayout(self._host)
        column.addWidget(self.files)
        whole = QVBoxLayout(body)
        whole.setContentsMargins(0, 0, theme.space(12), theme.space(40))
        whole.addWidget(self._here)
        whole.addWidget(Columns(theme, self.arriving, width=MEASURE + 2 * SIDE))
        whole.addStretch(1)
        self._scroll = Scroll(theme, body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self.arriving.hide()

    def _connect(self) -> None:
        self.new.clicked.connect(self.new_wanted)
        self.bring_in.clicked.connect(self.import_wanted)
        self.export.clicked.connect(lambda: self.export_wanted.emit(self.chosen))
        self.arriving.unwanted.connect(lambda: self.show_arriving(None))

    def _add_group(self, group: str, members: tuple[OwnPrompt, ...]) -> None:
        theme = self._theme
        sheet = Sheet(theme)
        name = group or words.NO_GROUP
        sheet.setAccessibleName(name)
        column = QVBoxLayout(sheet)
        side, top = theme.space(SIDE), theme.space(TOP)
        column.setContentsMargins(side, top, side, top)
        column.setSpacing(theme.space(12))
        column.addWidget(Text(theme, "label", name, colour="ink2"))
        for own in members:
            if own is not members[0]:
                column.addWidget(Rule(theme))
            column.addWidget(self._row(own, len(members)))
        self._host.addWidget(Columns(theme, sheet, width=MEASURE + 2 * SIDE))

    def _row(self, own: OwnPrompt, count: int) -> QWidget:
        theme, title = self._theme, words.title(own.draft)
        box = CheckBox(theme)
        box.setAccessibleName(words.CHOOSE.format(title=title))
        box.setChecked(own.id in self._chosen)
        box.clicked.connect(lambda on, own_id=own.id: self._choose(own_id, on))
        self.boxes[own.id] = box
        host, told = QWidget(), QVBoxLayout()
        told.setSpacing(theme.space(3))
        told.addWidget(Text(theme, "list_title", title))
        about = words.about(own.draft)
        if own.prompt is None:
            about = f"{about}. {words.UNFINISHED}" if about else words.UNFINISHED
        told.addWidget(Text(theme, "small", about, colour="ink2"))
        told.addWidget(self._doing(own, title, count))
        row = QHBoxLayout(host)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(6))
        row.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(told, 1)
        return host

    def _doing(self, own: OwnPrompt, title: str, count: int) -> QWidget:
        theme, host = self._theme, QWidget()
        whole = own.prompt is not None
        up = words.ABOUT_ONE.format(action=words.UP, title=title)
        down = words.ABOUT_ONE.format(action=words.DOWN, title=title)
        made: dict[str, BaseButton] = {
            CHANGE: LinkButton(theme, words.CHANGE if whole else words.WRITE_ON),
            **({TRY: LinkButton(theme, words.TRY)} if whole else {}),
            REMOVE: LinkButton(theme, words.REMOVE, ink="ink2"),
        }
        for button in made.values():
            button.setAccessibleName(words.ABOUT_ONE.format(action=button.text(), title=title))
        if own.position > 0:
            made[UP] = IconButton(theme, "chevron-up", up)
        if own.position < count - 1:
            made[DOWN] = IconButton(theme, "chevron-down", down)
        row = FlowLayout(theme, host, gap=18)
        for key, button in made.items():
            row.addWidget(button)
            button.setAccessibleDescription(words.about(own.draft))
            button.clicked.connect(partial(self._do, key, own))
            self.buttons[own.id, key] = button
        return host

    def _do(self, key: str, own: OwnPrompt) -> None:
        asked: Mapping[str, partial[None]] = {
            CHANGE: partial(self.change_wanted.emit, own.id),
            TRY: partial(self.try_wanted.emit, own.id),
            UP: partial(self.moved.emit, own.id, own.position - 1),
            DOWN: partial(self.moved.emit, own.id, own.position + 1),
            REMOVE: partial(self.removed.emit, own.id),
        }
        asked[key]()

    def _choose(self, own_id: int, on: bool) -> None:
        (self._chosen.add if on else self._chosen.discard)(own_id)
        self._say_chosen()

    def _say_chosen(self) -> None:
        self.export.setText(words.export(len(self._chosen)))

    def _put_back(self, own_id: int, key: str) -> None:
        """Put the keyboard on the button it was on, or, where that one is gone, on one beside it."""
        beside = {UP: DOWN, DOWN: UP}.get(key, CHANGE)
        for wanted in (key, beside, CHANGE):
            button = self.buttons.get((own_id, wanted))
            if button is not None:
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.new.setFocus(Qt.FocusReason.OtherFocusReason)
