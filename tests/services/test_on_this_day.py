# SPDX-License-Identifier: MIT
"""Pages of the same day in earlier years, and what is never brought up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ipnb_journal.domain.history import HistoryFilter
from ipnb_journal.errors import NotFound
from ipnb_journal.services import history, on_this_day, people, preferences, prompts, today
from ipnb_journal.vault import earlier, entries
from tests.builders import DAY, MOMENT, an_entry

if TYPE_CHECKING:
    from datetime import datetime

    from ipnb_journal.vault.vault import Vault

LAST_YEAR = DAY.replace(year=2025)


def days_shown(vault: Vault, day: date, years: int | None = None) -> list[date]:
    return [row.day for row in on_this_day.pages(vault, day, years)]


def written(vault: Vault, *days: date) -> None:
    for day in days:
        entries.add(vault, an_entry(about_day=day))


def test_pages_of_the_day_in_earlier_years_the_newest_first(vault: Vault) -> None:
    assert on_this_day.pages(vault, DAY) == ()
    written(
        vault, LAST_YEAR, DAY, DAY.replace(year=2019), DAY.replace(day=11, year=2025), DAY.replace(year=2027)
    )
    assert days_shown(vault, DAY) == [LAST_YEAR, DAY.replace(year=2019)]
    assert days_shown(vault, DAY, 3) == [LAST_YEAR]
    assert days_shown(vault, DAY, 7) == [LAST_YEAR, DAY.replace(year=2019)]
    assert days_shown(vault, DAY, 0) == []
    [row, _] = on_this_day.pages(vault, DAY)
    assert row == history.page_of(vault, HistoryFilter(day=LAST_YEAR)).rows[0]


def test_twelve_are_enough(vault: Vault) -> None:
    written(vault, *[DAY.replace(year=year) for year in range(2000, 2020)])
    assert days_shown(vault, DAY) == [DAY.replace(year=year) for year in range(2019, 2007, -1)]


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (date(2023, 2, 28), [(2021, 28), (2020, 29), (2020, 28), (2019, 28), (2016, 29)]),
        (date(2024, 2, 28), [(2023, 28), (2021, 28), (2020, 28), (2019, 28)]),
        (date(2024, 2, 29), [(2020, 29), (2016, 29)]),
        (date(2023, 3, 1), []),
    ],
)
def test_the_29th_of_february_comes_on_the_28th_of_a_common_year(
    vault: Vault, day: date, shown: list[tuple[int, int]]
) -> None:
    written(vault, *[date(year, 2, 28) for year in (2019, 2020, 2021, 2023)])
    written(vault, date(2016, 2, 29), date(2020, 2, 29))
    assert days_shown(vault, day) == [date(year, 2, number) for year, number in shown]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dates(date(2000, 1, 1), date(2030, 12, 31)))
def test_every_day_of_every_year_can_be_asked_about(vault: Vault, day: date) -> None:
    if not history.count(vault, HistoryFilter()):
        written(vault, *[date(year, 2, number) for year in range(2000, 2030) for number in (27, 28)])
    assert all(row.day < day and row.day.month == day.month for row in on_this_day.pages(vault, day))


def test_what_is_never_brought_up(vault: Vault) -> None:
    ana, ben = (people.add(vault, label).id for label in ("Ana", "Ben"))
    people.hide(vault, ben)
    plain = entries.add(vault, an_entry(about_day=LAST_YEAR, people=(ana,), theme="values"))
    entries.add(vault, an_entry(about_day=LAST_YEAR, people=(ana, ben)))
    entries.add(vault, an_entry(about_day=LAST_YEAR, theme="story"))
    entries.add(vault, an_entry(about_day=LAST_YEAR, drawer_since=MOMENT))
    entries.add(vault, an_entry(about_day=LAST_YEAR, sealed=True))
    preferences.write(vault, replace(preferences.read(vault), left_out_themes=("story", "body")))
    assert [row.id for row in on_this_day.pages(vault, DAY)] == [plain.id]
    people.hide(vault, ben, hidden=False)
    preferences.write(vault, replace(preferences.read(vault), left_out_themes=()))
    assert len(on_this_day.pages(vault, DAY)) == 3


def test_a_sealed_page_stays_in_the_history_and_is_shown_nowhere_unasked(vault: Vault, now: datetime) -> None:
    nothing_else = prompts.Library(())
    page = an_entry("Harbour.", about_day=LAST_YEAR, notice="dread", location="ward 6")
    kept = entries.add(vault, page)
    assert on_this_day.seal(vault, kept.id).sealed
    assert on_this_day.pages(vault, DAY) == ()
    assert today.view(vault, nothing_else, now).lately == ()
    assert (earlier.notices(vault, 9), earlier.locations(vault, 9)) == ((), ())
    assert [row.id for row in history.page_of(vault, HistoryFilter(text="harbour")).rows] == [kept.id]
    assert [row.id for row in history.page_of(vault, HistoryFilter()).rows] == [kept.id]
    assert not on_this_day.seal(vault, kept.id, sealed=False).sealed
    assert [row.id for row in on_this_day.pages(vault, DAY)] == [kept.id]
    assert [row.id for row in today.view(vault, nothing_else, now).lately] == [kept.id]
    assert (earlier.notices(vault, 9), earlier.locations(vault, 9)) == (("dread",), ("ward 6",))
    with pytest.raises(NotFound):
        on_this_day.seal(vault, 99)
