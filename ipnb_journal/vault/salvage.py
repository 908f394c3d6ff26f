# SPDX-License-Identifier: MIT
"""What can be read of a damaged vault, put into a new one beside it that the same key opens.

Every row whose own pages are whole is taken, whatever happened to the rest. A row with a piece missing is
taken as far as its text goes. The damaged file is only read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from ipnb_journal.errors import NotAVault, VaultDamaged, VaultExists, WrongPassphrase
from ipnb_journal.vault import copying, files, place, shapes
from ipnb_journal.vault.connection import Row, mapped
from ipnb_journal.vault.keys import HEADER_SIZE, PROFILES, VaultKey, profile_of
from ipnb_journal.vault.leaves import ABSENT, TOLD_EVERY, Leaves
from ipnb_journal.vault.lock import WriterLock
from ipnb_journal.vault.vault import Vault

Progress = Callable[[int, int], None]
"""Called with the parts of the work done so far and their number in all: three for each page of the file."""

TABLES = (
    *("people", "entries", "versions", "drafts", "checkins", "prompt_events", "contacts"),
    *("own_prompts", "event_notes", "look_backs"),
)
"""The tables with a rowid, in an order in which each row comes after what it points to."""

_LATER = ("own_prompts", "event_notes", "look_backs")
"""Tables that older files lack; where the schema can't be read, something else may stand in their place."""

_TOLD_BY = {
    "checkins": ("checkins_by_day", "pair"),
    "versions": ("versions_of_entry", "triple"),
    **{table: (f"sqlite_autoindex_{table}_1", "pair") for table in _LATER},
}
"""Which index tells of the rows of a table, and what it holds."""

