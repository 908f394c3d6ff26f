# SPDX-License-Identifier: MIT
"""Check-ins come back as given: blank is not 50, "doesn't apply" is not 0."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.domain.checkin_scores import Pair
from ipnb_journal.domain.checkins import Circles, Item, Method, Scale
from ipnb_journal.errors import NotFound
from ipnb_journal.vault import checkins, entries, people
from tests.builders import DAY, a_checkin, a_person, an_entry

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault


def test_a_checkin_comes_back_whole(vault: Vault) -> None:
    ana, entry = people.add(vault, a_person()).id, entries.add(vault, an_entry()).id
    vault.take_topics()
    given = a_checkin(
        uid="own",
        answers={Item.C1: 0.0, Item.L2: 100.0},
        does_not_apply=frozenset({Item.D2, Item.L1}),
        person_id=ana,
        entry_id=entry,
    )
    kept = checkins.add(vault, given)
    assert kept == replace(given, id=kept.id) == checkins.one(vault, kept.id)
    assert checkins.id_of(vault, "own") == kept.id
    assert checkins.id_of(vault, "other") is None
    assert vault.take_topics() == {"checkins"}


def test_circles_come_back(vault: Vault) -> None:
    given = a_checkin(answers={}, method=Method.CIRCLES, circles=Circles(closeness=40.0, bridge=0.0))
    kept = checkins.add(vault, given)
    assert checkins.one(vault, kept.id) == replace(given, id=kept.id, uid=kept.uid)


def test_the_picture_of_a_page_is_found_by_it(vault: Vault) -> None:
    page, other = (entries.add(vault, an_entry()).id for _ in range(2))
    checkins.add(vault, a_checkin(entry_id=page))
    assert checkins.of_entry(vault, page) is None
    placed = Circles(edge_me=12.5)
    kept = checkins.add(vault, a_checkin(answers={}, method=Method.CIRCLES, circles=placed, entry_id=page))
    assert checkins.of_entry(vault, page) == kept
    assert checkins.of_entry(vault, other) is None


def test_a_picture_drawn_anew_stays_where_it_stands(vault: Vault) -> None:
    ana = people.add(vault, a_person()).id
    given = a_checkin(answers={}, method=Method.CIRCLES, circles=Circles(closeness=40.0, bridge=0.0))
    kept = checkins.add(vault, given)
    where = vault.query("SELECT place FROM checkins")
    vault.take_topics()
    fresh = checkins.redraw(vault, kept.id, Circles(closeness=41.0), ana)
    assert fresh == replace(kept, circles=Circles(closeness=41.0), person_id=ana)
    assert checkins.one(vault, kept.id) == fresh
    assert vault.query("SELECT place FROM checkins") == where
    assert vault.take_topics() == {"checkins"}


def test_sliders_are_never_drawn_over(vault: Vault) -> None:
    kept = checkins.add(vault, a_checkin())
    with pytest.raises(NotFound):
        checkins.redraw(vault, kept.id, Circles(bridge=1.0), None)
    assert checkins.one(vault, kept.id) == kept


def test_a_page_that_is_gone_is_not_named(vault: Vault) -> None:
    assert checkins.add(vault, a_checkin(entry_id=99)).entry_id is None


def test_removed_and_brought_back_it_stands_where_it_stood(vault: Vault) -> None:
    kept = [checkins.add(vault, a_checkin()) for _ in range(3)]
    places = vault.query("SELECT uid, place FROM checkins ORDER BY place")
    removed = checkins.remove(vault, kept[1].id)
    assert removed == kept[1]
    with pytest.raises(NotFound):
        checkins.one(vault, removed.id)
    assert checkins.add(vault, removed) == removed
    assert vault.query("SELECT uid, place FROM checkins ORDER BY place") == places


def test_an_id_given_away_meanwhile_is_not_taken_back(vault: Vault) -> None:
    removed = checkins.remove(vault, checkins.add(vault, a_checkin()).id)
    other = checkins.add(vault, a_checkin())
    assert other.id == removed.id
    back = checkins.add(vault, removed)
    assert back.id != other.id
    assert back.uid == removed.uid


def test_last_is_the_newest_of_its_series(vault: Vault) -> None:
    ana = people.add(vault, a_person()).id
    newest = checkins.add(vault, a_checkin(day=DAY))
    checkins.add(vault, a_checkin(day=DAY - timedelta(days=1)))
    about_ana = checkins.add(vault, a_checkin(day=date(2020, 1, 1), person_id=ana))
    circles = checkins.add(vault, a_checkin(person_id=ana, method=Method.CIRCLES, circles=Circles()))
    assert checkins.last(vault, None) == newest
    assert checkins.last(vault, ana) == about_ana
    assert checkins.last(vault, ana, Method.CIRCLES) == circles
    assert checkins.last(vault, 99) is None


def test_series_pairs_and_days(vault: Vault) -> None:
    ana = people.add(vault, a_person()).id
    late, early = (checkins.add(vault, a_checkin(day=day)) for day in (DAY, date(2026, 3, 1)))
    about_ana = checkins.add(vault, a_checkin(day=date(2026, 2, 1), person_id=ana, answers={Item.D1: 5.0}))
    assert checkins.series(vault, None) == (early, late)
    assert checkins.series(vault, None, since=DAY) == (late,)
    assert checkins.series(vault, ana) == (about_ana,)
    assert list(checkins.each(vault)) == [about_ana, early, late]
    assert checkins.count(vault) == 3
    assert checkins.days(vault, date(2026, 2, 1), date(2026, 3, 1)) == {date(2026, 2, 1), date(2026, 3, 1)}
    (pairs,) = checkins.pairs(vault, ana, (Scale.DIFFERENTIATION,))
    assert pairs == [Pair(about_ana.day.toordinal(), 5.0, None)]


def test_no_checkin_no_answer(vault: Vault) -> None:
    with pytest.raises(NotFound):
        checkins.remove(vault, 1)


def test_answers_about_everybody_who_is_shown_come_by_person(vault: Vault) -> None:
    ana, ben, cleo = (people.add(vault, a_person(label)).id for label in ("Ana", "Ben", "Cleo"))
    scales = (Scale.LINKAGE, Scale.CHAOS)
    for back, person in ((1, ana), (3, ana), (0, ben), (0, None), (2, cleo)):
        checkins.add(vault, a_checkin(day=DAY - timedelta(back), person_id=person))
    placed = [Circles(closeness=20), Circles(bridge=30)]
    for back, circles in zip((1, 2), placed, strict=True):
        given = {"answers": {}, "method": Method.CIRCLES, "circles": circles, "person_id": ana}
        checkins.add(vault, a_checkin(day=DAY - timedelta(back), **given))
    people.change(vault, replace(people.one(vault, cleo), hidden=True))
    found = checkins.pairs_by_person(vault, scales)
    assert found == {person: checkins.pairs(vault, person, scales) for person in (ana, ben)}
    assert [pair.day for pair in found[ana][0]] == [(DAY - timedelta(back)).toordinal() for back in (3, 1)]
    pictures = checkins.pictures_by_person(vault)
    assert pictures == {ana: list(checkins.series(vault, ana, Method.CIRCLES))}
    assert [each.circles for each in pictures[ana]] == placed[::-1]
