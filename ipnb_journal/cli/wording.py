# SPDX-License-Identifier: MIT
"""Problems as one line for a terminal: which file, where in it, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ipnb_journal.cli.terminal import safe
from ipnb_journal.desktop.wording.errors import words_for

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ipnb_journal.errors import AppError

NOT_ENCRYPTED = (
    "This archive is not encrypted: anyone who can open the file can read the whole journal in it."
)
RECOVERY = (
    "Recovery key of {file}, sheet {mark}:\n\n    {first}\n    {second}\n\n"
    "It opens this journal without the passphrase, and it is shown only now. Write it down or print it,\n"
    "keep it somewhere other than this computer, and show it to nobody. With the passphrase and this key\n"
    "both lost, nobody can open the journal, and no one can help."
)

OLD_COPIES = (
    "The passphrase before opens nothing in this file any more. Copies and backups made before still open "
    "with it."
)


def line_for(error: AppError) -> str:
    """What happened, in one line that names the file, the place in it and the reason."""
    own = _LINES.get(error.code)
    file = error.facts.get("file")
    told = own(error.facts) if own else _from_desktop(error)
    return safe(f"{file}: {told}" if file else told)


def _from_desktop(error: AppError) -> str:
    words = words_for(error)
    detail = words.detail.removeprefix("Details: ")
    more = f" ({detail})" if detail and detail != str(error.facts.get("file")) else ""
    return f"{words.title}. {words.body}{more}".replace("..", ".")


def _format(facts: Mapping[str, Any]) -> str:
    return f"{facts['place']}: {facts['reason']}"


def _file(facts: Mapping[str, Any]) -> str:
    return _REASONS.get(str(facts.get("reason")), str(facts.get("reason")))


_REASONS = {
    "journal": "a journal stands there, and no journal is ever written over; choose another name",
    "utf-8": "this is not UTF-8 text",
    "blank": "nothing was written, so no page was kept",
    "large": "this is too much for one page",
    "differ": "the two passphrases are not the same; nothing was changed",
}

_LINES: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "format": _format,
    "file": _file,
    "disk_full": lambda _: "There’s no room left on this disk. Nothing was half-written.",
    "no_terminal": lambda _: "There’s no terminal to type the passphrase in; give it with --passphrase-fd N.",
}
