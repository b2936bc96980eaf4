"""Proposals on real repositories: what was done to the town, and the words that must be told.

Each row: edits of files, or what is done with git; words that must stand in the report in this
order; words that must not. The repository is made once and copied.
"""

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from ppid.reviewing.base import stored
from ppid.reviewing.model import Review
from ppid.reviewing.report import rendered, review_branch
from tests.reviewing.edits import (
    DAY,
    TOWN,
    Edit,
    Edits,
    added,
    both,
    cell,
    edited,
    put,
    table,
    without,
)
from tests.reviewing.repositories import change, commit, git
from tests.reviewing.test_changes import (
    COPY,
    KES_DIK,
    KES_DIP,
    NOTHING,
    PAGE,
    SET_DIK,
    SET_DIP,
    of,
)

MANY = ("setiap-saat.c.d", "setiap-saat.d", "setiap-saat.g", "setiap-saat.i", "setiap-saat.l")
"""More than one document can answer: three of them count."""
RENSTRA = "Rencana strategis dinas"
FIRST = "Semula terbuka, kini dikecualikan (1)"
TESTED = "apakah konsekuensinya sudah diuji, dan di mana lembar ujinya?"
GROUND = "UU 14/2008 Pasal 17 huruf a angka 2; UU 13/2006"
ALIKE = "ditulis ulang dengan isi yang sama"


@dataclass(frozen=True)
class Scenario:
    """What was done, and what is told of it; `silent` is what must not be said."""

    done: Edits | Callable[[Path], None]
    told: tuple[str, ...]
    silent: tuple[str, ...] = ()


def taken_over(source: str, *codes: str) -> Edit:
    """Add rows of another list as they stand there."""
    lines = of(source).splitlines(keepends=True)
    more = b"".join(line for line in lines if line.decode().split(",", 1)[0] in codes)
    return lambda raw: raw + more


def closed(kode: str, title: str) -> Edits:
    """Take KES-RENSTRA out of the DIP, and exclude something under that code and title."""
    more = added(kode, "KES-PELAPOR", informasi=title, jangka_waktu="5 tahun")
    return {KES_DIP: without("KES-RENSTRA"), KES_DIK: more}


def dropped_by_a_merge(project: Path) -> None:
    """Merge main with `-s ours`, so that what it had changed meanwhile is gone."""
    git(project, "checkout", "-q", "main")
    change(project, SET_DIP, cell("SET-PROFIL", penguasa="Bagian Tata Usaha"))
    commit(project, "Di main")
    git(project, "push", "-q", "origin", "main")
    git(project, "checkout", "-q", "cabang")
    change(project, KES_DIP, cell("KES-RENSTRA", penguasa="Bidang Program"))
    commit(project)
    git(project, "merge", "-q", "-s", "ours", "-m", "Gabung", "origin/main")


def written_anew(project: Path) -> None:
    """Write the rows in another order, and take one field out of another list in the same go."""
    change(project, KES_DIP, table(lambda rows: rows[::-1]))
    change(project, SET_DIP, cell("SET-PROFIL", catatan="Diperiksa ulang"))


def in_another_office(project: Path) -> None:
    """Move KES-RENSTRA to another OPD, which excludes it there."""
    change(project, KES_DIP, without("KES-RENSTRA"))
    change(project, SET_DIK, added("SET-BARU", "SET-MEMO-1", informasi=RENSTRA))


def broken_twice(project: Path) -> None:
    """Change a file that could not be read before either."""
    (project / KES_DIP).write_bytes(b"PK\x03\x04 lama")
    commit(project)
    git(project, "push", "-q", "origin", "cabang:main")
    git(project, "fetch", "-q", "origin")
    (project / KES_DIP).write_bytes(b"PK\x03\x04 baru")


def outside(project: Path) -> None:
    for path in (
        *("generator/ppid/periksa.py", "theme_overrides/main.html", ".github/workflows/x.yml"),
        *("mkdocs.yml", "content/assets/hitung.js", "tests/test_x.py", "README.md"),
    ):
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text("berubah\n", "utf-8")


def exchange(project: Path) -> None:
    """Give two rows each other's code."""
    path = project / KES_DIP
    text = path.read_text("utf-8").replace("KES-RENSTRA,", "KES-SEMENTARA,")
    text = text.replace("KES-REALISASI,", "KES-RENSTRA,")
    path.write_text(text.replace("KES-SEMENTARA,", "KES-REALISASI,"), "utf-8")


def workbook_only(project: Path) -> None:
    (project / "data/opd/dinkes/kiriman").mkdir()
    (project / "data/opd/dinkes/kiriman/dik-2022.xlsx").write_bytes(b"PK")


