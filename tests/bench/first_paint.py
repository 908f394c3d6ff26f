# SPDX-License-Identifier: MIT
"""Says when the first window of this process was painted, and what it had cost by then; then ends it.

Who measures listens to that one paint and nothing else, and imports nothing for it: an event filter in
Python on the application makes a bare window pay for enums that only a real program uses.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path


def tell() -> None:
    """Say it and end the process: call from the event loop, in the turn after the paint."""
    painted, modules = time.monotonic_ns(), sorted(sys.modules)
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()[1:]
    import json  # noqa: PLC0415  not before the time and the memory were taken

    sizes = dict(line.split(":", 1) for line in lines)
    told = {"painted": painted, "modules": modules}
    told |= {name.lower(): int(sizes[name].split()[0]) / 1024 for name in ("Pss", "Rss")}
    print(json.dumps(told), flush=True)
    os._exit(0)
