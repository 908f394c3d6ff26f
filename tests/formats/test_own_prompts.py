# SPDX-License-Identifier: MIT
"""A prompt of one's own keeps the same rules as one in a file."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from ipnb_journal.domain.entries import Step
from ipnb_journal.domain.own_prompts import PromptDraft, draft_of
from ipnb_journal.domain.prompts import Depth, Technique
from ipnb_journal.formats.own_prompts import NOT_KEPT_YET, check, look_over
from ipnb_journal.formats.problems import Reason
from tests.builders import a_prompt
from tests.domain.test_own_prompts import DRAFTS


def test_a_whole_one_is_a_prompt() -> None:
    assert check(draft_of(a_prompt())) == (a_prompt(), ())


def test_one_without_an_id_can_be_looked_at_too() -> None:
    prompt, problems = check(draft_of(a_prompt(id="")))
    assert prompt is not None and (prompt.id, problems) == (NOT_KEPT_YET, ())


def test_a_blank_one_says_field_by_field_what_is_missing() -> None:
    prompt, problems = check(PromptDraft())
    assert prompt is None
    assert {(problem.field, problem.reason) for problem in problems} == {
        *((name, Reason.BLANK) for name in ("title", "domains", "draws_on", "lighter")),
        *((name, Reason.MISSING) for name in ("theme", "depth", "minutes")),
        *((f"steps.{step}", Reason.BLANK) for step in ("settle", "notice", "write", "connect", "close")),
    }
    assert all((problem.file, problem.line) == ("", None) for problem in problems)


def test_the_rules_of_wording_and_techniques_hold_as_in_a_file() -> None:
    both = (Technique.VALUES_AFFIRMATION, Technique.IF_THEN)
    prompt, problems = check(replace(draft_of(a_prompt()), draws_on=both, lighter="x" * 301))
    assert prompt is None
    assert {problem.reason for problem in problems} == {Reason.VALUES_WITH_PLANS, Reason.TOO_LONG}


def test_a_hint_leaves_it_a_prompt() -> None:
    prompt, (hint,) = check(draft_of(a_prompt(depth=Depth.DEEP)))
    assert prompt is not None and hint.is_hint and hint.reason is Reason.HOLD_BACK_EXPECTED


@given(DRAFTS)
def test_there_is_a_prompt_exactly_where_nothing_but_hints_is_said(draft: PromptDraft) -> None:
    prompt, problems = check(draft)
    assert (prompt is not None) is all(problem.is_hint for problem in problems)


def test_what_is_worth_a_look_is_said_before_the_rest_is_there() -> None:
    draft = PromptDraft(steps={Step.SETTLE: "Breathe in.", Step.WRITE: "You should heal."})
    prompt, problems = look_over(draft)
    assert prompt is None
    hints = {(problem.field, problem.reason) for problem in problems if problem.is_hint}
    assert hints == {("steps.settle", Reason.BREATH_ONLY), ("steps.write", Reason.CAREFUL)}
    assert [problem for problem in problems if not problem.is_hint] == list(check(draft)[1])


@given(DRAFTS)
def test_looking_a_draft_over_adds_hints_and_nothing_else(draft: PromptDraft) -> None:
    prompt, problems = check(draft)
    seen, told = look_over(draft)
    assert seen == prompt and told[: len(problems)] == problems
    assert all(problem.is_hint for problem in told[len(problems) :])


def test_what_fills_the_gaps_gives_nothing_to_say() -> None:
    _, problems = look_over(PromptDraft())
    assert not any(problem.is_hint for problem in problems)
