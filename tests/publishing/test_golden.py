"""What the program says and prints, compared with what was read and approved.

Ten types of page are compared whole, the others by their outlines (test_page_outlines.py).
`pytest tests/publishing/test_golden.py --perbarui` writes the files anew; the change is then read
as a diff.
"""

import difflib
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from ppid.cli.main import main
from ppid.reviewing.report import rendered
from tests.reviewing.edits import added, both, cell, edited, put, reviewed, town, without

GOLDEN = Path(__file__).parents[1] / "golden"
DAY = "2021-12-31"
BODY = re.compile(r"<article\b[^>]*>\n?(?P<body>.*?)\s*<footer class=\"ppid-sunting\"", re.DOTALL)

PAGES = {
    "beranda": "",
    "perangkat-daerah": "opd/setda",
    "daftar-dik": "opd/setda/dik/2021",
    "surat-keputusan": "opd/setda/dik/2021/cetak/keputusan-pengecualian",
    "dik-huruf-asing": "opd/setda/dik/2021/set-memo-1",
    "dip-berkas": "opd/dinkes/dip/2021/kes-puskesmas",
    "regulasi-diubah": "regulasi/perwal-2-2017",
    "laporan-layanan": "layanan/laporan/2020/setda",
    "kelengkapan-kewajiban": "kelengkapan/2021/kewajiban/berkala.d.a",
    "perubahan-opd": "opd/setda/perubahan",
}

BROKEN: dict[str, tuple[tuple[str, str], ...]] = {
    "data/badan.yml": (("jenis: kota\n", "jenis: kotaa\n"),),
    "data/opd/setda/profil.yml": (
        ("singkatan: Setda\n", "singkatan: Setda\nsingkatn: Setda\n"),
        ("tanggal: 2019-06-10", "tanggal: 10/06/2019"),
    ),
    "data/opd/setda/dik/2021.csv": (
        ("huruf h angka 4", "huruf h angka 9"),
        ('sebagian,"nama <pelapor> & saksi ""A"""', "sebagian,"),
        ("SET-HPS-BERJALAN", "SET-MEMO-1"),
    ),
    "data/opd/dinkes/dik/2021.csv": (("penanggung_jawab", "penangung_jawab"),),
    "data/opd/dinkes/dip/2021.csv": (
        ("serta-merta,serta-merta.a", "serta merta,serta-merta.a"),
        (",2021-10-04,", ",4 Oktober 2021,"),
        ("Rencana strategis dinas,", "=HYPERLINK(1),"),
    ),
    "data/opd/setda/regulasi/perwal-4-2019.yml": (("- perwal-2-2017", "- perwal-2-2071"),),
    "data/opd/setda/layanan/2020.yml": (("diterima: 1250", "diterima: 1.250,5"),),
    "data/opd/setda/kegiatan/2019-06-12-rapat-koordinasi.md": (
        ("tiga hal", '<b onclick="x()">tiga</b> hal'),
    ),
    "data/acuan/sinonim.yml": (("puskesmas, pusat", "puskesmas: pusat"),),
}

