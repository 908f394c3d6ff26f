# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from ipnb_journal.domain.keepers import (
    Keeper,
    KeeperKind,
    keeper_by_file_system,
    keeper_by_marks,
    keeper_by_names,
)


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("Dropbox", "Dropbox"),
        ("Dropbox (Personal)", "Dropbox"),
        ("OneDrive", "OneDrive"),
        ("OneDrive - Clinic", "OneDrive"),
        ("Google Drive", "Google Drive"),
        ("GoogleDrive-me@example.org", "Google Drive"),
        ("com~apple~CloudDocs", "iCloud Drive"),
        ("Mobile Documents", "iCloud Drive"),
        ("Nextcloud2", "Nextcloud"),
        ("pCloudDrive", "pCloud"),
        ("CloudStorage", ""),
    ],
)
def test_a_folder_is_known_by_its_usual_name(folder: str, name: str) -> None:
    assert keeper_by_names(["journal", folder, "me"]) == Keeper(KeeperKind.SYNCED, name)


@pytest.mark.parametrize("folder", ["Dropbox notes", "My onedrives", "boxes", "drive", "Documents", ""])
def test_a_name_that_only_looks_alike_is_nobodys(folder: str) -> None:
    assert keeper_by_names([folder]) is None


def test_the_innermost_folder_counts() -> None:
    assert keeper_by_names(["Dropbox", "OneDrive"]) == Keeper(KeeperKind.SYNCED, "Dropbox")


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        (".stfolder", "Syncthing"),
        (".dropbox.cache", "Dropbox"),
        (".sync_0a1b2c.db", "Nextcloud"),
        (".owncloudsync.log", "ownCloud"),
    ],
)
def test_a_renamed_folder_is_known_by_what_lies_in_it(mark: str, name: str) -> None:
    assert keeper_by_marks(["notes.vault", mark]) == Keeper(KeeperKind.SYNCED, name)


def test_ordinary_files_mark_nothing() -> None:
    assert keeper_by_marks(["notes.vault", ".git", ".profile", "sync.db"]) is None


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "fuse.rclone", "afpfs"])
def test_a_file_system_across_a_network_is_known(kind: str) -> None:
    assert keeper_by_file_system(kind) == Keeper(KeeperKind.NETWORK)


@pytest.mark.parametrize(
    "kind", ["ext4", "btrfs", "apfs", "tmpfs", "fuseblk", "overlay", "vfat", "fuse.gocryptfs"]
)
def test_a_drive_of_this_computer_is_nobodys(kind: str) -> None:
    assert keeper_by_file_system(kind) is None
