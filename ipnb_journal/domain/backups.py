# SPDX-License-Identifier: MIT
"""Backups: what one is, how its name tells when it was made, and which of many are worth keeping.

A backup is a whole vault named `<label>-<moment in UTC>.vault`. Days, weeks and months are those of
UTC, as the names are, so that a folder is thinned alike wherever it is plugged in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

DAILY, WEEKLY, MONTHLY = 7, 4, 6
"""How many days, weeks and months keep their newest backup."""

FOLDER = "backups"
"""The folder beside a journal that holds its backups where no other was chosen."""

_SUFFIX = ".vault"
_STAMP = "%Y%m%dT%H%M%SZ"
_STAMPED = r"-([0-9]{8}T[0-9]{6}Z)"


class BackupState(StrEnum):
    """What is known of a backup; `UNCHECKED` until every part of it was read."""

    UNCHECKED = "unchecked"
    SOUND = "sound"
    DAMAGED = "damaged"
    OTHER_KEY = "other_key"
    NEWER = "newer"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: its file, when it was made (UTC), its bytes, its pages, what is known of it.

    `pages` is None where this key doesn't tell; `header` are the 16 bytes that name its key, empty
    where the file has none.
    """

    path: Path
    made: datetime
    size: int
    pages: int | None
    state: BackupState
    header: bytes = b""


@dataclass(frozen=True, slots=True)
class Inside:
    """What a vault holds: pages and check-ins, the first and last day they are about, schema, bytes."""

    pages: int
    checkins: int
    first: date | None
    last: date | None
    schema: int
    size: int


def stamp(moment: datetime) -> str:
    """A moment to the second as it stands in names: UTC, sortable, fit for every file system."""
    return moment.astimezone(UTC).strftime(_STAMP)


def backup_name(label: str, made: datetime) -> str:
    """The file name of a backup made at an aware moment, to the second."""
    return f"{label}-{stamp(made)}{_SUFFIX}"


def made_at(name: str, label: str | None = None) -> datetime | None:
    """When the backup with this file name was made (UTC); None for every name that is not ours.

    Without a label, that of any journal will do.
    """
    found = re.fullmatch((".+" if label is None else re.escape(label)) + _STAMPED + re.escape(_SUFFIX), name)
    if found is None:
        return None
    try:
        return datetime.strptime(found[1], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def not_worth_keeping(backups: Iterable[Backup], now: datetime) -> tuple[Backup, ...]:
    """Those of one journal's backups that may go: all but the newest of 7 days, 4 weeks and 6 months.

    Counted are the days that have one, not those of the calendar: after a year's pause nothing goes.
    Backups from after `now`, where the clock was wrong once, are thinned by themselves, so that they
    never crowd out what is made today.
    """
    ordered = sorted(backups, key=lambda backup: (backup.made, backup.path.name), reverse=True)
    ahead = [backup for backup in ordered if backup.made > now]
    behind = [backup for backup in ordered if backup.made <= now]
    kept = _kept(ahead) | _kept(behind)
    return tuple(backup for backup in ordered if backup.path not in kept)


def _kept(newest_first: list[Backup]) -> set[Path]:
    return {
        *_newest_of_each(newest_first, DAILY, lambda made: made.date()),
        *_newest_of_each(newest_first, WEEKLY, lambda made: made.isocalendar()[:2]),
        *_newest_of_each(newest_first, MONTHLY, lambda made: (made.year, made.month)),
    }


def _newest_of_each(
    newest_first: list[Backup], number: int, period: Callable[[datetime], Hashable]
) -> list[Path]:
    newest: dict[Hashable, Path] = {}
    for backup in newest_first:
        newest.setdefault(period(backup.made.astimezone(UTC)), backup.path)
    return list(newest.values())[:number]
