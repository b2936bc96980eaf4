"""Real published lists, measured cell by cell against a key that this program did not make.

The key comes from the cells of the CSV by the few plain rules below, and from citations and terms
read by a person. The lists are handed in as they are and dressed up, in every form.
"""

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from ppid.handing_in.intake.report import account_of
from ppid.handing_in.intake.taking_in import opened, take_in
from ppid.handing_in.model import Intake, Target
from ppid.values.cells import column_letters
from tests.handing_in.intake.tables import town
from tests.handing_in.intake.workbooks import Row, SheetOf, csv_text, docx, ods, odt, xls, xlsx

REAL = Path(__file__).parents[4] / "shared" / "nyata"
LISTS = (
    "dik_foodstation_bumd_dki",
    "dik_pktj_kemenhub",
    "dik_upbu_tardamu_kemenhub",
    "dip_foodstation_bumd_dki",
    "dip_upbu_tardamu_kemenhub",
)

pytestmark = pytest.mark.skipif(
    not REAL.is_dir(), reason="daftar nyata tidak ikut di sini: pemiliknya tidak menyebut lisensi"
)

H = "UU 14/2008 Pasal 17 huruf h"
J = "UU 14/2008 Pasal 17 huruf j"
SEKJEN = "Keputusan Sekjen KP-SKJ 8/2026"
OTHER_LAWS = "UU 8/1981; UU 43/2009"
WITH_AUDIT = f"{H} angka 3; UU 15/2004"
CITATIONS: Mapping[str, Sequence[str]] = {
    "dik_upbu_tardamu_kemenhub": (
        f"UU 17/2003; UU 15/2004; {J}",
        f"UU 14/2008 Pasal 17 huruf b; {H} angka 3",
        *(H, H, "UU 14/2008 Pasal 17 huruf i"),
        *("UU 14/2008 Pasal 17 huruf b", "UU 14/2008 Pasal 17 huruf b"),
        f"{H} angka 1; {H} angka 3; {H} angka 5",
        f"{J}; UU 1/2023 Pasal 333 huruf d",
        f"UU 14/2008 Pasal 17 huruf a; {H}",
    ),
    "dik_pktj_kemenhub": (
        *(f"{H} angka 4", f"{H} angka 3", f"{H} angka 4", f"{H} angka 4", OTHER_LAWS),
        *(f"{H} angka 2", WITH_AUDIT, OTHER_LAWS, WITH_AUDIT, f"{H} angka 3", f"{H} angka 3"),
        *(f"{H} angka 2", f"{J}; {SEKJEN}", f"{H} angka 4; {SEKJEN}"),
        f"UU 11/2008; UU 1/2024; {J}; {SEKJEN}",
    ),
}
APPROVED = "ada persetujuan tertulis dari pihak"
TERMS = {
    f"1 Tahun / Diberikan jika {APPROVED}/CPNS yang bersangkutan": "?",
    f"1 Tahun / Diberikan jika {APPROVED} yang bersangkutan": "?",
    "1 Tahun / Dibuka setelah ada keputusan tetap dari pimpinan PKTJ": "?",
    f"Diberikan jika {APPROVED} yang bersangkutan": f"sampai {APPROVED} yang bersangkutan",
    "Dibuka setelah ada keputusan tetap dari pimpinan Politeknik Keselamatan Transportasi Jalan": (
        "sampai ada keputusan tetap dari pimpinan Politeknik Keselamatan Transportasi Jalan"
    ),
}
"""Terms that are no plain length; “?”: two statements in one cell, which a person must weigh."""
CLASSES = {"sertaMerta": "serta-merta", "setiapSaat": "setiap-saat"}
PLAIN = {
    "Dasar Hukum Pengecualian Informasi": "",
    "dasar_hukum": "",
    "konsekuensi_dibuka": "konsekuensi_dibuka",
    "konsekuensi_ditutup": "konsekuensi_ditutup",
    "Konsekuensi/Pertimbangan Dibuka bagi Publik": "konsekuensi_dibuka",
    "Konsekuensi/Pertimbangan Ditutup bagi Publik": "konsekuensi_ditutup",
    "penanggung_jawab": "penanggung_jawab",
    "Penanggung Jawab": "penanggung_jawab",
    "Penanggung Jawab Pembuatan/Penerbitan": "penanggung_jawab",
    "Pejabat/Unit yang Menguasai": "penguasa",
}


