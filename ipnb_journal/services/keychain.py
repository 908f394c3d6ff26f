# SPDX-License-Identifier: MIT
"""Opening a journal without typing: its key in this computer's keyring, for whoever wants that.

Off until switched on, for each journal by itself. Every failure raises KeyringUnavailable and means
one thing: ask for the passphrase. `remember`, `recall` and `forget` may take up to half a minute, since
the keyring may be asking something in a window of its own: they don't belong on the vault's thread.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from ipnb_journal.errors import FileProblem, KeyringUnavailable, WrongPassphrase
from ipnb_journal.services import remembered
from ipnb_journal.vault import files, keychain
from ipnb_journal.vault.vault import Vault

if TYPE_CHECKING:
    from pathlib import Path

    from ipnb_journal.vault.keys import VaultKey

LIMIT_SECONDS = keychain.LIMIT_SECONDS
_BRIEFLY = 2.0


def is_remembered(vault: Vault) -> bool:
    """Whether the key of this open journal was put into the keyring."""
    return vault.header in remembered.headers()


def key_of(vault: Vault) -> VaultKey:
    """What `remember` takes; it is read where the vault is, and kept where the keyring is."""
    return vault.key


def remember(key: VaultKey, limit: float = LIMIT_SECONDS) -> None:
    """Put a journal's key into the keyring and note that it is there.

    Raises KeyringUnavailable, FileProblem; nothing is remembered then.
    """
    # noted first: a key that nobody knows of could not be taken out again
    remembered.add(key.header)
    try:
        keychain.remember(key, limit)
    except KeyringUnavailable:
        remembered.drop(key.header)
        raise
    _take_out_owed()


def forget(header: bytes, limit: float = LIMIT_SECONDS) -> None:
    """Take a journal's key out of the keyring; `header` is the first 16 bytes of its file.

    Raises KeyringUnavailable, and the journal stays noted because its key may still be there.
    """
    keychain.forget(header, limit)
    remembered.drop(header)


def recall(path: Path, limit: float = LIMIT_SECONDS) -> VaultKey:
    """The key that the keyring has for the closed journal at `path`.

    Raises KeyringUnavailable with reason "absent" where it has none (and the note goes), and what
    `vault.files.read_header` raises.
    """
    header = files.read_header(path)
    key = keychain.recall(header, limit)
    if key is None:
        remembered.drop(header)
        raise KeyringUnavailable(reason="absent")
    _take_out_owed()
    return key


def open_with(path: Path, key: VaultKey) -> Vault:
    """Open the journal at `path` with a recalled key.

    Raises KeyringUnavailable with reason "outdated" for a key that does not fit, which is forgotten,
    and what `Vault.open` raises.
    """
    try:
        return Vault.open(path, key.raw)
    except WrongPassphrase as error:
        with suppress(KeyringUnavailable, FileProblem):
            # it opens nothing, so nobody waits long to be rid of it
            forget(key.header, _BRIEFLY)
        raise KeyringUnavailable(reason="outdated") from error


def unlock(path: Path, limit: float = LIMIT_SECONDS) -> Vault:
    """Open the journal at `path` with the key in the keyring. Raises as `recall` and `open_with`."""
    return open_with(path, recall(path, limit))


def replace(former_header: bytes, vault: Vault, limit: float = LIMIT_SECONDS) -> bool:
    """After a change of passphrase: keep the new key where the former one was kept, if it was.

    Never raises for the keyring's sake. False where the journal was remembered and its new key is
    not, so that the passphrase is asked for next time. The former key, which opens older backups, is
    taken out either way: now, or when the keyring next answers.
    """
    if former_header not in remembered.headers():
        return True
    with suppress(FileProblem):
        remembered.owe(former_header)
    try:
        remember(vault.key, limit)
    except (KeyringUnavailable, FileProblem):
        return False
    return True


def _take_out_owed() -> None:
    """Take out what belongs to nothing any more, from a keyring that just answered."""
    with suppress(KeyringUnavailable, FileProblem):
        # what cannot be done now stays noted for another time
        for header in remembered.owed():
            forget(header, _BRIEFLY)
