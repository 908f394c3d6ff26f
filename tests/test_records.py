# SPDX-License-Identifier: MIT
"""Records behave as frozen dataclasses do."""

from __future__ import annotations

from typing import ClassVar

import pytest

from ipnb_journal.records import Record


class Stop(Record):
    """Where a line stops."""

    number: ClassVar[int] = 3
    name: str
    minute: int = 0

    @property
    def told(self) -> str:
        return f"{self.name} at {self.minute}"


class Other(Record):
    """The same names under another roof."""

    name: str
    minute: int = 0


class Express(Stop):
    """A stop with more to it."""

    platform: str = "1"


def test_it_is_made_from_places_names_and_defaults() -> None:
    assert Stop("mill", minute=4).told == "mill at 4"
    assert Stop(name="mill").minute == 0
    express = Express("mill", 4, "2")
    assert (express.name, express.minute, express.platform) == ("mill", 4, "2")


@pytest.mark.parametrize(
    ("values", "named"),
    [((), {}), (("mill", 1, 2), {}), (("mill",), {"name": "mill"}), (("mill",), {"number": 1})],
    ids=["one missing", "too many", "one twice", "not a field"],
)
def test_it_refuses_what_does_not_fit(values: tuple[object, ...], named: dict[str, object]) -> None:
    with pytest.raises(TypeError, match="Stop"):
        Stop(*values, **named)  # type: ignore[arg-type]


def test_it_is_equal_and_hashed_by_kind_and_values() -> None:
    assert Stop("mill") == Stop("mill", 0)
    assert hash(Stop("mill", minute=2)) == hash(Stop(minute=2, name="mill"))
    assert Stop("mill") != Stop("ford")
    assert Stop("mill") != Other("mill")
    assert len({Stop("mill"), Stop("mill"), Other("mill")}) == 2


def test_it_shows_its_values() -> None:
    assert repr(Express("mill", 4)) == "Express(name='mill', minute=4, platform='1')"


def test_it_never_changes() -> None:
    stop = Stop("mill")
    with pytest.raises(AttributeError, match="never changes"):
        stop.name = "ford"  # type: ignore[misc]
    with pytest.raises(AttributeError, match="never changes"):
        del stop.name
    assert stop == Stop("mill")


def test_it_lists_what_it_holds() -> None:
    assert Express(minute=4, name="mill").items() == [("name", "mill"), ("minute", 4), ("platform", "1")]


def test_another_is_made_with_other_values() -> None:
    stop = Stop("mill", 4)
    assert stop.but(minute=5) == Stop("mill", 5)
    assert stop == Stop("mill", 4)
    with pytest.raises(TypeError, match="Stop"):
        stop.but(platform="2")
