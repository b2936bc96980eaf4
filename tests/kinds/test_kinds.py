"""A kind carries all that is particular to it: shown for every kind, and for one made up here."""

import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from ppid.checking.check import load_and_check
from ppid.checking.load import load
from ppid.cli.new_file import WantedFile, create, names
from ppid.core.kind import Kind
from ppid.diagnostics.diagnostic import Severity
from ppid.diagnostics.places import RecordId
from ppid.kinds import KINDS, file_in_words, has_page, kind_of_file, url_of
from tests.conftest import DAY, REGENCY, REGENCY_DAY, ROOT, Run, assemble

PARTS = {"opd": "dinas-contoh", "tahun": 2021, "slug": "nama-1", "tanggal": "2021-03-04"}
PUBLIC = [kind for kind in KINDS if kind.address]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_is_whole(kind: Kind) -> None:
    fields = kind.model.model_fields
    assert kind.label[0].isupper()
    assert not {kind.title, kind.body} - {"", *fields}
    assert set(re.findall(r"{(\w+)}", kind.address)) <= {"opd", "tahun", "slug"}
    assert has_page(RecordId(kind.name)) == bool(kind.address)
    for shape in kind.files:
        found = kind_of_file(shape.shape.format(**PARTS))
        assert found is not None
        assert found[0] is kind


def test_no_two_kinds_share_an_address() -> None:
    addresses = [url_of(RecordId(kind.name, "dinas", 2021, "nama")) for kind in PUBLIC]
    assert len(addresses) == len(set(addresses))


def test_a_kind_without_pages_has_no_address() -> None:
    with pytest.raises(KeyError):
        url_of(RecordId("monev"))


@pytest.mark.parametrize("kind", PUBLIC, ids=lambda kind: kind.name)
def test_a_kind_with_an_address_has_pages(kind: Kind, kota_kecil: Path, situs: Path) -> None:
    records = load(kota_kecil, date.fromisoformat(DAY)).corpus.of(kind.model)
    assert records, f"tests/kota-kecil/ needs a record of {kind.name}"
    missing = [url_of(one.id) for one in records if not (situs / url_of(one.id)).is_dir()]
    assert not missing, (
        f"{kind.name} has an address and no pages: give its KIND a template, or write a module in "
        f"generator/ppid/publishing/pages/ ({missing[0]})"
    )


WORDS = {word: kind for kind in KINDS for shape in kind.files for word in shape.words}


@pytest.mark.parametrize(("word", "kind"), WORDS.items(), ids=WORDS)
def test_a_misspelt_folder_or_file_of_any_kind_is_named(
    word: str, kind: Kind, tmp_path: Path
) -> None:
    shape = next(shape for shape in kind.files if word in shape.words)
    right = shape.shape.format(**PARTS)
    wrong = "/".join(f"{part[:1]}{part}" if part == word else part for part in right.split("/"))
    (tmp_path / "data" / wrong).parent.mkdir(parents=True)
    (tmp_path / "data" / wrong).write_text("", "utf-8")
    (found,) = (d for d in load(tmp_path, date(2021, 12, 31)).diagnostics if wrong in d.span.path)
    assert found.rule_id == "BRK-006"
    assert f"Mungkin maksudnya “{word}”." in found.hint


@pytest.mark.parametrize("name", names())
def test_what_baru_makes_is_a_file_of_its_kind(name: str, tmp_path: Path) -> None:
    if name != "opd":
        create(tmp_path, "opd", WantedFile(opd="dinas-contoh"))
    wanted = WantedFile("dinas-contoh", 2021, "perwal-1", date(2021, 3, 4))
    for path in create(tmp_path, name, wanted):
        found = kind_of_file(path.removeprefix("data/"))
        assert found is not None
        assert found[0].blank is not None
        assert found[0].blank.name == name


@pytest.mark.parametrize("name", names())
def test_nothing_is_wrong_with_what_baru_makes_but_that_it_is_empty(
    name: str, tmp_path: Path
) -> None:
    project = shutil.copytree(REGENCY, tmp_path / "kabupaten")
    if name == "badan":
        (project / "data/badan.yml").unlink()
    if name != "opd":
        create(project, "opd", WantedFile(opd="dinas-baru"))
    wanted = WantedFile("dinas-baru", 2025, "perbup-1", date(2025, 3, 4))
    made = create(project, name, wanted)
    found = load_and_check(project, date.fromisoformat(REGENCY_DAY)).findings
    paths = {str(path) for path in made}
    wrong = [d for d in found if d.span.path in paths and d.severity is Severity.GALAT]
    assert {d.rule_id for d in wrong} <= {"ISI-001"}, wrong


