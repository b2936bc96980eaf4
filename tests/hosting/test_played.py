"""A pull request from a fork, played with real repositories: the steps of the workflows, in order.

`gh` is the host's own program; in its place stands one that answers from files and writes down
what it was asked. Everything else is what runs on the host.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import yaml
from openpyxl import Workbook

from ppid.cli.main import ppid
from ppid.reviewing.foreign_report import MARKER
from tests.conftest import ROOT, clean_environment
from tests.handing_in.intake.test_from_template import FIRST, LAST, say_nil, template
from tests.handing_in.test_issue_form import NIL, body

GH = """#!/usr/bin/env bash
printf '%s\\n' "$*" >>"$GH_CATATAN"
case "$*" in
  *"/zip") cat "$GH_JAWABAN/laporan.zip" ;;
  *"/artifacts?name=laporan"*) echo 99 ;;
  *"/comments?per_page=100") cat "$GH_JAWABAN/komentar.json" ;;
  "pr create "*) echo "https://github.com/kota/ppid/pull/8" ;;
  *"--input "*) cp "${@: -1}" "$GH_JAWABAN/terkirim.json" ;;
  *"/pulls "*) cat "$GH_JAWABAN/usul.json" ;;
esac
"""


def git(at: Path, *arguments: str) -> str:
    fixed = (
        "-c",
        "user.name=uji",
        "-c",
        "user.email=uji@kota.example",
        "-c",
        "init.defaultBranch=main",
    )
    return subprocess.run(
        ["git", *fixed, *arguments],
        env={**os.environ, "GIT_COMMITTER_DATE": "2021-12-31T12:00:00+07:00"},
        cwd=at,
        capture_output=True,
        check=True,
        encoding="utf-8",
    ).stdout.strip()


def step(flow: str, job: str, name: str) -> str:
    """Return the `run:` of a step."""
    path = ROOT / ".github/workflows" / f"{flow}.yml"
    steps = yaml.safe_load(path.read_text("utf-8"))["jobs"][job]["steps"]
    return next(each["run"] for each in steps if each.get("name") == name)


class Host:
    """A machine of the host: the program on its path, and `gh` that answers from files."""

    def __init__(self, folder: Path) -> None:
        self.answers = folder / "jawaban"
        self.temp = folder / "sementara"
        tools = folder / "alat"
        for each in (self.answers, self.temp, tools):
            each.mkdir(parents=True)
        self.log = folder / "gh.log"
        self.log.write_text("", "utf-8")
        call = "from ppid.cli.main import main; main()"
        (tools / "ppid").write_text(f'#!/bin/sh\nexec {sys.executable} -c "{call}" "$@"\n', "utf-8")
        (tools / "gh").write_text(GH, "utf-8")
        for tool in tools.iterdir():
            tool.chmod(0o755)
        self.environment = clean_environment(
            PATH=f"{tools}{os.pathsep}{os.environ['PATH']}",
            RUNNER_TEMP=str(self.temp),
            GITHUB_ENV=str(folder / "env"),
            GITHUB_STEP_SUMMARY=str(folder / "ringkasan.md"),
            GITHUB_OUTPUT=str(folder / "keluaran"),
            GH_JAWABAN=str(self.answers),
            GH_CATATAN=str(self.log),
        )

    def run(self, script: str, at: Path, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=at,
            env={**self.environment, **more},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def answer(self, name: str, content: Any) -> None:  # noqa: ANN401 — JSON
        (self.answers / name).write_text(json.dumps(content), "utf-8")


@pytest.fixture
def fork(proyek: Path, tmp_path: Path) -> Path:
    """A clone of a fork of the town's repository, with a change on a branch of its own."""
    git(proyek, "init", "--quiet")
    git(proyek, "add", "--all")
    git(proyek, "commit", "--quiet", "-m", "awal")
    git(tmp_path, "clone", "--quiet", "--bare", str(proyek), "pusat.git")
    git(tmp_path, "clone", "--quiet", "--bare", "pusat.git", "salinan.git")
    git(tmp_path, "clone", "--quiet", "salinan.git", "kerja")
    work = tmp_path / "kerja"
    git(work, "switch", "--quiet", "--create", "$(touch${IFS}x)`id`")
    profil = work / "data/opd/dinkes/profil.yml"
    profil.write_text(profil.read_text("utf-8") + "# diubah dari salinan\n", "utf-8")
    git(work, "commit", "--quiet", "--all", "-m", "::error::judul")
    git(work, "push", "--quiet", "origin", "HEAD")
    return work


