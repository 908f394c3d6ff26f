# SPDX-License-Identifier: MIT
"""Finding again: nothing typed is syntax, hits are where the index sees them, nothing is scanned."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ipnb_journal.domain.entries import AskedPrompt
from ipnb_journal.domain.history import HistoryFilter, HistoryKind, HistoryRow
from ipnb_journal.vault import checkins, entries, search
from tests.builders import DAY, MOMENT, a_checkin, an_entry

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault

in_one_vault = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)


def find(vault: Vault, text: str) -> list[HistoryRow]:
    return search.newest(vault, HistoryFilter(text), None, 50)


def hits(row: HistoryRow) -> list[str]:
    return [row.snippet.text[start : start + length] for start, length in row.snippet.hits]


@pytest.mark.parametrize(
    ("typed", "match"),
    [
        ("tight", '"tight"*'),
        ("  so tight ", '"so" "tight"*'),
        ("so t", '"so"'),
        ("so t ", '"so" "t"'),
        ("well-be", '"well-be"*'),
        ('"so tight"', '"""so" "tight"""*'),
        ("NEAR(a b) OR", '"NEAR(a" "b)" "OR"*'),
        ("-- so ** tight", '"so" "tight"*'),
        ("so\0tight", '"so" "tight"*'),
        ("t", None),
        ("", None),
        ("--", None),
        ('"', None),
    ],
)
def test_what_is_typed_becomes_words(typed: str, match: str | None) -> None:
    asked = search.question(typed)
    assert (asked and asked.match) == match


def test_a_whole_page_pasted_asks_for_its_first_words(vault: Vault) -> None:
    entries.add(vault, an_entry("word " * 100))
    asked = search.question("word " * 500)
    assert asked is not None
    assert asked.match == " ".join(['"word"'] * 24)
    assert len(find(vault, "word " * 500)) == 1


@in_one_vault
@given(st.text(max_size=60))
@example('a" OR body:"')
@example("\ud800\udfff ab")
@example("*^:(){}[]+-~|&!'\"")
@example("ab\U0001e900")
@example("ª\u0345 ĳ")
def test_no_text_can_break_the_search(vault: Vault, text: str) -> None:
    if not vault.query("SELECT 1 FROM entries"):
        entries.add(vault, an_entry())
    find(vault, text)
    search.count(vault, HistoryFilter(text))


words = st.sampled_from(["tight", "tightly", "Tight", "no_tight", "untight", "ti", "t", "wall", "don't"])


@in_one_vault
@given(
    st.lists(words, min_size=1, max_size=12),
    st.lists(st.sampled_from(["tight", "tig", "wall", "ti", "don"]), min_size=1, max_size=3),
    st.sampled_from([" ", "\n", ", ", "_", "’", " – ", "…", "\u00a0“"]),
)
def test_hits_are_those_of_the_index(
    vault: Vault, written: list[str], typed: list[str], between: str
) -> None:
    body = between.join(written)
    asked = search.question(" ".join(typed))
    assert asked is not None
    entry = entries.add(vault, an_entry(body))
    rows = vault.query(
        "SELECT highlight(entry_search, 3, '[', ']') FROM entry_search"
        " JOIN entries ON place = entry_search.rowid WHERE entry_search MATCH ? AND entries.id = ?",
        (asked.match, entry.id),
    )
    for (highlighted,) in rows:
        assert asked.hit.sub(lambda found: f"[{found[0]}]", body.lower()) == highlighted.lower()


def test_accents_do_not_matter_either_way(vault: Vault) -> None:
    entries.add(vault, an_entry("At the café.", title="One"))
    entries.add(vault, an_entry("At the cafe.", title="Two"))
    for typed in ("cafe", "café", "CAFÉ", "cafe\u0301"):
        found = find(vault, typed)
        assert [(row.title, hits(row)) for row in found] == [("Two", ["cafe"]), ("One", ["café"])]


def test_every_text_of_a_page_is_searched(vault: Vault) -> None:
    for name in ("title", "notice", "body", "connect", "takeaway"):
        entries.add(vault, an_entry(**{"body": "", name: f"Some lighthouse {name}"}))
    entries.add(vault, an_entry("", title="Picked", noticed=("calm", "lighthouse keeper")))
    found = find(vault, "lighth")
    assert len(found) == 6
    assert all(row.title_hits or row.snippet.hits for row in found)
    assert found[0].snippet.text == "calm, lighthouse keeper"


def test_a_prompt_lends_its_title(vault: Vault) -> None:
    entries.add(vault, an_entry(" ", noticed=("calm",), asked=AskedPrompt("no", 1, "A small no", "When?")))
    assert find(vault, "calm")[0].title == find(vault, "")[0].title == "A small no"


def test_very_long_pages_answer_with_a_snippet(vault: Vault) -> None:
    filler = "the wall by the water – " * 800
    entries.add(vault, an_entry(f"{filler} lighthouse {filler}", title="Long"))
    (row,) = find(vault, "lighthouse")
    assert hits(row) == ["lighthouse"]


def test_leading_white_space_hides_no_words(vault: Vault) -> None:
    entries.add(vault, an_entry("\n\u2003 \t" * 600 + "At last"))
    assert find(vault, "")[0].title == "At last"


def test_both_words_must_be_there(vault: Vault) -> None:
    entries.add(vault, an_entry("tight wall"))
    entries.add(vault, an_entry("tight rope"))
    assert len(find(vault, "wall tig")) == 1
    assert len(find(vault, "tig")) == 2


def plan(vault: Vault, monkeypatch: pytest.MonkeyPatch, ask) -> list[str]:
    """How SQLite answers everything that `ask` asks."""
    asked = []
    for name in ("query", "query_one"):
        real = getattr(vault, name)
        monkeypatch.setattr(
            vault, name, lambda sql, values=(), real=real: asked.append((sql, values)) or real(sql, values)
        )
    ask(vault)
    monkeypatch.undo()
    assert asked
    return [row[3] for sql, values in asked for row in vault.query(f"EXPLAIN QUERY PLAN {sql}", values)]


QUESTIONS = {
    "everything": HistoryFilter(),
    "text": HistoryFilter("harbour"),
    "people": HistoryFilter(people=frozenset({1, 2})),
    "theme": HistoryFilter(theme="values"),
    "tag": HistoryFilter(tag="a"),
    "day": HistoryFilter(day=DAY),
    "all at once": HistoryFilter("harbour", HistoryKind.EVERYTHING, frozenset({1}), "values", DAY, "a"),
}


@pytest.mark.parametrize("wanted", QUESTIONS.values(), ids=QUESTIONS)
@pytest.mark.parametrize(
    "ask", [lambda v, w: search.newest(v, w, None, 50), search.count], ids=["newest", "count"]
)
def test_no_question_reads_every_page(vault: Vault, monkeypatch, wanted: HistoryFilter, ask) -> None:
    steps = plan(vault, monkeypatch, lambda vault: ask(vault, wanted))
    assert not [step for step in steps if re.match(r"SCAN (entries|checkins|entry_\w+)(?!.*INDEX)", step)], (
        steps
    )
    if not wanted.people:
        assert not [step for step in steps if "TEMP B-TREE" in step], steps


def test_filters_hold_together_with_text(vault: Vault) -> None:
    wanted = []
    for day in range(1, 5):
        for theme in ("values", None):
            for tags in (("a",), ()):
                kept = entries.add(vault, an_entry(about_day=date(2026, 3, day), theme=theme, tags=tags))
                if (day, theme, tags) == (2, "values", ("a",)):
                    wanted.append(kept.id)
    asked = HistoryFilter("harb", theme="values", tag="a", day=date(2026, 3, 2))
    assert [row.id for row in search.newest(vault, asked, None, 50)] == wanted
    assert search.count(vault, asked) == 1


def test_rows_stand_in_the_order_of_places(vault: Vault) -> None:
    for number in range(6):
        day = DAY - timedelta(days=number * 5 % 6)
        entries.add(vault, an_entry(about_day=day))
        checkins.add(vault, a_checkin(day=day))
    rows = search.newest(vault, HistoryFilter(), None, 50)
    assert [row.place for row in rows] == sorted((row.place for row in rows), reverse=True)
    assert len({row.place for row in rows}) == 12
    assert search.newest(vault, HistoryFilter(), rows[4].place, 3) == rows[5:8]


def test_a_row_of_a_checkin_carries_it(vault: Vault) -> None:
    kept = checkins.add(vault, a_checkin())
    (row,) = find(vault, "")
    assert (row.kind, row.id, row.checkin, row.day, row.at) == ("checkin", kept.id, kept, DAY, MOMENT)
