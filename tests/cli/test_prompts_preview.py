# SPDX-License-Identifier: MIT
"""A set as a page to print: all of it is there, nothing in it is obeyed, and PDF has real text."""

from __future__ import annotations

import io
import subprocess
import sys
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from ipnb_journal import paths
from ipnb_journal.cli.prompts_preview import preview
from ipnb_journal.cli.terminal import Terminal
from ipnb_journal.errors import FileProblem
from ipnb_journal.services import prompts

if TYPE_CHECKING:
    from pathlib import Path

EN = paths.prompts() / "en"


class Read(HTMLParser):
    """The words and the tags of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.words, self.tags = "", set[str]()
        self.feed(text)

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)


def shown(file: Path, out: Path | None = None) -> tuple[int, str, str]:
    said, told = io.StringIO(), io.StringIO()
    return preview(file, out, Terminal(said, told)), said.getvalue(), told.getvalue()


@pytest.mark.parametrize("name", ["boundaries.toml", "weeks.toml"])
def test_every_word_of_a_set_is_on_its_page(name: str) -> None:
    code, html, told = shown(EN / name)
    page, library = Read(html), prompts.library_of([EN / name], beside=prompts.library().prompts)
    assert (code, told) == (0, "")
    for prompt in library.prompts:
        for words in (prompt.title, *prompt.steps.values(), prompt.lighter, prompt.note):
            assert words in page.words
    for week in library.weeks:
        for words in (
            week.title,
            week.why,
            *week.review_questions,
            *(day.task.rstrip(".") for day in week.days),
        ):
            assert words in page.words
    assert not page.tags & {"script", "link", "img", "a", "iframe"}


def test_what_looks_like_markup_is_shown_as_it_is(tmp_path: Path) -> None:
    text = (EN / "empathy.toml").read_text(encoding="utf-8").replace("Two weathers", "2 < 3 & 4", 1)
    (tmp_path / "mine.toml").write_text(text, encoding="utf-8")
    _, html, _ = shown(tmp_path / "mine.toml")
    assert "2 &lt; 3 &amp; 4" in html


def test_a_file_with_nothing_in_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("format = 1\n[[prompt]]\nid = 'x'\n")
    code, html, told = shown(tmp_path / "mine.toml")
    assert (code, html) == (1, "")
    assert "title is missing" in told
    assert told.endswith("there is nothing in it to show.\n")


def test_it_is_written_where_it_was_asked_for(tmp_path: Path) -> None:
    code, said, _ = shown(EN / "empathy.toml", tmp_path / "page.html")
    assert (code, said) == (0, f"written: {tmp_path / 'page.html'}\n")
    assert (tmp_path / "page.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    with pytest.raises(FileProblem):
        shown(EN / "empathy.toml", tmp_path / "none" / "page.html")


def test_the_pdf_is_made_without_a_screen_and_has_its_fonts_in_it(tmp_path: Path) -> None:
    out = tmp_path / "page.pdf"
    command = [
        sys.executable,
        "-m",
        "ipnb_journal",
        "prompts",
        "preview",
        str(EN / "empathy.toml"),
        "--out",
        str(out),
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=50)
    assert (done.returncode, done.stderr) == (0, "")
    content = out.read_bytes()
    assert content.startswith(b"%PDF-")
    assert b"Literata" in content
    assert b"/ToUnicode" in content
