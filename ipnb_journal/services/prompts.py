# SPDX-License-Identifier: MIT
"""The prompt sets on this computer, and which prompt to offer a person now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipnb_journal import paths
from ipnb_journal.domain.choosing import Circumstances, choose
from ipnb_journal.domain.days import local_day
from ipnb_journal.domain.homework import Week
from ipnb_journal.domain.prompts import Happening, HoldBack, Prompt, PromptEvent, Theme
from ipnb_journal.domain.reviews import Review
from ipnb_journal.domain.threads import Thread
from ipnb_journal.formats import prompt_sets
from ipnb_journal.formats.problems import Problem, Reason
from ipnb_journal.formats.toml_places import MOST_BYTES
from ipnb_journal.services import preferences
from ipnb_journal.vault import prompt_events

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import datetime
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from ipnb_journal.domain.safety import Room
    from ipnb_journal.vault.vault import Vault

LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Library:
    """Every sound prompt, thread and week, the reviews beside them, and all that is wrong in their files."""

    prompts: tuple[Prompt, ...]
    threads: tuple[Thread, ...] = ()
    weeks: tuple[Week, ...] = ()
    reviews: tuple[Review, ...] = ()
    problems: tuple[Problem, ...] = ()

    def prompt(self, prompt_id: str) -> Prompt | None:
        """The prompt with this id, or None when it is not (or no longer) in the library."""
        return next((prompt for prompt in self.prompts if prompt.id == prompt_id), None)


@dataclass(frozen=True, slots=True)
class Invitation:
    """A prompt offered, with the code of why this one, and the days since it was last finished."""

    prompt: Prompt
    reason: str
    days: int | None = None


def library(source: Path | Traversable | None = None) -> Library:
    """Read every `*.toml` of a folder, by default the shipped English sets; no broken file hides another.

    A folder that cannot be read gives an empty library with one problem.
    """
    folder = source if source is not None else paths.prompts() / LANGUAGE
    try:
        return together(_sets_in(folder))
    except OSError as error:
        return Library((), problems=(_unreadable(folder.name, error),))


def library_of(files: Iterable[Path | Traversable], beside: Sequence[Prompt] = ()) -> Library:
    """Read these files together, as one library; their weeks may also use the prompts `beside` them."""
    return together(tuple(read_set(file, str(file)) for file in files), beside)


def shipped_sets() -> tuple[prompt_sets.SetFile, ...]:
    """The shipped English set files as they were read."""
    return _sets_in(paths.prompts() / LANGUAGE)


def together(files: Sequence[prompt_sets.SetFile], beside: Sequence[Prompt] = ()) -> Library:
    """Files that were read, as one library; threads and weeks may also use the prompts `beside` them."""
    sets = prompt_sets.together(files, beside)
    return Library(sets.prompts, sets.threads, sets.weeks, sets.reviews, sets.problems)


def read_set(file: Path | Traversable, name: str | None = None) -> prompt_sets.SetFile:
    """Read one set file, at most one byte more than is allowed; `name` is how problems name it."""
    shown = name or file.name
    try:
        with file.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except OSError as error:
        return prompt_sets.SetFile(shown, problems=(_unreadable(shown, error),))
    return prompt_sets.read(content, shown)


def invited(vault: Vault, library: Library, now: datetime) -> Invitation | None:
    """The prompt to offer now, the same all day until something happens with it; None when all rest."""
    return another(vault, library, now, ())


def another(
    vault: Vault, library: Library, now: datetime, not_these: Collection[str], room: Room | None = None
) -> Invitation | None:
    """A prompt to offer now other than these ids, for as much room as was said; None when there is none."""
    circumstances = _circumstances(vault, now, room)
    chosen = choose(library.prompts, prompt_events.each(vault), circumstances, not_these)
    return None if chosen is None else Invitation(chosen.prompt, chosen.why.value, chosen.days)


def _circumstances(vault: Vault, now: datetime, room: Room | None) -> Circumstances:
    private = preferences.read(vault)
    known = set(Theme)
    return Circumstances(
        local_day(now),
        now.time(),
        room,
        _held_back(private),
        frozenset(Theme(theme) for theme in private.left_out_themes if theme in known),
    )


def begun(vault: Vault, prompt_id: str, now: datetime) -> None:
    """Note that a page was begun with the prompt."""
    _note(vault, prompt_id, now, Happening.BEGUN)


def finished(vault: Vault, prompt_id: str, now: datetime) -> None:
    """Note that a page with the prompt was stopped or closed; it rests for 14 days."""
    _note(vault, prompt_id, now, Happening.FINISHED)


def not_today(vault: Vault, prompt_id: str, now: datetime) -> None:
    """Hide the prompt until tomorrow."""
    _note(vault, prompt_id, now, Happening.NOT_TODAY)


def _note(vault: Vault, prompt_id: str, now: datetime, what: Happening) -> None:
    prompt_events.add(vault, PromptEvent(prompt_id, local_day(now), what))


def _held_back(private: preferences.Preferences) -> frozenset[HoldBack]:
    switches = {
        HoldBack.UNSAFE_HOME: private.not_everyone_safe,
        HoldBack.BODY_FOCUS_HARD: private.body_focus_off,
        HoldBack.KINDNESS_HARD: private.kindness_hard,
    }
    return frozenset(code for code, on in switches.items() if on)


def _sets_in(folder: Path | Traversable) -> tuple[prompt_sets.SetFile, ...]:
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=_name)
    return tuple(read_set(file) for file in files)


def _unreadable(name: str, error: OSError) -> Problem:
    return Problem(name, Reason.UNREADABLE, facts={"detail": error.strerror or ""})


def _name(file: Path | Traversable) -> str:
    return file.name
