# SPDX-License-Identifier: MIT
"""Every word a person can see: calm, plain, never judging, spelled one way, whichever module says it."""

from __future__ import annotations

import ast
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from ipnb_journal.desktop.wording import look_back
from ipnb_journal.domain.prompts import Theme

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "ipnb_journal"
SAFETY = ("desktop/wording/safety.py", "desktop/wording/pause.py", "desktop/wording/settings.py", "safety/")
TELLERS = {"refuse", "FormatError", "ValueError"}
QUIET = {"cast", "TypeVar", "import_module", "getattr", "rcParams"}
NEITHER = re.compile(
    r"""
      (Ctrl|Alt|Shift|Esc|F\d+)(\+.*)?  # keys
    | [A-Z][a-z]*[A-Z]\w*               # names of classes and of signals
    | [\w.-]+\.(ttf|py|toml|svg|vault)  # names of files
    | [\w ]+\ \|\ [\w ]+                # types
    | .*[{};@]\s*(\n.*|[a-z-]+:.*)      # style sheets
    """,
    re.VERBOSE | re.DOTALL,
)


class Told(NamedTuple):
    """A text and where it stands: "desktop/menus.py:37", "wording/history.py:31 TITLE"."""

    where: str
    text: str


def _docstrings(tree: ast.AST) -> set[int]:
    """Every string that is a statement of its own: told to readers of the code only."""
    alone = (node.value for node in ast.walk(tree) if isinstance(node, ast.Expr))
    return {id(value) for value in alone if isinstance(value, ast.Constant)}


def _name(call: ast.expr) -> str:
    return call.attr if isinstance(call, ast.Attribute) else call.id if isinstance(call, ast.Name) else ""


def _silent(tree: ast.AST) -> set[int]:
    """Strings nobody is shown: docstrings, types, names given to the interpreter."""
    unseen = _docstrings(tree)
    for node in ast.walk(tree):
        parts: list[ast.expr] = []
        if isinstance(node, ast.Call) and _name(node.func) in QUIET:
            parts = node.args[:1]
        elif isinstance(node, ast.AnnAssign):
            parts = [node.annotation]
        unseen |= {id(inner) for part in parts for inner in ast.walk(part)}
    return unseen


def _is_prose(text: str) -> bool:
    words = re.search(r"[^\W\d_]{2}", text) and (" " in text.strip() or re.fullmatch(r"[A-Z][^\W\d_]+", text))
    return bool(words) and NEITHER.fullmatch(text.strip()) is None


def _in_module(path: Path) -> Iterator[Told]:
    where = path.relative_to(PACKAGE).as_posix()
    return _in_source(path.read_text(encoding="utf-8"), where)


def _in_source(source: str, where: str) -> Iterator[Told]:
    tree = ast.parse(source)
    unseen = _silent(tree)
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) and id(node) not in unseen else None
        if isinstance(text, str) and _is_prose(text):
            yield Told(f"{where}:{node.lineno}", text)


