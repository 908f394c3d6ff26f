# SPDX-License-Identifier: MIT
"""One person's tile: marks where the values are, words where there are too few."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPainter

from ipnb_journal.desktop.charts.tile import HEIGHT, WIDTH, Look, paint_tile
from ipnb_journal.domain.checkins import Circles
from ipnb_journal.domain.readings import Readings
from ipnb_journal.domain.relationships import Everybody, Placed, Relationship, by_person
from ipnb_journal.domain.windows import Window
from tests.desktop.charts.by_person import HOMEWORK, LAST, readings, somebody

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme

WINDOW = Window(LAST - 90, LAST)
PLOT = (62, 182)
HEAD = (14, 50)


def painted(theme: Theme, about: Relationship, *, mirrored: bool = False, homework: bool = False) -> QImage:
    chart = by_person(Everybody((about,), (HOMEWORK,) if homework else ()), WINDOW, 7)
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(theme.colour("room"))
    painter = QPainter(image)
    paint_tile(painter, Look(theme, QSizeF(WIDTH, HEIGHT), mirrored), chart, chart.tiles[0])
    painter.end()
    return image


def places(image: QImage, theme: Theme, role: str, rows: tuple[int, int]) -> list[tuple[int, int]]:
    """Where in some rows exactly this colour stands."""
    wanted = theme.colour(role).rgb()
    return [(x, y) for y in range(*rows) for x in range(4, image.width() - 4) if image.pixel(x, y) == wanted]


def test_marks_stand_at_their_days_and_values(theme: Theme) -> None:
    image = painted(theme, somebody(0, readings(range(0, 90, 6))))
    low, high = (places(image, theme, role, PLOT) for role in ("diff", "link"))
    assert low and high
    # being myself lies about 30, in touch about 75
    assert min(y for _, y in low) > max(y for _, y in high)
    for found in (low, high):
        assert min(x for x, _ in found) < 40
        assert max(x for x, _ in found) > WIDTH - 40


def test_the_newest_day_is_at_the_left_where_reading_runs_from_right(theme: Theme) -> None:
    about = somebody(0, readings(range(4)))
    usual, mirrored = (painted(theme, about, mirrored=way) for way in (False, True))
    assert min(x for x, _ in places(usual, theme, "diff", PLOT)) > WIDTH * 0.8
    assert max(x for x, _ in places(mirrored, theme, "diff", PLOT)) < WIDTH * 0.2


@pytest.mark.parametrize(
    "found", [Readings(), readings(range(1)), readings(range(2)), readings(range(100, 130))]
)
def test_below_three_days_or_without_any_in_the_stretch_there_are_words_alone(
    theme: Theme, found: Readings
) -> None:
    image = painted(theme, somebody(0, found), homework=True)
    assert places(image, theme, "diff", PLOT) == places(image, theme, "link", PLOT) == []
    paper = theme.colour("paper").rgb()
    assert any(image.pixel(x, y) != paper for y in range(110, 135) for x in range(60, 250))


def test_nothing_is_drawn_in_a_gap(theme: Theme) -> None:
    early, late = readings(range(60, 90, 2)), readings(range(0, 20, 2))
    both = Readings({scale: (*early.sliders[scale], *late.sliders[scale]) for scale in early.sliders}, {})
    image = painted(theme, somebody(0, both))
    inside = range(round(WIDTH * 0.4), round(WIDTH * 0.68))
    for role in ("diff", "link"):
        found = places(image, theme, role, PLOT)
        assert found
        assert not [x for x, _ in found if x in inside]


def test_days_by_circles_are_ringed_and_those_by_sliders_are_not(theme: Theme) -> None:
    plain = places(painted(theme, somebody(0, readings(range(0, 80, 20)))), theme, "diff", PLOT)
    ringed = places(painted(theme, somebody(0, readings(range(0), range(0, 80, 20)))), theme, "diff", PLOT)
    # the days lie as they did, and something of the same colour stands around each
    assert set(plain) <= set(ringed)
    assert len(ringed) > len(plain)
    assert min(y for _, y in ringed) < min(y for _, y in plain)


def test_the_newest_circles_stand_in_the_head_at_the_far_end(theme: Theme) -> None:
    circles = Placed(LAST, Circles(40, 90, 90, 50))
    without = painted(theme, somebody(0, readings(range(3))))
    shown = painted(theme, somebody(0, readings(range(3)), circles))
    mirrored = painted(theme, somebody(0, readings(range(3)), circles), mirrored=True)
    assert places(without, theme, "link", HEAD) == []
    assert min(x for x, _ in places(shown, theme, "link", HEAD)) > WIDTH / 2
    assert max(x for x, _ in places(mirrored, theme, "link", HEAD)) < WIDTH / 2


def test_the_wished_place_is_a_ghost(theme: Theme) -> None:
    now = painted(theme, somebody(0, readings(range(3)), Placed(LAST, Circles(40, 90, 90))))
    wished = painted(theme, somebody(0, readings(range(3)), Placed(LAST, Circles(40, 90, 90, None, 95))))
    assert now != wished
    full = (len(places(image, theme, "diff", HEAD)) for image in (now, wished))
    # paler than the circles themselves, which stay as they are
    assert len(set(full)) == 1


def test_homework_is_one_line_through_the_plot(theme: Theme) -> None:
    about = somebody(0, readings(range(0, 90, 30)))
    usual, marked = (painted(theme, about, homework=begun) for begun in (False, True))
    changed = {x for y in range(*PLOT) for x in range(WIDTH) if usual.pixel(x, y) != marked.pixel(x, y)}
    assert changed
    assert max(changed) - min(changed) <= 2
    assert min(changed) / WIDTH == pytest.approx(0.6, abs=0.06)


def test_strong_contrast_and_dark_have_every_mark(theme: Theme, qapp) -> None:
    about = somebody(0, readings(range(0, 90, 6)))
    for mode, strong in (("dark", False), ("light", True), ("dark", True)):
        theme.apply(qapp, mode, strong=strong, still=True)
        image = painted(theme, about)
        assert places(image, theme, "diff", PLOT) and places(image, theme, "link", PLOT)
