# SPDX-License-Identifier: MIT
"""The river as a person meets it: drawn, walked by keys, read aloud, opened."""

from __future__ import annotations

import random
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QColor, QImage

from ipnb_journal.desktop.charts.river import RiverChart
from ipnb_journal.desktop.widgets.painting import smooth
from ipnb_journal.desktop.wording import river as told
from ipnb_journal.domain.checkin_scores import DayValue
from ipnb_journal.domain.checkins import Scale
from ipnb_journal.domain.event_notes import EventNote
from ipnb_journal.domain.readings import Readings
from ipnb_journal.domain.river import River, river
from ipnb_journal.domain.windows import Window

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.theme.theme import Theme

LAST = date(2026, 3, 12).toordinal()
WITH_GAP = [each for each in range(80) if not 30 <= each < 55]


def days(back: list[int], seed: int = 1, *, partial: bool = False) -> tuple[DayValue, ...]:
    wobble = random.Random(seed)
    return tuple(
        DayValue(LAST - each, 40 + wobble.uniform(-12, 12), partial) for each in sorted(back, reverse=True)
    )


def found(
    chaos: tuple[DayValue, ...],
    rigidity: tuple[DayValue, ...],
    notes: tuple[EventNote, ...] = (),
    wide: int = 91,
) -> River:
    sliders = {Scale.CHAOS: chaos, Scale.RIGIDITY: rigidity}
    return river(Readings(sliders, {}, notes), Window(LAST - wide + 1, LAST), 7)


@pytest.fixture
def chart(theme: Theme, qtbot: QtBot) -> RiverChart:
    made = RiverChart(theme)
    qtbot.addWidget(made)
    made.resize(640, 520)
    made.show_picture(found(days(WITH_GAP), days(WITH_GAP, 2)))
    made.show()
    return made


def drawn(chart: RiverChart, theme: Theme, wide: int = 640, high: int = 520) -> QImage:
    """The chart on paper, by a painter that knows no window."""
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    image.fill(theme.colour("paper"))
    painter = smooth(image)
    chart.draw(painter, QSizeF(wide, high))
    painter.end()
    return image


def alike(one: QColor, other: QColor, much: int = 60) -> bool:
    return sum(abs(a - b) for a, b in zip(one.toTuple(), other.toTuple(), strict=True)) < much


def test_every_day_has_its_mark_where_its_value_lies(chart: RiverChart, theme: Theme) -> None:
    image = drawn(chart, theme)
    for bank in chart.banks():
        for value in bank.picture.days:
            x, y = bank.at(value.day, value.value)
            assert image.pixelColor(round(x), round(y)) != theme.colour("paper")


def test_nothing_of_the_river_is_drawn_in_a_gap(chart: RiverChart, theme: Theme) -> None:
    image = drawn(chart, theme)
    bank = chart.banks()[0]
    (gap,) = bank.picture.gaps
    x = round(bank.at(gap.first + 5, 0)[0])
    top, bottom = (each.side for each in chart.banks())
    ground = image.pixelColor(x, round(top) + 60)
    assert ground != theme.colour("paper")
    assert all(image.pixelColor(x, y) == ground for y in range(round(top) + 48, round(bottom) - 48))


def test_the_room_is_named_where_there_is_water(chart: RiverChart, theme: Theme) -> None:
    chart.show_picture(found(days(list(range(80))), days(list(range(80)), 2)))
    ink = theme.colour("ink")
    top, bottom = (round(bank.side) for bank in chart.banks())

    def inked(image: QImage) -> bool:
        places = [(x, y) for x in range(30, 610, 2) for y in range(top + 110, bottom - 110)]
        return any(alike(image.pixelColor(x, y), ink) for x, y in places)

    assert inked(drawn(chart, theme))
    pressed = tuple(DayValue(value.day, 95) for value in days(list(range(80))))
    chart.show_picture(found(pressed, pressed))
    assert not inked(drawn(chart, theme))


def test_it_is_drawn_alike_at_any_size_without_a_window(chart: RiverChart, theme: Theme) -> None:
    small, large = drawn(chart, theme, 400, 400), drawn(chart, theme, 900, 700)
    for image in (small, large):
        bottom = [
            image.pixelColor(x, image.height() - 40) for x in range(image.width() - 40, image.width() - 12)
        ]
        assert theme.colour("paper") not in bottom


def test_the_description_is_what_stands_in_words(chart: RiverChart) -> None:
    picture = found(days([1, 2]), days([1]))
    chart.show_picture(picture, "Made-up data")
    assert chart.accessibleDescription() == chart.said().in_words == told.in_words(picture, "Made-up data")
    assert chart.accessibleName() == "Between two banks"


