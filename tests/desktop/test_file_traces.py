# SPDX-License-Identifier: MIT
"""What Qt's file dialogs noted of the journal's folder goes, and other programs' notes stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from ipnb_journal.desktop.file_traces import FileTraces, forget_folders

if TYPE_CHECKING:
    from pathlib import Path


def _notes(tmp_path: Path, **values: object) -> QSettings:
    made = QSettings(str(tmp_path / "QtProject.conf"), QSettings.Format.IniFormat)
    for name, value in values.items():
        made.setValue(f"FileDialog/{name}", value)
    made.sync()
    return made


def test_a_killed_run_s_notes_are_struck(tmp_path: Path) -> None:
    home = tmp_path / "hidden place"
    history = [f"file://{tmp_path}/hidden%20place/backups", "file:///somewhere/else"]
    notes = _notes(tmp_path, lastVisited=f"file://{tmp_path}/hidden%20place", history=history, width=7)
    forget_folders([home], notes)
    text = (tmp_path / "QtProject.conf").read_text()
    assert "hidden" not in text
    assert "somewhere/else" in text and "width=7" in text


def test_other_programs_notes_stay(tmp_path: Path) -> None:
    notes = _notes(tmp_path, lastVisited="file:///somewhere/hidden place too", history=["file:///a"])
    before = (tmp_path / "QtProject.conf").read_text()
    forget_folders([tmp_path / "hidden place"], notes)
    assert (tmp_path / "QtProject.conf").read_text() == before
    forget_folders([tmp_path], _notes(tmp_path / "none"))


def test_what_was_noted_meanwhile_is_put_back_as_it_was(tmp_path: Path) -> None:
    notes = _notes(tmp_path, lastVisited="file:///somewhere/else")
    traces = FileTraces(notes)
    notes.setValue("FileDialog/lastVisited", "file:///private")
    notes.setValue("FileDialog/history", ["file:///private"])
    traces.restore()
    assert "private" not in (tmp_path / "QtProject.conf").read_text()
    assert notes.value("FileDialog/lastVisited") == "file:///somewhere/else"
