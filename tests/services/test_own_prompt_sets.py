# SPDX-License-Identifier: MIT
"""Own prompts leave as a file others can read, and a file adds what is missing and replaces nothing."""

from __future__ import annotations

import stat
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.domain.entries import Step
from ipnb_journal.domain.own_prompts import PromptDraft, draft_of
from ipnb_journal.errors import FileProblem, NotFound
from ipnb_journal.formats import prompt_writer
from ipnb_journal.formats.problems import Reason
from ipnb_journal.services import own_prompt_sets, own_prompts, prompts
from ipnb_journal.services.own_prompt_sets import Arrival, Exported
from tests.builders import a_prompt

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from ipnb_journal.vault.vault import Vault

TEA, BUS = a_prompt("own-tea", title="Tea"), a_prompt("own-bus", title="The bus")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "mine.toml"


def titles(vault: Vault) -> list[tuple[str, str, str]]:
    return [(own.group, own.draft.id, own.draft.title) for own in own_prompts.all_own(vault)]


def test_what_is_whole_leaves_and_it_is_said_what_stayed(vault: Vault, now: datetime, path: Path) -> None:
    tea, bus, begun = (
        own_prompts.add(vault, draft, "", now)
        for draft in (draft_of(TEA), draft_of(BUS), PromptDraft(title="Rain"))
    )
    told = own_prompt_sets.export(vault, [bus.id, tea.id, begun.id], path)
    assert told == Exported((BUS, TEA), 1)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [found for found, _ in prompts.read_set(path).prompts] == [BUS, TEA]
    assert "Rain" not in path.read_text("utf-8")
    assert [file.name for file in path.parent.iterdir() if "mine" in file.name] == [path.name]


def test_what_no_program_would_read_and_what_is_no_prompt_is_not_written(
    vault: Vault, now: datetime, path: Path
) -> None:
    path.write_text("mine already")
    begun = own_prompts.add(vault, PromptDraft(title="Rain"), "", now)
    long = {step: "word " * 119 + "end." for step in Step}
    many = [
        own_prompts.add(vault, draft_of(a_prompt("", steps=long, lighter=f"{n}")), "", now) for n in range(22)
    ]
    for ids, reason in (([begun.id], "nothing"), ([], "nothing"), ([own.id for own in many], "too_big")):
        with pytest.raises(FileProblem) as told:
            own_prompt_sets.export(vault, ids, path)
        assert told.value.facts["reason"] == reason
    with pytest.raises(FileProblem) as told:
        own_prompt_sets.export(vault, [many[0].id], vault.path)
    assert told.value.facts["reason"] == "journal"
    with pytest.raises(NotFound):
        own_prompt_sets.export(vault, [999], path)
    assert path.read_text() == "mine already"


def test_a_file_is_looked_at_before_anything_happens(vault: Vault, now: datetime, path: Path) -> None:
    shipped = prompts.library().prompts
    own_prompts.add(vault, draft_of(TEA), "", now)
    mine = replace(BUS, lighter="Half a stop.")
    own_prompts.add(vault, draft_of(mine), "", now)
    edited = replace(shipped[0], title="Mine now")
    text = prompt_writer.write([TEA, BUS, a_prompt("new-one", title="New"), shipped[1], edited])
    path.write_text(text.replace('title = "New"', 'title = "New"\nweather = "rain"'), "utf-8")
    before = titles(vault)
    found = own_prompt_sets.preview_import(vault, path, shipped)
    assert [(prompt.id, arrival) for prompt, arrival in found.prompts] == [
        ("own-tea", Arrival.ALREADY_HERE),
        ("own-bus", Arrival.CHANGED),
        (shipped[1].id, Arrival.ALREADY_HERE),
        (shipped[0].id, Arrival.CHANGED),
    ]
    assert (found.count(Arrival.NEW), found.count(Arrival.CHANGED)) == (0, 2)
    assert [problem.reason for problem in found.problems] == [Reason.UNKNOWN_FIELD]
    assert found.file == path.name and titles(vault) == before


def test_a_file_adds_what_is_missing_replaces_nothing_and_shadows_nothing(
    vault: Vault, now: datetime, path: Path
) -> None:
    library = prompts.library()
    shipped = library.prompts
    mine = own_prompts.add(vault, draft_of(replace(BUS, lighter="Half a stop.")), "", now)
    edited = replace(shipped[0], title="Mine now")
    path.write_text(prompt_writer.write([TEA, BUS, edited, shipped[1]], (), library.weeks), "utf-8")
    told = own_prompt_sets.import_set(vault, path, "From Ruth", now, shipped)
    assert [own.prompt is not None for own in told.added] == [True] * 3
    assert (told.kept, told.threads, told.weeks) == (1, 0, len(library.weeks))
    assert own_prompts.one(vault, mine.id) == mine
    tea, bus, other = told.added
    assert tea.draft.id == "own-tea" and bus.draft.id != "own-bus" and other.draft.id != edited.id
    assert prompts.whole(vault, library).prompt(shipped[0].id) == shipped[0]
    assert {group for group, _, _ in titles(vault)} == {"", "From Ruth"}
    again = own_prompt_sets.import_set(vault, path, "From Ruth", now, shipped)
    assert (again.added, again.kept) == ((), 4)


@pytest.mark.parametrize("content", [None, b"", b"format = 9\n", b"\xff", b"x" * 70_000, b"[[prompt]]\n"])
def test_a_file_that_holds_nothing_sound_adds_nothing(
    vault: Vault, now: datetime, path: Path, content: bytes | None
) -> None:
    if content is not None:
        path.write_bytes(content)
    told = own_prompt_sets.import_set(vault, path, "", now, ())
    assert told.added == () and told.problems
    assert vault.take_topics() == frozenset()


def test_what_was_taken_in_can_be_taken_back_and_nothing_else_goes(
    vault: Vault, now: datetime, path: Path
) -> None:
    path.write_text(prompt_writer.write([TEA, BUS]), "utf-8")
    rain = own_prompts.add(vault, PromptDraft(title="Rain"), "", now)
    told = own_prompt_sets.import_set(vault, path, "Theirs", now, ())
    own_prompts.remove(vault, told.added[0].id)
    assert own_prompt_sets.take_back(vault, told) == 1
    assert [own.id for own in own_prompts.all_own(vault)] == [rain.id]
    assert own_prompt_sets.take_back(vault, told) == 0
