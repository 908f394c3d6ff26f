# SPDX-License-Identifier: MIT
"""What the words mean; it needs no open journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal import paths
from ipnb_journal.errors import FileProblem, FormatError
from ipnb_journal.formats import glossary as files
from ipnb_journal.formats.toml_places import MOST_BYTES

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from ipnb_journal.domain.glossary import Glossary

LANGUAGE = "en"


def read(lang: str = LANGUAGE, folder: Path | Traversable | None = None) -> Glossary:
    """The glossary and readings in a language, or in English where there are none in it.

    `folder`: where the files lie, by default the shipped one. Raises FileProblem, or FormatError where
    nothing in the file can be used.
    """
    root = folder if folder is not None else paths.resources() / "words"
    try:
        known = {file.name for file in root.iterdir()}
        name = f"{lang}.toml" if f"{lang}.toml" in known else f"{LANGUAGE}.toml"
        with (root / name).open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise FileProblem(file=str(root), reason=error.strerror) from error
    words = files.read(content, name)
    if not words.glossary.terms and not words.glossary.readings:
        first = words.problems[0] if words.problems else None
        place, reason = (first.line, first.reason) if first else (None, "blank")
        raise FormatError(file=name, place=place, reason=reason)
    return words.glossary
