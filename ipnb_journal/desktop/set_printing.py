# SPDX-License-Identifier: MIT
"""A page of prompts as a PDF with real text in it, drawn without a window and without markup."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)

from ipnb_journal import paths
from ipnb_journal.desktop.theme.fonts import load_fonts
from ipnb_journal.desktop.widgets.safe_document import SafeDocument
from ipnb_journal.formats.set_page import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARGIN_MM = 18.0
_DOTS_PER_INCH = 300
_LOOKS = {
    BlockKind.TITLE: ("Literata", 20.0, QFont.Weight.Normal, 0.0),
    BlockKind.HEADING: ("Literata", 15.0, QFont.Weight.Normal, 22.0),
    BlockKind.ABOUT: ("Figtree", 9.5, QFont.Weight.Normal, 2.0),
    BlockKind.NOTE: ("Literata", 11.0, QFont.Weight.Medium, 6.0),
    BlockKind.LABEL: ("Figtree", 9.5, QFont.Weight.DemiBold, 7.0),
    BlockKind.TEXT: ("Literata", 11.0, QFont.Weight.Normal, 1.0),
    BlockKind.ITEM: ("Literata", 11.0, QFont.Weight.Normal, 2.0),
    BlockKind.SIGNED: ("Figtree", 9.5, QFont.Weight.Normal, 4.0),
}
"""Family, points, weight, and the points of room above."""


def pdf_of(page: Sequence[Block]) -> bytes:
    """The page on A4; starts Qt without a screen where no application is running."""
    if QGuiApplication.instance() is not None:
        return _drawn(page)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication(sys.argv[:1])
    try:
        load_fonts(paths.resources() / "fonts")
        return _drawn(page)
    finally:
        app.shutdown()


def _drawn(page: Sequence[Block]) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setCreator("")
    writer.setTitle(next((block.text for block in page if block.kind is BlockKind.TITLE), ""))
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    size = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(
        QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)
    )
    document = SafeDocument()
    document.setDocumentMargin(0)
    _fill(QTextCursor(document), page)
    document.print_(writer)
    return bytes(buffer.data().data())


def _fill(cursor: QTextCursor, page: Sequence[Block]) -> None:
    for number, block in enumerate(page):
        family, points, weight, above = _LOOKS[block.kind]
        shape, letters = QTextBlockFormat(), QTextCharFormat()
        shape.setTopMargin(above)
        if block.kind is BlockKind.ITEM:
            shape.setLeftMargin(14)
        if _begins_a_page(page, number):
            shape.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
        letters.setFont(_font(family, points, weight))
        if number:
            cursor.insertBlock(shape, letters)
        else:
            cursor.setBlockFormat(shape)
        cursor.insertText(block.text, letters)


def _font(family: str, points: float, weight: QFont.Weight) -> QFont:
    font = QFont([family, "serif"])
    font.setPointSizeF(points)
    font.setWeight(weight)
    # a PDF can't say what the shape of a ligature reads
    font.setFeature(QFont.Tag("liga"), 0)
    return font


def _begins_a_page(page: Sequence[Block], number: int) -> bool:
    """Two prompts lie on each sheet, so that none is torn in two."""
    if page[number].kind is not BlockKind.HEADING:
        return False
    before = sum(block.kind is BlockKind.HEADING for block in page[:number])
    return before > 0 and before % 2 == 0
