"""Every page of the town: markup that holds together, and sentences that end once.

The content model as a whole is checked by `make tahan`, with a validator.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

_ENDS_TWICE = re.compile(r"(?<![./…])\.\.(?![./\w])")
_TWICE = re.compile(
    r"\b(di|ke|dari|yang|dan|untuk|dengan|pada|dalam|atas|oleh)\s+\1\b", re.IGNORECASE
)
_BLOCKS = ("p", "li", "td", "th", "h1", "h2", "h3", "dd", "dt", "summary", "figcaption", "caption")
_SAID = ("content", "title", "aria-label", "alt")


@pytest.fixture(scope="module")
def pages(situs: Path) -> dict[str, str]:
    found = {p.relative_to(situs).as_posix(): p.read_text("utf-8") for p in situs.rglob("*.html")}
    assert len(found) > 300
    return found


def sentences(page: str) -> Iterator[str]:
    """Yield what a page says, in its text and to those who hear it; code stays out."""
    document = html.document_fromstring(page)
    for code in list(document.iter("script", "style", "pre", "code")):
        code.drop_tree()
    yield from (block.text_content() for block in document.iter(*_BLOCKS))
    yield from (e.get(name, "") for e in document.iter(html.etree.Element) for name in _SAID)


def test_sentences_end_once_and_no_word_stands_twice(situs: Path, pages: dict[str, str]) -> None:
    said = {name: list(sentences(page)) for name, page in pages.items()}
    said |= {
        path.relative_to(situs).as_posix(): [path.read_text("utf-8")]
        for path in (*situs.rglob("*.xml"), *situs.rglob("feed.json"))
    }
    found = {
        (name, match.group())
        for name, texts in said.items()
        for text in texts
        for pattern in (_ENDS_TWICE, _TWICE)
        for match in pattern.finditer(text)
    }
    assert found == set()


def test_every_section_has_a_heading_or_a_name(pages: dict[str, str]) -> None:
    without = {
        name
        for name, page in pages.items()
        for section in html.document_fromstring(page).iter("section")
        if not (section.get("aria-label") or section.xpath(".//h1|.//h2|.//h3"))
    }
    assert without == set()


def test_regions_of_a_page_are_told_apart_by_their_names(pages: dict[str, str]) -> None:
    for name, page in pages.items():
        document = html.document_fromstring(page)
        regions = document.xpath("//*[@role='region'][@aria-labelledby]")
        labels = [document.get_element_by_id(r.get("aria-labelledby")) for r in regions]
        said = [" ".join(label.text_content().split()) for label in labels]
        assert len(said) == len({*said}), (name, said)


def test_paragraphs_are_closed_once_and_hold_no_blocks(pages: dict[str, str]) -> None:
    wrong = {
        name
        for name, page in pages.items()
        if len(re.findall(r"<p[ >]", page)) != page.count("</p>")
        or re.search(r"<p(?: [^>]*)?>\s*<(?:p|div|ul|ol|table|figure|section)[ >]", page)
    }
    assert wrong == set()


def test_nothing_of_the_frame_is_left_that_nobody_uses(pages: dict[str, str]) -> None:
    left = {name for name, page in pages.items() if "md-toggle" in page or "md-overlay" in page}
    assert left == set()
