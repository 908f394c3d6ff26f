# SPDX-License-Identifier: MIT
"""The vault: its bytes, its transactions, what it refuses, and that nothing acknowledged is lost."""

from __future__ import annotations

import hashlib
import hmac
import os
import random
import secrets
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import sqlcipher3

import ipnb_journal
from ipnb_journal.errors import (
    DiskFull,
    NotAVault,
    VaultDamaged,
    VaultError,
    VaultExists,
    VaultLocked,
    VaultMissing,
    WrongPassphrase,
)
from ipnb_journal.vault import keys, opening, schema
from ipnb_journal.vault.keys import VaultKey, new_header
from ipnb_journal.vault.vault import Vault
from tests import rescuing

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(ipnb_journal.__file__).parents[1]
CANARY = "quittenmarmelade"
MOMENT = "2026-03-12T20:15:00+01:00"
POSIX = pytest.mark.skipif(os.name != "posix", reason="modes, limits and signals are POSIX")


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir() if file.name != "home")


def add_page(vault: Vault, number: int, body: str) -> None:
    vault.execute(
        "INSERT INTO entries (place, uid, kind, about_day, written_at, changed_at, zone, title, body)"
        " VALUES (?, ?, 'free', '2026-03-12', ?, ?, 'Europe/Berlin', ?, ?)",
        (number, f"uid-{number}", MOMENT, MOMENT, f"Title {number}", body),
    )


def keep(vault: Vault, key: str) -> None:
    vault.execute("INSERT INTO preferences (key, value) VALUES (?, '1')", (key,))


def kept(vault: Vault) -> list[str]:
    found = [key for (key,) in vault.query("SELECT key FROM preferences ORDER BY key")]
    return [key for key in found if key not in schema.WORDS_LEFT]


def run(script: str, *arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
    """Run a script in a process of its own that can import the program."""
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False, **options)  # type: ignore[call-overload, no-any-return]


def opened_pages(path: Path, key: VaultKey) -> list[bytes]:
    """The plain text of each page, by the format's description and no SQLCipher; checks every seal."""
    ciphers = pytest.importorskip("cryptography.hazmat.primitives.ciphers")
    salt = bytes(byte ^ 0x3A for byte in key.header)
    seal_key = hashlib.pbkdf2_hmac("sha512", key.raw, salt, 2, 32)
    whole = path.read_bytes()
    pages = []
    for number, start in enumerate(range(0, len(whole), 4096), 1):
        page = whole[start + (16 if number == 1 else 0) : start + 4096]
        body, seal = page[:-64], page[-64:]
        assert hmac.digest(seal_key, body + number.to_bytes(4, "little"), "sha512") == seal
        cipher = ciphers.Cipher(ciphers.algorithms.AES(key.raw), ciphers.modes.CBC(body[-16:]))
        pages.append(cipher.decryptor().update(body[:-16]))
    return pages


def traces(path: Path, key: VaultKey, word: str) -> int:
    return sum(page.lower().count(word.lower().encode()) for page in opened_pages(path, key))


# Making one


def test_a_new_vault_is_one_private_file_in_the_described_format(tmp_path: Path, vault_key: VaultKey) -> None:
    path = tmp_path / "deep" / "down" / "notes.vault"
    Vault.create(path, vault_key).close()
    assert names(path.parent) == ["notes.vault"]
    whole = path.read_bytes()
    assert whole[:16] == vault_key.header
    assert len(whole) % 4096 == 0
    pages = opened_pages(path, vault_key)
    assert pages[0][:2] == (4096).to_bytes(2, "big")
    assert int.from_bytes(pages[0][52:56], "big") == 0x4A524E31
    assert int.from_bytes(pages[0][44:48], "big") == len(schema.MIGRATIONS)


