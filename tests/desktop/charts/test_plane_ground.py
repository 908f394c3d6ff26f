# SPDX-License-Identifier: MIT
"""The ground of the plane: threads towards more of each, corner words and nothing else in the corners."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from ipnb_journal.desktop.charts.plane_ground import (
    Square,
    axis_width,
    paint_ground,
    thread_step,
    words_by_axis,
)
from ipnb_journal.domain.checkins import Scale

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme

SQUARE = Square(40, 10, 480)


def ground(theme: Theme) -> QImage:
    image = QImage(560, 560, QImage.Format.Format_RGB32)
    image.fill(theme.colour("paper"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_ground(painter, theme, SQUARE)
    painter.end()
    return image


def hue(image: QImage, share: float, *, across: bool) -> QColor:
    """The deepest colour a line across (or up) the plane meets near a share of its length."""
    near = range(round(480 * share) - 10, round(480 * share) + 10)
    fixed = round(480 * 0.62)
    spots = [(40 + each, 10 + 480 - fixed) if across else (40 + fixed, 10 + 480 - each) for each in near]
    return min((image.pixelColor(*spot) for spot in spots), key=lambda colour: colour.lightness())


def test_being_myself_runs_across_and_in_touch_up() -> None:
    assert words_by_axis() == (Scale.DIFFERENTIATION, Scale.LINKAGE)
    assert SQUARE.at(25, 75).toTuple() == (160, 130)


def test_upright_threads_are_indigo_and_level_ones_madder_more_towards_more(theme: Theme) -> None:
    image = ground(theme)
    paler, deeper = (hue(image, share, across=True) for share in (0.15, 0.8))
    assert deeper.blue() > deeper.red() + 10
    assert deeper.lightness() < paler.lightness() - 15
    paler, deeper = (hue(image, share, across=False) for share in (0.15, 0.8))
    assert deeper.red() > deeper.blue() + 30
    assert deeper.lightness() < paler.lightness() - 15


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_threads_stay_pale(theme: Theme, qapp, mode: str) -> None:
    theme.apply(qapp, mode, still=True)
    image = ground(theme)
    paper = theme.colour("paper").lightness()
    for share in (0.3, 0.6, 0.85):
        assert abs(hue(image, share, across=True).lightness() - paper) < 75


@pytest.mark.parametrize("side", [300, 437, 480, 481, 613])
def test_threads_lie_as_evenly_as_the_side_allows(side: int) -> None:
    assert side % thread_step(side) == min(side % step for step in (13, 14, 15, 16))


def test_axis_words_grow_with_the_text(theme: Theme, qapp) -> None:
    before = axis_width(theme)
    theme.apply(qapp, "light", 200, still=True)
    assert axis_width(theme) > 1.8 * before


def test_narrow_planes_keep_corner_words_apart(theme: Theme, qapp) -> None:
    theme.apply(qapp, "light", 200, still=True)
    image = ground(theme)
    middle = [image.pixelColor(40 + 240, 10 + y) for y in (*range(8, 60), *range(420, 472))]
    assert all(colour.lightness() > 150 for colour in middle)
