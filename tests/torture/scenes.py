# SPDX-License-Identifier: MIT
"""A folder for each case: what an operation starts from is made once and copied."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tests.torture.disk_log import Call, read
from tests.torture.operations import OPERATIONS
from tests.torture.stage import Order, ground, stage

if TYPE_CHECKING:
    from collections.abc import Iterator


@cache
def template(operation: str) -> Path:
    """The folder that an operation starts from; copy it, work in the copy."""
    folder = Path(tempfile.mkdtemp(prefix="template-", dir=ground()))
    OPERATIONS[operation].make(folder)
    return folder


@contextmanager
def empty_scene() -> Iterator[Path]:
    """An empty folder, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="case-", dir=ground()) as name:
        yield Path(name)


def lay_scene(operation: str, folder: Path) -> None:
    """Make `folder` as the operation finds it."""
    shutil.copytree(template(operation), folder)


@contextmanager
def scene(operation: str) -> Iterator[Path]:
    """A folder as the operation finds it, gone afterwards."""
    with empty_scene() as case:
        lay_scene(operation, case / "scene")
        yield case / "scene"


@dataclass(frozen=True, slots=True)
class Undisturbed:
    """An operation run to its end: what it told, and every call it made that changes a file."""

    said: tuple[str, ...]
    calls: int
    rooms: int
    log: tuple[Call, ...]
    before: dict[Path, tuple[int, bytes]]
    """The files it started from by their place in the folder: inode and content."""
    folder: Path

    @property
    def writes(self) -> list[int]:
        """The numbers of the calls that write bytes, more than one of them."""
        return [call.number for call in self.log if call.kind == "W" and len(call.first) > 1]


@cache
def undisturbed(operation: str) -> Undisturbed:
    """The operation, with nothing in its way; it has to hold then too."""
    with scene(operation) as folder:
        log = folder.with_name("log")
        before = {
            path: (path.stat().st_ino, path.read_bytes()) for path in folder.rglob("*") if path.is_file()
        }
        told = stage().run(Order(operation, str(folder), log=str(log)))
        lost = f"it ends with {told.trouble or told.said}" if told.code or told.signal else None
        lost = lost or OPERATIONS[operation].judge(folder, told.said)
        if lost:
            raise RuntimeError(f"{operation}, undisturbed: {lost}")
        return Undisturbed(told.said, told.calls, told.rooms, tuple(read(log)), before, folder)
