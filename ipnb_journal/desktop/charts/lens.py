# SPDX-License-Identifier: MIT
"""One way of looking: what a chart reads, how it is drawn from that, and when there is nothing to draw."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal

from ipnb_journal.desktop.wording import insights as words
from ipnb_journal.domain.readings import SHOWN
from ipnb_journal.domain.windows import Span
from ipnb_journal.services import insights, made_up

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from ipnb_journal.desktop.charts.view import ChartView
    from ipnb_journal.desktop.runner import Vault
    from ipnb_journal.domain.checkins import Scale
    from ipnb_journal.domain.readings import Readings
    from ipnb_journal.domain.windows import Window

F = TypeVar("F")


class Asked(NamedTuple):
    """What is to be drawn: the window, the smoothing in days, words that stay in the corner ("").

    `span`: how far back was asked for, for what is read by span; `window` may begin later than it does.
    """

    window: Window
    bandwidth: int
    tag: str = ""
    span: Span = Span.QUARTER


class Empty(NamedTuple):
    """What stands where there is nothing to draw."""

    title: str
    text: str


class Lens(QObject, Generic[F]):
    """A tab of Insights. `F` is what it reads; lenses of one `source` read the same and share it.

    `by_person`: whether check-ins about one person can be chosen; `smoothed`: whether smoothing means
    anything to it; `panned`: whether earlier days can be looked at, or every span ends today. `extras`: its
    own choices, None for none, which tell `changed` to be drawn anew.
    """

    changed = Signal()

    key: ClassVar[str]
    words: ClassVar[str]
    source: ClassVar[str]
    by_person: ClassVar[bool] = True
    smoothed: ClassVar[bool] = True
    panned: ClassVar[bool] = True
    view: ChartView
    extras: QWidget | None = None

    @abstractmethod
    def read(self, vault: Vault, person_id: int | None) -> F:
        """Read what it draws from; runs where the vault is."""

    @abstractmethod
    def made_up(self, today: date) -> F:
        """The same of somebody invented."""

    @abstractmethod
    def days(self, found: F) -> tuple[int, int] | None:
        """The first and the last day (ordinals) with something to draw, None without any."""

    @abstractmethod
    def draw(self, found: F, asked: Asked) -> None:
        """Have the view show it."""

    def let_change(self, *, able: bool) -> None:
        """Whether its extras may lead to a change: not in an example, nor while only looking."""

    def empty(self, name: str) -> Empty:
        """What to say where `days` is None; `name`: of the person chosen, "" in general."""
        return Empty(words.EMPTY_TITLE, words.EMPTY_ABOUT.format(name=name) if name else words.EMPTY)

    def empty_at_first(self) -> Empty:
        """What is said in a journal in which nothing was ever answered."""
        return self.empty("")


class ReadingsLens(Lens["Readings"]):
    """A lens on the check-ins in general or about one person, on `scales` of them."""

    source: ClassVar[str] = "readings"
    scales: ClassVar[tuple[Scale, ...]] = SHOWN

    def read(self, vault: Vault, person_id: int | None) -> Readings:
        return insights.readings(vault, person_id, self.scales)

    def made_up(self, today: date) -> Readings:
        return made_up.readings(today)

    def days(self, found: Readings) -> tuple[int, int] | None:
        days = found.days
        return (days[0], days[-1]) if days else None
