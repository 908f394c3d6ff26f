# SPDX-License-Identifier: MIT
"""Hostile TOML: sets of prompts, weeks, crisis lines, settings, the made-up journal."""

from __future__ import annotations

import re

from tests.torture.hostile_pieces import MIB, Named, filled

_SLOW = (
    *("< ", "<\n", "a-", "a.", "&a", "www", "](", "[a](", "x:/", "mailto ", "é", "\u0301", "Closed eye "),
    *("breath ", "o ", "a\n", "-\n", "shut ", "\u202e", "e" * 50 + " ", " "),
)


def inputs(valid: bytes) -> Named:
    """Bad values in every place of a file, files of bad shape, and texts that are slow to look through."""
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
    for piece in _SLOW:
        text = filled(piece, 60_000).decode().replace('"', "")
        # a sign at the start, so that there is something to look for to the end
        lined = "<" + "\n".join(text[at : at + 2000] for at in range(0, len(text), 2000))
        yield f"60 KB of {piece} as a text", b'x = """' + lined.encode() + b'"""\n'
        title = re.search(rb"^(title|steps.settle|name|body|label|window_title) = .*$", valid, re.MULTILINE)
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
