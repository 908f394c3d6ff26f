# SPDX-License-Identifier: MIT
"""Nothing is marked before a person says so."""

from __future__ import annotations

from ipnb_journal.domain.prompt_marks import Marks, PromptMark


def test_nothing_is_marked_at_first() -> None:
    assert Marks() == Marks(frozenset(), frozenset())
    assert not PromptMark("emp-01").favourite and not PromptMark("emp-01").never
