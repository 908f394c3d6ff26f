# SPDX-License-Identifier: MIT
"""How long a prompt rests after something happened with it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ipnb_journal.domain.prompts import Happening, PromptEvent, resting

DAY = date(2026, 3, 12)


@pytest.mark.parametrize(
    ("what", "days_ago", "rests"),
    [
        (Happening.FINISHED, 0, True), (Happening.FINISHED, 13, True), (Happening.FINISHED, 14, False),
        (Happening.FINISHED, 60, False), (Happening.FINISHED, -1, True), (Happening.FINISHED, -14, False),
        (Happening.NOT_TODAY, 0, True), (Happening.NOT_TODAY, 1, False), (Happening.BEGUN, 0, False),
    ],
)  # fmt: skip
def test_fourteen_days_after_being_finished_and_one_after_not_today(
    what: Happening, days_ago: int, rests: bool
) -> None:
    """A clock that was set back changes nothing."""
    event = PromptEvent("p", DAY - timedelta(days=days_ago), what)
    assert ("p" in resting([event], DAY)) is rests
