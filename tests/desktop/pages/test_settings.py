# SPDX-License-Identifier: MIT
from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from ipnb_journal import offline
from ipnb_journal.desktop.notices import Message, Question
from ipnb_journal.desktop.pages.settings import SettingsPage
from ipnb_journal.desktop.places import Backups, ChangePassphrase, NewRecoveryKey, Settings
from ipnb_journal.desktop.runner import Runner
from ipnb_journal.desktop.widgets.choices import Switch
from ipnb_journal.desktop.widgets.contact_list import ReachRow
from ipnb_journal.desktop.widgets.scroll import Scroll
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import settings as words
from ipnb_journal.desktop.wording.errors import Words
from ipnb_journal.domain.prompts import Theme as Topic
from ipnb_journal.services import contacts, preferences, settings, transfer, writing
from ipnb_journal.vault import preferences as stored
from ipnb_journal.vault.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.vault.keys import VaultKey

    InVault = Callable[[Callable[[Vault], object]], object]

SPACE, ENTER, ESC = Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> SettingsPage:
    made = SettingsPage(context)
    qtbot.addWidget(made)
    made.resize(1072, 756)
    made.show()
    context.runner.changed.connect(lambda topics: made.refresh() if made.topics & topics else None)
    made.arrive(Settings())
    return made


def _shown(part: QWidget) -> list[str]:
    return [text.text() for text in part.findChildren(Text) if text.isVisible() and text.text()]


def _write(vault: Vault, body: str, now: datetime) -> None:
    draft = writing.open_free(vault, now)
    page = replace(draft.page, writing=replace(draft.page.writing, body=body))
    writing.autosave(vault, replace(draft, page=page), now)
    writing.set_down(vault, draft.id, now)


def test_one_tab_at_a_time_reached_by_arrow_keys_or_named_by_the_place(
    page: SettingsPage, qtbot: QtBot
) -> None:
    assert page.first_focus() is page.tabs.tab("privacy")
    assert page.privacy.isVisible()
    page.tabs.tab("privacy").setFocus()
    qtbot.keyClick(page.tabs.tab("privacy"), Qt.Key.Key_Right)
    assert page.appearance.isVisible()
    assert not page.privacy.isVisible()
    page.arrive(Settings("about"))
    assert page.about.isVisible()
    page.arrive(Settings())
    assert page.about.isVisible()


def test_locking_is_set_at_once_and_kept(page: SettingsPage, qtbot: QtBot) -> None:
    combo = page.privacy.lock_after
    assert combo.currentText() == "After 2 minutes"
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert page.context.settings.current.lock_after_minutes == 5
    qtbot.keyClick(combo, Qt.Key.Key_Home)
    assert words.LOCK_NEVER_LINE in _shown(page)
    qtbot.keyClick(page.privacy.on_minimise, SPACE)
    qtbot.keyClick(page.privacy.on_focus_loss, ENTER)
    kept = settings.load().settings
    assert (kept.lock_after_minutes, kept.lock_on_minimise, kept.hide_on_focus_loss) == (0, False, True)


def test_a_waiting_time_set_elsewhere_is_shown_as_it_is(page: SettingsPage) -> None:
    page.context.settings.change(lock_after_minutes=7)
    assert page.privacy.lock_after.currentText() == "After 7 minutes"


def test_the_window_gets_its_name_and_never_none(page: SettingsPage, qtbot: QtBot) -> None:
    line, current = page.privacy.window_name, page.context.settings
    assert line.text() == "Notes"
    line.selectAll()
    qtbot.keyClicks(line, "  Recipes ")
    qtbot.keyClick(line, ENTER)
    assert (current.current.window_title, line.text()) == ("Recipes", "Recipes")
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClick(line, ENTER)
    assert (current.current.window_title, line.text()) == ("Recipes", "Recipes")
    qtbot.keyClicks(line, "x")
    qtbot.keyClick(line, ESC)
    assert line.text() == "Recipes"


