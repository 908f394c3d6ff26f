# SPDX-License-Identifier: MIT
"""One writer at a time, who it is, and that a killed one lets go."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import ipnb_journal
from ipnb_journal.errors import VaultBusy, VaultError, VaultReadOnly
from ipnb_journal.vault.lock import WriterLock, forget_holder
from ipnb_journal.vault.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipnb_journal.vault.keys import VaultKey

ROOT = Path(ipnb_journal.__file__).parents[1]
HOLD = """
import pathlib, sys
from ipnb_journal.vault.vault import Vault
vault = Vault.open(pathlib.Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
vault.execute("INSERT INTO preferences (key, value) VALUES ('held', '1')")
print("open", flush=True)
sys.stdin.read()
vault.close()
"""


RACE = """
import pathlib, sys
import filelock, sqlcipher3
from ipnb_journal.errors import VaultBusy
from ipnb_journal.vault.vault import Vault
print("ready", flush=True)
sys.stdin.readline()
try:
    vault = Vault.open(pathlib.Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
except VaultBusy:
    print("busy", flush=True)
else:
    print("open", flush=True)
    sys.stdin.read()
    vault.close()
"""


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


@pytest.fixture
def holder(vault_path: Path, vault_key: VaultKey) -> Iterator[subprocess.Popen[bytes]]:
    """Another process that has the vault open."""
    command = [sys.executable, "-c", HOLD, str(vault_path), vault_key.raw.hex()]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == b"open"
        yield process
        process.kill()


def test_a_second_process_is_told_who_has_the_journal(
    holder: subprocess.Popen[bytes], vault_path: Path, vault_key: VaultKey
) -> None:
    for _ in range(2):
        with pytest.raises(VaultBusy) as refused:
            Vault.open(vault_path, vault_key.raw)
        assert refused.value.facts == {"file": vault_path, "pid": holder.pid, "host": platform.node()}


def test_busy_is_told_before_any_key_is_derived(
    holder: subprocess.Popen[bytes], vault_path: Path, vault_key: VaultKey
) -> None:
    derived: list[bytes] = []
    with pytest.raises(VaultBusy):
        Vault.open_with(vault_path, lambda header: derived.append(header) or vault_key)  # type: ignore[func-returns-value]
    assert derived == []
    assert holder.poll() is None


def test_a_killed_process_lets_go_and_its_rows_are_there(
    holder: subprocess.Popen[bytes], vault_path: Path, vault_key: VaultKey
) -> None:
    holder.kill()
    holder.wait()
    vault = Vault.open(vault_path, vault_key.raw)
    assert vault.query("SELECT key FROM preferences WHERE key = 'held'") == [("held",)]
    vault.close()
    assert names(vault_path.parent) == [vault_path.name]


def test_a_process_that_closes_lets_go(
    holder: subprocess.Popen[bytes], vault_path: Path, vault_key: VaultKey
) -> None:
    holder.communicate(b"")
    assert names(vault_path.parent) == [vault_path.name]
    Vault.open(vault_path, vault_key.raw).close()


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let go of the name of an open file")
def test_without_the_lock_file_the_database_itself_refuses(
    holder: subprocess.Popen[bytes], vault_path: Path, vault_key: VaultKey
) -> None:
    for suffix in (".lock", ".lock-holder"):
        vault_path.with_name(vault_path.name + suffix).unlink()
    started = time.monotonic()
    with pytest.raises(VaultBusy) as refused:
        Vault.open(vault_path, vault_key.raw)
    assert time.monotonic() - started < 3
    assert refused.value.facts == {"file": vault_path, "pid": None, "host": None}
    assert holder.poll() is None


def test_the_same_process_is_refused_too(vault: Vault, vault_key: VaultKey) -> None:
    with pytest.raises(VaultBusy) as refused:
        Vault.open(vault.path, vault_key.raw)
    assert refused.value.facts["pid"] == os.getpid()
    assert vault.query("SELECT 1") == [(1,)]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_another_name_for_the_same_journal_does_not_open_it_twice(vault: Vault, vault_key: VaultKey) -> None:
    other = vault.path.with_name("alias.vault")
    other.symlink_to(vault.path)
    with pytest.raises(VaultBusy) as refused:
        Vault.open(other, vault_key.raw)
    assert refused.value.facts["pid"] == os.getpid()


def test_of_three_at_once_one_gets_in(vault_path: Path, vault_key: VaultKey) -> None:
    command = [sys.executable, "-c", RACE, str(vault_path), vault_key.raw.hex()]
    for _ in range(3):
        racers = [
            subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT)
            for _ in range(3)
        ]
        for racer in racers:
            assert racer.stdout is not None
            assert racer.stdout.readline() == b"ready\n"
        for racer in racers:
            assert racer.stdin is not None
            racer.stdin.write(b"go\n")
            racer.stdin.flush()
        told = [racer.stdout.readline().strip() for racer in racers if racer.stdout]
        for racer in racers:
            racer.communicate()
        assert sorted(told) == [b"busy", b"busy", b"open"]


@pytest.mark.parametrize("note", ["", "nonsense", "12"])
def test_an_unreadable_note_still_means_busy(tmp_path: Path, note: str) -> None:
    path = tmp_path / "notes.vault"
    lock = WriterLock(path)
    path.with_name("notes.vault.lock-holder").write_text(note, encoding="utf-8")
    with pytest.raises(VaultBusy) as refused:
        WriterLock(path)
    assert refused.value.facts["host"] is None
    lock.release()
    WriterLock(path).release()
    assert names(tmp_path) == []


def test_something_in_the_locks_place_is_told(tmp_path: Path) -> None:
    path = tmp_path / "notes.vault"
    path.with_name("notes.vault.lock").mkdir()
    with pytest.raises(VaultError) as told:
        WriterLock(path)
    assert told.value.facts["file"] == path


def test_a_note_that_cannot_be_written_refuses_nobody(tmp_path: Path) -> None:
    path = tmp_path / "notes.vault"
    path.with_name("notes.vault.lock-holder").mkdir()
    lock = WriterLock(path)
    with pytest.raises(VaultBusy) as refused:
        WriterLock(path)
    assert refused.value.facts["pid"] is None
    lock.release()


@pytest.mark.skipif(os.name == "nt", reason="the mode of a file is POSIX")
def test_the_lock_is_its_owners_alone(vault: Vault) -> None:
    assert vault.path.with_name(vault.path.name + ".lock").stat().st_mode & 0o077 == 0


def test_a_folder_that_refuses_new_files_is_read_only(tmp_path: Path) -> None:
    path = tmp_path / "notes.vault"
    script = """
import os, pathlib, sys
import filelock
from ipnb_journal.errors import VaultReadOnly
from ipnb_journal.vault.lock import WriterLock, forget_holder
os.setuid(65534)
try:
    WriterLock(pathlib.Path(sys.argv[1]))
except VaultReadOnly as error:
    print(error.code)
"""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        tmp_path.chmod(0o500)
        with pytest.raises(VaultReadOnly):
            WriterLock(path)
        tmp_path.chmod(0o700)
        return
    told = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True, cwd=ROOT)
    assert told.stdout.strip() == "vault_read_only", told.stderr


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_the_note_about_the_holder_follows_no_link(vault_path: Path, vault_key: VaultKey) -> None:
    other = vault_path.with_name("other")
    other.write_bytes(b"precious")
    vault_path.with_name(vault_path.name + ".lock-holder").symlink_to(other)
    Vault.open(vault_path, vault_key.raw).close()
    assert other.read_bytes() == b"precious"


def test_the_note_of_another_computer_keeps_a_journal_shut_and_names_it(
    vault_path: Path, vault_key: VaultKey
) -> None:
    note = vault_path.with_name("notes.vault.lock-holder")
    note.write_text("4711 study\n")
    for _ in range(2):
        with pytest.raises(VaultBusy) as refused:
            Vault.open(vault_path, vault_key.raw)
        assert refused.value.facts == {"file": vault_path, "pid": 4711, "host": "study", "elsewhere": True}
    assert note.read_text() == "4711 study\n"
    forget_holder(vault_path)
    Vault.open(vault_path, vault_key.raw).close()
    assert names(vault_path.parent) == [vault_path.name]


def test_a_note_that_cannot_be_removed_is_told_and_nothing_stays_locked(vault_path: Path) -> None:
    note = vault_path.with_name("notes.vault.lock-holder")
    note.mkdir()
    with pytest.raises(VaultError):
        forget_holder(vault_path)
    note.rmdir()
    WriterLock(vault_path).release()


def test_a_note_this_computer_left_when_it_was_killed_is_in_nobodys_way(
    vault_path: Path, vault_key: VaultKey
) -> None:
    vault_path.with_name("notes.vault.lock-holder").write_text(f"4711 {platform.node()}\n")
    Vault.open(vault_path, vault_key.raw).close()
    assert names(vault_path.parent) == [vault_path.name]


@pytest.mark.parametrize("left", [0, 1, 6, -2, -1])
def test_a_note_cut_short_by_a_kill_is_in_nobodys_way(
    vault_path: Path, vault_key: VaultKey, left: int
) -> None:
    whole = f"4711 {platform.node()}\n"
    vault_path.with_name("notes.vault.lock-holder").write_text(whole[:left])
    Vault.open(vault_path, vault_key.raw).close()
    assert names(vault_path.parent) == [vault_path.name]


def test_the_note_of_a_process_that_is_there_is_not_forgotten(
    holder: subprocess.Popen[bytes], vault_path: Path
) -> None:
    with pytest.raises(VaultBusy) as refused:
        forget_holder(vault_path)
    assert refused.value.facts["pid"] == holder.pid
    assert vault_path.with_name("notes.vault.lock-holder").exists()


def test_forgetting_a_note_that_is_not_there_does_nothing(vault_path: Path) -> None:
    forget_holder(vault_path)
    assert [name for name in names(vault_path.parent) if "holder" in name] == []
