"""Tables become rows: each cause is asked once, each cell is accounted for, a run repeats."""

import shutil
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid.checking.load import load
from ppid.core.corpus import Corpus
from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.intake.codes import NEW
from ppid.handing_in.intake.list_files import csv_text, yml_text
from ppid.handing_in.intake.reading.texts import KEEP
from ppid.handing_in.intake.report import account_of
from ppid.handing_in.intake.understand import understand
from ppid.handing_in.model import Intake, Question, Target
from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.kata_daftar import (
    BENTUK_PREFIX,
    JUDUL,
    KLASIFIKASI_PREFIX,
    NOMOR,
    TEMPAT_WAKTU,
)
from tests.handing_in.intake.tables import table

TOWN = Path(__file__).parents[2] / "kota-kecil"
DIK = Target("dinkes", "dik", 2022)
DIP = Target("dinkes", "dip", 2022)
H2 = "UU 14/2008 Pasal 17 huruf h angka 2"
DIK_FIELDS = ("informasi", "cakupan", "dasar_hukum", "jangka_waktu", "mulai", "penguasa")


@pytest.fixture(scope="module")
def town() -> Corpus:
    return load(TOWN, date(2022, 6, 1)).corpus


def dik(town: Corpus, *rows: Sequence[str], answers: Mapping[str, str] | None = None) -> Intake:
    return understand(table(DIK_FIELDS, rows), DIK, town, answers or {})


def row(title: str, **changes: str) -> tuple[str, ...]:
    said = {
        "informasi": title,
        "cakupan": "seluruh",
        "dasar_hukum": H2,
        "jangka_waktu": "5 tahun",
        "mulai": "2022-01-31",
        "penguasa": "Sekretariat",
    }
    return tuple({**said, **changes}[name] for name in DIK_FIELDS)


def asked(intake: Intake, field: str) -> Question:
    return next(question for question in intake.questions if question.field == field)


def test_equal_cells_raise_one_question(town: Corpus) -> None:
    rows = [row(f"Berkas perkara nomor {n}", jangka_waktu="5") for n in range(3)]
    intake = dik(town, *rows, row("Berkas lain", jangka_waktu="6"))
    terms = [question for question in intake.questions if question.field == "jangka_waktu"]
    assert [[place.cell for place in q.places] for q in terms] == [["D2", "D3", "D4"], ["D5"]]
    assert [reading.value for reading in terms[0].readings] == ["5 tahun", "5 bulan", KEEP]


def test_an_answer_does_for_every_cell_and_is_reported(town: Corpus) -> None:
    rows = [row(f"Berkas perkara nomor {n}", jangka_waktu="5") for n in range(3)]
    key = asked(dik(town, *rows), "jangka_waktu").key
    intake = dik(town, *rows, answers={key: "5 bulan"})
    assert {taken.values["jangka_waktu"] for taken in intake.rows} == {"5 bulan"}
    assert [q.key for q in intake.answered if q.field == "jangka_waktu"] == [key]
    assert [r.after for r in intake.repairs if r.field == "jangka_waktu"] == ["5 bulan"] * 3


@pytest.mark.parametrize(
    ("answer", "value"),
    [("7 tahun", "7 tahun"), ("7 (tujuh) Tahun", "7 tahun"), (KEEP, "5"), ("kapan-kapan?", None)],
)
def test_an_answer_may_be_in_own_words(town: Corpus, answer: str, value: str | None) -> None:
    key = asked(dik(town, row("Berkas", jangka_waktu="5")), "jangka_waktu").key
    intake = dik(town, row("Berkas", jangka_waktu="5"), answers={key: answer})
    # What is read with advice only, such as a term nobody can read, is an answer all the same.
    expected = value or answer
    assert intake.rows[0].values["jangka_waktu"] == expected


def test_an_answer_that_is_doubtful_itself_is_asked_again(town: Corpus) -> None:
    key = asked(dik(town, row("Berkas", mulai="03/04/2025")), "mulai").key
    again = dik(town, row("Berkas", mulai="03/04/2025"), answers={key: "04/03/2025"})
    assert asked(again, "mulai").key == key


