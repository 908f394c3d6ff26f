# SPDX-License-Identifier: MIT
"""What is said of the folder a journal lies in, and of moving it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.desktop.wording.errors import Words

if TYPE_CHECKING:
    from pathlib import Path

    from ipnb_journal.services.whereabouts import Keeper

ROW = "Where your journal is"
ROW_LINE = "“{name}”, in {folder}."
MOVE = "Move it"
TRY_AGAIN, SAVE_ELSEWHERE = "Try again", "Save somewhere else"
CAPTION = "Choose a folder for your journal"
MOVING = "Moving your journal"
MOVED = "Your journal is in {folder} now."
MOVED_ALONE = "Your journal is in {folder} now. Some of its backups are still in {former}."
LEFT = "Your journal is in {folder} now. The file it left behind is still there too."
SAME_FOLDER = "Your journal is in that folder already."
ANYWAY, ANOTHER, LEAVE = "Keep it there", "Choose another folder", "Leave it where it is"
THERE_TITLE, THERE_TITLE_NAMED = "That folder {keeper}", "That folder is one that {keeper}"
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


def keeps(keeper: Keeper) -> str:
    """What a keeper does to a folder: "Dropbox copies", "lies across a network"."""
    if keeper.kind == "network":
        return NETWORK
    return SYNCED_BY.format(name=keeper.name) if keeper.name else SYNCED


def why(keeper: Keeper) -> str:
    """Why a journal is better kept elsewhere."""
    return NETWORK_WHY if keeper.kind == "network" else SYNCED_WHY


def picked_line(keeper: Keeper | None) -> str:
    """What is said of a folder picked for a new journal; "" where there is nothing to say."""
    if keeper is None:
        return ""
    title = THERE_TITLE_NAMED if keeper.name else THERE_TITLE
    return f"{title.format(keeper=keeps(keeper))}. {why(keeper)}"


def kept_folder(keeper: Keeper) -> Words:
    """What to think of before a journal goes into a folder that somebody keeps."""
    title = THERE_TITLE_NAMED if keeper.name else THERE_TITLE
    synced = keeper.kind != "network"
    return Words(
        title.format(keeper=keeps(keeper)),
        why(keeper),
        SYNCED_SAFE if synced else NETWORK_SAFE,
        icon="hard-drive",
    )


def row_line(path: Path, keeper: Keeper | None) -> str:
    """The settings row's line: where the journal lies, and what it means if somebody keeps that folder."""
    where = ROW_LINE.format(name=path.name, folder=path.parent)
    if keeper is None:
        return where
    told = keeps(keeper)
    which = f"This folder is one that {told}." if keeper.name else f"This folder {told}."
    return f"{where} {which} {why(keeper)}"
