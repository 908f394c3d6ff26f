# SPDX-License-Identifier: MIT
"""Where a vault lies: in a folder that a program copies elsewhere, or on a drive across a network.

A vault is written while it is open, and a program that copies it meanwhile keeps a torn one: of the
copies made of a file being written, up to half did not open again. A backup is written once and whole,
so such a folder is the right place for backups.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ipnb_journal.domain.keepers import (
    Keeper,
    KeeperKind,
    keeper_by_file_system,
    keeper_by_marks,
    keeper_by_names,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

_REMOTE_DRIVE = 4
_MOUNTS = Path("/proc/self/mountinfo")
_MAC_MOUNT = re.compile(r".+ on (/.*) \(([a-z0-9]+)[,)].*")


def keeper(folder: Path) -> Keeper | None:
    """Who else keeps this folder, None where nobody is known to. Looks at names and mounts, opens no file.

    The folder need not be there yet; what cannot be looked at tells nothing. Takes a few milliseconds,
    but a drive that doesn't answer can make it wait: ask on a worker.
    """
    folder = Path(os.path.realpath(folder))
    around = [folder, *folder.parents]
    found = keeper_by_names([one.name for one in around])
    if found is None:
        found = next(filter(None, (keeper_by_marks(_names_in(one)) for one in around)), None)
    return found or _across_a_network(folder)


def _names_in(folder: Path) -> list[str]:
    try:
        return [found.name for found in folder.iterdir()]
    except OSError:
        return []


def _across_a_network(folder: Path) -> Keeper | None:
    if sys.platform == "win32":
        return _remote_drive(folder)
    kind = mounted_as(folder, _mounts())
    return None if kind is None else keeper_by_file_system(kind)


def mounted_as(folder: Path, mounts: Iterable[tuple[str, str]]) -> str | None:
    """The kind of file system a folder lies on, from pairs of mount point and kind; the last one counts."""
    best: tuple[int, str] | None = None
    for point, kind in mounts:
        if folder.is_relative_to(point) and (best is None or len(point) >= best[0]):
            best = len(point), kind
    return None if best is None else best[1]


def mounts_from_linux(text: str) -> list[tuple[str, str]]:
    """Pairs of mount point and kind from `/proc/self/mountinfo`, described in proc(5)."""
    found = []
    for line in text.splitlines():
        before, dash, after = line.partition(" - ")
        fields = before.split(" ")
        if dash and len(fields) > 4:
            found.append((_unescaped(fields[4]), after.split(" ")[0]))
    return found


def mounts_from_mac(text: str) -> list[tuple[str, str]]:
    """Pairs of mount point and kind from what `/sbin/mount` prints."""
    return [(found[1], found[2]) for line in text.splitlines() if (found := _MAC_MOUNT.fullmatch(line))]


def _mounts() -> list[tuple[str, str]]:
    try:
        if sys.platform == "darwin":
            told = subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=5, check=False)
            return mounts_from_mac(told.stdout)
        return mounts_from_linux(_MOUNTS.read_text(encoding="utf-8", errors="surrogateescape"))
    except (OSError, subprocess.TimeoutExpired):
        return []


def _unescaped(text: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), text)


if sys.platform == "win32":  # pragma: no cover - Windows only

    def _remote_drive(folder: Path) -> Keeper | None:
        import ctypes  # noqa: PLC0415

        drive = f"{folder.drive}\\"
        remote = drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(drive) == _REMOTE_DRIVE
        return Keeper(KeeperKind.NETWORK) if remote else None

else:

    def _remote_drive(folder: Path) -> Keeper | None:
        """Only Windows names its drives."""
        return Keeper(KeeperKind.NETWORK) if str(folder).startswith("//") else None
