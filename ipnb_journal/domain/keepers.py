# SPDX-License-Identifier: MIT
"""Folders that somebody else keeps: programs that copy them elsewhere, and drives across a network.

Known by what such programs call and put into their folders, and by the kinds of file system that
stand for a network. What is not listed here is not noticed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class KeeperKind(StrEnum):
    """How a folder is kept."""

    SYNCED = "synced"
    NETWORK = "network"


@dataclass(frozen=True, slots=True)
class Keeper:
    """Who keeps a folder; `name` is the program's own name, "" where only the kind is known."""

    kind: KeeperKind
    name: str = ""


_FOLDERS = (
    (re.compile(r"dropbox( \(.+\))?", re.IGNORECASE), "Dropbox"),
    (re.compile(r"onedrive( - .+)?", re.IGNORECASE), "OneDrive"),
    (re.compile(r"google ?drive( .+)?|googledrive-.+", re.IGNORECASE), "Google Drive"),
    (re.compile(r"icloud ?drive|com~apple~clouddocs|mobile documents", re.IGNORECASE), "iCloud Drive"),
    (re.compile(r"nextcloud\d*", re.IGNORECASE), "Nextcloud"),
    (re.compile(r"owncloud\d*", re.IGNORECASE), "ownCloud"),
    (re.compile(r"pcloud ?drive|pcloudsync", re.IGNORECASE), "pCloud"),
    (re.compile(r"megasync", re.IGNORECASE), "MEGA"),
    (re.compile(r"box sync|box-box", re.IGNORECASE), "Box"),
    (re.compile(r"proton ?drive", re.IGNORECASE), "Proton Drive"),
    (re.compile(r"seafile|seadrive", re.IGNORECASE), "Seafile"),
    (re.compile(r"kdrive", re.IGNORECASE), "kDrive"),
    (re.compile(r"tresors?", re.IGNORECASE), "Tresorit"),
    (re.compile(r"cloudstorage", re.IGNORECASE), ""),
)
"""Names that such programs give their own folders unless told otherwise."""

_MARKS = (
    (re.compile(r"\.dropbox\.cache"), "Dropbox"),
    (re.compile(r"\.stfolder.*"), "Syncthing"),
    (re.compile(r"\.nextcloudsync\.log"), "Nextcloud"),
    (re.compile(r"\.owncloudsync\.log(\.\d+)?"), "ownCloud"),
    (re.compile(r"\.sync_[0-9a-f]+\.db|\._sync_[0-9a-f]+\.db|\.csync_journal\.db"), "Nextcloud"),
    (re.compile(r"\.tmp\.drivedownload"), "Google Drive"),
    (re.compile(r"\.megaignore|\.debris"), "MEGA"),
)
"""Names of files that such programs keep at the top of a folder of theirs."""

_NETWORKS = frozenset(
    (
        *("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "ncpfs", "ncp", "afs", "afpfs", "webdav"),
        *("davfs", "ceph", "glusterfs", "lustre", "coda", "9p", "beegfs", "ftpfs", "gvfsd-fuse", "sshfs"),
        *("rclone", "s3fs", "davfs2", "curlftpfs", "gcsfuse", "goofys"),
    )
)


def keeper_by_names(folders: Sequence[str]) -> Keeper | None:
    """Who keeps a folder, told by its name and those of the folders around it; the innermost first."""
    for folder in folders:
        for pattern, name in _FOLDERS:
            if pattern.fullmatch(folder):
                return Keeper(KeeperKind.SYNCED, name)
    return None


def keeper_by_marks(names: Iterable[str]) -> Keeper | None:
    """Who keeps a folder, told by what lies in it."""
    for found in names:
        for pattern, name in _MARKS:
            if pattern.fullmatch(found):
                return Keeper(KeeperKind.SYNCED, name)
    return None


def keeper_by_file_system(kind: str) -> Keeper | None:
    """Whether a kind of file system ("nfs4", "fuse.sshfs") stands for a network."""
    plain = kind.lower().removeprefix("fuse.").removeprefix("fuseblk.")
    return Keeper(KeeperKind.NETWORK) if plain in _NETWORKS else None
