# SPDX-License-Identifier: MIT
"""Passphrases: how strong one is, whether it may be used, and one to offer."""

from __future__ import annotations

import secrets
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipnb_journal import paths
from ipnb_journal.errors import PassphraseUnfit
from ipnb_journal.vault import keys

if TYPE_CHECKING:
    from random import Random

SHORTEST = 12
"""Characters that a new passphrase has at least."""

SUGGESTED_WORDS = 5

_LEVELS = (6.0, 10.0, 14.0, 18.0)
"""Guesses, as powers of ten, at which the next level starts.

A graphics card tries about 1,250 passphrases a second against our key derivation: a million take
a quarter of an hour, 10^10 three months, 10^14 2,500 years. Four random words are worth 10^15.6.
"""

_LOOKED_AT = 72
_SYSTEM_RANDOM = secrets.SystemRandom()


@dataclass(frozen=True, slots=True)
class Strength:
    """How hard a passphrase is to guess: a level from 0 (at once) to 4 (not in a lifetime)."""

    level: int
    guesses_log10: float


def strength(passphrase: str) -> Strength:
    """Estimate the guesses a knowing attacker needs; what stands after 72 characters adds nothing."""
    if not passphrase:
        return Strength(0, 0.0)
    from zxcvbn import zxcvbn  # noqa: PLC0415 - 35 ms and 10 MB of word lists that only a new passphrase needs

    guesses = float(zxcvbn(passphrase[:_LOOKED_AT])["guesses_log10"])
    return Strength(sum(guesses >= start for start in _LEVELS), guesses)


def fit(passphrase: str) -> None:
    """Accept a new passphrase or raise PassphraseUnfit ("empty", "long", "letters", "short", "common").

    No rules of composition: at least twelve characters that are not among the first million guesses.
    """
    keys.passphrase_bytes(passphrase)
    if len(unicodedata.normalize("NFC", passphrase)) < SHORTEST:
        raise PassphraseUnfit(reason="short")
    if strength(passphrase).level == 0:
        raise PassphraseUnfit(reason="common")


def suggest(random: Random = _SYSTEM_RANDOM) -> str:
    """Five words drawn from 7,776, spaces between: 64 bits, easier to keep than to guess."""
    words = _words()
    return " ".join(random.choice(words) for _ in range(SUGGESTED_WORDS))


def _words() -> list[str]:
    listed = paths.resources() / "passphrases" / "words.txt"
    return listed.read_text(encoding="utf-8").split()
