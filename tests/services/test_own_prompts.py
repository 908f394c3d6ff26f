# SPDX-License-Identifier: MIT
"""Prompts of a person's own are kept from the first word, invited once whole, and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.domain.entries import Step, Writing
from ipnb_journal.domain.own_prompts import PromptDraft, draft_of
from ipnb_journal.domain.prompts import Depth, Domain, Theme
from ipnb_journal.errors import NotFound
from ipnb_journal.services import own_prompts, prompts, session
from tests.builders import a_prompt

if TYPE_CHECKING:
    from datetime import datetime

    from ipnb_journal.services.own_prompts import OwnPrompt
    from ipnb_journal.vault.vault import Vault

WHOLE = draft_of(a_prompt(id=""))


def titles(vault: Vault) -> list[tuple[str, str]]:
    return [(own.group, own.draft.title) for own in own_prompts.all_own(vault)]


def write_with(vault: Vault, own: OwnPrompt, now: datetime) -> None:
    assert own.prompt is not None
    page = replace(session.guided_page(own.prompt, now), writing=Writing(body="Rain."))
    session.finish(vault, session.new_draft(page, Step.WRITE, now), now)


def test_one_word_is_kept_and_nothing_is_offered_of_it(vault: Vault, now: datetime) -> None:
    own = own_prompts.add(vault, PromptDraft(title="Tea"), "", now)
    assert own.prompt is None and own.problems
    assert own_prompts.all_own(vault) == (own,) == (own_prompts.one(vault, own.id),)
    assert own_prompts.whole_ones(vault) == ()
    assert vault.take_topics() == {"prompts"}


def test_a_whole_one_is_offered_opened_and_taken_up_like_any_other(vault: Vault, now: datetime) -> None:
    own = own_prompts.add(vault, WHOLE, "", now)
    assert own.prompt is not None and own.draft.id.startswith("own-")
    nothing_else = prompts.Library(())
    offered = prompts.invited(vault, nothing_else, now)
    assert offered is not None and offered.prompt == own.prompt
    assert session.approach(vault, nothing_else, own.draft.id).prompt == own.prompt
    page = replace(session.guided_page(own.prompt, now), writing=Writing(body="Rain."))
    draft = session.keep(vault, session.new_draft(page, Step.NOTICE, now), now)
    assert session.take_up(vault, nothing_else, draft.id).prompt == own.prompt


def test_none_takes_the_place_of_one_that_is_shipped(vault: Vault, now: datetime) -> None:
    own_prompts.add(vault, replace(WHOLE, id="emp-01"), "", now)
    library = prompts.library()
    assert prompts.whole(vault, library).prompts == library.prompts


def test_ids_are_unique_and_stay(vault: Vault, now: datetime) -> None:
    first = own_prompts.add(vault, replace(WHOLE, id="mine"), "", now)
    second = own_prompts.add(vault, replace(WHOLE, id="mine"), "", now)
    assert first.draft.id == "mine" != second.draft.id
    saved = own_prompts.save(vault, first.id, replace(WHOLE, id="another"), "", now)
    assert saved.draft.id == "mine"


def test_words_changed_after_a_page_was_written_are_a_new_version(vault: Vault, now: datetime) -> None:
    own = own_prompts.add(vault, WHOLE, "", now)
    changed = replace(WHOLE, lighter="Half a line.")
    assert own_prompts.save(vault, own.id, changed, "", now).draft.version == 1
    write_with(vault, own, now)
    assert own_prompts.save(vault, own.id, replace(changed, minutes=3), "", now).draft.version == 1
    later = own_prompts.save(vault, own.id, WHOLE, "", now + timedelta(days=1))
    assert (later.draft.version, later.changed_at) == (2, now + timedelta(days=1))
    assert own_prompts.save(vault, own.id, replace(WHOLE, version=1, title="x"), "", now).draft.version == 2


def test_what_was_taken_away_comes_back_where_it_stood(vault: Vault, now: datetime) -> None:
    for title in "abc":
        own_prompts.add(vault, replace(WHOLE, title=title), "Evenings", now)
    before = own_prompts.all_own(vault)
    removed = own_prompts.remove(vault, before[1].id)
    assert titles(vault) == [("Evenings", "a"), ("Evenings", "c")]
    assert own_prompts.restore(vault, removed) == before[1] == own_prompts.restore(vault, removed)
    assert own_prompts.all_own(vault) == before
    with pytest.raises(NotFound):
        own_prompts.remove(vault, 99)


def test_moving_within_a_group_and_into_another(vault: Vault, now: datetime) -> None:
    a, b, c = (own_prompts.add(vault, replace(WHOLE, title=title), "", now) for title in "abc")
    own_prompts.move(vault, c.id, 0)
    own_prompts.move(vault, a.id, 99)
    assert titles(vault) == [("", "c"), ("", "b"), ("", "a")]
    own_prompts.save(vault, c.id, c.draft, " With  Ruth\n", now)
    own_prompts.save(vault, a.id, a.draft, "With Ruth", now)
    assert titles(vault) == [("", "b"), ("With Ruth", "c"), ("With Ruth", "a")]
    assert own_prompts.groups(vault) == ("With Ruth",)
    assert [own.position for own in own_prompts.all_own(vault)] == [0, 0, 1]


def test_a_new_one_is_small_and_gentle_and_takes_after_the_last(vault: Vault, now: datetime) -> None:
    desk = own_prompts.take_up(vault, None)
    assert desk.own is None and desk.groups == ()
    assert (desk.draft.theme, desk.draft.depth, desk.draft.minutes) == (Theme.BOUNDARIES, Depth.GENTLE, 5)
    assert desk.draft.domains == (Domain.BETWEEN_US,) and desk.draft.draws_on == ()
    assert own_prompts.all_own(vault) == ()
    mine = replace(WHOLE, theme=Theme.STORY, author="R.", licence="CC BY 4.0")
    own_prompts.add(vault, mine, "Evenings", now)
    draft = own_prompts.take_up(vault, None).draft
    assert (draft.theme, draft.author, draft.licence, draft.title) == (Theme.STORY, "R.", "CC BY 4.0", "")


def test_one_to_write_on_comes_with_the_groups_there_are(vault: Vault, now: datetime) -> None:
    own = own_prompts.add(vault, WHOLE, "Evenings", now)
    assert own_prompts.take_up(vault, own.id) == own_prompts.Desk(own, own.draft, ("Evenings",))
    with pytest.raises(NotFound):
        own_prompts.take_up(vault, 99)
    assert own_prompts.look_over(own.draft)[0] == own.prompt
