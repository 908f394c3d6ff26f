# SPDX-License-Identifier: MIT
"""What a guided page is brought to for its pictures, beyond standing on a step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.desktop.widgets.steps.notice import FEELING
from ipnb_journal.desktop.wording import session as words
from ipnb_journal.domain.checkins import Circles
from ipnb_journal.domain.entries import Step

if TYPE_CHECKING:
    from typing import Any


def look_at_feelings(page: Any) -> None:  # noqa: ANN401 - the page knows this module, not the other way round
    """The words for feelings, before any is picked."""
    page.deck.notice.tabs.set_value(FEELING)
    page.go_to(Step.NOTICE)


def place_circles(page: Any) -> None:  # noqa: ANN401
    """Two circles with every value but the wish."""
    page.go_to(Step.NOTICE)
    page.deck.notice.circles.show_circles(Circles(68, 74, 40, 55))


def stop_midway(page: Any) -> None:  # noqa: ANN401
    """A page with a line on it, stopped."""
    page.deck.write.editor.setPlainText(words.WRITE_PLACE)
    page.bar.quiet.click()
