"""A copy of a site proves what was public: every change, loss and addition is found."""

import hashlib
import io
import json
import os
import shutil
import socket
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ppid.core.manifest import NoManifestError, verify, write_manifest

Run = Callable[..., subprocess.CompletedProcess[str]]
FILES = {"index.html": b"<p>depan</p>", "opd/dinkes/index.html": b"satu", "a b/ü.txt": b"dua"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, content in FILES.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    write_manifest(tmp_path / "site", "2021-12-31", "abcd1234")
    return tmp_path / "site"


def test_manifest_lists_every_file(site: Path) -> None:
    lines = (site / "manifes.sha256").read_text("utf-8").splitlines()
    assert lines == [f"{hashlib.sha256(FILES[name]).hexdigest()}  {name}" for name in sorted(FILES)]
    summary = json.loads((site / "manifes.json").read_text("utf-8"))
    assert (summary["tanggal"], summary["data"], summary["berkas"]) == ("2021-12-31", "abcd1234", 3)
    listed = hashlib.sha256((site / "manifes.sha256").read_bytes()).hexdigest()
    assert summary["sidik_manifes"] == listed == verify(site).sidik


def test_summary_names_the_body(situs: Path) -> None:
    summary = json.loads((situs / "manifes.json").read_text("utf-8"))
    assert summary["badan"] == {
        "nama": "Pemerintah Kota Kecil",
        "singkatan": "Kota Kecil",
        "jenis": "kota",
        "kode_wilayah": "98.71",
        "situs": "https://ppid.kotakecil.example",
    }


def test_another_program_can_check_it(site: Path) -> None:
    tool = shutil.which("sha256sum")
    if tool is None:
        pytest.skip("sha256sum tidak ada")
    subprocess.run([tool, "--check", "--strict", "manifes.sha256"], cwd=site, check=True)


def test_a_true_copy_is_whole(site: Path) -> None:
    verdict = verify(site)
    assert verdict.utuh
    assert verdict.cocok == 3


def test_every_difference_is_named(site: Path) -> None:
    (site / "index.html").write_bytes(b"<p>lain</p>")
    (site / "opd/dinkes/index.html").unlink()
    (site / "baru.html").write_bytes(b"")
    verdict = verify(site)
    assert not verdict.utuh
    assert verdict.berubah == ("index.html",)
    assert verdict.hilang == ("opd/dinkes/index.html",)
    assert verdict.tambahan == ("baru.html",)
    assert verdict.cocok == 1


def packed(site: Path, kind: str, *, below: str) -> Path:
    target = site.parent / f"salinan.{kind}"
    files = [path for path in sorted(site.rglob("*")) if path.is_file()]
    if kind == "zip":
        with zipfile.ZipFile(target, "w") as archive:
            for path in files:
                archive.write(path, f"{below}{path.relative_to(site)}")
    else:
        with tarfile.open(target, "w:gz") as archive:
            for path in files:
                archive.add(path, f"{below}{path.relative_to(site)}")
    return target


@pytest.mark.parametrize("kind", ["zip", "tar.gz"])
@pytest.mark.parametrize("below", ["", "./", "arsip-2021/"])
def test_archives_are_read_without_unpacking(site: Path, kind: str, below: str) -> None:
    assert verify(packed(site, kind, below=below)).utuh
    (site / "index.html").write_bytes(b"lain")
    assert verify(packed(site, kind, below=below)).berubah == ("index.html",)


def test_a_name_that_stands_twice_does_not_agree(site: Path) -> None:
    target = packed(site, "tar", below="")
    with tarfile.open(target) as old, tarfile.open(site.parent / "ganda.tar", "w") as new:
        for entry in old:
            new.addfile(entry, old.extractfile(entry))
        entry = tarfile.TarInfo("index.html")
        entry.size = 4
        new.addfile(entry, io.BytesIO(b"lain"))
    assert verify(site.parent / "ganda.tar").berubah == ("index.html",)


@pytest.mark.parametrize("content", [b"bukan manifes\n", b"\xff\xfe", b"00  x\n"])
def test_a_broken_manifest_proves_nothing(site: Path, content: bytes) -> None:
    (site / "manifes.sha256").write_bytes(content)
    with pytest.raises(NoManifestError):
        verify(site)


def test_without_a_manifest_there_is_no_verdict(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(b"")
    with pytest.raises(NoManifestError):
        verify(tmp_path)
    with pytest.raises(NoManifestError):
        verify(tmp_path / "index.html")


def test_command_tells_and_ends_with_a_code(situs: Path, kota_kecil: Path, run: Run) -> None:
    sidik = json.loads((situs / "manifes.json").read_text("utf-8"))["sidik_manifes"]
    ended = run("verifikasi", str(situs), "--sidik", sidik, at=kota_kecil)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert sidik in ended.stdout
    assert "Terbukti: " in ended.stdout
    ended = run("verifikasi", str(situs), at=situs.parent)  # no project there
    assert ended.returncode == 0
    assert "Terbukti" not in ended.stdout
    assert "belum membuktikan keasliannya" in ended.stdout
    ended = run("verifikasi", str(situs), "--sidik", "0" * 64, at=kota_kecil)
    assert ended.returncode == 1
    assert "Tidak terbukti: sidik manifes ini lain" in ended.stdout
    ended = run("verifikasi", str(kota_kecil / "mkdocs.yml"), at=kota_kecil)
    assert ended.returncode == 2
    assert "bukan folder" in ended.stderr


def test_a_day_that_was_written_over_is_not_proven(
    situs: Path, kota_kecil: Path, tmp_path: Path, run: Run
) -> None:
    """The summary lies outside of what its own digest covers."""
    copy = shutil.copytree(situs, tmp_path / "salinan")
    summary = json.loads((copy / "manifes.json").read_text("utf-8"))
    forged = {**summary, "tanggal": "2031-01-01"}
    (copy / "manifes.json").write_text(json.dumps(forged), "utf-8")
    ended = run("verifikasi", str(copy), "--sidik", summary["sidik_manifes"], at=kota_kecil)
    assert "1 Januari 2031; sidik tidak membuktikan harinya" in ended.stdout


@pytest.mark.parametrize("copied", ["abc", "0" * 63, "g" * 64])
def test_a_fingerprint_that_was_copied_wrongly_is_no_verdict(
    copied: str, situs: Path, kota_kecil: Path, run: Run
) -> None:
    ended = run("verifikasi", str(situs), "--sidik", copied, at=kota_kecil)
    assert ended.returncode == 2
    assert "64 angka heksa" in ended.stderr
    assert "Tidak terbukti" not in ended.stdout


def test_a_good_copy_beside_the_site_does_not_stand_in_for_a_changed_page(site: Path) -> None:
    target = packed(site, "zip", below="arsip/")
    (site / "index.html").write_bytes(b"lain")
    with zipfile.ZipFile(target) as old, zipfile.ZipFile(site.parent / "tipu.zip", "w") as new:
        for name in old.namelist():
            changed = name == "arsip/index.html"
            new.writestr(name, b"lain" if changed else old.read(name))
        new.writestr("index.html", FILES["index.html"])
    verdict = verify(site.parent / "tipu.zip")
    assert verdict.berubah == ("index.html",)
    assert verdict.tambahan == ("../index.html",)


def test_a_summary_that_names_another_digest_was_changed(site: Path) -> None:
    summary = site / "manifes.json"
    summary.write_text(json.dumps({"sidik_manifes": "0" * 64}), "utf-8")
    assert verify(site).berubah == ("manifes.json",)
    summary.write_text("[bukan ringkasan", "utf-8")
    assert verify(site).berubah == ("manifes.json",)


def test_links_are_named_and_never_followed(site: Path) -> None:
    (site / "putus").symlink_to("tidak-ada")
    (site / "keluar").symlink_to(site.parent, target_is_directory=True)
    assert verify(site).tambahan == ("keluar", "putus")
    target = site.parent / "tautan.tar"
    with tarfile.open(target, "w") as archive:
        archive.add(site, ".")
    assert verify(target).tambahan == ("keluar", "putus")


def pipe(path: Path) -> None:
    os.mkfifo(path)


def unbound(path: Path) -> None:
    """Leave the socket of a process that is gone."""
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind(str(path))


def folder(path: Path) -> None:
    path.mkdir()


def dangling(path: Path) -> None:
    path.symlink_to("tidak-ada")


def endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def verified(site: Path) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, which may hang."""
    command = [sys.executable, "-c", "from ppid.cli.main import main; main()", "verifikasi", site]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=30)


@pytest.mark.parametrize(
    "made",
    [
        pipe,
        *(
            pytest.param(made, marks=pytest.mark.long)
            for made in (unbound, folder, dangling, endless)
        ),
    ],
)
def test_what_stands_in_the_place_of_a_file_is_named_and_never_opened(
    made: Callable[[Path], None], site: Path
) -> None:
    for name in ("index.html", "tambahan"):
        (site / name).unlink(missing_ok=True)
        made(site / name)
    ended = verified(site)
    assert ended.returncode == 1, ended.stderr
    lost = "hilang" if made is folder else "berubah"
    assert f"{lost}: index.html\n" in ended.stdout
    assert "tidak ada dalam manifes: tambahan" in ended.stdout
    (site / "manifes.sha256").unlink()
    made(site / "manifes.sha256")
    ended = verified(site)
    assert "tidak ada manifes.sha256 di dalamnya" in ended.stderr


@pytest.mark.parametrize("kind", ["zip", "tar.gz"])
@pytest.mark.parametrize("harm", ["cut", "flip"])
def test_a_damaged_archive_gives_a_sentence(site: Path, kind: str, harm: str) -> None:
    target = packed(site, kind, below="")
    content = bytearray(target.read_bytes())
    if harm == "cut":
        del content[len(content) // 2 :]
    else:
        # In a zip the stored text of a page, in a tar the mark by which gzip is known.
        content[content.find(b"depan") if kind == "zip" else 1] ^= 0xFF
    target.write_bytes(content)
    with pytest.raises(NoManifestError):
        verify(target)


def test_a_forged_manifest_proves_nothing_by_itself(site: Path) -> None:
    noted = verify(site).sidik
    (site / "index.html").write_bytes(b"palsu")
    for name in ("manifes.sha256", "manifes.json"):
        (site / name).unlink()
    write_manifest(site, "2021-12-31", "abcd1234")
    verdict = verify(site)
    assert verdict.utuh
    assert verdict.sidik != noted


def test_a_summary_that_is_gone_is_missed(site: Path) -> None:
    (site / "manifes.json").unlink()
    assert verify(site).hilang == ("manifes.json",)
    assert verify(site).hari == ""


@pytest.mark.parametrize("kind", ["folder", "zip", "tar"])
def test_an_empty_folder_is_an_addition(site: Path, kind: str) -> None:
    (site / "selipan/dalam").mkdir(parents=True)
    copy = site
    if kind != "folder":
        copy = Path(shutil.make_archive(str(site.parent / "salinan"), kind, site))
    assert verify(copy).tambahan == ("selipan/dalam/",)
    assert verify(copy).hari == "2021-12-31"
