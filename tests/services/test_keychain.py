# SPDX-License-Identifier: MIT
"""Remembering a journal with a real keyring: opened without its passphrase, forgotten, and replaced."""

from __future__ import annotations

import secrets
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.errors import KeyringUnavailable, VaultBusy, VaultMissing
from ipnb_journal.services import keychain, remembered
from ipnb_journal.vault.keys import VaultKey, new_header
from ipnb_journal.vault.vault import Vault
from tests.secret_service import needs_keyring, quiet_about_sockets

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.secret_service import SecretService

pytestmark = [needs_keyring, quiet_about_sockets]


def _reason(call: Callable[[], object]) -> object:
    with pytest.raises(KeyringUnavailable) as raised:
        call()
    return raised.value.facts["reason"]


def test_remember_unlock_without_the_passphrase_forget(
    secret_service: SecretService, vault_path: Path, vault_key: VaultKey
) -> None:
    vault = Vault.open(vault_path, vault_key.raw)
    assert not keychain.is_remembered(vault)
    keychain.remember(keychain.key_of(vault))
    assert keychain.is_remembered(vault)
    vault.close()
    opened = keychain.unlock(vault_path)
    assert opened.key == vault_key
    opened.close()
    keychain.forget(vault_key.header)
    assert not remembered.holds(vault_path)
    assert secret_service.secrets() == {}
    assert _reason(lambda: keychain.unlock(vault_path)) == "absent"


def test_two_journals_are_remembered_apart(
    secret_service: SecretService, vault_path: Path, vault_key: VaultKey, tmp_path: Path
) -> None:
    other = VaultKey(new_header(), secrets.token_bytes(32))
    Vault.create(tmp_path / "other.vault", other).close()
    keychain.remember(vault_key)
    keychain.remember(other)
    keychain.forget(vault_key.header)
    opened = keychain.unlock(tmp_path / "other.vault")
    assert opened.key == other
    opened.close()


def test_what_a_keyring_refused_is_not_noted(session_bus: SecretService, vault_key: VaultKey) -> None:
    assert _reason(lambda: keychain.remember(vault_key)) == "missing"
    assert remembered.headers() == frozenset()


def test_what_may_still_be_in_the_keyring_stays_noted(
    secret_service: SecretService, vault_key: VaultKey
) -> None:
    keychain.remember(vault_key)
    secret_service.lock()
    assert _reason(lambda: keychain.forget(vault_key.header)) == "locked"
    assert remembered.headers() == {vault_key.header}


def test_a_key_taken_out_behind_our_back_is_no_longer_offered(
    secret_service: SecretService, vault_path: Path, vault_key: VaultKey
) -> None:
    remembered.add(vault_key.header)
    assert _reason(lambda: keychain.recall(vault_path)) == "absent"
    assert remembered.headers() == frozenset()


def test_a_key_that_does_not_fit_is_forgotten(
    secret_service: SecretService, vault_path: Path, vault_key: VaultKey
) -> None:
    keychain.remember(VaultKey(vault_key.header, secrets.token_bytes(32)))
    before = vault_path.read_bytes()
    assert _reason(lambda: keychain.unlock(vault_path)) == "outdated"
    assert secret_service.secrets() == {}
    assert remembered.headers() == frozenset()
    assert vault_path.read_bytes() == before


def test_other_problems_of_the_file_forget_nothing(
    secret_service: SecretService, vault_path: Path, vault_key: VaultKey
) -> None:
    keychain.remember(vault_key)
    open_elsewhere = Vault.open(vault_path, vault_key.raw)
    with pytest.raises(VaultBusy):
        keychain.open_with(vault_path, vault_key)
    open_elsewhere.close()
    with pytest.raises(VaultMissing):
        keychain.recall(vault_path.with_name("gone.vault"))
    assert remembered.headers() == {vault_key.header}


def _after_a_change(path: Path) -> Vault:
    """A journal under a new key and new first bytes, as after a change of passphrase."""
    return Vault.create(path, VaultKey(new_header(), secrets.token_bytes(32)))


def test_after_a_change_of_passphrase_the_new_key_stands_where_the_former_did(
    secret_service: SecretService, vault_key: VaultKey, tmp_path: Path
) -> None:
    keychain.remember(vault_key)
    changed = _after_a_change(tmp_path / "changed.vault")
    assert keychain.replace(vault_key.header, changed)
    assert list(secret_service.secrets()) == [f"vault:{changed.header.decode()}"]
    assert (remembered.headers(), remembered.owed()) == ({changed.header}, frozenset())
    changed.close()
    keychain.unlock(tmp_path / "changed.vault").close()


def test_a_change_of_passphrase_remembers_nothing_that_was_not(
    secret_service: SecretService, vault_key: VaultKey, tmp_path: Path
) -> None:
    changed = _after_a_change(tmp_path / "changed.vault")
    assert keychain.replace(vault_key.header, changed)
    assert secret_service.secrets() == {}
    changed.close()


def test_a_change_of_passphrase_goes_on_without_the_keyring(
    secret_service: SecretService, vault_key: VaultKey, tmp_path: Path
) -> None:
    keychain.remember(vault_key)
    secret_service.hang()
    changed = _after_a_change(tmp_path / "changed.vault")
    assert not keychain.replace(vault_key.header, changed, limit=0.3)
    assert not keychain.is_remembered(changed)
    assert remembered.owed() == {vault_key.header}
    secret_service.go_on()
    keychain.remember(changed.key)
    assert list(secret_service.secrets()) == [f"vault:{changed.header.decode()}"]
    assert remembered.owed() == frozenset()
    changed.close()


_UNUSED = """
import sys
import time
from pathlib import Path
from ipnb_journal.desktop.main import Desktop, make_app
from ipnb_journal.services import access
from ipnb_journal.vault.vault import Vault
path, raw = Path(sys.argv[1]), bytes.fromhex(sys.argv[2])
app = make_app()
desktop = Desktop(app, path)
desktop.show()
desktop.runner.open(lambda: Vault.open(path, raw))
desktop.runner.settle()
from ipnb_journal.desktop import places
for place in (places.Today(), places.Settings("privacy")):
    desktop.window.go(place)
    desktop.runner.settle()
    app.processEvents()
print(desktop.window.page.privacy.keyring.switch.isChecked())
desktop.window.lock()
end = time.monotonic() + 20
while type(desktop.window.page).__name__ != "UnlockPage" and time.monotonic() < end:
    app.processEvents()
print(type(desktop.window.page).__name__)
print([name for name in sys.modules if name.partition(".")[0] in ("keyring", "secretstorage", "jeepney")])
desktop.close()
"""


def test_nothing_of_the_keyring_is_imported_while_it_is_off(vault_path: Path, vault_key: VaultKey) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _UNUSED, str(vault_path), vault_key.raw.hex()],
        capture_output=True, text=True, timeout=50,
    )  # fmt: skip
    assert done.stdout.split("\n")[:3] == ["False", "UnlockPage", "[]"], done.stderr
