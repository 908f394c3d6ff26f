# SPDX-License-Identifier: MIT
"""Rows of own prompts: whatever was typed, in their order, and nothing left of what was removed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.domain.entries import Step
from ipnb_journal.domain.own_prompts import KeptPrompt, PromptDraft
from ipnb_journal.errors import NotFound
from ipnb_journal.vault import own_prompts, remains
from tests.builders import MOMENT
from tests.vault.test_vault import opened_pages

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault


def a_kept_prompt(name: str = "own-1", title: str = "Tea", **changes) -> KeptPrompt:
    return replace(KeptPrompt(0, "", 99, PromptDraft(id=name, title=title), False, MOMENT, MOMENT), **changes)


def test_what_was_typed_comes_back_without_what_sqlite_refuses(vault: Vault) -> None:
    kept = own_prompts.add(vault, a_kept_prompt(title="T\0ea \ud800", group=" Mornings \n"))
    assert (kept.draft.title, kept.group, kept.position) == ("Tea ?", "Mornings", 0)
    assert own_prompts.one(vault, kept.id) == kept
    saved = own_prompts.save(vault, replace(kept, complete=True))
    assert own_prompts.each(vault, complete_only=True) == (saved,)
    assert vault.take_topics() == {"prompts"}
    with pytest.raises(NotFound):
        own_prompts.save(vault, replace(kept, id=99))


def test_a_number_that_is_taken_is_not_taken_over(vault: Vault) -> None:
    first = own_prompts.add(vault, a_kept_prompt())
    second = own_prompts.add(vault, a_kept_prompt("own-2", id=first.id))
    assert first.id != second.id
    assert [kept.draft.id for kept in own_prompts.each(vault)] == ["own-1", "own-2"]


def a_canary(draft: PromptDraft) -> PromptDraft:
    return replace(draft, steps={**draft.steps, Step.WRITE: "kestrel on the weathervane"})


def test_nothing_is_left_of_words_taken_out_and_of_one_removed(vault: Vault) -> None:
    kept = own_prompts.add(vault, a_kept_prompt())
    for number in range(40):
        own_prompts.add(vault, a_kept_prompt(f"own-x{number}"))
    own_prompts.save(vault, replace(kept, draft=a_canary(kept.draft)))
    own_prompts.save(vault, replace(kept, group="Mine"))
    assert remains.are_due(vault)
    remains.sweep(vault)
    own_prompts.save(vault, replace(kept, draft=a_canary(kept.draft)))
    own_prompts.remove(vault, kept.id)
    assert remains.are_due(vault)
    remains.sweep(vault)
    assert b"kestrel" not in b"".join(opened_pages(vault.path, vault.key))


def test_a_row_that_was_cut_keeps_what_is_left_of_it_to_write_on(vault: Vault) -> None:
    kept = own_prompts.add(vault, a_kept_prompt())
    vault.execute("UPDATE own_prompts SET fields = substr(fields, 1, 25)")
    found = own_prompts.one(vault, kept.id).draft
    assert found.steps[Step.WRITE].startswith('{"id"') and found.id == kept.draft.id
