# SPDX-License-Identifier: MIT
"""The words of where attention went: counts of pages by theme and by domain, and nothing else about them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ipnb_journal.desktop.wording import prompts
from ipnb_journal.desktop.wording.chart_tables import Cell, ChartTable, Said, TableRow, number_cell
from ipnb_journal.desktop.wording.insights import counted, dated_stretch, sentence, short_day, stretch
from ipnb_journal.domain.attention import PagesOf, PromptsWith
from ipnb_journal.domain.prompts import Domain, Theme

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ipnb_journal.domain.attention import Attention

TAB, NAME = "Where it went", "Where attention went"
BY_THEME, BY_DOMAIN = "By theme", "By domain"
THEMES_TITLE, DOMAINS_TITLE, DOMAINS_SMALL = "Pages by theme", "What their prompts touched on", "domains"
SCALE = "The scale reaches to your own largest count, {count}."
NONE_SO_FAR = "0 so far"
ABOUT_MINUTES = "about {minutes}"
HINT = "Point at a theme or a tile, or walk them with the arrow keys."
OPEN_PAGES, OPEN_PROMPTS = "Open these pages", "See these prompts"
SUGGEST = "Suggest one I haven’t met"
UP_TO = "up to {day}"
TERMS: Mapping[Domain, str] = {
    Domain.AWARENESS: "consciousness",
    Domain.WORDS_IMAGES: "bilateral",
    Domain.BODY_MIND: "vertical",
    Domain.MEMORY: "memory",
    Domain.STORY: "narrative",
    Domain.MOODS: "state",
    Domain.BETWEEN_US: "interpersonal",
    Domain.TIME: "temporal",
    Domain.BELONGING: "transpirational",
}
"""The technical term of each domain."""

THEME_HEAD, DOMAIN_HEAD, TERM_HEAD, PAGES_HEAD, MINUTES_HEAD = "Theme", "Domain", "Term", "Pages", "Minutes"
ALL_ROW = "All pages, with or without a theme"
ABOUT = (
    "These are counts of pages, and nothing in a page is read for them. A page has the theme it was given, "
    "or that of the prompt it answered. Domains are tags that whoever wrote a prompt put on it; a prompt can "
    "have several. Minutes are about how long a page was being written, where that was counted. Pages in the "
    "drawer are left out."
)
_DOES_NOT = (
    "How well anything went, what matters most to you, or what you’re good at. Much can be lived and never "
    "written down. There’s no number to reach, and a theme with nothing is a theme like any other."
)


class Count(NamedTuple):
    """One line of the picture: its name, a technical term ("" for none), its counts, what stands behind."""

    name: str
    term: str
    pages: int
    minutes: int | None
    behind: PagesOf | PromptsWith | None


def themes(found: Attention) -> tuple[Count, ...]:
    """The nine themes in their fixed order."""
    return tuple(
        Count(prompts.THEMES[theme], "", one.pages, one.minutes, _pages_of(theme, found, one.pages))
        for one in found.themes
        for theme in (Theme(one.theme),)
    )


def _pages_of(theme: Theme, found: Attention, pages: int) -> PagesOf | None:
    return PagesOf(theme, found.window_first, found.window_last) if pages else None


def domains(found: Attention) -> tuple[Count, ...]:
    """The nine domains in their fixed order."""
    return tuple(
        Count(prompts.DOMAINS[one.domain], TERMS[one.domain], one.pages, None, PromptsWith(one.domain))
        for one in found.domains
    )


def said(found: Attention, tag: str = "", *, table: bool = False, by_theme: bool = True) -> Said:
    """The three texts beside the rows and tiles, or beside their table."""
    if table:
        what = "theme" if by_theme else "domain"
        return Said(in_words(found, tag), f"The same counts, one row for each {what}.", _DOES_NOT)
    return Said(in_words(found, tag), _shows(found), _DOES_NOT)


def in_words(found: Attention, tag: str = "") -> str:
    """The whole picture as text; also what a screen reader is told. Counts only, in the order drawn.

    `tag`: what has to be said first of all, such as that the counts are made up.
    """
    sentences = [f"{tag}."] if tag else []
    pages = counted(found.total, "page") if found.total else "no pages so far"
    sentences.append(sentence(f"{_when(found)}: {pages}{_without_theme(found)}"))
    sentences += _facts("By theme", themes(found))
    sentences += _facts("By domain of their prompts", domains(found))
    return " ".join(sentences)


def readout(found: Attention, stop: int) -> str:
    """One stop, the themes first: "Empathy: 3 pages, about 40 minutes"."""
    rows = themes(found)
    if stop < len(rows):
        return f"{rows[stop].name}: {_amount(rows[stop])}"
    tile = domains(found)[stop - len(rows)]
    answered = " on prompts with this tag" if tile.pages else ""
    term = f" ({small_term(tile)})" if small_term(tile) else ""
    return f"{tile.name}{term}: {_amount(tile)}{answered}"


def small_term(count: Count) -> str:
    """The technical term where it says more than the name does."""
    return count.term if count.term.casefold() != count.name.casefold() else ""


def pages_words(count: Count) -> str:
    """ "3 pages", "0 so far"."""
    return counted(count.pages, "page") if count.pages else NONE_SO_FAR


def minutes_words(count: Count) -> str:
    """ "about 40 minutes", "" where no time was counted."""
    return "" if count.minutes is None else ABOUT_MINUTES.format(minutes=counted(count.minutes, "minute"))


def scale(found: Attention) -> str:
    """How far the scale reaches, "" while there is nothing on it."""
    return SCALE.format(count=counted(found.most, "page")) if found.most else ""


def when(found: Attention) -> str:
    """The days counted, with their years."""
    last = found.window_last.toordinal()
    if found.window_first is None:
        return _capital(UP_TO.format(day=dated_stretch(last, last)))
    return dated_stretch(found.window_first.toordinal(), last)


def table(found: Attention, *, by_theme: bool = True) -> ChartTable:
    """A row for each theme, or for each domain."""
    if by_theme:
        heads: tuple[str, ...] = (THEME_HEAD, PAGES_HEAD, MINUTES_HEAD)
        rows = tuple(
            TableRow((_name_cell(one.name), number_cell(one.pages), number_cell(one.minutes)), one.behind)
            for one in themes(found)
        )
        return ChartTable(heads, rows, (ALL_ROW, f"{found.total:,}", ""))
    heads = (DOMAIN_HEAD, TERM_HEAD, PAGES_HEAD)
    rows = tuple(
        TableRow((_name_cell(one.name), _name_cell(one.term), number_cell(one.pages)), one.behind)
        for one in domains(found)
    )
    return ChartTable(heads, rows)


def _name_cell(name: str) -> Cell:
    return Cell(name, name)


def _when(found: Attention) -> str:
    last = found.window_last.toordinal()
    if found.window_first is None:
        return UP_TO.format(day=short_day(last, last))
    return stretch(found.window_first.toordinal(), last, last)


def _without_theme(found: Attention) -> str:
    if not found.unthemed or not found.total:
        return ""
    whole = found.unthemed == found.total
    return ", without a theme" if whole else f", {found.unthemed:,} of them without a theme"


def _amount(count: Count) -> str:
    return ", ".join(each for each in (pages_words(count), minutes_words(count)) if each)


def _facts(head: str, counts: Iterable[Count]) -> list[str]:
    """What has pages, and then what has none, both in the order drawn."""
    known = [f"{one.name} {_amount(one)}" for one in counts if one.pages]
    none = [one.name for one in counts if not one.pages]
    told = [f"{head}: {'; '.join(known)}."] if known else []
    if none:
        each = f"{head}: {NONE_SO_FAR} for each."
        told.append(f"{NONE_SO_FAR}: {'; '.join(none)}." if known else each)
    return told


def _shows(found: Attention) -> str:
    parts = ["How many pages had each theme, and which domains the prompts they answered were tagged with."]
    if any(one.pages for one in found.domains):
        parts.append("A page counts for every tag of its prompt.")
    if any(one.minutes is not None for one in found.themes):
        parts.append("Minutes stand where they were counted.")
    if found.unthemed:
        parts.append("A page without a theme has no dot.")
    return " ".join(parts)


def _capital(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}"
