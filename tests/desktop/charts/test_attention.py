# SPDX-License-Identifier: MIT
"""Where attention went as a person meets it: drawn, walked by keys, opened."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from ipnb_journal.desktop.charts.attention import DOMAINS, THEMES, AttentionChart
from ipnb_journal.desktop.widgets.scroll import Scroll
from ipnb_journal.desktop.wording import attention as words
from ipnb_journal.domain.attention import PagesOf, PromptsWith, Themed, gathered
from ipnb_journal.domain.prompts import Domain
from ipnb_journal.domain.prompts import Theme as About

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.theme.theme import Theme

KEYS = Qt.Key
DAY = date(2026, 3, 12)
FOUND = gathered(
    (date(2025, 12, 12), DAY),
    [Themed("empathy", 4, 1800), Themed("compassion", 8, 0), Themed(None, 3, 0)],
    {"a": 5},
    {"a": (Domain.MOODS, Domain.TIME)},
)
NONE = gathered((None, DAY), [], {}, {})


@pytest.fixture
def chart(theme: Theme, qtbot: QtBot) -> AttentionChart:
    made = AttentionChart(theme)
    qtbot.addWidget(made)
    made.show_picture(FOUND)
    made.resize(640, made.heightForWidth(640))
    made.show()
    return made


def painted(chart: AttentionChart, size: QSizeF) -> QImage:
    image = QImage(size.toSize(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    chart.draw(painter, size)
    painter.end()
    return image


def test_the_dots_lie_where_their_counts_do(chart: AttentionChart) -> None:
    xs = chart.stops()[:9]
    zero, four, eight = xs[1], xs[0], xs[3]
    assert eight - zero == pytest.approx(2 * (four - zero))
    assert {x for x, one in zip(xs, FOUND.themes, strict=True) if not one.pages} == {zero}


def test_a_dot_is_drawn_at_each_stop_and_a_hollow_one_at_nothing(chart: AttentionChart, theme: Theme) -> None:
    image = painted(chart, QSizeF(chart.size()))
    for stop, pages in ((0, 4), (3, 8), (1, 0)):
        at = QPoint(round(chart.stops()[stop]), round(chart.place_of(stop).center().y()))
        assert image.pixelColor(at) == theme.colour("ink" if pages else "paper")


@pytest.mark.parametrize(("wide", "high"), ((640, 280), (320, 300), (1400, 200), (200, 900)))
def test_all_of_it_is_drawn_at_any_size(chart: AttentionChart, wide: int, high: int) -> None:
    """The lower edge of the last tile lies within a canvas with less room than it would like."""
    chart.show_picture(FOUND)
    image = painted(chart, QSizeF(wide, high))
    lowest = max(
        y for y in range(high) for x in range(0, wide, 3) if image.pixelColor(x, y) != Qt.GlobalColor.white
    )
    assert lowest < high
    if chart.heightForWidth(wide) > high:
        assert lowest > high * 0.9


def test_keys_walk_the_themes_and_then_the_tiles(chart: AttentionChart, qtbot: QtBot) -> None:
    walked = []
    for key in (KEYS.Key_Down, KEYS.Key_Down, KEYS.Key_Right, KEYS.Key_Up, KEYS.Key_Up, KEYS.Key_Up):
        qtbot.keyClick(chart, key)
        walked.append(chart.at)
    assert walked == [0, 1, 2, 1, 0, 0]
    walked.clear()
    chart.move_to(8)
    for key in (KEYS.Key_Down, KEYS.Key_Right, KEYS.Key_Down, KEYS.Key_Down, KEYS.Key_Down, KEYS.Key_Left,
                KEYS.Key_Up, KEYS.Key_Up, KEYS.Key_Up, KEYS.Key_End, KEYS.Key_Home):  # fmt: skip
        qtbot.keyClick(chart, key)
        walked.append(chart.at)
    assert walked == [9, 10, 13, 16, 16, 15, 12, 9, 8, 17, 0]


def test_each_step_is_read_aloud(chart: AttentionChart, qtbot: QtBot) -> None:
    assert chart.words_at(0) == words.readout(FOUND, 0)
    with qtbot.waitSignal(chart.pointed) as told:
        qtbot.keyClick(chart, KEYS.Key_End)
    assert told.args == [17]
    assert chart.words_at(17) == "Belonging (transpirational): 0 so far"


def test_a_theme_opens_its_pages_and_a_tile_its_prompts(chart: AttentionChart, qtbot: QtBot) -> None:
    chart.move_to(0)
    with qtbot.waitSignal(chart.opened) as opened:
        qtbot.keyClick(chart, KEYS.Key_Return)
    assert opened.args == [PagesOf(About.EMPATHY, date(2025, 12, 12), DAY)]
    assert chart.open_words_at(0) == words.OPEN_PAGES
    chart.move_to(1)
    with qtbot.assertNotEmitted(chart.opened):
        qtbot.keyClick(chart, KEYS.Key_Return)
    chart.move_to(9)
    with qtbot.waitSignal(chart.opened) as opened:
        qtbot.mouseDClick(chart, Qt.MouseButton.LeftButton, pos=chart.place_of(9).center().toPoint())
    assert opened.args == [PromptsWith(Domain.AWARENESS)]
    assert chart.open_words_at(9) == words.OPEN_PROMPTS


def test_the_pointer_means_the_row_or_tile_it_is_over(chart: AttentionChart) -> None:
    assert chart.nearest(chart.place_of(12).center()) == 12
    chart.move_to(4)
    assert chart.nearest(chart.place_of(0).topLeft() - QPoint(0, 20)) == 4


def test_the_table_has_a_row_a_theme_or_a_domain(chart: AttentionChart) -> None:
    assert chart.table(THEMES) == chart.table() == words.table(FOUND)
    assert chart.table(DOMAINS) == words.table(FOUND, by_theme=False)
    assert chart.row_behind(0, THEMES) == PagesOf(About.EMPATHY, date(2025, 12, 12), DAY)
    assert chart.row_behind(0, DOMAINS) is None
    assert chart.row_behind(9, DOMAINS) == PromptsWith(Domain.AWARENESS)
    assert chart.row_behind(9, THEMES) is None
    assert [chart.open_row_words(rows) for rows in (THEMES, DOMAINS)] == [
        words.OPEN_PAGES,
        words.OPEN_PROMPTS,
    ]


def test_its_description_is_what_is_said_in_words(chart: AttentionChart) -> None:
    assert chart.accessibleDescription() == chart.said().in_words == words.in_words(FOUND)
    chart.show_picture(NONE, "Made-up data")
    assert chart.accessibleDescription() == words.in_words(NONE, "Made-up data")


def test_read_from_the_right_the_threads_run_to_the_left(chart: AttentionChart) -> None:
    rightwards, tile = chart.stops()[3] - chart.stops()[1], chart.place_of(9).left()
    chart.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert chart.stops()[3] - chart.stops()[1] == pytest.approx(-rightwards)
    assert chart.place_of(9).right() == pytest.approx(chart.width() - tile)


def test_it_is_as_high_as_its_width_asks_for_and_the_page_follows_the_keyboard(
    theme: Theme, qtbot: QtBot
) -> None:
    chart = AttentionChart(theme)
    chart.show_picture(FOUND)
    assert chart.heightForWidth(320) > chart.heightForWidth(640)
    scroll = Scroll(theme, chart)
    qtbot.addWidget(scroll)
    chart.setMinimumHeight(chart.heightForWidth(640))
    scroll.resize(640, 200)
    scroll.show()
    qtbot.waitExposed(scroll)
    qtbot.keyClick(chart, KEYS.Key_End)
    place = chart.place_of(17).toRect()
    viewport = scroll.viewport()
    assert isinstance(viewport, QWidget)
    assert viewport.rect().contains(chart.mapTo(viewport, place.center()))
    assert chart.focus_rect() == place


def test_with_nothing_shown_it_is_silent(theme: Theme, qtbot: QtBot) -> None:
    empty = AttentionChart(theme)
    qtbot.addWidget(empty)
    empty.resize(300, 300)
    empty.grab()
    assert (empty.said(), empty.table().rows, empty.stops(), empty.when()) == (("", "", ""), (), (), "")
    qtbot.keyClick(empty, KEYS.Key_Down)
    assert empty.at == -1


def test_on_paper_it_says_that_it_counts_and_nothing_of_sliders() -> None:
    assert "counts pages" in AttentionChart.made
    assert "slider" not in AttentionChart.made
