# SPDX-License-Identifier: MIT
"""The weeks as a trail: what is older, where the arrow points, what is hollow."""

from __future__ import annotations

from math import pi
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from ipnb_journal.desktop.charts.plane_ground import Square
from ipnb_journal.desktop.charts.trail import ARROW, direction, newness, paint_trail
from ipnb_journal.domain.plane import Week

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme

SQUARE = Square(0, 0, 400)


def weeks(places: list[tuple[float, float]], *, joined: bool = True, partial: bool = False) -> list[Week]:
    return [Week(7 * at + 1, x, y, 2, partial, joined and at > 0) for at, (x, y) in enumerate(places)]


def painted(theme: Theme, trail: list[Week], *, ringed: bool = False) -> QImage:
    image = QImage(400, 400, QImage.Format.Format_RGB32)
    image.fill(theme.colour("paper"))
    painter = QPainter(image)
    paint_trail(painter, theme, SQUARE, trail, ringed=ringed)
    painter.end()
    return image


def inked(image: QImage, theme: Theme, at: QPointF) -> bool:
    return image.pixelColor(at.toPoint()) == theme.colour("accent")


@pytest.mark.parametrize(
    ("count", "older"), [(2, 0), (3, 0), (5, 1), (12, 3), (18, 5), (40, 27)], ids=lambda value: str(value)
)
def test_the_older_part(count: int, older: int) -> None:
    shares = [newness(later, count) for later in range(1, count)]
    assert shares.count(0.0) == older
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


@pytest.mark.parametrize(
    ("end", "way"), [((60, 50), 0), ((40, 50), pi), ((50, 60), -pi / 2), ((50, 40), pi / 2), ((50, 50), None)]
)
def test_the_arrow_points_where_the_newest_step_goes(end: tuple[float, float], way: float | None) -> None:
    found = direction(SQUARE, weeks([(10, 10), (50, 50), end]))
    assert found == (None if way is None else pytest.approx(way))


def test_no_arrow_without_a_step() -> None:
    assert direction(SQUARE, weeks([(50, 50)])) is None
    assert direction(SQUARE, weeks([(50, 50), (60, 60)], joined=False)) is None


def test_the_arrowhead_reaches_ahead_and_not_aside(theme: Theme) -> None:
    image = painted(theme, weeks([(20, 50), (60, 50)]))
    tip = SQUARE.at(60, 50)
    assert inked(image, theme, tip + QPointF(ARROW - 3, 0))
    assert not inked(image, theme, tip + QPointF(ARROW - 3, 5))
    assert inked(image, theme, tip + QPointF(-5, 5))


def test_older_steps_are_dotted(theme: Theme) -> None:
    image = painted(theme, weeks([(10, 80), (90, 80), (90, 20), (10, 20), (10, 50)]))
    old, new = (
        [any(inked(image, theme, QPointF(x, y + off)) for off in range(-30, 31)) for x in range(110, 290)]
        for y in (80, 320)
    )
    assert any(old)
    assert old.count(False) > 0.4 * len(old)
    assert all(new)


def test_partial_weeks_are_hollow_and_circles_ringed(theme: Theme) -> None:
    alone = [(30.0, 30.0)]
    full, hollow, ringed = (
        painted(theme, weeks(alone)),
        painted(theme, weeks(alone, partial=True)),
        painted(theme, weeks(alone), ringed=True),
    )
    at = SQUARE.at(30, 30)
    assert inked(full, theme, at)
    assert not inked(hollow, theme, at)
    assert full != ringed


def test_a_curve_keeps_between_straight_knots(theme: Theme) -> None:
    image = painted(theme, weeks([(10, 50), (30, 50), (31, 50), (90, 50)]))
    spots = [(x, y) for x in range(400) for y in (*range(185), *range(216, 400))]
    assert not any(inked(image, theme, QPointF(x, y)) for x, y in spots[::3])


def test_hundreds_of_older_weeks_are_still_joined_and_broken(theme: Theme) -> None:
    row = [(10 + at * 0.05, 50.0) for at in range(300)] + [(90.0, 50.0)] * 40
    image = painted(theme, weeks(row))
    gap = [inked(image, theme, QPointF(x, 200)) for x in range(120, 330)]
    assert not all(gap)
    assert any(image.pixelColor(x, 200) != theme.colour("paper") for x in range(120, 330))
    broken = [week._replace(joined=week.joined and week.monday != 300 * 7 + 1) for week in weeks(row)]
    image = painted(theme, broken)
    assert all(image.pixelColor(x, 200) == theme.colour("paper") for x in range(120, 330))
