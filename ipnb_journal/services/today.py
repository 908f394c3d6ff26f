# SPDX-License-Identifier: MIT
"""What a person finds on opening the journal: one invitation, a page left open, what was lately."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipnb_journal.domain.days import local_day
from ipnb_journal.domain.entries import Draft
from ipnb_journal.domain.history import HistoryRow
from ipnb_journal.domain.insights import FourWeeks
from ipnb_journal.domain.people import Person
from ipnb_journal.domain.prompts import Happening
from ipnb_journal.domain.rehearsal import KeyQuestion
from ipnb_journal.services import history, insights, people, prompts, rehearsal, writing
from ipnb_journal.services.prompts import Following, Invitation
from ipnb_journal.vault import prompt_events

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from ipnb_journal.domain.safety import Room
    from ipnb_journal.services.prompts import Library
    from ipnb_journal.vault.vault import Vault

ROWS = 3


@dataclass(frozen=True, slots=True)
class TodayView:
    """What Today shows. `invitation` is None where all prompts rest, and once "not today" was said.

    `following`: the thread that is followed, while something of it is left.
    """

    invitation: Invitation | None
    following: Following | None
    left_open: Draft | None
    lately: tuple[HistoryRow, ...]
    people: tuple[Person, ...]
    four_weeks: FourWeeks | None
    about_key: KeyQuestion | None


def view(
    vault: Vault,
    library: Library,
    now: datetime,
    not_these: Collection[str] = (),
    room: Room | None = None,
) -> TodayView:
    """What to show now; `not_these`: ids of invitations passed over; `room`: what was said, kept nowhere."""
    declined = was_declined(vault, now)
    return TodayView(
        None if declined else prompts.another(vault, library, now, not_these, room),
        _left_to_follow(prompts.following(vault, library)),
        writing.unfinished(vault),
        history.lately(vault, ROWS),
        tuple(counted.person for counted in people.all_people(vault)),
        insights.four_weeks(vault, local_day(now)),
        rehearsal.to_ask(vault, local_day(now)),
    )


def was_declined(vault: Vault, now: datetime) -> bool:
    """Whether "not today" was said on this day; then nothing more is offered until tomorrow."""
    today = local_day(now)
    return any(
        event.day == today and event.what is Happening.NOT_TODAY for event in prompt_events.each(vault)
    )


def _left_to_follow(followed: Following | None) -> Following | None:
    return followed if followed is not None and followed.next is not None else None
