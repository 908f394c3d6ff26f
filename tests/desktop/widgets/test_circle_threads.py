# SPDX-License-Identifier: MIT
"""The threads of two circles: firm edges even, unclear ones frayed, and one weave without a seam."""

from __future__ import annotations

from math import hypot, sqrt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF

from ipnb_journal.desktop.widgets.circle_threads import Cloth, ground, lines, threads, weave

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from ipnb_journal.desktop.theme.theme import Theme


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("radius", [44.0, 114.0, 146.0])
def test_the_weave_repeats_after_whole_px(radius: float, ratio: float) -> None:
    cloth = Cloth.of(radius, ratio)
    period = 2 * sqrt(2) * cloth.spacing * ratio
    assert period == pytest.approx(round(period), abs=1e-6)


def test_a_large_circle_has_the_threads_of_the_drawing() -> None:
    assert Cloth.of(146, 1).spacing == pytest.approx(10.4, abs=0.2)


def test_a_firm_edge_holds_every_thread() -> None:
    cloth = Cloth.of(114, 1)
    for line in lines(threads(cloth, 100, 0), own=True):
        for end in (line.p1(), line.p2()):
            assert hypot(end.x(), end.y()) == pytest.approx(cloth.radius - 5, abs=1e-6)


def test_the_less_clear_the_more_it_frays_and_never_by_chance() -> None:
    cloth = Cloth.of(114, 1)

    def frayed(clear: float) -> float:
        firm = threads(cloth, 100, 2)
        return sum(abs(one.end - two.end) for one, two in zip(firm, threads(cloth, clear, 2), strict=True))

    assert frayed(0) > frayed(40) > frayed(80) > frayed(100) == 0
    assert threads(cloth, 30, 0) == threads(cloth, 30, 0) != threads(cloth, 30, 2)
    farthest = max(abs(edge) for one in threads(cloth, 0, 0) for edge in (one.start, one.end))
    assert farthest <= cloth.reach


def test_two_circles_apart_have_no_ground_in_common() -> None:
    cloth = Cloth.of(114, 1)
    laid = threads(cloth, 100, 0)
    mine, theirs = ground(laid, cloth.spacing, own=True), ground(laid, cloth.spacing, own=False)
    assert mine.contains(QPointF(0, 0)) and not mine.contains(QPointF(114, 114))
    assert mine.intersected(theirs.translated(3 * 114, 0)).isEmpty()
    assert not mine.intersected(theirs.translated(114, 0)).isEmpty()


def test_the_weave_goes_over_and_under_by_turns(theme: Theme) -> None:
    mine, theirs, paper = (theme.colour(role) for role in ("diff", "link", "paper"))
    cloth = Cloth.of(146, 2)
    tile = weave(cloth, mine, theirs, paper, 0.0).toImage()
    over = [_at(tile, cloth, i, j) for i, j in ((0, 2), (1, 1), (1, 0), (2, 1), (2, 0))]
    assert over == [mine.name(), mine.name(), theirs.name(), theirs.name(), mine.name()]


def _at(tile: QImage, cloth: Cloth, i: int, j: int) -> str:
    """The colour where one's own thread `i` and the other's thread `j` cross."""
    side = tile.width()
    x, y = ((j + i) * cloth.spacing / sqrt(2), (i - j) * cloth.spacing / sqrt(2))
    return tile.pixelColor(round(x * cloth.ratio) % side, round(y * cloth.ratio) % side).name()
