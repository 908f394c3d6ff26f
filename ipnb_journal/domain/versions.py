# SPDX-License-Identifier: MIT
"""Earlier words of a page: when they are worth keeping, and which of them stay as time passes."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ipnb_journal.domain.entries import Version, Writing

BETWEEN_VERSIONS = timedelta(minutes=10)
ALL_KEPT = timedelta(days=1)
DAILY_KEPT = timedelta(days=31)


def worth_keeping(last_kept_at: datetime | None, former: Writing, new: Writing, now: datetime) -> bool:
    """Whether the `former` words of a page are kept as a version when it gets `new` ones.

    Not where some were kept in the last ten minutes, unless a third of the words goes.
    """
    lately = last_kept_at is not None and timedelta(0) <= now - last_kept_at < BETWEEN_VERSIONS
    return not lately or removes_a_third(former, new)


def removes_a_third(former: Writing, new: Writing) -> bool:
    """Whether a third or more of the `former` words are not among the `new` ones."""
    before, after = _words(former), _words(new)
    return bool(before) and 3 * (before - after).total() >= before.total()


def thinned(versions: Iterable[Version], present: Writing, now: datetime) -> frozenset[int]:
    """The ids of the versions of one page that stay; `present` are the words it has now.

    All of the last day (and of a clock that was ahead), the last of each day for a month, the last of each
    month for ever; always the first and the newest; and any whose next words, of those that stay, lack a
    third of them.
    """
    ordered = sorted(versions, key=lambda version: version.id)
    kept: set[int] = set()
    taken: set[tuple[str, date]] = set()
    following = present
    for number, version in reversed(list(enumerate(ordered))):
        span = _span(version.kept_at, now)
        ends = number in (0, len(ordered) - 1)
        if ends or span is None or span not in taken or removes_a_third(version.writing, following):
            kept.add(version.id)
            following = version.writing
            if span is not None:
                taken.add(span)
    return frozenset(kept)


def _span(kept_at: datetime, now: datetime) -> tuple[str, date] | None:
    """The day or month of which one version stays, None where all of them do."""
    age = now - kept_at
    if age < ALL_KEPT:
        return None
    day = kept_at.date()
    return ("day", day) if age < DAILY_KEPT else ("month", day.replace(day=1))


def _words(writing: Writing) -> Counter[str]:
    texts = (writing.title, *writing.noticed, writing.notice, writing.body, writing.connect, writing.takeaway)
    return Counter(" ".join(texts).split())
