# SPDX-License-Identifier: MIT
"""A vault under another key: the same rows, nothing that the old key opens, and never half-way."""

from __future__ import annotations

import errno
import os
import secrets
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import ipnb_journal
from ipnb_journal.domain.entries import Draft, Step
from ipnb_journal.errors import (
    ChangedButClosed,
    DiskFull,
    VaultBusy,
    VaultError,
    VaultHeld,
    VaultLocked,
    VaultReadOnly,
    WrongPassphrase,
)
from ipnb_journal.vault import copying, drafts, entries, files, rekeying, versions
from ipnb_journal.vault.connection import connect
from ipnb_journal.vault.keys import VaultKey, key_bytes_from_code, new_header, recovery_code
from ipnb_journal.vault.vault import Vault
from tests.builders import MOMENT, a_page, an_entry

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(ipnb_journal.__file__).parents[1]
Rows = dict[str, list[tuple[object, ...]]]


def a_key() -> VaultKey:
    return VaultKey(new_header(), secrets.token_bytes(32))


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir() if file.name != "home")


def every_row(vault: Vault) -> Rows:
    """Everything in every table, the search index too, with its rowids where it has some."""
    tables = vault.query(
        "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow')"
    )
    return {
        name: vault.query(f'SELECT {"" if keyed else "rowid, "}* FROM "{name}" ORDER BY 1, 2')
        for name, keyed in tables
    }


def schema_of(vault: Vault) -> list[tuple[object, ...]]:
    return [
        *vault.query("SELECT type, name, sql FROM sqlite_master ORDER BY name"),
        *vault.query("PRAGMA user_version"),
        *vault.query("PRAGMA application_id"),
    ]


def journal_mode(vault: Vault) -> object:
    return vault.query("PRAGMA journal_mode")[0][0]


def fill(vault: Vault, pages: int = 40) -> None:
    """Pages, earlier words, a page left open, and gaps where rows were removed."""
    with vault.transaction():
        for number in range(pages):
            body = f"Lantern number {number}. " + secrets.token_hex(900)
            kept = entries.add(vault, an_entry(body, people=(), tags=("harbour",)))
            if number % 10 == 0:
                versions.keep(vault, kept.id, kept.page.writing, MOMENT)
    vault.execute("DELETE FROM entries WHERE id % 7 = 0")
    opened = Draft(0, None, a_page("Still being written."), Step.WRITE, MOMENT, MOMENT, "Europe/London")
    drafts.add(vault, opened)


@pytest.fixture
def filled(vault: Vault) -> Vault:
    fill(vault)
    return vault


# Changed


def test_every_row_is_the_same_under_the_new_key(filled: Vault) -> None:
    rows, schema, new = every_row(filled), schema_of(filled), a_key()
    filled.change_key(new)
    assert filled.key == new
    assert filled.header == new.header
    assert every_row(filled) == rows
    assert schema_of(filled) == schema
    filled.close()
    assert filled.path.read_bytes()[:16] == new.header
    again = Vault.open(filled.path, new.raw)
    assert every_row(again) == rows
    again.close()


def test_the_old_key_and_its_recovery_code_open_nothing_any_more(filled: Vault, vault_key: VaultKey) -> None:
    filled.change_key(a_key())
    filled.close()
    for raw in (vault_key.raw, key_bytes_from_code(recovery_code(vault_key))):
        with pytest.raises(WrongPassphrase):
            Vault.open(filled.path, raw)
    with pytest.raises(WrongPassphrase):
        Vault.open_with(filled.path, lambda _: vault_key)


def test_no_page_of_the_old_file_is_in_the_new_one(filled: Vault) -> None:
    filled.checkpoint()
    whole = filled.path.read_bytes()
    before = {whole[start : start + 4096] for start in range(0, len(whole), 4096)}
    filled.change_key(a_key())
    filled.close()
    whole = filled.path.read_bytes()
    assert before.isdisjoint(whole[start : start + 4096] for start in range(0, len(whole), 4096))


