# SPDX-License-Identifier: MIT
"""Writing: words survive, blank pages leave nothing, what was changed can be had back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ipnb_journal.domain.entries import AskedPrompt, Draft, Entry, Page, Step, Writing
from ipnb_journal.errors import NotFound
from ipnb_journal.services import history, people, versions, writing

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault

PROMPT = AskedPrompt("saying-no", 1, "A small no", "When did you last say yes?")


def written(page: Page, body: str, **words: str) -> Page:
    return replace(page, writing=replace(page.writing, body=body, **words))


def type_in(vault: Vault, draft: Draft, body: str, now: datetime) -> Draft:
    return writing.autosave(vault, replace(draft, page=written(draft.page, body)), now)


def a_page_set_down(vault: Vault, body: str, now: datetime) -> Entry:
    entry = writing.set_down(vault, type_in(vault, writing.open_free(vault, now), body, now).id, now)
    assert entry is not None
    return entry


def changed(vault: Vault, entry: Entry, body: str, now: datetime) -> Entry:
    draft = type_in(vault, writing.open_for_change(vault, entry.id, now), body, now)
    after = writing.set_down(vault, draft.id, now)
    assert after is not None
    return after


def test_a_free_page_from_open_to_set_down(vault: Vault, now: datetime) -> None:
    draft = writing.open_free(vault, now)
    assert (draft.step, draft.page.about_day, draft.zone) == (Step.WRITE, now.date(), "Europe/Berlin")
    later = now + timedelta(minutes=9)
    saved = type_in(vault, draft, "Slept.", later)
    assert (saved.saved_at, saved.started_at) == (later, now)
    entry = writing.set_down(vault, draft.id, later)
    assert entry is not None
    assert (entry.page.writing.body, entry.written_at, entry.changed_at) == ("Slept.", now, later)
    assert history.entry(vault, entry.id) == entry
    assert writing.unfinished(vault) is None
    with pytest.raises(NotFound):
        writing.set_down(vault, draft.id, later)
    with pytest.raises(NotFound):
        writing.autosave(vault, saved, later)


def test_past_midnight_a_page_stays_on_the_evening_it_was_begun(vault: Vault, now: datetime) -> None:
    evening = now.replace(hour=23, minute=50)
    draft = type_in(vault, writing.open_free(vault, evening), "Late.", evening)
    entry = writing.set_down(vault, draft.id, evening + timedelta(minutes=30))
    assert entry is not None
    assert entry.page.about_day == evening.date()
    assert history.lately(vault)[0].written_later is False


def test_a_guided_page_keeps_what_was_asked(vault: Vault, now: datetime) -> None:
    draft = writing.open_guided(vault, now, PROMPT, "boundaries")
    assert draft.step == Step.SETTLE
    draft = writing.autosave(
        vault, replace(draft, step=Step.NOTICE, page=written(draft.page, "", notice="Tight")), now
    )
    found = writing.unfinished(vault)
    assert (found, found and found.step) == (draft, Step.NOTICE)
    entry = writing.set_down(vault, draft.id, now)
    assert entry is not None
    assert (entry.page.asked, entry.page.theme) == (PROMPT, "boundaries")


def test_a_blank_new_page_leaves_nothing(vault: Vault, now: datetime) -> None:
    ana = people.add(vault, "Ana").id
    draft = writing.open_guided(vault, now, PROMPT, "boundaries")
    draft = writing.autosave(vault, replace(draft, page=replace(draft.page, people=(ana,))), now)
    assert writing.unfinished(vault) is None
    assert writing.set_down(vault, draft.id, now) is None
    assert history.count(vault, history.HistoryFilter()) == 0
    with pytest.raises(NotFound):
        writing.set_down(vault, draft.id, now)


def test_a_page_emptied_is_kept_empty_with_its_words(vault: Vault, now: datetime) -> None:
    entry = a_page_set_down(vault, "All of it.", now)
    after = changed(vault, entry, "", now + timedelta(seconds=1))
    assert after.page.writing.is_blank
    (version,) = history.versions(vault, entry.id)
    assert version.writing.body == "All of it."
    assert history.count(vault, history.HistoryFilter()) == 1


def test_an_edit_that_changes_nothing_changes_nothing(vault: Vault, now: datetime) -> None:
    entry = a_page_set_down(vault, "Same.", now)
    assert changed(vault, entry, "Same.", now + timedelta(hours=1)) == entry
    assert history.versions(vault, entry.id) == ()


def test_a_change_of_people_alone_keeps_no_version(vault: Vault, now: datetime) -> None:
    ana = people.add(vault, "Ana").id
    entry = a_page_set_down(vault, "Same.", now)
    draft = writing.open_for_change(vault, entry.id, now)
    writing.autosave(vault, replace(draft, page=replace(draft.page, people=(ana,))), now)
    after = writing.set_down(vault, draft.id, now)
    assert after is not None
    assert after.page.people == (ana,)
    assert history.versions(vault, entry.id) == ()


def test_versions_are_thinned_but_never_the_first_nor_a_loss(vault: Vault, now: datetime) -> None:
    words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    entry = a_page_set_down(vault, " ".join(words), now)

    def kept() -> list[str]:
        return [version.writing.body for version in history.versions(vault, entry.id)]

    def change(minutes: int, body: str) -> None:
        changed(vault, entry, body, now + timedelta(minutes=minutes))

    change(1, " ".join([*words, "ten"]))
    assert kept() == [" ".join(words)]
    change(2, " ".join([*words, "ten", "eleven"]))
    assert len(kept()) == 1
    change(3, " ".join(words[:5]))
    assert kept()[0].endswith("eleven")
    change(12, " ".join(words[:4]))
    assert len(kept()) == 2
    change(13, " ".join(words[:3]))
    assert kept()[0] == " ".join(words[:4])
    assert kept()[-1] == " ".join(words)


def test_a_clock_set_back_does_not_lose_words(vault: Vault, now: datetime) -> None:
    entry = a_page_set_down(vault, "one two three four", now)
    changed(vault, entry, "one two three four five", now)
    changed(vault, entry, "one two three four five six", now - timedelta(days=1))
    assert len(history.versions(vault, entry.id)) == 2


def test_changes_begun_go_on(vault: Vault, now: datetime) -> None:
    entry = a_page_set_down(vault, "First.", now)
    draft = type_in(vault, writing.open_for_change(vault, entry.id, now), "Second.", now)
    assert writing.open_for_change(vault, entry.id, now + timedelta(days=1)) == draft
    assert writing.unfinished(vault) == draft
    writing.put_back(vault, draft.id)
    assert history.entry(vault, entry.id) == entry
    assert writing.unfinished(vault) is None
    with pytest.raises(NotFound):
        writing.open_for_change(vault, 99, now)


def test_an_open_page_is_taken_up_again(vault: Vault, now: datetime) -> None:
    draft = type_in(vault, writing.open_free(vault, now), "Half a", now)
    assert writing.open_again(vault, draft.id) == draft


def test_the_unfinished_page_is_the_one_saved_last(vault: Vault, now: datetime) -> None:
    first, second = writing.open_free(vault, now), writing.open_free(vault, now)
    type_in(vault, second, "b", now + timedelta(minutes=1))
    saved = type_in(vault, first, "a", now + timedelta(minutes=2))
    writing.open_free(vault, now + timedelta(minutes=3))
    assert writing.unfinished(vault) == saved


def test_an_edit_without_a_change_or_in_the_drawer_is_not_unfinished(vault: Vault, now: datetime) -> None:
    entry = a_page_set_down(vault, "First.", now)
    draft = writing.open_for_change(vault, entry.id, now)
    assert writing.unfinished(vault) is None
    type_in(vault, draft, "Second.", now)
    history.move_to_drawer(vault, entry.id, now)
    assert writing.unfinished(vault) is None


def seconds(count: float) -> timedelta:
    return timedelta(seconds=count)


def test_time_is_counted_from_one_saving_to_the_next(vault: Vault, now: datetime) -> None:
    draft = writing.open_free(vault, now)
    for at, counted in ((5.9, 5), (65, 64), (4000, 184), (4001, 185)):
        # whoever saves may hold an older state of the page: the row knows
        saved = type_in(vault, draft, f"{at}", now + seconds(at))
        assert saved.writing_seconds == counted
        assert writing.open_again(vault, draft.id) == saved
    entry = writing.set_down(vault, draft.id, now + seconds(9000))
    assert entry is not None
    assert entry.writing_seconds == history.entry(vault, entry.id).writing_seconds == 185


def test_changing_a_page_adds_to_what_it_has(vault: Vault, now: datetime) -> None:
    entry = a_page_set_down(vault, "First.", now)
    assert entry.writing_seconds == 0
    for number, total in ((1, 30), (2, 60)):
        draft = writing.open_for_change(vault, entry.id, now)
        type_in(vault, draft, f"Change {number}.", now + seconds(30))
        after = writing.set_down(vault, draft.id, now + seconds(90))
        assert after is not None
        assert after == history.entry(vault, entry.id)
        assert after.writing_seconds == total


def test_a_clock_set_back_adds_nothing(vault: Vault, now: datetime) -> None:
    draft = type_in(vault, writing.open_free(vault, now), "One", now + seconds(20))
    draft = type_in(vault, draft, "One two", now - timedelta(days=1))
    assert draft.writing_seconds == 20
    assert type_in(vault, draft, "One two three", now - timedelta(days=1) + seconds(7)).writing_seconds == 27


def test_another_time_zone_adds_nothing(vault: Vault, now: datetime) -> None:
    draft = type_in(vault, writing.open_free(vault, now), "One", now + seconds(20))
    there = (now + seconds(30)).astimezone(ZoneInfo("America/New_York"))
    assert type_in(vault, draft, "One two", there).writing_seconds == 30


def test_earlier_words_and_words_put_back_count_no_time(vault: Vault, now: datetime) -> None:
    entry = a_page_set_down(vault, "First.", now)
    draft = type_in(vault, writing.open_for_change(vault, entry.id, now), "Second.", now + seconds(40))
    writing.set_down(vault, draft.id, now + seconds(40))
    [version] = history.versions(vault, entry.id)
    done = versions.bring_back(vault, version.id, now + seconds(400))
    assert done is not None
    assert history.entry(vault, entry.id).writing_seconds == 40
    versions.undo(vault, done, now + seconds(500))
    draft = type_in(vault, writing.open_for_change(vault, entry.id, now), "Third.", now + seconds(90))
    writing.put_back(vault, draft.id)
    assert history.entry(vault, entry.id).writing_seconds == 40


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.lists(st.floats(-500, 500), max_size=8))
def test_no_pause_counts_for_more_than_two_minutes(vault: Vault, now: datetime, pauses: list[float]) -> None:
    draft = writing.open_free(vault, now)
    for pause in pauses:
        now += seconds(pause)
        draft = type_in(vault, draft, "Words", now)
    assert draft.writing_seconds == sum(int(min(120, max(0, round(pause, 6)))) for pause in pauses)


def test_opening_and_saving_touch_only_drafts(vault: Vault, now: datetime) -> None:
    draft = type_in(vault, writing.open_free(vault, now), "Words", now)
    assert vault.take_topics() == {"drafts"}
    writing.set_down(vault, draft.id, now)
    assert vault.take_topics() == {"drafts", "entries"}


texts = st.text(st.sampled_from("ab \n"), max_size=12)
edits = st.lists(
    st.tuples(st.builds(Writing, title=texts, body=texts, connect=texts), st.integers(0, 900)), max_size=6
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.text("xyz ", min_size=1, max_size=20).filter(str.strip), edits)
def test_whatever_is_changed_the_first_words_and_the_last_are_there(
    vault: Vault, now: datetime, first: str, changes: list[tuple[Writing, int]]
) -> None:
    entry = a_page_set_down(vault, first, now)
    for words, seconds in changes:
        now += timedelta(seconds=seconds)
        draft = writing.open_for_change(vault, entry.id, now)
        writing.autosave(vault, replace(draft, page=replace(draft.page, writing=words)), now)
        after = writing.set_down(vault, draft.id, now)
        assert after is not None
        assert after.page.writing == words
        assert history.entry(vault, entry.id) == after
        kept = history.versions(vault, entry.id)
        if any(change != entry.page.writing for change, _ in changes[:1]):
            assert kept[-1].writing == entry.page.writing
        assert [version.kept_at for version in kept] == sorted((v.kept_at for v in kept), reverse=True)
    assert writing.unfinished(vault) is None
