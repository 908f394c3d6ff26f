# SPDX-License-Identifier: MIT
"""Logging that can be shown to anyone: never a person's words, never names, files or keys.

An exception is told by its type and the lines of code it passed; its message and the values around
it could hold what a person wrote, so they never reach a log.
"""

from __future__ import annotations

import logging
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from types import TracebackType

NAME = "ipnb_journal"

ExcInfo = tuple[type[BaseException], BaseException, "TracebackType | None"] | tuple[None, None, None]


def set_up(stream: TextIO | None = None, level: int = logging.WARNING) -> logging.Logger:
    """Send this program's log to `stream` (standard error unless given), replacing an earlier one."""
    logger = logging.getLogger(NAME)
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(_Discreet("%(levelname)s %(name)s: %(message)s"))
    logger.handlers = [handler]
    logger.propagate = False
    logger.setLevel(level)
    return logger


def told(error: BaseException) -> str:
    """One line about an exception: its type, then file and line of each frame of code, innermost last."""
    frames = traceback.extract_tb(error.__traceback__)
    places = " > ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames)
    return f"{type(error).__name__} at {places}" if places else type(error).__name__


class _Discreet(logging.Formatter):
    """A formatter that leaves messages and values of exceptions out."""

    def formatException(self, ei: ExcInfo) -> str:
        return told(ei[1]) if ei[1] is not None else ""

    def formatStack(self, stack_info: str) -> str:
        return ""
