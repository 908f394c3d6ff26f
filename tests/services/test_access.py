# SPDX-License-Identifier: MIT
"""Making, unlocking, recovering, checking and locking, with the real key derivation."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.domain.entries import Draft, Step
from ipnb_journal.errors import (
    AppError,
    DiskFull,
    PassphraseUnfit,
    RecoveryCodeWrong,
    VaultExists,
    VaultLocked,
    VaultMissing,
    WrongPassphrase,
)
from ipnb_journal.services import access, transfer
from ipnb_journal.vault import drafts, entries, keys, preferences, versions
from ipnb_journal.vault.vault import Vault
from tests.builders import MOMENT, a_page, an_entry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ipnb_journal.vault.keys import VaultKey

PASSPHRASE = "fünf ganz ruhige Worte hier"


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_a_journal_opens_with_its_passphrase_and_with_its_sheet_only(tmp_path: Path, now: object) -> None:
    path = tmp_path / "mine" / "notes.vault"
    opened = access.create(path, PASSPHRASE, made=date(2026, 3, 12))
    sheet = opened.recovery
    preferences.store(opened.vault, {"journal_name": "Abend"})
    access.lock(opened.vault)
    assert names(path.parent) == ["notes.vault"]

    with pytest.raises(WrongPassphrase):
        access.unlock(path, PASSPHRASE + " ")
    again = access.unlock(path, PASSPHRASE.replace("ü", "u\u0308"))
    assert preferences.read_all(again)["journal_name"] == "Abend"
    assert access.recovery_sheet(again) == sheet
    access.lock(again)

    recovered = access.unlock_with_recovery_code(path, sheet.code.lower())
    assert preferences.read_all(recovered)["journal_name"] == "Abend"
    assert access.check(recovered).is_sound
    access.lock(recovered)


def test_a_sheet_says_what_it_opens_and_hides_it_from_logs(vault: Vault, vault_key: VaultKey) -> None:
    sheet = access.recovery_sheet(vault)
    assert keys.key_bytes_from_code(sheet.code) == vault_key.raw
    assert sheet.mark == keys.sheet_mark(sheet.code)
    assert sheet.raw_key_line == f"x'{vault_key.raw.hex()}{vault_key.header.hex()}'"
    assert sheet.made is None
    assert sheet.code not in repr(sheet)
    assert vault_key.raw.hex() not in repr(sheet)


def test_the_day_of_the_sheet_is_kept_but_a_spoilt_one_is_not_shown(vault: Vault) -> None:
    preferences.store(vault, {"recovery_sheet_made": "2026-03-12"})
    assert access.recovery_sheet(vault).made == date(2026, 3, 12)
    preferences.store(vault, {"recovery_sheet_made": "some day"})
    assert access.recovery_sheet(vault).made is None


def test_making_a_journal_never_overwrites_one(vault_path: Path) -> None:
    before = vault_path.read_bytes()
    with pytest.raises(VaultExists):
        access.create(vault_path, PASSPHRASE)
    assert vault_path.read_bytes() == before


def test_a_sheet_needs_no_day(tmp_path: Path) -> None:
    opened = access.create(tmp_path / "notes.vault", PASSPHRASE)
    assert opened.recovery.made is None
    assert keys.key_bytes_from_code(opened.recovery.code) == opened.vault.key.raw
    access.lock(opened.vault)


def test_an_unfit_passphrase_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(PassphraseUnfit):
        access.create(tmp_path / "notes.vault", "short")
    assert names(tmp_path) == []


def test_refusals_leave_nothing_beside_the_journal(vault_path: Path) -> None:
    for attempt in (
        lambda: access.unlock(vault_path, ""),
        lambda: access.unlock_with_recovery_code(vault_path, "0000"),
        lambda: access.unlock_with_recovery_code(
            vault_path, keys.recovery_code(keys.VaultKey(b"", bytes(32)))
        ),
    ):
        with pytest.raises((PassphraseUnfit, RecoveryCodeWrong, WrongPassphrase)):
            attempt()
        assert names(vault_path.parent) == [vault_path.name]


def test_a_journal_that_is_not_there_is_missing(tmp_path: Path) -> None:
    with pytest.raises(VaultMissing):
        access.unlock(tmp_path / "nowhere" / "notes.vault", PASSPHRASE)


def test_a_locked_journal_does_nothing_more(vault: Vault) -> None:
    access.lock(vault)
    access.lock(vault)
    with pytest.raises(VaultLocked):
        access.check(vault)


def test_preparing_brings_in_what_opening_needs_and_nothing_does_before() -> None:
    names = ["sqlcipher3", "nacl.pwhash", "filelock"]
    look = f"print(*(name in sys.modules for name in {names}))"
    code = f"import sys; from ipnb_journal.services import access; {look}; access.prepare(); {look}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False"] * 3 + ["True"] * 3


# Changing what opens it

NEW = "sieben leise Fische unter dem Eis"
LATER = date(2026, 12, 8)


@pytest.fixture(scope="module")
def first_made(tmp_path_factory: pytest.TempPathFactory) -> access.Opened:
    """A journal made once with the real key derivation, full of pages and settings; locked."""
    opened = access.create(tmp_path_factory.mktemp("made") / "n.vault", PASSPHRASE, made=date(2026, 3, 12))
    fill(opened.vault)
    access.lock(opened.vault)
    return opened


@pytest.fixture
def made(first_made: access.Opened, tmp_path: Path) -> Iterator[access.Opened]:
    """The test's own copy of that journal, open."""
    path = tmp_path / "own" / "notes.vault"
    path.parent.mkdir()
    shutil.copy(first_made.vault.path, path)
    vault = Vault.open(path, keys.key_bytes_from_code(first_made.recovery.code))
    yield access.Opened(vault, first_made.recovery)
    access.lock(vault)


