# SPDX-License-Identifier: MIT
"""Inputs nobody means well with: for each family of formats what is sound, and what was made of it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from random import Random
from typing import Any

from ipnb_journal import paths
from ipnb_journal.services import settings
from ipnb_journal.vault import keys
from tests.torture import specimens

VALID = "as it should be"
MUTATION = "mutation "
MIB = 1024 * 1024

Make = Callable[[Random], bytes]

BAD_TEXT = {
    "half a character": "\ud800 and \udfff",
    "a NUL": "be\0fore",
    "controls": "".join(map(chr, range(32))) + "\x7f\x85\x9b",
    "text turned round": "\u202egnihton\u202c \u2066x\u2069 \u200f\u061c",
    "unseen letters": "a\u200b\u2060\ufeff\u00ad\U000e0041b",
    "line ends": "a\r\nb\u2028c\u2029d\x0be",
    "many marks": "a" + "\u0301" * 2000,
    "beyond the first plane": "\U0001f469\u200d\U0001f52c" * 50,
    "markup": "<img src=//192.0.2.1/x.png><script>",
    "a formula": "=cmd|' /C calc'!A0",
}


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


Named = Iterator[tuple[str, bytes | Callable[[], bytes]]]


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
    for piece in ("[", "{", "(", '"', "'", "\\", "<", "#", ",", "=", ".", "-", "*", "é", "\u0301", "\U0001f469",
                  "a.", "a-", "a b ", "< ", "<a ", "&#", "www", "a://", "](", "[[a", "a=", '{"a":', '["', "%s", "a,"):
        yield f"64 KiB of {piece}", lambda piece=piece: _filled(piece, 64 * 1024)
        yield f"1 MiB of {piece}", lambda piece=piece: _filled(piece, MIB)


def _filled(piece: str, size: int) -> bytes:
    raw = piece.encode()
    return raw * (size // len(raw))


# JSON


@cache
def _archive() -> dict[str, Any]:
    """An archive with at least one of everything."""
    writing = {"title": "A title", "noticed": ["tight"], "notice": "n", "body": "The harbour was quiet.",
               "connect": "c", "takeaway": "t"}
    page = {"kind": "guided", "about_day": "2026-03-12", "theme": "boundaries", "people": ["ana"], "tags": ["sea"],
            "asked": {"id": "bnd-01", "version": 1, "title": "t", "text": "x", "lighter": False}, "writing": writing}
    moment, zone = "2026-03-12T20:15:00+01:00", "Europe/Berlin"
    entry = {**page, "uid": "e1", "written_at": moment, "changed_at": moment, "zone": zone, "drawer_since": None,
             "versions": [{"kept_at": moment, "writing": writing}]}
    circles = dict.fromkeys(("closeness", "edge_me", "edge_other", "bridge"), 50.0) | {"closeness_wish": None}
    checkin = {"uid": "c1", "day": "2026-03-12", "at": moment, "zone": zone, "person": "ana", "entry": "e1",
               "method": "circles", "answers": {"C1": 10.0, "L1": 99}, "does_not_apply": ["D2"], "circles": circles}
    draft = {**page, "entry": "e1", "step": "write", "started_at": moment, "saved_at": moment, "zone": zone}
    return {
        "format": "ipnb-journal-archive", "version": 1, "made": moment,
        "preferences": {"country": "DE", "left_out_themes": ["boundaries"]},
        "people": [{"uid": "ana", "label": "Ana", "mark": 1, "hidden": False}],
        "entries": [entry], "checkins": [checkin], "drafts": [draft],
        "prompt_events": [{"prompt": "bnd-01", "day": "2026-03-12", "what": "begun"}],
        "contacts": [{"name": "Bo", "number": "1", "hours": ""}],
    }  # fmt: skip


def _dumped(value: object) -> bytes:
    return json.dumps(value, indent=0).encode()


def _places(value: object, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every value in the archive that holds no other."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield from _places(one, (*path, key))
    if not isinstance(value, dict | list):
        yield path


def _with(path: tuple[Any, ...], new: str) -> bytes:
    """The archive with raw JSON in one place."""
    mark = "\x02here\x02"
    copy = json.loads(json.dumps(_archive()))
    at = copy
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = mark
    return _dumped(copy).replace(json.dumps(mark).encode(), new.encode("utf-8", "surrogatepass"))


_BAD_VALUES = {
    "NaN": "NaN",
    "infinity": "-Infinity",
    "a number without end": "1e999",
    "a tiny number": "1e-999",
    "4,300 digits": "9" * 4300,
    "5,000 digits": "9" * 5000,
    "a million digits": "9" * 1_000_000,
    "true": "true",
    "null": "null",
    "nothing": '""',
    "a deep list": "[" * 100_000 + "]" * 100_000,
    "a deep object": '{"a":' * 50_000 + "1" + "}" * 50_000,
    "fifteen lists": "[" * 15 + "]" * 15,
    "a key twice": '{"a":1,"a":2}',
    "many parts": "[" + "1," * 150_000 + "1]",
    "too many parts": "[" + "1," * 2_000_000 + "1]",
    "many keys": "{" + ",".join(f'"k{n}":1' for n in range(60_000)) + "}",
    "5 MiB of text": '"' + "a" * 5 * MIB + '"',
    "5 MiB of line ends": '"' + "\\n" * (5 * MIB // 2) + '"',
    "5 MiB of faces": '"' + "\U0001f469" * (5 * MIB // 4) + '"',
    "the first moment": '"0001-01-01T00:00:00+23:59"',
    "the last moment": '"9999-12-31T23:59:59.999999-23:59"',
    "a moment with seconds of offset": '"2026-03-12T20:15:00+01:00:30.5"',
    "the first day": '"0001-01-01"',
    "the last day": '"9999-12-31"',
    "a week": '"2026-W01-1"',
    "Arabic digits": '"٢٠٢٦-٠٣-١٢"',
    **{name: json.dumps(text) for name, text in BAD_TEXT.items()},
    "raw half a character": '"\ud800"',
}


def _json(_: bytes) -> Named:
    for path in _places(_archive()):
        place = ".".join(map(str, path))
        for name, value in _BAD_VALUES.items():
            yield f"{name} as {place}", lambda path=path, value=value: _with(path, value)
    for section in ("people", "entries", "checkins", "drafts", "contacts"):
        yield f"many {section}", lambda section=section: _many(section, 2000)
        yield f"one of {section} twice", lambda section=section: _many(section, 2, same=True)
    yield "a key twice", _dumped(_archive()).replace(b'"version": 1', b'"version": 1,\n"version": 1', 1)
    yield "a key twice inside", _dumped(_archive()).replace(b'"zone":', b'"zone": "x", "zone":', 1)
    yield "keys in another order", _dumped(dict(reversed(_archive().items())))
    yield "an escape in a key", _dumped(_archive()).replace(b'"zone"', b'"z\\u006fne"')
    yield "5 MiB of people", lambda: _many("people", 60_000)[: 5 * MIB]


def _many(section: str, count: int, *, same: bool = False) -> bytes:
    first = _archive()[section][0]
    given = [{**first, "uid": first["uid"] if same else f"{first['uid']}-{n}"} if "uid" in first else first
             for n in range(count)]  # fmt: skip
    if section == "people":
        given = [first, *given[1:]]
    if section == "entries":
        given = [first, *given[1:]]
    return _dumped({**_archive(), section: given})


# TOML


def _toml(valid: bytes) -> Named:
    yield "a dotted key of 8 KiB", b"a" + b".a" * 4000 + b" = 1\n" + valid
    yield "a dotted key of 64 KiB", b"a" + b".a" * 32_000 + b" = 1\n"
    yield "a dotted key of 256 KiB", b"a" + b".a" * 128_000 + b" = 1\n"
    yield "many dotted keys", b"".join(b"a%d.b.c.d.e.f.g = 1\n" % n for n in range(3000))
    yield "a dotted header", b"[a" + b".a" * 4000 + b"]\n"
    yield "many headers", b"".join(b"[t%d.a.b.c]\n" % n for n in range(4000))
    yield "many tables", b"[[prompt]]\n" * 5500
    yield "tables in tables", b"".join(b"[[%s]]\n" % b".".join([b"a"] * n) for n in range(1, 200))
    yield "a deep list", b"a = " + b"[" * 4000 + b"]" * 4000
    yield "a deep table", b"a = " + b"{a=" * 2000 + b"1" + b"}" * 2000
    yield "eight lists", b"a = " + b"[" * 8 + b"]" * 8
    yield "a quoted key with dots", b'"' + b"a." * 4000 + b'" = 1\n'
    yield "a key of quoted dots", b'""' + b'.""' * 2000 + b" = 1\n"
    yield "a line of 64 KiB", b"# " + b"a" * 65_000 + b"\n" + valid
    yield "a line of 5 MiB", lambda: b'a = "' + b"a" * 5 * MIB + b'"\n'
    yield "many small keys", b"".join(b"k%d=1\n" % n for n in range(8000))
    yield "a key twice", valid + b"\nformat = 1\nformat = 1\n"
    for name, value in _TOML_VALUES.items():
        yield f"{name} as format", b"format = " + value
        fields = list(re.finditer(rb"^([a-z_.]+) = (?!\[$).*$", valid, re.MULTILINE))
        for field in {found[1]: found for found in fields}.values():
            place = field[1].decode()
            changed = valid[: field.start()] + field[1] + b" = " + value + valid[field.end() :]
            yield f"{name} as {place}", changed
    for piece in ("< ", "<\n", "a-", "a.", "&a", "www", "](", "[a](", "x:/", "mailto ", "é", "\u0301", "Closed eye ",
                  "breath ", "o ", "a\n", "-\n", "shut ", "\u202e", "e" * 50 + " "):
        text = _filled(piece, 60_000).decode().replace('"', "")
        lined = "\n".join(text[at : at + 2000] for at in range(0, len(text), 2000))
        yield f"60 KB of {piece} as a text", b'x = """' + lined.encode() + b'"""\n'
        title = re.search(rb'^(title|steps.settle|name|body|label|window_title) = .*$', valid, re.MULTILINE)
        if title:
            inside = title[1] + b' = """' + lined.encode()[:50_000] + b'"""'
            yield f"50 KB of {piece} where text belongs", _first(valid, title, inside)


def _first(valid: bytes, found: re.Match[bytes], new: bytes) -> bytes:
    """Nothing but the first table, with one line changed: the whole has to stay small enough to be read."""
    table = valid[: found.end()].rfind(b"[[")
    end = valid.find(b"\n[[", found.end())
    top = b"format = 1\n" if b"format = 1" in valid else b""
    own = valid[max(0, table) : found.start()] + new + valid[found.end() : end if end > 0 else None]
    return top + own.replace(b"format = 1\n", b"")


_TOML_VALUES = {
    "nan": b"nan",
    "infinity": b"inf",
    "4,300 digits": b"9" * 4301,
    "8,000 digits": b"9" * 8000,
    "a long hexadecimal": b"0x" + b"f" * 8000,
    "a long binary": b"0b" + b"1" * 8000,
    "true": b"true",
    "nothing": b'""',
    "a list": b"[[], {}, 1, 'x']",
    "a table": b"{ a = 1 }",
    "a day": b"9999-12-31",
    "a moment": b"0001-01-01T00:00:00+23:59",
    "a time": b"07:32:00",
    "a number": b"1e308",
    "a negative number": b"-1",
    "a list of lists": b"[[[[[[]]]]]]",
    "a NUL": b'"\\u0000"',
    "half a character": b'"\\ud800"',
    "a line end": b'"a\\nb"',
    "a link": b'"https://example.org/x"',
    "300 letters": b'"' + b"a" * 300 + b'"',
    "7,000 letters": b'"' + b"a" * 7000 + b'"',
    "a raw turn": '"\u202eabc"'.encode(),
}


# other formats


def _words(_: bytes) -> Named:
    for name, text in BAD_TEXT.items():
        yield name, text.encode("utf-8", "surrogatepass")
        yield f"{name}, many times", (text * 200)[:20_000].encode("utf-8", "surrogatepass")
    for text in ('"', '""', "'", "*", "a*", "a OR b", "NEAR(a b, 5)", "title:x", "a AND", "(a", "-a", "^a", "a + b",
                 "%", "_", "\\", "2026-03-12", "0001-01-01", "9999-12-31", "2026-W01", "20260312", "--", "-1", "0",
                 "١٢", "²", "--help=", "@file", "x" * 72, "correct horse battery staple" * 40):  # fmt: skip
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
    for text in ("1", "1 ", "x y", " ", "-1 host", "9" * 5000 + " host", "1 " + "h" * 100_000, "1 \u202ehost\n\nx"):
        yield f"the note {text[:20]!r}", text.encode()


_FAMILIES: dict[str, Callable[[bytes], Named]] = {
    "json": _json,
    **dict.fromkeys(("prompts", "weeks", "lines", "settings", "sample"), _toml),
    "words": _words,
    "code": _codes,
    "vault": _vaults,
    "log": _logs,
    "note": _notes,
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
        "json": lambda: _dumped(_archive()),
        "settings": _settings,
        "words": lambda: b"the harbour was quiet",
        "code": lambda: keys.recovery_code(specimens.KEY).encode(),
        "vault": specimens.closed,
        "log": lambda: specimens.crashed().log,
        "note": lambda: b"123 a-computer",
    }
    return made[family]()


def _settings() -> bytes:
    usual = settings.Settings()
    named = {name: value for name, value in usual.items() if isinstance(value, str | bool | int)}
    return "".join(f"{name} = {json.dumps(value)}\n" for name, value in named.items()).encode()


# mutations


def mutated(valid: bytes, chance: Random) -> bytes:
    """A sound input with a few pieces flipped, doubled, cut out, swapped, or put in from elsewhere."""
    changed = bytearray(valid)
    for _ in range(chance.choice((1, 1, 2, 4, 8, 16))):
        if changed:
            chance.choice((_flip, _double, _cut, _swap, _insert))(changed, chance)
    return bytes(changed)


_SNIPPETS = (
    *(b"[", b"]", b"{", b"}", b'"', b"'", b"\\", b",", b".", b"=", b"\n", b"\0", b"\xff", b"\xed\xa0\x80"),
    *(b'"""', b"'''", b"[[", b"]]", b"#", b"\\u0000", b"\\ud800", b"nan", b"1e999", b"9" * 30, b"-0", b"null"),
    *(b"true", b"\xe2\x80\xae", b"0x", b"\r\n", b"\\", b"[]", b"{}", b'""', b"2026-02-30", b"T24:00:00"),
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
