# SPDX-License-Identifier: MIT
"""The readings of somebody invented, to show what the charts look like before there are any."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from ipnb_journal.domain.attention import AttentionBySpan, Themed, gathered
from ipnb_journal.domain.checkin_scores import circle_days, day_values, pairs_of
from ipnb_journal.domain.checkins import CheckIn, Method, Scale
from ipnb_journal.domain.people import Person
from ipnb_journal.domain.readings import Readings
from ipnb_journal.domain.relationships import Everybody, Placed, Relationship, newest_picture
from ipnb_journal.domain.windows import Span
from ipnb_journal.formats.json_archive import KeptEntry
from ipnb_journal.services import sample
from ipnb_journal.services.attention import first_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipnb_journal.domain.entries import Entry
    from ipnb_journal.domain.prompts import Prompt

_SEED = 5


def readings(today: date, person_id: int | None = None) -> Readings:
    """A made-up year that ends today, always the same; no vault is read."""
    year = [item for item in sample.year((), _SEED, today) if isinstance(item, CheckIn)]
    return _readings([item for item in year if item.person_id == person_id], today)


def everybody(today: date) -> Everybody:
    """The invented people of the same made-up year."""
    year = sample.year((), _SEED, today)
    about: dict[int | None, list[CheckIn]] = {}
    for item in year:
        if isinstance(item, CheckIn):
            about.setdefault(item.person_id, []).append(item)
    found = [(item, about.get(item.id, [])) for item in year if isinstance(item, Person)]
    return Everybody(
        tuple(Relationship(person, _readings(given, today), _newest(given)) for person, given in found),
        sample.notes(_SEED, today),
    )


def attention(today: date, prompts: Sequence[Prompt]) -> AttentionBySpan:
    """What the pages of the same made-up year were about, written on `prompts`; nothing is suggested."""
    year = sample.year(prompts, _SEED, today)
    kept = [item.entry for item in year if isinstance(item, KeptEntry) and item.entry.drawer_since is None]
    domains_of = {prompt.id: prompt.domains for prompt in prompts}
    found = {}
    for span in Span:
        first = first_of(span, today)
        pages = [each for each in kept if (first or date.min) <= each.page.about_day <= today]
        answered = Counter(each.page.asked.id for each in pages if each.page.asked is not None)
        found[span] = gathered((first, today), _themed(pages), answered, domains_of)
    days = [each.page.about_day for each in kept]
    return AttentionBySpan(found, min(days, default=None), dict.fromkeys(Span))


def _themed(pages: Sequence[Entry]) -> list[Themed]:
    counts: Counter[str | None] = Counter(each.page.theme for each in pages)
    seconds: Counter[str | None] = Counter()
    for each in pages:
        seconds[each.page.theme] += each.writing_seconds
    return [Themed(theme, number, seconds[theme]) for theme, number in counts.items()]


def _readings(about: Sequence[CheckIn], today: date) -> Readings:
    by_sliders = [item for item in about if item.method is Method.SLIDERS]
    sliders = {scale: tuple(day_values(pairs_of(by_sliders, scale))) for scale in Scale}
    circles = circle_days(item for item in about if item.method is Method.CIRCLES)
    by_circles = {scale: tuple(days) for scale, days in circles.items()}
    return Readings(sliders, by_circles, sample.notes(_SEED, today))


def _newest(about: Sequence[CheckIn]) -> Placed | None:
    return newest_picture((item.day.toordinal(), item.circles) for item in about if item.circles is not None)
