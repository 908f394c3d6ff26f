# SPDX-License-Identifier: MIT
"""The disk of the power loss campaign promises what was synced, and nothing else."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.torture.disk import FOLDER, SECTOR, Disk, chances
from tests.torture.disk_log import Call

HOME = Path("/home/somebody")


def call(kind: str, first: str | bytes = b"", inode: int = 0, place: int = 0, second: str = "") -> Call:
    def whole(name: str) -> bytes:
        return str(HOME / name).encode()

    told = whole(first) if isinstance(first, str) else first
    return Call(kind, 1, inode, place, told, whole(second) if second else b"")


def disk(*calls: Call, before: bytes = b"old") -> Disk:
    made = Disk(HOME, {HOME / "file": (1, before)})
    for each in calls:
        made.do(each)
    return made


def after(made: Disk, how: str = "nothing") -> dict[str, bytes | None]:
    return made.after(*chances(how, random.Random(1)))


def test_unsynced_bytes_are_lost_and_synced_ones_are_not() -> None:
    written = call("W", b"new", inode=1)
    assert after(disk(written)) == {"file": b"old"}
    assert after(disk(written, call("S", "file", inode=1))) == {"file": b"new"}
    assert not disk(written).is_certain
    assert disk(written, call("S", "file", inode=1)).is_certain


def test_a_new_name_is_lost_until_its_folder_is_synced_though_its_bytes_were() -> None:
    made = [call("C", "new", inode=2), call("W", b"words", inode=2), call("S", "new", inode=2)]
    assert after(disk(*made)) == {"file": b"old"}
    assert after(disk(*made, call("D", "."))) == {"file": b"old", "new": b"words"}
    assert after(disk(*made), "names") == {"file": b"old", "new": b"words"}


def test_a_file_in_a_new_folder_is_lost_with_the_name_of_the_folder() -> None:
    made = [call("M", "in"), call("C", "in/new", inode=2), call("D", "in")]
    assert after(disk(*made)) == {"file": b"old"}
    assert after(disk(*made, call("D", "."))) == {"file": b"old", "in": None, "in/new": b""}


def test_one_name_takes_the_place_of_another_whole_or_not_at_all() -> None:
    made = [call("C", "new", inode=2), call("W", b"words", inode=2), call("S", "new", inode=2)]
    replaced = disk(*made, call("D", "."), call("R", "new", second="file"))
    assert after(replaced) == {"file": b"old", "new": b"words"}
    assert after(replaced, "names") == {"file": b"words"}


def test_a_link_is_the_same_file() -> None:
    linked = disk(call("L", "file", second="again"), call("D", "."), call("W", b"new", inode=1))
    linked.do(call("S", "again", inode=1))
    assert after(linked) == {"again": b"new", "file": b"new"}
    linked.do(call("U", "file"))
    assert after(linked) == {"again": b"new", "file": b"new"}
    linked.do(call("D", "."))
    assert after(linked) == {"again": b"new"}


def test_sectors_survive_one_by_one() -> None:
    before, written = b"a" * 8 * SECTOR, b"b" * 8 * SECTOR
    seen = set()
    for seed in range(40):
        torn = disk(call("W", written, inode=1), before=before)
        content = torn.after(*chances("some", random.Random(seed)))["file"]
        assert content is not None
        parts = [content[start : start + SECTOR] for start in range(0, len(content), SECTOR)]
        assert {*parts} <= {b"a" * SECTOR, b"b" * SECTOR}
        seen.add(tuple(part[:1] for part in parts))
    assert len(seen) > 10


@pytest.mark.parametrize(("length", "left"), [(1, b"o"), (5, b"old\0\0")])
def test_a_new_length_is_as_uncertain_as_bytes(length: int, left: bytes) -> None:
    cut = disk(call("T", inode=1, place=length))
    assert after(cut) == {"file": b"old"}
    cut.do(call("S", "file", inode=1))
    assert after(cut) == {"file": left}


def test_a_folder_is_no_file() -> None:
    assert FOLDER.pending == []
