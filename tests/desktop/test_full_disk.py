# SPDX-License-Identifier: MIT
"""A disk that is really full while somebody writes: a small one of the test's own, filled to the brim."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.vault import drafts
from ipnb_journal.vault.vault import Vault

if TYPE_CHECKING:
    from ipnb_journal.vault.keys import VaultKey

ROOT = Path(__file__).parents[2]

ON_A_SMALL_DISK = """
import sys, time
from collections import deque
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit
from ipnb_journal.desktop import places
from ipnb_journal.desktop.main import Desktop, make_app
from ipnb_journal.desktop.notices import Question
from ipnb_journal.vault.vault import Vault

vault, raw, answer, elsewhere = Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), sys.argv[3], Path(sys.argv[4])

def until(holds):
    end = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)
        QApplication.processEvents()

desktop = Desktop(make_app())
desktop.notices.answers = deque()
desktop.runner.open(lambda: Vault.open(vault, raw), lambda _: desktop.window.go(places.Write()))
desktop.show()
until(lambda: desktop.window.findChildren(QTextEdit))
page = desktop.window.page
until(lambda: page.first_focus() is not None and page.first_focus().isVisible())
QTest.keyClicks(page.first_focus(), "The first words. ")
until(lambda: not page.unsaved)
filler = vault.with_name("filler")
with filler.open("wb", buffering=0) as file:
    try:
        while True:
            file.write(bytes(4096))
    except OSError:
        print("full", flush=True)
desktop.notices.answers.extend([answer, elsewhere] if answer == "elsewhere" else [])
if answer == "again":
    asked = []
    def at_once(question, then):
        asked.append(question)
        desktop.notices.told.append(question)
        filler.unlink(missing_ok=True)
        then("again")
    desktop.notices.ask = at_once
QTest.keyClicks(page.first_focus(), "And words that need room. " * 10)
# the rest at once: ten thousand keys take twelve seconds and save nothing meanwhile
page.first_focus().insertPlainText("And words that need room. " * 390)
until(lambda: any(isinstance(told, Question) for told in desktop.notices.told))
until(lambda: not page.unsaved)
question = next(told for told in desktop.notices.told if isinstance(told, Question))
print(question.words.title, [choice.label for choice in question.choices], flush=True)
desktop.window.close()
desktop.close()
"""


@pytest.mark.parametrize("answer", ["again", "elsewhere"])
def test_words_typed_on_a_full_disk_are_kept_once_there_is_room(
    answer: str, vault_path: Path, vault_key: VaultKey, tmp_path: Path
) -> None:
    disk, script, elsewhere = tmp_path / "disk", tmp_path / "script.py", tmp_path / "elsewhere"
    disk.mkdir()
    elsewhere.mkdir()
    script.write_text(ON_A_SMALL_DISK)
    inside = (
        'mount -t tmpfs -o size=1m,mode=700 none "$1" || exit 77; cp "$2" "$1/notes.vault"; '
        'PYTHONPATH="$6" "$3" "$4" "$1/notes.vault" "$5" "$7" "$8"; done=$?; '
        'cp "$1/notes.vault" "$8/from-disk.vault" 2>/dev/null; exit $done'
    )
    arguments = [disk, vault_path, sys.executable, script, vault_key.raw.hex(), ROOT, answer, elsewhere]
    told = subprocess.run(
        ["unshare", "-rm", "sh", "-c", inside, "sh", *map(str, arguments)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=55,
    )
    if told.returncode == 77 or shutil.which("unshare") is None or "unshare" in told.stderr:
        pytest.skip("no small disk can be made here")
    assert told.returncode == 0, told.stderr
    assert told.stdout.splitlines() == [
        "full",
        "There’s no room left on this disk ['Try again', 'Save somewhere else']",
    ]
    name = "notes.vault" if answer == "elsewhere" else "from-disk.vault"
    vault = Vault.open(elsewhere / name, vault_key.raw)
    (draft,) = drafts.each(vault)
    assert draft.page.writing.body.startswith("The first words. And words that need room. ")
    assert draft.page.writing.body.count("need room") == 400
    vault.close()