@pytest.mark.long
def test_a_fork_is_checked_without_rights_and_answered_once(fork: Path, tmp_path: Path) -> None:
    builder = Host(tmp_path / "periksa")
    day = builder.run(step("periksa", "data", "Hari commit ini menjadi “hari ini”"), fork)
    assert day.returncode == 0, day.stderr
    tanggal = (tmp_path / "periksa/env").read_text("utf-8").strip().removeprefix("TANGGAL=")
    assert tanggal == "2021-12-31"
    summary = builder.run(step("periksa", "data", "Ringkasan"), fork, TANGGAL=tanggal)
    assert summary.returncode == 0, summary.stderr
    assert "Hasil pemeriksaan data" in (tmp_path / "periksa/ringkasan.md").read_text("utf-8")
    if "tinjau" in ppid.commands:
        base = git(fork, "rev-parse", "origin/main")
        script = step("periksa", "data", "Tinjauan perubahan")
        reviewed = builder.run(script, fork, TANGGAL=tanggal, DASAR=base)
        assert reviewed.returncode == 0, reviewed.stderr
    verdict = builder.run(
        step("periksa", "data", "Catatan pada baris, dan putusan"), fork, TANGGAL=tanggal
    )
    assert verdict.returncode == 0, verdict.stdout

    # The foreign code writes its artifact as it likes.
    host = Host(tmp_path / "tanggapan")
    with ZipFile(host.answers / "laporan.zip", "w") as archive:
        report = (fork / "laporan/temuan.md").read_text("utf-8")
        archive.writestr("tinjauan.md", f"{report}\n@walikota <img src=https://jahat.example/p>\n")
        archive.writestr("../../../keluar", "x")
    tip = git(fork, "rev-parse", "HEAD")
    host.answer("usul.json", [{"number": 7, "state": "open", "head": {"sha": tip}}])
    host.answer("komentar.json", [[]])
    names = {"REPO": "kota/ppid", "RUN": "1", "UJUNG": tip, "PEMILIK": "orang", "SITUS": ""}
    names["CABANG"] = git(fork, "branch", "--show-current")
    script = step("tanggapan", "komentar", "Sampaikan")
    told = host.run(script, tmp_path, **names)
    assert told.returncode == 0, told.stderr
    body = json.loads((host.answers / "terkirim.json").read_text("utf-8"))["body"]
    assert body.startswith(MARKER)
    assert "Hasil pemeriksaan data" in body
    assert "dibuat oleh program dalam usul itu sendiri" in body
    assert "@walikota" not in body
    assert "<img" not in body
    assert "--method POST repos/kota/ppid/issues/7/comments" in host.log.read_text("utf-8")
    assert not list(tmp_path.rglob("x"))

    mine = {"id": 5, "user": {"login": "github-actions[bot]"}, "body": body}
    host.answer("komentar.json", [[{**mine, "id": 4, "user": {"login": "orang"}}, mine]])
    assert host.run(script, tmp_path, **names).returncode == 0
    assert "--method PATCH repos/kota/ppid/issues/comments/5" in host.log.read_text("utf-8")


