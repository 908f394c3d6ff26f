# SPDX-License-Identifier: MIT
"""Putting the recovery sheet on paper, or into a PDF that only its owner can read."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from ipnb_journal.desktop.recovery_picture import HEIGHT, WIDTH, Inks, SheetWords, paint_sheet
from ipnb_journal.errors import DiskFull, FileProblem

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QPagedPaintDevice
    from PySide6.QtWidgets import QWidget

_MARGIN_MM = 18.0
_DOTS_PER_INCH = 300


def pdf_of(words: SheetWords) -> bytes:
    """The sheet as an A4 PDF, which says nothing about itself but "Recovery key"."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setTitle("Recovery key")
    writer.setCreator("")
    _set_page(writer)
    _paint(writer, words)
    return bytes(buffer.data().data())


def save_pdf(words: SheetWords, path: Path) -> None:
    """Write the PDF, readable by its owner only. Raises FileProblem, DiskFull."""
    content = pdf_of(words)
    try:
        path.unlink(missing_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(content)
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFull(file=path) from error
        raise FileProblem(file=path, reason=error.strerror or "") from error


def print_sheet(words: SheetWords, parent: QWidget) -> None:
    """Let the person choose a printer and print; does not wait."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415  only when something is printed

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    _set_page(printer)
    dialog = QPrintDialog(printer, parent)
    dialog.accepted.connect(lambda: _paint(printer, words))
    dialog.finished.connect(dialog.deleteLater)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()


_FULL = {28, 122}
"""ENOSPC and EDQUOT."""


def _set_page(device: QPagedPaintDevice) -> None:
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    size = QPageSize(QPageSize.PageSizeId.A4)
    layout = QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)
    device.setPageLayout(layout)


def _paint(device: QPagedPaintDevice, words: SheetWords) -> None:
    painter = QPainter(device)
    room = QRectF(painter.viewport())
    scale = min(room.width() / WIDTH, room.height() / HEIGHT)
    painter.scale(scale, scale)
    paint_sheet(painter, words, Inks.on_paper())
    painter.end()
