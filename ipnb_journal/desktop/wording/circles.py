# SPDX-License-Identifier: MIT
"""The words of the two circles: what each value is, its two ends, and the picture in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ipnb_journal.domain.checkins import Circles

YOU, OTHER = "You", "The other"
NEAR, NEAR_ENDS = "How near it feels", ("Far apart", "Very near")
MY_EDGE, THEIR_EDGE = "How clear your own edge is", "How clear {other}’s edge is"
THEIR_EDGE_UNNAMED = "How clear the other’s edge is"
EDGE_ENDS = ("Hard to tell", "Very clear")
BRIDGE, BRIDGE_ENDS = "How much passes between you, both ways", ("Nothing", "A great deal")
WISH, WISH_ENDS = "Where you would like it to be", ("Far apart", "Very near")
WISH_SHOW, WISH_HIDE = "Show where you’d like it to be", "Put the wish away"
LESS, MORE = "Less: {name}", "More: {name}"
WORDS_FOLDED, WORDS_SHOWN = "Words for it, if you like", "Put the words away"
PICTURE = "Two circles"
HINT = "Drag a circle, or use the lines below it. There’s no right picture, and any of it can stay blank."
NOT_YET = "Nothing is placed yet."

_NEAR = ("Far apart", "Apart", "Within reach", "Near", "Very near")
_EDGE = ("hard to tell", "soft", "fairly clear", "clear", "very clear")
_BRIDGE = ("nothing", "a little", "some", "a lot", "a great deal")
_EDGES, _MINE, _THEIRS = "both edges {edge}", "your edge {edge}", "{other}’s edge {edge}"
_THEIRS_UNNAMED = "the other’s edge {edge}"
_PASSES = "{much} passing between you"


def sentence(circles: Circles, other: str = "") -> str:
    """The picture in a sentence: "Near, your edge clear, Ana’s edge soft, a little passing between you."."""
    told = [] if circles.closeness is None else [_of(_NEAR, circles.closeness)]
    theirs = _THEIRS.format(other=other, edge="{edge}") if other else _THEIRS_UNNAMED
    mine, others = circles.edge_me, circles.edge_other
    if mine is not None and others is not None and _of(_EDGE, mine) == _of(_EDGE, others):
        told.append(_EDGES.format(edge=_of(_EDGE, mine)))
    else:
        told += [
            words.format(edge=_of(_EDGE, value))
            for words, value in ((_MINE, mine), (theirs, others))
            if value is not None
        ]
    if circles.bridge is not None:
        told.append(_PASSES.format(much=_of(_BRIDGE, circles.bridge)))
    line = ", ".join(told)
    return f"{line[0].upper()}{line[1:]}." if line else NOT_YET


def their_edge(other: str) -> str:
    """What the second edge is called."""
    return THEIR_EDGE.format(other=other) if other else THEIR_EDGE_UNNAMED


def _of(words: tuple[str, ...], value: float) -> str:
    return words[min(len(words) - 1, int(value / 100 * len(words)))]
