# SPDX-License-Identifier: MIT
"""Two proofs that nothing is sent anywhere, and that each would notice if something were.

The journeys run in process, without the filter that the program puts on itself: what is proved is that
nothing even tries. The program itself is watched too, from its first call on.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.offline import traced

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
EMPTY_NETWORK = ("unshare", "-rn")
SCREEN = ("xvfb-run", "-a", "-s", "-screen 0 1400x900x24")
TRACED = (sys.executable, "-m", "tests.offline.traced")
LISTED = ("-q", "-p", "no:cacheprovider", "tests/journeys")
JOURNEYS = (sys.executable, "-m", "pytest", *LISTED)

pytestmark = pytest.mark.skipif(
    any(shutil.which(name) is None for name in ("strace", "xvfb-run", "gnome-keyring-daemon")),
    reason="needs strace, Xvfb and gnome-keyring",
)


def _has_empty_network() -> bool:
    if shutil.which("unshare") is None:
        return False
    return subprocess.run([*EMPTY_NETWORK, "true"], capture_output=True).returncode == 0


needs_empty_network = pytest.mark.skipif(
    not _has_empty_network(), reason="needs leave to make an empty network namespace"
)


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "xcb"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=170,
    )


@pytest.mark.timeout(180)
@pytest.mark.parametrize(
    "network",
    [
        pytest.param(EMPTY_NETWORK, marks=needs_empty_network, id="an empty network"),
        pytest.param((), marks=pytest.mark.skipif(_has_empty_network(), reason="done in an empty network")),
    ],
)
def test_every_journey_passes_with_no_socket_but_unix_ones(network: tuple[str, ...]) -> None:
    done = _run(*network, *SCREEN, *TRACED, *JOURNEYS)
    assert done.returncode == 0, done.stdout
    assert " 0 calls reach beyond AF_UNIX" in done.stdout
    assert " passed" in done.stdout
    assert "skipped" not in done.stdout, "the keyring's journey has to be among them"


@pytest.mark.parametrize(
    ("planted", "code", "told"),
    [((), 0, " 0 calls reach"), (("-p", "tests.offline.planted"), 1, "socket(AF_INET")],
)
def test_one_socket_planted_in_the_journeys_is_found(planted: tuple[str, ...], code: int, told: str) -> None:
    """The same proof over the same tests, listed only; no socket of a screen is made then, so one is."""
    listed = "import pytest, socket, sys; socket.socketpair(); sys.exit(pytest.main(sys.argv[1:]))"
    done = _run(*TRACED, sys.executable, "-W", "ignore", "-c", listed, *LISTED, "--collect-only", *planted)
    assert done.returncode == code, done.stdout
    assert told in done.stdout


_PLANTS = {
    "a socket": "socket.socket(socket.AF_INET)",
    "one of the newer kind": "socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)",
    "one to the kernel": "socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)",
    "one of a number": "socket.socket(30, socket.SOCK_SEQPACKET)",
    "one in a thread": "threading.Thread(target=socket.socket, args=(socket.AF_INET,)).start()",
    "one in a child": "subprocess.run([sys.executable, '-c', 'import socket; socket.socket(2)'])",
    "a ring": "ctypes.CDLL(None).syscall(425, 1, ctypes.create_string_buffer(120))",
}


@pytest.mark.parametrize("plant", _PLANTS)
def test_whatever_is_planted_is_seen_by_the_trace(plant: str) -> None:
    code = "import contextlib, ctypes, socket, subprocess, sys, threading; socket.socket(socket.AF_UNIX)\n"
    code += f"with contextlib.suppress(OSError): {_PLANTS[plant]}"
    assert _run(*TRACED, sys.executable, "-W", "ignore", "-c", code.split("\n")[0]).returncode == 0
    done = _run(*TRACED, sys.executable, "-W", "ignore", "-c", code)
    assert done.returncode == 1, done.stdout


def test_only_the_bus_is_passed_over_and_only_for_the_audit_log() -> None:
    started = '7 execve("/usr/bin/dbus-daemon", ["dbus-daemon"], 0x7f /* 9 vars */) = 0\n'
    audit = "socket(AF_NETLINK, SOCK_RAW|SOCK_CLOEXEC, NETLINK_AUDIT) = 5"
    assert traced.foreign(f"{started}7 {audit}") == []
    assert len(traced.foreign(f"{started}8 {audit}")) == 1
    assert len(traced.foreign(f"{started}7 socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE) = 5")) == 1
    assert len(traced.foreign(f"{started}7 socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = 5")) == 1
    assert len(traced.foreign("9 connect(5, {sa_family=AF_INET, sin_port=htons(80)}, 16) = 0")) == 1


def test_a_trace_that_saw_no_socket_at_all_proves_nothing() -> None:
    assert _run(*TRACED, "true").returncode == 1


@pytest.fixture
def listener() -> Iterator[int]:
    """The port of something on this computer that can be reached over the network."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@needs_empty_network
def test_the_empty_network_is_one_from_which_nothing_is_reached(listener: int) -> None:
    reach = f"import socket; socket.create_connection(('127.0.0.1', {listener}), 5).close()"
    assert _run(sys.executable, "-c", reach).returncode == 0
    done = _run(*EMPTY_NETWORK, sys.executable, "-c", reach)
    assert done.returncode != 0 and "Network is unreachable" in done.stdout


def test_the_program_denies_itself_the_network_before_its_first_socket(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    watched = traced.command(trace, sys.executable, "-m", "ipnb_journal")
    watched[watched.index(f"trace={traced.CALLS}")] += ",seccomp"
    process = subprocess.Popen(
        [*SCREEN, *watched],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "xcb", "XDG_RUNTIME_DIR": str(tmp_path)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        end = time.monotonic() + 40
        while "X11-unix" not in _text(trace):
            assert time.monotonic() < end and process.poll() is None, _text(trace)
            time.sleep(0.1)
        time.sleep(2)
    finally:
        os.killpg(process.pid, 15)
        process.wait(20)
    seen = _text(trace)
    assert traced.foreign(seen) == []
    assert "SECCOMP_SET_MODE_FILTER" in seen[: seen.index(" socket(")]


def _text(trace: Path) -> str:
    return trace.read_text(errors="replace") if trace.exists() else ""
