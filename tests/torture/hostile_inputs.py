# SPDX-License-Identifier: MIT
"""Inputs nobody means well with: for each family of formats what is sound, and what was made of it."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from functools import cache
from random import Random

from ipnb_journal import paths
from ipnb_journal.services import settings
from ipnb_journal.vault import keys
from tests.torture import hostile_json, hostile_toml, specimens
from tests.torture.hostile_pieces import BAD_TEXT, MIB, PIECES, Named, filled

VALID = "as it should be"
MUTATION = "mutation "
Make = Callable[[Random], bytes]


def names(family: str) -> list[str]:
    """The hostile inputs of a family, without the sound one and without mutations."""
    return [name for name in _table(family) if name != VALID]


def make(family: str, name: str, chance: Random) -> bytes:
    """One input; a mutation is another each time `chance` is."""
    if name.startswith(MUTATION):
        return mutated(_table(family)[VALID](chance), chance)
    return _table(family)[name](chance)


@cache
def _table(family: str) -> dict[str, Make]:
    made: dict[str, Make] = {}
    valid = _valid(family)
    made[VALID] = lambda _: valid
    for name, content in _of_any_family(valid):
        made[name] = _always(content)
    for name, content in _FAMILIES.get(family, lambda _: iter(()))(valid):
        made[name] = _always(content)
    return made


def _always(content: bytes | Callable[[], bytes]) -> Make:
    # the big ones are made when they are wanted, in the process that wants them
    return (lambda _: content()) if callable(content) else (lambda _: content)


def _of_any_family(valid: bytes) -> Named:
    yield "nothing", b""
    yield "one byte", b"{"
    yield "NULs", b"\0" * 5000
    yield "a byte order mark", b"\xef\xbb\xbf" + valid
    for encoding in ("utf-16", "utf-32", "utf-16-be"):
        yield encoding, valid.decode("utf-8", "replace").encode(encoding)
    for tenth in range(1, 10):
        yield f"{tenth} tenths of it", valid[: len(valid) * tenth // 10]
    yield "an end within a letter", valid + "é".encode()[:1]
    yield "bytes that are no text", bytes(range(256)) * 20
    yield "an old encoding of a surrogate", valid.replace(b"a", b"\xed\xa0\x80", 3)
    yield "twice", valid + valid
    for letter, name in ((b" ", "blanks"), (b"\n", "empty lines"), (b"a", "one long word"), (b"9", "digits")):
        for size in (64 * 1024, 5 * MIB):
            yield f"{size // 1024} KiB of {name}", lambda letter=letter, size=size: letter * size
    for piece in PIECES:
        yield f"64 KiB of {piece}", lambda piece=piece: filled(piece, 64 * 1024)
        yield f"1 MiB of {piece}", lambda piece=piece: filled(piece, MIB)


_QUERIES = (
    *('"', '""', "'", "*", "a*", "a OR b", "NEAR(a b, 5)", "title:x", "a AND", "(a", "-a", "^a", "a + b"),
    *("%", "_", "\\", "2026-03-12", "0001-01-01", "9999-12-31", "2026-W01", "20260312", "--", "-1", "0"),
    *("\u0661\u0662", "\u00b2", "--help=", "@file", "x" * 72, "correct horse battery staple" * 40),
)


def _words(_: bytes) -> Named:
    for name, text in BAD_TEXT.items():
        yield name, text.encode("utf-8", "surrogatepass")
        yield f"{name}, many times", (text * 200)[:20_000].encode("utf-8", "surrogatepass")
    for text in _QUERIES:
        yield f"the text {text[:30]}", text.encode()
    yield "one letter in many words", b"ab " * 3000
    yield "many signs in one word", b"a-" * 190 + b"b"
    yield "many different words", b" ".join(b"w%d" % n for n in range(5000))
    yield "400 letters with marks", ("e\u0301" * 200).encode()


def _codes(valid: bytes) -> Named:
    yield from _words(valid)
    code = valid.decode()
    yield "other dashes", code.replace("-", "\u2013").encode()
    yield "ligatures", code.replace("0", "\ufb01").encode()
    yield "wide digits", "".join(chr(ord(sign) + 0xFEE0) for sign in code).encode()
    yield "1 MiB of the code", lambda: valid * (MIB // len(valid))


def _vaults(valid: bytes) -> Named:
    head, page = valid[:16], valid[:4096]
    yield "a header alone", head
    yield "a page of zeros behind the header", head + bytes(4080)
    yield "a page of ones behind the header", head + b"\xff" * 4080
    yield "the first page alone", page
    yield "the first page many times", page * 500
    yield "5 MiB of zeros behind the first page", lambda: page + bytes(5 * MIB)
    for digit in b"0234569aZ":
        yield f"profile {chr(digit)}", head[:1] + bytes([digit]) + valid[2:]
    yield "a plain database", b"SQLite format 3\0" + valid[16:]
    yield "a header in lower case", b"j1" + valid[2:]
    yield "a NUL in the header", valid[:10] + b"\0" + valid[11:]
    yield "pages in reverse", b"".join(valid[at : at + 4096] for at in range(len(valid) - 4096, -1, -4096))


def _logs(valid: bytes) -> Named:
    head, frame = valid[:32], valid[32 : 32 + specimens.FRAME]
    yield "a header alone", head
    yield "a header for pages of 64 KiB", valid[:8] + (65536).to_bytes(4) + valid[12:]
    yield "a header for pages of one byte", valid[:8] + (1).to_bytes(4) + valid[12:]
    yield "one frame many times", head + frame * 300
    yield "frames of a page far away", head + ((2**31).to_bytes(4) + frame[4:]) * 10
    yield "a journal's magic", bytes.fromhex("d9d505f920a163d7") + b"\xff" * 5000
    yield "a journal of no pages", bytes.fromhex("d9d505f920a163d7") + bytes(5000)
    yield "5 MiB of frames", lambda: head + frame * (5 * MIB // len(frame))


def _notes(_: bytes) -> Named:
    long = ("9" * 5000 + " host", "1 " + "h" * 100_000)
    for text in ("1", "1 ", "x y", " ", "-1 host", *long, "1 \u202ehost\n\nx"):
        yield f"the note {text[:20]!r}", text.encode()


def _versions(_: bytes) -> Named:
    for version in ("9" * 5000, "99.0", "1..2", "\u0661.\u0662", "\u00b2", "-1", ".".join(["1"] * 2000), ""):
        yield f"written by {version[:10]}", f"Words.\nWritten by IPNB Journal {version}.\n".encode()


_FAMILIES: dict[str, Callable[[bytes], Named]] = {
    "json": hostile_json.inputs,
    **dict.fromkeys(("prompts", "weeks", "lines", "settings", "sample"), hostile_toml.inputs),
    "words": _words,
    "code": _codes,
    "vault": _vaults,
    "log": _logs,
    "note": _notes,
    "item": _codes,
    "folder": _versions,
}


def _valid(family: str) -> bytes:
    shipped = {
        "prompts": paths.prompts() / "en" / "boundaries.toml",
        "weeks": paths.prompts() / "en" / "weeks.toml",
        "lines": paths.resources() / "safety" / "crisis_lines.toml",
        "sample": paths.resources() / "sample" / "guided.toml",
    }
    if family in shipped:
        return shipped[family].read_bytes()
    made: dict[str, Callable[[], bytes]] = {
        "json": hostile_json.valid,
        "settings": _settings,
        "words": lambda: b"the harbour was quiet",
        "code": lambda: keys.recovery_code(specimens.KEY).encode(),
        "vault": specimens.closed,
        "log": lambda: specimens.crashed().log,
        "note": lambda: b"123 a-computer",
        "item": lambda: b"v1:" + base64.urlsafe_b64encode(specimens.KEY.raw).rstrip(b"="),
        "headers": lambda: specimens.KEY.header + b"\n",
        "folder": lambda: b"Words.\nWritten by IPNB Journal 99.0.\n",
    }
    return made[family]()


def _settings() -> bytes:
    usual = settings.Settings()
    named = {name: value for name, value in usual.items() if isinstance(value, str | bool | int)}
    return "".join(f"{name} = {json.dumps(value)}\n" for name, value in named.items()).encode()


def mutated(valid: bytes, chance: Random) -> bytes:
    """A sound input with a few pieces flipped, doubled, cut out, swapped, or put in from elsewhere."""
    changed = bytearray(valid)
    for _ in range(chance.choice((1, 1, 2, 4, 8, 16))):
        if changed:
            chance.choice((_flip, _double, _cut, _swap, _insert))(changed, chance)
    return bytes(changed)


_SNIPPETS = (
    *(b"[", b"]", b"{", b"}", b'"', b"'", b"\\", b",", b".", b"=", b"\n", b"\0", b"\xff", b"\xed\xa0\x80"),
    *(b'"""', b"'''", b"[[", b"]]", b"#", b"\\u0000", b"\\ud800", b"nan", b"1e999", b"9" * 30, b"-0"),
    *(
        b"null",
        b"true",
        b"\xe2\x80\xae",
        b"0x",
        b"\r\n",
        b"\\",
        b"[]",
        b"{}",
        b'""',
        b"2026-02-30",
        b"T24:00:00",
    ),
)


def _span(changed: bytearray, chance: Random) -> slice:
    start = chance.randrange(len(changed))
    return slice(start, min(len(changed), start + chance.choice((1, 2, 8, 64, 512))))


def _flip(changed: bytearray, chance: Random) -> None:
    changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)


def _double(changed: bytearray, chance: Random) -> None:
    span = _span(changed, chance)
    changed[span.start : span.start] = changed[span] * chance.choice((1, 1, 3, 20))


def _cut(changed: bytearray, chance: Random) -> None:
    del changed[_span(changed, chance)]


def _swap(changed: bytearray, chance: Random) -> None:
    one, other = _span(changed, chance), _span(changed, chance)
    changed[one], changed[other] = changed[other], changed[one]


def _insert(changed: bytearray, chance: Random) -> None:
    at = chance.randrange(len(changed) + 1)
    changed[at:at] = chance.choice(_SNIPPETS)
