# SPDX-License-Identifier: MIT
"""The words around prompts and weeks on a printed page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.desktop.wording import prompts, session
from ipnb_journal.domain.homework import CHECK_IN_MINUTES, Route
from ipnb_journal.formats.set_page import PageWords

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipnb_journal.domain.homework import Week
    from ipnb_journal.domain.prompts import Prompt

_DAY = "Day {number}"
_WEEK = "{minutes} in all"
_CHECK_IN, _CIRCLES, _REST = "check in", "the two circles", "rest, or"
_LIGHTER, _EITHER, _IF_SAFE = (
    "the lighter version",
    "whole or lighter",
    "only if the two of you ticked it as safe",
)
_SIGNED = "{author}, {licence}"


def page_words() -> PageWords:
    """All of them together."""
    return PageWords(
        steps=session.STEPS,
        lighter=prompts.LIGHTER,
        about=_about,
        perhaps_not=_perhaps_not,
        day=lambda number: _DAY.format(number=number),
        week_about=lambda week: _WEEK.format(minutes=prompts.minutes(week.total_minutes)),
        day_line=_day_line,
        signed=lambda author, licence: _SIGNED.format(author=author, licence=licence),
    )


def _about(prompt: Prompt) -> str:
    told = [
        prompts.THEMES[prompt.theme],
        prompts.DEPTHS[prompt.depth].lower(),
        prompts.minutes(prompt.minutes),
    ]
    if prompt.circles:
        told.append(prompts.CIRCLES.lower())
    return ", ".join([*told, *(prompts.MOMENTS[moment].lower() for moment in prompt.suits)])


def _perhaps_not(prompt: Prompt) -> str:
    told = prompts.perhaps_not(prompt.hold_back)
    return f"{prompts.PERHAPS_NOT}: {told}." if told else ""


def _day_line(week: Week, number: int, titles: Mapping[str, str]) -> str:
    """One day of a week in a line: "Check in; Yes, no, not yet (6 minutes)."."""
    day = week.days[number - 1]
    told = [words for words, on in ((_CHECK_IN, day.check_in), (_CIRCLES, day.circles)) if on]
    if day.prompt:
        route = {Route.LIGHTER: f", {_LIGHTER}", Route.EITHER: f", {_EITHER}"}.get(day.route, "")
        safe = f", {_IF_SAFE}" if day.if_safe else ""
        told.append(f"{_REST + ' ' if day.rest else ''}“{titles.get(day.prompt, day.prompt)}”{route}{safe}")
    elif day.rest:
        told.append("rest")
    if day.task:
        told.append(day.task.rstrip("."))
    line = "; ".join(told)
    count = day.minutes + CHECK_IN_MINUTES * day.check_in
    return (
        f"{line[:1].upper()}{line[1:]} ({prompts.minutes(count)})."
        if count
        else f"{line[:1].upper()}{line[1:]}."
    )
