# SPDX-License-Identifier: MIT
"""What happened with prompts is noted in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.domain.prompts import Happening, PromptEvent
from ipnb_journal.vault import prompt_events
from tests.builders import DAY

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault


def test_events_come_back_in_order(vault: Vault) -> None:
    noted = [PromptEvent(f"p{number}", DAY, what) for number, what in enumerate(Happening)]
    for event in noted:
        prompt_events.add(vault, event)
    assert list(prompt_events.each(vault)) == noted
    assert vault.take_topics() == {"prompts"}
