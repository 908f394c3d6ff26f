# SPDX-License-Identifier: MIT
"""Notes on the time line: a line of 1 to 60 characters, changed, taken away and brought back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ipnb_journal.domain.event_notes import LONGEST_NOTE, EventKind
from ipnb_journal.errors import NotFound
from ipnb_journal.services import event_notes
from tests.builders import DAY

if TYPE_CHECKING:
    from datetime import datetime

    from ipnb_journal.vault.vault import Vault


def test_notes_are_kept_on_their_day(vault: Vault, now: datetime) -> None:
    moved = event_notes.add(vault, DAY, "  Moved\n house ", now)
    began = event_notes.add(vault, DAY - timedelta(days=9), "Homework", now, EventKind.HOMEWORK)
    assert (moved.text, moved.kind, moved.made_at) == ("Moved house", EventKind.HAPPENED, now)
    assert event_notes.all_notes(vault) == (began, moved)
    assert moved.uid
    assert moved.uid != began.uid


@pytest.mark.parametrize("text", ["", " \n ", "\0", "\ud800", "x" * (LONGEST_NOTE + 1)])
def test_a_text_that_is_none_or_too_long_is_refused(vault: Vault, now: datetime, text: str) -> None:
    kept = event_notes.add(vault, DAY, "x" * LONGEST_NOTE, now)
    with pytest.raises(ValueError, match=r"\d"):
        event_notes.add(vault, DAY, text, now)
    with pytest.raises(ValueError, match=r"\d"):
        event_notes.change(vault, replace(kept, text=text))
    assert event_notes.all_notes(vault) == (kept,)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=80))
def test_what_is_kept_is_always_a_line(vault: Vault, now: datetime, text: str) -> None:
    try:
        kept = event_notes.add(vault, DAY, text, now)
    except ValueError:
        return
    assert 1 <= len(kept.text) <= LONGEST_NOTE
    assert kept.text.splitlines() == [kept.text] == [kept.text.strip()]
    assert kept in event_notes.all_notes(vault)


def test_a_note_is_changed(vault: Vault, now: datetime) -> None:
    moved = event_notes.add(vault, DAY, "Moved house", now)
    changed = event_notes.change(vault, replace(moved, text="Moved  home", day=DAY - timedelta(days=1)))
    assert changed == replace(moved, text="Moved home", day=DAY - timedelta(days=1))
    assert event_notes.all_notes(vault) == (changed,)


def test_one_that_was_taken_away_comes_back_once(vault: Vault, now: datetime) -> None:
    moved = event_notes.add(vault, DAY, "Moved house", now)
    removed = event_notes.remove(vault, moved.id)
    assert event_notes.all_notes(vault) == ()
    assert event_notes.restore(vault, removed) == moved
    changed = event_notes.change(vault, replace(moved, text="Left home"))
    assert event_notes.restore(vault, removed) == changed
    assert event_notes.all_notes(vault) == (changed,)
    with pytest.raises(NotFound):
        event_notes.remove(vault, 99)
