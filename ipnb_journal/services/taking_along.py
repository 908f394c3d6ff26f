# SPDX-License-Identifier: MIT
"""Letting a finished picture or sheet out of the journal, as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.services.outgoing import appearing

if TYPE_CHECKING:
    from pathlib import Path

    from ipnb_journal.vault.vault import Vault


def write(vault: Vault, content: bytes, target: Path) -> None:
    """Write a file that only its owner can read, whole or not at all. Raises FileProblem, DiskFull."""
    with appearing(vault, target) as file:
        file.write(content)
