# SPDX-License-Identifier: MIT
"""Reads a journal of IPNB Journal without that program and without SQLCipher, damaged or not.

It needs Python 3.9 or later and the package `cryptography` (44 or later), nothing else, and changes
nothing in the journal. What it writes is not encrypted: keep it safe, and delete it when you are done.

A journal is an SQLCipher 4 file: pages of 4096 bytes, each AES-256-CBC with its own IV and an
HMAC-SHA512 over text, IV and page number; the first 16 bytes are the salt in clear. Without those
wrappings it is an SQLite 3 file as described at https://www.sqlite.org/fileformat2.html.
"""

from __future__ import annotations

import argparse
import contextlib
import getpass
import hashlib
import hmac
import json
import os
import re
import sqlite3
import struct
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TextIO

try:
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
except ImportError:
    sys.exit("rescue: a package is needed: python3 -m pip install 'cryptography>=44'")

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

PAGE, RESERVED, SALT, IV = 4096, 80, 16, 16
USABLE = PAGE - RESERVED
KINDS = ("table", "index", "trigger", "view")
TABLE_LEAF, TABLE_INSIDE, INDEX_LEAF, INDEX_INSIDE = 13, 5, 10, 2
WAL_HEADER, FRAME_HEADER = 32, 24
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
WORDS = ("title", "noticed", "notice", "body", "connect", "takeaway")
ENTRIES = (
    *("id", "place", "uid", "kind", "about_day", "written_at", "changed_at", "zone", "theme", "prompt_id"),
    *("prompt_version", "prompt_title", "prompt_text", "prompt_lighter", *WORDS, "drawer_since"),
    *("location", "rest", "sealed", "writing_seconds"),
)
ENTRIES_OF_EACH_FORM = (21, 23, 25)
"""How many of these columns the journals of each form have."""

USAGE = """rescue.py JOURNAL.vault PLAIN.db    write an ordinary SQLite file, readable by everybody
       rescue.py JOURNAL.vault --text      print every page as text
       rescue.py JOURNAL.vault --list      say what can be read, write nothing"""
MORE = """You are asked for the passphrase. With --key, give the recovery key of 56 letters instead, or the
line x'...' of the recovery sheet; only that line opens a journal whose first 16 bytes are destroyed.
Changes in JOURNAL.vault-wal are read too: keep that file beside the journal."""


class Refused(Exception):
    """Nothing can be read; the text says why in one line."""


class Secret(NamedTuple):
    """The 32 key bytes, and the 16 salt bytes where a raw key line gave them."""

    key: bytes
    salt: bytes | None = None


def from_passphrase(passphrase: str, salt: bytes) -> Secret:
    """The key that a passphrase makes with the first 16 bytes of a journal: 256 MiB, about a second."""
    if salt[:2] != b"J1":
        raise Refused(
            "These are not the first bytes of a journal. With --key and the line x'...' it may open."
        )
    derivation = Argon2id(salt=salt, length=32, iterations=3, lanes=1, memory_cost=262_144)
    return Secret(derivation.derive(unicodedata.normalize("NFC", passphrase).encode()))


def from_key(text: str) -> Secret:
    """The key in a recovery key of 56 letters, or in a line `x'<64 hex digits>[<32 hex digits>]'`."""
    line = re.fullmatch(r"x'([0-9a-fA-F]{64})([0-9a-fA-F]{32})?'", text.strip())
    if line:
        return Secret(bytes.fromhex(line[1]), bytes.fromhex(line[2]) if line[2] else None)
    letters = re.sub(r"[\s\-\u2010-\u2015\u2212]+", "", text).upper().translate(str.maketrans("OIL", "011"))
    if len(letters) != 56 or any(letter not in LETTERS for letter in letters):
        raise Refused("That is neither a recovery key of 56 letters nor a line x'...'.")
    number = 0
    for letter in letters:
        number = number << 5 | LETTERS.index(letter)
    decoded = number.to_bytes(35, "big")
    if hashlib.sha256(b"journal-recovery-1" + decoded[:32]).digest()[:3] != decoded[32:]:
        raise Refused("One of the letters of that recovery key is not what is on the sheet.")
    return Secret(decoded[:32])