SCENARIOS: dict[str, Scenario] = {
    "closed with its code and title": Scenario(
        closed("KES-RENSTRA", RENSTRA),
        (FIRST, "Semula publik (Setiap Saat, DIP 2021), kini dikecualikan seluruhnya", TESTED),
        (ALIKE, "Tidak tercantum lagi ("),
    ),
    "closed under a new code": Scenario(
        closed("KES-X9", RENSTRA), (FIRST, GROUND, "5 tahun", TESTED), (ALIKE, "Tidak tercantum")
    ),
    "closed under a new code and a longer title": Scenario(
        closed("KES-X9", f"Dokumen {RENSTRA[0].lower()}{RENSTRA[1:]}"),
        (FIRST, f"({GROUND}, 5 tahun)", f"mungkin semula publik sebagai “{RENSTRA}”", TESTED),
        (ALIKE,),
    ),
    "closed under its code and another title": Scenario(
        closed("KES-RENSTRA", "Naskah yang sedang disusun"),
        (FIRST, f"({GROUND}, 5 tahun)", "dengan kode yang sama", TESTED),
        (ALIKE,),
    ),
    "closed under another code and other words": Scenario(
        {
            KES_DIP: without("KES-RENSTRA"),
            KES_DIK: added(
                *("KES-X9", "KES-PELAPOR"),
                informasi="Naskah arah kebijakan lima tahunan",
                penguasa="Subbagian Perencanaan",
            ),
        },
        (FIRST, "Naskah arah kebijakan lima tahunan", RENSTRA, TESTED),
        (ALIKE,),
    ),
    "closed in the list of another year": Scenario(
        {
            KES_DIP: without("KES-RENSTRA"),
            "data/opd/dinkes/dik/2022.yml": b"sumber: Uji\n",
            "data/opd/dinkes/dik/2022.csv": both(
                added("KES-X9", "KES-PELAPOR", informasi=RENSTRA), without("KES-PELAPOR")
            )(of(KES_DIK)),
        },
        (FIRST, "dalam DIK 2022", TESTED),
        (ALIKE,),
    ),
    "closed by another OPD": Scenario(
        in_another_office,
        (FIRST, "Pindah dari DIP 2021 Dinas Kesehatan", "ke DIK 2021 Sekretariat", "kini", TESTED),
        (ALIKE, "Tidak tercantum lagi ("),
    ),
    "closed by another OPD under another title": Scenario(
        {
            KES_DIP: without("KES-RENSTRA"),
            SET_DIK: added("SET-BARU", "SET-MEMO-1", informasi=f"{RENSTRA} kesehatan"),
        },
        (FIRST, f"mungkin semula publik sebagai “{RENSTRA}”", "Dinas Kesehatan", TESTED),
        (ALIKE, "Tidak tercantum lagi ("),
    ),
    "a new exclusion that was never public": Scenario(
        {KES_DIK: added("KES-BARU", "KES-PELAPOR", informasi="Denah gudang obat")},
        ("Pengecualian baru atau lebih luas (1)", GROUND, "apakah konsekuensinya diuji?"),
        (FIRST,),
    ),
    "a new exclusion under an old code": Scenario(
        {KES_DIK: cell("KES-PELAPOR", informasi="Denah gudang obat dan vaksin")},
        ("Tidak tercantum lagi (1)", "Pengecualian baru atau lebih luas (1)", GROUND, "diuji?"),
    ),
    "moved to another OPD": Scenario(
        {KES_DIP: without("KES-RENSTRA"), SET_DIP: taken_over(KES_DIP, "KES-RENSTRA")},
        (
            "Pindah perangkat daerah (1)",
            "Pindah dari DIP 2021 Dinas Kesehatan",
            "ke DIP 2021 Sekretariat",
        ),
        ("Tidak tercantum lagi (", "nformasi baru dalam", "terlewat", ALIKE),
    ),
    "moved to another OPD under a new code": Scenario(
        {
            KES_DIP: without("KES-RENSTRA"),
            SET_DIP: both(
                taken_over(KES_DIP, "KES-RENSTRA"),
                cell("KES-RENSTRA", kode="SET-RENSTRA"),
            ),
        },
        (
            "1 perubahan: 1 pindah perangkat daerah.",
            *("Pindah dari DIP 2021", "kode berubah dari KES-RENSTRA ke SET-RENSTRA"),
        ),
        ("Kode berubah (", "Tidak tercantum lagi (", "nformasi baru dalam", "terlewat", ALIKE),
    ),
    "moved to another OPD under another title and code": Scenario(
        {
            KES_DIP: without("KES-RENSTRA"),
            SET_DIP: both(
                taken_over(KES_DIP, "KES-RENSTRA"),
                cell("KES-RENSTRA", kode="SET-R2", informasi="Rencana strategis Dinas Kesehatan"),
            ),
        },
        (
            "mungkin menjadi “Rencana strategis Dinas Kesehatan” dalam DIP 2021 Sekretariat Daerah",
            "informasi yang sama?",
        ),
        ("nformasi baru dalam", "terlewat", ALIKE),
    ),
    "several rows moved to another OPD": Scenario(
        {
            KES_DIP: without("KES-RENSTRA", "KES-REALISASI"),
            SET_DIP: taken_over(KES_DIP, "KES-RENSTRA", "KES-REALISASI"),
        },
        ("2 informasi pindah dari DIP 2021",),
        ("Tidak tercantum lagi (", "terlewat", ALIKE),
    ),
    "a row like another one of another OPD is no move": Scenario(
        {
            KES_DIP: without("KES-RENSTRA"),
            SET_DIP: added(
                *("SET-RENSTRA", "SET-PROFIL"), informasi=RENSTRA, klasifikasi="setiap-saat"
            ),
        },
        ("Tidak tercantum lagi (1)", "Informasi baru dalam DIP 2021"),
        ("Pindah",),
    ),
    "an exclusion moved to another OPD": Scenario(
        {KES_DIK: without("KES-PELAPOR"), SET_DIK: taken_over(KES_DIK, "KES-PELAPOR")},
        ("Pindah dari DIK 2021 Dinas Kesehatan", "ke DIK 2021"),
        ("Pengecualian baru", "Tidak tercantum lagi (", ALIKE),
    ),
    "a merge dropped what the base had changed": Scenario(
        dropped_by_a_merge, ("2 perubahan", "dari “Bagian Tata Usaha” menjadi"), (ALIKE,)
    ),
    "one file only written anew, another changed": Scenario(
        written_anew,
        ("Diperiksa ulang", "Tidak mengubah isi (1)", f"1 berkas {ALIKE}", KES_DIP),
        (f"2 berkas {ALIKE}", SET_DIP),
    ),
    "a file that cannot be read changed": Scenario(
        broken_twice, ("Isi berkas ini berubah, tetapi tidak terbaca",), (ALIKE,)
    ),
    "program, looks and workflows changed": Scenario(
        outside,
        (
            *("5 berkas program, tampilan, atau alur kerja ikut berubah.",),
            *("Program, tampilan, atau alur kerja berubah (5)", ".github/workflows/x.yml"),
            *("generator/ppid/periksa.py", "mkdocs.yml", "content/assets/hitung.js"),
            *("theme_overrides/main.html", "Berkas lain yang berubah (2)", "tests/test_x.py"),
            *("README.md", "apakah semuanya sudah dibaca pengelola program?"),
        ),
        ("Tidak mengubah isi",),
    ),
    "a page changed, another was only wrapped": Scenario(
        {
            PAGE: lambda raw: raw + b"\nSatu kalimat lagi.\n",
            "content/tentang/index.md": lambda raw: raw.replace(b"\n", b"\r\n"),
        },
        ("Perubahan lain (1)", "aksesibilitas.md", f"1 berkas {ALIKE}", "content/tentang/index.md"),
        (f"2 berkas {ALIKE}",),
    ),
    "a workbook was handed in": Scenario(
        workbook_only,
        ("Berkas lain yang berubah (1)", "data/opd/dinkes/kiriman/dik-2022.xlsx"),
        ("Tidak mengubah isi",),
    ),
    "one row for many obligations": Scenario(
        {
            KES_DIP: added(
                *("KES-PAPAN", "KES-RENSTRA"),
                informasi="Statistik, perjanjian, inventaris, agenda, dan pengaduan",
                kewajiban="; ".join(MANY),
            )
        },
        (
            "Nilai kelengkapan melonjak (1)",
            "Sebabnya: “Statistik, perjanjian, inventaris, agenda, dan pengaduan”",
            "apakah buktinya",
        ),
    ),
    "a declared nil in place of rows": Scenario(
        {KES_DIK: None, KES_DIK.replace(".csv", ".yml"): lambda raw: raw + NOTHING},
        ("Tidak tercantum lagi (1)", "Dinyatakan nihil, semula memuat", "di mana semuanya"),
        (ALIKE,),
    ),
    "a list withdrawn": Scenario(
        {"data/opd/dinkes/dip/2020.yml": None, "data/opd/dinkes/dip/2020.csv": None},
        ("aftar ini tidak ada lagi; semula memuat", "apakah daftar itu memang ditarik?"),
    ),
    "a faithful copy was changed": Scenario(
        {COPY: cell("SET-NILAI-PEGAWAI", penguasa="Bagian Umum")},
        ("Salinan resmi berubah sesudah terbit (1)", "disamakan dengan naskah"),
        (ALIKE,),
    ),
    "a longer term and another ground": Scenario(
        {
            SET_DIK: both(
                cell("SET-MEMO-1", jangka_waktu="10 tahun"),
                cell("SET-HPS-BERJALAN", dasar_hukum="UU 14/2008 Pasal 17 huruf d"),
            )
        },
        ("Jangka waktu lebih lama (1)", "diperpanjang", "Alasan pengecualian berubah (1)"),
        (ALIKE,),
    ),
    "a term that cannot be compared with the old one": Scenario(
        {
            KES_DIK: cell("KES-REKAM-MEDIS", jangka_waktu="sampai perkara selesai"),
            SET_DIK: cell("SET-MEMO-1", jangka_waktu="3 tahun, kecuali diminta pengadilan"),
        },
        (
            "Jangka waktu yang tidak dapat dibandingkan (2)",
            "berubah dari “25 tahun” menjadi “sampai perkara selesai”",
            "apakah menjadi lebih lama",
        ),
        ("Perubahan lain (", "diperpanjang", "dipersingkat"),
    ),
    "a term taken away": Scenario(
        {KES_DIK: cell("KES-REKAM-MEDIS", jangka_waktu="")},
        (
            "Jangka waktu yang tidak dapat dibandingkan (1)",
            "semula “25 tahun”: sampai kapan dikecualikan?",
        ),
        ("mana yang lebih lama",),
    ),
    "a term written otherwise": Scenario(
        {KES_DIK: cell("KES-REKAM-MEDIS", jangka_waktu="25 (dua puluh lima) tahun")},
        ("Perubahan lain (1)", "maksudnya tetap"),
        ("tidak dapat dibandingkan", "lebih lama"),
    ),
    "an exclusion opened": Scenario(
        {
            KES_DIK: without("KES-VAKSIN"),
            KES_DIP: added("KES-VAKSIN", "KES-RENSTRA", informasi="Daftar penerima vaksin"),
        },
        ("Dibuka atau dipersempit (1)", "emula dikecualikan dalam DIK 2021, kini publik"),
        (ALIKE, "Tidak tercantum lagi ("),
    ),
    "two rows exchanged their codes": Scenario(
        exchange, ("Kode berubah (2)", "disengaja?"), (ALIKE, "Temuan baru", "Temuan yang selesai")
    ),
    "an address taken away from a row that stays": Scenario(
        {SET_DIP: cell("SET-PROFIL", tautan="")},
        ("Alamat dokumen dihapus (1)", "di mana masyarakat kini dapat memperolehnya?"),
        (ALIKE, "idak tercantum lagi"),
    ),
    "a title and a code changed inside a list": Scenario(
        {KES_DIP: put(f"KES-RENSTRA,{RENSTRA}", f"KES-R7,{RENSTRA} kesehatan")},
        ("mungkin menjadi", "informasi yang sama?"),
        (ALIKE, "nformasi baru dalam"),
    ),
}


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bare repository with the town, and a clone on a branch of its own, made once."""
    folder = tmp_path_factory.mktemp("tinjau")
    first = folder / "awal"
    shutil.copytree(TOWN, first)
    git(first, "init", "-q", "-b", "main")
    commit(first, "Awal")
    git(folder, "clone", "-q", "--bare", str(first), "pusat.git")
    git(folder, "clone", "-q", "pusat.git", "kerja")
    git(folder / "kerja", "remote", "set-url", "origin", "../pusat.git")
    git(folder / "kerja", "checkout", "-q", "-b", "cabang")
    return folder


def reviewed(folder: Path, done: Edits | Callable[[Path], None]) -> Review:
    project = folder / "kerja"
    if callable(done):
        done(project)
    else:
        before = {p: (project / p).read_bytes() for p in done if (project / p).is_file()}
        after = edited(before, done)
        for path in done:
            if path in after:
                (project / path).write_bytes(after[path])
            else:
                (project / path).unlink()
    commit(project)
    return review_branch(project, stored(project, ""), DAY)


@pytest.mark.parametrize("name", SCENARIOS)
def test_what_happened_is_told(name: str, prepared: Path, tmp_path: Path) -> None:
    shutil.copytree(prepared, tmp_path / "di-sini")
    scenario = SCENARIOS[name]
    found = reviewed(tmp_path / "di-sini", scenario.done)
    report = re.sub(r"\n +(?:\| )?", "\n", rendered(found, "teks", whole=True))
    at = 0
    for words in scenario.told:
        place = report.find(words, at)
        assert place >= 0, f"{words}\n\n{report}"
        at = place
    for words in scenario.silent:
        assert words not in report, f"{words}\n\n{report}"
    if FIRST in scenario.told:
        sections = re.findall(r"^\S[^\n]* \(\d+\)$", report, re.MULTILINE)
        assert sections[0] == FIRST


def test_there_are_scenarios_enough() -> None:
    assert len(SCENARIOS) >= 25
