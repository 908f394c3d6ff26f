# SPDX-License-Identifier: MIT
"""Settings that must stay private, each a JSON value under a key."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipnb_journal.vault.vault import Vault


def read_all(vault: Vault) -> dict[str, object]:
    """Every stored value by its key; a value that is no JSON is left out."""
    values: dict[str, object] = {}
    for key, text in vault.query("SELECT key, value FROM preferences ORDER BY key"):
        try:
            values[key] = json.loads(text)
        except ValueError:
            continue
    return values


def store(vault: Vault, values: Mapping[str, object]) -> None:
    """Set these keys to JSON values; keys not named keep what they have."""
    with vault.transaction():
        vault.execute_many(
            "INSERT INTO preferences (key, value) VALUES (?, ?)"
            " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            [(key, json.dumps(value, ensure_ascii=False)) for key, value in values.items()],
        )
        vault.touch("preferences")
