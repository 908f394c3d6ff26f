# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipnb_journal.domain.backups import (
    DAILY,
    MONTHLY,
    WEEKLY,
    Backup,
    BackupState,
    backup_name,
    made_at,
    not_worth_keeping,
)

if TYPE_CHECKING:
    import random

NOW = datetime(2026, 3, 12, 19, 15, tzinfo=UTC)
MOST = DAILY + WEEKLY + MONTHLY

moments = st.datetimes(datetime(2020, 1, 1), datetime(2032, 12, 31)).map(
    lambda moment: moment.replace(tzinfo=UTC, microsecond=0)
)
several = st.lists(moments, max_size=80, unique=True)


def a_backup(made: datetime) -> Backup:
    return Backup(Path("backups") / backup_name("notes", made), made, 4096, 1, BackupState.UNCHECKED)


def left(backups: list[Backup], now: datetime = NOW) -> list[Backup]:
    gone = not_worth_keeping(backups, now)
    return [backup for backup in backups if backup not in gone]


@pytest.mark.parametrize("label", ["notes", "Tagebuch (2)", "a.b+c", "notes-20260101T000000Z"])
def test_a_name_tells_when_and_of_what(label: str) -> None:
    moment = datetime(2026, 3, 12, 20, 15, 7, 999, tzinfo=timezone(timedelta(hours=1)))
    name = backup_name(label, moment)
    assert name == f"{label}-20260312T191507Z.vault"
    assert made_at(name, label) == made_at(name) == datetime(2026, 3, 12, 19, 15, 7, tzinfo=UTC)


@pytest.mark.parametrize(
    "name",
    [
        "notes.vault",
        "notes-20260312T191507Z.vault.new",
        "notes-20261312T191507Z.vault",
        "notes-20260312T191507.vault",
        "other-20260312T191507Z.vault",
        "my-notes-20260312T191507Z.vault",
        "notes-old-20260312T191507Z.vault",
        "notes-20260312T191507Z.vault\n",
        "notes-٢٠٢٦٠٣١٢T١٩١٥٠٧Z.vault",
    ],
)
def test_a_name_that_is_not_ours_tells_nothing(name: str) -> None:
    assert made_at(name, "notes") is None


@given(several)
def test_the_newest_is_always_kept(made: list[datetime]) -> None:
    kept = left([a_backup(moment) for moment in made])
    past = [moment for moment in made if moment <= NOW]
    if made:
        assert max(made) in {backup.made for backup in kept}
    if past:
        assert max(past) in {backup.made for backup in kept}


@given(several)
def test_only_so_many_are_kept(made: list[datetime]) -> None:
    kept = left([a_backup(moment) for moment in made])
    assert sum(backup.made <= NOW for backup in kept) <= MOST
    assert sum(backup.made > NOW for backup in kept) <= MOST


@given(several)
def test_thinning_twice_is_thinning_once(made: list[datetime]) -> None:
    once = left([a_backup(moment) for moment in made])
    assert left(once) == once


@given(several, st.randoms(use_true_random=False))
def test_the_order_of_the_folder_does_not_matter(made: list[datetime], order: random.Random) -> None:
    backups = [a_backup(moment) for moment in made]
    shuffled = list(backups)
    order.shuffle(shuffled)
    assert not_worth_keeping(shuffled, NOW) == not_worth_keeping(backups, NOW)


@given(several)
def test_a_clock_that_was_wrong_crowds_nothing_out(made: list[datetime]) -> None:
    wrong = [a_backup(NOW + timedelta(days=4000 + number)) for number in range(20)]
    backups = [a_backup(moment) for moment in made if moment <= NOW]
    assert set(left(backups)) == {backup for backup in left([*backups, *wrong]) if backup.made <= NOW}


def test_seven_days_four_weeks_six_months() -> None:
    twice_a_day = [NOW - timedelta(hours=12 * number) for number in range(2 * 400)]
    kept = [backup.made for backup in left([a_backup(moment) for moment in twice_a_day])]
    days = [(NOW - moment).days for moment in kept]
    assert days[:7] == [0, 1, 2, 3, 4, 5, 6]
    assert {moment.isocalendar()[:2] for moment in kept} >= {
        (NOW - timedelta(weeks=weeks)).isocalendar()[:2] for weeks in range(WEEKLY)
    }
    assert {(moment.year, moment.month) for moment in kept} == {
        (2026, 3),
        (2026, 2),
        (2026, 1),
        (2025, 12),
        (2025, 11),
        (2025, 10),
    }
    assert len(kept) <= MOST


def test_after_a_long_pause_nothing_old_goes() -> None:
    old = [a_backup(NOW - timedelta(days=900 + number)) for number in range(DAILY)]
    assert left([*old, a_backup(NOW)]) == [*old[: DAILY - 1], a_backup(NOW)]


def test_what_else_is_known_of_a_backup_does_not_matter() -> None:
    backup = a_backup(NOW)
    assert left([replace(backup, state=BackupState.SOUND, pages=None)])
