# SPDX-License-Identifier: MIT
"""A short slice of every campaign, so that a loss is seen long before the next whole torture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.torture import robot
from tests.torture.__main__ import CAMPAIGNS
from tests.torture.campaign import Campaign, Skipped
from tests.torture.work import attempt

if TYPE_CHECKING:
    from _pytest.mark import ParameterSet


def _param(campaign: Campaign) -> ParameterSet:
    """Where words have to be safe within a second, nothing else may take up that second."""
    alone = isinstance(campaign, robot.Killing) and not campaign.must_lose
    marks = [pytest.mark.alone] if alone else []
    return pytest.param(campaign, id=campaign.name.replace(" ", "_"), marks=marks)


@pytest.mark.parametrize("campaign", [_param(campaign) for campaign in CAMPAIGNS])
def test_a_slice_holds(campaign: Campaign) -> None:
    try:
        cases = campaign.cases(1, True)
    except Skipped as why:
        pytest.skip(str(why))
    lost = {case.name: done for case in cases if (done := attempt(campaign, case).lost) is not None}
    assert cases
    assert bool(lost) == campaign.must_lose, lost
