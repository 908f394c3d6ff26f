# SPDX-License-Identifier: MIT
"""What a week of homework in a set file holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ipnb_journal.domain.homework import Agreed, Route, Week, WeekDay, counted_minutes
from ipnb_journal.formats.problems import Problem, Reason
from ipnb_journal.formats.prompts import ID, LANGUAGE, VERSION
from ipnb_journal.formats.toml_tables import Choice, Field, Flag, Many, Place, Table, Text, Whole, rows

if TYPE_CHECKING:
    from ipnb_journal.formats.toml_places import Document

MINUTES_OFF = 5

DAY = Table(
    (
        Field("check_in", Flag(), required=False),
        Field("circles", Flag(), required=False),
        Field("prompt", ID, required=False),
        Field("route", Choice(tuple(route.value for route in Route)), required=False),
        Field("task", Text(300), required=False),
        Field("rest", Flag(), required=False),
        Field("if_safe", Flag(), required=False),
        Field("minutes", Whole(0, 60), required=False),
    )
)
WEEK = Table(
    (
        Field("id", ID),
        Field("title", Text(60)),
        Field("why", Text(600)),
        Field("days", Many(DAY, most=7, least=1)),
        Field("total_minutes", Whole(1, 300)),
        Field(
            "agreed",
            Table(
                tuple(Field(name, Text(600, may_be_blank=True)) for name in ("if_hard", "contact", "share"))
            ),
        ),
        Field("review_questions", Many(Text(300), most=5, least=1)),
        Field("lang", LANGUAGE),
        Field("version", VERSION),
        Field("author", Text(120)),
        Field("licence", Text(80)),
    )
)


def read_weeks(document: Document, problems: list[Problem]) -> list[tuple[Week, int | None]]:
    """The sound weeks of a file with their lines; everything that is wrong is added to `problems`."""
    read: list[tuple[Week, int | None]] = []
    seen: dict[str, int | None] = {}
    for place in rows(document, "week", problems):
        week = _week(document, place)
        if week is None:
            continue
        if week.id in seen:
            place.inside("id").note(Reason.SAME_ID, file=document.file, line=seen[week.id])
            continue
        seen[week.id] = place.inside("id").line
        read.append((week, seen[week.id]))
    return read


def _week(document: Document, place: Place) -> Week | None:
    before = len(place.problems)
    table = WEEK.read(document.data["week"][place.path[-1]], place)
    if table is None:
        return None
    days = place.inside("days")
    for number, day in enumerate(table.get("days", ())):
        if day is not None and not any(
            day.get(part) for part in ("check_in", "circles", "prompt", "task", "rest")
        ):
            days.item(number).note(Reason.EMPTY_DAY)
    if any(not problem.is_hint for problem in place.problems[before:]):
        return None
    week = _made(table)
    counted = counted_minutes(week)
    if abs(counted - week.total_minutes) > MINUTES_OFF:
        place.inside("total_minutes").note(Reason.MINUTES_DIFFER, said=week.total_minutes, counted=counted)
    return week


def _made(table: dict[str, Any]) -> Week:
    days = tuple(WeekDay(**{**day, "route": Route(day.get("route", Route.WHOLE))}) for day in table["days"])
    return Week(**{**table, "days": days, "agreed": Agreed(**table["agreed"])})