def test_a_name_not_yet_left_is_kept_on_leaving_the_page(
    page: SettingsPage, qtbot: QtBot, in_vault: InVault, own_home: Path
) -> None:
    line = page.privacy.journal_name
    assert line.text() == "My journal"
    line.selectAll()
    qtbot.keyClicks(line, "Evenings")
    page.leave()
    page.leave()
    kept = in_vault(preferences.read)
    assert isinstance(kept, preferences.Preferences)
    assert kept.journal_name == "Evenings"
    assert b"Evenings" not in b"".join(file.read_bytes() for file in own_home.rglob("*.toml"))


def test_a_refresh_leaves_a_name_being_typed_alone(page: SettingsPage, qtbot: QtBot) -> None:
    line = page.privacy.journal_name
    line.selectAll()
    qtbot.keyClicks(line, "Ev")
    page.refresh()
    assert line.text() == "Ev"


def test_a_sound_file_is_told_so(page: SettingsPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.privacy.check.button, ENTER)
    assert "Checked at 20:15. Every part can be read, and nothing is damaged." in _shown(page)
    assert not page.privacy.check.busy


def test_a_damaged_file_is_told_so(
    page: SettingsPage, qtbot: QtBot, in_vault: InVault, vault_path: Path, now: datetime
) -> None:
    in_vault(lambda vault: _write(vault, "word " * 4000, now))
    in_vault(lambda vault: vault.checkpoint())
    with vault_path.open("r+b") as file:
        file.seek(-2000, 2)
        byte = file.read(1)
        file.seek(-1, 1)
        file.write(bytes((byte[0] ^ 1,)))
    page.context.notices.answers.append("later")
    qtbot.keyClick(page.privacy.check.button, SPACE)
    assert "Checked at 20:15. Some of it can’t be read. Nothing has been changed." in _shown(page)
    told = page.context.notices.told[-1]
    assert isinstance(told, Question)
    assert (told.words.title, told.words.risky) == ("Part of this journal is damaged", True)
    assert (
        told.words.body
        == "Every page can be read. It’s other parts, such as the search or who a page is about."
    )
    assert told.away == "later"


def test_work_under_way_shows_after_a_moment_and_is_not_begun_twice(page: SettingsPage, qtbot: QtBot) -> None:
    row = page.privacy.check
    with qtbot.assertNotEmitted(row.wanted):
        row.begin(words.CHECKING)
        qtbot.keyClick(row.button, ENTER)
    assert not row.working.isVisible()
    qtbot.waitUntil(row.working.isVisible)
    assert words.CHECKING in _shown(page)
    row.end()
    assert not row.working.isVisible()
    with qtbot.waitSignal(row.wanted):
        qtbot.keyClick(row.button, ENTER)


def test_checking_never_blocks_the_window(
    context: Context, qtbot: QtBot, vault_path: Path, vault_key: VaultKey
) -> None:
    context.runner.lock()
    runner = Runner(context.notices.show_problem)
    runner.open(lambda: Vault.open(vault_path, vault_key.raw))
    page = SettingsPage(context.but(runner=runner))
    qtbot.addWidget(page)
    qtbot.keyClick(page.privacy.check.button, ENTER)
    assert page.privacy.check.busy
    qtbot.waitUntil(lambda: not page.privacy.check.busy)
    runner.close()


def test_a_plain_copy_is_written_where_the_person_says(
    page: SettingsPage, qtbot: QtBot, in_vault: InVault, tmp_path: Path, now: datetime
) -> None:
    assert words.EXPORT_LINE in _shown(page)
    assert "won’t be locked" in words.EXPORT_LINE
    in_vault(lambda vault: _write(vault, "A quiet evening.", now))
    target, answers = tmp_path / "copy.json", page.context.notices.answers
    assert answers is not None
    answers.append(target)
    qtbot.keyClick(page.privacy.export.button, ENTER)
    written = json.loads(target.read_text("utf-8"))
    assert written["entries"][0]["writing"]["body"] == "A quiet evening."
    assert "The copy is in “copy.json”. It isn’t locked." in _shown(page)


def test_a_cancelled_copy_changes_nothing(page: SettingsPage, qtbot: QtBot) -> None:
    answers = page.context.notices.answers
    assert answers is not None
    answers.append(None)
    qtbot.keyClick(page.privacy.export.button, ENTER)
    assert words.EXPORT_LINE in _shown(page)
    assert not page.context.notices.told


