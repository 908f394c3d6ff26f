# SPDX-License-Identifier: MIT
"""Every operation that is interrupted, by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.torture import changes, copies

if TYPE_CHECKING:
    from pathlib import Path

OPERATIONS = {operation.name: operation for operation in (*changes.OPERATIONS, *copies.OPERATIONS)}


def tried_by(campaign: str) -> dict[str, bool]:
    """The operations that a campaign interrupts, and whether it has to see a loss there."""
    return {
        operation.name: bool(operation.loses_by)
        for operation in OPERATIONS.values()
        if operation.loses_by in ("", campaign)
    }


def warm(folder: Path) -> None:
    """Run everything once, so that what the program imports on the way is there before the first fork."""
    for number, operation in enumerate(OPERATIONS.values()):
        place = folder / f"{number}"
        place.mkdir()
        operation.make(place)
        operation.act(place)
        operation.judge(place, ())
