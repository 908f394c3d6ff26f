# SPDX-License-Identifier: MIT
"""The invented person is whole, varied, and says what is wrong when a file of hers is broken."""

from __future__ import annotations

import shutil

import pytest

from ipnb_journal import paths
from ipnb_journal.domain.entries import word_count
from ipnb_journal.errors import FormatError
from ipnb_journal.formats import sample_pages

FOLDER = paths.resources() / "sample"


def test_the_shipped_pages_are_many_and_all_different():
    sample = sample_pages.read(FOLDER)
    bodies = [page.writing.body for page in sample.pages]
    assert len(set(bodies)) == len(bodies) >= 50
    assert len({page.day_of_year for page in sample.pages}) == len(bodies)
    assert all(word_count(body) >= 10 for body in bodies)
    assert all(0 <= page.day_of_year < 364 for page in sample.pages)


def test_each_prompt_is_answered_more_than_once():
    sample = sample_pages.read(FOLDER)
    asked = [page.prompt for page in sample.pages if page.prompt]
    assert len(set(asked)) == 12
    assert all(asked.count(prompt) >= 2 for prompt in asked)


def test_pages_name_only_people_who_are_there():
    sample = sample_pages.read(FOLDER)
    labels = {person.label for person in sample.people}
    assert {label for page in sample.pages for label in page.people} == labels


def test_there_is_one_of_each_odd_case():
    pages = sample_pages.read(FOLDER).pages
    assert any(page.later for page in pages)
    assert any(page.earlier for page in pages)
    assert any(page.in_drawer for page in pages)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("free.toml", "[[page]]", "[[page]"),
        ("free.toml", "body = ", "words = "),
        ("guided.toml", "week = 1\n", 'week = "one"\n'),
        ("person.toml", "label = ", "called = "),
        ("person.toml", "D = 4", "Q = 4"),
    ],
)
def test_a_broken_file_is_named(tmp_path, file, old, new):
    shutil.copytree(FOLDER, tmp_path / "sample")
    broken = tmp_path / "sample" / file
    text = broken.read_text(encoding="utf-8")
    assert old in text
    broken.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(FormatError) as caught:
        sample_pages.read(tmp_path / "sample")
    assert caught.value.facts["file"] == file


@pytest.mark.parametrize(
    "content", ["", "page = 1", "page = [1]", "a = " + "[" * 900, "[[page]]\nweek = inf"]
)
def test_a_file_of_another_shape_is_named(tmp_path, content):
    shutil.copytree(FOLDER, tmp_path / "sample")
    (tmp_path / "sample" / "guided.toml").write_text(content, encoding="utf-8")
    with pytest.raises(FormatError) as caught:
        sample_pages.read(tmp_path / "sample")
    assert caught.value.facts["file"] == "guided.toml"
