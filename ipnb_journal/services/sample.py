# SPDX-License-Identifier: MIT
"""A believable year of one invented person, the same for the same seed, plainly marked as made up.

Check-ins come three to five days a week with two long gaps. Each scale is an autoregressive series
(lag-1 about 0.3, within-person SD about 14) around its own level, with the two sliders of a scale
scattered about it; those assumptions are the ones the charts' own simulations rest on.
"""

from __future__ import annotations

import hashlib
import math
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from itertools import count
from random import Random
from typing import TYPE_CHECKING

from ipnb_journal import paths
from ipnb_journal.domain.checkin_scores import day_values, pairs_of
from ipnb_journal.domain.checkins import MAY_NOT_APPLY, CheckIn, Circles, Item, Method, Scale
from ipnb_journal.domain.entries import AskedPrompt, Entry, EntryKind, Page, Step, Version, Writing
from ipnb_journal.domain.event_notes import EventKind, EventNote
from ipnb_journal.domain.look_back import LookBack, look_back
from ipnb_journal.domain.own_prompts import KeptPrompt
from ipnb_journal.domain.people import Person
from ipnb_journal.domain.prompt_marks import PromptMark
from ipnb_journal.domain.prompts import Happening, Prompt, PromptEvent
from ipnb_journal.domain.readings import SHOWN
from ipnb_journal.domain.safety import Contact
from ipnb_journal.formats import sample_pages
from ipnb_journal.formats.json_archive import ArchiveItem, KeptEntry, Preference
from ipnb_journal.services import prompts as prompt_service
from ipnb_journal.services import transfer
from ipnb_journal.vault import keys
from ipnb_journal.vault.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from ipnb_journal.domain.threads import Thread
    from ipnb_journal.formats.sample_pages import Sample, SamplePage, SamplePerson, SamplePrompt

YEAR = 365
ZONE = "+00:00"

_LEVEL = {Scale.DIFFERENTIATION: 58.0, Scale.LINKAGE: 55.0, Scale.CHAOS: 36.0, Scale.RIGIDITY: 38.0}
_SHARED = {Scale.DIFFERENTIATION: 0.4, Scale.LINKAGE: 0.5, Scale.CHAOS: -0.4, Scale.RIGIDITY: -0.3}
_CARRIED = 0.33
_SPREAD = 13.4
_SLIDER_SPREAD = 6.0
_GAPS = ((0.28, 0.36, 12, 17), (0.66, 0.74, 16, 24))
_DAYS_A_WEEK = (3, 4, 4, 5, 5)
_GENERAL, _ABOUT_SOMEONE = 0.92, 0.32
_BLANK, _DOES_NOT_APPLY = 0.02, 0.03
_LINKED = 0.4
_IN_DRAWER_FOR = timedelta(days=3)
_DRAWN_FIRST, _DRAWN_EVERY, _FIRST_DRAWN = {"Jonas": 11, "Dad": 3}, 19, 1001
_DRAWN_ON = "bnd-03"
_BRIDGED, _WISHED = 0.85, 0.35
_NOTES = (
    (236, "Dad’s hearing aids", EventKind.HAPPENED),
    (131, "Two weeks by the sea", EventKind.HAPPENED),
    (58, "Fewer hours at work", EventKind.HAPPENED),
    (30, "Homework began", EventKind.HOMEWORK),
)
"""Days before the last one, words, kind."""
_LOOKS = (
    (62, "September was mostly other people’s appointments. I’d like one evening a week that’s mine."),
    (34, ""),
)
"""Days before the last one, and the note beside it."""


def fill(vault: Vault, seed: int, until: date, days: int = YEAR) -> transfer.Imported:
    """Put the made-up year that ends on `until` into a vault; see `year`."""
    library = prompt_service.library()
    return transfer.take_in(vault, year(library.prompts, seed, until, days, library.threads))


def make(path: Path, seed: int, until: date) -> bytes:
    """Make a journal that holds the made-up year, under a random key; gives the raw key for `reopen`."""
    key = keys.VaultKey(keys.new_header(), secrets.token_bytes(keys.KEY_SIZE))
    vault = Vault.create(path, key)
    try:
        fill(vault, seed, until)
    finally:
        vault.close()
    return key.raw


