"""What is carried from the list before into a new one, what is left blank, and what is said."""

import csv
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from ppid.checking.load import load
from ppid.core.corpus import Corpus
from ppid.handing_in.template.list_sheet import EXAMPLES
from ppid.handing_in.template.prepared import (
    ENDED,
    Prepared,
    PreparedRow,
    collected_from,
    collecting_year,
    prepare,
)
from ppid.kinds.acuan.kewajiban import kumpulan_in
from ppid.kinds.dip.model import codes_in
from ppid.values.cells import LONGEST_CELL
from ppid.values.terms import read as read_jangka_waktu

TOWN = Path(__file__).parents[2] / "kota-kecil"
CORPUS = load(TOWN, date(2022, 2, 1)).corpus
Town = Callable[..., Corpus]


@pytest.fixture
def town(tmp_path: Path) -> Town:
    """The town with other files: `town({path: text or None}, day)`."""

    def changed(files: dict[str, str | None], day: date = date(2022, 2, 1)) -> Corpus:
        shutil.copytree(TOWN / "data", tmp_path / "data", dirs_exist_ok=True)
        for name, text in files.items():
            path = tmp_path / "data" / name
            if text is None:
                path.unlink()
            else:
                path.write_text(text, "utf-8")
        return load(tmp_path, day).corpus

    return changed


def row_of(prepared: Prepared, kode: str) -> PreparedRow:
    return next(row for row in prepared.rows if row.values["kode"] == kode)


def test_a_dik_carries_everything_and_writes_out_when_each_term_began() -> None:
    prepared = prepare("dinkes", "dik", 2022, CORPUS)
    text = (TOWN / "data/opd/dinkes/dik/2021.csv").read_text("utf-8")
    written = list(csv.DictReader(text.splitlines()))
    assert [row.values["kode"] for row in prepared.rows] == [row["kode"] for row in written]
    for row, before in zip(prepared.rows, written, strict=True):
        same = {name: text for name, text in before.items() if name != "mulai"}
        assert {name: row.values[name] for name in same} == same
        # Blank, it would mean the day of the decision of 2022.
        assert row.values["mulai"] == "2021-02-22"
        assert row.note == ""


def test_a_term_keeps_its_own_beginning() -> None:
    row = row_of(prepare("setda", "dik", 2022, CORPUS), "SET-NEGOSIASI")
    assert row.values["mulai"] == "2021-01-04"


def test_a_term_that_has_ended_is_said() -> None:
    row = row_of(prepare("setda", "dik", 2022, CORPUS), "SET-NEGOSIASI")
    assert row.note == f"{ENDED} (berakhir 3 Juli 2021)"


@pytest.mark.parametrize(
    ("tahun", "day", "note"),
    [
        (2023, date(2023, 1, 1), ""),
        (
            2024,
            date(2024, 1, 1),
            "jangka waktu berakhir pada 14 Februari 2024: siapkan keputusannya",
        ),
        (
            2024,
            date(2024, 2, 14),
            "jangka waktu berakhir pada 14 Februari 2024: siapkan keputusannya",
        ),
        (2024, date(2024, 2, 15), f"{ENDED} (berakhir 14 Februari 2024)"),
        (2025, date(2024, 12, 1), f"{ENDED} (berakhir 14 Februari 2024)"),
    ],
)
def test_a_note_depends_on_the_year_and_the_day(tahun: int, day: date, note: str) -> None:
    prepared = prepare("setda", "dik", tahun, load(TOWN, day).corpus)
    assert row_of(prepared, "SET-MEMO-1").note == note


def test_a_term_without_an_end_says_nothing() -> None:
    row = row_of(prepare("setda", "dik", 2030, CORPUS), "SET-HPS-BERJALAN")
    assert read_jangka_waktu(row.values["jangka_waktu"]).value
    assert row.note == ""


def test_a_dip_leaves_blank_what_is_new_every_year() -> None:
    prepared = prepare("dinkes", "dip", 2022, CORPUS)
    assert {row.values["diperbarui"] for row in prepared.rows} == {""}
    regular, lasting = row_of(prepared, "KES-PUSKESMAS"), row_of(prepared, "KES-RENSTRA")
    assert regular.values["waktu_pembuatan"] == ""
    assert regular.values["tautan"] == "dokumen/daftar-puskesmas.csv"
    assert "waktu pembuatan" in regular.note
    assert lasting.values["waktu_pembuatan"] == "2021-02"
    assert lasting.values["kewajiban"] == "setiap-saat.h"
    assert lasting.note == ""


