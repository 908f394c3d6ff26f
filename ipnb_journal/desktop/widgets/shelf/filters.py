# SPDX-License-Identifier: MIT
"""What narrows the prompts: words, what was done with them, theme, depth and length, and more on request."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.buttons import LinkButton
from ipnb_journal.desktop.widgets.chips import ChipGroup
from ipnb_journal.desktop.widgets.choices import CheckBox
from ipnb_journal.desktop.widgets.combo import Combo
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.search_field import SearchField
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import prompts
from ipnb_journal.desktop.wording import shelf as words
from ipnb_journal.domain.prompts import BodyUse, Depth, Domain, Moment, Technique, Theme
from ipnb_journal.domain.shelf import Only, ShelfFilter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipnb_journal.desktop.theme.theme import Theme as Look

WIDEST = 196
_Kind = TypeVar("_Kind", Theme, Depth, Technique, Domain, BodyUse, Moment)


class ShelfFilters(QWidget):
    """The filters above the list. `changed`: look again."""

    changed = Signal()

    def __init__(self, theme: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.search = SearchField(theme, words.SEARCH_NAME, words.SEARCH_PLACEHOLDER)
        self.only = ChipGroup(theme, list(words.ONLY.items()), single=True, small=True, name=words.ONLY_NAME)
        self.only.choose([Only.ALL])
        self.themes = self._combo(words.ANY_THEME, prompts.THEMES)
        self.depths = self._combo(words.ANY_DEPTH, prompts.DEPTHS)
        self.lengths = Combo(theme, words.ANY_LENGTH)
        self.techniques = self._combo(words.ANY_TECHNIQUE, prompts.TECHNIQUES)
        self.domains = self._combo(words.ANY_DOMAIN, prompts.DOMAINS)
        self.bodies = self._combo(words.ANY_BODY, prompts.BODY)
        self.moments = self._combo(words.ANY_MOMENT, prompts.MOMENTS)
        self.circles = CheckBox(theme, words.CIRCLES_ONLY)
        self.tally = Text(theme, "small", colour="ink2", wrap=False)
        self.more, self.clear = LinkButton(theme, words.MORE), LinkButton(theme, words.CLEAR, ink="ink2")
        self._build()
        self._connect()
        self._unfold(False)

    @property
    def wanted(self) -> ShelfFilter:
        """What is asked for now."""
        [only] = self.only.chosen() or (Only.ALL,)
        minutes = self.lengths.currentData()
        return ShelfFilter(
            text=self.search.text(),
            theme=_chosen(self.themes, Theme),
            depth=_chosen(self.depths, Depth),
            most_minutes=minutes if isinstance(minutes, int) else None,
            technique=_chosen(self.techniques, Technique),
            domain=_chosen(self.domains, Domain),
            body=_chosen(self.bodies, BodyUse),
            moment=_chosen(self.moments, Moment),
            circles=self.circles.isChecked(),
            only=Only(str(only)),
        )

    def forget(self) -> None:
        """Narrow nothing any more."""
        for combo in self._combos():
            combo.setCurrentIndex(0)
        self.circles.setChecked(False)
        self.only.choose([Only.ALL])
        self.search.set_text("")
        self.changed.emit()

    def narrow(self, theme: str = "", domain: str = "") -> None:
        """Narrow to a theme, a domain or both by their keys, and to nothing else."""
        self.forget()
        self.themes.choose(theme or None)
        self.domains.choose(domain or None)
        if domain:
            self._unfold(True)

    def _combo(self, any_words: str, named: Mapping[_Kind, str]) -> Combo:
        combo = Combo(self._theme, any_words, widest=WIDEST)
        combo.add(any_words, None)
        for key, name in named.items():
            combo.add(name, key.value)
        return combo

    def _combos(self) -> tuple[Combo, ...]:
        always = (self.themes, self.depths, self.lengths)
        return (*always, self.techniques, self.domains, self.bodies, self.moments)

    def _build(self) -> None:
        theme = self._theme
        self.lengths.add(words.ANY_LENGTH, None)
        for minutes in words.LENGTHS:
            self.lengths.add(words.MINUTES_AT_MOST.format(minutes=minutes), minutes)
        first = _in_rows(theme, self.themes, self.depths, self.lengths)
        self._rest = _in_rows(theme, self.techniques, self.domains, self.bodies, self.moments, self.circles)
        last = _in_rows(theme, self.tally, self.more, self.clear, gap=24)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(8))
        for part in (self.search, self.only, first, self._rest, last):
            column.addWidget(part)

    def _connect(self) -> None:
        self.search.edited.connect(lambda _: self.changed.emit())
        self.search.cleared.connect(self.changed)
        self.only.changed.connect(self.changed)
        self.circles.toggled.connect(lambda _: self.changed.emit())
        for combo in self._combos():
            combo.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.more.clicked.connect(lambda: self._unfold(self._rest.isHidden()))
        self.clear.clicked.connect(self.forget)
        self.changed.connect(lambda: self.clear.setVisible(self.wanted != ShelfFilter()))
        self.clear.hide()

    def _unfold(self, wanted: bool) -> None:
        self._rest.setVisible(wanted)
        self.more.setText(words.FEWER if wanted else words.MORE)


def _in_rows(theme: Look, *parts: QWidget, gap: float = 10) -> QWidget:
    host = QWidget()
    row = FlowLayout(theme, host, gap=gap)
    for part in parts:
        row.addWidget(part)
    return host


def _chosen(combo: Combo, kind: type[_Kind]) -> _Kind | None:
    key = combo.currentData()
    return None if key is None else kind(str(key))
