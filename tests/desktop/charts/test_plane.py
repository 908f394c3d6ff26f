# SPDX-License-Identifier: MIT
"""The plane as a person meets it: drawn, walked week by week, read aloud, opened."""

from __future__ import annotations

import random
from datetime import date
from time import process_time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QBuffer, QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPdfWriter

from ipnb_journal.desktop.charts.plane import DAY, WEEK, PlaneChart
from ipnb_journal.desktop.wording import plane as told
from ipnb_journal.domain.checkin_scores import DayValue
from ipnb_journal.domain.checkins import Scale
from ipnb_journal.domain.plane import Plane, plane
from ipnb_journal.domain.readings import Readings
from ipnb_journal.domain.windows import Window

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.theme.theme import Theme

MONDAY = date(2026, 1, 5).toordinal()
D, L = Scale.DIFFERENTIATION, Scale.LINKAGE
WEEKS = ((30, 20), (70, 20), (75, 60), (35, 75), (55, 40))
Values = dict[int, tuple[float, float]]


def series(days: Values, partial: bool = False) -> dict[Scale, tuple[DayValue, ...]]:
    return {
        scale: tuple(DayValue(MONDAY + day, values[at], partial) for day, values in sorted(days.items()))
        for at, scale in enumerate((D, L))
    }


def by_weeks(weeks: tuple[tuple[float, float], ...] = WEEKS) -> Values:
    """Two days a week, each five points to a side of the week's mean."""
    return {
        7 * at + day: (x + aside, y - aside)
        for at, (x, y) in enumerate(weeks)
        for day, aside in ((1, -5), (4, 5))
    }


def found(days: Values, *, oval: bool = False, circles: bool = False, partial: bool = False) -> Plane:
    given = series(days, partial)
    readings = Readings({}, given) if circles else Readings(given)
    last = max(days, default=6)
    return plane(readings, Window(MONDAY, MONDAY + max(27, last)), with_oval=oval)


@pytest.fixture
def chart(theme: Theme, qtbot: QtBot) -> PlaneChart:
    made = PlaneChart(theme)
    qtbot.addWidget(made)
    made.resize(640, 600)
    made.show_picture(found(by_weeks()))
    made.show()
    return made


