# SPDX-License-Identifier: MIT
"""English words that a prompt leaves out: promises, labels, verdicts, and pushes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Care(StrEnum):
    """Why a word is left out; `desktop` says it in a sentence."""

    CLAIM = "claim"
    LABEL = "label"
    VERDICT = "verdict"
    PUSH = "push"
    LOUD = "loud"


@dataclass(frozen=True, slots=True)
class Careful:
    """A word found, and why it is left out."""

    word: str
    care: Care


_WORDS: Mapping[Care, str] = {
    Care.CLAIM: (
        r"heal(?:s|ed|ing|er|ers)?|cur(?:e|es|ed|ing)|rewir\w+|vagal|vagus|neuroplastic\w*|dopamine|serotonin"
        r"|oxytocin|cortisol|evidence-based|clinically|scientifically|proven|treat(?:s|ment|ments)?|therap\w+"
        r"|(?:left|right)[- ]brain(?:ed)?|brain integration|transform(?:s|ed|ing|ation|ative)?|guarantee\w*"
    ),
    Care.LABEL: (
        r"trauma\w*|diagnos\w+|symptoms?|disorders?|toxic|narciss\w+|codependen\w+|co-dependen\w+|avoidant"
        r"|anxious(?:ly)? attached|enmesh\w+|disengaged|gaslight\w*|trigger(?:s|ed|ing)?|inner child"
        r"|dysfunction\w*|patholog\w+|attachment (?:style|type)s?|relaps\w+|dysregulat\w+"
    ),
    Care.VERDICT: (
        r"scor(?:e|es|ed|ing)|healthy|unhealthy|healthier|normal|abnormal|at risk|improv(?:e|es|ed|ing|ement)"
        r"|correct|progress|better person|well[- ]adjusted"
    ),
    Care.PUSH: (
        r"forgiv(?:e|es|ing|eness)|confront(?:s|ed|ing|ation)?|reconcil\w+|should(?:n[’']t)?|must(?:n[’']t)?"
        r"|ought to|have to let go|let go of your|be grateful|be positive|look on the bright side"
        r"|make up with|stand up to"
    ),
}
_FINDERS = {care: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for care, words in _WORDS.items()}
_LOUD = re.compile(r"!+|\b[A-Z]{4,}\b")


def found_in(text: str) -> tuple[Careful, ...]:
    """Each such word in an English text, once, in the order of why."""
    found = {
        Careful(word, care): None
        for care, finder in _FINDERS.items()
        for word in (match.group().lower() for match in finder.finditer(text))
    }
    found.update({Careful(loud, Care.LOUD): None for loud in _LOUD.findall(text)})
    return tuple(found)
