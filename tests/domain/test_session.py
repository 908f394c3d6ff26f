# SPDX-License-Identifier: MIT
"""The guided session: it goes any way a person likes, loses no word, and always has a way out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipnb_journal.domain import session as guided
from ipnb_journal.domain.entries import Step, Writing
from ipnb_journal.domain.prompts import Depth
from ipnb_journal.domain.safety import Leaving, Room
from ipnb_journal.domain.session import Asked, Session, Stage, Suggested

WORDS = Writing(body="The kitchen was quiet.")
depths = st.sampled_from(Depth)
ratings = st.none() | st.floats(0, 100)
Action = Callable[[Session], Session]

moves: st.SearchStrategy[Action] = st.one_of(
    st.sampled_from(
        [
            guided.go_in,
            guided.go_on,
            guided.forward,
            guided.back,
            guided.stop,
            guided.open_pause,
            guided.come_back,
        ]
    ),
    st.sampled_from(Room).map(lambda room: lambda s: guided.answer_room(s, room)),
    st.sampled_from(Step).map(lambda step: lambda s: guided.go_to(s, step)),
    st.booleans().map(lambda lighter: lambda s: guided.take_lighter(s, lighter)),
    st.booleans().map(lambda lighter: lambda s: guided.go_on(s, lighter)),
    (st.none() | st.sampled_from(Leaving)).map(lambda leaving: lambda s: guided.answer_leaving(s, leaving)),
    st.tuples(ratings, ratings, ratings, ratings).map(lambda four: lambda s: guided.check_in_given(s, *four)),
)


def to_leaving(depth: Depth = Depth.GENTLE) -> Session:
    return guided.stop(guided.resume(depth, Step.WRITE, WORDS))


@given(depths, st.integers(0, 5), st.booleans(), st.lists(moves, max_size=25))
def test_from_everywhere_there_is_a_way_to_stop(
    depth: Depth, run: int, ask: bool, actions: list[Action]
) -> None:
    session = guided.begin(depth, run, ask)
    for action in actions:
        session = action(session)
        assert session.can_stop is (session.stage is not Stage.OVER)
        out = guided.answer_leaving(guided.stop(session), None)
        assert out.stage is Stage.OVER
        assert out.writing == session.writing
        assert out.counts_as_finished is session.begun


@given(depths, st.lists(st.one_of(moves, st.text(max_size=8)), max_size=25))
def test_no_order_of_actions_loses_the_words(depth: Depth, actions: list[Action | str]) -> None:
    session = guided.resume(depth, Step.NOTICE, WORDS)
    expected = WORDS
    for action in actions:
        if isinstance(action, str):
            changed = replace(expected, body=action)
            if session.stage is not Stage.OVER:
                expected = changed
            session = guided.write(session, changed)
        else:
            session = action(session)
        assert session.writing == expected


@given(depths, st.integers(0, 5), st.booleans(), st.lists(moves, max_size=25))
def test_a_pause_is_offered_once_at_most(depth: Depth, run: int, ask: bool, actions: list[Action]) -> None:
    session = guided.begin(depth, run, ask)
    offers = 0
    for action in actions:
        after = action(session)
        offers += after.pause_offered and not session.pause_offered
        assert not (session.pause_offered and not after.pause_offered)
        session = after
    assert offers <= 1


@given(st.integers(0, 5), st.lists(moves, max_size=25))
def test_deep_steps_are_reached_only_past_the_room_question(run: int, actions: list[Action]) -> None:
    session = guided.begin(Depth.DEEP, run)
    for action in actions:
        session = action(session)
        if session.begun:
            assert session.room is not None


@given(depths, st.lists(moves, max_size=25))
def test_over_stays_over(depth: Depth, actions: list[Action]) -> None:
    over = guided.answer_leaving(to_leaving(depth), Leaving.LIGHTER)
    session = over
    for action in actions:
        session = action(session)
    assert replace(session, pausing=False, pause_offered=False) == replace(
        over, pausing=False, pause_offered=False
    )


@pytest.mark.parametrize(
    ("depth", "asked"),
    [(Depth.GENTLE, Asked.NEVER), (Depth.STEADY, Asked.IF_WISHED), (Depth.DEEP, Asked.ALWAYS)],
)
def test_the_room_question_goes_by_depth(depth: Depth, asked: Asked) -> None:
    assert guided.asks_room(depth) is asked


@pytest.mark.parametrize(
    ("depth", "run", "ask", "stage"),
    [
        (Depth.GENTLE, 9, True, Stage.STEPS),
        (Depth.STEADY, 9, False, Stage.STEPS),
        (Depth.STEADY, 0, True, Stage.ROOM),
        (Depth.DEEP, 2, False, Stage.ROOM),
        (Depth.DEEP, 3, False, Stage.BEFORE_DEEP),
    ],
)
def test_where_a_session_begins(depth: Depth, run: int, ask: bool, stage: Stage) -> None:
    session = guided.begin(depth, run, ask)
    assert session.stage is stage
    assert session.begun is (stage is Stage.STEPS)


@pytest.mark.parametrize(
    ("room", "suggested", "lighter", "pausing"),
    [
        (Room.PLENTY, Suggested.WHOLE, False, False),
        (Room.SOME, Suggested.WHOLE, False, False),
        (Room.LITTLE, Suggested.LIGHTER, True, False),
        (Room.NONE, Suggested.PAUSE, False, True),
    ],
)
def test_what_the_room_answer_puts_first(
    room: Room, suggested: Suggested, lighter: bool, pausing: bool
) -> None:
    session = guided.answer_room(guided.go_in(guided.begin(Depth.DEEP, 3)), room)
    assert guided.suggested(session) is suggested
    assert (session.lighter, session.pausing) == (lighter, pausing)
    going_on = guided.go_on(session)
    assert (going_on.stage, going_on.lighter, going_on.pausing) == (Stage.STEPS, lighter, False)
    assert guided.go_on(session, lighter=not lighter).lighter is not lighter


def test_before_steady_the_room_question_can_be_passed_by() -> None:
    assert guided.go_on(guided.begin(Depth.STEADY, ask_room=True)).stage is Stage.STEPS
    assert guided.go_on(guided.begin(Depth.DEEP)).stage is Stage.ROOM


def test_forward_walks_the_five_steps_to_the_leaving_question() -> None:
    session = guided.begin(Depth.GENTLE)
    seen = []
    while session.stage is Stage.STEPS:
        seen.append(session.step)
        session = guided.forward(session)
    assert tuple(seen) == tuple(Step)
    assert session.stage is Stage.LEAVING
    assert guided.back(session).step is Step.CLOSE


def test_back_stops_at_settle_and_any_step_can_be_gone_to() -> None:
    session = guided.back(guided.begin(Depth.GENTLE))
    assert session.step is Step.SETTLE
    assert guided.go_to(session, Step.CLOSE).step is Step.CLOSE
    assert guided.go_to(to_leaving(), Step.NOTICE).stage is Stage.STEPS


@pytest.mark.parametrize("step", list(Step))
def test_stopping_at_any_step_counts_as_finished(step: Step) -> None:
    session = guided.stop(guided.resume(Depth.STEADY, step, WORDS))
    assert not session.counts_as_finished
    over = guided.answer_leaving(session, None)
    assert over.counts_as_finished
    assert over.step is step


def test_leaving_before_the_steps_does_not_count() -> None:
    assert not guided.stop(guided.begin(Depth.DEEP, 3)).counts_as_finished


@pytest.mark.parametrize(
    ("leaving", "offered"), [(None, False), *((one, one is Leaving.TOO_MUCH) for one in Leaving)]
)
def test_only_too_much_offers_a_pause_at_the_end(leaving: Leaving | None, offered: bool) -> None:
    over = guided.answer_leaving(to_leaving(), leaving)
    assert over.leaving is leaving
    assert over.pausing is over.pause_offered is offered


def test_a_pause_asked_for_is_no_offer_and_changes_nothing_beneath() -> None:
    session = guided.resume(Depth.DEEP, Step.CONNECT, WORDS, lighter=True)
    paused = guided.open_pause(session)
    assert paused.pausing
    assert not paused.pause_offered
    assert guided.come_back(paused) == session


def test_a_check_in_can_offer_the_pause_and_then_no_second_one_comes() -> None:
    session = guided.check_in_given(guided.begin(Depth.GENTLE), c1=85, c2=85)
    assert session.pausing
    again = guided.check_in_given(guided.come_back(session), chaos=90, rigidity=90)
    assert not again.pausing


def test_words_are_not_taken_before_the_steps() -> None:
    session = guided.begin(Depth.DEEP)
    assert guided.write(session, WORDS) == session
