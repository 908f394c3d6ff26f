# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from ipnb_journal.desktop.wording.errors import words_for
from ipnb_journal.errors import KeyringUnavailable

REASONS = ("missing", "locked", "refused", "late", "not_kept", "failed", "absent", "outdated")


@pytest.mark.parametrize("reason", REASONS)
def test_every_failure_says_what_is_safe_and_is_no_alarm(reason: str) -> None:
    words = words_for(KeyringUnavailable(reason=reason))
    assert "eyring" in words.title or "key" in words.title
    assert words.safe == "Your journal is fine. Your passphrase still opens it."
    assert not words.risky


def test_each_failure_is_told_apart() -> None:
    told = {words_for(KeyringUnavailable(reason=reason)).body for reason in REASONS}
    assert len(told) == len(REASONS)


def test_what_a_keyring_itself_called_it_is_a_detail() -> None:
    words = words_for(KeyringUnavailable(reason="failed", detail="DBusErrorResponse"))
    assert words.detail == "Details: DBusErrorResponse"
