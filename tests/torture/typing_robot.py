# SPDX-License-Identifier: MIT
"""The real window on a real journal with a robot at the keys, until somebody kills it.

Run as `python -m tests.torture.typing_robot VAULT KEY_HEX SEED PLACE [MILLISECONDS]`. Prints `ready` when
the page is open, then for each word its number and the moment (of the monotonic clock) its last letter was
typed. The milliseconds are how long words may wait to be saved, where not as the program has it.
"""

from __future__ import annotations

import os
import sys
import time
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from ipnb_journal.desktop import autosave, places
from ipnb_journal.desktop.main import Desktop, make_app
from ipnb_journal.desktop.widgets.editor import PaperEditor
from ipnb_journal.vault.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Callable

PLACES: dict[str, Callable[[], places.Place]] = {
    "a new page": places.Write,
    "a page set down": partial(places.Write, entry_id=2),
    "a guided page": partial(places.Guided, "bnd-01"),
}
LETTERS = "etaoinshrdlu"


def word(number: int) -> str:
    """The word of that number; no two are alike."""
    chance = Random(number)
    return "".join(chance.choices(LETTERS, k=chance.randrange(1, 9))) + str(number)


def say(line: str) -> None:
    """Tell at once."""
    os.write(1, f"{line}\n".encode())


class Robot(QObject):
    """Types on and on: fast, slow, and now and then it thinks for a moment."""

    def __init__(self, editor: PaperEditor, chance: Random) -> None:
        super().__init__()
        self._editor, self._chance = editor, chance
        self._pace = chance.choice((15, 40, 90))
        self._number = 0
        self._letters = word(0)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._press)
        self._timer.start(0)

    def _press(self) -> None:
        letter, self._letters = self._letters[:1], self._letters[1:]
        QTest.keyClick(self._editor, letter or " ")
        wait = self._chance.randrange(1, 2 * self._pace)
        if letter and not self._letters:
            say(f"{self._number} {time.monotonic()}")
            if self._chance.random() < 0.05:
                wait += self._chance.randrange(900)
        elif not letter:
            self._number += 1
            self._letters = word(self._number)
        self._timer.start(wait)


def _until(done: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not done():
        assert time.monotonic() < end, "waited in vain"
        QApplication.processEvents()
        time.sleep(0.001)


def _editor(desktop: Desktop) -> PaperEditor | None:
    shown = (one for one in desktop.window.findChildren(PaperEditor) if one.isVisible())
    return next(shown, None)


def main() -> None:
    vault, key, seed, place, *late = sys.argv[1:]
    if late:
        autosave.LONGEST_MILLISECONDS = int(late[0])
    app = make_app()
    desktop = Desktop(app, Path(vault), remember=False)
    desktop.show(lambda: Vault.open(Path(vault), bytes.fromhex(key)))
    _until(lambda: desktop.runner.is_open)
    desktop.window.go(PLACES[place]())
    if place == "a guided page":
        begin_writing(desktop)
    _until(lambda: _editor(desktop) is not None)
    editor = _editor(desktop)
    assert editor is not None
    editor.setFocus()
    cursor = editor.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    editor.setTextCursor(cursor)
    say("ready")
    robot = Robot(editor, Random(seed))
    app.exec()
    robot.deleteLater()


def begin_writing(desktop: Desktop) -> None:
    """Step to where a guided page is written."""
    for name in ("Next: notice", "Next: write"):
        buttons: list[QAbstractButton] = []

        def shown(name: str = name, buttons: list[QAbstractButton] = buttons) -> bool:
            found = desktop.window.findChildren(QAbstractButton)
            buttons[:] = [one for one in found if one.isVisible() and one.text() == name]
            return bool(buttons)

        _until(shown)
        QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)


if __name__ == "__main__":
    main()
