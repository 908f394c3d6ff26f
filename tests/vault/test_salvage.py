# SPDX-License-Identifier: MIT
"""What is saved of a damaged vault: everything whose own pages are whole, and an honest list of the rest."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from ipnb_journal.domain.entries import EntryKind
from ipnb_journal.errors import DiskFull, NotAVault, VaultBusy, WrongPassphrase
from ipnb_journal.services import sample
from ipnb_journal.vault import copying, entries, keys, look_backs, people, salvage, shapes
from ipnb_journal.vault.keys import VaultKey
from ipnb_journal.vault.vault import Vault
from tests import rescuing
from tests.builders import a_look_back, a_person, an_entry
from tests.data import make

DATA = Path(make.__file__).parent
rescue = rescuing.load()

LINKS = ("entry_people", "entry_tags", "preferences", "prompt_marks")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    path = tmp_path_factory.mktemp("year") / "year.vault"
    return path, sample.make(path, 7, date(2026, 3, 12))


@pytest.fixture
def journal(made: tuple[Path, bytes], tmp_path: Path) -> tuple[Path, bytes]:
    path = tmp_path / "notes.vault"
    shutil.copy(made[0], path)
    return path, made[1]


def content(path: Path, raw: bytes) -> dict[str, list[Any]]:
    vault = Vault.open(path, raw)
    rows = {table: vault.query(f"SELECT * FROM {table} ORDER BY 1, 2") for table in (*salvage.TABLES, *LINKS)}
    vault.close()
    return rows


def is_entry(row: Any) -> bool:
    return len(row.values) == 25 and row.values[3] in set(EntryKind)


def files_in(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir() if file.is_file())


def test_everything_of_a_sound_journal_is_in_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "notes.vault"
    vault = Vault.create(path, VaultKey(keys.new_header(), make.RAW))
    make.fill(vault)
    vault.close()
    before, told = path.read_bytes(), salvage.salvage(path, make.RAW)
    assert told.path == tmp_path / "notes-readable.vault"
    assert (told.cut, told.lost, told.days, told.others, told.loose, told.damaged) == (0, 0, (), (), False, 0)
    assert path.read_bytes() == before
    assert files_in(tmp_path) == ["notes-readable.vault", "notes.vault"]
    assert content(told.path, make.RAW) == content(path, make.RAW)
    assert told.path.read_bytes()[:16] == before[:16]
    copying.verified(told.path, make.RAW)
    assert salvage.salvage(path, make.RAW).path.name == "notes-readable-2.vault"


@pytest.mark.parametrize("seed", range(8))
def test_every_row_whose_own_pages_are_whole_is_saved(journal: tuple[Path, bytes], seed: int) -> None:
    path, raw = journal
    before = content(path, raw)
    whole = rescue.Journal(path, rescue.Secret(raw))
    chance = random.Random(seed)
    hit = set(chance.sample(range(1, len(whole.pages) + 1), chance.randint(1, 25)))
    rescuing.damage(path, hit, seed)
    damaged, touched = path.read_bytes(), rescuing.touched_rows(whole, hit)
    told = salvage.salvage(path, raw)
    after = content(told.path, raw)
    missing = {row[0] for row in before["entries"]} - {row[0] for row in after["entries"]}
    # a check-in given on a page that is lost stands by itself
    before["checkins"] = [
        (*row[:7], None, *row[8:]) if row[7] in missing else row for row in before["checkins"]
    ]
    for table in ("entries", "checkins", "people", "prompt_events", "contacts"):
        expected = [row for row in before[table] if (table, row[0]) not in touched]
        assert [row for row in after[table] if (table, row[0]) not in touched] == expected, table
    assert told.entries == len(after["entries"])
    assert told.lost <= len(missing)
    assert told.damaged == len(hit)
    assert path.read_bytes() == damaged
    copying.verified(told.path, raw)


def test_lost_pages_are_told_by_their_days(journal: tuple[Path, bytes]) -> None:
    path, raw = journal
    trees = rescue.Trees(rescue.Journal(path, rescue.Secret(raw)).pages)
    leaves = [number for number in trees._pages if trees.kind(number) == rescue.TABLE_LEAF]
    leaf = next(number for number in leaves if any(is_entry(row) for row in trees.rows(number)))
    gone = list(trees.rows(leaf))
    rescuing.damage(path, [leaf])
    told = salvage.salvage(path, raw)
    assert told.lost == len(gone)
    assert told.days == tuple(sorted({date.fromisoformat(row.values[4]) for row in gone}))


@pytest.mark.parametrize("truncated", [False, True])
def test_a_page_with_a_piece_missing_is_kept_to_there(
    vault: Vault, vault_key: VaultKey, truncated: bool
) -> None:
    words = " ".join(f"wörd{number}" for number in range(4000))
    kept = entries.add(vault, an_entry(words, takeaway="It ends well."))
    vault.close()
    plain = rescue.Journal(vault.path, rescue.Secret(vault_key.raw)).pages
    [last] = [number for number, page in plain.items() if b"rd3999" in page]
    if truncated:
        vault.path.write_bytes(vault.path.read_bytes()[: (last - 1) * 4096])
    else:
        rescuing.damage(vault.path, [last])
    told = salvage.salvage(vault.path, vault_key.raw)
    opened = Vault.open(told.path, vault_key.raw)
    saved = entries.one(opened, kept.id)
    opened.close()
    assert (told.entries, told.cut, told.lost, told.days) == (1, 1, 0, (kept.page.about_day,))
    beginning = saved.page.writing.body.removesuffix("\n\n[…]")
    assert words.startswith(beginning)
    assert saved.page.writing.takeaway == ""
    if not truncated:
        assert len(beginning) > len(words) - 5000


def test_somebody_whose_name_is_lost_stays_somebody(vault: Vault, vault_key: VaultKey) -> None:
    make.fill(vault)
    [(root,)] = vault.query("SELECT rootpage FROM sqlite_master WHERE name = 'people'")
    vault.close()
    rescuing.damage(vault.path, [root])
    rows = content(salvage.salvage(vault.path, vault_key.raw).path, vault_key.raw)
    assert [row[2] for row in rows["people"]] == ["?"]
    assert [row[6] for row in rows["checkins"]] == [None, 1, None]


def test_notes_and_look_backs_that_are_lost_are_counted(vault: Vault, vault_key: VaultKey) -> None:
    make.fill(vault)
    tables = ("own_prompts", "event_notes", "look_backs")
    asked = f"SELECT rootpage FROM sqlite_master WHERE name IN {tables}"
    roots = [root for (root,) in vault.query(asked)]
    vault.close()
    rescuing.damage(vault.path, roots)
    told = salvage.salvage(vault.path, vault_key.raw)
    assert told.others == tuple((table, 2) for table in tables)


def test_somebody_a_look_back_is_about_stays_somebody(vault: Vault, vault_key: VaultKey) -> None:
    ana = people.add(vault, a_person())
    kept = look_backs.add(vault, a_look_back(person_id=ana.id, note="Mine."))
    [(root,)] = vault.query("SELECT rootpage FROM sqlite_master WHERE name = 'people'")
    vault.close()
    rescuing.damage(vault.path, [root])
    opened = Vault.open(salvage.salvage(vault.path, vault_key.raw).path, vault_key.raw)
    assert look_backs.each(opened) == (kept,)
    assert [person.label for person in people.each(opened)] == ["?"]
    opened.close()


def test_a_lost_page_takes_its_versions_along_but_not_its_draft(vault: Vault, vault_key: VaultKey) -> None:
    make.fill(vault)
    vault.close()
    trees = rescue.Trees(rescue.Journal(vault.path, rescue.Secret(vault_key.raw)).pages)
    hit = [
        number
        for number in trees._pages
        if trees.kind(number) == rescue.TABLE_LEAF
        and any(is_entry(row) and row.rowid == 1 for row in trees.rows(number))
    ]
    rescuing.damage(vault.path, hit)
    rows = content(salvage.salvage(vault.path, vault_key.raw).path, vault_key.raw)
    here = {row[0] for row in rows["entries"]}
    assert 1 not in here
    assert rows["versions"] == []
    assert [row[1] for row in rows["drafts"]] == [None, None]
    assert {row[0] for row in rows["entry_tags"]} <= here


def test_it_tells_how_far_it_is(journal: tuple[Path, bytes]) -> None:
    path, raw = journal
    told: list[tuple[int, int]] = []
    salvage.salvage(path, raw, lambda done, pages: told.append((done, pages)))
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1] == 3 * path.stat().st_size // 4096
    assert len(told) > 3


def test_a_key_that_opens_nothing_is_told_and_nothing_is_left(journal: tuple[Path, bytes]) -> None:
    path, _ = journal
    with pytest.raises(WrongPassphrase):
        salvage.salvage(path, bytes(32))
    assert files_in(path.parent) == [path.name]


def test_an_open_journal_or_no_journal_is_left_alone(vault: Vault, tmp_path: Path) -> None:
    with pytest.raises(VaultBusy):
        salvage.salvage(vault.path, vault.key.raw)
    other = tmp_path / "other.vault"
    other.write_bytes(bytes(8192))
    with pytest.raises(NotAVault):
        salvage.salvage(other, bytes(32))


def test_without_room_nothing_is_made(journal: tuple[Path, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    path, raw = journal
    free = type("Usage", (), {"free": 10})()
    monkeypatch.setattr(copying.shutil, "disk_usage", lambda _: free)
    with pytest.raises(DiskFull):
        salvage.salvage(path, raw)
    assert files_in(path.parent) == [path.name]


@pytest.mark.parametrize("form", [1, 2])
@pytest.mark.parametrize("upgraded", [False, True])
def test_a_journal_of_an_earlier_form_is_saved_too(tmp_path: Path, form: int, upgraded: bool) -> None:
    path = tmp_path / "notes.vault"
    shutil.copy(DATA / f"schema-{form}.vault", path)
    if upgraded:
        # what was written before has no room for what the tables gained
        Vault.open(path, make.RAW).close()
    told = salvage.salvage(path, make.RAW)
    assert (told.lost, told.cut, told.others, told.loose) == (0, 0, (), False)
    assert content(told.path, make.RAW) == content(path, make.RAW)


def are_told_apart(one: shapes.Column, other: shapes.Column) -> bool:
    """Whether what one column needs can't stand in the other."""
    if {one.kind, other.kind} == {"TEXT", "INTEGER"}:
        return (one if one.kind == "TEXT" else other).needed
    return bool(one.words) and one.needed and "2026-03-12T20:15:00+01:00" not in one.words


