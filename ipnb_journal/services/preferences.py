# SPDX-License-Identifier: MIT
"""A person's private settings, kept inside the vault."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any

from ipnb_journal.vault import preferences as stored
from ipnb_journal.vault import remains

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class Preferences:
    """Private settings with their defaults.

    `country`: ISO 3166 alpha-2 code for crisis numbers, "" while not chosen.
    `left_out_themes`: themes never invited. `lose_touch`: sometimes losing
    touch with where one is. The switches are worded in `desktop.pages.settings`.
    """

    journal_name: str = "My journal"
    country: str = ""
    offer_pause: bool = True
    not_everyone_safe: bool = False
    body_focus_off: bool = False
    kindness_hard: bool = False
    recent_loss: bool = False
    recent_separation: bool = False
    lose_touch: bool = False
    show_last_mark: bool = True
    rehearse_key: bool = True
    left_out_themes: tuple[str, ...] = ()


_DEFAULTS = Preferences()


def read(vault: Vault) -> Preferences:
    """The stored settings; a missing or unusable value is its default."""
    values = stored.read_all(vault)
    kept: dict[str, Any] = {}
    for field in fields(Preferences):
        kept[field.name] = _fitting(values.get(field.name), getattr(_DEFAULTS, field.name))
    return Preferences(**kept)


def write(vault: Vault, preferences: Preferences) -> None:
    """Store the settings; what a newer version stored under other names stays."""
    with vault.transaction():
        if read(vault).journal_name != preferences.journal_name:
            remains.note(vault)
        stored.store(vault, asdict(preferences))


def _fitting(value: object, default: object) -> object:
    """The value in the default's type, or the default where it has another."""
    if isinstance(default, tuple) and isinstance(value, list):
        return tuple(value) if all(isinstance(item, str) for item in value) else default
    return value if type(value) is type(default) else default
