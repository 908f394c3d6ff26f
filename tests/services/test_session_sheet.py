# SPDX-License-Identifier: MIT
"""The sheet for a session is kept as it was typed, and what was taken out of it is swept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ipnb_journal.services import session_sheet
from ipnb_journal.services.session_sheet import SessionSheet
from ipnb_journal.vault import preferences, remains
from ipnb_journal.vault.vault import Vault

if TYPE_CHECKING:
    from pathlib import Path

    from ipnb_journal.vault.keys import VaultKey

WRITTEN = SessionSheet(("Sunday", "", "The walk\nand the quiet"), "How do I tell?")


def test_it_begins_empty(vault: Vault) -> None:
    assert session_sheet.read(vault) == SessionSheet()


def test_it_is_there_after_a_lock(vault_path: Path, vault_key: VaultKey) -> None:
    vault = Vault.open(vault_path, vault_key.raw)
    session_sheet.write(vault, WRITTEN)
    vault.close()
    vault = Vault.open(vault_path, vault_key.raw)
    assert session_sheet.read(vault) == WRITTEN
    vault.close()


@pytest.mark.parametrize(
    ("things", "question"), [(None, None), ("a text", 3), ([1, "kept"], ["no"]), (["a", "b", "c", "d"], "q")]
)
def test_what_another_version_may_have_kept_never_breaks_it(
    vault: Vault, things: object, question: object
) -> None:
    preferences.store(vault, {"session_things": things, "session_question": question})
    found = session_sheet.read(vault)
    assert len(found.things) == 3
    assert all(isinstance(said, str) for said in found.words)
    kept = [thing for thing in things if isinstance(thing, str)][:3] if isinstance(things, list) else []
    assert [said for said in found.things if said] == kept
    assert found.question == (question if isinstance(question, str) else "")


def test_only_removed_words_are_swept(vault: Vault) -> None:
    session_sheet.write(vault, SessionSheet(question="How"))
    session_sheet.write(vault, SessionSheet(question="How do I"))
    assert not remains.are_due(vault)
    session_sheet.write(vault, SessionSheet(question="When"))
    assert remains.are_due(vault)
