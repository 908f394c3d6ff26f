# SPDX-License-Identifier: MIT
"""The lens of where attention went: a span at a time, and one thing that was not met in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ipnb_journal.desktop.charts.attention_lens import AttentionLens
from ipnb_journal.desktop.charts.lens import Asked
from ipnb_journal.desktop.places import Prompts
from ipnb_journal.desktop.wording import attention as words
from ipnb_journal.domain.attention import AttentionBySpan, NotMet
from ipnb_journal.domain.prompts import Domain
from ipnb_journal.domain.prompts import Theme as About
from ipnb_journal.domain.windows import Span, Window
from ipnb_journal.services import prompts
from ipnb_journal.vault import entries
from tests.builders import an_entry

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.vault.vault import Vault


def asked(span: Span, now: datetime, tag: str = "") -> Asked:
    last = now.date().toordinal()
    return Asked(Window(last - 27, last), 7, tag, span)


@pytest.fixture
def lens(theme: Theme, now: datetime, qtbot: QtBot) -> AttentionLens:
    made = AttentionLens(theme, prompts.library, lambda: now)
    for part in (made.view, made.extras):
        qtbot.addWidget(part)
        part.show()
    return made


@pytest.fixture
def found(lens: AttentionLens, vault: Vault, now: datetime) -> AttentionBySpan:
    for back in (0, 40, 200, 900):
        entries.add(vault, an_entry(theme="empathy", about_day=now.date() - timedelta(days=back)))
    return lens.read(vault, None)


def test_each_span_has_its_own_counts_and_ends_today(
    lens: AttentionLens, found: AttentionBySpan, now: datetime
) -> None:
    for span, pages in ((Span.MONTH, 1), (Span.QUARTER, 2), (Span.YEAR, 3), (Span.ALL, 4)):
        lens.draw(found, asked(span, now))
        assert lens.chart.table().rows[0].cells[1].order == pages
    assert lens.days(found) == ((now.date() - timedelta(days=900)).toordinal(), now.date().toordinal())
    assert not lens.panned
    assert not lens.by_person
    assert not lens.smoothed


def test_names_without_a_page_are_a_picture_as_well(lens: AttentionLens, vault: Vault, now: datetime) -> None:
    none = lens.read(vault, None)
    assert lens.days(none) == (now.date().toordinal(),) * 2
    lens.draw(none, asked(Span.QUARTER, now))
    assert lens.chart.said().in_words.endswith("0 so far for each.")
    assert len(lens.chart.stops()) == 18


def test_a_theme_not_met_in_the_span_is_suggested(
    lens: AttentionLens, found: AttentionBySpan, now: datetime, qtbot: QtBot
) -> None:
    lens.draw(found, asked(Span.MONTH, now))
    assert lens.suggest.isVisible()
    with qtbot.waitSignal(lens.wanted) as told:
        qtbot.keyClick(lens.suggest, Qt.Key.Key_Space)
    assert told.args == [Prompts(theme=About.BOUNDARIES.value)]


def test_a_domain_is_suggested_by_a_prompt(
    lens: AttentionLens, found: AttentionBySpan, now: datetime, qtbot: QtBot
) -> None:
    unmet = NotMet(domain=Domain.MEMORY, prompt_id="emp-02")
    lens.draw(replace(found, not_met=dict.fromkeys(Span, unmet)), asked(Span.ALL, now))
    with qtbot.waitSignal(lens.wanted) as told:
        lens.suggest.click()
    assert told.args == [Prompts(domain="memory", prompt_id="emp-02")]


def test_nothing_is_suggested_where_all_was_met_or_nothing_may_be_begun(
    lens: AttentionLens, found: AttentionBySpan, now: datetime
) -> None:
    lens.draw(replace(found, not_met=dict.fromkeys(Span)), asked(Span.ALL, now))
    assert not lens.suggest.isVisible()
    lens.draw(found, asked(Span.ALL, now))
    assert lens.suggest.isVisible()
    lens.let_change(able=False)
    assert not lens.suggest.isVisible()


def test_somebody_invented_is_shown_with_the_tag(lens: AttentionLens, now: datetime) -> None:
    made_up = lens.made_up(date(2026, 3, 12))
    lens.draw(made_up, asked(Span.YEAR, now, "Made-up data"))
    assert lens.chart.tag == "Made-up data"
    assert lens.chart.said().in_words.startswith("Made-up data. ")
    assert not lens.suggest.isVisible()
    lens.show_none(date(2026, 3, 12))
    assert words.NONE_SO_FAR in lens.chart.said().in_words
