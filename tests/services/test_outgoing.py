# SPDX-License-Identifier: MIT
"""A file that leaves is there whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ipnb_journal.errors import FileProblem
from ipnb_journal.services import outgoing

if TYPE_CHECKING:
    from pathlib import Path

    from ipnb_journal.vault.vault import Vault


def test_half_a_file_never_takes_the_name(vault: Vault, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    target = folder / "set.toml"
    target.write_text("before")
    with pytest.raises(RuntimeError), outgoing.appearing(vault, target) as file:
        file.write(b"half")
        raise RuntimeError
    assert [one.name for one in folder.iterdir()] == [target.name]
    assert target.read_text() == "before"
    with outgoing.appearing(vault, target) as file:
        file.write(b"whole")
    assert target.read_bytes() == b"whole"


def test_it_never_takes_the_place_of_the_journal_or_of_what_lies_beside_it(
    vault: Vault, tmp_path: Path
) -> None:
    for target in (
        vault.path,
        vault.path.with_name(vault.path.name + "-wal"),
        tmp_path / "no" / "folder.toml",
    ):
        with pytest.raises(FileProblem), outgoing.appearing(vault, target):
            pass
