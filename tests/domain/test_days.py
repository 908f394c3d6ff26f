# SPDX-License-Identifier: MIT
"""A moment belongs to the day its writer lived, in a zone that can be read back."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from ipnb_journal.domain.days import local_day, zone_name


def test_the_day_is_the_writers_own() -> None:
    just_after_midnight = datetime(2026, 3, 13, 0, 5, tzinfo=ZoneInfo("Europe/Berlin"))
    assert just_after_midnight.astimezone(UTC).date() == date(2026, 3, 12)
    assert local_day(just_after_midnight) == date(2026, 3, 13)


@pytest.mark.parametrize(
    ("zone", "name"),
    [
        (ZoneInfo("America/St_Johns"), "America/St_Johns"),
        (UTC, "+00:00"),
        (timezone(timedelta(hours=-3, minutes=-30)), "-03:30"),
        (timezone(timedelta(hours=5, minutes=45), "NPT"), "+05:45"),
        (None, "+00:00"),
    ],
)
def test_a_zone_is_named_or_told_by_its_offset(zone: timezone | ZoneInfo | None, name: str) -> None:
    assert zone_name(datetime(2026, 1, 12, 20, 15, tzinfo=zone)) == name
