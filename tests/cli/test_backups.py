# SPDX-License-Identifier: MIT
"""Backing up, listing and restoring from a terminal, with the real program and real journals."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.test_program import PASSPHRASE, ipnb


def test_a_journal_is_backed_up_listed_damaged_and_restored(tmp_path: Path) -> None:
    file, folder = tmp_path / "notes.vault", tmp_path / "backups"
    assert ipnb("new", file).returncode == 0
    assert ipnb("write", file, text=b"The harbour was quiet.").returncode == 0
    made = ipnb("backup", file)
    (backup,) = folder.glob("notes-*.vault")
    assert made.stdout.decode() == f"{backup}: 1 page, every part of it was read back\n"
    assert b"nothing changed" in ipnb("backup", file).stdout
    assert len(list(folder.glob("*.vault"))) == 1

    rows = json.loads(ipnb("backups", file, "--json").stdout)
    assert [(row["file"], row["pages"], row["state"]) for row in rows] == [(str(backup), 1, "sound")]
    assert "sound" in ipnb("backups", file).stdout.decode()

    file.write_bytes(b"")
    put_back = ipnb("restore", file, backup).stdout.decode().splitlines()
    assert put_back[0].startswith(f"{backup}: 1 page, 0 check-ins, ")
    assert put_back[1] == f"{file}: the backup stands there now"
    aside = Path(put_back[2].partition(": what stood there before")[0])
    assert aside.read_bytes() == b""
    assert b"The harbour was quiet." in ipnb("entries", file, "--json").stdout


def test_what_goes_wrong_is_one_line(tmp_path: Path) -> None:
    file = tmp_path / "notes.vault"
    assert ipnb("new", file).returncode == 0
    told = ipnb("backup", file, "--to", tmp_path / "Backup drive")
    assert told.returncode == 1
    assert "“Backup drive” isn’t there" in told.stderr.decode()
    assert len(told.stderr.splitlines()) == 1
    assert ipnb("backups", file, "--to", tmp_path / "Backup drive").returncode == 1
    none = ipnb("backups", file)
    assert (none.returncode, none.stdout) == (0, b"")
    assert ipnb("backup", file).returncode == 0
    (backup,) = (tmp_path / "backups").glob("notes-*.vault")
    before = file.read_bytes()
    wrong = ipnb("restore", file, backup, passphrase=PASSPHRASE + " not")
    assert wrong.returncode == 1
    assert "doesn’t open" in wrong.stderr.decode()
    assert file.read_bytes() == before
    assert ipnb("restore", file, tmp_path / "nothing.vault").returncode == 1
