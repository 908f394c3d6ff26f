# SPDX-License-Identifier: MIT
"""A key in a real keyring: kept, found, taken out, and every way a keyring can refuse."""

from __future__ import annotations

import base64
import secrets
import subprocess
import sys
import time
from importlib import import_module
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.errors import KeyringUnavailable
from ipnb_journal.vault import keychain
from ipnb_journal.vault.keys import VaultKey, new_header
from tests.secret_service import needs_keyring, quiet_about_sockets

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.secret_service import SecretService

pytestmark = [needs_keyring, quiet_about_sockets]


def _key() -> VaultKey:
    return VaultKey(new_header(), secrets.token_bytes(32))


def _reason(call: Callable[[], object]) -> object:
    with pytest.raises(KeyringUnavailable) as raised:
        call()
    return raised.value.facts["reason"]


def test_a_remembered_key_comes_back_and_only_for_its_own_vault(secret_service: SecretService) -> None:
    mine, other = _key(), _key()
    keychain.remember(mine)
    keychain.remember(other)
    assert keychain.recall(mine.header) == mine
    assert keychain.recall(other.header) == other
    assert keychain.recall(new_header()) is None


def test_what_the_keyring_holds_is_a_version_and_the_raw_key(secret_service: SecretService) -> None:
    key = _key()
    keychain.remember(key)
    [(user, text)] = secret_service.secrets().items()
    assert user == f"vault:{key.header.decode()}"
    assert text.startswith("v1:") and len(text) == 46
    assert base64.urlsafe_b64decode(text[3:] + "=") == key.raw


def test_a_forgotten_key_is_gone_and_forgetting_twice_is_fine(secret_service: SecretService) -> None:
    key = _key()
    keychain.remember(key)
    keychain.forget(key.header)
    assert secret_service.secrets() == {}
    keychain.forget(key.header)
    assert keychain.recall(key.header) is None


@pytest.mark.parametrize("text", ["", "v2:" + "A" * 43, "v1:", "v1:not base64", "v1:" + "A" * 22, "v1:é"])
def test_an_item_that_we_did_not_write_is_no_key(secret_service: SecretService, text: str) -> None:
    backend = import_module("keyring.backends.SecretService")
    header = new_header()
    backend.Keyring().set_password(keychain.SERVICE, f"vault:{header.decode()}", text)
    assert keychain.recall(header) is None


@pytest.mark.parametrize("call", ["remember", "recall", "forget"])
def test_a_locked_keyring_says_so_at_once(secret_service: SecretService, call: str) -> None:
    key = _key()
    keychain.remember(key)
    secret_service.lock()
    began = time.monotonic()
    assert _reason(lambda: getattr(keychain, call)(key if call == "remember" else key.header)) == "locked"
    assert time.monotonic() - began < keychain.LIMIT_SECONDS / 2


def test_a_keyring_that_was_never_set_up_ends_with_its_dismissed_question(session_bus: SecretService) -> None:
    session_bus.start_daemon(unlocked=False)
    assert _reason(lambda: keychain.recall(new_header())) == "locked"


def test_no_keyring_on_the_bus(session_bus: SecretService) -> None:
    assert _reason(lambda: keychain.remember(_key())) == "missing"


def test_a_keyring_that_ended_meanwhile(secret_service: SecretService) -> None:
    key = _key()
    keychain.remember(key)
    secret_service.stop_daemon()
    assert _reason(lambda: keychain.recall(key.header)) == "missing"


def test_no_bus_at_all(session_bus: SecretService) -> None:
    session_bus.stop()
    assert _reason(lambda: keychain.recall(new_header())) == "missing"


def test_a_hanging_keyring_is_left_behind_when_its_time_is_up(secret_service: SecretService) -> None:
    key = _key()
    keychain.remember(key)
    secret_service.hang()
    began = time.monotonic()
    assert _reason(lambda: keychain.recall(key.header, limit=0.4)) == "late"
    assert time.monotonic() - began < 5
    secret_service.go_on()
    assert keychain.recall(key.header) == key