def drawn(chart: PlaneChart, theme: Theme) -> QImage:
    image = QImage(chart.size(), QImage.Format.Format_RGB32)
    image.fill(theme.colour("paper"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    chart.draw(painter, QSizeF(chart.size()))
    painter.end()
    return image


def is_near(colour: QColor, other: QColor, apart: int = 40) -> bool:
    return all(abs(a - b) < apart for a, b in zip(colour.getRgb()[:3], other.getRgb()[:3], strict=True))


def pixel(image: QImage, at: QPointF) -> QColor:
    return image.pixelColor(round(at.x()), round(at.y()))


def holds(image: QImage, at: QPointF, colour: QColor, reach: int = 2) -> bool:
    ways = range(-reach, reach + 1)
    return any(is_near(pixel(image, at + QPointF(dx, dy)), colour) for dx in ways for dy in ways)


def test_both_scales_are_whole_and_square(chart: PlaneChart) -> None:
    square = chart.square()
    assert square.at(0, 0) == square.plot.bottomLeft()
    assert square.at(100, 100) == square.plot.topRight()
    assert square.plot.width() == square.plot.height() > 400
    chart.show_picture(found({0: (49, 49), 1: (50, 50), 2: (51, 51)}))
    assert chart.square() == square


def test_every_week_has_its_knot_where_its_means_lie(chart: PlaneChart, theme: Theme) -> None:
    image, square = drawn(chart, theme), chart.square()
    for x, y in WEEKS:
        assert is_near(pixel(image, square.at(x, y)), theme.colour("accent"))


def test_the_trail_joins_weeks_and_not_over_a_gap(chart: PlaneChart, theme: Theme) -> None:
    weeks = ((20, 20), (40, 20), (60, 20), (80, 20))
    middle = chart.square().at(70, 20)
    chart.show_picture(found(by_weeks(weeks)))
    assert holds(drawn(chart, theme), middle, theme.colour("accent"))
    days = {day + (21 if day >= 21 else 0): at for day, at in by_weeks(weeks).items()}
    chart.show_picture(found(days))
    assert not holds(drawn(chart, theme), middle, theme.colour("accent"), reach=6)


def test_days_fade_with_age_and_are_hollow_when_partial(chart: PlaneChart, theme: Theme) -> None:
    days: Values = {2 * day: (10 + 2.5 * day, 35) for day in range(30)}
    chart.show_picture(found(days))
    image, square = drawn(chart, theme), chart.square()
    old, new = (pixel(image, square.at(10 + 2.5 * day, 35)) for day in (0, 27))
    assert new.lightness() < old.lightness() - 40
    chart.show_picture(found({0: (20, 60), 1: (70, 30)}, partial=True))
    assert is_near(pixel(drawn(chart, theme), square.at(70, 30)), theme.colour("paper"), 8)


def test_circles_are_ringed(chart: PlaneChart, theme: Theme) -> None:
    days: Values = {0: (20.5, 60.5), 1: (70.5, 30.5)}
    edge = chart.square().at(70.5, 30.5) + QPointF(5.6, 0)
    chart.show_picture(found(days))
    without = drawn(chart, theme)
    chart.show_picture(found(days, circles=True))
    image = drawn(chart, theme)
    assert holds(image, edge, theme.colour("ink2"), reach=1)
    assert not holds(without, edge, theme.colour("ink2"), reach=1)


def test_the_oval_is_drawn_when_asked_for_alone(chart: PlaneChart, theme: Theme) -> None:
    wobble = random.Random(1)
    days: Values = {day: (50 + wobble.gauss(0, 9), 50 + wobble.gauss(0, 9)) for day in range(40)}
    chart.show_picture(found(days))
    without = drawn(chart, theme)
    asked = found(days, oval=True)
    chart.show_picture(asked)
    assert asked.oval is not None
    assert drawn(chart, theme) != without
    assert asked.oval.long < 30


def test_below_three_days_stand_axes_days_and_words(chart: PlaneChart, theme: Theme) -> None:
    chart.show_picture(found({}))
    empty = drawn(chart, theme)
    assert any(
        is_near(pixel(empty, chart.square().at(50, 50) + QPointF(dx, dy)), theme.colour("ink"))
        for dx in range(-40, 40)
        for dy in range(-8, 9)
    )
    chart.show_picture(found({0: (20, 60), 1: (70, 30)}))
    assert drawn(chart, theme) != empty
    assert chart.stops() == []
    chart.show_picture(found({0: (20, 60), 1: (70, 30), 2: (30, 30)}))
    assert len(chart.stops()) == 1


def test_the_description_is_what_stands_in_words(chart: PlaneChart) -> None:
    chart.show_picture(found(by_weeks()), "Made-up data")
    assert (
        chart.accessibleDescription()
        == told.in_words(found(by_weeks()), "Made-up data")
        == chart.said().in_words
    )


def test_the_table_holds_what_is_drawn(chart: PlaneChart) -> None:
    weeks = chart.table(WEEK).rows
    square = chart.square()
    assert len(weeks) == len(chart.stops())
    for row, x, stop in zip(weeks, chart.stops(), range(5), strict=True):
        assert square.at(float(row.cells[1].order or 0), 0).x() == pytest.approx(x)
        assert row.behind == chart.behind(stop)
    assert [row.cells[1].order for row in chart.table(DAY).rows] == [
        x for _, (x, _) in sorted(by_weeks().items())
    ]


def test_keys_step_through_the_weeks(chart: PlaneChart, qtbot: QtBot) -> None:
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert chart.week() is not None
    assert chart.week().monday == MONDAY + 28  # type: ignore[union-attr]
    assert chart.words_at(chart.at) == "Week of 2 Feb: being myself 55, in touch 40, 2 days"
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.at == 3
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.at == 1
    chart.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.at == 0


def test_enter_opens_the_seven_days_of_the_week(chart: PlaneChart, qtbot: QtBot) -> None:
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    with qtbot.waitSignal(chart.opened) as opened:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert opened.args == [Window(MONDAY, MONDAY + 6)]
    assert chart.row_behind(0, WEEK) == Window(MONDAY, MONDAY + 6)
    assert chart.row_behind(0, DAY) == Window(MONDAY + 4, MONDAY + 4)


def test_the_pointer_means_the_nearest_knot_in_both_directions(chart: PlaneChart, qtbot: QtBot) -> None:
    chart.show_picture(found(by_weeks(((50, 20), (50, 80), (52, 50)))))
    square = chart.square()
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=square.at(53, 79).toPoint())
    assert chart.at == 1
    qtbot.mouseMove(chart, square.at(52, 22).toPoint())
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=square.at(52, 22).toPoint())
    assert chart.at == 0
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=square.at(3, 97).toPoint())
    assert chart.at == 0
    assert chart.nearest(QPointF(0, 0)) == 0


