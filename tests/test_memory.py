# SPDX-License-Identifier: MIT
"""The search through a process's memory finds what is there, once for each copy: proofs rest on its eye."""

from __future__ import annotations

import secrets
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests import memory

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")

_HOLDS = """
import mmap, sys
secret = bytes.fromhex(sys.stdin.readline())
held = mmap.mmap(-1, 16 << 20)
for at in (0, (4 << 20) - 7, 9 << 20):
    held[at : at + len(secret)] = secret
del secret
print("ready", flush=True)
sys.stdin.readline()
"""


@contextmanager
def holding(secret: bytes) -> Iterator[int]:
    """A process that has these bytes in its memory three times; its number."""
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLDS], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(secret.hex() + "\n")
        process.stdin.flush()
        assert process.stdout.readline() == "ready\n"
        if not memory.readable(process.pid):
            pytest.skip("this account may not read another process's memory")
        yield process.pid
    finally:
        process.kill()
        process.communicate()


def test_every_copy_is_found_also_where_two_blocks_meet() -> None:
    secret, absent = secrets.token_bytes(24), secrets.token_bytes(24)
    with holding(secret) as pid:
        found = memory.copies(pid, {"held": secret, "absent": absent})
    # the reader's own buffers may hold it once more, as raw bytes or as digits
    assert found.keys() == {"held"}
    assert found["held"] >= 3


@pytest.mark.parametrize("coding", ["utf-8", "utf-16-le", "utf-32-le"])
def test_text_is_found_in_every_width_it_may_have(coding: str) -> None:
    word = "".join(secrets.choice("bcdfghjkmnpqrstvwz") for _ in range(20))
    with holding(word.encode(coding)) as pid:
        assert memory.copies(pid, {"word": word, "other": word[::-1]}).keys() == {"word"}
