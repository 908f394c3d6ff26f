# SPDX-License-Identifier: MIT
"""What the editor of one's own prompts says beside a field: what is still open, what is worth a look."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from ipnb_journal.desktop.wording.own_prompts import LABELS
from ipnb_journal.desktop.wording.prompts import HOLD_BACK, TECHNIQUES, THEMES
from ipnb_journal.domain.careful_words import Care
from ipnb_journal.domain.prompts import Depth, HoldBack, Technique
from ipnb_journal.formats.problems import Problem, Reason

if TYPE_CHECKING:
    from collections.abc import Iterable

Facts = Mapping[str, Any]

_STILL: Mapping[str, str] = {
    "title": "It has no title yet. A small picture or a plain phrase will do.",
    "theme": "What it’s about isn’t chosen yet.",
    "depth": "How deep it goes isn’t chosen yet.",
    "minutes": "How long it takes isn’t chosen yet.",
    "domains": "Where it goes isn’t chosen yet. One is enough.",
    "draws_on": "What it draws on isn’t chosen yet. One is enough.",
    "steps.settle": "Settle is still empty. Half a minute to arrive by.",
    "steps.notice": "Notice is still empty. What is here now, or one moment to look at.",
    "steps.write": "Write is still empty. One open task.",
    "steps.connect": "Connect is still empty. Where being different and being close meet.",
    "steps.close": "Close is still empty. A way back into the day.",
    "lighter": "There’s no lighter way yet. The same thing made small, for a day with little room.",
    "author": "Who wrote it is left open. “me” is enough.",
    "licence": "What others may do with it is left open. “private” is enough.",
}
_CARE: Mapping[Care, str] = {
    Care.CLAIM: "says “{word}”, which can sound like a promise. What one can do or look at is enough.",
    Care.LABEL: "says “{word}”, which is a label. What happens, in plain words, gives more to write about.",
    Care.VERDICT: "says “{word}”, which holds a measure up to whoever reads it. It does without.",
    Care.PUSH: "says “{word}”, which pushes a little. It could be one way among others.",
    Care.LOUD: "says “{word}”, which is loud on a quiet page.",
}
_BREATH = (
    "Settle goes by the breath alone. For some people that’s no easy place: another way beside it, such as "
    "looking round or feeling the feet, lets them choose."
)
_EYES = "Settle asks for closed eyes alone. Resting the eyes on something is another way."
_GRADE = (
    "The sentences run rather long, as in a book for school grade {grade:.0f}. Short ones are kinder on a "
    "hard day."
)
_UNSEEN = (
    "{label} holds something that can’t be seen, as copied text often does. It’s left out when it’s shown."
)
_LINK = "{label} has “{found}”, which looks like a link. Nothing in a prompt leads out of here: leave it out."
_MARKUP = "{label} has “{found}”, which looks like the code of a web page. Plain words are enough."
_TOGETHER = (
    "“What you stand by” and “If this, then that” get in each other’s way on one page. Keep one of them "
    "here; the other could be a prompt of its own."
)


def sentence(problem: Problem) -> str:
    """What is open or worth a look, in a kind sentence or two."""
    return _WORDS[problem.reason](problem.field, problem.facts)


def by_field(problems: Iterable[Problem]) -> Mapping[str, tuple[str, ...]]:
    """The sentences for each field, in the order of the editor; what is meant for all of it is under ""."""
    told: dict[str, list[str]] = {}
    for problem in problems:
        said = told.setdefault(problem.field, [])
        words = sentence(problem)
        if words not in said:
            said.append(words)
    order = {name: place for place, name in enumerate(LABELS)}
    fields = sorted(told, key=lambda name: order.get(name, len(order)))
    return {name: tuple(told[name]) for name in fields}


def _label(field: str) -> str:
    return LABELS.get(field, field)


def _still(field: str, _facts: Facts) -> str:
    return _STILL.get(field, f"“{_label(field)}” is still empty.")


def _again(_field: str, facts: Facts) -> str:
    known = {theme.value: name for theme, name in THEMES.items()}
    named = known.get(str(facts["value"]), str(facts["value"]))
    return f"“{named}” is named twice. Once is enough."


def _held_back(_field: str, facts: Facts) -> str:
    because = str(facts["because"])
    if because == Depth.DEEP.value:
        what = "One that goes deep"
    elif because in set(Technique):
        what = f"One that draws on “{TECHNIQUES[Technique(because)]}”"
    else:
        what = "One that is built on the body"
    when = " and ".join(HOLD_BACK[HoldBack(code)] for code in facts["expected"])
    return f"{what} is usually left for another day {when}."


_WORDS: Mapping[Reason, Callable[[str, Facts], str]] = {
    Reason.BLANK: _still,
    Reason.MISSING: _still,
    Reason.TOO_LONG: lambda n, f: (
        f"{_label(n)} has {f['size']:,} characters, and {f['most']} fit on the page. Less is easily enough."
    ),
    Reason.TOO_MANY: lambda n, f: f"{_label(n)}: {f['most']} at most, so that it stays about one thing.",
    Reason.OUT_OF_RANGE: lambda n, f: f"{_label(n)}: choose from {f['least']} to {f['most']}.",
    Reason.REPEATED: _again,
    Reason.BAD_SHAPE: lambda n, f: f"“{_label(n)}” is “{f['value']}”, which other programs couldn’t read.",
    Reason.HTML: lambda n, f: _MARKUP.format(label=_label(n), found=f["found"]),
    Reason.LINK: lambda n, f: _LINK.format(label=_label(n), found=f["found"]),
    Reason.UNSEEN: lambda n, _: _UNSEEN.format(label=_label(n)),
    Reason.VALUES_WITH_PLANS: lambda _, __: _TOGETHER,
    Reason.HOLD_BACK_EXPECTED: _held_back,
    Reason.BREATH_ONLY: lambda _, __: _BREATH,
    Reason.EYES_CLOSED_ONLY: lambda _, __: _EYES,
    Reason.HARD_TO_READ: lambda _, f: _GRADE.format(grade=f["grade"]),
    Reason.CAREFUL: lambda n, f: f"{_label(n)} {_CARE[Care(f['care'])].format(word=f['word'])}",
}
SAID = frozenset(_WORDS)
"""Every reason that a prompt written here can have."""
