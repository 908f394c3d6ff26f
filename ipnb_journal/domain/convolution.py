# SPDX-License-Identifier: MIT
"""Exact sums of a kernel over a run of whole numbers, by one multiplication of two long integers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def convolve(kernel: Sequence[int], values: Sequence[int]) -> list[int]:
    """Sum of ``kernel[j] * values[i + reach - j]`` for each i, where kernel[reach] is the centre.

    `kernel` has an odd number of entries, 2 reach + 1; values outside the run count as 0. Both may be
    negative. The answer has as many entries as `values` and is exact.

    Kronecker substitution: each list becomes one integer with a field per entry, wide enough that no
    sum overflows, so that the interpreter's own multiplication adds up every window at once. The
    time hardly grows with the width of the kernel. Source: Knuth, The Art of Computer Programming 2, 4.6.4.

    >>> convolve([1, 2, 3], [1, 0, 0, 5])
    [2, 3, 5, 10]
    """
    if len(kernel) % 2 == 0:
        raise ValueError("a kernel needs a centre")
    if not values:
        return []
    largest = max(1, sum(map(abs, kernel))) * max(1, *map(abs, values))
    width = largest.bit_length() // 8 + 1
    fields = len(kernel) + len(values) - 1
    bias = _packed([1 << (8 * width - 1)] * fields, width)
    packed = (_signed(kernel, width) * _signed(values, width) + bias).to_bytes(fields * width, "little")
    reach = len(kernel) // 2
    middle = 1 << (8 * width - 1)
    places = range(reach * width, (reach + len(values)) * width, width)
    return [int.from_bytes(packed[at : at + width], "little") - middle for at in places]


def _signed(values: Sequence[int], width: int) -> int:
    above = _packed([value if value > 0 else 0 for value in values], width)
    if min(values) >= 0:
        return above
    return above - _packed([-value if value < 0 else 0 for value in values], width)


def _packed(values: Sequence[int], width: int) -> int:
    return int.from_bytes(b"".join([value.to_bytes(width, "little") for value in values]), "little")
