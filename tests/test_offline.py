# SPDX-License-Identifier: MIT
"""The filter against the network, tried in processes of their own: once installed it never goes."""

from __future__ import annotations

import json
import platform
import subprocess
import sys
from typing import Any

import pytest

from ipnb_journal import offline

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() not in offline._MACHINES, reason="a filter of Linux"
)

_BEGIN = """
import ctypes, errno, json, os, socket, subprocess, sys, threading
from ipnb_journal import offline
libc = ctypes.CDLL(None, use_errno=True)

def tried(make):
    try:
        made = make()
    except OSError as error:
        return errno.errorcode[error.errno]
    for one in made if isinstance(made, tuple) else (made,):
        one.close()
    return "made"

def called(number, *arguments):
    ctypes.set_errno(0)
    done = libc.syscall(ctypes.c_long(number), *arguments)
    return errno.errorcode[ctypes.get_errno()] if done == -1 else done

def tell(*what):
    print(json.dumps(what if len(what) > 1 else what[0]))
"""


def _child(code: str, *arguments: str) -> Any:
    done = subprocess.run(
        [sys.executable, "-c", _BEGIN + code, *arguments], capture_output=True, text=True, timeout=50
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_before_nothing_is_refused_and_that_is_told() -> None:
    assert _child("tell(offline.enforced(), tried(lambda: socket.socket(socket.AF_INET)))") == [False, "made"]


@pytest.mark.parametrize("family", ["AF_INET", "AF_INET6", "AF_NETLINK", "AF_PACKET", "AF_VSOCK"])
def test_no_socket_of_another_family(family: str) -> None:
    code = f"tell(offline.deny_network(), tried(lambda: socket.socket(socket.{family}, socket.SOCK_RAW)))"
    assert _child(code) == [True, "EACCES"]


def test_what_the_desktop_is_reached_by_still_works() -> None:
    code = """
offline.deny_network()
tell(tried(lambda: socket.socket(socket.AF_UNIX)), tried(socket.socketpair),
     tried(lambda: socket.socketpair(socket.AF_INET)))
"""
    assert _child(code) == ["made", "made", "EACCES"]


def test_no_ring_that_could_make_sockets_past_the_filter() -> None:
    assert (
        _child("offline.deny_network(); tell(called(425, 1, ctypes.create_string_buffer(120)))") == "ENOSYS"
    )


@pytest.mark.skipif(platform.machine() != "x86_64", reason="other ways into the kernel of x86-64")
def test_no_call_by_the_numbers_of_another_abi() -> None:
    """The x32 numbers, and those of a 32-bit process by `int 0x80`: the call tried is `getpid`."""
    code = """
import mmap
code = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
code.write(bytes.fromhex("b814000000cd80c3"))
old = ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(code)))
before = old() in (os.getpid(), -errno.ENOSYS)
offline.deny_network()
tell(before, old(), called(0x40000000 + 41, 2, 1, 0))
"""
    assert _child(code) == [True, -38, "ENOSYS"]


def test_threads_that_ran_before_are_held_too() -> None:
    code = """
go, found = threading.Event(), []
def wait():
    go.wait(10)
    found.append(tried(lambda: socket.socket(socket.AF_INET)))
thread = threading.Thread(target=wait)
thread.start()
offline.deny_network()
go.set()
thread.join()
tell(found)
"""
    assert _child(code) == ["EACCES"]


def test_children_inherit_it_and_so_does_the_process_after_exec() -> None:
    code = """
from_child = "import socket\\ntry: socket.socket(socket.AF_INET)\\nexcept PermissionError: print('refused')"
if len(sys.argv) > 1:
    tell(offline.enforced(), sys.argv[1], tried(lambda: socket.socket(socket.AF_INET)))
else:
    offline.deny_network()
    told = subprocess.run([sys.executable, "-c", from_child], capture_output=True, text=True).stdout.strip()
    os.execv(sys.executable, [sys.executable, "-c", open("/proc/self/cmdline").read().split("\\0")[2], told])
"""
    assert _child(code) == [True, "refused", "EACCES"]


def test_doing_it_again_adds_nothing() -> None:
    code = """
def filters():
    lines = dict(line.split(":", 1) for line in open("/proc/self/status"))
    return int(lines.get("Seccomp_filters", "0"))
before = filters()
told = [offline.deny_network() for _ in range(5)]
tell(told, filters() - before)
"""
    assert _child(code) in ([[True] * 5, 1], [[True] * 5, 0])


def test_a_processor_that_we_do_not_know_is_told_and_nothing_breaks() -> None:
    code = """
offline._MACHINES.clear()
tell(offline.deny_network(), offline.enforced(), tried(lambda: socket.socket(socket.AF_INET)))
"""
    assert _child(code) == [False, False, "made"]


def test_a_kernel_that_refuses_the_filter_is_told_and_nothing_breaks() -> None:
    """A first filter takes seccomp itself away, as a kernel built without it would."""
    code = """
import struct
seccomp = offline._MACHINES[os.uname().machine][1]
steps = ((0x20, 0, 0, 0), (0x15, 0, 1, seccomp), (0x06, 0, 0, 0x00050000 | 38), (0x06, 0, 0, 0x7FFF0000))
assert offline._install(steps, seccomp)
tell(offline.deny_network(), offline.enforced(), tried(lambda: socket.socket(socket.AF_INET)))
"""
    assert _child(code) == [False, False, "made"]


def test_the_program_denies_itself_the_network_and_one_that_calls_it_keeps_its_own() -> None:
    code = """
from ipnb_journal import cli
sys.argv = ["ipnb-journal", "--version"]
out, sys.stdout = sys.stdout, sys.stderr
ends = []
for arguments in (["--version"], None):
    try:
        cli.main(arguments)
    except SystemExit:
        ends.append(offline.enforced())
sys.stdout = out
tell(ends)
"""
    assert _child(code) == [False, True]


def test_it_comes_before_qt_and_before_the_arguments_are_read() -> None:
    code = """
from ipnb_journal import cli
seen = []
def look():
    later = ("PySide6", "argparse", "ipnb_journal.")
    seen.append(sorted(name for name in sys.modules if name.startswith(later)))
    return True
offline.deny_network = look
sys.argv = ["ipnb-journal", "--version"]
out, sys.stdout = sys.stdout, sys.stderr
try:
    cli.main()
except SystemExit:
    pass
sys.stdout = out
tell(seen)
"""
    assert _child(code) == [["ipnb_journal.cli", "ipnb_journal.offline"]]
