# SPDX-License-Identifier: MIT
"""Threads: a few prompts in an order that means something, and how far along one a person is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipnb_journal.domain.prompts import Happening, Technique

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ipnb_journal.domain.prompts import PromptEvent


@dataclass(frozen=True, slots=True)
class Thread:
    """A short course of 2 to 9 prompts. `why`: its reason in one plain paragraph; `prompts`: ids in order."""

    id: str
    title: str
    why: str
    draws_on: tuple[Technique, ...]
    prompts: tuple[str, ...]
    lang: str
    version: int
    author: str
    licence: str


def done_since(thread: Thread, history: Sequence[PromptEvent], begun: date) -> frozenset[str]:
    """The ids of its prompts that were finished on the day it was begun or later."""
    return frozenset(
        event.prompt_id
        for event in history
        if event.what is Happening.FINISHED and event.day >= begun and event.prompt_id in thread.prompts
    )


def next_in(thread: Thread, done: frozenset[str], not_these: frozenset[str] = frozenset()) -> str | None:
    """The id of the first prompt that is neither done nor among `not_these`; None at the end."""
    return next((id_ for id_ in thread.prompts if id_ not in done and id_ not in not_these), None)
