# SPDX-License-Identifier: MIT
"""Pictures of the made-up journal: one of each state, whole, or a refusal that says why."""

from __future__ import annotations

import io
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from ipnb_journal.desktop import screenshots
from ipnb_journal.desktop.page_table import PAGES, page_class
from ipnb_journal.errors import FileProblem

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

SIZE = (900, 600)


@pytest.fixture(autouse=True)
def in_no_hurry_but_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for what is under way, not for what only time would bring."""
    monkeypatch.setattr(screenshots, "SETTLING_SECONDS", 0.0)


def colours(image: QImage) -> int:
    """How many colours a grid of 40 by 40 points meets."""
    across, down = (range(0, side, max(1, side // 40)) for side in (image.width(), image.height()))
    return len({image.pixel(x, y) for x in across for y in down})


def test_every_state_gets_one_picture_that_shows_something(qapp: QApplication, tmp_path: Path) -> None:
    out = io.StringIO()
    assert screenshots.take(tmp_path, ("light",), SIZE, 100, None, out) == 0
    files = [Path(line) for line in out.getvalue().splitlines()]
    assert sorted(files) == sorted(tmp_path.iterdir())
    assert {name: times for name, times in Counter(files).items() if times > 1} == {}
    shown = {file.name.removesuffix("-light.png") for file in files}
    for kind in PAGES:
        assert {state.name for state in page_class(kind).states()} <= shown, kind
    pictures = {file.name: QImage(str(file)) for file in files}
    of_window = {name: it for name, it in pictures.items() if not name.startswith(("problem-", "question-"))}
    assert {name for name, it in of_window.items() if it.size().toTuple() != SIZE} == set()
    assert {name for name, it in pictures.items() if colours(it) < 4} == set()


def test_pictures_are_taken_of_the_states_asked_for(qapp: QApplication, tmp_path: Path) -> None:
    assert screenshots.take(tmp_path, ("light", "dark"), SIZE, 100, "welcome") == 0
    names = sorted(file.name for file in tmp_path.iterdir())
    assert {"welcome-dark.png", "welcome-light.png"} <= set(names)
    assert all(name.startswith("welcome") for name in names)
    assert QImage(str(tmp_path / "welcome-dark.png")) != QImage(str(tmp_path / "welcome-light.png"))


def test_a_page_nobody_knows_is_refused(qapp: QApplication, tmp_path: Path) -> None:
    assert screenshots.take(tmp_path, ("light",), SIZE, 100, "nothing like it") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_full_disk_leaves_the_old_picture_and_no_half_one(qapp: QApplication, tmp_path: Path) -> None:
    old = tmp_path / "welcome-light.png"
    old.write_bytes(b"old")
    (tmp_path / "welcome-light.part").symlink_to("/dev/full")
    with pytest.raises(FileProblem) as refused:
        screenshots.take(tmp_path, ("light",), SIZE, 100, "welcome")
    assert refused.value.facts == {"file": old, "reason": "No space left on device"}
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("welcome-light.png", b"old")]


def test_a_picture_that_cannot_be_written_is_told_by_its_name(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "welcome-light.png").mkdir()
    with pytest.raises(FileProblem, match="welcome-light.png"):
        screenshots.take(tmp_path, ("light",), SIZE, 100, "welcome")
    assert [file.name for file in tmp_path.iterdir()] == ["welcome-light.png"]
