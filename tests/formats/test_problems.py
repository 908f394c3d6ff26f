# SPDX-License-Identifier: MIT
"""Problems come in the order an author mends them, and a hint is no refusal."""

from __future__ import annotations

import pytest

from ipnb_journal.formats.problems import HINTS, Problem, Reason, in_order


def test_by_file_then_line_with_the_whole_file_first() -> None:
    one, two, whole = (
        Problem("a.toml", Reason.MISSING, 9),
        Problem("a.toml", Reason.BLANK, 2),
        Problem("a.toml", Reason.TOO_BIG),
    )
    other = Problem("b.toml", Reason.MISSING, 1)
    assert in_order([other, one, two, whole]) == (whole, two, one, other)


@pytest.mark.parametrize("reason", list(Reason))
def test_only_hints_leave_a_prompt_in_use(reason: Reason) -> None:
    assert Problem("a.toml", reason).is_hint is (reason in HINTS)
