# SPDX-License-Identifier: MIT
"""Changed and missing bytes: a journal that is not what was written says so, or has all of it.

The one thing that goes unsaid is in SECURITY.md: a log that ends early, or has a changed bit, ends
before the commit that this hit. The commits before it are all there, in their order, and no other.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from random import Random
from typing import TYPE_CHECKING

from ipnb_journal.errors import NotAVault, VaultDamaged, VaultNewer, WrongPassphrase
from ipnb_journal.vault import integrity
from ipnb_journal.vault.vault import Vault
from tests.torture import specimens
from tests.torture.campaign import Campaign, Case, spread
from tests.torture.specimens import KEY

if TYPE_CHECKING:
    from pathlib import Path

REFUSALS = (NotAVault, VaultDamaged, VaultNewer, WrongPassphrase)
PAGE = 4096
SLICE = 30


@dataclass(frozen=True, slots=True)
class Changed:
    """Trials that each change a journal on the disk; `names` gives those there are."""

    name: str
    names: Callable[[], Sequence[str]]
    trial: Callable[[str, Random], str | None]
    must_lose: bool = False

    def cases(self, seed: int, sliced: bool) -> Sequence[Case]:
        chance = Random(f"{self.name} {seed}")
        found = [Case(name, chance.getrandbits(32)) for name in self.names()]
        return spread(found, SLICE) if sliced else found

    def run(self, case: Case) -> str | None:
        return self.trial(case.name, Random(case.seed))


def _laid(main: bytes, log: bytes = b"") -> Path:
    """A journal on the disk in a folder with nothing else in it."""
    path = specimens.folder() / "case" / "notes.vault"
    path.parent.mkdir(exist_ok=True)
    for left in path.parent.iterdir():
        left.unlink()
    path.write_bytes(main)
    if log:
        path.with_name(f"{path.name}-wal").write_bytes(log)
    return path


def _flipped(whole: bytes, bit: int) -> bytes:
    changed = bytearray(whole)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def _is_refused(path: Path, look: Callable[[Vault], bool]) -> bool:
    """Whether opening, or the look after it, says that something is wrong."""
    try:
        vault = Vault.open(path, KEY.raw)
    except REFUSALS:
        return True
    try:
        return not look(vault)
    except REFUSALS:
        return True
    finally:
        vault.close()


def _is_sound(vault: Vault) -> bool:
    return integrity.check(vault).is_sound


def _reads(vault: Vault) -> bool:
    """What everyday use reads: every page, its earlier words, and a search."""
    vault.query("SELECT * FROM entries")
    vault.query("SELECT * FROM versions")
    vault.query("SELECT rowid FROM entry_search WHERE entry_search MATCH 'word1*'")
    return True


def _flip(look: Callable[[Vault], bool], _: str, chance: Random) -> str | None:
    whole = specimens.closed()
    bit = chance.randrange(8 * len(whole))
    return None if _is_refused(_laid(_flipped(whole, bit)), look) else f"bit {bit} changed unnoticed"


def _flip_in_log(_: str, chance: Random) -> str | None:
    crashed = specimens.crashed()
    bit = chance.randrange(8 * len(crashed.log))
    # the checksums of a log go on from frame to frame: what was hit, and all behind it, is void
    whole = bisect_right(crashed.ends, bit // 8) if bit // 8 >= specimens.LOG_HEADER else 0
    return _left(_laid(crashed.main, _flipped(crashed.log, bit)), whole)


def _left(path: Path, commits: int) -> str | None:
    """None when exactly the first `commits` commits are there, in a sound journal."""
    vault = Vault.open(path, KEY.raw)
    try:
        found = specimens.commits(vault)
        if found != list(range(commits)):
            return f"{commits} whole commits stood in the log, these are left: {found}"
        return None if _is_sound(vault) else "what is left is unsound"
    finally:
        vault.close()


def _cuts(size: int) -> list[int]:
    """Every class of length that a file of `size` can be cut to, and every whole number of pages."""
    odd = [0, 1, 8, 15, 16, 17, 100, 1024, 4095, size - 1, size - 15, size - 100]
    pages = range(PAGE, size, PAGE)
    near = [page + step for page in pages for step in (-1, 1, 512, 2048, 4000)]
    return sorted({cut for cut in (*odd, *pages, *near) if 0 <= cut < size})


def _truncate(name: str, _: Random) -> str | None:
    cut = int(name.split()[0])
    return None if _is_refused(_laid(specimens.closed()[:cut]), _is_sound) else "it went unnoticed"


def _truncate_beside_log(name: str, _: Random) -> str | None:
    """A log may hold every page that the file lacks: then all of it has to be there."""
    crashed, cut = specimens.crashed(), int(name.split()[0])
    path = _laid(crashed.main[:cut], crashed.log)
    pages: list[tuple[int, int]] = []

    def look(vault: Vault) -> bool:
        sound = _is_sound(vault)
        pages.extend(vault.query("SELECT count(*), sum(length(body)) FROM entries"))
        return sound and specimens.commits(vault) != list(range(len(crashed.ends)))

    if _is_refused(path, look):
        return None
    return None if pages == _all_pages() else f"it went unnoticed, with {pages}"


def _all_pages() -> list[tuple[int, int]]:
    vault = Vault.open(_laid(specimens.crashed().main, specimens.crashed().log), KEY.raw)
    try:
        return vault.query("SELECT count(*), sum(length(body)) FROM entries")
    finally:
        vault.close()


def _truncate_log(name: str, _: Random) -> str | None:
    crashed, cut = specimens.crashed(), int(name.split()[0])
    return _left(_laid(crashed.main, crashed.log[:cut]), bisect_right(crashed.ends, cut))


def _log_cuts() -> list[str]:
    crashed = specimens.crashed()
    size = len(crashed.log)
    frames = range(specimens.LOG_HEADER, size, specimens.FRAME)
    near = [frame + step for frame in frames for step in (0, 1, 24, 2000)]
    ends = [end + step for end in crashed.ends for step in (-1, 0, 1)]
    odd = (0, 1, 15, 16, 31, 32, 33, 4095, 4096)
    return [f"{cut} bytes" for cut in sorted({*near, *ends, *odd}) if cut < size]


def _file_cuts() -> list[str]:
    return [f"{cut} bytes" for cut in _cuts(len(specimens.closed()))]


def _file_cuts_beside_log() -> list[str]:
    return [f"{cut} bytes" for cut in _cuts(len(specimens.crashed().main))]


def _numbered(count: int) -> list[str]:
    return [f"bit {number}" for number in range(count)]


CAMPAIGNS: tuple[Campaign, ...] = (
    Changed("flipped bits in the file", partial(_numbered, 2000), partial(_flip, _is_sound)),
    Changed(
        "flipped bits that reading overlooks", partial(_numbered, 200), partial(_flip, _reads), must_lose=True
    ),
    Changed("flipped bits in the log", partial(_numbered, 500), _flip_in_log),
    Changed("truncated files", _file_cuts, _truncate),
    Changed("truncated files beside a log", _file_cuts_beside_log, _truncate_beside_log),
    Changed("truncated logs", _log_cuts, _truncate_log),
)
