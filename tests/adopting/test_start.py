"""`ppid mulai`: a repository of data only, from answers and a folder of loose workbooks."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml
from mkdocs.config import load_config
from openpyxl import load_workbook
from rdflib import Graph

from ppid.adopting.answers import AskedAnswer, DaftarAsal, NoAnswersError, read_answers
from ppid.adopting.lists import take_all
from ppid.adopting.offices import offices_of
from ppid.adopting.repository import started_from
from ppid.adopting.start import NotStartedError, StartedRepository, start
from ppid.checking.check import load_and_check
from ppid.cli.main import main
from ppid.kinds.badan import JENIS_BADAN
from tests.adopting import subang
from tests.conftest import TOWN, Run, clean_environment
from tests.publishing.catalogue.shapes import own_shapes, refused, with_resources

TODAY = date(2026, 3, 2)
EXAMPLES = ("aturan/", "panduan/", "cari/indeks/", "kelengkapan/cara-menghitung/")


def _start(
    target: Path, answers: str, folder: Path, lists: Path | None = None
) -> StartedRepository:
    """Start without building the site, which is what takes the time."""
    jawaban, text = read_answers(answers, TODAY)
    started = started_from(jawaban, text, offices_of(jawaban, folder), TODAY)
    return start(target, started, lists, lambda *_: None, lambda _: None)


def _files(root: Path) -> dict[str, bytes]:
    found = (path for path in root.rglob("*") if path.is_file())
    names = {path.relative_to(root).as_posix(): path for path in found}
    return {
        name: path.read_bytes()
        for name, path in names.items()
        if not name.startswith((".git/", "site/"))
    }


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory, run: Run) -> tuple[Path, str]:
    """Kabupaten Subang as `ppid mulai` makes it, and what the command said."""
    folder = tmp_path_factory.mktemp("subang")
    answers, lists = subang.write(folder)
    site = folder / "situs-ppid"
    asked = ("mulai", str(site), "--jawaban", str(answers), "--daftar", str(lists))
    ended = run(*asked, "--tanggal", str(TODAY), at=folder)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return site, ended.stdout


@pytest.mark.long
def test_it_holds_data_and_no_program(begun: tuple[Path, str]) -> None:
    root, _ = begun
    tops = {path.name for path in root.iterdir()}
    hidden = {".git", ".github", ".gitignore", ".gitattributes"}
    shown = {"data", "content", "mkdocs.yml", "requirements.txt", "README.md", "TUGAS.md"}
    assert tops == hidden | shown | {"mulai.yml", "site", "terbit.sh"}
    assert len((root / "mkdocs.yml").read_text("utf-8").splitlines()) <= 10
    assert not list(root.rglob("*.py"))
    assert not [path for path in root.parent.iterdir() if path.name.startswith(".situs-ppid")]


def test_it_is_one_commit_with_nothing_left_over(begun: tuple[Path, str]) -> None:
    def git(*arguments: str) -> str:
        ended = subprocess.run(["git", *arguments], cwd=begun[0], capture_output=True, check=True)
        return ended.stdout.decode()

    assert git("rev-list", "--count", "HEAD").strip() == "1"
    assert git("status", "--porcelain") == ""


def test_lists_are_taken_in_where_nothing_is_in_doubt(begun: tuple[Path, str]) -> None:
    root, said = begun
    for path in ("diskominfo/dip/2026", "disperta/dip/2026", "disperta/dik/2026"):
        assert (root / f"data/opd/{path}.csv").is_file(), said
    assert "`tanpa nama.xlsx`: Belum diketahui: perangkat daerah, DIK atau DIP, dan tahun" in said
    assert "5 perangkat daerah, 3 daftar masuk, 1 berkas menunggu" in said


def test_it_is_sound_and_says_what_is_missing(begun: tuple[Path, str]) -> None:
    root, said = begun
    checked = load_and_check(root, TODAY)
    assert not checked.blocked
    assert {d.rule_id for d in checked.findings} & {"BDN-003", "REG-006"} == set()
    assert (root / "TUGAS.md").read_text("utf-8") in said
    assert "SK penunjukan PPID Pelaksana dicantumkan: 5 tempat" in said


def test_its_site_speaks_of_a_regency_only(begun: tuple[Path, str]) -> None:
    site = begun[0] / "site"
    other = re.compile(r"wali ?kota|perwali?\b|pemerintah kota|bekasi|patriot", re.IGNORECASE)
    pages = {path.relative_to(site).as_posix(): path for path in site.rglob("*.html")}
    assert "opd/diskominfo/index.html" in pages
    assert "regulasi/perbup-12-2024/index.html" in pages
    assert [
        name
        for name, path in pages.items()
        if not name.startswith(EXAMPLES) and other.search(path.read_text("utf-8"))
    ] == []


def test_its_catalogue_is_what_harvesters_want(begun: tuple[Path, str]) -> None:
    for name, form in (("katalog.jsonld", "json-ld"), ("katalog.rdf", "xml")):
        graph = Graph().parse(begun[0] / "site/api/v1" / name, format=form)
        assert refused(with_resources(graph), own_shapes()) == set()


def test_the_answers_that_it_keeps_make_it_again(begun: tuple[Path, str], tmp_path: Path) -> None:
    root, _ = begun
    _, lists = subang.write(tmp_path)
    kept = (root / "mulai.yml").read_text("utf-8")
    _start(tmp_path / "lagi", kept, tmp_path, lists)
    assert _files(tmp_path / "lagi") == _files(root)


def test_a_folder_that_holds_something_is_refused(tmp_path: Path) -> None:
    subang.write(tmp_path)
    (tmp_path / "situs").mkdir()
    (tmp_path / "situs/catatan.txt").write_text("jangan hilang", "utf-8")
    with pytest.raises(NotStartedError, match="sudah berisi"):
        _start(tmp_path / "situs", subang.ANSWERS, tmp_path)
    assert (tmp_path / "situs/catatan.txt").read_text("utf-8") == "jangan hilang"


def test_every_fault_of_the_answers_is_said_at_once(tmp_path: Path, run: Run) -> None:
    subang.write(tmp_path)
    faulty = subang.ANSWERS.replace("jenis: kabupaten", "jenis: kabupatn")
    faulty = faulty.replace("tahun: 2024", "tahun: dua").replace("alamat: Jalan", "almat: Jalan")
    (tmp_path / "salah.yml").write_text(faulty, "utf-8")
    ended = run("mulai", "situs", "--jawaban", "salah.yml", "--tanggal", str(TODAY), at=tmp_path)
    assert ended.returncode == 2
    for said in ("“kabupatn”", "“kabupaten”", "“dua”", "“almat”", "mulai.yml:"):
        assert said in ended.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        *("daftar", "mulai.yml", "perangkat-daerah.xlsx", "salah.yml"),
    ]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("opd: Diskominfo", "opd: Dinas Gaib"), "“Dinas Gaib” tidak ada dalam daftar"),
        (("perangkat-daerah.xlsx", "tidak-ada.xlsx"), "“tidak-ada.xlsx” tidak ada"),
        (("perangkat-daerah.xlsx", "mulai.yml"), "mulai.yml"),
        (("dik: 03-31", "dik: 3 Maret"), "3 Maret"),
        (("nama: Pemerintah", "nama: ["), "mulai.yml"),
        (("https://contoh.example/ppid/", "https://contoh.example/$(id)/"), "Alamat situs"),
        (("tempat: sendiri", "tempat: sendiri\nzona_waktu: Asia/Jakarta;id"), "Zona waktu"),
        (("tempat: sendiri", "tempat: sendiri\norganisasi: satu dua"), "Organisasi"),
        (("perangkat-daerah.xlsx", "[{singkatan: A}]"), "Nama"),
        (
            ("perangkat-daerah.xlsx", "[{nama: Satu, singkatan: A}, {nama: Dua, singkatan: A}]"),
            "“Satu” dan “Dua”",
        ),
        (("perangkat-daerah.xlsx", "[]"), "Belum ada satu pun"),
    ],
)
def test_what_cannot_be_used_leaves_nothing(
    change: tuple[str, str], said: str, tmp_path: Path
) -> None:
    subang.write(tmp_path)
    answers = subang.ANSWERS + "batas_penyampaian: {dik: 03-31, dip: 03-31}\n"
    answers = answers.replace(*change)
    with pytest.raises(NoAnswersError, match=said):
        _start(tmp_path / "situs", answers, tmp_path)
    assert not (tmp_path / "situs").exists()


@pytest.mark.parametrize("tempat", ["github", "gitlab", "forgejo", "sendiri"])
@pytest.mark.parametrize("program", ["", "contoh/ppid-statis"])
def test_each_place_gets_its_own_workflow(tempat: str, program: str, tmp_path: Path) -> None:
    subang.write(tmp_path)
    answers = subang.ANSWERS.replace("tempat: sendiri", f"tempat: {tempat}")
    answers += f"zona_waktu: Asia/Makassar\nprogram: {program!r}\n"
    _start(tmp_path / "situs", answers, tmp_path)
    root = tmp_path / "situs"
    workflows = {
        "github": ".github/workflows/terbit.yml",
        "gitlab": ".gitlab-ci.yml",
        "forgejo": ".forgejo/workflows/terbit.yml",
        "sendiri": "terbit.sh",
    }
    made = {name for name in workflows.values() if (root / name).is_file()}
    assert made == {workflows[tempat]}
    text = (root / workflows[tempat]).read_text("utf-8")
    if tempat == "sendiri":
        subprocess.run(["sh", "-n", str(root / "terbit.sh")], check=True)
        assert (root / "terbit.sh").stat().st_mode & 0o111
    else:
        yaml.safe_load(text)
    if program and tempat in {"github", "gitlab"}:
        assert re.search(r"contoh/ppid-statis", text)
        assert "@v0" in text or "ref: v0" in text
    else:
        assert "ppid periksa-situs" in text
    assert re.search(r"(?:TZ|zona-waktu)[:=] ?Asia/Makassar\b", text), "the day begins there"
    assert "<<" not in text.replace("<<'", "")


@pytest.mark.parametrize("jenis", JENIS_BADAN)
def test_every_kind_of_body_can_begin(jenis: str, tmp_path: Path) -> None:
    answers = f"""
