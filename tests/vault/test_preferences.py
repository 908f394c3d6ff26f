# SPDX-License-Identifier: MIT
"""Private settings as JSON values under keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.vault import preferences, schema

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault


def test_values_come_back_as_they_were(vault: Vault) -> None:
    before = preferences.read_all(vault)
    assert set(before) == set(schema.WORDS_LEFT)
    values = {"name": "Mein Tagebuch ✿", "on": False, "themes": ["rest", "anger"], "none": None}
    preferences.store(vault, values)
    assert preferences.read_all(vault) == before | values
    assert vault.take_topics() == {"preferences"}


def test_storing_changes_only_what_is_named(vault: Vault) -> None:
    before = preferences.read_all(vault)
    preferences.store(vault, {"one": 1, "two": 2})
    preferences.store(vault, {"two": "zwei"})
    assert preferences.read_all(vault) == before | {"one": 1, "two": "zwei"}


def test_a_value_that_is_no_json_is_left_out(vault: Vault) -> None:
    before = preferences.read_all(vault)
    preferences.store(vault, {"good": True})
    vault.execute("INSERT INTO preferences (key, value) VALUES ('bad', '{oops')")
    assert preferences.read_all(vault) == before | {"good": True}
