# SPDX-License-Identifier: MIT
"""The printable page takes any words and lets none of them out of their place."""

from __future__ import annotations

import xml.etree.ElementTree as tree

from hypothesis import given
from hypothesis import strategies as st

from ipnb_journal.desktop.wording.set_page import page_words
from ipnb_journal.formats.set_page import blocks, html
from tests.builders import a_prompt

texts = st.text(st.characters(min_codepoint=32, exclude_categories=["Cs", "Cc"]), max_size=40)


@given(texts, texts, texts)
def test_no_words_break_out(title: str, lighter: str, author: str) -> None:
    page = blocks(title, [a_prompt(title=title, lighter=lighter, author=author)], (), (), page_words())
    text = html(page)
    body = tree.fromstring(text[text.index("<body>") : text.index("</body>") + 7])
    assert {element.tag for element in body.iter()} <= {"body", "h1", "h2", "article", "p"}
    said = [element.text or "" for element in body.iter() if element.tag in {"h1", "h2", "p"}]
    assert said == [block.text for block in page]
    assert lighter in said or not lighter
