# SPDX-License-Identifier: MIT
"""The Look-back speaks of two scales, at most every 28 days."""

from __future__ import annotations

from ipnb_journal.domain.look_back import EVERY_DAYS, SCALES_LOOKED_AT


def test_the_rates_rest_on_two_scales_every_28_days() -> None:
    assert (SCALES_LOOKED_AT, EVERY_DAYS) == (2, 28)
