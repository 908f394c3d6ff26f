# SPDX-License-Identifier: MIT
"""Rows of notes on the time line: what was typed, oldest day first, and nothing left of what was removed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.domain.event_notes import EventKind, EventNote
from ipnb_journal.errors import NotFound
from ipnb_journal.vault import event_notes, remains
from tests.builders import DAY, MOMENT
from tests.vault.test_vault import opened_pages

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault

MOVED = EventNote(0, "", DAY, "Moved house", made_at=MOMENT)


def test_notes_come_back_the_oldest_day_first(vault: Vault) -> None:
    later = event_notes.add(vault, MOVED)
    sooner = event_notes.add(
        vault, EventNote(0, "own", DAY - timedelta(days=400), "Began", EventKind.HOMEWORK)
    )
    assert event_notes.each(vault) == (sooner, later)
    assert event_notes.one(vault, later.id) == later == replace(MOVED, id=later.id, uid=later.uid)
    assert event_notes.with_uid(vault, "own") == sooner
    assert event_notes.with_uid(vault, "other") is None
    assert vault.take_topics() == {"event_notes"}


def test_words_are_one_line_that_sqlite_keeps(vault: Vault) -> None:
    kept = event_notes.add(vault, replace(MOVED, text=" Moved\n\0 hou\ud800se "))
    assert kept.text == "Moved hou?se"
    assert event_notes.one(vault, kept.id) == kept


def test_a_number_that_is_taken_is_not_taken_over(vault: Vault) -> None:
    first = event_notes.add(vault, MOVED)
    second = event_notes.add(vault, replace(MOVED, id=first.id))
    third = event_notes.add(vault, replace(MOVED, id=17))
    assert second.id not in (first.id, 0)
    assert third.id == 17


def test_a_change_keeps_uid_and_moment(vault: Vault) -> None:
    kept = event_notes.add(vault, MOVED)
    vault.take_topics()
    asked = EventNote(kept.id, "", DAY - timedelta(days=1), "Left home", EventKind.HOMEWORK)
    changed = event_notes.change(vault, asked)
    assert changed == replace(asked, uid=kept.uid, made_at=MOMENT)
    assert event_notes.each(vault) == (changed,)
    assert vault.take_topics() == {"event_notes"}


def test_who_is_gone_is_not_found(vault: Vault) -> None:
    for ask in (event_notes.one, event_notes.remove):
        with pytest.raises(NotFound):
            ask(vault, 1)
    with pytest.raises(NotFound):
        event_notes.change(vault, replace(MOVED, id=1))


def test_nothing_is_left_of_words_that_were_changed_or_removed(vault: Vault) -> None:
    kept = event_notes.add(vault, replace(MOVED, text="Wisteria in flower"))
    event_notes.change(vault, replace(kept, day=DAY - timedelta(days=3)))
    assert not remains.are_due(vault)
    kept = event_notes.change(vault, replace(kept, text="Xylophone lessons"))
    assert remains.are_due(vault)
    remains.sweep(vault)
    assert event_notes.remove(vault, kept.id) == kept
    assert remains.are_due(vault)
    vault.close()
    whole = b"".join(opened_pages(vault.path, vault.key))
    assert b"Wisteria" not in whole
    assert b"Xylophone" not in whole
