# SPDX-License-Identifier: MIT
"""Logs that can be shown to anyone."""

from __future__ import annotations

import io
import logging

from ipnb_journal import logs

SECRET = "what I wrote about Mum"


def fail() -> None:
    diary = SECRET
    raise ValueError(diary)


def test_an_exception_is_told_without_its_words() -> None:
    stream = io.StringIO()
    logger = logs.set_up(stream)
    try:
        fail()
    except ValueError:
        logger.exception("a job failed", stack_info=True)
    told = stream.getvalue()
    assert "a job failed" in told
    assert "ValueError at test_logs.py:" in told
    assert SECRET not in told
    assert "diary" not in told


def test_a_second_set_up_replaces_the_first() -> None:
    first, second = io.StringIO(), io.StringIO()
    logs.set_up(first)
    logs.set_up(second, logging.INFO)
    logging.getLogger("ipnb_journal.vault").info("opened")
    assert first.getvalue() == ""
    assert second.getvalue() == "INFO ipnb_journal.vault: opened\n"


def test_an_exception_that_was_never_raised_has_only_its_type() -> None:
    assert logs.told(KeyError(SECRET)) == "KeyError"


def test_a_record_without_an_exception_adds_nothing() -> None:
    stream = io.StringIO()
    logs.set_up(stream).warning("odd", exc_info=(None, None, None))
    assert stream.getvalue() == "WARNING ipnb_journal: odd\n"
