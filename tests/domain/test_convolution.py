# SPDX-License-Identifier: MIT
"""Kernel sums by one multiplication."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipnb_journal.domain.convolution import convolve

numbers = st.integers(-(2**70), 2**70)


@given(st.lists(numbers, min_size=1, max_size=9).filter(lambda k: len(k) % 2), st.lists(numbers, max_size=30))
def test_equals_the_sums_written_out(kernel: list[int], values: list[int]) -> None:
    reach = len(kernel) // 2
    expected = [
        sum(
            weight * values[i + reach - j]
            for j, weight in enumerate(kernel)
            if 0 <= i + reach - j < len(values)
        )
        for i in range(len(values))
    ]
    assert convolve([kernel, [0] * len(kernel)], values) == [expected, [0] * len(values)]


def test_the_worked_example() -> None:
    assert convolve([[1, 2, 3]], [1, 0, 0, 5]) == [[2, 3, 5, 10]]


def test_zeros_stay_zeros() -> None:
    assert convolve([[0]], [0, 0]) == [[0, 0]]


def test_a_kernel_needs_a_centre() -> None:
    with pytest.raises(ValueError, match="centre"):
        convolve([[1, 2]], [1])
