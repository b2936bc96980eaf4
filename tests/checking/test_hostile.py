"""No content of a file makes `periksa` raise, and every finding points into its file."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ppid.checking.check import Checked, load_and_check
from ppid.diagnostics.as_github import as_github
from ppid.diagnostics.as_json import as_json
from ppid.diagnostics.as_markdown import as_markdown
from ppid.diagnostics.as_text import as_text

BASE = Path(__file__).parents[1] / "aturan" / "dasar"
DAY = date(2019, 7, 1)
OPD = "data/opd/dinas-contoh"
STORY = "---\njudul: Rapat\ntanggal: 2019-05-02\njenis: monev\n---\n\nRapat dibuka pagi.\n"
OWN = {
    "data/acuan/dasar-hukum.yml": (
        "peraturan:\n  - kode: Perda 3/2015\n    jenis: perda\n    nomor: '3'\n    tahun: '2015'\n"
        "    tentang: Kearsipan\n    sumber: Rekaan\n    kutipan:\n"
        "      - rujukan: Pasal 1\n        teks: Arsip adalah rekaman.\n"
    ),
    "data/acuan/sinonim.yml": "sinonim:\n  - kata: [arsip, berkas lama]\n",
    "data/acuan/kewajiban/tambahan.yml": (
        "peraturan: UU 14/2008\nmulai: 2008-04-30\nsampai: 2010-04-29\nkewajiban:\n"
        "  - kode: berkala.a\n    dasar: UU 14/2008 Pasal 9 ayat (2) huruf a\n"
        "    klasifikasi: berkala\n    teks: Informasi tentang Badan Publik\n"
    ),
}
FILES = [
    "data/badan.yml",
    "data/acuan/dasar-hukum.yml",
    "data/acuan/sinonim.yml",
    "data/acuan/kewajiban/tambahan.yml",
    f"{OPD}/profil.yml",
    f"{OPD}/dik/2019.yml",
    f"{OPD}/dik/2019.csv",
    f"{OPD}/dip/2019.csv",
    f"{OPD}/layanan/2018.yml",
    f"{OPD}/regulasi/perwal-1-2018.yml",
    f"{OPD}/kegiatan/2019-05-02-rapat.md",
]
NASTY = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        [
            *("", "-", "=1+1", "\x1b[31m", "::error::x", "<script>", "]]>", "{{ 1 }}", "\u202e"),
            *(
                "1.000",
                "03/04/2025",
                "9999-99-99",
                "tidak terbatas",
                "Pasal 17 huruf z",
                "*a",
                "&b",
            ),
            *("javascript:alert(1)", "../../etc/passwd", "a" * 5000, "[]", "{}", "- - -", "1e999"),
        ]
    ),
)


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("keras")
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    for path, text in OWN.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    (folder / OPD / "kegiatan").mkdir()
    (folder / OPD / "kegiatan/2019-05-02-rapat.md").write_text(STORY, "utf-8")
    return folder


def check_with(tree: Path, path: str, content: bytes) -> Checked:
    """Check the tree with other bytes in one file, and put the file back."""
    before = (tree / path).read_bytes()
    try:
        (tree / path).write_bytes(content)
        return load_and_check(tree, DAY)
    finally:
        (tree / path).write_bytes(before)


def assert_sound(checked: Checked) -> None:
    for finding in checked.findings:
        source = checked.texts.get(finding.span.path)
        # A file that is no text has no lines to count, but its place is told all the same.
        assert finding.span.line >= 1
        assert source is None or finding.span.line <= len(source.line_starts)
        assert finding.message
    found = list(checked.findings)
    as_text(found, checked.texts, colour=True)
    as_github(found)
    as_json(found, berkas=1, catatan=1)
    as_markdown(found)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=st.sampled_from(FILES), content=st.binary(max_size=400))
def test_any_bytes(tree: Path, path: str, content: bytes) -> None:
    assert_sound(check_with(tree, path, content))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=st.sampled_from(FILES), where=st.floats(0, 1), length=st.integers(0, 30), put=NASTY)
def test_any_text_in_any_place(tree: Path, path: str, where: float, length: int, put: str) -> None:
    text = (tree / path).read_text("utf-8")
    start = int(where * len(text))
    changed = text[:start] + put + text[start + length :]
    assert_sound(check_with(tree, path, changed.encode("utf-8", "surrogatepass")))
