# SPDX-License-Identifier: MIT
"""What `rescue.py` reads without SQLCipher: everything of a sound journal, the rest of a damaged one."""

from __future__ import annotations

import ast
import io
import os
import random
import shutil
import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ipnb_journal import paths
from ipnb_journal.services import access, sample
from ipnb_journal.vault import entries, integrity, keys
from ipnb_journal.vault.keys import VaultKey
from ipnb_journal.vault.vault import Vault
from tests import rescuing
from tests.builders import an_entry
from tests.data import make

rescue = rescuing.load()

PASSPHRASE = "five ordinary wörds for a test"
TABLES = (
    *("entries", "versions", "drafts", "people", "entry_people", "entry_tags", "checkins", "contacts"),
    *("prompt_marks", "own_prompts", "event_notes", "look_backs"),
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """A closed journal with a made-up year in it, and its raw key; copy it, never change it."""
    path = tmp_path_factory.mktemp("year") / "year.vault"
    return path, sample.make(path, 7, date(2026, 3, 12))


@pytest.fixture
def journal(made: tuple[Path, bytes], tmp_path: Path) -> tuple[Path, bytes]:
    path = tmp_path / "notes.vault"
    shutil.copy(made[0], path)
    return path, made[1]


def content(path: Path, raw: bytes) -> dict[str, list[Any]]:
    """Every row of a journal, as the journal's own program reads it."""
    vault = Vault.open(path, raw)
    rows = {table: vault.query(f"SELECT * FROM {table} ORDER BY 1, 2") for table in TABLES}
    vault.close()
    return rows


def plain_content(path: Path) -> dict[str, list[Any]]:
    """Every row of what was written, as the standard library reads it."""
    into = sqlite3.connect(path)
    assert into.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    rows = {table: into.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in TABLES}
    into.close()
    return rows


def run(*given: str | Path, secret: str) -> subprocess.CompletedProcess[str]:
    """The program as a person starts it, the secret through a descriptor."""
    reading, writing = os.pipe()
    os.write(writing, f"{secret}\n".encode())
    os.close(writing)
    command = [sys.executable, str(paths.rescue_script()), "--fd", str(reading), *map(str, given)]
    done = subprocess.run(command, capture_output=True, text=True, pass_fds=[reading], timeout=55)
    os.close(reading)
    return done


def raw_line(raw: bytes, path: Path) -> str:
    return keys.raw_key_line(VaultKey(path.read_bytes()[:16], raw))


def test_a_journal_opens_with_its_passphrase_and_every_row_is_there(tmp_path: Path) -> None:
    path = tmp_path / "notes.vault"
    opened = access.create(path, PASSPHRASE)
    entries.add(opened.vault, an_entry("The harbour was quiet."))
    raw = opened.vault.key.raw
    opened.vault.close()
    done = run(path, tmp_path / "plain.db", secret=PASSPHRASE)
    assert (done.returncode, done.stderr) == (0, "")
    assert plain_content(tmp_path / "plain.db") == content(path, raw)


@pytest.mark.parametrize("form", ["code", "raw line", "raw line without salt"])
def test_a_journal_opens_with_each_form_of_its_key(
    journal: tuple[Path, bytes], tmp_path: Path, form: str
) -> None:
    path, raw = journal
    secret = {
        "code": keys.recovery_code(VaultKey(path.read_bytes()[:16], raw)).lower(),
        "raw line": raw_line(raw, path),
        "raw line without salt": f"x'{raw.hex()}'",
    }[form]
    before = path.read_bytes()
    done = run("--key", path, tmp_path / "plain.db", secret=secret)
    assert done.returncode == 0, done.stderr
    assert plain_content(tmp_path / "plain.db") == content(path, raw)
    assert path.read_bytes() == before
    assert (tmp_path / "plain.db").stat().st_mode & 0o777 == 0o600


def test_words_are_found_in_the_plain_file(journal: tuple[Path, bytes], tmp_path: Path) -> None:
    path, raw = journal
    vault = Vault.open(path, raw)
    # wiping deleted words from the index needs a form of it that older SQLite does not know
    vault.execute("DELETE FROM entries WHERE id = 3")
    asked = "SELECT rowid FROM entry_search WHERE entry_search MATCH 'mum OR river' ORDER BY rowid"
    expected = vault.query(asked)
    vault.close()
    assert expected
    whole, mended = rescue.Journal(path, rescue.Secret(raw)), tmp_path / "mended.vault"
    shutil.copy(path, mended)
    rescuing.damage(mended, [whole_page_of(whole, "prompt_events_by_prompt")])
    for source, target in ((path, "plain.db"), (mended, "mended.db")):
        rescue.write_plain(rescue.Journal(source, rescue.Secret(raw)), tmp_path / target)
        into = sqlite3.connect(tmp_path / target)
        assert into.execute(asked).fetchall() == expected
        into.close()


def whole_page_of(journal: Any, name: str) -> int:
    into = sqlite3.connect(":memory:")
    made = {part.name: part.root for part in rescue.Rebuilt(journal, into)._schema()}
    into.close()
    return made[name]


@pytest.mark.parametrize("secret", ["another passphrase", "five ordinary words for a test"])
def test_a_wrong_passphrase_is_told_in_one_line(vault_path: Path, tmp_path: Path, secret: str) -> None:
    done = run(vault_path, tmp_path / "plain.db", secret=secret)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("rescue: That does not open this journal")
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "plain.db").exists()


