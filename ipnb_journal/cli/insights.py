# SPDX-License-Identifier: MIT
"""`insights`: what the charts draw and say, in words, as tables or as JSON."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ipnb_journal.cli.arguments import a_day, a_label
from ipnb_journal.cli.opening import add_journal, opened
from ipnb_journal.cli.plain_data import plain
from ipnb_journal.cli.terminal import safe
from ipnb_journal.desktop.wording import attention as attention_words
from ipnb_journal.desktop.wording import chart_tables
from ipnb_journal.desktop.wording import over_time as over_time_words
from ipnb_journal.desktop.wording import plane as plane_words
from ipnb_journal.desktop.wording import relationships as people_words
from ipnb_journal.desktop.wording import river as river_words
from ipnb_journal.domain.insights import BANDWIDTHS, over_time
from ipnb_journal.domain.plane import plane
from ipnb_journal.domain.relationships import by_person
from ipnb_journal.domain.river import river
from ipnb_journal.domain.windows import Span, Window, window_of
from ipnb_journal.errors import FileProblem
from ipnb_journal.services import attention, insights, people, prompts, relationships

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Mapping

    from ipnb_journal.cli.terminal import Terminal
    from ipnb_journal.desktop.wording.chart_tables import ChartTable, Said
    from ipnb_journal.domain.attention import Attention
    from ipnb_journal.domain.readings import Readings
    from ipnb_journal.domain.relationships import Everybody
    from ipnb_journal.vault.vault import Vault


class Drawn(NamedTuple):
    """A chart: what is drawn, what is said beside it, and its tables, one for each kind of rows.

    Rows are days, and weeks where those are drawn too; of people, themes and domains they are those.
    """

    name: str
    picture: object
    said: Said
    tables: tuple[ChartTable, ...]


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this family's command."""
    command = commands.add_parser("insights", help="print what the charts of Insights draw and say")
    add_journal(command)
    shape = command.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="print everything drawn as JSON")
    shape.add_argument("--table", action="store_true", help="print the tables, columns by tabs")
    command.add_argument("--chart", choices=tuple(_CHARTS), action="append", help="only this; repeatable")
    command.add_argument("--from", dest="first", metavar="DAY", type=a_day, help="from this day (2025-03-13)")
    command.add_argument("--to", dest="last", metavar="DAY", type=a_day, help="up to this day")
    command.add_argument(
        "--person", metavar="LABEL", type=a_label, help="the check-ins about somebody, drawn alone"
    )
    command.add_argument(
        "--smoothing", metavar="DAYS", type=int, choices=BANDWIDTHS, default=BANDWIDTHS[0], help="7, 14 or 28"
    )
    command.set_defaults(run=_insights)


class Material(NamedTuple):
    """What the charts draw from: check-ins in general or about one person, those about each, and pages."""

    readings: Readings
    everybody: Everybody
    attention: Attention


def material(vault: Vault, person_id: int | None, first: date | None, last: date) -> Material:
    """Read it. `person_id`: whose check-ins, None for those in general.

    `first`, `last`: the days whose pages are counted, None for everything up to the last one.
    """
    library = prompts.whole(vault, prompts.library())
    domains_of = {prompt.id: prompt.domains for prompt in library.prompts}
    return Material(
        insights.readings(vault, person_id),
        relationships.everybody(vault),
        attention.read(vault, first, last, domains_of),
    )


def charts(
    found: Material, window: Window, smoothing: int, of_people: Window | None = None
) -> tuple[Drawn, ...]:
    """All five charts over a window. `smoothing`: 7, 14 or 28 days.

    `of_people`: the window of the pictures by person, where it is another one.
    """
    windows = {_PEOPLE: of_people or window}
    return tuple(draw(name, found, windows.get(name, window), smoothing) for name, draw in _CHARTS.items())


def _over_time(name: str, given: Material, window: Window, smoothing: int) -> Drawn:
    found = over_time(given.readings, window, smoothing, with_both=True)
    table = over_time_words.table(found, by_week=False)
    return Drawn(name, found, over_time_words.said(found), (table,))


def _plane(name: str, given: Material, window: Window, _smoothing: int) -> Drawn:
    found = plane(given.readings, window)
    # it draws both: days as points, weeks as the trail
    tables = tuple(plane_words.table(found, by_week=by_week) for by_week in (False, True))
    return Drawn(name, found, plane_words.said(found), tables)


