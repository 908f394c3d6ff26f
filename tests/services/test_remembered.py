# SPDX-License-Identifier: MIT
from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from ipnb_journal import paths
from ipnb_journal.errors import FileProblem
from ipnb_journal.services import remembered
from ipnb_journal.vault.keys import new_header

if TYPE_CHECKING:
    from pathlib import Path

    from ipnb_journal.vault.keys import VaultKey


def test_several_journals_are_noted_beside_each_other() -> None:
    first, second = new_header(), new_header()
    remembered.add(first)
    remembered.add(second)
    remembered.add(first)
    assert remembered.headers() == {first, second}
    remembered.drop(first)
    assert remembered.headers() == {second}


def test_the_list_is_its_owners_alone_and_goes_with_the_last_journal() -> None:
    header = new_header()
    remembered.add(header)
    file = paths.remembered_file()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.read_bytes() == header + b"\n"
    remembered.drop(header)
    assert list(file.parent.iterdir()) == []
    remembered.drop(header)


def test_what_is_owed_is_no_longer_remembered_and_not_lost_by_other_changes(vault_path: Path) -> None:
    former, other = new_header(), new_header()
    remembered.add(former)
    remembered.owe(former)
    remembered.add(other)
    assert (remembered.headers(), remembered.owed()) == ({other}, {former})
    remembered.drop(other)
    assert remembered.owed() == {former}
    remembered.drop(former)
    assert not paths.remembered_file().exists()


def test_a_journal_is_known_wherever_it_was_moved(vault_path: Path, vault_key: VaultKey) -> None:
    assert not remembered.holds(vault_path)
    remembered.add(vault_key.header)
    assert remembered.holds(vault_path)
    assert remembered.holds(vault_path.rename(vault_path.with_name("elsewhere.vault")))


def test_what_is_no_journal_is_not_known(tmp_path: Path) -> None:
    remembered.add(new_header())
    (tmp_path / "short").write_bytes(b"J1")
    for name in ("short", "missing", "."):
        assert not remembered.holds(tmp_path / name)


@pytest.mark.parametrize(
    "content", [b"", b"\xff\x00", b"J1short\n", b"[table]\nkey = 1\n", b"J1" + b"a" * 15]
)
def test_a_list_that_somebody_spoiled_remembers_nothing(own_home: Path, content: bytes) -> None:
    own_home.mkdir()
    paths.remembered_file().write_bytes(content)
    assert remembered.headers() == frozenset()


def test_a_link_laid_beside_the_list_is_not_followed(own_home: Path, tmp_path: Path) -> None:
    own_home.mkdir()
    victim = tmp_path / "victim"
    victim.write_text("mine")
    paths.remembered_file().with_name("remembered.new").symlink_to(victim)
    remembered.add(new_header())
    assert victim.read_text() == "mine"


def test_a_folder_that_takes_no_list_is_told(own_home: Path) -> None:
    own_home.write_text("no folder")
    with pytest.raises(FileProblem):
        remembered.add(new_header())
