# SPDX-License-Identifier: MIT
"""What is said to an author about a prompt set file: where it is, what is there, what would be right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ipnb_journal.formats.problems import Problem, Reason

_TYPES = {
    "text": "text in quotes",
    "whole number": "a whole number without quotes",
    "flag": "true or false without quotes",
    "list": "a list in square brackets",
    "table": "a table with fields of its own",
    "day": "a date such as 2026-05-31 without quotes",
}
_FOUND = {
    "text": "text",
    "whole number": "a whole number",
    "number": "a number with a point",
    "flag": "true or false",
    "list": "a list",
    "table": "a table",
    "day": "a date",
    "moment": "a date with a time",
    "time": "a time of day",
}
_SHAPES = {
    "id": "small letters, digits and single dashes, such as emp-05",
    "language": "a language code, such as en or pt-BR",
    "country": "a two-letter country code such as LV, or *",
    "web address": "a whole web address, beginning with https://",
}
_EXAMPLES = {
    "format": "format = 1",
    "id": 'id = "emp-05"',
    "title": 'title = "Two weathers"',
    "theme": 'theme = "empathy"',
    "domains": 'domains = ["between us"]',
    "depth": 'depth = "gentle"',
    "minutes": "minutes = 7",
    "draws_on": 'draws_on = ["PG"], with the codes of what it draws on',
    "hold_back": "hold_back = [], with the codes of when not to offer it",
    "steps": "the five lines steps.settle to steps.close",
    "lighter": 'lighter = "…", a smaller way to do it',
    "lang": 'lang = "en"',
    "version": "version = 1",
    "author": 'author = "…"',
    "licence": 'licence = "CC BY 4.0"',
    "why": 'why = "…", the reason in plain words',
    "days": "one [[week.days]] for each day",
    "total_minutes": "total_minutes = 45",
    "agreed": 'agreed.if_hard, agreed.contact and agreed.share; each may be ""',
    "review_questions": 'review_questions = ["What surprised you?"]',
}


def place(problem: Problem) -> str:
    """Where it is: "boundaries.toml, line 12, bnd-01, depth"; parts that don't apply are left away."""
    parts = [problem.file]
    if problem.line is not None:
        parts.append(f"line {problem.line}")
    if problem.where is not None:
        parts.append(problem.where if isinstance(problem.where, str) else f"number {problem.where}")
    if problem.field:
        parts.append(problem.field)
    return ", ".join(parts)


def sentence(problem: Problem) -> str:
    """What is there and what would be right, in a sentence or two."""
    return _WORDS[problem.reason](problem.field, problem.facts)


def either(words: Sequence[str], joiner: str = "or") -> str:
    """The words as one phrase: "gentle, steady or deep"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joiner} {words[-1]}"


Facts = Mapping[str, Any]


def _number(value: int) -> str:
    return f"{value:,}"


def _missing(field: str, _facts: Facts) -> str:
    example = _EXAMPLES.get(field) or f'{field} = "…"'
    return f"{field} is missing; add {example}."


def _unknown(field: str, facts: Facts) -> str:
    if facts["near"]:
        return f"{field} isn’t a field here; did you mean {facts['near']}?"
    return f"{field} isn’t a field here; the fields are {either(facts['allowed'], 'and')}."


def _wrong_type(field: str, facts: Facts) -> str:
    return f"{field} is {_FOUND[facts['found']]}; use {_TYPES[facts['wanted']]}."


def _unclosed(_field: str, _facts: Facts) -> str:
    return (
        'A quotation mark opens here and never closes; close it on its line, or use """ around longer text.'
    )


def _same_id(_field: str, facts: Facts) -> str:
    where = f"{facts['file']}, line {facts['line']}" if facts["line"] else str(facts["file"])
    return f"This id is taken already, in {where}; choose another."


def _unseen(field: str, facts: Facts) -> str:
    found = either(facts["found"], "and")
    return f"{field} holds characters nobody sees ({found}). They were left out; retype it."


def _not_toml(_field: str, facts: Facts) -> str:
    detail = str(facts["detail"]).rstrip(".")
    return f"Here the file stops being TOML ({detail})." if detail else "Here the file stops being TOML."


def _hold_back(_field: str, facts: Facts) -> str:
    codes = either(facts["expected"], "and")
    return f"A prompt with {facts['because']} holds back at {codes} too; add it, unless you have a reason."


def _minutes(_field: str, facts: Facts) -> str:
    return f"total_minutes is {facts['said']}, and the days add up to {facts['counted']}."


def _breath(_field: str, _facts: Facts) -> str:
    return "Settling is only about the breath; offer another way beside it, such as looking or touching."


def _eyes(_field: str, _facts: Facts) -> str:
    return "Settling asks for closed eyes only; offer another way beside it, such as looking away."


