# SPDX-License-Identifier: MIT
"""The chart over time as a person meets it: drawn, walked by keys, read aloud."""

from __future__ import annotations

import random
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage

from ipnb_journal.desktop.charts.over_time import OverTimeChart
from ipnb_journal.desktop.wording import insights as words
from ipnb_journal.desktop.wording import over_time as told
from ipnb_journal.domain.checkin_scores import DayValue
from ipnb_journal.domain.windows import Span, Window
from tests.charting import drawn

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.insights import OverTime

TODAY = date(2026, 3, 12)
LAST = TODAY.toordinal()


def days(back: list[int], seed: int = 1, *, partial: bool = False) -> list[DayValue]:
    wobble = random.Random(seed)
    return [
        DayValue(LAST - each, 50 + wobble.uniform(-12, 12), partial) for each in sorted(back, reverse=True)
    ]


def found(back: list[int], span: Span = Span.QUARTER, *, both: bool = False) -> OverTime:
    return drawn(days(back), days(back, seed=2), span, 7, TODAY, both)


@pytest.fixture
def chart(theme: Theme, qtbot: QtBot) -> OverTimeChart:
    made = OverTimeChart(theme)
    qtbot.addWidget(made)
    made.resize(640, 520)
    made.show_picture(found([each for each in range(80) if not 30 <= each < 55]))
    made.show()
    return made


def near(image: QImage, at: QPoint, colour: QColor, reach: int = 3) -> bool:
    return any(
        abs(image.pixelColor(at.x() + dx, at.y() + dy).red() - colour.red()) < 24
        and abs(image.pixelColor(at.x() + dx, at.y() + dy).blue() - colour.blue()) < 24
        for dx in range(-reach, reach + 1)
        for dy in range(-reach, reach + 1)
    )


def on_paper(chart: OverTimeChart, theme: Theme) -> QImage:
    chart.setAutoFillBackground(True)
    palette = chart.palette()
    palette.setColor(chart.backgroundRole(), theme.colour("paper"))
    chart.setPalette(palette)
    return chart.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def test_every_day_has_its_mark_where_its_value_lies(chart: OverTimeChart, theme: Theme) -> None:
    image = on_paper(chart, theme)
    ground = theme.colour("paper")
    for panel in chart.panels():
        for at in panel.picture.days:
            place = QPoint(round(panel.time.x(at.day)), round(panel.value.y(at.value)))
            assert image.pixelColor(place) != ground


def test_the_line_runs_through_its_points_in_its_own_colour(chart: OverTimeChart, theme: Theme) -> None:
    image = on_paper(chart, theme)
    panel = chart.panels()[0]
    drawn = [point for piece in panel.picture.line for point in piece[2:-2]]
    assert len(drawn) > 20
    for point in drawn:
        place = QPoint(round(panel.time.x(point.day)), round(panel.value.y(point.value)))
        assert near(image, place, theme.colour("diff"))


def test_nothing_of_a_series_is_drawn_in_a_gap(chart: OverTimeChart, theme: Theme) -> None:
    image = on_paper(chart, theme)
    for panel, role in zip(chart.panels(), ("diff", "link"), strict=True):
        (gap,) = panel.picture.gaps
        colour = theme.colour(role)
        x = round(panel.time.x((gap.first + gap.last) / 2)) + 14
        for y in range(round(panel.value.top) + 2, round(panel.value.bottom) - 2):
            pixel = image.pixelColor(x, y)
            assert abs(pixel.red() - colour.red()) + abs(pixel.blue() - colour.blue()) > 90


def test_both_panels_share_the_days_and_the_whole_scale(chart: OverTimeChart) -> None:
    one, other = chart.panels()
    assert one.time == other.time
    assert one.value.bottom - one.value.top == pytest.approx(other.value.bottom - other.value.top)
    assert one.plot.bottom() < other.plot.top()


def free_place_in_the_band(chart: OverTimeChart) -> QPoint:
    """A place inside the first panel's band, away from its line, marks and rules."""
    panel = chart.panels()[0]
    marks = [(panel.time.x(at.day), panel.value.y(at.value)) for at in panel.picture.days]
    for point in panel.picture.line[-1]:
        x, y = panel.time.x(point.day), panel.value.y(point.value * 0.35 + point.high * 0.65)
        clear = all(abs(x - mx) + abs(y - my) > 12 for mx, my in marks)
        if clear and abs(y - panel.value.y(point.value)) > 5 and abs(y - panel.value.y(50)) > 3:
            return QPoint(round(x), round(y))
    raise AssertionError("no free place")


def test_strong_contrast_draws_the_band_as_two_lines(chart: OverTimeChart, theme: Theme, qapp) -> None:
    place = free_place_in_the_band(chart)
    assert on_paper(chart, theme).pixelColor(place) != theme.colour("paper")
    theme.apply(qapp, "light", strong=True, still=True)
    assert on_paper(chart, theme).pixelColor(place) == theme.colour("paper")


