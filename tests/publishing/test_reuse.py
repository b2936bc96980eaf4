"""What an earlier build made is used again, and the site is the same as without it."""

import shutil
import subprocess
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path

import pytest
from markupsafe import Markup

from ppid.core.page import Cell, Link, Page
from ppid.kinds import kind_of_file
from ppid.publishing import reuse
from ppid.publishing.mkdocs_plugin import THEME
from ppid.publishing.render import Renderer
from ppid.publishing.reuse import FOLDER, Fingerprints, NoFingerprintError, Reuse
from tests.publishing.test_build import differences

DAY = "2021-12-31"
Run = Callable[..., subprocess.CompletedProcess[str]]


@dataclass(frozen=True)
class Maker:
    """Makes bytes of a text, and counts how often."""

    asked: list[str]

    def upper(self, text: str) -> bytes:
        self.asked.append(text)
        return text.upper().encode()

    def lower(self, text: str) -> bytes:
        self.asked.append(text)
        return text.lower().encode()


@dataclass(frozen=True)
class Said:
    """A value of one part, to be told from another."""

    part: object


class Colour(Enum):
    RED = "a"
    BLUE = "b"


class Opaque:
    """It may look anywhere."""


DIFFERENT = (
    "a",
    b"a",
    Markup("a"),
    Colour.RED,
    Colour.BLUE,
    Colour,
    1,
    True,
    1.0,
    Decimal(1),
    None,
    "None",
    (),
    ("a",),
    ["a"],
    (("a",),),
    ("tuple", "a"),
    {"a": 1},
    {"a": "1"},
    frozenset("a"),
    date(2021, 12, 31),
    Cell("a"),
    Cell("a", "b"),
    Link("a", ""),
    Said(Said("a")),
)
"""Values that a template would not print alike, or could tell apart."""


def test_values_that_differ_have_different_fingerprints() -> None:
    taken = Fingerprints()
    values = [*DIFFERENT, *map(Said, DIFFERENT[:-1])]
    assert len({taken.of(value) for value in values}) == len(values)
    again = Fingerprints()
    assert [again.of(value) for value in values] == [taken.of(value) for value in values]
    assert taken.of(Said({"a", "b", "c"})) == taken.of(Said({"c", "b", "a"}))


def test_what_may_look_elsewhere_has_no_fingerprint_and_is_made_each_time(tmp_path: Path) -> None:
    for value in (Opaque(), len, lambda: "a", iter("a"), Path(), Said(Opaque()), ({"a": len},)):
        with pytest.raises(NoFingerprintError):
            Fingerprints().of(value)
    made = list[object]()

    def make(value: object) -> bytes:
        made.append(value)
        return b"x"

    reuse, value = Reuse(tmp_path / "simpanan"), Said(Opaque())
    assert [reuse.made(make, value) for _ in range(2)] == [b"x", b"x"]
    assert made == [value, value]


def test_nothing_is_made_twice_of_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    maker, folder = Maker([]), tmp_path / "simpanan"
    assert [Reuse(folder).made(maker.upper, "a") for _ in range(2)] == [b"A", b"A"]
    assert maker.asked == ["a"]
    assert Reuse(folder).made(maker.lower, "a") == b"a"
    assert Reuse(folder).made(maker.upper, "b") == b"B"
    assert maker.asked == ["a", "a", "b"], "another function, another text"
    monkeypatch.setattr(reuse, "program", lambda: "lain")
    assert Reuse(folder).made(maker.upper, "a") == b"A"
    assert maker.asked == ["a", "a", "b", "a"], "another program"
    assert Reuse().made(maker.upper, "a") == b"A"
    assert maker.asked == ["a", "a", "b", "a", "a"], "without a folder"


def test_what_nobody_asks_for_any_more_is_forgotten(tmp_path: Path) -> None:
    maker, folder = Maker([]), tmp_path / "simpanan"
    first = Reuse(folder)
    for text in "abc":
        first.made(maker.upper, text)
    assert len(first.used()) == 3
    second = Reuse(folder)
    second.made(maker.upper, "b")
    second.forget_all_but(second.used())
    for text in "abc":
        Reuse(folder).made(maker.upper, text)
    assert maker.asked == ["a", "b", "c", "a", "c"]


