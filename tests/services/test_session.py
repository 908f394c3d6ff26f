# SPDX-License-Identifier: MIT
"""A sitting: nothing is kept before something is written, and stopping anywhere counts as finished."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.domain.checkins import Circles, Method
from ipnb_journal.domain.entries import EntryKind, Page, Step, Writing
from ipnb_journal.domain.prompts import Happening
from ipnb_journal.domain.safety import Leaving
from ipnb_journal.errors import NotFound
from ipnb_journal.services import history, people, prompts, session, writing
from ipnb_journal.vault import checkins, prompt_events, remains

if TYPE_CHECKING:
    from datetime import datetime

    from ipnb_journal.domain.entries import Draft
    from ipnb_journal.services.prompts import Library
    from ipnb_journal.vault.vault import Vault

CIRCLES = Circles(closeness=40.0, edge_me=12.5, bridge=0.0)


@pytest.fixture(scope="module")
def library() -> Library:
    return prompts.library()


def begun(library: Library, now: datetime, prompt_id: str = "emp-01", body: str = "Rain.") -> Draft:
    prompt = library.prompt(prompt_id)
    assert prompt is not None
    page = session.guided_page(prompt, now)
    return session.new_draft(replace(page, writing=Writing(body=body)), Step.WRITE, now)


def happened(vault: Vault) -> list[Happening]:
    return [event.what for event in prompt_events.each(vault)]


def test_a_prompt_is_begun_with_the_first_words_and_once_only(
    vault: Vault, library: Library, now: datetime
) -> None:
    kept = session.keep(vault, begun(library, now), now)
    again = session.keep(vault, replace(kept, step=Step.CONNECT), now)
    assert kept.id == again.id != session.NOT_YET
    assert happened(vault) == [Happening.BEGUN]
    taken = session.take_up(vault, library, kept.id)
    assert taken.draft == again
    assert taken.prompt is not None and taken.prompt.id == "emp-01"


def test_finishing_keeps_the_page_and_rests_the_prompt(vault: Vault, library: Library, now: datetime) -> None:
    entry = session.finish(vault, begun(library, now), now)
    assert entry is not None and history.entry(vault, entry.id).page.asked is not None
    assert happened(vault) == [Happening.BEGUN, Happening.FINISHED]
    assert writing.unfinished(vault) is None


def test_stopping_without_a_word_keeps_no_page_but_counts_as_finished(
    vault: Vault, library: Library, now: datetime
) -> None:
    assert session.finish(vault, begun(library, now, body=""), now, changed=False) is None
    assert happened(vault) == [Happening.FINISHED]
    assert history.lately(vault) == ()


def test_how_a_page_was_left_is_kept_only_as_a_run(vault: Vault, library: Library, now: datetime) -> None:
    for leaving, run in (
        (Leaving.TOO_MUCH, 1),
        (None, 1),
        (Leaving.TOO_MUCH, 2),
        (Leaving.TOO_MUCH, 3),
        (Leaving.LIGHTER, 0),
    ):
        session.finish(vault, begun(library, now), now, leaving=leaving)
        assert session.approach(vault, library, "emp-01").too_much_run == run


def test_a_prompt_that_is_gone_is_said_so(vault: Vault, library: Library, now: datetime) -> None:
    with pytest.raises(NotFound):
        session.approach(vault, library, "nowhere-99")
    draft = begun(library, now)
    assert draft.page.asked is not None
    elsewhere = replace(draft, page=replace(draft.page, asked=replace(draft.page.asked, id="gone-1")))
    kept = session.keep(vault, elsewhere, now)
    assert session.take_up(vault, library, kept.id).prompt is None


def test_a_free_page_that_was_left_open_is_taken_up_again(vault: Vault, now: datetime) -> None:
    fresh = session.open_free(vault, now).draft
    assert fresh is not None and fresh.id == session.NOT_YET
    page = replace(fresh.page, writing=Writing(body="Half a thought"))
    kept = session.keep(vault, replace(fresh, page=page), now)
    again = session.open_free(vault, now).draft
    assert again == kept


def test_a_free_page_about_somebody_is_always_a_new_one(vault: Vault, now: datetime) -> None:
    left = session.open_free(vault, now).draft
    assert left is not None
    session.keep(vault, replace(left, page=replace(left.page, writing=Writing(body="Half a thought"))), now)
    ana = people.add(vault, "Ana").id
    fresh = session.open_free(vault, now, ana).draft
    assert fresh is not None
    assert (fresh.id, fresh.page.people, fresh.page.writing) == (session.NOT_YET, (ana,), Writing())


def test_changing_a_page_is_no_new_free_page(vault: Vault, now: datetime) -> None:
    page = Page(EntryKind.FREE, now.date(), Writing(body="As it was"))
    entry = session.finish(vault, session.new_draft(page, Step.WRITE, now), now)
    assert entry is not None
    draft = session.open_entry(vault, entry.id, now).draft
    assert draft is not None
    session.keep(vault, replace(draft, page=replace(page, writing=Writing(body="Otherwise"))), now)
    fresh = session.open_free(vault, now).draft
    assert fresh is not None and fresh.id == session.NOT_YET


def test_putting_back_leaves_the_page_as_it_was(vault: Vault, now: datetime) -> None:
    page = Page(EntryKind.FREE, now.date(), Writing(body="As it was"))
    entry = session.finish(vault, session.new_draft(page, Step.WRITE, now), now)
    assert entry is not None
    draft = session.open_entry(vault, entry.id, now).draft
    assert draft is not None
    kept = session.keep(vault, replace(draft, page=replace(page, writing=Writing())), now)
    session.put_back(vault, kept)
    assert history.entry(vault, entry.id).page.writing.body == "As it was"
    assert writing.unfinished(vault) is None
    session.put_back(vault, session.new_draft(page, Step.WRITE, now))


@pytest.mark.parametrize("step", Step)
def test_a_page_left_at_any_step_comes_back_whole(
    vault: Vault, library: Library, now: datetime, step: Step
) -> None:
    prompt = library.prompt("bnd-03")
    assert prompt is not None
    ana = people.add(vault, "Ana")
    page = replace(
        session.guided_page(prompt, now, lighter=True),
        writing=Writing("T", ("warm hands",), "n", "b", "c", "t"),
        people=(ana.id,),
        tags=("sea",),
        location="kitchen",
        rest=True,
    )
    draft = replace(session.new_draft(page, step, now), circles=CIRCLES)
    kept = session.keep(vault, draft, now)
    taken = session.take_up(vault, library, kept.id)
    assert taken.draft == replace(draft, id=kept.id)
    assert taken.prompt == prompt


def test_circles_become_a_check_in_of_the_page_about_the_one_person_it_names(
    vault: Vault, library: Library, now: datetime
) -> None:
    ana, ben = (people.add(vault, name) for name in ("Ana", "Ben"))
    for named, about in (((ana.id,), ana.id), ((ana.id, ben.id), None), ((), None)):
        draft = replace(begun(library, now, "bnd-03"), circles=CIRCLES)
        draft = replace(draft, page=replace(draft.page, people=named))
        entry = session.finish(vault, draft, now)
        assert entry is not None
        *_, given = checkins.each(vault)
        assert (given.entry_id, given.person_id, given.method) == (entry.id, about, Method.CIRCLES)
        assert (given.circles, given.day, given.answers) == (CIRCLES, draft.page.about_day, {})
    session.write_on(vault, entry, draft, now)
    assert checkins.count(vault) == 3


def test_circles_alone_are_kept_alone(vault: Vault, library: Library, now: datetime) -> None:
    draft = session.keep(vault, replace(begun(library, now, body=""), circles=CIRCLES), now)
    assert writing.unfinished(vault) == draft
    assert session.finish(vault, draft, now, changed=False) is None
    (given,) = checkins.each(vault)
    assert (given.entry_id, given.circles) == (None, CIRCLES)
    session.finish(vault, replace(begun(library, now), circles=Circles()), now)
    assert checkins.count(vault) == 1


def test_where_a_blank_page_belonged_is_swept(vault: Vault, library: Library, now: datetime) -> None:
    draft = begun(library, now, body="")
    session.finish(vault, replace(draft, page=replace(draft.page, location="kitchen")), now)
    assert remains.are_due(vault)


def test_time_between_two_sittings_is_not_counted(vault: Vault, library: Library, now: datetime) -> None:
    kept = session.keep(vault, begun(library, now), now)
    next_day = now + timedelta(days=1)
    taken = session.take_up(vault, library, kept.id, next_day).draft
    assert taken == kept
    for at, counted in ((3, 3), (10, 10)):
        assert session.keep(vault, taken, next_day + timedelta(seconds=at)).writing_seconds == counted
    assert session.keep(vault, kept, next_day + timedelta(days=1)).writing_seconds == 130


def test_a_free_page_and_a_change_go_on_from_now(vault: Vault, now: datetime) -> None:
    free = session.open_free(vault, now).draft
    assert free is not None
    session.keep(vault, replace(free, page=replace(free.page, writing=Writing(body="Rain."))), now)
    later = now + timedelta(hours=1)
    again = session.open_free(vault, later).draft
    assert again is not None
    assert session.keep(vault, again, later + timedelta(seconds=4)).writing_seconds == 4
    entry = session.finish(vault, again, later + timedelta(seconds=9))
    assert entry is not None
    assert entry.writing_seconds == 9
    session.open_entry(vault, entry.id, later)
    change = session.open_entry(vault, entry.id, later + timedelta(hours=1)).draft
    assert change is not None
    saved = session.keep(vault, change, later + timedelta(hours=1, seconds=6))
    assert saved.writing_seconds == 6
