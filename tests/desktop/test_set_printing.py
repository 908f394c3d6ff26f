# SPDX-License-Identifier: MIT
"""A printed set can be read back letter by letter; two prompts lie on each sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.desktop.set_printing import pdf_of
from ipnb_journal.formats.set_page import Block, BlockKind
from tests.desktop.reading_pdf import UNKNOWN, objects, text_of

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme


def test_letters_that_a_font_would_join_are_spelled_out(theme: Theme) -> None:
    said = "This fluffy Thursday, find five offices."
    told = text_of(pdf_of([Block(BlockKind.TITLE, "The office"), Block(BlockKind.TEXT, said)]))
    assert UNKNOWN not in told
    assert "The office" in told
    assert said in told


def test_two_prompts_lie_on_a_sheet(theme: Theme) -> None:
    blocks = [Block(BlockKind.HEADING, f"Prompt {number}") for number in range(5)]
    sheets = [content for content in objects(pdf_of(blocks)).values() if b"/Type /Page\n" in content]
    assert len(sheets) == 3
