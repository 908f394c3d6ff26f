# SPDX-License-Identifier: MIT
"""What a command has to talk to: streams, the clock, a passphrase without echo, safe words."""

from __future__ import annotations

import getpass
import os
import sys
import unicodedata
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO, TextIO

from ipnb_journal.errors import FileProblem, PassphraseUnfit

if TYPE_CHECKING:
    from ipnb_journal.domain.history import Snippet

_LONGEST_PASSPHRASE = 4096
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"


class NoTerminal(FileProblem):
    """A passphrase was to be asked for, but nobody can type it unseen."""

    code = "no_terminal"


def _now() -> datetime:
    return datetime.now().astimezone()


@dataclass(frozen=True)
class Terminal:
    """The way out and in of one command. `ask` gets a question and gives what was typed unseen."""

    out: TextIO = field(default_factory=lambda: sys.stdout)
    err: TextIO = field(default_factory=lambda: sys.stderr)
    clock: Callable[[], datetime] = _now
    ask: Callable[[str], str] = lambda question: _typed_unseen(question)

    @property
    def bytes_out(self) -> BinaryIO:
        """Standard output as bytes."""
        return self.out.buffer

    @property
    def bytes_in(self) -> BinaryIO:
        """Standard input as bytes."""
        return sys.stdin.buffer

    def say(self, line: str = "") -> None:
        """Print one line; it must be `safe` already."""
        self.out.write(line + "\n")

    def note(self, line: str) -> None:
        """Print one line about the command itself, beside what it prints."""
        self.err.write(line + "\n")

    def passphrase(self, descriptor: int | None, question: str = "Passphrase: ") -> str:
        """The passphrase: one line of a file descriptor, else asked for without echo.

        Raises PassphraseUnfit for a line too long or not in UTF-8, NoTerminal, FileProblem.
        """
        return self.ask(question) if descriptor is None else _line_of(descriptor)

    def marked(self, snippet: Snippet) -> str:
        """A snippet with its hits in bold where a person reads along."""
        before, after = (_BOLD, _PLAIN) if self.out.isatty() and "NO_COLOR" not in os.environ else ("", "")
        told, at = "", 0
        for start, length in snippet.hits:
            hit = safe(snippet.text[start : start + length])
            told += f"{safe(snippet.text[at:start])}{before}{hit}{after}"
            at = start + length
        return told + safe(snippet.text[at:])


def safe(text: str) -> str:
    """The text in one line, without anything that a terminal would obey or that hides."""
    return "".join(_shown(sign) for sign in text)


def _shown(sign: str) -> str:
    if sign in "\n\t\r":
        return " "
    return "" if unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else sign


def _typed_unseen(question: str) -> str:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", getpass.GetPassWarning)
            return getpass.getpass(question)
    except (getpass.GetPassWarning, EOFError) as nobody:
        raise NoTerminal from nobody


def _line_of(descriptor: int) -> str:
    """One line, read sign by sign so that what follows it stays for others to read."""
    line = b""
    try:
        while (sign := os.read(descriptor, 1)) not in {b"", b"\n"}:
            line += sign
            if len(line) > _LONGEST_PASSPHRASE:
                raise PassphraseUnfit(reason="long")
    except OSError as error:
        raise FileProblem(file=f"descriptor {descriptor}", reason=error.strerror) from error
    try:
        return line.removesuffix(b"\r").decode()
    except UnicodeDecodeError as error:
        raise PassphraseUnfit(reason="letters") from error
