# SPDX-License-Identifier: MIT
"""Making a journal, writing in it, changing its key, its tables, its place."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ipnb_journal.errors import VaultNewer
from ipnb_journal.vault import remains, schema
from ipnb_journal.vault.vault import Vault
from tests.torture import journal
from tests.torture.journal import FIRST, NEW, OLD, add, left_over, look, missing, opens, say, using, vault_in
from tests.torture.operation import Operation, is_journal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipnb_journal.vault.connection import Connection

COMMITS = 25
REMOVED = 500


def _nothing(_folder: Path) -> None:
    """A creation starts from an empty folder."""


def _new_place(folder: Path) -> Path:
    return folder / "made" / "notes.vault"


def _create(folder: Path) -> None:
    with using(Vault.create(_new_place(folder), OLD), first=0) as vault:
        say("+made")
        add(vault, 0)


def _judge_created(folder: Path, said: Sequence[str]) -> str | None:
    path = _new_place(folder)
    if not path.exists():
        if "+made" in said:
            return "the journal was made and is not there"
        Vault.create(path, OLD).close()
    found = look(path, OLD)
    return missing(found, said, first=0) or left_over(path.parent)


def _save(folder: Path) -> None:
    with using(Vault.open(vault_in(folder), OLD.raw)) as vault:
        for number in range(FIRST, FIRST + COMMITS // 3):
            add(vault, number)
            if number == FIRST + COMMITS // 6:
                vault.checkpoint()
        journal.begin(vault, FIRST + COMMITS // 3)
        vault.checkpoint()


def _judge_saved(folder: Path, said: Sequence[str]) -> str | None:
    return missing(look(vault_in(folder), OLD), said) or left_over(folder)


def _save_carelessly(folder: Path) -> None:
    with using(Vault.open(vault_in(folder), OLD.raw)) as vault:
        vault.query("PRAGMA synchronous = NORMAL")
        for number in range(FIRST, FIRST + COMMITS // 3):
            add(vault, number)
            if number == FIRST + COMMITS // 6:
                vault.checkpoint()


def _save_too_soon(folder: Path) -> None:
    with using(Vault.open(vault_in(folder), OLD.raw)) as vault:
        for number in range(FIRST, FIRST + COMMITS // 3):
            say(f"+page {number}")
            journal.write(vault, number)


def _sweep(folder: Path) -> None:
    with using(Vault.open(vault_in(folder), OLD.raw)) as vault:
        add(vault, FIRST)
        journal.write(vault, REMOVED)
        _remove(vault)
        remains.sweep(vault)
        add(vault, FIRST + 1)
        journal.write(vault, REMOVED)
        _remove(vault)


def _remove(vault: Vault) -> None:
    """Take a page out; its words are swept out of the file when that is asked for, or on closing."""
    with vault.transaction():
        vault.execute("DELETE FROM entries WHERE title = ?", (f"{REMOVED}",))
        remains.note(vault)


def _change(folder: Path) -> None:
    path = vault_in(folder)
    # a second attempt finds it changed already, where the first was told so and could not go on
    with using(Vault.open(path, (OLD if opens(path, OLD) else NEW).raw)) as vault:
        add(vault, FIRST)
        if vault.key == OLD:
            vault.change_key(NEW)
        say("+changed")
        add(vault, FIRST + 1)


def _judge_changed(folder: Path, said: Sequence[str]) -> str | None:
    path = vault_in(folder)
    which = [key for key in (OLD, NEW) if opens(path, key)]
    if len(which) != 1:
        return f"{len(which)} of the two keys open it"
    if {"+changed", "!changed_but_closed"} & set(said) and which == [OLD]:
        return "the change was acknowledged and the old key still opens it"
    return missing(look(path, which[0]), said) or left_over(folder)


def _one_more_step(connection: Connection) -> None:
    """A migration as they come: a table built anew with one more column, an index, every row touched."""
    connection.execute("CREATE TABLE wider (id INTEGER PRIMARY KEY, key TEXT NOT NULL, more TEXT) STRICT")
    connection.execute("INSERT INTO wider (key, more) SELECT title, body FROM entries")
    connection.execute("CREATE INDEX wider_by_key ON wider (key)")
    connection.execute("UPDATE entries SET notice = 'changed on the way'")


@contextmanager
def _newer_version() -> Iterator[None]:
    """The program as its next version will be: with one more migration."""
    schema.MIGRATIONS.append(_one_more_step)
    try:
        yield
    finally:
        schema.MIGRATIONS.pop()


def _migrate(folder: Path) -> None:
    with _newer_version(), using(Vault.open(vault_in(folder), OLD.raw)) as vault:
        say("+migrated")
        add(vault, FIRST)


def _judge_migrated(folder: Path, said: Sequence[str]) -> str | None:
    path = vault_in(folder)
    if _is_migrated(path):
        # a copy of the tables as they were has to stand as soon as they are changed
        if not any(_holds_the_old_tables(copy) for copy in _copies_before(folder)):
            return "the tables were changed and there is no whole copy of the journal as it was"
    elif "+migrated" in said:
        return "the migration was acknowledged and is not there"
    with _newer_version():
        vault = Vault.open(path, OLD.raw)
        changed = vault.query("SELECT count(*) FROM entries JOIN wider ON key = title AND more = body")
        vault.close()
        if changed[0][0] < FIRST:
            return "the migration is there in part"
        return missing(look(path, OLD), said) or left_over(folder, ("backups",)) or _half_copy(folder)


def _is_migrated(path: Path) -> bool:
    """Whether today's program says that a newer one has changed the journal; it changes nothing itself."""
    try:
        Vault.open(path, OLD.raw).close()
    except VaultNewer:
        return True
    return False


