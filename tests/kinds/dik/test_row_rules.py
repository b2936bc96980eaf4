"""Row rules on rows made by hand: fixes, notes, file names, and texts that nobody foresaw."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ppid.checking.load import load
from ppid.core.corpus import Corpus
from ppid.core.record import Origin
from ppid.core.rule import diagnostic_of
from ppid.diagnostics.diagnostic import Diagnostic, Severity
from ppid.diagnostics.places import RecordId, Route, SourceText, Span
from ppid.kinds.dik import KIND
from ppid.kinds.dik.model import InformasiDikecualikan, dasar_of
from tests.growth import Work, assert_even

BASE = Path(__file__).parents[2] / "aturan" / "dasar"
PATH = "data/opd/dinas-contoh/dik/2019.csv"


class Nowhere:
    """A file without content: every value stands at its beginning."""

    source = SourceText(PATH, "")

    def span(self, _route: Route = ()) -> Span:
        return Span(PATH)

    def key_span(self, _route: Route) -> Span:
        return Span(PATH)

    def route_at(self, _offset: int) -> Route:
        return ()


def make_row(**values: object) -> InformasiDikecualikan:
    usual = {"kode": "CTH-02", "informasi": "Berkas uji", "cakupan": "seluruh", "penguasa": "Tim"}
    row = InformasiDikecualikan.model_validate(usual | values)
    row.placed(
        RecordId("dik", "dinas-contoh", 2019, row.kode.lower()),
        Origin(Nowhere(), (0,), "dinas-contoh"),
    )
    return row


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    return load(BASE, date(2019, 7, 1)).corpus


@pytest.fixture(scope="session")
def with_documents(corpus: Corpus) -> Callable[..., Corpus]:
    def made(*names: str) -> Corpus:
        paths = frozenset(f"data/opd/dinas-contoh/dokumen/{name}" for name in names)
        records = [record for kind in corpus._by_kind.values() for record in kind]  # noqa: SLF001
        return Corpus(records, corpus.sources, paths, corpus.today)

    return made


GROUND = "UU 14/2008 Pasal 17 huruf h"


def found_in(row: InformasiDikecualikan, corpus: Corpus, rule_id: str = "") -> list[Diagnostic]:
    return [
        diagnostic_of(rule, finding)
        for rule in KIND.rules
        if rule_id in ("", rule.requirement.id)
        for finding in rule.check(row, corpus)
    ]


@pytest.mark.parametrize(
    "dasar_hukum",
    ["Pasal 17 huruf h UU KIP", "UU No. 14 Tahun 2008 Pasal 17 huruf b dan huruf h angka 3"],
)
def test_fix_of_a_legal_basis_silences_the_rule(dasar_hukum: str, corpus: Corpus) -> None:
    (diagnostic,) = found_in(make_row(dasar_hukum=dasar_hukum), corpus, "DIK-002")
    assert diagnostic.severity is Severity.SARAN
    assert diagnostic.fix is not None
    assert found_in(make_row(dasar_hukum=diagnostic.fix.text), corpus, "DIK-002") == []


@pytest.mark.parametrize("jangka_waktu", ["1 (satu) Tahun", "sampai penyidikan selesai."])
def test_fix_of_a_term_silences_the_rule(jangka_waktu: str, corpus: Corpus) -> None:
    (diagnostic,) = found_in(make_row(jangka_waktu=jangka_waktu), corpus, "DIK-012")
    assert diagnostic.fix is not None
    assert found_in(make_row(jangka_waktu=diagnostic.fix.text), corpus, "DIK-012") == []


@pytest.mark.parametrize(
    ("jangka_waktu", "hint"),
    [
        (
            "1 Januari 2024 - 31 Desember 2025",
            (
                "Mungkin maksudnya “sampai 2025-12-31”. “mulai 2024-01-01” belum termasuk di "
                "dalamnya. Awalnya ditulis di kolom mulai."
            ),
        ),
        ("2-5 tahun", "Mungkin maksudnya “2 tahun” atau “5 tahun”."),
        ("Perwal 27 Tahun 2017", "Mungkin maksudnya “sesuai Perwal 27/2017”."),
        ("5 tahun (aktif)", "Mungkin maksudnya “5 tahun”. “(aktif)” belum termasuk di dalamnya."),
        ("selama perjanjian berlaku", "Mungkin maksudnya “sampai perjanjian berakhir”."),
    ],
)
def test_what_an_offer_leaves_out_is_named(jangka_waktu: str, hint: str, corpus: Corpus) -> None:
    (diagnostic,) = found_in(make_row(jangka_waktu=jangka_waktu), corpus, "DIK-012")
    assert (diagnostic.hint, diagnostic.fix) == (hint, None)


def test_no_fix_while_something_is_in_doubt(corpus: Corpus) -> None:
    row = make_row(dasar_hukum=f"{GROUND}; Pasal 4 ayat (2)")
    assert [d.fix for d in found_in(row, corpus)] == [None]


@pytest.mark.parametrize(
    ("kode", "near"),
    [
        ("UU 43/2008", "“UU 43/2009”"),
        ("UU 36/2008", "“UU 36/2009”"),
        ("Perda Kota 14/2008", ""),
        ("UU 7/1999", ""),
    ],
)
def test_near_law_is_offered(kode: str, near: str, corpus: Corpus) -> None:
    (diagnostic,) = found_in(make_row(dasar_hukum=f"{GROUND}; {kode}"), corpus, "DIK-002")
    assert diagnostic.hint.startswith(
        f"Mungkin maksudnya {near}." if near else "Bila kodenya benar"
    )


def test_ended_before_it_began_is_said_once(corpus: Corpus) -> None:
    row = make_row(dasar_hukum=GROUND, mulai=date(2019, 2, 1), jangka_waktu="sampai 2019-01-01")
    assert [d.rule_id for d in found_in(row, corpus)] == ["DIK-001"]


def test_note_leads_to_the_decision(corpus: Corpus) -> None:
    (diagnostic,) = found_in(make_row(jangka_waktu="sampai 2018-01-01"), corpus, "DIK-001")
    (note,) = diagnostic.notes
    assert (note.span.path, note.span.line) == ("data/opd/dinas-contoh/dik/2019.yml", 3)


@pytest.mark.parametrize(
    ("kode", "informasi", "name"),
    [
        ("CTH-02", "Berkas uji", "lampiran-cth-02.pdf"),
        ("CTH.02", "Berkas uji", "cth_02_scan.pdf"),
        ("A3", "Rekam medis pasien", "rekam-medis-pasien-2019.pdf"),
        ("A3", "Peta jaringan air bersih kota", "salin-peta-jaringan-air-bersih-kota-final.pdf"),
    ],
)
def test_document_named_after_a_row(
    kode: str, informasi: str, name: str, with_documents: Callable[..., Corpus]
) -> None:
    row = make_row(kode=kode, informasi=informasi)
    (diagnostic,) = found_in(row, with_documents(name), "DIK-013")
    assert diagnostic.notes[0].span.path.endswith(name)


@pytest.mark.parametrize(
    ("kode", "informasi", "name"),
    [
        ("A3", "Berkas uji", "peta-a3.pdf"),
        ("2019", "Berkas uji", "renja-2019.pdf"),
        ("CTH-02", "Berkas uji", "cth-020.pdf"),
        ("CTH-02", "Rekam medis", "panduan-rekam-medis.pdf"),
        ("CTH-02", "…", "renja.pdf"),
    ],
)
def test_document_with_another_name(
    kode: str, informasi: str, name: str, with_documents: Callable[..., Corpus]
) -> None:
    row = make_row(kode=kode, informasi=informasi.ljust(5, "…"))
    assert found_in(row, with_documents(name), "DIK-013") == []


def test_a_corpus_does_not_remember_another(
    corpus: Corpus, with_documents: Callable[..., Corpus]
) -> None:
    row = make_row(dasar_hukum=f"{GROUND}; UU 43/2009")
    empty = Corpus([], {}, frozenset(), corpus.today)
    assert dasar_of(row, corpus).sound
    assert not dasar_of(row, empty).sound
    assert dasar_of(row, with_documents()).sound


@pytest.mark.long
@pytest.mark.parametrize("part", ["a.", "a", "http", "-.x"])
def test_long_texts_do_not_stall(part: str, corpus: Corpus) -> None:
    def judge(times: int) -> Work:
        noted = make_row(catatan=part * times, bagian="seluruh isi " * (times // 10))
        partial = make_row(bagian="seluruh isi " * (times // 10) + "x")
        return lambda: (found_in(noted, corpus, "DIK-013"), found_in(partial, corpus, "DIK-014"))

    assert_even(judge, 12_500)


@settings(deadline=None)
@given(
    informasi=st.text(min_size=5, max_size=60).filter(lambda text: len(text.strip()) >= 5),
    dasar_hukum=st.text(alphabet="UuPasl 174/208huruf(),;.jo-", max_size=60),
    jangka_waktu=st.text(alphabet="sampi tahubl 0123456789-", max_size=30),
    bagian=st.text(max_size=20),
    cakupan=st.sampled_from(["seluruh", "sebagian"]),
    mulai=st.none() | st.dates(),
)
def test_no_row_makes_a_rule_raise(corpus: Corpus, **values: object) -> None:
    for diagnostic in found_in(make_row(**values), corpus):
        assert diagnostic.message
        assert "\n" not in diagnostic.message
