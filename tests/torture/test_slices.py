# SPDX-License-Identifier: MIT
"""A short slice of every campaign, so that a loss is seen long before the next whole torture."""

from __future__ import annotations

import pytest

from tests.torture.__main__ import CAMPAIGNS
from tests.torture.campaign import Campaign, Skipped
from tests.torture.work import attempt


@pytest.mark.parametrize("campaign", CAMPAIGNS, ids=lambda campaign: campaign.name.replace(" ", "_"))
def test_a_slice_holds(campaign: Campaign) -> None:
    try:
        cases = campaign.cases(1, True)
    except Skipped as why:
        pytest.skip(str(why))
    lost = {case.name: done for case in cases if (done := attempt(campaign, case).lost) is not None}
    assert cases
    assert bool(lost) == campaign.must_lose, lost