def test_a_copy_never_goes_over_the_journal(page: SettingsPage, qtbot: QtBot, vault_path: Path) -> None:
    answers, before = page.context.notices.answers, vault_path.read_bytes()
    assert answers is not None
    answers.append(vault_path)
    qtbot.keyClick(page.privacy.export.button, ENTER)
    assert vault_path.read_bytes() == before
    told = page.context.notices.told[-1]
    assert isinstance(told, Words)
    assert told.title == "That file can’t be used just now"
    assert not page.privacy.export.busy


@pytest.fixture
def archive(vault_template: Path, vault_key: VaultKey, tmp_path: Path, now: datetime) -> Path:
    other = tmp_path / "other.vault"
    other.write_bytes(vault_template.read_bytes())
    vault, target = Vault.open(other, vault_key.raw), tmp_path / "archive.json"
    _write(vault, "From another computer.", now)
    transfer.export_archive(vault, target, now)
    vault.close()
    return target


def test_an_archive_is_brought_in_once(page: SettingsPage, qtbot: QtBot, archive: Path) -> None:
    answers = page.context.notices.answers
    assert answers is not None
    answers.extend((archive, archive))
    qtbot.keyClick(page.privacy.bring_in.button, ENTER)
    assert "Added 1 page." in _shown(page)
    qtbot.keyClick(page.privacy.bring_in.button, ENTER)
    assert "There was nothing new in it." in _shown(page)


@pytest.mark.parametrize("what", ["broken", "missing"])
def test_an_archive_that_cannot_be_read_adds_nothing(
    page: SettingsPage, qtbot: QtBot, archive: Path, what: str
) -> None:
    answers = page.context.notices.answers
    assert answers is not None
    if what == "broken":
        archive.write_bytes(archive.read_bytes()[:-40])
    else:
        archive.unlink()
    answers.append(archive)
    qtbot.keyClick(page.privacy.bring_in.button, ENTER)
    told = page.context.notices.told[-1]
    assert isinstance(told, Words)
    assert "archive.json" in told.body
    assert words.IMPORT_LINE in _shown(page)


def test_what_an_import_came_to_is_told_in_plain_words() -> None:
    told = transfer.Imported(entries=2, checkins=1, people=1, already_there=4)
    assert words.brought_in(told) == "Added 2 pages, 1 check-in and 1 person. The rest was here already."
    assert words.brought_in(transfer.Imported(already_there=3, different=1)) == (
        "There was nothing new in it. 1 page was here with other words, and yours stayed."
    )


def test_light_or_dark_is_chosen_by_arrow_keys(page: SettingsPage, qtbot: QtBot) -> None:
    page.arrive(Settings("appearance"))
    looks, current = page.appearance.looks, page.context.settings
    assert looks.card("system").isChecked()
    looks.card("system").setFocus()
    qtbot.keyClick(looks.card("system"), Qt.Key.Key_Left)
    assert current.current.theme == "dark"
    qtbot.keyClick(looks.card("light"), ENTER)
    assert current.current.theme == "light"
    current.change(theme="dark")
    assert looks.card("dark").isChecked()


def test_tab_stops_at_what_is_chosen(page: SettingsPage) -> None:
    page.arrive(Settings("appearance"))
    page.context.settings.change(theme="dark", writing_width="wide")
    stops = {button for button in page.findChildren(QAbstractButton) if button.isVisible() and button.group()}
    reached = {button for button in stops if button.focusPolicy() & Qt.FocusPolicy.TabFocus}
    assert reached == {
        page.tabs.tab("appearance"),
        page.appearance.looks.card("dark"),
        page.appearance.spacing.segment("wide"),
    }


def test_text_size_goes_in_steps_by_keys(page: SettingsPage, qtbot: QtBot) -> None:
    page.arrive(Settings("appearance"))
    slider, current = page.appearance.text_size.slider, page.context.settings
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert "125%, up to 200%" in _shown(page)
    qtbot.waitUntil(lambda: current.current.text_percent == 125)
    qtbot.keyClick(slider, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: current.current.text_percent == 150)
    qtbot.keyClick(slider, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: current.current.text_percent == 200)
    assert not slider.accessibleDescription().startswith("left blank")
    current.change(text_percent=110)
    assert "110%, up to 200%" in _shown(page)
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: current.current.text_percent == 100)


