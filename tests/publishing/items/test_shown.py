"""Every field of a row is printed on its page: by its template, or by what is prepared for it."""

import re

import pytest

from ppid.kinds.rows import MODELS
from tests.conftest import ROOT

FIELDS = [(jenis, name) for jenis, model in MODELS.items() for name in model.model_fields]
PREPARED = {
    "dip": {"kewajiban": "duties", "waktu_pembuatan": "waktu", "tautan": "dokumen"},
    "dik": {"dasar_hukum": "basis"},
}
"""What the page prints of the field instead."""


@pytest.mark.parametrize(("jenis", "name"), FIELDS)
def test_every_field_of_a_row_is_printed(jenis: str, name: str) -> None:
    template = (ROOT / f"theme_overrides/jenis/{jenis}/rincian.html").read_text("utf-8")
    prepared = PREPARED[jenis].get(name)
    printed = rf"isi\.{prepared}\b" if prepared else rf"row\.{name}\b"
    assert re.search(printed, template)
