# SPDX-License-Identifier: MIT
"""The wheel and the source archive build, and the wheel runs on its own, resources inside."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(target), str(ROOT)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return target


def test_source_archive_has_what_a_build_needs(built: Path) -> None:
    [archive] = built.glob("*.tar.gz")
    with tarfile.open(archive) as source:
        names = {name.split("/", 1)[1] for name in source.getnames() if "/" in name}
    assert {"pyproject.toml", "README.md", "LICENSE", "Makefile", "prompts/en/empathy.toml"} <= names
    assert not any(name.startswith((".venv", ".git/", "build/")) for name in names)


def test_wheel_runs_outside_the_checkout(built: Path, tmp_path: Path) -> None:
    [wheel] = built.glob("*.whl")
    installed = tmp_path / "site"
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(installed)
    assert (installed / "ipnb_journal" / "prompts" / "en" / "boundaries.toml").exists()
    assert (installed / "ipnb_journal" / "resources" / "themes" / "light.toml").exists()
    assert (installed / "ipnb_journal" / "packaging" / "rescue.py").exists()
    # the dependencies come from this environment, the program only from the wheel
    dependencies = Path(os.__file__).parent / "site-packages"
    paths = [str(installed), *(entry for entry in sys.path if entry.endswith("site-packages"))]
    env = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "IPNB_JOURNAL_HOME": str(tmp_path / "home"),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": os.pathsep.join(dict.fromkeys([*paths, str(dependencies)])),
        "PYTHONSAFEPATH": "1",
    }
    where = subprocess.run(
        [sys.executable, "-S", "-c", "import ipnb_journal; print(ipnb_journal.__file__)"],
        env=env, cwd=tmp_path, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert where.stdout.strip().startswith(str(installed))
    pictures = tmp_path / "pictures"
    # one state, behind the door: it needs the made-up journal and the shipped prompts of the wheel
    one_page = ["screenshots", str(pictures), "--page", "session_room", "--theme", "light"]
    done = subprocess.run(
        [sys.executable, "-S", "-m", "ipnb_journal", *one_page],
        env=env, cwd=tmp_path, capture_output=True, text=True, timeout=50,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert [file.name for file in pictures.iterdir()] == ["session_room-light.png"]
