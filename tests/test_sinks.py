# SPDX-License-Identifier: MIT
"""Words stay words: hostile text in whatever shows text opens no file, no share and no address.

Qt's rich text reads what it names, also from network paths, which on Windows tells a stranger's server who
is logged in. Each matrix runs in a process of its own under strace; every canary bears its sink's name.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage, QTextDocument

from ipnb_journal.desktop.widgets.safe_document import SafeDocument
from ipnb_journal.desktop.widgets.tool_tip import plain_tip
from tests.sinks.hostile import ADDRESS, hostile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

ROOT = Path(__file__).parents[1]
NEEDS_STRACE = pytest.mark.skipif(shutil.which("strace") is None, reason="strace runs on Linux only")
FAMILY = re.compile(r"socket\((\w+)")
LOCAL_FAMILIES = {"AF_UNIX", "AF_LOCAL", "AF_NETLINK"}
PLACES = {
    *("entries-title", "entries-body", "entries-noticed", "entries-connect", "entries-takeaway"),
    *("versions-body", "prompt_text", "prompt-title", "prompt-write", "prompt-settle", "prompt-notice"),
    *("prompt-connect", "prompt-close", "prompt-lighter", "person", "tag", "contact-name", "contact-number"),
    *("contact-hours", "journal", "window-title", "file-name", "message"),
}


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder whose path is short enough to stand in a person's name."""
    with tempfile.TemporaryDirectory(prefix="c", dir="/tmp") as made:
        yield Path(made)


@dataclass(frozen=True)
class Matrix:
    """What a run showed, and which canaries it touched, with the address among them."""

    told: tuple[str, ...]
    touched: frozenset[str]
    families: frozenset[str]


def run(folder: Path, module: str, *arguments: str) -> Matrix:
    """Run one of the matrices under strace, in which a canary only asked after counts as touched."""
    trace = folder / "trace"
    env = {
        **os.environ,
        "HOME": str(folder / "user"),
        "IPNB_JOURNAL_HOME": str(folder / "home"),
        "XDG_RUNTIME_DIR": str(folder),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONPATH": str(ROOT),
    }
    calls = "trace=%file,socket,connect,sendto"
    done = subprocess.run(
        ["strace", "-f", "-q", "-s", "300", "-e", calls, "-o", str(trace)]
        + [sys.executable, "-m", module, str(folder), *arguments],
        cwd=ROOT, env=env, capture_output=True, text=True, check=False, timeout=290,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = tuple(done.stdout.split("\n"))
    assert "done" in told
    system = trace.read_text(errors="replace")
    canary = re.compile(rf"{re.escape(str(folder))}/([\w-]+)\.[\w.]*(?:png|css|anchor|target)")
    calls_made = "\n".join(line for line in system.splitlines() if "execve(" not in line)
    touched = set(canary.findall(calls_made)) | set(re.findall(r'"(file-name)\.', calls_made))
    for line in calls_made.splitlines():
        if ADDRESS in line:
            named = re.search(rf"{re.escape(ADDRESS)}/(?:share/)?([\w-]+)\.png", line)
            touched.add(f"{named[1]} by {ADDRESS}" if named else line)
    return Matrix(told, frozenset(touched), frozenset(FAMILY.findall(system)))


@NEEDS_STRACE
@pytest.mark.timeout(300)
def test_no_part_that_shows_words_opens_what_they_name(folder: Path) -> None:
    matrix = run(folder, "tests.sinks.parts", "parts")
    assert len(matrix.told) > 120
    assert matrix.touched == set()
    assert matrix.families <= LOCAL_FAMILIES


@NEEDS_STRACE
@pytest.mark.timeout(300)
def test_no_page_opens_what_a_hostile_journal_names(folder: Path) -> None:
    matrix = run(folder, "tests.sinks.window")
    (seen,) = [line.split()[1:] for line in matrix.told if line.startswith("seen ")]
    # nothing is proved of words that were never on the screen
    assert set(seen) >= PLACES
    assert matrix.touched == set()
    assert matrix.families <= LOCAL_FAMILIES


@NEEDS_STRACE
@pytest.mark.timeout(300)
def test_the_matrix_sees_what_qt_does_by_itself(folder: Path) -> None:
    """The proofs above are worth nothing if their own eye is blind."""
    matrix = run(folder, "tests.sinks.parts", "controls")
    files = {name for name in matrix.touched if ADDRESS not in name}
    shares = {name.split(" by ")[0] for name in matrix.touched if ADDRESS in name}
    # an answer of no bytes keeps the style sheets out, but not the images
    rich = {"bare-document", "empty-answers", "browser", "bare-label", "bare-tool-tip", "bare-paste"}
    assert files == rich | {"bare-markdown"}
    assert shares == rich


def test_a_safe_document_answers_with_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    real = tmp_path / "real.png"
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(0)
    assert picture.save(str(real))
    kinds = QTextDocument.ResourceType
    bare, safe = QTextDocument(), SafeDocument()
    assert bare.resource(kinds.ImageResource.value, real.as_uri()) is not None
    answer = safe.resource(kinds.ImageResource.value, real.as_uri())
    assert (answer.width(), answer.height()) == (1, 1)
    for kind in (kinds.StyleSheetResource, kinds.HtmlResource, kinds.MarkdownResource):
        assert safe.resource(kind.value, real.as_uri()) == ""


@pytest.mark.parametrize(
    "text", [*hostile(Path("/tmp"), "x").values(), "R&D", "a < b", "&lt;", 'say "so"', ""]
)
def test_a_tool_tip_shows_the_very_words(qtbot: QtBot, text: str) -> None:
    document = SafeDocument()
    document.setHtml(plain_tip(text))
    shown = document.toPlainText()
    # markup takes runs of white space for one, which changes no word
    assert shown.split() == text.split()
