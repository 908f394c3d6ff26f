# SPDX-License-Identifier: MIT
"""Look-backs as they were opened: their rows, and the note beside each."""

from __future__ import annotations

import json
import secrets
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from ipnb_journal.domain.change import Change, Comparison
from ipnb_journal.domain.checkins import Method, Scale
from ipnb_journal.domain.look_back import LookBack, ScaleLook
from ipnb_journal.errors import NotFound
from ipnb_journal.vault import remains
from ipnb_journal.vault.entries import storable

if TYPE_CHECKING:
    from ipnb_journal.vault.connection import Row
    from ipnb_journal.vault.vault import Vault

_COLUMNS = ("uid", "day", "at", "person_id", "method", "found", "note")
_SELECT = f"SELECT id, {', '.join(_COLUMNS)} FROM look_backs"


def add(vault: Vault, look: LookBack) -> LookBack:
    """Keep a Look-back; its `id` is ignored, an empty `uid` is filled in. It is returned as kept."""
    look = replace(look, uid=look.uid or secrets.token_hex(16), note=storable(look.note))
    with vault.transaction():
        done = vault.execute(
            f"INSERT INTO look_backs ({', '.join(_COLUMNS)}) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                *(look.uid, look.day.isoformat(), look.at.isoformat(), look.person_id, look.method),
                *(_found_out(look.scales), look.note),
            ),
        )
        vault.touch("look_backs")
    return replace(look, id=done.lastrowid)


def write_note(vault: Vault, look_id: int, note: str) -> LookBack:
    """Put a person's own words beside a Look-back in place of those there were. Raises NotFound."""
    with vault.transaction():
        before, note = one(vault, look_id), storable(note)
        vault.execute("UPDATE look_backs SET note = ? WHERE id = ?", (note, look_id))
        if before.note not in ("", note):
            remains.note(vault)
        vault.touch("look_backs")
    return replace(before, note=note)


def one(vault: Vault, look_id: int) -> LookBack:
    """The Look-back with this id; raises NotFound."""
    row = vault.query_one(f"{_SELECT} WHERE id = ?", (look_id,))
    if row is None:
        raise NotFound(what="look_back")
    return _look(row)


def id_of(vault: Vault, uid: str) -> int | None:
    """The id of the Look-back with this uid, None where there is none."""
    row = vault.query_one("SELECT id FROM look_backs WHERE uid = ?", (uid,))
    return None if row is None else int(row[0])


def each(vault: Vault) -> tuple[LookBack, ...]:
    """Every Look-back, the newest day first."""
    return tuple(map(_look, vault.query(f"{_SELECT} ORDER BY day DESC, id DESC")))


def _look(row: Row) -> LookBack:
    look_id, uid, day, at, person_id, method, found, note = row
    return LookBack(
        id=look_id,
        uid=uid,
        day=date.fromisoformat(day),
        at=datetime.fromisoformat(at),
        person_id=person_id,
        method=Method(method),
        scales=_found_in(found),
        note=note,
    )


def _found_out(scales: tuple[ScaleLook, ...]) -> str:
    return json.dumps([_scale_out(one) for one in scales], allow_nan=False)


def _scale_out(one: ScaleLook) -> dict[str, object]:
    compared = None if one.comparison is None else one.comparison._asdict()
    return {
        "scale": one.scale,
        "recent_days": one.recent_days,
        "base_days": one.base_days,
        "comparison": compared,
    }


def _found_in(text: str) -> tuple[ScaleLook, ...]:
    """What a cell holds; nothing where it was cut when it was salvaged."""
    try:
        return tuple(_scale_in(one) for one in json.loads(text))
    except (ValueError, TypeError, KeyError):
        return ()


def _scale_in(one: dict[str, Any]) -> ScaleLook:
    compared = one["comparison"]
    if compared is not None:
        compared = Comparison(**{**compared, "says": Change(compared["says"])})
    return ScaleLook(Scale(one["scale"]), one["recent_days"], one["base_days"], compared)