def _in_refusals(path: Path) -> Iterator[Told]:
    """What a reader of files says of one that is not right; it is shown as a detail."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _name(node.func) in TELLERS]
    for call in calls:
        for node in ast.walk(call):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and _is_prose(node.value):
                yield Told(f"{path.relative_to(PACKAGE).as_posix()}:{node.lineno}", node.value)


def _in_table(where: str, value: object) -> Iterator[Told]:
    if isinstance(value, str):
        yield Told(where, value)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _in_table(f"{where} {key}", inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _in_table(where, inner)


def _in_toml(path: Path) -> Iterator[Told]:
    where = path.relative_to(ROOT).as_posix()
    return _in_table(where, tomllib.loads(path.read_text(encoding="utf-8")))


@cache
def by_program() -> tuple[Told, ...]:
    """What the program itself says, in its window and in a terminal."""
    told: list[Told] = []
    for folder in ("desktop", "cli"):
        for path in sorted((PACKAGE / folder).rglob("*.py")):
            # a theme names colours and faces, and says nothing
            told += () if path.parent.name == "theme" else _in_module(path)
    for path in sorted((PACKAGE / "formats").glob("*.py")):
        told += _in_refusals(path)
    return tuple(told)


LISTS_OF_WORDS = {
    "domain/careful_words.py": "the words that a prompt leaves out",
    "domain/prompts.py": "a theme that an author of prompts names",
}


@cache
def by_the_rest() -> tuple[Told, ...]:
    """Prose outside desktop and cli, such as what a file that leaves the journal may say of itself."""
    told: list[Told] = []
    for folder in ("domain", "services", "vault", "formats"):
        for path in sorted((PACKAGE / folder).rglob("*.py")):
            told += _in_module(path)
    return tuple(one for one in told if one.where.split(":")[0] not in LISTS_OF_WORDS)


@cache
def by_resources() -> tuple[Told, ...]:
    """What prompt sets and crisis lines say."""
    files = (*sorted((ROOT / "prompts").rglob("*.toml")), ROOT / "resources/safety/crisis_lines.toml")
    told = (told for file in files for told in _in_toml(file))
    # what a set calls its themes is for authors; a person reads `wording.prompts`
    return tuple(one for one in told if one.text not in set(Theme))


@cache
def by_made_up_person() -> tuple[Told, ...]:
    """What the demo's invented person wrote: a voice of their own, spelled like everything else."""
    return tuple(
        told for file in sorted((ROOT / "resources/sample").glob("*.toml")) for told in _in_toml(file)
    )


@cache
def by_glossary() -> tuple[Told, ...]:
    """What the words mean; titles of other people's books keep their own spelling."""
    told = (told for file in sorted((ROOT / "resources/words").glob("*.toml")) for told in _in_toml(file))
    return tuple(one for one in told if " source " not in one.where)


def everything() -> tuple[Told, ...]:
    return (*by_program(), *by_resources())


def but_prompts() -> tuple[Told, ...]:
    """Without the prompts, where people speak as people do: `domain.careful_words` looks at those."""
    return tuple(told for told in everything() if not told.where.startswith("prompts/"))


def found(pattern: str, told: Iterable[Told], allowed: Iterable[str] = (), flags: int = re.I) -> list[str]:
    """Where `pattern` occurs once every allowed phrase is taken out."""
    hits = []
    for one in told:
        text = one.text
        for phrase in allowed:
            text = text.replace(phrase, "")
        if re.search(pattern, text, flags):
            hits.append(f"{one.where}: {one.text!r}")
    return hits


def _words(*words: str) -> str:
    return rf"\b({'|'.join(words)})\b"


def test_there_is_something_to_look_at() -> None:
    assert len(by_program()) > 500 and len(by_resources()) > 200 and len(by_made_up_person()) > 100
    places = " ".join(told.where for told in by_program())
    for module in (
        "desktop/menus.py",
        "desktop/wording/history.py",
        "cli/commands.py",
        "json_archive_reader",
    ):
        assert module in places
    assert {"Move to the drawer", "Lock now", "Copy table"} <= {told.text for told in by_program()}


def test_nothing_is_exclaimed() -> None:
    assert found("!", (*everything(), *by_glossary())) == []


@pytest.mark.parametrize("word", ["oops", "sorry", "invalid", "failed", "users?", "click(ed|ing|s)?"])
def test_no_word_that_blames_or_speaks_of_machines(word: str) -> None:
    assert found(_words(word), (*but_prompts(), *by_glossary())) == []


def test_please_is_kept_for_safety() -> None:
    assert found(_words("please"), (told for told in but_prompts() if not _is_safety(told))) == []
    assert found(_words("please"), (told for told in everything() if _is_safety(told)))


def _is_safety(told: Told) -> bool:
    return any(place in told.where for place in SAFETY)


