# SPDX-License-Identifier: MIT
"""Prompts: what they are about, what they draw on, when they are held back, and what happened with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from ipnb_journal.domain.entries import Step

if TYPE_CHECKING:
    from collections.abc import Sequence


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


REST_DAYS = 14
_RESTS = {Happening.FINISHED: REST_DAYS, Happening.NOT_TODAY: 1, Happening.BEGUN: 0}


def resting(history: Sequence[PromptEvent], day: date) -> frozenset[str]:
    """The ids that rest on a day: 14 days after being finished, for the day itself after "not today"."""
    return frozenset(event.prompt_id for event in history if abs((day - event.day).days) < _RESTS[event.what])
