# SPDX-License-Identifier: MIT
"""The rule that picks the next prompt: what it never does, what it prefers, and that it can say why."""

from __future__ import annotations

from datetime import UTC, date, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipnb_journal.domain.choosing import (
    Choice,
    Circumstances,
    Why,
    choose,
    eligible,
    is_late,
    part_of_day,
)
from ipnb_journal.domain.entries import Step
from ipnb_journal.domain.prompts import (
    Depth,
    Domain,
    Happening,
    HoldBack,
    Moment,
    Prompt,
    PromptEvent,
    Technique,
    Theme,
)
from ipnb_journal.domain.safety import Room

if TYPE_CHECKING:
    from random import Random

DAY = date(2026, 3, 12)
NOON = time(12)
LATE = time(23)


def at_noon(day: date = DAY, **changes: Any) -> Circumstances:
    return Circumstances(day, NOON, **changes)


def a_prompt(
    id_: str,
    theme: Theme = Theme.EMPATHY,
    depth: Depth = Depth.GENTLE,
    hold_back: tuple[HoldBack, ...] = (),
    also: tuple[Theme, ...] = (),
    suits: tuple[Moment, ...] = (),
    minutes: int = 5,
) -> Prompt:
    steps = dict.fromkeys(Step, "Look up.")
    return Prompt(
        id_, id_, theme, (Domain.STORY,), depth, minutes, (Technique.PERSPECTIVE_GETTING,), hold_back, steps,
        "Look up.", "en", 1, "us", "CC BY 4.0", also, suits=suits,
    )  # fmt: skip


def finished(id_: str, days_ago: int) -> PromptEvent:
    return PromptEvent(id_, DAY - timedelta(days=days_ago), Happening.FINISHED)


themes = st.sampled_from(Theme)
codes = st.sampled_from(HoldBack)
ANY_MOMENT = st.sets(st.sampled_from(Moment), max_size=2)
ids = st.integers(0, 12).map(lambda number: f"p{number}")


@st.composite
def libraries(draw: st.DrawFn, suits: st.SearchStrategy[set[Moment]] = ANY_MOMENT) -> list[Prompt]:
    count = draw(st.integers(1, 12))
    return [
        a_prompt(
            f"p{number}",
            draw(themes),
            draw(st.sampled_from(Depth)),
            tuple(draw(st.sets(codes, max_size=3))),
            tuple(draw(st.sets(themes, max_size=1))),
            tuple(draw(suits)),
            draw(st.integers(2, 15)),
        )
        for number in range(count)
    ]


histories = st.lists(
    st.builds(
        PromptEvent,
        ids,
        st.integers(-60, 3).map(lambda days: DAY + timedelta(days=days)),
        st.sampled_from(Happening),
    ),
    max_size=30,
)
circumstances = st.builds(
    Circumstances,
    st.just(DAY),
    st.times(),
    st.none() | st.sampled_from(Room),
    st.frozensets(codes),
    st.frozensets(themes, max_size=3),
    st.frozensets(ids, max_size=3),
    st.frozensets(ids, max_size=3),
    st.none() | ids,
)


@given(libraries(), histories, circumstances, st.sets(ids))
def test_never_what_is_held_back_left_out_unwanted_or_resting(
    prompts: list[Prompt], history: list[PromptEvent], now: Circumstances, not_these: set[str]
) -> None:
    choice = choose(prompts, history, now, not_these)
    if choice is None:
        assert eligible(prompts, history, now, not_these) == ()
        return
    chosen = choice.prompt
    assert not now.held_back & set(chosen.hold_back)
    assert not now.left_out_themes & {chosen.theme, *chosen.also}
    assert chosen.id not in not_these | now.never
    for event in history:
        if event.prompt_id == chosen.id:
            gone = abs((DAY - event.day).days)
            assert not (event.what is Happening.FINISHED and gone < 14)
            assert not (event.what is Happening.NOT_TODAY and gone < 1)
    if is_late(now.at):
        assert chosen.depth is not Depth.DEEP
        assert HoldBack.ALONE_LATE_NIGHT not in chosen.hold_back


@given(libraries(), histories, circumstances)
def test_what_asks_more_than_there_is_room_for_waits(
    prompts: list[Prompt], history: list[PromptEvent], now: Circumstances
) -> None:
    for prompt in eligible(prompts, history, now):
        if now.room is Room.SOME:
            assert prompt.depth is not Depth.DEEP
        if now.room in {Room.LITTLE, Room.NONE}:
            assert prompt.depth is Depth.GENTLE
        if now.room is Room.NONE:
            assert HoldBack.FLOODED not in prompt.hold_back


