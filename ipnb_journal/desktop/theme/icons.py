# SPDX-License-Identifier: MIT
"""Icons: one SVG file each, drawn in a colour role at the size and pixel ratio asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPen, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme

_COMMENT = re.compile(r"<!--.*?-->", re.S)
_STROKE = re.compile(r'stroke-width="[^"]*"')


def pixmap(
    theme: Theme,
    name: str,
    size: float = 20,
    role: str = "ink2",
    *,
    stroke: float = 1.75,
    ratio: float | None = None,
) -> QPixmap:
    """The icon as a pixmap, `size` design px wide at text size 100 %, sharp at device pixel `ratio`.

    A missing file gives a plain outlined square and is reported to the theme.
    """
    ratio = ratio if ratio is not None else _app_ratio()
    side = theme.px(size)
    colour = theme.colour(role).name()
    key = f"{theme.root}:{name}:{side}:{colour}:{stroke}:{ratio}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    drawn = QPixmap(round(side * ratio), round(side * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    if _draw(theme, name, colour, stroke, drawn, side):
        QPixmapCache.insert(key, drawn)
    return drawn


def _app_ratio() -> float:
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0


def _draw(theme: Theme, name: str, colour: str, stroke: float, target: QPixmap, side: int) -> bool:
    painter = QPainter(target)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    whole = QRectF(0, 0, side, side)
    renderer = _renderer(theme, name, colour, stroke)
    if renderer is not None:
        renderer.render(painter, whole)
    else:
        theme.report("icon", name)
        inset = side * 0.2
        painter.setPen(QPen(QColor(colour), max(1.0, side * stroke / 24)))
        painter.drawRoundedRect(whole.adjusted(inset, inset, -inset, -inset), 2, 2)
    painter.end()
    return renderer is not None


def _renderer(theme: Theme, name: str, colour: str, stroke: float) -> QSvgRenderer | None:
    try:
        text = (theme.root / "icons" / f"{name}.svg").read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    text = _STROKE.sub(f'stroke-width="{stroke}"', _COMMENT.sub("", text)).replace("currentColor", colour)
    if not text.lstrip().startswith("<svg"):
        return None
    renderer = QSvgRenderer(QByteArray(text.encode()))
    return renderer if renderer.isValid() else None
