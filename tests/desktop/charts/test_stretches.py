# SPDX-License-Identifier: MIT
"""Stretches without values and of the first days, shaded, hatched and named where the words fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from ipnb_journal.desktop.charts.axes import TimeAxis
from ipnb_journal.desktop.charts.stretches import At, paint_gaps, paint_label, paint_settling, stretch_of
from ipnb_journal.desktop.widgets.painting import smooth
from ipnb_journal.domain.checkin_scores import DayValue
from ipnb_journal.domain.series import Gap, picture
from ipnb_journal.domain.windows import Window

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPainter

    from ipnb_journal.desktop.theme.theme import Theme

TIME, PLOT = TimeAxis(1, 41, 0, 400), QRectF(0, 0, 400, 200)


def painted(theme: Theme, step: Callable[[QPainter], None]) -> QImage:
    image = QImage(400, 200, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(theme.colour("paper"))
    painter = smooth(image)
    step(painter)
    painter.end()
    return image


def inked(image: QImage, theme: Theme, place: QRectF) -> int:
    """How many px of a place are about as dark as words."""
    inside = place.toRect().intersected(image.rect())
    dark = theme.colour("ink2").value() + 60
    return sum(
        image.pixelColor(x, y).value() < dark
        for x in range(inside.left(), inside.right() + 1)
        for y in range(inside.top(), inside.bottom() + 1)
    )


def test_a_stretch_keeps_within_the_plot() -> None:
    assert stretch_of(TIME, PLOT, 11, 20) == QRectF(95, 0, 100, 200)
    assert stretch_of(TIME, PLOT, 1, 1) == QRectF(0, 0, 5, 200)


@pytest.mark.parametrize(("at", "top"), [(At.TOP, 0), (At.MIDDLE, 85), (At.FOOT, 170)])
def test_words_stand_where_they_are_wanted(theme: Theme, at: At, top: int) -> None:
    image = painted(theme, lambda painter: paint_label(painter, theme, PLOT, "no check-ins", at))
    assert inked(image, theme, QRectF(0, top, 400, 30)) == inked(image, theme, PLOT) > 20


def test_words_turn_upright_in_a_narrow_stretch_and_go_in_a_narrower_one(theme: Theme) -> None:
    def words(wide: float) -> QImage:
        place = QRectF(100, 0, wide, 200)
        return painted(theme, lambda painter: paint_label(painter, theme, place, "no check-ins", At.FOOT))

    assert inked(words(30), theme, QRectF(100, 0, 30, 160)) > 20
    assert inked(words(6), theme, PLOT) == 0


def test_gaps_are_shaded_on_their_days_alone(theme: Theme) -> None:
    gap = [Gap(11, 20, left_blank=False)]
    image = painted(theme, lambda painter: paint_gaps(painter, theme, TIME, PLOT, gap))
    assert image.pixelColor(150, 20) != theme.colour("paper")
    assert image.pixelColor(80, 20) == image.pixelColor(220, 20) == theme.colour("paper")


def test_a_gap_is_named_after_what_is_missing(theme: Theme) -> None:
    def named(left_blank: bool, none: str) -> QImage:
        gap = [Gap(11, 30, left_blank)]
        return painted(theme, lambda painter: paint_gaps(painter, theme, TIME, PLOT, gap, none=none))

    assert named(False, "none") != named(False, "none by sliders")
    assert named(True, "none") == named(True, "none by sliders")


def test_the_first_days_are_hatched_where_they_are_drawn(theme: Theme) -> None:
    values = [DayValue(day, 50) for day in range(1, 30)]

    def hatched(first: int) -> QImage:
        found = picture(None, values, Window(first, 41), 7, [])
        return painted(theme, lambda painter: paint_settling(painter, theme, TIME, PLOT, found))

    image = hatched(1)
    assert any(image.pixelColor(x, 150) != theme.colour("paper") for x in range(40))
    assert all(image.pixelColor(x, 150) == theme.colour("paper") for x in range(50, 400))
    assert hatched(8) == painted(theme, lambda painter: None)
