# SPDX-License-Identifier: MIT
"""Where things lie: a chosen home, the system's folders, what ships with the program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ipnb_journal import paths

if TYPE_CHECKING:
    import pytest


def test_a_chosen_home_holds_everything(own_home: Path) -> None:
    assert paths.data_folder() == own_home
    assert paths.default_path() == own_home / "notes.vault"
    assert paths.settings_file() == own_home / "settings.toml"
    assert paths.remembered_file() == own_home / "remembered"
    assert not own_home.exists()


def test_without_a_choice_the_systems_folders_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("IPNB_JOURNAL_HOME")
    assert paths.default_path().name == "notes.vault"
    assert "ipnb-journal" in paths.default_path().parts
    assert "ipnb-journal" in paths.settings_file().parts
    assert paths.default_path().is_absolute()


def test_a_home_may_be_written_with_a_tilde(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IPNB_JOURNAL_HOME", "~/portable")
    assert paths.data_folder() == Path.home() / "portable"


def test_shipped_folders_are_found_in_a_checkout_and_once_installed(tmp_path: Path) -> None:
    assert (paths.resources() / "passphrases" / "words.txt").is_file()
    assert paths.prompts().name == "prompts"
    package = tmp_path / "ipnb_journal"
    assert paths._shipped("resources", package) == tmp_path / "resources"
    (package / "resources").mkdir(parents=True)
    assert paths._shipped("resources", package) == package / "resources"


def test_the_rescue_program_is_found() -> None:
    assert paths.rescue_script().read_text(encoding="utf-8").startswith("# SPDX")
