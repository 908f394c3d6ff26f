# SPDX-License-Identifier: MIT
"""`make test` on a small tree: each test runs once, where it belongs, and no worker dies unnoticed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NOTES = """import os, pytest
from pathlib import Path

{mark}
def test_{name}():
    with Path("ran").open("a") as ran:
        ran.write("{name} " + os.environ.get("PYTEST_XDIST_WORKER", "alone") + "\\n")
    {then}
"""

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="needs make")


def tree(folder: Path, then: str = "assert True") -> Path:
    """The real Makefile and settings over four tests; the first ends with `then`."""
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(ROOT / name, folder)
    (folder / "packaging" / "linux").mkdir(parents=True)
    (folder / "packaging" / "linux" / "prepare.sh").touch()
    (folder / "tests" / "journeys").mkdir(parents=True)
    for name, place in {"first": "", "second": "", "clock": "", "journey": "journeys/"}.items():
        mark = "@pytest.mark.alone" if name == "clock" else ""
        written = NOTES.format(name=name, mark=mark, then=then if name == "first" else "assert True")
        (folder / "tests" / f"{place}test_{name}.py").write_text(written)
    return folder


def make_test(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run it with the environment of these tests, which is not made anew, and with no screen."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "MAKE", "MFL"))
    }
    chosen = [f"BIN={Path(sys.executable).parent}", "SCREEN=env", "WORKERS=2"]
    return subprocess.run(
        ["make", "-o", ".venv/.ready", *chosen, "test"],
        cwd=folder, env={**kept, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=55,
    )  # fmt: skip


def test_every_test_runs_once_and_what_measures_time_runs_alone(tmp_path: Path) -> None:
    done = make_test(tree(tmp_path))
    assert done.returncode == 0, done.stdout
    ran = dict(line.split() for line in (tmp_path / "ran").read_text().splitlines())
    assert len((tmp_path / "ran").read_text().splitlines()) == 4
    assert {ran.pop("first"), ran.pop("second")} == {"gw0", "gw1"}
    assert ran == {"clock": "alone", "journey": "alone"}
    assert [line for line in done.stdout.splitlines() if line.startswith("test")][-1].endswith("passed")


def test_a_worker_that_dies_without_a_word_fails_the_run(tmp_path: Path) -> None:
    done = make_test(tree(tmp_path, then="os._exit(0)"))
    assert done.returncode != 0
    assert "crashed while running 'tests/test_first.py::test_first'" in done.stdout
    assert "2 of 3" not in done.stdout
