# SPDX-License-Identifier: MIT
"""Earlier words come back as they were, the last ones first."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.domain.entries import Writing
from ipnb_journal.errors import NotFound
from ipnb_journal.vault import entries, remains, versions
from tests.builders import MOMENT, an_entry

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault


def test_versions_come_back_newest_first(vault: Vault) -> None:
    entry = entries.add(vault, an_entry())
    vault.take_topics()
    words = Writing("T", ("calm", "tight"), "n", "b", "c", "t")
    assert versions.last_kept_at(vault, entry.id) is None
    first = versions.keep(vault, entry.id, words, MOMENT)
    second = versions.keep(vault, entry.id, Writing(body="later\0"), MOMENT + timedelta(minutes=1))
    assert versions.of_entry(vault, entry.id) == (second, first)
    assert versions.one(vault, first.id) == first
    assert (first.writing, second.writing) == (words, Writing(body="later"))
    assert versions.last_kept_at(vault, entry.id) == second.kept_at
    assert vault.take_topics() == {"entries"}


def test_no_version_no_answer(vault: Vault) -> None:
    with pytest.raises(NotFound):
        versions.one(vault, 1)


def test_versions_are_removed_for_good(vault: Vault) -> None:
    entry = entries.add(vault, an_entry())
    first, second = (versions.keep(vault, entry.id, Writing(body=words), MOMENT) for words in ("a", "b"))
    versions.remove(vault, [])
    assert not remains.are_due(vault)
    vault.take_topics()
    versions.remove(vault, [first.id, 99])
    assert versions.of_entry(vault, entry.id) == (second,)
    assert vault.take_topics() == {"entries"}
    assert remains.are_due(vault)
