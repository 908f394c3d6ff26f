# SPDX-License-Identifier: MIT
"""A Look-back in an archive holds every number it was opened with."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from ipnb_journal.errors import FormatError
from ipnb_journal.formats import look_backs
from ipnb_journal.formats.json_stream import Fields, JsonStream
from tests.builders import a_look_back
from tests.vault.test_look_backs import LOOKS

if TYPE_CHECKING:
    from ipnb_journal.domain.look_back import LookBack


def fields(value: object) -> Fields:
    return Fields(JsonStream(b"{}", "old.json"), value, "look_backs[0]", look_backs.KEYS)


@settings(max_examples=40)
@given(LOOKS)
def test_it_comes_back_as_it_went_out(look: LookBack) -> None:
    look = replace(look, id=3, uid="l1", person_id=7)
    through = json.loads(json.dumps(look_backs.written(look, {7: "ana"}), allow_nan=False))
    assert through["person"] == "ana"
    assert look_backs.read(fields(through), 3, 7) == look


def test_a_scale_stands_there_once() -> None:
    value = look_backs.written(a_look_back(uid="l1"), {})
    value["found"] = [*value["found"], value["found"][0]]  # type: ignore[misc, index]
    with pytest.raises(FormatError) as told:
        look_backs.read(fields(json.loads(json.dumps(value))), 1, None)
    assert told.value.facts["place"] == "look_backs[0].found"
