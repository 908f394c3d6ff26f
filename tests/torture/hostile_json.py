# SPDX-License-Identifier: MIT
"""Hostile archives in JSON."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from ipnb_journal.domain.own_prompts import PromptDraft, fields_of
from ipnb_journal.domain.prompts import Depth, Theme
from tests.torture.hostile_pieces import BAD_TEXT, MIB, Named

if TYPE_CHECKING:
    from collections.abc import Iterator

FACE = "\U0001f469"


@cache
def _archive() -> dict[str, Any]:
    """An archive with at least one of everything."""
    words = ("title", "notice", "body", "connect", "takeaway")
    writing = dict.fromkeys(words, "The harbour was quiet.") | {"noticed": ["tight"]}
    asked = {"id": "bnd-01", "version": 1, "title": "t", "text": "x", "lighter": False}
    page = {"kind": "guided", "about_day": "2026-03-12", "theme": "boundaries", "people": ["ana"]}
    page |= {"tags": ["sea"], "location": "kitchen", "rest": True, "asked": asked, "writing": writing}
    moment, zone = "2026-03-12T20:15:00+01:00", "Europe/Berlin"
    entry = {**page, "uid": "e1", "written_at": moment, "changed_at": moment, "zone": zone}
    entry |= {
        "sealed": True,
        "writing_seconds": 340,
        "drawer_since": None,
        "versions": [{"kept_at": moment, "writing": writing}],
    }
    circles = dict.fromkeys(("closeness", "edge_me", "edge_other", "bridge"), 50.0) | {"closeness_wish": None}
    checkin = {"uid": "c1", "day": "2026-03-12", "at": moment, "zone": zone, "person": "ana", "entry": "e1"}
    checkin |= {"method": "circles", "answers": {"C1": 10.0, "L1": 99}, "circles": circles} | {
        "does_not_apply": ["D2"]
    }
    draft = {**page, "entry": "e1", "step": "write", "started_at": moment, "saved_at": moment, "zone": zone}
    comparison = dict.fromkeys(("difference", "error", "ratio", "mean", "sd", "up", "same", "down"), 0.5)
    comparison |= {"says": "no clear change"}
    own = PromptDraft(title="Tea", theme=Theme.STORY, depth=Depth.GENTLE, minutes=3)
    prompt = {name: value for name, value in fields_of(own).items() if name != "id"}
    return {
        "format": "ipnb-journal-archive", "version": 3, "made": moment,
        "preferences": {"country": "DE", "left_out_themes": ["boundaries"]},
        "people": [{"uid": "ana", "label": "Ana", "mark": 1, "hidden": False}],
        "entries": [entry], "checkins": [checkin],
        "drafts": [{**draft, "circles": circles, "writing_seconds": 7}],
        "prompt_events": [{"prompt": "bnd-01", "day": "2026-03-12", "what": "begun"}],
        "prompt_marks": [{"prompt": "bnd-01", "favourite": True, "never": False}],
        "own_prompts": [
            {"id": "own-1", "group": "", "made_at": moment, "changed_at": moment, "prompt": prompt}
        ],
        "event_notes": [
            {"uid": "n1", "day": "2026-03-01", "kind": "happened", "text": "Moved house", "made_at": moment}
        ],
        "look_backs": [{
            "uid": "l1", "day": "2026-03-12", "at": moment, "person": "ana", "method": "sliders", "note": "",
            "found": [{"scale": "D", "recent_days": 9, "base_days": 20, "comparison": comparison}],
        }],
        "contacts": [{"name": "Bo", "number": "1", "hours": ""}],
    }  # fmt: skip


def valid() -> bytes:
    """An archive that is taken in."""
    return _dumped(_archive())


def _dumped(value: object) -> bytes:
    return json.dumps(value, indent=0).encode()


def _places(value: object, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every value in the archive that holds no other."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield from _places(one, (*path, key))
    if not isinstance(value, dict | list):
        yield path


def _with(path: tuple[Any, ...], new: str) -> bytes:
    """The archive with raw JSON in one place."""
    mark = "\x02here\x02"
    copy = json.loads(json.dumps(_archive()))
    at = copy
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = mark
    return _dumped(copy).replace(json.dumps(mark).encode(), new.encode("utf-8", "surrogatepass"))


_BAD_VALUES = {
    "NaN": "NaN",
    "infinity": "-Infinity",
    "a number without end": "1e999",
    "a tiny number": "1e-999",
    "4,300 digits": "9" * 4300,
    "5,000 digits": "9" * 5000,
    "a million digits": "9" * 1_000_000,
    "true": "true",
    "null": "null",
    "nothing": '""',
    "a deep list": "[" * 100_000 + "]" * 100_000,
    "a deep object": '{"a":' * 50_000 + "1" + "}" * 50_000,
    "fifteen lists": "[" * 15 + "]" * 15,
    "a key twice": '{"a":1,"a":2}',
    "many parts": "[" + "1," * 150_000 + "1]",
    "too many parts": "[" + "1," * 2_000_000 + "1]",
    "many keys": "{" + ",".join(f'"k{n}":1' for n in range(60_000)) + "}",
    "5 MiB of text": '"' + "a" * 5 * MIB + '"',
    "5 MiB of line ends": '"' + "\\n" * (5 * MIB // 2) + '"',
    "5 MiB of faces": '"' + "\U0001f469" * (5 * MIB // 4) + '"',
    "the first moment": '"0001-01-01T00:00:00+23:59"',
    "the last moment": '"9999-12-31T23:59:59.999999-23:59"',
    "a moment with seconds of offset": '"2026-03-12T20:15:00+01:00:30.5"',
    "the first day": '"0001-01-01"',
    "the last day": '"9999-12-31"',
    "a week": '"2026-W01-1"',
    "Arabic digits": '"٢٠٢٦-٠٣-١٢"',
    **{name: json.dumps(text) for name, text in BAD_TEXT.items()},
    "raw half a character": '"\ud800"',
}


def inputs(_: bytes) -> Named:
    """Bad values in every place of an archive, and archives of bad shape."""
    for path in _places(_archive()):
        place = ".".join(map(str, path))
        for name, value in _BAD_VALUES.items():
            yield f"{name} as {place}", lambda path=path, value=value: _with(path, value)
    for section in ("people", "entries", "checkins", "drafts", "contacts"):
        yield f"many {section}", lambda section=section: _many(section, 300)
        yield f"one of {section} twice", lambda section=section: _many(section, 2, same=True)
    yield "a key twice", _dumped(_archive()).replace(b'"version": 3', b'"version": 3,\n"version": 3', 1)
    yield "a key twice inside", _dumped(_archive()).replace(b'"zone":', b'"zone": "x", "zone":', 1)
    yield "keys in another order", _dumped(dict(reversed(_archive().items())))
    yield "an escape in a key", _dumped(_archive()).replace(b'"zone"', b'"z\\u006fne"')
    yield "512 KiB of people", lambda: _many("people", 7_000)[: MIB // 2]
    for size in (15, 17):
        faces = size * MIB // 4
        yield f"{size} MiB of faces", lambda faces=faces: _with(("contacts", 0, "name"), f'"{FACE * faces}"')


def _many(section: str, count: int, *, same: bool = False) -> bytes:
    first = _archive()[section][0]
    given = [{**first, "uid": first["uid"] if same else f"{first['uid']}-{n}"} if "uid" in first else first
             for n in range(count)]  # fmt: skip
    if section == "people":
        given = [first, *given[1:]]
    if section == "entries":
        given = [first, *given[1:]]
    return _dumped({**_archive(), section: given})
