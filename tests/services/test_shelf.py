# SPDX-License-Identifier: MIT
"""All there is to choose from, with what the person did with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ipnb_journal.domain.prompts import HoldBack
from ipnb_journal.domain.threads import Thread
from ipnb_journal.services import own_prompts, preferences, prompt_marks, prompts, shelf

if TYPE_CHECKING:
    from datetime import datetime

    from ipnb_journal.vault.vault import Vault

LIBRARY = prompts.library()


def test_every_prompt_stands_there_with_its_marks_and_the_day_it_was_last_written(
    vault: Vault, now: datetime
) -> None:
    prompt_marks.set_favourite(vault, "emp-01", True)
    prompt_marks.set_never(vault, "emp-02", True)
    prompts.begun(vault, "emp-03", now)
    prompts.finished(vault, "emp-04", now)
    found = shelf.read(vault, LIBRARY)
    assert {item.prompt.id for item in found.prompts} == {prompt.id for prompt in LIBRARY.prompts}
    told = {item.prompt.id: (item.favourite, item.never, item.last) for item in found.prompts}
    assert told["emp-01"] == (True, False, None)
    assert told["emp-02"] == (False, True, None)
    assert told["emp-03"] == (False, False, None)
    assert told["emp-04"] == (False, False, now.date())


def test_what_is_held_back_by_a_switch_is_there_and_says_so(vault: Vault) -> None:
    preferences.write(vault, replace(preferences.read(vault), kindness_hard=True))
    for item in shelf.read(vault, LIBRARY).prompts:
        assert item.held_back is (HoldBack.KINDNESS_HARD in item.prompt.hold_back)


def test_the_thread_followed_and_ones_own_come_along(vault: Vault, now: datetime) -> None:
    thread = Thread("t", "T", "Why.", (), ("emp-01", "emp-02"), "en", 1, "us", "CC BY 4.0")
    library = replace(LIBRARY, threads=(thread,))
    prompts.follow(vault, library, "t", now)
    found = shelf.read(vault, library)
    assert found.following is not None
    assert (found.following.thread, found.threads, found.weeks) == (thread, (thread,), LIBRARY.weeks)
    assert found.prompt("emp-01") is not None
    assert found.prompt("zzz") is None
    assert own_prompts.all_own(vault) == ()
