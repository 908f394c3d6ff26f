# SPDX-License-Identifier: MIT
"""Prompt set files: prompts and homework weeks in TOML, read whole, and several of them put together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from ipnb_journal.domain.homework import Week, prompt_ids
from ipnb_journal.domain.prompts import Depth, Prompt
from ipnb_journal.formats.homework_weeks import read_weeks
from ipnb_journal.formats.problems import Problem, Reason, in_order
from ipnb_journal.formats.prompts import read_prompts
from ipnb_journal.formats.toml_places import read as read_toml
from ipnb_journal.formats.toml_tables import check_top

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FORMAT = 1
_Thing = TypeVar("_Thing", Prompt, Week)


@dataclass(frozen=True, slots=True)
class SetFile:
    """What one file holds, each with its line, and all that is wrong in it, in order of lines."""

    file: str
    prompts: tuple[tuple[Prompt, int | None], ...] = ()
    weeks: tuple[tuple[Week, int | None], ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Sets:
    """Several files together: every sound prompt and week once, and all problems."""

    prompts: tuple[Prompt, ...]
    weeks: tuple[Week, ...]
    problems: tuple[Problem, ...]


def read(content: bytes, file: str) -> SetFile:
    """Read one set file; `file` is how problems name it. A broken prompt never hides a sound one."""
    document = read_toml(content, file)
    if isinstance(document, Problem):
        return SetFile(file, problems=(document,))
    problems = check_top(document, FORMAT, ("prompt", "week"))
    if any(problem.reason is Reason.NEWER_FORMAT for problem in problems):
        return SetFile(file, problems=tuple(problems))
    prompts = read_prompts(document, problems)
    weeks = read_weeks(document, problems)
    return SetFile(file, tuple(prompts), tuple(weeks), in_order(problems))


def together(files: Sequence[SetFile], beside: Sequence[Prompt] = ()) -> Sets:
    """Put files together: of two with one id in one language the first counts.

    `beside`: prompts from elsewhere that weeks may use too; they are not part of what is returned.
    """
    problems = [problem for file in files for problem in file.problems]
    prompts = _once(((prompt, line, file.file) for file in files for prompt, line in file.prompts), problems)
    weeks = _once(((week, line, file.file) for file in files for week, line in file.weeks), problems)
    by_id = {(prompt.id, prompt.lang): prompt for prompt in (*beside, *(one for one, _, _ in prompts))}
    for week, line, file in weeks:
        for id_ in prompt_ids(week):
            prompt = by_id.get((id_, week.lang))
            if prompt is not None and prompt.depth is not Depth.DEEP:
                continue
            reason = Reason.PROMPT_UNKNOWN if prompt is None else Reason.DEEP_IN_WEEK
            problems.append(Problem(file, reason, line, week.id, {"value": id_}, "days.prompt"))
    return Sets(
        tuple(prompt for prompt, _, _ in prompts), tuple(week for week, _, _ in weeks), in_order(problems)
    )


def _once(
    found: Iterable[tuple[_Thing, int | None, str]], problems: list[Problem]
) -> list[tuple[_Thing, int | None, str]]:
    first: dict[tuple[str, str], tuple[_Thing, int | None, str]] = {}
    for thing, line, file in found:
        known = first.setdefault((thing.id, thing.lang), (thing, line, file))
        if known[0] is not thing:
            facts = {"file": known[2], "line": known[1]}
            problems.append(Problem(file, Reason.SAME_ID, line, thing.id, facts, "id"))
    return list(first.values())