def _river(name: str, given: Material, window: Window, smoothing: int) -> Drawn:
    found = river(given.readings, window, smoothing)
    return Drawn(name, found, river_words.said(found), (river_words.table(found, by_week=False),))


def _people(name: str, given: Material, window: Window, smoothing: int) -> Drawn:
    found = by_person(given.everybody, window, smoothing)
    return Drawn(name, found, people_words.said(found), (people_words.table(found),))


def _attention(name: str, given: Material, _window: Window, _smoothing: int) -> Drawn:
    found = given.attention
    tables = tuple(attention_words.table(found, by_theme=by_theme) for by_theme in (True, False))
    return Drawn(name, found, attention_words.said(found), tables)


_PEOPLE = "people"
_CHARTS: Mapping[str, Callable[[str, Material, Window, int], Drawn]] = {
    "over-time": _over_time,
    "plane": _plane,
    "river": _river,
    _PEOPLE: _people,
    "attention": _attention,
}
_OF_ONE_PERSON = ("over-time", "plane", "river")


def _insights(asked: argparse.Namespace, terminal: Terminal) -> int:
    today = terminal.clock().date()
    with opened(asked, terminal) as vault:
        found = material(vault, _person(vault, asked.person), asked.first, asked.last or today)
    days = found.readings.days
    window = _window((days[0], days[-1]) if days else None, asked.first, asked.last, today)
    last = date.fromordinal(window.last)
    of_people = _window(found.everybody.days, asked.first, asked.last, last)
    wanted = asked.chart or (tuple(_CHARTS) if asked.person is None else _OF_ONE_PERSON)
    drawn = [each for each in charts(found, window, asked.smoothing, of_people) if each.name in wanted]
    if asked.json:
        terminal.say(json.dumps(_as_json(drawn, window, asked), indent=2))
        return 0
    for number, chart in enumerate(drawn):
        if number:
            terminal.say()
        _say(chart, terminal, table=asked.table)
    return 0


def _say(chart: Drawn, terminal: Terminal, *, table: bool) -> None:
    if table:
        terminal.say(f"# {chart.name}")
        for number, each in enumerate(chart.tables):
            if number:
                terminal.say()
            for line in chart_tables.as_text(each).splitlines():
                terminal.say("\t".join(safe(cell) for cell in line.split("\t")))
        return
    terminal.say(f"{chart.name}:")
    for said in chart.said:
        terminal.say(f"  {safe(said)}")


def _as_json(drawn: list[Drawn], window: Window, asked: argparse.Namespace) -> dict[str, object]:
    return {
        "window": plain(window),
        "smoothing_days": asked.smoothing,
        "person": asked.person,
        "charts": {chart.name: _chart_as_json(chart) for chart in drawn},
    }


def _chart_as_json(chart: Drawn) -> dict[str, object]:
    table, *further = (_table_as_json(each) for each in chart.tables)
    return {
        **chart.said._asdict(),
        "drawn": plain(chart.picture),
        "table": table,
        **({"further_tables": further} if further else {}),
    }


def _table_as_json(table: ChartTable) -> dict[str, object]:
    rows = [[cell.said for cell in row.cells] for row in table.rows]
    return {"heads": list(table.heads), "rows": rows, "foot": list(table.foot)}


def _person(vault: Vault, label: str | None) -> int | None:
    if label is None:
        return None
    for each in people.all_people(vault):
        if each.person.label.casefold() == label.casefold():
            return each.person.id
    raise FileProblem(reason=f"nobody in this journal is called {safe(label)}")


def _window(days: tuple[int, int] | None, first: date | None, last: date | None, today: date) -> Window:
    """The days asked for; without a first one, from the first check-in on, as Everything shows them.

    `days`: the first and the last (ordinals) with something to draw. A day that is dated ahead, by a clock
    that was wrong, is shown like any other.
    """
    end = last.toordinal() if last is not None else max(today.toordinal(), days[1] if days else 0)
    if first is not None:
        if first.toordinal() > end:
            raise FileProblem(reason=f"{first.isoformat()} is after {date.fromordinal(end).isoformat()}")
        return Window(first.toordinal(), end)
    return window_of(Span.ALL, min(days[0], end) if days else None, end)
