# SPDX-License-Identifier: MIT
"""Two texts compared: both can be had back from the pieces, and the pieces read as one would tell them."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipnb_journal.domain.comparison import Change, Piece, compare, compare_writing, earlier_text, tokens
from ipnb_journal.domain.entries import Writing


def told(former: str, present: str) -> str:
    """The pieces as one line: [out], {in}."""
    marks = {Change.SAME: "{}", Change.OUT: "[{}]", Change.IN: "{{{}}}"}
    return "".join(marks[piece.change].format(piece.text) for piece in compare(former, present))


@pytest.mark.parametrize(
    ("former", "present", "line"),
    [
        ("", "", ""),
        ("Same.", "Same.", "Same."),
        ("", "All new", "{All new}"),
        ("All gone", "", "[All gone]"),
        ("I was cold.", "I was very cold.", "I was {very }cold."),
        ("I was very cold.", "I was cold.", "I was [very ]cold."),
        ("The sea was grey", "The sea was green", "The sea was [grey]{green}"),
        ("Home at six.", "Home at seven!", "Home at [six.]{seven!}"),
        ("Hello world.", "Hello world, again.", "Hello world{, again}."),
        ("I don’t know", "I do know", "I [don’t ]{do }know"),
        ("one\ntwo", "one\n\ntwo", "one[\n]{\n\n}two"),
        ("今日は雨だ", "今日は晴れだ", "今日は[雨]{晴れ}だ"),
        ("café", "cafe\N{COMBINING ACUTE ACCENT}", "[café]{cafe\N{COMBINING ACUTE ACCENT}}"),
        ("we are 👩‍👩‍👧 here", "we are 👩‍👧 here", "we are [👩‍👩‍👧 ]{👩‍👧 }here"),
    ],
)
def test_a_change_reads_as_one_would_tell_it(former: str, present: str, line: str) -> None:
    assert told(former, present) == line


def test_a_moved_paragraph_is_taken_out_in_one_place_and_comes_in_at_another() -> None:
    one, two, three = (" ".join(f"{name}{number}" for number in range(20)) for name in ("sea", "sky", "sand"))
    pieces = compare(f"{one}\n{two}\n{three}", f"{two}\n{three}\n{one}")
    assert [piece.change for piece in pieces if piece.text.strip()] == [Change.OUT, Change.SAME, Change.IN]


def test_a_word_or_two_alone_among_many_changes_changes_with_them() -> None:
    former = "a b c d e f g h the i j k l m n o p"
    present = "A B C D E F G H the I J K L M N O P"
    assert [piece.change for piece in compare(former, present)] == [Change.OUT, Change.IN]
    assert told("a the b", "A the B") == "[a ]{A }the [b]{B}"


def test_fields_are_compared_one_by_one_and_empty_ones_left_out() -> None:
    former = Writing("Title", ("calm", "tight"), "", "Body.", "", "Take")
    present = Writing("Title", ("calm",), "", "Body too.", "Together", "")
    found = {one.field: one for one in compare_writing(former, present)}
    assert list(found) == ["title", "noticed", "body", "connect", "takeaway"]
    assert [name for name, one in found.items() if one.is_same] == ["title"]
    assert found["takeaway"].pieces == (Piece(Change.OUT, "Take"),)
    assert earlier_text(compare_writing(former, present)) == "Title\n\ncalm, tight\n\nBody.\n\nTake"
    assert found["noticed"].pieces == (Piece(Change.SAME, "calm"), Piece(Change.OUT, ", tight"))


words = st.sampled_from(
    ["a", "b", "c", "the", "harbour", " ", "  ", "\n", "\n\n", ".", ",", "’", "é", "海", "👍🏽"]
)
texts = st.one_of(st.lists(words, max_size=40).map("".join), st.text(max_size=40))


@given(texts, texts)
def test_both_texts_can_be_had_back(former: str, present: str) -> None:
    pieces = compare(former, present)
    assert "".join(piece.text for piece in pieces if piece.change != Change.IN) == former
    assert "".join(piece.text for piece in pieces if piece.change != Change.OUT) == present


@given(texts, texts)
def test_pieces_are_few_and_in_order(former: str, present: str) -> None:
    pieces = compare(former, present)
    changes = [piece.change for piece in pieces]
    assert all(piece.text for piece in pieces)
    assert all(one != other for one, other in zip(changes, changes[1:], strict=False))
    assert (Change.IN, Change.OUT) not in list(zip(changes, changes[1:], strict=False))


@given(texts)
def test_a_text_is_the_same_as_itself(text: str) -> None:
    assert compare(text, text) == ((Piece(Change.SAME, text),) if text else ())


@given(texts)
def test_tokens_joined_are_the_text(text: str) -> None:
    found = tokens(text)
    assert "".join(word + space for word, space in found) == text
    assert all(word for word, _ in found[1:])


def _long(seed: int, count: int, vocabulary: int) -> str:
    chance = random.Random(seed)
    return " ".join(f"w{chance.randrange(vocabulary)}" for _ in range(count))


LONG = {
    "rewritten": lambda n: (_long(1, n, 10**9), _long(2, n, 10**9)),
    "a small language": lambda n: (_long(1, n, 300), _long(2, n, 300)),
    "two words": lambda n: (_long(1, n, 2), _long(2, n, 2)),
    "one word": lambda n: ("na " * n, "na " * (n // 2) + "no " + "na " * (n // 3)),
    "backwards": lambda n: (
        " ".join(map(str, range(n))),
        " ".join(map(str, range(n, 0, -1))),
    ),
    "every other word": lambda n: (
        " ".join(map(str, range(n))),
        " ".join(f"x{number}" if number % 2 else str(number) for number in range(n)),
    ),
    "signs": lambda n: (". , " * (n // 2), ", . ; " * (n // 3)),
}


@pytest.mark.parametrize("kind", LONG)
def test_long_texts_take_time_in_proportion_and_no_more(kind: str) -> None:
    """Four times the words take about four times as long, never sixteen; the beginning is paid once."""

    def seconds(count: int) -> float:
        former, present = LONG[kind](count)
        start = time.process_time()
        pieces = compare(former, present)
        took = time.process_time() - start
        assert "".join(piece.text for piece in pieces if piece.change != Change.IN) == former
        return took

    first = min(seconds(5_000) for _ in range(2))
    # the bounded search for common runs may cost a second more, once
    assert seconds(20_000) < 8 * first + 1.5
