# SPDX-License-Identifier: MIT
"""The names of the visual language: colour roles, type roles, measures, and how a palette is read."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from ipnb_journal.records import Record

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

COLOUR_ROLES = (
    "room", "room2", "hover", "select", "paper", "raised", "ink", "ink2", "hairline", "edge", "control",
    "accent", "accent_hover", "accent_ink", "accent_soft", "focus", "danger", "danger_soft", "mark", "cord",
    "dowel", "diff", "link", "chaos", "rigid",
    "rel1", "rel2", "rel3", "rel4", "rel5", "rel6", "rel7", "rel8",
)  # fmt: skip

SPACES = (4, 8, 12, 16, 24, 32, 40, 56, 72)
RADIUS_SHEET = 4
RADIUS_FIELD = 6
RADIUS_BUTTON = 8
RADIUS_DIALOG = 10

HOVER_MS = 120
PAGE_MS = 200
KNOT_MS = 320

SERIF = "Literata"
SANS = "Figtree"
MONO = "Atkinson Hyperlegible Mono"
FALLBACKS = {
    SERIF: ("Georgia", "Noto Serif", "DejaVu Serif", "serif"),
    SANS: ("Segoe UI", "SF Pro Text", "Noto Sans", "DejaVu Sans", "sans-serif"),
    MONO: ("Consolas", "Menlo", "DejaVu Sans Mono", "monospace"),
}


class TypeStyle(Record):
    """One role of type. `px` and `line` are at 100 % text size; `tracking` is px between letters."""

    family: str
    px: float
    line: float
    weight: int = 400
    italic: bool = False
    tracking: float = 0.0


TYPE = {
    "display": TypeStyle(SERIF, 36, 46, tracking=-0.2),
    "prompt": TypeStyle(SERIF, 30, 42),
    "h1": TypeStyle(SERIF, 30, 42, tracking=-0.1),
    "date": TypeStyle(SERIF, 22, 32),
    "title": TypeStyle(SERIF, 20, 28),
    "writing": TypeStyle(SERIF, 20, 34),
    "reading": TypeStyle(SERIF, 18, 30),
    "question": TypeStyle(SERIF, 18, 26),
    "echo": TypeStyle(SERIF, 18, 30, italic=True),
    "list_title": TypeStyle(SERIF, 17, 26),
    "journal": TypeStyle(SERIF, 16, 24, weight=500),
    "lead": TypeStyle(SANS, 17, 27),
    "heading": TypeStyle(SANS, 17, 26, weight=600),
    "field": TypeStyle(SANS, 16, 24),
    "ui": TypeStyle(SANS, 15, 22),
    "ui_medium": TypeStyle(SANS, 15, 22, weight=500),
    "ui_strong": TypeStyle(SANS, 15, 22, weight=600),
    "label": TypeStyle(SANS, 14.5, 22, weight=600),
    "hint": TypeStyle(SANS, 14, 21),
    "hint_medium": TypeStyle(SANS, 14, 21, weight=500),
    "hint_strong": TypeStyle(SANS, 14, 21, weight=600),
    "small": TypeStyle(SANS, 13.5, 20),
    "small_medium": TypeStyle(SANS, 13.5, 20, weight=500),
    "small_strong": TypeStyle(SANS, 13.5, 20, weight=600),
    "key": TypeStyle(MONO, 25, 50, weight=500, tracking=1.5),
    "key_field": TypeStyle(MONO, 18, 27, weight=500, tracking=1.5),
}


class PaletteBroken(ValueError):
    """A palette file is missing, not TOML, or lacks a role; the text says which."""


def read_palette(themes: Path | Traversable, name: str) -> dict[str, str]:
    """The palette `name` as role to `#RRGGBB`; raises PaletteBroken when it is not whole."""
    return _complete(name, _resolve(themes, name, depth=0))


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio of two `#RRGGBB` colours, 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _resolve(themes: Path | Traversable, name: str, depth: int) -> dict[str, str]:
    try:
        table = tomllib.loads((themes / f"{name}.toml").read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise PaletteBroken(f"{name}: {error}") from error
    base = table.get("based_on")
    colours: dict[str, str] = _resolve(themes, str(base), depth + 1) if base and depth < 3 else {}
    fresh = table.get("colours")
    if not isinstance(fresh, dict):
        raise PaletteBroken(f"{name}: no [colours]")
    return colours | {role: colours.get(str(value), str(value)) for role, value in fresh.items()}


def _complete(name: str, colours: dict[str, str]) -> dict[str, str]:
    for role in COLOUR_ROLES:
        value = colours.get(role, "")
        if len(value) != 7 or value[0] != "#" or not set(value[1:]) <= set("0123456789abcdefABCDEF"):
            raise PaletteBroken(f"{name}: {role}")
    return colours


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
