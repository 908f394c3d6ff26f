# SPDX-License-Identifier: MIT
"""What can be read of a damaged journal opens with the secret that opened the whole one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ipnb_journal.errors import RecoveryCodeWrong, VaultLocked, WrongPassphrase
from ipnb_journal.services import access, salvaging
from ipnb_journal.vault import entries
from ipnb_journal.vault.vault import Vault
from tests import rescuing
from tests.builders import an_entry

if TYPE_CHECKING:
    from pathlib import Path

PASSPHRASE = "five ordinary words for a test"


@pytest.fixture(scope="module")
def damaged(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A journal of which the tables can't be reached any more, and its recovery code."""
    path = tmp_path_factory.mktemp("damaged") / "notes.vault"
    opened = access.create(path, PASSPHRASE)
    entries.add(opened.vault, an_entry("The harbour was quiet."))
    raw = opened.vault.key.raw
    opened.vault.close()
    rescue = rescuing.load()
    trees = rescue.Trees(rescue.Journal(path, rescue.Secret(raw)).pages)
    rescuing.damage(path, [page for page in trees.below(1) if page > 1])
    return path, opened.recovery.code


def bodies(vault: Vault) -> list[str]:
    return [entry.page.writing.body for entry in entries.each(vault)]


def test_the_passphrase_opens_what_could_be_read(damaged: tuple[Path, str]) -> None:
    path, _ = damaged
    told = salvaging.with_passphrase(path, PASSPHRASE)
    assert (told.entries, told.lost) == (1, 0)
    opened = access.unlock(told.path, PASSPHRASE)
    assert bodies(opened) == ["The harbour was quiet."]
    opened.close()
    with pytest.raises(WrongPassphrase):
        salvaging.with_passphrase(path, PASSPHRASE + "s")


def test_so_does_the_recovery_key(damaged: tuple[Path, str]) -> None:
    path, code = damaged
    told = salvaging.with_recovery_code(path, code)
    opened = access.unlock_with_recovery_code(told.path, code)
    assert bodies(opened) == ["The harbour was quiet."]
    opened.close()
    with pytest.raises(RecoveryCodeWrong):
        salvaging.with_recovery_code(path, code[:-1])


def test_an_open_journal_is_open_again_afterwards(vault: Vault, vault_key: object) -> None:
    entries.add(vault, an_entry("The harbour was quiet."))
    told = salvaging.from_open(vault)
    assert bodies(vault) == ["The harbour was quiet."]
    entries.add(vault, an_entry("And then it rained."))
    new = Vault.open(told.path, vault.key.raw)
    assert bodies(new) == ["The harbour was quiet."]
    new.close()


def test_a_journal_that_damage_closed_is_read_all_the_same(vault: Vault) -> None:
    entries.add(vault, an_entry("The harbour was quiet."))
    vault.checkpoint()
    rescue = rescuing.load()
    trees = rescue.Trees(rescue.Journal(vault.path, rescue.Secret(vault.key.raw)).pages)
    rescuing.damage(vault.path, [page for page in trees.below(1) if page > 1])
    told = salvaging.from_open(vault)
    assert told.entries == 1
    assert not vault.is_open
    with pytest.raises(VaultLocked):
        bodies(vault)
    assert salvaging.from_open(vault).entries == 1
