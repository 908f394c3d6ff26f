# SPDX-License-Identifier: MIT
"""A picture on paper: real letters, its own caption, nobody's name unless wanted, nothing about itself."""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QWidget

from ipnb_journal import paths
from ipnb_journal.desktop.chart_export import chart_paper
from ipnb_journal.desktop.paper import LONG_SIDE, SHORT_SIDE, Kind, Paper, bytes_of, print_paper
from ipnb_journal.desktop.theme.theme import Theme
from tests.desktop.charts.made_up_charts import CHARTS
from tests.desktop.reading_pdf import UNKNOWN, objects, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.charts.view import ChartView

NAMES = ("Jonas", "Priya", "Halina")
BESIDE = (
    *("Made-up data", "In words", "What this shows", "What it doesn’t show"),
    *("with IPNB Journal", "isn’t validated", "isn’t a measurement"),
)
ALWAYS = {
    "over_time": (
        *("Being myself and in touch over time", "12 Dec 2025 to 12 Mar 2026", "48 days", "each a mark"),
        *("High isn’t good", "differentiation", "linkage", "less", "Homework began"),
    ),
    "plane": (
        *("Being myself and in touch, week by week", "12 Dec 2025 to 12 Mar 2026", "little of either"),
        *("equal parts of each", "differentiation", "linkage", "partly answered"),
    ),
    "river": (
        *("Between two banks", "12 Dec 2025 to 12 Mar 2026", "Stirred up", "chaos: fast, unpredictable"),
        *("rigidity: stuck, gripping", "room to move", "12 Mar", "Homework began"),
    ),
    "people": (
        *("Being myself and in touch, by person", "13 Mar 2025 to 12 Mar 2026", "27 days by sliders"),
        *("By two circles", "differentiation", "linkage", "Homework began"),
    ),
    "attention": (
        *("Where attention went", "13 Mar 2025 to 12 Mar 2026", "Pages by theme", "Empathy", "0 so far"),
        *("your own largest count", "transpirational", "Between us", "How well anything went"),
    ),
}
NOTED = ("Quentin", "Zelda", "Ruth")
PRIVATE = {
    "over_time": NOTED,
    "plane": ("Ruth",),
    "river": NOTED,
    "people": (*NAMES, "Zelda", "Ruth"),
    "attention": ("Ruth",),
}
PERSONAL = {"over_time", "river", "people"}


@pytest.fixture(params=CHARTS)
def name(request: pytest.FixtureRequest) -> str:
    """Which of the five charts."""
    return str(request.param)


@pytest.fixture
def view(name: str, theme: Theme, qtbot: QtBot) -> ChartView:
    made = CHARTS[name](theme)
    qtbot.addWidget(made)
    return made


def paper_of(view: ChartView, *, named: bool = False, monochrome: bool = False) -> Paper:
    theme = Theme.on_paper(paths.resources(), monochrome=monochrome)
    return chart_paper(view, theme, named=named, about="Ruth")


def svg_words(content: bytes) -> str:
    root = ElementTree.fromstring(content)
    texts = root.iter("{http://www.w3.org/2000/svg}text")
    return " ".join(" ".join("".join(text.itertext()) for text in texts).split())


def words_in(paper: Paper, kind: Kind) -> str:
    content = bytes_of(paper, kind)
    return text_of(content) if kind is Kind.PDF else svg_words(content)


@pytest.mark.parametrize("kind", (Kind.PDF, Kind.SVG))
@pytest.mark.parametrize("monochrome", (False, True))
def test_the_words_are_letters_and_nobody_is_named(
    view: ChartView, name: str, kind: Kind, monochrome: bool
) -> None:
    told = words_in(paper_of(view, monochrome=monochrome), kind)
    assert [word for word in (*BESIDE, *ALWAYS[name]) if word not in told] == []
    assert [word for word in PRIVATE[name] if word in told] == []
    assert UNKNOWN not in told


@pytest.mark.parametrize("kind", (Kind.PDF, Kind.SVG))
def test_names_and_notes_are_there_once_they_are_wanted(view: ChartView, name: str, kind: Kind) -> None:
    told = words_in(paper_of(view, named=True), kind)
    missing = [word for word in (*BESIDE, *ALWAYS[name], *PRIVATE[name]) if word not in told]
    # what the person calls their homework stands in its place
    assert [word for word in missing if word != "Homework began"] == []


def test_nothing_of_a_name_is_anywhere_in_any_file(view: ChartView, name: str) -> None:
    paper = paper_of(view)
    for kind in Kind:
        content = bytes_of(paper, kind)
        unpacked = content + b"".join(objects(content).values())
        for word in PRIVATE[name]:
            for coding in ("utf-8", "utf-16-be"):
                assert word.encode(coding) not in unpacked, (kind, word)
    assert not any(word in paper.words for word in PRIVATE[name])


def test_the_pdf_is_drawn_in_lines_and_holds_no_picture(view: ChartView) -> None:
    pdf = bytes_of(paper_of(view), Kind.PDF)
    assert pdf.count(b"/Type /Page\n") == 1
    assert not any(b"/Subtype /Image" in content for content in objects(pdf).values())
    assert b"<image" not in bytes_of(paper_of(view), Kind.SVG)