def test_a_vault_gets_its_name_only_when_it_needs_no_log(tmp_path: Path, vault_key: VaultKey) -> None:
    path = tmp_path / "notes.vault"
    opening.make(path, vault_key)
    assert names(tmp_path) == ["notes.vault"]
    rollback_journal = b"\x01\x01"
    assert opened_pages(path, vault_key)[0][2:4] == rollback_journal


@POSIX
def test_a_new_vault_and_its_folder_and_log_are_their_owners_alone(
    tmp_path: Path, vault_key: VaultKey
) -> None:
    path = tmp_path / "mine" / "notes.vault"
    vault = Vault.create(path, vault_key)
    keep(vault, "a")
    modes = {file.name: file.stat().st_mode & 0o777 for file in path.parent.iterdir()}
    assert modes["notes.vault"] == modes["notes.vault-wal"] == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    vault.close()


def test_a_new_vault_opens_at_once_and_knows_itself(tmp_path: Path, vault_key: VaultKey) -> None:
    vault = Vault.create(tmp_path / "notes.vault", vault_key)
    assert (vault.path, vault.key, vault.header) == (tmp_path / "notes.vault", vault_key, vault_key.header)
    assert vault.is_open
    assert vault.take_topics() == frozenset()
    keep(vault, "a")
    vault.close()
    assert not vault.is_open


@pytest.mark.parametrize("content", [b"", b"my tax return"])
def test_making_one_never_overwrites(tmp_path: Path, vault_key: VaultKey, content: bytes) -> None:
    path = tmp_path / "notes.vault"
    path.write_bytes(content)
    with pytest.raises(VaultExists):
        Vault.create(path, vault_key)
    assert path.read_bytes() == content
    assert names(tmp_path) == ["notes.vault"]


def test_leftovers_of_a_creation_cut_short_are_in_nobodys_way(tmp_path: Path, vault_key: VaultKey) -> None:
    for leftover in ("notes.vault.new", "notes.vault.new-wal", "notes.vault.new-journal"):
        (tmp_path / leftover).write_bytes(b"half")
    Vault.create(tmp_path / "notes.vault", vault_key).close()
    assert names(tmp_path) == ["notes.vault"]


def test_a_creation_that_fails_leaves_the_way_free(tmp_path: Path, vault_key: VaultKey) -> None:
    path = tmp_path / "notes.vault"
    path.with_name("notes.vault.new").mkdir()
    with pytest.raises(VaultError) as told:
        Vault.create(path, vault_key)
    assert told.value.facts["file"] == path
    assert names(tmp_path) == ["notes.vault.new"]
    path.with_name("notes.vault.new").rmdir()
    Vault.create(path, vault_key).close()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, vault_key: VaultKey) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(VaultExists):
        Vault.create(tmp_path / "file", vault_key)
    with pytest.raises(VaultError):
        Vault.create(tmp_path / "file" / "notes.vault", vault_key)


# Opening one


def test_a_wrong_key_is_told_and_changes_nothing(vault_path: Path) -> None:
    before = vault_path.read_bytes()
    with pytest.raises(WrongPassphrase) as refused:
        Vault.open(vault_path, bytes(32))
    assert refused.value.facts == {"file": vault_path}
    assert vault_path.read_bytes() == before
    assert names(vault_path.parent) == [vault_path.name]


def test_a_wrong_key_does_not_spoil_a_log_that_waits(
    vault: Vault, tmp_path: Path, vault_key: VaultKey
) -> None:
    keep(vault, "in the log")
    folder = tmp_path / "crashed"
    folder.mkdir()
    for name in (vault.path.name, vault.path.name + "-wal"):
        shutil.copy(vault.path.with_name(name), folder / name)
    with pytest.raises(WrongPassphrase):
        Vault.open(folder / vault.path.name, bytes(32))
    again = Vault.open(folder / vault.path.name, vault_key.raw)
    assert kept(again) == ["in the log"]
    again.close()


def test_a_destroyed_first_page_looks_like_a_wrong_key(vault_path: Path, vault_key: VaultKey) -> None:
    with vault_path.open("r+b") as file:
        file.seek(2000)
        file.write(b"scratched")
    with pytest.raises(WrongPassphrase):
        Vault.open(vault_path, vault_key.raw)


