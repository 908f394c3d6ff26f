# SPDX-License-Identifier: MIT
"""Loading the three shipped type families, and what stands in when one is missing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontDatabase

from ipnb_journal.desktop.theme.tokens import FALLBACKS, TypeStyle

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

FILES = (
    "Figtree_400Regular.ttf",
    "Figtree_500Medium.ttf",
    "Figtree_600SemiBold.ttf",
    "Literata_400Regular.ttf",
    "Literata_400Regular_Italic.ttf",
    "Literata_500Medium.ttf",
    "Literata_600SemiBold.ttf",
    "AtkinsonHyperlegibleMono_500Medium.ttf",
)

_WEIGHTS = {
    400: QFont.Weight.Normal,
    500: QFont.Weight.Medium,
    600: QFont.Weight.DemiBold,
}


def load_fonts(folder: Path | Traversable) -> tuple[str, ...]:
    """Give Qt the shipped fonts; returns the names of files that could not be used."""
    return tuple(name for name in FILES if _load(folder / name) < 0)


def build_font(style: TypeStyle, scale: float, *, tabular: bool = False) -> QFont:
    """A font for `style` at `scale` (1.0 is 100 %), with system families behind the shipped one."""
    font = QFont([style.family, *FALLBACKS[style.family]])
    font.setPixelSize(max(1, int(style.px * scale + 0.5)))
    font.setWeight(_WEIGHTS[style.weight])
    font.setItalic(style.italic)
    if style.tracking:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, style.tracking * scale)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def same_face(one: QFont, other: QFont) -> bool:
    """Whether two fonts ask for the same family, size, weight and slant."""
    wants = [(font.families(), font.pixelSize(), font.weight(), font.italic()) for font in (one, other)]
    return wants[0] == wants[1]


def _load(file: Path | Traversable) -> int:
    if isinstance(file, Path):
        return QFontDatabase.addApplicationFont(str(file)) if file.is_file() else -1
    try:
        return QFontDatabase.addApplicationFontFromData(file.read_bytes())
    except OSError:
        return -1
