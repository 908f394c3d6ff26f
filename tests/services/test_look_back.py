# SPDX-License-Identifier: MIT
"""Look-backs are kept as they were opened, one in 28 days whoever they are about, with a note beside them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ipnb_journal.domain.look_back import EVERY_DAYS
from ipnb_journal.errors import NotFound
from ipnb_journal.services import look_back, people
from tests.builders import DAY, a_look_back

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault


def test_it_is_kept_as_it_was_opened(vault: Vault) -> None:
    first = look_back.keep(vault, a_look_back())
    second = look_back.keep(vault, a_look_back(day=DAY + timedelta(days=EVERY_DAYS)))
    assert first == replace(a_look_back(), id=first.id, uid=first.uid)
    assert look_back.all_looks(vault) == (second, first)


@pytest.mark.parametrize("days", [-27, -1, 0, 1, 27])
def test_another_within_28_days_is_refused_whoever_it_is_about(vault: Vault, days: int) -> None:
    """One before as well: with the clock set back the same days would be looked at twice."""
    kept = look_back.keep(vault, a_look_back())
    ana = people.add(vault, "Ana")
    with pytest.raises(ValueError, match="2026"):
        look_back.keep(vault, a_look_back(day=DAY + timedelta(days=days), person_id=ana.id))
    assert look_back.all_looks(vault) == (kept,)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 200), max_size=12))
def test_no_two_are_ever_nearer_than_28_days(vault: Vault, offsets: list[int]) -> None:
    for offset in offsets:
        try:
            look_back.keep(vault, a_look_back(day=DAY + timedelta(days=offset)))
        except ValueError:
            continue
    days = [look.day for look in look_back.all_looks(vault)]
    assert days == sorted(days, reverse=True)
    assert all((later - sooner).days >= EVERY_DAYS for later, sooner in zip(days, days[1:], strict=False))


def test_a_note_stands_beside_it(vault: Vault) -> None:
    kept = look_back.keep(vault, a_look_back())
    written = look_back.write_note(vault, kept.id, "It was the spring.")
    assert look_back.all_looks(vault) == (written,) == (replace(kept, note="It was the spring."),)
    assert look_back.write_note(vault, kept.id, "") == kept
    with pytest.raises(NotFound):
        look_back.write_note(vault, 99, "")


def test_nothing_is_lost_when_somebody_is_renamed_or_hidden(vault: Vault) -> None:
    ana = people.add(vault, "Ana")
    kept = look_back.keep(vault, a_look_back(person_id=ana.id))
    people.rename(vault, ana.id, "Anna")
    people.hide(vault, ana.id)
    assert look_back.all_looks(vault) == (kept,)