def reopen(path: Path, raw: bytes) -> Vault:
    """Open a journal that `make` made."""
    return Vault.open(path, raw)


def year(
    prompts: Iterable[Prompt], seed: int, until: date, days: int = YEAR, threads: Sequence[Thread] = ()
) -> tuple[ArchiveItem, ...]:
    """The last `days` days (1 or more) of the made-up year, as archive items whose last day is `until`.

    `prompts` and `threads` are the shipped ones; a guided page whose prompt is not among them becomes a free
    page. The first thread is followed.
    """
    sample = sample_pages.read(paths.resources() / "sample")
    # a seeded, repeatable stream is the purpose; nothing here is secret
    random = Random(seed)  # noqa: S311
    start = until - timedelta(days=days - 1)
    people = {
        person.label: Person(number, _uid(seed, f"person {person.label}"), person.label, number, number)
        for number, person in enumerate(sample.people, 1)
    }
    pages = [page for page in sample.pages if until - timedelta(days=YEAR - 2 - page.day_of_year) >= start]
    known = {prompt.id: prompt for prompt in prompts}
    writer = _Writer(seed, until, sample.tag, people, known)
    kept = [writer.entry(number, page, random) for number, page in enumerate(pages, 1)]
    days_of_entries = {one.entry.page.about_day: one.entry.id for one in reversed(kept)}
    given = tuple(_CheckIns(seed, sample, people, days_of_entries, random).between(start, days))
    return (
        Preference("journal_name", sample.journal_name),
        *_followed(threads, until),
        *people.values(),
        *kept,
        *given,
        *_drawn(seed, sample, people, kept, sorted({one.day for one in given})),
        *writer.events(kept),
        *_marks(known, kept),
        *(_own_prompt(own, place, until) for place, own in enumerate(sample.own_prompts)),
        Contact(0, "Priya", "01632 960 148", "most evenings", 0),
        *(note for note in notes(seed, until) if note.day >= start),
        *(look for look in _looks(seed, until, given) if look.day >= start),
    )


def notes(seed: int, until: date) -> tuple[EventNote, ...]:
    """What the made-up person noted on the time line of the year that ends on `until`."""
    return tuple(
        EventNote(number, _uid(seed, f"note {number}"), until - timedelta(back), text, kind)
        for number, (back, text, kind) in enumerate(_NOTES, 1)
    )


def _looks(seed: int, until: date, given: Sequence[CheckIn]) -> Iterator[LookBack]:
    """The Look-backs the made-up person opened, 28 days apart, each with what it said of the general days."""
    generally = [one for one in given if one.person_id is None]
    myself, in_touch = (day_values(pairs_of(generally, scale)) for scale in SHOWN)
    for number, (back, note) in enumerate(_LOOKS, 1):
        day = until - timedelta(back)
        at = datetime.combine(day, time(20, 10), UTC)
        found = look_back(myself, in_touch, day)
        yield LookBack(number, _uid(seed, f"look-back {number}"), day, at, None, Method.SLIDERS, found, note)


def _followed(threads: Sequence[Thread], until: date) -> Iterator[Preference]:
    """The first thread, begun five days ago."""
    for thread in threads[:1]:
        begun = until - timedelta(days=5)
        yield Preference(prompt_service.FOLLOWING, [thread.id, begun.isoformat()])


def _marks(prompts: Mapping[str, Prompt], kept: Iterable[KeptEntry]) -> Iterator[PromptMark]:
    """The two first written with are favourites; one not written with, where there is one, is unwanted."""
    written = list(dict.fromkeys(one.entry.page.asked.id for one in kept if one.entry.page.asked))
    yield from (PromptMark(prompt_id, favourite=True) for prompt_id in written[:2])
    unwanted = [prompt_id for prompt_id in prompts if prompt_id not in written] or written[2:]
    yield from (PromptMark(prompt_id, never=True) for prompt_id in unwanted[-1:])