def fill(vault: Vault) -> None:
    kept = [entries.add(vault, an_entry(f"Lantern {number}", tags=("harbour",))) for number in range(12)]
    versions.keep(vault, kept[3].id, kept[3].page.writing, MOMENT)
    drafts.add(vault, Draft(0, None, a_page("Still open."), Step.WRITE, MOMENT, MOMENT, "Europe/London"))
    preferences.store(vault, {"journal_name": "Abend"})


def every_row(vault: Vault) -> dict[str, list[tuple[object, ...]]]:
    """Everything in every table but what speaks of the file itself."""
    tables = vault.query("SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
    rows = {
        name: vault.query(f'SELECT {"" if keyed else "rowid, "}* FROM "{name}" ORDER BY 1, 2')
        for name, keyed in tables
        if not name.startswith("sqlite_")
    }
    rows["preferences"] = [row for row in rows["preferences"] if row[0] not in access.OF_THIS_FILE]
    return rows


def refused(path: Path, sheet: access.RecoverySheet, passphrase: str, key: VaultKey) -> None:
    for attempt in (
        lambda: access.unlock(path, passphrase),
        lambda: access.unlock_with_recovery_code(path, sheet.code),
        lambda: Vault.open(path, key.raw),
    ):
        with pytest.raises(WrongPassphrase):
            attempt()


def test_after_a_change_nothing_old_opens_it_and_everything_is_there(made: access.Opened) -> None:
    vault, rows, old = made.vault, every_row(made.vault), made.vault.key
    archive = io.BytesIO()
    transfer.export_archive(vault, archive, MOMENT)
    sheet = access.change_passphrase(vault, PASSPHRASE, NEW, LATER)
    assert every_row(vault) == rows
    again = io.BytesIO()
    transfer.export_archive(vault, again, MOMENT)
    assert again.getvalue() == archive.getvalue()
    access.lock(vault)
    assert names(vault.path.parent) == ["notes.vault"]

    refused(vault.path, made.recovery, PASSPHRASE, old)
    for way in (
        lambda: access.unlock(vault.path, NEW),
        lambda: access.unlock_with_recovery_code(vault.path, sheet.code),
    ):
        opened = way()
        assert every_row(opened) == rows
        assert access.recovery_sheet(opened) == sheet
        access.lock(opened)


def test_the_new_sheet_has_its_own_mark_day_and_key(made: access.Opened) -> None:
    sheet = access.change_passphrase(made.vault, PASSPHRASE, NEW, LATER)
    assert sheet.made == LATER
    assert sheet.mark != made.recovery.mark or sheet.code != made.recovery.code
    assert sheet.raw_key_line == f"x'{made.vault.key.raw.hex()}{made.vault.header.hex()}'"
    assert keys.key_bytes_from_code(sheet.code) == made.vault.key.raw
    assert access.keys_in_use(made.vault) == access.Keys(LATER, changed=True, kept=False)
    access.sheet_kept(made.vault)
    assert access.keys_in_use(made.vault).kept


def test_a_new_recovery_key_leaves_the_passphrase(made: access.Opened) -> None:
    old, rows = made.vault.key, every_row(made.vault)
    with pytest.raises(WrongPassphrase):
        access.new_recovery_key(made.vault, PASSPHRASE + " ", LATER)
    assert made.vault.key == old
    sheet = access.new_recovery_key(made.vault, PASSPHRASE, LATER)
    access.lock(made.vault)
    with pytest.raises(WrongPassphrase):
        access.unlock_with_recovery_code(made.vault.path, made.recovery.code)
    with pytest.raises(WrongPassphrase):
        Vault.open(made.vault.path, old.raw)
    access.lock(access.unlock(made.vault.path, PASSPHRASE))
    opened = access.unlock_with_recovery_code(made.vault.path, sheet.code)
    assert every_row(opened) == rows
    access.lock(opened)


def test_after_the_recovery_key_a_passphrase_is_chosen_without_the_present_one(made: access.Opened) -> None:
    access.lock(made.vault)
    vault = access.unlock_with_recovery_code(made.vault.path, made.recovery.code)
    rows, old = every_row(vault), vault.key
    with pytest.raises(PassphraseUnfit):
        access.choose_passphrase(vault, "short", LATER)
    sheet = access.choose_passphrase(vault, NEW, LATER)
    access.lock(vault)
    refused(vault.path, made.recovery, PASSPHRASE, old)
    opened = access.unlock(vault.path, NEW)
    assert every_row(opened) == rows
    assert access.recovery_sheet(opened) == sheet
    access.lock(opened)


def test_changing_twice_leaves_the_last_one_only(made: access.Opened) -> None:
    old = made.vault.key
    first = access.change_passphrase(made.vault, PASSPHRASE, NEW, LATER)
    between = made.vault.key
    access.change_passphrase(made.vault, NEW, PASSPHRASE, LATER)
    access.lock(made.vault)
    refused(made.vault.path, first, NEW, between)
    with pytest.raises(WrongPassphrase):
        Vault.open(made.vault.path, old.raw)
    access.lock(access.unlock(made.vault.path, PASSPHRASE))


REFUSED: list[tuple[str, str, type[AppError], str | None]] = [
    ("not the one there is", NEW, WrongPassphrase, None),
    ("", NEW, PassphraseUnfit, "empty"),
    (PASSPHRASE, "short", PassphraseUnfit, "short"),
    (PASSPHRASE, "passwordpassword", PassphraseUnfit, "common"),
    (PASSPHRASE, PASSPHRASE.replace("ü", "u\u0308"), PassphraseUnfit, "same"),
]


def test_a_refused_change_changes_nothing(made: access.Opened) -> None:
    old, rows = made.vault.key, every_row(made.vault)
    for present, new, error, reason in REFUSED:
        with pytest.raises(error) as told:
            access.change_passphrase(made.vault, present, new, LATER)
        assert told.value.facts.get("reason") == reason
    assert made.vault.key == old
    assert every_row(made.vault) == rows
    assert access.keys_in_use(made.vault) == access.Keys(date(2026, 3, 12), changed=False, kept=True)


def test_a_change_that_cannot_be_noted_is_not_begun(
    made: access.Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFull(file=made.vault.path)

    old = made.vault.key
    monkeypatch.setattr(preferences, "store", full)
    with pytest.raises(DiskFull):
        access.choose_passphrase(made.vault, NEW, LATER)
    assert made.vault.key == old


def test_cut_off_right_after_the_change_the_journal_knows_that_its_sheet_was_never_seen(
    made: access.Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Cut(BaseException):
        pass

    change, old = Vault.change_key, made.vault.header

    def cut(vault: Vault, *arguments: object) -> None:
        change(vault, *arguments)  # type: ignore[arg-type]
        raise Cut

    monkeypatch.setattr(Vault, "change_key", cut)
    with pytest.raises(Cut):
        access.choose_passphrase(made.vault, NEW, LATER)
    assert access.keys_in_use(made.vault) == access.Keys(LATER, changed=True, kept=False)
    assert access.former_headers(made.vault) == {old}


def test_a_change_that_came_to_nothing_leaves_the_sheet_as_it_was(
    made: access.Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(vault: Vault, *_: object) -> None:
        raise DiskFull(file=vault.path)

    with monkeypatch.context() as patch:
        patch.setattr(Vault, "change_key", full)
        with pytest.raises(DiskFull):
            access.choose_passphrase(made.vault, NEW, LATER)
    assert access.keys_in_use(made.vault) == access.Keys(date(2026, 3, 12), changed=False, kept=True)
    old = made.vault.header
    access.choose_passphrase(made.vault, NEW, LATER)
    assert access.keys_in_use(made.vault) == access.Keys(LATER, changed=True, kept=False)
    assert old in access.former_headers(made.vault)


def test_somebody_at_an_open_journal_is_asked_for_what_opens_it(tmp_path: Path) -> None:
    opened = access.create(tmp_path / "notes.vault", PASSPHRASE)
    vault = opened.vault
    before = vault.path.read_bytes()
    access.confirm(vault, PASSPHRASE)
    access.confirm_recovery_code(vault, opened.recovery.code.lower())
    with pytest.raises(WrongPassphrase):
        access.confirm(vault, PASSPHRASE + "s")
    with pytest.raises(PassphraseUnfit):
        access.confirm(vault, "")
    assert vault.path.read_bytes() == before
    access.lock(vault)


def test_a_code_with_a_slip_or_of_another_journal_confirms_nothing(vault: Vault) -> None:
    code = access.recovery_sheet(vault).code
    with pytest.raises(RecoveryCodeWrong):
        access.confirm_recovery_code(vault, code[:-1])
    other = keys.recovery_code(keys.VaultKey(vault.header, bytes(32)))
    with pytest.raises(WrongPassphrase):
        access.confirm_recovery_code(vault, other)
