# SPDX-License-Identifier: MIT
"""What each problem is called: what happened, what is safe, what you can do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ipnb_journal import __version__
from ipnb_journal.records import Record

if TYPE_CHECKING:
    from ipnb_journal.errors import AppError

Facts = Mapping[str, Any]


class Words(Record):
    """A problem in words. `risky`: something may be lost or wrong; `detail` is one muted, copyable line.

    `safe_first`: the body says what to do rather than what happened, so it comes after what is safe.
    """

    title: str
    body: str
    safe: str = ""
    detail: str = ""
    icon: str = "circle-alert"
    risky: bool = False
    safe_first: bool = False

    @property
    def told(self) -> str:
        """Body and safe line as one text, in the order they are read."""
        lines = (self.safe, self.body) if self.safe_first else (self.body, self.safe)
        return " ".join(line for line in lines if line)


def words_for(error: AppError) -> Words:
    """The words for a problem, by its code and facts."""
    told = _WORDS.get(error.code)
    return told(error.facts) if told else _unnamed(error)


def _unnamed(error: AppError) -> Words:
    return Words(
        "Something didn’t work", "It wasn’t done.", "Your journal is as it was.", f"Details: {error.code}"
    )


def _name(facts: Facts) -> str:
    file = facts.get("file")
    return f"“{Path(str(file)).name}”" if file else "the file"


def _missing(facts: Facts) -> Words:
    return Words(
        "This journal isn’t where it was",
        f"There’s no {_name(facts)} there. It may have been moved or renamed, "
        "or be on a drive that isn’t plugged in.",
        "Nothing has been changed.",
        f"Details: {facts.get('file', '')}",
        icon="file-warning",
    )


def _exists(facts: Facts) -> Words:
    return Words(
        "There is already a file with that name",
        f"{_name(facts).capitalize()} stands in that folder. Choose another name, or open it.",
        "It has been left as it is.",
        icon="file-warning",
    )


def _not_a_vault(facts: Facts) -> Words:
    return Words(
        "This file isn’t a whole journal",
        f"{_name(facts)} was cut short, was altered, or was never a journal made by this app.",
        "Nothing in the file has been changed. If you have a backup of it, open that one.",
        f"Details: {facts.get('reason', 'not recognised')}",
        icon="file-warning",
        risky=True,
    )


def _newer(facts: Facts) -> Words:
    if facts.get("unclosed"):
        body = "It wasn’t closed there. Open and close it once with the newer version first."
    elif facts.get("saved_with"):
        body = f"You have {__version__}. It was last saved with {facts['saved_with']}."
    else:
        body = "This version of the app can’t read everything in it. A newer one will open it."
    return Words(
        "This journal was saved by a newer version",
        body,
        "Nothing is wrong with it. To keep it safe, this version won’t change it.",
        f"Details: file format {facts.get('found', '?')}, this app reads {facts.get('known', '?')}",
        icon="file-clock",
    )


def _not_upgraded(facts: Facts) -> Words:
    needed, why = facts.get("needed"), facts.get("why")
    if needed:
        body = f"There’s no room for it. Make some, about {-(-int(needed) // 1_000_000)} MB, then try again."
    elif why == "vault_damaged":
        body = "Part of the journal can’t be read, so no whole copy could be made."
    else:
        body = "It couldn’t be made. Look whether the folder “backups” beside the journal can be written to."
    return Words(
        "This journal needs a backup before it’s brought up to date",
        body,
        "Nothing has been changed. The version you had before still opens it.",
        icon="file-clock",
    )


def _only_looking(_: Facts) -> Words:
    return Words(
        "This journal is only open to look at",
        "Nothing in it can be changed. To write in it, open it with the newer version.",
        "It is as it was.",
        icon="file-lock",
    )


def _wrong(facts: Facts) -> Words:
    slip = "Check for a slip in the spelling."
    return Words(
        "That passphrase doesn’t open this journal",
        f"{slip} Caps lock is on." if facts.get("caps_lock") else slip,
        "Nothing is lost, and there’s no limit on tries.",
        risky=True,
        safe_first=True,
    )


def _damaged(facts: Facts) -> Words:
    known, unreadable = facts.get("entries"), facts.get("unreadable")
    if known is None:
        body = "Some of it can’t be read. The rest may be fine."
    elif unreadable and unreadable == known:
        body = "None of its pages can be read."
    elif unreadable:
        body = f"{unreadable} of {known} pages can’t be read. The rest is fine."
    else:
        body = "Every page can be read. It’s other parts, such as the search or who a page is about."
    backup = facts.get("backup")
    return Words(
        "Part of this journal is damaged",
        body,
        "Nothing in the file has been changed. " + (backup or "If you have a backup of it, open that one."),
        f"Details: {facts.get('detail', 'a part can’t be read')}",
        icon="file-warning",
        risky=True,
    )


def _busy(facts: Facts) -> Words:
    host, pid = facts.get("host"), facts.get("pid")
    if facts.get("elsewhere"):
        return _busy_elsewhere(str(host))
    where = (
        f"It’s open in another window on this computer, {host}." if host else "It’s open in another window."
    )
    return Words(
        "This journal is already open",
        f"{where} Only one window can write in it at a time. Lock or close the other one, then try again.",
        "Nothing has been changed.",
        f"Details: process {pid}" if pid else "",
        icon="lock",
    )


def _busy_elsewhere(host: str) -> Words:
    return Words(
        f"This journal is open on {host}",
        f"Lock it there first, so that nothing is written in two places. If {host} was switched off without "
        "locking, or the drive was pulled out, it isn’t open any more.",
        "Nothing has been changed.",
        icon="lock",
    )


def _read_only(facts: Facts) -> Words:
    return Words(
        "This journal can’t be written to",
        f"The folder of {_name(facts)}, or the file itself, only allows reading. "
        "Allow writing there, or copy the journal to a folder of yours and open the copy.",
        "Nothing has been changed.",
        f"Details: {facts.get('file', '')}",
        icon="file-lock",
    )


def _locked(_: Facts) -> Words:
    return Words("The journal is locked", "Open it again to go on.", "Nothing is lost.", icon="lock")


def _disk_full(facts: Facts) -> Words:
    return Words(
        "There’s no room left on this disk",
        "Nothing more can be saved until some room is made, about 20 MB.",
        "What was saved before is safe. Your words are still here, in this window. Don’t close it yet.",
        "Details: no space left on device",
        icon="hard-drive",
        risky=True,
    )


_CODE_SLIPS = {
    "length": "It has 14 groups of four letters and numbers. Some are missing, or there are too many.",
    "letter": "One of the characters isn’t used in recovery keys.",
    "check": "One of the characters isn’t what’s on the sheet.",
}


def _code_wrong(facts: Facts) -> Words:
    group = facts.get("group")
    where = f" Look at group {group}." if group else ""
    return Words(
        "That isn’t the whole recovery key",
        _CODE_SLIPS.get(str(facts.get("reason")), _CODE_SLIPS["check"]) + where,
        "Nothing is lost, and there’s no limit on tries.",
        risky=True,
        safe_first=True,
    )


_UNFIT = {
    "empty": ("A passphrase is needed", "Type one, or take one that’s suggested."),
    "long": ("That passphrase is too long", "It can have up to about a thousand characters."),
    "short": ("That passphrase is too short", "Twelve characters or more, or five ordinary words."),
    "letters": ("That passphrase can’t be used", "One of its characters has no form that can be kept."),
    "common": ("That passphrase is easy to guess", "It’s one that many people use."),
    "same": ("That’s the passphrase you have now", "Choose another one, or make only a new recovery key."),
}


def _unfit(facts: Facts) -> Words:
    title, body = _UNFIT.get(str(facts.get("reason")), _UNFIT["short"])
    return Words(title, body, "Nothing has been made yet.", icon="key-round")


_NO_ANSWER = "This computer’s keyring isn’t answering"
_KEYRING = {
    "missing": (_NO_ANSWER, "There may be none set up on this computer.", "no keyring found"),
    "locked": (_NO_ANSWER, "It’s locked, or its own window was closed.", "the keyring is locked"),
    "refused": (
        _NO_ANSWER,
        "Another place for secrets is set for your account, and the key isn’t given to that one.",
        "PYTHON_KEYRING_BACKEND is set",
    ),
    "late": (_NO_ANSWER, "It may be waiting for you in a window of its own.", "no answer in time"),
    "not_kept": (_NO_ANSWER, "It didn’t do what it was asked.", "the keyring is as it was"),
    "absent": ("The key isn’t in this computer’s keyring any more", "It was taken out there.", ""),
    "outdated": ("The remembered key doesn’t fit this journal", "It has been forgotten.", ""),
}


def _keyring(facts: Facts) -> Words:
    usual = (_NO_ANSWER, "It may be locked, or not set up on this computer.", str(facts.get("detail", "")))
    title, body, detail = _KEYRING.get(str(facts.get("reason")), usual)
    safe = "Your journal is fine. Your passphrase still opens it."
    return Words(title, body, safe, f"Details: {detail}" if detail else "", icon="key-round")


def _held(facts: Facts) -> Words:
    return Words(
        "Another program is using the journal’s file",
        f"{_name(facts).capitalize()} couldn’t be replaced. It may be a program that looks for viruses, or "
        "one that keeps folders in step. Wait a moment, then try again.",
        "Nothing has been changed.",
        icon="file-lock",
    )


def _changed_but_closed(facts: Facts) -> Words:
    return Words(
        "The change is made, but the journal has closed",
        "It couldn’t be opened again just now. Open it with the passphrase you chose last.",
        "Everything in it is there.",
        f"Details: {facts.get('why', '')}",
        icon="lock",
    )


def _memory_short(_: Facts) -> Words:
    return Words(
        "There isn’t enough memory free to open the journal",
        "Opening it takes 256 MB for about half a second. Close another program, then try again.",
        "Nothing has been changed.",
        icon="hard-drive",
    )


def _format(facts: Facts) -> Words:
    place = f"{facts['place']}: " if facts.get("place") else ""
    return Words(
        "That file can’t be read",
        f"Something in {_name(facts)} isn’t as it should be.",
        "Nothing has been added to your journal.",
        f"Details: {place}{facts.get('reason', '')}",
        icon="file-warning",
    )


_UNWRITTEN = {
    "nothing": (
        "There’s nothing whole to put in a file yet",
        "None of the prompts chosen is finished. They stay here until they are.",
    ),
    "too_many": (
        "That’s more than one file can hold",
        "A set has room for {most} prompts, and {size} were chosen. Make two files of them.",
    ),
    "too_big": (
        "That’s more than one file can hold",
        "These prompts are too long together. Make two files of them.",
    ),
}


def _file(facts: Facts) -> Words:
    unwritten = _UNWRITTEN.get(str(facts.get("reason")))
    if unwritten is not None:
        title, body = unwritten
        told = body.format(most=facts.get("most"), size=facts.get("size"))
        return Words(title, told, "Nothing was written. Your prompts are as they were.", icon="file-down")
    return Words(
        "That file can’t be used just now",
        f"{_name(facts)} couldn’t be opened or written. Choose another place, or try again.",
        "Your journal is as it was.",
        f"Details: {facts.get('reason', '')}",
        icon="file-warning",
    )


def _not_found(facts: Facts) -> Words:
    if facts.get("what") == "thread":
        return Words(
            "That thread isn’t here any more",
            "The set it came from may have changed. The other threads are where they were.",
            "Nothing you wrote has changed.",
        )
    return Words(
        "That isn’t in the journal any more", "It may have been let go of meanwhile.", "Nothing else changed."
    )


_NO_BACKUP = {
    "missing": "{folder} isn’t there. It may be on a drive that isn’t plugged in.",
    "full": "There’s no room for it in {folder}.",
    "read_only": "{folder} only allows reading.",
    "damaged": "What was written to {folder} couldn’t be read back whole, so it wasn’t kept.",
}


def _backup_not_made(facts: Facts) -> Words:
    folder = Path(str(facts.get("folder", "")))
    told = _NO_BACKUP.get(str(facts.get("reason")), "Something kept it from being written to {folder}.")
    return Words(
        "No backup was made",
        told.format(folder=f"“{folder.name or folder}”") + " Choose another folder, or try again.",
        "Your journal is saved as usual.",
        f"Details: {facts.get('detail') or facts.get('reason', 'unknown')}",
        icon="hard-drive",
    )


_WORDS: dict[str, Callable[[Facts], Words]] = {
    "vault_missing": _missing,
    "vault_exists": _exists,
    "not_a_vault": _not_a_vault,
    "vault_newer": _newer,
    "wrong_passphrase": _wrong,
    "not_upgraded": _not_upgraded,
    "only_looking": _only_looking,
    "vault_damaged": _damaged,
    "vault_busy": _busy,
    "vault_read_only": _read_only,
    "vault_held": _held,
    "changed_but_closed": _changed_but_closed,
    "vault_locked": _locked,
    "disk_full": _disk_full,
    "backup_not_made": _backup_not_made,
    "recovery_code_wrong": _code_wrong,
    "passphrase_unfit": _unfit,
    "keyring_unavailable": _keyring,
    "memory_short": _memory_short,
    "format": _format,
    "file": _file,
    "not_found": _not_found,
}
