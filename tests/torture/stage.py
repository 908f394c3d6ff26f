# SPDX-License-Identifier: MIT
"""Operations in processes of their own: a helper with the library preloaded forks one for each case.

A fork costs milliseconds where a fresh interpreter costs a fifth of a second, and thousands are needed.
Run as a program this module is the helper: a JSON line in for each case, a JSON line out.
"""

from __future__ import annotations

import atexit
import json
import os
import select
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from ipnb_journal.errors import AppError
from tests.torture import shim
from tests.torture.shim import Mode

LIMIT = 60.0


@dataclass(frozen=True, slots=True)
class Order:
    """What to run: an operation by name, the folder it works in, and what befalls it where.

    `afterwards`: not the operation runs, but the look at what is left of an earlier run.
    """

    operation: str
    folder: str
    mode: int = Mode.COUNT
    at: int = 0
    part: int = 500
    log: str = ""
    afterwards: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """How it ended. `said`: the lines on its standard output, each written after what it reports."""

    signal: int
    code: int
    said: tuple[str, ...]
    trouble: str
    calls: int
    rooms: int


class Stage:
    """The helper process, seen from the campaign."""

    def __init__(self) -> None:
        command, environment = shim.preloaded([sys.executable, "-m", "tests.torture.stage"])
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
            cwd=Path(__file__).parents[2],
            text=True,
        )
        atexit.register(self.close)

    def run(self, order: Order) -> Told:
        """Run one operation to its end, whatever that is."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(asdict(order)) + "\n")
        self._process.stdin.flush()
        told = json.loads(self._process.stdout.readline())
        return Told(**{**told, "said": tuple(told["said"])})

    def close(self) -> None:
        """End the helper."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()


@cache
def stage() -> Stage:
    """This process's helper, started at its first use."""
    return Stage()


@cache
def ground() -> Path:
    """A folder for the cases of this process, in memory where there is room for it."""
    memory = Path("/dev/shm")
    folder = tempfile.TemporaryDirectory(prefix="torture-", dir=memory if memory.is_dir() else None)
    atexit.register(folder.cleanup)
    return Path(folder.name).resolve()


def _perform(order: Order) -> None:
    """The child: never returns."""
    from tests.torture.operations import OPERATIONS  # noqa: PLC0415 - the campaign's side does without

    code = 1
    try:
        folder = Path(order.folder)
        shim.arm(folder, Mode(order.mode), order.at, order.part, order.log)
        operation = OPERATIONS[order.operation]
        try:
            if order.afterwards:
                operation.judge(folder, ())
            else:
                operation.act(folder)
        except AppError as error:
            os.write(1, f"!{error.code}\n".encode())
            if f"!{error.code}" in operation.tells and shim.make_room():
                operation.act(folder)
        calls, rooms = shim.counted()
        os.write(1, f"#{calls} {rooms}\n".encode())
        code = 0
    except BaseException:
        # told to whoever ordered it, as the trouble of this case
        os.write(2, traceback.format_exc().encode())
    finally:
        os._exit(code)


def _forked(order: Order) -> Told:
    out, err = os.pipe(), os.pipe()
    child = os.fork()
    if not child:
        os.dup2(out[1], 1)
        os.dup2(err[1], 2)
        for end in (*out, *err):
            os.close(end)
        _perform(order)
    for end in (out[1], err[1]):
        os.close(end)
    said, trouble = _read({out[0]: b"", err[0]: b""}, child)
    _, status = os.waitpid(child, 0)
    lines = said.decode().splitlines()
    counted = next((line[1:].split() for line in lines if line.startswith("#")), ["0", "0"])
    killed = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    code = os.WEXITSTATUS(status) if os.WIFEXITED(status) else 0
    kept = tuple(line for line in lines if not line.startswith("#"))
    return Told(killed, code, kept, trouble.decode(), int(counted[0]), int(counted[1]))


def _read(pipes: dict[int, bytes], child: int) -> list[bytes]:
    """Everything both pipes bring, until they close or the child has had its time."""
    end, still = time.monotonic() + LIMIT, set(pipes)
    while still:
        ready, _, _ = select.select(list(still), [], [], max(0, end - time.monotonic()))
        if not ready:
            os.kill(child, signal.SIGABRT)
            end = time.monotonic() + LIMIT
        for pipe in ready:
            chunk = os.read(pipe, 65536)
            pipes[pipe] += chunk
            if not chunk:
                still.remove(pipe)
                os.close(pipe)
    return list(pipes.values())


def main() -> None:
    """Fork a child for each order that comes in, until no more come."""
    from tests.torture import operations  # noqa: PLC0415 - once here, so that no child imports anything

    answers = os.fdopen(os.dup(1), "w")
    with tempfile.TemporaryDirectory(dir=ground()) as name, tempfile.TemporaryFile() as nowhere:
        os.dup2(nowhere.fileno(), 1)
        operations.warm(Path(name))
    for line in sys.stdin:
        print(json.dumps(asdict(_forked(Order(**json.loads(line))))), file=answers, flush=True)


if __name__ == "__main__":
    main()
