# SPDX-License-Identifier: MIT
"""Lines of Lately: known people only, plain facts, and one sentence for a screen reader."""

from __future__ import annotations

from datetime import UTC, date, datetime

from ipnb_journal.desktop.models.lately import lately_lines
from ipnb_journal.domain.history import HistoryRow, RowKind
from ipnb_journal.domain.people import Person

TODAY = date(2026, 3, 12)
ANA, TOM = Person(1, "a", "Ana", 1, 1), Person(2, "t", "Tom", 2, 2, hidden=True)
ROW = HistoryRow(1, RowKind.ENTRY, 7, TODAY, datetime(2026, 3, 12, 20, tzinfo=UTC), "Rain", people=(1, 2, 9))


def test_hidden_and_forgotten_people_are_not_named() -> None:
    [line] = lately_lines([ROW], {1: ANA, 2: TOM}, TODAY)
    assert line.people == (ANA,)
    assert line.spoken == "Thursday, 12 March, Rain, Ana, Written"


def test_a_page_says_its_theme_and_whether_it_was_written_later() -> None:
    row = ROW._replace(day=date(2026, 2, 1), theme="boundaries", people=())
    [line] = lately_lines([row], {}, TODAY)
    assert (line.day_words, line.facts) == ("1 Feb", "Written later, about saying yes and no")


def test_a_check_in_says_whom_it_is_about_or_that_it_is_general() -> None:
    general = ROW._replace(kind=RowKind.CHECKIN, title="", people=())
    about = general._replace(people=(1,))
    first, second = lately_lines([general, about], {1: ANA}, TODAY)
    assert (first.title, first.facts) == ("Check-in", "In general")
    assert (second.facts, second.people) == ("", (ANA,))


def test_a_page_without_words_has_a_name_all_the_same() -> None:
    [line] = lately_lines([ROW._replace(title="")], {}, TODAY)
    assert line.title == "A page without a title"
