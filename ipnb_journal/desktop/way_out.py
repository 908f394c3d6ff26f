# SPDX-License-Identifier: MIT
"""What the window is given for the moment of locking: what still happens then, and how it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.records import Record

if TYPE_CHECKING:
    from collections.abc import Callable

    from ipnb_journal.desktop.places import Place
    from ipnb_journal.vault.vault import Vault


class AfterLock(Record):
    """Work on the closed file while its key is still known, such as a backup.

    `job` gets the closed vault, of which `path` and `key` are good, on the vault's own thread; it
    runs after each lock and when the program ends. An AppError it raises is shown only if the window
    lives on, so what must be told is for it to keep. `words` stand on the curtain if it takes long.
    """

    job: Callable[[Vault], None]
    words: str


class WayOut(Record):
    """`restart` gets the place to come back to, and returns only where a fresh process is refused.

    Without one the journal is locked within this process. `vanish` ends the process this instant.
    """

    restart: Callable[[Place], None] | None = None
    after_lock: AfterLock | None = None
    vanish: Callable[[], None] | None = None
