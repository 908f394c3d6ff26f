# SPDX-License-Identifier: MIT
"""The first look at a file, leftovers, and how a finished vault gets its name."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.errors import (
    DiskFull,
    NotAVault,
    VaultDamaged,
    VaultError,
    VaultExists,
    VaultMissing,
    VaultNewer,
    VaultReadOnly,
)
from ipnb_journal.vault import files

if TYPE_CHECKING:
    from pathlib import Path

HEADER = b"J1ABCDEFGHIJKLMN"


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def no_links(_new: Path, _path: Path) -> None:
    raise OSError(errno.EPERM, "this file system has one name per file")


@pytest.mark.parametrize("size", [0, 1, 15, 16, 17, 100, 4095])
def test_a_file_shorter_than_a_page_is_no_journal(tmp_path: Path, size: int) -> None:
    path = tmp_path / "short.vault"
    path.write_bytes((HEADER + bytes(5000))[:size])
    with pytest.raises(NotAVault) as refused:
        files.read_header(path)
    assert refused.value.facts == {"file": path, "reason": "short" if size else "empty"}


@pytest.mark.parametrize(
    "start", [b"SQLite format 3\0", b"J1ABCDEFGHIJKLM\0", b"JxABCDEFGHIJKLMN", b"%PDF-1.7 %%%%%%%"]
)
def test_a_file_of_another_kind_is_no_journal(tmp_path: Path, start: bytes) -> None:
    path = tmp_path / "other.vault"
    path.write_bytes(start + bytes(4096 - 16))
    with pytest.raises(NotAVault) as refused:
        files.read_header(path)
    assert refused.value.facts["reason"] == "header"


def test_a_folder_is_no_journal(tmp_path: Path) -> None:
    with pytest.raises(NotAVault) as refused:
        files.read_header(tmp_path)
    assert refused.value.facts["reason"] == "folder"


def test_a_file_that_went_away_is_missing(tmp_path: Path) -> None:
    with pytest.raises(VaultMissing):
        files.read_header(tmp_path / "notes.vault")


def test_a_profile_of_a_newer_version_is_told(tmp_path: Path) -> None:
    path = tmp_path / "newer.vault"
    path.write_bytes(b"J2ABCDEFGHIJKLMN" + bytes(4096 - 16))
    with pytest.raises(VaultNewer) as refused:
        files.read_header(path)
    assert refused.value.facts == {"file": path, "found": "2", "known": "1"}


def test_a_torn_end_is_damage_unless_a_log_can_mend_it(tmp_path: Path) -> None:
    path = tmp_path / "torn.vault"
    path.write_bytes(HEADER + bytes(4096 + 100))
    for log in ("-wal", "-journal"):
        (tmp_path / f"torn.vault{log}").touch()
        with pytest.raises(VaultDamaged) as refused:
            files.read_header(path)
        assert refused.value.facts == {"file": path, "detail": "torn"}
        (tmp_path / f"torn.vault{log}").write_bytes(b"x")
        assert files.read_header(path) == HEADER
        (tmp_path / f"torn.vault{log}").unlink()


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EFBIG, DiskFull),
        (errno.EACCES, VaultReadOnly),
        (errno.EROFS, VaultReadOnly),
        (errno.ENOENT, VaultMissing),
        (errno.EIO, VaultError),
    ],
)
def test_what_the_system_refuses_becomes_something_to_act_on(tmp_path: Path, number: int, kind: type) -> None:
    told = files.io_error(OSError(number, "refused"), tmp_path)
    assert type(told) is kind
    assert told.facts["file"] == tmp_path


def test_an_unnumbered_refusal_is_still_told(tmp_path: Path) -> None:
    assert files.io_error(OSError("odd"), tmp_path).facts == {"file": tmp_path, "detail": "unknown"}


def test_leftovers_go_and_everything_else_stays(tmp_path: Path) -> None:
    path = tmp_path / "notes.vault"
    kept = ["notes.vault", "notes.vault.newer.txt", "other.vault.new", "notes.vault-wal"]
    for name in [*kept, "notes.vault.new", "notes.vault.new-wal", "notes.vault.new-journal"]:
        (tmp_path / name).touch()
    files.sweep_leftovers(path)
    assert sorted(names(tmp_path)) == sorted(kept)


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_a_new_file_is_its_owners_alone(tmp_path: Path) -> None:
    files.new_private_file(tmp_path / "new")
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("link", [os.link, no_links])
def test_a_finished_file_takes_its_name_and_only_that(tmp_path: Path, link: object) -> None:
    new, path = tmp_path / "notes.vault.new", tmp_path / "notes.vault"
    new.write_bytes(b"whole")
    files.publish(new, path, link)  # type: ignore[arg-type]
    assert path.read_bytes() == b"whole"
    assert names(tmp_path) == ["notes.vault"]


@pytest.mark.parametrize("link", [os.link, no_links])
def test_a_finished_file_never_takes_the_place_of_another(tmp_path: Path, link: object) -> None:
    new, path = tmp_path / "notes.vault.new", tmp_path / "notes.vault"
    new.write_bytes(b"whole")
    path.write_bytes(b"earlier")
    with pytest.raises(VaultExists) as refused:
        files.publish(new, path, link)  # type: ignore[arg-type]
    assert refused.value.facts == {"file": path}
    assert path.read_bytes() == b"earlier"


def test_a_failed_write_with_room_enough_stays_unexplained(tmp_path: Path) -> None:
    told = files.why_not_written(tmp_path / "notes.vault")
    assert type(told) is VaultError
    assert told.facts["detail"] == "unknown"
    assert names(tmp_path) == []


def test_a_failed_write_into_a_folder_that_is_gone_says_so(tmp_path: Path) -> None:
    assert type(files.why_not_written(tmp_path / "gone" / "notes.vault")) is VaultMissing


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_looking_for_room_follows_no_link(tmp_path: Path) -> None:
    other, path = tmp_path / "other", tmp_path / "notes.vault"
    other.write_bytes(b"precious")
    files.beside(path, ".new-room").symlink_to(other)
    assert type(files.why_not_written(path)) is VaultError
    assert other.read_bytes() == b"precious"


def test_a_name_claimed_in_vain_is_given_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new, path = tmp_path / "notes.vault.new", tmp_path / "notes.vault"
    new.write_bytes(b"whole")

    def full(_self: Path, _target: Path) -> None:
        raise OSError(errno.EIO, "the disk went away")

    monkeypatch.setattr(type(new), "replace", full)
    with pytest.raises(OSError, match="went away"):
        files.publish(new, path, no_links)
    assert names(tmp_path) == ["notes.vault.new"]