class Opener:
    """Takes the wrapping off one page at a time; `key` 32 bytes, `salt` 16 bytes."""

    def __init__(self, key: bytes, salt: bytes) -> None:
        self._aes = algorithms.AES(key)
        self._seal = hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ 0x3A for byte in salt), 2, 32)

    def plain(self, number: int, page: bytes) -> bytes | None:
        """The plain 4096 bytes of page `number`, counted from 1; None where they are not what was written."""
        clear = SALT if number == 1 else 0
        sealed, seal = page[clear : USABLE + IV], page[USABLE + IV :]
        made = hmac.new(self._seal, sealed + struct.pack("<I", number), "sha512").digest()
        if len(page) != PAGE or not hmac.compare_digest(made, seal):
            return None
        decryptor = Cipher(self._aes, modes.CBC(page[USABLE : USABLE + IV])).decryptor()
        text = decryptor.update(page[clear:USABLE]) + decryptor.finalize()
        return (b"SQLite format 3\0" if clear else b"") + text + bytes(RESERVED)


def salt_of(path: Path) -> bytes:
    """The first 16 bytes of a journal."""
    with path.open("rb") as file:
        return file.read(SALT)


def pages(path: Path, raw: bytes, salt: bytes | None = None) -> Iterator[tuple[int, bytes | None]]:
    """Number and plain bytes of every page of the main file alone; None where a page is damaged or torn."""
    opener = Opener(raw, salt or salt_of(path))
    with path.open("rb") as file:
        number = 1
        while True:
            page = file.read(PAGE)
            if not page:
                return
            yield number, opener.plain(number, page)
            number += 1


def committed(path: Path, raw: bytes, salt: bytes) -> tuple[dict[int, bytes], list[int], int | None]:
    """What a write-ahead log at `path` changed: pages by number, frames that are damaged, pages in all.

    Frames that an earlier round left behind have another salt; what was never committed is left out.
    """
    data, opener = path.read_bytes(), Opener(raw, salt)
    frames = range(WAL_HEADER, len(data) - FRAME_HEADER - PAGE + 1, FRAME_HEADER + PAGE)
    if not frames:
        return {}, [], None
    # the log's own header gives the round, but it may be the damaged part; the first frame has it too
    rounds = {data[16:24], data[frames[0] + 8 : frames[0] + 16]}
    done: dict[int, bytes] = {}
    open_: dict[int, bytes] = {}
    damaged: list[int] = []
    size = None
    for place, at in enumerate(frames, 1):
        number, after = struct.unpack_from(">II", data, at)
        if data[at + 8 : at + 16] not in rounds:
            continue
        plain = opener.plain(number, data[at + FRAME_HEADER : at + FRAME_HEADER + PAGE])
        if plain is None:
            damaged.append(place)
            continue
        open_[number] = plain
        if after:
            done.update(open_)
            open_.clear()
            size = after
    return done, damaged, size


