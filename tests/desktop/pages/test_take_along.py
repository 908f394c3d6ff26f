# SPDX-License-Identifier: MIT
"""Taking a picture along from Insights: what is looked at is what comes out, whole or not at all."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.desktop import places
from ipnb_journal.desktop.pages.insights import InsightsPage
from ipnb_journal.desktop.pages.take_along import GREYS, TakeAlongPage
from ipnb_journal.desktop.wording.errors import Words
from ipnb_journal.domain.checkins import Item
from ipnb_journal.services import checkins, people
from tests.desktop.reading_pdf import text_of
from tests.small_disk import no_room_beyond

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.vault.vault import Vault

    InVault = Callable[[Callable[[Vault], object]], object]


@pytest.fixture
def place(context: Context, in_vault: InVault, now: datetime, qtbot: QtBot) -> places.TakeAlong:
    """What Insights asks for when its link is pressed, about one person."""

    def fill(vault: Vault) -> int:
        somebody = people.add(vault, "Wilhelmina").id
        for back in range(40):
            given = {item: 50.0 + back % 9 for item in (Item.D1, Item.D2, Item.L1, Item.L2)}
            checkins.save(vault, checkins.NewCheckIn(given, person_id=somebody), now - timedelta(back))
        return somebody

    person = in_vault(fill)
    insights = InsightsPage(context)
    qtbot.addWidget(insights)
    insights.resize(1040, 740)
    insights.show()
    insights.arrive(places.Insights())
    insights.head.whom.choose(person)
    insights.head.asked.emit()
    with qtbot.waitSignal(insights.open_requested) as asked:
        insights.notes.take_along.click()
    (wanted,) = asked.args
    assert isinstance(wanted, places.TakeAlong)
    return wanted


@pytest.fixture
def page(context: Context, place: places.TakeAlong, qtbot: QtBot) -> TakeAlongPage:
    made = TakeAlongPage(context)
    qtbot.addWidget(made)
    made.resize(1040, 740)
    made.show()
    made.arrive(place)
    return made


def saved(page: TakeAlongPage, target: Path) -> bytes:
    assert page.context.notices.answers is not None
    page.context.notices.answers.append(target)
    page.save_pdf.click()
    return target.read_bytes()


def test_the_picture_comes_out_name_free_unless_wanted(page: TakeAlongPage, tmp_path: Path) -> None:
    assert page.named.isVisible() and not page.named.isChecked()
    told = text_of(saved(page, tmp_path / "one.pdf"))
    assert "40 days" in told and "Wilhelmina" not in told
    page.named.click()
    assert "about Wilhelmina" in text_of(saved(page, tmp_path / "two.pdf"))


def test_the_preview_is_the_sheet_that_leaves(page: TakeAlongPage) -> None:
    assert page.preview.paper is not None
    assert page.preview.accessibleDescription() == page.preview.paper.words
    colour = page.preview.grab().toImage()
    page.look.segment(GREYS).click()
    assert page.preview.grab().toImage() != colour


def test_each_kind_of_file_is_what_it_is_called(page: TakeAlongPage, tmp_path: Path) -> None:
    starts = {page.save_pdf: b"%PDF", page.save_svg: b"<?xml", page.save_png: b"\x89PNG"}
    assert page.context.notices.answers is not None
    for button, start in starts.items():
        page.context.notices.answers.append(tmp_path / "picture")
        button.click()
        assert (tmp_path / "picture").read_bytes().startswith(start)


@pytest.mark.parametrize("where", ("full", "nowhere"))
def test_where_it_can_t_be_written_it_says_so_and_leaves_nothing(
    page: TakeAlongPage, tmp_path: Path, where: str
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    target = folder / "picture.pdf" if where == "full" else folder / "missing" / "picture.pdf"
    assert page.context.notices.answers is not None
    page.context.notices.answers.append(target)
    with no_room_beyond(2048):
        page.save_pdf.click()
    told = page.context.notices.told[-1]
    assert isinstance(told, Words)
    assert ("no room left" in told.title) is (where == "full")
    assert list(folder.iterdir()) == []


def test_calling_it_off_writes_nothing(page: TakeAlongPage) -> None:
    assert page.context.notices.answers is not None
    page.context.notices.answers.append(None)
    told = len(page.context.notices.told)
    page.save_pdf.click()
    assert len(page.context.notices.told) == told


def test_a_picture_that_names_nobody_has_nothing_to_leave_out(
    context: Context, page: TakeAlongPage, place: places.TakeAlong
) -> None:
    page.named.click()
    page.arrive(places.TakeAlong(place.picture))
    assert not page.named.isVisible()
    assert not page.named.isChecked()


def test_the_way_back_leads_back(page: TakeAlongPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.open_requested) as asked:
        page.back.click()
    assert asked.args == [places.Back()]
