# SPDX-License-Identifier: MIT
"""The words of the check-in: the eight items in general and about a person, and what stands around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.domain.checkins import Item

if TYPE_CHECKING:
    from collections.abc import Mapping

STEM = "Thinking of the last 24 hours…"
STEM_ABOUT = "Thinking of you and {name}, most recently…"
LEAST, MOST = "Not at all", "Very much"

GENERAL: Mapping[Item, str] = {
    Item.C1: "My thoughts or feelings moved too fast, or too strongly, for me to steer.",
    Item.R1: "I felt shut down, flat, or as if I were running on autopilot.",
    Item.C2: "Things around me felt up in the air, as if anything could happen.",
    Item.R2: "I was holding on tightly, needing things to go one particular way.",
    Item.D1: "I could tell my own feelings and needs apart from other people’s.",
    Item.L1: "I felt that someone really took in what it is like to be me.",
    Item.D2: "There was room for me to be different, or to say no.",
    Item.L2: "I was curious about another person’s inner world, and it mattered to me.",
}
ABOUT: Mapping[Item, str] = {
    Item.C1: "Between us, things moved too fast, or too strongly, to steer.",
    Item.R1: "Between us it felt flat, stuck, or like going through the motions.",
    Item.C2: "I could not tell what to expect from us.",
    Item.R2: "One or both of us needed it to go one particular way.",
    Item.D1: "I could tell my own feelings and needs apart from {name}’s.",
    Item.L1: "I felt that {name} really took in what it is like to be me.",
    Item.D2: "There was room for each of us to be different, or to say no.",
    Item.L2: "I was curious about {name}’s inner world, and it mattered to me.",
}

WITH_NAME = "Who you have in mind"
WITH_BEFORE, WITH_AFTER = "With", "in mind. Leave blank anything you don’t want to answer."
NOBODY = "no one in particular"
ADD_SOMEONE = "Add someone"

LEAVE_BLANK = "Leave blank"
LEFT_BLANK = "Left blank"
NO_ONE_AROUND = "No one around, or doesn’t apply"

NEXT = "Next: four more"
BACK_TO_FIRST = "Back to the first four"
SAVE, SAVE_JUST_THIS = "Save this check-in", "Save just this"
LEAVE = "Leave without saving"
KEY_MOVE, KEY_BLANK = "move", "leave blank"
SCREEN = "Part {part} of 2"

SAVED_TITLE = "That’s kept"
SAVED_LINE = "A picture of how it felt to you, not a score. It’s in this journal, on this computer."
BLANK_TITLE = "Nothing to keep this time"
SAVED_BLANK = "Every line was left blank, and that’s fine too."
WRITE_A_PAGE, DONE = "Write a page", "Done"
SAVED_MESSAGE = "Check-in saved"

PAUSE_TITLE = "That sounds like a lot at once"
PAUSE_LINE = "A pause is here if you’d like one. Your check-in is saved either way."
TAKE_A_PAUSE = "Take a pause"


def stem(name: str | None) -> str:
    """The line above the sliders: in general, or about the person shown as `name`."""
    return STEM if name is None else STEM_ABOUT.format(name=name)


def wording(item: Item, name: str | None) -> str:
    """What one slider asks: in general, or about the person shown as `name`."""
    return GENERAL[item] if name is None else ABOUT[item].format(name=name)
