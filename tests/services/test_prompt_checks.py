# SPDX-License-Identifier: MIT
"""Set files checked together: what they hold, what is wrong across them, and how much of each kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal import paths
from ipnb_journal.services import prompt_checks, prompts

if TYPE_CHECKING:
    from pathlib import Path


def test_the_shipped_folder_has_nothing_to_mend() -> None:
    checked = prompt_checks.check([paths.prompts()])
    assert checked.library.problems == ()
    assert checked.counts.total == len(checked.library.prompts) == len(prompts.library().prompts)


def test_folders_and_files_are_looked_through_once(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    for name in ("a.toml", "inner/b.toml", "c.txt"):
        (tmp_path / name).write_text("format = 1\n")
    found = prompt_checks.set_files([tmp_path / "a.toml", tmp_path])
    assert [path.name for path in found] == ["a.toml", "b.toml"]


def test_a_file_that_is_not_there_is_one_problem(tmp_path: Path) -> None:
    checked = prompt_checks.check([tmp_path / "none.toml"])
    assert (checked.files, checked.counts.total, len(checked.library.problems)) == (1, 0, 1)
