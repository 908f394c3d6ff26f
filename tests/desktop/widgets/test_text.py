# SPDX-License-Identifier: MIT
"""Words on screen: whole letters on every line, and no word alone on the last one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter

from ipnb_journal.desktop.theme.tokens import TYPE
from ipnb_journal.desktop.widgets.text import EVEN_TITLE, LaidText, PromptLabel, Text
from ipnb_journal.desktop.widgets.tool_tip import plain_tip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.theme.theme import Theme

HANGING = "gjpqyQ,;"
QUESTION = "How much room do you have for this right now?"


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("role", sorted(TYPE))
def test_no_letter_hangs_out_of_its_line(qapp: QApplication, theme: Theme, role: str, percent: int) -> None:
    theme.apply(qapp, "light", percent, still=True)
    line = theme.line(role)
    laid = LaidText(HANGING, theme.font(role), 2000, line)
    canvas = QImage(2000, line + 40, QImage.Format.Format_ARGB32)
    canvas.fill(0)
    painter = QPainter(canvas)
    laid.draw(painter, QPointF(0, 20))
    painter.end()
    inked = [
        y for y in range(canvas.height()) if any(canvas.pixelColor(x, y).alpha() > 60 for x in range(600))
    ]
    assert inked
    assert inked[0] >= 20
    assert inked[-1] < 20 + line


def test_a_question_leaves_no_word_alone(theme: Theme) -> None:
    font, line = theme.font("prompt"), theme.line("prompt")
    plain = LaidText(QUESTION, font, 632, line)
    even = LaidText(QUESTION, font, 632, line, even=EVEN_TITLE)
    assert plain.layout.lineCount() == even.layout.lineCount() == 2
    assert plain.layout.lineAt(1).naturalTextWidth() < 100
    assert even.layout.lineAt(1).naturalTextWidth() > 200
    assert even.natural_width == plain.natural_width


@pytest.mark.parametrize(
    "text", ["Two weathers", "איך היה לי היום עם מי שקרוב אלי ומה נשאר לי מזה בגוף שלי עכשיו", ""]
)
def test_what_needs_no_evening_out_is_left_alone(theme: Theme, text: str) -> None:
    font, line = theme.font("prompt"), theme.line("prompt")
    plain, even = (LaidText(text, font, 400, line, even=wanted) for wanted in (None, EVEN_TITLE))
    starts = [
        [laid.layout.lineAt(at).textStart() for at in range(laid.layout.lineCount())]
        for laid in (plain, even)
    ]
    assert starts[0] == starts[1]


def test_a_centred_question_stays_in_the_middle(theme: Theme) -> None:
    font, line = theme.font("prompt"), theme.line("prompt")
    laid = LaidText(QUESTION, font, 632, line, align=Qt.AlignmentFlag.AlignHCenter, even=EVEN_TITLE)
    for at in range(laid.layout.lineCount()):
        broken = laid.layout.lineAt(at)
        drawn = broken.naturalTextRect()
        assert abs(drawn.center().x() - 316) < 6


def test_a_label_for_questions_is_as_high_as_its_lines(qtbot: QtBot, theme: Theme) -> None:
    label = PromptLabel(theme, QUESTION)
    qtbot.addWidget(label)
    assert label.heightForWidth(632) == 2 * theme.line("prompt")
    assert label.heightForWidth(1000) == theme.line("prompt")


def test_words_cut_short_are_whole_in_the_tool_tip(qtbot: QtBot, theme: Theme) -> None:
    part = Text(theme, "ui", "A long line of <b>words</b> & more of them, that has no room", max_lines=1)
    qtbot.addWidget(part)
    part.resize(120, 30)
    part.show()
    assert part.toolTip() == plain_tip(part.text())
    part.resize(1200, 30)
    assert part.toolTip() == ""
