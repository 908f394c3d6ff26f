# SPDX-License-Identifier: MIT
"""The words of writing one's own prompts: the tab, the editor, and what is said of a set coming or going."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.desktop.wording import prompts, session
from ipnb_journal.desktop.wording.set_fields import FIELDS
from ipnb_journal.domain.entries import Step
from ipnb_journal.services.own_prompt_sets import Arrival

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from ipnb_journal.domain.own_prompts import PromptDraft
    from ipnb_journal.services.own_prompt_sets import Exported, Imported, SetPreview

LINE = "What you would like to be asked, in your own words. They’re offered among the others."
EMPTY = "Nothing here yet. A question you once wished somebody had asked you is a good beginning."
FILES_LINE = (
    "A set is an ordinary file. Whoever has it can read the prompts in it, and nothing else of yours."
)
NEW, IMPORT = "New prompt", "Import a set"
EXPORT_ALL, EXPORT_ONE, EXPORT_SOME = "Export all", "Export the one chosen", "Export the {count} chosen"
NO_GROUP = "In no group"
UNTITLED = "Without a title so far"
UNFINISHED = "Still being written"
CHOOSE = "Choose {title}"
CHANGE, WRITE_ON, TRY, REMOVE = "Change", "Write on", "Try", "Remove"
UP, DOWN = "Move up", "Move down"
ABOUT_ONE = "{action}: {title}"
REMOVED = "“{title}” is removed"
SETS = ("Prompt sets (*.toml)",)
EXPORT_CAPTION, IMPORT_CAPTION = "Where to put the set", "Which set to look at"

ARRIVING = "What’s in “{file}”"
ARRIVING_LINE = "Nothing has been taken in yet."
NEW_ONE, NEW_MANY = "1 prompt is new.", "{count} prompts are new."
HERE_ONE, HERE_MANY = "1 is here already.", "{count} are here already."
CHANGED_ONE = "1 has other words than the one here. It comes in beside it; yours stays as it is."
CHANGED_MANY = "{count} have other words than those here. They come in beside them; yours stay as they are."
NONE_ARRIVE = "There’s no prompt in it that could be taken in."
NOT_TAKEN = "It also holds {what}, for which there’s no place here yet."
THREAD_ONE, THREADS = "1 thread", "{count} threads"
WEEK_ONE, WEEKS = "1 week of homework", "{count} weeks of homework"
ODDITIES = "What’s odd in the file"
ODDITIES_LINE = "Only what’s sound is taken in."
MORE_ODDITIES = "And {count} more."
MOST_ODDITIES = 30
NEW_MARK: Mapping[Arrival, str] = {
    Arrival.NEW: "New",
    Arrival.ALREADY_HERE: "Here already",
    Arrival.CHANGED: "Other words than here",
}
INTO_GROUP = "Put them in a group"
INTO_GROUP_LINE = "With no name they come in no group."
TAKE_IN, LEAVE_IT = "Take them in", "Leave it"
TAKEN_ONE, TAKEN_MANY = "1 prompt was taken in.", "{count} prompts were taken in."
TAKEN_NONE = "Nothing new was in it."
STAYED_ONE, STAYED_MANY = "1 was here already.", "{count} were here already."
TAKEN_BACK = "What was taken in is out again."

BACK = "Prompts"
HEADING_NEW, HEADING = "A prompt of your own", "Your prompt"
DONE, DONE_SHORT, TRY_IT, TRY_SHORT = "Done for now", "Done", "Try it", "Try"
MORE, LESS = "More about it", "Less"
MORE_LINE = "What it draws on, when it’s best left for another day, and who wrote it."
AS_IT_WILL_LOOK = "As it will look"
STILL_OPEN, WORTH_A_LOOK = "Still open", "Worth a look"
OPEN_ONE, OPEN_SOME, OPEN_NONE = "1 thing still open", "{count} things still open", "How it will look"
WHOLE = "It’s whole. You can try it."
KEPT_LINE = "Nothing here stops you. Every word is kept as you type it."
BEFORE_TRYING = "Before you can try it: {sentence}"
NOT_CHOSEN = "Not chosen yet"
GROUP_NONE, GROUP_NEW = "No group", "A new group"
GROUP_NAME = "Name of the new group"
GROUP = "group"

LABELS: Mapping[str, str] = {
    "title": "Title",
    GROUP: "Group",
    "theme": "What it’s about",
    "also": "Also touches",
    "depth": "Depth",
    "minutes": "How long",
    **{f"steps.{step.value}": session.STEPS[step] for step in Step},
    "lighter": "A lighter way",
    "note": "A note with it",
    "domains": "Where it goes",
    "draws_on": "What it draws on",
    "hold_back": "Perhaps not",
    "body": "The body",
    "suits": "When it fits",
    "circles": prompts.CIRCLES,
    "author": "Written by",
    "licence": "What others may do with it",
}
"""By the dotted name of the field."""

_FROM_FIELDS = ("title", "lighter", "note", *(f"steps.{step.value}" for step in Step))
LINES: Mapping[str, str] = {
    **{name: FIELDS[f"prompt.{name}"] for name in _FROM_FIELDS},
    GROUP: "Only for your own order.",
    "theme": "The one it’s mostly about.",
    "minutes": "Unhurried.",
    "depth": "How much it may stir up.",
    "also": "Up to three other themes, if it has them.",
    "domains": "One to four. Only a way to find it again.",
    "draws_on": "One to four of these.",
    "hold_back": "When it’s best left for another day. It’s then not offered, and can still be opened.",
    "suits": "Any time, if you choose none.",
    "circles": "When it’s built on the two circles.",
    "author": "Goes with it when you export it.",
    "licence": "“private” says: not to be passed on.",
}
"""The helping line of each field."""


def title(draft: PromptDraft) -> str:
    """The title, or what stands for it so far."""
    return draft.title.strip() or UNTITLED


def about(draft: PromptDraft) -> str:
    """Theme, depth and length in a line, as far as they are chosen."""
    told = [prompts.THEMES[draft.theme]] if draft.theme is not None else []
    told += [prompts.DEPTHS[draft.depth].lower()] if draft.depth is not None else []
    told += [prompts.minutes(draft.minutes)] if draft.minutes is not None else []
    told += [prompts.CIRCLES.lower()] if draft.circles else []
    line = ", ".join([*told, *(prompts.MOMENTS[moment].lower() for moment in draft.suits)])
    return line[:1].upper() + line[1:]


def depth(key: str) -> str:
    """A depth with its line: "Gentle: ordinary things, close at hand"."""
    found = next(depth for depth in prompts.DEPTHS if depth.value == key)
    line = prompts.DEPTH_LINES[found]
    return f"{prompts.DEPTHS[found]}: {line[0].lower()}{line[1:]}"


def capital(words: str) -> str:
    """The words with a capital at their beginning."""
    return words[:1].upper() + words[1:]


def still_open(count: int) -> str:
    """What leads to the help where that stands below."""
    return _counted(count, OPEN_ONE, OPEN_SOME) if count else OPEN_NONE


def export(chosen: int) -> str:
    """What the button says that exports those chosen, or all where none is."""
    return EXPORT_ALL if not chosen else _counted(chosen, EXPORT_ONE, EXPORT_SOME)


def set_name(now: datetime) -> str:
    """A file name for a set that says nothing about what is in it."""
    return f"notes-{now:%Y-%m-%d}.toml"


def exported(told: Exported, path: Path) -> str:
    """What went out, and what stayed."""
    count = len(told.prompts)
    line = f"{_counted(count, '1 prompt is', '{count} prompts are')} in “{path.name}”."
    if told.unfinished:
        stayed = _counted(told.unfinished, "1 that is", "{count} that are")
        line += f" {stayed} still being written stayed here."
    return line


def arriving(found: SetPreview) -> tuple[str, ...]:
    """What taking a set in would do, a sentence each."""
    told = [
        _counted(found.count(arrival), one, many)
        for arrival, one, many in (
            (Arrival.NEW, NEW_ONE, NEW_MANY),
            (Arrival.CHANGED, CHANGED_ONE, CHANGED_MANY),
            (Arrival.ALREADY_HERE, HERE_ONE, HERE_MANY),
        )
        if found.count(arrival)
    ]
    left = [_counted(found.threads, THREAD_ONE, THREADS)] if found.threads else []
    left += [_counted(found.weeks, WEEK_ONE, WEEKS)] if found.weeks else []
    told = told or [NONE_ARRIVE]
    return (*told, NOT_TAKEN.format(what=" and ".join(left))) if left else tuple(told)


def imported(told: Imported) -> str:
    """What an import came to."""
    count = len(told.added)
    line = _counted(count, TAKEN_ONE, TAKEN_MANY) if count else TAKEN_NONE
    return f"{line} {_counted(told.kept, STAYED_ONE, STAYED_MANY)}" if count and told.kept else line


def _counted(count: int, one: str, many: str) -> str:
    return one if count == 1 else many.format(count=count)
