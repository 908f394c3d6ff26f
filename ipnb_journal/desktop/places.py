# SPDX-License-Identifier: MIT
"""Where a person can go: one frozen dataclass for each place, with what that place needs to open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class _Bare:
    """A place that needs nothing to be opened; one dataclass for all of them, since each costs its making."""


class Today(_Bare):
    """The invited prompt and the latest pages."""


@dataclass(frozen=True)
class CheckIn:
    """The eight sliders, in general or about one person."""

    person_id: int | None = None


@dataclass(frozen=True)
class Write:
    """A free page: a new one, an open draft, or an entry opened to change it."""

    draft_id: int | None = None
    entry_id: int | None = None


@dataclass(frozen=True)
class Guided:
    """A guided page: begun from a prompt, or an open draft taken up again."""

    prompt_id: str | None = None
    draft_id: int | None = None


@dataclass(frozen=True)
class History:
    """Everything written, perhaps narrowed to a day or to a search."""

    day: date | None = None
    text: str = ""


@dataclass(frozen=True)
class OpenEntry:
    """One page that was set down, to read."""

    entry_id: int


class Drawer(_Bare):
    """The pages laid aside for 30 days."""


class Insights(_Bare):
    """The pictures over time."""


@dataclass(frozen=True)
class Settings:
    """The settings, opened at a tab where one is named."""

    tab: str = ""


class Pause(_Bare):
    """The pause page; works before unlocking too."""


@dataclass(frozen=True)
class Unlock:
    """The passphrase field of a journal; without a path, of the one opened last."""

    path: Path | None = None


class Welcome(_Bare):
    """First run: make a journal, or open one."""


@dataclass(frozen=True)
class ChoosePassphrase:
    """First run, step 1: a passphrase for the journal that will be made at `path`."""

    path: Path


class RecoveryKey(_Bare):
    """First run, step 2: the sheet that opens the journal without the passphrase."""


class Protection(_Bare):
    """First run, step 3: what the journal can and can't protect."""


class Back(_Bare):
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
    | Welcome
    | ChoosePassphrase
    | RecoveryKey
    | Protection
    | Back
)
BEFORE_UNLOCKING: tuple[type, ...] = (Welcome, ChoosePassphrase, Unlock, Pause)