@pytest.mark.parametrize("damage", [b"", b"x", b"\0" * 32, b"A", None])
def test_damage_is_made_anew_and_mended(damage: bytes | None, tmp_path: Path) -> None:
    maker, folder = Maker([]), tmp_path / "simpanan"
    Reuse(folder).made(maker.upper, "panjang")
    (kept,) = (path for path in folder.iterdir() if len(path.name) == 64)
    whole = kept.read_bytes()
    kept.write_bytes(whole[:-1] + b"?" if damage is None else damage)
    assert Reuse(folder).made(maker.upper, "panjang") == b"PANJANG"
    assert maker.asked == ["panjang", "panjang"]
    assert kept.read_bytes() == whole


def test_a_folder_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    maker, place = Maker([]), tmp_path / "simpanan"
    place.write_text("bukan folder", "utf-8")
    assert Reuse(place).made(maker.upper, "a") == b"A"
    Reuse(place).forget_all_but(())
    assert place.read_text("utf-8") == "bukan folder"


def test_a_folder_that_a_killed_build_began_is_left_out_by_git(tmp_path: Path) -> None:
    place = tmp_path / "simpanan"
    place.mkdir()
    Reuse(place).made(Maker([]).upper, "a")
    assert (place / ".gitignore").read_text("utf-8") == "*\n"
    assert (place / "CACHEDIR.TAG").is_file()


def test_program_is_known_by_every_byte_of_it() -> None:
    assert len(reuse.program()) == 64
    assert reuse.program() == reuse.program.__wrapped__()


# ---- whole sites -----------------------------------------------------------------------------


def build(run: Run, project: Path, site: Path, *more: str, day: str = DAY) -> Path:
    ended = run("bangun", "--tanggal", day, "--keluaran", str(site), *more, at=project)
    assert ended.returncode == 0, ended.stderr
    return site


def kept_in(project: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (project / FOLDER).iterdir()}


def change(project: Path, path: str, before: str, after: str) -> None:
    file = project / path
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), "utf-8")


SETDA, DINKES, LAWS = "data/opd/setda", "data/opd/dinkes", "data/acuan"
ROUNDS = (
    (
        "what lists say, and a table among the documents",
        (
            (f"{SETDA}/dik/2021.csv", "5 tahun", "4 tahun"),
            (f"{SETDA}/dip/2021.yml", "tempat: ", "tempat: Balai "),
            (f"{DINKES}/dip/2021.csv", "Bidang Pelayanan", "Seksi Pelayanan"),
            (f"{DINKES}/dik/2021.yml", "046/UJI/2021", "047/UJI/2021"),
            (f"{DINKES}/dokumen/daftar-puskesmas.csv", "Dermaga,08.00", "Dermaga,09.00"),
        ),
        DAY,
    ),
    (
        "an OPD, what it did, and a page that somebody wrote",
        (
            (f"{SETDA}/profil.yml", "nama: ", "nama: Kantor "),
            (f"{SETDA}/layanan/2020.yml", "sumber: Rekaan", "sumber: Register rekaan"),
            (f"{DINKES}/kegiatan/2021-12-14-pelatihan-arsip.md", "Petugas", "Pegawai"),
            (f"{SETDA}/regulasi/perwal-6-2021.yml", "yang Baru", "yang Terbaru"),
            ("content/tentang/aksesibilitas.md", "\n\n", "\n\nSatu kalimat lagi.\n\n"),
        ),
        DAY,
    ),
    (
        "what all OPDs share",
        (
            (f"{LAWS}/dasar-hukum.yml", "tentang: Pedoman", "tentang: Panduan"),
            (f"{LAWS}/langkah-layanan.yml", "judul: Membaca", "judul: Melihat"),
            (f"{LAWS}/sinonim.yml", "catatan kesehatan pasien", "catatan pasien"),
            (f"{LAWS}/pita-monev.yml", "mulai: 90", "mulai: 85"),
            (f"{LAWS}/saq/2021.yml", "judul: Pertanyaan", "judul: Daftar pertanyaan"),
            (f"{LAWS}/jdih.json", "tentang Jam", "tentang Waktu"),
            (f"{LAWS}/pengecualian-aturan.yml", "2099-12-31", "2098-12-31"),
        ),
        DAY,
    ),
    (
        "what others found",
        (
            ("data/monev.yml", "nilai: 64,5", "nilai: 63,5"),
            ("data/sanggahan.yml", "Papan pengumuman tidak", "Papan itu tidak"),
            ("data/pemantauan/2021.yml", "12/2021", "13/2021"),
            ("data/pemantauan/2021/dinkes.csv", "Tautannya tidak", "Tautan itu tidak"),
            ("data/potret/2021-t3.json", "Rekaan untuk", "Rekaan bagi"),
            ("data/pemantauan/tautan/2021.csv", "2021-12-06,terbuka", "2021-12-05,hilang"),
        ),
        DAY,
    ),
    ("a template", (("theme_overrides/komponen/sumber.html", "Sumber: ", "Berkas: "),), DAY),
    ("the body, and the day", (("data/badan.yml", "nama: ", "nama: Negeri "),), "2022-02-01"),
)
"""What is changed before each build; what is in one round shows in files of its own."""
UNCHANGED = {"sidik-dik"}
"""Kinds of which the town has a file that says nothing on any page."""


