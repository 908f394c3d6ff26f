# SPDX-License-Identifier: MIT
"""TOML read with care: refused before parsing when it could harm, and each field with its line.

The standard parser tells no positions and takes half a minute over one long dotted key, so the
text is scanned first: strings and comments are stepped over, dots and brackets counted.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import Any

from ipnb_journal.formats.problems import Problem, Reason

MOST_BYTES = 64 * 1024
MOST_LINE_BYTES = 8 * 1024
MOST_DOTS = 8
MOST_NESTING = 8
MOST_DIGITS = 64

Path = tuple[str | int, ...]
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\[^\n])*"|\'[^\'\n]*\'', re.DOTALL
)
_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")
_AT_END = "(at end of document)"
_LONG_NUMBER = re.compile(rf"[+-]?(?:0[xob])?[0-9A-Fa-f_]{{{MOST_DIGITS + 1},}}")
_PLAIN = re.compile(r"[^\s\"'#\[\]{}=,.]+")


@dataclass(frozen=True, slots=True)
class Document:
    """A file that parsed: its `data`, and the line (from 1) on which each path of keys and indices begins."""

    file: str
    data: dict[str, Any]
    lines: dict[Path, int]

    def line(self, path: Path) -> int | None:
        """The line of the path, or of the nearest thing around it; None for the whole file."""
        while path:
            if path in self.lines:
                return self.lines[path]
            path = path[:-1]
        return None


def read(content: bytes, file: str) -> Document | Problem:
    """The parsed content with its places, or the one thing that keeps it from being read."""
    text = _text(content, file)
    if isinstance(text, Problem):
        return text
    scan = _Scan(text)
    harm = scan.harm(file)
    if harm is not None:
        return harm
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        return _not_toml(error, scan, file)
    return Document(file, data, _places(scan.tokens))


def _text(content: bytes, file: str) -> str | Problem:
    if len(content) > MOST_BYTES:
        return Problem(file, Reason.TOO_BIG, facts={"size": len(content), "most": MOST_BYTES})
    for number, line in enumerate(content.split(b"\n"), start=1):
        if len(line) > MOST_LINE_BYTES:
            return Problem(file, Reason.LONG_LINE, number, facts={"size": len(line), "most": MOST_LINE_BYTES})
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        return Problem(file, Reason.NOT_TEXT, content[: error.start].count(b"\n") + 1)


def _not_toml(error: Exception, scan: _Scan, file: str) -> Problem:
    if scan.unclosed is not None:
        return Problem(file, Reason.UNCLOSED, scan.unclosed)
    message = str(error)
    told = _AT_LINE.search(message)
    line = int(told[1]) if told else scan.last_line if _AT_END in message else None
    detail = _AT_LINE.sub("", message).replace(_AT_END, "").strip()
    return Problem(file, Reason.NOT_TOML, line, facts={"detail": detail})


@dataclass(frozen=True, slots=True)
class _Token:
    """A piece that structures TOML: `kind` is a character of `[]{}=,.`, "\\n", or "word" for the rest."""

    kind: str
    text: str
    line: int


class _Scan:
    """The structure of a text, found in one pass whether or not the text is sound."""

    def __init__(self, text: str) -> None:
        self.tokens: list[_Token] = []
        self.unclosed: int | None = None
        self._line = 1
        place = 0
        while place < len(text):
            place = self._step(text, place)
        self.last_line = self._line

    def _step(self, text: str, place: int) -> int:
        letter = text[place]
        if letter == "#":
            end = text.find("\n", place)
            return len(text) if end < 0 else end
        if letter in "\"'":
            return self._string(text, place)
        if letter in "[]{}=,.\n":
            self.tokens.append(_Token(letter, letter, self._line))
            self._line += letter == "\n"
            return place + 1
        word = _PLAIN.match(text, place)
        if word is None:
            return place + 1
        self.tokens.append(_Token("word", word.group(), self._line))
        return word.end()

    def _string(self, text: str, place: int) -> int:
        whole = _STRING.match(text, place)
        thrice = text.startswith(('"""', "'''"), place)
        if whole is None or (thrice and len(whole.group()) < 6):
            self.unclosed = self.unclosed or self._line
            end = len(text) if thrice else text.find("\n", place)
            return len(text) if end < 0 else end
        self.tokens.append(_Token("word", whole.group(), self._line))
        self._line += whole.group().count("\n")
        return whole.end()

    def harm(self, file: str) -> Problem | None:
        """What would make parsing slow or overflow: many dots in a key, deep brackets, long numbers."""
        dots = depth = 0
        for token in self.tokens:
            if token.kind == ".":
                dots += 1
            elif token.kind != "word":
                dots = 0
            depth = max(0, depth + (token.kind in "[{") - (token.kind in "]}"))
            if dots > MOST_DOTS:
                return Problem(file, Reason.MANY_DOTS, token.line, facts={"most": MOST_DOTS})
            if token.kind == "word" and _LONG_NUMBER.match(token.text):
                return Problem(file, Reason.NOT_TOML, token.line, facts={"detail": "A number is too long"})
            if depth > MOST_NESTING:
                return Problem(file, Reason.DEEP_NESTING, token.line, facts={"most": MOST_NESTING})
        return None