JUDGING = (
    *(
        "improv(e|ed|es|ing|ement)",
        "worsen(ed|s|ing)?",
        "better",
        "worse",
        "progress(es|ed)?",
        "declin(e|ed|es)",
    ),
    *(
        "healthy",
        "normal",
        "significant(ly)?",
        "scores?",
        "level(led)? up",
        "streaks?",
        "on track",
        "relapsed?",
    ),
    *("risks?", "at risk", "diagnos\\w*", "symptoms?", "evidence-based", "clinical(ly)?", "rewir(e|es|ing)"),
    *("heal", "heals", "healing", "treatment", "integration score", "attachment style", "percentile"),
    *("enmeshed", "disengaged", "codependent", "avoidant", "dissociated", "manic", "depressed", "toxic"),
    *("narcissis\\w*", "window of tolerance"),
)
NOT_JUDGING = {
    "not a score": "says what the pictures are not",
    "Nothing here is a score": "says what the check-in is not",
    "There is no normal here": "says that there is nothing to be measured against",
    "Near isn’t better than apart": "says that neither is to be wished for",
    "works better than a page": "the pause page, of company and not of a person's numbers",
    "put you at risk": "safety: of somebody who reads along, not of the person",
    "isn’t treatment or a diagnosis": "says what the program is not",
    "It isn’t treatment": "says what the program is not",
}


@pytest.mark.parametrize("word", JUDGING)
def test_property_9_nobody_is_judged_or_promised_anything(word: str) -> None:
    assert found(_words(word), (*but_prompts(), *by_the_rest()), NOT_JUDGING) == []


NEVER_OF_NUMBERS = (
    *("improved", "worsened", "better", "worse", "progress", "decline", "healthy", "normal", "significant"),
    *("score", "level up", "streak", "on track", "relapse", "risk", "at risk", "Significantly", "Improving"),
    *("enmeshed", "disengaged", "codependent", "avoidant", "dissociated", "manic", "depressed", "toxic"),
    *("narcissist", "window of tolerance", "attachment style", "percentile", "diagnosis", "symptom"),
)


@pytest.mark.parametrize("word", NEVER_OF_NUMBERS)
def test_property_9_the_search_finds_each_word_wherever_it_is_said(word: str) -> None:
    source = f'''
"""A docstring may say {word}."""
HELD = ("one thing", {{"key": "In these 28 days you are {word} now."}})


def told(days: int) -> str:
    """So may this one: {word}."""
    return f"From {{days}} days: {word}." if days else "Nothing yet."
'''
    planted = list(_in_source(source, "desktop/wording/planted.py"))
    lines = {hit.split(":")[1] for one in JUDGING for hit in found(_words(one), planted, NOT_JUDGING)}
    assert lines == {"3", "8"}


