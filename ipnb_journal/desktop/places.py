# SPDX-License-Identifier: MIT
"""Where a person can go: one record for each place, with what that place needs to open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.records import Record

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


class Today(Record):
    """The invited prompt and the latest pages."""


class CheckIn(Record):
    """The eight sliders, in general or about one person."""

    person_id: int | None = None


class Write(Record):
    """A free page: a new one, an open draft, or an entry opened to change it."""

    draft_id: int | None = None
    entry_id: int | None = None


class Guided(Record):
    """A guided page: begun from a prompt, or an open draft taken up again."""

    prompt_id: str | None = None
    draft_id: int | None = None


class History(Record):
    """Everything written, perhaps narrowed to a day or to a search."""

    day: date | None = None
    text: str = ""


class OpenEntry(Record):
    """One page that was set down, to read."""

    entry_id: int


class Drawer(Record):
    """The pages laid aside for 30 days."""


class Insights(Record):
    """The pictures over time."""


class Settings(Record):
    """The settings, opened at a tab where one is named."""

    tab: str = ""


class Pause(Record):
    """The pause page; works before unlocking too."""


class Unlock(Record):
    """The passphrase field of a journal; without a path, of the one opened last."""

    path: Path | None = None


class Welcome(Record):
    """First run: make a journal, or open one."""


class Restore(Record):
    """The backups of the journal, to open one of them."""


class ChoosePassphrase(Record):
    """First run, step 1: a passphrase for the journal that will be made at `path`."""

    path: Path


class RecoveryKey(Record):
    """First run, step 2: the sheet that opens the journal without the passphrase."""


class Protection(Record):
    """First run, step 3: what the journal can and can't protect."""


class Back(Record):
    """Wherever the person was before; Today where nothing was."""


Place = (
    Today
    | CheckIn
    | Write
    | Guided
    | History
    | OpenEntry
    | Drawer
    | Insights
    | Settings
    | Pause
    | Unlock
    | Restore
    | Welcome
    | ChoosePassphrase
    | RecoveryKey
    | Protection
    | Back
)
WHILE_LOOKING: tuple[type, ...] = (History, OpenEntry, Insights, Settings, Pause, Unlock)
"""Where nothing is written, so that a journal that is only looked at can show it."""

BEFORE_UNLOCKING: tuple[type, ...] = (Welcome, ChoosePassphrase, Unlock, Pause)
