# SPDX-License-Identifier: MIT
"""Every folder the app reads or writes, and where its resources and prompts lie.

The environment variable `IPNB_JOURNAL_HOME` moves everything a person has into one folder, which
makes a portable installation possible and keeps tests away from the real home.
"""

from __future__ import annotations

import os
from pathlib import Path

HOME_VARIABLE = "IPNB_JOURNAL_HOME"
VAULT_SUFFIX = ".vault"
_APP = "ipnb-journal"
_PACKAGE = Path(__file__).resolve().parent


def data_folder() -> Path:
    """The folder that holds the journal unless the person chose another; it may not exist yet."""
    chosen = _chosen_home()
    if chosen is not None:
        return chosen
    import platformdirs  # noqa: PLC0415 - 20 ms that a chosen home does not need

    return Path(platformdirs.user_data_dir(_APP, appauthor=False))


def default_path() -> Path:
    """Where a journal is made unless the person chooses otherwise; the name tells nothing."""
    return data_folder() / f"notes{VAULT_SUFFIX}"


def settings_file() -> Path:
    """The TOML file of settings that are known before unlocking; it may not exist yet."""
    chosen = _chosen_home()
    if chosen is not None:
        return chosen / "settings.toml"
    import platformdirs  # noqa: PLC0415 - 20 ms that a chosen home does not need

    return Path(platformdirs.user_config_dir(_APP, appauthor=False)) / "settings.toml"


def remembered_file() -> Path:
    """The list of journals whose key is in this computer's keyring; there is none while there is no such."""
    return settings_file().with_name("remembered")


def resources() -> Path:
    """The folder of themes, icons, fonts, safety numbers and word lists."""
    return _shipped("resources")


def prompts() -> Path:
    """The folder of shipped prompt sets, one folder per language."""
    return _shipped("prompts")


def rescue_script() -> Path:
    """The program that reads a journal without this one; it is copied into every folder of backups."""
    return _shipped("packaging") / "rescue.py"


def _chosen_home() -> Path | None:
    chosen = os.environ.get(HOME_VARIABLE)
    return Path(chosen).expanduser().absolute() if chosen else None


def _shipped(name: str, package: Path = _PACKAGE) -> Path:
    """A shipped folder: inside the package once installed or frozen, beside it in a checkout."""
    inside = package / name
    return inside if inside.is_dir() else package.parent / name
