"""The commands as a clerk would type them, in a copy of the small base tree."""

import json
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import click
import pytest

from ppid.cli import commands
from ppid.cli.main import main, ppid

BASE = Path(__file__).parents[1] / "aturan" / "dasar"
ROOT = Path(__file__).parents[2]


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: Kota Contoh\nplugins: [ppid]\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    written = capsys.readouterr()
    return int(ended.value.code or 0), written.out, written.err


@pytest.mark.usefixtures("town")
def test_periksa_on_good_data(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run("periksa", "--tanggal", "2019-07-01", capsys=capsys)
    assert (code, out.strip().splitlines()[-1]) == (0, "Tidak ada temuan.")


def test_periksa_on_bad_data_says_where(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    profil = town / "data/opd/dinas-contoh/profil.yml"
    profil.write_text(profil.read_text().replace("jenis: dinas", "jenis: dinsa"))
    code, out, _ = run("periksa", "--tanggal", "2019-07-01", capsys=capsys)
    assert code == 1
    assert "--> data/opd/dinas-contoh/profil.yml:3:8" in out
    assert "“dinas”" in out


def test_periksa_only_some_files(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (town / "data/badan.yml").write_text("nama: Kota\n")
    wanted = ("periksa", "data/opd/dinas-contoh/dik", "--tanggal", "2019-07-01")
    assert run(*wanted, capsys=capsys)[0] == 0
    assert run("periksa", "data/badan.yml", capsys=capsys)[0] == 1


def test_periksa_as_json(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run("periksa", "--format", "json", "--tanggal", "2019-07-01", capsys=capsys)
    summary = json.loads(out)["ringkasan"]
    assert code == 0
    assert (summary["galat"], summary["peringatan"]) == (0, 0)
    assert summary["berkas"] == len([p for p in (town / "data").rglob("*") if p.is_file()])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("priksa",), "Perintah “priksa” tidak dikenal. Mungkin maksudnya periksa"),
        (("xyz",), "Perintah “xyz” tidak dikenal. Lihat semuanya: ppid --help"),
        (
            ("periksa", "--formt", "x"),
            "Pilihan “--formt” tidak dikenal. Mungkin maksudnya --format.",
        ),
        (("periksa", "--format", "xml"), "teks, github, json, markdown"),
        (("periksa", "--tanggal", "besok"), "2021-12-31"),
        (("periksa", "--tanggal", "0001-01-01"), "dari 2000 sampai 2099"),
        (("periksa", "--tanggal", ""), "2021-12-31"),
        (("periksa", "tidak-ada.csv"), "tidak ada di folder proyek"),
        (("periksa", "/etc/hostname"), "tidak ada di folder proyek"),
        (("jelaskan", "DIK-4"), "Mungkin maksudnya “DIK-0"),
        (("jelaskan", "XYZ"), "ppid jelaskan"),
        (("baru", "dik"), "--opd"),
        (("baru", "dik", "--opd", "../x", "--tahun", "2026"), "--opd"),
        (("baru", "dik", "--opd", "tidak-ada", "--tahun", "2026"), "ppid baru opd"),
        (("baru", "dik", "--opd", "dinas-contoh"), "--tahun"),
        (("baru", "dik", "--opd", "dinas-contoh", "--tahun", "2019"), "sudah ada"),
        (("baru", "opd", "--opd", "dinas-contoh"), "sudah ada"),
        (("bangun", "--keluaran"), "belum diberi isi"),
        (("jelaskan", "DIK-004", "DIK-005"), "berlebih"),
        (("baru",), "Belum ada isian JENIS. Pilih salah satu dari badan, dik, dip,"),
        (("baru", "surat"), "JENIS tidak dapat dipakai: pilih salah satu dari badan, dik, dip,"),
        (("baru", "dik", "--tahun", "21"), "tulis tahun dari 2000 sampai 2099"),
        (("templat", "dik"), "Belum ada pilihan --opd."),
        (("surat", "dik", "--opd", "dinkes"), "Belum ada pilihan --tahun."),
        (("surat", "dik", "--opd", "dinas-conto", "--tahun", "2019"), "“dinas-contoh”"),
        (("kelengkapan", "--lihat"), "Pilihan “--lihat” tidak dikenal."),
        (("rapikan", "--lihat=ya"), "Pilihan “--lihat” tidak memerlukan isi."),
        (("impor", "tidak-ada.xlsx"), "“tidak-ada.xlsx” tidak ada."),
        (("impor", "data"), "“data” adalah folder, bukan berkas."),
    ],
)
@pytest.mark.usefixtures("town")
def test_misuse_is_explained_in_indonesian(
    arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = run(*arguments, capsys=capsys)
    assert code == 2
    assert said in err
    assert not any(word in err for word in ("Error", "Usage", "Traceback", "No such", "Invalid"))


def test_outside_a_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    code, _, err = run("periksa", capsys=capsys)
    assert code == 2
    assert "mkdocs.yml" in err


@pytest.mark.usefixtures("town")
def test_jelaskan_shows_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run("jelaskan", "dik-004", capsys=capsys)
    assert code == 0
    assert "UU 14/2008 Pasal 20 ayat (1)" in out
    assert "DIK-004" in run("jelaskan", capsys=capsys)[1]


@pytest.mark.parametrize("command", ["", *ppid.commands])
def test_help_is_indonesian(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(*filter(None, [command]), "--help", capsys=capsys)
    assert out.startswith("Pemakaian: ppid")
    assert not any(
        w in out
        for w in (
            "Usage",
            "Options",
            "Show this",
            "Commands",
            "ARGS",
            "TEXT",
            "[required]",
            "INTEGER",
        )
    )


def test_help_says_of_every_command_what_the_command_says_and_imports_none() -> None:
    """Those sentences stand in a table, so that whoever asks for help waits for no rule."""
    for module in iter_modules(commands.__path__):
        made = vars(import_module(f"{commands.__name__}.{module.name}")).values()
        held = {command.name: command for command in made if isinstance(command, click.Command)}
        told = commands.TOLD[module.name]
        assert told.keys() == held.keys()
        for name, command in held.items():
            for limit in (30, 60, 200):
                short = click.Command(name, help=told[name]).get_short_help_str(limit)
                assert short == command.get_short_help_str(limit), name
    loaded = "import sys, ppid.cli.main; print(*sys.modules)"
    ended = subprocess.run(
        [sys.executable, "-c", loaded], capture_output=True, text=True, check=True
    )
    names = set(ended.stdout.split())
    assert "ppid.cli.commands" in names
    assert not names & {"pydantic", "numpy", "ppid.kinds", "ppid.cli.commands.daily"}


FILLED = {
    "opd": {"nama": "Dinas Baru", "singkatan": "Disbar", "jenis": "dinas", "sumber": "tata naskah"},
    "regulasi": {"tentang": "Pedoman Layanan", "sumber": "berita daerah"},
    "kegiatan": {"judul": "Rapat koordinasi", "jenis": "rapat-koordinasi"},
}


def _fill(path: Path, values: dict[str, str]) -> None:
    lines = path.read_text("utf-8").splitlines()
    for position, line in enumerate(lines):
        key = line.partition(":")[0]
        if key in values:
            lines[position] = f"{key}: {values[key]}"
    path.write_text("\n".join(lines) + "\n", "utf-8")


@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        (("opd", "--opd", "dinas-baru"), "data/opd/dinas-baru/profil.yml"),
        (
            ("regulasi", "--opd", "dinas-contoh", "--nama", "perwal-9", "--tahun", "2019"),
            "data/opd/dinas-contoh/regulasi/perwal-9-2019.yml",
        ),
        (
            ("kegiatan", "--opd", "dinas-contoh", "--nama", "rapat", "--tanggal", "2019-05-02"),
            "data/opd/dinas-contoh/kegiatan/2019-05-02-rapat.md",
        ),
    ],
)
def test_a_new_file_passes_once_filled_in(
    arguments: tuple[str, ...], path: str, town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = run("baru", *arguments, capsys=capsys)
    assert (code, path in out) == (0, True)
    unfilled, said, _ = run("periksa", path, "--tanggal", "2019-07-01", capsys=capsys)
    assert (unfilled, "ISI-001" in said) == (1, True)
    _fill(town / path, FILLED[arguments[0]])
    assert run("periksa", path, "--tanggal", "2019-07-01", capsys=capsys)[0] == 0


@pytest.mark.parametrize("jenis", ["dik", "dip"])
def test_a_new_list_passes_once_rows_are_copied_in(
    jenis: str, town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("baru", jenis, "--opd", "dinas-contoh", "--tahun", "2020", capsys=capsys)
    folder = town / "data/opd/dinas-contoh" / jenis
    header, row = (folder / "2019.csv").read_text().splitlines()
    assert (folder / "2020.csv").read_text() == f"{header}\n"
    (folder / "2020.csv").write_text(f"{header}\n{row}\n")
    assert run("periksa", "--tanggal", "2019-07-01", capsys=capsys)[0] == 0