@pytest.mark.parametrize(
    ("name", "cell"),
    [("penanggung_jawab", "D2"), ("dasar_hukum", "C2"), ("informasi", "B2"), ("catatan", "A2")],
)
def test_what_is_found_about_an_empty_field_is_never_hung_on_another_field(
    town: Corpus, name: str, cell: str
) -> None:
    """An empty cell is named under its own heading; without a column the number of the row is."""
    handed = table(
        (NOMOR, "informasi", "dasar_hukum", "penanggung_jawab"), [("1", "Berkas satu", H2, "")]
    )
    intake = understand(handed, DIK, town, {})
    place = intake.place_of(intake.rows[0], name)
    assert place
    assert place.cell == cell
    bare = understand(table(("informasi", "dasar_hukum"), [("Berkas", H2)]), DIK, town, {})
    beside = bare.place_of(bare.rows[0], "catatan")
    assert beside
    assert beside.cell == "C2"


def test_a_missing_column_is_asked_once_for_all_rows(town: Corpus) -> None:
    handed = table(("informasi",), [(f"Surat rahasia {n}",) for n in range(22)])
    intake = understand(handed, DIK, town, {})
    keys = [question.key for question in intake.questions]
    assert keys == ["kolom.cakupan", "kolom.penguasa", "salinan-resmi"]
    assert intake.salinan_resmi
    answers = {"kolom.cakupan": "seluruh", "kolom.penguasa": "Sekretariat Dinas"}
    draft = understand(handed, DIK, town, {**answers, "salinan-resmi": "belum"})
    assert (draft.complete, draft.salinan_resmi) == (True, False)
    done = understand(handed, DIK, town, {**answers, "salinan-resmi": "salinan"})
    assert done.complete
    assert {taken.values["penguasa"] for taken in done.rows} == {"Sekretariat Dinas"}
    assert "salinan_resmi: true" in yml_text(done, "daftar.xlsx")


def test_empty_cells_of_a_column_are_asked_once(town: Corpus) -> None:
    intake = dik(
        town, row("Berkas satu"), row("Berkas dua", penguasa=""), row("Tiga", penguasa="-")
    )
    question = asked(intake, "penguasa")
    assert (question.key, [p.cell for p in question.places]) == ("kosong.penguasa", ["F3", "F4"])


def test_the_day_of_the_decision_is_asked_for_terms_without_a_start(town: Corpus) -> None:
    intake = dik(town, row("Berkas satu", mulai=""), row("Berkas dua", mulai=""))
    assert asked(intake, "penetapan.tanggal").key == "penetapan.tanggal"
    done = dik(town, row("Berkas satu", mulai=""), answers={"penetapan.tanggal": "3 Maret 2022"})
    assert done.about == {"penetapan.tanggal": "2022-03-03"}
    assert "penetapan:\n  tanggal: 2022-03-03" in yml_text(done, "daftar.xlsx")
    unknown = dik(town, row("Berkas satu", mulai=""), answers={"penetapan.tanggal": "belum"})
    assert unknown.complete
    assert unknown.about == {}


def test_a_list_that_says_nihil_needs_statement_officer_and_day(town: Corpus) -> None:
    handed = table(DIK_FIELDS, [], nihil="NIHIL")
    keys = [q.key for q in understand(handed, DIK, town, {}).questions]
    assert keys == ["nihil.pernyataan", "nihil.pejabat", "nihil.tanggal"]
    answers = {
        "nihil.pernyataan": "Tidak ada informasi yang dikecualikan.",
        "nihil.pejabat": "Kepala Dinas",
        "nihil.tanggal": "31 Januari 2022",
    }
    done = understand(handed, DIK, town, answers)
    assert done.complete
    assert done.about["nihil.tanggal"] == "2022-01-31"


# ------------------------------------------------------------------------------------------ kode


