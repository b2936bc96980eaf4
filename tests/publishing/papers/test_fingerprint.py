"""The fingerprint on a paper: it changes with what a list says, and with nothing else."""

import hashlib
import json

import pytest
from pydantic import Field

from ppid.core.corpus import Corpus
from ppid.kinds import KINDS
from ppid.kinds.daftar import Daftar, DaftarDikecualikan
from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.kinds.rows import MODELS, rows_of
from ppid.publishing.papers.fingerprint import FIELDS, VERSION, proof_of
from ppid.publishing.papers.model import Paper


class WithAnotherColumn(InformasiDikecualikan):
    """A row of a program that knows one more, optional column, in the midst of the others."""

    disetujui: str = Field("", title="Disetujui")


class WithAnotherChoice(InformasiDikecualikan):
    """A row of a program in which a new column means something when it is left out."""

    sifat: str = Field("biasa", title="Sifat")


def changed(corpus: Corpus, model: type[InformasiDikecualikan], **values: object) -> Corpus:
    """Return the town with the rows of its DIK read by another model."""
    records = []
    for record in (record for kind in KINDS for record in corpus.of(kind.model)):
        if isinstance(record, InformasiDikecualikan):
            row = model.model_validate({**record.model_dump(), **values})
            row.placed(record.id, record.origin)
            records.append(row)
        else:
            records.append(record)
    return Corpus(records, corpus.sources, corpus.documents, corpus.today)


@pytest.fixture
def daftar(corpus: Corpus) -> DaftarDikecualikan:
    found = corpus.get(DaftarDikecualikan, "setda", 2021)
    assert found is not None
    return found


def sidik(daftar: Daftar, corpus: Corpus) -> str:
    return proof_of(daftar, corpus).sha256


def test_a_new_column_that_is_empty_leaves_it_equal(
    corpus: Corpus, daftar: DaftarDikecualikan
) -> None:
    before = sidik(daftar, corpus)
    assert sidik(daftar, changed(corpus, WithAnotherColumn)) == before
    assert sidik(daftar, changed(corpus, WithAnotherChoice)) == before
    assert sidik(daftar, changed(corpus, WithAnotherColumn, disetujui="ya")) != before
    assert sidik(daftar, changed(corpus, WithAnotherChoice, sifat="segera")) != before


@pytest.mark.parametrize("field", FIELDS["dik"])
def test_a_changed_cell_changes_it(field: str, corpus: Corpus, daftar: DaftarDikecualikan) -> None:
    others = {"kode": "LAIN-1", "cakupan": "sebagian", "mulai": "2001-02-03"}
    given = others.get(field, "Isi yang lain sama sekali")
    assert sidik(daftar, changed(corpus, InformasiDikecualikan, **{field: given})) != sidik(
        daftar, corpus
    )


def test_it_is_that_of_a_file_that_anybody_can_take(
    corpus: Corpus, dik: dict[str, Paper], daftar: DaftarDikecualikan
) -> None:
    export = proof_of(daftar, corpus).export
    assert export.url == "opd/setda/dik/2021/dik-setda-2021.sidik-1.json"
    held = json.loads(export.content)
    assert (held["bentuk"], held["jenis"], held["tahun"]) == (VERSION, "dik", 2021)
    rows = rows_of(daftar, corpus)
    assert [row["informasi"] for row in held["butir"]] == [row.informasi for row in rows]
    wanted = hashlib.sha256(export.content).hexdigest()
    for paper in dik.values():
        said = [str(block) for section in paper.sections for block in section.blocks]
        text = "\n".join(said)
        assert paper.proof is not None
        assert paper.proof.code.replace(" ", "") == wanted[:16]
        assert f"Kode isi daftar: {paper.proof.code}. Bila kode di situs PPID, halaman" in text
        assert f"opd/setda/dik/2021/cetak/{paper.name}/" in text
        assert "sha256sum" not in text
        assert "Tanggal daftar: 15 Februari 2021 (tanggal keputusan)" in text


VERSION_1 = """\
{
 "bentuk": 1,
 "jenis": "dik",
 "opd": "setda",
 "tahun": 2021,
 "contoh": false,
 "butir": [
  {
   "kode": "SET-1",
   "informasi": "Berkas “uji”",
   "cakupan": "seluruh",
   "jangka_waktu": "5 tahun",
   "mulai": "2020-02-10",
   "penguasa": "Bagian Umum"
  }
 ]
}
"""


def test_the_form_of_version_1_never_changes(corpus: Corpus, daftar: DaftarDikecualikan) -> None:
    """Whoever changes this makes every signed paper look as if its list had changed."""
    row = InformasiDikecualikan.model_validate(
        {
            "kode": "SET-1",
            "informasi": "Berkas “uji”",
            "cakupan": "seluruh",
            "jangka_waktu": "5 tahun",
            "mulai": "2020-02-10",
            "penguasa": "Bagian Umum",
        }
    )
    row.placed(daftar.id._replace(kind="dik", slug="set-1"), daftar.origin)
    alone = Corpus([daftar, row], {}, frozenset(), corpus.today)
    assert proof_of(daftar, alone).export.content.decode() == VERSION_1


def test_all_fields_of_today_are_those_of_version_1() -> None:
    for rows, model in MODELS.items():
        assert set(FIELDS[rows]) <= set(model.model_fields)
