# SPDX-License-Identifier: MIT
"""The theme switches at once, scales type and room differently, and follows the computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette

from ipnb_journal import paths
from ipnb_journal.desktop.theme.theme import Theme
from ipnb_journal.desktop.theme.tokens import TYPE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


def test_switching_changes_colours_palette_and_says_so(
    qtbot: QtBot, qapp: QApplication, theme: Theme
) -> None:
    before = theme.colour("room")
    with qtbot.waitSignal(theme.changed):
        theme.apply(qapp, "dark")
    assert theme.mode == "dark"
    assert theme.colour("room") != before
    assert qapp.palette().color(QPalette.ColorRole.Window) == theme.colour("room")


def test_text_grows_in_full_and_room_by_the_square_root(qapp: QApplication, theme: Theme) -> None:
    theme.apply(qapp, "light", 200)
    assert theme.px(20) == 40
    assert theme.space(40) == 57
    assert theme.font("writing").pixelSize() == 40
    assert theme.line("writing") == 68
    assert qapp.font().pixelSize() == 30


@pytest.mark.parametrize(("asked", "given"), ((50, 100), (100, 100), (150, 150), (400, 200)))
def test_text_size_stays_within_reach(qapp: QApplication, theme: Theme, asked: int, given: int) -> None:
    theme.apply(qapp, "light", asked)
    assert theme.percent == given


def test_every_type_role_has_a_font(theme: Theme) -> None:
    for role, style in TYPE.items():
        font = theme.font(role)
        assert font.families()[0] == style.family
        assert len(font.families()) > 1
        assert font.weight() == style.weight
        assert font.italic() == style.italic


def test_following_the_computer(qapp: QApplication, theme: Theme) -> None:
    theme.apply(qapp, "system")
    assert theme.follows_system
    told = []
    theme.changed.connect(lambda: told.append(theme.mode))
    theme._on_system_scheme(Qt.ColorScheme.Dark)
    theme._on_system_scheme(Qt.ColorScheme.Dark)
    theme._on_system_scheme(Qt.ColorScheme.Light)
    assert told == ["dark", "light"]


def test_a_chosen_look_does_not_follow(qapp: QApplication, theme: Theme) -> None:
    theme.apply(qapp, "light")
    theme._on_system_scheme(Qt.ColorScheme.Dark)
    assert theme.mode == "light"


def test_still_pictures_take_no_time(qapp: QApplication, theme: Theme) -> None:
    theme.apply(qapp, "light", still=True)
    assert theme.duration(320) == 0
    theme.apply(qapp, "light", still=False)
    assert theme.duration(320) == 320


def test_blend_is_straight(theme: Theme) -> None:
    assert theme.blend("ink", "room", 1.0) == theme.colour("ink")
    assert theme.blend("ink", "room", 0.0) == theme.colour("room")


@pytest.mark.parametrize("percent", (100, 200))
def test_the_stylesheet_is_understood(qapp: QApplication, percent: int) -> None:
    # Qt warns on the log when it cannot parse a sheet, and a warning fails a test
    theme = Theme(paths.resources())
    theme.apply(qapp, "light", percent)
    sheet = qapp.styleSheet()
    assert f"min-height: {theme.px(30)}px" in sheet
    assert "@" not in sheet


@pytest.mark.parametrize("monochrome", (False, True))
def test_a_theme_for_paper_is_light_at_100_percent_and_leaves_the_window_as_it_is(
    qapp: QApplication, theme: Theme, monochrome: bool
) -> None:
    theme.apply(qapp, "dark", 200, strong=True)
    before = qapp.palette(), qapp.styleSheet(), qapp.font()
    paper = Theme.on_paper(paths.resources(), monochrome=monochrome)
    assert (qapp.palette(), qapp.styleSheet(), qapp.font()) == before
    assert paper.colour("paper") == Qt.GlobalColor.white
    assert paper.font("ui").pixelSize() == 15
    assert paper.strong is monochrome
    assert (paper.colour("diff").saturation() == 0) is monochrome
    assert paper.problems == ()
    theme.apply(qapp, "light")
    assert paper.colour("paper") == Qt.GlobalColor.white
