# SPDX-License-Identifier: MIT
"""The words of pictures that leave the journal: what each says of itself, and the page they leave by."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ipnb_journal.desktop.wording.chart_tables import Said

LINK = "Print or save this picture"
BACK = "Back to Insights"
TITLE = "Print or save this picture"
LEAD = "This is what leaves the journal, and nothing else does."
PREVIEW = "How it comes out"
IN_COLOUR, IN_GREYS = "In colour", "Black and white"
LOOK_NAME = "Colour"
WITH_NAMES = "With names and my own notes"
NAME_FREE = "Left off, it names nobody and carries none of your own words."
SAVE_PDF, SAVE_SVG, SAVE_PNG, PRINT = "Save as PDF", "Save as SVG", "Save as PNG", "Print"
KINDS = (
    "PDF is best for paper. SVG keeps its lines sharp at any size and can be worked on further. "
    "PNG goes anywhere a photo goes."
)
OUTSIDE = "Outside the journal it isn’t sealed any more: whoever can open the file can look at it."
CAPTION = "Where to save it"
PICTURE, SHEET = "picture", "sheet"
PATTERNS = {"pdf": "PDF (*.pdf)", "svg": "SVG (*.svg)", "png": "PNG (*.png)"}
DOCUMENT = "Picture"
"""What a file and a printer are told that it is called."""

IN_WORDS, SHOWS, DOES_NOT = "In words", "What this shows", "What it doesn’t show"
MADE = (
    "Made by the person themselves with IPNB Journal. It isn’t validated and isn’t a measurement: "
    "a slider is a feeling given a place on a line."
)
COUNTED = (
    "Made by the person themselves with IPNB Journal. It counts pages, and no page was read for it; "
    "it isn’t validated and isn’t a measurement of anybody."
)
ABOUT = "about {name}"


class Caption(NamedTuple):
    """What stands around a picture on paper.

    `under`: the line below its name, "" for none; `made`: the last line, what kind of thing it is.
    """

    title: str
    under: str
    said: Said
    made: str = MADE


def caption(
    title: str, when: str, said: Said, *, tag: str = "", about: str = "", made: str = MADE
) -> Caption:
    """The caption of a picture. `when`: its days; `tag`: that it is made up, say; `about`: a person's label.

    >>> from ipnb_journal.desktop.wording.chart_tables import Said
    >>> caption("The plane", "3 Mar to 1 Jun 2026", Said("", "", ""), tag="Made-up data").under
    'Made-up data · 3 Mar to 1 Jun 2026'
    """
    parts = (tag, when, ABOUT.format(name=about) if about else "")
    return Caption(title, " · ".join(part for part in parts if part), said, made)


def description(caption: Caption) -> str:
    """The same for who can't see the picture."""
    return " ".join(part for part in (caption.said.in_words, caption.said.does_not, caption.made) if part)


def saved(name: str) -> str:
    """That a file is there; `name` is the file's own."""
    return f"“{name}” is saved. On this computer only your account can open it."
