# SPDX-License-Identifier: MIT
"""Every prompt is counted where it belongs, and an empty place is there with nought."""

from __future__ import annotations

from ipnb_journal.domain.prompt_counts import MINUTES, counted
from ipnb_journal.domain.prompts import BodyUse, Depth, Domain, Moment, Technique, Theme
from tests.builders import a_prompt


def test_each_kind_is_counted() -> None:
    first = a_prompt("a", theme=Theme.BODY, depth=Depth.DEEP, minutes=3, body=BodyUse.USES, circles=True)
    second = a_prompt(
        "b",
        theme=Theme.BODY,
        depth=Depth.GENTLE,
        minutes=15,
        domains=(Domain.MEMORY, Domain.STORY),
        draws_on=(Technique.GRATITUDE,),
        suits=(Moment.NIGHT,),
    )
    counts = counted([first, second])
    assert counts.themes[Theme.BODY] == {Depth.GENTLE: 1, Depth.STEADY: 0, Depth.DEEP: 1}
    assert counts.of_depth(Depth.DEEP) == 1
    assert (counts.domains[Domain.MEMORY], counts.domains[Domain.AWARENESS]) == (1, 0)
    assert (counts.techniques[Technique.GRATITUDE], counts.body[BodyUse.USES]) == (1, 1)
    assert (counts.moments[Moment.NIGHT], counts.moments[Moment.MORNING]) == (1, 0)
    assert (counts.minutes[1, 3], counts.minutes[12, 15]) == (1, 1)
    assert (counts.circles, counts.total) == (1, 2)


def test_the_bands_of_minutes_leave_no_gap() -> None:
    assert [minute for least, most in MINUTES for minute in range(least, most + 1)] == list(range(1, 16))
