# SPDX-License-Identifier: MIT
"""A Look-back as it stands in our archive, whose schema `json_archive` documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.domain.change import Change, Comparison
from ipnb_journal.domain.checkins import Method, Scale
from ipnb_journal.domain.look_back import LookBack, ScaleLook

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipnb_journal.formats.json_stream import Fields

KEYS = frozenset({"uid", "day", "at", "person", "method", "found", "note"})
_FOUND = frozenset({"scale", "recent_days", "base_days", "comparison"})
_COMPARISON = frozenset(Comparison._fields)
_MOST_DAYS = 1_000_000


def written(look: LookBack, people: Mapping[int, str]) -> dict[str, object]:
    """The object for a Look-back; `people`: uids by id."""
    return {
        "uid": look.uid,
        "day": look.day.isoformat(),
        "at": look.at.isoformat(),
        "person": None if look.person_id is None else people[look.person_id],
        "method": look.method,
        "found": [_scale_out(one) for one in look.scales],
        "note": look.note,
    }


def read(fields: Fields, number: int, person_id: int | None) -> LookBack:
    """The Look-back in an object of KEYS, `number` its id; raises FormatError."""
    scales = tuple(_scale_in(one) for one in fields.each("found", _FOUND))
    if len({one.scale for one in scales}) != len(scales):
        fields.refuse("found", "a scale stands there twice")
    return LookBack(
        id=number,
        uid=fields.text("uid"),
        day=fields.day("day"),
        at=fields.moment("at"),
        person_id=person_id,
        method=fields.choice("method", Method),
        scales=scales,
        note=fields.text("note"),
    )


def _scale_out(one: ScaleLook) -> dict[str, object]:
    return {
        "scale": one.scale,
        "recent_days": one.recent_days,
        "base_days": one.base_days,
        "comparison": None if one.comparison is None else one.comparison._asdict(),
    }


def _scale_in(fields: Fields) -> ScaleLook:
    return ScaleLook(
        fields.choice("scale", Scale),
        fields.whole("recent_days", 0, _MOST_DAYS),
        fields.whole("base_days", 0, _MOST_DAYS),
        None if fields.is_null("comparison") else _comparison(fields.inner("comparison", _COMPARISON)),
    )


def _comparison(fields: Fields) -> Comparison:
    numbers = {name: fields.number(name) for name in Comparison._fields if name != "says"}
    return Comparison(**numbers, says=fields.choice("says", Change))
