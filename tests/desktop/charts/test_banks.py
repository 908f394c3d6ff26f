# SPDX-License-Identifier: MIT
"""The banks in paint: stubs before there is a line, an edge with hatch after, threads in the room left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from ipnb_journal.desktop.charts.axes import TimeAxis
from ipnb_journal.desktop.charts.banks import Bank, paint_threads
from ipnb_journal.desktop.charts.hatch import Bed
from ipnb_journal.desktop.widgets.painting import smooth
from ipnb_journal.domain.checkin_scores import DayValue
from ipnb_journal.domain.checkins import Scale
from ipnb_journal.domain.river import OpenWater, banks
from ipnb_journal.domain.series import picture
from ipnb_journal.domain.windows import Window

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPainter

    from ipnb_journal.desktop.theme.theme import Theme

BED = Bed(TimeAxis(1, 41, 20, 420), 10, 210)


def bank(theme: Theme, days: dict[int, float], scale: Scale = Scale.CHAOS) -> Bank:
    values = [DayValue(day, value) for day, value in days.items()]
    return Bank(theme, BED, picture(scale, values, Window(1, 41), 7, list(days)))


def painted(theme: Theme, *steps: Callable[[QPainter], None]) -> QImage:
    image = QImage(440, 220, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(theme.colour("paper"))
    painter = smooth(image)
    for step in steps:
        step(painter)
    painter.end()
    return image


def is_paper(image: QImage, theme: Theme, x: float, y: float) -> bool:
    return image.pixelColor(int(x), int(y)) == theme.colour("paper")


def test_stirred_up_reaches_down_and_stuck_up(theme: Theme) -> None:
    assert bank(theme, {1: 20}).at(1, 20) == pytest.approx((20, 30))
    assert bank(theme, {1: 20}, Scale.RIGIDITY).at(11, 30) == pytest.approx((120, 180))


@pytest.mark.parametrize("scale", [Scale.CHAOS, Scale.RIGIDITY])
def test_few_days_are_stubs_with_nothing_between(theme: Theme, scale: Scale) -> None:
    made = bank(theme, {5: 60, 9: 80}, scale)
    image = painted(theme, made.paint_ground, made.paint_edge)
    for day in (5, 9):
        x, y = made.at(day, made.by_day[day].value)
        assert not is_paper(image, theme, x, (made.side + y) / 2)
        assert not is_paper(image, theme, x, y)
    between = BED.time.x(7)
    assert all(is_paper(image, theme, between, y) for y in range(220))


def test_a_bank_with_a_line_is_filled_from_its_side_to_its_edge(theme: Theme) -> None:
    made = bank(theme, dict.fromkeys(range(1, 42), 50.0))
    image = painted(theme, made.paint_ground)
    assert all(not is_paper(image, theme, x, y) for x in range(25, 415, 7) for y in range(12, 58, 3))
    assert all(is_paper(image, theme, x, y) for x in range(25, 415, 7) for y in range(64, 210, 9))


def test_nothing_of_a_bank_in_a_gap(theme: Theme) -> None:
    days = dict.fromkeys([*range(1, 12), *range(30, 42)], 50.0)
    made = bank(theme, days)
    assert len(made.edges) == 2
    image = painted(theme, made.paint_ground, made.paint_edge)
    middle = BED.time.x(21)
    assert all(is_paper(image, theme, middle, y) for y in range(220))


def test_strong_contrast_has_outlines_and_no_hatch(theme: Theme, qapp) -> None:
    theme.apply(qapp, "light", strong=True, still=True)
    made = bank(theme, dict.fromkeys(range(1, 42), 50.0))
    image = painted(theme, made.paint_ground, made.paint_edge)
    assert all(is_paper(image, theme, BED.time.x(20), y) for y in range(14, 54))
    role = theme.colour("chaos")
    assert any(near(image.pixelColor(200, y), role) for y in range(58, 63))
    assert any(near(image.pixelColor(200, y), role) for y in range(8, 13))


def near(one: QColor, other: QColor) -> bool:
    return abs(one.red() - other.red()) + abs(one.blue() - other.blue()) < 90


def test_the_clearest_place_has_fewest_marks(theme: Theme) -> None:
    made = bank(theme, dict.fromkeys(range(1, 12), 5.0))
    places = [QRectF(20 + 130 * at, 10, 120, 20) for at in range(3)]
    assert made.clearest(places) == places[1]
    assert made.clearest(places[2:]) == places[2]


def test_threads_keep_to_the_room_between(theme: Theme) -> None:
    water = tuple(OpenWater(day, banks(80, 70)) for day in range(1, 42))
    image = painted(theme, lambda painter: paint_threads(painter, theme, BED, water))
    rows = [y for y in range(220) if any(not is_paper(image, theme, x, y) for x in range(440))]
    assert min(rows) >= BED.y(20)
    assert max(rows) <= BED.y(-30)
    column = [not is_paper(image, theme, 200, y) for y in range(220)]
    assert sum(b and not a for a, b in zip(column, column[1:], strict=False)) > 3


def test_a_day_or_two_of_water_have_no_threads(theme: Theme) -> None:
    water = (OpenWater(1, banks(20, 20)), OpenWater(2, banks(20, 20)))
    assert painted(theme, lambda painter: paint_threads(painter, theme, BED, water)) == painted(theme)


def test_the_mark_of_a_day_under_the_cursor(theme: Theme) -> None:
    made = bank(theme, {5: 60})
    assert painted(theme, lambda painter: made.paint_cursor(painter, 6)) == painted(theme)
    image = painted(theme, lambda painter: made.paint_cursor(painter, 5))
    assert not is_paper(image, theme, *made.at(5, 60))