def test_a_slip_in_a_recovery_key_is_told(journal: tuple[Path, bytes], tmp_path: Path) -> None:
    path, raw = journal
    code = keys.recovery_code(VaultKey(path.read_bytes()[:16], raw))
    slip = ("0" if code[0] != "0" else "1") + code[1:]
    for secret, told in ((slip, "One of the letters"), (code[:-1], "neither"), ("", "neither")):
        done = run("--key", path, "--list", secret=secret)
        assert (done.returncode, done.stdout) == (1, "")
        assert told in done.stderr


def test_nothing_is_overwritten(journal: tuple[Path, bytes], tmp_path: Path) -> None:
    path, raw = journal
    (tmp_path / "plain.db").write_text("mine")
    done = run("--key", path, tmp_path / "plain.db", secret=raw_line(raw, path))
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert (tmp_path / "plain.db").read_text() == "mine"
    with pytest.raises(FileExistsError):
        rescue.write_plain(rescue.Journal(path, rescue.Secret(raw)), tmp_path / "plain.db")


def test_the_pages_decrypt_to_an_sqlite_file(journal: tuple[Path, bytes]) -> None:
    path, raw = journal
    read = dict(rescue.pages(path, raw))
    assert list(read) == list(range(1, path.stat().st_size // 4096 + 1))
    assert all(page is not None and len(page) == 4096 for page in read.values())
    assert read[1].startswith(b"SQLite format 3\0")


@pytest.mark.parametrize("seed", range(6))
def test_exactly_the_damaged_pages_are_listed_and_every_other_entry_is_there(
    journal: tuple[Path, bytes], tmp_path: Path, seed: int
) -> None:
    path, raw = journal
    before = content(path, raw)
    whole = rescue.Journal(path, rescue.Secret(raw))
    hit = sorted(random.Random(seed).sample(range(2, len(whole.pages) + 1), 5))
    rescuing.damage(path, hit, seed)
    done = run("--key", path, tmp_path / "plain.db", secret=raw_line(raw, path))
    assert done.returncode == 1
    assert f"damaged pages: {', '.join(map(str, hit))}\n" in done.stdout
    after = plain_content(tmp_path / "plain.db")
    touched = rescuing.touched_rows(whole, set(hit))
    for table in ("entries", "versions", "drafts", "checkins", "people"):
        expected = [row for row in before[table] if (table, row[0]) not in touched]
        assert [row for row in after[table] if (table, row[0]) not in touched] == expected


def test_a_lost_entry_is_named_by_its_day(journal: tuple[Path, bytes], tmp_path: Path) -> None:
    path, raw = journal
    whole = rescue.Journal(path, rescue.Secret(raw))
    leaves = rescue.Trees(whole.pages).below(whole_page_of(whole, "entries"))
    leaf = next(number for number in sorted(leaves) if rescue.Trees(whole.pages).kind(number) == 13)
    gone = [row for row in rescue.Trees(whole.pages).rows(leaf)]
    rescuing.damage(path, [leaf])
    lost = rescue.write_plain(rescue.Journal(path, rescue.Secret(raw)), tmp_path / "plain.db")
    assert [f"entries: row {row.rowid}, about {row.values[4]}: cannot be read" for row in gone] == lost


def test_the_beginning_of_a_long_page_is_kept(vault: Vault, vault_key: VaultKey, tmp_path: Path) -> None:
    words = " ".join(f"word{number}" for number in range(4000))
    kept = entries.add(vault, an_entry(words))
    vault.close()
    whole = rescue.Journal(vault.path, rescue.Secret(vault_key.raw))
    [last] = [number for number, page in whole.pages.items() if b"word3999" in (page or b"")]
    rescuing.damage(vault.path, [last])
    lost = rescue.write_plain(rescue.Journal(vault.path, rescue.Secret(vault_key.raw)), tmp_path / "plain.db")
    [(_, body)] = sqlite3.connect(tmp_path / "plain.db").execute("SELECT id, body FROM entries").fetchall()
    assert lost == [f"entries: row {kept.id}, about 2026-03-12: only its beginning can be read"]
    assert words.startswith(body)
    assert len(body) > len(words) - 4096


@pytest.mark.parametrize("left", [0.5, -1, -4096])
def test_the_rest_of_a_truncated_file_is_read(
    journal: tuple[Path, bytes], tmp_path: Path, left: float
) -> None:
    path, raw = journal
    whole = path.read_bytes()
    size = len(whole) // 2 if left == 0.5 else len(whole) + int(left)
    path.write_bytes(whole[:size])
    read = rescue.Journal(path, rescue.Secret(raw))
    assert len(read.damaged) + read.missing == len(whole) // 4096 - size // 4096
    rescue.write_plain(read, tmp_path / "plain.db")
    count = len(plain_content(tmp_path / "plain.db")["entries"])
    assert count > 10


def test_with_a_destroyed_first_page_the_raw_line_opens_the_rest(
    journal: tuple[Path, bytes], tmp_path: Path
) -> None:
    path, raw = journal
    before, line = content(path, raw), raw_line(raw, path)
    path.write_bytes(random.Random(1).randbytes(4096) + path.read_bytes()[4096:])
    done = run("--key", path, tmp_path / "plain.db", secret=line)
    assert "damaged pages: 1\n" in done.stdout
    assert plain_content(tmp_path / "plain.db")["entries"] == before["entries"]
    refused = run("--key", path, "--list", secret=f"x'{raw.hex()}'")
    assert refused.returncode == 1
    assert refused.stdout == ""


def test_what_came_with_later_forms_is_printed_and_a_journal_of_the_first_form_too() -> None:
    data = Path(make.__file__).parent
    for number, names in (
        (1, ()),
        (2, ("[where]\nthe 14 bus", "a prompt of your own", "Tea for one", "One sip.")),
        (3, ("Moved house", "Übungen begonnen", "a note beside a Look-back", "So it was.\nMostly.")),
    ):
        out = io.StringIO()
        path = data / f"schema-{number}.vault"
        lost = rescue.print_text(rescue.Journal(path, rescue.Secret(make.RAW)), out)
        assert lost == []
        assert "A quiet harbour" in out.getvalue()
        assert [name for name in names if name not in out.getvalue()] == []


def test_an_own_prompt_whose_end_is_missing_is_printed_to_there() -> None:
    assert rescue._parts_of('{"title": "Te') == [("what can be read", '{"title": "Te')]
    assert rescue._parts_of("[]") == [("what can be read", "[]")]


@pytest.mark.parametrize("upgraded", [False, True])
def test_pages_of_the_first_form_are_read_whatever_page_of_the_schema_is_lost(
    tmp_path: Path, upgraded: bool
) -> None:
    path, copy = tmp_path / "notes.vault", tmp_path / "copy.vault"
    shutil.copy(Path(make.__file__).parent / "schema-1.vault", path)
    shutil.copy(path, copy)
    expected = [row[1:21] for row in content(copy, make.RAW)["entries"]]
    sound = (copy if upgraded else path).read_bytes()
    path.write_bytes(sound)
    for number in rescue.Trees(rescue.Journal(path, rescue.Secret(make.RAW)).pages).below(1):
        path.write_bytes(sound)
        rescuing.damage(path, [number])
        target = tmp_path / f"plain-{number}.db"
        rescue.write_plain(rescue.Journal(path, rescue.Secret(make.RAW)), target)
        into = sqlite3.connect(target)
        assert [row[1:21] for row in into.execute("SELECT * FROM entries ORDER BY id")] == expected
        into.close()


def test_entries_are_read_whatever_page_of_the_schema_is_lost(
    journal: tuple[Path, bytes], tmp_path: Path
) -> None:
    path, raw = journal
    sound, expected = path.read_bytes(), [row[1:21] for row in content(path, raw)["entries"]]
    schema = rescue.Trees(rescue.Journal(path, rescue.Secret(raw)).pages).below(1)
    assert len(schema) > 2
    for number in schema:
        path.write_bytes(sound)
        rescuing.damage(path, [number])
        target = tmp_path / f"plain-{number}.db"
        rescue.write_plain(rescue.Journal(path, rescue.Secret(raw)), target)
        into = sqlite3.connect(target)
        assert [row[1:21] for row in into.execute("SELECT * FROM entries ORDER BY id")] == expected
        into.close()


def with_a_log(vault: Vault, tmp_path: Path) -> Path:
    """A copy of an open journal as a crash leaves it: three commits are in the log beside it only."""
    vault.checkpoint()
    for number in range(3):
        entries.add(vault, an_entry(f"Commit {number}."))
    copy = tmp_path / "crashed.vault"
    shutil.copy(vault.path, copy)
    shutil.copy(f"{vault.path}-wal", f"{copy}-wal")
    return copy


def bodies(read: Any) -> list[str]:
    into = sqlite3.connect(":memory:")
    rescue.Rebuilt(read, into)
    found = [body for (body,) in into.execute("SELECT body FROM entries ORDER BY id")]
    into.close()
    return found


def test_commits_that_are_only_in_the_log_are_read(vault: Vault, vault_key: VaultKey, tmp_path: Path) -> None:
    path = with_a_log(vault, tmp_path)
    read = rescue.Journal(path, rescue.Secret(vault_key.raw))
    assert bodies(read) == ["Commit 0.", "Commit 1.", "Commit 2."]
    rescue.write_plain(read, tmp_path / "plain.db")
    assert [row[17] for row in plain_content(tmp_path / "plain.db")["entries"]] == bodies(read)


def test_commits_behind_a_damaged_frame_are_read_and_the_frame_is_listed(
    vault: Vault, vault_key: VaultKey, tmp_path: Path
) -> None:
    path = with_a_log(vault, tmp_path)
    log = path.with_name(f"{path.name}-wal")
    data = bytearray(log.read_bytes())
    data[32 + 24 + 100] ^= 1
    log.write_bytes(data)
    read = rescue.Journal(path, rescue.Secret(vault_key.raw))
    assert read.frames == [1]
    assert bodies(read)[-1] == "Commit 2."


def test_what_was_not_committed_stays_out(vault: Vault, vault_key: VaultKey, tmp_path: Path) -> None:
    path = with_a_log(vault, tmp_path)
    log = path.with_name(f"{path.name}-wal")
    # without its last frame the last commit never ended
    log.write_bytes(log.read_bytes()[: -(24 + 4096)])
    assert bodies(rescue.Journal(path, rescue.Secret(vault_key.raw))) == ["Commit 0.", "Commit 1."]


def test_every_page_is_printed_as_text(journal: tuple[Path, bytes]) -> None:
    path, raw = journal
    done = run("--key", path, "--text", secret=raw_line(raw, path))
    assert done.returncode == 0
    for row in content(path, raw)["entries"]:
        assert row[17] in done.stdout


def test_a_list_says_how_much_can_be_read(journal: tuple[Path, bytes]) -> None:
    path, raw = journal
    count = len(content(path, raw)["entries"])
    done = run("--key", path, "--list", secret=raw_line(raw, path))
    assert done.stdout.startswith(f"{count} entries can be read.\n")


@pytest.mark.parametrize("given", [[], ["notes.vault"], ["notes.vault", "plain.db", "--text"]])
def test_wrong_usage_is_told(given: list[str]) -> None:
    assert run(*given, secret="").returncode == 2


def test_it_stands_alone_and_runs_on_python_39() -> None:
    source = paths.rescue_script().read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 9))
    imported = {
        name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [node.module or ""] if isinstance(node, ast.ImportFrom) else [a.name for a in node.names]
        )
    }
    assert imported - set(sys.stdlib_module_names) == {"cryptography"}


def test_the_pages_of_the_file_are_as_many_as_the_check_counts(journal: tuple[Path, bytes]) -> None:
    path, raw = journal
    vault = Vault.open(path, raw)
    report = integrity.check(vault)
    vault.close()
    assert len(dict(rescue.pages(path, raw))) == report.pages
