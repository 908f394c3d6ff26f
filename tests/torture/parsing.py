# SPDX-License-Identifier: MIT
"""Every parser the project has, and a process that tries each on bytes nobody meant well with.

Run as `python -m tests.torture.parsing`: for each line of JSON on standard input (`parser`, then
`inputs`, the names of hostile inputs, then `seed`) it answers with one line: the complaints, by input.
Each input is parsed in a fork of its own that may take half a second of the processor and 200 MiB more
than what the program itself needs, and ends in a value or an AppError.
"""

from __future__ import annotations

import io
import json
import os
import resource
import select
import shutil
import signal
import sys
import tempfile
import time
from contextlib import contextmanager, redirect_stderr
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from ipnb_journal import paths
from ipnb_journal.cli import commands, prompts_check
from ipnb_journal.desktop.wording import prompt_problems
from ipnb_journal.domain.backups import made_at
from ipnb_journal.domain.history import HistoryFilter
from ipnb_journal.errors import AppError
from ipnb_journal.formats import crisis_lines, display_text, json_archive_reader, sample_pages
from ipnb_journal.formats.toml_places import MOST_BYTES
from ipnb_journal.services import backups, history, passphrases, people, remembered, settings, transfer
from ipnb_journal.vault import files, keychain, keys, lock, search
from ipnb_journal.vault.vault import Vault
from tests.torture import hostile_inputs, specimens
from tests.torture.specimens import KEY, NOW

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SECONDS, BYTES = 0.5, 200 * 1024 * 1024
PATIENCE = 20.0
LONGEST_ARGUMENT = 128 * 1024
FOLDER = Path(tempfile.mkdtemp(prefix="parsing-"))


def _file(content: bytes, name: str = "given.toml") -> Path:
    path = FOLDER / name
    path.write_bytes(content)
    return path


def _text(content: bytes) -> str:
    """Text as it can come from outside, with halves of characters in it."""
    return content.decode("utf-8", "surrogateescape")


@contextmanager
def _journal() -> Iterator[Vault]:
    """A journal that is thrown away."""
    path = _file(specimens.closed(), "taken.vault")
    path.with_name("taken.vault-wal").unlink(missing_ok=True)
    vault = Vault.open(path, KEY.raw)
    try:
        yield vault
    finally:
        vault.close()


def archive(content: bytes) -> None:
    list(json_archive_reader.read(io.BytesIO(content), "archive.json"))


def taking_in(content: bytes) -> None:
    """Import an archive into a journal; what came in can be looked at, searched and taken out again."""
    with _journal() as vault:
        transfer.import_archive(vault, io.BytesIO(content), "archive.json")
        for wanted in (HistoryFilter(), HistoryFilter(text="harbour")):
            history.page_of(vault, wanted)
            history.count(vault, wanted)
        history.drawer(vault)
        people.all_people(vault)
        transfer.export_archive(vault, io.BytesIO(), NOW)


def prompt_set(content: bytes) -> None:
    path = _file(content)
    for as_json in (True, False):
        prompts_check.check([path], as_json, io.StringIO(), io.StringIO())


def safety_lines(content: bytes) -> None:
    for problem in crisis_lines.read(content, "lines.toml").problems:
        prompt_problems.place(problem)
        prompt_problems.sentence(problem)


def settings_file(content: bytes) -> None:
    settings.load(_file(content, "settings.toml"))


def sample(content: bytes) -> None:
    """Each of the three files of the made-up journal in turn."""
    for name in ("person.toml", "guided.toml", "free.toml"):
        shutil.copytree(paths.resources() / "sample", FOLDER / name, dirs_exist_ok=True)
        (FOLDER / name / name).write_bytes(content)
        try:
            sample_pages.read(FOLDER / name)
        except AppError:
            continue


def recovery_code(content: bytes) -> None:
    keys.key_bytes_from_code(_text(content))


def passphrase(content: bytes) -> None:
    # which measures the strength too
    passphrases.fit(_text(content))


def query(content: bytes) -> None:
    typed = _text(content)
    search.question(typed)
    with _journal() as vault:
        history.page_of(vault, HistoryFilter(text=typed))


def shown_text(content: bytes) -> None:
    text = _text(content)
    display_text.clean(text)
    display_text.unseen(text)
    # no file that is looked through for these may be larger
    display_text.markup(text[:MOST_BYTES])
    display_text.link(text[:MOST_BYTES])


def arguments(content: bytes) -> None:
    """Every argument that is more than a name, as long as the system lets one be."""
    text = _text(content[:LONGEST_ARGUMENT])
    for given in (
        ["entries", "x.vault", "--limit", text],
        ["entries", "x.vault", "--from", text],
        ["write", "x.vault", "--day", text],
        ["write", "x.vault", "--person", text, "--tag", text],
        ["search", "x.vault", text, "--limit", text],
        ["export", "x.vault", "--to", text],
        [text],
    ):
        try:
            with redirect_stderr(io.StringIO()):
                commands.parser().parse_args(given)
        except SystemExit as ended:
            assert ended.code == commands.WRONG_USAGE, ended.code


def header(content: bytes) -> None:
    """A file that calls itself a journal."""
    path = _file(content, "notes.vault")
    files.read_header(path)
    Vault.open(path, KEY.raw).close()


