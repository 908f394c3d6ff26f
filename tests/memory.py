# SPDX-License-Identifier: MIT
"""Looking into the memory of a running process for what a person typed."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_BLOCK = 1 << 22


def readable(pid: int) -> bool:
    """Whether this account may look: as root, or as the one who traces that process."""
    try:
        with Path(f"/proc/{pid}/mem").open("rb"):
            return True
    except OSError:
        return False


def forms(words: Mapping[str, str | bytes]) -> dict[str, tuple[bytes, ...]]:
    """How each secret may stand in memory: as Python, Qt and SQLite hold text, or as raw bytes and hex."""
    made = {}
    for name, secret in words.items():
        if isinstance(secret, bytes):
            made[name] = (secret, secret.hex().encode(), secret.hex().encode("utf-16-le"))
        else:
            made[name] = (secret.encode(), secret.encode("utf-16-le"), secret.encode("utf-32-le"))
    return made


def copies(pid: int, words: Mapping[str, str | bytes]) -> Counter[str]:
    """How often each secret, by its name, stands in the process's memory; those that don't are left out.

    Raises OSError where the memory can't be read.
    """
    wanted = forms(words)
    longest = max(len(form) for each in wanted.values() for form in each)
    found: Counter[str] = Counter()
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for begin, end in _regions(pid):
            for block, fresh in _blocks(memory.fileno(), begin, end, longest - 1):
                for name, each in wanted.items():
                    number = sum(_count(block, form, fresh) for form in each)
                    if number:
                        found[name] += number
    return found


def _count(block: bytes, form: bytes, fresh: int) -> int:
    """How often `form` ends behind the `fresh` offset: what lies before was counted with the last block."""
    number, at = 0, block.find(form)
    while at >= 0:
        number += at + len(form) > fresh
        at = block.find(form, at + 1)
    return number


def _regions(pid: int) -> Iterator[tuple[int, int]]:
    for line in Path(f"/proc/{pid}/maps").read_text(encoding="utf-8", errors="replace").splitlines():
        span, rights = line.split()[:2]
        if rights.startswith("r") and "[v" not in line:
            begin, end = span.split("-")
            yield int(begin, 16), int(end, 16)


def _blocks(memory: int, begin: int, end: int, overlap: int) -> Iterator[tuple[bytes, int]]:
    """Each block with the tail of the one before it, and how long that tail is."""
    tail, at = b"", begin
    while at < end:
        try:
            part = os.pread(memory, min(_BLOCK, end - at), at)
        except OSError:
            # a page of a device or of a file that got shorter
            part = b""
        if not part:
            tail, at = b"", at + _BLOCK
            continue
        yield tail + part, len(tail)
        tail, at = (tail + part)[-overlap:] if overlap else b"", at + len(part)
