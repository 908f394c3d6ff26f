# SPDX-License-Identifier: MIT
"""The house holds: import contracts bite, rooms stay small, types and lint are clean."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "ipnb_journal"
MODULES = sorted(PACKAGE.rglob("*.py"))
PURE_LAYERS = ("domain", "vault", "formats", "services")


def _run(*command: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(Path(sys.executable).parent / command[0]), *command[1:]],
        cwd=cwd,
        # wide enough that no name is broken across lines
        env={**os.environ, "COLUMNS": "200"},
        capture_output=True,
        text=True,
        timeout=240,
    )


def test_import_contracts_hold() -> None:
    done = _run("lint-imports", "--no-cache")
    assert done.returncode == 0, done.stdout


# contract name -> (file that breaks it, the line that does)
VIOLATIONS = {
    "The house": ("domain/people.py", "import ipnb_journal.services.history"),
    "Inside desktop": ("desktop/theme/theme.py", "import ipnb_journal.desktop.runner"),
    "Pages never know each other": ("desktop/pages/today.py", "import ipnb_journal.desktop.pages.history"),
    "Qt lives only in desktop": ("services/history.py", "import PySide6.QtCore"),
    "SQL lives only in vault": ("services/history.py", "import sqlcipher3"),
    "Pages, models, widgets, charts and the window reach the vault only": (
        "desktop/pages/today.py",
        "import ipnb_journal.vault.entries",
    ),
    "No cycles among siblings": ("domain/entries.py", "import ipnb_journal.domain.prompts"),
}


@pytest.mark.parametrize("contract", VIOLATIONS)
def test_each_import_contract_bites(contract: str, tmp_path: Path) -> None:
    shutil.copytree(PACKAGE, tmp_path / "ipnb_journal", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    file, line = VIOLATIONS[contract]
    broken = tmp_path / "ipnb_journal" / file
    broken.write_text(broken.read_text() + f"\n{line}\n")
    done = _run("lint-imports", "--no-cache", cwd=tmp_path)
    kept = [line for line in done.stdout.splitlines() if line.startswith(contract)]
    assert done.returncode != 0
    assert any(" BROKEN" in line for line in kept), done.stdout


def test_types_are_strict() -> None:
    done = _run("mypy")
    assert done.returncode == 0, done.stdout


def test_lint_is_clean() -> None:
    done = _run("ruff", "check", ".")
    assert done.returncode == 0, done.stdout
    done = _run("ruff", "format", "--check", ".")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_rooms_stay_small(path: Path) -> None:
    source = path.read_text()
    assert len(source.splitlines()) <= 400
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno + 1 <= 50, f"{node.name} is longer than a screen"
        if isinstance(node, ast.ClassDef):
            public = [
                member
                for member in node.body
                if isinstance(member, ast.FunctionDef) and not member.name.startswith("_")
            ]
            assert len(public) <= 20, f"{node.name} has {len(public)} public methods"


def test_every_module_of_the_core_has_its_test() -> None:
    missing = [
        str(path.relative_to(PACKAGE))
        for layer in PURE_LAYERS
        for path in sorted((PACKAGE / layer).glob("*.py"))
        if path.name != "__init__.py" and not (ROOT / "tests" / layer / f"test_{path.name}").exists()
    ]
    assert missing == []


def test_every_file_carries_its_licence_line() -> None:
    for path in [*MODULES, *sorted((ROOT / "tests").rglob("*.py"))]:
        assert path.read_text().startswith("# SPDX-License-Identifier: MIT"), path


def test_nothing_catches_everything() -> None:
    """A bare or blanket `except` hides bugs; known problems are caught by their own names."""
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ExceptHandler):
                assert node.type is not None, f"{path}:{node.lineno}"
                only_passes = len(node.body) == 1 and isinstance(node.body[0], ast.Pass)
                assert not only_passes, f"{path}:{node.lineno} swallows an error"


def test_no_colour_outside_the_themes() -> None:
    for path in MODULES:
        found = re.findall(r"#[0-9A-Fa-f]{6}\b", path.read_text())
        assert found == [], f"{path}: {found}"


# what would take words for markup and read the files that it names, and who alone may use it
MARKUP = {
    "QLabel": {"text.py"},
    "QTextEdit": {"editor.py", "find_bar.py", "commands.py"},
    "QTextDocument": {"safe_document.py"},
    **dict.fromkeys(
        (
            *(
                "QTextBrowser",
                "QMessageBox",
                "QErrorMessage",
                "QInputDialog",
                "QProgressDialog",
                "QWizardPage",
            ),
            *("QStaticText", "QGraphicsTextItem", "QTextDocumentFragment", "QToolTip", "QWhatsThis"),
            *(
                "QCompleter",
                "QSystemTrayIcon",
                "QDesktopServices",
                "QSplashScreen",
                "QGroupBox",
                "QDockWidget",
            ),
            *("setHtml", "insertHtml", "toHtml", "setMarkdown", "insertMarkdown", "fromHtml", "fromMarkdown"),
            *("setWhatsThis", "setStatusTip", "setOpenLinks", "setOpenExternalLinks", "openUrl"),
            *("appendHtml", "setInformativeText", "setDetailedText"),
        ),
        frozenset[str](),
    ),
}


def markup_in(source: str, name: str) -> list[str]:
    """Where a module uses something that takes words for markup, or tells a tool tip unescaped words."""
    found = []
    for node in ast.walk(ast.parse(source)):
        used = node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
        if isinstance(node, ast.alias):
            used = node.name.rpartition(".")[2]
        if used in MARKUP and name not in MARKUP[used]:
            found.append(f"{name}: {used}")
        if used == "append" and isinstance(node, ast.Attribute) and _is_document(node.value):
            found.append(f"{name}: append to an editor")
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            found += [f"{name}:{node.lineno} {node.func.attr}"] if _is_bold_call(node) else []
    return found


def _is_document(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and node.attr in {"editor", "document"}


def _is_bold_call(call: ast.Call) -> bool:
    """Whether a call hands a tool tip words that nobody escaped, or a label a format that isn't plain."""
    assert isinstance(call.func, ast.Attribute)
    first = call.args[0] if call.args else None
    if call.func.attr == "setTextFormat":
        return not (isinstance(first, ast.Attribute) and first.attr == "PlainText")
    if call.func.attr != "setToolTip":
        return False
    escaped = (
        isinstance(first, ast.Call) and isinstance(first.func, ast.Name) and first.func.id == "plain_tip"
    )
    return not escaped


def test_words_are_never_taken_for_markup() -> None:
    """Qt's rich text reads local files and network paths; only the safe document may meet markup."""
    found = [told for path in MODULES for told in markup_in(path.read_text(), path.name)]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        *(
            "label = QLabel(name)",
            "from PySide6.QtWidgets import QTextBrowser",
            "QtWidgets.QMessageBox.about(a)",
        ),
        *(
            "class Mine(QTextEdit): pass",
            "editor.setHtml(words)",
            "part.setToolTip(name)",
            "it.setToolTip('x')",
        ),
        *(
            "label.setTextFormat(Qt.TextFormat.AutoText)",
            "QToolTip.showText(at, name)",
            "box = QTextDocument()",
        ),
        *("self.editor.append(words)", "page.setWhatsThis(words)", "a.setToolTip(html.escape(b) + c)"),
    ],
)
def test_the_search_for_markup_finds_it(line: str) -> None:
    assert markup_in(line, "anything.py") != []


def test_a_tool_tip_may_have_escaped_words() -> None:
    assert markup_in("part.setToolTip(plain_tip(name))", "anything.py") == []
