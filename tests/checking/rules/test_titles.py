"""When two titles name the same thing, and that a long list is compared quickly."""

from datetime import date

import pytest

from ppid.checking.rules.duplicates import judul_cukup_berbeda
from ppid.core.corpus import Corpus
from ppid.core.record import Origin
from ppid.core.rule import Finding
from ppid.diagnostics.places import RecordId, SourceText
from ppid.kinds.dip.model import InformasiPublik
from ppid.reading.files.csv_file import read_csv
from ppid.values.titles import normal_title
from tests.growth import Work, assert_even

COLUMNS = ("kode", "informasi")
REST = {
    "klasifikasi": "setiap-saat",
    "penguasa": "Sekretariat",
    "penanggung_jawab": "Sekretaris",
    "waktu_pembuatan": "2019",
    "tempat_pembuatan": "Kota Contoh",
    "bentuk": "digital",
    "retensi": "5 tahun",
}


def test_normal_title_ignores_capitals_and_punctuation() -> None:
    assert normal_title(" “Rencana  Kerja”, (Dinas) ") == "rencana kerja dinas"


def _corpus(titles: list[str]) -> Corpus:
    path = "data/opd/dinas-contoh/dip/2019.csv"
    lines = [",".join(COLUMNS), *(f"PUB-{n},{title}" for n, title in enumerate(titles))]
    located, _ = read_csv(SourceText(path, "\n".join(lines)), COLUMNS)
    assert located is not None
    rows = []
    for index, cells in located.rows():
        row = InformasiPublik.model_validate(dict(zip(COLUMNS, cells, strict=True)) | REST)
        record_id = RecordId("dip", "dinas-contoh", 2019, row.kode.lower())
        row.placed(record_id, Origin(located, (index,), "dinas-contoh"))
        rows.append(row)
    return Corpus(rows, {path: located}, frozenset(), date(2019, 7, 1))


def test_each_title_is_reported_once() -> None:
    titles = ["Standar pelayanan publik dinas", "Standar pelayanan publk dinas"]
    found = list(judul_cukup_berbeda.check(_corpus([*titles, "Standar pelayanan publikk dinas"])))
    assert [finding.span.line for finding in found] == [3, 4]
    assert all(finding.notes[0].span.line == 2 for finding in found)


@pytest.mark.parametrize("template", ["{} {} {} {} {} {}", "Data harga bahan pokok di pasar {}{}"])
def test_a_long_list_is_compared_in_time_that_grows_with_it(template: str) -> None:
    syllables = [a + b for a in "bdgjklmnprst" for b in "aeiou"]
    words = ["".join(syllables[n * step % 60] for step in (7, 11, 13)) for n in range(300)]

    def prepare(count: int) -> Work[list[Finding]]:
        chosen = ([words[n * step % 299] for step in (3, 5, 7, 11, 13, 17)] for n in range(count))
        corpus = _corpus([template.format(*six) for six in chosen])
        return lambda: list(judul_cukup_berbeda.check(corpus))

    assert_even(prepare, 500)
