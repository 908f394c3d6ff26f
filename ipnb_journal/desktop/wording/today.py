# SPDX-License-Identifier: MIT
"""The words of Today: the invitation, the page left open, and what happened lately."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.domain.choosing import Why
from ipnb_journal.domain.prompts import Theme
from ipnb_journal.domain.safety import Room

if TYPE_CHECKING:
    from collections.abc import Mapping

INVITATION = "An invitation for today, about {theme}"
PACE = "{minutes} minutes. One line is enough. So is nothing."
ABOUT: Mapping[Theme, str] = {
    Theme.EMPATHY: "feeling with someone",
    Theme.BOUNDARIES: "saying yes and no",
    Theme.SELF_WORTH: "your own worth",
    Theme.COMPASSION: "kindness",
    Theme.REPAIR: "difficult moments and mending them",
    Theme.BODY: "the body, and what it has room for",
    Theme.STORY: "memory and story",
    Theme.VALUES: "who you are and what you stand by",
    Theme.INSIGHT: "hunches and insight",
}
WHY: Mapping[Why, str] = {
    Why.FIRST: "It’s here because it’s a gentle one to begin with.",
    Why.THREAD: "It’s here because it comes next in your thread, “{thread}”.",
    Why.LITTLE_ROOM: "It’s here because it’s small, as there isn’t much room.",
    Why.GENTLER_NOW: "It’s here because it’s gentle, and your last page went deep.",
    Why.MORNING: "It’s here because it was made for a morning.",
    Why.NIGHT: "It’s here because it was made for the end of a day.",
    Why.GOOD_DAY: "It’s here because it likes a day with room in it.",
    Why.THEME_AWAY: "It’s here because your last four weeks had no page about {theme}.",
    Why.FAVOURITE: "It’s here because it’s one of your favourites.",
    Why.NOT_MET: "It’s here because you haven’t met it yet.",
    Why.OPENED: "It’s here because you opened it once and left it for another day.",
    Why.LONG_AGO: "It’s here because you last wrote with it {ago}.",
}
WEEKS_AGO, MONTHS_AGO = "{count} weeks ago", "{count} months ago"

FROM_LIBRARY = "Choose one yourself"
ROOM_ASK, ROOM_PUT_AWAY = "How much room is there today?", "Put the question away"
ROOM_LINE = "What you say here only changes what is offered. It isn’t kept."
ROOM_EFFECTS: Mapping[Room, str] = {
    Room.PLENTY: "Then anything may be offered. It isn’t kept.",
    Room.SOME: "Then nothing deep is offered. It isn’t kept.",
    Room.LITTLE: "Then only small and gentle ones are offered, the lighter way first. It isn’t kept.",
    Room.NONE: "Then perhaps a pause, at the top right. Something small is here too. It isn’t kept.",
}
THREAD_LEAVE, THREAD_LEFT = (
    "Leave this thread",
    "You’ve left the thread. It’s among the prompts whenever you want it.",
)

BEGIN, ANOTHER, NOT_TODAY = "Begin", "Show me another", "Not today"

FREE_TITLE = "A free page"
FREE_LINE = "If anything wants writing down, there is room for it here."
FREE_BUTTON = "Open a free page"
NO_MORE = "Those are all the invitations for today."

OPEN_LINE = "You left a page open"
OPEN_UNNAMED = "A page without words yet"
OPEN_SINCE = "From {day}. Everything on it is saved."
CARRY_ON, SET_DOWN = "Carry on", "Set it down"
IS_SET_DOWN = "Set down. It’s in your history."

LATELY, ALL_PAGES = "Lately", "All pages"
NOTHING_YET = "Pages and check-ins will gather here."
WRITTEN, WRITTEN_LATER, CHECKED_IN = "Written", "Written later", "Check-in"
IN_GENERAL = "In general"
ABOUT_THEME = "about {theme}"
UNNAMED_PAGE = "A page without a title"

FOUR_WEEKS = "Last four weeks"
FOUR_WEEKS_LINE = "A picture of how it felt to you, not a score."
OPEN_INSIGHTS = "Open insights"


def why(reason: str, theme: Theme, days: int | None = None, thread: str = "") -> str:
    """Why this prompt, in one line; "" for a reason that a newer version gave."""
    if reason not in set(Why):
        return ""
    return WHY[Why(reason)].format(theme=ABOUT[theme], ago=ago(days or 0), thread=thread)


def ago(days: int) -> str:
    """About how long ago, in weeks, from two months on in months."""
    weeks = round(days / 7)
    return WEEKS_AGO.format(count=max(2, weeks)) if weeks < 9 else MONTHS_AGO.format(count=round(days / 30.4))


def theme_words(theme: str | None) -> str | None:
    """How a theme is spoken of in a sentence; a theme we don't know stays as it is named."""
    if theme is None:
        return None
    return ABOUT[Theme(theme)] if theme in set(Theme) else theme
