# SPDX-License-Identifier: MIT
"""A set that is written is read back as it was, in the order and form in which people write one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from ipnb_journal import paths
from ipnb_journal.domain.entries import Step
from ipnb_journal.domain.own_prompts import PromptDraft
from ipnb_journal.domain.prompts import BodyUse, Depth, Domain, HoldBack, Moment, Technique, Theme
from ipnb_journal.domain.threads import Thread
from ipnb_journal.formats import prompt_sets
from ipnb_journal.formats.own_prompts import check
from ipnb_journal.formats.prompt_writer import write
from tests.builders import a_prompt

if TYPE_CHECKING:
    from ipnb_journal.domain.prompts import Prompt

WORDS = st.text(min_size=1, max_size=60) | st.sampled_from(
    ['"', "\\", "a\n'''b", '"""', "é #x = [1]", "\t\\u0041"]
)


def picked(words: type, least: int, most: int) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(st.sampled_from(words), min_size=least, max_size=most, unique=True).map(tuple)


PROMPTS = (
    st.builds(
        PromptDraft,
        title=WORDS,
        theme=st.sampled_from(Theme),
        domains=picked(Domain, 1, 4),
        depth=st.sampled_from(Depth),
        minutes=st.integers(1, 15),
        draws_on=picked(Technique, 1, 2),
        hold_back=picked(HoldBack, 0, 8),
        steps=st.fixed_dictionaries({step: WORDS for step in Step}),
        lighter=WORDS,
        also=picked(Theme, 0, 3),
        note=st.just("") | WORDS,
        circles=st.booleans(),
        body=st.sampled_from(BodyUse),
        suits=picked(Moment, 0, 3),
        version=st.integers(1, 9999),
        author=WORDS,
        licence=WORDS,
    )
    .map(lambda draft: check(draft)[0])
    .filter(lambda prompt: prompt is not None)
)


def read(text: str) -> prompt_sets.SetFile:
    return prompt_sets.read(text.encode(), "mine.toml")


@settings(max_examples=60)
@given(st.lists(PROMPTS, max_size=3))
def test_prompts_come_back_as_they_were(prompts: list[Prompt]) -> None:
    prompts = [replace(prompt, id=f"own-{number}") for number, prompt in enumerate(prompts)]
    found = read(write(prompts))
    assert [prompt for prompt, _ in found.prompts] == prompts
    assert [problem for problem in found.problems if not problem.is_hint] == []


def test_what_is_shipped_comes_back_as_it_was_threads_and_weeks_too() -> None:
    for file in sorted((paths.prompts() / "en").glob("*.toml"), key=lambda one: one.name):
        shipped = prompt_sets.read(file.read_bytes(), file.name)
        prompts, threads, weeks = (
            [thing for thing, _ in part] for part in (shipped.prompts, shipped.threads, shipped.weeks)
        )
        again = read(write(prompts, threads, weeks))
        assert [thing for thing, _ in (*again.prompts, *again.threads, *again.weeks)] == [
            *(*prompts, *threads, *weeks)
        ]


def test_it_reads_as_people_write_it() -> None:
    why = "One after the other."
    thread = Thread("small", "Small", why, (Technique.IF_THEN,), ("a-1", "a-2"), "en", 1, "Ruth", "CC BY 4.0")
    prompt = a_prompt(domains=(Domain.BETWEEN_US, Domain.STORY), note="Only “safe” ones.")
    assert write([prompt], [thread]).split("\n") == [
        *("format = 1", "", "[[prompt]]", 'id = "saying-no"', 'title = "A small no"', 'theme = "boundaries"'),
        *('domains = ["between us", "story"]', 'depth = "gentle"', "minutes = 8", 'draws_on = ["AT"]'),
        *("hold_back = []", 'note = "Only “safe” ones."'),
        *(f'steps.{step} = "What to do to {step}."' for step in Step),
        *('lighter = "One line is enough."', 'lang = "en"', "version = 1", 'author = "Somebody"'),
        *('licence = "CC-BY-4.0"', "", "[[thread]]", 'id = "small"', 'title = "Small"', f'why = "{why}"'),
        *('draws_on = ["II"]', 'prompts = ["a-1", "a-2"]', 'lang = "en"', "version = 1", 'author = "Ruth"'),
        *('licence = "CC BY 4.0"', ""),
    ]
