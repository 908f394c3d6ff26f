# SPDX-License-Identifier: MIT
"""Fixtures every layer shares: a fixed moment, a home of its own per test, a real vault."""

from __future__ import annotations

import os
import secrets
import shutil
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import hypothesis
import pytest

from ipnb_journal.vault.keys import VaultKey, new_header
from ipnb_journal.vault.vault import Vault
from tests.secret_service import secret_service, session_bus

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["secret_service", "session_bus"]

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# shared machines stall; a slow example is no wrong one, and the time limit of each test stands
hypothesis.settings.register_profile("here", deadline=None)
hypothesis.settings.load_profile("here")


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home inside the test's own folder, so that no test reads or writes the real one."""
    home = tmp_path / "home"
    monkeypatch.setenv("IPNB_JOURNAL_HOME", str(home))
    return home


@pytest.fixture
def now() -> datetime:
    """A Thursday evening in Berlin."""
    return datetime(2026, 3, 12, 20, 15, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.fixture(scope="session")
def vault_key() -> VaultKey:
    """A random key that cost no derivation; every test vault opens with it."""
    return VaultKey(new_header(), secrets.token_bytes(32))


@pytest.fixture(scope="session")
def vault_template(vault_key: VaultKey, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One real, empty, closed vault; copy it, never open it."""
    path = tmp_path_factory.mktemp("template") / "template.vault"
    Vault.create(path, vault_key).close()
    return path


@pytest.fixture
def vault_path(vault_template: Path, tmp_path: Path) -> Path:
    """A closed, empty vault of the test's own."""
    path = tmp_path / "notes.vault"
    shutil.copy(vault_template, path)
    return path


@pytest.fixture
def vault(vault_path: Path, vault_key: VaultKey) -> Iterator[Vault]:
    """An open, empty vault of the test's own, closed afterwards."""
    opened = Vault.open(vault_path, vault_key.raw)
    yield opened
    opened.close()