def test_every_kind_of_file_is_changed_in_a_round(kota_kecil: Path) -> None:
    def kinds(paths: Iterable[str]) -> set[str]:
        found = (kind_of_file(path.removeprefix("data/")) for path in paths)
        return {kind.model.kind for kind, _ in filter(None, found)}

    files = [p.relative_to(kota_kecil).as_posix() for p in (kota_kecil / "data").rglob("*.*")]
    changed = kinds(path for _, changes, _ in ROUNDS for path, *_ in changes)
    assert changed == kinds(files) - UNCHANGED


@pytest.mark.long
def test_a_site_with_reuse_is_the_site_without(
    run: Run, proyek: Path, situs: Path, tmp_path: Path
) -> None:
    """After every second round the whole tree is compared with one made from nothing.

    What should have been made anew in the first of two rounds is old in the second too: the rounds
    after which all is made anew stand last.
    """
    overlaid = proyek / "theme_overrides" / "komponen"
    overlaid.mkdir(parents=True)
    shutil.copy(THEME / "komponen" / "sumber.html", overlaid)
    build(run, proyek, tmp_path / "hangat")
    assert differences(tmp_path / "hangat", situs) == []
    for number, (what, changes, day) in enumerate(ROUNDS, 1):
        kept = kept_in(proyek)
        for path, before, after in changes:
            change(proyek, path, before, after)
        build(run, proyek, tmp_path / "hangat", day=day)
        now = kept_in(proyek)
        assert now.keys() - kept.keys(), f"{what}: something was made anew"
        same = now.keys() & kept.keys()
        assert len(same) > len(("CACHEDIR.TAG", ".gitignore")), f"{what}: something was not"
        assert all(now[name] == kept[name] for name in same)
        if number % 2 == 0:
            build(run, proyek, tmp_path / "dingin", "--tanpa-simpanan", day=day)
            assert differences(tmp_path / "hangat", tmp_path / "dingin") == [], what


def test_without_a_store_none_is_begun(run: Run, proyek: Path, tmp_path: Path) -> None:
    build(run, proyek, tmp_path / "situs", "--tanpa-simpanan")
    assert not (proyek / FOLDER).exists()


@pytest.mark.long
def test_nothing_is_printed_again_but_what_was_damaged(
    run: Run, proyek: Path, situs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every page can be known again: none holds what has no fingerprint."""
    build(run, proyek, tmp_path / "situs")

    def printed_again(_: Renderer, page: Page, __: str) -> dict[str, str]:
        pytest.fail(page.url)

    with monkeypatch.context() as watched:
        watched.setattr(Renderer, "slots", printed_again)
        build(run, proyek, tmp_path / "situs")
    assert differences(tmp_path / "situs", situs) == []

    kept = kept_in(proyek)
    for number, name in enumerate(sorted(kept)):
        spoilt = (b"", kept[name][:-1], kept[name] + b"x", b"x" * len(kept[name]))
        (proyek / FOLDER / name).write_bytes(spoilt[number % len(spoilt)])
    build(run, proyek, tmp_path / "situs")
    assert differences(tmp_path / "situs", situs) == []
    mended = kept_in(proyek)
    assert {name: mended[name] for name in kept if len(name) == 64} == {
        name: content for name, content in kept.items() if len(name) == 64
    }
