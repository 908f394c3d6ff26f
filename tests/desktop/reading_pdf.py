# SPDX-License-Identifier: MIT
"""Reads what a PDF says: its letters through the tables that each font brings, what it tells of itself."""

from __future__ import annotations

import re
import zlib

UNKNOWN = "\N{REPLACEMENT CHARACTER}"
"""Stands for a shape of which the file doesn't say what it reads."""

_OBJECT = re.compile(rb"(\d+) 0 obj\s(.*?)\sendobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_ONE = re.compile(rb"^<([0-9A-F]{4})> <([0-9A-F]{4})> <([0-9A-F]{4})>", re.MULTILINE)
_USE = re.compile(rb"/(F\d+) [\d.]+ Tf|<([0-9A-F]+)> Tj|(ET)")


def objects(pdf: bytes) -> dict[int, bytes]:
    """Every object by its number, its stream unpacked."""
    return {int(number): _unpacked(content) for number, content in _OBJECT.findall(pdf)}


def text_of(pdf: bytes) -> str:
    """All words of all pages; whatever lies apart is parted by one space."""
    found = objects(pdf)
    pages = [content for content in found.values() if re.search(rb"/Type /Page\b(?!s)", content)]
    return " ".join(" ".join(_said(found, page) for page in pages).split())


def _said(found: dict[int, bytes], page: bytes) -> str:
    resources = found[_reference(page, b"Resources")]
    named = dict(re.findall(rb"/(F\d+) (\d+) 0 R", resources))
    letters = {name: _letters(found, int(number)) for name, number in named.items()}
    told, here = [], {}
    for name, codes, end in _USE.findall(found[_reference(page, b"Contents")]):
        if name:
            here = letters[name]
        elif end:
            told.append(" ")
        else:
            told += [here.get(codes[at : at + 4], UNKNOWN) for at in range(0, len(codes), 4)]
    return "".join(told)


def _letters(found: dict[int, bytes], font: int) -> dict[bytes, str]:
    table = found[_reference(found[font], b"ToUnicode")]
    known: dict[bytes, str] = {}
    for first, _, run in re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]{4})> \[([^\]]*)\]", table):
        for step, code in enumerate(re.findall(rb"<([0-9A-F]+)>", run)):
            known[b"%04X" % (int(first, 16) + step)] = bytes.fromhex(code.decode()).decode("utf-16-be")
    for first, last, letter in _ONE.findall(table):
        for step in range(int(last, 16) - int(first, 16) + 1):
            known[b"%04X" % (int(first, 16) + step)] = chr(int(letter, 16) + step)
    return known


def _reference(content: bytes, name: bytes) -> int:
    (number,) = re.findall(rb"/%s (\d+) 0 R" % name, content)
    return int(number)


def _unpacked(content: bytes) -> bytes:
    stream = _STREAM.search(content)
    if stream is None or b"/FlateDecode" not in content[: stream.start()]:
        return content
    return content[: stream.start()] + zlib.decompress(stream.group(1))