def test_the_pdf_tells_neither_when_nor_by_whom_it_was_made(view: ChartView) -> None:
    pdf = bytes_of(paper_of(view), Kind.PDF)
    about = re.search(rb"\n\d+ 0 obj\n<<\n/Title (.*?)endobj", pdf, re.DOTALL)
    assert about is not None
    named = dict(re.findall(rb"/(\w+) \(([^)]*)\)", about.group()))
    assert set(named) == {b"Title", b"Creator", b"Author", b"Producer"}
    assert named[b"Title"].decode("utf-16") == "Picture"
    assert named[b"Creator"] == named[b"Author"] == b""
    assert named[b"Producer"].decode("utf-16").startswith("Qt ")
    whole = b"".join(objects(pdf).values())
    assert not re.search(rb"D:\d{8}|(Create|Modify|Metadata)Date|20\d\d-\d\d-\d\dT", whole)
    assert b"/home" not in whole and str(paths.resources()).encode() not in whole


def test_every_offset_of_the_pdf_still_points_at_its_object(view: ChartView) -> None:
    pdf = bytes_of(paper_of(view), Kind.PDF)
    start = int(re.findall(rb"startxref\s+(\d+)", pdf)[-1])
    assert pdf[start:].startswith(b"xref")
    offsets = [int(at) for at in re.findall(rb"(\d{10}) 00000 n", pdf[start:])]
    assert len(offsets) > 10
    for number, at in enumerate(offsets, 1):
        assert pdf[at:].startswith(b"%d 0 obj" % number)


def test_the_svg_describes_itself_and_keeps_each_text_s_width(view: ChartView) -> None:
    paper = paper_of(view)
    root = ElementTree.fromstring(bytes_of(paper, Kind.SVG))
    space = "{http://www.w3.org/2000/svg}"
    assert root.findtext(f"{space}title") == "Picture"
    assert root.findtext(f"{space}desc") == paper.words
    assert paper.words.startswith(view.on_paper(Theme.on_paper(paths.resources())).said().in_words[:200])
    texts = list(root.iter(f"{space}text"))
    assert texts and all(float(text.get("textLength", "0")) > 0 for text in texts)


def test_the_png_is_twice_the_size_and_says_nothing_but_its_dots(view: ChartView) -> None:
    paper = paper_of(view)
    content = bytes_of(paper, Kind.PNG)
    image = QImage.fromData(content)
    assert (image.width(), image.height()) == (2 * SHORT_SIDE, (paper.size * 2).toSize().height())
    assert paper.size.height() <= LONG_SIDE
    assert chunks(content) <= {b"IHDR", b"pHYs", b"IDAT", b"IEND"}


def chunks(png: bytes) -> set[bytes]:
    kinds, at = set(), 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        kinds.add(png[at + 4 : at + 8])
        at += 12 + length
    return kinds


@pytest.mark.parametrize("mode", ("light", "dark"))
def test_paper_is_white_whatever_is_on_screen(
    view: ChartView, theme: Theme, qapp: QApplication, mode: str
) -> None:
    theme.apply(qapp, "dark" if mode == "dark" else "light", 200, strong=mode == "dark")
    image = QImage.fromData(bytes_of(paper_of(view), Kind.PNG))
    assert image.pixelColor(4, 4) == Qt.GlobalColor.white
    theme.apply(qapp, "light")
    assert image == QImage.fromData(bytes_of(paper_of(view), Kind.PNG))


def test_black_and_white_has_no_colour_at_all(view: ChartView) -> None:
    def colours(*, monochrome: bool) -> set[tuple[int, int, int]]:
        image = QImage.fromData(bytes_of(paper_of(view, monochrome=monochrome), Kind.PNG))
        places = ((x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3))
        found = (QColor(image.pixelColor(x, y)) for x, y in places)
        return {(hue.red(), hue.green(), hue.blue()) for hue in found}

    assert all(len(set(hue)) == 1 for hue in colours(monochrome=True))
    assert not all(len(set(hue)) == 1 for hue in colours(monochrome=False))


def test_right_to_left_nothing_runs_off_the_sheet(view: ChartView) -> None:
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    image = QImage.fromData(bytes_of(paper_of(view), Kind.PNG))
    edge = [image.pixelColor(x, y) for x in (8, image.width() - 8) for y in range(image.height())]
    assert all(pixel == Qt.GlobalColor.white for pixel in edge)
    view.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert image != QImage.fromData(bytes_of(paper_of(view), Kind.PNG))


def test_the_view_on_screen_is_left_as_it_was(view: ChartView, name: str) -> None:
    view.resize(640, 480)
    before = (list(view.stops()), view.said(), view.table())
    paper_of(view)
    assert (list(view.stops()), view.said(), view.table()) == before
    assert view.is_personal is (name in PERSONAL)
    assert not view.on_paper(Theme.on_paper(paths.resources())).is_personal


def test_the_printer_gets_the_same_sheet_and_a_neutral_name(
    view: ChartView, name: str, qtbot: QtBot, tmp_path: Path
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    print_paper(paper_of(view), window)
    (dialog,) = window.findChildren(QPrintDialog)
    assert dialog.windowModality() == Qt.WindowModality.WindowModal
    printer = dialog.printer()
    assert printer.docName() == "Picture"
    printer.setOutputFormat(printer.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    dialog.accepted.emit(printer)
    told = text_of((tmp_path / "printed.pdf").read_bytes())
    assert [word for word in (*BESIDE, *ALWAYS[name]) if word not in told] == []
    assert [word for word in PRIVATE[name] if word in told] == []
    dialog.reject()
