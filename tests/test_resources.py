# SPDX-License-Identifier: MIT
"""What ships is whole: every icon draws in every look, fonts load, colours keep their contrast."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFontDatabase

from ipnb_journal import desktop, paths
from ipnb_journal.desktop.theme import icons
from ipnb_journal.desktop.theme.fonts import FILES
from ipnb_journal.desktop.theme.theme import Theme
from ipnb_journal.desktop.theme.tokens import MONO, SANS, SERIF, contrast, read_palette

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QImage
    from PySide6.QtWidgets import QApplication

LOOKS = ("light", "dark", "strong_light", "strong_dark", "paper", "monochrome")
TEXT, MARK = 4.5, 3.0
GROUNDS = ("room", "paper", "raised")
PAIRS = [
    ("ink", (*GROUNDS, "room2", "hover", "select", "accent_soft", "mark", "danger_soft"), TEXT),
    ("ink2", (*GROUNDS, "room2", "hover", "select", "accent_soft"), TEXT),
    ("accent", (*GROUNDS, "accent_soft", "room2"), TEXT),
    ("accent_ink", ("accent", "accent_hover"), TEXT),
    ("danger", (*GROUNDS, "danger_soft"), TEXT),
    ("control", (*GROUNDS, "room2"), MARK),
    ("focus", (*GROUNDS, "room2", "hover", "select", "accent_soft"), MARK),
    *((role, GROUNDS, MARK) for role in ("diff", "link", "chaos", "rigid")),
    *((f"rel{number}", GROUNDS, MARK) for number in range(1, 9)),
]


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("role", "grounds", "need"), PAIRS, ids=lambda value: str(value)[:12])
def test_contrast(look: str, role: str, grounds: tuple[str, ...], need: float) -> None:
    colours = read_palette(paths.resources() / "themes", look)
    ratios = {ground: contrast(colours[role], colours[ground]) for ground in grounds}
    assert {ground: ratio for ground, ratio in ratios.items() if ratio < need} == {}


def test_contrast_of_known_colours() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("look", ("strong_light", "strong_dark"))
def test_strong_contrast_turns_muted_into_ink_and_ornament_into_border(look: str) -> None:
    colours = read_palette(paths.resources() / "themes", look)
    assert colours["ink2"] == colours["ink"]
    assert colours["hairline"] == colours["control"]


def test_black_and_white_is_nothing_but_greys_on_white() -> None:
    colours = read_palette(paths.resources() / "themes", "monochrome")
    assert [role for role, hue in colours.items() if len({hue[1:3], hue[3:5], hue[5:7]}) != 1] == []
    assert colours["paper"] == colours["raised"]
    assert contrast(colours["paper"], "#000000") == pytest.approx(21.0)


def test_no_colour_is_written_anywhere_but_in_themes() -> None:
    hexes = re.compile(r"""["']#[0-9A-Fa-f]{3,8}["']""")
    root = Path(desktop.__file__).parent
    assert [file.name for file in root.rglob("*.py") if hexes.search(file.read_text("utf-8"))] == []


@pytest.mark.parametrize("mode", ("light", "dark"))
@pytest.mark.parametrize("strong", (False, True))
def test_every_icon_draws(qapp: QApplication, mode: str, strong: bool) -> None:
    theme = Theme(paths.resources())
    theme.apply(qapp, "dark" if mode == "dark" else "light", strong=strong)
    files = (file.name for file in (paths.resources() / "icons").iterdir())
    names = sorted(name.removesuffix(".svg") for name in files if name.endswith(".svg"))
    assert len(names) > 40
    for name in names:
        drawn = icons.pixmap(theme, name, 20, "ink", ratio=2.0).toImage()
        assert drawn.width() == 40
        inked = _full_colours(drawn)
        assert inked, name
        assert all(_near(colour, theme.colour("ink")) for colour in inked), name
    assert theme.problems == ()


def _full_colours(picture: QImage) -> list[QColor]:
    pixels = (picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height()))
    return [pixel for pixel in pixels if pixel.alpha() == 255]


def _near(one: QColor, other: QColor) -> bool:
    """Equal but for the rounding of an antialiased edge."""
    return all(abs(a - b) <= 3 for a, b in zip(one.getRgb(), other.getRgb(), strict=True))


def test_fonts_load(qapp: QApplication) -> None:
    theme = Theme(paths.resources())
    theme.apply(qapp, "light")
    assert theme.problems == ()
    assert {SERIF, SANS, MONO} <= set(QFontDatabase.families())
    for file in FILES:
        assert (paths.resources() / "fonts" / file).is_file()


def test_what_is_missing_is_stood_in_for_and_reported(qapp: QApplication, tmp_path: Path) -> None:
    shutil.copytree(str(paths.resources()), tmp_path / "less")
    (tmp_path / "less" / "icons" / "lock.svg").unlink()
    (tmp_path / "less" / "icons" / "wind.svg").write_text("not a picture")
    (tmp_path / "less" / "fonts" / FILES[0]).unlink()
    (tmp_path / "less" / "themes" / "dark.toml").write_text("[colours]\nroom = 'blue'\n")
    theme = Theme(tmp_path / "less")
    theme.apply(qapp, "dark")
    for name in ("lock", "wind"):
        assert not icons.pixmap(theme, name, 20).isNull()
    told = dict(theme.problems)
    assert ("icon", "lock") in theme.problems
    assert ("icon", "wind") in theme.problems
    assert ("font", FILES[0]) in theme.problems
    assert "dark" in told["palette"]
    assert contrast(theme.colour("ink").name(), theme.colour("room").name()) > TEXT
