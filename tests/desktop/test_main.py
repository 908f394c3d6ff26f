# SPDX-License-Identifier: MIT
"""The program as a whole: light at the start, whole on the way in, clean on the way out."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ipnb_journal import paths
from ipnb_journal.desktop import places
from ipnb_journal.desktop.main import Desktop
from ipnb_journal.desktop.page_table import PAGES, page_class
from ipnb_journal.desktop.pages.page import Page
from ipnb_journal.desktop.pages.passphrase import PassphrasePage
from ipnb_journal.desktop.pages.protection import ProtectionPage
from ipnb_journal.desktop.pages.recovery_key import RecoveryKeyPage
from ipnb_journal.desktop.pages.today import TodayPage
from ipnb_journal.desktop.pages.unlock import UnlockPage
from ipnb_journal.desktop.pages.welcome import WelcomePage
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.services import remembered, settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

_AT_FIRST_PAINT = """
import sys
from PySide6.QtCore import QTimer
from ipnb_journal.desktop import main
app = main.make_app()
desktop = main.Desktop(app)
seen = []
desktop.painted.connect(lambda: seen.append(sorted(sys.modules)))
desktop.show()
def look():
    if "sqlcipher3" in sys.modules and "nacl" in sys.modules:
        print("\\n".join(seen[0]))
        app.quit()
