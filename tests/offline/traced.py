# SPDX-License-Identifier: MIT
"""`python -m tests.offline.traced COMMAND...` runs a command and fails if it makes a socket but AF_UNIX.

Every process that the command starts is watched, with or without a filter of its own. What the desktop's
session bus does with the audit log of the system is its own affair, and the only thing passed over.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

CALLS = "socket,socketpair,connect,bind,listen,accept,accept4,io_uring_setup,execve"
"""What makes a socket or gives it an address. What goes through one is not watched: a socket that is none
of ours was seen when it was made, and stopping at each message of the screen makes a program crawl."""

LOCAL = {"AF_UNIX", "AF_LOCAL"}

_STARTED = re.compile(r'^(\d+) +execve\("([^"]+)"')
_SOCKET = re.compile(r"\b(?:socket|socketpair)\((\w+)")
_FAMILY = re.compile(r"\b[AP]F_[A-Z0-9_]+\b")
_AUDIT = re.compile(r"socket\(AF_NETLINK, SOCK_RAW[|A-Z_]*, NETLINK_AUDIT\)")


def command(trace: Path, *asked: str) -> list[str]:
    """The command line that runs `asked` and writes what it did into `trace`."""
    return [
        "strace",
        "-f",
        "-q",
        "--seccomp-bpf",
        "-s",
        "120",
        "-e",
        f"trace={CALLS}",
        "-o",
        str(trace),
        *asked,
    ]


def sockets(trace: str) -> int:
    """How many sockets were made; a proof that saw none saw nothing."""
    return len(_SOCKET.findall(trace))


def foreign(trace: str) -> list[str]:
    """Every line of a trace that has to do with anything but this computer's own sockets."""
    programs: dict[str, str] = {}
    found = []
    for line in trace.splitlines():
        started = _STARTED.match(line)
        if started:
            programs[started[1]] = Path(started[2]).name
        elif _is_foreign(line) and not _is_audit(line, programs):
            found.append(line)
    return found


def _is_foreign(line: str) -> bool:
    families = {*_FAMILY.findall(line), *_SOCKET.findall(line)}
    return bool(families - LOCAL) or "sin_port" in line or "sin6_" in line or "io_uring_setup(" in line


def _is_audit(line: str, programs: dict[str, str]) -> bool:
    return programs.get(line.split(" ", 1)[0]) == "dbus-daemon" and _AUDIT.search(line) is not None


def main(asked: list[str]) -> int:
    """Run it; the command's own exit code, or 1 with every line that tells of a foreign socket."""
    with tempfile.TemporaryDirectory(prefix="traced-") as folder:
        file = Path(folder) / "trace"
        done = subprocess.run(command(file, *asked))
        trace = file.read_text(errors="replace")
    told = foreign(trace)
    sys.stdout.write(f"sockets: {sockets(trace)} made, {len(told)} calls reach beyond AF_UNIX\n")
    sys.stdout.writelines(f"    {line}\n" for line in told)
    return done.returncode or bool(told) or not sockets(trace)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
