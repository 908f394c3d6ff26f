# SPDX-License-Identifier: MIT
"""The one stylesheet: only what Qt's own widgets need; our widgets paint themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme

_SHEET = """
QMainWindow, QDialog { background: @room; }
QToolTip { background: @ink; color: @paper; border: 1px solid @ink; padding: 5s 10s; }

QLineEdit { background: @raised; color: @ink; border: 1px solid @control; border-radius: 6u; padding: 0 14s;
  placeholder-text-color: @ink2; selection-background-color: @accent_soft;
  selection-color: @ink; }
QLineEdit[wrong="true"] { border: 2px solid @danger; padding: 0 13s; }
QLineEdit:disabled { background: @room2; color: @ink2; border-color: @hairline; }
QLineEdit[bare="true"], QLineEdit[bare="true"]:disabled { background: transparent; border: 0;
  padding: 0; }
QTextEdit, QPlainTextEdit { background: transparent; color: @ink; border: 0; placeholder-text-color: @ink2;
  selection-background-color: @accent_soft; selection-color: @ink; }

QMenu { background: @raised; color: @ink; border: 1px solid @control; padding: 6s; }
QMenu::item { min-height: 30u; min-width: 190u; padding: 0 12s; border-radius: 5u; background: transparent; }
QMenu::item:selected { background: @accent_soft; color: @ink; }
QMenu::item:disabled { color: @ink2; }
QMenu::separator { height: 1px; background: @hairline; margin: 5s 8s; }
QMenuBar { background: transparent; color: @ink2; border: 0; }
QMenuBar::item { background: transparent; padding: 5s 11s; border-radius: 8u; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: @select; color: @ink; }

QAbstractScrollArea { border: 0; }
QListView, QTreeView { background: transparent; color: @ink; border: 0; outline: 0; }
QTableView { background: transparent; color: @ink; border: 0; gridline-color: @hairline; outline: 0;
  selection-background-color: @accent_soft; selection-color: @ink; }
QHeaderView { background: transparent; border: 0; }
QHeaderView::section { background: transparent; color: @ink2; border: 0; border-bottom: 1px solid @control;
  padding: 9s 14s; }

QScrollBar:vertical { background: transparent; width: 12u; margin: 0; border: 0; }
QScrollBar:horizontal { background: transparent; height: 12u; margin: 0; border: 0; }
QScrollBar::handle { background: @control; border-radius: 3u; margin: 3u; }
QScrollBar::handle:vertical { min-height: 36u; }
QScrollBar::handle:horizontal { min-width: 36u; }
QScrollBar::handle:hover { background: @ink2; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; }
"""

_MEASURE = re.compile(r"@(?P<role>\w+)|\b(?P<px>\d+)u\b|\b(?P<space>\d+)s\b")


def build_stylesheet(theme: Theme) -> str:
    """Qt style sheet text for the theme as it stands.

    In the text above `@role` is a colour, `44u` is px that grow with the text size, `14s` is room that
    grows with its square root. Fonts are set on widgets, never here: a rule would win over `setFont`.
    """

    def measure(found: re.Match[str]) -> str:
        if found["role"]:
            return theme.colour(found["role"]).name()
        return f"{theme.px(int(found['px']))}px" if found["px"] else f"{theme.space(int(found['space']))}px"

    return _MEASURE.sub(measure, _SHEET)