def _own_prompt(own: SamplePrompt, place: int, until: date) -> KeptPrompt:
    begun = datetime.combine(until - timedelta(days=own.days_ago), time(20, 40), UTC)
    return KeptPrompt(0, own.group, place, own.draft, False, begun, begun)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Turns the shipped pages into entries."""

    seed: int
    until: date
    tag: str
    people: Mapping[str, Person]
    prompts: Mapping[str, Prompt]

    def entry(self, number: int, page: SamplePage, random: Random) -> KeptEntry:
        about = self.until - timedelta(days=YEAR - 2 - page.day_of_year)
        evening = time(random.randint(19, 22), random.randint(0, 59), random.randint(0, 59))
        written = datetime.combine(min(about + timedelta(days=page.later), self.until), evening, UTC)
        changed = written + timedelta(hours=14) if page.earlier else written
        entry = Entry(
            id=number,
            uid=_uid(self.seed, f"page {page.day_of_year}"),
            page=self._page(page, about),
            written_at=written,
            changed_at=changed,
            zone=ZONE,
            writing_seconds=_seconds(self.seed, page),
            drawer_since=datetime.combine(self.until, evening, UTC) - _IN_DRAWER_FOR
            if page.in_drawer
            else None,
        )
        if page.earlier is None:
            return KeptEntry(entry)
        earlier = Writing(title=page.writing.title, body=page.earlier)
        return KeptEntry(entry, (Version(1, number, earlier, changed),))

    def _page(self, page: SamplePage, about: date) -> Page:
        prompt = self.prompts.get(page.prompt or "")
        asked = None
        if prompt:
            asked = AskedPrompt(prompt.id, prompt.version, prompt.title, prompt.steps[Step.WRITE])
        return Page(
            kind=EntryKind.GUIDED if prompt else EntryKind.FREE,
            about_day=about,
            writing=page.writing,
            asked=asked,
            theme=prompt.theme if prompt else None,
            people=tuple(self.people[label].id for label in page.people),
            tags=(self.tag, *page.tags),
        )

    def events(self, kept: Iterable[KeptEntry]) -> Iterator[PromptEvent]:
        for one in kept:
            if one.entry.page.asked:
                for what in (Happening.BEGUN, Happening.FINISHED):
                    yield PromptEvent(one.entry.page.asked.id, one.entry.page.about_day, what)


def _seconds(seed: int, page: SamplePage) -> int:
    """How long a page was written at; a stream of its own leaves the rest of the year as it is."""
    random = Random(_uid(seed, f"minutes {page.day_of_year}"))  # noqa: S311
    return random.randint(4 * 60, 16 * 60)


def _drawn(
    seed: int,
    sample: Sample,
    people: Mapping[str, Person],
    kept: Iterable[KeptEntry],
    days: Sequence[date],
) -> Iterator[CheckIn]:
    """Two circles about two of the people, every few weeks, and on the pages whose prompt asks for them.

    `days`: those with a check-in, the first one first; a picture is placed on one of them.
    """
    entries = [one.entry for one in kept]
    pages = [entry for entry in entries if entry.page.asked and entry.page.asked.id == _DRAWN_ON]
    number = count(_FIRST_DRAWN)
    for person in (one for one in sample.people if one.label in _DRAWN_FIRST):
        given = partial(_given_by_circles, seed, person, people[person.label].id)
        for day in days[_DRAWN_FIRST[person.label] :: _DRAWN_EVERY]:
            yield given(next(number), datetime.combine(day, time(20), UTC))
        for entry in pages:
            if entry.page.people[:1] == (people[person.label].id,):
                yield given(next(number), entry.written_at, entry.id)


def _given_by_circles(
    seed: int,
    person: SamplePerson,
    person_id: int,
    number: int,
    at: datetime,
    entry_id: int | None = None,
) -> CheckIn:
    uid = _uid(seed, f"circles {person.label} {at.isoformat()}")
    # a stream of its own for each, so that everything else in the year stays as it is without them
    random = Random(uid)  # noqa: S311
    return CheckIn(
        id=number,
        uid=uid,
        day=at.date(),
        at=at,
        zone=ZONE,
        person_id=person_id,
        method=Method.CIRCLES,
        circles=_circles(person, random),
        entry_id=entry_id,
    )


def _circles(person: SamplePerson, random: Random) -> Circles:
    """A picture that leans as the person's sliders do; bridge and wished place are left out at times."""

    def drawn(level: float) -> float:
        return float(min(100, max(0, round(random.gauss(level, 15)))))

    apart, touch = (person.leans.get(scale, 0) for scale in (Scale.DIFFERENTIATION, Scale.LINKAGE))
    near = drawn(54 + 2 * touch)
    mine, theirs, bridge, wished = drawn(58 + 2 * apart), drawn(64), drawn(50 + 2 * touch), drawn(62)
    return Circles(
        closeness=near,
        edge_me=mine,
        edge_other=theirs,
        bridge=bridge if random.random() < _BRIDGED else None,
        closeness_wish=wished if random.random() < _WISHED else None,
    )


