# SPDX-License-Identifier: MIT
"""Open pages: each its own row, saved without the index, never taken for one another."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.domain.checkins import Circles
from ipnb_journal.domain.entries import AskedPrompt, Draft, EntryKind, Step
from ipnb_journal.errors import NotFound
from ipnb_journal.vault import drafts, entries
from tests.builders import MOMENT, a_page, an_entry

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault


def a_draft(body: str = "I was", **changes) -> Draft:
    own = {
        name: changes.pop(name) for name in ("entry_id", "step", "saved_at", "started_at") if name in changes
    }
    draft = Draft(0, None, a_page(body, **changes), Step.WRITE, MOMENT, MOMENT, "Europe/London")
    return replace(draft, **own)


def test_a_draft_comes_back_whole(vault: Vault) -> None:
    asked = AskedPrompt("no", 1, "A no", "When?", True)
    page = a_page(
        "Words", kind=EntryKind.GUIDED, asked=asked, theme="values", people=(3, 7), tags=("a", "b c")
    )
    page = replace(page, location="the 14 bus", rest=True)
    circles = Circles(closeness=40.0, edge_me=12.5, closeness_wish=100.0)
    kept = drafts.add(vault, a_draft(step=Step.CONNECT))
    kept = drafts.save(
        vault, replace(kept, page=page, saved_at=MOMENT + timedelta(minutes=1), circles=circles)
    )
    assert drafts.one(vault, kept.id) == kept
    assert vault.take_topics() == {"drafts"}


def test_saving_writes_no_index(vault: Vault) -> None:
    kept = drafts.add(vault, a_draft())
    before = vault.query("SELECT * FROM entry_search_data")
    drafts.save(vault, replace(kept, page=a_page("lighthouse")))
    assert vault.query("SELECT * FROM entry_search_data") == before


def test_a_closed_draft_is_not_saved_into_the_next_one(vault: Vault) -> None:
    closed = drafts.add(vault, a_draft("mine"))
    drafts.remove(vault, closed.id)
    opened = drafts.add(vault, a_draft("yours", started_at=MOMENT + timedelta(seconds=1)))
    assert opened.id == closed.id
    with pytest.raises(NotFound):
        drafts.save(vault, closed)
    assert drafts.one(vault, opened.id).page.writing.body == "yours"


def test_saved_last_comes_first_whatever_the_zone(vault: Vault) -> None:
    early = drafts.add(vault, a_draft(saved_at=MOMENT))
    late = drafts.add(vault, a_draft(saved_at=MOMENT.replace(hour=23).astimezone()))
    again = drafts.add(vault, a_draft(saved_at=MOMENT))
    assert [draft.id for draft in drafts.each(vault)] == [late.id, again.id, early.id]


def test_the_draft_of_an_entry(vault: Vault) -> None:
    entry = entries.add(vault, an_entry())
    assert drafts.changing(vault, entry.id) is None
    kept = drafts.add(vault, a_draft(entry_id=entry.id))
    assert drafts.changing(vault, entry.id) == kept


def test_removed_is_gone(vault: Vault) -> None:
    kept = drafts.add(vault, a_draft())
    drafts.remove(vault, kept.id)
    drafts.remove(vault, kept.id)
    with pytest.raises(NotFound):
        drafts.one(vault, kept.id)


def test_circles_that_were_cut_or_are_none_are_none(vault: Vault) -> None:
    kept = drafts.add(vault, replace(a_draft(), circles=Circles(closeness=1.0)))
    for text in ("", '{"closeness": 1.', "[]", '{"nearness": 3}', "7"):
        vault.execute("UPDATE drafts SET circles = ?", (text,))
        assert drafts.one(vault, kept.id).circles is None
