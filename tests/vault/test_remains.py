# SPDX-License-Identifier: MIT
"""Removed words: what SQLite and the index leave of them, and that a sweep leaves nothing."""

from __future__ import annotations

import random
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.vault import entries, remains
from ipnb_journal.vault.vault import Vault
from tests.builders import an_entry
from tests.vault.test_vault import ROOT, opened_pages

if TYPE_CHECKING:
    from ipnb_journal.vault.keys import VaultKey

Chance = random.Random


def word(chance: Chance, letters: str = "bcdfghjkmnpqrstvwz", length: int = 12) -> str:
    return "".join(chance.choice(letters) for _ in range(length))


def ordinary(chance: Chance) -> str:
    """A word of letters that no canary has."""
    return word(chance, "aeiouxly", chance.randrange(3, 11))


def found(vault: Vault, words: list[str]) -> set[str]:
    """Of which words half or more stands anywhere in the decrypted file."""
    vault.checkpoint()
    return standing(b"\0".join(opened_pages(vault.path, vault.key)), words)


def standing(whole: bytes, words: list[str]) -> set[str]:
    # a word can begin on one page and end on the next
    whole = whole.lower()
    return {one for one in words if one[:7].encode() in whole or one[-7:].encode() in whole}


def grown(vault: Vault, chance: Chance, pages: int) -> list[str]:
    """Fill a vault, its index merged on the way; every fourth page has words of its own, tags too."""
    canaries: list[str] = []
    usual = [ordinary(chance) for _ in range(3000)]
    for number in range(pages):
        own: list[str] = []
        if number % 4 == 1:
            # words that differ in their last letter alone stand whole in the index's separators
            own = [stem + last for stem in (word(chance) for _ in range(12)) for last in "ac"]
            canaries += own
        text = [*own, *chance.choices(usual, k=chance.choice((20, 200, 600)))]
        chance.shuffle(text)
        tags = (*own[:2], chance.choice(usual))
        entries.add(vault, an_entry(" ".join(text), tags=tags))
        if number % 10 == 0:
            vault.idle_work()
    return canaries


def remove_the_marked(vault: Vault, canaries: list[str]) -> None:
    marked = set(canaries)
    for entry in list(entries.each(vault)):
        if marked & set(entry.page.tags):
            entries.remove(vault, entry.id)


@pytest.mark.parametrize("merged", [False, True], ids=["many-segments", "one-segment"])
def test_a_sweep_leaves_nothing_where_secure_delete_alone_does(vault: Vault, merged: bool) -> None:
    canaries = grown(vault, random.Random(1), 120)
    if merged:
        vault.execute("INSERT INTO entry_search(entry_search) VALUES ('optimize')")
    assert found(vault, canaries) == set(canaries)
    remove_the_marked(vault, canaries)
    assert remains.are_due(vault)
    # the control: with this the day-to-day overwriting would be proved enough, and the sweep needless
    assert found(vault, canaries) != set()
    remains.sweep(vault)
    assert found(vault, canaries) == set()
    assert not remains.are_due(vault)
    vault.execute("INSERT INTO entry_search(entry_search, rank) VALUES ('integrity-check', 1)")
    assert vault.query("PRAGMA integrity_check") == [("ok",)]
    assert vault.query("SELECT count(*) FROM entries") == [(90,)]
    assert vault.query("SELECT count(*) FROM entry_search WHERE entry_search MATCH 'a'")[0][0] <= 90


def test_resting_sweeps_once_and_only_when_something_was_removed(vault: Vault) -> None:
    canaries = grown(vault, random.Random(3), 40)
    while vault.idle_work():
        pass
    assert not remains.are_due(vault)
    before = vault.path.read_bytes()
    vault.idle_work()
    assert vault.path.read_bytes() == before
    remove_the_marked(vault, canaries)
    while vault.idle_work():
        pass
    assert not remains.are_due(vault)
    assert found(vault, canaries) == set()


def test_closing_sweeps(vault: Vault, vault_key: VaultKey) -> None:
    canaries = grown(vault, random.Random(4), 60)
    remove_the_marked(vault, canaries)
    vault.close()
    assert standing(b"\0".join(opened_pages(vault.path, vault_key)), canaries) == set()


FULL = """
import pathlib, resource, sys
from ipnb_journal.errors import DiskFull
from ipnb_journal.vault import entries, remains
from ipnb_journal.vault.vault import Vault
vault = Vault.open(pathlib.Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
entries.remove(vault, 2)
vault.checkpoint()
room, _ = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (60000, room))
try:
    remains.sweep(vault)
except DiskFull:
    print("full")
assert remains.are_due(vault)
vault.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a limit on files stands in for the disk's")
def test_with_no_room_nothing_is_lost_and_it_stays_due(vault: Vault, vault_key: VaultKey) -> None:
    canaries = grown(vault, random.Random(5), 40)
    before = list(entries.each(vault))
    vault.close()
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(vault.path), vault_key.raw.hex()],
        capture_output=True, text=True, cwd=ROOT, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "full\n"), done.stderr
    again = Vault.open(vault.path, vault_key.raw)
    assert list(entries.each(again)) == [entry for entry in before if entry.id != 2]
    assert remains.are_due(again)
    again.close()
    gone = [tag for tag in before[1].page.tags if tag in canaries]
    assert gone
    assert standing(b"\0".join(opened_pages(vault.path, vault_key)), gone) == set()