class _CheckIns:
    """Draws check-ins day by day."""

    def __init__(
        self,
        seed: int,
        sample: Sample,
        people: Mapping[str, Person],
        pages: Mapping[date, int],
        random: Random,
    ) -> None:
        self._seed, self._people, self._pages, self._random = seed, people, pages, random
        self._sample = sample.people
        self._moods: dict[str, dict[Scale, float]] = {}
        self._number = 0

    def between(self, start: date, days: int) -> Iterator[CheckIn]:
        for offset in self._chosen(days):
            day = start + timedelta(days=offset)
            at = datetime.combine(day, time(self._random.randint(7, 21), self._random.randint(0, 59)), UTC)
            if self._random.random() < _GENERAL:
                yield self._one(day, at, None, offset / YEAR)
            if self._random.random() < _ABOUT_SOMEONE:
                (person,) = self._random.choices(self._sample, [one.weight for one in self._sample])
                yield self._one(day, at + timedelta(minutes=2), person, offset / YEAR)

    def _chosen(self, days: int) -> list[int]:
        chosen: list[int] = []
        for week in range(0, days, 7):
            count = self._random.choice(_DAYS_A_WEEK)
            chosen += sorted(self._random.sample(range(week, week + 7), count))
        away = [
            (start := int(days * self._random.uniform(low, high)), start + self._random.randint(short, long))
            for low, high, short, long in _GAPS
        ]
        return [day for day in chosen if day < days and not any(a <= day < b for a, b in away)]

    def _one(self, day: date, at: datetime, person: SamplePerson | None, when: float) -> CheckIn:
        self._number += 1
        scales = self._scales(person, when)
        skipped = frozenset(
            item
            for item in sorted(MAY_NOT_APPLY)
            if person is None and self._random.random() < _DOES_NOT_APPLY
        )
        answers = {item: self._slider(scales[item.scale]) for item in Item}
        left = {item for item in Item if self._random.random() < _BLANK}
        entry = self._pages.get(day) if self._random.random() < _LINKED else None
        return CheckIn(
            id=self._number,
            uid=_uid(self._seed, f"check-in {self._number}"),
            day=day,
            at=at,
            zone=ZONE,
            answers={item: value for item, value in answers.items() if item not in skipped | left},
            does_not_apply=skipped,
            person_id=self._people[person.label].id if person else None,
            entry_id=entry,
        )

    def _scales(self, person: SamplePerson | None, when: float) -> dict[Scale, float]:
        """The next value of each scale of one series; `when`: 0 to 1 through the year."""
        mood = self._moods.setdefault(person.label if person else "", {})
        fresh = math.sqrt(1 - _CARRIED**2)
        shared = self._random.gauss(0, 1)
        slow = 3 * math.sin(2 * math.pi * when)
        levels: dict[Scale, float] = {}
        for scale, part in _SHARED.items():
            news = part * shared + math.sqrt(1 - part**2) * self._random.gauss(0, 1)
            mood[scale] = _CARRIED * mood[scale] + fresh * news if scale in mood else news
            lean = person.leans.get(scale, 0) if person else 0
            levels[scale] = _LEVEL[scale] + lean + math.copysign(1, part) * slow + _SPREAD * mood[scale]
        return levels

    def _slider(self, level: float) -> float:
        return float(min(100, max(0, round(self._random.gauss(level, _SLIDER_SPREAD)))))


def _uid(seed: int, what: str) -> str:
    return hashlib.sha256(f"{seed} {what}".encode()).hexdigest()[:32]
