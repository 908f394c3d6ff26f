# SPDX-License-Identifier: MIT
"""A backup stands in the journal's place: says so, and where what stood there before lies now."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal import paths
from ipnb_journal.desktop import places
from ipnb_journal.desktop.bare_frame import BareFrame
from ipnb_journal.desktop.pages.page import Chrome, Page, State
from ipnb_journal.desktop.widgets.buttons import PrimaryButton
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import backups as words

if TYPE_CHECKING:
    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.places import Place


class RestoredPage(Page):
    """Ends at the passphrase field of the restored journal, in a process that knows nothing of before."""

    help_key: ClassVar[str] = "restore"
    chrome: ClassVar[Chrome] = Chrome.BARE

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theme = context.theme
        self._journal = paths.default_path()
        self.aside = Text(theme, "ui", "")
        self.open_button = PrimaryButton(theme, words.OPEN_IT)
        self._frame = BareFrame(theme)
        self._build()
        self.open_button.clicked.connect(self._open)

    @classmethod
    def states(cls) -> tuple[State, ...]:
        folder = Path("/home/me/journal")
        aside = folder / "notes.replaced-20260312T191507Z.vault"
        return (
            State("restored", places.Restored(folder / "notes.vault", aside)),
            State("restored-nothing-before", places.Restored(folder / "notes.vault")),
        )

    def arrive(self, place: Place) -> None:
        assert isinstance(place, places.Restored)  # noqa: S101  the window shows nothing else here
        self._journal = place.journal
        aside = place.aside
        self.aside.setText(
            words.DONE_ALONE
            if aside is None
            else words.DONE_ASIDE.format(name=aside.name, folder=aside.parent)
        )

    def first_focus(self) -> QWidget:
        return self.open_button

    def reflow(self) -> None:
        self._frame.set_columns(self.columns)

    def _open(self) -> None:
        journal = self._journal
        self.open_requested.emit(places.Locked(lambda: places.Unlock(journal)))

    def _build(self) -> None:
        theme, inside = self.context.theme, self._frame.column
        inside.setSpacing(theme.space(12))
        inside.addWidget(Text(theme, "h1", words.DONE_TITLE))
        inside.addWidget(Text(theme, "lead", words.DONE_LEAD, colour="ink2"))
        inside.addWidget(self.aside)
        inside.addSpacing(theme.space(8))
        inside.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._frame)
