# SPDX-License-Identifier: MIT
"""The sheet for a session: nothing has to be filled in, what is typed is kept, what is shown is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from ipnb_journal import paths
from ipnb_journal.desktop import places
from ipnb_journal.desktop.pages.session_sheet import SessionSheetPage
from ipnb_journal.desktop.paper import Kind, bytes_of
from ipnb_journal.desktop.session_paper import session_paper
from ipnb_journal.desktop.theme.theme import Theme
from ipnb_journal.services import session_sheet
from ipnb_journal.services.session_sheet import SessionSheet
from tests.desktop.reading_pdf import text_of
from tests.small_disk import no_room_beyond

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.vault.vault import Vault

    InVault = Callable[[Callable[[Vault], object]], object]

WRITTEN = SessionSheet(("Sunday, before it’s decided", "", "The walk"), "How do I tell tired from sad?")


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> SessionSheetPage:
    made = SessionSheetPage(context)
    qtbot.addWidget(made)
    made.resize(1040, 740)
    made.show()
    made.arrive(places.SessionSheet())
    return made


def write(page: SessionSheetPage, number: int, said: str) -> None:
    list(page.fields.values())[number].editor.insertPlainText(said)


def test_what_is_typed_is_kept_and_there_again(
    page: SessionSheetPage, context: Context, in_vault: InVault, qtbot: QtBot
) -> None:
    for number, said in enumerate(WRITTEN.words):
        write(page, number, said)
    assert page.unsaved
    page.leave()
    assert not page.unsaved
    assert in_vault(session_sheet.read) == WRITTEN
    again = SessionSheetPage(context)
    qtbot.addWidget(again)
    again.arrive(places.SessionSheet())
    assert again.sheet() == WRITTEN
    assert not again.unsaved


def test_it_is_kept_while_one_types(page: SessionSheetPage, in_vault: InVault, qtbot: QtBot) -> None:
    write(page, 3, "Why?")
    qtbot.waitUntil(lambda: not page.unsaved)
    kept = in_vault(session_sheet.read)
    assert isinstance(kept, SessionSheet) and kept.question == "Why?"
    assert page.saved.text().startswith("Saved")
    assert page.preview.paper is not None
    qtbot.waitUntil(lambda: page.preview.paper is not None and "Why?" in page.preview.paper.words)


def test_a_full_disk_keeps_the_words_in_the_window(
    page: SessionSheetPage, in_vault: InVault, qtbot: QtBot
) -> None:
    write(page, 0, "words " * 4000)
    assert page.context.notices.answers is not None
    page.saver.blockSignals(True)
    with no_room_beyond(1024):
        page.leave()
    page.saver.blockSignals(False)
    assert page.unsaved
    assert in_vault(session_sheet.read) == SessionSheet()
    page.saver.changed.disconnect()
    page.saver.changed.connect(page._show_saved)
    page.saver.changed.emit()
    assert page.saved.text().startswith("Not saved")
    assert page.again.isVisible()
    page.again.click()
    assert not page.unsaved and not page.again.isVisible()


def test_the_sheet_says_what_was_typed_and_nothing_more(page: SessionSheetPage, tmp_path: Path) -> None:
    for number, said in enumerate(WRITTEN.words):
        write(page, number, said)
    target = tmp_path / "sheet.pdf"
    assert page.context.notices.answers is not None
    page.context.notices.answers.append(target)
    page.save_pdf.click()
    assert text_of(target.read_bytes()) == (
        "To bring along Three things 1 Sunday, before it’s decided 2 3 The walk "
        "One question How do I tell tired from sad?"
    )


def test_what_is_left_empty_is_ruled_to_write_on() -> None:
    theme = Theme.on_paper(paths.resources())
    empty, full = (
        QImage.fromData(bytes_of(session_paper(sheet, theme), Kind.PNG))
        for sheet in (SessionSheet(), SessionSheet(("a", "a", "a"), "a"))
    )
    assert (ruled(empty), ruled(full)) == (12, 0)


def ruled(image: QImage) -> int:
    """How many lines run from the middle to near the right edge."""
    near, middle = image.width() - 140, image.width() // 2
    dark = [
        all(image.pixelColor(x, y).lightness() < 200 for x in range(middle, near, 7))
        for y in range(image.height())
    ]
    return sum(here and not before for before, here in zip([False, *dark], dark, strict=False))


def test_however_much_is_written_it_stays_on_the_sheet() -> None:
    theme = Theme.on_paper(paths.resources())
    long = "A long thing to say that goes on for quite a while and then some more. " * 6
    image = QImage.fromData(bytes_of(session_paper(SessionSheet((long, long, long), long), theme), Kind.PNG))
    below, across = range(image.height() - 100, image.height()), range(0, image.width(), 5)
    foot = [image.pixelColor(x, y).lightness() for y in below for x in across]
    assert set(foot) == {255}


def test_a_picture_below_brings_its_caption(page: SessionSheetPage, tmp_path: Path) -> None:
    page.put_below("over_time")
    target = tmp_path / "sheet.pdf"
    assert page.context.notices.answers is not None
    page.context.notices.answers.append(target)
    page.save_pdf.click()
    told = text_of(target.read_bytes())
    assert "Being myself and in touch over time" in told and "isn’t a measurement" in told
    page.put_below(None)
    page.context.notices.answers.append(target)
    page.save_pdf.click()
    assert "over time" not in text_of(target.read_bytes())


@pytest.mark.parametrize(
    ("key", "name"),
    [("plane", "Being myself and in touch, week by week"), ("river", "Between two banks")],
)
def test_other_pictures_go_below_too(page: SessionSheetPage, tmp_path: Path, key: str, name: str) -> None:
    page.put_below(key)
    target = tmp_path / "sheet.pdf"
    assert page.context.notices.answers is not None
    page.context.notices.answers.append(target)
    page.save_pdf.click()
    assert name in text_of(target.read_bytes())
