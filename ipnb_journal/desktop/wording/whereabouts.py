# SPDX-License-Identifier: MIT
"""What is said of the folder a journal lies in, and of moving it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from ipnb_journal.services.whereabouts import Keeper

ROW = "Where your journal is"
ROW_LINE = "“{name}”, in {folder}."
MOVE = "Move it"
CAPTION = "Choose a folder for your journal"
MOVING = "Moving your journal"
MOVED = "Your journal is in {folder} now."
SAME_FOLDER = "Your journal is in that folder already."
ANYWAY, ANOTHER, LEAVE = "Keep it there", "Choose another folder", "Leave it where it is"
HERE_TITLE = "Your journal is in a folder that {keeper}"
THERE_TITLE = "That folder is one that {keeper}"
SYNCED, SYNCED_BY = "is copied elsewhere", "{name} copies"
NETWORK = "lies across a network"
SYNCED_WHY = (
    "The copying can catch the file half-written, and a copy like that doesn’t open. "
    "Keep the journal on this computer, and let its backups go there: they’re written once, and whole."
)
NETWORK_WHY = (
    "When the connection breaks off, the last words may not reach the file. "
    "Keep the journal on this computer, and let its backups go there."
)
SYNCED_SAFE = "Whoever runs it can’t read the journal. They can see its size and when you write."
NETWORK_SAFE = "What was saved before is safe."
OPEN_HERE = "It isn’t open there"


def keeps(keeper: Keeper) -> str:
    """What a keeper does to a folder: "Dropbox copies", "lies across a network"."""
    if keeper.kind == "network":
        return NETWORK
    return SYNCED_BY.format(name=keeper.name) if keeper.name else SYNCED


def why(keeper: Keeper) -> str:
    """Why a journal is better kept elsewhere."""
    return NETWORK_WHY if keeper.kind == "network" else SYNCED_WHY


def row_line(path: Path, keeper: Keeper | None) -> str:
    """The settings row's line: where the journal lies, and what that means where somebody keeps the folder."""
    where = ROW_LINE.format(name=path.name, folder=path.parent)
    if keeper is None:
        return where
    told = keeps(keeper)
    which = f"This folder is one that {told}." if keeper.name else f"This folder {told}."
    return f"{where} {which} {why(keeper)}"
