# SPDX-License-Identifier: MIT
"""Text that asks to be taken for markup and then reads files, a share and an address."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

ADDRESS = "192.0.2.1"
"""TEST-NET-1: nobody has it."""


def hostile(folder: Path, name: str) -> dict[str, str]:
    """One text for each way in, by its name; whatever it names in `folder` begins with `name`."""
    at = f"{folder}/{name}"
    return {
        "html": (
            f'<img src="{at}.img.png"><img src="file://{at}.file.png"><b>bold</b>'
            f'<table background="{at}.table.png"><tr><td background="{at}.cell.png">cell</td></tr></table>'
            f'<p style="background-image: url({at}.css.png)">words</p>'
            f'<style>@import url("{at}.import.css"); p {{ background: url({at}.rule.png) }}</style>'
            f'<link rel="stylesheet" href="{at}.link.css"><a href="{at}.anchor">link</a>'
        ),
        "markdown": f"![x]({at}.markdown.png) **bold** [link]({at}.target)\n\n![y](file://{at}.second.png)",
        "share": f'<img src="//{ADDRESS}/share/{name}.png"><img src="http://{ADDRESS}/{name}.png"> R&D',
    }


def short(folder: Path, name: str) -> str:
    """Markup that is short enough for a name."""
    return f'<img src="{folder}/{name}.png">'
