# SPDX-License-Identifier: MIT
"""Text from outside shows what it is: nothing unseen, one normal form, no markup, no links."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipnb_journal.formats.display_text import clean, link, markup, unseen


@pytest.mark.parametrize(
    ("given_text", "shown"),
    [
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("a\u0000b\u0007c\u007fd\u0085e", "abcde"),
        ("safe\u202etxt.exe", "safetxt.exe"),
        ("\u2066a\u2069\u200e\u200f\u061c", "a"),
        ("zero\u200bwidth\ufeff\u2060\u00ad", "zerowidth"),
        ("می\u200cخواهم 👩\u200d👧", "می\u200cخواهم 👩\u200d👧"),
        ("e\u0301", "é"),
        ("“I”, krīze, 你好", "“I”, krīze, 你好"),
    ],
)
def test_what_is_left_of_a_text(given_text: str, shown: str) -> None:
    assert clean(given_text) == shown


@given(st.text(st.characters(codec=None)))
def test_cleaning_is_final(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert unseen(once) == ()
    assert unicodedata.is_normalized("NFC", once)


@given(st.text(st.characters(categories=("L", "P", "Zs"))))
def test_words_are_never_lost(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)


def test_what_was_dropped_is_named_once_each() -> None:
    assert unseen("a\u200bb\u200bc\u202e") == ("U+200B", "U+202E")


@pytest.mark.parametrize(
    "text",
    [
        "<b>bold</b>",
        "a <script src=x>",
        "<img/onerror=1>",
        "</p>",
        "<!-- no -->",
        "&lt;",
        "&#60;",
        "&#x3C;",
        "< b >",
    ],
)
def test_html_is_found(text: str) -> None:
    assert markup(text)


@pytest.mark.parametrize("text", ["1 < 2 and 3 > 2", "you & me; ours", "AT&T; no", "<3", "a <- b"])
def test_what_only_looks_like_html_is_left_alone(text: str) -> None:
    assert markup(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "https://a.example", "see http://x", "HTTPS://A", "www.a.example", "mailto:a@b",
        "javascript:alert(1)",
        "[here](there)", "look at example.com today", "file:/etc/passwd", "steam://run",
    ],
)  # fmt: skip
def test_links_are_found(text: str) -> None:
    assert link(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tell me: what now?",
        "a file: one page",
        "[your name]’s to hold",
        "either/or",
        "If ______ happens.",
        "He said: no.",
    ],
)
def test_plain_sentences_are_no_links(text: str) -> None:
    assert link(text) is None


@pytest.mark.parametrize("piece", ["a-", "<", "< ", "a.", "-a", "<!", "<a "])
def test_looking_takes_no_longer_for_text_made_to_be_slow(piece: str) -> None:
    def needed(text: str) -> float:
        started = time.process_time()
        assert link(text) is None and markup(text) is None
        return time.process_time() - started

    blanks = "<" + " " * 60_000
    assert min(needed(piece * 30_000) for _ in range(3)) < 0.3
    assert min(needed(blanks) for _ in range(3)) < 0.3
