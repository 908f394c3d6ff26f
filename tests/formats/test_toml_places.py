# SPDX-License-Identifier: MIT
"""TOML read with care: every field has its line, and what could harm is refused before parsing."""

from __future__ import annotations

import time
import tomllib
from typing import Any

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from ipnb_journal.formats.problems import Problem, Reason
from ipnb_journal.formats.toml_places import MOST_BYTES, MOST_LINE_BYTES, Document, read

SAMPLE = '''# a comment with "quotes' and [brackets]
format = 1

[[prompt]]
id = "a"   # id = "not this"
steps.settle = "Sit. Look. Wait. And so on. And. So. On. It. Goes."
steps."no tice" = \'literal "quotes"\'
also = [
  "x",

  # between
  "y",
]
inline = { one = 1, two = { three = "3" }, four = [ { five = 5 } ] }
text = """
two = 2
[[prompt]]
"""
after = 1.5
when = 2026-05-31 07:32:00

[prompt.more]
deep.er = true
[[prompt.days]]
d = 1
[[prompt.days]]
d = \'\'\'
]]]\'\'\'

[[ prompt ]]
"i\\u0064" = "b"
[prompt.more]
deep = false
[other . "ta.ble"]
k = ""
'''


def problem(text: str | bytes) -> Problem:
    found = read(text if isinstance(text, bytes) else text.encode(), "f.toml")
    assert isinstance(found, Problem)
    return found


def document(text: str) -> Document:
    found = read(text.encode(), "f.toml")
    assert isinstance(found, Document)
    return found


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("format",), 2),
        (("prompt",), 4),
        (("prompt", 0), 4),
        (("prompt", 0, "id"), 5),
        (("prompt", 0, "steps"), 6),
        (("prompt", 0, "steps", "settle"), 6),
        (("prompt", 0, "steps", "no tice"), 7),
        (("prompt", 0, "also"), 8),
        (("prompt", 0, "also", 0), 9),
        (("prompt", 0, "also", 1), 12),
        (("prompt", 0, "inline", "two", "three"), 14),
        (("prompt", 0, "inline", "four", 0, "five"), 14),
        (("prompt", 0, "text"), 15),
        (("prompt", 0, "after"), 19),
        (("prompt", 0, "when"), 20),
        (("prompt", 0, "more", "deep", "er"), 23),
        (("prompt", 0, "days", 0, "d"), 25),
        (("prompt", 0, "days", 1), 26),
        (("prompt", 0, "days", 1, "d"), 27),
        (("prompt", 1), 30),
        (("prompt", 1, "id"), 31),
        (("prompt", 1, "more", "deep"), 33),
        (("other", "ta.ble", "k"), 35),
    ],
)
def test_the_line_of_each_thing(path: tuple[str | int, ...], line: int) -> None:
    assert document(SAMPLE).lines[path] == line


def test_something_missing_has_the_line_of_what_it_is_missing_from() -> None:
    found = document(SAMPLE)
    assert found.line(("prompt", 1, "title")) == 30
    assert found.line(("nothing",)) is None


def _paths(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    found = [path] if path else []
    for key, one in inner:
        found += _paths(one, (*path, key))
    return found


keys = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=6)
scalars = st.one_of(
    st.booleans(),
    st.integers(-99, 99),
    st.floats(allow_nan=False),
    st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=12),
    st.dates(),
    st.datetimes(),
    st.times(),
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(keys, values, max_size=4), st.booleans())
def test_every_path_the_parser_knows_has_a_line(data: dict[str, Any], long_strings: bool) -> None:
    text = tomli_w.dumps(data, multiline_strings=long_strings)
    found = document(text)
    assert found.data == tomllib.loads(text)
    lines = text.split("\n")
    for path in _paths(found.data):
        assert path in found.lines
        assert 1 <= found.lines[path] <= len(lines)
    assert set(found.lines) == set(_paths(found.data))


@given(st.binary(max_size=300) | st.text("[]{}=.,\"'\\\n#ab1 ", max_size=120).map(str.encode))
def test_anything_at_all_is_a_document_or_one_problem(content: bytes) -> None:
    found = read(content, "f.toml")
    if isinstance(found, Problem):
        assert found.line is None or found.line >= 1
    else:
        assert found.data == tomllib.loads(content.decode("utf-8-sig"))


def test_a_byte_order_mark_and_windows_lines_are_fine() -> None:
    assert document("\ufeffa = 1\r\nb = 2\r\n").lines[("b",)] == 2


def test_a_file_too_big_is_not_read() -> None:
    found = problem(b"#" * (MOST_BYTES + 1))
    assert (found.reason, found.line) == (Reason.TOO_BIG, None)


def test_a_line_too_long_is_named() -> None:
    found = problem(b"a = 1\nb = '" + b"x" * MOST_LINE_BYTES + b"'\n")
    assert (found.reason, found.line) == (Reason.LONG_LINE, 2)


@pytest.mark.parametrize(
    "bomb",
    [
        "x = 1\n" + "a." * 4000 + "a = 1",
        "x = 1\n[" + "a." * 4000 + "a]",
        "x = 1\nk = { " + "a . " * 1500 + "a = 1 }",
        "x = 1\n" + '"a"."b"' * 900 + " = 1",
    ],
)
def test_a_dotted_key_bomb_is_refused_at_once(bomb: str) -> None:
    began = time.process_time()
    found = problem(bomb)
    assert time.process_time() - began < 1
    assert (found.reason, found.line) == (Reason.MANY_DOTS, 2)


def test_dots_in_sentences_are_no_bomb() -> None:
    assert document('a = "' + "Wait. " * 50 + '"\nb.c.d.e.f.g.h.i.j = 1').data["a"]


@pytest.mark.parametrize("opening", ["[", "{a="])
def test_brackets_in_brackets_are_refused(opening: str) -> None:
    found = problem("a = " + (opening * 3 + "\n") * 2000)
    assert found.reason is Reason.DEEP_NESTING


def test_bytes_that_are_no_text_are_named_by_line() -> None:
    found = problem(b"a = 1\nb = '\xff'\n")
    assert (found.reason, found.line) == (Reason.NOT_TEXT, 2)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('a = 1\nb = "no end\nc = 2\n', 2),
        ("a = 1\nb = 'no end\nc = 2\n", 2),
        ('a = 1\nb = """no\nend\n', 2),
        ("a = 1\nb = '''no\nend\n", 2),
        ('a = "x" "\n', 1),
        ('a = """x', 1),
        ('a = """"', 1),
        ('a = "x\\', 1),
    ],
)
def test_a_quotation_mark_that_never_closes_is_named_where_it_opens(text: str, line: int) -> None:
    found = problem(text)
    assert (found.reason, found.line) == (Reason.UNCLOSED, line)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a = 1\nb = \n", 2),
        ("a = 1\n\na = 2\n", 3),
        ("a = 1\n[b\n", 2),
        ("a = 1\nb = [1,\n2", 3),
        ("a = 1\nb = 2026-13-40\n", 2),
        ("a = 1\nb = " + "9" * 5000, 2),
        ("a = 1\nb = 0x" + "f" * 5000, 2),
    ],
)
def test_other_slips_are_named_by_line(text: str, line: int | None) -> None:
    found = problem(text)
    assert found.reason is Reason.NOT_TOML
    assert found.line == line
    assert "(at" not in str(found.facts["detail"])