def kode_of(town: Corpus, title: str, **answers: str) -> str:
    return dik(town, row(title), answers=answers).rows[0].values["kode"]


@pytest.mark.parametrize(
    ("title", "kode"),
    [
        ("Isi rekam medis pasien di puskesmas", "KES-REKAM-MEDIS"),
        ("ISI REKAM MEDIS PASIEN DI PUSKESMAS.", "KES-REKAM-MEDIS"),
        ("Isi rekam-medis pasien pada puskesmas", "KES-REKAM-MEDIS"),
        ("Isi rekam medis pasein di puskesmas", "KES-REKAM-MEDIS"),
        ("Denah ruang peladen dinas", "KES-DENAH-RUANG"),
    ],
)
def test_codes_of_last_year_are_kept_and_new_ones_made(town: Corpus, title: str, kode: str) -> None:
    assert kode_of(town, title) == kode


def test_a_doubtful_match_is_asked_with_the_candidates(town: Corpus) -> None:
    title = "Isi rekam medis pasien di puskesmas pembantu"
    question = asked(dik(town, row(title)), "kode")
    assert question.readings[0].value == "KES-REKAM-MEDIS"
    assert question.readings[-1].value == NEW
    given_old = dik(town, row(title), answers={question.key: "KES-REKAM-MEDIS"})
    assert given_old.rows[0].values["kode"] == "KES-REKAM-MEDIS"
    given_new = dik(town, row(title), answers={question.key: NEW}).rows[0].values["kode"]
    assert given_new == "KES-ISI-REKAM"


def test_two_rows_never_get_the_same_code(town: Corpus) -> None:
    intake = dik(town, *[row("Isi rekam medis pasien di puskesmas")] * 3)
    codes = [taken.values["kode"] for taken in intake.rows]
    assert codes[0] == "KES-REKAM-MEDIS"
    assert len(set(codes)) == 3


def test_years_in_titles_move_on_with_the_list(tmp_path: Path) -> None:
    copied = tmp_path / "kota"
    shutil.copytree(TOWN, copied)
    path = copied / "data/opd/dinkes/dip/2021.csv"
    path.write_text(path.read_text("utf-8").replace("strategis dinas", "kerja tahun 2021"), "utf-8")
    corpus = load(copied, date(2022, 6, 1)).corpus
    handed = table(("informasi",), [("Rencana kerja tahun 2022",), ("Rencana kerja tahun 2019",)])
    intake = understand(handed, DIP, corpus, {})
    assert intake.rows[0].values["kode"] == "KES-RENSTRA"
    assert intake.rows[1].values["kode"] != "KES-RENSTRA"


def test_rows_that_are_gone_are_pointed_out(town: Corpus) -> None:
    gone = {r.kode for r in town.in_list(InformasiDikecualikan, "dinkes", 2021)}
    remarks = dik(town, row("Denah ruang peladen")).remarks
    (said,) = [remark for remark in remarks if remark.field == "kode"]
    assert said.place is None
    assert all(f"({kode})" in said.message for kode in gone)


# --------------------------------------------------------------------------------- cells and fields


def test_classes_from_sections_ticks_and_words(town: Corpus) -> None:
    sections = {0: "A. Informasi Berkala", 2: "B. INFORMASI SETIAP SAAT"}
    handed = table(
        (NOMOR, "informasi"),
        [("1", "Profil dinas"), ("2", "Rencana strategis"), ("3", "Daftar SOP")],
        sections=sections,
    )
    intake = understand(handed, DIP, town, {})
    assert [r.values["klasifikasi"] for r in intake.rows] == ["berkala", "berkala", "setiap-saat"]
    assert sum(r.field == "klasifikasi" for r in intake.repairs) == 2
    columns = ("informasi", f"{KLASIFIKASI_PREFIX}berkala", f"{KLASIFIKASI_PREFIX}setiap-saat")
    ticked = understand(
        table(columns, [("Profil dinas", "√", ""), ("SOP dinas", "v", "v")]), DIP, town, {}
    )
    assert ticked.rows[0].values["klasifikasi"] == "berkala"
    assert [place.cell for place in asked(ticked, "klasifikasi").places] == ["B3", "C3"]