def _places(tokens: list[_Token]) -> dict[Path, int]:
    return _Places(tokens).found


class _Places:
    """Walks the tokens of sound TOML and notes where each key begins."""

    def __init__(self, tokens: list[_Token]) -> None:
        self.found: dict[Path, int] = {}
        self._tokens = [*tokens, _Token("\n", "\n", 0)]
        self._at = 0
        self._counts: dict[Path, int] = {}
        self._table: Path = ()
        while self._at < len(self._tokens):
            kind = self._kind()
            if kind == "[":
                self._header()
            elif kind == "word":
                self._pair(self._table)
            else:
                self._at += 1

    def _kind(self) -> str:
        return self._tokens[self._at].kind

    def _header(self) -> None:
        line = self._tokens[self._at].line
        many = self._tokens[self._at + 1].kind == "["
        self._at += 2 if many else 1
        keys = self._keys()
        self._at += 2 if many else 1
        base: Path = ()
        for key in keys[:-1]:
            base = self._into((*base, key))
            self.found.setdefault(base, line)
        last = (*base, keys[-1])
        if many:
            self.found.setdefault(last, line)
            self._counts[last] = self._counts.get(last, -1) + 1
        self._table = self._into(last)
        self.found.setdefault(self._table, line)

    def _into(self, path: Path) -> Path:
        return (*path, self._counts[path]) if path in self._counts else path

    def _keys(self) -> list[str]:
        keys: list[str] = []
        while self._kind() in {"word", "."}:
            if self._kind() == "word":
                keys.append(_bare(self._tokens[self._at].text))
            self._at += 1
        return keys

    def _pair(self, table: Path) -> None:
        line = self._tokens[self._at].line
        path = table
        for key in self._keys():
            path = (*path, key)
            self.found.setdefault(path, line)
        self._at += 1
        self._value(path)

    def _value(self, path: Path) -> None:
        self.found.setdefault(path, self._tokens[self._at].line)
        if self._kind() == "{":
            self._inside("}", path)
        elif self._kind() == "[":
            self._inside("]", path)
        else:
            while self._kind() in {"word", "."}:
                self._at += 1

    def _inside(self, closing: str, path: Path) -> None:
        self._at += 1
        number = 0
        while self._kind() != closing:
            if self._kind() in {",", "\n"}:
                self._at += 1
            elif closing == "}":
                self._pair(path)
            else:
                self._value((*path, number))
                number += 1
        self._at += 1


def _bare(word: str) -> str:
    if word[0] == '"':
        return str(tomllib.loads(f"key = {word}")["key"])
    return word[1:-1] if word[0] == "'" else word