def test_no_two_tables_can_be_taken_for_each_other(vault: Vault) -> None:
    """Of two whose rows may have as many values, one needs text where the other needs none, or one of few
    words where the other has a moment or a uid.

    That is early enough in the row to be on its own page, whatever of it is cut.
    """
    known = shapes.of(vault, salvage.TABLES)
    alike = [pair for pair in combinations(known, 2) if known[pair[0]].widths & known[pair[1]].widths]
    assert ("entries", "drafts") in alike
    for one, other in alike:
        pairs = zip(known[one].columns[1:8], known[other].columns[1:8], strict=True)
        assert any(are_told_apart(a, b) for a, b in pairs), (one, other)
    tables = vault.query(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND wr = 0"
        " AND name NOT LIKE 'sqlite%'"
    )
    assert {name for (name,) in tables} == set(salvage.TABLES)


_KILLED = """
import os, pathlib, sys
from ipnb_journal.vault import salvage
def told(done, parts):
    if done * 3 >= parts * int(sys.argv[3]):
        os._exit(9)
salvage.salvage(pathlib.Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), told)
"""


@pytest.mark.parametrize("thirds", [0, 1, 2])
def test_a_salvage_that_is_killed_leaves_nothing_that_looks_whole_and_can_be_begun_again(
    journal: tuple[Path, bytes], thirds: int
) -> None:
    path, raw = journal
    asked = [sys.executable, "-c", _KILLED, str(path), raw.hex(), str(thirds)]
    assert subprocess.run(asked, check=False).returncode == 9
    assert [name for name in files_in(path.parent) if name.endswith(".vault")] == ["notes.vault"]
    told = salvage.salvage(path, raw)
    assert told.path.name == "notes-readable.vault"
    assert content(told.path, raw) == content(path, raw)
    assert files_in(path.parent) == ["notes-readable.vault", "notes.vault"]
