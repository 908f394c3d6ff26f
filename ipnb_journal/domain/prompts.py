# SPDX-License-Identifier: MIT
"""Prompts, the sets they come in, and the rule that picks the next one to offer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ipnb_journal.domain.entries import Step


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


@dataclass(frozen=True, slots=True)
class Prompt:
    """One prompt. `steps` has all five steps; `minutes` 1 to 15; `note` is always shown when set."""

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
