# SPDX-License-Identifier: MIT
"""The schema says what the reader says: it takes what is shipped and refuses what the reader refuses."""

from __future__ import annotations

import copy
import json
import tomllib
from typing import TYPE_CHECKING, Any

import pytest
import tomli_w
from jsonschema import Draft202012Validator

from ipnb_journal import paths
from ipnb_journal.desktop.wording.set_fields import FIELDS, TITLE
from ipnb_journal.formats.prompt_sets import read
from ipnb_journal.formats.set_schema import field_names, schema

if TYPE_CHECKING:
    from collections.abc import Callable

SCHEMA = schema(TITLE, FIELDS)
VALIDATOR = Draft202012Validator(SCHEMA)
FILES = sorted((paths.prompts() / "en").rglob("*.toml"))
EMPATHY = tomllib.loads((paths.prompts() / "en" / "empathy.toml").read_text(encoding="utf-8"))


def as_json(data: dict[str, Any]) -> Any:
    return json.loads(json.dumps(data, default=str))


def complaints(data: dict[str, Any]) -> list[str]:
    return [error.json_path for error in VALIDATOR.iter_errors(as_json(data))]


def test_it_is_a_sound_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_file_beside_the_prompts_is_the_one_made_from_the_code() -> None:
    shipped = json.loads((paths.prompts() / "schema.json").read_text(encoding="utf-8"))
    assert shipped == as_json(SCHEMA), "run: ipnb-journal prompts schema > prompts/schema.json"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_shipped_file_fits(file: Any) -> None:
    assert complaints(tomllib.loads(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("spoil", "path"),
    [
        (lambda one: one.update(depth="depe"), "depth"),
        (lambda one: one.update(minutes=99), "minutes"),
        (lambda one: one.update(minutes="7"), "minutes"),
        (lambda one: one.update(titel="x"), ""),
        (lambda one: one.pop("lighter"), ""),
        (lambda one: one["steps"].pop("close"), "steps"),
        (lambda one: one.update(title="x" * 61), "title"),
        (lambda one: one.update(id="Emp 1"), "id"),
        (lambda one: one.update(domains=[]), "domains"),
        (lambda one: one.update(suits=["noon"]), "suits[0]"),
        (lambda one: one.update(circles="yes"), "circles"),
    ],
)
def test_what_the_reader_refuses_does_not_fit(spoil: Callable[[dict[str, Any]], object], path: str) -> None:
    data = copy.deepcopy(EMPATHY)
    spoil(data["prompt"][0])
    assert complaints(data) == [f"$.prompt[0].{path}".removesuffix(".")]
    found = read(tomli_w.dumps(data).encode(), "f.toml")
    assert len(found.prompts) == len(EMPATHY["prompt"]) - 1
    assert any(not problem.is_hint for problem in found.problems)


def test_every_field_is_told_in_a_line() -> None:
    assert set(FIELDS) == {"format", *field_names()}
