# SPDX-License-Identifier: MIT
"""Which prompts of a set say nearly the same, told by the uncommon words they share.

Each prompt is a bag of stems and of neighbouring pairs of stems, each weighed by how rare it is in
the set (term frequency times inverse document frequency, Spärck Jones 1972); two prompts are as alike
as the cosine between their bags (Salton and others 1975).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import log, sqrt
from typing import TYPE_CHECKING

from ipnb_journal.domain.entries import Step
from ipnb_journal.domain.prompts import Prompt

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


ALIKE = 0.30
"""From this cosine on two whole prompts are called alike; the shipped ones stay well below it."""

STEP_ALIKE = 0.62
"""From this cosine on one step of two prompts is called alike."""

FEWEST = 6
_SHOWN = 4
_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?")
_COMMON_WORDS = (
    "a an the and or but if then of to in on at by for from with without into over under as is are was"
    " were be been it its this that these those there here what which who whom whose when where how why"
    " you your yours i me my mine he she they them their we us our one two three first second not no nor"
    " do does did done have has had can could would will may might more most less least than too very so"
    " such just only also any some each every all both other another same own still now today write name"
    " look find choose pick think line word words"
)
_COMMON = frozenset(_COMMON_WORDS.split())


@dataclass(frozen=True, slots=True)
class Alike:
    """Two prompts that say nearly the same. `step`: None where they are alike as a whole.

    `share`: the cosine, 0 to 1; `words`: the rarest they share.
    """

    first: Prompt
    second: Prompt
    step: Step | None
    share: float
    words: tuple[str, ...]


def near_duplicates(prompts: Sequence[Prompt]) -> tuple[Alike, ...]:
    """Every pair of one language that is alike as a whole, else in a step; the most alike first.

    Takes about as long as there are pairs that share a word: a tenth of a second for 130 prompts.
    """
    found = [*_alike(prompts, None, ALIKE)]
    whole = {(one.first.id, one.second.id) for one in found}
    for step in Step:
        found += [
            one for one in _alike(prompts, step, STEP_ALIKE) if (one.first.id, one.second.id) not in whole
        ]
    return tuple(sorted(found, key=lambda one: -one.share))


def likeness(first: Mapping[str, float], second: Mapping[str, float]) -> float:
    """The cosine between two bags of weights, 0.0 where either is empty.

    Example: {a: 1, b: 1} and {a: 1, c: 1} give 0.5.
    """
    one, two = _unit(first), _unit(second)
    return sum(weight * two[word] for word, weight in one.items() if word in two)


def _unit(weights: Mapping[str, float]) -> dict[str, float]:
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()} if length else {}


def _alike(prompts: Sequence[Prompt], step: Step | None, least: float) -> list[Alike]:
    bags = [_bag(_said(prompt, step)) for prompt in prompts]
    units = [_unit(weights) for weights in _weighed(bags)]
    found = []
    for (n, m), share in _shares(units).items():
        first, second = prompts[n], prompts[m]
        if share >= least and first.lang == second.lang and min(len(bags[n]), len(bags[m])) >= FEWEST:
            found.append(Alike(first, second, step, share, _shared(units[n], units[m])))
    return found


def _shares(units: Sequence[Mapping[str, float]]) -> dict[tuple[int, int], float]:
    """The cosine of every pair that shares anything, by way of who holds each word."""
    holders: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, weights in enumerate(units):
        for word, weight in weights.items():
            holders[word].append((number, weight))
    shares: defaultdict[tuple[int, int], float] = defaultdict(float)
    for held in holders.values():
        for (n, one), (m, two) in combinations(held, 2):
            shares[n, m] += one * two
    return shares


def _said(prompt: Prompt, step: Step | None) -> str:
    if step is not None:
        return prompt.steps[step]
    return "\n".join((prompt.title, *prompt.steps.values(), prompt.lighter))


def _bag(text: str) -> Counter[str]:
    stems = [_stem(word) for word in _WORD.findall(text.lower()) if word not in _COMMON]
    return Counter([*stems, *(f"{one} {two}" for one, two in pairwise(stems))])


def _stem(word: str) -> str:
    """The word without its commonest English endings; rough on purpose."""
    word = re.sub(r"['’]\w*$", "", word)
    for ending in ("ingly", "edly", "ing", "ies", "ied", "es", "ed", "ly", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def _weighed(bags: Sequence[Counter[str]]) -> list[dict[str, float]]:
    held_by = Counter(stem for bag in bags for stem in bag)
    return [
        {stem: count * log((1 + len(bags)) / held_by[stem]) for stem, count in bag.items()} for bag in bags
    ]


def _shared(first: Mapping[str, float], second: Mapping[str, float]) -> tuple[str, ...]:
    both = sorted(first.keys() & second.keys(), key=lambda stem: (-first[stem] * second[stem], stem))
    return tuple(both[:_SHOWN])
