# SPDX-License-Identifier: MIT
"""Settings known before unlocking: one table of fields, defaults and checks, kept as TOML."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ipnb_journal import paths
from ipnb_journal.errors import FileProblem
from ipnb_journal.records import Record

if TYPE_CHECKING:
    from collections.abc import Callable

THEMES = ("system", "light", "dark")
WRITING_WIDTHS = ("close", "open", "wide")
LONGEST_TITLE = 40
LONGEST_WAIT = 15
LARGEST_FILE = 16 * 1024
MOST_DOTS = 200
"""On one line: the standard parser takes half a minute over a key of many parts."""


class Settings(Record):
    """How the window looks and when it locks; nothing here says anything about what is written.

    `text_percent` 100 to 200; `lock_after_minutes` 0 (never) to 15; `still_pictures` None follows
    the computer; `journal_path` is the journal opened last;
    `backup_folder` None is the folder beside each journal; `window_size` is width and height in px.
    """

    window_title: str = "Notes"
    theme: str = "system"
    strong_contrast: bool = False
    text_percent: int = 100
    writing_width: str = "open"
    still_pictures: bool | None = None
    lock_after_minutes: int = 2
    lock_on_minimise: bool = True
    hide_on_focus_loss: bool = False
    lock_on_focus_loss: bool = False
    hide_from_capture: bool = False
    word_count: bool = False
    journal_path: Path | None = None
    back_up_on_lock: bool = True
    backup_folder: Path | None = None
    window_size: tuple[int, int] | None = None


class Loaded(Record):
    """Settings as read. `problems` names each field that had to fall back to its default."""

    settings: Settings
    problems: tuple[str, ...] = ()


def load(file: Path | None = None) -> Loaded:
    """Read the settings file; what is missing or wrong there becomes its default, and is reported."""
    file = file or paths.settings_file()
    try:
        found = tomllib.loads(_read(file))
    except FileNotFoundError:
        return Loaded(Settings())
    except (OSError, ValueError, RecursionError):
        return Loaded(Settings(), ("file",))
    good: dict[str, Any] = {}
    problems: list[str] = []
    for name, value in found.items():
        read = _READ.get(name)
        taken = None if read is None else read(value)
        if taken is None:
            problems.append(name)
        else:
            good[name] = taken
    return Loaded(Settings(**good), tuple(problems))


def _read(file: Path) -> str:
    """The file's text, unless it is of a kind that would take long to parse: then ValueError."""
    with file.open("rb") as content:
        lines = content.read(LARGEST_FILE + 1).split(b"\n")
    whole = b"\n".join(lines)
    if len(whole) > LARGEST_FILE or any(line.count(b".") > MOST_DOTS for line in lines):
        raise ValueError(len(whole))
    return whole.decode()


def save(settings: Settings, file: Path | None = None) -> None:
    """Write the settings file in one step: either the new one is there, or the old one still is."""
    import tomli_w  # noqa: PLC0415  not needed to start, only to change something

    file = file or paths.settings_file()
    text = tomli_w.dumps({name: _plain(value) for name, value in settings.items() if value is not None})
    beside = file.with_name(f"{file.name}.new")
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside.unlink(missing_ok=True)
        with open(beside, "x", encoding="utf-8", opener=_private) as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        beside.replace(file)
    except OSError as error:
        raise FileProblem(file=file.name, reason=error.strerror or "") from error


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _plain(value: Any) -> Any:  # noqa: ANN401  whatever a field holds
    if isinstance(value, Path):
        return str(value)
    return list(value) if isinstance(value, tuple) else value


def _flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _one_of(*choices: str) -> Callable[[object], str | None]:
    return lambda value: value if isinstance(value, str) and value in choices else None


def _between(low: int, high: int) -> Callable[[object], int | None]:
    def read(value: object) -> int | None:
        whole = isinstance(value, int) and not isinstance(value, bool)
        return value if whole and low <= value <= high else None  # type: ignore[operator,return-value]

    return read


def _title(value: object) -> str | None:
    if not isinstance(value, str) or not value.isprintable() or len(value) > LONGEST_TITLE:
        return None
    return value.strip() or None


def _path(value: object) -> Path | None:
    return Path(value) if isinstance(value, str) and value and "\0" not in value else None


def _size(value: object) -> tuple[int, int] | None:
    if not isinstance(value, list) or len(value) != 2:
        return None
    read = _between(200, 20_000)
    width, height = read(value[0]), read(value[1])
    return None if width is None or height is None else (width, height)


_READ: dict[str, Callable[[Any], Any]] = {
    "window_title": _title,
    "theme": _one_of(*THEMES),
    "strong_contrast": _flag,
    "text_percent": _between(100, 200),
    "writing_width": _one_of(*WRITING_WIDTHS),
    "still_pictures": _flag,
    "lock_after_minutes": _between(0, LONGEST_WAIT),
    "lock_on_minimise": _flag,
    "hide_on_focus_loss": _flag,
    "lock_on_focus_loss": _flag,
    "hide_from_capture": _flag,
    "word_count": _flag,
    "journal_path": _path,
    "back_up_on_lock": _flag,
    "backup_folder": _path,
    "window_size": _size,
}
