# SPDX-License-Identifier: MIT
"""What is shipped keeps the rules: every prompt, thread and week, every number to reach."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ipnb_journal import paths
from ipnb_journal.domain.entries import Step
from ipnb_journal.domain.homework import Week, prompt_ids
from ipnb_journal.domain.prompt_counts import counted
from ipnb_journal.domain.prompts import BodyUse, Depth, Domain, HoldBack, Prompt, Technique, Theme
from ipnb_journal.domain.reading import grade
from ipnb_journal.domain.reviews import READERS, readers_of
from ipnb_journal.domain.safety import LineKind
from ipnb_journal.formats import crisis_lines
from ipnb_journal.formats.prompts import HIGHEST_GRADE, all_words
from ipnb_journal.services import prompt_checks, prompts

if TYPE_CHECKING:
    from ipnb_journal.domain.threads import Thread

LIBRARY = prompts.library()
LINES = crisis_lines.read(
    (paths.resources() / "safety" / "crisis_lines.toml").read_bytes(), "crisis_lines.toml"
)
NOT_TO_BE_SAID = re.compile(
    r"\b(?:heal\w*|trauma\w*|therap\w+|diagnos\w+|symptoms?|disorders?|toxic|narcissis\w+|codependen\w+|avoidant"
    r"|enmesh\w+|rewir\w+|vagal|score[sd]?|healthy|normal|forgive|confront\w*|reconcil\w+|should|must)\b|!",
    re.IGNORECASE,
)
REPLACED = ("08457", "141", "01 40 09 15 22", "0900")

each_prompt = pytest.mark.parametrize("prompt", LIBRARY.prompts, ids=lambda prompt: prompt.id)
each_week = pytest.mark.parametrize("week", LIBRARY.weeks, ids=lambda week: week.id)
each_line = pytest.mark.parametrize("line", LINES.lines, ids=lambda line: f"{line.country} {line.name}")


def test_nothing_is_wrong_in_any_shipped_file() -> None:
    assert LIBRARY.problems == ()
    assert LINES.problems == ()


def test_there_is_enough_of_everything() -> None:
    """The numbers that the library was set to reach."""
    counts = counted(LIBRARY.prompts)
    assert counts.total >= 120
    for theme, depths in counts.themes.items():
        large = theme in {Theme.EMPATHY, Theme.BOUNDARIES, Theme.SELF_WORTH}
        assert sum(depths.values()) >= (24 if large else 8), theme
        assert all(depths.values()), theme
    for depth, share in ((Depth.GENTLE, 0.45), (Depth.STEADY, 0.40), (Depth.DEEP, 0.15)):
        assert abs(counts.of_depth(depth) / counts.total - share) < 0.04, depth
    assert counts.minutes[1, 3] >= 12
    assert min(prompt.minutes for prompt in LIBRARY.prompts) == 2
    assert max(prompt.minutes for prompt in LIBRARY.prompts) == 15
    assert counts.circles >= 10
    assert min(counts.body[BodyUse.USES], counts.body[BodyUse.NONE]) >= 10
    assert all(counts.domains[domain] >= 8 for domain in Domain)
    assert all(counts.techniques.values())
    assert all(count >= 5 for count in counts.moments.values())
    assert (len(LIBRARY.threads), len(LIBRARY.weeks)) == (10, 12)


def test_every_prompt_was_read_by_two_who_found_that_it_holds() -> None:
    reviews = prompt_checks.check([paths.prompts()]).library.reviews
    for prompt in LIBRARY.prompts:
        assert len(readers_of(prompt, reviews)) >= READERS, prompt.id


def test_no_two_openings_begin_alike() -> None:
    """Three words into a settling line nobody has met it before."""
    begun = Counter(" ".join(prompt.steps[Step.SETTLE].split()[:3]) for prompt in LIBRARY.prompts)
    assert [words for words, times in begun.items() if times > 1] == []


@pytest.mark.parametrize("thread", LIBRARY.threads, ids=lambda thread: thread.id)
def test_a_thread_leads_somewhere_and_never_begins_deep(thread: Thread) -> None:
    found = [LIBRARY.prompt(id_) for id_ in thread.prompts]
    assert 4 <= len(found) <= 7
    assert None not in found
    assert found[0] is not None and found[0].depth is Depth.GENTLE
    drawn = {technique for prompt in found if prompt is not None for technique in prompt.draws_on}
    assert set(thread.draws_on) <= drawn
    assert grade(thread.why) <= HIGHEST_GRADE


@each_prompt
def test_a_prompt_has_its_steps_a_lighter_way_and_easy_words(prompt: Prompt) -> None:
    assert set(prompt.steps) == set(Step)
    assert all(prompt.steps.values())
    assert prompt.lighter
    assert grade(all_words(prompt)) <= HIGHEST_GRADE


@each_prompt
def test_a_prompt_promises_nothing_labels_nobody_and_pushes_nowhere(prompt: Prompt) -> None:
    assert NOT_TO_BE_SAID.findall(all_words(prompt)) == []


@each_prompt
def test_a_prompt_keeps_the_rules_of_what_it_draws_on(prompt: Prompt) -> None:
    assert not {Technique.VALUES_AFFIRMATION, Technique.IF_THEN} <= set(prompt.draws_on)
    if Technique.IF_THEN in prompt.draws_on and Domain.BETWEEN_US in prompt.domains:
        assert HoldBack.UNSAFE_HOME in prompt.hold_back
        assert prompt.note
    if Technique.SELF_COMPASSION in prompt.draws_on:
        assert HoldBack.KINDNESS_HARD in prompt.hold_back
    if Technique.EXPRESSIVE_WRITING in prompt.draws_on:
        assert {HoldBack.RECENT_LOSS, HoldBack.RECENT_SEPARATION} <= set(prompt.hold_back)


@each_prompt
def test_a_prompt_says_whose_it_is(prompt: Prompt) -> None:
    assert (prompt.lang, prompt.licence) == ("en", "CC BY 4.0")
    assert prompt.author


def test_no_two_titles_or_openings_are_alike() -> None:
    for words in (
        [prompt.title for prompt in LIBRARY.prompts],
        [prompt.steps[Step.SETTLE] for prompt in LIBRARY.prompts],
        [prompt.steps[Step.WRITE] for prompt in LIBRARY.prompts],
    ):
        assert len(set(words)) == len(words)


@each_week
def test_a_week_has_seven_days_room_to_agree_and_no_deep_prompt(week: Week) -> None:
    assert len(week.days) == 7
    assert (week.agreed.if_hard, week.agreed.contact, week.agreed.share) == ("", "", "")
    assert len(week.review_questions) == 3
    for id_ in prompt_ids(week):
        prompt = LIBRARY.prompt(id_)
        assert prompt is not None
        assert prompt.depth is not Depth.DEEP


@each_week
def test_what_could_harm_at_home_waits_for_a_tick(week: Week) -> None:
    for day in week.days:
        prompt = LIBRARY.prompt(day.prompt)
        if prompt is None or Technique.IF_THEN not in prompt.draws_on:
            continue
        # a plan that nobody else meets needs no leave
        assert day.if_safe or Domain.BETWEEN_US not in prompt.domains


@each_line
def test_no_number_without_source_and_date(line: crisis_lines.CrisisLine) -> None:
    assert line.source.startswith("http")
    assert date(2026, 1, 1) <= line.verified_on
    assert line.number or line.url


@each_line
def test_no_number_that_was_replaced(line: crisis_lines.CrisisLine) -> None:
    said = f"{line.number} {line.how}"
    assert not [old for old in REPLACED if re.search(rf"(?<![\d]){re.escape(old)}(?!\d)", said)]


def test_every_country_has_an_emergency_number_and_a_crisis_line() -> None:
    for country in {line.country for line in LINES.lines} - {"*"}:
        kinds = {line.kind for line in LINES.lines if line.country == country}
        assert {LineKind.EMERGENCY, LineKind.CRISIS} <= kinds, country


def test_there_is_something_for_anywhere() -> None:
    assert [line.name for line in LINES.lines if line.country == "*"] == ["Find A Helpline"]


def test_the_prompts_carry_their_licence() -> None:
    notice = (paths.prompts() / "LICENSE").read_text(encoding="utf-8")
    assert "Attribution 4.0 International" in notice
    assert "https://creativecommons.org/licenses/by/4.0/legalcode" in notice
    guide = (paths.prompts() / "README.md").read_text(encoding="utf-8")
    for technique in Technique:
        assert f"`{technique.value}`" in guide
    for words in (*Theme, *HoldBack, *Depth):
        assert f"`{words.value}`" in guide