def test_codes_of_older_rules_are_to_be_chosen_anew(town: Town) -> None:
    corpus = town({"opd/dinkes/dip/2021.csv": None, "opd/dinkes/dip/2021.yml": None})
    row = row_of(prepare("dinkes", "dip", 2021, corpus), "KES-PUSKESMAS")
    assert row.values["kewajiban"] == ""
    assert "kode kewajiban “berkala.a” tidak berlaku lagi: pilih yang baru" in row.note


def test_a_title_that_names_the_year_is_pointed_out() -> None:
    row = row_of(prepare("setda", "dip", 2022, CORPUS), "SET-ANGGARAN")
    assert "judul menyebut tahun 2021: sesuaikan bila perlu" in row.note


def test_a_list_of_the_same_year_is_revised_as_it_stands() -> None:
    prepared = prepare("dinkes", "dip", 2021, CORPUS)
    assert prepared.asal == 2021
    row = row_of(prepared, "KES-PUSKESMAS")
    assert (row.values["waktu_pembuatan"], row.values["diperbarui"]) == ("2021", "2021-10-04")
    assert row.note == ""
    blank = row_of(prepare("dinkes", "dik", 2021, CORPUS), "KES-REKAM-MEDIS")
    assert blank.values["mulai"] == ""


def test_the_newest_list_before_is_taken_and_none_from_later() -> None:
    assert prepare("setda", "dik", 2030, CORPUS).asal == 2021
    assert prepare("setda", "dik", 2020, CORPUS).asal == 2020
    none = prepare("setda", "dik", 2019, CORPUS)
    assert (none.asal, none.rows) == (0, ())


def test_a_statement_of_nothing_leaves_an_empty_template() -> None:
    prepared = prepare("kecamatan-tepi-danau", "dik", 2022, CORPUS)
    assert (prepared.asal, prepared.nihil, prepared.rows) == (2021, True, ())


def test_demonstration_is_passed_on() -> None:
    assert prepare("dinkes", "dip", 2020, CORPUS).contoh
    assert not prepare("dinkes", "dip", 2022, CORPUS).contoh


def test_text_that_no_cell_can_hold_is_left_out_with_a_word(town: Town) -> None:
    long = "kata " * (LONGEST_CELL // 5 + 1)
    path = "opd/dinkes/dik/2021.csv"
    text = (TOWN / "data" / path).read_text("utf-8")
    corpus = town({path: text.replace("Riwayat penyakit seseorang", long, 1)})
    row = row_of(prepare("dinkes", "dik", 2022, corpus), "KES-REKAM-MEDIS")
    assert row.values["konsekuensi_dibuka"] == ""
    assert "Konsekuensi dibuka terlalu panjang" in row.note


def test_line_ends_are_those_of_workbooks(town: Town) -> None:
    path = "opd/dinkes/dik/2021.csv"
    text = (TOWN / "data" / path).read_text("utf-8")
    corpus = town(
        {
            path: text.replace("Pasien tetap percaya", '"Pasien\r\ntetap percaya', 1).replace(
                "tenaga kesehatan.,", 'tenaga kesehatan.",', 1
            )
        }
    )
    row = row_of(prepare("dinkes", "dik", 2022, corpus), "KES-REKAM-MEDIS")
    assert row.values["konsekuensi_ditutup"].startswith("Pasien\ntetap percaya")


# ── which year


@pytest.mark.parametrize(
    ("day", "tahun"),
    [(date(2020, 5, 1), 2021), (date(2021, 12, 31), 2021), (date(2022, 1, 1), 2022)],
)
def test_the_year_is_this_one_or_the_one_that_is_open(day: date, tahun: int) -> None:
    assert collecting_year(load(TOWN, day).corpus) == tahun  # tahun_berjalan: 2021


def test_departments_that_are_gone_get_no_template() -> None:
    gone = "kecamatan-tepi-danau"  # until 31 December 2021
    assert [p.id.opd for p in collected_from(2022, CORPUS)] == ["dinkes", "setda"]
    assert gone in [profil.id.opd for profil in collected_from(2021, CORPUS)]


def test_the_codes_of_the_example_are_those_of_the_rules_in_force() -> None:
    group = kumpulan_in(2026, load(TOWN, date(2026, 1, 1)).corpus)
    assert group is not None
    assert set(codes_in(EXAMPLES["dip"]["kewajiban"])) <= {each.kode for each in group.kewajiban}
