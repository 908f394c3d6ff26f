# SPDX-License-Identifier: MIT
from __future__ import annotations

import os
import secrets
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.errors import DiskFull, VaultDamaged, VaultError, WrongPassphrase
from ipnb_journal.vault import copying, entries, schema, versions
from ipnb_journal.vault.connection import connect
from ipnb_journal.vault.keys import VaultKey, new_header
from ipnb_journal.vault.vault import Vault
from tests.builders import MOMENT, an_entry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ipnb_journal.vault.connection import Connection


@pytest.fixture
def written(vault_path: Path, vault_key: VaultKey) -> Path:
    """A closed vault with forty pages and a few earlier words."""
    vault = Vault.open(vault_path, vault_key.raw)
    with vault.transaction():
        for number in range(40):
            kept = entries.add(vault, an_entry(f"Lantern number {number}. " + "Rain on the roof. " * 60))
            if number % 10 == 0:
                versions.keep(vault, kept.id, kept.page.writing, MOMENT)
    vault.close()
    return vault_path


@pytest.fixture
def source(written: Path, vault_key: VaultKey) -> Iterator[Connection]:
    connection = connect(written, vault_key.raw.hex())
    yield connection
    connection.close()


@pytest.fixture
def new_key() -> VaultKey:
    return VaultKey(new_header(), secrets.token_bytes(32))


def test_a_copy_under_a_new_key_holds_the_same(
    source: Connection, written: Path, tmp_path: Path, new_key: VaultKey, vault_key: VaultKey
) -> None:
    before, held = written.read_bytes(), copying.contents(source)
    steps: list[tuple[int, int]] = []
    copy = tmp_path / "copy.vault"
    copying.copied(source, copy, new_key, lambda done, total: steps.append((done, total)))
    assert copying.verified(copy, new_key.raw, held) == held
    assert copy.read_bytes()[:16] == new_key.header
    assert steps
    assert steps[-1][0] == steps[-1][1] > 0
    assert held.rows("entries") == 40
    assert held.rows("versions") == 4
    assert written.read_bytes() == before
    with pytest.raises(WrongPassphrase):
        copying.verified(copy, vault_key.raw)
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith("copy")) == ["copy.vault"]


def test_a_copy_is_its_owners_alone_and_opens_as_a_vault(
    source: Connection, tmp_path: Path, new_key: VaultKey
) -> None:
    copy = tmp_path / "copy.vault"
    copying.copied(source, copy, new_key)
    assert copy.stat().st_mode & 0o777 == 0o600
    vault = Vault.open(copy, new_key.raw)
    assert len(list(entries.each(vault))) == 40
    vault.close()


def test_what_still_lies_in_the_log_is_copied_too(
    written: Path, tmp_path: Path, vault_key: VaultKey, new_key: VaultKey
) -> None:
    connection = connect(written, vault_key.raw.hex())
    connection.execute("PRAGMA journal_mode = WAL").fetchall()
    connection.execute("INSERT INTO preferences VALUES ('lamp', '1')")
    copy = tmp_path / "copy.vault"
    copying.copied(connection, copy, new_key)
    held = copying.contents(connection)
    connection.close()
    assert held.rows("preferences") == len(schema.WORDS_LEFT) + 1
    assert copying.verified(copy, new_key.raw, held) == held


def test_a_copy_never_replaces_a_file(source: Connection, tmp_path: Path, new_key: VaultKey) -> None:
    there = tmp_path / "copy.vault"
    there.write_bytes(b"something else")
    with pytest.raises(VaultError):
        copying.copied(source, there, new_key)
    assert there.read_bytes() == b"something else"


def test_a_copy_broken_off_leaves_no_file(source: Connection, tmp_path: Path, new_key: VaultKey) -> None:
    class Broken(Exception):
        pass

    def stop(done: int, total: int) -> None:
        raise Broken

    with pytest.raises(Broken):
        copying.copied(source, tmp_path / "copy.vault", new_key, stop)
    assert not list(tmp_path.glob("copy*"))


@pytest.mark.parametrize("place", [5_000, 30_000, 81_920 + 2_000])
def test_one_flipped_bit_is_found(written: Path, vault_key: VaultKey, place: int) -> None:
    flipped = bytearray(written.read_bytes())
    flipped[place] ^= 1
    written.write_bytes(flipped)
    with pytest.raises(VaultDamaged):
        copying.verified(written, vault_key.raw)
    assert written.read_bytes() == flipped


def test_other_contents_than_expected_are_told(source: Connection, tmp_path: Path, new_key: VaultKey) -> None:
    copy = tmp_path / "copy.vault"
    copying.copied(source, copy, new_key)
    source.execute("DELETE FROM versions WHERE id = 1")
    with pytest.raises(VaultDamaged, match="contents differ"):
        copying.verified(copy, new_key.raw, copying.contents(source))


def test_a_file_with_a_log_beside_it_is_not_taken_for_closed(written: Path, vault_key: VaultKey) -> None:
    log = written.with_name(written.name + "-wal")
    log.write_bytes(b"")
    with pytest.raises(VaultDamaged, match="not closed"):
        copying.verified(written, vault_key.raw)
    assert log.exists()


def test_proving_leaves_nothing_beside_the_file(written: Path, vault_key: VaultKey) -> None:
    names = sorted(path.name for path in written.parent.iterdir())
    assert copying.verified(written, vault_key.raw).rows("entries") == 40
    assert sorted(path.name for path in written.parent.iterdir()) == names


def test_too_little_room_is_told_with_what_is_missing(tmp_path: Path) -> None:
    copying.need_room(tmp_path, 1, tmp_path / "notes.vault")
    with pytest.raises(DiskFull) as told:
        copying.need_room(tmp_path, 1 << 60, tmp_path / "notes.vault")
    assert told.value.facts["needed"] > 1 << 59


FULL = """
import pathlib, resource, sys
from ipnb_journal.errors import DiskFull
from ipnb_journal.vault import copying
from ipnb_journal.vault.connection import connect
from ipnb_journal.vault.keys import VaultKey
path, copy, raw = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), bytes.fromhex(sys.argv[3])
source = connect(path, raw.hex())
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[4]), int(sys.argv[4])))
try:
    copying.copied(source, copy, VaultKey(sys.argv[5].encode(), raw))
except DiskFull:
    print("full")
"""


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX")
@pytest.mark.parametrize("room", [0, 30_000, 70_000])
def test_no_room_for_the_copy_is_told_and_leaves_none(
    written: Path, tmp_path: Path, vault_key: VaultKey, new_key: VaultKey, room: int
) -> None:
    copy = tmp_path / "copy.vault"
    arguments = [str(written), str(copy), vault_key.raw.hex(), str(room), new_key.header.decode()]
    told = subprocess.run([sys.executable, "-c", FULL, *arguments], capture_output=True, text=True)
    assert told.stdout.strip() == "full", told.stderr
    assert not list(tmp_path.glob("copy*"))
