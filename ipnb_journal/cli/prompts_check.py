# SPDX-License-Identifier: MIT
"""`ipnb-journal prompts check`: tells an author what to mend in prompt set files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ipnb_journal.desktop.wording import prompt_problems
from ipnb_journal.domain.prompts import Depth
from ipnb_journal.services import prompt_checks

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import TextIO

    from ipnb_journal.domain.prompt_counts import PromptCounts
    from ipnb_journal.formats.problems import Problem
    from ipnb_journal.services.prompt_checks import Checked

_WIDE = 34


def check(files: Iterable[Path | str], as_json: bool, out: TextIO, err: TextIO) -> int:
    """Check set files, and every `*.toml` in folders, together; 0 when all can be used, else 1.

    Threads and weeks may use the shipped prompts beside those of the files. What is found goes to
    `out`, hints and the table of counts included; the one line of refusal to `err`.
    """
    checked = prompt_checks.check(Path(file) for file in files)
    faults = [problem for problem in checked.library.problems if not problem.is_hint]
    if as_json:
        json.dump(_told(checked, not faults), out, ensure_ascii=False, indent=2)
        out.write("\n")
    else:
        for problem in checked.library.problems:
            out.write(_line(problem) + "\n")
        if checked.counts.total:
            out.write("\n".join(_table(checked.counts)) + "\n")
    if faults or not checked.files:
        err.write(_refusal(faults) + "\n")
        return 1
    if not as_json:
        out.write(f"{_summary(checked)}: all of it can be used.\n")
    return 0


def _line(problem: Problem) -> str:
    hint = "hint: " if problem.is_hint else ""
    return f"{prompt_problems.place(problem)}: {hint}{prompt_problems.sentence(problem)}"


def _table(counts: PromptCounts) -> list[str]:
    """Themes by depth, then every other count with its name, in columns."""
    lines = [_row("theme", (*(depth.value for depth in Depth), "all"))]
    for theme, row in counts.themes.items():
        if total := sum(row.values()):
            lines.append(_row(theme.value, (*row.values(), total)))
    lines.append(_row("all themes", (*map(counts.of_depth, Depth), counts.total)))
    lines.append("")
    lines += _counts("domain", counts.domains)
    lines += _counts("technique", counts.techniques)
    lines += _counts("minutes", {f"{least} to {most}": n for (least, most), n in counts.minutes.items()})
    lines += _counts("body", counts.body)
    lines += _counts("suits", counts.moments)
    lines += [_row("two circles", (counts.circles,)), ""]
    return lines


def _counts(name: str, counts: Mapping[Any, int]) -> list[str]:
    return [*(_row(f"{name}: {key}", (count,)) for key, count in counts.items()), ""]


def _row(name: str, cells: Sequence[object]) -> str:
    return f"{name:<{_WIDE}}" + "".join(f"{cell!s:>8}" for cell in cells)


def _summary(checked: Checked) -> str:
    library = checked.library
    told = [_count(checked.files, "file"), _count(len(library.prompts), "prompt")]
    told += [
        _count(len(things), noun)
        for things, noun in (
            (library.threads, "thread"),
            (library.weeks, "week"),
            (library.reviews, "review"),
        )
        if things
    ]
    return ", ".join(told)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _refusal(faults: Sequence[Problem]) -> str:
    if not faults:
        return "There is no set file (*.toml) to check."
    files = len({problem.file for problem in faults})
    return f"{_count(len(faults), 'thing')} to mend in {_count(files, 'file')}."


def _told(checked: Checked, usable: bool) -> dict[str, Any]:
    library, counts = checked.library, checked.counts
    return {
        "usable": usable and checked.files > 0,
        "files": checked.files,
        "prompts": len(library.prompts),
        "threads": len(library.threads),
        "weeks": len(library.weeks),
        "reviews": len(library.reviews),
        "counts": {
            "themes": counts.themes,
            "domains": counts.domains,
            "techniques": counts.techniques,
            "minutes": {f"{least}-{most}": number for (least, most), number in counts.minutes.items()},
            "body": counts.body,
            "suits": counts.moments,
            "circles": counts.circles,
        },
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