class Journal:
    """Every readable page of a journal, its log included, in memory; see `damaged` for the others.

    `damaged`: page numbers; `missing`: how many pages at the end are not there at all; `frames`: which
    frames of the log are damaged; `notes`: what else there is to say. Raises Refused for a wrong key.
    """

    def __init__(self, path: Path, secret: Secret) -> None:
        salt = secret.salt or salt_of(path)
        self.pages: dict[int, bytes | None] = dict(pages(path, secret.key, salt))
        self.frames: list[int] = []
        self.notes: list[str] = []
        size = None
        log, undo = path.with_name(path.name + "-wal"), path.with_name(path.name + "-journal")
        if log.exists() and log.stat().st_size:
            changed, self.frames, size = committed(log, secret.key, salt)
            self.pages.update(changed)
            self.notes.append(f"{log.name}: {len(changed)} changed pages were read from it.")
        if undo.exists() and undo.stat().st_size:
            self.notes.append(f"{undo.name} was not read: if a change was under way, it may be half there.")
        if not any(self.pages.values()):
            raise Refused(
                "That does not open this journal: a slip in it, another journal's, or everything is damaged."
            )
        first = self.pages.get(1)
        size = size or (struct.unpack_from(">I", first, 28)[0] if first else len(self.pages))
        for number in [number for number in self.pages if number > size]:
            del self.pages[number]
        self.damaged = sorted(number for number, page in self.pages.items() if page is None)
        self.missing = size - len(self.pages)

    @property
    def is_whole(self) -> bool:
        """Whether every page could be read."""
        return not (self.damaged or self.missing)


def varint(data: bytes, at: int) -> tuple[int, int]:
    """SQLite's number of one to nine bytes at a place, as a signed 64-bit one, and the place after it."""
    value = 0
    for step in range(9):
        byte = data[at + step]
        if step == 8:
            value = value << 8 | byte
            return (value - (1 << 64) if value >> 63 else value), at + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + step + 1
    raise AssertionError


class Row(NamedTuple):
    """One record: its rowid (0 in an index), its values, and whether its end was cut off by damage."""

    rowid: int
    values: list[Any]
    is_cut: bool


def record(rowid: int, payload: bytes, whole: bool) -> Row:
    """The values of a record whose end may be missing; text is then cut, other values are None."""
    end, at = varint(payload, 0)
    place, values = end, []
    while at < min(end, len(payload)):
        kind, at = varint(payload, at)
        size = (kind - 12) // 2 if kind >= 12 else (0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0)[kind]
        piece = payload[place : place + size]
        place += size
        values.append(_value(kind, piece, len(piece) == size))
    return Row(rowid, values, not whole)


def _value(kind: int, piece: bytes, whole: bool) -> object:
    if kind >= 13 and kind % 2:
        return piece.decode("utf-8", "strict" if whole else "ignore")
    if kind == 0 or not whole:
        return None
    if kind >= 12:
        return piece
    if kind in (8, 9):
        return kind - 8
    return struct.unpack(">d", piece)[0] if kind == 7 else int.from_bytes(piece, "big", signed=True)


class Trees:
    """The rows in the pages of a journal."""

    def __init__(self, pages: dict[int, bytes | None]) -> None:
        self._pages = pages

    def kind(self, number: int) -> int:
        """What a page is: one of the four kinds of tree page, or anything else."""
        page = self._pages.get(number)
        return page[100 if number == 1 else 0] if page else 0

    def _cells(self, number: int) -> tuple[bytes, list[int]]:
        page, start = self._pages[number] or b"", 100 if number == 1 else 0
        count = struct.unpack_from(">H", page, start + 3)[0]
        first = start + (12 if page[start] in (TABLE_INSIDE, INDEX_INSIDE) else 8)
        return page, [struct.unpack_from(">H", page, first + 2 * cell)[0] for cell in range(count)]

    def rows(self, number: int) -> Iterator[Row]:
        """The rows that stand on one page."""
        kind = self.kind(number)
        if kind not in (TABLE_LEAF, INDEX_LEAF, INDEX_INSIDE):
            return
        page, cells = self._cells(number)
        for at in cells:
            at += 4 if kind == INDEX_INSIDE else 0
            size, at = varint(page, at)
            rowid, at = varint(page, at) if kind == TABLE_LEAF else (0, at)
            payload = self._payload(page, at, size, kind == TABLE_LEAF)
            yield record(rowid, payload, len(payload) == size)

    def _payload(self, page: bytes, at: int, size: int, is_table: bool) -> bytes:
        most = USABLE - 35 if is_table else (USABLE - 12) * 64 // 255 - 23
        if size <= most:
            return page[at : at + size]
        least = (USABLE - 12) * 32 // 255 - 23
        here = least + (size - least) % (USABLE - 4)
        here = here if here <= most else least
        payload, following = page[at : at + here], struct.unpack_from(">I", page, at + here)[0]
        while following and len(payload) < size:
            more = self._pages.get(following)
            if more is None:
                break
            payload += more[4:USABLE]
            following = struct.unpack_from(">I", more)[0]
        return payload[:size]

    def below(self, root: int) -> set[int]:
        """The pages of the tree that starts at `root`, as far as its branches can be read."""
        found: set[int] = set()
        waiting = [root]
        while waiting:
            number = waiting.pop()
            if number in found or self.kind(number) not in (
                TABLE_LEAF,
                TABLE_INSIDE,
                INDEX_LEAF,
                INDEX_INSIDE,
            ):
                continue
            found.add(number)
            if self.kind(number) in (TABLE_INSIDE, INDEX_INSIDE):
                page, cells = self._cells(number)
                waiting += [struct.unpack_from(">I", page, at)[0] for at in cells]
                waiting.append(struct.unpack_from(">I", page, (100 if number == 1 else 0) + 8)[0])
        return found


