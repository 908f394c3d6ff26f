# SPDX-License-Identifier: MIT
from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ipnb_journal.domain.rehearsal import KeyQuestion
from ipnb_journal.services import rehearsal
from ipnb_journal.vault import keys
from ipnb_journal.vault import preferences as stored

if TYPE_CHECKING:
    from ipnb_journal.vault.keys import VaultKey
    from ipnb_journal.vault.vault import Vault

MADE, LATER = date(2026, 3, 12), date(2026, 7, 1)


def made(vault: Vault, day: date = MADE) -> None:
    stored.store(vault, {"recovery_sheet_made": day.isoformat()})


def groups(key: VaultKey) -> list[str]:
    return keys.recovery_code(key).split("-")


def test_a_key_whose_day_nobody_knows_is_never_asked_for(vault: Vault) -> None:
    assert rehearsal.to_ask(vault, LATER) is None


def test_the_right_groups_are_noted_and_nothing_more_is_asked_for_a_year(
    vault: Vault, vault_key: VaultKey
) -> None:
    made(vault)
    assert rehearsal.to_ask(vault, LATER) is KeyQuestion.STILL_THERE
    asked = rehearsal.asked(vault)
    typed = {number: f" {groups(vault_key)[number - 1].lower()} " for number in asked.groups}
    assert rehearsal.answer(vault, typed, LATER) == ()
    assert rehearsal.to_ask(vault, LATER) is None
    assert rehearsal.to_ask(vault, date(2027, 6, 30)) is None
    assert rehearsal.to_ask(vault, date(2027, 7, 1)) is KeyQuestion.STILL_THERE


def test_lookalikes_are_taken_as_meant(vault: Vault, vault_key: VaultKey) -> None:
    found = [(number, group) for number, group in enumerate(groups(vault_key), 1) if set("01") & set(group)]
    for number, group in found:
        assert rehearsal.answer(vault, {number: group.replace("0", "o").replace("1", "l")}, LATER) == ()


def test_what_does_not_fit_is_named_and_notes_nothing(vault: Vault, vault_key: VaultKey) -> None:
    made(vault)
    fits = groups(vault_key)
    wrong = next(group for group in fits if group != fits[3])
    assert rehearsal.answer(vault, {1: fits[0], 4: wrong, 9: ""}, LATER) == (4, 9)
    assert rehearsal.answer(vault, {}, LATER) == ()
    assert rehearsal.to_ask(vault, LATER) is KeyQuestion.STILL_THERE


def test_not_now_rests_for_a_month(vault: Vault) -> None:
    made(vault)
    rehearsal.put_off(vault, LATER)
    assert rehearsal.to_ask(vault, date(2026, 7, 30)) is None
    assert rehearsal.to_ask(vault, date(2026, 7, 31)) is KeyQuestion.STILL_THERE


def test_switched_off_it_is_never_asked(vault: Vault) -> None:
    made(vault)
    rehearsal.stop(vault)
    assert rehearsal.to_ask(vault, date(2036, 1, 1)) is None


def test_a_spoilt_day_counts_as_none(vault: Vault) -> None:
    made(vault)
    stored.store(vault, {"recovery_key_rehearsed": "some day", "recovery_key_put_off": 7})
    assert rehearsal.to_ask(vault, LATER) is KeyQuestion.STILL_THERE


def test_what_is_asked_names_the_sheet_but_shows_nothing_of_it(vault: Vault, vault_key: VaultKey) -> None:
    made(vault)
    asked = rehearsal.asked(vault)
    assert asked.mark == keys.sheet_mark(keys.recovery_code(vault_key))
    assert asked.made == MADE
    assert not any(group in repr(asked) for group in groups(vault_key) if group != asked.mark)
