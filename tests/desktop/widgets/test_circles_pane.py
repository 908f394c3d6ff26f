# SPDX-License-Identifier: MIT
"""Placing two circles: picture, words and lines always say the same, and blank stays blank."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.buttons import QuietButton
from ipnb_journal.desktop.widgets.circles_pane import CirclesPane
from ipnb_journal.desktop.widgets.scroll import scroll
from ipnb_journal.desktop.widgets.tab_order import TabOrdered
from ipnb_journal.domain.checkins import Circles
from ipnb_journal.domain.circles import CirclePart
from tests.desktop import seeing

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.theme.theme import Theme

PLACED = Circles(66.4, 86, 40, 55, 80)
RULES = (
    seeing.clipped, seeing.overlapping, seeing.nameless, seeing.confusable, seeing.small_targets,
    seeing.astray,
)  # fmt: skip


@pytest.fixture
def pane(qtbot: QtBot, theme: Theme) -> CirclesPane:
    made = CirclesPane(theme, "Ana")
    qtbot.addWidget(made)
    made.resize(612, made.heightForWidth(612))
    made.show()
    return made


def test_untouched_it_has_no_circles(pane: CirclesPane) -> None:
    assert pane.circles() is None
    assert all(row.slider.answer() is None for row in pane.rows.values())
    assert pane.headline.text() == "Blank so far"


def test_what_was_placed_before_comes_back_and_is_not_told_as_new(pane: CirclesPane) -> None:
    told: list[bool] = []
    pane.touched.connect(lambda: told.append(True))
    pane.show_circles(PLACED)
    assert pane.circles() == PLACED
    assert [row.slider.answer() for row in pane.rows.values()] == [66, 86, 40, 55, 80]
    assert pane.rows[CirclePart.WISH].isVisible()
    pane.show_circles(None)
    assert pane.circles() is None
    assert not pane.rows[CirclePart.WISH].isVisible()
    assert told == []


@pytest.mark.parametrize("part", tuple(CirclePart)[:4])
def test_each_line_moves_the_picture(qtbot: QtBot, pane: CirclesPane, part: CirclePart) -> None:
    row = pane.rows[part]
    with qtbot.waitSignal(pane.touched):
        qtbot.keyClick(row.slider, Qt.Key.Key_Right)
    assert pane.circles() == part.put(Circles(), 52)
    qtbot.mouseClick(row.less, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(row.less, Qt.MouseButton.LeftButton)
    assert pane.circles() == part.put(Circles(), 48) == pane.canvas.circles
    with qtbot.waitSignal(pane.touched):
        qtbot.mouseClick(row.blank, Qt.MouseButton.LeftButton)
    assert pane.circles() is None
    assert not row.blank.isVisible()


def test_the_first_press_of_more_sets_it_and_the_end_is_the_end(qtbot: QtBot, pane: CirclesPane) -> None:
    row = pane.rows[CirclePart.BRIDGE]
    qtbot.mouseClick(row.more, Qt.MouseButton.LeftButton)
    assert pane.circles() == Circles(bridge=52)
    pane.show_circles(Circles(bridge=99))
    qtbot.mouseClick(row.more, Qt.MouseButton.LeftButton)
    told: list[bool] = []
    pane.touched.connect(lambda: told.append(True))
    qtbot.mouseClick(row.more, Qt.MouseButton.LeftButton)
    assert (pane.circles(), told) == (Circles(bridge=100), [])


def test_the_picture_moves_each_line(qtbot: QtBot, pane: CirclesPane) -> None:
    with qtbot.waitSignal(pane.touched):
        qtbot.keyClick(pane.canvas, Qt.Key.Key_End)
    assert pane.rows[CirclePart.CLOSENESS].slider.answer() == 100
    at = pane.canvas.places().handle_of(CirclePart.EDGE_ME)
    start = QPoint(round(at.x), round(at.y))
    QTest.mousePress(pane.canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(pane.canvas, start - QPoint(0, 25))
    QTest.mouseRelease(pane.canvas, Qt.MouseButton.LeftButton, pos=start)
    shown, placed = pane.rows[CirclePart.EDGE_ME].slider.answer(), pane.canvas.circles.edge_me
    assert placed is not None and placed > 60 and shown == round(placed)


def test_the_sentence_follows_and_is_what_a_screen_reader_is_told(qtbot: QtBot, pane: CirclesPane) -> None:
    pane.show_circles(Circles(66, 86, 30, 70))
    assert pane.headline.text() == "Near, your edge very clear, Ana’s edge soft"
    qtbot.keyClick(pane.canvas, Qt.Key.Key_Home)
    assert pane.headline.text().startswith("Far apart")
    assert pane.line.text() == "In touch: a good deal passes between you, both ways."
    assert pane.canvas.accessibleDescription() == f"{pane.headline.text()}. {pane.line.text()}"
    assert pane.rows[CirclePart.BRIDGE].slider.accessibleDescription() == "A good deal, set"


def test_the_person_can_be_named_later(pane: CirclesPane) -> None:
    pane.show_circles(Circles(edge_other=50))
    pane.name_other("Tom")
    assert pane.headline.text() == "Tom’s edge fairly clear"
    assert pane.rows[CirclePart.EDGE_OTHER].slider.accessibleName() == "How clear Tom’s edge seems to you"
    assert pane.canvas.accessibleName() == "Two circles: you and Tom"
    pane.name_other("")
    assert pane.headline.text() == "The other’s edge fairly clear"


def test_the_wished_place_waits_behind_its_link(qtbot: QtBot, pane: CirclesPane) -> None:
    row = pane.rows[CirclePart.WISH]
    assert not row.isVisible()
    qtbot.mouseClick(pane.wish, Qt.MouseButton.LeftButton)
    assert row.isVisible() and pane.circles() is None
    qtbot.keyClick(row.slider, Qt.Key.Key_End)
    assert pane.circles() == Circles(closeness_wish=100)
    with qtbot.waitSignal(pane.touched):
        qtbot.mouseClick(pane.wish, Qt.MouseButton.LeftButton)
    assert pane.circles() is None
    assert not row.isVisible() and row.slider.answer() is None


def test_wide_the_lines_stand_beside_the_picture(qtbot: QtBot, theme: Theme, pane: CirclesPane) -> None:
    def beside() -> bool:
        return pane.rows[CirclePart.CLOSENESS].mapTo(pane, QPoint(0, 0)).x() > pane.canvas.width() / 2

    assert not beside()
    pane.resize(1000, 700)
    qtbot.waitUntil(beside)
    pane.resize(612, 800)
    qtbot.waitUntil(lambda: not beside())


@pytest.mark.parametrize(
    ("width", "percent", "mirrored", "circles"),
    [
        (612, 100, False, PLACED),
        (612, 100, True, None),
        (1040, 100, False, PLACED),
        (640, 200, False, PLACED),
        (330, 100, False, PLACED),
    ],
)
def test_it_can_be_seen_reached_and_heard_everywhere(
    qtbot: QtBot,
    qapp: QApplication,
    theme: Theme,
    width: int,
    percent: int,
    mirrored: bool,
    circles: Circles | None,
) -> None:
    theme.apply(qapp, "light", percent=percent, still=True)
    window = TabOrdered()
    qtbot.addWidget(window)
    if mirrored:
        window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    pane = CirclesPane(theme, "Ana", on_paper=width < 1000)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    # on a page something stands above both columns
    layout.addWidget(QuietButton(theme, "Back"))
    layout.addWidget(scroll(theme, pane))
    pane.show_circles(circles)
    window.resize(width, 560)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window, 5000)
    pane.canvas.setFocus()
    sight = seeing.look(window)
    assert [told for rule in RULES for told in rule(sight)] == []


def test_still_it_shows_and_takes_nothing(qtbot: QtBot, pane: CirclesPane) -> None:
    pane.show_circles(PLACED)
    handled = pane.canvas.grab().toImage()
    pane.set_still(True)
    assert pane.canvas.grab().toImage() != handled
    at = pane.canvas.places().centres()[0]
    start = QPoint(round(at.x), round(at.y))
    QTest.mousePress(pane.canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(pane.canvas, start + QPoint(40, 0))
    QTest.mouseRelease(pane.canvas, Qt.MouseButton.LeftButton, pos=start)
    for row in pane.rows.values():
        qtbot.keyClick(row.slider, Qt.Key.Key_End)
        assert not (row.less.isVisible() or row.more.isVisible() or row.blank.isVisible())
    assert pane.circles() == PLACED
    pane.set_still(False)
    assert pane.rows[CirclePart.BRIDGE].blank.isVisible()
    assert pane.canvas.grab().toImage() == handled


def test_a_page_stands_its_own_around_it_in_the_order_of_reading(
    qtbot: QtBot, theme: Theme, pane: CirclesPane
) -> None:
    foot, after = QuietButton(theme, "Keep this"), QuietButton(theme, "Before")
    pane.stand_around(foot, after)
    lines = pane.rows[CirclePart.CLOSENESS]

    def top(part: QWidget) -> int:
        return part.mapTo(pane, QPoint(0, 0)).y()

    pane.resize(612, 1200)
    qtbot.waitUntil(lambda: top(pane.canvas) < top(lines) < top(foot) < top(after))
    pane.resize(1000, 1200)
    qtbot.waitUntil(
        lambda: top(lines) < top(pane.canvas) + pane.canvas.height() < top(foot) < top(after) + 200
    )
    assert foot.x() < pane.canvas.width() < after.x()