def test_a_key_that_arrives_too_late_is_taken_out_again(secret_service: SecretService) -> None:
    key = _key()
    keychain.forget(key.header)
    secret_service.hang()
    assert _reason(lambda: keychain.remember(key, limit=0.4)) == "late"
    secret_service.go_on()
    end = time.monotonic() + 10
    # one key more comes and goes by itself; what stays is what was kept in time
    keychain.remember(other := _key())
    while list(secret_service.secrets()) != [f"vault:{other.header.decode()}"]:
        assert time.monotonic() < end
        time.sleep(0.05)


def test_a_key_that_cannot_be_read_back_is_not_left_behind(
    secret_service: SecretService, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = import_module("keyring.backends.SecretService").Keyring
    read, failed = real.get_password, list[str]()

    def failing_once(backend: object, service: str, username: str) -> object:
        if not failed:
            failed.append(username)
            raise OSError("the connection broke off")
        return read(backend, service, username)

    monkeypatch.setattr(real, "get_password", failing_once)
    assert _reason(lambda: keychain.remember(_key())) == "failed"
    assert failed and secret_service.secrets() == {}


_QUITTING = """
import time
from ipnb_journal.errors import KeyringUnavailable
from ipnb_journal.vault import keychain
try:
    keychain.recall(b"J1aaaaaaaaaaaaaa", limit=0.3)
except KeyringUnavailable as error:
    print(error.facts["reason"], flush=True)
"""


def test_a_program_ends_although_its_keyring_hangs(secret_service: SecretService) -> None:
    keychain.recall(new_header())
    secret_service.hang()
    done = subprocess.run([sys.executable, "-c", _QUITTING], capture_output=True, text=True, timeout=20)
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "late", "")


_THIEF = """
import pathlib
from keyring.backend import KeyringBackend
pathlib.Path({mark!r}).write_text("imported")
class Keyring(KeyringBackend):
    priority = 99
    def get_password(self, service, username): return None
    def set_password(self, service, username, password): pathlib.Path({mark!r}).write_text(password)
    def delete_password(self, service, username): pass
"""


def test_a_keyring_named_by_the_environment_never_sees_a_key(
    secret_service: SecretService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = tmp_path / "mark"
    (tmp_path / "thief.py").write_text(_THIEF.format(mark=str(mark)))
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "thief.Keyring")
    assert _reason(lambda: keychain.remember(_key())) == "refused"
    assert not mark.exists()
    assert secret_service.secrets() == {}


@pytest.mark.parametrize("named", ["keyring.backends.null.Keyring", "keyring.backends.fail.Keyring", "none"])
def test_who_set_no_keyring_gets_none(
    secret_service: SecretService, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", named)
    assert _reason(lambda: keychain.remember(_key())) == "refused"


@pytest.mark.parametrize(
    "named", ["keyring.backends.SecretService.Keyring", "keyring.backends.chainer.ChainerBackend"]
)
def test_an_allowed_keyring_may_be_named(
    secret_service: SecretService, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", named)
    key = _key()
    keychain.remember(key)
    assert keychain.recall(key.header) == key


def test_every_allowed_keyring_is_where_we_look_for_it() -> None:
    for module, kind in keychain._BACKENDS.items():
        assert hasattr(import_module(module), kind)


def test_the_key_stays_on_this_computer_where_windows_would_let_it_roam(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    backend = import_module("keyring.backends.Windows")
    # what Windows calls its three kinds of staying, as in wincred.h
    constants = SimpleNamespace(
        CRED_PERSIST_SESSION=1, CRED_PERSIST_LOCAL_MACHINE=2, CRED_PERSIST_ENTERPRISE=3
    )
    monkeypatch.setattr(backend, "win32cred", constants, raising=False)
    assert backend.WinVaultKeyring().persist == 3
    windows = keychain._set_up(backend.WinVaultKeyring())
    assert vars(windows)["_persist"] == 2