def test_dragging_shows_the_size_and_letting_go_applies_it(page: SettingsPage) -> None:
    page.arrive(Settings("appearance"))
    slider, current = page.appearance.text_size.slider, page.context.settings
    tall, middle = page.appearance.preview.height(), slider.height() // 2
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(22, middle))
    QTest.mouseMove(slider, QPoint(slider.width() - 22, middle))
    assert "200%, up to 200%" in _shown(page)
    assert page.appearance.preview.heightForWidth(328) > tall
    assert current.current.text_percent == 100
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 22, middle))
    assert current.current.text_percent == 200


def test_spacing_changes_the_preview_and_the_pages(page: SettingsPage, qtbot: QtBot) -> None:
    page.arrive(Settings("appearance"))
    tall = page.appearance.preview.heightForWidth(328)
    qtbot.keyClick(page.appearance.spacing.segment("wide"), ENTER)
    assert page.context.settings.current.writing_width == "wide"
    assert page.appearance.preview.heightForWidth(328) > tall


def test_stillness_follows_the_computer_until_it_is_chosen(page: SettingsPage, qtbot: QtBot) -> None:
    page.arrive(Settings("appearance"))
    current = page.context.settings
    current.change(still_pictures=None)
    assert page.appearance.still.isChecked() == page.context.theme.still
    qtbot.keyClick(page.appearance.still, SPACE)
    assert current.current.still_pictures is (not page.context.theme.still)
    qtbot.keyClick(page.appearance.contrast, SPACE)
    qtbot.keyClick(page.appearance.word_count, SPACE)
    assert (current.current.strong_contrast, current.current.word_count) == (True, True)


def _add(page: SettingsPage, qtbot: QtBot, name: str, number: str) -> None:
    reach = page.safety.contacts
    qtbot.keyClick(reach.add, ENTER)
    qtbot.keyClicks(reach.form.name.line, name)
    qtbot.keyClicks(reach.form.number.line, number)
    qtbot.keyClick(reach.form.number.line, ENTER)


def test_somebody_to_reach_is_written_down_changed_and_changed_back(
    page: SettingsPage, qtbot: QtBot, in_vault: InVault
) -> None:
    page.arrive(Settings("safety"))
    reach = page.safety.contacts
    assert words.NO_ONE_YET in _shown(page)
    _add(page, qtbot, "Ana", "555 0142")
    assert {"Ana", "555 0142"} <= set(_shown(reach))
    assert not reach.form.isVisible()
    [ana] = in_vault(contacts.contacts)  # type: ignore[misc]
    qtbot.keyClick(reach.edit_button(ana.id), SPACE)
    assert "Change Ana" in _shown(reach)
    qtbot.keyClicks(reach.form.hours.line, "Before midnight")
    qtbot.keyClick(reach.form.save, ENTER)
    assert "Before midnight" in _shown(reach)
    told = page.context.notices.told[-1]
    assert isinstance(told, Message) and told.undo is not None
    told.undo()
    assert "Before midnight" not in _shown(reach)


def test_somebody_taken_off_the_list_can_be_brought_back(page: SettingsPage, qtbot: QtBot) -> None:
    page.arrive(Settings("safety"))
    reach = page.safety.contacts
    _add(page, qtbot, "Ana", "555 0142")
    _add(page, qtbot, "Tom", "555 0100")
    first = min(number for number in reach._rows)
    qtbot.keyClick(reach.edit_button(first), ENTER)
    qtbot.keyClick(reach.form.remove, ENTER)
    assert "Ana" not in _shown(reach)
    assert page.focusWidget() is reach.add
    told = page.context.notices.told[-1]
    assert isinstance(told, Message) and told.undo is not None
    assert told.text == "Ana is off the list"
    told.undo()
    names = [text for text in _shown(reach) if text in {"Ana", "Tom"}]
    assert names == ["Ana", "Tom"]


def test_the_form_asks_for_a_name_or_a_number_and_esc_puts_it_away(page: SettingsPage, qtbot: QtBot) -> None:
    page.arrive(Settings("safety"))
    reach = page.safety.contacts
    qtbot.keyClick(reach.add, ENTER)
    assert page.focusWidget() is reach.form.name.line
    qtbot.keyClick(reach.form.name.line, ENTER)
    assert words.NOTHING_TYPED in _shown(reach)
    qtbot.keyClick(reach.form.name.line, ESC)
    assert not reach.form.isVisible()
    assert page.focusWidget() is reach.add


