# SPDX-License-Identifier: MIT
"""What a person said of a prompt once and for all: a favourite, or never again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PromptMark:
    """One of the two about one prompt, or neither; never both."""

    prompt_id: str
    favourite: bool = False
    never: bool = False


@dataclass(frozen=True, slots=True)
class Marks:
    """The ids of the prompts that are favourites, and of those never to be offered."""

    favourites: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
