# SPDX-License-Identifier: MIT
"""The numbers a person can reach when it is too much; they need no open journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal import paths
from ipnb_journal.domain.safety import SOMEWHERE, CrisisLine, LineKind
from ipnb_journal.errors import FileProblem, FormatError
from ipnb_journal.formats import crisis_lines as line_files
from ipnb_journal.formats.toml_places import MOST_BYTES

if TYPE_CHECKING:
    from pathlib import Path

_PAUSE_KINDS = (LineKind.EMERGENCY, LineKind.CRISIS)


def crisis_lines(country: str | None = None, file: Path | None = None) -> tuple[CrisisLine, ...]:
    """Emergency and crisis lines: those of the country and those for anywhere; all of them for None or "".

    A country we have nothing for gets the lines for anywhere. Raises FileProblem, or FormatError
    where no row of the file can be used.
    """
    return tuple(line for line in _for_country(country, file) if line.kind in _PAUSE_KINDS)


def abuse_lines(country: str | None = None, file: Path | None = None) -> tuple[CrisisLine, ...]:
    """Lines for people afraid of someone, chosen as `crisis_lines`; for Help, never shown unasked."""
    return tuple(line for line in _for_country(country, file) if line.kind is LineKind.ABUSE)


def countries(file: Path | None = None) -> tuple[str, ...]:
    """The ISO codes of the countries that have a line, in alphabetical order."""
    return tuple(sorted({line.country for line in _all_lines(file)} - {SOMEWHERE}))


def _for_country(country: str | None, file: Path | None) -> tuple[CrisisLine, ...]:
    lines = _all_lines(file)
    if not country:
        return lines
    wanted = country.upper()
    own = tuple(line for line in lines if line.country == wanted)
    return (*own, *(line for line in lines if line.country == SOMEWHERE))


def _all_lines(file: Path | None) -> tuple[CrisisLine, ...]:
    path = file or paths.resources() / "safety" / "crisis_lines.toml"
    try:
        with path.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise FileProblem(file=str(path), reason=error.strerror) from error
    read = line_files.read(content, path.name)
    if not read.lines:
        place = read.problems[0].line if read.problems else None
        reason = read.problems[0].reason if read.problems else "blank"
        raise FormatError(file=str(path), place=place, reason=reason)
    return read.lines
