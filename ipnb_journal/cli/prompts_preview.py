# SPDX-License-Identifier: MIT
"""`ipnb-journal prompts preview`: a prompt set as a page to print, in HTML or PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.desktop.wording import prompt_problems
from ipnb_journal.desktop.wording.set_page import page_words
from ipnb_journal.errors import DiskFull, FileProblem
from ipnb_journal.formats import set_page
from ipnb_journal.services import prompts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ipnb_journal.cli.terminal import Terminal

_FULL = {28, 122}


def preview(file: Path, out: Path | None, terminal: Terminal) -> int:
    """Print the page as HTML, or write it to `out`: PDF where its name ends in .pdf, else HTML.

    What is wrong in the set goes to standard error, and the page shows what can be used. Returns 1
    where there is nothing to show. Raises FileProblem, DiskFull.
    """
    shipped = prompts.library()
    library = prompts.library_of([file], beside=shipped.prompts)
    for problem in library.problems:
        hint = "hint: " if problem.is_hint else ""
        terminal.note(f"{prompt_problems.place(problem)}: {hint}{prompt_problems.sentence(problem)}")
    if not (library.prompts or library.threads or library.weeks):
        terminal.note(f"{file}: there is nothing in it to show.")
        return 1
    titles = {prompt.id: prompt.title for prompt in shipped.prompts}
    page = set_page.blocks(file.stem, library.prompts, library.threads, library.weeks, page_words(), titles)
    if out is None:
        terminal.out.write(set_page.html(page))
    else:
        _write(out, page)
        terminal.say(f"written: {out}")
    return 0


def _write(out: Path, page: Sequence[set_page.Block]) -> None:
    try:
        if out.suffix.lower() == ".pdf":
            from ipnb_journal.desktop.set_printing import pdf_of  # noqa: PLC0415 - Qt only where it draws

            out.write_bytes(pdf_of(page))
        else:
            out.write_text(set_page.html(page), encoding="utf-8")
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFull(file=out) from error
        raise FileProblem(file=out, reason=error.strerror or "") from error
