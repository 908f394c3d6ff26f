# SPDX-License-Identifier: MIT
"""Without any colour the two series of a chart are told apart: by the shape of their marks, by their dash."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPainter
from scipy import ndimage

from ipnb_journal.desktop.charts.attention import AttentionChart
from ipnb_journal.desktop.charts.plane import PlaneChart
from ipnb_journal.desktop.charts.relationships import RelationshipTiles
from ipnb_journal.desktop.charts.strands import LAST_MARK, STRANDS
from ipnb_journal.domain.attention import Themed, gathered
from ipnb_journal.domain.checkins import Method, Scale
from ipnb_journal.domain.people import Person
from ipnb_journal.domain.plane import Plane, PlanePoint, Week
from ipnb_journal.domain.readings import Readings
from ipnb_journal.domain.relationships import Everybody, Relationship, by_person
from ipnb_journal.domain.windows import Window
from tests.desktop.charts.by_person import LAST, series
from tests.desktop.charts.made_up_charts import over_time_chart, river_chart

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from ipnb_journal.desktop.charts.view import ChartView
    from ipnb_journal.desktop.theme.theme import Theme

    Pixels = np.ndarray

FINE = 3
WIDE, HIGH = 640, 560
LINES = (Scale.DIFFERENTIATION, Scale.LINKAGE)
BANKS = (Scale.CHAOS, Scale.RIGIDITY)


def person_chart(theme: Theme) -> RelationshipTiles:
    """One tile with three whole days far from each other."""
    chart = RelationshipTiles(theme)
    spread = range(0, 90, 40)
    kept = {scale: series(spread, middle, 3) for scale, middle in zip(LINES, (80, 20), strict=True)}
    about = Relationship(Person(1, "1", "A", 1, 1), Readings(kept, {}))
    chart.show_picture(by_person(Everybody((about,)), Window(LAST - 90, LAST), 7))
    return chart


TWO_SERIES = {
    "over_time": (over_time_chart, LINES),
    "river": (river_chart, BANKS),
    "people": (person_chart, LINES),
}
DRAWN_AS_LINES = ("over_time", "river")


@pytest.fixture(params=("light", "dark"))
def look(request: pytest.FixtureRequest, theme: Theme, qapp: QApplication) -> Theme:
    theme.apply(qapp, request.param, still=True)
    return theme


def rendered(chart: ChartView, theme: Theme) -> QImage:
    """The chart at three dots a px on the ground it has on screen."""
    high = max(HIGH, chart.heightForWidth(WIDE)) if chart.grows else HIGH
    image = QImage(WIDE * FINE, high * FINE, QImage.Format.Format_RGB32)
    image.fill(theme.colour("paper"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(FINE, FINE)
    chart.draw(painter, QSizeF(WIDE, high))
    painter.end()
    return image


def dots(image: QImage) -> Pixels:
    """Red, green and blue of each dot."""
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return flat[:, : image.width(), 2::-1]


def greys(image: QImage) -> Pixels:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    flat = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    return flat[:, : grey.width()].astype(int)


def pieces_of(image: QImage, theme: Theme, scale: Scale) -> list[tuple[slice, slice]]:
    """Where dots of a series' own colour hang together: its lines, dashes and newest marks."""
    colour = theme.colour(STRANDS[scale].role)
    own = (dots(image) == (colour.red(), colour.green(), colour.blue())).all(axis=2)
    return list(ndimage.find_objects(ndimage.label(own, np.ones((3, 3)))[0]))


def newest_mark(image: QImage, theme: Theme, scale: Scale) -> Pixels:
    """The grey outline of the largest mark of a series, as how wide it is at ten heights, 0 to 1."""
    whole = 2 * LAST_MARK * FINE
    marks = [
        piece
        for piece in pieces_of(image, theme, scale)
        if all(0.7 * whole < side.stop - side.start < 1.5 * whole for side in piece)
    ]
    assert marks, scale
    rows, columns = marks[0]
    grey, ground = greys(image), int(greys(image)[0, 0])
    inside = grey[rows, columns]
    # half way between the ground and the mark, whichever of them is the darker
    mask = np.abs(inside - ground) > np.abs(np.median(inside) - ground) / 2
    at = np.linspace(0, mask.shape[0] - 1, 10).round().astype(int)
    return np.asarray(mask.mean(axis=1)[at])


@pytest.mark.parametrize("name", TWO_SERIES)
def test_marks_differ_in_shape(look: Theme, name: str) -> None:
    make, scales = TWO_SERIES[name]
    image = rendered(make(look), look)
    one, other = (newest_mark(image, look, scale) for scale in scales)
    assert np.abs(one - other).max() > 0.25


@pytest.mark.parametrize("name", DRAWN_AS_LINES)
def test_lines_differ_in_dash(look: Theme, name: str) -> None:
    make, scales = TWO_SERIES[name]
    image = rendered(make(look), look)
    solid, dashed = (
        max(piece[1].stop - piece[1].start for piece in pieces_of(image, look, scale)) for scale in scales
    )
    assert solid > 100 * FINE
    assert dashed < 25 * FINE


def test_marks_of_one_series_are_of_one_shape_in_every_chart(look: Theme) -> None:
    """What the difference in shape is measured against."""
    for scale in LINES:
        one, other = (
            newest_mark(rendered(make(look), look), look, scale) for make in (over_time_chart, person_chart)
        )
        assert np.abs(one - other).max() < 0.15


def at_centre(image: QImage, x: float, y: float) -> int:
    return int(greys(image)[round(y * FINE), round(x * FINE)])


def test_a_partly_answered_day_of_the_plane_is_hollow_and_a_week_is_larger(look: Theme) -> None:
    last = date(2026, 3, 12).toordinal()
    monday = last - (last - 1) % 7
    points = (PlanePoint(last - 1, 20, 75), PlanePoint(last, 75, 20, partial=True))
    weeks = (Week(monday - 7, 22, 22, 2, False, False), Week(monday, 70, 70, 2, False, False))
    chart = PlaneChart(look)
    chart.show_picture(Plane(Window(last - 27, last), Method.SLIDERS, points, 2, weeks, 0))
    image = rendered(chart, look)
    square = chart._square(QSizeF(WIDE, HIGH))
    whole, partly, week = (square.at(*at) for at in ((20, 75), (75, 20), (22, 22)))
    paper = greys(image)[0, 0]
    assert abs(at_centre(image, whole.x(), whole.y()) - paper) > 60
    assert abs(at_centre(image, partly.x(), partly.y()) - paper) < 15
    aside = 3.6
    assert abs(at_centre(image, week.x(), week.y() + aside) - paper) > 60
    assert abs(at_centre(image, whole.x() + 0.5, whole.y() + aside + 1) - paper) < 60


def test_a_theme_without_pages_has_a_hollow_dot(look: Theme) -> None:
    chart = AttentionChart(look)
    chart.show_picture(gathered((None, date(2026, 3, 12)), [Themed("empathy", 3, 0)], {}, {}))
    chart.resize(WIDE, chart.heightForWidth(WIDE))
    image = rendered(chart, look)
    paper = greys(image)[0, 0]
    met, unmet = (at_centre(image, chart.stops()[at], chart.place_of(at).center().y()) for at in (0, 1))
    assert abs(met - paper) > 120
    assert abs(unmet - paper) < 15
