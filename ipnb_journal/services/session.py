# SPDX-License-Identifier: MIT
"""A sitting at a page, guided or free: what it opens with, how it is kept, and how it ends.

A page is in the vault only once something was typed or picked: until then its draft has `NOT_YET`
for an id, so that looking at a prompt and leaving again leaves nothing behind.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ipnb_journal.domain.checkins import Circles
from ipnb_journal.domain.days import local_day, zone_name
from ipnb_journal.domain.entries import AskedPrompt, Draft, EntryKind, Page, Step, own_words
from ipnb_journal.domain.people import Person
from ipnb_journal.domain.prompts import Prompt
from ipnb_journal.domain.safety import too_much_run
from ipnb_journal.errors import NotFound
from ipnb_journal.services import checkins, people, preferences, prompts, writing
from ipnb_journal.services.preferences import Preferences
from ipnb_journal.vault import earlier
from ipnb_journal.vault import preferences as stored

if TYPE_CHECKING:
    from datetime import datetime

    from ipnb_journal.domain.entries import Entry
    from ipnb_journal.domain.safety import Leaving
    from ipnb_journal.services.prompts import Library
    from ipnb_journal.vault.vault import Vault

NOT_YET = 0
LOOKED_THROUGH, LOCATIONS = 60, 6
_RUN = "too_much_run"


@dataclass(frozen=True, slots=True)
class Sitting:
    """What a page needs to be shown.

    `prompt` is None for a free page, and where a page's prompt is no longer in the library; `draft` is
    None before a guided page is begun. `too_much_run`: how many pages in a row were left as "too much".
    `own_words`, `locations`: what was noticed in the person's own words lately, and where pages belonged.
    """

    prompt: Prompt | None
    draft: Draft | None
    preferences: Preferences
    people: tuple[Person, ...]
    too_much_run: int
    own_words: tuple[str, ...] = ()
    locations: tuple[str, ...] = ()


def approach(vault: Vault, library: Library, prompt_id: str) -> Sitting:
    """What to show before a guided page is begun. Raises NotFound where there is no such prompt."""
    prompt = prompts.whole(vault, library).prompt(prompt_id)
    if prompt is None:
        raise NotFound(what="prompt")
    return _sitting(vault, prompt, None)


def take_up(vault: Vault, library: Library, draft_id: int, now: datetime | None = None) -> Sitting:
    """An open page with its prompt, to go on where it was left `now`. Raises NotFound."""
    draft = replace(writing.open_again(vault, draft_id), taken_up_at=now)
    asked = draft.page.asked
    return _sitting(vault, prompts.whole(vault, library).prompt(asked.id) if asked else None, draft)


def open_free(vault: Vault, now: datetime, person_id: int | None = None) -> Sitting:
    """A free page: the one that was left open, else a new one; with `person_id` a new one about them."""
    if person_id is not None:
        page = Page(EntryKind.FREE, local_day(now), people=(person_id,))
        return _sitting(vault, None, new_draft(page, Step.WRITE, now))
    left = writing.unfinished(vault)
    if left is None or left.page.kind is not EntryKind.FREE or left.entry_id is not None:
        left = new_draft(Page(EntryKind.FREE, local_day(now)), Step.WRITE, now)
    return _sitting(vault, None, replace(left, taken_up_at=now))


def open_entry(vault: Vault, entry_id: int, now: datetime) -> Sitting:
    """A page that was set down, opened to change it. Raises NotFound."""
    return _sitting(vault, None, replace(writing.open_for_change(vault, entry_id, now), taken_up_at=now))


def new_draft(page: Page, step: Step, now: datetime) -> Draft:
    """A draft that is not in the vault yet."""
    return Draft(NOT_YET, None, page, step, now, now, zone_name(now))


def guided_page(prompt: Prompt, now: datetime, *, lighter: bool = False) -> Page:
    """An empty page that answers the prompt, in its whole or its lighter version."""
    theme = prompt.theme.value
    return Page(EntryKind.GUIDED, local_day(now), asked=asked(prompt, lighter=lighter), theme=theme)


def asked(prompt: Prompt, *, lighter: bool) -> AskedPrompt:
    """The prompt as it is asked now."""
    text = prompt.lighter if lighter else prompt.steps[Step.WRITE]
    return AskedPrompt(prompt.id, prompt.version, prompt.title, text, lighter)


def keep(vault: Vault, draft: Draft, now: datetime) -> Draft:
    """Save an open page; the first time, open it in the vault and note that its prompt was begun."""
    with vault.transaction():
        if draft.id == NOT_YET:
            opened = _open(vault, draft.page, now)
            draft = replace(opened, page=draft.page, step=draft.step, circles=draft.circles)
        return writing.autosave(vault, draft, now)


def finish(
    vault: Vault, draft: Draft, now: datetime, *, changed: bool = True, leaving: Leaving | None = None
) -> Entry | None:
    """Set the page down; stopping anywhere counts as finished. None where nothing was written.

    `changed`: save the draft first. Circles that were placed become a check-in of the page, or one that
    stands alone where nothing was written; about its person when it names exactly one. How a page was left
    is kept nowhere; only how often in a row it was "too much" is.
    """
    with vault.transaction():
        draft = keep(vault, draft, now) if changed else draft
        entry = None if draft.id == NOT_YET else writing.set_down(vault, draft.id, now)
        _keep_circles(vault, draft, entry, now)
        if draft.page.asked is not None and draft.entry_id is None:
            prompts.finished(vault, draft.page.asked.id, now)
        if leaving is not None:
            leave(vault, leaving)
    return entry


def leave(vault: Vault, leaving: Leaving) -> None:
    """Note how a page was left, only in how often in a row it was "too much"."""
    stored.store(vault, {_RUN: too_much_run(_run(vault), leaving)})


def write_on(vault: Vault, entry: Entry | None, draft: Draft, now: datetime) -> Entry | None:
    """Set a page down once more, with what was typed while it was being set down as `entry`.

    Its circles were kept then, and are not kept again.
    """
    if entry is None:
        return finish(vault, replace(draft, circles=None), now)
    with vault.transaction():
        opened = writing.open_for_change(vault, entry.id, now)
        writing.autosave(vault, replace(opened, page=draft.page), now)
        return writing.set_down(vault, opened.id, now)


def put_back(vault: Vault, draft: Draft) -> None:
    """Close an open page and forget what was changed since it was opened."""
    if draft.id != NOT_YET:
        writing.put_back(vault, draft.id)


def _keep_circles(vault: Vault, draft: Draft, entry: Entry | None, now: datetime) -> None:
    if draft.circles is None or draft.circles == Circles():
        return
    named = draft.page.people
    checkins.save_circles(
        vault,
        draft.circles,
        now,
        named[0] if len(named) == 1 else None,
        None if entry is None else entry.id,
        day=draft.page.about_day,
    )


def _open(vault: Vault, page: Page, now: datetime) -> Draft:
    if page.asked is None:
        return writing.open_free(vault, now)
    prompts.begun(vault, page.asked.id, now)
    return writing.open_guided(vault, now, page.asked, page.theme or "")


def _sitting(vault: Vault, prompt: Prompt | None, draft: Draft | None) -> Sitting:
    known = tuple(counted.person for counted in people.all_people(vault))
    return Sitting(
        prompt,
        draft,
        preferences.read(vault),
        known,
        _run(vault),
        own_words(earlier.notices(vault, LOOKED_THROUGH)),
        earlier.locations(vault, LOCATIONS),
    )


def _run(vault: Vault) -> int:
    value = stored.read_all(vault).get(_RUN)
    return value if isinstance(value, int) and not isinstance(value, bool) else 0