def test_a_missing_file_is_told_and_not_made(tmp_path: Path, vault_key: VaultKey) -> None:
    with pytest.raises(VaultMissing):
        Vault.open(tmp_path / "notes.vault", vault_key.raw)
    assert names(tmp_path) == []


def test_an_empty_file_is_not_taken_for_a_new_journal(tmp_path: Path, vault_key: VaultKey) -> None:
    (tmp_path / "notes.vault").touch()
    with pytest.raises(NotAVault):
        Vault.open(tmp_path / "notes.vault", vault_key.raw)
    assert (tmp_path / "notes.vault").stat().st_size == 0
    assert names(tmp_path) == ["notes.vault"]


def test_a_torn_end_is_mended_by_the_log_beside_it(vault: Vault, tmp_path: Path, vault_key: VaultKey) -> None:
    with vault.transaction():
        for number in range(20):
            add_page(vault, number, "long " * 900)
    folder = tmp_path / "crashed"
    folder.mkdir()
    torn = folder / vault.path.name
    torn.write_bytes(vault.path.read_bytes() + b"\x5a" * 1000)
    with pytest.raises(VaultDamaged):
        Vault.open(torn, vault_key.raw)
    shutil.copy(vault.path.with_name(vault.path.name + "-wal"), torn.with_name(torn.name + "-wal"))
    mended = Vault.open(torn, vault_key.raw)
    assert mended.query("SELECT count(*) FROM entries") == [(20,)]
    mended.close()
    assert torn.stat().st_size % 4096 == 0


def test_the_stub_of_a_rollback_journal_is_swept(vault_path: Path, vault_key: VaultKey) -> None:
    vault_path.with_name(vault_path.name + "-journal").write_bytes(bytes(512))
    vault = Vault.open(vault_path, vault_key.raw)
    assert f"{vault_path.name}-journal" not in names(vault_path.parent)
    vault.close()


def test_a_refused_opening_lets_the_next_one_in(vault_path: Path, vault_key: VaultKey) -> None:
    def no_memory(_header: bytes) -> VaultKey:
        raise MemoryError

    with pytest.raises(MemoryError):
        Vault.open_with(vault_path, no_memory)
    Vault.open_with(vault_path, lambda header: VaultKey(header, vault_key.raw)).close()


@pytest.mark.parametrize("what", ["file", "folder", "closed"])
@POSIX
def test_what_cannot_be_written_is_read_only(vault_template: Path, vault_key: VaultKey, what: str) -> None:
    script = """
import os, pathlib, sys
import filelock, sqlcipher3
from ipnb_journal.errors import VaultReadOnly
from ipnb_journal.vault import keys
from ipnb_journal.vault.vault import Vault
path, raw = pathlib.Path(sys.argv[1]), bytes.fromhex(sys.argv[2])
if os.geteuid() == 0:
    os.setuid(65534)
new, key = path.with_name("new") / "x.vault", keys.VaultKey(keys.new_header(), raw)
for attempt in (lambda: Vault.open(path, raw), lambda: Vault.create(new, key)):
    try:
        attempt()
        print("opened")
    except VaultReadOnly as error:
        print(error.code)
"""
    folder = Path(
        shutil.copytree(vault_template.parent, Path(os.path.realpath("/tmp")) / f"ro-{secrets.token_hex(8)}")
    )
    path = folder / vault_template.name
    try:
        path.chmod(0o444)
        folder.chmod({"file": 0o777, "folder": 0o555, "closed": 0}[what])
        told = run(script, path, vault_key.raw.hex())
        made = "opened" if what == "file" else "vault_read_only"
        assert told.stdout.split() == ["vault_read_only", made], told.stderr
    finally:
        folder.chmod(0o700)
        shutil.rmtree(folder)


# Changing it


