"""National law ships with the program; what belongs to one region answers for that region only."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from ppid.checking.check import load_and_check
from ppid.checking.load import load
from ppid.checking.read_file import read_file
from ppid.core.document import RemarkKind
from ppid.core.project_files import is_in_package
from ppid.diagnostics.diagnostic import Severity
from ppid.guide import GUIDE
from ppid.kinds import kind_of_file
from ppid.kinds.acuan.alasan import Alasan
from ppid.kinds.acuan.peraturan import Peraturan
from ppid.kinds.acuan.sinonim import groups_in
from ppid.law import LAW
from ppid.reading.documents.inspection import inspect
from ppid.values.identifiers import find_personal_data
from tests.conftest import DAY, TOWN

REGENCY = Path(__file__).parents[1] / "kabupaten-kecil"
WORDS = {
    *(
        "arti-ketentuan.yml",
        "jenis-badan.yml",
        "kata-cari.yml",
        "kata-waktu.yml",
        "kategori-informasi.yml",
        "kolom-perangkat-daerah.yml",
    ),
    *("pemutakhiran.yml", "peran-ppid.yml", "topik.yml"),
}
"""Lists of words that no body adds to: whoever uses them reads and checks them by themselves."""
FILES = sorted(path for path in LAW.rglob("*.yml") if path.name not in WORDS)
REGIONAL = ("Perda", "Perwal", "Kepwal", "Inwal", "SE Wali", "Perbup", "Kepbup", "Pergub", "Kepgub")


@pytest.fixture
def regency(tmp_path: Path) -> Path:
    return shutil.copytree(REGENCY, tmp_path / "kabupaten")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(LAW).as_posix())
def test_every_file_of_the_law_is_of_a_kind_and_without_a_finding(path: Path) -> None:
    name = path.relative_to(LAW).as_posix()
    known = kind_of_file(f"acuan/{name}")
    assert known is not None
    read = read_file(f"ppid/law/{name}", path.read_bytes(), *known)
    assert read.records
    assert not read.diagnostics
    assert not list(find_personal_data(path.read_text("utf-8")))


@pytest.mark.parametrize("town", [TOWN, REGENCY], ids=lambda path: path.name)
def test_the_law_gives_no_body_a_finding_that_it_cannot_mend(town: Path) -> None:
    checked = load_and_check(town, date.fromisoformat(DAY))
    assert [found for found in checked.findings if is_in_package(found.span.path)] == []


def test_no_regulation_of_a_region_stands_in_the_law() -> None:
    laws = load(TOWN, date(2021, 12, 31)).corpus.of(Peraturan)
    national = [law for law in laws if is_in_package(law.path)]
    assert len(national) > 20
    assert not [law.kode for law in national if law.kode.startswith(REGIONAL)]
    assert {law.kode for law in laws if law not in national} == {"Perwal 2/2017", "Perwal 4/2019"}


def test_records_of_the_law_say_that_they_lie_in_no_project() -> None:
    corpus = load(TOWN, date(2021, 12, 31)).corpus
    assert {ground.path for ground in corpus.of(Alasan)} == {"ppid/law/pasal-17.yml"}
    assert not any(is_in_package(path) for path in corpus.sources)


def test_a_regulation_of_one_region_never_answers_for_another(regency: Path) -> None:
    rows = regency / "data/opd/dinas-kominfo/dik/2025.csv"
    text = rows.read_text("utf-8")
    assert "UU 14/2008 Pasal 17" in text
    rows.write_text(text.replace("UU 14/2008 Pasal 17", "Perda 7/2016; UU 14/2008 Pasal 17", 1))
    found = load_and_check(regency, date(2025, 12, 31)).findings
    (unknown,) = [one for one in found if one.rule_id == "DIK-002"]
    assert "“Perda 7/2016” tidak ada" in unknown.message


def test_a_body_adds_its_own_regulations_to_those_of_the_country(regency: Path) -> None:
    own = regency / "data/acuan/dasar-hukum.yml"
    own.write_text(
        own.read_text("utf-8") + "  - kode: Perda 7/2016\n    jenis: perda\n    nomor: '7'\n"
        "    tahun: '2016'\n    tentang: Perangkat Daerah\n    sumber: Rekaan\n",
        "utf-8",
    )
    corpus = load_and_check(regency, date(2025, 12, 31)).corpus
    law = corpus.get(Peraturan, slug="perda-7-2016")
    assert law is not None
    assert law.path == "data/acuan/dasar-hukum.yml"
    assert corpus.get(Peraturan, slug="uu-14-2008") is not None


def test_a_body_adds_words_to_a_group_of_synonyms(regency: Path) -> None:
    (regency / "data/acuan/sinonim.yml").write_text(
        "sinonim:\n  - kata: [KTP, Dispenduk]\n  - kata: [bupati, kepala daerah kabupaten]\n"
    )
    checked = load_and_check(regency, date(2025, 12, 31))
    assert not [one for one in checked.findings if "sinonim" in one.span.path]
    groups = groups_in(checked.corpus)
    (ktp,) = [group for group in groups if group[0] == "KTP"]
    assert {"kartu tanda penduduk", "Dispenduk"} <= set(ktp)
    assert ["bupati", "kepala daerah kabupaten"] in groups


def test_words_that_are_read_without_a_project_are_refused_in_one(regency: Path) -> None:
    path = regency / "data/acuan/kata-rujukan.yml"
    path.write_text("kata_rujukan:\n  - {guna: julukan, kode: UU 14/2008, kata: [UU terbuka]}\n")
    checked = load_and_check(regency, date(2025, 12, 31))
    (found,) = [one for one in checked.findings if one.span.path.endswith("kata-rujukan.yml")]
    assert found.severity is Severity.GALAT
    assert found.message == "Kata rujukan tidak dapat ditambah oleh sebuah badan publik"
    assert found.hint.startswith("Hapus berkas ini")


def test_the_guide_passes_what_is_asked_of_the_pages_of_a_body() -> None:
    for path in GUIDE.rglob("*.md"):
        name = f"ppid/guide/{path.relative_to(GUIDE).as_posix()}"
        assert read_file(name, path.read_bytes(), None, None).diagnostics == ()
        if not path.stem.startswith("PRI-"):  # which show samples from public documentation
            assert not list(find_personal_data(path.read_text("utf-8"))), name


def test_pictures_of_the_guide_hold_nothing_but_the_picture() -> None:
    for path in GUIDE.rglob("*.png"):
        seen = inspect(path.name, path.read_bytes())
        assert seen.traces == (), path.name
        # What is drawn on it no program reads; the makers of the pictures did.
        assert {remark.kind for remark in seen.remarks} == {RemarkKind.TAK_TERPERIKSA}, path.name