_INDICES = {"entry_people": "entries_of_person", "entry_tags": "entries_of_tag"}
_CUT = "\n\n[…]"
_GROWING = ".new-readable"


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What came of it. `path`: the new vault.

    `entries`: pages in it; `cut`: how many of them lack a piece; `lost`: pages known of that are not in it;
    `days`: the days that cut and lost pages are about, as far as known; `others`: how many check-ins, drafts
    and so on are known to be lost, by table; `loose`: whether some tags, people of pages or settings may be
    missing; `damaged`: parts of the file that can't be read.
    """

    path: Path
    entries: int
    cut: int
    lost: int
    days: tuple[date, ...]
    others: tuple[tuple[str, int], ...]
    loose: bool
    damaged: int


@dataclass(slots=True)
class _Found:
    """What was read: rows by table and id, which of them are cut, and what the schema said."""

    rows: dict[str, dict[int, Row]] = field(default_factory=lambda: {name: {} for name in TABLES})
    cut: set[tuple[str, int]] = field(default_factory=set)
    roots: dict[str, int] = field(default_factory=dict)


def salvage(path: Path, raw: bytes, progress: Progress | None = None) -> Salvaged:
    """Put what can be read of the closed vault at `path` into a new one beside it; takes a minute for 100 MB.

    The new one keeps header and key, so passphrase and recovery sheet open it as before. Raises VaultBusy,
    WrongPassphrase where no part opens with this key, DiskFull, VaultReadOnly, VaultDamaged where the new
    one could not be proved; then there is no new one.
    """
    path = path.resolve()
    lock = WriterLock(path)
    try:
        return _salvaged(path, VaultKey(header_of(path), raw), progress)
    finally:
        lock.release()


def salvage_open(vault: Vault, progress: Progress | None = None) -> Salvaged:
    """As `salvage`, for a vault that is open; it is closed meanwhile and open again afterwards.

    One that damage closed before stays so.
    """
    told: list[Salvaged] = []

    def work() -> None:
        told.append(_salvaged(vault.path, vault.key, progress))

    if not vault.is_open:
        return salvage(vault.path, vault.key.raw, progress)
    with suppress(VaultDamaged):
        vault.read_afresh(work)
    if not told:
        raise VaultDamaged(file=vault.path, detail="closed")
    return told[0]


def _salvaged(path: Path, key: VaultKey, progress: Progress | None) -> Salvaged:
    target = _free_name(path)
    copying.need_room(path.parent, 3 * path.stat().st_size, path)
    leaves = Leaves(path, key, files.beside(target, ".new-leaves"), _third(progress, 0))
    try:
        if len(leaves.damaged) == leaves.pages:
            raise WrongPassphrase(file=path)
        return _into(target, key, leaves, progress)
    finally:
        leaves.close()


def _third(progress: Progress | None, number: int) -> Progress | None:
    """Tells how far one of the three rounds is as how far the whole is: laying, reading, putting pages."""
    if progress is None:
        return None
    return lambda done, pages: progress(number * pages + done, 3 * pages)


def header_of(path: Path) -> bytes:
    """The 16 bytes at the start of a vault that may be damaged anywhere else. Raises NotAVault."""
    with mapped(path), path.open("rb") as file:
        header = file.read(HEADER_SIZE)
    if profile_of(header) not in PROFILES:
        raise NotAVault(file=path, reason="header")
    return header


def _free_name(path: Path) -> Path:
    for number in range(1, 1000):
        name = path.with_name(f"{path.stem}-readable{'' if number == 1 else f'-{number}'}{path.suffix}")
        if not name.exists():
            return name
    raise VaultExists(file=path)


def _into(target: Path, key: VaultKey, leaves: Leaves, progress: Progress | None) -> Salvaged:
    """Fill a vault under another name, and give it the name `target` once it is whole and proved."""
    growing = files.beside(target, _GROWING)
    with mapped(target):
        # one that was cut short may have left its own
        for suffix in ("", *files.LOGS):
            files.beside(growing, suffix).unlink(missing_ok=True)
    vault = Vault.create(growing, key)
    try:
        known = shapes.of(vault, TABLES)
        found = _read(leaves, known, _third(progress, 1))
        roots = dict(vault.query("SELECT name, rootpage FROM sqlite_master")) | found.roots
        loose = _put(vault, found, known, leaves, roots)
        told = replace(_told(vault, found, leaves, roots, loose), path=target)
        vault.take_topics()
        vault.close()
        copying.verified(growing, key.raw)
        with mapped(target):
            files.set_old_logs_aside(target)
            files.publish(growing, target)
        if progress is not None:
            progress(3 * leaves.pages, 3 * leaves.pages)
    except BaseException:
        vault.close()
        growing.unlink(missing_ok=True)
        raise
    return told


def _read(leaves: Leaves, known: dict[str, shapes.Shape], progress: Progress | None) -> _Found:
    found, damaged = _Found(), set(leaves.damaged)
    for page in range(2, leaves.pages + 1):
        for row in leaves.rows(page) if page not in damaged else ():
            _take(found, known, row)
        if progress is not None and (page % TOLD_EVERY == 0 or page == leaves.pages):
            progress(page, leaves.pages)
    return found


def _take(found: _Found, known: dict[str, shapes.Shape], row: Row) -> None:
    rowid, *values = row
    while values and values[-1] == ABSENT:
        values.pop()
    if len(values) == 5 and values[0] in ("table", "index") and isinstance(values[3], int):
        found.roots[str(values[1])] = values[3]
        return
    values, is_cut = _mended(values)
    for table, shape in known.items():
        kept = shape.fitting(values, is_cut=is_cut)
        if kept is not None:
            _keep(found, table, (rowid, *kept[1:]), is_cut)
            return


def _keep(found: _Found, table: str, row: Row, is_cut: bool) -> None:
    """Remember a row; seen twice, the whole one counts."""
    key = (table, row[0])
    if row[0] not in found.rows[table]:
        found.rows[table][row[0]] = row
        if is_cut:
            found.cut.add(key)
    elif not is_cut and key in found.cut:
        found.rows[table][row[0]] = row
        found.cut.remove(key)


def _mended(values: list[Any]) -> tuple[list[Any], bool]:
    """The values as far as they can be trusted: nothing behind a gap is. And whether there was one."""
    at = next((number for number, value in enumerate(values) if _is_cut(value)), None)
    if at is None:
        return values, False
    # the last letter before the gap may itself be half there
    beginning = values[at].split("\0", 1)[0].rstrip("\ufffd")
    return [*values[:at], beginning + _CUT, *(len(values) - at - 1) * [None]], True


def _is_cut(value: object) -> bool:
    return isinstance(value, str) and "\0" in value


def _put(
    vault: Vault,
    found: _Found,
    known: dict[str, shapes.Shape],
    leaves: Leaves,
    roots: dict[str, int],
) -> bool:
    """Put everything into the new vault, nothing pointing to what is lost; whether links may be missing."""
    with vault.transaction():
        _name_unknown_people(found)
        for table in TABLES:
            columns = [column.name for column in known[table].columns]
            linked = (_linked(found, table, columns, row) for row in found.rows[table].values())
            _insert(vault, table, columns, [row for row in linked if row])
        people, people_whole = _pairs(leaves, roots, "entry_people", int)
        here = [
            pair for pair in people if pair[0] in found.rows["entries"] and pair[1] in found.rows["people"]
        ]
        _insert(vault, "entry_people", ["entry_id", "person_id"], here)
        tags, tags_whole = _pairs(leaves, roots, "entry_tags", str)
        here = [pair for pair in tags if pair[0] in found.rows["entries"]]
        _insert(vault, "entry_tags", ["entry_id", "tag"], here)
        marks, marks_whole = _marks(found, leaves, roots)
        _insert(vault, "prompt_marks", ["prompt_id", "favourite", "never"], marks)
        kept, kept_whole = leaves.pairs(roots["preferences"])
        _insert(vault, "preferences", ["key", "value"], [pair for pair in kept if _are(pair, str, str)])
    return not (people_whole and tags_whole and marks_whole and kept_whole)


def _insert(vault: Vault, table: str, columns: list[str], rows: Iterable[Row]) -> None:
    holes = ", ".join("?" * len(columns))
    vault.execute_many(f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) VALUES ({holes})", rows)


def _name_unknown_people(found: _Found) -> None:
    """Somebody whose name is lost but who was asked about stays somebody."""
    people = found.rows["people"]
    asked_about = [row[6] for row in found.rows["checkins"].values()]
    for person in (*asked_about, *(row[4] for row in found.rows["look_backs"].values())):
        if person is not None and person not in people:
            people[person] = (person, f"lost-{person}", "?", 0, len(people), 0)


def _linked(found: _Found, table: str, columns: list[str], row: Row) -> Row | None:
    """The row without a link to a lost page; None where it makes no sense alone."""
    at = columns.index("entry_id") if "entry_id" in columns else None
    if at is None or row[at] is None or row[at] in found.rows["entries"]:
        return row
    return None if table == "versions" else (*row[:at], None, *row[at + 1 :])


def _pairs(leaves: Leaves, roots: dict[str, int], table: str, second: type) -> tuple[list[Row], bool]:
    """Who or what pages name: from the table, and turned round from its index where the table has gaps."""
    pairs, whole = leaves.pairs(roots[table])
    found = {pair: None for pair in pairs if _are(pair, int, second)}
    if not whole:
        turned, whole = leaves.pairs(roots[_INDICES[table]])
        found |= {(pair[1], pair[0]): None for pair in turned if _are(pair, second, int)}
    return list(found), whole


def _marks(found: _Found, leaves: Leaves, roots: dict[str, int]) -> tuple[list[Row], bool]:
    """The marks on prompts; where the schema was read and does not name them, there are none to be missed."""
    if found.roots and "prompt_marks" not in found.roots:
        return [], True
    rows, whole = leaves.pairs(roots["prompt_marks"], "triple")
    return [row for row in rows if _are(row, str, int) and isinstance(row[2], int)], whole


def _are(pair: Row, first: type, second: type) -> bool:
    return isinstance(pair[0], first) and isinstance(pair[1], second)


def _told(vault: Vault, found: _Found, leaves: Leaves, roots: dict[str, int], loose: bool) -> Salvaged:
    about = _known_days(leaves, roots)
    entries = found.rows["entries"]
    lost = about.keys() - entries.keys()
    cut = {number for table, number in found.cut if table == "entries"}
    days = {about[number] for number in lost} | {date.fromisoformat(entries[number][4]) for number in cut}
    others = {table: _lost(leaves, roots, found, table) for table in _TOLD_BY}
    count = vault.query_one("SELECT count(*) FROM entries")
    return Salvaged(
        path=vault.path,
        entries=int(count[0]) if count else 0,
        cut=len(cut),
        lost=len(lost),
        days=tuple(sorted(days)),
        others=tuple((table, number) for table, number in others.items() if number),
        loose=loose,
        damaged=len(leaves.damaged),
    )


def _known_days(leaves: Leaves, roots: dict[str, int]) -> dict[int, date]:
    """The day of every page that an index of pages still tells of, by the page's id."""
    days: dict[int, date] = {}
    pairs, _ = leaves.pairs(roots["sqlite_autoindex_entries_1"])
    for spot, number in (pair for pair in pairs if _are(pair, int, int)):
        if place.day_range(date.min)[0] <= spot < place.END:
            days[number] = date.fromordinal(spot >> 24)
    pairs, _ = leaves.pairs(roots["entries_by_day"])
    for day, number in (pair for pair in pairs if _are(pair, str, int)):
        days[number] = date.fromisoformat(day)
    return days


def _lost(leaves: Leaves, roots: dict[str, int], found: _Found, table: str) -> int:
    index, kind = _TOLD_BY[table]
    if table in _LATER and index not in found.roots:
        return 0
    rows, _ = leaves.pairs(roots[index], kind)
    known = {row[-1] for row in rows if isinstance(row[-1], int)}
    return len(known - found.rows[table].keys())