def test_property_9_charts_look_back_and_paper_are_all_searched() -> None:
    """No module of words is left out, whatever it speaks of, unless it holds no sentence."""
    places = {told.where.split(":")[0] for told in by_program()}
    for path in sorted((PACKAGE / "desktop/wording").glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        unseen = _docstrings(tree)
        words = [
            node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in unseen
        ]
        if any(" " in str(word).strip() for word in words):
            assert path.relative_to(PACKAGE).as_posix() in places
    assert {
        f"desktop/wording/{name}.py" for name in ("over_time", "numbers", "insights", "circles")
    } <= places
    folders = {told.where.split("/")[0] for told in by_the_rest()}
    assert folders == {"domain", "services", "vault", "formats"}


@pytest.mark.parametrize("phrase", NOT_JUDGING)
def test_what_is_allowed_is_still_said(phrase: str) -> None:
    assert found(re.escape(phrase), everything(), flags=0)


@pytest.mark.parametrize("word", ["entry", "entries", "trash(ed)?", "overdue", "incomplete", "assessments?"])
def test_things_have_their_own_names(word: str) -> None:
    told = [one for one in by_program() if one.where.split(":")[0] not in _NAMED_OTHERWISE.get(one.text, ())]
    assert found(_words(word), told) == []


_NAMED_OTHERWISE = {
    # the title of a menu that works on whatever is written, a free page, an answer or a search alike
    "Entry": ("desktop/menus.py", "desktop/pages/entry.py"),
    # the sentences a Look-back may say are fixed, word for word
    look_back.HOW_MUCH: ("desktop/wording/look_back.py",),
    look_back.UNCLEAR: ("desktop/wording/look_back.py",),
}


STRAIGHT = r"[^\W\d_]'[^\W\d_]|\w'(?=\s|$)"


def test_apostrophes_and_quotation_marks_are_curly_everywhere() -> None:
    shown = (*everything(), *by_made_up_person(), *by_glossary())
    assert found(STRAIGHT, shown) == []
    # an author of prompt sets is shown TOML as it has to be typed
    quoted = [told for told in shown if not told.where.startswith("desktop/wording/prompt_problems")]
    quoted = [told for told in quoted if not told.where.startswith("formats/")]
    assert found('"', quoted) == []


DOTTED = {
    "Thinking of the last 24 hours…": "the line that the sliders go on from",
    "Thinking of you and {name}, most recently…": "the line that the sliders go on from",
    "Open another journal…": "a menu",
}


def test_dots_are_left_to_menus_and_to_what_goes_on() -> None:
    told = [one for one in by_program() if not one.where.startswith("desktop/wording/prompt_problems")]
    assert found("…", told, DOTTED) == []
    assert found(r"\.\.\.", (*everything(), *by_made_up_person())) == []


AMERICAN = (
    *(
        "color\\w*",
        "favorite\\w*",
        "favor(s|ed|ing)?",
        "honor\\w*",
        "neighbor\\w*",
        "behavior\\w*",
    ),
    *("center(s|ed)?", "gray", "licenses?", "practic(ed|ing)", "canceled", "canceling"),
    *("labeled", "traveled", "judgment", "toward", "gotten", "catalog", "dialog", "math", "fulfill"),
    "(organi|recogni|reali|summari|apologi|categori|customi|minimi|maximi|optimi|analy|synchroni|prioriti)z\\w*",
)


@pytest.mark.parametrize("word", AMERICAN)
def test_spelling_is_british(word: str) -> None:
    shown = (*everything(), *by_made_up_person(), *by_glossary())
    assert found(_words(word), shown, ["SIL Open Font License"]) == []


NAMES = {
    *("IPNB", "Journal", "JSON", "Python", "Qt", "SQLCipher", "Lucide", "Literata", "Figtree", "Atkinson"),
    *("Hyperlegible", "Mono", "Open", "Font", "License", "Sept", "Kingdom", "States", "Zealand"),
    *("Today", "Pause", "Lock", "Write", "History", "Insights", "Check", "Settings", "Help", "Enter", "Del"),
    *("Page", "Up", "Down", "Left", "Right", "Ctrl", "Alt", "Space", "Look-back", "Look-backs"),
}
"""What keeps its capital inside a label: names, keys, places of this program."""


def labels() -> Iterator[Told]:
    """Texts that name something: no sentence, no more than eight words."""
    for told in by_program():
        text = told.text.strip()
        if told.where.startswith("desktop/wording/prompt_problems"):
            continue
        if len(text.split()) <= 8 and not re.search(r"[.?:;“(]", text):
            yield told


def test_labels_are_in_sentence_case() -> None:
    loud = []
    for told in labels():
        for word in told.text.replace("{", " {").split()[1:]:
            bare = word.strip(",…”’")
            if re.match(r"[A-Z][a-z]", bare) and bare.removesuffix("’s") not in NAMES:
                loud.append(f"{told.where}: {told.text!r}")
    assert loud == []


def _headings() -> Iterator[Told]:
    """Constants of the wording modules that are called a title, and titles of help topics and problems."""
    for path in sorted((PACKAGE / "desktop").rglob("*.py")):
        where = path.relative_to(PACKAGE).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            yield from (Told(f"{where}:{line}", text) for line, text in _titles(node))


def _titles(node: ast.AST) -> Iterator[tuple[int, str]]:
    if isinstance(node, ast.Assign) and len(node.targets) == 1:
        target, value = node.targets[0], node.value
        pairs = [(target, value)]
        if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
            pairs = list(zip(target.elts, value.elts, strict=True))
        for name, text in pairs:
            if isinstance(name, ast.Name) and re.search(r"(^|_)(TITLE|HEAD|TAB)$", name.id):
                yield from _text_of(text)
    elif isinstance(node, ast.Call) and _name(node.func) in ("Topic", "Words") and node.args:
        yield from _text_of(node.args[0])


def _text_of(value: ast.expr) -> Iterator[tuple[int, str]]:
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.lineno, value.value


SPOKEN = {
    "Let’s set this down for a moment.": "what the pause page says to the person, not the name of a part",
}


def test_headings_have_no_full_stop() -> None:
    headings = list(_headings())
    assert len(headings) > 40
    assert [told for told in headings if told.text.endswith(".") and told.text not in SPOKEN] == []
