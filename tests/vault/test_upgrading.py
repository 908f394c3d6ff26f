# SPDX-License-Identifier: MIT
"""A newer form of the tables comes only after a proved backup, and all of it or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ipnb_journal.errors import NotUpgraded, VaultDamaged
from ipnb_journal.vault import copying, entries, schema, upgrading
from ipnb_journal.vault.vault import Vault
from tests import rescuing
from tests.builders import an_entry

if TYPE_CHECKING:
    from pathlib import Path

    from ipnb_journal.vault.connection import Connection
    from ipnb_journal.vault.keys import VaultKey


def add_moods(connection: Connection) -> None:
    connection.execute("CREATE TABLE moods (id INTEGER PRIMARY KEY)")


def broken(_connection: Connection) -> None:
    raise RuntimeError("a step with a bug")


@pytest.fixture
def older(vault: Vault) -> Path:
    """A closed journal of today's form, with a page in it."""
    entries.add(vault, an_entry("The harbour was quiet."))
    vault.close()
    return vault.path


def backups(path: Path) -> list[Path]:
    return sorted((path.parent / "backups").glob("*"))


def bodies(path: Path, raw: bytes) -> list[str]:
    vault = Vault.open(path, raw)
    found = [body for (body,) in vault.query("SELECT body FROM entries")]
    vault.close()
    return found


def test_a_newer_version_backs_the_journal_up_before_it_changes_the_tables(
    older: Path, vault_key: VaultKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = copying.verified(older, vault_key.raw)
    monkeypatch.setattr(schema, "MIGRATIONS", schema.MIGRATIONS)
    schema.MIGRATIONS.append(add_moods)
    try:
        vault = Vault.open(older, vault_key.raw)
        assert vault.query("SELECT count(*) FROM moods") == [(0,)]
        assert schema.number(vault._open_connection()) == len(schema.MIGRATIONS)
        vault.close()
        Vault.open(older, vault_key.raw).close()
    finally:
        schema.MIGRATIONS.remove(add_moods)
    [kept] = backups(older)
    assert kept.name.startswith(f"notes-before-{before.schema}-")
    assert kept.stat().st_mode & 0o777 == 0o600
    assert copying.verified(kept, vault_key.raw, before) == before
    assert bodies(kept, vault_key.raw) == ["The harbour was quiet."]


def test_what_an_attempt_that_was_cut_short_left_goes_with_the_next_one(
    older: Path, vault_key: VaultKey
) -> None:
    folder = older.parent / "backups"
    folder.mkdir()
    for suffix in ("", "-journal"):
        (folder / f"notes-before-{len(schema.MIGRATIONS)}.vault.new{suffix}").write_bytes(b"half")
    schema.MIGRATIONS.append(add_moods)
    try:
        Vault.open(older, vault_key.raw).close()
    finally:
        schema.MIGRATIONS.remove(add_moods)
    [kept] = backups(older)
    assert bodies(kept, vault_key.raw) == ["The harbour was quiet."]


@pytest.mark.parametrize("steps", [[broken], [add_moods, broken]])
def test_a_step_that_breaks_leaves_the_journal_as_it_was(
    older: Path, vault_key: VaultKey, steps: list[schema.Migration]
) -> None:
    vault = Vault.open(older, vault_key.raw)
    with pytest.raises(RuntimeError, match="bug"):
        upgrading.upgrade(vault._open_connection(), older, vault_key, [*schema.MIGRATIONS, *steps])
    assert vault.query("SELECT name FROM sqlite_master WHERE name = 'moods'") == []
    vault.close()
    assert bodies(older, vault_key.raw) == ["The harbour was quiet."]
    assert len(backups(older)) == 1


def test_without_a_backup_nothing_is_changed(
    older: Path, vault_key: VaultKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    # a file stands where the folder would be
    (older.parent / "backups").write_text("mine")
    before = older.read_bytes()
    schema.MIGRATIONS.append(add_moods)
    try:
        with pytest.raises(NotUpgraded) as told:
            Vault.open(older, vault_key.raw)
    finally:
        schema.MIGRATIONS.remove(add_moods)
    assert told.value.facts["file"] == older
    assert older.read_bytes() == before
    assert bodies(older, vault_key.raw) == ["The harbour was quiet."]


def test_a_damaged_journal_is_not_upgraded(older: Path, vault_key: VaultKey) -> None:
    pages = rescuing.load().pages(older, vault_key.raw)
    hit = [number for number, page in pages if b"harbour was quiet" in page]
    rescuing.damage(older, hit)
    before = older.read_bytes()
    schema.MIGRATIONS.append(add_moods)
    try:
        with pytest.raises(NotUpgraded) as told:
            Vault.open(older, vault_key.raw)
    finally:
        schema.MIGRATIONS.remove(add_moods)
    assert told.value.facts["why"] == VaultDamaged.code
    assert older.read_bytes() == before
    assert backups(older) == []


def test_an_upgrade_leaves_word_of_who_can_read_the_journal(older: Path, vault_key: VaultKey) -> None:
    vault = Vault.open(older, vault_key.raw)
    assert upgrading.upgrade(vault._open_connection(), older, vault_key) is None
    assert upgrading.upgrade(vault._open_connection(), older, vault_key, [*schema.MIGRATIONS, add_moods])
    kept = dict(vault.query("SELECT key, value FROM preferences"))
    assert kept["oldest_reader"] == str(schema.OLDEST_READER)
    assert kept["saved_with"].strip('"')
    vault.close()
