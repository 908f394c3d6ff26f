# SPDX-License-Identifier: MIT
"""Student's t and the normal against scipy."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import special, stats

from ipnb_journal.domain.distributions import (
    incomplete_beta,
    normal_cdf,
    t_cdf,
    t_quantile,
)


@given(st.floats(0.01, 0.99), st.floats(0.7, 50_000))
def test_t_quantile_equals_scipys(share: float, freedom: float) -> None:
    assert t_quantile(share, freedom) == pytest.approx(float(stats.t.ppf(share, freedom)), rel=1e-8, abs=1e-9)


@given(st.floats(-40, 40), st.floats(0.7, 5_000))
def test_t_cdf_equals_scipys(t: float, freedom: float) -> None:
    assert t_cdf(t, freedom) == pytest.approx(float(stats.t.cdf(t, freedom)), abs=1e-9)


@given(st.floats(0.05, 200), st.floats(0.05, 200), st.floats(0, 1))
def test_the_incomplete_beta_equals_scipys(a: float, b: float, x: float) -> None:
    assert incomplete_beta(a, b, x) == pytest.approx(float(special.betainc(a, b, x)), abs=1e-9)


def test_tabled_values() -> None:
    assert t_quantile(0.95, 2) == pytest.approx(2.919986, abs=1e-6)
    assert t_quantile(0.95, 5.4134) == pytest.approx(1.981549, abs=1e-6)
    assert t_cdf(2.015048, 5) == pytest.approx(0.95, abs=1e-6)
    assert incomplete_beta(2, 3, 0.5) == pytest.approx(0.6875, abs=1e-12)
    assert t_quantile(0.5, 7) == 0
    assert normal_cdf(1.644854) == pytest.approx(0.95, abs=1e-6)
