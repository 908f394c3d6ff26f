# SPDX-License-Identifier: MIT
"""A vault's raw key in this computer's own keyring, for whoever asked to be remembered.

The item is `v1:` and the key in base64url, under the name of this program and the 16 bytes at the
vault's start. Never the passphrase, which people use elsewhere too; and as a changed passphrase
changes those bytes, the item dies with it.

Nothing here runs, and `keyring` is not even imported, before somebody switched it on: asking a
keyring for a name it does not have may already open a window of its own.
"""

from __future__ import annotations

import base64
import binascii
import importlib
import os
import queue
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol, TypeVar, cast

from ipnb_journal.errors import KeyringUnavailable
from ipnb_journal.vault.keys import KEY_SIZE, VaultKey

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

SERVICE = "ipnb-journal"
LIMIT_SECONDS = 30.0
"""How long a keyring may take: it may be waiting for somebody to answer a window of its own."""

_VERSION = "v1:"
_BACKENDS = {
    "keyring.backends.SecretService": "Keyring",
    "keyring.backends.libsecret": "Keyring",
    "keyring.backends.kwallet": "DBusKeyring",
    "keyring.backends.Windows": "WinVaultKeyring",
    "keyring.backends.macOS": "Keyring",
}
"""The keyrings a key is trusted to, by module: those that the system itself keeps shut."""

_OF_SYSTEM = {
    "win32": ("keyring.backends.Windows",),
    "darwin": ("keyring.backends.macOS",),
    "": ("keyring.backends.SecretService", "keyring.backends.libsecret", "keyring.backends.kwallet"),
}
_ANY_OF_THEM = "keyring.backends.chainer.ChainerBackend"


class Backend(Protocol):
    """The part of a keyring that is used here."""

    def get_password(self, service: str, username: str) -> str | None:
        """The secret kept under these names, if any."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a secret, in place of an earlier one."""

    def delete_password(self, service: str, username: str) -> None:
        """Take a secret out; raises PasswordDeleteError where there is none."""


def remember(key: VaultKey, limit: float = LIMIT_SECONDS) -> None:
    """Put the key into the keyring and read it back; a late answer puts nothing there.

    Takes up to `limit` seconds. Raises KeyringUnavailable, and then no key was left behind.
    """
    user, text = _user(key.header), _VERSION + _encoded(key.raw)

    def keep() -> bool:
        backend = _backend()
        backend.set_password(SERVICE, user, text)
        kept = False
        try:
            kept = backend.get_password(SERVICE, user) == text
        finally:
            if not kept:
                _take_out(backend, user)
        return kept

    if not _within(limit, keep, undo=lambda: _take_out(_backend(), user)):
        raise KeyringUnavailable(reason="not_kept")


def recall(header: bytes, limit: float = LIMIT_SECONDS) -> VaultKey | None:
    """The key kept for the vault that begins with `header`; None where the keyring has none.

    Takes up to `limit` seconds. Raises KeyringUnavailable.
    """
    raw = _decoded(_within(limit, lambda: _backend().get_password(SERVICE, _user(header))))
    return None if raw is None else VaultKey(header, raw)


def forget(header: bytes, limit: float = LIMIT_SECONDS) -> None:
    """Take the key of the vault that begins with `header` out of the keyring, if it is there.

    Takes up to `limit` seconds. Raises KeyringUnavailable; the key may then still be there.
    """
    if not _within(limit, lambda: _take_out(_backend(), _user(header))):
        raise KeyringUnavailable(reason="not_kept")


def _take_out(backend: Backend, user: str) -> bool:
    from keyring.errors import PasswordDeleteError  # noqa: PLC0415 - comes with the backend

    # some keyrings raise this for an item that is not there, and others for one they do not let go of
    with suppress(PasswordDeleteError):
        backend.delete_password(SERVICE, user)
    return backend.get_password(SERVICE, user) is None


