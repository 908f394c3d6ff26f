# SPDX-License-Identifier: MIT
"""A guided page built on two circles: what it says, shows and folds away around them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ipnb_journal.desktop import places
from ipnb_journal.desktop.pages.session import SessionPage
from ipnb_journal.desktop.wording import circles as words
from ipnb_journal.domain.checkins import Circles, Method
from ipnb_journal.domain.entries import AskedPrompt, Step, Writing
from ipnb_journal.services import people, session, writing
from ipnb_journal.vault import checkins

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.vault.vault import Vault

    Asking = Callable[[Callable[[Vault], object]], object]

WITH_CIRCLES = places.Guided(prompt_id="bnd-03", room="plenty")
PLACED = Circles(closeness=60, edge_me=80)


@pytest.fixture
def page(context: Context, in_vault: Asking, qtbot: QtBot) -> SessionPage:
    in_vault(lambda vault: people.add(vault, "Ana"))
    made = SessionPage(context)
    qtbot.addWidget(made)
    made.resize(1280, 756)
    made.show()
    qtbot.waitExposed(made)
    made.arrive(WITH_CIRCLES)
    made.go_to(Step.NOTICE)
    return made


def kept(in_vault: Asking) -> list[tuple[object, ...]]:
    def read(vault: Vault) -> list[tuple[object, ...]]:
        return [
            (given.method, given.circles, given.person_id, given.entry_id) for given in checkins.each(vault)
        ]

    return in_vault(read)  # type: ignore[return-value]


def leave_open(vault: Vault, now: datetime, asked: AskedPrompt, noticed: tuple[str, ...] = ()) -> int:
    """A page with circles that was broken off."""
    draft = writing.open_guided(vault, now, asked, "boundaries")
    page = replace(draft.page, writing=Writing(noticed=noticed))
    return session.keep(vault, replace(draft, page=page, step=Step.NOTICE, circles=PLACED), now).id


def test_circles_with_nothing_written_are_kept_and_said_to_be(
    page: SessionPage, in_vault: Asking, qtbot: QtBot
) -> None:
    qtbot.keyClick(page.deck.notice.circles.canvas, Qt.Key.Key_End)
    page.bar.quiet.click()
    assert kept(in_vault) == [(Method.CIRCLES, Circles(closeness=100), None, None)]
    assert page.context.notices.told[-1].text == words.KEPT_ALONE  # type: ignore[union-attr]


def test_circles_cleared_again_are_not(page: SessionPage, in_vault: Asking, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_End, Qt.Key.Key_Delete):
        qtbot.keyClick(page.deck.notice.circles.canvas, key)
    page.bar.quiet.click()
    assert kept(in_vault) == []
    assert page.context.notices.told[-1].text != words.KEPT_ALONE  # type: ignore[union-attr]


def test_the_next_page_begins_without_them(page: SessionPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.deck.notice.circles.canvas, Qt.Key.Key_End)
    page.bar.quiet.click()
    page.arrive(WITH_CIRCLES)
    assert page.deck.circles is None


def test_somebody_added_while_writing_names_the_other_circle(page: SessionPage) -> None:
    page.go_to(Step.CONNECT)
    page.deck.connecting.people.add_wanted.emit("Ben")
    page.go_to(Step.NOTICE)
    assert page.deck.notice.circles.canvas.accessibleName() == words.canvas_name("Ben")
    page.deck.connecting.people.choose((1, 2))
    page.go_to(Step.NOTICE)
    assert page.deck.notice.circles.canvas.accessibleName() == words.canvas_name("")


def test_the_words_to_pick_are_folded_away_with_those_of_ones_own(page: SessionPage) -> None:
    notice = page.deck.notice
    notice.know_words(("like a held door",))
    notice.offer_circles(True)
    assert not (notice.tabs.isVisible() or notice.like.isVisible() or notice.mine.isVisible())
    notice.words.click()
    assert notice.tabs.isVisible()
    assert notice.mine.isVisible()


@pytest.mark.parametrize(("noticed", "shown"), [((), False), (("Tight",), True)])
def test_words_picked_before_are_seen_again(
    page: SessionPage, in_vault: Asking, now: datetime, noticed: tuple[str, ...], shown: bool
) -> None:
    asked = AskedPrompt("bnd-03", 1, "Mine, theirs, ours", "Three headings.")
    number = in_vault(lambda vault: leave_open(vault, now, asked, noticed))
    page.arrive(places.Guided(draft_id=number))  # type: ignore[arg-type]
    assert page.deck.notice.circles.isVisible()
    assert page.deck.notice.tabs.isVisible() is shown


def test_circles_stay_to_be_seen_where_their_prompt_is_gone(
    page: SessionPage, in_vault: Asking, now: datetime
) -> None:
    number = in_vault(lambda vault: leave_open(vault, now, AskedPrompt("gone-01", 1, "Gone", "Gone.")))
    page.arrive(places.Guided(draft_id=number))  # type: ignore[arg-type]
    assert page.deck.notice.circles.isVisible()
    assert page.deck.circles == PLACED


def test_in_a_low_window_the_picture_is_smaller(page: SessionPage) -> None:
    canvas = page.deck.notice.circles.canvas
    high = canvas.heightForWidth(632)
    page.resize(1280, 556)
    assert canvas.heightForWidth(632) < high
