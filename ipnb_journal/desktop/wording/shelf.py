# SPDX-License-Identifier: MIT
"""The words of choosing a prompt: filters, the preview, threads, ready weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.desktop.wording import prompts
from ipnb_journal.desktop.wording.dates import long_date
from ipnb_journal.domain.shelf import Only

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ipnb_journal.domain.own_prompts import PromptDraft
    from ipnb_journal.domain.prompts import Prompt

TITLE = "Prompts"
ALL, THREADS, WEEKS, OWN = "All prompts", "Threads", "Ready weeks", "Your own"
TABS_NAME = "What to look through"

SEARCH_NAME, SEARCH_PLACEHOLDER = "Find in the prompts", "Find a word"
ONLY_NAME = "Which prompts"
ONLY: Mapping[Only, str] = {
    Only.ALL: "All",
    Only.FAVOURITES: "Favourites",
    Only.NOT_MET: "Not met yet",
    Only.NEVER: "Never again",
}
ANY_THEME, ANY_DEPTH, ANY_TECHNIQUE, ANY_DOMAIN = "Any theme", "Any depth", "Any technique", "Any domain"
ANY_BODY, ANY_MOMENT, ANY_LENGTH = "With the body or without", "Any time", "Any length"
MINUTES_AT_MOST = "Up to {minutes} minutes"
LENGTHS = (3, 5, 8, 12)
CIRCLES_ONLY = "With the two circles"
MORE, FEWER, CLEAR = "More filters", "Fewer filters", "Clear the filters"
LIST_NAME = "Prompts"
COUNT_ONE, COUNT = "1 prompt", "{count} prompts"
NOTHING = "No prompt fits all of this. Fewer filters may help."
NOTHING_FAVOURITE = "Nothing here yet. A favourite comes round sooner, and is found again here."
NOTHING_NEVER = "Nothing here. What you never want to be asked again would be."
SHORT_MINUTES = "{minutes} min"
SPOKEN = "{title}. {about}. {notice}"
CHOOSE_ONE = "Choose a prompt to see all of it."
BACK_TO_LIST = "Back to the list"

BEGIN, BEGIN_LIGHTER = "Begin", "Begin with the lighter version"
FAVOURITE, NO_FAVOURITE = "Make it a favourite", "A favourite"
NEVER, OFFER_AGAIN = "Never offer this again", "Offer it again"
NEVER_DONE = "It won’t be offered again. It’s still here, under Never again."
AGAIN_DONE = "It may be offered again."
EDIT_OWN = "Change it"
HELD_BACK = "Not offered just now, as you asked in Settings. You can still open it."
LAST = "You last wrote with it on {day}."
FAVOURITE_MARK, NEVER_MARK, OWN_MARK = "Favourite", "Never again", "Your own"
TOUCHES = "Touches"
DRAWS_ON = "Draws on"
SIGNED = "{author}, {licence}"

THREADS_LINE = "A few prompts in an order that means something. Today offers the next one when you come."
THREAD_BEGIN, THREAD_LEAVE, THREAD_ANEW = "Follow this thread", "Leave this thread", "Follow it again"
THREAD_AT = "You’re following this. {done} of {count} written."
THREAD_ENDED = "You’ve written with all of them."
THREAD_FOLLOWED = "Followed. Today offers the next one."
THREAD_COUNT = "{count} prompts, {minutes} in all"
WEEKS_LINE = (
    "Weeks of homework for two people to look over together. Any day can be swapped or left out, "
    "and what to do if it gets hard is for the two of you to agree."
)
WEEK_REVIEW = "To look back with"
WEEK_AGREED = (
    "Left open for the two of you: what to do if it gets hard, how to reach each other, what is shared."
)


def count(number: int) -> str:
    """How many prompts are shown."""
    return COUNT_ONE if number == 1 else COUNT.format(count=number)


def about(prompt: Prompt) -> str:
    """Theme, depth and length in a line."""
    told = [
        prompts.THEMES[prompt.theme],
        prompts.DEPTHS[prompt.depth].lower(),
        prompts.minutes(prompt.minutes),
    ]
    if prompt.circles:
        told.append(prompts.CIRCLES.lower())
    return ", ".join([*told, *(prompts.MOMENTS[moment].lower() for moment in prompt.suits)])


def touches(prompt: Prompt | PromptDraft) -> str:
    """The domains it goes to and the themes it also touches."""
    also = [prompts.THEMES[theme].lower() for theme in prompt.also]
    return ", ".join([*(prompts.DOMAINS[domain].lower() for domain in prompt.domains), *also])


def draws_on(prompt: Prompt | PromptDraft) -> str:
    """The techniques it uses, in plain words."""
    return ", ".join(prompts.TECHNIQUES[technique].lower() for technique in prompt.draws_on)


def last_written(day: date) -> str:
    """When it was last finished."""
    return LAST.format(day=long_date(day))
