# SPDX-License-Identifier: MIT
from __future__ import annotations

import random
import threading
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QTextCharFormat, QTextCursor

from ipnb_journal.desktop.navigation import lit_by
from ipnb_journal.desktop.notices import Message
from ipnb_journal.desktop.pages import versions as page_module
from ipnb_journal.desktop.pages.versions import VersionsPage
from ipnb_journal.desktop.places import Back, History, Versions
from ipnb_journal.desktop.runner import Runner
from ipnb_journal.desktop.widgets.compared import Compared
from ipnb_journal.desktop.widgets.reading import Reading
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import versions as words
from ipnb_journal.domain.comparison import Change, Piece, compare_writing
from ipnb_journal.domain.entries import Writing
from ipnb_journal.services import history, writing
from ipnb_journal.vault import entries
from ipnb_journal.vault.vault import Vault
from tests.builders import an_entry

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.vault.keys import VaultKey

    InVault = Callable[[Callable[[Vault], object]], object]

FIRST = Writing(title="Saturday", body="I was <b>cold</b> by the sea.\n\nThen home.", takeaway="Rest")
SECOND = replace(FIRST, body="I was warm by the sea.\n\nThen home.", connect="We sat.")
THIRD = replace(SECOND, body="I was warm by the sea.\n\nThen we went home.")


def change(vault: Vault, entry_id: int, words: Writing, now: datetime) -> None:
    draft = writing.open_for_change(vault, entry_id, now)
    writing.autosave(vault, replace(draft, page=replace(draft.page, writing=words)), now)
    writing.set_down(vault, draft.id, now)


@pytest.fixture
def page(context: Context, now: datetime, in_vault: InVault, qtbot: QtBot) -> VersionsPage:
    def fill(vault: Vault) -> None:
        entry = entries.add(vault, an_entry(page=replace(an_entry().page, writing=FIRST)))
        change(vault, entry.id, SECOND, now - timedelta(hours=2))
        change(vault, entry.id, THIRD, now - timedelta(hours=1))

    in_vault(fill)
    made = VersionsPage(context)
    qtbot.addWidget(made)
    made.resize(1072, 756)
    made.show()
    context.runner.changed.connect(lambda topics: made.refresh() if made.topics & topics else None)
    made.arrive(Versions(1))
    return made


def shown(page: VersionsPage) -> list[str]:
    # a part put into a layout is shown only when the layout is next arranged
    QCoreApplication.processEvents()
    return [part.text() for part in page.findChildren(Text) if part.isVisible()]


def compared(page: VersionsPage) -> dict[str, Compared]:
    return {part.accessibleName(): part for part in page.sheet.findChildren(Compared)}


def marked(part: Compared, has: Callable[[QTextCharFormat], bool]) -> str:
    """The letters whose look is so."""
    cursor, found = QTextCursor(part.document()), ""
    while not cursor.atEnd():
        cursor.movePosition(QTextCursor.MoveOperation.Right)
        if has(cursor.charFormat()):
            found += part.toPlainText()[cursor.position() - 1]
    return found


def test_versions_are_listed_by_their_moments_the_newest_chosen(page: VersionsPage) -> None:
    listed = [page.which.itemText(number) for number in range(page.which.count())]
    assert listed == ["Thursday, 12 March, 19:15", "Thursday, 12 March, 18:15"]
    assert page.first_focus() is page.which
    assert "of “Saturday”" in shown(page)


def test_what_changed_shows_by_line_and_in_words_and_as_plain_text(page: VersionsPage) -> None:
    page.which.setFocus()
    page.which.setCurrentIndex(1)
    body = compared(page)["Written"]
    assert body.toPlainText() == "I was <b>cold</b> warm by the sea.\nThen we went home."
    assert marked(body, lambda look: look.fontStrikeOut()).split() == ["<b>cold</b>"]
    assert marked(body, lambda look: look.fontUnderline()).split() == ["warm", "we", "went"]
    assert body.accessibleDescription() == ("Taken out: “<b>cold</b>”. Came in: “warm”. Came in: “we went”.")
    together = compared(page)["In connection"]
    assert together.accessibleDescription() == "Came in: “We sat.”."
    # what is the same in both is not shown again
    assert set(compared(page)) == {"Written", "In connection"}
    assert words.REST_SAME in shown(page)
    assert {words.KEY_OUT, words.KEY_IN} <= set(shown(page))


def test_a_word_and_the_one_in_its_place_do_not_run_together(theme: Theme, qtbot: QtBot) -> None:
    part = Compared(theme, "Written")
    qtbot.addWidget(part)
    part.show_pieces((Piece(Change.SAME, "with my "), Piece(Change.OUT, "hands"), Piece(Change.IN, "head.")))
    assert part.toPlainText().split() == ["with", "my", "hands", "head."]
    part.show_pieces((Piece(Change.OUT, "hands "), Piece(Change.IN, "head.")))
    assert part.toPlainText() == "hands head."


def test_the_earlier_words_can_be_read_alone(page: VersionsPage, qtbot: QtBot) -> None:
    page.which.setCurrentIndex(1)
    qtbot.keyClick(page.view.segment("earlier"), Qt.Key.Key_Space)
    read = {part.accessibleName(): part.toPlainText() for part in page.sheet.findChildren(Reading)}
    assert read == {
        "Title": "Saturday",
        "Written": "I was <b>cold</b> by the sea.\nThen home.",
        "One thing to take along": "Rest",
    }


