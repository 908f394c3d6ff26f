# SPDX-License-Identifier: MIT
"""The earlier versions of one page: choose one, see what changed since, bring its words back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ipnb_journal.desktop.pages.page import Page, State
from ipnb_journal.desktop.places import Back, Place, Versions
from ipnb_journal.desktop.widgets.buttons import LinkButton, QuietButton, SecondaryButton
from ipnb_journal.desktop.widgets.choices import Segmented
from ipnb_journal.desktop.widgets.combo import Combo
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.scroll import Scroll
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.widgets.version_sheet import MEASURE, SIDE, VersionSheet
from ipnb_journal.desktop.widgets.working import Working
from ipnb_journal.desktop.wording import versions as words
from ipnb_journal.domain.comparison import FieldComparison, compare_writing, earlier_text
from ipnb_journal.domain.entries import Entry, Version, shown_title
from ipnb_journal.services import versions

if TYPE_CHECKING:
    from ipnb_journal.desktop.context import Context
    from ipnb_journal.services.versions import BroughtBack

_Read = tuple[Entry, tuple[Version, ...]]
_CHANGES, _EARLIER = "changes", "earlier"


class VersionsPage(Page):
    """Compares one earlier version with the words the page has now; the comparing is done aside."""

    topics: ClassVar[frozenset[str]] = frozenset({"entries"})
    help_key: ClassVar[str] = "history"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theme = context.theme
        self._entry_id = 0
        self._read: _Read | None = None
        self._fields: tuple[FieldComparison, ...] = ()
        self.back = LinkButton(theme, words.BACK, icon="arrow-left", ink="ink2")
        self.of_page = Text(theme, "hint", "", colour="ink2", max_lines=2)
        self.none = Text(theme, "ui", words.NONE, colour="ink2", measure=MEASURE)
        self.which = Combo(theme, words.WHICH_NAME, height=36)
        choices = ((_CHANGES, words.CHANGES), (_EARLIER, words.EARLIER))
        self.view = Segmented(theme, choices, name=words.VIEW_NAME)
        self.sheet, self.working = VersionSheet(theme), Working(theme)
        self.bring_back = SecondaryButton(theme, words.BRING_BACK)
        self.copy = QuietButton(theme, words.COPY)
        self._build()
        self._connect()
        self._restyle()

    @classmethod
    def states(cls) -> tuple[State, ...]:
        def earlier(page: VersionsPage) -> None:
            page.view.segment(_EARLIER).click()

        return (
            State("versions", Versions(16)),
            State("versions-earlier", Versions(16), earlier),
            State("versions-none", Versions(1)),
        )

    def arrive(self, place: Place) -> None:
        if isinstance(place, Versions):
            self._entry_id = place.entry_id
            self._read = None
            self._ask(place.version_id)

    def refresh(self) -> None:
        if self._entry_id:
            self._ask(self._chosen_id())

    def first_focus(self) -> QWidget | None:
        return self.back if self.which.isHidden() else self.which

    def reflow(self) -> None:
        self._restyle()

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.open_requested.emit(Back()))
        self.which.currentIndexChanged.connect(lambda _: self._compare())
        self.view.changed.connect(lambda _: self._show_chosen())
        self.bring_back.clicked.connect(self._bring_back)
        self.copy.clicked.connect(self._copy)
        self.context.theme.changed.connect(self._restyle)
        self.context.theme.changed.connect(self._show_chosen)

    def _build(self) -> None:
        theme, body, self._main = self.context.theme, QWidget(), QWidget()
        self._choosing, self._doing = QWidget(), QWidget()
        chosen = QHBoxLayout()
        chosen.setSpacing(theme.space(10))
        chosen.addWidget(Text(theme, "ui", words.WHICH, wrap=False))
        chosen.addWidget(self.which)
        held = QWidget()
        held.setLayout(chosen)
        chosen.setContentsMargins(0, 0, 0, 0)
        choosing = FlowLayout(theme, self._choosing, gap=16)
        choosing.addWidget(held)
        choosing.addWidget(self.view)
        doing = FlowLayout(theme, self._doing, gap=10)
        for button in (self.bring_back, self.copy):
            doing.addWidget(button)
        # a long day gives way to a small window
        self.which.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.keeps = Text(theme, "small", words.KEEPS, colour="ink2")
        self._column = QVBoxLayout(self._main)
        self._column.setContentsMargins(0, 0, 0, 0)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(Text(theme, "h1", words.TITLE))
        head.addWidget(self.of_page)
        self._column.addLayout(head)
        for part in (self.none, self._choosing, self.working, self.sheet, self._doing, self.keeps):
            self._column.addWidget(part)
        self._whole = QVBoxLayout(body)
        self._whole.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.addWidget(self._main, 1)
        row.addStretch(0)
        self._whole.addLayout(row)
        self._whole.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(theme, body))

    def _ask(self, chosen: int | None) -> None:
        wanted = self._entry_id
        self.context.runner.run(
            self, lambda vault: versions.all_of(vault, wanted), partial(self._take, chosen), latest="versions"
        )

    def _take(self, chosen: int | None, read: _Read) -> None:
        """List the versions there are, keeping the one chosen where it is still there."""
        if read == self._read:
            return
        self._read = entry, earlier = read
        title, today = shown_title(entry.page), self.context.clock().date()
        self.of_page.setText(words.OF_PAGE.format(title=title) if title else words.OF_UNNAMED)
        self.which.blockSignals(True)
        self.which.clear()
        for version in earlier:
            self.which.add(words.moment(version.kept_at, today), version.id)
        if chosen is not None:
            self.which.choose(chosen)
        self.which.blockSignals(False)
        held = self.which.hasFocus()
        self.none.setVisible(not earlier)
        for part in (self._choosing, self.which, self.sheet, self._doing, self.keeps):
            part.setVisible(bool(earlier))
        self.bring_back.setEnabled(entry.drawer_since is None)
        if held and not earlier:
            self.back.setFocus()
        self._compare()

    def _chosen_id(self) -> int | None:
        number = self.which.currentData()
        return number if isinstance(number, int) else None

    def _chosen(self) -> Version | None:
        number = self._chosen_id()
        earlier = () if self._read is None else self._read[1]
        return next((version for version in earlier if version.id == number), None)

    def _compare(self) -> None:
        version = self._chosen()
        if version is None or self._read is None:
            return
        job = partial(compare_writing, version.writing, self._read[0].page.writing)
        self.working.begin(words.COMPARING)
        self.context.runner.run_free(self, job, self._on_compared, latest="comparison")

    def _on_compared(self, fields: tuple[FieldComparison, ...]) -> None:
        self.working.end()
        self._fields = fields
        self._show_chosen()

    def _show_chosen(self) -> None:
        if self._read is None:
            return
        if self.view.value() == _EARLIER:
            self.sheet.show_earlier(self._fields)
        else:
            self.sheet.show_changes(self._fields)

    def _bring_back(self) -> None:
        number, clock = self._chosen_id(), self.context.clock
        runner, notices = self.context.runner, self.context.notices
        if number is None:
            return

        def told(done: BroughtBack | None) -> None:
            def undo() -> None:
                if done is not None:
                    runner.run(notices, lambda vault: versions.undo(vault, done, clock()))

            notices.say(words.BROUGHT_BACK, undo if done is not None else None)
            self.open_requested.emit(Back())

        runner.run(self, lambda vault: versions.bring_back(vault, number, clock()), told)

    def _copy(self) -> None:
        self.context.notices.copy_secret(earlier_text(self._fields))
        self.context.notices.say(words.COPIED)

    def _restyle(self) -> None:
        theme, around = self.context.theme, self.room_around()
        around.setTop(theme.space(6))
        around.setBottom(theme.space(96))
        self._whole.setContentsMargins(around)
        self._whole.setSpacing(theme.space(10))
        self._column.setSpacing(theme.space(14))
        self._main.setMaximumWidth(theme.px(MEASURE) + 2 * theme.space(SIDE))
