# SPDX-License-Identifier: MIT
"""What is told about a bug: the kind of exception and the lines of code, never a message or a value."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ipnb_journal import __version__

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType


def describe(error: BaseException) -> str:
    """A report fit to copy: versions, the exception's type, and the lines of code it passed.

    Messages and locals may hold what a person wrote, so neither is in it.
    """
    # a start without bugs does without these 25 ms
    import platform  # noqa: PLC0415

    from ipnb_journal import logs  # noqa: PLC0415

    where = f"IPNB Journal {__version__}, Python {platform.python_version()}, {platform.system()}"
    return f"{where}\n{logs.told(error)}"


def install(tell: Callable[[str], None]) -> None:
    """Send what nobody caught to standard error and to `tell`, as `describe` puts it."""

    def hook(kind: type[BaseException], error: BaseException, _: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        report = describe(error)
        print(report, file=sys.stderr)  # noqa: T201  there is nobody else to tell when the window can't
        tell(report)

    sys.excepthook = hook
