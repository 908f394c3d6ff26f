# SPDX-License-Identifier: MIT
"""A painted sheet as a PDF, an SVG or a PNG that says nothing about who made it when, and on a printer."""

from __future__ import annotations

import re
from enum import StrEnum
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QImage,
    QImageWriter,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)
from PySide6.QtSvg import QSvgGenerator

from ipnb_journal.desktop.wording.taking_along import DOCUMENT

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPagedPaintDevice, QPaintDevice
    from PySide6.QtWidgets import QWidget

SHORT_SIDE, LONG_SIDE = 794, 1123
"""A4 in px of 96 to the inch."""
MARGIN = 64
"""Px left white at each edge: 17 mm."""

_DOTS_PER_INCH, _PX_PER_INCH, _INCH = 300, 96, 0.0254
_PNG_SCALE = 2
_XMP = (
    b'<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta><?xpacket end="w"?>'
)
_DATES = re.compile(rb"/(?:CreationDate|ModDate) \(D:[^)]*\)")
_TEXT = re.compile(
    rb'<text (?P<before>[^>]*?font-family="(?P<family>[^",]*)[^"]*" font-size="(?P<size>[\d.]+)" '
    rb'font-weight="(?P<weight>\d+)" font-style="(?P<style>\w+)"[^>]*)>(?P<said>[^<]+)</text>'
)
_LETTERS = re.compile(rb"beginbfrange.*?endbfrange", re.DOTALL)


class Kind(StrEnum):
    """The files there are, by the ending of their names."""

    PDF = "pdf"
    SVG = "svg"
    PNG = "png"


class Paper(NamedTuple):
    """What is on one sheet: `paint(painter)` paints it in px of 96 to the inch, `size` is the room it takes.

    `lies`: whether the sheet lies on its long side. `words`: the same for who can't see it.
    """

    size: QSizeF
    paint: Callable[[QPainter], None]
    lies: bool = False
    words: str = ""


def bytes_of(paper: Paper, kind: Kind) -> bytes:
    """The sheet as a file of a kind: PDF on A4 with real text, SVG with real text, PNG at twice its px."""
    return {Kind.PDF: pdf_of, Kind.SVG: svg_of, Kind.PNG: png_of}[kind](paper)


def pdf_of(paper: Paper) -> bytes:
    """One A4 page of lines and letters; no day, hour, name or place stands in what it tells of itself."""
    buffer = _buffer()
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setTitle(DOCUMENT)
    writer.setCreator("")
    # Qt's own would repeat when it was made, to the second
    writer.setDocumentXmpMetadata(_XMP)
    _set_page(writer, paper)
    _paint_page(writer, paper)
    return _plainer(_content(buffer))


def svg_of(paper: Paper) -> bytes:
    """The sheet as lines and letters; the letters keep their families' names and widths, not their shapes."""
    buffer = _buffer()
    # the older version knows no clipping
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setResolution(_PX_PER_INCH)
    size = paper.size.toSize()
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle(DOCUMENT)
    generator.setDescription(paper.words)
    _paint_white(generator, paper, size)
    return _TEXT.sub(_held, _content(buffer))


def png_of(paper: Paper) -> bytes:
    """The sheet at twice its px, on white."""
    size = (paper.size * _PNG_SCALE).toSize()
    image = QImage(size, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_PNG_SCALE)
    for set_dots in (image.setDotsPerMeterX, image.setDotsPerMeterY):
        set_dots(round(_PNG_SCALE * _PX_PER_INCH / _INCH))
    _paint_white(image, paper, size)
    buffer = _buffer()
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return _content(buffer)


def print_paper(paper: Paper, parent: QWidget) -> None:
    """Let the person choose a printer and print; does not wait."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415  only when something is printed

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(DOCUMENT)
    printer.setCreator("")
    _set_page(printer, paper)
    dialog = QPrintDialog(printer, parent)
    dialog.accepted.connect(lambda: _paint_page(printer, paper))
    dialog.finished.connect(dialog.deleteLater)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()


def _set_page(device: QPagedPaintDevice, paper: Paper) -> None:
    ways = QPageLayout.Orientation
    way = ways.Landscape if paper.lies else ways.Portrait
    layout = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), way, QMarginsF(0, 0, 0, 0))
    # the white edge is part of what is painted
    layout.setMode(QPageLayout.Mode.FullPageMode)
    device.setPageLayout(layout)


def _paint_page(device: QPagedPaintDevice, paper: Paper) -> None:
    painter = _painter(device)
    room = QRectF(painter.viewport())
    wide, high = (LONG_SIDE, SHORT_SIDE) if paper.lies else (SHORT_SIDE, LONG_SIDE)
    scale = min(room.width() / wide, room.height() / high)
    painter.translate((room.width() - wide * scale) / 2, 0)
    painter.scale(scale, scale)
    paper.paint(painter)
    painter.end()


def _paint_white(device: QPaintDevice, paper: Paper, size: QSize) -> None:
    painter = _painter(device)
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), Qt.GlobalColor.white)
    paper.paint(painter)
    painter.end()


def _painter(device: QPaintDevice) -> QPainter:
    painter = QPainter(device)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    return painter


def _plainer(pdf: bytes) -> bytes:
    """The same file without its dates, and with spaces where Qt names a tab; every byte keeps its place."""
    undated = _DATES.sub(lambda found: b" " * len(found.group()), pdf)
    return _LETTERS.sub(lambda found: found.group().replace(b"<0009>", b"<0020>"), undated)


def _held(found: re.Match[bytes]) -> bytes:
    """A text told how wide it is, so that another family in its place keeps to its lines and columns."""
    font = QFont(found["family"].decode())
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setPixelSize(round(float(found["size"])))
    font.setWeight(QFont.Weight(int(found["weight"])))
    font.setItalic(found["style"] == b"italic")
    wide = QFontMetricsF(font).horizontalAdvance(unescape(found["said"].decode()))
    held = b'textLength="%.1f" lengthAdjust="spacingAndGlyphs"' % wide
    return b"<text %s %s>%s</text>" % (held, found["before"], found["said"])


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def _content(buffer: QBuffer) -> bytes:
    return bytes(buffer.data().data())
