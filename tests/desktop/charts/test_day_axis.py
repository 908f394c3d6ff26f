# SPDX-License-Identifier: MIT
"""The words under the days, the day under the cursor, the hollow marks explained, the tag."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

from ipnb_journal.desktop.charts.axes import TimeAxis
from ipnb_journal.desktop.charts.day_axis import paint_cursor_day, paint_days, paint_partly, paint_tag
from ipnb_journal.desktop.charts.strands import STRANDS
from ipnb_journal.desktop.widgets.painting import smooth
from ipnb_journal.domain.checkins import Scale

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPainter

    from ipnb_journal.desktop.theme.theme import Theme

LAST = date(2026, 5, 14).toordinal()
SIZE = QSizeF(400, 60)


def painted(theme: Theme, step: Callable[[QPainter], None]) -> QImage:
    image = QImage(400, 60, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(theme.colour("paper"))
    painter = smooth(image)
    step(painter)
    painter.end()
    return image


def inked(image: QImage, theme: Theme) -> list[int]:
    """The columns that hold anything but paper."""
    paper = theme.colour("paper")
    return [x for x in range(400) if any(image.pixelColor(x, y) != paper for y in range(60))]


@pytest.mark.parametrize("wide", [27, 90, 364, 3650])
@pytest.mark.parametrize("mirrored", [False, True])
def test_days_are_named_along_the_whole_axis(theme: Theme, wide: int, mirrored: bool) -> None:
    time = TimeAxis(LAST - wide, LAST, 5, 395, mirrored)
    columns = inked(painted(theme, lambda painter: paint_days(painter, theme, time, 20, 400)), theme)
    assert len(columns) > 60
    assert max(columns) - min(columns) > 200


@pytest.mark.parametrize("day", [LAST - 90, LAST])
def test_the_day_under_the_cursor_is_whole_at_either_end(theme: Theme, day: int) -> None:
    time = TimeAxis(LAST - 90, LAST, 0, 400)

    def both(painter: QPainter) -> None:
        paint_days(painter, theme, time, 20, 400)
        paint_cursor_day(painter, theme, time, 20, 400, day)

    image = painted(theme, both)
    outline = theme.colour("control")
    x = 0 if day < LAST else 399
    assert any(abs(image.pixelColor(x, y).red() - outline.red()) < 40 for y in range(24, 36))


@pytest.mark.parametrize("mirrored", [False, True])
def test_the_tag_is_in_the_trailing_corner(theme: Theme, mirrored: bool) -> None:
    image = painted(theme, lambda painter: paint_tag(painter, theme, "Made-up data", SIZE, mirrored=mirrored))
    columns = inked(image, theme)
    assert (min(columns) == 0) is mirrored
    assert (max(columns) == 399) is not mirrored
    none = painted(theme, lambda painter: paint_tag(painter, theme, "", SIZE, mirrored=mirrored))
    assert inked(none, theme) == []


@pytest.mark.parametrize("mirrored", [False, True])
def test_hollow_marks_are_explained_at_the_leading_side(theme: Theme, mirrored: bool) -> None:
    time = TimeAxis(LAST - 90, LAST, 10, 390, mirrored)
    strands = [STRANDS[Scale.CHAOS], STRANDS[Scale.RIGIDITY]]
    image = painted(theme, lambda painter: paint_partly(painter, theme, strands, time, SIZE))
    columns = inked(image, theme)
    assert (min(columns) > 200) is mirrored
    assert (max(columns) < 200) is not mirrored
    lowest = [image.pixelColor(x, y) for x in columns for y in range(40)]
    assert all(pixel == theme.colour("paper") for pixel in lowest)