def test_both_present_is_a_thin_line_with_its_name_in_every_panel(chart: OverTimeChart, theme: Theme) -> None:
    without = on_paper(chart, theme)
    kept = [each for each in range(80) if not 30 <= each < 55]
    chart.show_picture(found(kept, both=True))
    image = on_paper(chart, theme)
    assert image != without
    lower = found(kept, both=True).both
    assert lower is not None
    for panel in chart.panels():
        places = [
            QPoint(round(panel.time.x(point.day)), round(panel.value.y(point.value)))
            for piece in lower.line
            for point in piece
        ]
        assert sum(near(image, place, theme.colour("ink2")) for place in places) > len(places) / 2


def test_the_description_is_what_stands_in_words(chart: OverTimeChart) -> None:
    back = list(range(0, 40, 2))
    chart.show_picture(found(back), told.Shown(in_touch=False))
    assert chart.accessibleDescription() == told.in_words(found(back), told.Shown(in_touch=False))
    assert chart.accessibleName() == told.NAME
    assert len(chart.panels()) == 1


def test_keys_walk_the_days_with_check_ins(chart: OverTimeChart, qtbot: QtBot) -> None:
    heard: list[int] = []
    chart.pointed.connect(heard.append)
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.day() == LAST
    for _ in range(30):
        qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.day() == LAST - 55
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.day() == LAST - 29
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    assert chart.day() == LAST - 79
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.day() == LAST - 79
    qtbot.keyClick(chart, Qt.Key.Key_PageDown)
    assert chart.day() == LAST - 69
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert chart.day() == LAST
    assert chart.words_at(chart.at).startswith("Thursday, 12 March: being myself ")
    assert heard[-1] == chart.at


def test_enter_opens_the_day(chart: OverTimeChart, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(chart.opened):
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    with qtbot.waitSignal(chart.opened) as opened:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert opened.args == [Window(LAST - 79, LAST - 79)]


def test_the_pointer_finds_the_nearest_day_and_a_double_click_opens_it(
    chart: OverTimeChart, qtbot: QtBot
) -> None:
    x = round(chart.panels()[0].time.x(LAST - 10))
    qtbot.mouseMove(chart, QPoint(x, 100))
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(x + 1, 100))
    assert chart.day() == LAST - 10
    with qtbot.waitSignal(chart.opened) as opened:
        qtbot.mouseDClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(x, 100))
    assert opened.args == [Window(LAST - 10, LAST - 10)]


def test_the_cursor_is_seen(chart: OverTimeChart, theme: Theme) -> None:
    before = on_paper(chart, theme)
    chart.move_to(3)
    assert chart.grab().toImage().convertToFormat(QImage.Format.Format_RGB32) != before


def test_the_cursor_keeps_its_day_when_other_days_come(chart: OverTimeChart) -> None:
    chart.move_to(chart.at if chart.at >= 0 else 0)
    kept = [each for each in range(80) if not 30 <= each < 55]
    chart.show_picture(found([*kept, 100, 120], Span.YEAR))
    assert chart.day() == LAST - 79
    chart.show_picture(found([1, 2, 3]))
    assert chart.day() is None


def test_right_to_left_turns_days_and_arrows_round(chart: OverTimeChart, qtbot: QtBot) -> None:
    chart.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    panel = chart.panels()[0]
    assert panel.time.x(LAST) < panel.time.x(LAST - 79)
    qtbot.keyClick(chart, Qt.Key.Key_End)
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.day() == LAST - 1


def test_text_size_makes_room_for_its_words(chart: OverTimeChart, theme: Theme, qapp) -> None:
    before = chart.minimumSizeHint().height()
    left = chart.panels()[0].plot.left()
    theme.apply(qapp, "light", 200, still=True)
    assert chart.minimumSizeHint().height() > before
    assert chart.panels()[0].plot.left() > left


@pytest.mark.parametrize(
    "values",
    [
        [],
        [DayValue(LAST, 0)],
        [DayValue(LAST - each, 50) for each in range(40, -1, -1)],
        [DayValue(LAST - each, 100, partial=True) for each in range(40, -1, -1)],
        [DayValue(LAST - 730, 20), DayValue(LAST, 90)],
    ],
    ids=["none", "one day", "all equal", "all partial", "two years apart"],
)
@pytest.mark.parametrize("span", list(Span))
def test_odd_days_are_drawn_sensibly(
    chart: OverTimeChart, theme: Theme, values: list[DayValue], span: Span
) -> None:
    chart.show_picture(drawn(values, [], span, 28, TODAY, with_both=True))
    image = on_paper(chart, theme)
    inside = [at for at in values if at.day >= chart.panels()[0].time.first]
    for at in inside[-1:]:
        panel = chart.panels()[0]
        place = QPoint(round(panel.time.x(at.day)), round(panel.value.y(at.value)))
        ring = place + QPoint(0, 5)
        assert theme.colour("paper") not in (image.pixelColor(place), image.pixelColor(ring)) or at.partial
    assert len(chart.stops()) == len(inside)


def test_the_tag_stays_in_the_corner(chart: OverTimeChart, theme: Theme) -> None:
    chart.show_picture(found([1, 2, 3]), tag=words.MADE_UP)
    image = on_paper(chart, theme)
    corner = [image.pixelColor(x, 5) for x in range(560, 630)]
    assert theme.colour("mark") in corner
