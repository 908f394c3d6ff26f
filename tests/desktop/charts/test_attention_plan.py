# SPDX-License-Identifier: MIT
"""Rows of themes and tiles of domains, laid out at any width and any size of type."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF

from ipnb_journal.desktop.charts.attention_plan import advance, amount_width, plan, ticks
from ipnb_journal.desktop.wording import attention as words
from ipnb_journal.domain.attention import Attention, Themed, gathered
from ipnb_journal.domain.prompts import Theme as About

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from ipnb_journal.desktop.theme.theme import Theme

DAY = date(2026, 3, 12)


def counted(most: int) -> Attention:
    """Each theme a page more than the one before, the last one `most`."""
    themes = [Themed(each.value, max(1, most - back), 600) for back, each in enumerate(reversed(About))]
    return gathered((None, DAY), themes, {}, {})


@pytest.mark.parametrize("percent", (100, 150, 200))
@pytest.mark.parametrize("wide", (300, 480, 640, 1200))
def test_nothing_overlaps_and_nothing_leaves_the_width(
    theme: Theme, qapp: QApplication, percent: int, wide: int
) -> None:
    theme.apply(qapp, "light", percent, still=True)
    laid = plan(theme, counted(1234), wide)
    places = [*laid.rows, *laid.tiles]
    assert len(places) == 18
    assert all(QRectF(0, 0, wide, laid.height).contains(place) for place in places)
    for one, other in pairwise(places):
        assert not one.intersects(other)
    assert len({place.size().toTuple() for place in laid.tiles}) == 1
    assert laid.axis <= laid.tiles_head < laid.tiles[0].top()
    theme.apply(qapp, "light", still=True)


def test_names_stand_beside_their_threads_where_there_is_room_and_above_where_not(theme: Theme) -> None:
    found = counted(30)
    wide, narrow = plan(theme, found, 640), plan(theme, found, 320)
    widest = max(advance(theme, "ui", one.name) for one in words.themes(found))
    assert wide.names > widest
    assert wide.zero >= wide.names
    assert narrow.names == 0
    assert narrow.rows[0].height() > wide.rows[0].height()


def test_the_longest_thread_leaves_room_for_its_amounts(theme: Theme) -> None:
    found = counted(1000)
    laid = plan(theme, found, 640)
    assert laid.x(found.most, found.most) == laid.reach
    assert laid.x(0, found.most) == laid.zero
    longest = max(amount_width(theme, one) for one in words.themes(found))
    assert laid.reach + longest <= 640


@pytest.mark.parametrize(("most", "steps"), ((1, 1), (2, 1), (9, 1), (40, 5), (100, 20), (12345, 5000)))
def test_ticks_are_whole_even_and_have_room(theme: Theme, most: int, steps: int) -> None:
    found = list(ticks(most, 300, theme))
    assert found[0] == 0
    assert found[-1] <= most
    assert {after - before for before, after in pairwise(found)} == {steps}
    each = advance(theme, "small", f"{most:,}")
    assert 300 / most * steps >= each


def test_nothing_counted_needs_no_scale(theme: Theme) -> None:
    none = gathered((None, DAY), [], {}, {})
    laid, some = plan(theme, none, 640), plan(theme, counted(3), 640)
    assert laid.rows[0].top() < some.rows[0].top()
    assert laid.x(0, 0) == laid.zero