@pytest.mark.long
def test_a_proposal_is_reviewed_by_the_program_of_the_main_line(fork: Path, tmp_path: Path) -> None:
    """Whatever a proposal does to the program, it is named and has no say in its own review."""
    rows = fork / "data/opd/dinkes/dip/2021.csv"
    rows.write_text("\n".join(rows.read_text("utf-8").split("\n")[:-2]) + "\n", "utf-8")
    (fork / "data/opd/dinkes/kiriman").mkdir()
    (fork / "data/opd/dinkes/kiriman/dik-2022.xlsx").write_bytes(b"\xff\xd8\xff\xe0 gambar")
    (fork / "generator/ppid").mkdir(parents=True)
    (fork / "generator/ppid/__init__.py").write_text("raise SystemExit('tidak ada perubahan')\n")
    git(fork, "add", "--all")
    git(fork, "commit", "--quiet", "-m", "Usul")
    git(fork, "push", "--quiet", "origin", "HEAD:refs/heads/usul")
    main = tmp_path / "utama"
    git(tmp_path, "clone", "--quiet", "salinan.git", "utama")
    host = Host(tmp_path / "tinjau")
    tip = git(fork, "rev-parse", "HEAD")
    for name in ("Ambil usul", "Tinjau usul", "Pratinjau usul"):
        ended = host.run(step("tanggapan", "tinjau", name), main, UJUNG=tip)
        assert ended.returncode == 0, ended.stderr
    assert (main / "pratinjau/situs/opd/dinkes/dip/2021/index.html").is_file()
    report = (main / "laporan/tinjauan.md").read_text("utf-8")
    warning, gone = "Program, tampilan, atau alur kerja berubah (1)", "Tidak tercantum lagi (1)"
    assert 0 < report.index(warning) < report.index("generator/ppid/") < report.index(gone)
    assert "Belum dapat diolah." in report

    answered = Host(tmp_path / "jawab")
    (main / "laporan").rename(answered.temp / "tinjauan")
    answered.answer("usul.json", [{"number": 7, "state": "open", "head": {"sha": tip}}])
    answered.answer("komentar.json", [[]])
    names = {"REPO": "kota/ppid", "RUN": "1", "UJUNG": tip, "PEMILIK": "orang", "CABANG": "usul"}
    script = step("tanggapan", "komentar", "Sampaikan")
    preview = "https://host.example/kota/ppid/actions/runs/1/artifacts/2"
    told = answered.run(script, tmp_path, SITUS="", PRATINJAU=preview, **names)
    assert told.returncode == 0, told.stderr
    body = json.loads((answered.answers / "terkirim.json").read_text("utf-8"))["body"]
    assert warning in body
    assert f"[Lihat halaman yang berubah]({preview})" in body
    assert "usul itu sendiri" not in body
    assert "/zip" not in answered.log.read_text("utf-8")


@pytest.mark.long
def test_on_gitlab_the_program_of_the_main_line_reviews_too(fork: Path, tmp_path: Path) -> None:
    (fork / "generator/ppid").mkdir(parents=True)
    (fork / "generator/ppid/__init__.py").write_text("raise SystemExit('tidak ada perubahan')\n")
    git(fork, "add", "--all")
    git(fork, "commit", "--quiet", "-m", "Usul")
    job = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))["tinjauan"]
    assert "-e ../utama" in job["before_script"][-1]  # what is installed is not played
    script = "\n".join([*job["before_script"][:-1], *job["script"]])
    names = {"CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main", "CI_PROJECT_ID": "1"}
    names |= {"CI_MERGE_REQUEST_PROJECT_ID": "2", "CI_COMMIT_SHA": git(fork, "rev-parse", "HEAD")}
    names["CI_MERGE_REQUEST_PROJECT_URL"] = (tmp_path / "pusat").as_uri()
    names["CI_PROJECT_DIR"] = str(fork)
    ended = Host(tmp_path / "gitlab").run(script, fork, **names)
    assert ended.returncode == 0, ended.stderr
    assert "Program, tampilan, atau alur kerja berubah (1)" in ended.stdout
    assert "Tidak ada halaman yang berubah" in (fork / "pratinjau/index.html").read_text("utf-8")


def test_what_comes_through_the_main_way_in_is_reviewed_too() -> None:
    path = ROOT / ".github/workflows"
    answer = yaml.safe_load((path / "tanggapan.yml").read_text("utf-8"))["jobs"]
    assert "'workflow_dispatch'" in answer["tinjau"]["if"]
    assert "kiriman/" in answer["tinjau"]["if"]
    assert "gh workflow run periksa.yml --ref" in step("kiriman", "ajukan", "Ajukan usul")
    steps = yaml.safe_load((path / "periksa.yml").read_text("utf-8"))["jobs"]["data"]["steps"]
    review = next(each for each in steps if each.get("name") == "Tinjauan perubahan")
    assert review["if"] == "github.event_name != 'push'"


