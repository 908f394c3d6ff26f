# SPDX-License-Identifier: MIT
"""The plain rule that picks the next prompt to offer, and says in one word why this one.

It looks at what was written with which prompt on which day, at the time of day, and at what the
person has set or just said. It never looks at what anybody wrote.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import TYPE_CHECKING
from zlib import crc32

from ipnb_journal.domain.prompts import (
    Depth,
    Happening,
    HoldBack,
    Moment,
    Prompt,
    PromptEvent,
    Theme,
    resting,
)
from ipnb_journal.domain.safety import Room

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


class Why(StrEnum):
    """What spoke for the prompt that was chosen; `desktop` has the words."""

    FIRST = "first"
    THREAD = "thread"
    LITTLE_ROOM = "little_room"
    GENTLER_NOW = "gentler_now"
    MORNING = "morning"
    NIGHT = "night"
    GOOD_DAY = "good_day"
    THEME_AWAY = "theme_away"
    FAVOURITE = "favourite"
    NOT_MET = "not_met"
    OPENED = "opened"
    LONG_AGO = "long_ago"


@dataclass(frozen=True, slots=True)
class Choice:
    """A prompt to offer and why; `days` since it was last finished, where that is the reason."""

    prompt: Prompt
    why: Why
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What holds as a prompt is chosen: the local day and time, and what the person set or just said.

    `room`: None while it was not asked; `held_back`: codes that hold now; `never`: ids that are not
    to be invited again; `following`: the id that comes next in a thread, where one is followed.
    """

    day: date
    at: time
    room: Room | None = None
    held_back: frozenset[HoldBack] = frozenset()
    left_out_themes: frozenset[Theme] = frozenset()
    never: frozenset[str] = frozenset()
    favourites: frozenset[str] = frozenset()
    following: str | None = None

    @property
    def part_of_day(self) -> Moment | None:
        """Morning, night, or neither."""
        return part_of_day(self.at)


BALANCE_DAYS = 28
FIRST_PAGES = 3
PAGES_BETWEEN_DEEP = 6
DAYS_BETWEEN_DEEP = 7
PASSED_OVER = 2
SOONER = 2
SMALL_MINUTES = 5
LATE_FROM, LATE_UNTIL = time(22), time(5)
MORNING_FROM, MORNING_UNTIL = time(5), time(11)
NIGHT_FROM = time(20)
_DEPTHS = {
    Room.PLENTY: frozenset(Depth),
    Room.SOME: frozenset({Depth.GENTLE, Depth.STEADY}),
    Room.LITTLE: frozenset({Depth.GENTLE}),
    Room.NONE: frozenset({Depth.GENTLE}),
}
_TIMES = frozenset({Moment.MORNING, Moment.NIGHT})
_WHY_NOW = {Moment.MORNING: Why.MORNING, Moment.NIGHT: Why.NIGHT, Moment.GOOD_DAY: Why.GOOD_DAY}


def is_late(at: time) -> bool:
    """Whether a local time lies in the late night: from 22:00, before 5:00."""
    at = at.replace(tzinfo=None)
    return at >= LATE_FROM or at < LATE_UNTIL


def part_of_day(at: time) -> Moment | None:
    """Morning from 5:00 to 11:00, night from 20:00 to 5:00, else None."""
    at = at.replace(tzinfo=None)
    if MORNING_FROM <= at < MORNING_UNTIL:
        return Moment.MORNING
    return Moment.NIGHT if at >= NIGHT_FROM or at < LATE_UNTIL else None


def is_held_back(prompt: Prompt, held_back: Collection[HoldBack], at: time) -> bool:
    """Whether a code that holds now speaks against the prompt; late at night every deep one is."""
    if is_late(at) and (prompt.depth is Depth.DEEP or HoldBack.ALONE_LATE_NIGHT in prompt.hold_back):
        return True
    return not set(held_back).isdisjoint(prompt.hold_back)


def eligible(
    prompts: Sequence[Prompt],
    history: Sequence[PromptEvent],
    now: Circumstances,
    not_these: Collection[str] = (),
) -> tuple[Prompt, ...]:
    """The prompts that may be offered at all, in the order given; a theme left out counts in `also` too.

    With some room nothing deep, with little or none only what is gentle, and with none nothing that is
    held back for who is flooded. A prompt made for the morning or the night waits for it.
    """
    away = resting(history, now.day) | now.never | set(not_these)
    depths = _DEPTHS[now.room] if now.room is not None else frozenset(Depth)
    held_back = now.held_back | ({HoldBack.FLOODED} if now.room is Room.NONE else frozenset())
    return tuple(
        prompt
        for prompt in prompts
        if prompt.id not in away
        and prompt.depth in depths
        and now.left_out_themes.isdisjoint((prompt.theme, *prompt.also))
        and _is_its_time(prompt, now)
        and not is_held_back(prompt, held_back, now.at)
    )


