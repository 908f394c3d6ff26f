# SPDX-License-Identifier: MIT
"""A person's private settings: defaults, round trip, tolerance."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ipnb_journal.services.preferences import Preferences, read, write
from ipnb_journal.vault import preferences as stored

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault

CHANGED = Preferences(
    journal_name="Abendseiten",
    country="DE",
    offer_pause=False,
    not_everyone_safe=True,
    body_focus_off=True,
    kindness_hard=True,
    show_last_mark=False,
    left_out_themes=("childhood", "anger"),
)


def test_a_new_journal_has_the_defaults(vault: Vault) -> None:
    assert read(vault) == Preferences()


def test_every_setting_is_kept(vault: Vault) -> None:
    write(vault, CHANGED)
    assert read(vault) == CHANGED
    assert vault.take_topics() == {"preferences"}


@pytest.mark.parametrize(
    "bad",
    [
        {"journal_name": 5},
        {"offer_pause": "yes"},
        {"show_last_mark": 1},
        {"left_out_themes": "anger"},
        {"left_out_themes": ["anger", 3]},
        {"country": None},
    ],
)
def test_a_bad_value_is_its_default_and_the_rest_stays(vault: Vault, bad: dict[str, object]) -> None:
    write(vault, CHANGED)
    stored.store(vault, bad)
    name = next(iter(bad))
    found = read(vault)
    assert getattr(found, name) == getattr(Preferences(), name)
    others = [other for other in Preferences.__slots__ if other != name]
    assert all(getattr(found, other) == getattr(CHANGED, other) for other in others)


def test_what_a_newer_version_stored_stays(vault: Vault) -> None:
    stored.store(vault, {"from_the_future": [1, 2]})
    write(vault, CHANGED)
    assert stored.read_all(vault)["from_the_future"] == [1, 2]