def test_one_cell_feeds_place_and_time(town: Corpus) -> None:
    handed = table((JUDUL, "informasi", TEMPAT_WAKTU), [("Profil", "Alamat", "Sabu Raijua, 2025")])
    values = understand(handed, DIP, town, {}).rows[0].values
    assert values["informasi"] == "Profil: Alamat"
    assert (values["tempat_pembuatan"], values["waktu_pembuatan"]) == ("Sabu Raijua", "2025")


def test_idem_means_the_cell_above(town: Corpus) -> None:
    intake = dik(town, row("Berkas satu", penguasa="Bidang A"), row("Berkas dua", penguasa="sda"))
    assert intake.rows[1].values["penguasa"] == "Bidang A"
    assert any(r.reason == "sama dengan baris di atas" for r in intake.repairs)


def test_errors_of_the_spreadsheet_do_not_come_in(town: Corpus) -> None:
    handed = table(("informasi", "catatan"), [("Berkas satu", "#REF!")], broken=frozenset({(0, 1)}))
    intake = understand(handed, DIK, town, {})
    assert intake.rows[0].values["catatan"] == ""
    assert [r.place.cell for r in intake.remarks if "#REF!" in r.message] == ["B2"]


NIK = "3275010101900001"


def test_personal_data_stays_out_and_is_never_repeated(town: Corpus) -> None:
    intake = dik(town, row("Berkas satu", penguasa=f"Kasubag NIK {NIK}"), row(f"Surat NIK {NIK}"))
    assert NIK not in csv_text(intake)
    assert NIK not in repr((intake.remarks, intake.repairs, intake.questions))
    grave = [r for r in intake.remarks if r.rule_id == "PRI-001"]
    assert {r.place.cell for r in grave} == {"F2", "A3"}
    assert {r.severity for r in grave} == {Severity.GALAT}


def test_a_phone_number_stays_out_and_is_not_repeated(town: Corpus) -> None:
    intake = dik(town, row("Berkas satu", penguasa="Bidang  A,\n0812-3456-7890"))
    assert not intake.rows[0].values["penguasa"]
    assert [one.rule_id for one in intake.remarks if one.severity is Severity.GALAT] == ["PRI-002"]
    assert "3456" not in repr(intake)


def test_a_long_title_is_cut_only_where_somebody_says_so(town: Corpus) -> None:
    long = f"Laporan kinerja. {'Uraian panjang ' * 25}".strip()
    question = asked(dik(town, row(long)), "informasi")
    assert question.readings[0].value == "Laporan kinerja"
    values = dik(town, row(long), answers={question.key: "Laporan kinerja"}).rows[0].values
    assert (values["informasi"], values["catatan"]) == ("Laporan kinerja", long)


# -------------------------------------------------------------------------------------- whole lists


def test_a_run_repeats(town: Corpus) -> None:
    rows = [row("Berkas satu", jangka_waktu="5", mulai="03/04/2025"), row("Berkas dua")]
    first = dik(town, *rows)
    answers = {question.key: question.readings[0].value for question in first.questions}
    again = [dik(town, *rows, answers=answers) for _ in range(2)]
    assert again[0].complete
    assert csv_text(again[0]) == csv_text(again[1])
    assert again[0].rows[0].values["mulai"] == "2025-04-03"


def test_what_is_canonical_comes_out_as_it_went_in(town: Corpus) -> None:
    columns = tuple(InformasiDikecualikan.model_fields)
    known = town.in_list(InformasiDikecualikan, "dinkes", 2021)
    rows = [[str(getattr(r, name) or "") for name in columns] for r in known]
    intake = understand(table(columns, rows), DIK, town, {"penetapan.tanggal": "belum"})
    assert intake.complete
    assert [list(r.values.values()) for r in intake.rows] == rows


