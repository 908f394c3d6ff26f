# SPDX-License-Identifier: MIT
"""A journal of a newer version is looked at, if that version said so, and not a byte of it changes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest

from ipnb_journal.errors import NotUpgraded, OnlyLooking, VaultBusy, VaultNewer, WrongPassphrase
from ipnb_journal.vault import entries, preferences, schema
from ipnb_journal.vault.looking import Look
from ipnb_journal.vault.vault import Vault
from tests.builders import an_entry

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ipnb_journal.vault.keys import VaultKey


def left_by_a_newer_version(vault: Vault, **words: object) -> Path:
    """A closed journal whose schema number is 9, with a page, and what that version left word of."""
    entries.add(vault, an_entry("The harbour was quiet."))
    vault.execute("DELETE FROM preferences")
    preferences.store(vault, words)
    vault.execute("PRAGMA user_version = 9")
    vault.close()
    return vault.path


@pytest.mark.parametrize("words", [{}, {"oldest_reader": 8}, {"oldest_reader": "1"}, {"oldest_reader": True}])
def test_a_newer_journal_that_says_nothing_of_this_version_is_refused(
    vault: Vault, vault_key: VaultKey, words: dict[str, object]
) -> None:
    path = left_by_a_newer_version(vault, **words)
    for kind in (Vault, Look):
        with pytest.raises(VaultNewer) as told:
            kind.open(path, vault_key.raw)
        assert told.value.facts == {"file": path, "found": 9, "known": len(schema.MIGRATIONS)}


def test_a_newer_journal_that_says_so_can_be_looked_at_and_stays_as_it_is(
    vault: Vault, vault_key: VaultKey
) -> None:
    path = left_by_a_newer_version(vault, oldest_reader=1, saved_with="1.6")
    before = {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
    with pytest.raises(VaultNewer) as told:
        Vault.open(path, vault_key.raw)
    assert told.value.facts["readable"] is True
    assert told.value.facts["saved_with"] == "1.6"
    look = Look.open(path, vault_key.raw)
    assert look.read_only
    assert [entry.page.writing.body for entry in entries.each(look)] == ["The harbour was quiet."]
    with pytest.raises(VaultBusy):
        Look.open(path, vault_key.raw)
    look.close()
    look.close()
    assert {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()} == before
    Look.open(path, vault_key.raw).close()


CHANGES: dict[str, Callable[[Look], Any]] = {
    "a page": lambda look: entries.add(look, an_entry()),
    "a preference": lambda look: preferences.store(look, {"country": "DE"}),
    "a statement": lambda look: look.execute("DELETE FROM entries"),
    "many": lambda look: look.execute_many("DELETE FROM entries WHERE id = ?", [(1,)]),
    "the key": lambda look: look.change_key(look.key),
    "the place": lambda look: look.move(look.path.parent / "elsewhere"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_is_refused(vault: Vault, vault_key: VaultKey, change: str) -> None:
    path = left_by_a_newer_version(vault, oldest_reader=1)
    before = path.read_bytes()
    look = Look.open(path, vault_key.raw)
    with pytest.raises(OnlyLooking):
        CHANGES[change](look)
    # what only tidies is left undone without a word
    assert look.idle_work() is False
    look.checkpoint()
    look.read_afresh()
    assert len(list(entries.each(look))) == 1
    look.close()
    assert path.read_bytes() == before


def test_even_a_question_that_changes_something_is_refused_by_the_file_itself(
    vault: Vault, vault_key: VaultKey
) -> None:
    look = Look.open(left_by_a_newer_version(vault, oldest_reader=1), vault_key.raw)
    with pytest.raises(Exception, match="readonly|read_only"):
        look.query("DELETE FROM entries")
    look.close()


def test_a_wrong_key_is_told(vault: Vault) -> None:
    path = left_by_a_newer_version(vault, oldest_reader=1)
    with pytest.raises(WrongPassphrase):
        Look.open(path, bytes(32))
    assert not path.with_name(f"{path.name}.lock").exists()


def test_a_journal_of_todays_form_can_be_looked_at_and_an_older_one_not(
    vault: Vault, vault_key: VaultKey
) -> None:
    path = vault.path
    vault.close()
    Look.open(path, vault_key.raw).close()
    schema.MIGRATIONS.append(lambda _: None)
    try:
        with pytest.raises(NotUpgraded):
            Look.open(path, vault_key.raw)
    finally:
        schema.MIGRATIONS.pop()


def test_what_a_newer_version_left_unclosed_is_not_looked_at(
    vault: Vault, vault_key: VaultKey, tmp_path: Path
) -> None:
    preferences.store(vault, {"oldest_reader": 1})
    vault.execute("PRAGMA user_version = 9")
    vault.checkpoint()
    entries.add(vault, an_entry())
    crashed = tmp_path / "crashed.vault"
    for suffix in ("", "-wal"):
        crashed.with_name(crashed.name + suffix).write_bytes(
            vault.path.with_name(vault.path.name + suffix).read_bytes()
        )
    with pytest.raises(VaultNewer) as told:
        Look.open(crashed, vault_key.raw)
    assert told.value.facts["unclosed"] is True


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_only_allows_reading_is_no_obstacle(vault: Vault, vault_key: VaultKey) -> None:
    path = left_by_a_newer_version(vault, oldest_reader=1)
    path.parent.chmod(0o500)
    try:
        Look.open(path, vault_key.raw).close()
    finally:
        path.parent.chmod(0o700)


def test_what_is_left_is_json(vault: Vault, vault_key: VaultKey) -> None:
    put = "INSERT OR REPLACE INTO preferences VALUES ('oldest_reader', 'not json'), ('saved_with', '7')"
    vault.execute(put)
    vault.execute("PRAGMA user_version = 9")
    vault.close()
    with pytest.raises(VaultNewer) as told:
        Vault.open(vault.path, vault_key.raw)
    assert "readable" not in told.value.facts
