# SPDX-License-Identifier: MIT
"""All prompts to choose from, with what the person did with them; threads and ready weeks beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipnb_journal.domain.homework import Week
from ipnb_journal.domain.prompts import Happening, Theme
from ipnb_journal.domain.shelf import Shelved
from ipnb_journal.domain.threads import Thread
from ipnb_journal.services import own_prompts, prompt_marks, prompts
from ipnb_journal.services.prompts import Following
from ipnb_journal.vault import prompt_events

if TYPE_CHECKING:
    from ipnb_journal.services.prompts import Library
    from ipnb_journal.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class Shelf:
    """What there is to choose from. `following`: the thread that is followed, ended ones included."""

    prompts: tuple[Shelved, ...]
    threads: tuple[Thread, ...]
    weeks: tuple[Week, ...]
    following: Following | None

    def prompt(self, prompt_id: str) -> Shelved | None:
        """The prompt with this id, or None."""
        return next((item for item in self.prompts if item.prompt.id == prompt_id), None)


def read(vault: Vault, library: Library) -> Shelf:
    """Everything in the library and of one's own, own prompts first, then theme by theme."""
    marks, held = prompt_marks.read(vault), prompts.held_back(vault)
    own = {prompt.id for prompt in own_prompts.whole_ones(vault)}
    last = {
        event.prompt_id: event.day for event in prompt_events.each(vault) if event.what is Happening.FINISHED
    }
    order = {theme: place for place, theme in enumerate(Theme)}
    every = sorted(
        prompts.whole(vault, library).prompts,
        key=lambda prompt: (prompt.id not in own, order[prompt.theme]),
    )
    return Shelf(
        tuple(
            Shelved(
                prompt,
                own=prompt.id in own,
                favourite=prompt.id in marks.favourites,
                never=prompt.id in marks.never,
                last=last.get(prompt.id),
                held_back=not held.isdisjoint(prompt.hold_back),
            )
            for prompt in every
        ),
        library.threads,
        library.weeks,
        prompts.following(vault, library),
    )
