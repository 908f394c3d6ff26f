# SPDX-License-Identifier: MIT
"""What every page is given, once, by constructor; there is nothing global to reach for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.records import Record

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from ipnb_journal.desktop.notices import Notices
    from ipnb_journal.desktop.runner import Runner
    from ipnb_journal.desktop.settings_store import SettingsStore
    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.services.prompts import Library


class Context(Record):
    """The six things a page may use. `clock()` is the aware moment now; `shelf()` gives the prompts."""

    runner: Runner
    notices: Notices
    settings: SettingsStore
    theme: Theme
    clock: Callable[[], datetime]
    shelf: Callable[[], Library]

    @property
    def library(self) -> Library:
        """The prompts, read from their files the first time: ask inside a job, not on the GUI thread."""
        return self.shelf()
