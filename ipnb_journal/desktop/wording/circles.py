# SPDX-License-Identifier: MIT
"""The words of the two circles: what each part asks, and the picture as a sentence, without a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.desktop.wording.dates import MONTHS, short_date
from ipnb_journal.domain.circles import CirclePart

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ipnb_journal.domain.checkins import Circles

YOU, OTHER = "You", "The other"
CANVAS = "Two circles: you and {name}"
HINT = "Move the circles, or use the lines below. There’s no right picture, and any of it can stay blank."
BLANK = "Blank so far"
KEPT_ALONE = "The circles are kept. Nothing was written, so there is no page."
WORDS_FOLDED, WORDS_SHOWN = "Words for it, if you like", "Put the words away"

TITLE, TITLE_NOBODY = "You and {name}", "You and somebody"
WITH_BEFORE, WITH_AFTER = "With", "in mind."
NOBODY = "somebody, not named"
LINE = "Move the circles until the picture feels true. There is no right one."
PLACE_INSTEAD = "Two circles instead"
KEEP, ADD_WORDS, GO_BACK = "Keep this", "Add a few words", "Back"
KEPT = "The circles are kept"
NOTHING_PLACED = "Nothing is placed yet, so there’s nothing to keep. That’s fine too."
WHO_TITLE = "Who is the other circle?"
WHO_BODY = "With a name, this picture can stand beside others of the two of you."
WHO_SAFE = "What you placed stays as it is."
CHOOSE_WHO, KEEP_NAMELESS = "Choose who", "Keep it without a name"
BEFORE = "How it has looked before"
NONE_BEFORE = "Pictures you keep will stand here, the newest first."
NOT_BETTER = "Near isn’t better than apart."
WHAT_THEY_MEAN = "What the circles mean"
AS_PLACED = "{day}, as you placed it"
BACK_TO_TODAY = "Back to today’s"
ON_SHOW = "On show now"
PLACED_HERE = "The circles"

NEAR = ("Far apart", "Apart", "Within reach", "Near", "Very near")
EDGE = ("Hard to tell", "Soft", "Fairly clear", "Clear", "Very clear")
BRIDGE = ("Hardly anything", "A little", "Something", "A good deal", "Very much")

ENDS: Mapping[CirclePart, tuple[str, str]] = {
    CirclePart.CLOSENESS: (NEAR[0], NEAR[-1]),
    CirclePart.EDGE_ME: (EDGE[0], EDGE[-1]),
    CirclePart.EDGE_OTHER: (EDGE[0], EDGE[-1]),
    CirclePart.BRIDGE: (BRIDGE[0], BRIDGE[-1]),
    CirclePart.WISH: (NEAR[0], NEAR[-1]),
}
UNDER: Mapping[CirclePart, str] = {
    CirclePart.CLOSENESS: "As it seems to you",
    CirclePart.EDGE_ME: "Being myself",
    CirclePart.EDGE_OTHER: "Being myself",
    CirclePart.BRIDGE: "In touch, both ways",
    CirclePart.WISH: "If you like",
}
"""What stands below a part's title; of edges and bridge, which measure of the charts they speak of."""

ADD_WISH, DROP_WISH = "Add where you’d like it to be", "Leave that out"
LEAVE_BLANK = "Leave blank"
LESS, MORE = "{part}: less", "{part}: more"
LEAVE_PART_BLANK = "{part}: leave blank"

_TITLES: Mapping[CirclePart, tuple[str, str]] = {
    CirclePart.CLOSENESS: ("How near it feels", "How near it feels"),
    CirclePart.EDGE_ME: ("How clear your edge is", "How clear your edge is"),
    CirclePart.EDGE_OTHER: (
        "How clear the other’s edge seems to you",
        "How clear {name}’s edge seems to you",
    ),
    CirclePart.BRIDGE: ("How much passes between you", "How much passes between you"),
    CirclePart.WISH: ("How near you’d like it to be", "How near you’d like it to be"),
}
_EDGES_ALIKE = (
    "edges that are hard to tell",
    "soft edges",
    "fairly clear edges",
    "clear edges",
    "very clear edges",
)
# always the edge: "Ana’s soft" would speak of a person
_YOUR_EDGE, _NAMED_EDGE, _OTHER_EDGE = "your edge {word}", "{name}’s edge {word}", "the other’s edge {word}"
_IN_TOUCH = "In touch: {amount} passes between you, both ways."
_NEARER = "You’d like it nearer than it is."
_FARTHER = "You’d like more room than there is."
_AS_IT_IS = "You’d like it about where it is."
_WISHED = "Where you’d like it: {word}."
LONG_AGO = 330
ALIKE = 5.0
"""Places this close, in points, are told as the same: less is within the hand's own play."""


