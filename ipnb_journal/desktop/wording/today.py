# SPDX-License-Identifier: MIT
"""The words of Today: the invitation, the page left open, and what happened lately."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.domain.prompts import Theme

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


def theme_words(theme: str | None) -> str | None:
    """How a theme is spoken of in a sentence; a theme we don't know stays as it is named."""
    if theme is None:
        return None
    return ABOUT[Theme(theme)] if theme in set(Theme) else theme