def log(content: bytes) -> None:
    """A journal with something beside it that calls itself its log."""
    for suffix in ("-wal", "-journal"):
        path = _file(specimens.crashed().main, "notes.vault")
        _file(content, f"notes.vault{suffix}")
        try:
            vault = Vault.open(path, KEY.raw)
            rows = vault.query("SELECT count(*) FROM entries")
            vault.close()
        finally:
            path.with_name(f"notes.vault{suffix}").unlink(missing_ok=True)
        assert suffix == "-journal" or rows[0][0] >= 40, rows


def lock_note(content: bytes) -> None:
    """A note about who holds the lock, read only where somebody does."""
    path = _file(b"", "held.vault")
    held = lock.WriterLock(path)
    _file(content, "held.vault.lock-holder")
    try:
        lock.WriterLock(path)
    finally:
        held.release()


def keyring_item(content: bytes) -> None:
    """What a keyring has under our name, which any program of the account may have put there."""
    keychain._decoded(_text(content))


def remembered_list(content: bytes) -> None:
    _file(content, paths.remembered_file().name)
    remembered.headers()
    remembered.owed()


def backup_folder(content: bytes) -> None:
    """A folder that others can write: a backup's name, the file itself, and the note beside it."""
    folder = FOLDER / "backups"
    folder.mkdir(exist_ok=True)
    made_at(_text(content), "notes")
    for name in (backups.READ_ME, "notes-20260312-201500.vault"):
        (folder / name).write_bytes(content)
    backups.choose(folder)
    backups.listed(FOLDER / "notes.vault", folder, KEY)


PARSERS: dict[str, tuple[Callable[[bytes], None], str]] = {
    "archive": (archive, "json"),
    "archive taken in": (taking_in, "json"),
    "prompt set": (prompt_set, "prompts"),
    "homework week": (prompt_set, "weeks"),
    "crisis lines": (safety_lines, "lines"),
    "settings": (settings_file, "settings"),
    "sample pages": (sample, "sample"),
    "recovery code": (recovery_code, "code"),
    "passphrase": (passphrase, "words"),
    "search": (query, "words"),
    "text to show": (shown_text, "words"),
    "arguments": (arguments, "words"),
    "vault header": (header, "vault"),
    "log": (log, "log"),
    "lock note": (lock_note, "note"),
    "keyring item": (keyring_item, "item"),
    "remembered list": (remembered_list, "headers"),
    "backup folder": (backup_folder, "folder"),
}
"""By name: what parses, and the family of inputs that it is tried on."""


def _own_size() -> int:
    return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()


def _parse(parser: str, name: str, seed: int) -> str:
    """Parse one input within its bounds; "" where it ended well."""
    parse, family = PARSERS[parser]
    content = hostile_inputs.make(family, name, Random(seed))
    room = _own_size() + BYTES
    resource.setrlimit(resource.RLIMIT_AS, (room, room))
    started = time.process_time()
    try:
        parse(content)
    except AppError:
        pass
    except BaseException as error:
        where = error.__traceback__
        while where is not None and where.tb_next is not None:
            where = where.tb_next
        place = f"{Path(where.tb_frame.f_code.co_filename).name}:{where.tb_lineno}" if where else "?"
        return f"{type(error).__name__} at {place}: {str(error)[:120]!r}"
    took = time.process_time() - started
    return f"took {took:.2f} s" if took > SECONDS else ""


def _in_fork(parser: str, name: str, seed: int) -> str:
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        os.write(writing, (_parse(parser, name, seed) or "well").encode("utf-8", "replace"))
        os._exit(0)
    os.close(writing)
    if not select.select([reading], [], [], PATIENCE)[0]:
        os.kill(child, signal.SIGKILL)
    with os.fdopen(reading, "rb") as told:
        said = told.read().decode("utf-8", "replace")
    status = os.waitpid(child, 0)[1]
    if not said:
        return f"never ended within {PATIENCE:.0f} s" if os.WIFSIGNALED(status) else f"status {status}"
    return "" if said == "well" else said


def tried(parser: str, name: str, seed: int) -> str:
    """The complaint about one input, "" for none; what was slow once on a busy machine is tried again."""
    told = ""
    for _ in range(3):
        told = _in_fork(parser, name, seed)
        if not told.startswith("took"):
            break
    return told


def _warm_up() -> None:
    """Import and make what every parse needs anyway, so that it counts as the program's own."""
    for parser, (parse, family) in PARSERS.items():
        content = hostile_inputs.make(family, hostile_inputs.VALID, Random(0))
        try:
            parse(content)
        except AppError:
            assert parser in {"lock note", "recovery code"}, f"{parser} refuses what is sound"


def main() -> None:
    os.environ[paths.HOME_VARIABLE] = str(FOLDER)
    _warm_up()
    try:
        for line in sys.stdin:
            parser, names, seed = json.loads(line)
            found = {name: told for name in names if (told := tried(parser, name, seed))}
            sys.stdout.write(json.dumps(found) + "\n")
            sys.stdout.flush()
    finally:
        shutil.rmtree(FOLDER, ignore_errors=True)


if __name__ == "__main__":
    main()
