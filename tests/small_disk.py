# SPDX-License-Identifier: MIT
"""A disk with hardly any room, as the system tells of one: files can't grow beyond a size."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def no_room_beyond(size: int) -> Iterator[None]:
    """Within, no file of this process can be written beyond `size` bytes."""
    if sys.platform == "win32":
        pytest.skip("Windows has no such limit")
    import resource  # noqa: PLC0415  not on Windows

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