def title(part: CirclePart, name: str = "") -> str:
    """What a part asks; `name`: the person's label, "" for the other."""
    return _TITLES[part][bool(name)].format(name=name)


def band(value: float) -> int:
    """Which of five words a value from 0 to 100 gets, 0 to 4: one for each fifth of the line."""
    return min(4, int(value // 20))


def word(part: CirclePart, value: float | None) -> str:
    """A part's value as one word or two; "" while blank."""
    if value is None:
        return ""
    if part in (CirclePart.EDGE_ME, CirclePart.EDGE_OTHER):
        return EDGE[band(value)]
    return (BRIDGE if part is CirclePart.BRIDGE else NEAR)[band(value)]


def canvas_name(name: str = "") -> str:
    """What a screen reader calls the picture."""
    return CANVAS.format(name=name or OTHER.lower())


def headline(circles: Circles, name: str = "") -> str:
    """Nearness and edges: "Near, with clear edges", "Near, your edge clear, Ana’s edge soft"."""
    near = word(CirclePart.CLOSENESS, circles.closeness).lower()
    edges = _edges(circles, name)
    alike = circles.edge_me is not None and edges in _EDGES_ALIKE
    told = f"{near}, with {edges}" if near and alike else ", ".join(part for part in (near, edges) if part)
    if told:
        return _capital(told)
    return BLANK if circles.bridge is None and circles.closeness_wish is None else ""


def lines(circles: Circles) -> str:
    """What stands below the headline: the bridge and the wished place."""
    told = []
    if circles.bridge is not None:
        told.append(_IN_TOUCH.format(amount=BRIDGE[band(circles.bridge)].lower()))
    if circles.closeness_wish is not None:
        told.append(_wish(circles.closeness, circles.closeness_wish))
    return " ".join(told)


def sentence(circles: Circles, name: str = "") -> str:
    """The whole picture in words, as a screen reader is told it."""
    first = headline(circles, name)
    return " ".join(part for part in (f"{first}." if first else "", lines(circles)) if part)


def in_a_row(circles: Circles, name: str = "") -> str:
    """A kept picture in few words: the headline, or what else was placed where there is none."""
    return headline(circles, name) or lines(circles)


def stem(name: str = "") -> str:
    """The title of the page: whom the picture is of."""
    return TITLE.format(name=name) if name else TITLE_NOBODY


def day(when: date, today: date) -> str:
    """A picture's day: "Today", "3 March", with its year where that is not this one."""
    if when == today:
        return "Today"
    told = f"{when.day} {MONTHS[when.month - 1]}"
    return told if when.year == today.year else f"{told} {when.year}"


def short_day(when: date, today: date) -> str:
    """The same for a narrow column: "Tue 11", "3 Mar", with its year once it is most of a year ago."""
    told = short_date(when, today)
    return told if abs((today - when).days) < LONG_AGO else f"{told} {when.year}"


def spoken(part: CirclePart, value: float | None, blank: str, name: str = "") -> str:
    """A handle one came to: "How near it feels, near"; `blank`: the word while it has no value."""
    return f"{title(part, name)}, {word(part, value).lower() or blank}"


def _edges(circles: Circles, name: str) -> str:
    mine, theirs = circles.edge_me, circles.edge_other
    if mine is not None and theirs is not None and band(mine) == band(theirs):
        return _EDGES_ALIKE[band(mine)]
    told = []
    if mine is not None:
        told.append(_YOUR_EDGE.format(word=EDGE[band(mine)].lower()))
    if theirs is not None:
        edge = _NAMED_EDGE if name else _OTHER_EDGE
        told.append(edge.format(name=name, word=EDGE[band(theirs)].lower()))
    return ", ".join(told)


def _wish(near: float | None, wished: float) -> str:
    if near is None:
        return _WISHED.format(word=NEAR[band(wished)].lower())
    if abs(wished - near) <= ALIKE:
        return _AS_IT_IS
    return _NEARER if wished > near else _FARTHER


def _capital(told: str) -> str:
    return told[:1].upper() + told[1:]
