# SPDX-License-Identifier: MIT
"""Where marks lead."""

from __future__ import annotations

from datetime import date

from ipnb_journal.desktop import places
from ipnb_journal.desktop.behind import place_behind
from ipnb_journal.domain.attention import PagesOf, PromptsWith
from ipnb_journal.domain.prompts import Domain, Theme
from ipnb_journal.domain.relationships import AboutPerson
from ipnb_journal.domain.windows import week_of

DAY, SUNDAY = date(2026, 3, 9), date(2026, 3, 15)


def test_a_week_opens_all_its_days() -> None:
    assert place_behind(week_of(DAY.toordinal())) == places.History(day=DAY, until=SUNDAY)


def test_a_theme_opens_its_pages_of_the_days_counted() -> None:
    assert place_behind(PagesOf(Theme.BODY, DAY, SUNDAY)) == places.History(
        day=DAY, theme=Theme.BODY.value, until=SUNDAY
    )
    assert place_behind(PagesOf(Theme.BODY, None, SUNDAY)) == places.History(theme=Theme.BODY.value)


def test_a_domain_opens_its_prompts_and_a_person_is_no_place() -> None:
    assert place_behind(PromptsWith(Domain.MEMORY)) == places.Prompts(domain=Domain.MEMORY.value)
    assert place_behind(AboutPerson(1)) is None
