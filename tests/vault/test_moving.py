# SPDX-License-Identifier: MIT
from __future__ import annotations

import errno
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.errors import VaultBusy, VaultDamaged, VaultError, VaultExists, VaultMissing
from ipnb_journal.vault import moving, preferences
from ipnb_journal.vault.vault import Vault

if TYPE_CHECKING:
    from ipnb_journal.vault.keys import VaultKey


def names(folder: Path) -> list[str]:
    return sorted(found.name for found in folder.iterdir())


@pytest.fixture
def closed(vault_path: Path, vault_key: VaultKey) -> Path:
    vault = Vault.open(vault_path, vault_key.raw)
    preferences.store(vault, {"lamp": "lit"})
    vault.close()
    return vault_path


@pytest.fixture(params=["one drive", "two drives"])
def drives(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Names for one file end at the edge of a drive; there the system says so, and this says it too."""
    if request.param == "two drives":

        def refuse(self: Path, target: Path) -> None:
            raise OSError(errno.EXDEV, "another drive")

        monkeypatch.setattr(Path, "hardlink_to", refuse)
    return str(request.param)


def test_a_moved_journal_opens_at_its_new_place_and_nowhere_else(
    closed: Path, vault_key: VaultKey, tmp_path: Path, drives: str
) -> None:
    before = closed.read_bytes()
    moved = moving.put_into(closed, tmp_path / "stick")
    assert closed.read_bytes() == moved.read_bytes() == before
    moving.take_away(closed, moved)
    assert names(tmp_path / "stick") == ["notes.vault"]
    assert not closed.exists()
    assert moved.stat().st_mode & 0o777 == 0o600 or drives == "one drive"
    vault = Vault.open(moved, vault_key.raw)
    assert preferences.read_all(vault) == {"lamp": "lit"}
    vault.close()


@pytest.mark.skipif(not Path("/dev/shm").is_dir(), reason="no second drive here")
def test_a_journal_moves_to_a_real_second_drive(closed: Path, vault_key: VaultKey) -> None:
    other = Path("/dev/shm/ipnb-journal-moving-test")
    shutil.rmtree(other, ignore_errors=True)
    try:
        moved = moving.put_into(closed, other)
        moving.take_away(closed, moved)
        assert names(other) == ["notes.vault"]
        assert moved.stat().st_mode & 0o777 == 0o600
        Vault.open(moved, vault_key.raw).close()
    finally:
        shutil.rmtree(other, ignore_errors=True)


def test_nothing_is_replaced(closed: Path, tmp_path: Path, drives: str) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "notes.vault").write_bytes(b"somebody else's")
    with pytest.raises(VaultExists):
        moving.put_into(closed, tmp_path / "there")
    assert (tmp_path / "there" / "notes.vault").read_bytes() == b"somebody else's"


def test_an_open_journal_stays_where_it_is(closed: Path, vault_key: VaultKey, tmp_path: Path) -> None:
    vault = Vault.open(closed, vault_key.raw)
    with pytest.raises(VaultBusy):
        moving.put_into(closed, tmp_path / "stick")
    vault.close()
    assert closed.exists()
    assert names(tmp_path / "stick") == []


def test_a_journal_with_a_log_beside_it_stays_where_it_is(closed: Path, tmp_path: Path) -> None:
    closed.with_name("notes.vault-wal").write_bytes(b"commits")
    with pytest.raises(VaultError, match="not closed"):
        moving.put_into(closed, tmp_path / "stick")
    assert names(tmp_path / "stick") == []


def test_a_journal_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(VaultMissing):
        moving.put_into(tmp_path / "notes.vault", tmp_path / "stick")


def test_the_old_file_stays_where_the_new_one_differs(closed: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.vault"
    other.write_bytes(closed.read_bytes()[:-1] + b"x")
    with pytest.raises(VaultDamaged):
        moving.take_away(closed, other)
    assert closed.exists()
