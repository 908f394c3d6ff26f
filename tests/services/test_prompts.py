# SPDX-License-Identifier: MIT
"""The prompts on this computer, and which one a person is offered, from the sets down to the vault."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from ipnb_journal import paths
from ipnb_journal.domain.prompts import Depth, HoldBack, Moment, Technique, Theme
from ipnb_journal.domain.threads import Thread
from ipnb_journal.errors import NotFound
from ipnb_journal.formats.problems import Reason
from ipnb_journal.services import preferences, prompts
from ipnb_journal.vault import preferences as stored
from tests.builders import a_prompt

if TYPE_CHECKING:
    from pathlib import Path

    from ipnb_journal.services.prompts import Library
    from ipnb_journal.vault.vault import Vault


@pytest.fixture(scope="module")
def shipped() -> Library:
    return prompts.library()


def write_preferences(vault: Vault, **changes: object) -> None:
    preferences.write(vault, replace(preferences.read(vault), **changes))


def of_an_evening(library: Library) -> set[str]:
    """The ids of what may be offered at a quarter past eight, when `now` is."""
    return {one.id for one in library.prompts if Moment.NIGHT in one.suits or Moment.MORNING not in one.suits}


def all_invited(vault: Vault, library: Library, now: datetime) -> list[str]:
    shown: list[str] = []
    while (invitation := prompts.another(vault, library, now, shown)) is not None:
        shown.append(invitation.prompt.id)
    return shown


def test_the_shipped_library_is_read_without_a_problem(shipped: Library) -> None:
    assert shipped.problems == ()
    assert len(shipped.prompts) >= 120
    assert (len(shipped.threads), len(shipped.weeks)) == (10, 12)


def test_a_prompt_is_found_by_its_id(shipped: Library) -> None:
    found = shipped.prompt("wor-01")
    assert found is not None
    assert found.title == "What I keep faith with"
    assert shipped.prompt("wor-99") is None


def test_a_folder_of_ones_own_with_a_broken_file(tmp_path: Path, shipped: Library) -> None:
    (tmp_path / "b.toml").write_text("format = ")
    (tmp_path / "a.toml").write_bytes((paths.prompts() / "en" / "empathy.toml").read_bytes())
    (tmp_path / "notes.txt").write_text("not a set")
    (tmp_path / "c.toml").write_bytes(b"#" * 1_000_000)
    found = prompts.library(tmp_path)
    assert [prompt.id for prompt in found.prompts] == [f"emp-{number:02}" for number in range(1, 25)]
    assert [(one.file, one.reason) for one in found.problems] == [
        ("b.toml", Reason.NOT_TOML),
        ("c.toml", Reason.TOO_BIG),
    ]


def test_a_missing_folder_or_file_is_one_problem(tmp_path: Path) -> None:
    for found in (prompts.library(tmp_path / "none"), prompts.library_of([tmp_path / "none.toml"])):
        assert found.prompts == ()
        assert [one.reason for one in found.problems] == [Reason.UNREADABLE]


def test_an_empty_journal_is_offered_something_gentle(vault: Vault, shipped: Library, now: datetime) -> None:
    invitation = prompts.invited(vault, shipped, now)
    assert invitation is not None
    assert invitation.prompt.depth is Depth.GENTLE
    assert (invitation.reason, invitation.days) == ("first", None)


def test_the_offer_stays_all_day_and_another_reaches_every_prompt(
    vault: Vault, shipped: Library, now: datetime
) -> None:
    later = now + timedelta(hours=1)
    assert prompts.invited(vault, shipped, now) == prompts.invited(vault, shipped, later)
    assert sorted(all_invited(vault, shipped, now)) == sorted(of_an_evening(shipped))


def test_late_at_night_no_deep_prompt_is_offered(vault: Vault, shipped: Library, now: datetime) -> None:
    offered = all_invited(vault, shipped, now.replace(hour=22))
    deep = {one.id for one in shipped.prompts if one.depth is Depth.DEEP}
    assert deep
    assert not deep & set(offered)


@pytest.mark.parametrize(
    ("switch", "code"),
    [
        ("not_everyone_safe", HoldBack.UNSAFE_HOME),
        ("body_focus_off", HoldBack.BODY_FOCUS_HARD),
        ("kindness_hard", HoldBack.KINDNESS_HARD),
    ],
)
def test_a_private_switch_holds_prompts_back(
    vault: Vault, shipped: Library, now: datetime, switch: str, code: HoldBack
) -> None:
    write_preferences(vault, **{switch: True})
    held = {one.id for one in shipped.prompts if code in one.hold_back}
    assert held
    assert set(all_invited(vault, shipped, now)) == of_an_evening(shipped) - held


def test_a_theme_left_out_is_not_offered_and_an_unknown_one_is_no_harm(
    vault: Vault, shipped: Library, now: datetime
) -> None:
    write_preferences(vault, left_out_themes=("boundaries", "a theme of tomorrow"))
    offered = all_invited(vault, shipped, now)
    left = [one for one in shipped.prompts if Theme.BOUNDARIES not in (one.theme, *one.also)]
    assert set(offered) == of_an_evening(shipped) & {one.id for one in left}


def test_not_today_hides_a_prompt_until_tomorrow(vault: Vault, shipped: Library, now: datetime) -> None:
    prompts.not_today(vault, "emp-01", now)
    assert "emp-01" not in all_invited(vault, shipped, now)
    assert "emp-01" in all_invited(vault, shipped, now + timedelta(days=1))


def test_a_finished_prompt_rests_for_two_weeks(vault: Vault, shipped: Library, now: datetime) -> None:
    prompts.begun(vault, "emp-01", now)
    assert "emp-01" in all_invited(vault, shipped, now)
    prompts.finished(vault, "emp-01", now)
    assert "emp-01" not in all_invited(vault, shipped, now + timedelta(days=13))
    assert "emp-01" in all_invited(vault, shipped, now + timedelta(days=14))


def test_when_all_of_them_rest_there_is_no_offer(vault: Vault, shipped: Library, now: datetime) -> None:
    for prompt in shipped.prompts:
        prompts.not_today(vault, prompt.id, now)
    assert prompts.invited(vault, shipped, now) is None
    assert vault.take_topics() == {"prompts"}


def a_thread() -> Thread:
    why = "One small thing after the other."
    ids = ("emp-01", "gone-01", "bnd-01")
    return Thread("small", "Small", why, (Technique.IF_THEN,), ids, "en", 1, "Somebody", "CC BY 4.0")


def test_a_thread_is_followed_prompt_by_prompt_from_the_day_it_was_begun(
    vault: Vault, shipped: Library, now: datetime
) -> None:
    library = replace(shipped, threads=(a_thread(),))
    prompts.finished(vault, "emp-01", now - timedelta(days=1))
    assert prompts.following(vault, library) is None
    vault.take_topics()
    begun = prompts.follow(vault, library, "small", now)
    assert vault.take_topics() == {"preferences", "prompts"}
    assert (begun.thread, begun.begun, begun.done) == (a_thread(), now.date(), frozenset())
    assert begun.next == shipped.prompt("emp-01")
    assert prompts.following(vault, library) == begun
    prompts.finished(vault, "emp-01", now)
    later = prompts.following(vault, library)
    assert later is not None and (later.done, later.next) == ({"emp-01"}, shipped.prompt("bnd-01"))
    prompts.finished(vault, "bnd-01", now + timedelta(days=3))
    end = prompts.following(vault, library)
    assert end is not None and end.next is None


def test_a_thread_is_let_go_or_gone(vault: Vault, shipped: Library, now: datetime) -> None:
    library = replace(shipped, threads=(a_thread(),))
    prompts.stop_following(vault)
    prompts.follow(vault, library, "small", now)
    assert prompts.following(vault, shipped) is None
    prompts.stop_following(vault)
    assert prompts.following(vault, library) is None
    with pytest.raises(NotFound):
        prompts.follow(vault, shipped, "small", now)


@pytest.mark.parametrize("odd", [3, ["small"], ["small", "today"], {"id": "small"}, [1, 2]])
def test_an_unusable_note_of_a_thread_counts_as_none(vault: Vault, shipped: Library, odd: object) -> None:
    stored.store(vault, {prompts.FOLLOWING: odd})
    assert prompts.following(vault, replace(shipped, threads=(a_thread(),))) is None


@pytest.mark.parametrize(
    ("switch", "code"),
    [
        ("recent_loss", HoldBack.RECENT_LOSS),
        ("recent_separation", HoldBack.RECENT_SEPARATION),
        ("lose_touch", HoldBack.DISSOCIATING),
    ],
)
def test_what_a_person_says_of_now_holds_prompts_back(
    vault: Vault, now: datetime, switch: str, code: HoldBack
) -> None:
    library = prompts.Library((a_prompt("held", hold_back=(code,)), a_prompt("free")))
    assert set(all_invited(vault, library, now)) == {"held", "free"}
    write_preferences(vault, **{switch: True})
    assert all_invited(vault, library, now) == ["free"]
