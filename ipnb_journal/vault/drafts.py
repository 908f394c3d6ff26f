# SPDX-License-Identifier: MIT
"""Pages that are still open, each in a row of its own that no index slows down."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import datetime
from typing import TYPE_CHECKING

from ipnb_journal.domain.checkins import Circles
from ipnb_journal.domain.entries import Draft, Step
from ipnb_journal.errors import NotFound
from ipnb_journal.vault import remains
from ipnb_journal.vault.entries import PAGE_COLUMNS, page_from, page_values, tidy

if TYPE_CHECKING:
    from ipnb_journal.vault.connection import Row
    from ipnb_journal.vault.vault import Vault

_CHANGING = ("step", "saved_at", *PAGE_COLUMNS, "people", "tags", "circles", "writing_seconds")
_COLUMNS = ("entry_id", "started_at", "zone", *_CHANGING)
_SELECT = f"SELECT id, {', '.join(_COLUMNS)} FROM drafts"


def add(vault: Vault, draft: Draft) -> Draft:
    """Keep a newly opened page; its `id` is ignored. The draft as kept is returned."""
    draft = replace(draft, page=tidy(draft.page))
    holes = ", ".join("?" * len(_COLUMNS))
    with vault.transaction():
        done = vault.execute(
            f"INSERT INTO drafts ({', '.join(_COLUMNS)}) VALUES ({holes})",
            (draft.entry_id, draft.started_at.isoformat(), draft.zone, *_changing(draft)),
        )
        vault.touch("drafts")
    return replace(draft, id=done.lastrowid)


def save(vault: Vault, draft: Draft) -> Draft:
    """Keep what an open page holds now. Raises NotFound when it is not open any more."""
    draft = replace(draft, page=tidy(draft.page))
    settings = ", ".join(f"{name} = ?" for name in _CHANGING)
    with vault.transaction():
        # an id can be given anew, so the moment of opening has to fit as well
        done = vault.execute(
            f"UPDATE drafts SET {settings} WHERE id = ? AND started_at = ?",
            (*_changing(draft), draft.id, draft.started_at.isoformat()),
        )
        if not done.rowcount:
            raise NotFound(what="draft")
        vault.touch("drafts")
    return draft


def one(vault: Vault, draft_id: int) -> Draft:
    """The open page with this id; raises NotFound."""
    row = vault.query_one(f"{_SELECT} WHERE id = ?", (draft_id,))
    if row is None:
        raise NotFound(what="draft")
    return _draft(row)


def counted(vault: Vault, draft: Draft) -> tuple[datetime, int]:
    """When an open page was last saved, and the seconds it was written at until then.

    Of the row as it stands, whatever the draft holds. Raises NotFound when it is not open any more.
    """
    row = vault.query_one(
        "SELECT saved_at, writing_seconds FROM drafts WHERE id = ? AND started_at = ?",
        (draft.id, draft.started_at.isoformat()),
    )
    if row is None:
        raise NotFound(what="draft")
    return datetime.fromisoformat(row[0]), int(row[1])


def each(vault: Vault) -> tuple[Draft, ...]:
    """Every open page, the one saved last first."""
    return tuple(_draft(row) for row in vault.query(f"{_SELECT} ORDER BY julianday(saved_at) DESC, id DESC"))


def changing(vault: Vault, entry_id: int) -> Draft | None:
    """The draft that changes this page, None where there is none."""
    row = vault.query_one(f"{_SELECT} WHERE entry_id = ? ORDER BY id DESC", (entry_id,))
    return None if row is None else _draft(row)


def remove(vault: Vault, draft_id: int, *, with_its_words: bool = False) -> None:
    """Delete an open page; nothing happens where it is gone already.

    `with_its_words`: they stand nowhere else, so that nothing may be left of them.
    """
    with vault.transaction():
        vault.execute("DELETE FROM drafts WHERE id = ?", (draft_id,))
        if with_its_words:
            remains.note(vault)
        vault.touch("drafts")


def _changing(draft: Draft) -> tuple[object, ...]:
    people = " ".join(str(person) for person in draft.page.people)
    saved_at = draft.saved_at.isoformat()
    circles = json.dumps(asdict(draft.circles)) if draft.circles else ""
    named = (people, "\n".join(draft.page.tags))
    return (draft.step, saved_at, *page_values(draft.page), *named, circles, draft.writing_seconds)


def _draft(row: Row) -> Draft:
    draft_id, entry_id, started_at, zone, step, saved_at, *page, people, tags, circles, seconds = row
    return Draft(
        id=draft_id,
        entry_id=entry_id,
        page=page_from(page, (int(person) for person in people.split()), tags.split("\n") if tags else ()),
        step=Step(step),
        started_at=datetime.fromisoformat(started_at),
        saved_at=datetime.fromisoformat(saved_at),
        zone=zone,
        circles=_circles(circles),
        writing_seconds=seconds,
    )


def _circles(text: str) -> Circles | None:
    """The circles in a cell; None where it holds none, or was cut when it was salvaged."""
    try:
        return Circles(**json.loads(text)) if text else None
    except (ValueError, TypeError):
        return None