DINKES = "data/opd/dinkes"
BUSY = {
    f"{DINKES}/dip/2021.csv": both(
        without("KES-RENSTRA"),
        cell("KES-SIAGA-DBD", kode="KES-DBD"),
        cell("KES-REALISASI", tautan=""),
    ),
    f"{DINKES}/dik/2021.csv": both(
        added("KES-RENSTRA", "KES-PELAPOR", informasi="Rencana strategis dinas"),
        added("KES-DENAH", "KES-PELAPOR", informasi="Denah gudang obat & <vaksin>"),
        cell("KES-VAKSIN", cakupan="seluruh", bagian=""),
        cell("KES-REKAM-MEDIS", jangka_waktu="30 tahun", dasar_hukum="UU 14/2008 Pasal 17 huruf j"),
    ),
    f"{DINKES}/dip/2020.yml": None,
    f"{DINKES}/dip/2020.csv": None,
    "data/opd/setda/dik/2020.csv": cell("SET-NILAI-PEGAWAI", jangka_waktu="2 tahun"),
    "data/opd/setda/dik/2021.csv": both(
        without("SET-NEGOSIASI"), cell("SET-HPS-BERJALAN", informasi="Berita acara rapat lelang")
    ),
    "data/opd/setda/dip/2021.csv": both(
        cell("SET-ANGGARAN", klasifikasi="setiap-saat"),
        added(
            "SET-NEGOSIASI",
            "SET-PROFIL",
            informasi="Posisi tawar pemerintah kota dalam kerja sama penyediaan air",
        ),
    ),
    "data/opd/setda/dip/2021.yml": put("188/04/2021", "188/44/2021"),
    "data/opd/setda/regulasi/kepwal-9-2020.yml": None,
    "data/opd/setda/dokumen/sk-dik-2021.txt": None,
    "data/acuan/sinonim.yml": put("anggaran, APBD", "anggaran, anggaran daerah, APBD"),
    "data/badan.yml": lambda raw: raw.replace(b"\n", b"\r\n"),
    "content/tentang/aksesibilitas.md": lambda raw: raw + b"\nSatu kalimat lagi.\n",
}

Compare = Callable[[str, str], None]


@pytest.fixture
def compare(request: pytest.FixtureRequest) -> Compare:
    """Compare a text with a golden file, or write it with `--perbarui`."""

    def compare_or_write(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("perbarui"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
            return
        known = path.read_text("utf-8") if path.is_file() else ""
        if text != known:
            lines = (known.splitlines(), text.splitlines())
            diff = difflib.unified_diff(*lines, f"golden/{name}", "sekarang", lineterm="")
            pytest.fail("\n".join([*diff, "Bila benar: pytest --perbarui"]), pytrace=False)

    return compare_or_write


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory, kota_kecil: Path) -> Path:
    """The town with mistakes of many kinds, in many places."""
    town = tmp_path_factory.mktemp("rusak")
    for path in [*kota_kecil.glob("data/**/*"), *kota_kecil.glob("content/*/index.md")]:
        if path.is_file() and "aturan" not in path.parts:
            target = town / path.relative_to(kota_kecil)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    (town / "mkdocs.yml").touch()
    (town / "data/opd/setda/dik/daftar 2022.xlsx").write_bytes(b"PK")
    for name, changes in BROKEN.items():
        text = (town / name).read_text("utf-8")
        for before, after in changes:
            assert before in text, f"{name}: {before}"
            text = text.replace(before, after, 1)
        (town / name).write_text(text, "utf-8")
    return town


@pytest.mark.parametrize("name", PAGES)
def test_page(name: str, situs: Path, compare: Compare) -> None:
    printed = (situs / PAGES[name] / "index.html").read_text("utf-8")
    found = BODY.search(printed)
    assert found is not None
    lines = (line.rstrip() for line in found["body"].splitlines())
    compare(f"halaman/{name}.html", "\n".join(filter(None, lines)) + "\n")


@pytest.mark.parametrize(
    ("form", "ending"), [("teks", "txt"), ("github", "txt"), ("json", "json"), ("markdown", "md")]
)
def test_findings(
    form: str, ending: str, broken: Path, compare: Compare, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--proyek", str(broken), "periksa", "--tanggal", DAY, "--format", form])
    assert ended.value.code == 1
    compare(f"temuan/{form}.{ending}", capsys.readouterr().out)


@pytest.mark.parametrize(
    ("form", "ending"), [("teks", "txt"), ("json", "json"), ("markdown", "md")]
)
def test_review(form: str, ending: str, compare: Compare) -> None:
    before = town()
    found = reviewed(before, edited(before, BUSY))
    compare(f"tinjau/{form}.{ending}", rendered(found, form))


def test_no_golden_file_is_left_over() -> None:
    made = {path.stem for path in GOLDEN.glob("*/*")}
    assert made == {*PAGES, "teks", "github", "json", "markdown"}
