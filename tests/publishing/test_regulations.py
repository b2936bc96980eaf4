"""What is said of regulations is computed from their relations, and doubt is never hidden."""

from datetime import date
from pathlib import Path

import pytest

from ppid.checking.load import load
from ppid.core.corpus import Corpus
from ppid.core.page import Link
from ppid.kinds.acuan.peraturan import Peraturan
from ppid.kinds.dik.model import InformasiDikecualikan, daftar_of
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.regulasi import Regulasi
from ppid.publishing.regulations import (
    RegulationFamily,
    citations_in,
    code_of,
    drawing_of,
    families_of,
    full_title,
    sentences,
    status_cell,
)

TOWN = Path(__file__).parents[1] / "kota-kecil"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load(TOWN, date(2021, 12, 31)).corpus


def regulasi(slug: str, corpus: Corpus) -> Regulasi:
    found = corpus.get(Regulasi, slug=slug)
    assert found is not None
    return found


def family_of(slug: str, corpus: Corpus) -> RegulationFamily:
    return families_of(corpus)[slug]


def said(slug: str, corpus: Corpus) -> list[str]:
    told = sentences(regulasi(slug, corpus), family_of(slug, corpus), corpus)
    return ["".join(cell.text for cell in sentence) for sentence in told]


def test_a_regulation_has_a_code_and_a_title(corpus: Corpus):
    one = regulasi("perwal-2-2017", corpus)
    assert code_of(one) == "Perwal 2/2017"
    assert full_title(one).startswith("Peraturan Wali Kota Nomor 2 Tahun 2017 tentang Pedoman")


def test_a_family_holds_all_that_hang_together_the_oldest_first(corpus: Corpus):
    slugs = [r.id.slug for r in family_of("perwal-4-2019", corpus).members]
    assert slugs == ["perwal-2-2017", "perwal-4-2019", "perwal-6-2021"]


def test_arrows_go_from_the_younger_to_the_older(corpus: Corpus):
    arrows = family_of("perwal-2-2017", corpus).arrows
    assert {(a.start, a.end, a.style) for a in arrows} == {
        (1, 0, "mengubah"),
        (2, 0, "belum"),
        (2, 1, "belum"),
    }


def test_every_line_of_the_drawing_is_said_in_words(corpus: Corpus):
    first, second, third = said("perwal-2-2017", corpus)
    assert first.startswith(
        "Perwal 2/2017 (peraturan ini): berlaku dengan perubahan; statusnya belum dipastikan."
    )
    assert "Ditetapkan 2 Mei 2017." in first
    assert "mengubah Perwal 2/2017" in second
    doubt = "Belum dipastikan apakah peraturan itu mengubah atau mencabut"
    assert f"{doubt} Perwal 2/2017 dan Perwal 4/2019. Tanggalnya belum tercatat." in third
    drawing = drawing_of(
        regulasi("perwal-2-2017", corpus), family_of("perwal-2-2017", corpus), corpus
    )
    assert drawing is not None
    assert drawing.description == f"{first} {second} {third}"


def test_what_is_revoked_is_said_to_be_revoked(corpus: Corpus):
    cell = status_cell(regulasi("kepwal-7-2018", corpus), corpus)
    assert (cell.text, cell.state) == ("Dicabut", "dicabut")
    assert "mencabut Kepwal 7/2018" in " ".join(said("kepwal-9-2020", corpus))


def test_what_is_in_doubt_is_never_shown_as_plainly_in_force(corpus: Corpus):
    cell = status_cell(regulasi("perwal-4-2019", corpus), corpus)
    assert cell.text == "Berlaku; hubungan dengan Perwal 6/2021 belum dipastikan"
    assert cell.state != "berlaku"


def test_a_regulation_without_relations_is_not_drawn(corpus: Corpus):
    alone = Corpus([regulasi("perwal-2-2017", corpus)], {}, frozenset(), corpus.today)
    one = regulasi("perwal-2-2017", alone)
    assert drawing_of(one, family_of("perwal-2-2017", alone), alone) is None


def test_activities_and_lists_that_cite_a_regulation_are_found(corpus: Corpus):
    cited = citations_in(corpus)["perwal-4-2019"]
    assert [link.url for link in cited.kegiatan] == ["kegiatan/2019-06-12-rapat-koordinasi/"]


def test_rows_that_rest_on_a_regulation_are_counted_by_list_and_marked():
    town = load(TOWN, date(2021, 12, 31)).corpus
    rows = town.in_list(InformasiDikecualikan, "setda", 2021)
    basis = "Perwal Kota Kecil 4/2019; UU 14/2008 Pasal 17 huruf i"
    changed = []
    for row in rows[:2]:
        copy = row.model_copy(update={"dasar_hukum": basis})
        copy.placed(row.id, row.origin)
        changed.append(copy)
    daftar = daftar_of(rows[0], town)
    assert daftar is not None
    shown = daftar.model_copy(update={"contoh": True})
    shown.placed(daftar.id, daftar.origin)
    records = [*town.of(ProfilOpd), *town.of(Regulasi), *town.of(Peraturan), shown, *changed]
    small = Corpus(records, {}, frozenset(), town.today)
    cited = citations_in(small)["perwal-4-2019"]
    assert cited.daftar == [Link("DIK Setda 2021: 2 informasi (contoh)", "opd/setda/dik/2021/")]
    assert citations_in(small)["perwal-2-2017"].daftar == []
