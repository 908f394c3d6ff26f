# SPDX-License-Identifier: MIT
"""How hard an English text is to read: the Flesch-Kincaid grade."""

from __future__ import annotations

import re

_WORD = re.compile(r"[A-Za-z]+(?:[’'][A-Za-z]+)*")
_SENTENCE_END = re.compile(r"[.!?…:;]+(?=[\s”\"’')\]]|$)|\n+")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:(?:[^laeiouy]|[aeiouyl]l)es?|(?:[^tdlaeiouy]|[aeiouyl]l)ed)$")


def syllables(word: str) -> int:
    """About how many syllables an English word has, at least one."""
    letters = re.sub(r"[^a-z]", "", word.lower())
    groups = len(_VOWELS.findall(letters))
    if _SILENT.search(letters) and not re.search(r"(?:[cgsxz]|[cs]h)es$", letters):
        groups -= 1
    return max(1, groups)


def grade(text: str) -> float:
    """The Flesch-Kincaid grade, 0.39 words per sentence + 11.8 syllables per word - 15.59; 0.0 without words.

    A colon or semicolon ends a sentence here, as prompts are full of short lists.
    """
    pieces = [_WORD.findall(piece) for piece in _SENTENCE_END.split(text)]
    sentences = [words for words in pieces if words]
    if not sentences:
        return 0.0
    count = sum(map(len, sentences))
    spoken = sum(syllables(word) for words in sentences for word in words)
    return max(0.0, 0.39 * count / len(sentences) + 11.8 * spoken / count - 15.59)
