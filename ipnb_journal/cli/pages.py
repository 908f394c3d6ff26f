# SPDX-License-Identifier: MIT
"""`entries`, `search` and `write`: reading pages and adding one."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from ipnb_journal.cli.arguments import a_count, a_day, a_label
from ipnb_journal.cli.opening import add_journal, add_json, opened
from ipnb_journal.cli.terminal import Terminal, safe
from ipnb_journal.domain.entries import Writing, shown_title
from ipnb_journal.domain.history import HistoryFilter, HistoryKind, HistoryRow
from ipnb_journal.errors import FileProblem
from ipnb_journal.services import history, people, writing

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from ipnb_journal.vault.vault import Vault

_AT_ONCE = 200
_FOUND_AT_MOST = 50
_LARGEST_TEXT = 20 * 1024 * 1024
_STDIN = "standard input"


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this family's commands."""
    _add_entries(commands.add_parser("entries", help="list the pages, newest first"))
    _add_search(commands.add_parser("search", help="find pages by their words, newest first"))
    _add_write(commands.add_parser("write", help="keep standard input as a page"))


def _add_entries(command: argparse.ArgumentParser) -> None:
    add_journal(command)
    add_json(command)
    command.add_argument("--limit", metavar="N", type=a_count, help="list at most N pages")
    command.add_argument(
        "--from", dest="first", metavar="DAY", type=a_day, help="from this day on (2025-03-13)"
    )
    command.add_argument("--to", dest="last", metavar="DAY", type=a_day, help="up to this day")
    command.set_defaults(run=_entries)


def _add_search(command: argparse.ArgumentParser) -> None:
    add_journal(command)
    command.add_argument(
        "words", metavar="WORDS", nargs="+", help="what to look for; the last may be a beginning"
    )
    add_json(command)
    command.add_argument(
        "--limit", metavar="N", type=a_count, default=_FOUND_AT_MOST, help="find at most N pages (50)"
    )
    command.set_defaults(run=_search)


def _add_write(command: argparse.ArgumentParser) -> None:
    add_journal(command)
    command.add_argument("--title", metavar="TITLE", default="", help="the page’s title")
    command.add_argument(
        "--day", metavar="DAY", type=a_day, help="the day it is about, if not today (2025-03-13)"
    )
    command.add_argument(
        "--person",
        metavar="LABEL",
        type=a_label,
        action="append",
        default=[],
        help="somebody it is about; may be repeated",
    )
    command.add_argument("--tag", metavar="TAG", action="append", default=[], help="a tag; may be repeated")
    command.set_defaults(run=_write)


def _entries(asked: argparse.Namespace, terminal: Terminal) -> int:
    with opened(asked, terminal) as vault:
        labels = _labels(vault)
        rows = _between(vault, asked.first or date.min, asked.last or date.max, asked.limit)
        if asked.json:
            _say_json(terminal, (_as_json(vault, row, labels) for row in rows))
        else:
            for row in rows:
                terminal.say(_as_line(row, labels))
    return 0


def _search(asked: argparse.Namespace, terminal: Terminal) -> int:
    text = " ".join(asked.words)
    if len(text.strip()) < 2:
        raise FileProblem(reason="two letters or more are needed to search")
    with opened(asked, terminal) as vault:
        labels = _labels(vault)
        wanted = HistoryFilter(text=text, kind=HistoryKind.WRITTEN)
        rows = history.page_of(vault, wanted, limit=asked.limit).rows
        if asked.json:
            _say_json(terminal, (_as_json(vault, row, labels) for row in rows))
            return 0
        for row in rows:
            terminal.say(_as_line(row, labels))
            if row.snippet.text:
                terminal.say(f"    {terminal.marked(row.snippet)}")
    if not rows:
        terminal.note("no page has these words")
    return 0


def _write(asked: argparse.Namespace, terminal: Terminal) -> int:
    with opened(asked, terminal) as vault:
        words = Writing(title=_kept(asked.title), body=_text(terminal))
        if not words.body.strip():
            raise FileProblem(file=_STDIN, reason="blank")
        now = terminal.clock()
        with vault.transaction():
            draft = writing.open_free(vault, now)
            page = replace(
                draft.page,
                writing=words,
                about_day=asked.day or draft.page.about_day,
                people=tuple(people.add(vault, label).id for label in asked.person),
                tags=tuple(asked.tag),
            )
            writing.autosave(vault, replace(draft, page=page), now)
            entry = writing.set_down(vault, draft.id, now)
    if entry is not None:
        terminal.say(f"kept: {entry.page.about_day.isoformat()}  {safe(shown_title(entry.page))}")
    return 0


def _between(vault: Vault, first: date, last: date, limit: int | None) -> Iterator[HistoryRow]:
    wanted, after, given = HistoryFilter(kind=HistoryKind.WRITTEN), None, 0
    while True:
        page = history.page_of(vault, wanted, after, _AT_ONCE)
        for row in page.rows:
            if row.day < first or given == limit:
                return
            if row.day <= last:
                given += 1
                yield row
        if page.next is None:
            return
        after = page.next


def _labels(vault: Vault) -> dict[int, str]:
    return {one.person.id: one.person.label for one in people.all_people(vault)}


def _as_line(row: HistoryRow, labels: dict[int, str]) -> str:
    about = ", ".join(safe(labels[person]) for person in row.people)
    title = safe(row.title) or "(no title)"
    return f"{row.day.isoformat()}  {title}" + (f"  [{about}]" if about else "")


def _as_json(vault: Vault, row: HistoryRow, labels: dict[int, str]) -> dict[str, object]:
    entry = history.entry(vault, row.id)
    return {
        "uid": entry.uid,
        "day": row.day.isoformat(),
        "written_at": entry.written_at.isoformat(),
        "changed_at": entry.changed_at.isoformat(),
        "kind": entry.page.kind,
        "title": row.title,
        "theme": row.theme,
        "people": [labels[person] for person in row.people],
        "tags": list(entry.page.tags),
        "snippet": {"text": row.snippet.text, "hits": [list(hit) for hit in row.snippet.hits]},
    }


def _say_json(terminal: Terminal, rows: Iterator[dict[str, object]]) -> None:
    """Print a list row by row. Letters beyond ASCII are escaped, so that any terminal carries them."""
    opening = "["
    for row in rows:
        terminal.say(opening)
        terminal.out.write(json.dumps(row))
        opening = ","
    terminal.say("[]" if opening == "[" else "\n]")


def _text(terminal: Terminal) -> str:
    data = terminal.bytes_in.read(_LARGEST_TEXT + 1)
    if len(data) > _LARGEST_TEXT:
        raise FileProblem(file=_STDIN, reason="large")
    try:
        return _kept(data.decode("utf-8-sig")).strip("\n")
    except UnicodeDecodeError as error:
        raise FileProblem(file=_STDIN, reason="utf-8") from error


def _kept(text: str) -> str:
    """The text with one kind of line end and without control characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in text if sign in "\n\t" or unicodedata.category(sign) not in {"Cc", "Cs"})