def test_a_newer_commit_gets_no_old_answer(fork: Path, tmp_path: Path) -> None:
    host = Host(tmp_path / "tanggapan")
    tip = git(fork, "rev-parse", "HEAD")
    host.answer("usul.json", [{"number": 7, "state": "open", "head": {"sha": "b" * 40}}])
    names = {"REPO": "kota/ppid", "RUN": "1", "UJUNG": tip, "PEMILIK": "orang", "CABANG": "x"}
    told = host.run(step("tanggapan", "komentar", "Sampaikan"), tmp_path, SITUS="", **names)
    assert told.returncode == 0, told.stderr
    assert not (host.answers / "terkirim.json").exists()


def test_a_statement_of_nil_becomes_files_for_the_next_job(fork: Path, tmp_path: Path) -> None:
    host = Host(tmp_path / "baca")
    event = tmp_path / "peristiwa.json"
    event.write_text(json.dumps({"issue": {"body": body(NIL)}}), "utf-8")
    (fork / "bungkus/hasil").mkdir(parents=True)
    (fork / "bungkus/laporan").mkdir()
    read = host.run(step("kiriman", "baca", "Baca formulir"), fork, GITHUB_EVENT_PATH=str(event))
    assert read.returncode == 0, read.stderr
    gathered = host.run(step("kiriman", "baca", "Kumpulkan daftar yang baru"), fork)
    assert gathered.returncode == 0, gathered.stderr
    made = fork / "bungkus/hasil"
    assert [p.relative_to(made).as_posix() for p in made.rglob("*") if p.is_file()] == [
        "data/opd/dinkes/dik/2026.yml"
    ]
    assert "ada=ya" in (tmp_path / "baca/keluaran").read_text("utf-8")

    git(tmp_path, "clone", "--quiet", "pusat.git", "ajukan")
    ended = host.run(f'ppid terapkan "{made}"', tmp_path / "ajukan")
    assert ended.returncode == 0, ended.stderr
    assert (
        git(tmp_path / "ajukan", "status", "--porcelain", "-uall")
        == "?? data/opd/dinkes/dik/2026.yml"
    )


def test_a_list_that_is_nil_now_travels_with_its_rows_gone(fork: Path, tmp_path: Path) -> None:
    host = Host(tmp_path / "baca")
    (fork / "bungkus/hasil").mkdir(parents=True)
    place = "data/opd/dinkes/dik/2021"
    (fork / f"{place}.csv").unlink()
    said = "nihil:\n  pernyataan: Tidak ada.\n  pejabat: Sekretaris\n  tanggal: 2021-01-31\n"
    (fork / f"{place}.yml").write_text(said, "utf-8")
    gathered = host.run(step("kiriman", "baca", "Kumpulkan daftar yang baru"), fork)
    assert gathered.returncode == 0, gathered.stderr
    git(tmp_path, "clone", "--quiet", "pusat.git", "ajukan")
    ended = host.run(f'ppid terapkan "{fork / "bungkus/hasil"}"', tmp_path / "ajukan")
    assert ended.returncode == 0, ended.stderr
    assert git(tmp_path / "ajukan", "status", "--porcelain").split() == [
        *("D", f"{place}.csv"),
        *("M", f"{place}.yml"),
    ]


@pytest.mark.parametrize("link", ["https://host.example/a/1", ""])
def test_whoever_handed_in_can_click_on_the_way_to_the_reply(
    link: str, fork: Path, tmp_path: Path
) -> None:
    host = Host(tmp_path / "jawab")
    report = host.temp / "bungkus/laporan/jawaban.md"
    report.parent.mkdir(parents=True)
    report.write_text("# Laporan\n\nLihat https://jahat.example\n", "utf-8")
    names = {"REPO": "kota/ppid", "NOMOR": "3", "BALASAN": link, "USUL": ""}
    names |= {"BACA": "success", "AJUKAN": "skipped"}
    told = host.run(step("kiriman", "jawab", "Jawab pengirim"), fork, **names)
    assert told.returncode == 0, told.stderr
    sent = json.loads((host.answers / "terkirim.json").read_text("utf-8"))["body"]
    assert (f"({link})" in sent) is bool(link)
    assert "https://jahat.example" not in sent
    assert "artefak" not in sent


def nil_workbook(project: Path) -> bytes:
    """Return the DIK 2021 of the health department as a template that says “nihil”."""

    def nil(book: Workbook) -> None:
        book["DIK 2021"].delete_rows(FIRST, LAST - FIRST + 1)
        say_nil(book)

    return template(project, 2021, nil)


