# SPDX-License-Identifier: MIT
"""What a check finds: nothing in a sound vault, every altered byte in another."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.errors import NotAVault, VaultDamaged, VaultError, VaultNewer, WrongPassphrase
from ipnb_journal.vault import integrity
from ipnb_journal.vault.vault import Vault
from tests import rescuing

if TYPE_CHECKING:
    from pathlib import Path

    from ipnb_journal.vault.keys import VaultKey

rescue = rescuing.load()

NO_ROW = rescue.Row(0, [], False)
REFUSALS = (NotAVault, VaultDamaged, VaultNewer, WrongPassphrase)


def add_page(vault: Vault, number: int, body: str) -> None:
    vault.execute(
        "INSERT INTO entries (place, uid, kind, about_day, written_at, changed_at, zone, body)"
        " VALUES (?, ?, 'free', '2026-03-12', '2026-03-12T20:15:00+01:00', '2026-03-12T20:15:00+01:00',"
        " 'Europe/Berlin', ?)",
        (number, f"uid-{number}", body),
    )


@pytest.fixture
def filled(vault: Vault) -> Path:
    """A closed vault with a few dozen pages."""
    chance = random.Random(3)
    with vault.transaction():
        for number in range(40):
            add_page(vault, number, " ".join(f"word{chance.randrange(500)}" for _ in range(200)))
    vault.close()
    return vault.path


def is_detected(path: Path, raw: bytes) -> bool:
    try:
        vault = Vault.open(path, raw)
    except REFUSALS:
        return True
    try:
        return not integrity.check(vault).is_sound
    finally:
        vault.close()


def test_a_sound_vault_has_no_problems(filled: Path, vault_key: VaultKey) -> None:
    vault = Vault.open(filled, vault_key.raw)
    report = integrity.check(vault)
    assert report == integrity.Report(pages=filled.stat().st_size // 4096, problems=())
    assert report.is_sound
    vault.close()


def test_what_still_lay_in_the_log_is_checked_too(vault: Vault) -> None:
    add_page(vault, 1, "just now " * 5000)
    before = vault.path.stat().st_size
    report = integrity.check(vault)
    assert report.is_sound
    assert report.pages * 4096 == vault.path.stat().st_size > before


def test_every_flipped_bit_is_noticed(filled: Path, vault_key: VaultKey) -> None:
    chance = random.Random(20260312)
    whole = filled.read_bytes()
    places = [chance.randrange(16, len(whole)) for _ in range(300)]
    places += [*range(16), 16, 4095, 4096, len(whole) - 1]
    unnoticed = []
    for place in places:
        altered = bytearray(whole)
        altered[place] ^= 1 << chance.randrange(8)
        filled.write_bytes(altered)
        if not is_detected(filled, vault_key.raw):
            unnoticed.append(place)
    assert unnoticed == []


def test_pages_that_changed_places_are_noticed(filled: Path, vault_key: VaultKey) -> None:
    whole = filled.read_bytes()
    second, third = whole[4096:8192], whole[8192:12288]
    filled.write_bytes(whole[:4096] + third + second + whole[12288:])
    assert is_detected(filled, vault_key.raw)


@pytest.mark.parametrize("left", [4096, 8192, 0.5, -100, -4096, -4095, -1])
def test_every_missing_end_is_noticed(filled: Path, vault_key: VaultKey, left: float) -> None:
    whole = filled.read_bytes()
    kept = int(left) if left > 1 else len(whole) // 8192 * 4096 if left > 0 else len(whole) + int(left)
    filled.write_bytes(whole[:kept])
    assert is_detected(filled, vault_key.raw)


def test_a_damaged_page_is_reported_and_not_raised(filled: Path, vault_key: VaultKey) -> None:
    whole = bytearray(filled.read_bytes())
    for page in range(len(whole) // 8192, len(whole) // 4096):
        whole[page * 4096 + 100] ^= 1
    filled.write_bytes(whole)
    vault = Vault.open(filled, vault_key.raw)
    report = integrity.check(vault)
    assert len(report.problems) > 10
    with pytest.raises(VaultError) as told:
        vault.query("SELECT body FROM entries")
    assert type(told.value) is VaultDamaged
    vault.close()


def test_a_check_tells_how_far_it_is(filled: Path, vault_key: VaultKey) -> None:
    vault = Vault.open(filled, vault_key.raw)
    told: list[tuple[int, int]] = []
    integrity.check(vault, lambda done, parts: told.append((done, parts)))
    assert [done for done, _ in told] == list(range(1, len(told) + 1))
    assert all(done <= parts for done, parts in told)
    assert told[-1] == (len(told), len(told))
    assert len(told) > 10
    vault.close()


@pytest.mark.parametrize("quick", [False, True])
def test_writing_goes_on_between_two_parts_of_a_check(filled: Path, vault_key: VaultKey, quick: bool) -> None:
    vault = Vault.open(filled, vault_key.raw)
    under_way, number = integrity.Check(quick=quick), 100
    while under_way.advance(vault) is None:
        number += 1
        add_page(vault, number, "written meanwhile")
    assert under_way.report is not None
    assert under_way.report.is_sound
    vault.close()


def test_a_check_gives_way_to_other_work_and_still_ends(filled: Path, vault_key: VaultKey) -> None:
    vault = Vault.open(filled, vault_key.raw)
    with vault.transaction():
        for number in range(100, 400):
            add_page(vault, number, "more")
    under_way, gave_way = integrity.Check(), 0
    while under_way.report is None:
        done = under_way.done
        under_way.advance(vault, lambda: True)
        if under_way.done == done:
            gave_way += 1
            # what the other work was for
            add_page(vault, 1000 + gave_way, "written meanwhile")
    assert gave_way >= integrity.PATIENCE
    assert under_way.report.is_sound
    # nobody is asked any more afterwards
    assert len(vault.query("SELECT body FROM entries")) == 340 + gave_way
    vault.close()


def test_damage_is_counted_in_written_pages(filled: Path, vault_key: VaultKey) -> None:
    vault = Vault.open(filled, vault_key.raw)
    assert integrity.check(vault).entries == 0
    [(leaf_rows,)] = vault.query("SELECT count(*) FROM entries")
    vault.close()
    journal = rescue.Journal(filled, rescue.Secret(vault_key.raw))
    trees = rescue.Trees(journal.pages)
    leaf = next(
        number
        for number in sorted(journal.pages)
        if trees.kind(number) == rescue.TABLE_LEAF and len(next(trees.rows(number), NO_ROW).values) == 25
    )
    gone = len(list(trees.rows(leaf)))
    rescuing.damage(filled, [leaf])
    vault = Vault.open(filled, vault_key.raw)
    report = integrity.check(vault)
    assert (report.entries, report.unreadable) == (leaf_rows, gone)
    quick = integrity.Check(quick=True)
    while quick.advance(vault) is None:
        pass
    assert quick.report is not None
    assert (quick.report.entries, quick.report.unreadable) == (leaf_rows, gone)
    vault.close()


def test_a_link_to_nothing_is_reported(vault: Vault) -> None:
    vault.execute("PRAGMA foreign_keys = OFF")
    vault.execute("INSERT INTO entry_tags (entry_id, tag) VALUES (99, 'lost')")
    problems = integrity.check(vault).problems
    assert len(problems) == 1
    assert problems[0].startswith("link: entry_tags")


def test_an_index_that_disagrees_with_the_pages_is_reported(vault: Vault) -> None:
    add_page(vault, 1, "walked by the river")
    vault.execute("DELETE FROM entry_search_idx")
    vault.execute("DELETE FROM entry_search_data WHERE id > 10")
    assert not integrity.check(vault).is_sound
