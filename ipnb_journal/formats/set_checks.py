# SPDX-License-Identifier: MIT
"""What can only be told from several prompts together: nearly the same twice, and not yet reviewed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.domain.likeness import Alike, near_duplicates
from ipnb_journal.domain.reviews import READERS, readers_of
from ipnb_journal.formats.problems import Problem, Reason, in_order

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipnb_journal.domain.prompts import Prompt
    from ipnb_journal.formats.prompt_sets import SetFile

_Where = tuple[str, int | None]


def across(files: Sequence[SetFile], beside: Sequence[SetFile] = ()) -> tuple[Problem, ...]:
    """Hints about the prompts of these files; `beside`: others that they are compared with.

    Reviews are asked for only where the files bring some, as those of the shipped prompts do.
    """
    here = _places(files)
    elsewhere = {key: place for key, place in _places(beside).items() if key not in here}
    prompts = [prompt for prompt, _ in (*here.values(), *elsewhere.values())]
    found = [
        _told(alike, here, elsewhere)
        for alike in near_duplicates(prompts)
        if _key(alike.first) in here or _key(alike.second) in here
    ]
    return in_order((*found, *_reviews(files, here)))


def _key(prompt: Prompt) -> tuple[str, str]:
    return prompt.id, prompt.lang


def _places(files: Sequence[SetFile]) -> dict[tuple[str, str], tuple[Prompt, _Where]]:
    found: dict[tuple[str, str], tuple[Prompt, _Where]] = {}
    for file in files:
        for prompt, line in file.prompts:
            found.setdefault(_key(prompt), (prompt, (file.file, line)))
    return found


def _told(
    alike: Alike,
    here: Mapping[tuple[str, str], tuple[Prompt, _Where]],
    elsewhere: Mapping[tuple[str, str], tuple[Prompt, _Where]],
) -> Problem:
    later, earlier = alike.second, alike.first
    if _key(later) not in here:
        later, earlier = earlier, later
    file, line = here[_key(later)][1]
    other_file, other_line = {**here, **elsewhere}[_key(earlier)][1]
    facts = {
        "other": earlier.id,
        "file": other_file,
        "line": other_line,
        "step": alike.step.value if alike.step else None,
        "words": alike.words,
    }
    return Problem(file, Reason.ALIKE, line, later.id, facts, f"steps.{alike.step}" if alike.step else "")


def _reviews(
    files: Sequence[SetFile], here: Mapping[tuple[str, str], tuple[Prompt, _Where]]
) -> list[Problem]:
    reviews = [review for file in files for review, _ in file.reviews]
    if not reviews:
        return []
    found = []
    for prompt, (file, line) in here.values():
        own = [
            one for one in reviews if (one.prompt, one.lang, one.version) == (*_key(prompt), prompt.version)
        ]
        found += [
            Problem(file, Reason.REVIEW_FAILED, line, prompt.id, {"reader": one.reader, "points": one.failed})
            for one in own
            if not one.holds
        ]
        readers = readers_of(prompt, own)
        if len(readers) < READERS:
            facts = {"readers": len(readers), "wanted": READERS}
            found.append(Problem(file, Reason.NOT_REVIEWED, line, prompt.id, facts))
    return found
