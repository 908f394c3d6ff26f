# SPDX-License-Identifier: MIT
"""The recovery sheet on paper: everything is on it, and the file is the owner's alone."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from ipnb_journal.desktop.printing import pdf_of, save_pdf
from ipnb_journal.desktop.recovery_picture import HEIGHT, WIDTH, Inks, SheetWords, paint_sheet
from ipnb_journal.errors import FileProblem
from ipnb_journal.services import access

if TYPE_CHECKING:
    from pathlib import Path

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.vault.vault import Vault


@pytest.fixture
def words(vault: Vault) -> SheetWords:
    sheet = access.recovery_sheet(vault)
    groups = tuple(sheet.code.split("-"))
    return SheetWords("My journal", "8 December 2024", sheet.mark, groups, sheet.raw_key_line)


def _drawn(words: SheetWords) -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_sheet(painter, words, Inks.on_paper())
    painter.end()
    return image


def test_nothing_runs_off_the_sheet(theme: Theme, words: SheetWords) -> None:
    image = _drawn(words)
    white = image.pixel(0, 0)
    edge = [image.pixel(x, y) for y in range(HEIGHT) for x in (*range(40), *range(436, WIDTH))]
    edge += [image.pixel(x, y) for x in range(WIDTH) for y in range(HEIGHT - 8, HEIGHT)]
    assert set(edge) == {white}


def test_every_group_and_the_raw_line_are_drawn(theme: Theme, words: SheetWords) -> None:
    whole = _drawn(words)
    for number in range(14):
        groups = list(words.groups)
        groups[number] = ""
        fewer = SheetWords(words.name, words.made, words.mark, tuple(groups), words.raw_key_line)
        assert _drawn(fewer) != whole
    assert _drawn(SheetWords(words.name, words.made, words.mark, words.groups, "")) != whole
    assert _drawn(SheetWords(words.name, words.made, "0000", words.groups, words.raw_key_line)) != whole


def test_the_pdf_is_one_page_and_says_little_about_itself(theme: Theme, words: SheetWords) -> None:
    pdf = pdf_of(words)
    assert pdf.startswith(b"%PDF") and pdf.count(b"/Type /Page\n") == 1
    assert b"IPNB" not in pdf


def test_the_pdf_is_the_owner_s_alone_and_replaces_an_older_one(
    theme: Theme, words: SheetWords, tmp_path: Path
) -> None:
    target = tmp_path / "key.pdf"
    target.write_text("older")
    target.chmod(0o644)
    save_pdf(words, target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert target.read_bytes().startswith(b"%PDF")


def test_a_place_that_cannot_be_written_is_a_named_problem(
    theme: Theme, words: SheetWords, tmp_path: Path
) -> None:
    with pytest.raises(FileProblem):
        save_pdf(words, tmp_path / "nowhere" / "key.pdf")


def test_the_words_never_show_in_a_repr(words: SheetWords) -> None:
    assert words.groups[0] not in repr(words) and words.raw_key_line not in repr(words)