def test_a_transaction_is_whole(vault: Vault) -> None:
    with vault.transaction():
        keep(vault, "a")
        keep(vault, "b")
        vault.touch("preferences")
    assert kept(vault) == ["a", "b"]
    assert vault.take_topics() == {"preferences"}
    assert vault.take_topics() == frozenset()


def test_a_transaction_that_fails_leaves_nothing(vault: Vault) -> None:
    with pytest.raises(KeyError), vault.transaction():
        keep(vault, "a")
        vault.touch("preferences")
        raise KeyError
    assert kept(vault) == []
    assert vault.take_topics() == frozenset()
    keep(vault, "b")
    assert kept(vault) == ["b"]


def test_an_inner_transaction_joins_the_outer_one(vault: Vault) -> None:
    with pytest.raises(KeyError), vault.transaction():
        with vault.transaction():
            keep(vault, "inner")
            vault.touch("entries")
        assert vault.take_topics() == frozenset()
        raise KeyError
    assert kept(vault) == []
    assert vault.take_topics() == frozenset()


def test_an_inner_transaction_that_fails_takes_only_its_own_back(vault: Vault) -> None:
    with vault.transaction():
        keep(vault, "before")
        vault.touch("people")
        for _ in range(2):
            with pytest.raises(KeyError), vault.transaction():
                keep(vault, "inner")
                vault.touch("entries")
                with vault.transaction():
                    keep(vault, "innermost")
                raise KeyError
        keep(vault, "after")
    assert kept(vault) == ["after", "before"]
    assert vault.take_topics() == {"people"}


def test_a_transaction_the_database_took_back_takes_no_more(vault: Vault) -> None:
    with pytest.raises(RuntimeError), vault.transaction():
        keep(vault, "a")
        vault.execute("ROLLBACK")
        keep(vault, "b")
    assert kept(vault) == []
    keep(vault, "c")
    assert kept(vault) == ["c"]


def test_closing_inside_a_transaction_keeps_nothing_of_it(vault: Vault, vault_key: VaultKey) -> None:
    with pytest.raises(VaultLocked), vault.transaction():
        keep(vault, "a")
        vault.close()
        keep(vault, "b")
    again = Vault.open(vault.path, vault_key.raw)
    assert kept(again) == []
    again.close()


def test_topics_are_known_ones_touched_inside_a_transaction(vault: Vault) -> None:
    with pytest.raises(ValueError, match="entry"), vault.transaction():
        vault.touch("entry")
    with pytest.raises(ValueError, match="entries"):
        vault.touch("entries")


def test_rows_come_back_as_tuples_however_they_are_asked_for(vault: Vault) -> None:
    vault.execute_many(
        "INSERT INTO preferences (key, value) VALUES (?, ?)", ((f"{n:04}", "1") for n in range(450))
    )
    rows = vault.query("SELECT key, value FROM preferences ORDER BY key")
    assert rows[:2] == [("0000", "1"), ("0001", "1")]
    assert list(vault.stream("SELECT key, value FROM preferences ORDER BY key")) == rows
    assert vault.query_one("SELECT key FROM preferences WHERE key > :key ORDER BY key", {"key": "0007"}) == (
        "0008",
    )
    assert vault.query_one("SELECT key FROM preferences WHERE key = 'no'") is None
    assert vault.execute("UPDATE preferences SET value = '2' WHERE key < '0003'").rowcount == 3
    add_page(vault, 1, "x")
    assert vault.execute("INSERT INTO contacts (name, number, position) VALUES ('A', '1', 0)").lastrowid == 1


def test_a_stream_left_half_way_does_not_hold_the_vault(vault: Vault) -> None:
    vault.execute_many(
        "INSERT INTO preferences (key, value) VALUES (?, '1')", ((str(n),) for n in range(450))
    )
    rows = vault.stream("SELECT key FROM preferences")
    next(rows)
    vault.close()
    assert names(vault.path.parent) == [vault.path.name]


