# SPDX-License-Identifier: MIT
"""What every page is given, once, by constructor; there is nothing global to reach for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from ipnb_journal.desktop.notices import Notices
from ipnb_journal.desktop.runner import Runner
from ipnb_journal.desktop.settings_store import SettingsStore
from ipnb_journal.desktop.theme.theme import Theme

if TYPE_CHECKING:
    from ipnb_journal.services.prompts import Library  # noqa: TC004  brings the vault, too heavy to start


@dataclass(frozen=True, slots=True)
class Context:
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
