# SPDX-License-Identifier: MIT
"""Which earlier words stay: by age, always the ends, and never without what was taken out."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ipnb_journal.domain.entries import Version, Writing
from ipnb_journal.domain.versions import (
    ALL_KEPT,
    BETWEEN_VERSIONS,
    DAILY_KEPT,
    removes_a_third,
    thinned,
    worth_keeping,
)
from tests.builders import MOMENT

NOW = MOMENT
MANY = Writing(body="one two three four five six seven eight nine ten")


def version(number: int, ago: timedelta, writing: Writing = MANY) -> Version:
    return Version(number, 1, writing, NOW - ago)


def days(count: float) -> timedelta:
    return timedelta(days=count)


def stay(*made: Version, present: Writing = MANY, now: datetime = NOW) -> list[int]:
    return sorted(thinned(made, present, now))


def test_all_of_the_last_day_then_one_a_day_then_one_a_month() -> None:
    made = [version(number, days(200) - timedelta(hours=number)) for number in range(1, 4_801)]
    kept = thinned(made, MANY, NOW)
    by_age = [NOW - one.kept_at for one in made if one.id in kept]
    assert sum(age < ALL_KEPT for age in by_age) == 24
    assert sum(ALL_KEPT <= age < DAILY_KEPT for age in by_age) in (30, 31)
    # one for each of the seven months touched, and the first
    assert 6 <= sum(age >= DAILY_KEPT for age in by_age) <= 8
    assert {1, 4_800} <= kept


def test_of_a_day_the_last_words_stay() -> None:
    morning, noon, evening = (days(5) - timedelta(hours=hours) for hours in (0, 1, 2))
    first, newest = version(1, days(90)), version(5, timedelta(0))
    made = [first, version(2, morning), version(3, noon), version(4, evening), newest]
    assert stay(*made) == [1, 4, 5]


def test_words_of_which_a_third_went_stay() -> None:
    short = Writing(body="one two three four five six")
    made = [
        version(1, days(90)),
        version(2, days(5)),
        version(3, days(5) - timedelta(hours=1)),
        version(4, days(5) - timedelta(hours=2), short),
        version(5, timedelta(0), short),
    ]
    # the third has what the second had, and the fourth lacks four words of ten
    assert stay(*made, present=short) == [1, 3, 4, 5]


def test_words_lost_little_by_little_stay_once() -> None:
    words = MANY.body.split()
    made = [
        version(number, days(5) - timedelta(minutes=number), Writing(body=" ".join(words[: 11 - number])))
        for number in range(1, 10)
    ]
    kept = stay(*made, present=Writing(body="one"))
    texts = [one.writing for one in made if one.id in kept] + [Writing(body="one")]
    for lost in made:
        following = next(text for one, text in zip(sorted(kept), texts, strict=False) if one >= lost.id)
        assert lost.id in kept or not removes_a_third(lost.writing, following)


def test_a_third_is_a_third() -> None:
    six = Writing(body="a b c d e f")
    assert removes_a_third(six, Writing(body="a b c d"))
    assert not removes_a_third(six, Writing(body="a b c d e x"))
    assert removes_a_third(six, Writing())
    assert not removes_a_third(Writing(), six)
    # words that only moved to another field are not gone
    assert not removes_a_third(six, Writing(title="a b c", takeaway="d e f"))


def test_ten_minutes_pass_between_versions_unless_a_third_goes() -> None:
    shorter, soon = Writing(body="one two"), NOW + BETWEEN_VERSIONS - timedelta(seconds=1)
    same_size = Writing(body=MANY.body.replace("ten", "eleven"))
    assert worth_keeping(None, MANY, same_size, NOW)
    assert not worth_keeping(NOW, MANY, same_size, soon)
    assert worth_keeping(NOW, MANY, shorter, soon)
    assert worth_keeping(NOW, MANY, same_size, NOW + BETWEEN_VERSIONS)
    assert worth_keeping(NOW, MANY, same_size, NOW - timedelta(seconds=1))


texts = st.lists(st.sampled_from("abcdefghij"), max_size=8).map(lambda words: Writing(body=" ".join(words)))
ages = st.one_of(
    st.timedeltas(days(-3), days(3)), st.timedeltas(days(0), days(40)), st.timedeltas(days(0), days(900))
)
histories = st.lists(st.tuples(ages, texts), max_size=40).map(
    lambda made: [version(number, ago, text) for number, (ago, text) in enumerate(made, 1)]
)


@given(histories, texts)
def test_the_ends_stay_and_nothing_is_made_up(made: list[Version], present: Writing) -> None:
    kept = thinned(made, present, NOW)
    assert kept <= {one.id for one in made}
    if made:
        assert {made[0].id, made[-1].id} <= kept


@given(histories, texts)
def test_thinning_again_changes_nothing(made: list[Version], present: Writing) -> None:
    kept = thinned(made, present, NOW)
    assert thinned([one for one in made if one.id in kept], present, NOW) == kept


@given(histories.flatmap(lambda made: st.tuples(st.just(made), st.permutations(made))), texts)
def test_the_order_of_asking_does_not_matter(both: tuple[list[Version], list[Version]], now: Writing) -> None:
    made, shuffled = both
    assert thinned(shuffled, now, NOW) == thinned(made, now, NOW)


@given(histories, texts)
def test_only_so_many_stay_besides_those_that_lost_a_third(made: list[Version], present: Writing) -> None:
    kept = [one for one in made if one.id in thinned(made, present, NOW)]
    following = [*(one.writing for one in kept), present][1:]
    lost = sum(removes_a_third(one.writing, text) for one, text in zip(kept, following, strict=True))
    recent = sum(NOW - one.kept_at < ALL_KEPT for one in kept)
    months = {one.kept_at.date().replace(day=1) for one in kept if NOW - one.kept_at >= DAILY_KEPT}
    assert len(kept) <= recent + 32 + len(months) + 2 + lost


@given(histories, texts)
def test_whatever_goes_is_mostly_in_what_stays_next(made: list[Version], present: Writing) -> None:
    kept = thinned(made, present, NOW)
    for one in made:
        if one.id not in kept:
            next_words = next(
                (other.writing for other in made if other.id in kept and other.id > one.id), present
            )
            assert not removes_a_third(one.writing, next_words)