def test_links_between_rows_are_enforced(vault: Vault) -> None:
    with pytest.raises(sqlcipher3.IntegrityError), vault.transaction():
        keep(vault, "a")
        vault.execute("INSERT INTO entry_tags (entry_id, tag) VALUES (99, 'x')")
    assert kept(vault) == []


def test_another_thread_may_not_use_it(vault: Vault) -> None:
    raised: list[BaseException] = []

    def intrude() -> None:
        try:
            vault.query("SELECT 1")
        except sqlcipher3.ProgrammingError as error:
            raised.append(error)

    thread = threading.Thread(target=intrude)
    thread.start()
    thread.join()
    assert len(raised) == 1


# No room left


def test_a_full_database_takes_the_whole_change_back_and_goes_on(vault: Vault, vault_key: VaultKey) -> None:
    keep(vault, "before")
    vault.execute("PRAGMA max_page_count = 60")
    with pytest.raises(DiskFull) as full, vault.transaction():
        keep(vault, "lost")
        for number in range(100):
            add_page(vault, number, "long " * 900)
    assert full.value.facts == {"file": vault.path}
    assert kept(vault) == ["before"]
    assert vault.query("SELECT count(*) FROM entries") == [(0,)]
    vault.execute("PRAGMA max_page_count = 100000")
    add_page(vault, 1, "room again")
    vault.close()
    again = Vault.open(vault.path, vault_key.raw)
    assert again.query("SELECT body FROM entries") == [("room again",)]
    again.close()


FULL = """
import pathlib, resource, sys
from ipnb_journal.errors import DiskFull
from ipnb_journal.vault.vault import Vault
path, raw = pathlib.Path(sys.argv[1]), bytes.fromhex(sys.argv[2])
vault = Vault.open(path, raw)
put = "INSERT INTO preferences (key, value) VALUES (?, ?)"
room, _ = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 40000, room))
done = 0
try:
    while True:
        with vault.transaction():
            vault.execute(put, (f"{done:04}", "x" * 3000))
            vault.touch("preferences")
        done += 1
except DiskFull as error:
    assert error.facts["file"] == path
assert done > 2
rows = vault.query("SELECT key FROM preferences WHERE key < 'a'")
assert [key for (key,) in rows] == [f"{n:04}" for n in range(done)]
"""


@POSIX
def test_a_full_disk_loses_nothing_and_room_makes_it_work_again(
    vault_path: Path, vault_key: VaultKey
) -> None:
    script = FULL + (
        "resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))\n"
        "vault.execute(put, (f'{done:04}', 'room again'))\nvault.close()\nprint(done + 1)"
    )
    told = run(script, vault_path, vault_key.raw.hex())
    assert told.returncode == 0, told.stderr
    vault = Vault.open(vault_path, vault_key.raw)
    assert kept(vault) == [f"{number:04}" for number in range(int(told.stdout))]
    vault.close()


@POSIX
def test_closing_on_a_full_disk_keeps_what_was_committed(vault_path: Path, vault_key: VaultKey) -> None:
    told = run(FULL + "vault.close()\nprint(done)", vault_path, vault_key.raw.hex())
    assert told.returncode == 0, told.stderr
    vault = Vault.open(vault_path, vault_key.raw)
    assert kept(vault) == [f"{number:04}" for number in range(int(told.stdout))]
    vault.close()
    assert names(vault_path.parent) == [vault_path.name]


@POSIX
def test_making_one_on_a_full_disk_leaves_nothing(tmp_path: Path, vault_key: VaultKey) -> None:
    script = """
import pathlib, resource, sys
import sqlcipher3
from ipnb_journal.errors import DiskFull
from ipnb_journal.vault.keys import VaultKey
from ipnb_journal.vault.vault import Vault
resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))
try:
    Vault.create(pathlib.Path(sys.argv[1]), VaultKey(sys.argv[2].encode(), bytes.fromhex(sys.argv[3])))
except DiskFull as error:
    print(error.code)
"""
    told = run(script, tmp_path / "notes.vault", vault_key.header.decode(), vault_key.raw.hex())
    assert told.stdout.strip() == "disk_full", told.stderr
    assert names(tmp_path) == []


