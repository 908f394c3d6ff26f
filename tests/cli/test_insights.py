# SPDX-License-Identifier: MIT
"""`insights` prints what the charts draw and say: the same numbers, the same words."""

from __future__ import annotations

import json
from datetime import date, timedelta

from ipnb_journal.cli.insights import charts, material
from ipnb_journal.desktop.wording import attention as attention_words
from ipnb_journal.desktop.wording import chart_tables
from ipnb_journal.desktop.wording import over_time as words
from ipnb_journal.desktop.wording import relationships as people_words
from ipnb_journal.domain.checkins import Circles
from ipnb_journal.domain.insights import over_time
from ipnb_journal.domain.relationships import by_person
from ipnb_journal.domain.windows import Window
from ipnb_journal.services import checkins, insights, people
from ipnb_journal.vault.vault import Vault


def test_in_words_as_beside_the_charts(ipnb, year_path, vault_key, now) -> None:
    code, told, _ = ipnb("insights", year_path, "--from", "2026-01-01", "--chart", "over-time")
    assert code == 0
    vault = Vault.open(year_path, vault_key.raw)
    window = Window(date(2026, 1, 1).toordinal(), now.date().toordinal())
    chart = over_time(insights.readings(vault), window, 7, with_both=True)
    vault.close()
    assert told.splitlines() == ["over-time:", *(f"  {said}" for said in words.said(chart))]


def test_as_json_it_holds_every_drawn_day_and_the_line(ipnb, year_path, vault_key, now) -> None:
    code, told, _ = ipnb("insights", year_path, "--json", "--smoothing", 14)
    assert code == 0
    found = json.loads(told)
    assert found["smoothing_days"] == 14
    assert list(found["charts"]) == ["over-time", "plane", "river", "people", "attention"]
    vault = Vault.open(year_path, vault_key.raw)
    readings = insights.readings(vault)
    vault.close()
    window = Window(readings.days[0], now.date().toordinal())
    assert found["window"] == {
        "first": date.fromordinal(window.first).isoformat(),
        "last": now.date().isoformat(),
    }
    chart = over_time(readings, window, 14, with_both=True)
    drawn = found["charts"]["over-time"]["drawn"]["being_myself"]
    assert [(each["day"], each["value"], each["partial"]) for each in drawn["days"]] == [
        (date.fromordinal(at.day).isoformat(), at.value, at.partial) for at in chart.being_myself.days
    ]
    line = [point for piece in chart.being_myself.line for point in piece]
    told_line = [point for piece in drawn["line"] for point in piece]
    assert [point["value"] for point in told_line] == [point.value for point in line]
    assert found["charts"]["over-time"]["in_words"] == words.in_words(chart)


def test_as_tables_with_a_row_a_day(ipnb, year_path, vault_key, now) -> None:
    code, told, _ = ipnb("insights", year_path, "--table", "--person", "jonas", "--chart", "over-time")
    assert code == 0
    lines = told.splitlines()
    assert lines[0] == "# over-time"
    assert lines[1].startswith("Day\tBeing myself\tIn touch\tBoth present")
    vault = Vault.open(year_path, vault_key.raw)
    found = material(vault, 1, None, now.date())
    vault.close()
    (chart,) = (
        each for each in charts(found, Window(1, now.date().toordinal()), 7) if each.name == "over-time"
    )
    (table,) = chart.tables
    assert len(lines) >= 2 + len(table.rows)
    assert {line.split("\t")[0] for line in lines[2:]} >= {row.cells[0].said for row in table.rows}


def test_people_and_where_attention_went_are_said_as_beside_their_charts(
    ipnb, year_path, vault_key, now
) -> None:
    first = date(2026, 1, 1)
    code, told, _ = ipnb("insights", year_path, "--from", first, "--chart", "people", "--chart", "attention")
    assert code == 0
    vault = Vault.open(year_path, vault_key.raw)
    found = material(vault, None, first, now.date())
    vault.close()
    people = by_person(found.everybody, Window(first.toordinal(), now.date().toordinal()), 7)
    assert [tile.person.label for tile in people.tiles]
    assert found.attention.total > 0
    assert told.splitlines() == [
        "people:",
        *(f"  {said}" for said in people_words.said(people)),
        "",
        "attention:",
        *(f"  {said}" for said in attention_words.said(found.attention)),
    ]


