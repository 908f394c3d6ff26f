# SPDX-License-Identifier: MIT
"""What is said beside a prompt of one's own: something kind for whatever can be open or odd in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given

from ipnb_journal.desktop.wording import own_prompts as words
from ipnb_journal.desktop.wording.errors import words_for
from ipnb_journal.desktop.wording.own_prompt_help import SAID, by_field, sentence
from ipnb_journal.domain.entries import Step
from ipnb_journal.domain.own_prompts import PromptDraft, draft_of
from ipnb_journal.domain.prompts import BodyUse, Depth, Moment, Technique, Theme
from ipnb_journal.errors import FileProblem, NotFound
from ipnb_journal.formats.own_prompts import check, look_over
from ipnb_journal.formats.problems import Reason
from ipnb_journal.services.own_prompt_sets import Arrival, Exported, Imported, SetPreview
from tests.builders import a_prompt
from tests.domain.test_own_prompts import DRAFTS

WHOLE = draft_of(a_prompt())
ODD = {
    Reason.BLANK: PromptDraft(),
    Reason.MISSING: PromptDraft(),
    Reason.TOO_LONG: replace(WHOLE, lighter="x" * 301),
    Reason.TOO_MANY: replace(WHOLE, also=tuple(Theme)[4:]),
    Reason.OUT_OF_RANGE: replace(WHOLE, minutes=90),
    Reason.REPEATED: replace(WHOLE, also=(Theme.BOUNDARIES,)),
    Reason.BAD_SHAPE: replace(WHOLE, lang="English"),
    Reason.HTML: replace(WHOLE, note="<b>loud</b>"),
    Reason.LINK: replace(WHOLE, note="https://example.org"),
    Reason.UNSEEN: replace(WHOLE, note="a\u200bb"),
    Reason.VALUES_WITH_PLANS: replace(WHOLE, draws_on=(Technique.VALUES_AFFIRMATION, Technique.IF_THEN)),
    Reason.HOLD_BACK_EXPECTED: replace(WHOLE, depth=Depth.DEEP),
    Reason.BREATH_ONLY: replace(WHOLE, steps={**WHOLE.steps, Step.SETTLE: "Breathe."}),
    Reason.EYES_CLOSED_ONLY: replace(WHOLE, steps={**WHOLE.steps, Step.SETTLE: "Close your eyes."}),
    Reason.HARD_TO_READ: replace(
        WHOLE, note="Notwithstanding considerable organisational difficulties. " * 4
    ),
    Reason.CAREFUL: replace(WHOLE, note="It heals, you should try, what a toxic score, LOUD!"),
}


@pytest.mark.parametrize("reason", ODD)
def test_there_is_a_sentence_for_whatever_can_be_said(reason: Reason) -> None:
    found = [problem for problem in look_over(ODD[reason])[1] if problem.reason is reason]
    assert found
    for problem in found:
        said = sentence(problem)
        assert said.endswith(".") and "{" not in said and "steps." not in said and "_" not in said


def test_these_are_all() -> None:
    assert set(ODD) == SAID


@given(DRAFTS)
def test_no_draft_leaves_the_editor_without_words(draft: PromptDraft) -> None:
    told = by_field(look_over(draft)[1])
    assert all(told.values())


def test_each_field_is_named_once_in_the_order_of_the_editor() -> None:
    told = by_field(look_over(replace(PromptDraft(), note="It heals and it cures."))[1])
    assert list(told)[:4] == ["title", "theme", "depth", "minutes"]
    assert told["steps.settle"] == ("Settle is still empty. Half a minute to arrive by.",)
    assert len(told["note"]) == 2


def test_what_holds_back_is_said_in_plain_words() -> None:
    for draft, part in (
        (replace(WHOLE, depth=Depth.DEEP), "goes deep"),
        (replace(WHOLE, body=BodyUse.USES), "built on the body"),
        (replace(WHOLE, draws_on=(Technique.SELF_COMPASSION,)), "“A kinder voice”"),
    ):
        [hint] = check(draft)[1]
        assert part in sentence(hint)


def test_a_draft_is_named_by_what_there_is_of_it() -> None:
    assert words.title(PromptDraft(title=" ")) == words.UNTITLED
    assert words.about(PromptDraft()) == ""
    assert words.about(PromptDraft(depth=Depth.DEEP, minutes=1, suits=(Moment.NIGHT,))) == (
        "Deep, 1 minute, for a night"
    )


def test_what_went_out_and_what_would_come_in_is_counted() -> None:
    path = Path("notes.toml")
    assert words.exported(Exported((a_prompt(),), 0), path) == "1 prompt is in “notes.toml”."
    assert words.exported(Exported((a_prompt(),) * 2, 1), path).endswith(
        "1 that is still being written stayed here."
    )
    found = SetPreview("a.toml", ((a_prompt(), Arrival.NEW), (a_prompt(), Arrival.CHANGED)), 2, 1, ())
    new, changed, left = words.arriving(found)
    assert new == "1 prompt is new." and left.startswith("It also holds 2 threads and 1 week of homework,")
    assert "yours stays as it is" in changed
    assert words.arriving(SetPreview("a.toml", (), 0, 0, ())) == (words.NONE_ARRIVE,)
    assert words.imported(Imported((), 3, 0, 0, ())) == words.TAKEN_NONE
    assert words.set_name(datetime(2026, 3, 12, tzinfo=UTC)) == "notes-2026-03-12.toml"


@pytest.mark.parametrize("reason", ["nothing", "too_many", "too_big"])
def test_why_no_set_was_written_is_said_in_words(reason: str) -> None:
    told = words_for(FileProblem(file="x.toml", reason=reason, size=201, most=200))
    assert "Nothing was written" in told.safe and reason not in told.told and told.detail == ""


def test_a_thread_that_is_gone_is_not_called_a_part_of_the_journal() -> None:
    assert words_for(NotFound(what="thread")).title != words_for(NotFound(what="page")).title
