# SPDX-License-Identifier: MIT
"""The tiles as a person meets them: laid out, walked by keys, chosen by a press, opened."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from ipnb_journal.desktop.charts.relationships import RelationshipTiles
from ipnb_journal.desktop.widgets.scroll import Scroll
from ipnb_journal.desktop.wording import relationships as words
from ipnb_journal.domain.relationships import AboutPerson, Everybody, by_person
from ipnb_journal.domain.windows import Window
from tests.desktop.charts.by_person import LAST, people, tiles

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.theme.theme import Theme

KEYS = Qt.Key


@pytest.fixture
def view(theme: Theme, qtbot: QtBot) -> RelationshipTiles:
    made = RelationshipTiles(theme)
    qtbot.addWidget(made)
    made.show_picture(tiles())
    made.resize(984, made.heightForWidth(984))
    made.show()
    return made


def middle(view: RelationshipTiles, stop: int) -> QPoint:
    return view.place_of(stop).center().toPoint()


@pytest.mark.parametrize(("wide", "columns"), [(300, 1), (500, 1), (684, 2), (984, 3), (2400, 3)])
def test_as_many_columns_as_fit_but_three_at_most(view: RelationshipTiles, wide: int, columns: int) -> None:
    view.resize(wide, view.heightForWidth(wide))
    rows = {view.place_of(stop).top() for stop in range(5)}
    assert len(rows) == -(-5 // columns)
    assert all(view.rect().contains(view.place_of(stop).toRect()) for stop in range(5))
    assert len({view.place_of(stop).size().toTuple() for stop in range(5)}) == 1


def test_it_is_as_high_as_its_tiles_and_key_need(view: RelationshipTiles, theme: Theme) -> None:
    assert view.heightForWidth(400) > view.heightForWidth(700) > view.heightForWidth(984)
    view.resize(984, view.heightForWidth(984))
    assert view.place_of(4).bottom() == view.height()
    untagged = view.heightForWidth(984)
    view.show_picture(tiles(), "Made-up data")
    assert view.heightForWidth(984) > untagged


def test_reading_from_the_right_begins_at_the_right(view: RelationshipTiles) -> None:
    assert view.place_of(0).left() == 0
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert view.place_of(0).right() == pytest.approx(view.width(), abs=2)
    assert view.place_of(1).right() < view.place_of(0).left()


def test_keys_walk_in_all_four_directions(view: RelationshipTiles, qtbot: QtBot) -> None:
    walked = []
    for key in (KEYS.Key_Right, KEYS.Key_Right, KEYS.Key_Down, KEYS.Key_Up, KEYS.Key_Down, KEYS.Key_End,
                KEYS.Key_Down, KEYS.Key_Up, KEYS.Key_Up, KEYS.Key_Home, KEYS.Key_Left):  # fmt: skip
        qtbot.keyClick(view, key)
        walked.append(view.at)
    assert walked == [0, 1, 4, 1, 4, 4, 4, 1, 1, 0, 0]


def test_left_and_right_follow_the_eye_where_reading_runs_from_right(
    view: RelationshipTiles, qtbot: QtBot
) -> None:
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    view.move_to(0)
    qtbot.keyClick(view, KEYS.Key_Left)
    assert view.at == 1
    qtbot.keyClick(view, KEYS.Key_Right)
    assert view.at == 0


def test_the_pointer_chooses_by_a_press_only(view: RelationshipTiles, qtbot: QtBot) -> None:
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle(view, 3))
    assert view.at == 3
    qtbot.mouseMove(view, middle(view, 0))
    assert view.at == 3
    beside = QPoint(view.width() - 2, view.height() - 2)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=beside)
    assert view.at == 3


def test_enter_and_a_double_click_open_the_person(view: RelationshipTiles, qtbot: QtBot) -> None:
    view.move_to(2)
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(view, KEYS.Key_Return)
    assert opened.args == [AboutPerson(2)]
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=middle(view, 4))
    assert opened.args == [AboutPerson(2)] or opened.args == [AboutPerson(4)]
    with qtbot.assertNotEmitted(view.opened):
        qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(view.width() - 2, view.height() - 2))


def test_the_cursor_stays_with_its_person_in_another_order(view: RelationshipTiles) -> None:
    view.move_to(1)
    about = people().about
    window = Window(LAST - 90, LAST)
    view.show_picture(by_person(Everybody((about[1], about[0], *about[2:])), window, 7))
    assert view.at == 0
    view.show_picture(by_person(Everybody(about[2:]), window, 7))
    assert view.at == -1
    assert view.tile() is None


def test_what_a_screen_reader_is_told_is_the_text_beside(view: RelationshipTiles) -> None:
    assert view.accessibleDescription() == view.said().in_words == words.in_words(tiles())
    assert view.words_at(1) == words.readout(tiles(), tiles().tiles[1])
    assert [row.behind for row in view.table().rows] == [view.behind(stop) for stop in range(5)]


def test_the_ring_goes_round_the_chosen_tile(view: RelationshipTiles) -> None:
    assert view.focus_rect() == view.rect()
    view.move_to(4)
    assert view.focus_rect() == view.place_of(4).toRect()


def test_the_chosen_tile_has_an_edge_of_its_own(view: RelationshipTiles, theme: Theme) -> None:
    view.move_to(1)
    image, place = view.grab().toImage(), view.place_of(1).toRect()
    assert image.pixelColor(place.left() + 1, place.center().y()) == theme.colour("accent")
    other = view.place_of(0).toRect()
    assert image.pixelColor(other.left() + 1, other.center().y()) != theme.colour("accent")


def test_a_tile_the_keyboard_comes_to_is_scrolled_into_view(theme: Theme, qtbot: QtBot) -> None:
    content = QWidget()
    view = RelationshipTiles(theme, content)
    view.show_picture(tiles())
    content.setFixedSize(330, view.heightForWidth(330))
    view.resize(content.size())
    page = Scroll(theme, content)
    qtbot.addWidget(page)
    page.resize(360, 320)
    page.show()
    qtbot.keyClick(view, KEYS.Key_End)
    top = view.mapTo(page.viewport(), view.place_of(4).topLeft().toPoint()).y()
    assert 0 <= top <= page.viewport().height() - view.place_of(4).height()


def test_it_is_drawn_whole_on_paper_of_any_size(theme: Theme, qtbot: QtBot) -> None:
    view = RelationshipTiles(theme)
    qtbot.addWidget(view)
    view.show_picture(tiles())
    for wide, high in ((1000, 900), (640, 480), (480, 640)):
        image = QImage(wide, high, QImage.Format.Format_RGB32)
        image.fill(theme.colour("room"))
        painter = QPainter(image)
        view.draw(painter, QSizeF(wide, high))
        painter.end()
        ground = theme.colour("room").rgb()
        assert all(image.pixel(x, high - 1) == ground for x in range(wide))
        marks = {theme.colour(f"rel{number}").rgb() for number in range(1, 6)}
        seen = {image.pixel(x, y) for y in range(high) for x in range(wide)} & marks
        assert seen == marks


def test_nobody_is_nothing_to_draw(theme: Theme, qtbot: QtBot) -> None:
    view = RelationshipTiles(theme)
    qtbot.addWidget(view)
    assert (view.said().in_words, view.table().rows, view.heightForWidth(600)) == ("", (), 0)
    view.show_picture(by_person(Everybody(), Window(LAST - 90, LAST), 7))
    view.resize(600, 300)
    view.show()
    qtbot.keyClick(view, KEYS.Key_Down)
    assert view.at == -1
    assert "Add someone" in view.said().in_words


def test_on_paper_nobody_is_named_unless_it_is_wanted(theme: Theme, qtbot: QtBot) -> None:
    view = RelationshipTiles(theme)
    qtbot.addWidget(view)
    assert (view.is_personal, view.when()) == (False, "")
    chart = tiles()
    homework = replace(chart.homework, text="Homework with Ruth") if chart.homework else None
    view.show_picture(replace(chart, homework=homework), "Made-up data")
    assert view.is_personal
    assert view.when() == "12 Dec 2025 to 12 Mar 2026"
    named, free = (view.on_paper(theme, named=wanted) for wanted in (True, False))
    for copy in (named, free):
        qtbot.addWidget(copy)
        assert copy.tag == "Made-up data"
        assert len(copy.stops()) == 5
    assert named.said() == view.said()
    assert free.said().in_words.startswith("Made-up data. 12 Dec 2025 to 12 Mar 2026, by person. Person 1: ")
    assert "Ruth" not in free.said().in_words
    assert [row.cells[0].said for row in free.table().rows][-1] == "Person 5"