def test_where_attention_went_has_a_table_by_theme_and_one_by_domain(ipnb, year_path, vault_key, now) -> None:
    code, told, _ = ipnb("insights", year_path, "--table", "--chart", "attention")
    assert code == 0
    vault = Vault.open(year_path, vault_key.raw)
    found = material(vault, None, None, now.date()).attention
    vault.close()
    tables = (attention_words.table(found), attention_words.table(found, by_theme=False))
    assert told.splitlines() == [
        "# attention",
        *chart_tables.as_text(tables[0]).splitlines(),
        "",
        *chart_tables.as_text(tables[1]).splitlines(),
    ]


def test_where_attention_went_as_json(ipnb, year_path, vault_key, now) -> None:
    code, told, _ = ipnb("insights", year_path, "--json", "--chart", "attention", "--chart", "people")
    assert code == 0
    vault = Vault.open(year_path, vault_key.raw)
    found = material(vault, None, None, now.date())
    vault.close()
    attention = json.loads(told)["charts"]["attention"]
    assert attention["in_words"] == attention_words.in_words(found.attention)
    assert attention["drawn"]["window_first"] is None
    assert [(one["theme"], one["pages"], one["minutes"]) for one in attention["drawn"]["themes"]] == [
        (one.theme, one.pages, one.minutes) for one in found.attention.themes
    ]
    assert [row[1] for row in attention["table"]["rows"]] == [
        str(one.pages) for one in found.attention.themes
    ]
    (domains,) = attention["further_tables"]
    assert [row[2] for row in domains["rows"]] == [str(one.pages) for one in found.attention.domains]
    labels = [each.person.label for each in found.everybody.about]
    tiles = json.loads(told)["charts"]["people"]["drawn"]["tiles"]
    assert [tile["person"]["label"] for tile in tiles] == labels


def test_about_one_person_only_what_is_drawn_of_one_is_printed(ipnb, year_path) -> None:
    code, told, _ = ipnb("insights", year_path, "--json", "--person", "Jonas")
    assert code == 0
    assert list(json.loads(told)["charts"]) == ["over-time", "plane", "river"]


def test_pictures_by_person_begin_with_the_first_day_about_anybody(ipnb, vault_path, vault_key, now) -> None:
    vault = Vault.open(vault_path, vault_key.raw)
    ana = people.add(vault, "Ana").id
    for back in range(0, 99, 3):
        checkins.save_circles(vault, Circles(edge_me=60, bridge=55), now - timedelta(back), ana)
    checkins.save(vault, checkins.NewCheckIn(), now + timedelta(9))
    vault.close()
    for further, days in (((), 33), (("--from", now.date() - timedelta(30)), 11)):
        code, told, _ = ipnb("insights", vault_path, "--json", *further)
        assert code == 0
        (tile,) = json.loads(told)["charts"]["people"]["drawn"]["tiles"]
        assert tile["days"] == days


def test_the_plane_has_a_table_of_its_points_and_one_of_its_trail(ipnb, year_path) -> None:
    code, told, _ = ipnb("insights", year_path, "--json", "--chart", "plane")
    assert code == 0
    found = json.loads(told)["charts"]["plane"]
    (weeks,) = found["further_tables"]
    assert len(found["table"]["rows"]) == len(found["drawn"]["points"])
    assert len(weeks["rows"]) == len(found["drawn"]["weeks"]) > 1


def test_an_empty_journal_says_what_is_missing(ipnb, vault_path) -> None:
    code, told, _ = ipnb("insights", vault_path)
    assert code == 0
    assert told.startswith("over-time:\n  Nothing to draw yet.")


def test_nobody_of_that_name_and_days_the_wrong_way_round_are_refused(ipnb, year_path, now) -> None:
    code, told, problem = ipnb("insights", year_path, "--person", "Nobody")
    assert (code, told) == (1, "")
    assert "nobody in this journal is called Nobody" in problem
    late = now.date() + timedelta(1)
    code, told, problem = ipnb("insights", year_path, "--from", late)
    assert (code, told) == (1, "")
    assert f"{late.isoformat()} is after {now.date().isoformat()}" in problem
