# SPDX-License-Identifier: MIT
"""What hostile inputs of every format are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator

MIB = 1024 * 1024

Named = Iterator[tuple[str, bytes | Callable[[], bytes]]]
"""Inputs by name; the big ones are made when they are wanted."""

PIECES = (
    *("[", "{", "(", '"', "'", "\\", "<", "#", ",", "=", ".", "-", "*", "é", "\u0301", "\U0001f469"),
    *("a.", "a-", "a b ", "< ", "<a ", "&#", "www", "a://", "](", "[[a", "a=", '{"a":', '["', "%s", "a,"),
)

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


def filled(piece: str, size: int) -> bytes:
    """The piece over and over, up to `size` bytes."""
    raw = piece.encode()
    return raw * (size // len(raw))
