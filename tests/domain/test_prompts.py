# SPDX-License-Identifier: MIT
"""The rule that picks the next prompt: what it never does, what it prefers, and that it can say why."""

from __future__ import annotations

from datetime import UTC, date, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipnb_journal.domain.entries import Step
from ipnb_journal.domain.prompts import (
    Choice,
    Depth,
    Domain,
    Happening,
    HoldBack,
    Prompt,
    PromptEvent,
    Technique,
    Theme,
    Why,
    choose,
    eligible,
    is_late,
    resting,
)

DAY = date(2026, 3, 12)
NOON = time(12)
NIGHT = time(23)


def a_prompt(
    id_: str,
    theme: Theme = Theme.EMPATHY,
    depth: Depth = Depth.GENTLE,
    hold_back: tuple[HoldBack, ...] = (),
    also: tuple[Theme, ...] = (),
) -> Prompt:
    steps = dict.fromkeys(Step, "Look up.")
    return Prompt(
        id_, id_, theme, (Domain.STORY,), depth, 5, (Technique.PERSPECTIVE_GETTING,), hold_back, steps,
        "Look up.", "en", 1, "us", "CC BY 4.0", also,
    )  # fmt: skip


def finished(id_: str, days_ago: int) -> PromptEvent:
    return PromptEvent(id_, DAY - timedelta(days=days_ago), Happening.FINISHED)


themes = st.sampled_from(Theme)
codes = st.sampled_from(HoldBack)


@st.composite
def libraries(draw: st.DrawFn) -> list[Prompt]:
    count = draw(st.integers(1, 12))
    return [
        a_prompt(
            f"p{number}",
            draw(themes),
            draw(st.sampled_from(Depth)),
            tuple(draw(st.sets(codes, max_size=3))),
            tuple(draw(st.sets(themes, max_size=1))),
        )
        for number in range(count)
    ]


histories = st.lists(
    st.builds(
        PromptEvent,
        st.integers(0, 12).map(lambda number: f"p{number}"),
        st.integers(-60, 3).map(lambda days: DAY + timedelta(days=days)),
        st.sampled_from(Happening),
    ),
    max_size=30,
)
moments = st.times()


@given(
    libraries(), histories, moments, st.sets(codes), st.sets(themes, max_size=3), st.sets(st.text(max_size=2))
)
def test_never_what_is_held_back_left_out_or_resting(
    prompts: list[Prompt],
    history: list[PromptEvent],
    at: time,
    held_back: set[HoldBack],
    left_out: set[Theme],
    not_these: set[str],
) -> None:
    choice = choose(prompts, history, DAY, at, held_back, left_out, not_these)
    if choice is None:
        assert eligible(prompts, history, DAY, at, held_back, left_out, not_these) == ()
        return
    chosen = choice.prompt
    assert not held_back & set(chosen.hold_back)
    assert not left_out & {chosen.theme, *chosen.also}
    assert chosen.id not in not_these
    for event in history:
        if event.prompt_id == chosen.id:
            gone = abs((DAY - event.day).days)
            assert not (event.what is Happening.FINISHED and gone < 14)
            assert not (event.what is Happening.NOT_TODAY and gone < 1)
    if is_late(at):
        assert chosen.depth is not Depth.DEEP
        assert HoldBack.ALONE_LATE_NIGHT not in chosen.hold_back


@given(libraries(), histories, moments, st.randoms())
def test_the_same_day_and_history_give_the_same_prompt(
    prompts: list[Prompt], history: list[PromptEvent], at: time, random: object
) -> None:
    shuffled = list(prompts)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert choose(prompts, history, DAY, at) == choose(shuffled, history, DAY, at)


@given(libraries(), histories, moments, st.sets(codes))
def test_show_another_reaches_each_eligible_prompt_once(
    prompts: list[Prompt], history: list[PromptEvent], at: time, held_back: set[HoldBack]
) -> None:
    shown: list[str] = []
    while (choice := choose(prompts, history, DAY, at, held_back, not_these=shown)) is not None:
        shown.append(choice.prompt.id)
    assert sorted(shown) == sorted(prompt.id for prompt in eligible(prompts, history, DAY, at, held_back))


@settings(max_examples=25, deadline=None)
@given(libraries(), st.integers(1, 5))
def test_somebody_who_keeps_writing_meets_every_prompt(prompts: list[Prompt], every: int) -> None:
    history: list[PromptEvent] = []
    for number in range(0, 150 * every, every):
        day = DAY + timedelta(days=number)
        choice = choose(prompts, history, day, NOON)
        if choice is not None:
            history.append(PromptEvent(choice.prompt.id, day, Happening.FINISHED))
    assert {event.prompt_id for event in history} == {prompt.id for prompt in prompts}


@given(libraries(), histories, moments)
def test_a_gentle_one_comes_first_whenever_pages_are_few(
    prompts: list[Prompt], history: list[PromptEvent], at: time
) -> None:
    few = [event for event in history if event.what is not Happening.FINISHED]
    choice = choose(prompts, few, DAY, at)
    gentle = [prompt for prompt in eligible(prompts, few, DAY, at) if prompt.depth is Depth.GENTLE]
    if choice is not None and gentle:
        assert choice.prompt.depth is Depth.GENTLE
        assert choice.why is Why.FIRST


