# SPDX-License-Identifier: MIT
from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.desktop.wording import backups as words
from ipnb_journal.desktop.wording.errors import words_for
from ipnb_journal.domain.backups import Backup, BackupState, Inside
from ipnb_journal.errors import BackupNotMade, DiskFull, VaultDamaged, WrongPassphrase

if TYPE_CHECKING:
    from ipnb_journal.errors import AppError

DRIVE = Path("/media/Backup drive")


@pytest.mark.parametrize(
    ("ago", "told"),
    [
        (timedelta(), "today, 20:15"),
        (timedelta(hours=20), "today, 00:15"),
        (timedelta(hours=21), "yesterday, 23:15"),
        (timedelta(days=2), "Tuesday, 10 March, 20:15"),
        (timedelta(days=100), "Tuesday, 2 December 2025, 20:15"),
        (timedelta(days=-1), "Friday, 13 March, 20:15"),
    ],
)
def test_a_moment_is_told_as_a_person_would(now: datetime, ago: timedelta, told: str) -> None:
    assert words.when((now - ago).astimezone(UTC), now) == told


@pytest.mark.parametrize(
    ("count", "told"), [(0, "0.0 MB"), (90_112, "0.1 MB"), (4_190_000, "4.2 MB"), (117_000_000, "117 MB")]
)
def test_a_size_is_told_in_megabytes(count: int, told: str) -> None:
    assert words.size(count) == told


def test_pages_are_named_where_they_are_known(now: datetime) -> None:
    backup = Backup(DRIVE / "notes.vault", now, 4_190_000, 1, BackupState.SOUND)
    assert words.details(backup) == "1 page, 4.2 MB"
    assert words.pages(12_000) == "12\N{NO-BREAK SPACE}000 pages"


def test_what_is_inside_is_told_line_by_line() -> None:
    day = date(2026, 3, 12)
    inside = Inside(2, 1, day, day, 1, 90_112)
    assert words.contents(inside) == ("2 pages, 1 check-in", "12 March 2026", "0.1 MB")
    assert words.contents(Inside(0, 0, None, None, 1, 0))[1] == "Nothing is set down yet"


@pytest.mark.parametrize("reason", ["missing", "full", "read_only", "vault_damaged", "something else"])
def test_why_there_is_no_backup_is_told_with_what_is_safe(reason: str) -> None:
    told = words.missed(reason, DRIVE)
    assert told.endswith(("saved as usual.", "“Check the journal file”."))
    assert "/media" not in told
    assert "/media" not in words.missed(reason, None)


@pytest.mark.parametrize("reason", ["missing", "full", "read_only", "damaged", "unknown"])
def test_a_backup_that_was_not_made_says_what_to_do(reason: str) -> None:
    told = words_for(BackupNotMade(folder=DRIVE, reason=reason))
    assert "“Backup drive”" in told.body
    assert told.body.endswith("Choose another folder, or try again.")
    assert told.safe == "Your journal is saved as usual."


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (WrongPassphrase(file="a"), "doesn’t open this backup"),
        (VaultDamaged(file="a", detail="1"), "Part of this backup is damaged"),
        (DiskFull(file="a"), "no room left"),
    ],
)
def test_a_refused_backup_speaks_of_the_backup(error: AppError, told: str) -> None:
    assert told in words.refused(error).title


def test_a_backup_of_this_journal_is_told_from_anothers(now: datetime) -> None:
    backup = Backup(DRIVE / "notes.vault", now, 1, None, BackupState.OTHER_KEY, b"J1earlier")
    assert words.state(backup, {b"J1earlier"})[1] == words.EARLIER
    assert "another journal" in words.state(backup, {b"J1other"})[1]
    assert len({words.state(Backup(DRIVE, now, 1, None, state))[0] for state in BackupState}) == 5
