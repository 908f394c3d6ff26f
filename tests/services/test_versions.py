# SPDX-License-Identifier: MIT
"""Versions over a page's life: kept, thinned, brought back, and that taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.errors import NotFound
from ipnb_journal.services import history, versions, writing
from ipnb_journal.vault import entries
from tests.builders import an_entry

if TYPE_CHECKING:
    from ipnb_journal.domain.entries import Entry
    from ipnb_journal.vault.vault import Vault

WORDS = " ".join(f"word{number}" for number in range(30))


def change(vault: Vault, entry_id: int, body: str, now: datetime) -> None:
    draft = writing.open_for_change(vault, entry_id, now)
    page = replace(draft.page, writing=replace(draft.page.writing, body=body))
    writing.autosave(vault, replace(draft, page=page), now)
    writing.set_down(vault, draft.id, now)


def bodies(vault: Vault, entry: Entry) -> list[str]:
    return [version.writing.body for version in history.versions(vault, entry.id)]


@pytest.fixture
def entry(vault: Vault) -> Entry:
    return entries.add(vault, an_entry("First."))


def test_a_page_changed_every_hour_for_a_year_keeps_a_few_dozen(vault: Vault, now: datetime) -> None:
    entry = entries.add(vault, an_entry(WORDS))
    with vault.transaction():
        for hour in range(0, 24 * 365, 4):
            change(vault, entry.id, f"{WORDS} at {hour}", now + timedelta(hours=hour))
    kept = history.versions(vault, entry.id)
    assert 40 < len(kept) < 60
    assert kept[-1].writing.body == WORDS
    assert kept[0].writing.body == f"{WORDS} at {24 * 365 - 8}"
    assert [one.id for one in kept] == sorted((one.id for one in kept), reverse=True)


def test_what_was_taken_out_outlasts_the_thinning(vault: Vault, now: datetime) -> None:
    entry = entries.add(vault, an_entry(WORDS))
    at = now.replace(hour=1)
    for number in range(6):
        change(vault, entry.id, f"{WORDS} and {number}", at + timedelta(hours=number))
    change(vault, entry.id, "word0 word1", at + timedelta(hours=6))
    for number in range(6):
        change(vault, entry.id, f"word0 word1 and {number}", at + timedelta(hours=7 + number))
    change(vault, entry.id, "word0 word1 and more", at + timedelta(days=60))
    assert bodies(vault, entry) == ["word0 word1 and 5", "word0 word1 and 4", f"{WORDS} and 5", WORDS]


def test_bringing_back_and_taking_that_back_leaves_all_as_it_was(
    vault: Vault, entry: Entry, now: datetime
) -> None:
    change(vault, entry.id, "Second.", now)
    before = versions.all_of(vault, entry.id)
    done = versions.bring_back(vault, before[1][0].id, now)
    assert done is not None
    assert history.entry(vault, entry.id).page.writing.body == "First."
    assert bodies(vault, entry) == ["Second.", "First."]
    versions.undo(vault, done, now)
    assert versions.all_of(vault, entry.id) == before


def test_going_to_and_fro_keeps_each_text_once(vault: Vault, entry: Entry, now: datetime) -> None:
    change(vault, entry.id, "Second.", now)
    for wanted in ("First.", "Second.") * 3:
        version = next(one for one in history.versions(vault, entry.id) if one.writing.body == wanted)
        done = versions.bring_back(vault, version.id, now)
        assert done is not None
        assert sorted(bodies(vault, entry)) == ["First.", "Second."]
    versions.undo(vault, done, now)
    assert sorted(bodies(vault, entry)) == ["First.", "Second."]
    assert history.entry(vault, entry.id).page.writing.body == "First."


def test_words_written_since_are_kept_when_bringing_back_is_taken_back(
    vault: Vault, entry: Entry, now: datetime
) -> None:
    change(vault, entry.id, "Second.", now)
    done = versions.bring_back(vault, history.versions(vault, entry.id)[0].id, now)
    assert done is not None
    change(vault, entry.id, "First. And third.", now)
    versions.undo(vault, done, now)
    assert history.entry(vault, entry.id).page.writing.body == "Second."
    assert "First. And third." in bodies(vault, entry)


def test_what_is_gone_is_not_brought_back(vault: Vault, entry: Entry, now: datetime) -> None:
    with pytest.raises(NotFound):
        versions.bring_back(vault, 99, now)
    with pytest.raises(NotFound):
        versions.all_of(vault, 99)
    change(vault, entry.id, "Second.", now)
    (version,) = history.versions(vault, entry.id)
    done = versions.bring_back(vault, version.id, now)
    assert done is not None
    history.move_to_drawer(vault, entry.id, now)
    history.let_go(vault, entry.id)
    with pytest.raises(NotFound):
        versions.undo(vault, done, now)
