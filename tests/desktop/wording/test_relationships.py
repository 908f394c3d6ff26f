# SPDX-License-Identifier: MIT
"""The tiles in words: counts and levels, what is missing, and nothing about anybody else."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ipnb_journal.desktop.wording import relationships as words
from ipnb_journal.domain.checkin_scores import DayValue
from ipnb_journal.domain.checkins import Circles, Scale
from ipnb_journal.domain.event_notes import EventKind, EventNote
from ipnb_journal.domain.readings import Readings
from ipnb_journal.domain.relationships import (
    AboutPerson,
    ByPerson,
    Everybody,
    Placed,
    Relationship,
    by_person,
)
from ipnb_journal.domain.windows import Window
from tests.builders import a_person

TODAY = date(2026, 3, 12)
LAST = TODAY.toordinal()
PLACED = Placed(LAST - 2, Circles(62, 70.4, None, 55, 80))


def series(back: range, value: float, partial: int = -1) -> tuple[DayValue, ...]:
    return tuple(DayValue(LAST - each, value, each == partial) for each in reversed(back))


def about(
    label: str, sliders: range, circles: range = range(0), newest: Placed | None = None, partial: int = -1
) -> Relationship:
    def both(back: range) -> dict[Scale, tuple[DayValue, ...]]:
        if not back:
            return {}
        return {
            Scale.DIFFERENTIATION: series(back, 62.4, partial),
            Scale.LINKAGE: series(back, 70.4, partial),
        }

    person = a_person(label, id=sum(map(ord, label)))
    return Relationship(person, Readings(both(sliders), both(circles)), newest)


def chart(*people: Relationship, homework: int | None = None, first: int = 90) -> ByPerson:
    note = EventNote(1, "", TODAY - timedelta(homework or 0), "Homework began", EventKind.HOMEWORK)
    everybody = Everybody(people, () if homework is None else (note,))
    return by_person(everybody, Window(LAST - first, LAST), 7)


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (about("Ana", range(0, 22, 2)), "Ana: 11 days, being myself 62 of late, in touch 70."),
        (about("A", range(3)), "A: 3 days."),
        (about("A", range(1)), "A: 1 day. 2 more days and this picture begins."),
        (about("A", range(2)), "A: 2 days. 1 more day and this picture begins."),
        (about("A", range(0)), "A: no check-ins in this stretch. 3 more days and this picture begins."),
        (about("A", range(100, 130)), "A: no check-ins in this stretch."),
        (
            about("A", range(9), range(2)),
            "A: 9 days by sliders, 2 by two circles, being myself 62 of late, in touch 70.",
        ),
        (about("A", range(1), range(3)), "A: 3 days by two circles, 1 by sliders."),
        (about("A", range(0), range(4)), "A: 4 days by two circles."),
        (
            about("A", range(3), newest=PLACED),
            "A: 3 days, circles of 10 Mar: nearness 62, wished nearness 80, your edge 70.",
        ),
    ],
)  # fmt: skip
def test_a_tile_in_words(one: Relationship, said: str) -> None:
    found = chart(one)
    assert words.readout(found, found.tiles[0]) == said


def test_everything_in_words_keeps_the_order_and_names_no_average() -> None:
    found = chart(about("Tom", range(3)), about("Ana", range(0, 22, 2)), homework=35)
    assert words.in_words(found) == (
        "12 Dec 2025 to 12 Mar 2026, by person. Tom: 3 days. "
        "Ana: 11 days, being myself 62 of late, in touch 70. Homework began: 5 Feb."
    )
    assert words.in_words(found, "Made-up data").startswith("Made-up data. 12 Dec 2025")
    assert words.in_words(chart()) == (
        "Nobody here yet. Add someone by any name you like, an initial is enough."
    )


def test_what_is_drawn_is_explained_and_nothing_else() -> None:
    plain = words.said(chart(about("A", range(3)))).shows
    assert not any(each in plain for each in ("line", "hollow", "ringed", "small circles"))
    full = chart(about("A", range(0, 22, 2), range(1), PLACED, partial=2))
    shows = words.said(full).shows
    assert all(each in shows for each in ("line", "hollow", "ringed", "small circles"))
    assert words.said(full, table=True).shows.startswith("The same people")
    assert "other person’s side" in words.said(full).does_not


def test_the_table_has_what_the_tiles_say() -> None:
    found = chart(about("Tom", range(3), newest=PLACED), about("Ana", range(0, 88, 2)))
    table = words.table(found)
    assert table.heads == (
        *("Person", "Days", "Being myself, of late", "In touch, of late"),
        *("Being myself, usual range", "In touch, usual range"),
        *("Circles of", "Nearness", "Wished nearness", "Your edge"),
    )
    assert [[cell.said for cell in row.cells] for row in table.rows] == [
        ["Tom", "3", "", "", "", "", "10 Mar", "62", "80", "70"],
        ["Ana", "44", "62", "70", "57 to 67", "65 to 75", "", "", "", ""],
    ]
    assert [row.behind for row in table.rows] == [AboutPerson(tile.person.id) for tile in found.tiles]


def test_numbers_in_the_table_are_those_of_the_tiles() -> None:
    found = chart(about("Tom", range(9), range(2), PLACED), about("Ana", range(2), range(0, 88, 2)))
    table = words.table(found)
    for tile, row in zip(found.tiles, table.rows, strict=True):
        order = dict(zip(table.heads, (cell.order for cell in row.cells), strict=True))
        days = {
            tile.method: tile.days,
            **{other: tile.other_days for other in set(type(tile.method)) - {tile.method}},
        }
        assert {order["Days by sliders"], order["Days by two circles"]} == set(days.values())
        assert order["Being myself, of late"] == tile.series[0].level
        assert order["In touch, of late"] == tile.series[1].level
    assert table.rows[1].cells[3].said == "62, by two circles"