NEW_ROW = (
    "KES-TARIF,Tarif layanan laboratorium kesehatan,berkala,,Subbagian Keuangan,Sekretaris Dinas,"
    "2022-01,Kota Kecil,digital,5 tahun,,2022-01-31,"
)


@pytest.mark.long
def test_hand_ins_stand_alone_and_each_is_answered(fork: Path, tmp_path: Path) -> None:
    """A statement of nil over an old list, a picture, a nameless file and a good list at once.

    The bad ones are answered; the good ones are proposed, reviewed, merged and published.
    """
    waiting = fork / "data/opd/dinkes/kiriman"
    waiting.mkdir()
    (waiting / "dik-2021.xlsx").write_bytes(nil_workbook(fork))
    (waiting / "dip-2019.xlsx").write_bytes(b"\xff\xd8\xff\xe0 gambar")
    (waiting / "daftar.xlsx").write_bytes(b"PK")
    heading = (fork / "data/opd/dinkes/dip/2021.csv").read_text("utf-8").split("\n", 1)[0]
    (waiting / "dip-2022.csv").write_text(f"{heading}\n{NEW_ROW}\n", "utf-8")
    git(fork, "add", "--all")
    git(fork, "commit", "--quiet", "-m", "Kiriman")
    host = Host(tmp_path / "baca")
    (fork / "bungkus/hasil").mkdir(parents=True)
    (fork / "bungkus/laporan").mkdir()
    for name in ("Baca buku kerja yang menunggu", "Kumpulkan daftar yang baru"):
        ended = host.run(step("kiriman", "baca", name), fork)
        assert ended.returncode == 0, ended.stderr
    answer = (fork / "bungkus/laporan/jawaban.md").read_text("utf-8")
    assert "Berkas dik-2021.xlsx, lembar" in answer
    assert "Berkas dip-2022.csv, lembar" in answer
    assert "dip-2019.xlsx\n\nBelum dapat diolah." in answer
    assert "“daftar.xlsx” belum dibaca karena namanya" in answer

    # The next job works on what it checked out itself.
    there = tmp_path / "ajukan"
    git(tmp_path, "clone", "--quiet", str(fork), "ajukan")
    git(tmp_path, "clone", "--quiet", "--bare", str(fork), "kota/ppid.git")
    rights = Host(tmp_path / "hak")
    (fork / "bungkus").rename(rights.temp / "bungkus")
    proposed = rights.run(
        step("kiriman", "ajukan", "Ajukan usul"),
        there,
        ASAL="unggahan-1",
        GH_REPO="kota/ppid",
        GITHUB_SERVER_URL=tmp_path.as_uri(),
    )
    assert proposed.returncode == 0, proposed.stderr
    changed = git(there, "diff", "--name-status", "--no-renames", "HEAD~1").split("\n")
    assert "D\tdata/opd/dinkes/dik/2021.csv" in changed
    assert "M\tdata/opd/dinkes/dik/2021.yml" in changed
    assert {"A\tdata/opd/dinkes/dip/2022.csv", "A\tdata/opd/dinkes/dip/2022.yml"} <= {*changed}
    assert (there / "data/opd/dinkes/kiriman/dip-2019.xlsx").is_file()
    assert "workflow run periksa.yml" in rights.log.read_text("utf-8")
    assert "usul=https://github.com/kota/ppid/pull/8" in (tmp_path / "hak/keluaran").read_text()

    central = tmp_path / "kota/ppid.git"
    base, tip = git(fork, "rev-parse", "HEAD"), git(central, "rev-parse", "kiriman/unggahan-1")
    git(central, "update-ref", "refs/heads/main", base)
    git(tmp_path, "clone", "--quiet", "--branch", "main", str(central), "utama")
    main, reader = tmp_path / "utama", Host(tmp_path / "tinjau")
    for name in ("Ambil usul", "Tinjau usul"):
        ended = reader.run(step("tanggapan", "tinjau", name), main, UJUNG=tip)
        assert ended.returncode == 0, ended.stderr
    report = (main / "laporan/tinjauan.md").read_text("utf-8")
    assert "Tidak tercantum lagi" in report
    assert "Tarif layanan laboratorium kesehatan" in report

    git(main, "merge", "--quiet", "--no-ff", "-m", "Usul disetujui", tip)
    publish = step("terbit", "bangun", "Periksa, bangun, dan jaga gerbangnya")
    published = Host(tmp_path / "terbit").run(publish, main, SITE_URL="https://ppid.kota.example/")
    assert published.returncode == 0, published.stdout + published.stderr
    pages = main / "site/opd/dinkes"
    tarif = (pages / "dip/2022/kes-tarif/index.html").read_text("utf-8")
    assert "Tarif layanan laboratorium kesehatan" in tarif
    assert "nihil" in (pages / "dik/2021/index.html").read_text("utf-8").lower()
    assert not (pages / "dip/2019").exists()


