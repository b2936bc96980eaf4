"""What holds of any two states of a project, however strange their files."""

import json
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ppid.reviewing.as_markdown import LIMIT
from ppid.reviewing.model import ChangeSort
from ppid.reviewing.report import rendered
from tests.reviewing.edits import reviewed, table, town

FILES = town()
LISTS = [path for path in FILES if re.search(r"/(dik|dip)/\d+\.csv$", path)]
ROWS = [path for path in FILES if path.endswith(".csv") and "/dokumen/" not in path]
CODED = [path for path in ROWS if FILES[path].lstrip(b"\xef\xbb\xbf").startswith(b"kode,")]
DATA = [path for path in FILES if path.startswith("data/") and "/dokumen/" not in path]
NASTY = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["<script>", "@a", "::error::", "\x1b[31m", "| a |", "- [x]", "##[x", "&#64;a"]
    ),
)


@pytest.mark.long
@settings(suppress_health_check=[HealthCheck.too_slow])
@given(path=st.sampled_from(DATA), raw=st.binary(max_size=300), turned=st.booleans())
def test_no_bytes_make_it_raise(path: str, raw: bytes, *, turned: bool) -> None:
    other = {**FILES, path: raw}
    found = reviewed(other, FILES) if turned else reviewed(FILES, other)
    for form in ("teks", "markdown", "json"):
        assert rendered(found, form)


@pytest.mark.long
@settings(suppress_health_check=[HealthCheck.too_slow])
@given(path=st.sampled_from(DATA), where=st.floats(0, 1), length=st.integers(0, 40), put=NASTY)
def test_no_text_makes_it_raise(path: str, where: float, length: int, put: str) -> None:
    raw = FILES[path]
    start = int(where * len(raw))
    changed = raw[:start] + put.encode("utf-8", "surrogatepass") + raw[start + length :]
    found = reviewed(FILES, {**FILES, path: changed})
    shown = rendered(found, "markdown")
    assert len(shown) <= LIMIT
    assert "<script" not in shown
    assert json.loads(rendered(found, "json"))["temuan_baru"] is not None


@pytest.mark.long
@given(path=st.sampled_from(ROWS), data=st.data())
def test_order_says_nothing(path: str, data: st.DataObject) -> None:
    after = table(lambda rows: data.draw(st.permutations(rows)))(FILES[path])
    assert reviewed(FILES, {**FILES, path: after}).changes == ()


@pytest.mark.long
@given(path=st.sampled_from(LISTS), data=st.data())
def test_codes_may_change_without_a_row_being_called_gone(path: str, data: st.DataObject) -> None:
    def renumbered(rows: list[dict[str, str]]) -> list[dict[str, str]]:
        codes = data.draw(st.permutations([row["kode"] for row in rows]))
        return [{**row, "kode": kode} for row, kode in zip(rows, codes, strict=True)]

    found = reviewed(FILES, {**FILES, path: table(renumbered)(FILES[path])})
    sorts = {sort for change in found.changes for sort in change.sorts}
    assert sorts <= {ChangeSort.KODE_BERUBAH, ChangeSort.SALINAN_BERUBAH}


@given(path=st.sampled_from(CODED), data=st.data())
def test_every_row_is_told_once(path: str, data: st.DataObject) -> None:
    """Rows that are taken out are all named, and nothing else is said to be gone."""
    kept = table(
        lambda rows: data.draw(st.lists(st.sampled_from(rows), unique_by=_kode, min_size=1))
    )
    after = {**FILES, path: kept(FILES[path])}
    found = reviewed(FILES, after)
    gone = {
        change.record.rsplit("/", 1)[1]
        for change in found.changes
        if ChangeSort.HILANG in change.sorts
    }
    before, now = _codes(FILES[path]), _codes(after[path])
    assert gone == before - now


def _kode(row: dict[str, str]) -> str:
    return row["kode"]


def _codes(raw: bytes) -> set[str]:
    return {line.split(",")[0].lower() for line in raw.decode().splitlines()[1:]}
