# SPDX-License-Identifier: MIT
"""What is let go of is gone: no half of a word of it in the decrypted file, by whichever way it went."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.errors import NotFound
from ipnb_journal.services import (
    contacts,
    event_notes,
    history,
    look_back,
    people,
    preferences,
    versions,
    writing,
)
from ipnb_journal.vault import entries, remains
from tests.builders import a_look_back, a_page, an_entry
from tests.vault.test_remains import found, standing, word
from tests.vault.test_vault import opened_pages

if TYPE_CHECKING:
    from collections.abc import Callable

    from ipnb_journal.domain.entries import Entry
    from ipnb_journal.vault.keys import VaultKey
    from ipnb_journal.vault.vault import Vault

DAY = timedelta(days=1)


@pytest.fixture
def canaries() -> list[str]:
    chance = random.Random(7)
    return [word(chance) for _ in range(40)]


@pytest.fixture
def among_others(vault: Vault) -> Vault:
    """A vault with enough other pages that its index has several segments and its tables several pages."""
    chance = random.Random(8)
    for number in range(60):
        others = " ".join(word(chance, "aeiouxly", 6) for _ in range(150))
        entries.add(vault, an_entry(others, tags=(word(chance, "aeiouxly", 6),)))
        if number % 20 == 0:
            vault.idle_work()
    return vault


def a_page_full_of(vault: Vault, words: list[str], now: datetime) -> Entry:
    """A page with these words in every field, its tags, its versions, and in a draft that changes it."""
    half = len(words) // 2
    body = " ".join(words)
    fields = {"title": words[0], "notice": words[1], "connect": words[2], "takeaway": words[3]}
    page = a_page(body, noticed=(words[4],), tags=(words[5], words[6]), theme="values", **fields)
    entry = entries.add(vault, an_entry(page=page))
    for number, part in enumerate((body * 3, " ".join(words[:half]), " ".join(words[half:]))):
        draft = writing.open_for_change(vault, entry.id, now)
        changed = replace(draft.page, writing=replace(draft.page.writing, body=part))
        writing.autosave(vault, replace(draft, page=changed), now)
        writing.set_down(vault, draft.id, now + timedelta(hours=number))
    writing.open_for_change(vault, entry.id, now)
    assert len(history.versions(vault, entry.id)) == 3
    return history.entry(vault, entry.id)


def nothing_is_left(vault: Vault, key: VaultKey, words: list[str]) -> None:
    vault.close()
    assert [file.name for file in vault.path.parent.glob(f"{vault.path.name}*")] == [vault.path.name]
    assert standing(b"\0".join(opened_pages(vault.path, key)), words) == set()


def test_what_lay_in_the_drawer_for_thirty_days(
    among_others: Vault, vault_key: VaultKey, canaries: list[str], now: datetime
) -> None:
    vault = among_others
    entry = a_page_full_of(vault, canaries, now)
    history.move_to_drawer(vault, entry.id, now)
    vault.close()
    vault = type(vault).open(vault.path, vault_key.raw)
    assert history.empty_drawer(vault, now + 30 * DAY) == 0
    assert found(vault, canaries) == set(canaries)
    assert history.empty_drawer(vault, now + 30 * DAY + timedelta(seconds=1)) == 1
    nothing_is_left(vault, vault_key, canaries)


def test_what_is_let_go_of_at_once(
    among_others: Vault, vault_key: VaultKey, canaries: list[str], now: datetime
) -> None:
    entry = a_page_full_of(among_others, canaries, now)
    history.move_to_drawer(among_others, entry.id, now)
    assert found(among_others, canaries) == set(canaries)
    assert history.let_go(among_others, entry.id)
    # swept there and then, not only on closing
    assert found(among_others, canaries) == set()
    assert history.drawer(among_others) == ()
    nothing_is_left(among_others, vault_key, canaries)


def test_only_what_lies_in_the_drawer_is_let_go_of(vault: Vault, now: datetime) -> None:
    entry = entries.add(vault, an_entry())
    for wrong in (entry.id, 99):
        with pytest.raises(NotFound):
            history.let_go(vault, wrong)
    assert history.entry(vault, entry.id) == entry


def put_back_a_draft(vault: Vault, words: list[str], now: datetime) -> Callable[[], object]:
    entry = entries.add(vault, an_entry())
    draft = writing.open_for_change(vault, entry.id, now)
    page = replace(draft.page, writing=replace(draft.page.writing, body=" ".join(words)), tags=(words[0],))
    writing.autosave(vault, replace(draft, page=page), now)
    return lambda: writing.put_back(vault, draft.id)


def remove_a_contact(vault: Vault, words: list[str], now: datetime) -> Callable[[], object]:
    contact = contacts.add_contact(vault, " ".join(words[:10]), "1", " ".join(words[10:20]))
    other = contacts.add_contact(vault, " ".join(words[20:30]), " ".join(words[30:]))

    def go() -> None:
        contacts.remove_contact(vault, contact.id)
        contacts.change_contact(vault, other.id, "Nobody", "2")

    return go


def take_tags_off(vault: Vault, words: list[str], now: datetime) -> Callable[[], object]:
    entry = entries.add(vault, an_entry(tags=tuple(words)))

    def go() -> None:
        draft = writing.open_for_change(vault, entry.id, now)
        writing.autosave(vault, replace(draft, page=replace(draft.page, tags=())), now)
        writing.set_down(vault, draft.id, now)

    return go


def relabel_people(vault: Vault, words: list[str], now: datetime) -> Callable[[], object]:
    everybody = [people.add(vault, label).id for label in words]
    return lambda: [people.rename(vault, number, f"Person {number}") for number in everybody]


def rename_the_journal(vault: Vault, words: list[str], now: datetime) -> Callable[[], object]:
    kept = preferences.read(vault)
    preferences.write(vault, replace(kept, journal_name=" ".join(words)))
    return lambda: preferences.write(vault, kept)


def change_soon_after(vault: Vault, words: list[str], now: datetime) -> Callable[[], object]:
    usual = " ".join(["usual"] * 150)
    entry = entries.add(vault, an_entry(usual))

    def change(body: str) -> None:
        draft = writing.open_for_change(vault, entry.id, now)
        page = replace(draft.page, writing=replace(draft.page.writing, body=body))
        writing.autosave(vault, replace(draft, page=page), now)
        writing.set_down(vault, draft.id, now)

    change(f"{usual} {' '.join(words)}")
    return lambda: change(usual)


def thin_the_versions(vault: Vault, words: list[str], now: datetime) -> Callable[[], object]:
    usual = " ".join(f"usual{number}" for number in range(60))
    entry = entries.add(vault, an_entry(usual))

    def change(body: str, moment: datetime) -> None:
        draft = writing.open_for_change(vault, entry.id, moment)
        page = replace(draft.page, writing=replace(draft.page.writing, body=body))
        writing.autosave(vault, replace(draft, page=page), moment)
        writing.set_down(vault, draft.id, moment)

    morning = (now - 3 * DAY).replace(hour=8)
    for number, one in enumerate(words):
        change(f"{usual} {one}", morning + timedelta(minutes=15 * number))
    change(usual, morning + timedelta(hours=12))
    assert len(history.versions(vault, entry.id)) == len(words) + 1
    return lambda: change(f"{usual} more", now)


def take_notes_away(vault: Vault, words: list[str], now: datetime) -> Callable[[], object]:
    notes = [event_notes.add(vault, now.date(), one, now) for one in words[:20]]
    look = look_back.keep(vault, a_look_back(note=" ".join(words[20:])))

    def go() -> None:
        for note in notes[:10]:
            event_notes.remove(vault, note.id)
        for note in notes[10:]:
            event_notes.change(vault, replace(note, text="Moved house"))
        look_back.write_note(vault, look.id, "So.")

    return go


@pytest.mark.parametrize(
    "prepared",
    [
        *(put_back_a_draft, remove_a_contact, take_tags_off, relabel_people),
        *(change_soon_after, thin_the_versions, rename_the_journal, take_notes_away),
    ],
)
def test_what_went_another_way(
    among_others: Vault,
    vault_key: VaultKey,
    canaries: list[str],
    now: datetime,
    prepared: Callable[[Vault, list[str], datetime], Callable[[], object]],
) -> None:
    go = prepared(among_others, canaries, now)
    assert found(among_others, canaries) == set(canaries)
    go()
    assert remains.are_due(among_others)
    gone = canaries if prepared is not thin_the_versions else canaries[:-1]
    nothing_is_left(among_others, vault_key, gone)


def test_a_page_put_back_then_laid_aside_again_stays_its_thirty_days(vault: Vault, now: datetime) -> None:
    entry = entries.add(vault, an_entry())
    history.move_to_drawer(vault, entry.id, now)
    history.take_from_drawer(vault, entry.id)
    assert history.empty_drawer(vault, now + 40 * DAY) == 0
    history.move_to_drawer(vault, entry.id, now + 40 * DAY)
    assert history.empty_drawer(vault, now + 69 * DAY) == 0
    assert history.empty_drawer(vault, now + 71 * DAY) == 1


def test_a_clock_set_back_lets_go_of_nothing_early(vault: Vault, now: datetime) -> None:
    """A page laid aside while the clock was ahead stays longer, never shorter, and its day says so."""
    entry = entries.add(vault, an_entry())
    ahead = now + 365 * DAY
    history.move_to_drawer(vault, entry.id, ahead)
    assert history.empty_drawer(vault, now) == 0
    assert history.empty_drawer(vault, now - 365 * DAY) == 0
    (kept,) = history.drawer(vault)
    assert kept.drawer_since == ahead
    assert history.last_day_in_drawer(ahead, now) == (ahead + 30 * DAY).date()
    history.let_go(vault, entry.id)
    assert history.drawer(vault) == ()


def test_undo_of_laying_aside_gives_back_the_page_with_its_versions(
    vault: Vault, canaries: list[str], now: datetime
) -> None:
    entry = a_page_full_of(vault, canaries, now)
    kept = versions.all_of(vault, entry.id)
    history.move_to_drawer(vault, entry.id, now)
    history.take_from_drawer(vault, entry.id)
    assert versions.all_of(vault, entry.id) == kept
    assert history.empty_drawer(vault, now + 99 * DAY) == 0
