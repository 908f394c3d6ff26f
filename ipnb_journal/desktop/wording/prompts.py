# SPDX-License-Identifier: MIT
"""What is said of prompts on screen and on paper: theme, depth, domain, technique, and when perhaps not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.domain.prompts import BodyUse, Depth, Domain, HoldBack, Moment, Technique, Theme

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

THEMES: Mapping[Theme, str] = {
    Theme.EMPATHY: "Empathy",
    Theme.BOUNDARIES: "Boundaries",
    Theme.SELF_WORTH: "Self-worth",
    Theme.COMPASSION: "Compassion",
    Theme.REPAIR: "Difficult moments and repair",
    Theme.BODY: "The body, and what it has room for",
    Theme.STORY: "Memory and story",
    Theme.VALUES: "Identity, values and morality",
    Theme.INSIGHT: "Intuition and insight",
}
DEPTHS: Mapping[Depth, str] = {Depth.GENTLE: "Gentle", Depth.STEADY: "Steady", Depth.DEEP: "Deep"}
DEPTH_LINES: Mapping[Depth, str] = {
    Depth.GENTLE: "Ordinary things, close at hand",
    Depth.STEADY: "One moment with some charge in it",
    Depth.DEEP: "Something old or painful; you’re asked first how much room there is",
}
DOMAINS: Mapping[Domain, str] = {
    Domain.AWARENESS: "Awareness",
    Domain.WORDS_IMAGES: "Words and images",
    Domain.BODY_MIND: "Body and mind",
    Domain.MEMORY: "Memory",
    Domain.STORY: "Story",
    Domain.MOODS: "Moods and parts",
    Domain.BETWEEN_US: "Between us",
    Domain.TIME: "Time and change",
    Domain.BELONGING: "Belonging",
}
TECHNIQUES: Mapping[Technique, str] = {
    Technique.EXPRESSIVE_WRITING: "Writing it out, lightly",
    Technique.SELF_DISTANCING: "A step back, by your own name",
    Technique.SELF_COMPASSION: "A kinder voice",
    Technique.VALUES_AFFIRMATION: "What you stand by",
    Technique.IF_THEN: "If this, then that",
    Technique.ASSERTIVENESS: "Saying yes and no",
    Technique.PERSPECTIVE_GETTING: "Asking instead of guessing",
    Technique.GRATITUDE: "Thanks, in passing",
    Technique.CONTINGENCIES: "What worth hangs on",
}
PERHAPS_NOT = "Perhaps not today"
HOLD_BACK: Mapping[HoldBack, str] = {
    HoldBack.FLOODED: "when a lot is going on in you already",
    HoldBack.RECENT_LOSS: "in the weeks after a loss",
    HoldBack.RECENT_SEPARATION: "in the weeks after a separation",
    HoldBack.UNSAFE_HOME: "when someone around you isn’t safe to disagree with",
    HoldBack.BODY_FOCUS_HARD: "when paying attention to your body is hard",
    HoldBack.KINDNESS_HARD: "when kind words are hard to bear",
    HoldBack.DISSOCIATING: "when you lose time, or touch with where you are",
    HoldBack.ALONE_LATE_NIGHT: "late at night, alone",
}
BODY: Mapping[BodyUse, str] = {
    BodyUse.USES: "Uses the body",
    BodyUse.OFFERS: "Offers the body, with another way",
    BodyUse.NONE: "Needs no body",
}
MOMENTS: Mapping[Moment, str] = {
    Moment.MORNING: "For a morning",
    Moment.NIGHT: "For a night",
    Moment.GOOD_DAY: "For a good day",
}
CIRCLES = "With the two circles"
LIGHTER = "Lighter"
MINUTES_ONE, MINUTES = "1 minute", "{minutes} minutes"


def minutes(count: int) -> str:
    """How long something takes, in words."""
    return MINUTES_ONE if count == 1 else MINUTES.format(minutes=count)


def perhaps_not(codes: Iterable[HoldBack]) -> str:
    """When a prompt is better left for another day, as the rest of a sentence; "" for never."""
    told = [HOLD_BACK[code] for code in codes]
    return f"{', '.join(told[:-1])}, or {told[-1]}" if len(told) > 1 else "".join(told)
