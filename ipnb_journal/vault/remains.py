# SPDX-License-Identifier: MIT
"""What is left in the file of words that were removed, and sweeping it out.

`secure_delete` overwrites a removed cell where it stood, but not the copy that stays in a page's unused
middle when its cells moved to a neighbour. FTS5's `secure-delete` takes a word out of the index's leaves,
but not out of the separators between them (`entry_search_idx`). Writing both anew leaves neither.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault

KEY = "remains"
_NOBODY = -1
"""A rowid that no place has."""


def note(vault: Vault) -> None:
    """Remember, in the transaction that removes words, that the file is to be swept."""
    vault.execute("INSERT OR IGNORE INTO preferences (key, value) VALUES (?, 'true')", (KEY,))


def are_due(vault: Vault) -> bool:
    """Whether words were removed since the file was last swept."""
    return vault.query_one("SELECT 1 FROM preferences WHERE key = ?", (KEY,)) is not None


def sweep(vault: Vault) -> None:
    """Write the index and the file anew, so that nothing is left of removed words; not in a transaction.

    Needs as much room again as the file takes. Raises DiskFull; then all is as it was and still due.
    """
    with vault.transaction():
        # one segment alone would be left as it is; with a second one beside it, both are written anew
        vault.execute("INSERT INTO entry_search(rowid, title) VALUES (?, 'a')", (_NOBODY,))
        vault.execute("INSERT INTO entry_search(entry_search) VALUES ('optimize')")
        vault.execute(
            "INSERT INTO entry_search(entry_search, rowid, title) VALUES ('delete', ?, 'a')", (_NOBODY,)
        )
    vault.execute("VACUUM")
    vault.checkpoint()
    vault.execute("DELETE FROM preferences WHERE key = ?", (KEY,))
