# SPDX-License-Identifier: MIT
"""The look over a program to be handed on: nothing in it that speaks to networks, or it is named."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CHECK = ROOT / "packaging" / "check_bundle.py"

CLEAN = {
    "ipnb-journal": b"\x7fELF program",
    "_internal/PySide6/QtCore.abi3.so": b"\x7fELF needs libQt6Core.so.6",
    "_internal/PySide6/Qt/lib/libQt6Core.so.6": b"\x7fELF libQt6Core.so.6",
    "_internal/PySide6/Qt/lib/libQt6DBus.so.6": b"\x7fELF libQt6DBus.so.6",
    "_internal/PySide6/Qt/plugins/platforms/libqxcb.so": b"\x7fELF needs libQt6Gui.so.6",
    "_internal/ipnb_journal/prompts/en/network.toml": b"words about QtNetwork and libQt6Network.so",
}
SPEAKING = {
    "_internal/PySide6/QtNetwork.abi3.so": b"\x7fELF",
    "_internal/PySide6/Qt/lib/libQt6Network.so.6": b"\x7fELF",
    "_internal/libQt6WebEngineCore.so.6": b"\x7fELF",
    "_internal/PySide6/Qt/libexec/QtWebEngineProcess": b"\x7fELF",
    "_internal/PySide6/Qt6Network.dll": b"MZ",
    "_internal/PySide6/Qt6Qml.dll": b"MZ",
    "Contents/Frameworks/QtNetwork.framework/Versions/A/QtNetwork": b"\xcf\xfa\xed\xfe",
    "_internal/PySide6/Qt/plugins/tls/libqopensslbackend.so": b"\x7fELF",
    "_internal/PySide6/Qt/plugins/networkinformation/libqnetworkmanager.so": b"\x7fELF",
    "_internal/PySide6/Qt/plugins/platforms/libqvnc.so": b"\x7fELF needs libQt6Network.so.6",
    "_internal/PySide6/plugins/platforms/qdirect.dll": b"MZ needs Qt6Network.dll",
}


def _made(folder: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def _look(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(CHECK), str(folder)], capture_output=True, text=True, timeout=50
    )


def test_a_clean_program_passes(tmp_path: Path) -> None:
    done = _look(_made(tmp_path, CLEAN))
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", SPEAKING)
def test_whatever_speaks_to_networks_is_named(tmp_path: Path, name: str) -> None:
    done = _look(_made(tmp_path, {**CLEAN, name: SPEAKING[name]}))
    assert done.returncode == 1
    assert [line for line in done.stdout.splitlines() if name in line], done.stdout
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_to_what_was_left_out_is_named_too(tmp_path: Path) -> None:
    (_made(tmp_path, CLEAN) / "_internal" / "libQt6Network.so.6").symlink_to("gone")
    assert "libQt6Network.so.6" in _look(tmp_path).stdout


def test_an_empty_folder_proves_nothing(tmp_path: Path) -> None:
    assert _look(tmp_path).returncode == 2
    assert _look(tmp_path / "missing").returncode == 2


def test_the_qt_of_this_environment_would_not_pass_as_it_is() -> None:
    """The real names, in case they change: everything that comes with Qt holds its network."""
    import PySide6  # noqa: PLC0415  only its place is wanted

    folder = Path(PySide6.__path__[0])
    named = {path.name for path in folder.rglob("*Network*") if path.suffix in (".so", ".dll", ".pyd")}
    done = _look(folder)
    assert done.returncode == 1
    assert named and all(name in done.stdout for name in named)
