# SPDX-License-Identifier: MIT
"""What Today shows: an invitation unless it was declined for the day, and a page left open."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from ipnb_journal.services import prompts, today

if TYPE_CHECKING:
    from datetime import datetime

    from ipnb_journal.vault.vault import Vault


def test_not_today_holds_for_that_day_alone(vault: Vault, now: datetime) -> None:
    library = prompts.library()
    first = today.view(vault, library, now).invitation
    assert first is not None
    prompts.not_today(vault, first.prompt.id, now)
    assert today.view(vault, library, now).invitation is None
    assert today.was_declined(vault, now)
    assert today.view(vault, library, now + timedelta(days=1)).invitation is not None
    assert today.view(vault, library, now - timedelta(days=1)).invitation is not None


def test_an_invitation_passed_over_is_not_shown_again(vault: Vault, now: datetime) -> None:
    library = prompts.library()
    passed: list[str] = []
    while (found := today.view(vault, library, now, passed).invitation) is not None:
        assert found.prompt.id not in passed
        passed.append(found.prompt.id)
    assert len(passed) > 3
