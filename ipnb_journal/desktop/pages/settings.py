# SPDX-License-Identifier: MIT
"""The settings: four tabs whose changes apply at once, and the few things done to the journal file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop.journal_backup import JournalBackup
from ipnb_journal.desktop.journal_file import JournalFile
from ipnb_journal.desktop.journal_key import JournalKey
from ipnb_journal.desktop.journal_place import JournalPlace
from ipnb_journal.desktop.pages.page import Command, Page, State
from ipnb_journal.desktop.places import Backups, ChangePassphrase, NewRecoveryKey, Place, Settings
from ipnb_journal.desktop.widgets.scroll import Scroll
from ipnb_journal.desktop.widgets.settings_about import AboutTab
from ipnb_journal.desktop.widgets.settings_appearance import AppearanceTab
from ipnb_journal.desktop.widgets.settings_privacy import PrivacyTab
from ipnb_journal.desktop.widgets.settings_safety import SafetyTab
from ipnb_journal.desktop.widgets.tabs import Tabs
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import keyring as keyring_words
from ipnb_journal.desktop.wording import settings as words
from ipnb_journal.domain.safety import Contact
from ipnb_journal.errors import KeyringUnavailable
from ipnb_journal.services import access, contacts, preferences, safety
from ipnb_journal.services.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.domain.safety import CrisisLine
    from ipnb_journal.services.settings import Settings as Kept
    from ipnb_journal.vault.vault import Vault

SettingsTab = PrivacyTab | AppearanceTab | SafetyTab | AboutTab


@dataclass(frozen=True, slots=True)
class _Inside:
    """What the settings show of an open journal."""

    preferences: Preferences
    contacts: tuple[Contact, ...]
    keys: access.Keys
    path: Path


class SettingsPage(Page):
    """Shows one tab at a time; looks and locks are kept outside the journal, everything private inside."""

    topics: ClassVar[frozenset[str]] = frozenset({"preferences", "contacts"})
    help_key: ClassVar[str] = "settings"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theme = context.theme
        self.tabs = Tabs(theme, words.TABS, name=words.TITLE)
        self.privacy, self.appearance = PrivacyTab(theme), AppearanceTab(theme)
        self.safety, self.about = SafetyTab(theme), AboutTab(theme)
        self._by_key: dict[str, SettingsTab] = {
            "privacy": self.privacy,
            "appearance": self.appearance,
            "safety": self.safety,
            "about": self.about,
        }
        self.file = JournalFile(context, self.privacy.check, self.privacy.export, self.privacy.bring_in, self)
        self.place = JournalPlace(context, self.privacy.place, self)
        self.key = JournalKey(context, self.privacy.keyring, self)
        self.file.leads_to.connect(self.open_requested)
        self.backup = JournalBackup(context, self)
        self._country: str | None = None
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._build()
        self._connect()
        self._restyle()
        self._show_settings(context.settings.current)
        self._show_tab()

    @classmethod
    def states(cls) -> tuple[State, ...]:
        return (
            *(State(f"settings-{key}", Settings(key)) for key, _ in words.TABS),
            *(State(f"settings-keyring-{name}", Settings("privacy"), show) for name, show in _KEYRING_STATES),
        )

    def arrive(self, place: Place) -> None:
        if self.context.runner.read_only:
            self._show_about_only()
        elif isinstance(place, Settings) and place.tab in self._by_key:
            self.tabs.set_value(place.tab)
        self.refresh()

    def _show_about_only(self) -> None:
        """What the other tabs hold is kept in the journal or done to it, which is only looked at."""
        self.tabs.set_value("about")
        for key in self._by_key:
            self.tabs.tab(key).setVisible(key == "about")

    def refresh(self) -> None:
        def read(vault: Vault) -> _Inside:
            kept, known = preferences.read(vault), access.keys_in_use(vault)
            return _Inside(kept, contacts.contacts(vault), known, vault.path)

        self.context.runner.run(self, read, self._show_inside, latest="settings")
        self.backup.look()
        self.key.look()

    def leave(self) -> None:
        self.privacy.keep()

    def reflow(self) -> None:
        for tab in self._by_key.values():
            tab.set_columns(self.columns)
        self._restyle()

    def first_focus(self) -> QWidget | None:
        return self.tabs.tab(self.tabs.value())

    def commands(self) -> Mapping[Command, Callable[[], None]]:
        return {Command.CHECK_FILE: self._check_file}

    def _check_file(self) -> None:
        self.tabs.set_value("privacy")
        self._show_tab()
        self.privacy.check.button.setFocus()
        self.file.check()

    def _build(self) -> None:
        theme = self.context.theme
        self._title = Text(theme, "h1", words.TITLE)
        self._column.addWidget(self._title)
        self._column.addWidget(self.tabs)
        for tab in self._by_key.values():
            self._column.addWidget(tab)
        self._column.addStretch(1)
        self._scroll = Scroll(theme, self._body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def _connect(self) -> None:
        context = self.context
        self.tabs.changed.connect(self._show_tab)
        for tab in (self.privacy, self.appearance):
            tab.setting_changed.connect(lambda name, value: context.settings.change(**{name: value}))
        for private in (self.privacy, self.safety):
            private.preference_changed.connect(self._prefer)
        keys = self.privacy.keys
        keys.change_wanted.connect(lambda: self.open_requested.emit(ChangePassphrase()))
        keys.new_key_wanted.connect(lambda: self.open_requested.emit(NewRecoveryKey()))
        self.safety.contacts.saved.connect(self._save_contact)
        self.safety.contacts.removed.connect(self._remove_contact)
        self._connect_backup()
        self.privacy.limits.wanted.connect(lambda: self.help_requested.emit("limits"))
        self.safety.afraid.wanted.connect(lambda: self.help_requested.emit("afraid"))
        context.settings.changed.connect(self._show_settings)
        context.theme.changed.connect(self._restyle)
        context.runner.run_free(self, safety.countries, self.safety.show_countries)

    def _connect_backup(self) -> None:
        row, backup = self.privacy.backup, self.backup
        row.folder_wanted.connect(backup.choose_folder)
        row.backup_wanted.connect(backup.make)
        row.list_wanted.connect(lambda: self.open_requested.emit(Backups()))
        backup.began.connect(row.begin)
        backup.moved.connect(row.working.move_to)
        backup.ended.connect(row.end)
        backup.found.connect(lambda found: row.show_last(backup.last(found)))

    def _show_tab(self) -> None:
        chosen = self.tabs.value()
        for key, tab in self._by_key.items():
            tab.setVisible(key == chosen)
        self._scroll.verticalScrollBar().setValue(0)

    def _show_settings(self, kept: Kept) -> None:
        self.privacy.show_settings(kept)
        self.appearance.show_settings(kept)

    def _show_inside(self, inside: _Inside) -> None:
        self.privacy.show_preferences(inside.preferences)
        self.privacy.keys.show_keys(inside.keys)
        self.safety.show_preferences(inside.preferences)
        self.safety.contacts.show_contacts(inside.contacts)
        self.about.show_file(str(inside.path))
        self.place.show(inside.path)
        self._show_lines(inside.preferences.country)

    def _show_lines(self, country: str) -> None:
        if country == self._country:
            return
        self._country = country
        if not country:
            self.safety.show_lines(())
            return

        def read() -> tuple[CrisisLine, ...]:
            return safety.crisis_lines(country)

        self.context.runner.run_free(self, read, self.safety.show_lines, latest="crisis_lines")

    def _prefer(self, name: str, value: object) -> None:
        def write(vault: Vault) -> None:
            fresh = replace(preferences.read(vault), **{name: value})  # type: ignore[arg-type]
            preferences.write(vault, fresh)

        self.context.runner.run(self, write)

    def _save_contact(self, contact_id: int, name: str, number: str, hours: str) -> None:
        if not contact_id:
            self.context.runner.run(self, lambda vault: contacts.add_contact(vault, name, number, hours))
            return

        def change(vault: Vault) -> Contact | None:
            before = next((one for one in contacts.contacts(vault) if one.id == contact_id), None)
            contacts.change_contact(vault, contact_id, name, number, hours)
            return before

        self.context.runner.run(self, change, self._tell_changed)

    def _tell_changed(self, before: Contact | None) -> None:
        if before is None:
            return
        undo = partial(contacts.change_contact, contact_id=before.id)
        back = partial(undo, name=before.name, number=before.number, hours=before.hours)
        self._say(words.CHANGED.format(name=before.name or before.number), back)

    def _remove_contact(self, contact_id: int) -> None:
        def told(contact: Contact) -> None:
            said = words.REMOVED.format(name=contact.name or contact.number)
            self._say(said, partial(contacts.restore_contact, contact=contact))

        self.context.runner.run(self, lambda vault: contacts.remove_contact(vault, contact_id), told)

    def _say(self, text: str, back: partial[Contact]) -> None:
        runner, notices = self.context.runner, self.context.notices
        notices.say(text, lambda: runner.run(notices, back))

    def _restyle(self) -> None:
        space, around = self.context.theme.space, self.room_around()
        around.setBottom(space(32))
        self._column.setContentsMargins(around)
        self._column.setSpacing(space(6))
        self._title.setContentsMargins(0, 0, 0, space(4))


_KEYRING_STATES: tuple[tuple[str, Callable[[SettingsPage], None]], ...] = (
    ("on", lambda page: page.privacy.keyring.show_remembered(True)),
    ("asking", lambda page: page.privacy.keyring.begin(keyring_words.PUTTING)),
    ("unavailable", lambda page: page.key.show_refusal(KeyringUnavailable(reason="locked"))),
)
