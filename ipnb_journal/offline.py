# SPDX-License-Identifier: MIT
"""The process denies itself the network, once and for all: a seccomp filter on Linux.

From then on it, its threads and every program it starts can make no socket but AF_UNIX, through which
the desktop, the keyring and the screen are reached. The kernel refuses the rest, so neither a mistake
of ours nor anything inside a library can send a word anywhere. Elsewhere there is no such means, and
`enforced` says so.
"""

from __future__ import annotations

import os
import sys

_MACHINES = {"x86_64": (0xC000003E, 317, 41, 53), "aarch64": (0xC00000B7, 277, 198, 199)}
"""By kind of processor: its name to the kernel (linux/audit.h), and the calls seccomp, socket, socketpair."""

_IO_URING_SETUP = 425
_X32 = 0x40000000
_NO_CALL = 0x3FFFFFFF
"""A system call that no kernel has: the filter answers it in its own way, and so is known to be there."""

_AF_UNIX = 1
_EACCES, _ENOSYS, _OURS = 13, 38, 2026
_LOAD, _IF_EQUAL, _IF_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_NUMBER, _ARCH, _FIRST_ARGUMENT = 0, 4, 16
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000
_PR_SET_NO_NEW_PRIVS, _SET_MODE_FILTER, _ALL_THREADS = 38, 1, 1


def deny_network() -> bool:
    """Install the filter for every thread; whether it holds now. Doing it again changes nothing.

    Nothing is said where the system has no such means.
    """
    machine = _machine()
    if machine is None:
        return False
    return enforced() or (_install(_steps(machine), machine[1]) and enforced())


def enforced() -> bool:
    """Whether this process can reach no network, by the filter of its own or an inherited one."""
    if _machine() is None:
        return False
    import ctypes  # noqa: PLC0415  Linux only

    libc = ctypes.CDLL(None, use_errno=True)
    return bool(libc.syscall(ctypes.c_long(_NO_CALL)) == -1 and ctypes.get_errno() == _OURS)


def _machine() -> tuple[int, int, int, int] | None:
    # a 32-bit Python on a 64-bit kernel makes the calls of another processor
    if sys.platform != "linux" or sys.maxsize < 2**32:
        return None
    return _MACHINES.get(os.uname().machine)


def _steps(machine: tuple[int, int, int, int]) -> tuple[tuple[int, int, int, int], ...]:
    """The filter: operation, steps to skip if so, steps to skip if not, operand (linux/filter.h)."""
    arch, _, socket, socketpair = machine
    return (
        (_LOAD, 0, 0, _ARCH),
        (_IF_EQUAL, 0, 8, arch),  # else 10
        (_LOAD, 0, 0, _NUMBER),
        (_IF_EQUAL, 7, 0, _NO_CALL),  # 11
        (_IF_AT_LEAST, 5, 0, _X32),  # 10
        (_IF_EQUAL, 4, 0, _IO_URING_SETUP),  # 10, as it makes sockets too
        (_IF_EQUAL, 1, 0, socket),  # 8
        (_IF_EQUAL, 0, 4, socketpair),  # else 12
        (_LOAD, 0, 0, _FIRST_ARGUMENT),
        (_IF_EQUAL, 2, 3, _AF_UNIX),  # 12, else 13
        (_RETURN, 0, 0, _REFUSE | _ENOSYS),
        (_RETURN, 0, 0, _REFUSE | _OURS),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _REFUSE | _EACCES),
    )


def _install(steps: tuple[tuple[int, int, int, int], ...], seccomp: int) -> bool:
    import ctypes  # noqa: PLC0415  as above
    import struct  # noqa: PLC0415  comes with it

    libc = ctypes.CDLL(None, use_errno=True)
    code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *step) for step in steps))
    program = ctypes.create_string_buffer(struct.pack("@HP", len(steps), ctypes.addressof(code)))
    # an ordinary account may only filter itself after giving up on gaining rights
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    done = libc.syscall(
        ctypes.c_long(seccomp), ctypes.c_uint(_SET_MODE_FILTER), ctypes.c_uint(_ALL_THREADS), program
    )
    return bool(done == 0)
