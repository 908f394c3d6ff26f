# SPDX-License-Identifier: MIT
"""The circles by hand and by keys: blank until touched, every handle reached, nothing moving by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from ipnb_journal.desktop.widgets.circle_places import Spot
from ipnb_journal.desktop.widgets.two_circles import TwoCircles
from ipnb_journal.domain.checkins import Circles
from ipnb_journal.domain.circles import CirclePart

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.theme.theme import Theme

PLACED = Circles(66, 86, 40, 55)
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def canvas(qtbot: QtBot, theme: Theme) -> TwoCircles:
    made = TwoCircles(theme)
    qtbot.addWidget(made)
    made.name_other("Ana")
    made.resize(612, made.heightForWidth(612))
    made.show()
    return made


def go_to(qtbot: QtBot, canvas: TwoCircles, part: CirclePart) -> None:
    while canvas.current is not part:
        qtbot.keyClick(canvas, Qt.Key.Key_Space)


def drag(canvas: TwoCircles, start: Spot, x: int, y: int) -> None:
    at = QPoint(round(start.x), round(start.y))
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=at)
    for share in (0.3, 0.7, 1.0):
        QTest.mouseMove(canvas, at + QPoint(round(x * share), round(y * share)))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=at + QPoint(x, y))


def picture(canvas: TwoCircles) -> QImage:
    return canvas.grab().toImage()


def test_nothing_is_placed_until_it_is_touched(qtbot: QtBot, canvas: TwoCircles) -> None:
    told: list[object] = []
    canvas.moved.connect(lambda *what: told.append(what))
    for spot in (*canvas.places().beads(), *canvas.places().centres()):
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(round(spot.x), round(spot.y)))
    qtbot.keyClick(canvas, Qt.Key.Key_Space)
    assert (canvas.circles, told) == (Circles(), [])


@pytest.mark.parametrize("part", tuple(CirclePart)[:4])
@pytest.mark.parametrize(
    ("key", "held", "value"),
    [
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, 52),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, 52),
        (Qt.Key.Key_Left, SHIFT, 40),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, 48),
        (Qt.Key.Key_PageUp, Qt.KeyboardModifier.NoModifier, 60),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier, 0),
        (Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier, 100),
    ],
)
def test_keys_move_the_current_handle_alone(
    qtbot: QtBot, canvas: TwoCircles, part: CirclePart, key: Qt.Key, held: Qt.KeyboardModifier, value: int
) -> None:
    go_to(qtbot, canvas, part)
    with qtbot.waitSignal(canvas.moved) as told:
        qtbot.keyClick(canvas, key, held)
    assert canvas.circles == part.put(Circles(), value)
    assert told.args == [part, value]


def test_delete_leaves_the_current_one_blank(qtbot: QtBot, canvas: TwoCircles) -> None:
    canvas.show_circles(PLACED)
    go_to(qtbot, canvas, CirclePart.EDGE_OTHER)
    with qtbot.waitSignal(canvas.moved) as told:
        qtbot.keyClick(canvas, Qt.Key.Key_Delete)
    assert canvas.circles == Circles(66, 86, None, 55)
    assert told.args == [CirclePart.EDGE_OTHER, None]


def test_keys_stop_at_the_ends(qtbot: QtBot, canvas: TwoCircles) -> None:
    canvas.show_circles(Circles(closeness=99))
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.circles.closeness == 100
    told: list[object] = []
    canvas.moved.connect(lambda *what: told.append(what))
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert told == []


def test_space_goes_round_the_handles_and_the_ring_with_it(qtbot: QtBot, canvas: TwoCircles) -> None:
    seen, rings = [canvas.current], [canvas.focus_rect()]
    for _ in range(3):
        qtbot.keyClick(canvas, Qt.Key.Key_Space)
        seen.append(canvas.current)
        rings.append(canvas.focus_rect())
    assert seen == list(CirclePart)[:4]
    assert not any(one.intersects(other) for one in rings for other in rings if one != other)
    qtbot.keyClick(canvas, Qt.Key.Key_Space)
    assert canvas.current is CirclePart.CLOSENESS
    canvas.show_wish(True)
    qtbot.keyClick(canvas, Qt.Key.Key_Space, SHIFT)
    assert canvas.current is CirclePart.WISH
    canvas.show_wish(False)
    assert canvas.current is CirclePart.CLOSENESS


@pytest.mark.parametrize("mirrored", [False, True])
def test_both_circles_can_be_dragged_nearer(canvas: TwoCircles, mirrored: bool) -> None:
    side = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
    canvas.setLayoutDirection(side)
    inwards = -1 if mirrored else 1
    for theirs, way in ((0, inwards), (1, -inwards)):
        canvas.show_circles(Circles(closeness=40))
        before = canvas.places()
        held = before.centres()[theirs]
        drag(canvas, Spot(held.x, held.y + 20), 30 * way, 5)
        after = canvas.places().centres()[theirs]
        assert canvas.circles.closeness is not None and canvas.circles.closeness > 40
        assert after.x - held.x == pytest.approx(30 * way, abs=0.5)


def test_handles_are_dragged_each_for_itself(canvas: TwoCircles) -> None:
    canvas.show_wish(True)
    for part, x, y in (
        (CirclePart.EDGE_ME, 0, -30),
        (CirclePart.EDGE_OTHER, 0, 30),
        (CirclePart.BRIDGE, 0, -15),
        (CirclePart.WISH, -30, 0),
    ):
        drag(canvas, canvas.places().handle_of(part), x, y)
    placed = canvas.circles
    assert placed.closeness is None
    assert placed.edge_me is not None and placed.edge_me > 60
    assert placed.edge_other is not None and placed.edge_other < 40
    assert placed.bridge is not None and placed.bridge > 60
    assert placed.closeness_wish is not None and placed.closeness_wish > 60


def test_the_band_can_be_held_beside_its_handle(canvas: TwoCircles) -> None:
    canvas.show_circles(Circles(20, 50, 50, 100))
    places = canvas.places()
    drag(canvas, Spot(places.middle.x + 40, places.band_foot - 12), 0, 10)
    assert canvas.circles.bridge is not None and 50 < canvas.circles.bridge < 100


def test_the_pointer_is_told_what_it_is_over(canvas: TwoCircles) -> None:
    at = canvas.places().handle_of(CirclePart.EDGE_OTHER)
    before = picture(canvas)
    QTest.mouseMove(canvas, QPoint(round(at.x), round(at.y)))
    assert canvas.cursor().shape() == Qt.CursorShape.SizeVerCursor
    assert "Ana’s edge" in canvas.toolTip()
    assert picture(canvas) != before
    QTest.mouseMove(canvas, QPoint(round(at.x), round(canvas.places().middle.y)))
    assert canvas.cursor().shape() == Qt.CursorShape.SizeHorCursor
    QTest.mouseMove(canvas, QPoint(2, canvas.height() - 3))
    assert canvas.toolTip() == ""
    assert picture(canvas) == before


def test_each_value_can_be_seen(canvas: TwoCircles) -> None:
    looks = [Circles(), PLACED]
    looks += [part.put(PLACED, value) for part in tuple(CirclePart)[:4] for value in (None, 10)]
    seen = []
    for look in looks:
        canvas.show_circles(look)
        seen.append(picture(canvas))
    canvas.show_wish(True)
    seen.append(picture(canvas))
    canvas.show_circles(CirclePart.WISH.put(looks[-1], 80))
    seen.append(picture(canvas))
    assert all(one != other for at, one in enumerate(seen) for other in seen[:at])


@pytest.mark.parametrize(("mode", "strong"), [("light", False), ("dark", False), ("dark", True)])
def test_a_new_look_lays_every_thread_anew(
    qapp: QApplication, theme: Theme, canvas: TwoCircles, mode: str, strong: bool
) -> None:
    canvas.show_circles(PLACED)
    picture(canvas)
    theme.apply(qapp, "dark" if mode == "dark" else "light", strong=strong, still=True)
    mine = theme.colour("diff").name()
    grabbed = picture(canvas)
    rim = canvas.places().centres()[0]
    x, y = round(rim.x), round(rim.y + canvas.places().radius)
    assert mine in {grabbed.pixelColor(x - 20, y + off).name() for off in range(-6, 4)}


def test_strong_contrast_has_no_threads(qapp: QApplication, theme: Theme, canvas: TwoCircles) -> None:
    def colours() -> int:
        grabbed, at = picture(canvas), canvas.places().centres()[0]
        x, y = round(at.x) - 60, round(at.y)
        return len({grabbed.pixelColor(x + i, y + i).name() for i in range(40)})

    canvas.show_circles(PLACED)
    assert colours() > 3
    theme.apply(qapp, "light", strong=True, still=True)
    assert colours() == 1


def test_a_picture_only_moved_keeps_its_threads(canvas: TwoCircles) -> None:
    """What takes long is laid once; a drag of nearness puts the same pictures elsewhere."""
    canvas.show_circles(PLACED)
    picture(canvas)
    kept = {which: side[1] for which, side in canvas._picture._sides.items()}
    for near in range(0, 100, 7):
        canvas.show_circles(CirclePart.CLOSENESS.put(PLACED, near))
        picture(canvas)
    assert {which: side[1] for which, side in canvas._picture._sides.items()} == kept


def test_it_is_called_by_who_is_meant(canvas: TwoCircles) -> None:
    assert canvas.accessibleName() == "Two circles: you and Ana"
    canvas.name_other("")
    assert canvas.accessibleName() == "Two circles: you and the other"
    canvas.tell("Near.")
    assert canvas.accessibleDescription() == "Near."
