# SPDX-License-Identifier: MIT
"""The hatch of the banks: it ends where the bank ends, moves with the days, and is laid or drawn alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainterPath, QPdfWriter

from ipnb_journal.desktop.charts.axes import TimeAxis
from ipnb_journal.desktop.charts.hatch import (
    Bed,
    Hatch,
    heights_at,
    paint_hatched,
    places_along,
    uprights,
    waves,
)
from ipnb_journal.desktop.widgets.painting import smooth

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

EDGE = [(20.0, 60.0), (120.0, 100.0), (220.0, 40.0)]


def bed(first: int = 0, *, mirrored: bool = False) -> Bed:
    return Bed(TimeAxis(first, first + 100, 20, 220, mirrored), 10, 210)


def test_a_place_between_100_and_minus_100() -> None:
    assert [bed().y(edge) for edge in (100, 0, -100)] == [10, 110, 210]
    assert bed().plot == QRectF(20, 10, 200, 200)


def test_the_height_of_an_edge_anywhere_along_it() -> None:
    assert heights_at(EDGE, [20, 70, 120, 170, 220]) == pytest.approx([60, 80, 100, 70, 40])
    assert heights_at(EDGE[::-1], [70]) == pytest.approx([80])
    assert heights_at(EDGE[:1], [20, 30]) == [60, 60]


def test_places_reach_from_end_to_end() -> None:
    assert list(places_along(EDGE, 80)) == [20, 100, 180, 220]
    assert list(places_along(EDGE[:1], 80)) == [20]


def test_waves_end_at_the_edge() -> None:
    found = list(waves(bed(), EDGE))
    assert len(found) > 6
    for run in found:
        for point, end in zip(run, heights_at(EDGE, [at.x() for at in run]), strict=True):
            assert 10 < point.y() < end


def test_uprights_stand_on_the_bottom_and_end_at_the_edge() -> None:
    found = uprights(bed(), EDGE)
    assert len(found) == 25
    assert {line.y1() for line in found} == {210}
    assert [line.y2() for line in found] == pytest.approx(heights_at(EDGE, [line.x1() for line in found]))


@pytest.mark.parametrize("mirrored", [False, True])
def test_the_hatch_moves_with_the_days(mirrored: bool) -> None:
    shift = bed().time.per_day() * (-1 if mirrored else 1)
    before, after = (
        {round(line.x1() % 8, 6) for line in uprights(bed(first, mirrored=mirrored), EDGE)}
        for first in (9, 10)
    )
    assert {round((x - shift) % 8, 6) for x in before} == after


def painted(hatch: Hatch) -> QImage:
    image = QImage(240, 220, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.white)
    painter = smooth(image)
    area = QPainterPath()
    area.addRect(QRectF(20, 10, 200, 200))
    side = 210.0 if hatch is Hatch.WAVES else 10.0
    paint_hatched(painter, QColor("black"), hatch, bed(), [(20.0, side), (220.0, side)], area)
    painter.end()
    return image


@pytest.mark.parametrize("hatch", list(Hatch))
def test_the_laid_hatch_lies_where_the_lines_would(qapp: QApplication, hatch: Hatch) -> None:
    image = painted(hatch)
    if hatch is Hatch.WAVES:
        runs = list(waves(bed(), [(20.0, 205.0), (220.0, 205.0)]))
        places = [(at.x(), at.y()) for run in runs for at in run[1:-1]]
    else:
        places = [(line.x1(), 100.0) for line in uprights(bed(), [(20.0, 10.0), (220.0, 10.0)])[1:-1]]
    assert len(places) > 20
    for x, y in places:
        assert image.pixelColor(int(x), int(y)).value() < 0.78 * 255
    grounds = [image.pixelColor(x, 100).value() for x in range(25, 215)]
    assert max(grounds) == pytest.approx(0.8 * 255, abs=3)


@pytest.mark.parametrize("hatch", list(Hatch))
def test_a_file_gets_lines(qapp: QApplication, hatch: Hatch) -> None:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    painter = smooth(writer)
    area = QPainterPath()
    area.addRect(QRectF(20, 10, 200, 100))
    paint_hatched(painter, QColor("black"), hatch, bed(), [(20.0, 110.0), (220.0, 110.0)], area)
    painter.end()
    del writer
    assert b"/Pattern" in held.data()
    assert b"/Subtype /Image" not in held.data()
