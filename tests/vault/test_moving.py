# SPDX-License-Identifier: MIT
from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.errors import DiskFull, VaultBusy, VaultDamaged, VaultError, VaultExists, VaultMissing
from ipnb_journal.vault import copying, entries, files, moving
from ipnb_journal.vault.vault import Vault
from tests.builders import an_entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipnb_journal.vault.keys import VaultKey


def names(folder: Path) -> list[str]:
    return sorted(found.name for found in folder.iterdir())


def bodies(vault: Vault) -> list[str]:
    return [entry.page.writing.body for entry in entries.each(vault)]


@pytest.fixture
def written(vault: Vault) -> Vault:
    """An open vault with pages, some of them still in its log."""
    for number in range(20):
        entries.add(vault, an_entry(f"Lantern {number}. " + "Rain. " * 200))
    return vault


@pytest.fixture
def other_drive() -> Iterator[Path]:
    folder = Path("/dev/shm/ipnb-journal-moving-test")
    if not folder.parent.is_dir():
        pytest.skip("no second drive here")
    shutil.rmtree(folder, ignore_errors=True)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def test_a_moved_vault_goes_on_at_its_new_place(written: Vault, vault_key: VaultKey, tmp_path: Path) -> None:
    before, steps = bodies(written), list[int]()
    former = written.move(tmp_path / "stick", lambda done, total: steps.append(done))
    assert written.path == tmp_path / "stick" / "notes.vault"
    assert written.path.stat().st_mode & 0o777 == 0o600
    assert bodies(written) == before
    assert steps
    entries.add(written, an_entry("Written after the move."))
    assert written.query("PRAGMA journal_mode") == [("wal",)]
    moving.take_away(former, written.path, written.header)
    written.close()
    assert names(tmp_path / "stick") == ["notes.vault"]
    assert not former.exists()
    again = Vault.open(tmp_path / "stick" / "notes.vault", vault_key.raw)
    assert sorted(bodies(again)) == sorted([*before, "Written after the move."])
    again.close()


def test_the_file_left_behind_is_whole_and_nobodys(
    written: Vault, vault_key: VaultKey, tmp_path: Path
) -> None:
    before = bodies(written)
    former = written.move(tmp_path / "stick")
    left = Vault.open(former, vault_key.raw)
    assert bodies(left) == before
    left.close()


def test_a_vault_moves_to_a_real_second_drive(written: Vault, other_drive: Path) -> None:
    before = bodies(written)
    former = written.move(other_drive)
    moving.take_away(former, written.path, written.header)
    assert bodies(written) == before
    written.close()
    assert names(other_drive) == ["notes.vault"]


def test_nothing_is_replaced(written: Vault, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "notes.vault").write_bytes(b"somebody else's")
    with pytest.raises(VaultExists):
        written.move(tmp_path / "there")
    assert (tmp_path / "there" / "notes.vault").read_bytes() == b"somebody else's"
    assert written.is_open


def test_its_own_folder_is_no_place_to_move_to(written: Vault) -> None:
    with pytest.raises(VaultExists):
        written.move(written.path.parent)
    assert len(bodies(written)) == 20


def test_a_folder_with_too_little_room_leaves_everything_as_it_was(
    written: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(moving, "ROOM", 1e15)
    with pytest.raises(DiskFull):
        written.move(tmp_path / "stick")
    assert len(bodies(written)) == 20
    assert names(tmp_path / "stick") == []


def test_a_copy_that_does_not_prove_is_not_moved_to(
    written: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = copying.verified

    def flipped(path: Path, raw: bytes, expected: copying.Contents | None = None) -> copying.Contents:
        whole = bytearray(path.read_bytes())
        whole[20_000] ^= 1
        path.write_bytes(whole)
        return real(path, raw, expected)

    monkeypatch.setattr(copying, "verified", flipped)
    with pytest.raises(VaultDamaged):
        written.move(tmp_path / "stick")
    assert names(tmp_path / "stick") == []
    assert len(bodies(written)) == 20


def test_a_new_file_that_does_not_open_sends_it_back(
    written: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = files.publish

    def spoiled(new: Path, path: Path) -> None:
        real(new, path)
        path.write_bytes(b"x" * 8192)
        # as a full disk leaves one
        path.with_name(path.name + "-journal").write_bytes(b"half a page")

    monkeypatch.setattr(files, "publish", spoiled)
    former = written.path
    with pytest.raises(VaultError):
        written.move(tmp_path / "stick")
    assert written.path == former
    assert len(bodies(written)) == 20
    entries.add(written, an_entry("And on it goes."))
    assert names(tmp_path / "stick") == []


def test_a_folder_that_cannot_be_made_is_told(written: Vault, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(VaultError):
        written.move(tmp_path / "file" / "folder")
    assert written.is_open


def test_an_old_file_somebody_opened_again_stays(written: Vault, vault_key: VaultKey, tmp_path: Path) -> None:
    former = written.move(tmp_path / "stick")
    again = Vault.open(former, vault_key.raw)
    with pytest.raises(VaultBusy):
        moving.take_away(former, written.path, written.header)
    again.close()
    former.with_name("notes.vault-wal").write_bytes(b"commits")
    with pytest.raises(VaultError, match="not closed"):
        moving.take_away(former, written.path, written.header)
    assert former.exists()


def test_the_old_file_stays_where_the_new_one_is_another(written: Vault, tmp_path: Path) -> None:
    former = written.move(tmp_path / "stick")
    for present, header in ((former, written.header), (written.path, b"J1another-journ0")):
        with pytest.raises(VaultDamaged):
            moving.take_away(former, present, header)
    with pytest.raises(VaultMissing):
        moving.take_away(former, tmp_path / "nowhere.vault", written.header)
    assert former.exists()


def test_taking_the_old_file_away_leaves_the_open_one_locked(
    written: Vault, vault_key: VaultKey, tmp_path: Path
) -> None:
    former = written.move(tmp_path / "stick")
    moving.take_away(former, written.path, written.header)
    # past the lock file, by SQLite alone: this is what a second program would meet
    script = """
import pathlib, sys
from ipnb_journal.vault.connection import connect, mapped
path = pathlib.Path(sys.argv[1])
with mapped(path):
    connect(path, sys.argv[2]).execute("SELECT count(*) FROM sqlite_master")
"""
    asked = [sys.executable, "-c", script, str(written.path), vault_key.raw.hex()]
    assert "VaultBusy" in subprocess.run(asked, capture_output=True, text=True, check=False).stderr


@pytest.mark.parametrize("suffix", ["-wal", "-journal"])
def test_a_log_left_there_by_a_file_that_is_gone_is_not_played_into_the_moved_one(
    written: Vault, vault_key: VaultKey, tmp_path: Path, suffix: str
) -> None:
    before, left = sorted(bodies(written)), b"not ours" * 1000
    if suffix == "-wal":
        left = written.path.with_name("notes.vault-wal").read_bytes()
        assert left
    entries.remove(written, 1)
    (tmp_path / "stick").mkdir()
    (tmp_path / "stick" / f"notes.vault{suffix}").write_bytes(left)
    former = written.move(tmp_path / "stick")
    moving.take_away(former, written.path, written.header)
    assert len(bodies(written)) == len(before) - 1
    written.close()
    assert names(tmp_path / "stick") == ["notes.vault", f"notes.vault{suffix}.left-1"]
    assert (tmp_path / "stick" / f"notes.vault{suffix}.left-1").read_bytes() == left
    copying.verified(tmp_path / "stick" / "notes.vault", vault_key.raw)