def choose(
    prompts: Sequence[Prompt],
    history: Sequence[PromptEvent],
    now: Circumstances,
    not_these: Collection[str] = (),
) -> Choice | None:
    """The prompt to offer, or None when all of them rest or are held back.

    What comes next in a thread that is followed comes first. A deep one has its turn six pages and
    seven days after the last, and then comes before the rest, else after them. Otherwise, in this
    order: with little room what takes five minutes at most; one passed over for twice as many pages
    as there are prompts; a gentle one on the first three pages and after a deep page; the theme least
    written on in four weeks; the prompt not met yet, else the one that has waited longest, a favourite
    twice as fast; what was made for this part of the day, or with plenty of room for a good day;
    gentle and steady by turns; and last a draw that stays the same all day.
    """
    open_to = eligible(prompts, history, now, not_these)
    if not open_to:
        return None
    past = _Past.of(prompts, history, now)
    next_one = next((prompt for prompt in open_to if prompt.id == now.following), None)
    if next_one is not None:
        return Choice(next_one, Why.THREAD)
    deep_turn, only_gentle, turns = past.deep_has_its_turn, past.wants_gentle, past.turns
    small = now.room in {Room.LITTLE, Room.NONE}

    def rank(prompt: Prompt) -> tuple[bool, bool, bool, bool, int, float, bool, int, int, str]:
        return (
            (prompt.depth is Depth.DEEP) is not deep_turn,
            small and prompt.minutes > SMALL_MINUTES,
            past.pages_since(prompt) < PASSED_OVER * len(prompts),
            prompt.depth is not Depth.GENTLE and only_gentle,
            0 if prompt.depth is Depth.DEEP else past.lately[prompt.theme],
            -past.waited(prompt),
            not _fits_now(prompt, now),
            turns.index(prompt.depth),
            crc32(f"{now.day.isoformat()} {prompt.id}".encode()),
            prompt.id,
        )

    return past.explained(min(open_to, key=rank))


def _is_its_time(prompt: Prompt, now: Circumstances) -> bool:
    times = _TIMES.intersection(prompt.suits)
    return not times or now.part_of_day in times


def _fits_now(prompt: Prompt, now: Circumstances) -> Moment | None:
    if now.part_of_day in prompt.suits:
        return now.part_of_day
    good = now.room is Room.PLENTY and Moment.GOOD_DAY in prompt.suits
    return Moment.GOOD_DAY if good else None


@dataclass(frozen=True, slots=True)
class _Past:
    """What a history of prompts says about today."""

    now: Circumstances
    finished: tuple[tuple[date, Prompt], ...]
    places: dict[str, int]
    met: dict[str, date]
    lately: Counter[Theme]

    @classmethod
    def of(cls, prompts: Sequence[Prompt], history: Sequence[PromptEvent], now: Circumstances) -> _Past:
        by_id = {prompt.id: prompt for prompt in prompts}
        events = sorted((event for event in history if event.prompt_id in by_id), key=lambda event: event.day)
        finished = tuple(
            (event.day, by_id[event.prompt_id]) for event in events if event.what is Happening.FINISHED
        )
        places = {prompt.id: number for number, (_, prompt) in enumerate(finished)}
        met = {event.prompt_id: event.day for event in events if event.what is not Happening.NOT_TODAY}
        lately = Counter(
            prompt.theme for written, prompt in finished if abs((now.day - written).days) < BALANCE_DAYS
        )
        return cls(now, finished, places, met, lately)

    @property
    def last_depth(self) -> Depth | None:
        return self.finished[-1][1].depth if self.finished else None

    @property
    def wants_gentle(self) -> bool:
        return len(self.finished) < FIRST_PAGES or self.last_depth is Depth.DEEP

    @property
    def deep_has_its_turn(self) -> bool:
        deep = [number for number, (_, prompt) in enumerate(self.finished) if prompt.depth is Depth.DEEP]
        if not deep:
            return len(self.finished) >= PAGES_BETWEEN_DEEP
        pages = len(self.finished) - 1 - deep[-1]
        days = (self.now.day - self.finished[deep[-1]][0]).days
        return pages >= PAGES_BETWEEN_DEEP and days >= DAYS_BETWEEN_DEEP

    @property
    def turns(self) -> tuple[Depth, Depth, Depth]:
        if self.last_depth is Depth.GENTLE:
            return Depth.STEADY, Depth.GENTLE, Depth.DEEP
        return Depth.GENTLE, Depth.STEADY, Depth.DEEP

    def pages_since(self, prompt: Prompt) -> int:
        return len(self.finished) - 1 - self.places.get(prompt.id, -1)

    def waited(self, prompt: Prompt) -> float:
        """The days since it was met, endless where it never was; a favourite's days count twice."""
        if prompt.id not in self.met:
            return float("inf")
        days = (self.now.day - self.met[prompt.id]).days
        return days * SOONER if prompt.id in self.now.favourites else days

    def explained(self, prompt: Prompt) -> Choice:
        fits = _fits_now(prompt, self.now)
        gentle = prompt.depth is Depth.GENTLE
        if self.now.room in {Room.LITTLE, Room.NONE}:
            return Choice(prompt, Why.LITTLE_ROOM)
        if gentle and not self.finished:
            return Choice(prompt, Why.FIRST)
        if gentle and self.last_depth is Depth.DEEP:
            return Choice(prompt, Why.GENTLER_NOW)
        if fits is not None:
            return Choice(prompt, _WHY_NOW[fits])
        if self.lately and not self.lately[prompt.theme]:
            return Choice(prompt, Why.THEME_AWAY)
        return self._met_before(prompt)

    def _met_before(self, prompt: Prompt) -> Choice:
        if prompt.id in self.places:
            last, _ = self.finished[self.places[prompt.id]]
            days = (self.now.day - last).days
            return Choice(prompt, Why.FAVOURITE if prompt.id in self.now.favourites else Why.LONG_AGO, days)
        return Choice(prompt, Why.OPENED if prompt.id in self.met else Why.NOT_MET)
