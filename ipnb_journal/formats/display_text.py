# SPDX-License-Identifier: MIT
"""Text that came from outside, made fit to show: one normal form, and nothing unseen in it."""

from __future__ import annotations

import re
import unicodedata

_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_ZERO_WIDTH = "\u00ad\u034f\u180e\u200b\u2028\u2029\u2060\u2061\u2062\u2063\u2064\ufeff\ufff9\ufffa\ufffb"
# every control but newline and tab, and halves of surrogate pairs
_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff"
_UNSEEN = re.compile(f"[{_CONTROLS}{_BIDI}{_ZERO_WIDTH}]")

# nothing is looked at twice: a text made to be slow would otherwise take minutes
_TAG = re.compile(
    r"<\s*+(?:[/!?]\s*+)?[A-Za-z][^<>]*+>|<!--|&(?:[A-Za-z]{2,8}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});"
)
_LINK = re.compile(
    r"\b[a-z][a-z0-9+.\-]{1,15}://|\bwww\.|\b(?:mailto|tel|javascript|data|file):\S|\]\s?\("
    r"|(?<![\w\-])[\w\-]{2,}+\.(?:com|org|net|edu|gov|info|app|dev|io|me|co|uk|de|eu)\b",
    re.IGNORECASE,
)


def clean(text: str) -> str:
    """The text in NFC without control, bidi and zero-width characters.

    Newline and tab stay, and so do the two joiners that some scripts need (ZWJ, ZWNJ).
    """
    return unicodedata.normalize("NFC", _UNSEEN.sub("", text))


def unseen(text: str) -> tuple[str, ...]:
    """The code points `clean` would drop, as "U+200B", each named once, in order."""
    found = dict.fromkeys(_UNSEEN.findall(text))
    return tuple(f"U+{ord(letter):04X}" for letter in found)


def markup(text: str) -> str | None:
    """The first piece of HTML in the text, or None."""
    found = _TAG.search(text)
    return found.group() if found else None


def link(text: str) -> str | None:
    """The first piece that reads as a web, mail or Markdown link, or None."""
    found = _LINK.search(text)
    return found.group() if found else None
