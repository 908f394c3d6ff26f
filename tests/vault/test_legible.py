# SPDX-License-Identifier: MIT
"""Which rows are known and which can be read, whatever pages of the file are damaged."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.vault import entries, legible
from ipnb_journal.vault.legible import Count
from ipnb_journal.vault.vault import Vault
from tests import rescuing
from tests.builders import an_entry

if TYPE_CHECKING:
    from pathlib import Path

    from ipnb_journal.vault.keys import VaultKey


@pytest.fixture
def filled(vault: Vault) -> Path:
    chance = random.Random(3)
    with vault.transaction():
        for _ in range(60):
            entries.add(vault, an_entry(" ".join(f"word{chance.randrange(500)}" for _ in range(150))))
    vault.close()
    return vault.path


def test_every_row_of_a_sound_vault_is_known_and_read(filled: Path, vault_key: VaultKey) -> None:
    vault = Vault.open(filled, vault_key.raw)
    ids = legible.known_ids(vault, "entries")
    assert ids == list(range(1, 61))
    assert legible.count(vault, "entries", ids) == Count(60, 0)
    assert legible.known_ids(vault, "contacts") == []
    vault.close()


def test_rows_that_the_table_lost_are_known_from_an_index(filled: Path, vault_key: VaultKey) -> None:
    vault = Vault.open(filled, vault_key.raw)
    roots = dict(vault.query("SELECT name, rootpage FROM sqlite_master"))
    vault.close()
    rescuing.damage(filled, [roots["entries"]])
    vault = Vault.open(filled, vault_key.raw)
    ids = legible.known_ids(vault, "entries")
    assert ids == list(range(1, 61))
    assert legible.count(vault, "entries", ids) == Count(60, 60)
    vault.close()


def test_counts_add_up() -> None:
    assert Count(3, 1) + Count(4, 0) == Count(7, 1)
