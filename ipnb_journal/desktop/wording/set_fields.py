# SPDX-License-Identifier: MIT
"""What each field of a prompt set holds, in a line: in the schema for editors, and beside one’s own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

TITLE = "A prompt set of IPNB Journal"

_EVERY: Mapping[str, str] = {
    "lang": "The language code, such as en.",
    "version": "1, and one more each time the wording changes.",
    "author": "Who wrote it.",
    "licence": "What others may do with it, such as CC BY 4.0.",
}
_PROMPT: Mapping[str, str] = {
    "id": "Small letters, digits and dashes; never used twice in a language, and never changed later.",
    "title": "What stands on the invitation: a small picture or a plain phrase.",
    "theme": "What it is about.",
    "also": "Other themes it touches.",
    "domains": "Which of the nine domains of integration it goes to; only tags.",
    "depth": "gentle (ordinary, present), steady (some charge, one moment), deep (old or painful).",
    "minutes": "How long the whole takes, unhurried.",
    "draws_on": "The techniques it uses; each brings its rule.",
    "hold_back": "When it is not offered; empty when it always may be.",
    "circles": "true when it is built on the two circles.",
    "body": "uses (built on attending to the body), offers (a cue with another way beside it), none.",
    "suits": "The time of day or the sort of day it is for; any time when left away.",
    "note": "A line that is always shown with it.",
    "steps": "The five steps.",
    "steps.settle": "Half a minute to arrive; never only the breath or closed eyes.",
    "steps.notice": "Sensing what is here, or one concrete moment.",
    "steps.write": "One open task.",
    "steps.connect": "Where difference and closeness meet.",
    "steps.close": "Ends the task and turns outward, to an ordinary next act.",
    "lighter": "A smaller way to do it.",
}
_THREAD: Mapping[str, str] = {
    "id": "Small letters, digits and dashes.",
    "title": "What the thread is called.",
    "why": "One plain paragraph: why these prompts, and why in this order.",
    "draws_on": "The techniques it uses.",
    "prompts": "The ids of its prompts, in order.",
}
_WEEK: Mapping[str, str] = {
    "id": "Small letters, digits and dashes.",
    "title": "What the week is called.",
    "why": "The reason, in words two people in a room would use.",
    "days": "One table for each day, seven at most.",
    "days.check_in": "true for the eight sliders.",
    "days.circles": "true for the two circles.",
    "days.prompt": "The id of a prompt.",
    "days.route": "whole, lighter, or either.",
    "days.task": "Something to do or write that is no prompt.",
    "days.rest": "true when leaving it all is the first offer.",
    "days.if_safe": "true when the prompt is shown only once it was ticked as safe.",
    "days.minutes": "How long the day takes, without the check-in.",
    "total_minutes": "How long the week takes, a check-in counted as one.",
    "agreed": "What two people settle beside it; shipped open.",
    "agreed.if_hard": "What to do if it gets hard.",
    "agreed.contact": "How to reach each other.",
    "agreed.share": "What is shared.",
    "review_questions": "What to look back with, together.",
}
_REVIEW: Mapping[str, str] = {
    "prompt": "The id of the prompt that was read.",
    "version": "The version that was read.",
    "reader": "Who read it.",
    "day": "When, as a date without quotes.",
    "failed": "The numbers of the ten points that did not hold; empty when all did.",
    "lang": "The language that was read, en unless said otherwise.",
    "note": "What to look at again.",
}


def _under(table: str, fields: Mapping[str, str]) -> dict[str, str]:
    return {f"{table}.{name}": words for name, words in fields.items()}


FIELDS: Mapping[str, str] = {
    "format": "The form of this file; 1.",
    **_under("prompt", {**_PROMPT, **_EVERY}),
    **_under("thread", {**_THREAD, **_EVERY}),
    **_under("week", {**_WEEK, **_EVERY}),
    **_under("review", _REVIEW),
}
"""By the dotted name of the field, such as "prompt.steps.settle"."""