HIBAH = '''
"""A grant, made up to show that a kind touches its own file and nothing else."""

from typing import ClassVar

from pydantic import Field

from ppid.core.kind import BlankFile, FilePattern, Kind
from ppid.core.record import Record
from ppid.core.rule import Finding, at, rule, rules_in
from ppid.diagnostics.diagnostic import Severity
from ppid.diagnostics.places import RecordId
from ppid.kinds.fields import Bulat, Dianjurkan, FolderOpd, Kode, Tanggal, Tautan, Teks


class Hibah(Record):
    """One procurement."""

    kind: ClassVar[str] = "hibah"
    kode: Kode = Field(title="Kode", description="Kode paket.")
    paket: Teks = Field(title="Paket", description="Nama paket.")
    nilai: Bulat = Field(title="Nilai", description="Nilai kontrak.")
    tanggal: Tanggal | None = Field(None, title="Tanggal", description="Tanggal kontrak.")
    metode: Dianjurkan = Field("", title="Metode", description="Cara pemilihan.")
    pengguna: FolderOpd = Field("", title="Pengguna", description="Folder pengguna.")
    tautan: Tautan = Field("", title="Tautan", description="Alamat dokumen.")


@rule(
    "PGD-001",
    title="Nilai hibah lebih dari nol",
    severity=Severity.PERINGATAN,
    hint="Isi nilainya.",
    no_basis="Contoh.",
)
def nilai_lebih_dari_nol(row, _corpus):
    if row.nilai <= 0:
        yield at(row, "nilai", "Nilai hibah ini nol")


KIND = Kind(
    label="Hibah",
    model=Hibah,
    files=(FilePattern("opd/{opd}/hibah/{tahun}.csv"),),
    identify=lambda place, row: RecordId("hibah", place.opd, place.tahun, row.kode.lower()),
    rules=rules_in(globals()),
    title="paket",
    address="opd/{opd}/hibah/{tahun}/{slug}/",
    template="jenis/rincian.html",
    blank=BlankFile(name="hibah"),
)
'''
HEADING = "kode,paket,nilai,tanggal,metode,pengguna,tautan\n"
STAYS = "PGD-01,Hibah alat kesehatan puskesmas,1500000,2021-03-04,Tender,dinkes,\n"
GOES = "PGD-02,Hibah ambulans,2500000,,Tender,dinkes,https://kotakecil.example/a.pdf\n"
DEFECTS = (
    "PGD-03,Kertas,0,,,dinkse,\n"
    "PGD-04,Tinta,1,,Tender,,https://kotakecil.example/isi-rekam-medis-pasien-di-puskesmas.pdf\n"
)


def _git(*arguments: str, at: Path) -> None:
    who = ("-c", "user.name=Kota Kecil", "-c", "user.email=ppid@kotakecil.example")
    subprocess.run(["git", *who, *arguments], cwd=at, check=True, capture_output=True)


@pytest.mark.long
def test_an_invented_kind_needs_its_own_file_only(tmp_path: Path, spawn: Run) -> None:
    program = shutil.copytree(ROOT / "generator", tmp_path / "program")
    (program / "ppid/kinds/hibah.py").write_text(HIBAH, "utf-8")
    shutil.copytree(ROOT / "theme_overrides", program / "ppid/theme")
    town = assemble(tmp_path)
    (program / "ppid/guide/aturan/PGD-001.md").write_text(
        "# PGD-001\n\nNilai hibah lebih dari nol.\n", "utf-8"
    )
    rows = town / "data/opd/dinkes/hibah/2021.csv"
    rows.parent.mkdir()
    rows.write_text(HEADING + STAYS + GOES, "utf-8")
    _git("init", "--quiet", at=town)
    _git("add", ".", at=town)
    _git("commit", "--quiet", "-m", "Tambah", at=town)
    rows.write_text(HEADING + STAYS, "utf-8")
    _git("commit", "--quiet", "-am", "Hapus\n\nAlasan: dibatalkan", at=town)

    def ppid(*arguments: str) -> str:
        ended = spawn(*arguments, at=town, PYTHONPATH=str(program))
        return ended.stdout + ended.stderr

    built = ppid("bangun", "--tanggal", "2099-12-31", "--keluaran", str(tmp_path / "situs"))
    assert "KeyError" not in built
    site = tmp_path / "situs/opd/dinkes"
    row = (site / "hibah/2021/pgd-01/index.html").read_text("utf-8")
    assert "Hibah alat kesehatan puskesmas" in row
    assert "1.500.000" in row
    assert "hibah/2021/pgd-01/" in (site / "index.html").read_text("utf-8")
    gone = (site / "hibah/2021/pgd-02/index.html").read_text("utf-8")
    assert "(dihapus)" in gone
    assert "dibatalkan" in gone
    assert "keluarga-pgd" in (tmp_path / "situs/aturan/index.html").read_text("utf-8")

    rows.write_text(HEADING + STAYS + DEFECTS, "utf-8")
    (town / "data/opd/dinkes/hiba").mkdir()
    (town / "data/opd/dinkes/hiba/2020.csv").write_text(HEADING, "utf-8")
    found = ppid("periksa", "--tanggal", DAY)
    for said in (
        "PGD-001",
        "Kolom “Metode” kosong",
        "Mungkin maksudnya “dinkes”",
        "bernama seperti informasi yang dikecualikan",
        "Mungkin maksudnya “hibah”",
    ):
        assert said in found, found

    assert "data/opd/setda/hibah/2022.csv" in ppid(
        "baru", "hibah", "--opd", "setda", "--tahun", "2022"
    )
    assert (town / "data/opd/setda/hibah/2022.csv").read_text("utf-8") == HEADING


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("data/opd/dinkes/dip/2025.csv", "Informasi Publik 2025"),
        ("data/opd/dinkes/dik/2025.yml", "Daftar Informasi yang Dikecualikan 2025"),
        ("data/opd/setda/regulasi/perwal-73-2018.yml", "Regulasi perwal-73 2018"),
        ("data/badan.yml", "Badan Publik"),
        ("data/opd/dinkes/dokumen/laporan.pdf", "laporan.pdf"),
    ],
)
def test_a_file_is_called_by_what_it_holds(path: str, words: str) -> None:
    assert file_in_words(path) == words