FIELDS = sorted(
    {
        *InformasiDikecualikan.model_fields,
        *InformasiPublik.model_fields,
        *(NOMOR, JUDUL, TEMPAT_WAKTU, "", "lain"),
        f"{KLASIFIKASI_PREFIX}berkala",
        f"{KLASIFIKASI_PREFIX}setiap-saat",
        f"{BENTUK_PREFIX}cetak",
        f"{BENTUK_PREFIX}digital",
    }
)
CELLS = st.one_of(
    st.text(max_size=30),
    st.sampled_from(["-", "sda", "5", "√", "x", "=1+1", NIK, "03/04/2025", "Bekasi, 2025", "idem"]),
)


@given(data=st.data(), jenis=st.sampled_from(["dik", "dip"]))
def test_no_table_makes_it_raise_and_every_cell_is_accounted_for(
    town: Corpus, data: st.DataObject, jenis: str
) -> None:
    fields = data.draw(st.lists(st.sampled_from(FIELDS), min_size=1, max_size=8, unique=True))
    rows = data.draw(
        st.lists(st.lists(CELLS, min_size=len(fields), max_size=len(fields)), max_size=5)
    )
    sections = data.draw(st.dictionaries(st.integers(0, 4), CELLS.filter(bool), max_size=2))
    handed = table(fields, rows, sections=sections)
    intake = understand(handed, Target("dinkes", jenis, 2022), town, {})
    account = account_of(intake)
    assert account.hilang == 0
    assert account.sel == len(intake.filled)
    assert NIK not in repr((intake.remarks, intake.repairs, intake.questions))


def test_the_part_withheld_says_how_much_is_withheld(town: Corpus) -> None:
    written = ["Seluruh dokumen", "NIK dan alamat", "Sebagian (nama)", "Seluruhnya kecuali rekap"]
    rows = [(f"Berkas perkara {n}", part, H2) for n, part in enumerate(written, start=1)]
    intake = understand(table(("informasi", "bagian", "dasar_hukum"), rows), DIK, town, {})
    read = [(taken.values["cakupan"], taken.values["bagian"]) for taken in intake.rows]
    assert read == [
        ("seluruh", ""),
        ("sebagian", "NIK dan alamat"),
        ("sebagian", "nama"),
        ("", "Seluruhnya kecuali rekap"),
    ]
    assert len(asked(intake, "cakupan").places) == 1
    said = [repair.after for repair in intake.repairs if repair.field == "cakupan"]
    assert said == ["seluruh", "sebagian", "sebagian"]


def test_titles_of_groups_are_offered_as_the_units_of_their_rows(town: Corpus) -> None:
    rows = [(f"Berkas perkara {n}", H2) for n in range(1, 4)]
    sections = {0: "A. Bidang Yankes", 2: "UPTD Puskesmas Danau"}
    handed = table(("informasi", "dasar_hukum"), rows, sections=sections)
    question = asked(understand(handed, DIK, town, {}), "penguasa")
    first = question.readings[0]
    assert "“Bidang Yankes” dan “UPTD Puskesmas Danau”" in first.means
    done = understand(handed, DIK, town, {question.key: first.value})
    units = [taken.values["penguasa"] for taken in done.rows]
    assert units == ["Bidang Yankes", "Bidang Yankes", "UPTD Puskesmas Danau"]


@pytest.mark.parametrize("sections", [{1: "Bidang Yankes"}, {0: "Informasi yang Dikecualikan"}])
def test_groups_that_name_no_unit_for_every_row_are_not_offered(
    town: Corpus, sections: Mapping[int, str]
) -> None:
    rows = [("Berkas perkara 1", H2), ("Berkas perkara 2", H2)]
    handed = table(("informasi", "dasar_hukum"), rows, sections=sections)
    offered = asked(understand(handed, DIK, town, {}), "penguasa").readings
    assert not any("judul bagian" in reading.means for reading in offered)