def test_words_are_brought_back_by_keyboard_with_an_undo(
    page: VersionsPage, in_vault: InVault, qtbot: QtBot
) -> None:
    before = in_vault(lambda vault: (history.entry(vault, 1).page, history.versions(vault, 1)))
    page.which.setFocus()
    qtbot.keyClick(page.which, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.open_requested) as asked:
        qtbot.keyClick(page.bring_back, Qt.Key.Key_Return)
    assert asked.args == [Back()]
    assert in_vault(lambda vault: history.entry(vault, 1).page.writing) == FIRST
    assert in_vault(lambda vault: [one.writing for one in history.versions(vault, 1)]) == [
        THIRD,
        SECOND,
        FIRST,
    ]
    told = page.context.notices.told[-1]
    assert isinstance(told, Message) and told.undo is not None
    assert told.text == "The earlier words are back"
    # the same version stays chosen, which is what the page has now
    assert words.NO_CHANGE in shown(page)
    told.undo()
    assert in_vault(lambda vault: (history.entry(vault, 1).page, history.versions(vault, 1))) == before


def test_earlier_words_are_copied_as_a_secret(page: VersionsPage, qtbot: QtBot) -> None:
    page.which.setCurrentIndex(1)
    qtbot.keyClick(page.copy, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == f"Saturday\n\n{FIRST.body}\n\nRest"
    data = QGuiApplication.clipboard().mimeData()
    assert data.data("x-kde-passwordManagerHint").data() == b"secret"
    assert page.context.notices.told[-1] == Message(words.COPIED)
    page.context.notices.withdraw()
    assert QGuiApplication.clipboard().text() == ""


def test_a_page_never_changed_says_so_and_has_a_way_back(
    page: VersionsPage, in_vault: InVault, qtbot: QtBot
) -> None:
    in_vault(lambda vault: entries.add(vault, an_entry()))
    page.arrive(Versions(2))
    assert words.NONE in shown(page)
    assert not page.bring_back.isVisible()
    assert page.first_focus() is page.back
    with qtbot.waitSignal(page.open_requested) as asked:
        qtbot.keyClick(page.back, Qt.Key.Key_Return)
    assert asked.args == [Back()]
    assert lit_by(Versions(2)) == History()


def test_a_certain_version_is_chosen_on_arrival_and_stays_chosen(
    page: VersionsPage, in_vault: InVault, now: datetime
) -> None:
    (_, oldest) = in_vault(lambda vault: history.versions(vault, 1))  # type: ignore[misc]
    page.arrive(Versions(1, oldest.id))
    assert page.which.currentData() == oldest.id
    in_vault(lambda vault: change(vault, 1, replace(THIRD, body="Anew."), now))
    assert page.which.count() == 3
    assert page.which.currentData() == oldest.id
    assert "Anew" in compared(page)["Written"].toPlainText()


def test_in_the_drawer_nothing_is_brought_back(page: VersionsPage, in_vault: InVault, now: datetime) -> None:
    in_vault(lambda vault: history.move_to_drawer(vault, 1, now))
    assert not page.bring_back.isEnabled()


def test_marks_follow_the_theme(page: VersionsPage, theme: Theme, qapp: object) -> None:
    page.which.setCurrentIndex(1)

    def colour() -> str:
        cursor = QTextCursor(compared(page)["In connection"].document())
        cursor.movePosition(QTextCursor.MoveOperation.Right)
        return cursor.charFormat().background().color().name()

    light = colour()
    theme.apply(qapp, "dark", still=True)  # type: ignore[arg-type]
    assert colour() == theme.colour("accent_soft").name() != light


def _long(seed: int) -> str:
    chance = random.Random(seed)
    return " ".join(f"w{chance.randrange(400)}" for _ in range(5_000))


def test_comparing_five_thousand_words_leaves_the_window_answering(
    context: Context,
    vault_path: Path,
    vault_key: VaultKey,
    now: datetime,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The comparison runs beside the GUI thread, whatever else that thread does meanwhile."""
    runner = Runner(context.notices.show_problem)
    context.runner.close()
    page = VersionsPage(context.but(runner=runner))
    qtbot.addWidget(page)
    page.show()

    def fill(vault: Vault) -> None:
        entry = entries.add(vault, an_entry(_long(1)))
        change(vault, entry.id, Writing(body=_long(2)), now)

    runner.open(lambda: Vault.open(vault_path, vault_key.raw))
    runner.run(page, fill)
    runner.settle()
    compared_by: list[threading.Thread] = []

    def noted(former: Writing, present: Writing) -> object:
        compared_by.append(threading.current_thread())
        return compare_writing(former, present)

    monkeypatch.setattr(page_module, "compare_writing", noted)
    page.arrive(Versions(1))
    qtbot.waitUntil(lambda: bool(page.sheet.findChildren(Compared)), timeout=20_000)
    assert compared_by
    assert threading.main_thread() not in compared_by
    assert len(compared(page)["Written"].toPlainText().split()) >= 5_000
    runner.close()