REFUSED = b"sumber: Uji\0\n"
"""A list that a job without rights may have made, and that does not get into the repository."""


def proposed(host: Host, there: Path, made: dict[str, bytes]) -> None:
    """Hand over what was read to the job with rights, and let it propose that."""
    for path, content in made.items():
        target = host.temp / "bungkus/hasil" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    (host.temp / "bungkus/laporan").mkdir(parents=True)
    (host.temp / "bungkus/laporan/jawaban.md").write_text("Sudah dibaca.\n", "utf-8")
    at_home = {"ASAL": "isu-3", "GH_REPO": "kota/ppid"}
    at_home["GITHUB_SERVER_URL"] = there.parent.as_uri()
    ended = host.run(step("kiriman", "ajukan", "Ajukan usul"), there, **at_home)
    assert ended.returncode == 0, ended.stderr


@pytest.mark.long
@pytest.mark.parametrize("number", ["3", ""])
@pytest.mark.parametrize("case", ["rejected", "unchanged"])
def test_without_a_proposal_the_sender_reads_why(
    case: str, number: str, fork: Path, tmp_path: Path
) -> None:
    stands = "data/opd/dinkes/dik/2021.yml"
    made = {
        "rejected": {"data/opd/dinkes/dik/2026.yml": REFUSED},
        "unchanged": {
            stands: (fork / stands).read_bytes(),
            stands.replace(".yml", ".csv"): (fork / stands.replace(".yml", ".csv")).read_bytes(),
        },
    }[case]
    git(tmp_path, "clone", "--quiet", "pusat.git", "ajukan")
    host = Host(tmp_path / "hak")
    proposed(host, tmp_path / "ajukan", made)
    assert "pr create" not in host.log.read_text("utf-8")
    git(tmp_path, "clone", "--quiet", "pusat.git", "jawab")
    names = {"REPO": "kota/ppid", "BALASAN": "", "NOMOR": number, "USUL": ""}
    names |= {"BACA": "success", "AJUKAN": "success"}
    told = host.run(step("kiriman", "jawab", "Jawab pengirim"), tmp_path / "jawab", **names)
    assert told.returncode == 0, told.stderr
    sent = json.loads((host.answers / "terkirim.json").read_text("utf-8"))["body"]
    assert "Sudah dibaca." in sent
    if case == "rejected":
        assert "memuat tanda kendali" in sent
        assert "serahkan lagi" in sent
    else:
        assert "sudah sama dengan yang tersimpan" in sent
    assert "tidak perlu diulang" not in sent


@pytest.mark.usefixtures("fork")
def test_a_rejected_list_stops_no_other_and_its_sender_reads_why(tmp_path: Path) -> None:
    """One list is refused, and one is nil over an old one whose rows go with it."""
    place = "data/opd/dinkes/dik/2021"
    said = b"nihil:\n  pernyataan: Tidak ada.\n  pejabat: Sekretaris\n  tanggal: 2021-01-31\n"
    git(tmp_path, "clone", "--quiet", "pusat.git", "ajukan")
    git(tmp_path, "clone", "--quiet", "--bare", "pusat.git", "kota/ppid.git")
    host = Host(tmp_path / "hak")
    made = {f"{place}.yml": said, "data/opd/dinkes/dik/2026.yml": REFUSED}
    proposed(host, tmp_path / "ajukan", made)
    names = git(tmp_path / "ajukan", "diff", "--name-status", "--no-renames", "HEAD~1").split()
    assert names == ["D", f"{place}.csv", "M", f"{place}.yml"]
    body = (host.temp / "isi.md").read_text("utf-8")
    assert "memuat tanda kendali" in body
    git(tmp_path, "clone", "--quiet", "pusat.git", "jawab")
    more = {"REPO": "kota/ppid", "BALASAN": "", "NOMOR": "3", "USUL": PULL}
    more |= {"BACA": "success", "AJUKAN": "success"}
    told = host.run(step("kiriman", "jawab", "Jawab pengirim"), tmp_path / "jawab", **more)
    assert told.returncode == 0, told.stderr
    sent = json.loads((host.answers / "terkirim.json").read_text("utf-8"))["body"]
    assert "memuat tanda kendali" in sent
    assert f"]({PULL})" in sent


