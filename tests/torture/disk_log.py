# SPDX-License-Identifier: MIT
"""The log that the preloaded library writes, read back: every call that changed a file, with its bytes."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_HEAD = struct.Struct("<7Q")


@dataclass(frozen=True, slots=True)
class Call:
    """One record; `kind` is the letter explained in shim.c.

    `number` counts the calls from one. `place` is an offset or a length in bytes, `first` a path or
    the bytes written, `second` the other path of a link or a new name.
    """

    kind: str
    number: int
    inode: int
    place: int
    first: bytes
    second: bytes


def read(path: Path) -> list[Call]:
    """All records, in the order in which they happened."""
    content, at, calls = path.read_bytes(), 0, []
    while at < len(content):
        kind, number, _rooms, inode, place, first, second = _HEAD.unpack_from(content, at)
        at += _HEAD.size
        texts = content[at : at + first], content[at + first : at + first + second]
        at += first + second
        calls.append(Call(chr(kind), number, inode, place, *texts))
    return calls