# Killed


@POSIX
def test_what_was_acknowledged_outlives_a_kill(vault_path: Path, vault_key: VaultKey) -> None:
    script = """
import itertools, pathlib, sys
from ipnb_journal.vault.vault import Vault
vault = Vault.open(pathlib.Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
first = vault.query_one("SELECT count(*) FROM contacts")[0]
for number in itertools.count(first):
    with vault.transaction():
        row = (f"n{number}", "1" * 900, number)
        vault.execute("INSERT INTO contacts (name, number, position) VALUES (?, ?, ?)", row)
        vault.execute("INSERT INTO preferences (key, value) VALUES (?, '1')", (f"{number:06}",))
    print(number, flush=True)
"""
    chance = random.Random(11)
    acknowledged = -1
    for _ in range(5):
        command = [sys.executable, "-c", script, str(vault_path), vault_key.raw.hex()]
        with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as process:
            assert process.stdout is not None
            for _ in range(chance.randrange(1, 120)):
                acknowledged = int(process.stdout.readline())
            process.send_signal(signal.SIGKILL)
            acknowledged = max([acknowledged, *map(int, process.stdout.read().split())])
        vault = Vault.open(vault_path, vault_key.raw)
        found = [position for (position,) in vault.query("SELECT position FROM contacts ORDER BY position")]
        assert found == list(range(len(found)))
        assert len(found) > acknowledged
        assert kept(vault) == [f"{number:06}" for number in found]
        vault.close()


# What the file tells


def test_no_file_shows_a_word_that_was_written(vault: Vault, vault_key: VaultKey) -> None:
    with vault.transaction():
        for number in range(30):
            add_page(vault, number, f"{CANARY} " * 50)
        vault.execute("INSERT INTO people (uid, label, mark, position) VALUES ('u', ?, 0, 0)", (CANARY,))
        vault.execute("INSERT INTO entry_tags (entry_id, tag) VALUES (1, ?)", (CANARY,))
    assert (vault.path.parent / f"{vault.path.name}-wal").stat().st_size > 4096
    for _ in range(2):
        for file in vault.path.parent.glob("notes.vault*"):
            content = file.read_bytes()
            assert CANARY.encode() not in content
            assert CANARY[:6].encode() not in content
            assert b"CREATE TABLE" not in content
        vault.close()
    assert traces(vault.path, vault_key, CANARY) > 100


def test_a_deleted_page_leaves_no_trace(vault: Vault, vault_key: VaultKey) -> None:
    with vault.transaction():
        for number in range(60):
            add_page(vault, number, f"ordinary words and {CANARY if number % 2 else 'bread'} " * 40)
    vault.checkpoint()
    assert traces(vault.path, vault_key, CANARY) > 100
    vault.execute("DELETE FROM entries WHERE place % 2 = 1")
    vault.close()
    assert traces(vault.path, vault_key, CANARY) == 0
    assert traces(vault.path, vault_key, "bread") > 100


def test_stock_sqlcipher_opens_it_with_the_printed_line(vault: Vault, vault_key: VaultKey) -> None:
    keep(vault, "a")
    vault.close()
    stock = sqlcipher3.connect(str(vault.path))
    stock.execute(f'PRAGMA key = "{keys.raw_key_line(vault_key)}"')
    assert stock.execute("SELECT key FROM preferences WHERE key = 'a'").fetchall() == [("a",)]
    stock.close()


# Resting and closing


def test_a_checkpoint_empties_the_log(vault: Vault, vault_key: VaultKey) -> None:
    add_page(vault, 1, CANARY)
    log = vault.path.with_name(vault.path.name + "-wal")
    assert log.stat().st_size > 0
    vault.checkpoint()
    assert log.stat().st_size == 0
    assert traces(vault.path, vault_key, CANARY) > 0


