# SPDX-License-Identifier: MIT
"""Before a newer version changes a vault's tables: a copy of it as it was, proved to hold the same."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING

from ipnb_journal.domain.backups import FOLDER
from ipnb_journal.errors import NotUpgraded, VaultError
from ipnb_journal.vault import copying, files, schema
from ipnb_journal.vault.connection import mapped

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ipnb_journal.vault.connection import Connection
    from ipnb_journal.vault.keys import VaultKey


_NEW = ".new"


def upgrade(
    connection: Connection, path: Path, key: VaultKey, steps: Sequence[schema.Migration] = schema.MIGRATIONS
) -> Path | None:
    """Bring a vault's tables up to date after backing it up; the backup, or None where nothing was to do.

    All steps happen or none. Raises NotUpgraded where there is no proved backup, and then nothing has
    been changed; VaultDamaged where the links between rows do not hold afterwards.
    """
    found = schema.number(connection)
    if found >= len(steps):
        return None
    kept = _backed_up(connection, path, key, found)
    schema.bring_up_to_date(connection, path, steps)
    return kept


def _backed_up(connection: Connection, path: Path, key: VaultKey, found: int) -> Path:
    """Copy the vault into the folder of backups beside it, and prove the copy.

    Named after the schema it still has and the moment in UTC: `notes-before-1-20260312T191500Z.vault`.
    """
    folder = path.parent / FOLDER
    moment = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
    kept = folder / f"{path.stem}-before-{found}-{moment}{path.suffix}"
    # without the moment, so that the next attempt finds what one that was cut short has left
    new = folder / f"{path.stem}-before-{found}{path.suffix}{_NEW}"
    try:
        with mapped(path):
            folder.mkdir(mode=0o700, exist_ok=True)
            for suffix in ("", "-journal", "-wal"):
                files.beside(new, suffix).unlink(missing_ok=True)
        copying.need_room(folder, path.stat().st_size, path)
        with mapped(path):
            expected = copying.contents(connection)
        copying.copied(connection, new, key)
        copying.verified(new, key.raw, expected)
        with mapped(path):
            new.replace(kept)
            files.sync_name(kept)
    except VaultError as error:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        facts = {name: error.facts[name] for name in ("needed", "detail") if name in error.facts}
        raise NotUpgraded(file=path, why=error.code, **facts) from error
    return kept
