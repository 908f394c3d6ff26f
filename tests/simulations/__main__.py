# SPDX-License-Identifier: MIT
"""`python -m tests.simulations`: how often the charts say what isn't so; a rate not kept is an error."""

from __future__ import annotations

import argparse
import sys
import time
from typing import TYPE_CHECKING

from tests.simulations.rates import missed, run, table, weak_spots

if TYPE_CHECKING:
    from collections.abc import Sequence

PEOPLE = 1000


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table. 0 when every rate was reached."""
    parser = argparse.ArgumentParser(prog="python -m tests.simulations", description=__doc__)
    parser.add_argument("--people", type=int, default=PEOPLE, help="of each of the nine kinds")
    parser.add_argument("--seed", type=int, default=1, help="what every random choice follows from")
    options = parser.parse_args(arguments)
    started = time.monotonic()
    findings = run(options.people, options.seed)
    print(table(findings))
    print(f"\n{options.people} people of each kind, seed {options.seed}, {time.monotonic() - started:.0f} s")
    for weak in weak_spots(findings):
        print(f"beyond the limits for one kind: {weak}")
    lost = missed(findings)
    for one in lost:
        print(f"MISSED: {one}", file=sys.stderr)
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