def segments(vault: Vault) -> int:
    return len(vault.query("SELECT DISTINCT segid FROM entry_search_idx"))


def test_idle_work_tidies_the_index_until_there_is_nothing_left(vault: Vault) -> None:
    vault.execute("INSERT INTO entry_search(entry_search, rank) VALUES ('automerge', 0)")
    chance = random.Random(5)
    for number in range(64):
        add_page(vault, number, " ".join(f"word{chance.randrange(100_000)}" for _ in range(900)))
    before = segments(vault)
    rounds = 1
    while vault.idle_work():
        rounds += 1
        assert rounds < 100
    assert rounds > 1
    assert segments(vault) < before / 3
    assert vault.path.with_name(vault.path.name + "-wal").stat().st_size == 0
    assert not vault.idle_work()
    found = vault.query("SELECT count(*) FROM entry_search WHERE entry_search MATCH 'word*'")
    assert found == [(64,)]


@pytest.mark.skipif(os.name == "nt", reason="an open file keeps its name there")
def test_a_file_that_went_away_while_it_is_open_is_told(vault: Vault) -> None:
    keep(vault, "a")
    vault.path.rename(vault.path.with_name("elsewhere.vault"))
    with pytest.raises(VaultMissing):
        vault.idle_work()


def test_a_closed_vault_is_one_file_and_does_nothing(vault: Vault) -> None:
    keep(vault, "a")
    vault.close()
    vault.close()
    assert names(vault.path.parent) == [vault.path.name]
    for use in (
        vault.checkpoint,
        vault.idle_work,
        lambda: vault.query("SELECT 1"),
        lambda: vault.query_one("SELECT 1"),
        lambda: vault.execute("DELETE FROM entries"),
        lambda: vault.execute_many("DELETE FROM entries", []),
        lambda: next(vault.stream("SELECT 1")),
        vault.transaction().__enter__,
    ):
        with pytest.raises(VaultLocked):
            use()


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Vault]:
    """A vault with a key of its own."""
    vault = Vault.create(tmp_path / "fresh.vault", VaultKey(new_header(), secrets.token_bytes(32)))
    yield vault
    vault.close()


def test_the_key_of_one_vault_opens_no_other(fresh: Vault, vault_key: VaultKey) -> None:
    fresh.close()
    with pytest.raises(WrongPassphrase):
        Vault.open(fresh.path, vault_key.raw)


def test_equal_words_in_two_vaults_look_different(fresh: Vault, vault: Vault) -> None:
    for one in (fresh, vault):
        add_page(one, 1, CANARY * 100)
        one.close()
    first, second = fresh.path.read_bytes(), vault.path.read_bytes()
    blocks = {first[start : start + 16] for start in range(0, len(first), 16)}
    assert not blocks & {second[start : start + 16] for start in range(0, len(second), 16)}


def test_a_damaged_page_does_not_keep_the_other_pages_from_being_read_and_written(
    vault: Vault, vault_path: Path, vault_key: VaultKey
) -> None:
    with vault.transaction():
        for number in range(1, 40):
            add_page(vault, number, f"word{number} " * 300)
    [(root,)] = vault.query("SELECT rootpage FROM sqlite_master WHERE name = 'contacts'")
    vault.close()
    rescuing.damage(vault_path, [root])
    opened = Vault.open(vault_path, vault_key.raw)
    for _ in range(2):
        with pytest.raises(VaultDamaged):
            opened.query("SELECT * FROM contacts")
        assert len(opened.query("SELECT body FROM entries")) == 39
        keep(opened, secrets.token_hex(4))
    with pytest.raises(VaultDamaged), opened.transaction():
        keep(opened, "half done")
        opened.query("SELECT * FROM contacts")
    assert len(kept(opened)) == 2
    opened.close()
    again = Vault.open(vault_path, vault_key.raw)
    assert len(kept(again)) == 2
    again.close()