class Made(NamedTuple):
    """What a journal says of one of its tables, indices, triggers: `root` is the first page of its tree."""

    kind: str
    name: str
    table: str
    root: int
    sql: str


class Rebuilt:
    """Puts every readable row of a journal into the empty database `into`, search index included.

    A table whose description is lost becomes `found_N`, N being how many columns it has. `read`: how many
    rows, by table; `lost`: one line for each row that is known to be lost or cut.
    """

    def __init__(self, journal: Journal, into: sqlite3.Connection) -> None:
        self.read: dict[str, int] = {}
        self._days: dict[tuple[str, int], str] = {}
        self._cut: set[tuple[str, int]] = set()
        self._into, self._trees = into, Trees(journal.pages)
        self._leaves = [number for number in journal.pages if self._trees.kind(number) == TABLE_LEAF]
        schema = self._schema()
        self._virtual = [made.name for made in schema if made.sql.startswith("CREATE VIRTUAL")]
        inner = tuple(f"{name}_" for name in self._virtual)
        self._shadows = [made for made in schema if inner and made.name.startswith(inner)]
        self._plain = [
            made for made in schema if made not in self._shadows and made.name not in self._virtual
        ]
        self._columns = {}
        into.isolation_level = None
        for pragma in ("journal_mode = OFF", "temp_store = MEMORY", "foreign_keys = OFF"):
            into.execute(f"PRAGMA {pragma}")
        into.execute("BEGIN")
        self._make(("table", "index"))
        self._columns = {made.name: self._named(made.name) for made in self._plain if made.kind == "table"}
        self._fill()
        self._make_searchable(schema)
        self._make(("trigger", "view"))
        into.execute("COMMIT")
        first = journal.pages.get(1)
        if first:
            for pragma, at in (("user_version", 60), ("application_id", 68)):
                into.execute(f"PRAGMA {pragma} = {struct.unpack_from('>i', first, at)[0]}")

    @property
    def lost(self) -> list[str]:
        """What could not be read."""
        lines = []
        for (table, rowid), day in sorted(self._days.items()):
            what = "only its beginning can be read" if (table, rowid) in self._cut else "cannot be read"
            lines.append(f"{table}: row {rowid}{day and f', about {day}'}: {what}")
        return lines

    def _schema(self) -> list[Made]:
        """Everything that made itself known; such rows are told by their words, wherever they lie."""
        rows = [row for number in self._leaves for row in self._trees.rows(number) if _is_description(row)]
        told = [row.values for row in rows if not row.is_cut]
        return [Made(kind, name, table, root or 0, sql or "") for kind, name, table, root, sql in told]

    def _make(self, kinds: Sequence[str]) -> None:
        for kind in kinds:
            for made in self._plain:
                if made.kind == kind and made.sql:
                    # an index or trigger may name a table whose description is lost
                    with contextlib.suppress(sqlite3.OperationalError):
                        self._into.execute(made.sql)

    def _make_searchable(self, schema: Sequence[Made]) -> None:
        for made in schema:
            # what it searches may be lost
            with contextlib.suppress(sqlite3.OperationalError):
                if made.name in self._virtual:
                    self._into.execute(made.sql)
                    self._into.execute(f"INSERT INTO {made.name}({made.name}) VALUES ('rebuild')")

    def _named(self, table: str) -> list[tuple[str, bool]]:
        """Name of each column in order, and whether it is the rowid itself."""
        told = self._into.execute(f"PRAGMA table_info({table})").fetchall()
        single = sum(1 for column in told if column[5]) == 1
        return [(column[1], bool(single and column[5] and column[2].upper() == "INTEGER")) for column in told]

    def _fill(self) -> None:
        tables = {made.name: made.root for made in self._plain if made.kind == "table"}
        owners = {page: name for name, root in tables.items() for page in self._trees.below(root)}
        aside = {
            page for root in (1, *(made.root for made in self._shadows)) for page in self._trees.below(root)
        }
        for number in self._leaves:
            rows = [] if number in aside else list(self._trees.rows(number))
            rows = [row for row in rows if not _is_description(row)]
            owner = owners.get(number) or self._likely(rows)
            for row in rows:
                self._add(owner, self._columns[owner], row)
        for name, root in tables.items():
            for row in self._in_index(root):
                self._add(name, self._columns[name], row)
        for made in self._plain:
            if made.kind == "index" and made.table in tables and " WHERE " not in made.sql:
                self._learn_from(made)

    def _in_index(self, root: int) -> list[Row]:
        """The rows of an index, or of a table that SQLite keeps as one (WITHOUT ROWID)."""
        numbers = sorted(self._trees.below(root))
        numbers = [number for number in numbers if self._trees.kind(number) in (INDEX_LEAF, INDEX_INSIDE)]
        return [row for number in numbers for row in self._trees.rows(number) if not row.is_cut]

    def _likely(self, rows: Sequence[Row]) -> str:
        """The table that a leaf without a branch belongs to: a row fits no two of a journal."""
        if not rows:
            return ""
        fitting = [name for name in self._columns if self._fits(name, rows[0])]
        if len(fitting) == 1:
            return fitting[0]
        count, kind = len(rows[0].values), rows[0].values[3:4]
        is_entry = count in ENTRIES_OF_EACH_FORM and kind in (["free"], ["guided"])
        name = "entries" if is_entry else f"found_{count}"
        if name not in self._columns:
            columns = ENTRIES if name == "entries" else [f"c{at}" for at in range(count)]
            self._into.execute(
                f"CREATE TABLE {name} ({columns[0]} INTEGER PRIMARY KEY, {', '.join(columns[1:])})"
            )
            self._columns[name] = self._named(name)
        return name

    def _fits(self, table: str, row: Row) -> bool:
        """Whether a row can be one of the table; one from before it gained columns lacks some at its end."""
        told = self._into.execute(f"PRAGMA table_info({table})").fetchall()
        if len(row.values) > len(told) or any(one[4] is None for one in told[len(row.values) :]):
            return False
        return all(
            value is None or isinstance(value, str) is (kind == "TEXT")
            for value, (_, _, kind, *_) in zip(row.values, told)  # noqa: B905
            if kind
        )

    def _add(self, table: str, columns: Sequence[tuple[str, bool]], row: Row) -> None:
        count = min(len(columns), len(row.values))
        values = [row.rowid if columns[at][1] else row.values[at] for at in range(count)]
        names, holes = ", ".join(columns[at][0] for at in range(count)), ", ".join("?" * count)
        done = self._into.execute(f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({holes})", values)
        self.read[table] = self.read.get(table, 0) + done.rowcount
        if row.is_cut:
            self._days[table, row.rowid] = next((day for day in map(_day, row.values) if day), "")
            if done.rowcount:
                self._cut.add((table, row.rowid))

    def _learn_from(self, index: Made) -> None:
        """Learn from an index which rows of its table are lost, or find there what its table lost."""
        indexed = [name for _, _, name in self._into.execute(f"PRAGMA index_info({index.name})")]
        columns, rows = self._columns[index.table], self._in_index(index.root)
        if sorted(indexed) == sorted(name for name, _ in columns):
            for row in rows:
                self._add(index.table, [(name, False) for name in indexed], row)
        elif any(is_rowid for _, is_rowid in columns):
            have = {rowid for (rowid,) in self._into.execute(f"SELECT rowid FROM {index.table}")}
            for row in rows:
                *first, rowid = row.values
                if rowid not in have:
                    key = (index.table, rowid)
                    self._days[key] = self._days.get(key) or next(
                        (day for day in map(_day, first) if day), ""
                    )


def _is_description(row: Row) -> bool:
    return len(row.values) == 5 and row.values[0] in KINDS


def _day(value: object) -> str:
    return value if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value) else ""


