# SPDX-License-Identifier: MIT
"""Prompts, the sets they come in, and the rule that picks the next one to offer."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import TYPE_CHECKING
from zlib import crc32

from ipnb_journal.domain.entries import Step

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


class Theme(StrEnum):
    """What a prompt is about."""

    EMPATHY = "empathy"
    BOUNDARIES = "boundaries"
    SELF_WORTH = "self-worth"
    COMPASSION = "compassion"
    REPAIR = "difficult moments & repair"
    BODY = "body & window of tolerance"
    STORY = "memory & story"
    VALUES = "identity, values & morality"
    INSIGHT = "intuition & insight"


class Depth(StrEnum):
    """How much charge a prompt may carry."""

    GENTLE = "gentle"
    STEADY = "steady"
    DEEP = "deep"


class Technique(StrEnum):
    """What a prompt draws on; the codes of the evidence table."""

    EXPRESSIVE_WRITING = "EW"
    SELF_DISTANCING = "SD"
    SELF_COMPASSION = "SC"
    VALUES_AFFIRMATION = "VA"
    IF_THEN = "II"
    ASSERTIVENESS = "AT"
    PERSPECTIVE_GETTING = "PG"
    GRATITUDE = "GR"
    CONTINGENCIES = "CW"


class HoldBack(StrEnum):
    """When a prompt should not be offered."""

    FLOODED = "flooded"
    RECENT_LOSS = "recent_loss"
    RECENT_SEPARATION = "recent_separation"
    UNSAFE_HOME = "unsafe_home"
    BODY_FOCUS_HARD = "body_focus_hard"
    KINDNESS_HARD = "kindness_hard"
    DISSOCIATING = "dissociating"
    ALONE_LATE_NIGHT = "alone_late_night"


class Domain(StrEnum):
    """The nine domains of integration, by their plain labels; tags on prompts, never scores."""

    AWARENESS = "awareness"
    WORDS_IMAGES = "words & images"
    BODY_MIND = "body & mind"
    MEMORY = "memory"
    STORY = "story"
    MOODS = "moods & parts"
    BETWEEN_US = "between us"
    TIME = "time & change"
    BELONGING = "belonging"


class BodyUse(StrEnum):
    """Whether a prompt is built on attending to the body, offers it beside another way, or needs none."""

    USES = "uses"
    OFFERS = "offers"
    NONE = "none"


class Moment(StrEnum):
    """When a prompt fits better than at other times."""

    MORNING = "morning"
    NIGHT = "night"
    GOOD_DAY = "good day"


@dataclass(frozen=True, slots=True)
class Prompt:
    """One prompt. `steps` has all five steps; `minutes` 1 to 15; `note` is always shown when set.

    `circles`: built on the two circles; `suits`: empty where any time will do.
    """

    id: str
    title: str
    theme: Theme
    domains: tuple[Domain, ...]
    depth: Depth
    minutes: int
    draws_on: tuple[Technique, ...]
    hold_back: tuple[HoldBack, ...]
    steps: dict[Step, str]
    lighter: str
    lang: str
    version: int
    author: str
    licence: str
    also: tuple[Theme, ...] = ()
    note: str = ""
    circles: bool = False
    body: BodyUse = BodyUse.OFFERS
    suits: tuple[Moment, ...] = ()


class Happening(StrEnum):
    """What a person did with a prompt."""

    BEGUN = "begun"
    FINISHED = "finished"
    NOT_TODAY = "not_today"


@dataclass(frozen=True, slots=True)
class PromptEvent:
    """One thing that happened with a prompt, on a local day."""

    prompt_id: str
    day: date
    what: Happening


class Why(StrEnum):
    """What spoke for the prompt that was chosen; `desktop` has the words."""

    FIRST = "first"
    GENTLER_NOW = "gentler_now"
    THEME_AWAY = "theme_away"
    NOT_MET = "not_met"
    OPENED = "opened"
    LONG_AGO = "long_ago"


@dataclass(frozen=True, slots=True)
class Choice:
    """A prompt to offer and why; `days` since it was last finished, where that is the reason."""

    prompt: Prompt
    why: Why
    days: int | None = None


REST_DAYS = 14
BALANCE_DAYS = 28
FIRST_PAGES = 3
PAGES_BETWEEN_DEEP = 6
DAYS_BETWEEN_DEEP = 7
PASSED_OVER = 2
LATE_FROM = time(22)
LATE_UNTIL = time(5)
_RESTS = {Happening.FINISHED: REST_DAYS, Happening.NOT_TODAY: 1, Happening.BEGUN: 0}


def is_late(at: time) -> bool:
    """Whether a local time lies in the night: from 22:00, before 5:00."""
    at = at.replace(tzinfo=None)
    return at >= LATE_FROM or at < LATE_UNTIL


def is_held_back(prompt: Prompt, held_back: Collection[HoldBack], at: time) -> bool:
    """Whether a code that holds now speaks against the prompt; at night that is so for every deep one."""
    if is_late(at) and (prompt.depth is Depth.DEEP or HoldBack.ALONE_LATE_NIGHT in prompt.hold_back):
        return True
    return not set(held_back).isdisjoint(prompt.hold_back)


def resting(history: Sequence[PromptEvent], day: date) -> frozenset[str]:
    """The ids that rest on a day: 14 days after being finished, for the day itself after "not today"."""
    return frozenset(event.prompt_id for event in history if abs((day - event.day).days) < _RESTS[event.what])


def eligible(
    prompts: Sequence[Prompt],
    history: Sequence[PromptEvent],
    day: date,
    at: time,
    held_back: Collection[HoldBack] = (),
    left_out_themes: Collection[Theme] = (),
    not_these: Collection[str] = (),
) -> tuple[Prompt, ...]:
    """The prompts that may be offered at all, in the order given; a theme left out counts in `also` too."""
    away = resting(history, day).union(not_these)
    themes = set(left_out_themes)
    return tuple(
        prompt
        for prompt in prompts
        if prompt.id not in away
        and themes.isdisjoint((prompt.theme, *prompt.also))
        and not is_held_back(prompt, held_back, at)
    )


def choose(
    prompts: Sequence[Prompt],
    history: Sequence[PromptEvent],
    day: date,
    at: time,
    held_back: Collection[HoldBack] = (),
    left_out_themes: Collection[Theme] = (),
    not_these: Collection[str] = (),
) -> Choice | None:
    """The prompt to offer at a local day and time, or None when all of them rest or are held back.

    A deep one has its turn six pages and seven days after the last, and then comes before the rest,
    else after them. Otherwise, in this order: one passed over for twice as many pages as there are
    prompts; a gentle one on the first three pages and after a deep page; the theme least written on
    in four weeks; the prompt not met yet, else met longest ago; gentle and steady by turns; and last
    a draw that stays the same all day.
    """
    open_to = eligible(prompts, history, day, at, held_back, left_out_themes, not_these)
    if not open_to:
        return None
    past = _Past.of(prompts, history, day)
    deep_turn, only_gentle, turns = past.deep_has_its_turn, past.wants_gentle, past.turns

    def rank(prompt: Prompt) -> tuple[bool, bool, bool, int, date, int, int, str]:
        return (
            (prompt.depth is Depth.DEEP) is not deep_turn,
            past.pages_since(prompt) < PASSED_OVER * len(prompts),
            prompt.depth is not Depth.GENTLE and only_gentle,
            0 if prompt.depth is Depth.DEEP else past.lately[prompt.theme],
            past.met.get(prompt.id, date.min),
            turns.index(prompt.depth),
            crc32(f"{day.isoformat()} {prompt.id}".encode()),
            prompt.id,
        )

    return past.explained(min(open_to, key=rank))


@dataclass(frozen=True, slots=True)
class _Past:
    """What a history of prompts says about today."""

    day: date
    finished: tuple[tuple[date, Prompt], ...]
    places: dict[str, int]
    met: dict[str, date]
    lately: Counter[Theme]

    @classmethod
    def of(cls, prompts: Sequence[Prompt], history: Sequence[PromptEvent], day: date) -> _Past:
        by_id = {prompt.id: prompt for prompt in prompts}
        events = sorted((event for event in history if event.prompt_id in by_id), key=lambda event: event.day)
        finished = tuple(
            (event.day, by_id[event.prompt_id]) for event in events if event.what is Happening.FINISHED
        )
        places = {prompt.id: number for number, (_, prompt) in enumerate(finished)}
        met = {event.prompt_id: event.day for event in events if event.what is not Happening.NOT_TODAY}
        lately = Counter(
            prompt.theme for written, prompt in finished if abs((day - written).days) < BALANCE_DAYS
        )
        return cls(day, finished, places, met, lately)

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
        days = (self.day - self.finished[deep[-1]][0]).days
        return pages >= PAGES_BETWEEN_DEEP and days >= DAYS_BETWEEN_DEEP

    @property
    def turns(self) -> tuple[Depth, Depth, Depth]:
        if self.last_depth is Depth.GENTLE:
            return Depth.STEADY, Depth.GENTLE, Depth.DEEP
        return Depth.GENTLE, Depth.STEADY, Depth.DEEP

    def pages_since(self, prompt: Prompt) -> int:
        return len(self.finished) - 1 - self.places.get(prompt.id, -1)

    def explained(self, prompt: Prompt) -> Choice:
        if prompt.depth is Depth.GENTLE and not self.finished:
            return Choice(prompt, Why.FIRST)
        if prompt.depth is Depth.GENTLE and self.last_depth is Depth.DEEP:
            return Choice(prompt, Why.GENTLER_NOW)
        if self.lately and not self.lately[prompt.theme]:
            return Choice(prompt, Why.THEME_AWAY)
        if prompt.id in self.places:
            last, _ = self.finished[self.places[prompt.id]]
            return Choice(prompt, Why.LONG_AGO, (self.day - last).days)
        return Choice(prompt, Why.OPENED if prompt.id in self.met else Why.NOT_MET)
