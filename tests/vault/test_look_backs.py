# SPDX-License-Identifier: MIT
"""Rows of Look-backs: every number comes back as it was, and the note beside it is the person's own."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ipnb_journal.domain.change import Change, Comparison
from ipnb_journal.domain.checkins import Method, Scale
from ipnb_journal.domain.look_back import LookBack, ScaleLook
from ipnb_journal.errors import NotFound, VaultError
from ipnb_journal.vault import look_backs, people, remains
from tests.builders import DAY, a_look_back, a_person
from tests.vault.test_vault import opened_pages

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault

numbers = st.floats(allow_nan=False, allow_infinity=False)
comparisons = st.builds(Comparison, *[numbers] * 8, st.sampled_from(Change))
counts = st.integers(0, 400)
scales = st.lists(
    st.builds(ScaleLook, st.sampled_from(Scale), counts, counts, st.none() | comparisons),
    max_size=4,
    unique_by=lambda look: look.scale,
).map(tuple)
LOOKS = st.builds(
    LookBack,
    st.just(0),
    st.just(""),
    st.dates(date(1990, 1, 1), date(2090, 1, 1)),
    st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC)),
    st.none(),
    st.sampled_from(Method),
    scales,
    st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=60),
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(LOOKS)
def test_every_number_comes_back_as_it_was(vault: Vault, look: LookBack) -> None:
    kept = look_backs.add(vault, look)
    assert kept == replace(look, id=kept.id, uid=kept.uid)
    assert look_backs.one(vault, kept.id) == kept


def test_they_come_the_newest_day_first(vault: Vault) -> None:
    later = look_backs.add(vault, a_look_back())
    sooner = look_backs.add(vault, a_look_back(day=DAY - timedelta(days=30), uid="own"))
    assert look_backs.each(vault) == (later, sooner)
    assert look_backs.id_of(vault, "own") == sooner.id
    assert look_backs.id_of(vault, "other") is None
    assert vault.take_topics() == {"look_backs"}


def test_a_number_that_is_none_is_not_kept(vault: Vault) -> None:
    nothing = Comparison(*[float("nan")] * 8, Change.UNCLEAR)
    with pytest.raises(ValueError, match="JSON"):
        look_backs.add(vault, a_look_back(scales=(ScaleLook(Scale.LINKAGE, 9, 9, nothing),)))
    assert look_backs.each(vault) == ()


def test_nobody_is_removed_whom_one_is_about(vault: Vault) -> None:
    ana = people.add(vault, a_person())
    kept = look_backs.add(vault, a_look_back(person_id=ana.id))
    people.change(vault, replace(ana, label="Anna", hidden=True))
    with pytest.raises((VaultError, sqlite3.Error, Exception), match="FOREIGN KEY"):
        vault.execute("DELETE FROM people WHERE id = ?", (ana.id,))
    assert look_backs.each(vault) == (kept,)


def test_what_was_cut_is_no_finding(vault: Vault) -> None:
    kept = look_backs.add(vault, a_look_back(note="Mine."))
    for left in ('[{"scale": "D", "rec\n\n[…]', "[1]", "{}", '[{"scale": "D"}]', "7"):
        vault.execute("UPDATE look_backs SET found = ?", (left,))
        assert look_backs.each(vault) == (replace(kept, scales=()),)


def test_a_note_is_written_and_nothing_is_left_of_the_one_before(vault: Vault) -> None:
    kept = look_backs.add(vault, a_look_back())
    vault.take_topics()
    first = look_backs.write_note(vault, kept.id, "Wisteria\nand \0rain \ud800")
    assert first == look_backs.one(vault, kept.id) == replace(kept, note="Wisteria\nand rain ?")
    assert vault.take_topics() == {"look_backs"}
    assert look_backs.write_note(vault, kept.id, first.note) == first
    assert not remains.are_due(vault)
    assert look_backs.write_note(vault, kept.id, "") == kept
    assert remains.are_due(vault)
    vault.close()
    assert b"Wisteria" not in b"".join(opened_pages(vault.path, vault.key))


def test_who_is_gone_is_not_found(vault: Vault) -> None:
    with pytest.raises(NotFound):
        look_backs.one(vault, 1)
    with pytest.raises(NotFound):
        look_backs.write_note(vault, 1, "So.")