@given(libraries(), histories, circumstances)
def test_a_prompt_of_the_morning_or_the_night_waits_for_it(
    prompts: list[Prompt], history: list[PromptEvent], now: Circumstances
) -> None:
    for prompt in eligible(prompts, history, now):
        times = {Moment.MORNING, Moment.NIGHT} & set(prompt.suits)
        assert not times or now.part_of_day in times


@given(libraries(), histories, circumstances, st.randoms())
def test_the_same_day_and_history_give_the_same_prompt(
    prompts: list[Prompt], history: list[PromptEvent], now: Circumstances, random: Random
) -> None:
    shuffled = list(prompts)
    random.shuffle(shuffled)
    assert choose(prompts, history, now) == choose(shuffled, history, now)


@given(libraries(), histories, circumstances)
def test_show_another_reaches_each_eligible_prompt_once(
    prompts: list[Prompt], history: list[PromptEvent], now: Circumstances
) -> None:
    shown: list[str] = []
    while (choice := choose(prompts, history, now, shown)) is not None:
        shown.append(choice.prompt.id)
    assert sorted(shown) == sorted(prompt.id for prompt in eligible(prompts, history, now))


@settings(max_examples=25, deadline=None)
@given(libraries(st.sets(st.just(Moment.GOOD_DAY))), st.integers(1, 5))
def test_somebody_who_keeps_writing_meets_every_prompt(prompts: list[Prompt], every: int) -> None:
    history: list[PromptEvent] = []
    for number in range(0, 150 * every, every):
        day = DAY + timedelta(days=number)
        choice = choose(prompts, history, at_noon(day))
        if choice is not None:
            history.append(PromptEvent(choice.prompt.id, day, Happening.FINISHED))
    assert {event.prompt_id for event in history} == {prompt.id for prompt in prompts}


@given(libraries(), histories, st.times())
def test_a_gentle_one_comes_first_whenever_pages_are_few(
    prompts: list[Prompt], history: list[PromptEvent], at: time
) -> None:
    now = Circumstances(DAY, at)
    few = [event for event in history if event.what is not Happening.FINISHED]
    choice = choose(prompts, few, now)
    gentle = [prompt for prompt in eligible(prompts, few, now) if prompt.depth is Depth.GENTLE]
    if choice is not None and gentle:
        assert choice.prompt.depth is Depth.GENTLE
        assert choice.why is Why.FIRST


@given(libraries(), histories, circumstances)
def test_every_reason_given_is_true(
    prompts: list[Prompt], history: list[PromptEvent], now: Circumstances
) -> None:
    choice = choose(prompts, history, now)
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
        case Why.THREAD:
            assert choice.prompt.id == now.following
        case Why.LITTLE_ROOM:
            assert now.room in {Room.LITTLE, Room.NONE}
        case Why.MORNING | Why.NIGHT:
            assert choice.why.value == now.part_of_day
            assert now.part_of_day in choice.prompt.suits
        case Why.GOOD_DAY:
            assert now.room is Room.PLENTY
            assert Moment.GOOD_DAY in choice.prompt.suits
        case Why.FAVOURITE:
            assert choice.prompt.id in now.favourites
            assert choice.days is not None
        case _:
            raise AssertionError(choice.why)


def test_not_today_means_until_tomorrow() -> None:
    event = PromptEvent("p", DAY, Happening.NOT_TODAY)
    assert choose([a_prompt("p")], [event], at_noon()) is None
    assert choose([a_prompt("p")], [event], at_noon(DAY + timedelta(days=1))) is not None


def test_a_page_only_begun_does_not_rest() -> None:
    prompts = [a_prompt("p"), a_prompt("q")]
    history = [PromptEvent("p", DAY, Happening.BEGUN), finished("q", 1)]
    assert choose(prompts, history, at_noon()) == Choice(prompts[0], Why.OPENED)


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
    assert eligible([deep, coded], [], at_noon()) == (deep, coded)
    assert eligible([deep, coded], [], Circumstances(DAY, LATE)) == ()


def test_the_theme_least_written_on_comes_next() -> None:
    prompts = [a_prompt("a1"), a_prompt("a2"), a_prompt("b1", Theme.BOUNDARIES)]
    choice = choose(prompts, [finished("a1", 20)], at_noon())
    assert choice == Choice(prompts[2], Why.THEME_AWAY)


def test_a_theme_can_be_left_out_by_what_it_also_touches() -> None:
    prompt = a_prompt("a", also=(Theme.BODY,))
    assert eligible([prompt], [], at_noon(left_out_themes=frozenset({Theme.BODY}))) == ()


