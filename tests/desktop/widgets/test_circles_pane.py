# SPDX-License-Identifier: MIT
"""The two circles: blank until touched, by hand and by keyboard, and told in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from ipnb_journal.desktop.widgets.circles_pane import CirclesPane
from ipnb_journal.desktop.wording import circles as words
from ipnb_journal.domain.checkins import Circles

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.theme.theme import Theme


@pytest.fixture
def pane(theme: Theme, qtbot: QtBot) -> CirclesPane:
    made = CirclesPane(theme)
    qtbot.addWidget(made)
    made.resize(640, 620)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def touched(pane: CirclesPane) -> list[bool]:
    told: list[bool] = []
    pane.touched.connect(lambda: told.append(True))
    return told


def test_nothing_is_placed_until_something_is_touched(pane: CirclesPane, touched: list[bool]) -> None:
    assert pane.circles() is None
    assert pane.sentence.text() == words.NOT_YET
    pane.show_circles(Circles(closeness=20.0))
    assert pane.circles() == Circles(closeness=20.0)
    pane.show_circles(None)
    assert pane.circles() is None
    assert touched == []


def test_each_value_has_a_line_of_its_own_and_the_others_stay_blank(
    pane: CirclesPane, touched: list[bool], qtbot: QtBot
) -> None:
    qtbot.keyClick(pane.rows["bridge"].slider, Qt.Key.Key_Right)
    placed = pane.circles()
    assert placed is not None
    assert placed.bridge is not None
    assert (placed.closeness, placed.edge_me, placed.edge_other, placed.closeness_wish) == (None,) * 4
    qtbot.keyClick(pane.rows["edge_me"].more, Qt.Key.Key_Return)
    assert pane.circles().edge_me == 55  # type: ignore[union-attr]
    qtbot.keyClick(pane.rows["bridge"].slider, Qt.Key.Key_Delete)
    assert pane.circles().bridge is None  # type: ignore[union-attr]
    assert len(touched) == 3


def test_a_circle_can_be_dragged_apart_and_its_edge_made_firm(pane: CirclesPane, qtbot: QtBot) -> None:
    picture = pane.picture
    middle = QPoint(picture.width() // 2, picture.height() // 2)
    qtbot.mousePress(picture, Qt.MouseButton.LeftButton, pos=middle + QPoint(60, 20))
    qtbot.mouseMove(picture, middle + QPoint(170, 20))
    qtbot.mouseRelease(picture, Qt.MouseButton.LeftButton, pos=middle + QPoint(170, 20))
    far = pane.circles()
    assert far is not None and far.closeness is not None
    assert far.closeness < 25
    assert pane.rows["closeness"].slider.answer() == round(far.closeness)
    mine, _ = picture._discs()
    bead = QPoint(round(mine.center().x()), round(mine.top()))
    qtbot.mousePress(picture, Qt.MouseButton.LeftButton, pos=bead)
    qtbot.mouseMove(picture, bead - QPoint(0, 50))
    qtbot.mouseRelease(picture, Qt.MouseButton.LeftButton, pos=bead - QPoint(0, 50))
    firm = pane.circles()
    assert firm is not None and firm.edge_me is not None
    assert firm.edge_me > 60
    assert firm.closeness == far.closeness


def test_what_was_placed_by_hand_is_kept_exactly(pane: CirclesPane) -> None:
    exact = Circles(33.333, 66.667, 12.5, 0.0, 80.25)
    pane.show_circles(exact)
    assert pane.circles() == exact


@pytest.mark.parametrize(
    ("circles", "other", "told"),
    [
        (Circles(closeness=68), "", "Near."),
        (Circles(closeness=5, edge_me=90, edge_other=95), "", "Far apart, both edges very clear."),
        (Circles(edge_me=10, edge_other=45), "Ana", "Your edge hard to tell, Ana’s edge fairly clear."),
        (Circles(bridge=100), "", "A great deal passing between you."),
        (Circles(), "Ana", words.NOT_YET),
    ],
)
def test_the_picture_in_a_sentence(circles: Circles, other: str, told: str) -> None:
    assert words.sentence(circles, other) == told


def test_the_sentence_is_what_a_screen_reader_says_of_the_picture(pane: CirclesPane) -> None:
    pane.name_other("Ana")
    pane.show_circles(Circles(closeness=68, edge_other=10))
    assert pane.picture.accessibleName() == words.PICTURE
    assert pane.picture.accessibleDescription() == "Near, Ana’s edge hard to tell."
    assert pane.rows["edge_other"].slider.accessibleName() == "How clear Ana’s edge is"


def test_the_wish_is_behind_a_link_and_goes_with_it(pane: CirclesPane, qtbot: QtBot) -> None:
    assert pane.rows["closeness_wish"].isHidden()
    qtbot.keyClick(pane.wish, Qt.Key.Key_Return)
    qtbot.keyClick(pane.rows["closeness_wish"].more, Qt.Key.Key_Return)
    assert pane.circles() == Circles(closeness_wish=55)
    qtbot.keyClick(pane.wish, Qt.Key.Key_Return)
    assert pane.circles() is None
    assert pane.rows["closeness_wish"].isHidden()


def test_mirrored_the_first_circle_stands_at_the_right(pane: CirclesPane) -> None:
    pane.show_circles(Circles(closeness=30))
    mine, theirs = pane.picture._discs()
    assert mine.center().x() < theirs.center().x()
    pane.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    mine, theirs = pane.picture._discs()
    assert mine.center().x() > theirs.center().x()
