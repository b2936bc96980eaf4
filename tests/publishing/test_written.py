"""A hand-written page is cut where the frame puts something in, and nothing of it is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid.publishing.render import Written, cut_written

PIECES = st.sampled_from(["<h1>a</h1>", "<h2 id='b'>b</h2>", "<p>c</p>", "</h1>", "<h2", "teks "])


@pytest.mark.parametrize(
    ("html", "parts"),
    [
        ("<h1>a</h1><p>b</p><h2>c</h2>d", Written("<h1>a</h1>", "<p>b</p>", "<h2>c</h2>d")),
        ("<p>b</p><h2>c</h2>", Written("", "<p>b</p>", "<h2>c</h2>")),
        ("<h1>a</h1><p>b</p>", Written("<h1>a</h1>", "<p>b</p>", "")),
        ("<h2>x</h2><h1>a</h1><h2>c</h2>", Written("<h2>x</h2><h1>a</h1>", "", "<h2>c</h2>")),
        ("", Written("", "", "")),
    ],
)
def test_heading_opening_and_chapters(html: str, parts: Written) -> None:
    assert cut_written(html) == parts


@given(st.lists(PIECES).map("".join))
def test_the_parts_are_all_of_it(html: str) -> None:
    parts = cut_written(html)
    assert parts.heading + parts.opening + parts.chapters == html
    assert parts.heading == "" or parts.heading.endswith("</h1>")
    assert parts.chapters == "" or parts.chapters.startswith("<h2")
    assert "<h2" not in parts.opening
