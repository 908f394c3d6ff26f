# SPDX-License-Identifier: MIT
"""Two circles the size of a word: each value can be seen, nothing leaves its box, no size speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage

from ipnb_journal.desktop.widgets.circle_glyph import CircleGlyph, paint_glyph
from ipnb_journal.desktop.widgets.painting import smooth
from ipnb_journal.domain.checkins import Circles

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.theme.theme import Theme

BOX = QRectF(20, 20, 104, 48)


def painted(theme: Theme, circles: Circles, *, mirrored: bool = False) -> QImage:
    image = QImage(144, 88, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = smooth(image)
    paint_glyph(painter, theme, BOX, circles, mirrored=mirrored)
    painter.end()
    return image


def inked(image: QImage, y: int) -> list[int]:
    return [x for x in range(image.width()) if image.pixelColor(x, y) != QColor("white")]


@pytest.mark.parametrize("near", [0, 30, 50, 80, 100])
def test_nothing_is_painted_outside_its_box(theme: Theme, near: float) -> None:
    image = painted(theme, Circles(near, 20, 40, 50, 0))
    outside = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if not BOX.contains(x + 0.5, y + 0.5) and image.pixelColor(x, y) != QColor("white")
    ]
    assert outside == []


def test_the_nearer_the_narrower(theme: Theme) -> None:
    rows = [inked(painted(theme, Circles(near, 90, 90)), 44) for near in (0, 40, 70, 100)]
    widths = [max(row) - min(row) for row in rows]
    assert widths == sorted(widths, reverse=True)
    assert len(set(widths)) == 4


def test_what_both_cover_is_tinted_once_nearness_is_placed(theme: Theme) -> None:
    middle = painted(theme, Circles(50, 90, 90)).pixelColor(72, 44)
    assert middle != QColor("white")
    assert painted(theme, Circles(None, 90, 90)).pixelColor(72, 44) == QColor("white")
    assert painted(theme, Circles(10, 90, 90)).pixelColor(72, 44) == QColor("white")


def test_the_edges_mean_gives_the_outline(theme: Theme) -> None:
    def ink(circles: Circles) -> QImage:
        return painted(theme, circles)

    firm, dashed, dotted = (ink(Circles(20, edge, edge)) for edge in (67, 66, 33))
    assert firm != dashed != dotted != firm
    assert ink(Circles(20, 99, 33)) == dashed != firm
    assert ink(Circles(20, 67)) == firm
    assert ink(Circles(20)) not in (firm, dashed, dotted)


def test_the_wished_place_is_a_ghost_and_untouched_circles_are_grey(theme: Theme) -> None:
    assert painted(theme, Circles(50, 90, 90, None, 0)) != painted(theme, Circles(50, 90, 90))

    def has(image: QImage, role: str) -> bool:
        wanted = theme.colour(role)
        return any(image.pixelColor(x, y) == wanted for x in range(144) for y in range(88))

    assert has(painted(theme, Circles(20, 90, 90)), "diff") and has(
        painted(theme, Circles(20, 90, 90)), "link"
    )
    assert not has(painted(theme, Circles(bridge=50)), "diff")


def test_mirrored_ones_own_is_at_the_right(theme: Theme) -> None:
    def of(image: QImage, role: str) -> list[int]:
        wanted = theme.colour(role)
        return [x for x in range(144) for y in range(88) if image.pixelColor(x, y) == wanted]

    plain, mirrored = (painted(theme, Circles(0, 90, 90), mirrored=way) for way in (False, True))
    assert max(of(plain, "diff")) < min(of(plain, "link"))
    assert min(of(mirrored, "diff")) > max(of(mirrored, "link"))


def test_the_widget_grows_with_the_text_and_shows_another_picture(
    qtbot: QtBot, qapp: QApplication, theme: Theme
) -> None:
    glyph = CircleGlyph(theme, Circles(0, 90, 90))
    qtbot.addWidget(glyph)
    glyph.resize(glyph.sizeHint())
    before = glyph.grab().toImage()
    glyph.show_circles(Circles(100, 10, 10))
    assert glyph.grab().toImage() != before
    small = glyph.sizeHint()
    theme.apply(qapp, "dark", percent=200, still=True)
    assert glyph.sizeHint() == 2 * small == glyph.minimumSizeHint()
    glyph.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert glyph.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
