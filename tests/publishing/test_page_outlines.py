"""What pages say: title, answer, messages, sections, facts and tables, whatever their markup.

Ten types of page are compared whole, in test_golden.py; of the others this is what matters. That
their links lead somewhere and that they are accessible is asked of every page elsewhere.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html

WANTED: dict[str, dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("page-outlines.yml").read_text("utf-8")
)
FEW = 40
"""More facts than this are a list of the law itself: they are counted."""


def texts(article: html.HtmlElement, path: str) -> list[str]:
    return [" ".join(found.text_content().split()) for found in article.xpath(path)]


def of_class(name: str) -> str:
    return f".//*[contains(concat(' ', @class, ' '), ' {name} ')]"


def outline(page: Path) -> dict[str, Any]:
    (article,) = html.fromstring(page.read_text("utf-8")).xpath("//article")
    facts = texts(article, f"{of_class('ppid-fakta')}/div")
    captions = texts(article, ".//table/caption")
    rows = [len(table.xpath("./tbody/tr")) for table in article.xpath(".//table[caption]")]
    found = {
        "title": " | ".join(texts(article, ".//h1")),
        "answer": " | ".join(texts(article, of_class("ppid-jawaban"))),
        "messages": texts(article, of_class("ppid-pesan")),
        "sections": texts(article, ".//h2"),
        "facts": facts if len(facts) < FEW else [f"{len(facts)} facts"],
        "tables": dict(zip(captions, rows, strict=True)),
    }
    return {name: value for name, value in found.items() if value}


@pytest.mark.parametrize("url", WANTED)
def test_page_says_what_it_said(url: str, situs: Path) -> None:
    assert outline(situs / url / "index.html") == WANTED[url]
