# SPDX-License-Identifier: MIT
"""Headers, derivation and the recovery code, each against an independent reckoning."""

from __future__ import annotations

import hashlib
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipnb_journal.errors import PassphraseUnfit, RecoveryCodeWrong
from ipnb_journal.vault import keys
from ipnb_journal.vault.keys import VaultKey, derive, key_bytes_from_code, new_header, recovery_code

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
RAW = st.binary(min_size=32, max_size=32)


def code_of(raw: bytes) -> str:
    return recovery_code(VaultKey(b"J1" + b"a" * 14, raw))


def test_a_header_is_magic_profile_and_fourteen_drawn_characters() -> None:
    header = new_header(lambda count: bytes(range(count)))
    assert header == b"J1ABCDEFGHIJKLMN"
    assert new_header() != new_header()
    assert all(re.fullmatch(rb"J1[A-Za-z0-9_-]{14}", new_header()) for _ in range(50))


def test_every_salt_letter_is_drawn_equally_often() -> None:
    drawn = [new_header(lambda count, byte=byte: bytes([byte]) * count)[2] for byte in range(256)]
    assert {drawn.count(letter) for letter in set(drawn)} == {4}
    assert len(set(drawn)) == 64


@pytest.mark.parametrize(
    ("header", "profile"),
    [
        (b"J1aaaaaaaaaaaaaa", "1"),
        (b"J7aaaaaaaaaaaaaa", "7"),
        (b"K1aaaaaaaaaaaaaa", None),
        (b"JXaaaaaaaaaaaaaa", None),
        (b"J1aaaaaaaaaaaaa!", None),
        (b"J1aaaaaaaaaaaaa", None),
        (b"J1aaaaaaaaaaaaaa\n", None),
    ],
)
def test_a_profile_is_read_only_from_a_whole_header(header: bytes, profile: str | None) -> None:
    assert keys.profile_of(header) == profile


def test_a_passphrase_is_taken_as_utf8_of_its_composed_form_and_not_trimmed() -> None:
    assert keys.passphrase_bytes(" Mu\u0308he ") == " M\u00fche ".encode()
    assert len(keys.passphrase_bytes("x" * 1024)) == 1024


@pytest.mark.parametrize(
    ("passphrase", "reason"),
    [("", "empty"), ("x" * 1025, "long"), ("é" * 513, "long"), ("\ud800", "letters")],
)
def test_an_unusable_passphrase_is_refused(passphrase: str, reason: str) -> None:
    with pytest.raises(PassphraseUnfit) as refused:
        derive(passphrase, new_header())
    assert refused.value.facts == {"reason": reason}


@pytest.mark.skipif(shutil.which("argon2") is None, reason="the argon2 program is not installed")
def test_the_stock_argon2_program_derives_the_same_key() -> None:
    header, passphrase = new_header(), "fünf ganz  ruhige Worte "
    told = subprocess.run(
        ["argon2", header.decode(), *["-id", "-k", "262144", "-t", "3", "-p", "1", "-l", "32", "-r"]],
        input=passphrase.encode(),
        capture_output=True,
        check=True,
    )
    key = derive(passphrase, header)
    assert key.raw.hex() == told.stdout.decode().strip()
    assert key.header == header


def test_a_key_does_not_show_its_bytes() -> None:
    key = VaultKey(new_header(), bytes(range(32)))
    assert "\\x1f" not in repr(key)
    assert key.raw.hex() not in str(key)


def test_the_code_is_base32_of_key_and_check() -> None:
    raw = bytes(range(32))
    number = int.from_bytes(raw + hashlib.sha256(b"journal-recovery-1" + raw).digest()[:3], "big")
    expected = ""
    for _ in range(56):
        number, digit = divmod(number, 32)
        expected = ALPHABET[digit] + expected
    code = code_of(raw)
    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}", code)
    assert code.replace("-", "") == expected


@given(RAW)
def test_a_code_gives_its_key_back(raw: bytes) -> None:
    assert key_bytes_from_code(code_of(raw)) == raw


@given(RAW)
def test_a_code_may_be_typed_as_people_type(raw: bytes) -> None:
    code = code_of(raw)
    typed = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert key_bytes_from_code(f"  {typed}\n") == raw
    assert key_bytes_from_code(code.replace("-", "").replace("1", "I").replace("0", "O")) == raw
    assert key_bytes_from_code(code.replace("-", " \u2013 ")) == raw


def test_no_single_wrong_character_is_accepted() -> None:
    letters = code_of(random.Random(7).randbytes(32)).replace("-", "")
    for place, right in enumerate(letters):
        for wrong in ALPHABET.replace(right, ""):
            with pytest.raises(RecoveryCodeWrong) as refused:
                key_bytes_from_code(letters[:place] + wrong + letters[place + 1 :])
            assert refused.value.facts == {"reason": "check"}


def test_a_letter_no_code_has_is_named_with_its_group() -> None:
    letters = code_of(bytes(32))
    with pytest.raises(RecoveryCodeWrong) as refused:
        key_bytes_from_code(letters[:12] + "U" + letters[13:])
    assert refused.value.facts == {"reason": "letter", "group": 3}


@pytest.mark.parametrize("change", ["", "0", "short"])
def test_a_code_of_another_length_is_refused(change: str) -> None:
    code = code_of(bytes(32))
    typed = {"": "", "0": code + "0", "short": code[:-1]}[change]
    with pytest.raises(RecoveryCodeWrong) as refused:
        key_bytes_from_code(typed)
    assert refused.value.facts == {"reason": "length"}


def test_a_sheet_mark_is_the_same_however_the_code_is_typed() -> None:
    code = code_of(bytes(range(32)))
    assert keys.sheet_mark(code) == hashlib.sha256(code.replace("-", "").encode()).hexdigest()[:4].upper()
    assert keys.sheet_mark(code.lower().replace("-", "")) == keys.sheet_mark(code)
    assert keys.sheet_mark(code_of(bytes(32))) != keys.sheet_mark(code)


def test_the_raw_line_is_what_stock_tools_take() -> None:
    key = VaultKey(b"J1ABCDEFGHIJKLMN", bytes(range(32)))
    assert keys.raw_key_line(key) == f"x'{bytes(range(32)).hex()}{b'J1ABCDEFGHIJKLMN'.hex()}'"


SCARCE = """
import resource, sys
from ipnb_journal.errors import MemoryShort
from ipnb_journal.vault import keys
keys.derivation()
resource.setrlimit(resource.RLIMIT_AS, (200 << 20, 200 << 20))
try:
    keys.derive("correct horse", keys.new_header())
except MemoryShort:
    sys.exit(7)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits a process's memory like this")
def test_too_little_memory_is_something_to_act_on() -> None:
    root = Path(keys.__file__).resolve().parents[2]
    assert subprocess.run([sys.executable, "-c", SCARCE], cwd=root, check=False).returncode == 7


def test_a_typed_code_without_end_is_refused_before_it_is_reckoned() -> None:
    with pytest.raises(RecoveryCodeWrong) as refused:
        key_bytes_from_code("A" * 5_000_000)
    assert refused.value.facts == {"reason": "length"}
