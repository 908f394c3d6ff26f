# SPDX-License-Identifier: MIT
"""The living theme: colours, type and measures by role, switched at once for the whole program."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ipnb_journal.desktop.theme import fonts
from ipnb_journal.desktop.theme.stylesheet import build_stylesheet
from ipnb_journal.desktop.theme.tokens import COLOUR_ROLES, TYPE, PaletteBroken, read_palette

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

Mode = Literal["system", "light", "dark"]

_GROUNDS = ("room", "room2", "hover", "select", "paper", "raised", "accent_ink", "accent_soft", "danger_soft",
            "mark", "edge", "hairline", "dowel")  # fmt: skip


class Theme(QObject):
    """Colours, type and measures by role. Every widget takes one and repaints on `changed`."""

    changed = Signal()

    def __init__(self, resources_root: Path | Traversable, parent: QObject | None = None) -> None:
        """Read the light palette; `resources_root` is the folder holding themes/, icons/ and fonts/."""
        super().__init__(parent)
        self.root = resources_root
        self.percent = 100
        self.strong = False
        self._still: bool | None = False
        self._wanted: Mode = "light"
        self._mode: Literal["light", "dark"] = "light"
        self._problems: dict[tuple[str, str], None] = {}
        self._fonts_loaded = False
        self._listening = False
        self._fonts: dict[tuple[str, bool], QFont] = {}
        self._palettes: dict[str, dict[str, str]] = {}
        self._paper = ""
        self._colours = self._read()

    @classmethod
    def on_paper(cls, resources_root: Path | Traversable, *, monochrome: bool = False) -> Theme:
        """How a picture looks on white paper, whatever is on screen: light, at 100 %, in colour or in greys.

        Greys come with strong contrast: no tint or texture is left to a copying machine. The application
        is left as it is; the shipped fonts are expected to be loaded. Letters keep their true widths, so
        that lines break alike on every device.
        """
        made = cls(resources_root)
        made._paper = "monochrome" if monochrome else "paper"
        made.strong = monochrome
        made._still = True
        made._colours = made._read()
        return made

    @property
    def mode(self) -> Literal["light", "dark"]:
        """What is on screen now, also when following the computer."""
        return self._mode

    @property
    def follows_system(self) -> bool:
        """Whether light or dark is left to the computer."""
        return self._wanted == "system"

    @property
    def problems(self) -> tuple[tuple[str, str], ...]:
        """What was missing and stood in for: pairs of kind ("font", "icon", "palette") and name."""
        return tuple(self._problems)

    @property
    def still(self) -> bool:
        """Whether nothing may move: as asked for, else as the computer is set."""
        if self._still is None:
            self._still = _computer_is_still()
        return self._still

    @property
    def scale(self) -> float:
        """The text size as a factor, 1.0 to 2.0."""
        return self.percent / 100

    def apply(
        self,
        app: QApplication,
        mode: Mode,
        percent: int = 100,
        strong: bool = False,
        still: bool | None = None,
    ) -> None:
        """Switch everything at once.

        `percent`: text size, held within 100 to 200. `still`: True or False for still pictures, None to
        follow the computer.
        """
        self._load_fonts()
        self.percent = min(200, max(100, percent))
        self.strong = strong
        self._wanted = mode
        self._choose_mode(app)
        self._still = still
        self._dress(app)

    def report(self, kind: str, name: str) -> None:
        """Remember that something shipped is missing and a stand-in is shown."""
        self._problems.setdefault((kind, name))

    def colour(self, role: str, alpha: float = 1.0) -> QColor:
        """The colour of `role`, at `alpha` (0 to 1)."""
        colour = QColor(self._colours[role])
        if alpha < 1.0:
            colour.setAlphaF(alpha)
        return colour

    def blend(self, top: str, under: str, share: float) -> QColor:
        """`share` (0 to 1) of role `top` mixed straight over role `under`."""
        a, b = self._colours[top], self._colours[under]
        return QColor(*(round(x * share + y * (1 - share)) for x, y in zip(_rgb(a), _rgb(b), strict=True)))

    def px(self, n: float) -> int:
        """`n` design pixels at the chosen text size."""
        return math.floor(n * self.percent / 100 + 0.5)

    def space(self, n: float) -> int:
        """`n` design pixels of room between things; grows with the square root of the text size."""
        return math.floor(n * math.sqrt(self.percent / 100) + 0.5)

    def font(self, role: str, *, tabular: bool = False) -> QFont:
        """The font of a type role; `tabular` gives figures of one width."""
        key = (role, tabular)
        if key not in self._fonts:
            # a PDF can't say what the shape of a ligature or of an evened figure reads
            built = fonts.build_font(TYPE[role], self.scale, tabular=tabular and not self._paper)
            if self._paper:
                built.setFeature(QFont.Tag("liga"), 0)
                built.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._fonts[key] = built
        return QFont(self._fonts[key])

    def line(self, role: str) -> int:
        """The line height of a type role in px."""
        return self.px(TYPE[role].line)

    def duration(self, milliseconds: int) -> int:
        """`milliseconds`, or 0 when pictures are to be still."""
        return 0 if self.still else milliseconds

    def _load_fonts(self) -> None:
        if not self._fonts_loaded:
            self._fonts_loaded = True
            for name in fonts.load_fonts(self.root / "fonts"):
                self.report("font", name)

    def _choose_mode(self, app: QApplication) -> None:
        hints = app.styleHints()
        if self._wanted == "system":
            hints.unsetColorScheme()
            if not self._listening:
                self._listening = True
                hints.colorSchemeChanged.connect(self._on_system_scheme)
            self._mode = "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"
            return
        self._mode = self._wanted
        scheme = Qt.ColorScheme.Dark if self._mode == "dark" else Qt.ColorScheme.Light
        if hints.colorScheme() != scheme:
            hints.setColorScheme(scheme)

    def _on_system_scheme(self, scheme: Qt.ColorScheme) -> None:
        mode: Literal["light", "dark"] = "dark" if scheme == Qt.ColorScheme.Dark else "light"
        app = QApplication.instance()
        if self._wanted == "system" and mode != self._mode and isinstance(app, QApplication):
            self._mode = mode
            self._dress(app)

    def _dress(self, app: QApplication) -> None:
        self._colours = self._read()
        self._fonts.clear()
        app.setFont(self.font("ui"))
        # the stubs ask for bytes, PySide6 itself takes only str
        for kind, role in (("QMenu", "hint"), ("QMenuBar", "hint"), ("QToolTip", "small")):
            app.setFont(self.font(role), kind)  # type: ignore[arg-type]
        app.setPalette(self._palette())
        app.setStyleSheet(build_stylesheet(self))
        self.changed.emit()

    def _read(self) -> dict[str, str]:
        name = self._paper or (f"strong_{self._mode}" if self.strong else self._mode)
        try:
            if name not in self._palettes:
                self._palettes[name] = read_palette(self.root / "themes", name)
            return self._palettes[name]
        except PaletteBroken as error:
            self.report("palette", str(error))
            return self._stand_in()

    def _stand_in(self) -> dict[str, str]:
        dark = self._mode == "dark"
        ground = QColor(Qt.GlobalColor.black if dark else Qt.GlobalColor.white).name()
        ink = QColor(Qt.GlobalColor.white if dark else Qt.GlobalColor.black).name()
        return {role: ground if role in _GROUNDS else ink for role in COLOUR_ROLES}

    def _palette(self) -> QPalette:
        palette = QPalette(QGuiApplication.palette())
        roles = QPalette.ColorRole
        pairs = {
            roles.Window: "room", roles.WindowText: "ink", roles.Base: "raised", roles.AlternateBase: "paper",
            roles.Text: "ink", roles.Button: "raised", roles.ButtonText: "ink", roles.BrightText: "danger",
            roles.Highlight: "accent_soft", roles.HighlightedText: "ink", roles.Link: "accent",
            roles.LinkVisited: "accent", roles.ToolTipBase: "ink", roles.ToolTipText: "paper",
            roles.PlaceholderText: "ink2", roles.Light: "raised", roles.Midlight: "hover",
            roles.Mid: "control", roles.Dark: "control", roles.Shadow: "edge", roles.Accent: "accent",
        }  # fmt: skip
        for role, name in pairs.items():
            palette.setColor(role, self.colour(name))
        for role in (roles.WindowText, roles.Text, roles.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("ink2"))
        return palette


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _computer_is_still() -> bool:
    # QStyle takes 7 ms to import, and nothing moves on the way to the first page
    from PySide6.QtWidgets import QStyle  # noqa: PLC0415

    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return False
    return app.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0
