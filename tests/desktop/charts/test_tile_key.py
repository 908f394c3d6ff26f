# SPDX-License-Identifier: MIT
"""The key names what is drawn in the tiles, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPainter

from ipnb_journal.desktop.charts.tile import Look
from ipnb_journal.desktop.charts.tile_key import entries, key_height, paint_key
from ipnb_journal.domain.relationships import Everybody, by_person
from ipnb_journal.domain.windows import Window
from tests.desktop.charts.by_person import LAST, readings, somebody, tiles

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme


def test_only_what_is_drawn_is_named() -> None:
    assert [(entry.said, entry.term) for entry in entries(tiles())] == [
        ("Being myself", "differentiation"),
        ("In touch", "linkage"),
        ("by two circles", ""),
        ("where you’d like it to be", ""),
        ("Homework began", ""),
    ]
    plain = by_person(Everybody((somebody(0, readings(range(9))),)), Window(LAST - 90, LAST), 7)
    assert [entry.said for entry in entries(plain)] == ["Being myself", "In touch"]


def test_all_of_it_fits_its_height_at_any_width_either_way(theme: Theme) -> None:
    ground = theme.colour("room").rgb()
    for wide in (300, 200):
        high = key_height(theme, tiles(), wide)
        for mirrored in (False, True):
            image = QImage(wide, 400, QImage.Format.Format_RGB32)
            image.fill(theme.colour("room"))
            painter = QPainter(image)
            paint_key(painter, Look(theme, QSizeF(wide, high), mirrored), tiles())
            painter.end()
            drawn = [(x, y) for y in range(400) for x in range(wide) if image.pixel(x, y) != ground]
            assert max(y for _, y in drawn) < high
            wanted = theme.colour("link").rgb()
            samples = [x for x, y in drawn if image.pixel(x, y) == wanted]
            assert all(x > wide - 60 if mirrored else x < 60 for x in samples)
    assert key_height(theme, tiles(), 150) > key_height(theme, tiles(), 300)
