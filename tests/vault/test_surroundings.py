# SPDX-License-Identifier: MIT
from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from ipnb_journal.domain.keepers import Keeper, KeeperKind
from ipnb_journal.vault.surroundings import keeper, mounted_as, mounts_from_linux, mounts_from_mac

LINUX = """\
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
36 22 0:32 / /home/me/nas\\040drive rw,relatime shared:9 - nfs4 nas:/export rw,vers=4.2
37 22 0:33 / /home/me/far rw,nosuid - fuse.sshfs me@far: rw
38 37 0:34 / /home/me/far/near rw - tmpfs tmpfs rw
"""
MAC = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//me@nas/share on /Volumes/share (smbfs, nodev, nosuid, mounted by me)
"""


def test_a_folder_of_ones_own_is_nobody_elses(tmp_path: Path) -> None:
    assert keeper(tmp_path / "not" / "there" / "yet") is None


def test_a_synced_folder_is_noticed_by_name(tmp_path: Path) -> None:
    inside = tmp_path / "Dropbox" / "private"
    inside.mkdir(parents=True)
    assert keeper(inside) == Keeper(KeeperKind.SYNCED, "Dropbox")


def test_a_synced_folder_is_noticed_by_what_its_program_left_there(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    (tmp_path / "deep").mkdir()
    assert keeper(tmp_path / "deep") == Keeper(KeeperKind.SYNCED, "Syncthing")


def test_a_link_into_a_synced_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "OneDrive").mkdir()
    (tmp_path / "plain").symlink_to(tmp_path / "OneDrive", target_is_directory=True)
    assert keeper(tmp_path / "plain") == Keeper(KeeperKind.SYNCED, "OneDrive")


@pytest.mark.skipif(
    os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all"
)
def test_a_folder_that_cannot_be_looked_into_tells_nothing(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    closed.chmod(0)
    assert keeper(closed) is None
    closed.chmod(0o700)


def test_the_innermost_mount_is_where_a_folder_lies() -> None:
    mounts = mounts_from_linux(LINUX)
    assert mounted_as(Path("/home/me/nas drive/journal"), mounts) == "nfs4"
    assert mounted_as(Path("/home/me/far"), mounts) == "fuse.sshfs"
    assert mounted_as(Path("/home/me/far/near/x"), mounts) == "tmpfs"
    assert mounted_as(Path("/home/me/farther"), mounts) == "ext4"
    assert mounted_as(Path("/anything"), []) is None


def test_what_a_mac_prints_is_read() -> None:
    assert mounts_from_mac(MAC) == [("/", "apfs"), ("/Volumes/share", "smbfs")]


@pytest.mark.skipif(not Path("/proc/self/mountinfo").exists(), reason="Linux only")
def test_this_computers_own_mounts_are_read() -> None:
    mounts = mounts_from_linux(Path("/proc/self/mountinfo").read_text())
    assert mounted_as(Path("/proc"), mounts) == "proc"
    told = subprocess.run(["stat", "-f", "-c", "%T", "/proc"], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "proc"
