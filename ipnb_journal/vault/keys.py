# SPDX-License-Identifier: MIT
"""Keys: the sixteen bytes at a vault's start, Argon2id profiles, and the recovery code.

The first 16 bytes of a vault are printable ASCII: `J`, one digit naming the profile of the key
derivation, 14 random characters. They are magic, profile and salt at once, so the stock `argon2`
program derives the same key from a passphrase.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ipnb_journal.errors import MemoryShort, PassphraseUnfit, RecoveryCodeWrong

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

HEADER_SIZE = 16
KEY_SIZE = 32
PASSPHRASE_BYTES = 1024
CODE_LETTERS = 56
LONGEST_TYPED_CODE = 1024
GROUP = 4

_SALT_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_HEADER = re.compile(rb"J[0-9][A-Za-z0-9_-]{14}")
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKALIKES = str.maketrans("OIL", "011")
_SEPARATORS = re.compile(r"[\s\-\u2010-\u2015\u2212]+")
_CHECK_SIZE = 3


@dataclass(frozen=True, slots=True)
class Profile:
    """Costs of one Argon2id (v0x13, one lane) derivation: passes and memory in bytes."""

    passes: int
    memory: int


PROFILES = {"1": Profile(passes=3, memory=262_144 * 1024)}
"""A closed table: no cost is ever read from a file, so a file can neither weaken nor exhaust."""

NEWEST_PROFILE = "1"


@dataclass(frozen=True, slots=True)
class VaultKey:
    """What opens a vault: the 16 ASCII bytes at its start and the 32 raw key bytes."""

    header: bytes
    raw: bytes = field(repr=False)


def new_header(random: Callable[[int], bytes] = secrets.token_bytes) -> bytes:
    """Sixteen fresh header bytes; `random(n)` gives n random bytes (84 bits of them are used)."""
    salt = bytes(_SALT_LETTERS[byte & 63] for byte in random(HEADER_SIZE - 2))
    return b"J" + NEWEST_PROFILE.encode() + salt


def profile_of(header: bytes) -> str | None:
    """The profile digit of a header, known to us or not; None when it is no header at all."""
    return chr(header[1]) if _HEADER.fullmatch(header) else None


def passphrase_bytes(passphrase: str) -> bytes:
    """What is derived from: UTF-8 of the NFC form, not trimmed, 1 to 1,024 bytes.

    Raises PassphraseUnfit with reason "empty", "long", or "letters" for half a surrogate pair.
    """
    try:
        encoded = unicodedata.normalize("NFC", passphrase).encode()
    except UnicodeEncodeError as error:
        raise PassphraseUnfit(reason="letters") from error
    if not encoded:
        raise PassphraseUnfit(reason="empty")
    if len(encoded) > PASSPHRASE_BYTES:
        raise PassphraseUnfit(reason="long")
    return encoded


def derivation() -> ModuleType:
    """The Argon2id functions; the first call imports them."""
    from nacl.pwhash import argon2id  # noqa: PLC0415 - 32 ms that the first painted page does not need

    return argon2id


def derive(passphrase: str, header: bytes) -> VaultKey:
    """The key for a passphrase and a header of a known profile: half a second, 256 MiB.

    Raises PassphraseUnfit as `passphrase_bytes` does, and MemoryShort.
    """
    from nacl.exceptions import CryptoError  # noqa: PLC0415 - comes with what `derivation` imports

    profile = PROFILES[chr(header[1])]
    encoded = passphrase_bytes(passphrase)
    try:
        raw = derivation().kdf(KEY_SIZE, encoded, header, profile.passes, profile.memory)
    except (CryptoError, MemoryError) as error:
        # every argument was checked: libsodium fails only where it gets no memory
        raise MemoryShort from error
    return VaultKey(header, raw)


def recovery_code(key: VaultKey) -> str:
    """The key as 14 groups of four letters and digits with dashes between, check included."""
    number = int.from_bytes(key.raw + _check(key.raw))
    letters = "".join(_CROCKFORD[number >> shift & 31] for shift in range(5 * (CODE_LETTERS - 1), -1, -5))
    return "-".join(letters[start : start + GROUP] for start in range(0, CODE_LETTERS, GROUP))


def key_bytes_from_code(code: str) -> bytes:
    """The 32 raw key bytes of a typed recovery code; case, spaces, dashes, O/0 and I/L/1 do not matter.

    Raises RecoveryCodeWrong with reason "letter" (and `group`), "length" or "check".
    """
    if len(code) > LONGEST_TYPED_CODE:
        raise RecoveryCodeWrong(reason="length")
    letters = plain(code)
    number = 0
    for position, letter in enumerate(letters):
        value = _CROCKFORD.find(letter)
        if value < 0:
            raise RecoveryCodeWrong(reason="letter", group=position // GROUP + 1)
        number = number << 5 | value
    if len(letters) != CODE_LETTERS:
        raise RecoveryCodeWrong(reason="length")
    decoded = number.to_bytes(KEY_SIZE + _CHECK_SIZE)
    raw, check = decoded[:KEY_SIZE], decoded[KEY_SIZE:]
    if check != _check(raw):
        raise RecoveryCodeWrong(reason="check")
    return raw


def sheet_mark(code: str) -> str:
    """Four characters that tell one printed sheet from another without giving the code away."""
    return hashlib.sha256(plain(code).encode()).hexdigest()[:4].upper()


def raw_key_line(key: VaultKey) -> str:
    """Key and salt as stock SQLCipher tools take them: `x'<64 hex><32 hex>'`."""
    return f"x'{key.raw.hex()}{key.header.hex()}'"


def plain(code: str) -> str:
    """A typed code, or a part of one, as it is compared: without separators, lookalikes made equal."""
    return _SEPARATORS.sub("", code).upper().translate(_LOOKALIKES)


def _check(raw: bytes) -> bytes:
    return hashlib.sha256(b"journal-recovery-1" + raw).digest()[:_CHECK_SIZE]
