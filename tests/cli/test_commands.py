# SPDX-License-Identifier: MIT
"""What each command prints and refuses, on real journals."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from datetime import date, timedelta

import pytest

from ipnb_journal.cli import commands as command_line
from ipnb_journal.cli.terminal import NoTerminal, Terminal, safe
from ipnb_journal.domain.history import Snippet
from ipnb_journal.errors import AppError, PassphraseUnfit, VaultDamaged, WrongPassphrase
from ipnb_journal.services import access, history, salvaging
from ipnb_journal.vault import integrity
from ipnb_journal.vault.vault import Vault
from tests.cli.conftest import Speaking


def test_entries_are_listed_newest_first(ipnb, year_path):
    code, told, _ = ipnb("entries", year_path)
    days = [line[:10] for line in told.splitlines()]
    assert code == 0
    assert len(days) == 55
    assert days == sorted(days, reverse=True)
    assert "Plums" in told
    assert "[Iris, Jonas]" in told or "[Jonas, Iris]" in told


def test_entries_can_be_narrowed(ipnb, year_path, now):
    first, last = now.date() - timedelta(days=100), now.date() - timedelta(days=50)
    told = ipnb("entries", year_path, "--from", first, "--to", last, "--json")[1]
    rows = json.loads(told)
    assert rows
    assert all(first.isoformat() <= row["day"] <= last.isoformat() for row in rows)
    assert len(ipnb("entries", year_path, "--limit", 3)[1].splitlines()) == 3
    assert len(json.loads(ipnb("entries", year_path, "--limit", 3, "--json")[1])) == 3
    far = date(1990, 1, 1)
    assert ipnb("entries", year_path, "--to", far)[:2] == (0, "")
    assert json.loads(ipnb("entries", year_path, "--to", far, "--json")[1]) == []


def test_search_shows_where_the_words_are(ipnb, year_path):
    code, told, _ = ipnb("search", year_path, "skylarks")
    assert code == 0
    assert told.splitlines()[0].endswith("Nearly a year  [Dad]") or "Nearly a year" in told.splitlines()[0]
    rows = json.loads(ipnb("search", year_path, "skyl", "--json")[1])
    assert len(rows) == 2
    for row in rows:
        for start, length in row["snippet"]["hits"]:
            assert row["snippet"]["text"][start : start + length].lower() == "skylarks"


def test_finding_nothing_is_no_refusal(ipnb, year_path):
    assert ipnb("search", year_path, "xylophone") == (0, "", "no page has these words\n")
    assert json.loads(ipnb("search", year_path, "xylophone", "--json")[1]) == []


def test_one_letter_is_refused(ipnb, year_path):
    code, told, why = ipnb("search", year_path, "a")
    assert (code, told) == (1, "")
    assert "two letters" in why


def test_a_page_is_written_with_everything_said_about_it(ipnb, vault_path, vault_key, now):
    told = ipnb(
        "write", vault_path, "--title", "Plain", "--day", "2025-03-13", "--tag", "b", "--tag", "a",
        "--person", "Ana", "--person", "ana", given="\ufeffOne\r\ntwo\x00\x1b[31m\n\n".encode(),
    )  # fmt: skip
    assert told == (0, "kept: 2025-03-13  Plain\n", "")
    vault = Vault.open(vault_path, vault_key.raw)
    (row,) = history.lately(vault)
    entry = history.entry(vault, row.id)
    vault.close()
    assert entry.page.writing.body == "One\ntwo[31m"
    assert entry.page.tags == ("a", "b")
    assert len(entry.page.people) == 1
    assert entry.page.about_day == date(2025, 3, 13)
    assert entry.written_at == now


@pytest.mark.parametrize(
    ("given", "why"), [(b" \n", "nothing was written"), (b"\xff\xfe", "UTF-8"), (b"", "nothing was written")]
)
def test_a_page_that_cannot_be_kept_leaves_nothing(ipnb, vault_path, vault_key, given, why):
    code, told, line = ipnb("write", vault_path, given=given)
    assert (code, told) == (1, "")
    assert why in line
    vault = Vault.open(vault_path, vault_key.raw)
    assert history.lately(vault) == ()
    vault.close()


def test_a_journal_travels_by_archive(ipnb, year_path, vault_template, tmp_path):
    target = tmp_path / "journal.json"
    code, told, why = ipnb("export", year_path, "--to", "json", "--out", target)
    assert (code, told) == (0, "")
    assert "not encrypted" in why
    assert why.count("\n") == 1
    assert (
        ipnb("export", year_path, "--to", "json")[1].splitlines()[3:] == target.read_text().splitlines()[3:]
    )
    other = tmp_path / "other.vault"
    other.write_bytes(vault_template.read_bytes())
    code, told, _ = ipnb("import", other, "--from", "json", target)
    assert code == 0
    assert "added 56 pages" in told
    again = ipnb("import", other, "--from", "json", "-", given=target.read_bytes())
    assert "added 0 pages, 0 check-ins, 0 people, 0 open pages" in again[1]


def test_a_broken_archive_is_refused_by_its_place(ipnb, year_path, tmp_path):
    target = tmp_path / "journal.json"
    ipnb("export", year_path, "--to", "json", "--out", target)
    archive = json.loads(target.read_text())
    archive["entries"][12]["about_day"] = "Thursday"
    target.write_text(json.dumps(archive))
    code, told, why = ipnb("import", year_path, "--from", "json", target)
    assert (code, told) == (1, "")
    assert why == f'ipnb-journal: {target}: entries[12].about_day: a day such as "2025-03-13" was expected\n'


def test_an_export_never_writes_over_a_journal(ipnb, year_path):
    before = year_path.read_bytes()
    code, _, why = ipnb("export", year_path, "--to", "json", "--out", year_path)
    assert code == 1
    assert "no journal is ever written over" in why
    assert year_path.read_bytes() == before


def test_an_archive_that_is_not_there_is_told_before_the_passphrase(ipnb, vault_path):
    code, _, why = ipnb("import", vault_path, "--from", "json", "nowhere.json", typed=())
    assert code == 1
    assert why == "ipnb-journal: nowhere.json: No such file or directory\n"


def test_check_says_how_much_was_looked_at(ipnb, year_path):
    code, told, _ = ipnb("check", year_path)
    assert code == 0
    assert "nothing wrong" in told
    found = json.loads(ipnb("check", year_path, "--json")[1])
    assert found["problems"] == []
    assert found["pages"] > 10


def test_check_refuses_what_is_damaged(ipnb, year_path):
    with year_path.open("r+b") as file:
        file.seek(-5000, os.SEEK_END)
        file.write(b"\x00" * 64)
    code, _, why = ipnb("check", year_path)
    assert code == 1
    assert why.count("\n") == 1
    assert "damaged" in why


def test_damage_is_reported_line_by_line(ipnb, vault_path, monkeypatch):
    report = integrity.Report(12, ("page 3: \x1b[2Jbad",))
    monkeypatch.setattr(access, "check", lambda vault: report)
    code, told, why = ipnb("check", vault_path)
    assert code == 1
    assert told.splitlines()[1] == "  page 3: [2Jbad"
    assert why.count("\n") == 1


def test_a_new_journal_shows_its_key_once_and_asks_twice(ipnb, tmp_path):
    file = tmp_path / "new.vault"
    phrase = "harbour violet mistake lantern frost"
    code, told, why = ipnb("new", file, typed=(phrase, phrase + " "))
    assert (code, told, file.exists()) == (1, "", False)
    assert "not the same" in why
    code, told, _ = ipnb("new", file, typed=(phrase, phrase))
    assert code == 0
    letters = "".join(line.strip() for line in told.splitlines() if line.startswith("    ")).replace("-", "")
    vault = access.unlock_with_recovery_code(file, letters)
    assert access.recovery_sheet(vault).mark in told
    vault.close()
    before = file.read_bytes()
    assert ipnb("new", file, typed=())[0] == 1
    assert file.read_bytes() == before


def test_a_weak_passphrase_makes_nothing(ipnb, tmp_path):
    code, _, why = ipnb("new", tmp_path / "new.vault", typed=("short", "short"))
    assert code == 1
    assert why.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_what_can_be_read_is_saved(ipnb, year_path, vault_key, monkeypatch):
    monkeypatch.setattr(salvaging.keys, "derive", lambda passphrase, header: vault_key)
    whole = year_path.read_bytes()
    year_path.write_bytes(whole[:4096] + bytes(4096) + whole[8192:])
    code, told, _ = ipnb("salvage", year_path)
    new = year_path.with_name("notes-readable.vault")
    assert (code, told.splitlines()[0]) == (0, str(new))
    assert " in it." in told
    opened = Vault.open(new, vault_key.raw)
    assert integrity.check(opened).is_sound
    opened.close()


def test_prompts_are_checked(ipnb, tmp_path):
    good = ipnb(
        "prompts", "check", command_line.__file__.replace("ipnb_journal/cli/commands.py", "prompts/en")
    )
    assert good[0] == 0
    bad = tmp_path / "bad.toml"
    bad.write_text("[[prompt]]\nid = 5\n")
    code, _, why = ipnb("prompts", "check", bad)
    assert code == 1
    assert why.count("\n") == 1


def test_the_journal_is_locked_again_after_a_refusal(ipnb, year_path, vault_key):
    ipnb("export", year_path, "--to", "json", "--out", "/nowhere/at/all.json")
    Vault.open(year_path, vault_key.raw).close()
    assert [path.name for path in year_path.parent.iterdir() if "wal" in path.name] == []


def test_an_open_journal_is_told_as_busy(ipnb, vault_path, vault_key):
    held = Vault.open(vault_path, vault_key.raw)
    code, _, why = ipnb("entries", vault_path)
    held.close()
    assert code == 1
    assert "already open" in why


@pytest.mark.parametrize("text", ["a\x1b[2Jb", "a\nb", "a\x9bb", "a\u202eb", "a\u2028b", "a\u0007b"])
def test_nothing_a_terminal_obeys_gets_through(text):
    shown = safe(text)
    assert shown.isprintable()
    assert shown.startswith("a")
    assert shown.endswith("b")


def test_hits_are_bold_only_for_a_person(now, monkeypatch):
    terminal = Speaking(now)
    snippet = Snippet("one t\x1bwo", ((4, 4),))
    assert terminal.marked(snippet) == "one two"
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(terminal.out, "isatty", lambda: True, raising=False)
    assert terminal.marked(snippet) == "one \x1b[1mtwo\x1b[0m"


@pytest.mark.parametrize(
    ("data", "expected"),
    [(b"a b \nrest", "a b "), (b"a\r\nrest", "a"), (b"a", "a"), (b"\nrest", ""), ("ü\n".encode(), "ü")],
)
def test_a_passphrase_is_one_line_of_a_descriptor(now, data, expected):
    reading, writing = os.pipe()
    os.write(writing, data)
    os.close(writing)
    assert Speaking(now).passphrase(reading) == expected
    assert os.read(reading, 99) == data.partition(b"\n")[2]
    os.close(reading)


@pytest.mark.parametrize(("data", "reason"), [(b"\xff\n", "letters"), (b"a" * 5000, "long")])
def test_a_line_that_is_no_passphrase_is_refused(now, data, reason):
    reading, writing = os.pipe()
    os.write(writing, data)
    os.close(writing)
    with pytest.raises(PassphraseUnfit) as caught:
        Speaking(now).passphrase(reading)
    assert caught.value.facts["reason"] == reason
    os.close(reading)


def test_a_descriptor_that_is_not_open_is_named(ipnb, vault_path):
    code, _, why = ipnb("check", vault_path, "--passphrase-fd", 987)
    assert code == 1
    assert "descriptor 987" in why


def test_every_problem_has_a_line():
    def family(kind: type[AppError]) -> list[type[AppError]]:
        return [kind, *(inner for one in kind.__subclasses__() for inner in family(one))]

    for kind in family(AppError):
        problem = kind(file="notes\x1b.vault", place="there", reason="why", detail="d", found=2, known=1)
        line = command_line.line_for(problem)
        assert line.isprintable(), kind
        assert "notes.vault" in line
    assert "N" in command_line.line_for(NoTerminal())
    assert "notes" in command_line.line_for(VaultDamaged(file="notes", detail="torn"))


def test_ctrl_c_ends_quietly(now, tmp_path):
    def interrupt(question: str) -> str:
        raise KeyboardInterrupt

    terminal = Terminal(io.StringIO(), io.StringIO(), lambda: now, interrupt)
    assert command_line.run(["check", str(tmp_path / "a.vault")], terminal) == 130
    assert terminal.err.getvalue() == ""


def test_nothing_heavy_is_imported_for_the_version():
    code = (
        "import sys; from ipnb_journal.cli import main\ntry: main(['--version'])\nexcept SystemExit: pass\n"
    )
    code += "assert not [name for name in sys.modules if name.startswith('PySide6')]"
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, timeout=50)


PRESENT, NEW = "slow river under the old bridge", "seven calm fish under winter ice"


def change_passphrase(path, now, *typed, descriptor=None):
    terminal = Speaking(now, typed)
    more = [] if descriptor is None else ["--passphrase-fd", str(descriptor)]
    code = command_line.run(["passphrase", str(path), *more], terminal)
    return code, terminal.told, terminal.err.getvalue()


def test_a_passphrase_is_changed_and_the_new_key_shown_once(tmp_path, now):
    path = tmp_path / "notes.vault"
    made = access.create(path, PRESENT, made=date(2026, 3, 1))
    access.lock(made.vault)
    code, told, why = change_passphrase(path, now, PRESENT, NEW, NEW)
    assert code == 0
    assert "before opens nothing in this file any more" in why
    shown = "".join(line.strip() for line in told.splitlines() if line.startswith("    "))
    for old in (lambda: access.unlock(path, PRESENT), lambda: Vault.open(path, made.vault.key.raw)):
        with pytest.raises(WrongPassphrase):
            old()
    vault = access.unlock_with_recovery_code(path, shown)
    sheet = access.recovery_sheet(vault)
    assert (sheet.made, f"sheet {sheet.mark}" in told) == (now.date(), True)
    assert access.keys_in_use(vault).kept
    access.lock(vault)


def test_a_change_that_is_refused_leaves_the_journal(tmp_path, now):
    path = tmp_path / "notes.vault"
    access.lock(access.create(path, PRESENT).vault)
    before = path.read_bytes()
    for typed, reason in (
        ((NEW,), "doesn’t open this journal"),
        ((PRESENT, NEW, NEW + "!"), "not the same"),
        ((PRESENT, "short", "short"), "too short"),
        ((PRESENT, PRESENT, PRESENT), "you have now"),
    ):
        code, told, why = change_passphrase(path, now, *typed)
        assert (code, told) == (1, "")
        assert reason in why
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_both_passphrases_come_from_one_descriptor(tmp_path, now):
    path = tmp_path / "notes.vault"
    access.lock(access.create(path, PRESENT).vault)
    read, write = os.pipe()
    os.write(write, f"{PRESENT}\n{NEW}\n".encode())
    os.close(write)
    code, _, _ = change_passphrase(path, now, descriptor=read)
    os.close(read)
    assert code == 0
    access.lock(access.unlock(path, NEW))
