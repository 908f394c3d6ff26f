# SPDX-License-Identifier: MIT
"""A person's own prompts, whole or still being written: keep them, order them, take them back."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from ipnb_journal.domain.own_prompts import KeptPrompt, PromptDraft
from ipnb_journal.domain.prompts import Depth, Domain, Prompt, Theme
from ipnb_journal.formats.own_prompts import check
from ipnb_journal.formats.own_prompts import look_over as look_over
from ipnb_journal.formats.problems import Problem
from ipnb_journal.vault import own_prompts

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class OwnPrompt:
    """One of a person's own. `position` counts from 0 within its group, "" for none.

    `prompt` is None while it can't be opened yet; `problems` says why, and holds hints too.
    """

    id: int
    group: str
    draft: PromptDraft
    prompt: Prompt | None
    problems: tuple[Problem, ...]
    changed_at: datetime
    made_at: datetime
    position: int


USUAL_MINUTES = 5


@dataclass(frozen=True, slots=True)
class Desk:
    """A prompt to write on, with the names of the groups there are. `own` is None for a new one."""

    own: OwnPrompt | None
    draft: PromptDraft
    groups: tuple[str, ...]


def take_up(vault: Vault, own_id: int | None) -> Desk:
    """The one with this number to write on, or a new one that is not kept yet. Raises NotFound.

    A new one is small and gentle, and has theme, author and licence from the one made last.
    """
    if own_id is not None:
        own = one(vault, own_id)
        return Desk(own, own.draft, groups(vault))
    last = max(own_prompts.each(vault), key=lambda kept: (kept.made_at, kept.id), default=None)
    before = PromptDraft() if last is None else last.draft
    draft = PromptDraft(
        theme=before.theme or Theme.BOUNDARIES,
        domains=(Domain.BETWEEN_US,),
        depth=Depth.GENTLE,
        minutes=USUAL_MINUTES,
        author=before.author,
        licence=before.licence,
    )
    return Desk(None, draft, groups(vault))


def all_own(vault: Vault) -> tuple[OwnPrompt, ...]:
    """All of them by group and place, those in no group first."""
    return tuple(map(_checked, own_prompts.each(vault)))


def one(vault: Vault, own_id: int) -> OwnPrompt:
    """The one with this number. Raises NotFound."""
    return _checked(own_prompts.one(vault, own_id))


def whole_ones(vault: Vault) -> tuple[Prompt, ...]:
    """The prompts among them that can be opened, in their order."""
    found = (check(kept.draft)[0] for kept in own_prompts.each(vault, complete_only=True))
    return tuple(prompt for prompt in found if prompt is not None)


def add(vault: Vault, draft: PromptDraft, group: str, now: datetime) -> OwnPrompt:
    """Keep a new one at the end of its group.

    Its id is made here, unless the draft has one that is free.
    """
    with vault.transaction():
        draft = replace(draft, id=_free_id(vault, draft.id))
        kept = own_prompts.add(vault, _kept(KeptPrompt(0, group, own_prompts.LAST, draft, False, now, now)))
    return _checked(kept)


def save(vault: Vault, own_id: int, draft: PromptDraft, group: str, now: datetime) -> OwnPrompt:
    """Keep what it holds now; the id stays what it was. Raises NotFound.

    When its words change after a page was written with them, its version is raised by one.
    """
    with vault.transaction():
        before = own_prompts.one(vault, own_id)
        former = before.draft
        draft = replace(draft, id=former.id, version=max(former.version, draft.version))
        if draft.words != former.words and own_prompts.is_answered(vault, former):
            draft = replace(draft, version=max(former.version + 1, draft.version))
        kept = own_prompts.save(vault, _kept(replace(before, draft=draft, group=group, changed_at=now)))
    return _checked(kept)


def move(vault: Vault, own_id: int, position: int) -> None:
    """Put one at a place within its group, counted from 0; beyond the end is last. Raises NotFound."""
    own_prompts.move(vault, own_id, position)


def remove(vault: Vault, own_id: int) -> OwnPrompt:
    """Take one away; what is returned brings it back by `restore`. Raises NotFound."""
    return _checked(own_prompts.remove(vault, own_id))


def restore(vault: Vault, own: OwnPrompt) -> OwnPrompt:
    """Bring back one that was taken away, where it stood; one that is still there stays as it is."""
    with vault.transaction():
        here = next((kept for kept in own_prompts.each(vault) if kept.draft.id == own.draft.id), None)
        if here is not None:
            return _checked(here)
        whole = own.prompt is not None
        kept = KeptPrompt(own.id, own.group, own.position, own.draft, whole, own.made_at, own.changed_at)
        return _checked(own_prompts.add(vault, kept))


def groups(vault: Vault) -> tuple[str, ...]:
    """The names of the groups, in their order; no group is not among them."""
    return own_prompts.groups(vault)


def _kept(kept: KeptPrompt) -> KeptPrompt:
    return replace(kept, complete=check(kept.draft)[0] is not None)


def _checked(kept: KeptPrompt) -> OwnPrompt:
    prompt, problems = check(kept.draft)
    return OwnPrompt(
        kept.id, kept.group, kept.draft, prompt, problems, kept.changed_at, kept.made_at, kept.position
    )


def _free_id(vault: Vault, wanted: str) -> str:
    taken = {kept.draft.id for kept in own_prompts.each(vault)}
    found = wanted
    while not found or found in taken:
        found = f"own-{secrets.token_hex(4)}"
    return found
