# SPDX-License-Identifier: MIT
"""The prompt sets on this computer, and which prompt to offer a person now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from ipnb_journal import paths
from ipnb_journal.domain.choosing import Circumstances, choose
from ipnb_journal.domain.days import local_day
from ipnb_journal.domain.homework import Week
from ipnb_journal.domain.prompts import Happening, HoldBack, Prompt, PromptEvent, Theme
from ipnb_journal.domain.reviews import Review
from ipnb_journal.domain.threads import Thread, done_since, next_in
from ipnb_journal.errors import NotFound
from ipnb_journal.formats import prompt_sets
from ipnb_journal.formats.problems import Problem, Reason
from ipnb_journal.formats.toml_places import MOST_BYTES
from ipnb_journal.services import own_prompts, preferences, prompt_marks
from ipnb_journal.vault import preferences as stored
from ipnb_journal.vault import prompt_events

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import datetime
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from ipnb_journal.domain.safety import Room
    from ipnb_journal.vault.vault import Vault

LANGUAGE = "en"
FOLLOWING = "following"
"""The setting that holds the id of a thread and the day it was begun, or nothing: a list of texts."""


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

    def thread(self, thread_id: str) -> Thread | None:
        """The thread with this id, or None when it is not (or no longer) in the library."""
        return next((thread for thread in self.threads if thread.id == thread_id), None)


@dataclass(frozen=True, slots=True)
class Invitation:
    """A prompt offered, with the code of why this one, and the days since it was last finished."""

    prompt: Prompt
    reason: str
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Following:
    """The thread followed since a day. `next`: its first prompt not finished since, None at the end."""

    thread: Thread
    begun: date
    done: frozenset[str]
    next: Prompt | None


def library(source: Path | Traversable | None = None) -> Library:
    """Read every `*.toml` of a folder, by default the shipped English sets; no broken file hides another.

    A folder that cannot be read gives an empty library with one problem.
    """
    folder = source if source is not None else paths.prompts() / LANGUAGE
    try:
        return together(shipped_sets() if source is None else _sets_in(folder))
    except OSError as error:
        return Library((), problems=(_unreadable(folder.name, error),))


def library_of(files: Iterable[Path | Traversable], beside: Sequence[Prompt] = ()) -> Library:
    """Read these files together, as one library; their weeks may also use the prompts `beside` them."""
    return together(tuple(read_set(file, str(file)) for file in files), beside)


def shipped_sets() -> tuple[prompt_sets.SetFile, ...]:
    """The shipped English set files, read once: they don't change while the program runs."""
    return _read_once(paths.prompts() / LANGUAGE)


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


def whole(vault: Vault, library: Library) -> Library:
    """The library with a person's own whole prompts behind it; none of them takes the place of one of its."""
    shipped = {prompt.id for prompt in library.prompts}
    own = (prompt for prompt in own_prompts.whole_ones(vault) if prompt.id not in shipped)
    return replace(library, prompts=(*library.prompts, *own))


def invited(vault: Vault, library: Library, now: datetime) -> Invitation | None:
    """The prompt to offer now, the same all day until something happens with it; None when all rest."""
    return another(vault, library, now, ())


def another(
    vault: Vault, library: Library, now: datetime, not_these: Collection[str], room: Room | None = None
) -> Invitation | None:
    """A prompt to offer now other than these ids, for as much room as was said; None when there is none."""
    every = whole(vault, library)
    circumstances = _circumstances(vault, library, now, room)
    chosen = choose(every.prompts, prompt_events.each(vault), circumstances, not_these)
    return None if chosen is None else Invitation(chosen.prompt, chosen.why.value, chosen.days)


def _circumstances(vault: Vault, library: Library, now: datetime, room: Room | None) -> Circumstances:
    private, marks, known = preferences.read(vault), prompt_marks.read(vault), set(Theme)
    followed = following(vault, library)
    return Circumstances(
        local_day(now),
        now.time(),
        room,
        _held_back(private),
        frozenset(Theme(theme) for theme in private.left_out_themes if theme in known),
        marks.never,
        marks.favourites,
        followed.next.id if followed is not None and followed.next is not None else None,
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


def follow(vault: Vault, library: Library, thread_id: str, now: datetime) -> Following:
    """Follow a thread from today on, in place of another; anew from the start. Raises NotFound."""
    thread = library.thread(thread_id)
    if thread is None:
        raise NotFound(what="thread")
    _follow(vault, [thread_id, local_day(now).isoformat()])
    return _followed(vault, library, thread, local_day(now))


def stop_following(vault: Vault) -> None:
    """Follow no thread any more; nothing happens where none is followed."""
    _follow(vault, [])


def following(vault: Vault, library: Library) -> Following | None:
    """The thread that is followed; None where there is none, or where it is no longer in the library."""
    kept = stored.read_all(vault).get(FOLLOWING)
    if not isinstance(kept, list) or len(kept) != len(("id", "begun")):
        return None
    thread = library.thread(str(kept[0]))
    try:
        begun = date.fromisoformat(str(kept[1]))
    except ValueError:
        return None
    return None if thread is None else _followed(vault, library, thread, begun)


def _follow(vault: Vault, kept: list[str]) -> None:
    with vault.transaction():
        stored.store(vault, {FOLLOWING: kept})
        vault.touch("prompts")


def _followed(vault: Vault, library: Library, thread: Thread, begun: date) -> Following:
    done = done_since(thread, prompt_events.each(vault), begun)
    known = whole(vault, library)
    missing = frozenset(id_ for id_ in thread.prompts if known.prompt(id_) is None)
    coming = next_in(thread, done, missing)
    return Following(thread, begun, done, None if coming is None else known.prompt(coming))


def _note(vault: Vault, prompt_id: str, now: datetime, what: Happening) -> None:
    prompt_events.add(vault, PromptEvent(prompt_id, local_day(now), what))


def held_back(vault: Vault) -> frozenset[HoldBack]:
    """The codes that hold by the person's own private switches."""
    return _held_back(preferences.read(vault))


def _held_back(private: preferences.Preferences) -> frozenset[HoldBack]:
    switches = {
        HoldBack.UNSAFE_HOME: private.not_everyone_safe,
        HoldBack.BODY_FOCUS_HARD: private.body_focus_off,
        HoldBack.KINDNESS_HARD: private.kindness_hard,
        HoldBack.RECENT_LOSS: private.recent_loss,
        HoldBack.RECENT_SEPARATION: private.recent_separation,
        HoldBack.DISSOCIATING: private.lose_touch,
    }
    return frozenset(code for code, on in switches.items() if on)


@lru_cache(maxsize=1)
def _read_once(folder: Path | Traversable) -> tuple[prompt_sets.SetFile, ...]:
    return _sets_in(folder)


def _sets_in(folder: Path | Traversable) -> tuple[prompt_sets.SetFile, ...]:
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=_name)
    return tuple(read_set(file) for file in files)


def _unreadable(name: str, error: OSError) -> Problem:
    return Problem(name, Reason.UNREADABLE, facts={"detail": error.strerror or ""})


def _name(file: Path | Traversable) -> str:
    return file.name