@given(libraries(), histories)
def test_every_reason_given_is_true(prompts: list[Prompt], history: list[PromptEvent]) -> None:
    choice = choose(prompts, history, DAY, NOON)
    if choice is None:
        return
    known = {prompt.id: prompt for prompt in prompts}
    done = [event for event in history if event.what is Happening.FINISHED and event.prompt_id in known]
    own = [event.day for event in history if event.prompt_id == choice.prompt.id]
    match choice.why:
        case Why.FIRST:
            assert not done
        case Why.GENTLER_NOW:
            last = max(event.day for event in done)
            assert Depth.DEEP in {known[event.prompt_id].depth for event in done if event.day == last}
        case Why.THEME_AWAY:
            near = [event for event in done if abs((DAY - event.day).days) < 28]
            assert choice.prompt.theme not in {known[event.prompt_id].theme for event in near}
        case Why.LONG_AGO:
            assert choice.days is not None
            assert DAY - timedelta(days=choice.days) in own
        case Why.NOT_MET:
            assert all(
                event.what is Happening.NOT_TODAY for event in history if event.prompt_id == choice.prompt.id
            )
        case Why.OPENED:
            assert own


@pytest.mark.parametrize(
    ("days_ago", "rests"), [(0, True), (13, True), (14, False), (60, False), (-1, True), (-14, False)]
)
def test_a_finished_prompt_rests_fourteen_days(days_ago: int, rests: bool) -> None:
    assert ("p" in resting([finished("p", days_ago)], DAY)) is rests


def test_not_today_means_until_tomorrow() -> None:
    event = PromptEvent("p", DAY, Happening.NOT_TODAY)
    assert choose([a_prompt("p")], [event], DAY, NOON) is None
    assert choose([a_prompt("p")], [event], DAY + timedelta(days=1), NOON) is not None


def test_a_page_only_begun_does_not_rest() -> None:
    prompts = [a_prompt("p"), a_prompt("q")]
    history = [PromptEvent("p", DAY, Happening.BEGUN), finished("q", 1)]
    assert choose(prompts, history, DAY, NOON) == Choice(prompts[0], Why.OPENED)


@pytest.mark.parametrize(
    ("at", "late"),
    [(time(21, 59), False), (time(22), True), (time(0), True), (time(4, 59), True), (time(5), False)],
)
def test_night_is_from_ten_to_five(at: time, late: bool) -> None:
    assert is_late(at) is late
    assert is_late(at.replace(tzinfo=UTC)) is late


def test_at_night_a_deep_prompt_waits_even_without_its_code() -> None:
    deep = a_prompt("p", depth=Depth.DEEP)
    coded = a_prompt("q", hold_back=(HoldBack.ALONE_LATE_NIGHT,))
    assert eligible([deep, coded], [], DAY, NOON) == (deep, coded)
    assert eligible([deep, coded], [], DAY, NIGHT) == ()


def test_the_theme_least_written_on_comes_next() -> None:
    prompts = [a_prompt("a1"), a_prompt("a2"), a_prompt("b1", Theme.BOUNDARIES)]
    choice = choose(prompts, [finished("a1", 20)], DAY, NOON)
    assert choice == Choice(prompts[2], Why.THEME_AWAY)


def test_a_theme_can_be_left_out_by_what_it_also_touches() -> None:
    prompt = a_prompt("a", also=(Theme.BODY,))
    assert eligible([prompt], [], DAY, NOON, left_out_themes=[Theme.BODY]) == ()


def test_gentle_and_steady_take_turns_and_deep_waits_for_six_pages() -> None:
    prompts = [a_prompt(f"g{n}") for n in range(9)] + [
        a_prompt(f"s{n}", depth=Depth.STEADY) for n in range(9)
    ]
    prompts.append(a_prompt("d", depth=Depth.DEEP))
    history: list[PromptEvent] = []
    depths = []
    for number in range(9):
        day = DAY + timedelta(days=number)
        choice = choose(prompts, history, day, NOON)
        assert choice is not None
        depths.append(choice.prompt.depth.value[0])
        history.append(PromptEvent(choice.prompt.id, day, Happening.FINISHED))
    assert "".join(depths) == "gggsgsdgs"


def test_after_a_deep_page_a_gentle_one_and_it_says_so() -> None:
    prompts = [a_prompt("d", depth=Depth.DEEP), a_prompt("s", depth=Depth.STEADY), a_prompt("g")]
    history = [finished("x", 9), finished("s", 40), finished("s", 30), finished("g", 28), finished("d", 1)]
    assert choose(prompts, history, DAY, NOON) == Choice(prompts[2], Why.GENTLER_NOW)


def test_two_deep_pages_lie_a_week_apart_even_for_someone_who_writes_a_lot() -> None:
    deep = [a_prompt(f"d{n}", depth=Depth.DEEP) for n in range(2)]
    gentle = [a_prompt(f"g{n}") for n in range(20)]
    many = [finished("d0", 6), *(finished(f"g{n}", 5) for n in range(8))]
    soon = choose([*deep, *gentle], many, DAY, NOON)
    later = choose([*deep, *gentle], many, DAY + timedelta(days=1), NOON)
    assert soon is not None
    assert soon.prompt.depth is Depth.GENTLE
    assert later is not None
    assert later.prompt.depth is Depth.DEEP


def test_a_prompt_met_before_comes_back_with_the_days_since() -> None:
    choice = choose([a_prompt("a")], [finished("a", 20)], DAY, NOON)
    assert choice == Choice(a_prompt("a"), Why.LONG_AGO, 20)


def test_nothing_in_the_library_is_no_choice() -> None:
    assert choose([], [], DAY, NOON) is None