def write_plain(journal: Journal, target: Path) -> list[str]:
    """Write an ordinary SQLite file that only you can read; says what of the rows is lost.

    Raises FileExistsError: nothing is overwritten.
    """
    descriptor = os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "wb") as out:
        for number in sorted(journal.pages) if journal.is_whole else ():
            page = bytearray(journal.pages[number] or b"")
            if number == 1:
                # a file that says it has a log beside it would be given one
                page[18:20] = b"\1\1"
            out.write(page)
    into = sqlite3.connect(target)
    try:
        if not journal.is_whole:
            return Rebuilt(journal, into).lost
        # an older SQLite cannot read the form of index that wipes deleted words, but can make it anew
        into.execute("PRAGMA journal_mode = MEMORY")
        searched = "SELECT name FROM sqlite_master WHERE sql LIKE '%USING fts5(%'"
        for (name,) in into.execute(searched).fetchall():
            into.execute(f"UPDATE {name}_config SET v = 4 WHERE k = 'version'")
            into.execute(f"INSERT INTO {name}({name}) VALUES ('rebuild')")
        into.commit()
        return []
    finally:
        into.close()


def print_text(journal: Journal, out: TextIO) -> list[str]:
    """Print every page, oldest day first, those still open, own prompts and notes; says what is lost."""
    into = sqlite3.connect(":memory:")
    rebuilt = Rebuilt(journal, into)
    tables = {name for (name,) in into.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for table, order in (("entries", "place"), ("drafts", "saved_at")):
        if table not in tables:
            continue
        columns = {name for _, name, *_ in into.execute(f"PRAGMA table_info({table})")}
        where = "location" if "location" in columns else "''"
        asked = f"about_day, prompt_title, prompt_text, {where}, " + ", ".join(WORDS)
        for day, *texts in into.execute(f"SELECT {asked} FROM {table} ORDER BY {order}"):
            print("=" * 72, f"{day}{'  (still open)' if table == 'drafts' else ''}", sep="\n", file=out)
            _print_parts(zip(("prompt", "asked", "where", *WORDS), texts), out)  # noqa: B905
    if "own_prompts" in tables:
        for (text,) in into.execute("SELECT fields FROM own_prompts ORDER BY grouped, position"):
            print("=" * 72, "a prompt of your own", sep="\n", file=out)
            _print_parts(_parts_of(text), out)
    for table, name, words in (
        ("event_notes", "a note on the time line", "text"),
        ("look_backs", "a note beside a Look-back", "note"),
    ):
        asked = f"SELECT day, {words} FROM {table} WHERE {words} <> '' ORDER BY day, id"
        for day, text in into.execute(asked) if table in tables else ():
            print("=" * 72, f"{day}  ({name})", sep="\n", file=out)
            _print_parts([("note", text)], out)
    into.close()
    return rebuilt.lost


def _print_parts(parts: Iterable[tuple[str, Any]], out: TextIO) -> None:
    for name, text in parts:
        if text:
            print(f"\n[{name}]\n{text}", file=out)
    print(file=out)


def _parts_of(text: str) -> list[tuple[str, Any]]:
    """The words of an own prompt by their names; all of it as one where its end is missing."""
    try:
        fields = json.loads(text)
        return [(name, fields[name]) for name in ("title", "note")] + [
            *fields["steps"].items(),
            ("lighter", fields["lighter"]),
        ]
    except (ValueError, KeyError, TypeError, AttributeError):
        return [("what can be read", text)]


def report(journal: Journal, lost: Sequence[str], out: TextIO) -> None:
    """Say what could not be read."""
    total = len(journal.pages) + journal.missing
    bad = len(journal.damaged) + journal.missing
    print(f"{total - bad} of {total} pages of the file can be read.", file=out)
    if journal.damaged:
        print("damaged pages: " + ", ".join(str(number) for number in journal.damaged), file=out)
    if journal.missing:
        print(f"missing at the end: {journal.missing} pages", file=out)
    if journal.frames:
        print("damaged frames of the log: " + ", ".join(str(place) for place in journal.frames), file=out)
    for line in (*journal.notes, *lost):
        print(line, file=out)


def _asked(arguments: argparse.Namespace) -> Secret:
    name = "Recovery key or line x'...': " if arguments.key else "Passphrase: "
    if arguments.fd is None:
        typed = getpass.getpass(name)
    else:
        with os.fdopen(arguments.fd, encoding="utf-8") as given:
            typed = given.readline().rstrip("\r\n")
    return from_key(typed) if arguments.key else from_passphrase(typed, salt_of(arguments.journal))


def main(given: Sequence[str] | None = None) -> int:
    """Run the program; 0 done, 1 refused or something could not be read, 2 wrong usage."""
    parser = argparse.ArgumentParser(usage=USAGE, description=__doc__.split("\n\n", 1)[0], epilog=MORE)
    parser.add_argument("journal", type=Path, metavar="JOURNAL.vault")
    parser.add_argument(
        "plain", type=Path, nargs="?", metavar="PLAIN.db", help="a file that is not there yet"
    )
    parser.add_argument("--text", action="store_true", help="print every page as text")
    parser.add_argument("--list", action="store_true", help="say what can be read")
    parser.add_argument("--key", action="store_true", help="give the recovery key or the line x'...'")
    parser.add_argument("--fd", type=int, metavar="N", help="read the secret from file descriptor N")
    arguments = parser.parse_args(given)
    if (arguments.plain is not None) + arguments.text + arguments.list != 1:
        parser.error("name a file to write, or --text, or --list")
    try:
        if not arguments.journal.is_file() or arguments.journal.stat().st_size < PAGE:
            raise Refused(f"{arguments.journal}: no journal is there, or not even its first page.")
        if arguments.plain is not None and arguments.plain.exists():
            raise Refused(f"{arguments.plain} is there already; nothing is overwritten.")
        journal = Journal(arguments.journal, _asked(arguments))
        if arguments.plain is not None:
            lost = write_plain(journal, arguments.plain)
        elif arguments.text:
            lost = print_text(journal, sys.stdout)
        else:
            into = sqlite3.connect(":memory:")
            rebuilt = Rebuilt(journal, into)
            into.close()
            lost = rebuilt.lost
            print(f"{rebuilt.read.get('entries', 0)} entries can be read.")
        report(journal, lost, sys.stderr if arguments.text else sys.stdout)
    except (Refused, OSError, sqlite3.Error) as error:
        print(f"rescue: {error}", file=sys.stderr)
        return 1
    return 0 if journal.is_whole and not journal.frames else 1


if __name__ == "__main__":
    sys.exit(main())
