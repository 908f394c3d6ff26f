# SPDX-License-Identifier: MIT
"""Marks on prompts are rows of their own, and one that says nothing is no row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.domain.prompt_marks import PromptMark
from ipnb_journal.vault import prompt_marks

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault


def test_marks_come_back_and_a_later_one_counts(vault: Vault) -> None:
    prompt_marks.put(vault, PromptMark("b", favourite=True))
    prompt_marks.put(vault, PromptMark("a", never=True))
    prompt_marks.put(vault, PromptMark("b", never=True))
    assert prompt_marks.each(vault) == (PromptMark("a", never=True), PromptMark("b", never=True))
    assert prompt_marks.one(vault, "b") == PromptMark("b", never=True)
    assert vault.take_topics() == {"prompts"}


def test_a_mark_that_says_nothing_is_let_go(vault: Vault) -> None:
    prompt_marks.put(vault, PromptMark("a", favourite=True))
    prompt_marks.put(vault, PromptMark("a"))
    assert prompt_marks.each(vault) == ()
    assert prompt_marks.one(vault, "a") == PromptMark("a")
