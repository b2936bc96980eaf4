"""The short cuts of looking for personal data find what asking everywhere would find."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ppid.values import identifiers, seen_text
from ppid.values.identifiers import Sighting, find_personal_data
from tests.values.test_personal_data import strings_of

WRITTEN = [text for name in ("selaras", "uji", "sendiri") for _, text in strings_of(name)]
BETWEEN = [
    *(" ", "\n", "\t", ".", "-", "/", "(", ")", " ) ", "\r\n ", "0", "8", "O", "o", "&#48;", "%20"),
    *("&nbsp;", "\\u0033", "\\x31", "\\n", "\u200b", "\u00ad", "\u0130", "\u0131", "\u017f"),
    *("lahir", "tempat. dan tanggal lahir ", "no. pol ", "NOMOR, POLISI", "RT", "rt", "0000"),
    *(
        " at gmail.com",
        " @ yahoo . com",
        "[at]mail[dot]id",
        "@",
        "<b>",
        "</td>\n",
        "3,2E+15;",
        "e15",
        '"&"',
        " & ",
        *(
            "3\t2\t",
            "| 3 | 2",
            "</td><td>3",
            "1.234.567.",
            "3,139,054,",
            "hp 8",
            "NPWP 1.",
            "/2026",
        ),
    ),
]
PIECES = st.one_of(
    st.sampled_from(BETWEEN),
    st.builds(
        lambda text, start, end: text[start:end],
        st.sampled_from(WRITTEN),
        st.integers(0, 30),
        st.integers(5, 90),
    ),
    st.from_regex(r"[0-9]{1,19}", fullmatch=True),
)
TEXTS = st.lists(PIECES, max_size=14).map("".join)
DIGITS = re.compile(r"[0-9]+")
PLAIN = {
    "_NOUGHT": re.compile(r"(?<![^\W\d_])[Oo](?=[0-9])|(?<=[0-9])[Oo]{1,10}(?=[0-9])"),
    "_DISGUISED": re.compile(
        r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\u0300-\u036f"
        r"\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+|&(?:#[0-9]{1,6}|#x[0-9a-f]{1,6}|[a-z]{2,8});"
        r"|(?-i:\\[nrt])|\\u00[2-7][0-9a-f]|\\x[2-7][0-9a-f]|%(?:2[0-9a-f]|3[0-9]|40)",
        re.IGNORECASE,
    ),
}
"""The patterns that are written for speed, as anybody would write them."""


class Plainly:
    """Asks every pattern everywhere, whatever stands there."""

    text: str

    def numbers(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        matches = (pattern.match(self.text, at.start()) for at in DIGITS.finditer(self.text))
        return (found for found in matches if found)

    def told(self, pattern: re.Pattern[str], *_: object, **__: object) -> Iterator[re.Match[str]]:
        return pattern.finditer(self.text)

    def holds(self, *_: str) -> bool:
        return True


def plainly(text: str) -> list[Sighting]:
    asked = [detector._replace(fewest_digits=0) for detector in vars(identifiers)["_DETECTORS"]]
    with pytest.MonkeyPatch.context() as patch:
        for name in ("numbers", "told", "holds"):
            patch.setattr(seen_text.SeenText, name, vars(Plainly)[name])
        for name, pattern in PLAIN.items():
            patch.setattr(seen_text, name, pattern)
        patch.setattr(identifiers, "_FEWEST_DIGITS", 0)
        patch.setattr(identifiers, "_DETECTORS", asked)
        return list(find_personal_data(text))


@settings(max_examples=400, deadline=None)
@example("tempat, dan tanggal lahir 1-2-1990 no. pol B 1234 XY rt 1/2")
@example("nomor KK 32750101\n                                        01900001")
@example("NİK 3275010101900001")
@given(TEXTS)
def test_nothing_is_passed_over(text: str) -> None:
    assert list(find_personal_data(text)) == plainly(text)


@settings(max_examples=400, deadline=None)
@example("HP O812O3O4O5O6")
@example("3,27501E+15")
@given(TEXTS)
def test_no_cell_is_let_through_for_its_few_digits(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(identifiers, "_FEWEST_OF_PERSONS", 0)
        asked = identifiers.withheld_in(text)
    assert identifiers.withheld_in(text) == asked


@pytest.mark.parametrize("text", WRITTEN)
def test_a_long_page_hides_nothing(text: str) -> None:
    line = "<p>Laporan triwulan 2 tahun 2024, halaman 12 dari 40.</p>\n"
    found = list(find_personal_data(f"{100 * line}\n{text}\n{100 * line}"))
    start = len(line) * 100 + 1
    moved = [s._replace(start=s.start + start, end=s.end + start) for s in find_personal_data(text)]
    assert found == moved
