# SPDX-License-Identifier: MIT
"""`check_bundle.py FOLDER` fails if a program made to be handed on holds anything to speak to a network with.

It goes by names and, for libraries and plug-ins, by what they ask the system to load beside them.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

_PARTS = (
    "Network|NetworkAuth|Qml|Quick|WebChannel|WebEngine|WebSockets|WebView|HttpServer|Mqtt|Grpc|Coap|OpcUa"
)
_NAMED = re.compile(rf"(lib)?Qt6?({_PARTS})[A-Za-z0-9_]*\b.*|QtWebEngineProcess.*", re.IGNORECASE)
_FOLDERS = {"tls", "networkinformation", "networkaccess", "qmltooling", "webview", "qml"}
_LINKED = re.compile(
    rb"(libQt6(Network|WebEngine\w*)\.so|Qt6(Network|WebEngine\w*)\.dll|Qt(Network|WebEngine\w*)\.framework)"
)
_LIBRARY = re.compile(r".*\.(so(\.\d+)*|pyd|dll|dylib)", re.IGNORECASE)


def speaks_to_network(name: Path, file: Path) -> bool:
    """Whether a file of a bundle is, or loads, a part of Qt that has to do with networks.

    `name`: where it stands in the bundle. `file`: where its content can be read.
    """
    if any(_NAMED.fullmatch(part) for part in name.parts):
        return True
    if "plugins" in name.parts and _FOLDERS & set(name.parts) or "qml" in name.parts:
        return True
    is_program = _LIBRARY.fullmatch(name.name) or "." not in name.name
    return bool(is_program and file.is_file()) and _LINKED.search(file.read_bytes()) is not None


def found(folder: Path) -> list[Path]:
    """What speaks to networks, by its place in the folder."""
    # a link without an end counts: it says that something was to be there
    files = sorted(path for path in folder.rglob("*") if path.is_file() or path.is_symlink())
    return [file.relative_to(folder) for file in files if speaks_to_network(file.relative_to(folder), file)]


def main(arguments: list[str]) -> int:
    """0 where there is nothing, 1 where there is, 2 where there is nothing to look at."""
    folder = Path(arguments[0]) if len(arguments) == 1 else None
    if folder is None or not any(_LIBRARY.fullmatch(path.name) for path in folder.rglob("*")):
        print("check_bundle: name the folder of a program, with its libraries inside", file=sys.stderr)
        return 2
    told = found(folder)
    for path in told:
        print(f"check_bundle: {path} speaks to networks")
    if not told:
        print("check_bundle: nothing in it speaks to networks")
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
