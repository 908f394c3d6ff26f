# SPDX-License-Identifier: MIT
"""A prompt set as a page to print: a row of blocks, and those as HTML with every word escaped.

The HTML has no script and fetches nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from typing import TYPE_CHECKING

from ipnb_journal.domain.entries import Step
from ipnb_journal.domain.homework import Week
from ipnb_journal.domain.prompts import Prompt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipnb_journal.domain.threads import Thread


class BlockKind(StrEnum):
    """How a block stands on the page; TITLE opens the page, HEADING opens one prompt, thread or week."""

    TITLE = "title"
    HEADING = "heading"
    ABOUT = "about"
    NOTE = "note"
    LABEL = "label"
    TEXT = "text"
    ITEM = "item"
    SIGNED = "signed"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of the page."""

    kind: BlockKind
    text: str


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words around the prompts. `about`: the line under a title; `perhaps_not`: "" for never."""

    steps: Mapping[Step, str]
    lighter: str
    about: Callable[[Prompt], str]
    perhaps_not: Callable[[Prompt], str]
    day: Callable[[int], str]
    week_about: Callable[[Week], str]
    day_line: Callable[[Week, int, Mapping[str, str]], str]
    signed: Callable[[str, str], str]


_STYLE = """
@page { margin: 18mm }
body { font: 11.5pt/1.5 Literata, Georgia, serif; max-width: 40em; margin: 2em auto; padding: 0 1em }
h1 { font-size: 20pt; font-weight: 400 } h2 { font-size: 15pt; font-weight: 400; margin: 1.6em 0 0 }
article { break-inside: avoid; page-break-inside: avoid } p { margin: 0 0 .3em }
.about, .signed, .label { font: 9.5pt/1.5 Figtree, Arial, sans-serif; margin: .3em 0 }
.label { font-weight: 600; margin: .5em 0 0 } .item { margin-left: 1.2em }
.note { border-left: 2px solid; padding-left: .8em }
"""


def blocks(
    title: str,
    prompts: Sequence[Prompt],
    threads: Sequence[Thread],
    weeks: Sequence[Week],
    words: PageWords,
    titles: Mapping[str, str] | None = None,
) -> tuple[Block, ...]:
    """The whole page. `title` stands at its head; `titles`: what prompts from elsewhere are called, by id."""
    called = {**(titles or {}), **{prompt.id: prompt.title for prompt in prompts}}
    found = [Block(BlockKind.TITLE, title)]
    for prompt in prompts:
        found += _prompt(prompt, words)
    for thread in threads:
        found += _thread(thread, called, words)
    for week in weeks:
        found += _week(week, called, words)
    return tuple(block for block in found if block.text)


def html(page: Sequence[Block], lang: str = "en") -> str:
    """The blocks as one HTML page, an article for each heading."""
    body, in_article = "", False
    for block in page:
        if block.kind is BlockKind.HEADING:
            body += ("</article>\n" if in_article else "") + "<article>\n"
            in_article = True
        tag = {BlockKind.TITLE: "h1", BlockKind.HEADING: "h2"}.get(block.kind, "p")
        named = f' class="{block.kind}"' if tag == "p" else ""
        body += f"<{tag}{named}>{escape(block.text)}</{tag}>\n"
    body += "</article>\n" if in_article else ""
    title = next((block.text for block in page if block.kind is BlockKind.TITLE), "")
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(lang)}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )


def _prompt(prompt: Prompt, words: PageWords) -> list[Block]:
    found = [
        Block(BlockKind.HEADING, prompt.title),
        Block(BlockKind.ABOUT, words.about(prompt)),
        Block(BlockKind.NOTE, prompt.note),
    ]
    for step in Step:
        found += [Block(BlockKind.LABEL, words.steps[step]), Block(BlockKind.TEXT, prompt.steps[step])]
    return [
        *found,
        Block(BlockKind.LABEL, words.lighter),
        Block(BlockKind.TEXT, prompt.lighter),
        Block(BlockKind.ABOUT, words.perhaps_not(prompt)),
        Block(BlockKind.SIGNED, words.signed(prompt.author, prompt.licence)),
    ]


def _thread(thread: Thread, titles: Mapping[str, str], words: PageWords) -> list[Block]:
    return [
        Block(BlockKind.HEADING, thread.title),
        Block(BlockKind.TEXT, thread.why),
        *(Block(BlockKind.ITEM, f"{at}. {titles.get(id_, id_)}") for at, id_ in enumerate(thread.prompts, 1)),
        Block(BlockKind.SIGNED, words.signed(thread.author, thread.licence)),
    ]


def _week(week: Week, titles: Mapping[str, str], words: PageWords) -> list[Block]:
    found = [
        Block(BlockKind.HEADING, week.title),
        Block(BlockKind.ABOUT, words.week_about(week)),
        Block(BlockKind.TEXT, week.why),
    ]
    for number in range(1, len(week.days) + 1):
        found += [
            Block(BlockKind.LABEL, words.day(number)),
            Block(BlockKind.TEXT, words.day_line(week, number, titles)),
        ]
    asked = [Block(BlockKind.ITEM, question) for question in week.review_questions]
    return [*found, *asked, Block(BlockKind.SIGNED, words.signed(week.author, week.licence))]
