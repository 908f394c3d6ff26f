# SPDX-License-Identifier: MIT
"""Every state of every page in the real window: whole, readable, named, and reached by the keyboard."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ipnb_journal.desktop import screenshots
from ipnb_journal.desktop.main import Desktop, make_app
from ipnb_journal.desktop.runner import InlineRunner
from ipnb_journal.services import sample
from tests.desktop import seeing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication, QWidget

    Rule = Callable[[seeing.Sight], Iterator[str]]

# the first test of a setting walks through every state of every page
pytestmark = pytest.mark.timeout(300)

NOW = datetime(2026, 3, 12, 20, 15, tzinfo=ZoneInfo("Europe/Berlin"))

RULES: dict[str, Rule] = {
    "nothing is clipped": seeing.clipped,
    "nothing overlaps": seeing.overlapping,
    "everything to press or type in has a name": seeing.nameless,
    "what is typed is kept from input services": seeing.learnt,
    "no two buttons are called the same": seeing.confusable,
    "nothing to press is smaller than 24 px": seeing.small_targets,
    "Tab goes through everything as one reads": seeing.astray,
}


@dataclass(frozen=True)
class Setting:
    """How the window is looked at. `size` in px, `percent` of text."""

    size: tuple[int, int]
    percent: int = 100
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight


SETTINGS = {
    "1280x800": Setting((1280, 800)),
    "900x600": Setting((900, 600)),
    "200 % text": Setting((1280, 800), percent=200),
    "200 % text in the smallest window": Setting((900, 600), percent=200),
    "right to left": Setting((1280, 800), direction=Qt.LayoutDirection.RightToLeft),
}


@dataclass
class Found:
    """What one walk through every state found: the states, and by rule what is wrong in which of them."""

    states: list[str] = field(default_factory=list)
    wrong: dict[str, dict[str, list[str]]] = field(default_factory=dict)

    def note(self, rule: str, told: str) -> None:
        """Remember what breaks a rule in the state looked at last."""
        self.wrong.setdefault(rule, {}).setdefault(told, []).append(self.states[-1])


@pytest.fixture(scope="module", params=SETTINGS)
def found(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Found]:
    """One walk through every state in one setting; what it finds is told rule by rule."""
    setting, app = SETTINGS[request.param], make_app()
    # pages show where the journal lies, so how long that is may not hang on who runs the tests
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory(prefix="j") as folder:
        patch.setenv("IPNB_JOURNAL_HOME", str(tmp_path_factory.mktemp("home")))
        patch.setattr(screenshots, "SETTLING_SECONDS", 0.0)
        before = app.layoutDirection()
        app.setLayoutDirection(setting.direction)
        try:
            journal = Path(folder) / "share" / "ipnb-journal" / "notes.vault"
            journal.parent.mkdir(parents=True)
            yield walk(app, setting, journal)
        finally:
            app.setLayoutDirection(before)


def walk(app: QApplication, setting: Setting, journal: Path) -> Found:
    """Look at every state with every rule."""
    key = sample.make(journal, screenshots.SEED, NOW.date())
    found, strays = Found(), seeing.StrayWindows()
    app.installEventFilter(strays)
    desktop = Desktop(app, journal, remember=False, runner=InlineRunner, clock=lambda: NOW)
    try:
        desktop.context.settings.change(theme="light", text_percent=setting.percent, still_pictures=True)
        desktop.window.resize(*setting.size)
        desktop.window.show()
        desktop.window.activateWindow()
        assert QTest.qWaitForWindowActive(desktop.window, 5000)
        for state, shown in screenshots.pictures(desktop, partial(sample.reopen, journal, key), ""):
            found.states.append(state)
            judge(found, setting, desktop.window, shown)
            for stray in strays.seen:
                found.note("no part flashes as a window of its own", stray)
            strays.seen.clear()
    finally:
        app.removeEventFilter(strays)
        desktop.close()
    return found


def judge(found: Found, setting: Setting, window: QWidget, shown: QWidget) -> None:
    """Hold what is shown to every rule."""
    sight = seeing.look(shown)
    for rule, breaches in RULES.items():
        for told in breaches(sight):
            found.note(rule, told)
    if window.size().toTuple() != setting.size:
        found.note("the window keeps its size", str(window.size().toTuple()))
    if {window.windowTitle(), shown.windowTitle()} != {"Notes"}:
        found.note("the title tells nothing", f"{window.windowTitle()!r}, {shown.windowTitle()!r}")


@pytest.mark.parametrize(
    "rule",
    [
        *RULES,
        "no part flashes as a window of its own",
        "the window keeps its size",
        "the title tells nothing",
    ],
)
def test_in_every_state(found: Found, rule: str) -> None:
    assert len(found.states) > 50
    assert found.wrong.get(rule, {}) == {}
