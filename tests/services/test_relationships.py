# SPDX-License-Identifier: MIT
"""What was answered about each person, without those out of sight."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from ipnb_journal.domain.checkins import Circles, Item, Method, Scale
from ipnb_journal.domain.event_notes import EventKind, EventNote
from ipnb_journal.domain.relationships import Placed
from ipnb_journal.services import insights, made_up, people, relationships
from ipnb_journal.vault import checkins, event_notes
from ipnb_journal.vault.vault import Vault
from tests.builders import DAY, a_checkin

if TYPE_CHECKING:
    import pytest

PLACED = Circles(60, 70, 50, 40, 80)


def fill(vault: Vault) -> list[int]:
    """Ana by sliders, once partly; Tom by both ways; Noor not at all; and a general one."""
    ana, tom, noor = (people.add(vault, name).id for name in ("Ana", "Tom", "Noor"))
    for back in range(6):
        checkins.add(vault, a_checkin(day=DAY - timedelta(back), person_id=ana))
    checkins.add(vault, a_checkin(day=DAY - timedelta(9), person_id=ana, answers={Item.D1: 80.0}))
    checkins.add(vault, a_checkin(person_id=tom))
    for back, circles in ((3, Circles(closeness=10, bridge=30)), (1, PLACED)):
        by_circles = {"answers": {}, "method": Method.CIRCLES, "circles": circles, "person_id": tom}
        checkins.add(vault, a_checkin(day=DAY - timedelta(back), **by_circles))
    checkins.add(vault, a_checkin())
    return [ana, tom, noor]


def test_everybody_has_the_series_they_would_have_alone(vault: Vault) -> None:
    fill(vault)
    found = relationships.everybody(vault)
    assert [each.person.label for each in found.about] == ["Ana", "Tom", "Noor"]
    for each in found.about:
        alone = insights.readings(vault, each.person.id)
        for scale in (Scale.DIFFERENTIATION, Scale.LINKAGE):
            assert each.readings.sliders.get(scale, ()) == alone.sliders.get(scale, ())
            assert each.readings.circles.get(scale, ()) == alone.circles.get(scale, ())
    assert found.about[0].readings.sliders[Scale.DIFFERENTIATION][0].partial


def test_the_newest_circles_come_along(vault: Vault) -> None:
    fill(vault)
    newest = [each.newest for each in relationships.everybody(vault).about]
    assert newest == [None, Placed((DAY - timedelta(1)).toordinal(), PLACED), None]


def test_hidden_people_and_other_orders(vault: Vault) -> None:
    ana, tom, _ = fill(vault)
    people.hide(vault, ana)
    people.move(vault, tom, 1)
    assert [each.person.label for each in relationships.everybody(vault).about] == ["Noor", "Tom"]


def test_the_queries_don_t_grow_with_the_people(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(30):
        checkins.add(vault, a_checkin(person_id=people.add(vault, f"P{number}").id))
    asked: list[str] = []
    query = Vault.query

    def counted(self: Vault, sql: str, *rest: object) -> object:
        asked.append(sql)
        return query(self, sql, *rest)

    monkeypatch.setattr(Vault, "query", counted)
    assert len(relationships.everybody(vault).about) == 30
    assert len(asked) == 4


def test_the_invented_people_are_the_same_each_time_and_have_days() -> None:
    found = made_up.everybody(DAY)
    assert found == made_up.everybody(DAY)
    assert len(found.about) >= 3
    assert all(each.days is not None for each in found.about)
    assert found.days is not None
    assert found.days[1] <= DAY.toordinal()


def test_notes_on_the_time_line_come_along(vault: Vault) -> None:
    begun = event_notes.add(vault, EventNote(0, "", DAY, "Homework began", EventKind.HOMEWORK))
    assert relationships.everybody(vault).notes == (begun,)
    assert made_up.everybody(DAY).notes == made_up.readings(DAY).notes
