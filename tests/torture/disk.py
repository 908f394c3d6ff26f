# SPDX-License-Identifier: MIT
"""A disk with a cache: what certainly survives a power loss, and what may or may not.

Bytes and lengths are certain once their file was synced, names once their folder was. Of the rest any
part may have reached the disk, in sectors of 512 bytes and in any order; a new name that replaces
another does so whole. No file system promises less, most promise more.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Mapping

    from tests.torture.disk_log import Call

SECTOR = 512


@dataclass
class File:
    """Bytes that are certain, and changes that are not: `(place, bytes)`, or a new length."""

    certain: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes] | int] = field(default_factory=list)

    def sync(self) -> None:
        """Everything so far is certain."""
        self.certain = self.with_pending(lambda: True)
        self.pending.clear()

    def with_pending(self, reached: Callable[[], bool]) -> bytearray:
        """The bytes after a power loss; `reached` decides for each sector and each new length."""
        content = bytearray(self.certain)
        for change in self.pending:
            if isinstance(change, int):
                if reached():
                    del content[change:]
                    content.extend(bytes(change - len(content)))
                continue
            place, written = change
            end = place + len(written)
            while place < end:
                stop = min(end, (place // SECTOR + 1) * SECTOR)
                if reached():
                    content.extend(bytes(max(0, place - len(content))))
                    content[place:stop] = written[len(written) - (end - place) : len(written) - (end - stop)]
                place = stop
        return content


FOLDER = File()
"""Stands for a folder among the names."""

Renaming = dict[str, File | None]
"""Names that change together; None takes a name away."""


class Disk:
    """What a replay of calls has left, certain and not; names are relative to `folder`."""

    def __init__(self, folder: Path, before: Mapping[Path, tuple[int, bytes]]) -> None:
        self._folder = folder
        self._by_inode = {inode: File(bytearray(content)) for inode, content in before.values()}
        self._certain: dict[str, File] = {}
        for path, (inode, _) in before.items():
            self._certain[self._name(path)] = self._by_inode[inode]
            for parent in list(path.relative_to(folder).parents)[:-1]:
                self._certain[parent.as_posix()] = FOLDER
        self._names = dict(self._certain)
        self._pending: list[Renaming] = []

    def _name(self, path: Path | bytes) -> str:
        return Path(os.fsdecode(path)).relative_to(self._folder).as_posix()

    def do(self, call: Call) -> None:
        """Replay one call."""
        match call.kind:
            case "W":
                self._by_inode[call.inode].pending.append((call.place, call.first))
            case "T":
                self._by_inode[call.inode].pending.append(call.place)
            case "S":
                self._by_inode[call.inode].sync()
            case "D":
                self._sync_folder(self._name(call.first))
            case "C":
                self._by_inode[call.inode] = File()
                self._rename({self._name(call.first): self._by_inode[call.inode]})
            case "M":
                self._rename({self._name(call.first): FOLDER})
            case "L":
                self._rename({self._name(call.second): self._names[self._name(call.first)]})
            case "U" | "X":
                self._rename({self._name(call.first): None})
            case "R":
                old, new = self._name(call.first), self._name(call.second)
                self._rename({new: self._names[old], old: None})

    def _rename(self, change: Renaming) -> None:
        self._pending.append(change)
        _apply(self._names, change)

    def _sync_folder(self, folder: str) -> None:
        still = []
        for change in self._pending:
            if any(Path(name).parent.as_posix() == folder for name in change):
                _apply(self._certain, change)
            else:
                still.append(change)
        self._pending = still

    @property
    def is_certain(self) -> bool:
        """Whether there is only one state that a power loss could leave."""
        return not self._pending and not any(file.pending for file in self._names.values())

    def after(self, names: Callable[[], bool], sectors: Callable[[], bool]) -> dict[str, bytes | None]:
        """One state: content by name, None for a folder. Both decide what of the uncertain is there."""
        left = dict(self._certain)
        for change in self._pending:
            if names():
                _apply(left, change)
        return {
            name: None if file is FOLDER else bytes(file.with_pending(sectors))
            for name, file in sorted(left.items())
            if all(parent.as_posix() in left for parent in list(Path(name).parents)[:-1])
        }


def _apply(names: dict[str, File], change: Renaming) -> None:
    for name, file in change.items():
        if file is None:
            names.pop(name, None)
        else:
            names[name] = file


def chances(how: str, chance: random.Random) -> tuple[Callable[[], bool], Callable[[], bool]]:
    """What decides about names and about sectors: "nothing", "names", "sectors" or "some" of both."""
    if how == "nothing":
        return (lambda: False), (lambda: False)
    share = chance.choice((0.1, 0.5, 0.9))
    if how == "names":
        return (lambda: True), (lambda: False)
    if how == "sectors":
        return (lambda: True), (lambda: chance.random() < share)
    return (lambda: chance.random() < 0.5), (lambda: chance.random() < share)
