# SPDX-License-Identifier: MIT
"""What commands take as arguments: days, counts, labels, each with a clear word where it is none."""

from __future__ import annotations

import argparse
from datetime import date

from ipnb_journal.cli.terminal import safe
from ipnb_journal.services import people


def a_day(text: str) -> date:
    """A day such as 2025-03-13."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no day such as 2025-03-13") from error


def a_count(text: str) -> int:
    """A whole number from 1 on."""
    if not text.isascii() or not text.isdigit() or not 0 < int(text) < 1_000_000_000:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 1 on")
    return int(text)


def a_label(text: str) -> str:
    """The label of a person, 1 to 60 characters."""
    label = " ".join(safe(text).split())
    if not 1 <= len(label) <= people.LONGEST_LABEL:
        raise argparse.ArgumentTypeError(f"a label has 1 to {people.LONGEST_LABEL} characters")
    return label
