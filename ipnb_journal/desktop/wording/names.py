# SPDX-License-Identifier: MIT
"""How several names are read as one phrase."""

from __future__ import annotations


def reading_names(names: tuple[str, ...]) -> str:
    """Names as one reads them: "Ana", "Ana and Tom", "Ana, Tom and Mom"; "" for none."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
