# SPDX-License-Identifier: MIT
"""`ipnb-journal prompts check`: tells an author what to mend in prompt set files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ipnb_journal.desktop.wording import prompt_problems
from ipnb_journal.services import prompts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TextIO

    from ipnb_journal.formats.problems import Problem


def check(files: Iterable[Path | str], as_json: bool, out: TextIO, err: TextIO) -> int:
    """Check set files, and every `*.toml` in folders, together; 0 when all can be used, else 1.

    Weeks may use the shipped prompts beside those of the files. What is found goes to `out`, hints
    included; the one line of refusal to `err`.
    """
    paths = _set_files(Path(file) for file in files)
    library = prompts.library_of(paths, beside=prompts.library().prompts)
    faults = [problem for problem in library.problems if not problem.is_hint]
    if as_json:
        json.dump(_told(len(paths), library, not faults), out, ensure_ascii=False, indent=2)
        out.write("\n")
    else:
        for problem in library.problems:
            out.write(_line(problem) + "\n")
    if faults or not paths:
        err.write(_refusal(faults) + "\n")
        return 1
    if not as_json:
        out.write(f"{_summary(len(paths), library)}: all of it can be used.\n")
    return 0


def _set_files(given: Iterable[Path]) -> Sequence[Path]:
    found: dict[Path, None] = {}
    for path in given:
        found.update(dict.fromkeys(sorted(path.rglob("*.toml")) if path.is_dir() else [path]))
    return tuple(found)


def _line(problem: Problem) -> str:
    hint = "hint: " if problem.is_hint else ""
    return f"{prompt_problems.place(problem)}: {hint}{prompt_problems.sentence(problem)}"


def _summary(files: int, library: prompts.Library) -> str:
    counts = ((files, "file"), (len(library.prompts), "prompt"), (len(library.weeks), "week"))
    return ", ".join(_count(number, noun) for number, noun in counts)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _refusal(faults: Sequence[Problem]) -> str:
    if not faults:
        return "There is no set file (*.toml) to check."
    files = len({problem.file for problem in faults})
    return f"{_count(len(faults), 'thing')} to mend in {_count(files, 'file')}."


def _told(files: int, library: prompts.Library, usable: bool) -> dict[str, Any]:
    return {
        "usable": usable and files > 0,
        "files": files,
        "prompts": len(library.prompts),
        "weeks": len(library.weeks),
        "problems": [
            {
                "file": problem.file,
                "line": problem.line,
                "where": problem.where,
                "field": problem.field,
                "reason": problem.reason.value,
                "hint": problem.is_hint,
                "facts": dict(problem.facts),
                "words": prompt_problems.sentence(problem),
            }
            for problem in library.problems
        ],
    }
