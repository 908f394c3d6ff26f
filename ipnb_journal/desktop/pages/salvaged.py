# SPDX-License-Identifier: MIT
"""What could be read of a damaged journal, and what could not: told before the new one is opened."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipnb_journal import paths
from ipnb_journal.desktop import places
from ipnb_journal.desktop.bare_frame import BareFrame
from ipnb_journal.desktop.pages.page import Chrome, Page, State
from ipnb_journal.desktop.widgets.buttons import PrimaryButton, QuietButton
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import damage as words

if TYPE_CHECKING:
    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.places import Place

_LINES = 7


class SalvagedPage(Page):
    """Ends at the passphrase field of the new journal, or where the person was before."""

    help_key: ClassVar[str] = "unlock"
    chrome: ClassVar[Chrome] = Chrome.BARE

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theme = context.theme
        self._new = paths.default_path()
        self.lines = [Text(theme, "ui", "") for _ in range(_LINES)]
        self.where, self.former = Text(theme, "ui", "", colour="ink2"), Text(theme, "ui", "", colour="ink2")
        self.open_button = PrimaryButton(theme, words.OPEN_NEW)
        self.later = QuietButton(theme, words.LATER)
        self._frame = BareFrame(theme)
        self._build()
        self.open_button.clicked.connect(self._open)
        self.later.clicked.connect(lambda: self.open_requested.emit(places.Back()))

    @classmethod
    def states(cls) -> tuple[State, ...]:
        from ipnb_journal.services.salvaging import Salvaged  # noqa: PLC0415  for the pictures only

        folder = Path("/home/me/journal")
        new, former = folder / "notes-readable.vault", folder / "notes.vault"
        days = tuple(date(2026, 3, day) for day in (3, 4, 5))
        some = Salvaged(new, 208, 1, 3, days, (("checkins", 12), ("versions", 1)), loose=True, damaged=9)
        whole = Salvaged(new, 212, 0, 0, (), (), loose=False, damaged=1)
        return (
            State("salvaged", places.Salvaged(former, some)),
            State("salvaged-everything", places.Salvaged(former, whole)),
        )

    def arrive(self, place: Place) -> None:
        assert isinstance(place, places.Salvaged)  # noqa: S101  the window shows nothing else here
        told = place.told
        self._new = told.path
        said = words.saved(told)
        for number, line in enumerate(self.lines):
            line.setText(said[number] if number < len(said) else "")
            line.setVisible(number < len(said))
        self.where.setText(words.WHERE.format(name=told.path.name, folder=told.path.parent))
        self.former.setText(words.FORMER.format(name=place.former.name))

    def first_focus(self) -> QWidget:
        return self.open_button

    def reflow(self) -> None:
        self._frame.set_columns(self.columns)

    def _open(self) -> None:
        new = self._new
        self.open_requested.emit(places.Locked(lambda: places.Unlock(new)))

    def _build(self) -> None:
        theme, inside = self.context.theme, self._frame.column
        inside.setSpacing(theme.space(10))
        inside.addWidget(Text(theme, "h1", words.SAVED_TITLE))
        inside.addWidget(Text(theme, "lead", words.SAVED_LEAD, colour="ink2"))
        inside.addSpacing(theme.space(4))
        for line in self.lines:
            inside.addWidget(line)
        inside.addSpacing(theme.space(8))
        for line in (self.where, self.former):
            inside.addWidget(line)
        inside.addSpacing(theme.space(14))
        row = QHBoxLayout()
        row.setSpacing(theme.space(8))
        row.addWidget(self.open_button)
        row.addWidget(self.later)
        row.addStretch(1)
        inside.addLayout(row)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._frame)