def test_the_country_brings_its_lines_and_is_kept_inside_the_journal(
    page: SettingsPage, qtbot: QtBot, in_vault: InVault
) -> None:
    page.arrive(Settings("safety"))
    combo = page.safety.country
    assert combo.currentText() == words.COUNTRY_NONE
    assert not page.safety._lines.isVisible()
    qtbot.keyClicks(combo, "Germ")
    kept = in_vault(preferences.read)
    assert isinstance(kept, preferences.Preferences)
    assert kept.country == "DE"
    lines = [text for row in page.safety.findChildren(ReachRow) for text in _shown(row)]
    assert any("TelefonSeelsorge" in text for text in lines)
    assert "findahelpline.com" in lines
    combo.setCurrentIndex(0)
    combo.activated.emit(0)
    assert not page.safety._lines.isVisible()


@pytest.mark.parametrize(
    "name",
    [
        *("offer_pause", "not_everyone_safe", "body_focus_off", "kindness_hard", "show_last_mark"),
        *("recent_loss", "recent_separation", "lose_touch"),
    ],
)
def test_a_private_switch_is_kept_inside_the_journal_only(
    page: SettingsPage, qtbot: QtBot, in_vault: InVault, own_home: Path, name: str
) -> None:
    page.arrive(Settings("safety"))
    switch = page.safety.switches[name]
    before = switch.isChecked()
    qtbot.keyClick(switch, SPACE)
    assert getattr(in_vault(preferences.read), name) is not before
    assert switch.isChecked() is not before
    assert not (own_home / "settings.toml").exists()


def test_topics_are_left_out_and_those_of_a_newer_version_stay(
    page: SettingsPage, qtbot: QtBot, in_vault: InVault
) -> None:
    in_vault(
        lambda vault: preferences.write(
            vault, replace(preferences.read(vault), left_out_themes=("something new",))
        )
    )
    page.refresh()
    page.arrive(Settings("safety"))
    row = page.safety.topics
    assert row.button.text() == words.TOPICS_NONE
    qtbot.keyClick(row.button, ENTER)
    qtbot.keyClick(row.boxes[Topic.BODY], SPACE)
    qtbot.keyClick(row.boxes[Topic.STORY], SPACE)
    kept = in_vault(preferences.read)
    assert isinstance(kept, preferences.Preferences)
    assert set(kept.left_out_themes) == {Topic.BODY, Topic.STORY, "something new"}
    qtbot.keyClick(row.button, ENTER)
    assert row.button.text() == "2 left out"
    assert not row.boxes[Topic.BODY].isVisible()


def test_about_tells_where_the_journal_is_and_that_nothing_is_sent(
    page: SettingsPage, vault_path: Path
) -> None:
    page.arrive(Settings("about"))
    assert page.about.file.toPlainText() == str(vault_path)
    assert "Nothing is sent anywhere" in _shown(page)
    assert (words.OFFLINE in _shown(page)) == offline.enforced()
    assert (words.NOT_OFFLINE in _shown(page)) != offline.enforced()
    assert {"MIT", "CC BY 4.0", "SIL Open Font License 1.1", "ISC"} <= set(_shown(page))


def test_every_control_has_a_name(page: SettingsPage) -> None:
    for switch in page.findChildren(Switch):
        assert switch.accessibleName()
        assert switch.accessibleDescription()


