# SPDX-License-Identifier: MIT
"""Reading untrusted JSON bit by bit: bounded depth and size, no duplicate keys, exact key sets.

The bytes are walked by their structure first, so that a value is only built once its extent, depth
and number of parts are known to be within bounds; a bomb is refused before it costs memory. No more
of the source is held than the value under way and what was read together with its end.
"""

from __future__ import annotations

import io
import json
import math
import re
import sys
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, BinaryIO, NoReturn, TypeVar, cast

from ipnb_journal.errors import FormatError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MAX_DEPTH = 16
MAX_PARTS = 200_000
MAX_VALUE = 16 * 1024 * 1024

_Choice = TypeVar("_Choice", bound=StrEnum)
_TOKEN = re.compile(rb'\s*+("[^"\\]*+(?:\\.[^"\\]*+)*+"|[\[\]{},:]|[^\s"\[\]{},:]++)', re.DOTALL)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_NAME = re.compile(r'"?[A-Za-z_][A-Za-z0-9_]{0,39}"?|[\[\]{},:]|-?[0-9.]{1,20}', re.ASCII)
_LARGEST_WHOLE = 2**53
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_AT_ONCE = 256 * 1024


class JsonStream:
    """Takes one JSON document apart from front to back; `file` names it in every FormatError.

    `largest`: how many bytes the whole document may have.
    """

    def __init__(self, source: BinaryIO | bytes, file: str, largest: int = MAX_VALUE) -> None:
        self.file = file
        self._source = io.BytesIO(source) if isinstance(source, bytes) else source
        self._largest = self._left = largest
        self._ended = False
        self._line = 1
        self._data = b""
        self._at = 0
        self._value_at: int | None = None
        self._read_on()
        if self._data.startswith(_BYTE_ORDER_MARK):
            self._at = len(_BYTE_ORDER_MARK)

    def refuse(self, place: str, reason: str) -> NoReturn:
        """Raise FormatError for this file; an empty `place` becomes the present line."""
        line = self._line + self._data.count(b"\n", 0, self._at)
        raise FormatError(file=self.file, place=place or f"line {line}", reason=reason)

    def _read_on(self) -> None:
        """Read more of the source, and forget what lies before the value under way."""
        start = self._at if self._value_at is None else self._value_at
        held = len(self._data) - start
        if held > MAX_VALUE:
            self.refuse("", f"something here is larger than {MAX_VALUE >> 20} MiB")
        more = self._source.read(max(_AT_ONCE, held))
        self._left -= len(more)
        if self._left < 0:
            self.refuse("the file", f"it is larger than {self._largest >> 20} MiB")
        self._ended = not more
        self._line += self._data.count(b"\n", 0, start)
        self._data = self._data[start:] + more
        self._at -= start
        self._value_at = None if self._value_at is None else 0

    def _next(self) -> re.Match[bytes] | None:
        """The next token whole, None where the document ends or breaks off inside one."""
        while True:
            found = _TOKEN.match(self._data, self._at)
            # one that ends with what was read may go on
            if self._ended or (found is not None and found.end() < len(self._data)):
                return found
            self._read_on()

    def expect(self, symbol: str) -> None:
        """Step over one structural sign."""
        if self._take() != symbol.encode():
            self.refuse("", f"{symbol!r} was expected")

    def follows(self, symbol: str) -> bool:
        """Step over one structural sign if it comes next, and say whether it did."""
        found = self._next()
        if found is None or found[1] != symbol.encode():
            return False
        self._at = found.end()
        return True

    def key(self, wanted: str) -> None:
        """Step over `"wanted":`, the next key of the object that is open."""
        token = self._take()
        if token != json.dumps(wanted).encode():
            self.refuse(wanted, f"this was expected next, not {_shown(token)}")
        self.expect(":")

    def value(self, place: str) -> object:
        """The next value whole. Raises FormatError where it is too deep, too rich or no JSON."""
        found = self._next()
        self._value_at = found.start(1) if found else self._at
        self._skip_value(place)
        start, self._value_at = self._value_at, None
        if self._at - start > MAX_VALUE:
            self.refuse(place, f"larger than {MAX_VALUE >> 20} MiB")
        try:
            return json.loads(
                self._data[start : self._at],
                object_pairs_hook=_no_duplicates,
                parse_constant=_no_constants,
            )
        except UnicodeDecodeError:
            self.refuse(place, "this is not UTF-8 text")
        except (ValueError, RecursionError) as problem:
            self.refuse(place, _plain(problem))

    def items(self, place: str) -> Iterator[tuple[str, object]]:
        """Each item of the next array with its place, such as "entries[12]", one at a time."""
        self.expect("[")
        if self.follows("]"):
            return
        number = 0
        while True:
            here = f"{place}[{number}]"
            yield here, self.value(here)
            number += 1
            if self.follows("]"):
                return
            self.expect(",")

    def end(self) -> None:
        """Refuse anything behind the document."""
        if self._next() is not None or self._data[self._at :].strip():
            self.refuse("", "something follows the end of the archive")

    def _take(self) -> bytes:
        found = self._next()
        if found is None:
            self.refuse("", self._cut_short())
        self._at = found.end()
        return found[1]

    def _cut_short(self) -> str:
        rest = self._data[self._at : self._at + 200].strip()
        return "a text is not closed" if rest else "the file ends too early"

    def _skip_value(self, place: str) -> None:
        depth = parts = 0
        while True:
            token = self._take()
            parts += 1
            if token in b"[{":
                depth += 1
            elif token in b"]}":
                depth -= 1
            if depth > MAX_DEPTH:
                self.refuse(place, f"nested deeper than {MAX_DEPTH}")
            if parts > MAX_PARTS:
                self.refuse(place, f"more than {MAX_PARTS:,} parts in one value")
            if depth <= 0:
                return


