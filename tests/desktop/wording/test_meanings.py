# SPDX-License-Identifier: MIT
"""The glossary calls things what the rest of the program calls them."""

from __future__ import annotations

import pytest

from ipnb_journal.desktop.wording import help as panel
from ipnb_journal.desktop.wording import meanings as words
from ipnb_journal.desktop.wording import prompts
from ipnb_journal.domain.glossary import Source, Term, TermGroup
from ipnb_journal.services import glossary

SHIPPED = glossary.read()
SIEGEL = Source("s", "Siegel, D. J.", 2012, "A book")
OGDEN = Source("o", "Ogden, P., Minton, K., and Pain, C.", 2006, "Another")


def test_the_nine_domains_have_the_names_that_prompts_show() -> None:
    named = [term.word for term in SHIPPED.terms if term.group is TermGroup.DOMAINS]
    assert named == list(prompts.DOMAINS.values())


def test_the_short_version_in_help_says_the_same() -> None:
    plain = {lead: said for lead, said in panel.topic("words").parts}
    for key in ("differentiation", "linkage", "chaos", "rigidity"):
        term = SHIPPED.term(key)
        assert term is not None
        assert f"{term.word} ({term.technical})" in plain
    integration = SHIPPED.term("integration")
    assert integration is not None and plain["Integration"] == integration.says


def test_depths_and_holding_back_are_called_what_prompts_call_them() -> None:
    depth, hold_back = SHIPPED.term("depth"), SHIPPED.term("hold-back")
    assert depth is not None and hold_back is not None
    assert depth.word == ", ".join(prompts.DEPTHS.values()).capitalize()
    assert hold_back.word == prompts.PERHAPS_NOT


@pytest.mark.parametrize(
    ("technical", "sources", "said"),
    [
        ("linkage", (SIEGEL,), "In the field: linkage. After Siegel (2012)."),
        ("x", (SIEGEL, OGDEN), "In the field: x. After Siegel (2012) and Ogden and others (2006)."),
        ("hold back", (), "Also: hold back. A word of this journal."),
        ("", (), "A word of this journal."),
    ],
)
def test_where_a_term_comes_from(technical: str, sources: tuple[Source, ...], said: str) -> None:
    assert words.origin(Term("t", TermGroup.IDEAS, "T", "It is.", technical, sources)) == said