def test_the_table_holds_the_drawn_marks(chart: RiverChart) -> None:
    chaos, rigidity = (bank.picture.days for bank in chart.banks())
    rows = chart.table("day").rows
    assert [row.cells[1].order for row in rows] == [value.value for value in chaos]
    assert [row.cells[2].order for row in rows] == [value.value for value in rigidity]
    assert [row.cells[0].order for row in rows] == [value.day for value in chaos]
    weeks = chart.table("week")
    assert sum(float(row.cells[3].order or 0) for row in weeks.rows) == len(rows)


def test_keys_walk_the_days_with_check_ins(chart: RiverChart, qtbot: QtBot) -> None:
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.day() == LAST
    for _ in range(30):
        qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.day() == LAST - 55
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    assert chart.day() == LAST - 79
    assert chart.words_at(chart.at).startswith("On 23 Dec 2025 stirred up was at ")
    with qtbot.waitSignal(chart.opened) as opened:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert opened.args == [Window(LAST - 79, LAST - 79)]


def test_a_row_of_the_table_opens_its_week_or_its_day(chart: RiverChart) -> None:
    weeks = [row.behind for row in chart.table("week").rows]
    last = len(chart.stops()) - 1
    assert chart.row_behind(last, "week") == weeks[-1] == Window(LAST - 3, LAST + 3)
    assert chart.row_behind(last, "day") == Window(LAST, LAST)
    assert chart.open_row_words("day") != chart.open_row_words("week")


def test_shift_and_an_arrow_move_the_window(chart: RiverChart, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chart.panned) as panned:
        qtbot.keyClick(chart, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert panned.args == [-22]


def test_the_cursor_is_seen_and_keeps_its_day(chart: RiverChart) -> None:
    before = chart.grab().toImage()
    chart.move_to(0)
    assert chart.grab().toImage() != before
    chart.show_picture(found(days([*WITH_GAP, 85]), days(WITH_GAP)))
    assert chart.day() == LAST - 79
    chart.show_picture(found(days([1]), days([1])))
    assert chart.day() is None


def test_right_to_left_turns_days_and_arrows_round(chart: RiverChart, qtbot: QtBot) -> None:
    chart.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    bank = chart.banks()[0]
    assert bank.at(LAST, 0)[0] < bank.at(LAST - 79, 0)[0]
    qtbot.keyClick(chart, Qt.Key.Key_End)
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.day() == LAST - 1


def test_notes_have_room_above_and_a_stop_of_their_own(chart: RiverChart) -> None:
    top = chart.banks()[0].side
    note = EventNote(1, "a", date.fromordinal(LAST - 40), "moved house")
    chart.show_picture(found(days(WITH_GAP), days(WITH_GAP), (note,)))
    assert chart.banks()[0].side > top
    assert len(chart.stops()) == len(WITH_GAP) + 1
    stop = min(
        range(len(chart.stops())),
        key=lambda at: abs(chart.stops()[at] - chart.banks()[0].at(LAST - 40, 0)[0]),
    )
    assert chart.words_at(stop) == "31 Jan: “moved house”."


def test_text_size_makes_room_for_its_words(chart: RiverChart, theme: Theme, qapp) -> None:
    before = chart.minimumSizeHint().height()
    theme.apply(qapp, "light", 200, still=True)
    assert chart.minimumSizeHint().height() > before
    assert chart.sizeHint().height() > chart.minimumSizeHint().height()


@pytest.mark.parametrize(
    "values",
    [
        (),
        (DayValue(LAST, 0),),
        tuple(DayValue(LAST - each, 50) for each in range(40, -1, -1)),
        tuple(DayValue(LAST - each, 90, partial=True) for each in range(40, -1, -1)),
        (DayValue(LAST - 730, 20), DayValue(LAST, 90)),
    ],
    ids=["none", "one day", "all equal", "all partial", "two years apart"],
)
@pytest.mark.parametrize("wide", [28, 365, 3650])
@pytest.mark.parametrize("strong", [False, True])
def test_odd_days_are_drawn_sensibly(
    chart: RiverChart, theme: Theme, qapp, values: tuple[DayValue, ...], wide: int, strong: bool
) -> None:
    theme.apply(qapp, "dark", strong=strong, still=True)
    chart.show_picture(found(values, values, wide=wide))
    image = drawn(chart, theme)
    inside = [value for value in values if value.day > LAST - wide]
    assert len(chart.stops()) == len(inside)
    for bank in chart.banks():
        for value in inside[-1:]:
            x, y = bank.at(value.day, value.value)
            reach = range(-6, 7)
            assert any(
                alike(image.pixelColor(round(x) + dx, round(y) + dy), theme.colour(bank.strand.role))
                for dx in reach
                for dy in reach
                if image.rect().contains(round(x) + dx, round(y) + dy)
            )


def test_before_there_is_a_picture(theme: Theme, qtbot: QtBot) -> None:
    made = RiverChart(theme)
    qtbot.addWidget(made)
    assert made.said().in_words == ""
    assert made.table().rows == ()
    assert (made.time_axis(), made.banks(), list(made.stops())) == (None, (), [])
    made.grab()
