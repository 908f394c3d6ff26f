# SPDX-License-Identifier: MIT
"""Why hidden people are not listed."""

from __future__ import annotations

from ipnb_journal.desktop.wording import hidden_people as words
from ipnb_journal.desktop.wording.errors import words_for
from ipnb_journal.errors import RecoveryCodeWrong, WrongPassphrase


def test_a_wrong_passphrase_is_told_without_blame_and_other_problems_as_ever() -> None:
    told = words.refused(WrongPassphrase(file="notes.vault"))
    assert "journal" in told.title
    assert "no limit" in told.safe
    slip = RecoveryCodeWrong(reason="length")
    assert words.refused(slip) == words_for(slip)
