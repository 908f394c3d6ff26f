# SPDX-License-Identifier: MIT
"""Prompt set files: prompts, threads, weeks and reviews in TOML, read whole, and several put together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from ipnb_journal.domain.homework import Week, prompt_ids
from ipnb_journal.domain.prompts import Depth, Prompt
from ipnb_journal.domain.reviews import Review
from ipnb_journal.domain.threads import Thread
from ipnb_journal.formats.homework_weeks import read_weeks
from ipnb_journal.formats.problems import Problem, Reason, in_order
from ipnb_journal.formats.prompts import read_prompts
from ipnb_journal.formats.threads import read_reviews, read_threads
from ipnb_journal.formats.toml_places import read as read_toml
from ipnb_journal.formats.toml_tables import check_top

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


FORMAT = 1
_Thing = TypeVar("_Thing", Prompt, Thread, Week)


@dataclass(frozen=True, slots=True)
class SetFile:
    """What one file holds, each with its line, and all that is wrong in it, in order of lines."""

    file: str
    prompts: tuple[tuple[Prompt, int | None], ...] = ()
    threads: tuple[tuple[Thread, int | None], ...] = ()
    weeks: tuple[tuple[Week, int | None], ...] = ()
    reviews: tuple[tuple[Review, int | None], ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Sets:
    """Several files together: every sound prompt, thread and week once, all reviews, and all problems."""

    prompts: tuple[Prompt, ...]
    threads: tuple[Thread, ...]
    weeks: tuple[Week, ...]
    reviews: tuple[Review, ...]
    problems: tuple[Problem, ...]


def read(content: bytes, file: str) -> SetFile:
    """Read one set file; `file` is how problems name it. A broken prompt never hides a sound one."""
    document = read_toml(content, file)
    if isinstance(document, Problem):
        return SetFile(file, problems=(document,))
    problems = check_top(document, FORMAT, ("prompt", "thread", "week", "review"))
    if any(problem.reason is Reason.NEWER_FORMAT for problem in problems):
        return SetFile(file, problems=tuple(problems))
    prompts = read_prompts(document, problems)
    threads = read_threads(document, problems)
    weeks = read_weeks(document, problems)
    reviews = read_reviews(document, problems)
    return SetFile(file, tuple(prompts), tuple(threads), tuple(weeks), tuple(reviews), in_order(problems))


def together(files: Sequence[SetFile], beside: Sequence[Prompt] = ()) -> Sets:
    """Put files together: of two with one id in one language the first counts.

    `beside`: prompts from elsewhere that threads and weeks may use too, not part of what is returned.
    """
    problems = [problem for file in files for problem in file.problems]
    prompts = _once(((prompt, line, file.file) for file in files for prompt, line in file.prompts), problems)
    threads = _once(((thread, line, file.file) for file in files for thread, line in file.threads), problems)
    weeks = _once(((week, line, file.file) for file in files for week, line in file.weeks), problems)
    by_id = {(prompt.id, prompt.lang): prompt for prompt in (*beside, *(one for one, _, _ in prompts))}
    for thread, line, file in threads:
        for id_ in thread.prompts:
            if (id_, thread.lang) not in by_id:
                facts = {"value": id_}
                problems.append(Problem(file, Reason.PROMPT_UNKNOWN, line, thread.id, facts, "prompts"))
    for week, line, file in weeks:
        problems += _week_problems(week, line, file, by_id)
    return Sets(
        tuple(prompt for prompt, _, _ in prompts),
        tuple(thread for thread, _, _ in threads),
        tuple(week for week, _, _ in weeks),
        tuple(review for file in files for review, _ in file.reviews),
        in_order(problems),
    )


def _week_problems(
    week: Week, line: int | None, file: str, by_id: Mapping[tuple[str, str], Prompt]
) -> list[Problem]:
    found = []
    for id_ in prompt_ids(week):
        prompt = by_id.get((id_, week.lang))
        if prompt is None or prompt.depth is Depth.DEEP:
            reason = Reason.PROMPT_UNKNOWN if prompt is None else Reason.DEEP_IN_WEEK
            found.append(Problem(file, reason, line, week.id, {"value": id_}, "days.prompt"))
    return found


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
