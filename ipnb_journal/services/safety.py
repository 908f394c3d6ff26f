# SPDX-License-Identifier: MIT
"""What is there when it is too much: numbers to reach, and a gentler pace for deep prompts.

The numbers need no open journal. Answers to the room and leaving questions are kept nowhere; all
that stays, inside the vault, is how often in a row pages were left as "too much".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal import paths
from ipnb_journal.domain.safety import SOMEWHERE, CrisisLine, LineKind, deep_takes_one_more_tap, too_much_run
from ipnb_journal.errors import FileProblem, FormatError
from ipnb_journal.formats import crisis_lines as line_files
from ipnb_journal.vault import preferences as stored

if TYPE_CHECKING:
    from pathlib import Path

    from ipnb_journal.domain.safety import Leaving
    from ipnb_journal.vault.vault import Vault

RUN_KEY = "too_much_in_a_row"
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


def note_leaving(vault: Vault, leaving: Leaving | None) -> None:
    """Count "too much" answers in a row; any other answer ends the run, no answer leaves it."""
    run = _run(vault)
    changed = too_much_run(run, leaving)
    if changed != run:
        stored.store(vault, {RUN_KEY: changed})


def deep_needs_one_more_tap(vault: Vault) -> bool:
    """Whether deep prompts stand behind one more tap, after three pages in a row left as "too much"."""
    return deep_takes_one_more_tap(_run(vault))


def too_much_in_a_row(vault: Vault) -> int:
    """How many of the last pages in a row were left as "too much", for `session.begin`."""
    return _run(vault)


def _run(vault: Vault) -> int:
    value = stored.read_all(vault).get(RUN_KEY)
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0


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
        content = path.read_bytes()
    except OSError as error:
        raise FileProblem(file=str(path), reason=error.strerror) from error
    read = line_files.read(content, path.name)
    if not read.lines:
        place = read.problems[0].line if read.problems else None
        reason = read.problems[0].reason if read.problems else "blank"
        raise FormatError(file=str(path), place=place, reason=reason)
    return read.lines
