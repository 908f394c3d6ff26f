# SPDX-License-Identifier: MIT
"""What the two buttons under a guided page say, from where its session stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.desktop.widgets.writing_bar import Named
from ipnb_journal.desktop.wording import session as words
from ipnb_journal.domain import session as flow
from ipnb_journal.domain.entries import Step
from ipnb_journal.records import Record

if TYPE_CHECKING:
    from ipnb_journal.domain.session import Session


class StepButtons(Record):
    """The words of both buttons and the kind line; `quiet` has no words where nothing is left to stop."""

    quiet: Named
    main: Named
    kind: str = ""
    closing: bool = False


def next_step(sitting: Session) -> Step:
    """The step that follows; the lighter version goes from writing straight to the close."""
    if sitting.lighter and sitting.step is Step.WRITE:
        return Step.CLOSE
    return flow.forward(sitting).step


def previous_step(sitting: Session) -> Step:
    """The step before; the first one has none but itself."""
    return flow.back(sitting).step


def step_buttons(sitting: Session, *, pause_follows: bool) -> StepButtons:
    """What can be done now; `pause_follows`: the page is left with too much, and a pause is wished."""
    if sitting.stage is flow.Stage.LEAVING:
        return StepButtons(
            Named(""), Named(words.LEAVE_PAUSE if pause_follows else words.LEAVE), closing=True
        )
    if sitting.step is Step.CLOSE:
        back = Named(words.BACK_TO_WRITING, words.BACK_TO_WRITING_SHORT)
        return StepButtons(
            back, Named(words.CLOSE_PAUSE if pause_follows else words.CLOSE_PAGE), closing=True
        )
    following = words.NEXT_STEP.format(step=words.STEPS[next_step(sitting)].lower())
    kind = words.KIND if sitting.step is Step.WRITE else ""
    return StepButtons(Named(words.STOP, words.STOP_SHORT), Named(following, words.NEXT), kind)