@cache
def records(name: str) -> list[list[str]]:
    """Return the rows of a list without the column that was added to it."""
    with (REAL / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [row[:-1] for row in csv.reader(file)]


@cache
def key(name: str) -> list[dict[str, str]]:
    """Return what every filled cell of a list should come to; “?” must be asked."""
    heads, *rows = records(name)
    return [dict(_expected(name, number, heads, row)) for number, row in enumerate(rows)]


def _expected(
    name: str, number: int, heads: Sequence[str], row: Sequence[str]
) -> Iterator[tuple[str, str]]:
    said = dict(zip(heads, (" ".join(cell.split()) for cell in row), strict=True))
    short = said.get("Judul") or said.get("judul") or said.get("Informasi", "")
    long = next((text for head, text in said.items() if head.startswith("Ringkasan")), "")
    told = long.lower().startswith(short.lower()) and long  # the summary begins with the title
    yield "informasi", told or (f"{short}: {long}" if long else short)
    if name in CITATIONS:
        yield "dasar_hukum", CITATIONS[name][number]
    for head, text in said.items():
        if PLAIN.get(head):
            yield PLAIN[head], text
        elif head in {"jangka_waktu", "Jangka Waktu"}:
            field = "retensi" if name.startswith("dip") else "jangka_waktu"
            yield field, TERMS.get(text, text.lower())
        elif head == "Kategori":
            yield "klasifikasi", CLASSES.get(text, text)
        elif head == "Bentuk Informasi":
            yield "bentuk", {"Softcopy": "digital"}[text]
        elif head == "Tempat dan Waktu Pembuatan":
            yield "tempat_pembuatan", text.partition(", ")[0]
            yield "waktu_pembuatan", text.partition(", ")[2]


def dressed(name: str, height: int) -> SheetOf:
    """Put titles above a list, headings merged over rows, a note and signatures below."""
    heads, *rows = records(name)
    letters = [column_letters(number) for number in range(1, len(heads) + 1)]
    sort = "PUBLIK" if name.startswith("dip") else "YANG DIKECUALIKAN"
    signed: list[Row] = [["Kota Kecil, 2 Januari 2024"], ["Kepala Kantor"], ["Nama Terang"]]
    below: list[Row] = [[], ["Keterangan: daftar ini ditinjau setiap tahun"], *signed]
    above: list[Row] = [["PEMERINTAH KOTA KECIL"], [f"DAFTAR INFORMASI {sort}"]]
    top = len(above) + 1
    merges = (
        *(f"A{row}:{letters[-1]}{row}" for row in range(1, top) if len(letters) > 1),
        *(f"{letter}{top}:{letter}{top + height - 1}" for letter in letters if height > 1),
    )
    return SheetOf([*above, heads, *[[]] * (height - 1), *rows, *below], merges=merges)


FORMS: Mapping[str, Callable[[str], bytes]] = {
    "polos.csv": lambda name: csv_text(records(name)).encode("utf-8"),
    "titik-koma.csv": lambda name: csv_text(dressed(name, 1).rows, ";").encode("cp1252"),
    "gabung-dua.xlsx": lambda name: xlsx(dressed(name, 2)),
    "gabung-tiga.ods": lambda name: ods(dressed(name, 3)),
    "lama.xls": lambda name: xls(dressed(name, 2)),
    "tabel.docx": lambda name: docx(dressed(name, 2)),
    "tabel.odt": lambda name: odt(dressed(name, 2)),
}


@dataclass(frozen=True)
class Measured:
    """How many cells came out right, were asked, or came out otherwise, and which these are."""

    right: int
    asked: int
    wrong: Sequence[str]


def measured(intake: Intake, expected: Sequence[Mapping[str, str]]) -> Measured:
    doubted = {
        (place, question.field)
        for question in intake.questions
        for place in (question.place, *question.places)
    }
    right, asked, wrong = 0, 0, []
    for row, wanted in zip(intake.rows, expected, strict=True):
        for field, text in wanted.items():
            is_asked = any((place, field) in doubted for place in row.places.get(field, ()))
            if is_asked:
                asked += 1
            elif row.values[field] == text:
                right += 1
            else:
                wrong.append(f"{field}: {row.values[field]!r} instead of {text!r}")
    return Measured(right, asked, wrong)


OF_EVERY_LIST = (
    *("kolom.", "kosong.", "penetapan.", "uji_konsekuensi.", "disampaikan", "salinan-resmi"),
)
"""Questions about what a list does not say at all: nobody finds them silly."""


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", LISTS)
def test_every_cell_of_a_real_list_is_right_or_asked(name: str, form: str) -> None:
    expected = key(name)
    target = Target("dinkes", name[:3], 2024)
    intake = take_in(opened(form, FORMS[form](name)), target, town(), {}).intake
    assert account_of(intake).hilang == 0
    assert len(intake.rows) == len(expected)
    found = measured(intake, expected)
    assert found.wrong == []
    cells = sum(map(len, expected))
    must_ask = sum(text == "?" for wanted in expected for text in wanted.values())
    assert found.asked == must_ask
    assert found.right == cells - must_ask
    silly = [
        one.key
        for one in intake.questions
        if not one.key.startswith((*OF_EVERY_LIST, "jangka_waktu."))
    ]
    assert silly == []