jenis: {jenis}
nama: 'Pemerintah {JENIS_BADAN[jenis].nama or "Lembaga"} Rekaan: "Contoh" # satu'
alamat: Jalan Rekaan Nomor 1
atasan_ppid: {{jabatan: Sekretaris}}
ppid_utama: {{opd: Humas, jabatan: Kepala Humas, mulai: 2025-01-02}}
perangkat_daerah: [{{nama: Humas}}, {{nama: "Biro & Umum", singkatan: BU}}]
tempat: sendiri
"""
    _start(
        tmp_path / "situs",
        answers.replace('"Contoh" #', "Contoh #").replace(": Contoh", " Contoh"),
        tmp_path,
    )
    assert not load_and_check(tmp_path / "situs", TODAY).blocked


def _asked(given: dict[str, str]) -> tuple[Callable[[AskedAnswer], str], list[str]]:
    titles: list[str] = []

    def ask(question: AskedAnswer) -> str:
        titles.append(question.title)
        return given.get(question.title, question.likely)

    return ask, titles


def test_what_is_not_answered_is_asked_with_what_is_likely() -> None:
    given = {
        "Jenis badan": "provinsi",
        "Nama badan": "Pemerintah Provinsi Rekaan",
        "Alamat": "Jalan Rekaan",
        "Perangkat daerah": "opd.xlsx",
        "PPID Utama: perangkat daerah": "Humas",
        "PPID Utama: jabatan": "Kepala",
        "PPID Utama: mulai": "2025-01-02",
    }
    ask, titles = _asked(given)
    answers, text = read_answers("", TODAY, ask)
    assert answers.singkatan == "Provinsi Rekaan"
    assert answers.atasan_ppid.jabatan == "Sekretaris Daerah Provinsi Rekaan"
    assert answers.tahun_pertama == TODAY.year
    assert answers.peraturan is None
    assert "Peraturan pendiri: nomor" not in titles
    again, titles = _asked({})
    assert read_answers(text, TODAY, again)[0] == answers
    assert "Nama badan" not in titles


@pytest.mark.long
def test_its_script_publishes_and_keeps_the_old_site_when_data_is_wrong(
    begun: tuple[Path, str], tmp_path: Path
) -> None:
    root = shutil.copytree(begun[0], tmp_path / "repositori", ignore=shutil.ignore_patterns("site"))
    (root / ".venv/bin").mkdir(parents=True)
    (root / ".venv/bin/ppid").symlink_to(Path(sys.executable).with_name("ppid"))
    served = tmp_path / "situs"
    address = "https://contoh.example/ppid/"

    def publish() -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["sh", str(root / "terbit.sh"), str(served)],
            env=clean_environment(SITE_URL=address),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    ended = publish()
    assert ended.returncode == 0, ended.stdout + ended.stderr
    home = (served / "index.html").read_bytes()
    (root / "data/badan.yml").write_text("nama: [\n", "utf-8")
    ended = publish()
    assert ended.returncode == 1
    assert "data/badan.yml" in ended.stdout
    assert (served / "index.html").read_bytes() == home
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_an_address_that_a_workflow_leaves_empty_is_the_one_that_was_answered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    subang.write(tmp_path)
    _start(tmp_path / "situs", subang.ANSWERS, tmp_path)
    monkeypatch.setenv("SITE_URL", "")
    with pytest.raises(SystemExit):
        main(["--version"])
    answered = yaml.safe_load(subang.ANSWERS)["alamat_situs"]
    assert answered
    assert load_config(str(tmp_path / "situs/mkdocs.yml")).site_url == answered


def test_a_workbook_that_is_answered_for_but_not_there_is_a_task(tmp_path: Path) -> None:
    told = DaftarAsal(berkas="kiriman lama.xlsx", jenis="dip", tahun=2026)
    taken, waiting = take_all(TOWN, tmp_path, (told,), (), TODAY)
    assert taken == []
    (one,) = waiting
    assert (one.berkas, one.reason) == (told.berkas, "Berkas ini tidak ada di folder daftar.")
    assert (one.target.jenis, one.target.tahun) == ("dip", 2026)


def test_another_list_in_a_workbook_is_a_task_too(tmp_path: Path) -> None:
    _, lists = subang.write(tmp_path)
    path = lists / "DIP Diskominfo 2026.xlsx"
    book = load_workbook(path)
    sheet = book.create_sheet("DIK 2026")
    sheet.append(list(subang.DIK))
    sheet.append([1, "Sandi peladen", "UU 14/2008 Pasal 17 huruf c"])
    book.save(path)
    made = _start(tmp_path / "situs", subang.ANSWERS, tmp_path, lists)
    assert path.name in {each.berkas for each in made.taken}
    (left,) = (each for each in made.waiting if each.berkas == path.name)
    assert left.reason == "Lembar “DIK 2026” memuat daftar informasi yang dikecualikan."
    assert f"`{path.name}`: {left.reason}" in (tmp_path / "situs/TUGAS.md").read_text("utf-8")
