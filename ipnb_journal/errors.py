# SPDX-License-Identifier: MIT
"""Everything that can go wrong in a way a person can act on: a code and facts, never prose.

`desktop.notices` and `cli` turn a code into words. Any other exception is a bug.
"""

from __future__ import annotations

from typing import ClassVar


class AppError(Exception):
    """Something a person can act on; `code` names it, `facts` fill the words."""

    code: ClassVar[str] = "app"

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        super().__init__(self.code, facts)

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value}" for name, value in self.facts.items())
        return f"{self.code}: {told}" if told else self.code


class VaultError(AppError):
    """The journal file could not be used as asked. Facts: `file`."""

    code = "vault"


class VaultMissing(VaultError):
    """No file stands at the path. Facts: `file`."""

    code = "vault_missing"


class VaultExists(VaultError):
    """A file already stands where a new journal was to be made. Facts: `file`."""

    code = "vault_exists"


class NotAVault(VaultError):
    """The file is no journal of ours, or is too short to be one. Facts: `file`, `reason`."""

    code = "not_a_vault"


class VaultNewer(VaultError):
    """A newer version made or changed the file.

    Facts: `file`, `found`, `known`; `readable` where that version said that this one can read it;
    `saved_with`, its number, where it left that.
    """

    code = "vault_newer"


class NotUpgraded(VaultError):
    """The file has the form of an earlier version and could not be backed up before changing that.

    Facts: `file`, `why` (the code of what kept the backup from being made), `needed` bytes where known.
    """

    code = "not_upgraded"


class OnlyLooking(VaultError):
    """The journal was opened to look at only, so nothing in it can be changed. Facts: `file`."""

    code = "only_looking"


class WrongPassphrase(VaultError):
    """The key does not fit, or the first page of the file is destroyed. Facts: `file`."""

    code = "wrong_passphrase"


class VaultDamaged(VaultError):
    """The file opens but part of it fails its check.

    Facts: `file`, `detail`; after a check `entries` and `unreadable`, how many pages are known and can't
    be read; `backup`, a sentence on the newest good backup, where one is known.
    """

    code = "vault_damaged"


class VaultBusy(VaultError):
    """Another window or computer has the journal open.

    Facts: `file`, `pid`, `host`; `elsewhere` True where it is known only from a note another computer left.
    """

    code = "vault_busy"


class VaultReadOnly(VaultError):
    """The file or its folder cannot be written. Facts: `file`."""

    code = "vault_read_only"


class VaultHeld(VaultError):
    """Another program keeps the file open, so that it could not be replaced. Facts: `file`."""

    code = "vault_held"


class ChangedButClosed(VaultError):
    """The journal is under its new key, but could not be opened again. Facts: `file`, `why` (a code)."""

    code = "changed_but_closed"


class VaultLocked(VaultError):
    """The journal was locked before the work could be done."""

    code = "vault_locked"


class DiskFull(VaultError):
    """There is no room left; nothing was half-written. Facts: `file`."""

    code = "disk_full"


class BackupNotMade(AppError):
    """No backup was made or kept; the journal is as it was.

    Facts: `folder`, `reason` ("missing", "full", "read_only", "damaged", "unknown"), `detail` where known.
    """

    code = "backup_not_made"


class RecoveryCodeWrong(AppError):
    """A typed recovery key has a slip.

    Facts: `reason` ("length", "letter", "check"), `group` (1-based) where known.
    """

    code = "recovery_code_wrong"


class PassphraseUnfit(AppError):
    """A passphrase cannot be used.

    Facts: `reason` ("empty", "long", "letters", "short", "common", "same").
    """

    code = "passphrase_unfit"


class KeyringUnavailable(AppError):
    """This computer's keyring did not give or take the key; the passphrase still opens the journal.

    Facts: `reason` ("missing", "locked", "refused", "late", "not_kept", "failed", "absent" for a key
    that is not there any more, "outdated" for one that does not fit), `detail` where known.
    """

    code = "keyring_unavailable"


class MemoryShort(AppError):
    """The key could not be made: less memory is free than the passphrase's protection takes."""

    code = "memory_short"


class FormatError(AppError):
    """A file that came in breaks its format. Facts: `file`, `place`, `reason`."""

    code = "format"


class FileProblem(AppError):
    """A file that is not the journal cannot be read or written. Facts: `file`, `reason`."""

    code = "file"


class NotFound(AppError):
    """What was asked for is not in the journal (any more). Facts: `what`."""

    code = "not_found"
