# SPDX-License-Identifier: MIT
"""Settings before unlocking: kept whole, and never fatal when the file is not."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipnb_journal import paths
from ipnb_journal.errors import FileProblem
from ipnb_journal.services import settings
from ipnb_journal.services.settings import Settings

OTHER = Settings(
    window_title="Shopping list",
    theme="dark",
    strong_contrast=True,
    text_percent=150,
    writing_width="wide",
    still_pictures=True,
    lock_after_minutes=0,
    lock_on_minimise=False,
    hide_on_focus_loss=True,
    lock_on_focus_loss=True,
    hide_from_capture=True,
    word_count=True,
    journal_path=Path("/somewhere/else.vault"),
    back_up_on_lock=False,
    backup_folder=Path("/media/Backup drive"),
    window_size=(900, 600),
)


def test_no_file_means_defaults_and_no_complaint() -> None:
    loaded = settings.load()
    assert loaded.settings == Settings() and loaded.problems == ()


def test_every_field_comes_back_as_it_was_saved() -> None:
    settings.save(OTHER)
    assert settings.load() == settings.Loaded(OTHER)
    default = Settings()
    assert all(value != getattr(default, name) for name, value in OTHER.items())


def test_saving_is_private_and_leaves_nothing_beside() -> None:
    settings.save(OTHER)
    settings.save(OTHER.but(theme="light"))
    file = paths.settings_file()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [found.name for found in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ('theme = "purple"', "theme"),
        ("text_percent = 99", "text_percent"),
        ("text_percent = true", "text_percent"),
        ("lock_after_minutes = 16", "lock_after_minutes"),
        ('strong_contrast = "yes"', "strong_contrast"),
        ('window_title = ""', "window_title"),
        ('window_title = "a\\nb"', "window_title"),
        ("window_size = [10, 10]", "window_size"),
        ("window_size = [1000]", "window_size"),
        ("journal_path = 3", "journal_path"),
        ("unheard_of = 1", "unheard_of"),
    ],
)
def test_a_bad_value_becomes_the_default_and_is_reported(line: str, name: str, tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(f"{line}\nword_count = true\n", encoding="utf-8")
    loaded = settings.load(file)
    assert loaded.settings == Settings(word_count=True)
    assert loaded.problems == (name,)


@pytest.mark.parametrize(
    "content", [b"theme = ", b"\xff\xfe", b"[theme]\n[theme]\n", b"theme = " + b"[" * 5000]
)
def test_a_broken_file_is_reported_once(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(content)
    assert settings.load(file) == settings.Loaded(Settings(), ("file",))


@given(st.binary(max_size=60) | st.text(max_size=60).map(lambda text: f"theme = {text}".encode()))
def test_no_file_content_is_fatal(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    file = tmp_path_factory.mktemp("any") / "settings.toml"
    file.write_bytes(content)
    assert isinstance(settings.load(file).settings, Settings)


def test_a_folder_that_cannot_be_written_is_a_problem_with_a_name(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(FileProblem):
        settings.save(OTHER, blocked / "settings.toml")


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_saving_follows_no_link(tmp_path: Path) -> None:
    other, file = tmp_path / "other", tmp_path / "settings.toml"
    other.write_text("precious", encoding="utf-8")
    (tmp_path / "settings.toml.new").symlink_to(other)
    settings.save(OTHER, file)
    assert other.read_text(encoding="utf-8") == "precious"
    assert settings.load(file).settings == OTHER


@pytest.mark.parametrize(
    "content",
    [
        b"a" + b".a" * 4000 + b" = 1\n",
        b'theme = "dark"\n' + b"# \n" * 6000,
        b'x = "\xff"\n',
        b"a = " + b"[" * 9000,
    ],
)
def test_a_file_made_to_take_long_is_not_parsed(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(content)
    assert settings.load(file) == settings.Loaded(Settings(), ("file",))


def test_a_long_path_of_the_journal_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    kept = Settings(journal_path=Path("/" + "folder.of.mine/" * 12 + "x.vault"))
    settings.save(kept, file)
    assert settings.load(file).settings == kept