_CARE = {
    "claim": "It promises or claims something; say what a person can do or look at instead.",
    "label": "It’s a label or a word of the clinic; describe what happens in plain words.",
    "verdict": "It weighs the person against a measure; leave the measure out.",
    "push": "It pushes; offer it as one way among others, or leave it out.",
    "loud": "It’s loud; say it in an even voice.",
}


def _alike(_field: str, facts: Facts) -> str:
    where = f"{facts['file']}, line {facts['line']}" if facts["line"] else str(facts["file"])
    part = f"The {facts['step']} step" if facts["step"] else "It"
    words = either(facts["words"], "and")
    return f"{part} is much like {facts['other']} ({where}): both have {words}. Make one of them different."


def _readers(count: int) -> str:
    return {0: "Nobody so far", 1: "One reader so far"}.get(count, f"{count} readers so far")


def _points(points: Sequence[int]) -> str:
    return f"point {points[0]}" if len(points) == 1 else f"points {either([str(p) for p in points], 'and')}"


_WORDS: Mapping[Reason, Callable[[str, Facts], str]] = {
    Reason.UNREADABLE: lambda _, f: f"It can’t be opened ({f['detail'] or 'no reason given'}).",
    Reason.TOO_BIG: lambda _, f: (
        f"It has over {_number(f['most'])} bytes, the most a set file may have; split it in two."
    ),
    Reason.LONG_LINE: lambda _, f: (
        f"The line has {_number(f['size'])} bytes; {_number(f['most'])} is the most. Break it up."
    ),
    Reason.MANY_DOTS: lambda _, f: f"A key has over {f['most']} dots; one or two are enough.",
    Reason.DEEP_NESTING: lambda _, f: f"Brackets lie over {f['most']} deep; one or two are enough.",
    Reason.NOT_TEXT: lambda _, __: "This isn’t UTF-8 text; save the file as UTF-8.",
    Reason.UNCLOSED: _unclosed,
    Reason.NOT_TOML: _not_toml,
    Reason.NEWER_FORMAT: lambda _, f: (
        f"format is {f['found']}, and this version reads up to {f['known']}; a newer IPNB Journal is needed."
    ),
    Reason.UNKNOWN_FIELD: _unknown,
    Reason.MISSING: _missing,
    Reason.WRONG_TYPE: _wrong_type,
    Reason.WRONG_CHOICE: lambda n, f: f"{n} is “{f['value']}”; use {either(f['allowed'])}.",
    Reason.OUT_OF_RANGE: lambda n, f: (
        f"{n} is {f['value']}; use a whole number from {f['least']} to {f['most']}."
    ),
    Reason.BLANK: lambda n, _: f"{n} is empty; put something there.",
    Reason.TOO_LONG: lambda n, f: f"{n} has {_number(f['size'])} characters; {f['most']} is the most.",
    Reason.TOO_MANY: lambda n, f: f"{n} has {f['size']} parts; {f['most']} is the most.",
    Reason.REPEATED: lambda n, f: f"{n} names “{f['value']}” again; once is enough.",
    Reason.BAD_SHAPE: lambda n, f: f"{n} is “{f['value']}”; use {_SHAPES[f['shape']]}.",
    Reason.HTML: lambda n, f: f"{n} holds “{f['found']}”, which looks like HTML; write plain text.",
    Reason.LINK: lambda n, f: f"{n} holds “{f['found']}”, which looks like a link; leave links out.",
    Reason.UNSEEN: _unseen,
    Reason.SAME_ID: _same_id,
    Reason.VALUES_WITH_PLANS: lambda _, __: (
        "VA and II don’t go together in one prompt; keep one of them, or make it two prompts."
    ),
    Reason.EMPTY_DAY: lambda _, __: (
        "A day with nothing in it; give it check_in, circles, prompt, task or rest."
    ),
    Reason.HOLD_BACK_EXPECTED: _hold_back,
    Reason.BREATH_ONLY: _breath,
    Reason.EYES_CLOSED_ONLY: _eyes,
    Reason.HARD_TO_READ: lambda _, f: (
        f"It reads like school grade {f['grade']}; {f['most']:g} or lower is kinder. Shorten the sentences."
    ),
    Reason.CAREFUL: lambda n, f: f"{n} says “{f['word']}”. {_CARE[f['care']]}",
    Reason.ALIKE: _alike,
    Reason.NOT_REVIEWED: lambda _, f: (
        f"{_readers(f['readers'])} found that all ten points hold for this wording; {f['wanted']} are wanted."
    ),
    Reason.REVIEW_FAILED: lambda _, f: (
        f"For {f['reader']} {_points(f['points'])} of the ten didn’t hold; mend it and raise its version."
    ),
    Reason.MINUTES_DIFFER: _minutes,
    Reason.PROMPT_UNKNOWN: lambda _, f: f"No prompt “{f['value']}” in its language is among these files.",
    Reason.DEEP_IN_WEEK: lambda _, f: f"“{f['value']}” is deep, and no deep prompt belongs in a ready week.",
}
