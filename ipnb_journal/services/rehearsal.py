# SPDX-License-Identifier: MIT
"""Seeing now and then whether the recovery key is still there, without the program ever showing it."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from ipnb_journal.domain import rehearsal
from ipnb_journal.domain.rehearsal import KeyQuestion, Rehearsals
from ipnb_journal.services import access, preferences
from ipnb_journal.vault import keys
from ipnb_journal.vault import preferences as stored

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipnb_journal.vault.vault import Vault

_REHEARSED = "recovery_key_rehearsed"
_PUT_OFF = "recovery_key_put_off"
OF_THIS_FILE = frozenset({_REHEARSED, _PUT_OFF})
"""Preferences that speak of the vault file itself and mean nothing in another one."""

_SYSTEM_RANDOM = secrets.SystemRandom()


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: which groups, from 1 to 14; and the `mark` and day of the sheet they stand on."""

    groups: tuple[int, ...]
    mark: str
    made: date | None


def to_ask(vault: Vault, today: date) -> KeyQuestion | None:
    """What to ask about the recovery key today; never anything once that was switched off."""
    if not preferences.read(vault).rehearse_key:
        return None
    values, known = stored.read_all(vault), access.keys_in_use(vault)
    so_far = Rehearsals(known.made, known.kept, _day(values, _REHEARSED), _day(values, _PUT_OFF))
    return rehearsal.to_ask(so_far, today)


def asked(vault: Vault) -> Asked:
    """Two groups to look for, others each time."""
    sheet = access.recovery_sheet(vault)
    return Asked(rehearsal.groups_to_ask(_SYSTEM_RANDOM), sheet.mark, sheet.made)


def answer(vault: Vault, typed: Mapping[int, str], today: date) -> tuple[int, ...]:
    """Compare groups by their numbers with the real key; the numbers of those that don't fit.

    With none left over it is noted that the key was found today. Case, spaces, O/0 and I/L/1 don't matter.
    """
    groups = keys.recovery_code(vault.key).split("-")
    wrong = tuple(
        number
        for number, group in sorted(typed.items())
        if not hmac.compare_digest(keys.plain(group).encode(), groups[number - 1].encode())
    )
    if typed and not wrong:
        stored.store(vault, {_REHEARSED: today.isoformat()})
    return wrong


def put_off(vault: Vault, today: date) -> None:
    """Not now: let every question rest for a month."""
    stored.store(vault, {_PUT_OFF: today.isoformat()})


def _day(values: dict[str, object], key: str) -> date | None:
    try:
        return date.fromisoformat(str(values.get(key)))
    except ValueError:
        return None


def stop(vault: Vault) -> None:
    """Never ask again, until that is switched on in the settings."""
    preferences.write(vault, replace(preferences.read(vault), rehearse_key=False))
