# SPDX-License-Identifier: MIT
"""JSON is taken apart within bounds, and what is taken is what the standard reader would give."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipnb_journal.errors import FormatError
from ipnb_journal.formats import json_stream
from ipnb_journal.formats.json_stream import Fields, JsonStream

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(json_values, st.sampled_from([None, 2]))
def test_a_value_is_what_the_standard_reader_gives(value, indent):
    text = json.dumps(value, indent=indent)
    stream = JsonStream(text.encode(), "a.json")
    assert stream.value("it") == json.loads(text)
    stream.end()


@given(st.lists(json_values, max_size=5))
def test_items_come_one_by_one_with_their_places(values):
    stream = JsonStream(json.dumps(values).encode() + b" ", "a.json")
    found = list(stream.items("rows"))
    assert found == [(f"rows[{number}]", value) for number, value in enumerate(values)]
    stream.end()


@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_but_a_refusal(data):
    stream = JsonStream(data, "a.json")
    try:
        value = stream.value("it")
    except FormatError as problem:
        assert problem.facts["file"] == "a.json"
    else:
        json.dumps(value)


@given(st.lists(json_values, max_size=6), st.integers(1, 9))
def test_a_source_may_come_in_any_pieces(values, size):
    class Drop(io.BytesIO):
        def read(self, _=-1):
            return super().read(size)

    stream = JsonStream(Drop(json.dumps(values, indent=1).encode()), "a.json")
    assert [value for _, value in stream.items("rows")] == values
    stream.end()


def test_a_line_is_counted_from_the_start_of_the_source_and_not_of_what_is_held():
    stream = JsonStream(io.BytesIO(b"[" + b"1,\n" * 300_000 + b"]"), "a.json")
    with pytest.raises(FormatError) as caught:
        list(stream.items("rows"))
    assert caught.value.facts["place"] == "rows[300000]"
    with pytest.raises(FormatError) as caught:
        stream.expect(",")
    assert caught.value.facts["place"] == "line 300001"


def test_a_value_is_bounded_in_size(monkeypatch):
    monkeypatch.setattr(json_stream, "MAX_VALUE", 100)
    assert JsonStream(json.dumps("a" * 98).encode(), "a.json", 1000).value("it")
    with pytest.raises(FormatError, match="larger than"):
        JsonStream(json.dumps("a" * 99).encode(), "a.json", 1000).value("it")


def test_depth_is_bounded_exactly():
    deep = "[" * json_stream.MAX_DEPTH + "]" * json_stream.MAX_DEPTH
    assert JsonStream(deep.encode(), "a.json").value("it")
    with pytest.raises(FormatError, match="nested deeper than 16"):
        JsonStream(f"[{deep}]".encode(), "a.json").value("it")


def test_a_refusal_names_the_line_when_it_has_no_place():
    stream = JsonStream(b'{\n"a"\n1', "a.json")
    stream.expect("{")
    with pytest.raises(FormatError) as caught:
        stream.key("a")
    assert caught.value.facts["place"] == "line 3"
    assert caught.value.facts["reason"] == "':' was expected"


def test_what_stands_behind_the_end_is_refused():
    stream = JsonStream(b"1 2", "a.json")
    stream.value("it")
    with pytest.raises(FormatError, match="follows the end"):
        stream.end()


@pytest.mark.parametrize("value", [5, "text", [1], None])
def test_an_object_is_asked_for_by_name(value):
    stream = JsonStream(b"", "a.json")
    with pytest.raises(FormatError, match="an object was expected"):
        Fields(stream, value, "rows[0]", frozenset({"a"}))


def test_an_unknown_key_is_shown_without_its_control_characters():
    stream = JsonStream(b"", "a.json")
    with pytest.raises(FormatError) as caught:
        Fields(stream, {"a": 1, "\x1b[2J": 2}, "rows[0]", frozenset({"a"}))
    assert "\x1b" not in str(caught.value)
