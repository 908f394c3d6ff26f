# SPDX-License-Identifier: MIT
"""Words for a tool tip, which Qt would otherwise take for markup where they look like it."""

from __future__ import annotations

_ESCAPES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("\n", "<br>"))


def plain_tip(text: str) -> str:
    """`text` so that a tool tip shows exactly that; "" for none."""
    if not text:
        return ""
    for sign, escape in _ESCAPES:
        text = text.replace(sign, escape)
    # said to be markup, or Qt would show the escapes of words that don't look like any
    return f"<qt>{text}</qt>"
