# SPDX-License-Identifier: MIT
"""Exact sums of a kernel over a run of whole numbers, by one multiplication of two long integers."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = 8


def convolve(kernels: Sequence[Sequence[int]], values: Sequence[int]) -> list[list[int]]:
    """For each kernel, the sum of ``kernel[j] * values[i + reach - j]`` for each i.

    Every kernel has the same odd number of entries, 2 reach + 1, the one at `reach` being its centre;
    values outside the run count as 0. All may be negative. Each answer is as long as `values`, and exact.

    Kronecker substitution: each list becomes one integer with a field per entry, wide enough that no
    sum overflows, so that the interpreter's own multiplication adds up every window at once. The
    time hardly grows with the width of the kernel. Source: Knuth, The Art of Computer Programming 2, 4.6.4.

    >>> convolve([[1, 2, 3]], [1, 0, 0, 5])
    [[2, 3, 5, 10]]
    """
    if any(len(kernel) % 2 == 0 for kernel in kernels):
        raise ValueError("a kernel needs a centre")
    if not values or not kernels:
        return [[] for _ in kernels]
    heaviest = max(sum(map(abs, kernel)) for kernel in kernels)
    largest = max(1, heaviest) * max(1, *map(abs, values))
    width = max(_WORD, largest.bit_length() // 8 + 1)
    packed = _signed(values, width)
    middle, fields = 1 << (8 * width - 1), len(kernels[0]) + len(values) - 1
    bias = _packed([middle] * fields, width)
    reach = len(kernels[0]) // 2
    return [
        _unpacked(_signed(kernel, width) * packed + bias, width, middle, fields)[reach : reach + len(values)]
        for kernel in kernels
    ]


def _signed(values: Sequence[int], width: int) -> int:
    above = _packed([value if value > 0 else 0 for value in values], width)
    if min(values) >= 0:
        return above
    return above - _packed([-value if value < 0 else 0 for value in values], width)


def _packed(values: Sequence[int], width: int) -> int:
    if width == _WORD:
        return int.from_bytes(struct.pack(f"<{len(values)}Q", *values), "little")
    return int.from_bytes(b"".join([value.to_bytes(width, "little") for value in values]), "little")


def _unpacked(packed: int, width: int, middle: int, fields: int) -> list[int]:
    """The fields, less the `middle` that was added to keep each of them above 0."""
    whole = packed.to_bytes(fields * width, "little")
    if width == _WORD:
        return [field - middle for field in struct.unpack(f"<{fields}Q", whole)]
    places = range(0, len(whole), width)
    return [int.from_bytes(whole[at : at + width], "little") - middle for at in places]
