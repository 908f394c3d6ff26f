# SPDX-License-Identifier: MIT
"""Things to test with, each whole and sensible unless a test says otherwise."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from ipnb_journal.domain.change import recent_vs_usual
from ipnb_journal.domain.checkins import CheckIn, Item, Method, Scale
from ipnb_journal.domain.entries import Entry, EntryKind, Page, Step, Writing
from ipnb_journal.domain.look_back import LookBack, ScaleLook
from ipnb_journal.domain.people import Person
from ipnb_journal.domain.prompts import Depth, Domain, Prompt, Technique, Theme

DAY = date(2026, 3, 12)
MOMENT = datetime(2026, 3, 12, 20, 15, tzinfo=UTC)
_WRITING = frozenset(Writing.__dataclass_fields__)


def a_page(body: str = "The harbour was quiet.", **changes: Any) -> Page:
    """A free page about 12 March 2026; words (`title`, `notice`, ...) and fields of Page alike."""
    words = {name: changes.pop(name) for name in _WRITING & changes.keys()}
    page = Page(EntryKind.FREE, DAY, Writing(body=body, **words))
    return replace(page, **changes)


def an_entry(body: str = "The harbour was quiet.", **changes: Any) -> Entry:
    """A page set down on the evening of its day; fields of Entry, of Page and words alike."""
    own = {name: changes.pop(name) for name in Entry.__dataclass_fields__ if name in changes}
    page = own.pop("page", None) or a_page(body, **changes)
    written = datetime.combine(page.about_day, MOMENT.timetz())
    entry = Entry(id=0, uid="", page=page, written_at=written, changed_at=written, zone="Europe/London")
    return replace(entry, **own)


def a_checkin(**changes: Any) -> CheckIn:
    """A general check-in on the evening of 12 March 2026 with all eight answers."""
    day = changes.get("day", DAY)
    checkin = CheckIn(
        id=0,
        uid="",
        day=day,
        at=datetime.combine(day, MOMENT.timetz()),
        zone="Europe/London",
        answers={item: 10.0 * number for number, item in enumerate(Item, 1)},
    )
    return replace(checkin, **changes)


def a_person(label: str = "Ana", **changes: Any) -> Person:
    """Somebody with the first mark."""
    return replace(Person(id=0, uid="", label=label, mark=1, position=1), **changes)


def a_prompt(id: str = "saying-no", **changes: Any) -> Prompt:
    """A gentle prompt about boundaries with all five steps."""
    prompt = Prompt(
        id=id,
        title="A small no",
        theme=Theme.BOUNDARIES,
        domains=(Domain.BETWEEN_US,),
        depth=Depth.GENTLE,
        minutes=8,
        draws_on=(Technique.ASSERTIVENESS,),
        hold_back=(),
        steps={step: f"What to do to {step}." for step in Step},
        lighter="One line is enough.",
        lang="en",
        version=1,
        author="Somebody",
        licence="CC-BY-4.0",
    )
    return replace(prompt, **changes)


def a_look_back(**changes: Any) -> LookBack:
    """A general Look-back on 12 March 2026 that says a thing about each of its two scales."""
    base, recent = (50.0, 52.0, 47.0, 55.0, 50.0, 58.0), (60.0, 66.0, 58.0, 63.0)
    looks = (
        ScaleLook(Scale.DIFFERENTIATION, len(recent), len(base), recent_vs_usual(recent, base)),
        ScaleLook(Scale.LINKAGE, 3, 40, None),
    )
    look = LookBack(0, "", DAY, MOMENT, None, Method.SLIDERS, looks)
    return replace(look, **changes)
