# SPDX-License-Identifier: MIT
"""Where attention went, in the span chosen, and a link to something that was not met in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ipnb_journal.desktop.charts.attention import AttentionChart
from ipnb_journal.desktop.charts.lens import Asked, Lens
from ipnb_journal.desktop.places import Prompts
from ipnb_journal.desktop.widgets.buttons import LinkButton
from ipnb_journal.desktop.wording import attention as words
from ipnb_journal.domain.attention import AttentionBySpan, gathered
from ipnb_journal.services import attention, made_up

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from PySide6.QtCore import QObject

    from ipnb_journal.desktop.runner import Vault
    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.attention import NotMet
    from ipnb_journal.services.prompts import Library


class AttentionLens(Lens[AttentionBySpan]):
    """Counts of pages have nothing to smooth, and end today. `wanted` gives the place of a suggestion."""

    key: ClassVar[str] = "attention"
    words: ClassVar[str] = words.TAB
    source: ClassVar[str] = "attention"
    by_person: ClassVar[bool] = False
    smoothed: ClassVar[bool] = False
    panned: ClassVar[bool] = False

    wanted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        library: Callable[[], Library],
        clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        """`library` gives the prompts and is asked inside jobs only; `clock` the aware moment now."""
        super().__init__(parent)
        self._library, self._clock = library, clock
        self._able = True
        self._not_met: NotMet | None = None
        self.view = self.chart = AttentionChart(theme)
        self.suggest = LinkButton(theme, words.SUGGEST)
        self.extras = QWidget()
        row = QHBoxLayout(self.extras)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.suggest)
        self.suggest.clicked.connect(self._suggest)

    def let_change(self, *, able: bool) -> None:
        self._able = able
        self._offer()

    def read(self, vault: Vault, person_id: int | None) -> AttentionBySpan:
        return attention.by_span(vault, self._library(), self._clock().date())

    def made_up(self, today: date) -> AttentionBySpan:
        return made_up.attention(today, self._library().prompts)

    def days(self, found: AttentionBySpan) -> tuple[int, int] | None:
        """Never None: names with nothing behind them are a picture as well."""
        last = max(each.window_last for each in found.by_span.values()).toordinal()
        return (min(found.first.toordinal(), last) if found.first is not None else last, last)

    def draw(self, found: AttentionBySpan, asked: Asked) -> None:
        self._not_met = found.not_met[asked.span]
        self.chart.show_picture(found.by_span[asked.span], asked.tag)
        self._offer()

    def show_none(self, today: date) -> None:
        """Show what stands here before the first page."""
        self.let_change(able=False)
        self.chart.show_picture(gathered((None, today), (), {}, {}))

    def _offer(self) -> None:
        self.suggest.setVisible(self._able and self._not_met is not None)

    def _suggest(self) -> None:
        found = self._not_met
        if found is not None:
            theme = found.theme.value if found.theme is not None else ""
            domain = found.domain.value if found.domain is not None else ""
            self.wanted.emit(Prompts(theme=theme, domain=domain, prompt_id=found.prompt_id))