class Fields:
    """One JSON object with exactly the keys it should have, and typed access to each.

    Every method raises FormatError naming the place, such as "entries[12].about_day".
    """

    def __init__(self, stream: JsonStream, value: object, place: str, keys: frozenset[str]) -> None:
        self._stream = stream
        self._place = place
        if not isinstance(value, dict):
            stream.refuse(place, "an object was expected")
        for key in sorted(keys - value.keys()):
            stream.refuse(f"{place}.{key}", "this is missing")
        for key in sorted(value.keys() - keys):
            stream.refuse(place, f"a key does not belong: {_shown(key.encode('utf-8', 'replace'))}")
        self._value = cast("Mapping[str, object]", value)

    def refuse(self, key: str, reason: str) -> NoReturn:
        """Raise FormatError for one key of this object."""
        self._stream.refuse(f"{self._place}.{key}", reason)

    def is_null(self, key: str) -> bool:
        """Whether the key is null."""
        return self._value[key] is None

    def text(self, key: str, longest: int | None = None) -> str:
        """A text of at most `longest` characters, without lone surrogates."""
        return self._as_text(key, self._value[key], longest)

    def line(self, key: str, longest: int) -> str:
        """A text of 1 to `longest` characters in one line."""
        return self._as_line(key, self._value[key], longest)

    def lines(self, key: str, longest: int) -> tuple[str, ...]:
        """A list of one-line texts, each of 1 to `longest` characters."""
        value = self._value[key]
        if not isinstance(value, list):
            self.refuse(key, "a list was expected")
        return tuple(self._as_line(f"{key}[{number}]", item, longest) for number, item in enumerate(value))

    def plain(self, key: str) -> object:
        """A text, a finite number (whole ones up to 2 to the 53rd), true, false, or a list of texts."""
        value = self._value[key]
        if isinstance(value, list):
            return [self._as_text(f"{key}[{number}]", item, None) for number, item in enumerate(value)]
        if isinstance(value, int) and abs(value) > _LARGEST_WHOLE:
            self.refuse(key, "the number is too large")
        if isinstance(value, int) or (isinstance(value, float) and math.isfinite(value)):
            return value
        return self._as_text(key, value, None)

    def whole(self, key: str, least: int, most: int) -> int:
        """A whole number from `least` to `most`."""
        value = self._value[key]
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            self.refuse(key, f"a whole number from {least} to {most} was expected")
        return value

    def yes_or_no(self, key: str) -> bool:
        """True or false."""
        value = self._value[key]
        if not isinstance(value, bool):
            self.refuse(key, "true or false was expected")
        return value

    def rating(self, key: str) -> float:
        """A number from 0 to 100."""
        value = self._value[key]
        good = isinstance(value, int | float) and not isinstance(value, bool)
        if not good or not 0 <= cast("float", value) <= 100:
            self.refuse(key, "a number from 0 to 100 was expected")
        return float(cast("float", value))

    def number(self, key: str) -> float:
        """A finite number."""
        value = self._value[key]
        good = isinstance(value, int | float) and not isinstance(value, bool)
        if not good or not abs(cast("float", value)) <= sys.float_info.max:
            self.refuse(key, "a number was expected")
        return float(cast("float", value))

    def choice(self, key: str, kind: type[_Choice]) -> _Choice:
        """One of the words of an enumeration."""
        value = self._value[key]
        words = [member.value for member in kind]
        if not isinstance(value, str) or value not in words:
            self.refuse(key, f"one of {', '.join(words)} was expected")
        return kind(value)

    def day(self, key: str) -> date:
        """A day as "2025-03-13"."""
        value = self._value[key]
        try:
            if not isinstance(value, str) or len(value) != len("2025-03-13"):
                raise ValueError(value)
            found = date.fromisoformat(value)
        except ValueError:
            self.refuse(key, 'a day such as "2025-03-13" was expected')
        return found

    def moment(self, key: str) -> datetime:
        """A moment with its offset, as "2025-03-13T21:04:00+01:00"."""
        value = self._value[key]
        try:
            if not isinstance(value, str):
                raise ValueError(value)
            found = datetime.fromisoformat(value)
            if found.tzinfo is None:
                raise ValueError(value)
        except ValueError:
            self.refuse(key, 'a moment such as "2025-03-13T21:04:00+01:00" was expected')
        return found

    def inner(self, key: str, keys: frozenset[str]) -> Fields:
        """The object under a key."""
        return Fields(self._stream, self._value[key], f"{self._place}.{key}", keys)

    def pairs(self, key: str) -> Fields:
        """The object under a key, whatever keys it has; see `names`."""
        value = self._value[key]
        keys = frozenset(value) if isinstance(value, dict) else frozenset()
        return Fields(self._stream, value, f"{self._place}.{key}", keys)

    def names(self) -> tuple[str, ...]:
        """The keys of this object in their order."""
        return tuple(self._value)

    def each(self, key: str, keys: frozenset[str]) -> Iterator[Fields]:
        """Each object of the list under a key."""
        value = self._value[key]
        if not isinstance(value, list):
            self.refuse(key, "a list was expected")
        for number, item in enumerate(value):
            yield Fields(self._stream, item, f"{self._place}.{key}[{number}]", keys)

    def _as_text(self, key: str, value: object, longest: int | None) -> str:
        if not isinstance(value, str):
            self.refuse(key, "a text was expected")
        if longest is not None and len(value) > longest:
            self.refuse(key, f"it is longer than {longest:,} characters")
        if _LONE_SURROGATE.search(value):
            self.refuse(key, "it holds half a character (a lone surrogate)")
        return value

    def _as_line(self, key: str, value: object, longest: int) -> str:
        text = self._as_text(key, value, longest)
        if not text.strip() or "\n" in text or "\r" in text:
            self.refuse(key, "one line of text was expected")
        return text


def _no_duplicates(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice in one object")
    return found


def _no_constants(word: str) -> NoReturn:
    raise ValueError(f"{word} is not a number that can be kept")


def _plain(problem: Exception) -> str:
    if isinstance(problem, json.JSONDecodeError):
        return "this is not valid JSON"
    if isinstance(problem, RecursionError):
        return f"nested deeper than {MAX_DEPTH}"
    told = str(problem)
    return "a number is too long" if "integer string" in told else told


def _shown(token: bytes) -> str:
    """A token for a message, unless it could be something a person wrote."""
    text = token.decode("utf-8", "replace")
    return text if _NAME.fullmatch(text) else "something else"
