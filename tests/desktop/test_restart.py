# SPDX-License-Identifier: MIT
"""The fresh process: told where to stand through a pipe, once, and never by its command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ipnb_journal.desktop import restart
from ipnb_journal.desktop.restart import VARIABLE, Restart, resumed

_TWICE = """
import json, os, sys
from pathlib import Path
from ipnb_journal.desktop.restart import Restart, VARIABLE, restart, resumed
found = resumed()
told = {"pid": os.getpid(), "arguments": sys.argv, "variable": VARIABLE in os.environ}
if found is not None:
    told["found"] = {**found.__dict__, "journal": str(found.journal), "geometry": found.geometry.hex()}
    told["command"] = Path("/proc/self/cmdline").read_bytes().decode()
print(json.dumps(told), flush=True)
if found is None:
    restart(Restart(Path("/somewhere/pri" "vate name.vault"), b"\\x00\\x01", True, False))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_same_process_goes_on_with_what_it_was_told() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _TWICE, "as before"], capture_output=True, text=True, timeout=50, check=True
    )
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert first["pid"] == second["pid"]
    assert first["arguments"] == second["arguments"] == ["-c", "as before"]
    assert second["found"] == {
        "journal": "/somewhere/private name.vault",
        "geometry": "0001",
        "minimised": True,
        "active": False,
        "screens": [],
        "restored": False,
        "aside": None,
    }
    assert "private" not in second["command"]
    assert not first["variable"] and not second["variable"]


def _left(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    os.write(writing, content)
    os.close(writing)
    monkeypatch.setenv(VARIABLE, str(reading))


def test_an_ordinary_start_resumes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    assert resumed() is None


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[]", b"null", b"{}", b"\xff",
        b'{"journal": 3, "geometry": "", "minimised": 0, "active": 0, "screens": []}',
        b'{"journal": null, "geometry": "xy", "minimised": 0, "active": 0, "screens": []}',
        b'{"journal": null, "geometry": "", "minimised": 0, "active": 0, "screens": ["a"]}',
        b'{"journal": null, "geometry": "", "minimised": 0, "active": 0, "screens": [0]}',
    ],
)  # fmt: skip
def test_what_nobody_of_ours_left_is_an_ordinary_start(
    content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    _left(content, monkeypatch)
    assert resumed() is None
    assert VARIABLE not in os.environ


@pytest.mark.parametrize("number", ["", "x", "-1", "999999", "99999999999999999999", "²"])
def test_a_number_that_names_no_pipe_is_an_ordinary_start(
    number: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, number)
    assert resumed() is None


def test_a_refusal_is_told_and_leaves_nothing_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    before = set(Path("/proc/self/fd").iterdir())
    with pytest.raises(OSError, match="No such file"):
        restart.restart(Restart(Path("/somewhere/a.vault")))
    assert set(Path("/proc/self/fd").iterdir()) == before
    assert VARIABLE not in os.environ


def test_more_than_a_pipe_takes_is_refused() -> None:
    with pytest.raises(OSError, match="more to tell"):
        restart.restart(Restart(geometry=bytes(20_000)))


def test_the_old_window_goes_when_its_connection_is_closed() -> None:
    reading, writing = os.pipe()
    Restart(screens=(reading, writing)).let_go()
    with pytest.raises(OSError, match="Bad file"):
        os.fstat(reading)


@pytest.mark.parametrize(
    ("name", "is_display"),
    [
        ("\0/tmp/.X11-unix/X0", True),
        ("/tmp/.X11-unix/X17", True),
        ("/run/user/1000/wayland-0", True),
        ("/run/user/1000/bus", False),
        ("", False),
    ],
)
def test_which_socket_holds_the_window(tmp_path: Path, name: str, is_display: bool) -> None:
    assert restart._is_display(name) is is_display
