# SPDX-License-Identifier: MIT
"""Where a person can go: one record for each place, with what that place needs to open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.records import Record

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from ipnb_journal.desktop.charts.view import ChartView
    from ipnb_journal.desktop.way_out import AfterLock
    from ipnb_journal.vault.salvage import Salvaged as Told


class Today(Record):
    """The invited prompt and the latest pages."""


class CheckIn(Record):
    """The eight sliders, in general or about one person."""

    person_id: int | None = None


class Circles(Record):
    """Two circles to place about one person, or about nobody by name."""

    person_id: int | None = None


class Write(Record):
    """A free page: a new one, an open draft, or an entry opened to change it.

    `person_id`: whom a new one is about.
    """

    draft_id: int | None = None
    entry_id: int | None = None
    person_id: int | None = None


class Guided(Record):
    """A guided page: begun from a prompt, or an open draft taken up again.

    `room`: how much room was said already ("plenty", "some", "a little", "none"), so that it is not asked
    twice; `lighter`: begin with the lighter version.
    """

    prompt_id: str | None = None
    draft_id: int | None = None
    room: str | None = None
    lighter: bool = False


class Prompts(Record):
    """The prompts to choose from, perhaps narrowed to a theme or a domain.

    `tab` names threads, weeks or own; `prompt_id`: one that is shown whole.
    """

    tab: str = ""
    theme: str = ""
    domain: str = ""
    prompt_id: str | None = None


class OwnPrompt(Record):
    """A prompt of one's own to write on; without a number a new one.

    `sitting` tells one new prompt from the next, so that coming back to one doesn't begin another.
    """

    own_id: int | None = None
    sitting: int = 0


class History(Record):
    """Everything written, perhaps narrowed to a day (up to `until`), to a search or to a theme."""

    day: date | None = None
    text: str = ""
    theme: str = ""
    until: date | None = None


class OpenEntry(Record):
    """One page that was set down, to read."""

    entry_id: int


class Versions(Record):
    """The earlier versions of a page, the newest or a certain one chosen."""

    entry_id: int
    version_id: int | None = None


class Drawer(Record):
    """The pages laid aside for 30 days."""


class Insights(Record):
    """The pictures over time."""


class LookBack(Record):
    """The last 28 days beside the 90 before, opened on purpose, and the Look-backs opened earlier."""


class Numbers(Record):
    """The numbers behind the pictures: of the general check-ins, or of those about one person.

    `bandwidth`: smoothing of the line, 7, 14 or 28 days.
    """

    person_id: int | None = None
    bandwidth: int = 7


class TakeAlong(Record):
    """One picture of Insights to print or save, as it stood there; `about`: the label of whom it is about.

    The place carries the picture itself: what is taken along is what was looked at, whatever each lens was
    set to, and nothing is read anew.
    """

    picture: Callable[[], ChartView]
    about: str = ""


class SessionSheet(Record):
    """Three things and a question to bring along to a session."""


class Settings(Record):
    """The settings, opened at a tab where one is named."""

    tab: str = ""


class Pause(Record):
    """The pause page; works before unlocking too."""


class Unlock(Record):
    """The passphrase field of a journal; without a path, of the one opened last."""

    path: Path | None = None


class Backups(Record):
    """The backups of the open journal."""


class Restore(Record):
    """Opening a backup in the place of the journal at `journal`: the one at `path`, or one still to choose.

    Without `journal` it is the open one, or the one opened last.
    """

    path: Path | None = None
    journal: Path | None = None


class Restored(Record):
    """A backup stands in the place of the journal at `journal`; `aside` is what stood there before."""

    journal: Path
    aside: Path | None = None


class Salvaged(Record):
    """What could be read of the damaged journal `former` is in a new one beside it."""

    former: Path
    told: Told


class Locked(Record):
    """Nowhere: the journal is locked, `work` is done to the closed file, and then `then()` is shown."""

    then: Callable[[], Place]
    work: AfterLock | None = None


class Welcome(Record):
    """First run: make a journal, or open one."""


class ChoosePassphrase(Record):
    """First run, step 1: a passphrase for the journal that will be made at `path`."""

    path: Path


class RecoveryKey(Record):
    """First run, step 2: the sheet that opens the journal without the passphrase."""


class Protection(Record):
    """First run, step 3: what the journal can and can't protect."""


class ChangePassphrase(Record):
    """Another passphrase in place of the present one."""


class AfterRecovery(Record):
    """A new passphrase, for who opened the journal with its recovery key."""


class NewRecoveryKey(Record):
    """Another recovery key; the passphrase stays."""


class NewSheet(Record):
    """The sheet of a key that was just changed."""


class OlderBackups(Record):
    """After a change: a new backup, and what to do with those that open with the passphrase before."""


class RehearseKey(Record):
    """Seeing whether the recovery key is still there."""


class Meanings(Record):
    """What the words mean: the glossary, or the reading or term with this key; works before unlocking too."""

    key: str = ""


class Back(Record):
    """Wherever the person was before; Today where nothing was."""


Place = (
    Today
    | CheckIn
    | Circles
    | Write
    | Guided
    | Prompts
    | OwnPrompt
    | History
    | OpenEntry
    | Versions
    | Drawer
    | Insights
    | LookBack
    | Numbers
    | TakeAlong
    | SessionSheet
    | Settings
    | Pause
    | Unlock
    | Backups
    | Restore
    | Restored
    | Salvaged
    | Locked
    | Welcome
    | ChoosePassphrase
    | RecoveryKey
    | Protection
    | ChangePassphrase
    | AfterRecovery
    | NewRecoveryKey
    | NewSheet
    | OlderBackups
    | RehearseKey
    | Meanings
    | Back
)
WHILE_LOOKING: tuple[type, ...] = (
    *(History, OpenEntry, Insights, LookBack, Numbers, TakeAlong),
    *(Settings, Pause, Meanings, Unlock),
)
"""Where nothing is written, so that a journal that is only looked at can show it."""

BEFORE_UNLOCKING: tuple[type, ...] = (
    *(Welcome, ChoosePassphrase, Unlock, Restore, Restored, Salvaged),
    *(Pause, Meanings),
)