def test_an_answer_is_given_wherever_there_is_no_proposal() -> None:
    jobs = yaml.safe_load((ROOT / ".github/workflows/kiriman.yml").read_text("utf-8"))["jobs"]
    assert "needs.ajukan.outputs.usul == ''" in jobs["jawab"]["if"]


NAMES = {"REPO": "kota/ppid", "BALASAN": ""}
PULL = "https://github.com/kota/ppid/pull/8"


@pytest.mark.parametrize(
    ("report", "more", "words"),
    [
        ("isi", {"NOMOR": "3", "BACA": "success", "AJUKAN": "success", "USUL": PULL}, f"]({PULL})"),
        ("isi", {"NOMOR": "3", "BACA": "success", "AJUKAN": "skipped", "USUL": ""}, "isi"),
        (
            "isi",
            {"NOMOR": "3", "BACA": "success", "AJUKAN": "failure", "USUL": ""},
            "belum terbentuk",
        ),
        ("", {"NOMOR": "3", "BACA": "failure", "AJUKAN": "skipped", "USUL": ""}, "gangguan"),
        ("isi", {"NOMOR": "", "BACA": "success", "AJUKAN": "skipped", "USUL": ""}, "isi"),
        ("", {"NOMOR": "", "BACA": "success", "AJUKAN": "skipped", "USUL": ""}, ""),
    ],
)
def test_the_sender_is_answered(
    report: str, more: dict[str, str], words: str, tmp_path: Path
) -> None:
    host = Host(tmp_path / "jawab")
    if report:
        (host.temp / "bungkus/laporan").mkdir(parents=True)
        (host.temp / "bungkus/laporan/jawaban.md").write_text(f"{report}\n", "utf-8")
    ended = host.run(step("kiriman", "jawab", "Jawab pengirim"), tmp_path, **NAMES, **more)
    assert ended.returncode == 0, ended.stderr
    if not words:
        assert "issues" not in host.log.read_text("utf-8")
        return
    sent = json.loads((host.answers / "terkirim.json").read_text("utf-8"))
    assert words in sent["body"]
    where = "issues/3/comments" if more["NOMOR"] else "issues --input"
    assert where in host.log.read_text("utf-8")


@pytest.mark.parametrize("fetched", [b"\xff\xd8\xff\xe0 gambar", None])
def test_a_file_that_cannot_be_taken_in_is_answered(
    fetched: bytes | None, fork: Path, tmp_path: Path
) -> None:
    host = Host(tmp_path / "baca")
    (fork / "bungkus/laporan").mkdir(parents=True)
    source = tmp_path / "lampiran"
    if fetched is not None:
        source.write_bytes(fetched)
    curl = tmp_path / "baca/alat/curl"
    curl.write_text(f'#!/bin/sh\ncp "{source}" "$RUNNER_TEMP/kiriman.xlsx"\n', "utf-8")
    curl.chmod(0o755)
    form = {"ALAMAT": "https://x.example/k.xlsx", "BERKAS": "kiriman.xlsx", "OPD": "dinkes"}
    script = step("kiriman", "baca", "Ambil dan baca lampirannya")
    ended = host.run(script, fork, **form, JENIS="dik", TAHUN="2021")
    assert ended.returncode == 0, ended.stderr
    answer = (fork / "bungkus/laporan/jawaban.md").read_text("utf-8")
    assert ("Belum dapat diolah." if fetched else "belum dapat diambil") in answer
