# SPDX-License-Identifier: MIT
"""A picture of every page in every state it names, on a made-up journal, without a screen."""

from __future__ import annotations

import os
import re
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from PySide6.QtCore import QBuffer, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ipnb_journal import paths
from ipnb_journal.desktop import damage, full_disk, places
from ipnb_journal.desktop.main import Desktop, make_app
from ipnb_journal.desktop.page_table import PAGES, page_class
from ipnb_journal.desktop.pages.page import State
from ipnb_journal.desktop.places import Place
from ipnb_journal.desktop.runner import InlineRunner
from ipnb_journal.errors import FileProblem, VaultDamaged
from ipnb_journal.services import sample

if TYPE_CHECKING:
    from ipnb_journal.desktop.runner import Vault

SEED = 1
SETTLING_SECONDS = 0.35
SETTLING_ROUNDS = 20


@dataclass(frozen=True, slots=True)
class _Shot:
    """One picture: where to go, what to do there, and what to take it of."""

    name: str
    place: Place
    prepare: Callable[[Desktop], object]
    of_dialog: bool = False


def take(
    folder: Path,
    themes: Sequence[str],
    size: tuple[int, int],
    percent: int,
    page: str | None,
    out: TextIO | None = None,
) -> int:
    """Save `<state>-<theme>.png` for every state, or for those whose name begins with `page`.

    `size` in px, `percent` 100 to 200. Names what it saved on `out`. 0 if done, 1 if no state is named so.
    Raises FileProblem where a picture can't be written; none is left half-written.
    """
    if QApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = make_app()
    folder.mkdir(parents=True, exist_ok=True)
    saved = 0
    with tempfile.TemporaryDirectory(prefix="ipnb-journal-pictures-") as made_up:
        journal = Path(made_up) / f"notes{paths.VAULT_SUFFIX}"
        now = datetime.now().astimezone().replace(hour=20, minute=15)
        key = sample.make(journal, SEED, now.date())
        for theme in themes:
            desktop = Desktop(app, journal, remember=False, runner=InlineRunner, clock=lambda: now)
            desktop.context.settings.change(theme=theme, text_percent=percent, still_pictures=True)
            desktop.window.resize(*size)
            desktop.window.show()
            try:
                for name, shown in pictures(desktop, partial(sample.reopen, journal, key), page or ""):
                    file = folder / f"{name}-{theme}.png"
                    _save(shown, file)
                    saved += 1
                    if out is not None:
                        out.write(f"{file}\n")
            finally:
                desktop.close()
    return 0 if saved else 1


def pictures(desktop: Desktop, opening: Callable[[], Vault], wanted: str) -> Iterator[tuple[str, QWidget]]:
    """Go through every state whose name begins with `wanted`; each name, and what a picture is taken of.

    `desktop` shows its window and has no journal open; `opening` opens the made-up one on the way.
    """
    yield from _walk(desktop, _states(places.BEFORE_UNLOCKING), wanted)
    desktop.runner.open(opening)
    inside = [kind for kind in PAGES if kind not in places.BEFORE_UNLOCKING]
    yield from _walk(desktop, [*_states(inside), *_open_pause(), *_SHELL], wanted)


def _save(shown: QWidget, file: Path) -> None:
    drawn = QBuffer()
    drawn.open(QBuffer.OpenModeFlag.WriteOnly)
    if not shown.grab().save(drawn, "PNG"):
        raise FileProblem(file=file, reason="the picture can’t be made")
    half = file.with_suffix(".part")
    try:
        half.write_bytes(drawn.data().data())
        half.replace(file)
    except OSError as error:
        half.unlink(missing_ok=True)
        raise FileProblem(file=file, reason=error.strerror or "unknown") from error


def _walk(desktop: Desktop, shots: Sequence[_Shot], wanted: str) -> Iterator[tuple[str, QWidget]]:
    for shot in shots:
        if not shot.name.startswith(wanted):
            continue
        desktop.window.let_pages_go()
        desktop.window.go(shot.place)
        _settle()
        shot.prepare(desktop)
        _settle()
        yield shot.name, _dialog(desktop) if shot.of_dialog else desktop.window
        desktop.notices.withdraw()
        desktop.window.body.close_help()


def _states(kinds: Sequence[type]) -> list[_Shot]:
    return [_shot(state) for kind in kinds for state in page_class(kind).states() or (_only(kind),)]


def _only(kind: type) -> State:
    return State(re.sub(r"(?<=[a-z])(?=[A-Z])", "-", kind.__name__).lower(), kind())


def _open_pause() -> list[_Shot]:
    shots = _states([places.Pause])
    return [_Shot(f"{shot.name}-open", shot.place, shot.prepare) for shot in shots]


def _shot(state: State) -> _Shot:
    def prepare(desktop: Desktop) -> None:
        if state.prepare is not None:
            state.prepare(desktop.window.page)

    return _Shot(state.name, state.place, prepare)


def _dialog(desktop: Desktop) -> QWidget:
    return next(found for found in desktop.window.findChildren(QDialog) if found.isVisible())


def _settle() -> None:
    """Let layouts, debounced searches and deferred deletions happen."""
    end, rounds = time.monotonic() + SETTLING_SECONDS, 0
    while rounds < SETTLING_ROUNDS or time.monotonic() < end:
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, 0)
        # by themselves these wait for a running loop, and every style would dress the dead pages too
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        rounds += 1
        if rounds > SETTLING_ROUNDS:
            time.sleep(0.005)


def _say(desktop: Desktop) -> None:
    desktop.notices.say("Moved to the drawer. It stays there for 30 days.", undo=lambda: None)


def _ask_to_remember(desktop: Desktop) -> None:
    from ipnb_journal.desktop.journal_key import QUESTION  # noqa: PLC0415  comes with the settings

    desktop.notices.ask(QUESTION, lambda _: None)


def _ask_about_damage(desktop: Desktop) -> None:
    error = VaultDamaged(detail="4 parts can’t be read", entries=212, unreadable=4)
    damage.ask(desktop.notices, error, lambda: None, lambda: None)


def _ask_about_room(desktop: Desktop) -> None:
    desktop.notices.ask(full_disk.question(), lambda _: None)


_SHELL = (
    _Shot("help", places.Today(), lambda desktop: desktop.window.show_help("")),
    _Shot("help-words", places.History(), lambda desktop: desktop.window.show_help("words")),
    _Shot("help-keyboard", places.CheckIn(), lambda desktop: desktop.window.show_help("keyboard")),
    _Shot("message", places.Today(), _say),
    _Shot("question-remember-key", places.Settings("privacy"), _ask_to_remember, of_dialog=True),
    _Shot("problem-damaged", places.Today(), _ask_about_damage, of_dialog=True),
    _Shot("problem-disk-full", places.Today(), _ask_about_room, of_dialog=True),
)
