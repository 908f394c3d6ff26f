# SPDX-License-Identifier: MIT
"""Who has found that a prompt holds, as it is worded now."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ipnb_journal.domain.reviews import Review, readers_of
from tests.builders import a_prompt

REVIEW = Review("saying-no", 1, "Ana", date(2026, 3, 12), "en")


def test_a_reading_counts_for_its_wording_in_its_language_only() -> None:
    prompt = a_prompt("saying-no", version=1, lang="en")
    assert readers_of(prompt, [REVIEW]) == {"Ana"}
    assert readers_of(replace(prompt, version=2), [REVIEW]) == frozenset()
    assert readers_of(replace(prompt, lang="lv"), [REVIEW]) == frozenset()
    assert readers_of(replace(prompt, id="other"), [REVIEW]) == frozenset()


def test_a_point_that_did_not_hold_is_no_yes() -> None:
    assert not replace(REVIEW, failed=(4,)).holds
    assert readers_of(a_prompt("saying-no"), [replace(REVIEW, failed=(4,))]) == frozenset()
