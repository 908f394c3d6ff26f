# SPDX-License-Identifier: MIT
"""Commands run in this process on real journals, with a terminal that keeps what it is told."""

from __future__ import annotations

import io

import pytest

from ipnb_journal.cli import commands as command_line
from ipnb_journal.cli import opening
from ipnb_journal.cli.terminal import Terminal
from ipnb_journal.services import sample
from ipnb_journal.vault.vault import Vault


class Speaking(Terminal):
    """A terminal whose streams are kept, and whose person types what was agreed before."""

    def __init__(self, now, typed=(), given=b""):
        answers = iter(typed)
        out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
        super().__init__(out, io.StringIO(), lambda: now, lambda question: next(answers))
        object.__setattr__(self, "given", io.BytesIO(given))

    @property
    def bytes_in(self):
        return self.given

    @property
    def told(self) -> str:
        return self.out.buffer.getvalue().decode()


@pytest.fixture
def ipnb(now, vault_key, monkeypatch):
    """Run a command in this process; opening costs no derivation, everything else is real."""
    monkeypatch.setattr(opening.access, "unlock", lambda path, passphrase: Vault.open(path, vault_key.raw))

    def run(*arguments: object, given: bytes = b"", typed=("passphrase",)) -> tuple[int, str, str]:
        terminal = Speaking(now, typed, given)
        code = command_line.run([str(one) for one in arguments], terminal)
        return code, terminal.told, terminal.err.getvalue()

    return run


@pytest.fixture
def year_path(vault_path, vault_key, now):
    vault = Vault.open(vault_path, vault_key.raw)
    sample.fill(vault, 1, now.date())
    vault.close()
    return vault_path
