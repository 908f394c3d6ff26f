# SPDX-License-Identifier: MIT
"""The question about a damaged journal: its words, its two ways out, and that Esc does nothing."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.desktop import damage
from ipnb_journal.desktop.notices import Question
from ipnb_journal.desktop.wording import damage as words
from ipnb_journal.desktop.wording.errors import words_for
from ipnb_journal.domain.backups import Backup, BackupState
from ipnb_journal.vault.integrity import Report

if TYPE_CHECKING:
    from datetime import datetime

    from ipnb_journal.desktop.notices import Notices

FOUR = Report(pages=900, problems=("a", "b", "c", "d"), entries=212, unreadable=4)


@pytest.mark.parametrize(
    ("key", "expected"), [("backup", ["backup"]), ("readable", ["readable"]), ("later", [])]
)
def test_each_answer_leads_where_it_says(notices: Notices, key: str, expected: list[str]) -> None:
    taken: list[str] = []
    assert notices.answers is not None
    notices.answers.append(key)
    damage.ask(
        notices, damage.problem(FOUR), lambda: taken.append("backup"), lambda: taken.append("readable")
    )
    assert taken == expected
    asked = notices.told[-1]
    assert isinstance(asked, Question)
    assert asked.words.body == "4 of 212 pages can’t be read. The rest is fine."
    assert asked.words.safe.startswith("Nothing in the file has been changed.")
    assert [choice.label for choice in asked.choices][:2] == ["Open the backup", "Open what can be read"]
    assert asked.away == "later"


def test_a_good_backup_is_named(now: datetime) -> None:
    made = Backup(Path("b.vault"), now - timedelta(days=1), 4096, 212, BackupState.SOUND)
    line = words.good_backup(made, now)
    assert line == "The backup from yesterday, 20:15 is whole, with 212 pages."
    told = words_for(damage.problem(FOUR, line))
    assert told.safe == f"Nothing in the file has been changed. {line}"


def test_damage_beside_the_pages_is_told_as_that() -> None:
    report = Report(pages=900, problems=("a",), entries=212, unreadable=0)
    assert damage.problem(report).facts["detail"] == "1 part isn’t as it was written"
