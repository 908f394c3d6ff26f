# SPDX-License-Identifier: MIT
"""Nothing a person typed stands in any file the program wrote, nor did it speak to any network."""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SECRETS = (
    *("passphrase", "body", "person", "tag", "noticed", "answer"),
    *("connect", "location", "takeaway", "draft", "contact", "journal"),
)
LOCAL_FAMILIES = {"AF_UNIX", "AF_LOCAL"}
WRITES = re.compile(
    r'(?:openat|open|creat)\((?:AT_FDCWD, )?"([^"]+)", [^)]*O_(?:WRONLY|RDWR|CREAT)[^)]*\) = \d'
)
RENAMED = re.compile(r'(?:rename|renameat2?|link|linkat)\([^"]*"[^"]+", [^"]*"([^"]+)"')
SOCKET = re.compile(r"socket\((\w+)")


def _new_secrets() -> dict[str, str]:
    """One word for each place, made now, so that none stands in a compiled test."""
    return {name: "".join(secrets.choice("bcdfghjkmnpqrstvwz") for _ in range(14)) for name in SECRETS}


def _traces(content: bytes, made: dict[str, str]) -> list[str]:
    lower = content.lower()
    found = []
    for name, word in made.items():
        forms = (word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be"), word[::-1].encode())
        if any(form in lower for form in forms):
            found.append(name)
    return found


def _written(trace: Path) -> set[Path]:
    text = trace.read_text(errors="replace")
    names = {*WRITES.findall(text), *RENAMED.findall(text)}
    return {Path(name) for name in names if not name.startswith(("/dev/", "/proc/"))}


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace runs on Linux only")
def test_no_word_of_a_person_leaves_the_vault(tmp_path: Path) -> None:
    made, home, trace = _new_secrets(), tmp_path / "home", tmp_path / "trace"
    env = {
        **os.environ,
        "HOME": str(tmp_path / "user"),
        "IPNB_JOURNAL_HOME": str(home),
        "XDG_RUNTIME_DIR": str(tmp_path),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONPATH": str(ROOT),
    }
    calls = "openat,open,creat,rename,renameat,renameat2,link,linkat,socket"
    process = subprocess.Popen(
        ["strace", "-f", "-q", "-s", "300", "-e", f"trace={calls}", "-o", str(trace)]
        + [sys.executable, "-m", "tests.leaks.writer"],
        cwd=ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    said = []
    process.stdin.write(json.dumps(made).encode() + b"\n")
    process.stdin.flush()
    for state in (b"open", b"locked"):
        line = process.stdout.readline()
        said.append(line)
        assert line.strip() == state, (line + process.stdout.read()).decode(errors="replace")
        files = {path for path in _written(trace) if path.is_file() and path != trace}
        assert home / "notes.vault" in files
        if state == b"open":
            assert home / "notes.vault-wal" in files
        leaks = {str(path): found for path in files if (found := _traces(path.read_bytes(), made))}
        assert leaks == {}
        assert not any(_traces(str(path).encode(), made) for path in _written(trace))
        process.stdin.write(b"\n")
        process.stdin.flush()
    rest = process.communicate(timeout=30)[0]
    assert process.returncode == 0
    assert _traces(b"".join([*said, rest]), made) == []
    assert set(SOCKET.findall(trace.read_text(errors="replace"))) <= LOCAL_FAMILIES
    left = {path.name for path in home.iterdir()}
    assert left <= {"notes.vault", "settings.toml"}, left
    assert _traces((home / "notes.vault").read_bytes(), made) == []


def test_the_search_for_traces_finds_them() -> None:
    """The proof above is worth nothing if its own eye is blind."""
    made = _new_secrets()
    for name, word in made.items():
        for form in (word.encode(), word.upper().encode(), word.encode("utf-16-le")):
            assert _traces(b"before " + form + b" after", made) == [name]
