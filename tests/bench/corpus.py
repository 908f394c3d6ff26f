# SPDX-License-Identifier: MIT
"""English-like pages from a seed: Zipf-distributed made-up words, 150 to 450 of them a page."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

VOCABULARY = 20_000
_STARTS = ("b", "c", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "br", "ch")
_STARTS += ("cl", "dr", "fl", "gr", "pl", "pr", "sh", "sl", "sp", "st", "th", "tr", "wh")
_VOWELS = ["a", "e", "i", "o", "u", "ai", "ea", "ee", "oo", "ou"]
_ENDS = ["", "", "", "n", "r", "s", "t", "l", "nd", "st", "ng", "rk", "m", "d"]


class Corpus:
    """Pages number 0 to `count` - 1, the newest last; the same for the same seed."""

    def __init__(self, count: int, seed: int = 7) -> None:
        self.count = count
        random = Random(seed)
        words: dict[str, None] = {}
        while len(words) < VOCABULARY:
            syllables = random.choices((1, 2, 3), (2, 5, 3))[0]
            words["".join(self._syllable(random) for _ in range(syllables))] = None
        self.words = sorted(words, key=lambda word: (len(word), random.random()))
        weights = list(accumulate(1 / (rank + 2.7) for rank in range(VOCABULARY)))
        self._pages = [
            random.choices(self.words, cum_weights=weights, k=random.randint(150, 450)) for _ in range(count)
        ]

    @staticmethod
    def _syllable(random: Random) -> str:
        return random.choice(_STARTS) + random.choice(_VOWELS) + random.choice(_ENDS)

    def text(self, number: int) -> str:
        """A page in sentences of twelve words."""
        words = self._pages[number]
        lines = (" ".join(words[start : start + 12]).capitalize() for start in range(0, len(words), 12))
        # as often as not a page is plain ASCII; the others have a typographic sign, which costs a search more
        return ". ".join(lines) + (". And so it’s done." if number % 2 else ".")

    def about(self, number: int) -> date:
        """The day a page is about: two pages a day, ending on the last day of 2025."""
        return date(2025, 12, 31) - timedelta(days=(self.count - 1 - number) // 2)

    def moment(self, number: int) -> datetime:
        """When a page was written."""
        return datetime.combine(self.about(number), datetime.min.time(), UTC) + timedelta(
            hours=8 + number % 2 * 12
        )

    def rows(self) -> Iterator[tuple[object, ...]]:
        """Values for INSERT; see `INSERT` for the columns."""
        for number in range(self.count):
            about, moment = self.about(number), self.moment(number)
            place = (about.toordinal() << 24) | ((moment.hour * 3600) << 7)
            told = moment.isoformat()
            yield place, f"bench{number}", about.isoformat(), told, told, self.text(number)

    def queries(self) -> dict[str, str]:
        """A rare, a middling and a common word, two common words, and beginnings of words."""
        found = Counter(word for page in self._pages for word in set(page))

        def nearest(share: float) -> str:
            long_enough = [word for word in found if len(word) > 3]
            return min(long_enough, key=lambda word: (abs(found[word] - share * self.count), word))

        common, often = nearest(0.25), nearest(0.2)
        return {
            "rare word (5 pages)": nearest(5 / self.count),
            "1 % of pages": nearest(0.01),
            "a quarter of pages": common,
            "nine in ten pages": nearest(0.9),
            "two common words": f"{common} {often}",
            "beginning, 2 letters": common[:2],
            "beginning, 4 letters": common[:4],
        }


INSERT = (
    "INSERT INTO entries (place, uid, kind, about_day, written_at, changed_at, zone, body)"
    " VALUES (?, ?, 'free', ?, ?, ?, '+00:00', ?)"
)
