# SPDX-License-Identifier: MIT
"""A prompt is a favourite, or never to be offered, or neither; never both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.domain.prompt_marks import Marks
from ipnb_journal.services import prompt_marks, prompts

if TYPE_CHECKING:
    from datetime import datetime

    from ipnb_journal.vault.vault import Vault


def test_each_of_the_two_takes_the_other_away(vault: Vault) -> None:
    assert prompt_marks.read(vault) == Marks()
    prompt_marks.set_favourite(vault, "emp-01", True)
    prompt_marks.set_favourite(vault, "bnd-02", True)
    prompt_marks.set_never(vault, "emp-01", True)
    assert prompt_marks.read(vault) == Marks(frozenset({"bnd-02"}), frozenset({"emp-01"}))
    prompt_marks.set_favourite(vault, "emp-01", True)
    assert prompt_marks.read(vault) == Marks(frozenset({"bnd-02", "emp-01"}))


def test_taking_one_away_leaves_the_other(vault: Vault) -> None:
    prompt_marks.set_favourite(vault, "emp-01", True)
    prompt_marks.set_never(vault, "emp-01", False)
    assert prompt_marks.read(vault) == Marks(frozenset({"emp-01"}))
    vault.take_topics()
    prompt_marks.set_favourite(vault, "emp-01", False)
    assert prompt_marks.read(vault) == Marks()
    assert vault.take_topics() == {"prompts"}


def test_what_is_never_to_be_offered_is_not(vault: Vault, now: datetime) -> None:
    library = prompts.library()
    offered = prompts.invited(vault, library, now)
    assert offered is not None
    prompt_marks.set_never(vault, offered.prompt.id, True)
    instead = prompts.invited(vault, library, now)
    assert instead is not None and instead.prompt.id != offered.prompt.id
