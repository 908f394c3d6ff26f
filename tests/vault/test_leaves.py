# SPDX-License-Identifier: MIT
"""The rows of single pages: each that is whole, none that is not, and the damaged file untouched."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.vault import entries
from ipnb_journal.vault.keys import VaultKey
from ipnb_journal.vault.leaves import ABSENT, COLUMNS, Leaves, Seals
from ipnb_journal.vault.vault import Vault
from tests import rescuing
from tests.builders import an_entry

if TYPE_CHECKING:
    from pathlib import Path

rescue = rescuing.load()


@pytest.fixture
def filled(vault: Vault) -> Path:
    with vault.transaction():
        for number in range(60):
            entries.add(vault, an_entry(f"Page number {number}. " * 40, tags=(f"tag{number}",)))
    vault.close()
    return vault.path


def ids(leaves: Leaves, width: int) -> set[int]:
    rows = [row for page in range(2, leaves.pages + 1) for row in leaves.rows(page)]
    return {row[0] for row in rows if sum(value != ABSENT for value in row[1:]) == width}


def test_a_seal_holds_for_its_own_page_only(filled: Path, vault_key: VaultKey) -> None:
    whole, seals = filled.read_bytes(), Seals(vault_key)
    first, second = whole[:4096], whole[4096:8192]
    assert seals.hold(1, first)
    assert seals.hold(2, second)
    assert not seals.hold(2, first)
    assert not seals.hold(2, second[:-1])
    assert not seals.hold(2, bytes([second[0] ^ 1]) + second[1:])
    assert not Seals(VaultKey(vault_key.header, bytes(32))).hold(1, first)


def test_every_row_is_on_some_page_and_the_file_stays_as_it_was(filled: Path, vault_key: VaultKey) -> None:
    before, scratch = filled.read_bytes(), filled.with_name("scratch")
    leaves = Leaves(filled, vault_key, scratch)
    assert leaves.damaged == []
    assert leaves.pages == len(before) // 4096
    assert ids(leaves, 25) == set(range(1, 61))
    assert b"Page number" not in scratch.read_bytes()
    assert scratch.stat().st_mode & 0o777 == 0o600
    leaves.close()
    leaves.close()
    assert not scratch.exists()
    assert filled.read_bytes() == before


def test_rows_are_found_without_the_branches_that_led_to_them(filled: Path, vault_key: VaultKey) -> None:
    trees = rescue.Trees(rescue.Journal(filled, rescue.Secret(vault_key.raw)).pages)
    branches = [page for page in range(1, len(trees._pages) + 1) if trees.kind(page) in (2, 5)]
    assert len(branches) > 1
    rescuing.damage(filled, branches)
    leaves = Leaves(filled, vault_key, filled.with_name("scratch"))
    assert leaves.damaged == branches
    assert ids(leaves, 25) == set(range(1, 61))
    leaves.close()


def test_an_index_is_read_whole(filled: Path, vault_key: VaultKey) -> None:
    vault = Vault.open(filled, vault_key.raw)
    roots = dict(vault.query("SELECT name, rootpage FROM sqlite_master"))
    vault.close()
    leaves = Leaves(filled, vault_key, filled.with_name("scratch"))
    pairs, whole = leaves.pairs(roots["entry_tags"])
    assert whole
    assert sorted(pairs) == [(number, f"tag{number - 1}") for number in range(1, 61)]
    leaves.close()


def test_commits_in_the_log_are_read_too(vault: Vault, vault_key: VaultKey, tmp_path: Path) -> None:
    vault.checkpoint()
    entries.add(vault, an_entry("Only in the log."))
    crashed = tmp_path / "crashed.vault"
    for suffix in ("", "-wal"):
        shutil.copy(f"{vault.path}{suffix}", f"{crashed}{suffix}")
    leaves = Leaves(crashed, vault_key, tmp_path / "scratch")
    assert ids(leaves, 25) == {1}
    leaves.close()


def test_no_table_is_too_wide(vault: Vault) -> None:
    widths = vault.query(
        "SELECT name, (SELECT count(*) FROM pragma_table_info(name)) FROM sqlite_master WHERE type = 'table'"
    )
    assert max(width for _, width in widths) <= COLUMNS


def test_what_a_salvage_that_was_killed_left_is_no_obstacle(filled: Path, vault_key: VaultKey) -> None:
    scratch = filled.with_name("scratch")
    scratch.write_bytes(b"cut short")
    leaves = Leaves(filled, vault_key, scratch)
    assert ids(leaves, 25) == set(range(1, 61))
    leaves.close()