def test_the_vault_goes_on_as_before_and_stays_its_owners_alone(filled: Vault) -> None:
    filled.change_key(a_key())
    assert journal_mode(filled) == "wal"
    for pragma, value in (("synchronous", 2), ("secure_delete", 1), ("foreign_keys", 1)):
        assert filled.query(f"PRAGMA {pragma}") == [(value,)]
    kept = entries.add(filled, an_entry("Written afterwards."))
    assert entries.one(filled, kept.id).page.writing.body == "Written afterwards."
    assert filled.path.stat().st_mode & 0o777 == 0o600
    filled.close()
    assert names(filled.path.parent) == [filled.path.name]


def test_two_changes_in_a_row_each_hold(filled: Vault, vault_key: VaultKey) -> None:
    rows, first, second = every_row(filled), a_key(), a_key()
    filled.change_key(first)
    filled.change_key(second)
    assert every_row(filled) == rows
    filled.close()
    for raw in (vault_key.raw, first.raw):
        with pytest.raises(WrongPassphrase):
            Vault.open(filled.path, raw)
    Vault.open(filled.path, second.raw).close()


def test_nobody_else_gets_in_meanwhile_or_afterwards(filled: Vault) -> None:
    new, refused = a_key(), []

    def try_to_open(done: int, total: int) -> None:
        with pytest.raises(VaultBusy):
            Vault.open(filled.path, new.raw)
        refused.append(done)

    filled.change_key(new, try_to_open)
    with pytest.raises(VaultBusy):
        Vault.open(filled.path, new.raw)
    assert refused


def test_progress_goes_up_to_all_of_it(filled: Vault) -> None:
    steps: list[float] = []
    filled.change_key(a_key(), lambda done, total: steps.append(done / total))
    assert steps == sorted(steps)
    assert 0 < steps[0] < 0.5
    assert steps[-1] == 1


def test_what_changed_before_is_still_told(vault: Vault) -> None:
    with vault.transaction():
        vault.touch("people")
    vault.change_key(a_key())
    assert vault.take_topics() == {"people"}


# Refused


def test_an_open_transaction_is_no_moment_for_it(vault: Vault) -> None:
    with vault.transaction(), pytest.raises(RuntimeError):
        vault.change_key(a_key())


def test_a_closed_vault_changes_nothing(vault: Vault) -> None:
    vault.close()
    with pytest.raises(VaultLocked):
        vault.change_key(a_key())


# Broken off


def check_unchanged(vault: Vault, key: VaultKey, rows: Rows) -> None:
    assert vault.is_open
    assert vault.key == key
    assert every_row(vault) == rows
    assert journal_mode(vault) == "wal"
    assert not [name for name in names(vault.path.parent) if ".new" in name]
    entries.add(vault, an_entry("And it can be written to."))
    vault.close()
    assert names(vault.path.parent) == [vault.path.name]
    again = Vault.open(vault.path, key.raw)
    assert len(every_row(again)["entries"]) == len(rows["entries"]) + 1
    again.close()