def test_gentle_and_steady_take_turns_and_deep_waits_for_six_pages() -> None:
    prompts = [a_prompt(f"g{n}") for n in range(9)] + [
        a_prompt(f"s{n}", depth=Depth.STEADY) for n in range(9)
    ]
    prompts.append(a_prompt("d", depth=Depth.DEEP))
    history: list[PromptEvent] = []
    depths = []
    for number in range(9):
        day = DAY + timedelta(days=number)
        choice = choose(prompts, history, at_noon(day))
        assert choice is not None
        depths.append(choice.prompt.depth.value[0])
        history.append(PromptEvent(choice.prompt.id, day, Happening.FINISHED))
    assert "".join(depths) == "gggsgsdgs"


def test_after_a_deep_page_a_gentle_one_and_it_says_so() -> None:
    prompts = [a_prompt("d", depth=Depth.DEEP), a_prompt("s", depth=Depth.STEADY), a_prompt("g")]
    history = [finished("x", 9), finished("s", 40), finished("s", 30), finished("g", 28), finished("d", 1)]
    assert choose(prompts, history, at_noon()) == Choice(prompts[2], Why.GENTLER_NOW)


def test_two_deep_pages_lie_a_week_apart_even_for_someone_who_writes_a_lot() -> None:
    deep = [a_prompt(f"d{n}", depth=Depth.DEEP) for n in range(2)]
    gentle = [a_prompt(f"g{n}") for n in range(20)]
    many = [finished("d0", 6), *(finished(f"g{n}", 5) for n in range(8))]
    soon = choose([*deep, *gentle], many, at_noon())
    later = choose([*deep, *gentle], many, at_noon(DAY + timedelta(days=1)))
    assert soon is not None
    assert soon.prompt.depth is Depth.GENTLE
    assert later is not None
    assert later.prompt.depth is Depth.DEEP


def test_a_prompt_met_before_comes_back_with_the_days_since() -> None:
    choice = choose([a_prompt("a")], [finished("a", 20)], at_noon())
    assert choice == Choice(a_prompt("a"), Why.LONG_AGO, 20)


def test_nothing_in_the_library_is_no_choice() -> None:
    assert choose([], [], at_noon()) is None


@pytest.mark.parametrize(
    ("at", "part"),
    [
        (time(4, 59), Moment.NIGHT), (time(5), Moment.MORNING), (time(10, 59), Moment.MORNING),
        (time(11), None), (time(19, 59), None), (time(20), Moment.NIGHT),
    ],
)  # fmt: skip
def test_the_parts_of_the_day(at: time, part: Moment | None) -> None:
    assert part_of_day(at) is part
    assert part_of_day(at.replace(tzinfo=UTC)) is part


def test_what_comes_next_in_a_thread_comes_first_unless_it_cannot() -> None:
    prompts = [a_prompt("a"), a_prompt("b", depth=Depth.DEEP), a_prompt("c")]
    assert choose(prompts, [], at_noon(following="b")) == Choice(prompts[1], Why.THREAD)
    for now in (Circumstances(DAY, LATE, following="b"), at_noon(following="b", room=Room.SOME)):
        choice = choose(prompts, [], now)
        assert choice is not None
        assert choice.prompt.id != "b"
    passed = choose(prompts, [], at_noon(following="b"), ["b"])
    assert passed is not None
    assert passed.why is Why.FIRST


def test_with_little_room_the_small_ones_come_first_and_it_says_so() -> None:
    long, small = a_prompt("a", minutes=12), a_prompt("b", minutes=5)
    history = [finished("b", 20)]
    assert choose([long, small], history, at_noon(room=Room.LITTLE)) == Choice(small, Why.LITTLE_ROOM)


def test_what_was_made_for_the_hour_goes_before_its_like_and_it_says_so() -> None:
    any_time, night, good = (
        a_prompt("a"),
        a_prompt("b", suits=(Moment.NIGHT,)),
        a_prompt("c", suits=(Moment.GOOD_DAY,)),
    )
    history = [finished("x", 30), finished("a", 20), finished("b", 20), finished("c", 20)]
    prompts = [any_time, night, good, a_prompt("x")]
    evening = Circumstances(DAY, time(20, 30))
    assert choose([any_time, night, good], history[1:], evening) == Choice(night, Why.NIGHT)
    roomy = at_noon(room=Room.PLENTY)
    assert choose([any_time, night, good], history[1:], roomy) == Choice(good, Why.GOOD_DAY)
    assert choose(prompts, history, evening) == Choice(prompts[3], Why.LONG_AGO, 30)


def test_a_favourite_waits_half_as_long() -> None:
    prompts = [a_prompt("a"), a_prompt("b")]
    history = [finished("a", 30), finished("b", 16), finished("x", 1)]
    assert choose(prompts, history, at_noon()) == Choice(prompts[0], Why.LONG_AGO, 30)
    liked = at_noon(favourites=frozenset({"b"}))
    assert choose(prompts, history, liked) == Choice(prompts[1], Why.FAVOURITE, 16)
