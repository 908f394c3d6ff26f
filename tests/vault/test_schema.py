# SPDX-License-Identifier: MIT
"""Migrations: all that are to come at once, or none; newer files stay untouched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ipnb_journal.errors import NotAVault, VaultDamaged, VaultNewer
from ipnb_journal.vault import schema
from ipnb_journal.vault.connection import Connection, connect
from ipnb_journal.vault.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ipnb_journal.vault.keys import VaultKey


@pytest.fixture
def connection(vault_path: Path, vault_key: VaultKey) -> Iterator[Connection]:
    opened = connect(vault_path, vault_key.raw.hex())
    yield opened
    opened.close()


def numbers(connection: Connection) -> tuple[int, int]:
    return tuple(
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
    )


def add_moods(connection: Connection) -> None:
    connection.execute("CREATE TABLE moods (id INTEGER PRIMARY KEY)")


def add_weather(connection: Connection) -> None:
    connection.execute("CREATE TABLE weather (id INTEGER PRIMARY KEY)")


def fail(_connection: Connection) -> None:
    raise RuntimeError("a step with a bug")


def commit_too_early(connection: Connection) -> None:
    connection.execute("COMMIT")
    fail(connection)


def leave_a_loose_end(connection: Connection) -> None:
    connection.execute("INSERT INTO entry_tags (entry_id, tag) VALUES (99, 'lost')")


def test_a_new_vault_carries_our_mark_and_its_schema_number(connection: Connection) -> None:
    assert numbers(connection) == (0x4A524E31, len(schema.MIGRATIONS))


def test_pending_steps_run_in_order_and_only_once(connection: Connection, vault_path: Path) -> None:
    steps = [*schema.MIGRATIONS, add_moods]
    schema.bring_up_to_date(connection, vault_path, steps)
    schema.bring_up_to_date(connection, vault_path, [*steps, add_weather])
    schema.bring_up_to_date(connection, vault_path, [*steps, add_weather])
    assert numbers(connection)[1] == len(steps) + 1
    assert connection.execute("SELECT count(*) FROM moods, weather").fetchone() == (0,)


@pytest.mark.parametrize("last", [fail, leave_a_loose_end])
def test_a_step_that_fails_takes_every_pending_step_back(
    connection: Connection, vault_path: Path, last: schema.Migration
) -> None:
    before = connection.execute("SELECT sql FROM sqlite_master").fetchall()
    with pytest.raises((RuntimeError, VaultDamaged)):
        schema.bring_up_to_date(connection, vault_path, [*schema.MIGRATIONS, add_moods, last])
    assert connection.execute("SELECT sql FROM sqlite_master").fetchall() == before
    assert numbers(connection)[1] == len(schema.MIGRATIONS)
    assert not connection.in_transaction


def test_a_failure_outside_the_transaction_is_not_hidden(connection: Connection, vault_path: Path) -> None:
    with pytest.raises(RuntimeError, match="bug"):
        schema.bring_up_to_date(connection, vault_path, [*schema.MIGRATIONS, commit_too_early])


def test_a_step_may_rebuild_a_table_others_point_to(
    vault: Vault, vault_path: Path, vault_key: VaultKey
) -> None:
    vault.execute("INSERT INTO people (uid, label, mark, position) VALUES ('u', 'Mum', 0, 0)")
    vault.execute(
        "INSERT INTO checkins (place, uid, day, at, zone, person_id, method)"
        " VALUES (1, 'c', '2026-03-12', '2026-03-12T20:15:00+01:00', 'Europe/Berlin', 1, 'sliders')"
    )
    vault.close()
    connection = connect(vault_path, vault_key.raw.hex())

    def rebuild(connection: Connection) -> None:
        made = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'people'").fetchone()[0]
        connection.execute(made.replace("people", "people_new", 1))
        connection.execute("INSERT INTO people_new SELECT * FROM people")
        connection.execute("DROP TABLE people")
        connection.execute("ALTER TABLE people_new RENAME TO people")

    schema.bring_up_to_date(connection, vault_path, [*schema.MIGRATIONS, rebuild])
    assert connection.execute(
        "SELECT label FROM people JOIN checkins ON person_id = people.id"
    ).fetchone() == ("Mum",)
    connection.close()


def test_a_newer_vault_is_refused_and_left_as_it_is(
    vault: Vault, vault_path: Path, vault_key: VaultKey
) -> None:
    vault.execute("PRAGMA user_version = 99")
    vault.execute("DELETE FROM preferences")
    vault.close()
    before, touched = vault_path.read_bytes(), vault_path.stat().st_mtime_ns
    with pytest.raises(VaultNewer) as refused:
        Vault.open(vault_path, vault_key.raw)
    assert refused.value.facts == {"file": vault_path, "found": 99, "known": len(schema.MIGRATIONS)}
    assert (vault_path.read_bytes(), vault_path.stat().st_mtime_ns) == (before, touched)
    assert [other.name for other in vault_path.parent.iterdir() if "vault" in other.name] == [vault_path.name]


def test_an_encrypted_file_of_another_program_is_no_journal(
    vault: Vault, vault_path: Path, vault_key: VaultKey
) -> None:
    vault.execute("PRAGMA application_id = 5")
    vault.close()
    with pytest.raises(NotAVault) as refused:
        Vault.open(vault_path, vault_key.raw)
    assert refused.value.facts["reason"] == "application"


def test_deleted_index_terms_are_wiped_and_the_index_is_external(vault: Vault) -> None:
    assert vault.query("SELECT v FROM entry_search_config WHERE k = 'secure-delete'") == [(1,)]
    assert vault.query("SELECT count(*) FROM sqlite_master WHERE name = 'entry_search_content'") == [(0,)]