def _copies_before(folder: Path) -> list[Path]:
    return sorted((folder / "backups").glob("notes-before-*.vault"))


def _holds_the_old_tables(copy: Path) -> bool:
    with tempfile.TemporaryDirectory() as name:
        return missing(look(Path(shutil.copy(copy, name)), OLD), ()) is None


def _half_copy(folder: Path) -> str | None:
    whole = set(_copies_before(folder))
    left = [path.name for path in (folder / "backups").iterdir() if path not in whole]
    return f"half-written: {left[0]} is left" if left else None


def _keeps_copies(name: str) -> bool:
    return is_journal(name) or (name.startswith("notes-before-") and name.endswith(".vault"))


def _other_place(folder: Path) -> Path:
    return folder / "elsewhere"


def _move(folder: Path) -> None:
    with using(Vault.open(vault_in(folder), OLD.raw)) as vault:
        add(vault, FIRST)
        vault.move(_other_place(folder))
        say("+moved")
        add(vault, FIRST + 1)


def _judge_moved(folder: Path, said: Sequence[str]) -> str | None:
    there, here = vault_in(_other_place(folder)), vault_in(folder)
    if not there.exists():
        return "it was moved and is not there" if "+moved" in said else missing(look(here, OLD), said)
    lost = missing(look(there, OLD), said) or left_over(there.parent)
    if lost or not here.exists():
        return lost
    return missing(look(here, OLD), [line for line in said if line != f"+page {FIRST + 1}"][:3])


_MIGRATE_TELLS = frozenset({"!disk_full", "!not_upgraded"})
_CHANGE_TELLS = frozenset({"!disk_full", "!changed_but_closed"})

OPERATIONS = (
    Operation("create", _nothing, _create, _judge_created),
    Operation("save", journal.make, _save, _judge_saved),
    Operation("save carelessly", journal.make, _save_carelessly, _judge_saved, loses_by="power loss"),
    Operation("save told too soon", journal.make, _save_too_soon, _judge_saved, loses_by="kill"),
    Operation("sweep", journal.make, _sweep, _judge_saved),
    Operation("change passphrase", journal.make, _change, _judge_changed, _CHANGE_TELLS),
    Operation("migrate", journal.make, _migrate, _judge_migrated, _MIGRATE_TELLS, _keeps_copies),
    Operation("move", journal.make, _move, _judge_moved),
)
