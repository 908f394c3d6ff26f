# SPDX-License-Identifier: MIT
"""A file that is taken along is there whole, for its owner only, or not at all."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.errors import DiskFull, FileProblem
from ipnb_journal.services import taking_along
from tests.small_disk import no_room_beyond

if TYPE_CHECKING:
    from pathlib import Path

    from ipnb_journal.vault.vault import Vault


def test_it_is_the_owner_s_alone_and_replaces_an_older_one(vault: Vault, tmp_path: Path) -> None:
    target = tmp_path / "out" / "picture.pdf"
    target.parent.mkdir()
    target.write_text("older")
    target.chmod(0o644)
    taking_along.write(vault, b"whole", target)
    assert target.read_bytes() == b"whole"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600 or os.name == "nt"
    assert [one.name for one in target.parent.iterdir()] == ["picture.pdf"]


def test_a_full_disk_leaves_no_file(vault: Vault, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    with no_room_beyond(4096), pytest.raises(DiskFull):
        taking_along.write(vault, b"x" * 100_000, folder / "picture.png")
    assert list(folder.iterdir()) == []


def test_the_journal_is_never_written_over(vault: Vault) -> None:
    before = vault.path.read_bytes()
    with pytest.raises(FileProblem):
        taking_along.write(vault, b"x", vault.path)
    assert vault.path.read_bytes() == before
