# SPDX-License-Identifier: MIT
"""Which page shows which place; a page's module is imported when somebody first goes there."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from ipnb_journal.desktop import places

if TYPE_CHECKING:
    from ipnb_journal.desktop.pages.page import Page

PAGES: dict[type, tuple[str, str]] = {
    places.Welcome: ("welcome", "WelcomePage"),
    places.ChoosePassphrase: ("passphrase", "PassphrasePage"),
    places.RecoveryKey: ("recovery_key", "RecoveryKeyPage"),
    places.Protection: ("protection", "ProtectionPage"),
    places.Unlock: ("unlock", "UnlockPage"),
    places.Backups: ("backups", "BackupsPage"),
    places.Restore: ("restore", "RestorePage"),
    places.Restored: ("restored", "RestoredPage"),
    places.Pause: ("pause", "PausePage"),
    places.Salvaged: ("salvaged", "SalvagedPage"),
    places.Today: ("today", "TodayPage"),
    places.CheckIn: ("check_in", "CheckInPage"),
    places.Circles: ("circles", "CirclesPage"),
    places.Write: ("write", "WritePage"),
    places.Guided: ("session", "SessionPage"),
    places.Prompts: ("prompts", "PromptsPage"),
    places.OwnPrompt: ("own_prompt", "OwnPromptPage"),
    places.History: ("history", "HistoryPage"),
    places.OpenEntry: ("entry", "EntryPage"),
    places.Versions: ("versions", "VersionsPage"),
    places.Drawer: ("drawer", "DrawerPage"),
    places.Insights: ("insights", "InsightsPage"),
    places.LookBack: ("look_back", "LookBackPage"),
    places.Numbers: ("numbers", "NumbersPage"),
    places.TakeAlong: ("take_along", "TakeAlongPage"),
    places.SessionSheet: ("session_sheet", "SessionSheetPage"),
    places.Settings: ("settings", "SettingsPage"),
    places.ChangePassphrase: ("change_passphrase", "ChangePassphrasePage"),
    places.AfterRecovery: ("change_passphrase", "AfterRecoveryPage"),
    places.NewRecoveryKey: ("change_passphrase", "NewRecoveryKeyPage"),
    places.NewSheet: ("recovery_key", "NewSheetPage"),
    places.OlderBackups: ("older_backups", "OlderBackupsPage"),
    places.Meanings: ("meanings", "MeaningsPage"),
    places.RehearseKey: ("rehearse_key", "RehearseKeyPage"),
}


def page_class(place: type) -> type[Page]:
    """The page for a kind of place."""
    module, name = PAGES[place]
    return cast("type[Page]", getattr(import_module(f"ipnb_journal.desktop.pages.{module}"), name))
