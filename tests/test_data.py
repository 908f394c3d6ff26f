# SPDX-License-Identifier: MIT
"""A journal of every form that was ever released opens with today's program and holds the same."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from ipnb_journal.domain.history import HistoryFilter
from ipnb_journal.services import history, transfer
from ipnb_journal.vault import integrity, keys, schema
from ipnb_journal.vault.vault import Vault
from tests.data import make

DATA = Path(make.__file__).parent
JOURNALS = sorted(DATA.glob("schema-*.vault"), key=lambda path: int(path.stem.removeprefix("schema-")))


def test_there_is_one_for_every_form() -> None:
    numbers = [int(path.stem.removeprefix("schema-")) for path in JOURNALS]
    assert numbers == list(range(1, len(schema.MIGRATIONS) + 1))


def in_todays_form(archive: dict[str, Any]) -> dict[str, Any]:
    """What an archive of an earlier version holds, as one of today would hold it."""
    if archive["version"] == 1:
        archive |= {"prompt_marks": [], "own_prompts": []}
        for page in (*archive["entries"], *archive["drafts"]):
            page |= {"location": "", "rest": False}
        for draft in archive["drafts"]:
            draft["circles"] = None
    if archive["version"] <= 2:
        archive |= {"event_notes": [], "look_backs": []}
        for entry in archive["entries"]:
            entry |= {"sealed": False, "writing_seconds": 0}
        for draft in archive["drafts"]:
            draft["writing_seconds"] = 0
    archive["version"] = 3
    return archive


@pytest.mark.parametrize("path", JOURNALS, ids=lambda path: path.stem)
def test_what_was_exported_then_is_taken_in_now(path: Path, vault: Vault) -> None:
    exported = path.with_suffix(".json")
    with exported.open("rb") as source:
        transfer.import_archive(vault, source, exported.name)
    target = io.BytesIO()
    transfer.export_archive(vault, target, make.NOW)
    assert json.loads(target.getvalue()) == in_todays_form(json.loads(exported.read_text("utf-8")))


@pytest.mark.parametrize("path", JOURNALS, ids=lambda path: path.stem)
def test_it_opens_and_shows_what_was_in_it(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / path.name
    shutil.copy(path, copy)
    vault = Vault.open(copy, make.RAW)
    assert vault.header == make.header(int(path.stem.removeprefix("schema-")))
    target = tmp_path / "now.json"
    transfer.export_archive(vault, target, make.NOW)
    before, now = (json.loads(file.read_text("utf-8")) for file in (path.with_suffix(".json"), target))
    assert now == in_todays_form(before)
    assert [row.title for row in history.page_of(vault, HistoryFilter(text="harbour")).rows]
    assert integrity.check(vault).is_sound
    vault.close()


@pytest.mark.parametrize("path", JOURNALS, ids=lambda path: path.stem)
def test_it_is_what_people_have_and_was_not_made_anew(path: Path) -> None:
    header = path.read_bytes()[:16]
    assert keys.profile_of(header) == "1"
    assert (path.stat().st_size % 4096, path.stat().st_size > 100_000) == (0, True)


def test_the_program_that_makes_them_makes_them_whole(tmp_path: Path) -> None:
    path = tmp_path / "made.vault"
    vault = Vault.create(path, keys.VaultKey(make.header(0), make.RAW))
    make.fill(vault)
    tables = ("entries", "versions", "drafts", "people", "entry_people", "entry_tags", "checkins")
    tables += ("contacts", "prompt_events", "preferences", "prompt_marks", "own_prompts")
    for table in (*tables, "event_notes", "look_backs"):
        assert vault.query(f"SELECT count(*) FROM {table}") != [(0,)], table
    vault.close()