def _backend() -> Backend:
    """The first allowed keyring that can be used here.

    `keyring` would choose by its configuration and by plug-ins, and import whatever they name into the
    process that holds the key. So the choice is made here; one that says otherwise is respected by
    using none.
    """
    named = os.environ.get("PYTHON_KEYRING_BACKEND", "")
    modules = _OF_SYSTEM.get(sys.platform, _OF_SYSTEM[""])
    if named and named != _ANY_OF_THEM:
        modules = tuple(module for module in modules if named == f"{module}.{_BACKENDS[module]}")
        if not modules:
            raise KeyringUnavailable(reason="refused")
    for module in modules:
        kind = getattr(importlib.import_module(module), _BACKENDS[module])
        if kind.viable:
            return _set_up(kind())
    raise KeyringUnavailable(reason="missing")


def _set_up(backend: object) -> Backend:
    if type(backend).__module__ == "keyring.backends.Windows":
        # it would otherwise carry the key to every computer of the account's domain
        setattr(backend, "persist", "local machine")  # noqa: B010 - no type of ours has it
    return cast("Backend", backend)


class _Errand:
    """One piece of work on a thread of its own, which is left behind when it takes too long.

    A keyring that hangs can be neither interrupted nor waited for, least of all by a program that is
    about to end; the thread is a daemon for that. Exactly one side gets to decide how it ended. Errands
    go one after another, so that one left behind never undoes what a later one did.
    """

    _turn = threading.Lock()

    def __init__(self, work: Callable[[], object], undo: Callable[[], object] | None) -> None:
        self._work, self._undo = work, undo
        self._answers: queue.SimpleQueue[tuple[object, KeyringUnavailable | None]] = queue.SimpleQueue()
        self._decided = threading.Lock()
        threading.Thread(target=self._run, name="keychain", daemon=True).start()

    def answer(self, limit: float) -> tuple[object, KeyringUnavailable | None]:
        """What came of it within `limit` seconds."""
        try:
            return self._answers.get(timeout=limit)
        except queue.Empty:
            if self._decided.acquire(blocking=False):
                return None, KeyringUnavailable(reason="late")
            return self._answers.get()

    def _run(self) -> None:
        with self._turn:
            if self._decided.locked():
                return
            answer = _tried(self._work)
            if self._decided.acquire(blocking=False):
                self._answers.put(answer)
            elif self._undo is not None and answer[1] is None:
                _tried(self._undo)


def _tried(work: Callable[[], object]) -> tuple[object, KeyringUnavailable | None]:
    """What `work` gives, or why there is nothing.

    Keyrings are other people's programs, reached through other people's libraries, and each has its
    own errors: whatever comes out of one means that it did not give what was asked for. The error
    itself goes no further, because the frames it passed hold the key.
    """
    try:
        return work(), None
    except KeyringUnavailable as error:
        return None, error
    except Exception as error:
        return None, KeyringUnavailable(reason=_reason(error), detail=type(error).__name__)


def _within(limit: float, work: Callable[[], T], undo: Callable[[], object] | None = None) -> T:
    """What `work` gives within `limit` seconds; `undo` takes back what it did too late."""
    result, problem = _Errand(work, undo).answer(limit)
    if problem is not None:
        raise problem
    return cast("T", result)


def _reason(problem: Exception) -> str:
    # by name, so that a keyring library that cannot even be imported is told like the rest
    return "locked" if type(problem).__name__ in ("KeyringLocked", "InitError") else "failed"


def _user(header: bytes) -> str:
    return f"vault:{header.decode('ascii')}"


def _encoded(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode("ascii").rstrip("=")


def _decoded(text: str | None) -> bytes | None:
    """The key in an item; None where there is no item, or one that no version of ours wrote."""
    if text is None or not text.startswith(_VERSION):
        return None
    try:
        raw = base64.b64decode(text.removeprefix(_VERSION) + "=", altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    return raw if len(raw) == KEY_SIZE else None
