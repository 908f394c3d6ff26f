# SPDX-License-Identifier: MIT
"""The words below the plane name what is drawn and nothing that isn't."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage, QPainter

from ipnb_journal.desktop.charts.plane_legend import legend_height, paint_legend
from tests.desktop.charts.test_plane import by_weeks, found

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.plane import Plane


def painted(theme: Theme, plane: Plane, wide: int = 600) -> QImage:
    image = QImage(wide, 100, QImage.Format.Format_RGB32)
    image.fill(theme.colour("paper"))
    painter = QPainter(image)
    paint_legend(painter, theme, plane, wide, 0)
    painter.end()
    return image


def test_nothing_drawn_needs_no_words(theme: Theme) -> None:
    assert legend_height(theme, found({}), 600) == 0


def test_rows_are_broken_where_little_is_wide(theme: Theme) -> None:
    plane = found(by_weeks(), partial=True)
    one = legend_height(theme, plane, 600)
    assert one == theme.line("small")
    assert legend_height(theme, plane, 200) > one


def test_hollow_is_explained_where_something_is(theme: Theme) -> None:
    assert painted(theme, found(by_weeks())) != painted(theme, found(by_weeks(), partial=True))


def test_a_single_step_has_no_older_part_to_explain(theme: Theme) -> None:
    weeks = found(by_weeks(((10, 10), (40, 40))))
    days = found({0: (10, 10), 1: (20, 20)})
    assert painted(theme, weeks) == painted(theme, days)
