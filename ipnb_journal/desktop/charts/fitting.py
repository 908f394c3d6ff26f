# SPDX-License-Identifier: MIT
"""Pictures as high as their width asks for, shrunk as a whole where there is less height than that."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSizeF

_STEP, _SMALLEST, _SPARE = 0.96, 0.2, 1.0


def scale_to_fit(size: QSizeF, height_at: Callable[[float], float]) -> float:
    """The largest scale, 1 at most, at which a picture laid out in `size / scale` is no higher than `size`.

    `height_at`: how high it is at a width, both in px. What is made smaller has more room to lie side by
    side, so that the height doesn't shrink evenly and is asked for anew at each step of 4 %.
    """
    scale = 1.0
    while height_at(size.width() / scale) * scale > size.height() + _SPARE and scale > _SMALLEST:
        scale *= _STEP
    return scale