timer = QTimer()
timer.timeout.connect(look)
timer.start(20)
QTimer.singleShot(20000, app.quit)
app.exec()
desktop.close()
"""
_HEAVY = (
    "keyring", "cryptography", "sqlcipher3", "nacl", "zxcvbn", "numpy", "scipy", "asyncio",
    "concurrent.futures", "importlib.metadata", "urllib.request", "PySide6.QtDBus", "PySide6.QtPrintSupport",
    "PySide6.QtNetwork", "ipnb_journal.vault.vault", "ipnb_journal.services.prompts",
    "ipnb_journal.desktop.pages.today",
    # each is a part of the 60 ms that all our own modules may take
    "platform", "tomli_w", "filelock", "ipnb_journal.logs", "ipnb_journal.domain.entries",
    "ipnb_journal.services.access", "ipnb_journal.desktop.banner", "ipnb_journal.desktop.clipboard",
    "ipnb_journal.desktop.farewell", "ipnb_journal.desktop.furniture", "ipnb_journal.desktop.menus",
    "ipnb_journal.desktop.pickers", "ipnb_journal.desktop.telling", "ipnb_journal.desktop.widgets.dialog",
    "ipnb_journal.desktop.widgets.help_panel", "ipnb_journal.desktop.widgets.messages",
    "ipnb_journal.desktop.wording.errors", "ipnb_journal.desktop.wording.help",
    "ipnb_journal.desktop.keyring_opening", "ipnb_journal.services.keychain", "ipnb_journal.vault.keychain",
)  # fmt: skip


@pytest.mark.parametrize(
    ("first", "is_remembered"), [("welcome", False), ("unlock", False), ("unlock", True)]
)
def test_nothing_heavy_comes_before_the_first_paint(first: str, is_remembered: bool) -> None:
    if first == "unlock":
        paths.default_path().parent.mkdir(parents=True)
        paths.default_path().write_bytes(b"J1aaaaaaaaaaaaaa")
    if is_remembered:
        remembered.add(b"J1aaaaaaaaaaaaaa")
    done = subprocess.run([sys.executable, "-c", _AT_FIRST_PAINT], capture_output=True, text=True, timeout=50)
    loaded = set(done.stdout.split())
    assert f"ipnb_journal.desktop.pages.{first}" in loaded, done.stderr
    assert not [name for name in _HEAVY if name in loaded]
    # the page that is seen every day is made of records; the one seen once may take its time
    assert first == "welcome" or "dataclasses" not in loaded
    assert ("ipnb_journal.services.remembered" in loaded) == is_remembered


@pytest.fixture
def desktop(qtbot: QtBot, qapp: QApplication) -> Iterator[Desktop]:
    made = Desktop(qapp)
    yield made
    made.window.hide()
    made.close()


def _type(qtbot: QtBot, words: str = "", key: Qt.Key | None = None) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClicks(focus, words)
    if key is not None:
        qtbot.keyClick(focus, key)


def _wait_for(qtbot: QtBot, desktop: Desktop, kind: type[Page]) -> None:
    def there() -> bool:
        focus = QApplication.focusWidget()
        page = desktop.window.page
        return isinstance(page, kind) and not desktop.window.covered and focus is not None

    qtbot.waitUntil(there, timeout=20_000)


def test_from_first_run_to_today_lock_and_back_by_keyboard_with_real_keys(
    qtbot: QtBot, desktop: Desktop
) -> None:
    words = "slow river under the old bridge"
    desktop.show()
    qtbot.waitUntil(desktop.window.isActiveWindow)
    _wait_for(qtbot, desktop, WelcomePage)
    _type(qtbot, key=Qt.Key.Key_Return)
    _wait_for(qtbot, desktop, PassphrasePage)
    _type(qtbot, words, Qt.Key.Key_Return)
    _type(qtbot, words)
    page = desktop.window.page
    assert isinstance(page, PassphrasePage)
    qtbot.waitUntil(page.continue_button.isEnabled, timeout=10_000)
    _type(qtbot, key=Qt.Key.Key_Return)
    _wait_for(qtbot, desktop, RecoveryKeyPage)
    _type_the_group_back(qtbot, desktop)
    _wait_for(qtbot, desktop, ProtectionPage)
    page = desktop.window.page
    assert isinstance(page, ProtectionPage)
    page.begin.setFocus()
    _type(qtbot, key=Qt.Key.Key_Return)
    _wait_for(qtbot, desktop, TodayPage)
    qtbot.keyClick(desktop.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert isinstance(desktop.window.page, TodayPage)
    qtbot.keyClick(desktop.window, Qt.Key.Key_F12)
    _wait_for(qtbot, desktop, UnlockPage)
    assert not desktop.runner.is_open
    _type(qtbot, words, Qt.Key.Key_Return)
    _wait_for(qtbot, desktop, TodayPage)


def _type_the_group_back(qtbot: QtBot, desktop: Desktop) -> None:
    page = desktop.window.page
    assert isinstance(page, RecoveryKeyPage)
    qtbot.waitUntil(lambda: bool(page.picture.accessibleDescription()))
    label = next(t.text() for t in page.findChildren(Text) if t.text().startswith("To be sure"))
    spoken = dict(pair.split(": ") for pair in page.picture.accessibleDescription().split(", "))
    page.group.line.setFocus()
    _type(qtbot, spoken[label.rsplit(" ", 1)[1]].replace(" ", ""), Qt.Key.Key_Return)


def test_it_opens_the_journal_that_was_opened_last(qapp: QApplication, tmp_path: Path) -> None:
    settings.save(settings.Settings(journal_path=tmp_path / "mine.vault"))
    desktop = Desktop(qapp)
    desktop.window.begin()
    assert isinstance(desktop.window.page, UnlockPage)
    assert "mine.vault" in "".join(text.text() for text in desktop.window.findChildren(Text))
    desktop.close()


def test_a_demo_keeps_no_setting(qapp: QApplication, tmp_path: Path) -> None:
    desktop = Desktop(qapp, tmp_path / "demo.vault", remember=False)
    desktop.context.settings.change(theme="dark")
    desktop.window.begin()
    assert isinstance(desktop.window.page, UnlockPage)
    desktop.close()
    assert not paths.settings_file().exists()


def test_every_place_has_a_page() -> None:
    kinds = [kind for kind in places.Place.__args__ if kind not in (places.Back, places.Locked)]
    assert set(kinds) == PAGES.keys()
    for kind in kinds:
        assert issubclass(page_class(kind), Page)
