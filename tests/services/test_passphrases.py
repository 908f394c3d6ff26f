# SPDX-License-Identifier: MIT
"""Strength, fitness and suggestions."""

from __future__ import annotations

import random
import subprocess
import sys
import time

import pytest

from ipnb_journal import paths
from ipnb_journal.errors import PassphraseUnfit
from ipnb_journal.services import passphrases
from ipnb_journal.services.passphrases import fit, strength, suggest


def test_each_level_is_reached_as_words_are_added() -> None:
    tried = ["", "password", "quiet lamp", "quiet lamp orbit", "quiet lamp orbit 7", "quiet lamp orbit drum"]
    levels = [strength(passphrase).level for passphrase in tried]
    assert levels == [0, 0, 1, 2, 3, 4]


@pytest.mark.parametrize("repeated", ["a", "correct horse battery staple ", "ü𝄞"])
def test_a_very_long_passphrase_is_rated_quickly_by_its_start(repeated: str) -> None:
    long = (repeated * 1024)[:1024]
    started = time.process_time()
    assert strength(long) == strength(long[:72])
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    ("passphrase", "reason"),
    [
        ("", "empty"),
        ("x" * 1025, "long"),
        ("elevenchars", "short"),
        ("e\u0301" * 11, "short"),
        ("passwordpassword", "common"),
        ("123456789012", "common"),
        ("aaaaaaaaaaaaaaaa", "common"),
        ("\ud800 and some more", "letters"),
    ],
)
def test_an_unfit_passphrase_is_refused_with_its_reason(passphrase: str, reason: str) -> None:
    with pytest.raises(PassphraseUnfit) as refused:
        fit(passphrase)
    assert refused.value.facts == {"reason": reason}


@pytest.mark.parametrize(
    "passphrase", ["my cat likes tuna", "twelve chars", "только по ночам", "x7!kQ" * 200]
)
def test_no_rules_of_composition_beyond_length(passphrase: str) -> None:
    fit(passphrase)


def test_a_suggestion_is_five_listed_words_and_is_strong() -> None:
    listed = set((paths.resources() / "passphrases" / "words.txt").read_text(encoding="utf-8").split())
    assert len(listed) == 7776
    suggested = suggest()
    assert len(suggested.split(" ")) == 5
    assert set(suggested.split(" ")) <= listed
    assert strength(suggested).level == 4
    assert fit(suggested) is None
    assert suggest() != suggested


def test_a_suggestion_follows_the_randomness_it_is_given() -> None:
    assert suggest(random.Random(4)) == suggest(random.Random(4))
    assert suggest(random.Random(4)) != suggest(random.Random(5))


def test_the_word_list_names_its_source_and_licence() -> None:
    told = (paths.resources() / "passphrases" / "LICENSE.txt").read_text(encoding="utf-8")
    assert "Electronic Frontier Foundation" in told
    assert "CC BY 3.0" in told


def test_word_lists_load_only_when_a_new_passphrase_is_rated() -> None:
    code = (
        "import sys; from ipnb_journal.services import access, passphrases;"
        "heavy = {'zxcvbn', 'nacl', 'sqlcipher3', 'filelock', 'keyring', 'logging'} & set(sys.modules);"
        "passphrases.strength('lamp'); print(sorted(heavy), 'zxcvbn' in sys.modules)"
    )
    root = paths.resources().parent
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root
    ).stdout
    assert told.strip() == "[] True"
    assert passphrases.SHORTEST == 12
