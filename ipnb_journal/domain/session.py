# SPDX-License-Identifier: MIT
"""The guided session as a pure state machine: settle, notice, write, connect, close, with a way out at each.

Every function takes a `Session` and gives a new one. A move that makes no sense where the session
stands gives the same session back, so that no order of taps can lose a word or lock a person in.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from ipnb_journal.domain.entries import Step, Writing
from ipnb_journal.domain.prompts import Depth
from ipnb_journal.domain.safety import Leaving, Room, deep_takes_one_more_tap, offer_pause

STEPS = tuple(Step)


class Asked(StrEnum):
    """Whether a question is put at all."""

    NEVER = "never"
    IF_WISHED = "if wished"
    ALWAYS = "always"


class Stage(StrEnum):
    """Where a session stands. BEFORE_DEEP and ROOM come before the steps, LEAVING after them."""

    BEFORE_DEEP = "before deep"
    ROOM = "room"
    STEPS = "steps"
    LEAVING = "leaving"
    OVER = "over"


class Suggested(StrEnum):
    """What the answer to the room question puts first; the person may still go on with the whole."""

    WHOLE = "whole"
    LIGHTER = "lighter"
    PAUSE = "pause"


@dataclass(frozen=True, slots=True)
class Session:
    """One sitting with one prompt.

    `step` is the step last stood on, kept in every stage. `begun`: the steps were reached, so that
    being over counts as finished. `pausing`: the pause page lies on top and nothing below it has
    moved. `pause_offered`: it has been offered once, and is not offered again in this session.
    `lighter_wished`: the lighter version was chosen before anything was asked.
    """

    depth: Depth
    stage: Stage
    step: Step = Step.SETTLE
    writing: Writing = field(default_factory=Writing)
    lighter: bool = False
    begun: bool = False
    room: Room | None = None
    leaving: Leaving | None = None
    pausing: bool = False
    pause_offered: bool = False
    lighter_wished: bool = False

    @property
    def can_stop(self) -> bool:
        """Whether there is still something to stop; true until the session is over."""
        return self.stage is not Stage.OVER

    @property
    def counts_as_finished(self) -> bool:
        """Whether the session is over and had begun, at whichever step it was stopped."""
        return self.stage is Stage.OVER and self.begun


def asks_room(depth: Depth) -> Asked:
    """Whether "How much room do you have for this?" is put before a prompt of this depth."""
    return {Depth.GENTLE: Asked.NEVER, Depth.STEADY: Asked.IF_WISHED, Depth.DEEP: Asked.ALWAYS}[depth]


def begin(
    depth: Depth,
    too_much_run: int = 0,
    ask_room: bool = False,
    room: Room | None = None,
    *,
    lighter: bool = False,
) -> Session:
    """A new session.

    `too_much_run`: pages in a row left as "too much"; `ask_room`: also before steady; `room`: how
    much room was said a moment ago, so that it is not asked again; with none a pause is still offered
    first. `lighter`: the lighter version was chosen already.
    """
    before = Session(depth, Stage.ROOM, lighter=lighter, lighter_wished=lighter)
    if depth is Depth.DEEP and deep_takes_one_more_tap(too_much_run):
        return replace(before, stage=Stage.BEFORE_DEEP)
    if room is not None:
        answered = answer_room(before, room)
        return answered if room is Room.NONE else go_on(answered)
    asked = asks_room(depth)
    if asked is Asked.ALWAYS or (ask_room and asked is Asked.IF_WISHED):
        return before
    return replace(before, stage=Stage.STEPS, begun=True)


def resume(depth: Depth, step: Step, writing: Writing, lighter: bool = False) -> Session:
    """A session taken up again where it broke off; the room question is not put a second time."""
    return Session(depth, Stage.STEPS, step=step, writing=writing, lighter=lighter, begun=True)


def go_in(session: Session) -> Session:
    """The one more tap before a deep prompt; the room question follows."""
    if session.stage is not Stage.BEFORE_DEEP:
        return session
    return replace(session, stage=Stage.ROOM)


def answer_room(session: Session, room: Room) -> Session:
    """Note how much room there is: "a little" puts the lighter version first, "none" offers a pause."""
    if session.stage is not Stage.ROOM:
        return session
    lighter = session.lighter_wished or room is Room.LITTLE
    answered = replace(session, room=room, lighter=lighter)
    return _offered(answered, offer_pause(room=room))


def suggested(session: Session) -> Suggested:
    """What to put first, after the room question."""
    if session.room is Room.NONE:
        return Suggested.PAUSE
    return Suggested.LIGHTER if session.room is Room.LITTLE else Suggested.WHOLE


def go_on(session: Session, lighter: bool | None = None) -> Session:
    """From the room question to the steps; before a deep prompt only once it is answered.

    `lighter` overrules what the answer put first.
    """
    unanswered = session.room is None and asks_room(session.depth) is Asked.ALWAYS
    if session.stage is not Stage.ROOM or unanswered:
        return session
    chosen = session.lighter if lighter is None else lighter
    return replace(session, stage=Stage.STEPS, begun=True, lighter=chosen, pausing=False)


def go_to(session: Session, step: Step) -> Session:
    """Stand on any of the five steps, also coming back from the leaving question."""
    if session.stage not in {Stage.STEPS, Stage.LEAVING}:
        return session
    return replace(session, stage=Stage.STEPS, step=step, leaving=None, pausing=False)


def forward(session: Session) -> Session:
    """The next step; after the last one, the leaving question."""
    if session.stage is not Stage.STEPS:
        return session
    place = STEPS.index(session.step) + 1
    return stop(session) if place == len(STEPS) else go_to(session, STEPS[place])


def back(session: Session) -> Session:
    """The step before; from the leaving question, the step last stood on."""
    if session.stage is Stage.LEAVING:
        return go_to(session, session.step)
    if session.stage is not Stage.STEPS:
        return session
    return go_to(session, STEPS[max(0, STEPS.index(session.step) - 1)])


def write(session: Session, writing: Writing) -> Session:
    """Keep the words as they now stand; possible until the session is over."""
    if session.stage not in {Stage.STEPS, Stage.LEAVING}:
        return session
    return replace(session, writing=writing)


def take_lighter(session: Session, lighter: bool = True) -> Session:
    """Change to the lighter version, or back to the whole prompt, at any step."""
    if session.stage is Stage.OVER:
        return session
    return replace(session, lighter=lighter)


def stop(session: Session) -> Session:
    """Stop here. Once begun, the leaving question follows and may be skipped; before, it is simply over."""
    if session.stage is Stage.STEPS:
        return replace(session, stage=Stage.LEAVING, pausing=False)
    return replace(session, stage=Stage.OVER, pausing=False)


def answer_leaving(session: Session, leaving: Leaving | None) -> Session:
    """Note how the page is left, None for a skipped question, and be over; "too much" offers a pause."""
    if session.stage is not Stage.LEAVING:
        return session
    over = replace(session, stage=Stage.OVER, leaving=leaving)
    return _offered(over, offer_pause(leaving=leaving))


def leave(session: Session, leaving: Leaving | None) -> Session:
    """Be over from wherever the session stands, with or without an answer to how the page is left."""
    return answer_leaving(session if session.stage is Stage.LEAVING else stop(session), leaving)


def check_in_given(
    session: Session,
    c1: float | None = None,
    c2: float | None = None,
    chaos: float | None = None,
    rigidity: float | None = None,
) -> Session:
    """Weigh a check-in of this sitting (0 to 100 each, see `safety.offer_pause`)."""
    return _offered(session, offer_pause(c1=c1, c2=c2, chaos=chaos, rigidity=rigidity))


def open_pause(session: Session) -> Session:
    """Lay the pause page on top because the person asked for it; that is always possible."""
    return replace(session, pausing=True)


def come_back(session: Session) -> Session:
    """Leave the pause page; the session stands where it stood."""
    return replace(session, pausing=False)


def _offered(session: Session, wanted: bool) -> Session:
    if not wanted or session.pause_offered:
        return session
    return replace(session, pausing=True, pause_offered=True)
