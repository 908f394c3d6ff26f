# SPDX-License-Identifier: MIT
"""Makes the journal of the present schema for this folder: `python -m tests.data.make`, once a release.

Never run it again for a schema that was released: what stands here is what people have.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from ipnb_journal.domain.change import recent_vs_usual
from ipnb_journal.domain.checkins import CheckIn, Circles, Item, Method, Scale
from ipnb_journal.domain.entries import AskedPrompt, Draft, Entry, EntryKind, Page, Step, Writing
from ipnb_journal.domain.event_notes import EventKind, EventNote
from ipnb_journal.domain.look_back import LookBack, ScaleLook
from ipnb_journal.domain.own_prompts import KeptPrompt, PromptDraft
from ipnb_journal.domain.people import Person
from ipnb_journal.domain.prompt_marks import PromptMark
from ipnb_journal.domain.prompts import (
    BodyUse,
    Depth,
    Domain,
    Happening,
    Moment,
    PromptEvent,
    Technique,
    Theme,
)
from ipnb_journal.domain.safety import Contact
from ipnb_journal.services import transfer
from ipnb_journal.vault import (
    checkins,
    contacts,
    drafts,
    entries,
    event_notes,
    look_backs,
    own_prompts,
    people,
    preferences,
    prompt_events,
    prompt_marks,
    schema,
    versions,
)
from ipnb_journal.vault.keys import VaultKey
from ipnb_journal.vault.vault import Vault

HERE = Path(__file__).parent
RAW = bytes(range(32))
NOW = datetime(2026, 3, 12, 20, 15, tzinfo=UTC)
DAY = date(2026, 3, 12)
ZONE = "Europe/Berlin"


def header(number: int) -> bytes:
    """Sixteen fixed header bytes for a schema."""
    return f"J1schema-{number:07d}".encode()


def fill(vault: Vault) -> None:
    """Something of every kind that this schema keeps."""
    ana = people.add(vault, Person(id=0, uid="ana", label="Ana", mark=1, position=1))
    people.add(vault, Person(id=0, uid="ben", label="Bénédicte", mark=3, position=2, hidden=True))
    first = _entry(vault, "A quiet harbour, and nobody who wanted anything.", people=(ana.id,), tags=("sea",))
    _entry(vault, "A long page. " * 900, title="Long")
    _guided(vault)
    versions.keep(vault, first.id, Writing(body="A loud harbour."), NOW - timedelta(hours=1))
    drawn = _entry(vault, "Laid aside.")
    entries.put_in_drawer(vault, drawn.id, NOW)
    _draft(vault, None, Writing(body="Not finished ye"))
    _draft(vault, first.id, Writing(body="A quieter harbour still."))
    answers = {item: 10.0 * number for number, item in enumerate(Item, 1)}
    given = CheckIn(id=0, uid="general", day=DAY, at=NOW, zone=ZONE, answers=answers, entry_id=first.id)
    checkins.add(vault, given)
    circles = Circles(closeness=40.0, edge_me=70.0, edge_other=55.5, bridge=None, closeness_wish=80.0)
    checkins.add(
        vault,
        replace(given, uid="circles", answers={}, person_id=ana.id, method=Method.CIRCLES, circles=circles),
    )
    blank = frozenset({Item.L1})
    checkins.add(vault, replace(given, uid="blank", answers={Item.C1: 0.0}, does_not_apply=blank))
    prompt_events.add(vault, PromptEvent("saying-no", DAY, Happening.NOT_TODAY))
    _library(vault)
    _time_line(vault, first, ana)
    contacts.add(vault, Contact(id=0, name="Ruth", number="0301234", hours="before ten", position=0))
    preferences.store(vault, {"journal_name": "Evenings", "country": "DE", "offer_pause": False})


def _entry(vault: Vault, body: str, title: str = "", **named: tuple[object, ...]) -> Entry:
    page = Page(EntryKind.FREE, DAY, Writing(title=title, body=body), **named)  # type: ignore[arg-type]
    number = len(list(entries.each(vault)))
    return entries.add(vault, Entry(0, f"page-{number}", page, NOW, NOW, ZONE))


def _library(vault: Vault) -> None:
    """Since schema 2: marks, own prompts and the thread that is followed."""
    prompt_marks.put(vault, PromptMark("emp-01", favourite=True))
    prompt_marks.put(vault, PromptMark("bnd-02", never=True))
    whole = PromptDraft(
        "Tea for one", Theme.COMPASSION, (Domain.AWARENESS,), Depth.GENTLE, 5, (Technique.GRATITUDE,), (),
        {step: f"Öffne das Fenster ({step})." for step in Step}, "One sip.", (Theme.BODY,),
        "Only if you like tea.",
        True, BodyUse.USES, (Moment.MORNING,), "en", 2, "me", "private", "own-0123abcd",
    )  # fmt: skip
    own_prompts.add(vault, KeptPrompt(0, "Mornings", 0, whole, True, NOW - timedelta(days=3), NOW))
    begun = PromptDraft(title="Something about the bus", id="own-4567cdef")
    own_prompts.add(vault, KeptPrompt(0, "", 0, begun, False, NOW, NOW))
    preferences.store(vault, {"following": ["small-repair", "2026-03-10"], "lose_touch": True})


def _time_line(vault: Vault, first: Entry, ana: Person) -> None:
    """Since schema 3: notes on the time line, Look-backs, a sealed page and time that was counted."""
    event_notes.add(vault, EventNote(0, "moved", DAY - timedelta(days=40), "Moved house", made_at=NOW))
    began = EventNote(0, "began", DAY - timedelta(days=20), "Übungen begonnen", EventKind.HOMEWORK, NOW)
    event_notes.add(vault, began)
    base, recent = (52.0, 47.0, 55.0, 50.0, 58.0, 44.0), (60.0, 66.0, 58.0, 63.0)
    scales = (
        ScaleLook(Scale.DIFFERENTIATION, len(recent), len(base), recent_vs_usual(recent, base)),
        ScaleLook(Scale.LINKAGE, 3, 40, None),
    )
    before = NOW - timedelta(days=30)
    look = LookBack(0, "look-1", before.date(), before, None, Method.SLIDERS, scales, "So it was.\nMostly.")
    look_backs.add(vault, look)
    about_ana = replace(look, uid="look-2", day=DAY, at=NOW, person_id=ana.id, method=Method.CIRCLES, note="")
    look_backs.add(vault, about_ana)
    entries.seal(vault, first.id, sealed=True)
    entries.add_seconds(vault, first, 340)


def _guided(vault: Vault) -> None:
    writing = Writing(
        "No", ("tight chest", "warm hands"), "My voice", "I said no.", "Ana heard it", "It held"
    )
    asked = AskedPrompt("saying-no", 1, "A small no", "What is one small no?", lighter=True)
    page = Page(
        EntryKind.GUIDED,
        DAY - timedelta(days=1),
        writing,
        asked,
        "boundaries",
        tags=("no", "öffnen"),
        location="the 14 bus",
        rest=True,
    )
    entries.add(vault, Entry(0, "guided", page, NOW, NOW, ZONE))


def _draft(vault: Vault, entry_id: int | None, writing: Writing) -> None:
    page = Page(EntryKind.FREE, DAY, writing, tags=("draft",), location="kitchen")
    circles = Circles(closeness=55.0, edge_me=20.5) if entry_id is None else None
    drafts.add(vault, Draft(0, entry_id, page, Step.WRITE, NOW, NOW, ZONE, circles, writing_seconds=75))


def main() -> None:
    """Write the journal and what is in it; nothing is overwritten."""
    number = len(schema.MIGRATIONS)
    vault = Vault.create(HERE / f"schema-{number}.vault", VaultKey(header(number), RAW))
    fill(vault)
    transfer.export_archive(vault, HERE / f"schema-{number}.json", NOW)
    vault.close()


if __name__ == "__main__":
    main()
