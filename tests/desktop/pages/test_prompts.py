# SPDX-License-Identifier: MIT
"""Choosing a prompt by keyboard: find, narrow, look at all of it, keep or refuse it, begin."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ipnb_journal.desktop import places
from ipnb_journal.desktop.pages.prompts import PromptsPage
from ipnb_journal.desktop.wording import shelf as words
from ipnb_journal.domain.entries import Step
from ipnb_journal.domain.prompts import Depth, Domain, Theme
from ipnb_journal.domain.shelf import Only
from ipnb_journal.domain.threads import Thread
from ipnb_journal.services import prompt_marks, prompts

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.services.prompts import Library
    from ipnb_journal.vault.vault import Vault

    Asking = Callable[[Callable[[Vault], object]], object]

THREAD = Thread("t", "Small gates", "Why not.", (), ("bnd-01", "bnd-02"), "en", 1, "us", "CC BY 4.0")


@pytest.fixture
def page(context: Context, library: Library, qtbot: QtBot) -> PromptsPage:
    threaded = replace(library, threads=(THREAD,))
    made = PromptsPage(context.but(shelf=lambda: threaded))
    qtbot.addWidget(made)
    context.runner.changed.connect(made.refresh)
    made.resize(1072, 756)
    made.show()
    qtbot.waitExposed(made)
    made.arrive(places.Prompts())
    return made


@pytest.fixture
def gone(page: PromptsPage) -> list[object]:
    asked: list[object] = []
    page.open_requested.connect(asked.append)
    return asked


def listed(page: PromptsPage) -> list[str]:
    return [item.prompt.id for item in page.browse.model.rows]


def test_all_prompts_are_there_and_the_first_is_shown_whole(page: PromptsPage, library: Library) -> None:
    assert sorted(listed(page)) == sorted(prompt.id for prompt in library.prompts)
    chosen = page.browse.chosen
    assert chosen is not None
    assert page.browse.sheet.title.text() == chosen.prompt.title
    for step, line in page.browse.sheet.lines.items():
        assert line.text() == chosen.prompt.steps[step]
    assert page.focusWidget() is None or page.first_focus() is page.browse.filters.search.line


def test_a_word_narrows_the_list_and_enter_goes_into_it(page: PromptsPage, qtbot: QtBot) -> None:
    line = page.browse.filters.search.line
    qtbot.keyClicks(line, "weathers")
    assert listed(page) == ["emp-01"]
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert page.focusWidget() is page.browse.list
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert len(listed(page)) > 1


def test_filters_narrow_together_and_are_let_go_together(page: PromptsPage, library: Library) -> None:
    filters = page.browse.filters
    filters.themes.choose(Theme.BOUNDARIES.value)
    filters.depths.choose(Depth.DEEP.value)
    assert set(listed(page)) == {
        prompt.id
        for prompt in library.prompts
        if Theme.BOUNDARIES in (prompt.theme, *prompt.also) and prompt.depth is Depth.DEEP
    }
    filters.search.set_text("zzz")
    filters.changed.emit()
    assert page.browse.nothing.isVisible()
    assert not page.browse.sheet.isVisible()
    filters.clear.click()
    assert len(listed(page)) == len(library.prompts)


def test_arrows_move_the_preview_along_and_enter_goes_over_to_begin(
    page: PromptsPage, gone: list[object], qtbot: QtBot
) -> None:
    page.browse.list.setFocus()
    qtbot.keyClick(page.browse.list, Qt.Key.Key_Down)
    second = page.browse.model.rows[1].prompt
    assert page.browse.sheet.title.text() == second.title
    qtbot.keyClick(page.browse.list, Qt.Key.Key_Return)
    assert page.focusWidget() is page.browse.sheet.begin
    qtbot.keyClick(page.browse.sheet.begin, Qt.Key.Key_Return)
    qtbot.keyClick(page.browse.sheet.begin_lighter, Qt.Key.Key_Return)
    assert gone == [places.Guided(prompt_id=second.id), places.Guided(prompt_id=second.id, lighter=True)]


def test_a_favourite_is_kept_and_found_again(page: PromptsPage, in_vault: Asking, qtbot: QtBot) -> None:
    page.browse.choose("bnd-02")
    qtbot.keyClick(page.browse.sheet.favourite, Qt.Key.Key_Return)
    assert in_vault(prompt_marks.read).favourites == {"bnd-02"}  # type: ignore[attr-defined]
    assert page.browse.chosen is not None and page.browse.chosen.prompt.id == "bnd-02"
    assert page.browse.sheet.favourite.text() == words.NO_FAVOURITE
    page.browse.filters.only.chip(Only.FAVOURITES).click()
    assert listed(page) == ["bnd-02"]


def test_never_again_can_be_undone(page: PromptsPage, in_vault: Asking, qtbot: QtBot) -> None:
    page.browse.choose("bnd-02")
    qtbot.keyClick(page.browse.sheet.never, Qt.Key.Key_Return)
    assert "bnd-02" not in listed(page)
    told = page.context.notices.told[-1]  # type: ignore[union-attr]
    assert told.text == words.NEVER_DONE
    told.undo()
    assert "bnd-02" in listed(page)
    assert in_vault(prompt_marks.read).never == frozenset()  # type: ignore[attr-defined]


def test_a_thread_is_followed_from_its_sheet_and_its_prompts_can_be_seen(
    page: PromptsPage, in_vault: Asking, library: Library, qtbot: QtBot
) -> None:
    page.arrive(places.Prompts(tab="threads"))
    assert page.threads.isVisible()
    assert page.threads.doing["t"].text() == words.THREAD_BEGIN
    qtbot.keyClick(page.threads.doing["t"], Qt.Key.Key_Return)
    assert page.threads.doing["t"].text() == words.THREAD_LEAVE
    threaded = replace(library, threads=(THREAD,))
    followed = in_vault(lambda vault: prompts.following(vault, threaded))
    assert followed.next.id == "bnd-01"  # type: ignore[attr-defined]
    page.threads.wanted.emit("bnd-02")
    assert page.browse.isVisible()
    assert page.browse.chosen is not None and page.browse.chosen.prompt.id == "bnd-02"
    qtbot.keyClick(page.threads.doing["t"], Qt.Key.Key_Return)
    assert page.threads.doing["t"].text() == words.THREAD_BEGIN


def test_a_week_says_what_is_in_it(page: PromptsPage) -> None:
    page.arrive(places.Prompts(tab="weeks"))
    assert page.weeks.isVisible()


def test_in_a_small_window_list_and_preview_take_turns(page: PromptsPage, qtbot: QtBot) -> None:
    page.columns = False
    assert not page.browse.sheet.isVisible()
    page.browse.list.setFocus()
    qtbot.keyClick(page.browse.list, Qt.Key.Key_Return)
    assert page.browse.sheet.isVisible()
    assert not page.browse.list.isVisible()
    qtbot.keyClick(page.browse.back, Qt.Key.Key_Return)
    assert page.browse.list.isVisible()
    assert page.focusWidget() is page.browse.list


def test_what_a_place_names_is_shown(page: PromptsPage, library: Library) -> None:
    page.browse.filters.search.set_text("zzz")
    page.browse.filters.changed.emit()
    page.arrive(places.Prompts(prompt_id="wor-02"))
    prompt = library.prompt("wor-02")
    assert prompt is not None
    assert page.browse.sheet.title.text() == prompt.title
    assert page.browse.sheet.lines[Step.WRITE].text() == prompt.steps[Step.WRITE]


def test_arriving_for_a_theme_or_a_domain_narrows_to_it_and_to_nothing_else(
    page: PromptsPage, library: Library
) -> None:
    page.browse.filters.search.set_text("zzz")
    page.arrive(places.Prompts(theme=Theme.EMPATHY.value))
    prompts_of = library.prompts
    assert set(listed(page)) == {p.id for p in prompts_of if Theme.EMPATHY in (p.theme, *p.also)}
    page.arrive(places.Prompts(domain=Domain.MEMORY.value))
    wanted = {p.id for p in prompts_of if Domain.MEMORY in p.domains}
    assert set(listed(page)) == wanted
    assert page.browse.filters.domains.isVisible()
    chosen = sorted(wanted)[-1]
    page.arrive(places.Prompts(domain=Domain.MEMORY.value, prompt_id=chosen))
    assert set(listed(page)) == wanted
    assert page.browse.chosen is not None
    assert page.browse.chosen.prompt.id == chosen