@pytest.mark.parametrize("step", ["copied", "contents", "verified"])
def test_broken_off_before_the_replace_it_is_as_it_was(
    filled: Vault, vault_key: VaultKey, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    rows, real = every_row(filled), getattr(copying, step)

    class Stopped(Exception):
        pass

    def stop(*arguments: object) -> None:
        real(*arguments)
        raise Stopped

    monkeypatch.setattr(copying, step, stop)
    with pytest.raises(Stopped):
        filled.change_key(a_key())
    check_unchanged(filled, vault_key, rows)


def test_too_little_room_is_told_before_anything_is_touched(
    filled: Vault, vault_key: VaultKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = every_row(filled)
    asked: list[int] = []

    def no_room(folder: Path, size: int, file: Path) -> None:
        asked.append(size)
        raise DiskFull(file=file, needed=size)

    size = sum(files.beside(filled.path, suffix).stat().st_size for suffix in ("", "-wal"))
    monkeypatch.setattr(copying, "need_room", no_room)
    with pytest.raises(DiskFull):
        filled.change_key(a_key())
    assert asked == [int(2.2 * size)]
    check_unchanged(filled, vault_key, rows)


def test_a_copy_that_lost_a_row_never_takes_the_place(
    filled: Vault, vault_key: VaultKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows, real = every_row(filled), copying.copied

    def losing(source: object, target: Path, key: VaultKey, progress: object) -> None:
        real(source, target, key)  # type: ignore[arg-type]
        copy = connect(target, key.raw.hex())
        copy.execute("DELETE FROM versions WHERE id = 1")
        copy.close()

    monkeypatch.setattr(copying, "copied", losing)
    with pytest.raises(VaultError):
        filled.change_key(a_key())
    check_unchanged(filled, vault_key, rows)


def test_a_log_beside_the_file_stops_the_replace(
    filled: Vault, vault_key: VaultKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows, real = every_row(filled), rekeying.put_in_place
    log = files.beside(filled.path, "-journal")

    def with_a_log(path: Path) -> None:
        log.write_bytes(b"")
        real(path)

    monkeypatch.setattr(rekeying, "put_in_place", with_a_log)
    with pytest.raises(VaultError):
        filled.change_key(a_key())
    check_unchanged(filled, vault_key, rows)


def refusing(path: Path, error: OSError, times: int = 99) -> Callable[[Path, Path], None]:
    left = [times]

    def replace(new: Path, old: Path) -> None:
        if left[0]:
            left[0] -= 1
            raise error
        new.replace(old)

    return replace


def held() -> OSError:
    error = PermissionError(errno.EACCES, "held")
    error.winerror = 32  # type: ignore[attr-defined]
    return error


@pytest.mark.parametrize(
    ("error", "told", "pauses"),
    [(held(), VaultHeld, 9), (PermissionError(errno.EACCES, ""), VaultReadOnly, 0)],
)
def test_a_file_that_cannot_be_replaced_leaves_the_old_vault_open(
    filled: Vault,
    vault_key: VaultKey,
    monkeypatch: pytest.MonkeyPatch,
    error: OSError,
    told: type[VaultError],
    pauses: int,
) -> None:
    rows, real, waited = every_row(filled), rekeying.put_in_place, list[float]()

    def held_by_another(path: Path) -> None:
        real(path, refusing(path, error), waited.append)

    monkeypatch.setattr(rekeying, "put_in_place", held_by_another)
    with pytest.raises(told):
        filled.change_key(a_key())
    assert waited == [0.2] * pauses
    check_unchanged(filled, vault_key, rows)


def test_a_file_held_for_a_moment_only_is_waited_for(tmp_path: Path) -> None:
    old, new = tmp_path / "notes.vault", tmp_path / "notes.vault.new"
    old.write_bytes(b"old")
    new.write_bytes(b"new")
    waited: list[float] = []
    rekeying.put_in_place(old, refusing(old, held(), times=3), waited.append)
    assert old.read_bytes() == b"new"
    assert not new.exists()
    assert len(waited) == 3


def test_after_the_replace_the_truth_is_told_and_the_new_key_holds(
    filled: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows, new, real = every_row(filled), a_key(), rekeying.put_in_place

    def then_away(path: Path) -> None:
        real(path)
        path.rename(files.beside(path, "-away"))

    monkeypatch.setattr(rekeying, "put_in_place", then_away)
    with pytest.raises(ChangedButClosed) as told:
        filled.change_key(new)
    assert told.value.facts["why"] in {"vault_missing", "vault_read_only"}
    assert not filled.is_open
    files.beside(filled.path, "-away").rename(filled.path)
    again = Vault.open(filled.path, new.raw)
    assert every_row(again) == rows
    again.close()


# A full disk, for real

CHANGE = """
import pathlib, resource, sys
from ipnb_journal.errors import DiskFull
from ipnb_journal.vault.keys import VaultKey
from ipnb_journal.vault.vault import Vault
path, raw = pathlib.Path(sys.argv[1]), bytes.fromhex(sys.argv[2])
new = VaultKey(b"J1newnewnewnewnw", bytes(range(32)))
vault = Vault.open(path, raw)
pages = vault.query_one("SELECT count(*) FROM entries")
"""

LIMITED = (
    CHANGE
    + """
vault.execute("UPDATE entries SET title = 'In the log'")
room, _ = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), room))
try:
    vault.change_key(new)
    print("changed")
except DiskFull:
    print("full", vault.is_open)
    assert not list(path.parent.glob("*.new*"))
    assert vault.query_one("SELECT count(*) FROM entries") == pages
resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
vault.execute("UPDATE entries SET title = 'And on'")
vault.close()
"""
)


@pytest.mark.skipif(os.name != "posix", reason="limits are POSIX")
@pytest.mark.parametrize("tenths", [*range(10), 20])
def test_no_room_at_any_part_of_the_copy_leaves_the_old_vault(
    filled: Vault, vault_key: VaultKey, tenths: int
) -> None:
    filled.close()
    size = filled.path.stat().st_size
    told = run(LIMITED, filled.path, vault_key.raw.hex(), size * tenths // 10)
    assert told.returncode == 0, told.stderr
    changed = told.stdout == "changed\n"
    assert changed == (tenths == 20)
    assert changed or told.stdout == "full True\n"
    again = Vault.open(filled.path, bytes(range(32)) if changed else vault_key.raw)
    assert {title for (title,) in again.query("SELECT title FROM entries")} == {"And on"}
    again.close()


ON_A_SMALL_DISK = (
    CHANGE
    + """
full = path.with_name("ballast")
with full.open("wb", buffering=0) as ballast:
    try:
        while True:
            ballast.write(bytes(4096))
    except OSError:
        pass
free = int(sys.argv[3])
with full.open("r+b") as ballast:
    ballast.truncate(max(full.stat().st_size - free, 0))
try:
    vault.change_key(new)
except DiskFull as error:
    print("full", error.facts.get("needed", 0) > 0, vault.is_open)
assert vault.query_one("SELECT count(*) FROM entries") == pages
full.unlink()
vault.execute("UPDATE entries SET title = 'And on'")
vault.change_key(new)
assert vault.query_one("SELECT count(*) FROM entries") == pages
vault.close()
"""
)


@pytest.mark.parametrize("free", [0, 4096, 100_000])
def test_a_disk_that_is_full_is_told_and_nothing_is_lost(
    filled: Vault, vault_key: VaultKey, tmp_path: Path, free: int
) -> None:
    filled.close()
    disk = tmp_path / "disk"
    disk.mkdir()
    script = tmp_path / "script.py"
    script.write_text(ON_A_SMALL_DISK)
    inside = (
        'mount -t tmpfs -o size=2m,mode=700 none "$1" || exit 77; cp "$2" "$1/notes.vault"; '
        'PYTHONPATH="$6" "$3" "$4" "$1/notes.vault" "$5" "$7"'
    )
    told = subprocess.run(
        ["unshare", "-rm", "sh", "-c", inside, "sh"]
        + [str(each) for each in (disk, filled.path, sys.executable, script)]
        + [vault_key.raw.hex(), str(ROOT), str(free)],
        capture_output=True,
        text=True,
        check=False,
    )
    if told.returncode == 77 or "unshare" in told.stderr:
        pytest.skip("no small disk can be made here")
    assert told.returncode == 0, told.stderr
    assert told.stdout == "full True True\n"


def run(script: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run a script in a process of its own that can import the program."""
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