def test_the_cursor_shows_the_week_and_keeps_it(chart: PlaneChart, qtbot: QtBot) -> None:
    before = chart.grab().toImage()
    chart.move_to(2)
    assert chart.grab().toImage() != before
    chart.show_picture(found({day - 7: at for day, at in by_weeks().items()} | by_weeks()))
    assert chart.week() is not None
    assert chart.week().monday == MONDAY + 14  # type: ignore[union-attr]
    chart.show_picture(found({0: (1, 1)}))
    assert (chart.at, chart.week()) == (-1, None)


def test_strong_contrast_has_plain_lines_and_no_threads(chart: PlaneChart, theme: Theme, qapp) -> None:
    square = chart.square()
    row = [square.at(x / 4, 88.3) for x in range(280, 320)]
    assert any(pixel(drawn(chart, theme), at) != theme.colour("paper") for at in row)
    theme.apply(qapp, "light", strong=True, still=True)
    image = drawn(chart, theme)
    assert all(pixel(image, at) == theme.colour("paper") for at in row)
    assert holds(image, square.at(50, 88), theme.colour("control"), reach=1)
    assert "threads" not in chart.said().shows


def test_it_is_not_mirrored(chart: PlaneChart, theme: Theme) -> None:
    before = drawn(chart, theme)
    chart.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert drawn(chart, theme) == before


@pytest.mark.parametrize("size", [(360, 300), (500, 900), (1200, 500)])
def test_it_fits_any_size(chart: PlaneChart, size: tuple[int, int]) -> None:
    chart.resize(*size)
    plot = chart.square().plot
    assert QRectF(chart.rect()).contains(plot)
    assert plot.width() == plot.height()


def test_text_size_makes_room_for_its_words(chart: PlaneChart, theme: Theme, qapp) -> None:
    before = chart.minimumSizeHint()
    theme.apply(qapp, "light", 200, still=True)
    assert chart.minimumSizeHint().height() > before.height()
    assert chart.minimumSizeHint().width() > before.width()


def test_the_tag_stands_above_the_plane(chart: PlaneChart, theme: Theme) -> None:
    chart.show_picture(found(by_weeks()), "Made-up data")
    image = drawn(chart, theme)
    assert theme.colour("mark") in [image.pixelColor(x, 6) for x in range(540, 630)]
    assert chart.square().top >= 26


def test_paper_of_another_size_holds_the_same(chart: PlaneChart) -> None:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    paper = QPdfWriter(buffer)
    painter = QPainter(paper)
    chart.draw(painter, QSizeF(900, 900))
    painter.end()
    assert buffer.data().size() > 4000


@pytest.mark.parametrize(
    "days",
    [
        {},
        {0: (0, 100)},
        {day: (50, 50) for day in range(40)},
        {day: (100, 0) for day in range(40)},
        {0: (1, 2), 1: (3, 4), 730: (90, 90), 731: (91, 91)},
    ],
    ids=["none", "one day", "all equal", "all in a corner", "two years apart"],
)
def test_odd_days_are_drawn_sensibly(chart: PlaneChart, theme: Theme, days: Values) -> None:
    chart.show_picture(found(days, oval=True))
    chart.move_to(len(chart.stops()) - 1)
    image = chart.grab().toImage()
    assert not image.isNull()
    for week in found(days).weeks[:1]:
        at = chart.square().at(week.being_myself, week.in_touch)
        assert not is_near(pixel(drawn(chart, theme), at + QPointF(0, -2)), theme.colour("paper"), 8)


def test_ten_years_are_drawn_quickly(chart: PlaneChart, theme: Theme) -> None:
    wobble = random.Random(3)
    days: Values = {day: (wobble.uniform(20, 90), wobble.uniform(20, 90)) for day in range(3650)}
    begun = process_time()
    chart.show_picture(found(days, oval=True))
    chart.grab()
    assert process_time() - begun < 0.5
    begun = process_time()
    chart.move_to(40)
    chart.grab()
    assert process_time() - begun < 0.1
    assert chart.nearest(QPointF(QPoint(300, 300))) >= 0
