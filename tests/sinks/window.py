# SPDX-License-Identifier: MIT
"""Run by test_sinks: every page in every state over a journal whose every text is hostile.

Argument: the folder of the canaries. Prints each state's name as it is done.
"""

from __future__ import annotations

import os
import re
import sys
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit, QTextEdit, QWidget

from ipnb_journal.desktop import main as program
from ipnb_journal.desktop import places, screenshots
from ipnb_journal.desktop.main import Desktop, make_app
from ipnb_journal.desktop.runner import InlineRunner
from ipnb_journal.domain.entries import Step
from ipnb_journal.errors import FileProblem, VaultBusy
from ipnb_journal.services import prompts, sample
from tests.sinks.hostile import hostile, short
from tests.sinks.parts import tell_tool_tips

if TYPE_CHECKING:
    from ipnb_journal.desktop.pages.session import SessionPage
    from ipnb_journal.services.prompts import Library
    from ipnb_journal.vault.vault import Vault

NOW = datetime(2026, 3, 12, 20, 15, tzinfo=ZoneInfo("Europe/Berlin"))
WORDS = ("title", "notice", "body", "connect", "takeaway")


def all_ways(folder: Path, name: str) -> str:
    """Every way in, the first line beginning with markup."""
    return "\n\n".join(hostile(folder, name).values())


def poison(vault: Vault, folder: Path) -> None:
    """Put hostile text in the place of every text of a journal."""
    for table in ("entries", "versions", "drafts"):
        for column in (*WORDS, "noticed"):
            text = all_ways(folder, f"{table}-{column}")
            vault.execute(f"UPDATE {table} SET {column} = {column} || ?", (f"\n{text}",))
            vault.execute(f"UPDATE {table} SET {column} = ? WHERE id % 2 = 0", (text,))
    for column in ("prompt_title", "prompt_text"):
        text = all_ways(folder, column)
        vault.execute(f"UPDATE entries SET {column} = ? WHERE {column} IS NOT NULL", (text,))
    vault.execute("UPDATE people SET label = ? || id", (short(folder, "person"),))
    vault.execute("UPDATE entry_tags SET tag = ? || tag", (short(folder, "tag"),))
    for column in ("name", "number", "hours"):
        vault.execute(f"UPDATE contacts SET {column} = ?", (short(folder, f"contact-{column}"),))
    name = short(folder, "journal").replace('"', "'")
    vault.execute("INSERT OR REPLACE INTO preferences VALUES ('journal_name', ?)", (f'"{name}"',))


def poisoned_library(folder: Path) -> Library:
    """The shipped prompts with hostile words, as if the reader of set files had let them through."""
    shipped = prompts.library()
    poisoned = tuple(
        replace(
            prompt,
            title=short(folder, "prompt-title"),
            steps={step: all_ways(folder, f"prompt-{step.value}") for step in prompt.steps},
            lighter=all_ways(folder, "prompt-lighter"),
            note=all_ways(folder, "prompt-note"),
            author=short(folder, "prompt-author"),
        )
        for prompt in shipped.prompts
    )
    return replace(shipped, prompts=poisoned)


def tell_problems(desktop: Desktop, folder: Path) -> set[str]:
    """A hostile file name and reason in a problem and in a message; gives the names seen."""
    seen: set[str] = set()
    # a name has no folders in it, so this canary stands in the folder the program runs in
    file = folder / "<img src=file-name.png> & co.toml"
    for error in (
        FileProblem(file=file, reason=short(folder, "file-reason")),
        VaultBusy(file=file, pid=1, host=short(folder, "host")),
    ):
        desktop.notices.show_problem(error)
        screenshots._settle()
        tell_tool_tips(desktop.window)
        seen |= names_in(desktop.window)
        desktop.notices.withdraw()
    desktop.notices.say(all_ways(folder, "message"), undo=lambda: None)
    screenshots._settle()
    desktop.window.grab()
    return seen | names_in(desktop.window)


def go_further(desktop: Desktop) -> set[str]:
    """Look at what no state shows: the lighter way, and every third page with its versions."""
    seen: set[str] = set()
    window = desktop.window
    window.go(places.Guided(prompt_id="bnd-01"))
    screenshots._settle()
    page = cast("SessionPage", window.page)
    page.go_to(Step.WRITE)
    page.deck.lighter.click()
    for place in (None, *(places.OpenEntry(number) for number in range(1, 50, 3)), places.Versions(16, None)):
        if place is not None:
            window.go(place)
        screenshots._settle()
        window.grab()
        tell_tool_tips(window)
        seen |= names_in(window)
    return seen


def names_in(shown: QWidget) -> set[str]:
    """Which of the hostile texts stand in what is shown, by the names of their canaries."""
    texts = [shown.windowTitle()]
    for part in [shown, *shown.findChildren(QWidget)]:
        if not part.isVisible():
            continue
        texts += [part.accessibleName(), part.accessibleDescription(), part.toolTip()]
        if isinstance(part, QLabel | QLineEdit | QAbstractButton):
            texts.append(part.text())
        elif isinstance(part, QTextEdit):
            texts.append(part.toPlainText())
        elif isinstance(part, QAbstractItemView):
            texts += _rows(part)
    return set(re.findall(r"[/=]([a-z_-]+)\.(?:\w+\.)?png", " ".join(texts)))


def _rows(view: QAbstractItemView) -> list[str]:
    model, roles = view.model(), (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
    return [str(model.data(model.index(row, 0), role)) for row in range(model.rowCount()) for role in roles]


def main() -> None:
    folder = Path(sys.argv[1])
    journal = folder / "notes.vault"
    app = make_app()
    screenshots.SETTLING_SECONDS = 0.02
    library = poisoned_library(folder)
    program._shelf = lambda: library  # type: ignore[assignment]
    key = sample.make(journal, 1, NOW.date())
    vault = sample.reopen(journal, key)
    poison(vault, folder)
    vault.close()
    desktop = Desktop(app, journal, remember=False, runner=InlineRunner, clock=lambda: NOW)
    desktop.context.settings.change(still_pictures=True, window_title=short(folder, "window-title"))
    desktop.window.show()
    seen: set[str] = set()
    for state, shown in screenshots.pictures(desktop, partial(sample.reopen, journal, key), ""):
        shown.grab()
        tell_tool_tips(shown)
        seen |= names_in(shown)
        sys.stdout.write(f"{state}\n")
    seen |= go_further(desktop) | tell_problems(desktop, folder)
    sys.stdout.write(f"seen {' '.join(sorted(seen))}\n")
    sys.stdout.write("done\n")
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
