# SPDX-License-Identifier: MIT
"""One stop of the Tab key for buttons of which one is chosen: at the chosen one, wherever it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QButtonGroup


def one_stop(group: QButtonGroup) -> None:
    """Let Tab reach only the chosen button of an exclusive group; Qt does so only once one had the focus."""

    def settle() -> None:
        chosen = group.checkedButton()
        for button in group.buttons():
            stop = button is chosen or chosen is None
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)

    group.buttonToggled.connect(settle)
    settle()