@pytest.mark.parametrize(("percent", "size", "columns"), [
    (100, (1072, 756), True), (100, (900, 660), True), (100, (816, 556), False), (200, (900, 556), False),
])  # fmt: skip
@pytest.mark.parametrize("tab", [key for key, _ in words.TABS])
def test_everything_fits(
    page: SettingsPage, qapp: QApplication, qtbot: QtBot,
    percent: int, size: tuple[int, int], columns: bool, tab: str,
) -> None:  # fmt: skip
    _add(page, qtbot, "The office, the one by the station", "555 0188, then 2")
    qtbot.keyClick(page.safety.topics.button, ENTER)
    page.context.theme.apply(qapp, "light", percent, still=True)
    page.columns = columns
    page.resize(*size)
    page.arrive(Settings(tab))
    QTest.qWait(30)
    scroll = page.findChild(Scroll)
    assert isinstance(scroll, Scroll)
    room, body = scroll.viewport().width(), scroll.widget()
    assert body.width() <= room
    for part in body.findChildren(QWidget):
        if part.isVisible():
            left = part.mapTo(body, QPoint(0, 0)).x()
            assert left >= 0, part
            assert left + part.width() <= room, part
    for text in body.findChildren(Text):
        if text.isVisible():
            assert text.height() >= text.heightForWidth(text.width()) or not text.wordWrap(), text.text()
            assert text.width() >= text.minimumSizeHint().width(), text.text()


def test_the_keys_say_since_when_and_lead_to_another(
    page: SettingsPage, in_vault: InVault, qtbot: QtBot
) -> None:
    assert "Making a new recovery key turns the old one off." in _shown(page.privacy)

    def changed(vault: Vault) -> None:
        sheets = {"J1before000000000": "2025-01-02", vault.header.decode(): "2025-12-08"}
        stored.store(vault, {"recovery_sheets": sheets})

    in_vault(changed)
    line = "Changed on 8 December 2025. Making a new recovery key turns the old one off."
    assert line in _shown(page.privacy)
    been: list[object] = []
    page.open_requested.connect(been.append)
    for button in (page.privacy.keys.change, page.privacy.keys.new_key):
        qtbot.keyClick(button, ENTER)
    assert been == [ChangePassphrase(), NewRecoveryKey()]


def test_asking_after_the_key_can_be_switched_off_and_on(
    page: SettingsPage, in_vault: InVault, qtbot: QtBot
) -> None:
    switch = page.privacy.keys.rehearse
    assert switch.isChecked()
    for on in (False, True):
        qtbot.keyClick(switch, SPACE)
        assert in_vault(lambda vault: preferences.read(vault).rehearse_key) is on
        assert switch.isChecked() is on


def test_a_backup_is_made_from_the_settings_and_told(
    page: SettingsPage, qtbot: QtBot, vault_path: Path
) -> None:
    row = page.privacy.backup
    assert row.row.line.text().endswith("There’s none yet.")
    qtbot.keyClick(row.now, ENTER)
    assert "Backed up at 20:15, beside your journal." in row.row.line.text()
    assert len(list((vault_path.parent / "backups").glob("notes-*.vault"))) == 1
    page.refresh()
    assert row.row.line.text().endswith("Last one: today, 20:15, beside your journal.")


def test_backups_go_to_a_folder_that_is_chosen(page: SettingsPage, qtbot: QtBot, tmp_path: Path) -> None:
    drive = tmp_path / "Backup drive"
    drive.mkdir()
    assert page.context.notices.answers is not None
    page.context.notices.answers.extend([None, drive])
    qtbot.keyClick(page.privacy.backup.folder, ENTER)
    assert page.context.settings.current.backup_folder is None
    qtbot.keyClick(page.privacy.backup.folder, ENTER)
    assert settings.load().settings.backup_folder == drive
    assert len(list(drive.glob("notes-*.vault"))) == 1
    page.refresh()
    assert page.privacy.backup.row.line.text().endswith("Last one: today, 20:15, to Backup drive.")
    (drive / "READ-ME-FIRST.txt").rename(tmp_path / "elsewhere")
    drive.rename(tmp_path / "unplugged")
    page.refresh()
    assert "The backup folder isn’t there: “Backup drive” may be unplugged." in (
        page.privacy.backup.row.line.text()
    )


def test_a_lock_can_be_told_to_make_none_and_the_list_is_a_step_away(
    page: SettingsPage, qtbot: QtBot
) -> None:
    assert page.privacy.backup.on_lock.isChecked()
    qtbot.keyClick(page.privacy.backup.on_lock, SPACE)
    assert settings.load().settings.back_up_on_lock is False
    assert "made when you ask for it" in page.privacy.backup.row.line.text()
    been: list[object] = []
    page.open_requested.connect(been.append)
    qtbot.keyClick(page.privacy.backup.all, ENTER)
    assert been == [Backups()]
