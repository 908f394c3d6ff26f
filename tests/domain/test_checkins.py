# SPDX-License-Identifier: MIT
"""The eight items: two to a scale, asked so that they begin with what is stirred up and end on connection."""

from __future__ import annotations

from collections import Counter

import pytest

from ipnb_journal.domain.checkins import MAY_NOT_APPLY, Item, Scale
from tests.builders import a_checkin


def test_each_scale_has_two_items() -> None:
    assert Counter(item.scale for item in Item) == dict.fromkeys(Scale, 2)


@pytest.mark.parametrize("item", Item)
def test_partners_share_a_scale_and_name_each_other(item: Item) -> None:
    assert item.partner is not item
    assert item.partner.partner is item
    assert item.partner.scale is item.scale


def test_two_screens_of_four_end_on_connection() -> None:
    scales = [item.scale for item in Item]
    assert set(scales[:4]) == {Scale.CHAOS, Scale.RIGIDITY}
    assert set(scales[4:]) == {Scale.DIFFERENTIATION, Scale.LINKAGE}
    assert scales[-1] is Scale.LINKAGE


def test_only_questions_about_others_may_not_apply() -> None:
    assert {Item.D2, Item.L1, Item.L2} == MAY_NOT_APPLY


def test_a_blank_item_is_absent_never_a_number() -> None:
    given = a_checkin(answers={Item.C1: 0.0})
    assert Item.C1 in given.answers
    assert Item.R1 not in given.answers
