# SPDX-License-Identifier: MIT
"""Checking prompt set files for the people who write them: each by itself, then all of them together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ipnb_journal.domain.prompt_counts import PromptCounts, counted
from ipnb_journal.formats.problems import in_order
from ipnb_journal.formats.set_checks import across
from ipnb_journal.services import prompts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Checked:
    """How many files there were, what they hold with all that is wrong, and how much of each kind."""

    files: int
    library: prompts.Library
    counts: PromptCounts


def check(files: Iterable[Path]) -> Checked:
    """Check set files, and every `*.toml` in folders, together.

    Their threads and weeks may use the shipped prompts, and nothing in them may be nearly the same as one.
    """
    paths = set_files(files)
    read = tuple(prompts.read_set(path, str(path)) for path in paths)
    shipped = prompts.shipped_sets()
    library = prompts.together(read, beside=tuple(one for file in shipped for one, _ in file.prompts))
    problems = in_order((*library.problems, *across(read, shipped)))
    return Checked(len(paths), replace(library, problems=problems), counted(library.prompts))


def set_files(given: Iterable[Path]) -> Sequence[Path]:
    """The files themselves, and every `*.toml` in the folders among them, each once."""
    found: dict[Path, None] = {}
    for path in given:
        found.update(dict.fromkeys(sorted(path.rglob("*.toml")) if path.is_dir() else [path]))
    return tuple(found)
