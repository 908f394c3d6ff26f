# SPDX-License-Identifier: MIT
"""A sheet for a session: three things and one question on a form, and beside it how they come out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop import places
from ipnb_journal.desktop.charts.lens import Asked, Lens
from ipnb_journal.desktop.charts.over_time_lens import OverTimeLens
from ipnb_journal.desktop.charts.plane_lens import PlaneLens
from ipnb_journal.desktop.charts.river_lens import RiverLens
from ipnb_journal.desktop.full_disk import FullDisk
from ipnb_journal.desktop.kept_words import KeptWords
from ipnb_journal.desktop.pages.page import Page, State
from ipnb_journal.desktop.paper import Kind
from ipnb_journal.desktop.session_paper import session_paper
from ipnb_journal.desktop.taking_out import TakingOut
from ipnb_journal.desktop.theme.theme import Theme
from ipnb_journal.desktop.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from ipnb_journal.desktop.widgets.columns import Columns
from ipnb_journal.desktop.widgets.combo import Combo
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.own_prompt.parts import BoxedEditor
from ipnb_journal.desktop.widgets.paper_preview import PaperPreview, at_top
from ipnb_journal.desktop.widgets.scroll import Scroll
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import session
from ipnb_journal.desktop.wording import session_sheet as words
from ipnb_journal.desktop.wording import taking_along as taking
from ipnb_journal.domain.insights import BANDWIDTHS
from ipnb_journal.domain.windows import Span, window_of
from ipnb_journal.services import session_sheet
from ipnb_journal.services.session_sheet import SessionSheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from ipnb_journal.desktop.charts.view import ChartView
    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.paper import Paper
    from ipnb_journal.desktop.runner import Vault

WIDTH, ASIDE = 500, 420
_LOOK_MS = 250


class SessionSheetPage(Page):
    """Everything typed is kept at once; the sheet beside it follows."""

    help_key: ClassVar[str] = "insights"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theme = context.theme
        self._showing = False
        self._chart: ChartView | None = None
        lenses = (OverTimeLens(theme, self), PlaneLens(theme, self), RiverLens(theme, self))
        self.lenses: dict[str, Lens[Any]] = {lens.key: lens for lens in lenses}
        self.back = LinkButton(theme, taking.BACK, icon="arrow-left", ink="ink2")
        self.fields = {label: BoxedEditor(theme) for label in (*words.THINGS, words.QUESTION)}
        self.picture = Combo(theme, words.PICTURE_NAME)
        self.save_pdf = PrimaryButton(theme, taking.SAVE_PDF)
        self.print = SecondaryButton(theme, taking.PRINT)
        self.preview = PaperPreview(theme, taking.PREVIEW, widest=ASIDE)
        self.saved = Text(theme, "small", "", colour="ink2")
        self.again = LinkButton(theme, session.TRY_AGAIN)
        self.saver = KeptWords(self, context.runner, context.clock, self._written)
        self.saver.begin()
        FullDisk(context, self.saver, self)
        self.taking_out = TakingOut(context, self, self._paper, taking.SHEET)
        self._soon = QTimer(self, singleShot=True, interval=_LOOK_MS)
        self._build()
        self._connect()
        self.reflow()

    @classmethod
    def states(cls) -> tuple[State, ...]:
        place = places.SessionSheet()
        return (
            State("session-sheet", place),
            State("session-sheet-written", place, _write_example),
            State("session-sheet-picture", place, _put_picture),
        )

    @property
    def unsaved(self) -> bool:
        return self.saver.unsaved

    def arrive(self, place: places.Place) -> None:
        if not self.saver.unsaved:
            self.context.runner.run(self, session_sheet.read, self._show, latest="session sheet")
        self._read_picture()

    def leave(self) -> None:
        self.saver.save()

    def first_focus(self) -> QWidget | None:
        return self.fields[words.THINGS[0]].editor

    def reflow(self) -> None:
        self._column.setContentsMargins(self.room_around())
        self._column.setSpacing(self.context.theme.space(12))
        self._form.setSpacing(self.context.theme.space(6))
        self._columns_of.set_beside(self.columns)

    def sheet(self) -> SessionSheet:
        """The sheet as it is typed now."""
        first, second, third, question = (field.text() for field in self.fields.values())
        return SessionSheet((first, second, third), question)

    def put_below(self, key: str | None) -> None:
        """Put the picture of a lens under the words, None for none."""
        self.picture.choose(key)
        self._read_picture()

    def _build(self) -> None:
        theme, body, form = self.context.theme, QWidget(), QWidget()
        self._form = QVBoxLayout(form)
        self._form.setContentsMargins(0, 0, 0, 0)
        for label, field in self.fields.items():
            field.editor.setAccessibleName(label)
            for part in (Text(theme, "label", label), field):
                self._form.addWidget(part)
            self._form.addSpacing(theme.space(8))
        self._form.addWidget(self._foot())
        self._form.addStretch(1)
        self._columns_of = Columns(theme, form, at_top(self.preview), width=WIDTH, aside_width=ASIDE)
        self._column = QVBoxLayout(body)
        self._column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(Text(theme, "h1", words.TITLE))
        self._column.addWidget(Text(theme, "ui", words.LEAD, colour="ink2", measure=680))
        self._column.addWidget(self._columns_of)
        self._column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(theme, body))

    def _foot(self) -> QWidget:
        """What is said of the words, the choice of a picture, and the ways out."""
        theme, foot, saving, ways = self.context.theme, QWidget(), QWidget(), QWidget()
        for holder, parts in ((saving, (self.saved, self.again)), (ways, (self.save_pdf, self.print))):
            flow = FlowLayout(theme, holder, gap=10)
            for part in parts:
                flow.addWidget(part)
        self.picture.add(words.NO_PICTURE, None)
        self._off = QWidget(self)
        self._off.hide()
        for lens in self.lenses.values():
            self.picture.add(lens.words, lens.key)
            lens.view.setParent(self._off)
            if lens.extras is not None:
                lens.extras.setParent(self._off)
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(10))
        column.addWidget(saving)
        column.addWidget(Text(theme, "label", words.PICTURE_NAME))
        column.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(ways)
        for told in (words.NAME_FREE, taking.OUTSIDE):
            column.addWidget(Text(theme, "hint", told, colour="ink2"))
        self.again.hide()
        return foot

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.open_requested.emit(places.Back()))
        for field in self.fields.values():
            field.touched.connect(self._on_touched)
        self._soon.timeout.connect(self._look)
        self.picture.activated.connect(self._read_picture)
        self.saver.changed.connect(self._show_saved)
        self.again.clicked.connect(self.saver.save)
        self.save_pdf.clicked.connect(partial(self.taking_out.save, Kind.PDF))
        self.print.clicked.connect(self.taking_out.print_it)
        self.context.theme.changed.connect(self.reflow)

    def _show(self, sheet: SessionSheet) -> None:
        if self.saver.unsaved:
            return
        self._showing = True
        for field, said in zip(self.fields.values(), sheet.words, strict=True):
            if field.text() != said:
                field.set_text(said)
        self._showing = False
        self._look()

    def _written(self) -> Callable[[Vault], object]:
        return partial(session_sheet.write, sheet=self.sheet())

    def _on_touched(self) -> None:
        if self._showing:
            return
        self.saver.touch()
        if not self._soon.isActive():
            self._soon.start()

    def _look(self) -> None:
        self.preview.show_paper(self._paper())

    def _paper(self) -> Paper:
        theme = Theme.on_paper(self.context.theme.root)
        chart = self._chart.on_paper(theme) if self._chart is not None else None
        return session_paper(self.sheet(), theme, chart)

    def _read_picture(self) -> None:
        lens = self.lenses.get(str(self.picture.currentData()))
        if lens is None:
            self._chart = None
            self._look()
            return
        self.context.runner.run(
            self, lambda vault: lens.read(vault, None), partial(self._draw, lens), latest="session picture"
        )

    def _draw(self, lens: Lens[Any], found: object) -> None:
        """Draw the last three months, in general."""
        days, today = lens.days(found), self.context.clock().date().toordinal()
        window = window_of(Span.QUARTER, days[0] if days else None, today, None)
        lens.draw(found, Asked(window, BANDWIDTHS[0]))
        self._chart = lens.view
        self._look()

    def _show_saved(self) -> None:
        code = self.saver.error.code if self.saver.error is not None else ""
        told = session.saved_words(self.saver.state, code=code)
        self.saved.setText(told.text)
        self.again.setVisible(bool(told.retry))


def _write_example(page: SessionSheetPage) -> None:
    said = (
        "Saying what I’d like on Sunday, before it’s decided",
        "",
        "The evening walk, and how quiet it was",
        "How do I tell tired from sad?",
    )
    for field, text in zip(page.fields.values(), said, strict=True):
        field.editor.insertPlainText(text)
    page.saver.save()


def _put_picture(page: SessionSheetPage) -> None:
    page.put_below("over_time")
