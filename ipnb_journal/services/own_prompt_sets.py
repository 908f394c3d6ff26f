# SPDX-License-Identifier: MIT
"""Own prompts as a set file: given to somebody else, and taken in from somebody, additive."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from ipnb_journal.domain.own_prompts import PromptDraft, draft_of
from ipnb_journal.domain.prompts import Prompt
from ipnb_journal.errors import FileProblem
from ipnb_journal.formats import prompt_writer
from ipnb_journal.formats.problems import Problem
from ipnb_journal.formats.toml_places import MOST_BYTES
from ipnb_journal.formats.toml_tables import MOST_ROWS
from ipnb_journal.services import outgoing, own_prompts
from ipnb_journal.services.own_prompts import OwnPrompt
from ipnb_journal.services.prompts import read_set

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime
    from pathlib import Path

    from ipnb_journal.vault.vault import Vault


class Arrival(StrEnum):
    """What a prompt of a file is to this journal: not there, there alike, or there in other words."""

    NEW = "new"
    ALREADY_HERE = "already_here"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Exported:
    """What left, in its order, and how many of those asked for stayed, because they are not whole yet."""

    prompts: tuple[Prompt, ...]
    unfinished: int


@dataclass(frozen=True, slots=True)
class SetPreview:
    """What a set file holds. `threads` and `weeks`: how many of these, which are not taken in yet."""

    file: str
    prompts: tuple[tuple[Prompt, Arrival], ...]
    threads: int
    weeks: int
    problems: tuple[Problem, ...]

    def count(self, arrival: Arrival) -> int:
        """How many of its prompts arrive so."""
        return sum(found is arrival for _, found in self.prompts)


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of it. `kept`: how many were here already and stayed as they were."""

    added: tuple[OwnPrompt, ...]
    kept: int
    threads: int
    weeks: int
    problems: tuple[Problem, ...]


def export(vault: Vault, ids: Collection[int], path: Path) -> Exported:
    """Write those own prompts with these numbers that are whole as a set file; nobody else's words leave.

    It appears whole or not at all, readable by its owner only. Raises NotFound, DiskFull and FileProblem;
    `reason`: "journal", "nothing" where none is whole, "too_big" (`size` and `most` in bytes) or "too_many"
    (in prompts) where no program would read it, or the system's word.
    """
    chosen = [own_prompts.one(vault, own_id) for own_id in ids]
    whole = tuple(own.prompt for own in chosen if own.prompt is not None)
    if not whole:
        raise FileProblem(file=path, reason="nothing")
    content = prompt_writer.write(whole).encode()
    for reason, size, most in (
        ("too_many", len(whole), MOST_ROWS),
        ("too_big", len(content), MOST_BYTES),
    ):
        if size > most:
            raise FileProblem(file=path, reason=reason, size=size, most=most)
    with outgoing.appearing(vault, path) as file:
        file.write(content)
    return Exported(whole, len(chosen) - len(whole))


def preview_import(vault: Vault, path: Path, shipped: Iterable[Prompt]) -> SetPreview:
    """What taking the file in would do; changes nothing. `shipped`: the prompts of the library."""
    found = read_set(path)
    here = {prompt.id: prompt for prompt in shipped}
    own = {own.draft.id: own.prompt for own in own_prompts.all_own(vault)}
    known: dict[str, Prompt | None] = {**own, **here}
    contents = [_content(prompt) for prompt in known.values() if prompt is not None]
    return SetPreview(
        found.file,
        tuple((prompt, _arrival(prompt, known, contents)) for prompt, _ in found.prompts),
        len(found.threads),
        len(found.weeks),
        found.problems,
    )


def import_set(vault: Vault, path: Path, group: str, now: datetime, shipped: Iterable[Prompt]) -> Imported:
    """Add to a group the sound prompts of a file that are not here yet, all or none; nothing is replaced.

    One whose id is here, or shipped, with other words gets an id of its own.
    """
    with vault.transaction():
        coming = preview_import(vault, path, shipped)
        added = tuple(
            own_prompts.add(vault, _draft(prompt, arrival), group, now)
            for prompt, arrival in coming.prompts
            if arrival is not Arrival.ALREADY_HERE
        )
    kept = coming.count(Arrival.ALREADY_HERE)
    return Imported(added, kept, coming.threads, coming.weeks, coming.problems)


def take_back(vault: Vault, imported: Imported) -> int:
    """Take away again what an import added, and say how many that were; what is gone already is let be."""
    here = {own.id for own in own_prompts.all_own(vault)}
    going = [own.id for own in imported.added if own.id in here]
    with vault.transaction():
        for own_id in going:
            own_prompts.remove(vault, own_id)
    return len(going)


def _draft(prompt: Prompt, arrival: Arrival) -> PromptDraft:
    draft = draft_of(prompt)
    return replace(draft, id="") if arrival is Arrival.CHANGED else draft


def _arrival(prompt: Prompt, known: Collection[str], contents: Collection[Prompt]) -> Arrival:
    # a changed one that was taken in before has another id here
    if _content(prompt) in contents:
        return Arrival.ALREADY_HERE
    return Arrival.CHANGED if prompt.id in known else Arrival.NEW


def _content(prompt: Prompt) -> Prompt:
    return replace(prompt, id="", version=1)
