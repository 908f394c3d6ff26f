# SPDX-License-Identifier: MIT
"""A picture as high as its width asks for, in less height than that."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSizeF

from ipnb_journal.desktop.charts.fitting import scale_to_fit


def flowing(width: float) -> float:
    """Nine cells of 100 by 100 px, as many side by side as fit."""
    return 100.0 * -(-9 // max(1, int(width // 100)))


def test_where_it_fits_nothing_is_made_smaller() -> None:
    assert scale_to_fit(QSizeF(300, 300), flowing) == 1.0
    assert scale_to_fit(QSizeF(300, 900), flowing) == 1.0


@pytest.mark.parametrize("high", (120, 180, 260, 299.5))
def test_elsewhere_it_comes_out_no_higher_and_hardly_lower(high: float) -> None:
    size = QSizeF(300, high)
    scale = scale_to_fit(size, flowing)
    assert flowing(size.width() / scale) * scale <= high + 1
    larger = scale / 0.96
    assert larger > 1 or flowing(size.width() / larger) * larger > high + 1


def test_it_stops_before_nothing_can_be_read() -> None:
    assert 0.19 < scale_to_fit(QSizeF(300, 1), flowing) <= 0.2
