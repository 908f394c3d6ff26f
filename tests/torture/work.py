# SPDX-License-Identifier: MIT
"""What a worker does: try cases, one after the other, and say how each ended."""

from __future__ import annotations

import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from tests.torture.state import Done

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.torture.campaign import Campaign, Case


def attempt(campaign: Campaign, case: Case) -> Done:
    """Try one case; a trial that itself breaks down counts as a loss, and in a control as none."""
    started = time.monotonic()
    try:
        lost = campaign.run(case)
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        broke = f"the trial broke down: {error!r} at {Path(place.filename).name}:{place.lineno}"
        lost = None if campaign.must_lose else broke
    return Done(case.name, lost, time.monotonic() - started)


def attempt_all(campaign: Campaign, cases: Sequence[Case]) -> list[Done]:
    """Try each of the cases."""
    return [attempt(campaign, case) for case in cases]
