# SPDX-License-Identifier: MIT
"""The words of a Look-back: what it is, what it still needs, and the few things it may say."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from ipnb_journal.desktop.wording.history import full_date
from ipnb_journal.desktop.wording.insights import BY_CIRCLES, BY_SLIDERS, IN_GENERAL, SPOKEN, counted, stretch
from ipnb_journal.domain.change import SAME_WITHIN, Change
from ipnb_journal.domain.checkins import Method
from ipnb_journal.domain.look_back import EVERY_DAYS
from ipnb_journal.domain.series import (
    LOOK_BACK_BASE_NEEDS,
    LOOK_BACK_BASE_WINDOW,
    LOOK_BACK_RECENT_NEEDS,
    LOOK_BACK_RECENT_WINDOW,
    SETTLING_IN_DAYS,
)

if TYPE_CHECKING:
    from datetime import date

    from ipnb_journal.domain.change import Comparison
    from ipnb_journal.domain.look_back import LookBack, ScaleLook

LINK, TITLE, BACK = "Look back", "Look back", "Back to Insights"
WHAT = (
    "A Look-back puts your last 28 days beside the 90 before. For being myself and for being in touch, it "
    "says whether you rated those days differently, or that it can’t tell. Nothing is worked out until "
    "you open one."
)
SLOW_ON_PURPOSE = (
    "It’s slow on purpose. Ratings move about by themselves, and whoever looks often sees changes that were "
    "never there. So you can open one every 28 days, whoever it’s about."
)
WHOM = "What to look back on"
TAKES = (
    f"It takes {LOOK_BACK_RECENT_NEEDS} days with a check-in in the last 28, and {LOOK_BACK_BASE_NEEDS} in "
    f"the 90 before. Your first {SETTLING_IN_DAYS} days ever are left out."
)
OPEN = "Open a Look-back"
COSTS = "After this one, the next can be opened from {day}."
WAIT = "The next one can be opened from {day}. It only ever opens when you ask."
ENOUGH = "{recent} in the last 28, {base} in the 90 before"
NOT_YET = "Not yet: {recent} in the last 28, {base} in the 90 before"
NOTHING_YET = "There’s nothing to look back on yet, and no hurry."
NONE_WHILE_LOOKING = "This journal is only open to look at, so no Look-back can be opened."
NOT_NOW = "That one can’t be opened today. Nothing was worked out."

SHEET = "Look-back of {day}"
STRETCH = "The 28 days from {recent}, beside the 90 before, from {base}."
GENERALLY = "From your general check-ins."
ABOUT = "From your check-ins about {name}, {way}."
HIGHER, LOWER = "higher", "lower"
CHANGED = "In these 28 days, {scale} was rated {way} than in the 90 days before: {how_much}"
CHANGED_ABOUT = (
    "In your check-ins about {name}, {scale} was rated {way} in these 28 days than in the 90 before: "
    "{how_much}"
)
HOW_MUCH = "about {points} points, likely between {low} and {high}. From {recent} and {base} days of entries."
SAME = f"About the same, within {SAME_WITHIN:.0f} points either way."
UNCLEAR = "No clear change. The entries vary too much, or are too few, to tell."
TOO_FEW = (
    "Too few days to say anything: {recent} in these 28, {base} in the 90 before. It takes "
    f"{LOOK_BACK_RECENT_NEEDS} and {LOOK_BACK_BASE_NEEDS}."
)
MISSES = "This view is slow on purpose: it misses real changes more often than it invents them."
LOST = "What this one said couldn’t be read any more. Your note is here."
PUT_AWAY = "Put it away"

NOTE = "A note to yourself"
NOTE_LINE = "What you make of it, if anything. It stays beside this Look-back."

EARLIER = "Earlier Look-backs"
EARLIER_LINE = "Each is as it was when you opened it."
WITH_NOTE = "{whom}, with a note"


def days(recent: int, base: int, said: str) -> str:
    """`said` with how many days there are: "3 days", "none"."""
    return said.format(recent=_days(recent), base=base or "none")


def next_day(day: date, today: date) -> str:
    """When another can be opened, where one is opened on `day`."""
    return full_date(day + timedelta(EVERY_DAYS), today)


def whom(name: str) -> str:
    """Whose check-ins; `name`: "" for the general ones."""
    return name or IN_GENERAL


def about(look: LookBack, name: str) -> str:
    """Which check-ins a Look-back rests on, and how those about somebody were given."""
    if look.person_id is None:
        return GENERALLY
    return ABOUT.format(name=name, way=BY_CIRCLES if look.method is Method.CIRCLES else BY_SLIDERS)


def stretches(look: LookBack, today: date) -> str:
    """Which days a Look-back puts beside which; years where they aren't today's."""
    last, now = look.day.toordinal(), today.toordinal()
    cut = last - LOOK_BACK_RECENT_WINDOW
    recent = stretch(cut + 1, last, now)
    return STRETCH.format(recent=recent, base=stretch(cut - LOOK_BACK_BASE_WINDOW + 1, cut, now))


def said(look: ScaleLook, name: str = "") -> str:
    """The one sentence that may be said of a scale; `name`: whom the check-ins are about, "" in general.

    Example: mean 15.3364, sd 2.5806, 14 and 31 days: "In these 28 days, being in touch was rated higher than
    in the 90 days before: about 15 points, likely between 11 and 20. From 14 and 31 days of entries."
    """
    found = look.comparison
    if found is None:
        return days(look.recent_days, look.base_days, TOO_FEW)
    if found.says is Change.SAME:
        return SAME
    return UNCLEAR if found.says is Change.UNCLEAR else _changed(look, found, name)


def row(look: LookBack, name: str) -> str:
    """The line below the day of an earlier Look-back."""
    return WITH_NOTE.format(whom=whom(name)) if look.note.strip() else whom(name)


def _changed(look: ScaleLook, found: Comparison, name: str) -> str:
    low, high = sorted(round(abs(end)) for end in found.likely)
    how_much = HOW_MUCH.format(
        points=round(abs(found.mean)), low=low, high=high, recent=look.recent_days, base=look.base_days
    )
    way = HIGHER if found.says is Change.HIGHER else LOWER
    sentence = CHANGED_ABOUT if name else CHANGED
    return sentence.format(name=name, scale=SPOKEN[look.scale], way=way, how_much=how_much)


def _days(number: int) -> str:
    return counted(number, "day") if number else "none"
