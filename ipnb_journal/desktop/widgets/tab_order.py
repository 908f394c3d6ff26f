# SPDX-License-Identifier: MIT
"""Where Tab goes next: on through the window as it is laid out, however late a part was built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator


class TabOrdered(QWidget):
    """A window whose Tab key follows its layouts, where Qt's would follow the order of construction.

    Parts that no layout holds come after those one holds. A part that wants some of its children
    reached in another order than they are laid out names them in an attribute `tab_order`.
    """

    def focusNextPrevChild(self, onwards: bool) -> bool:
        found = _next_stop(self, onwards)
        if found is None:
            return False
        reason = Qt.FocusReason.TabFocusReason if onwards else Qt.FocusReason.BacktabFocusReason
        found.setFocus(reason)
        return True


def _next_stop(window: QWidget, onwards: bool) -> QWidget | None:
    """The stop after (or before) what has the keyboard, round and round; None where there is no other."""
    parts = list(_in_order(window))
    here = window.focusWidget()
    at = parts.index(here) if here in parts else -1 if onwards else 0
    parts = [*parts[at + 1 :], *parts[: max(at, 0)]] if onwards else [*parts[:at][::-1], *parts[at:][::-1]]
    return next((part for part in parts if part is not here and _is_stop(part)), None)


def _in_order(part: QWidget) -> Iterator[QWidget]:
    """Everything on show inside a part, itself left out."""
    for inside in _contents(part):
        if inside.isVisible() and not inside.isWindow():
            yield inside
            yield from _in_order(inside)


def _contents(part: QWidget) -> list[QWidget]:
    children = [child for child in part.children() if isinstance(child, QWidget)]
    named = list(getattr(part, "tab_order", ()))
    layout = part.layout()
    laid = list(_laid_out(layout, children)) if layout is not None else []
    return list(dict.fromkeys([*named, *(found for found in laid if found not in named), *children]))


def _laid_out(layout: QLayout, children: list[QWidget]) -> Iterator[QWidget]:
    """The children in the order they are laid out. Asks where each is, never for what is at a place.

    PySide keeps what `itemAt` gave after Qt deleted it, and takes the next thing at that address for it.
    """
    deeper = [found for found in layout.children() if isinstance(found, QLayout)]
    found_here: tuple[QWidget | QLayout, ...] = (*children, *deeper)
    laid = [(layout.indexOf(found), found) for found in found_here]
    for place, found in sorted(laid, key=lambda pair: pair[0]):
        if place < 0:
            continue
        if isinstance(found, QWidget):
            yield found
        else:
            yield from _laid_out(found, children)


def _is_stop(part: QWidget) -> bool:
    """Whether Tab stops at a part; one that hands the keyboard on is reached where it hands it to."""
    tabs = part.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(tabs) and part.isEnabled() and part.focusProxy() is None
