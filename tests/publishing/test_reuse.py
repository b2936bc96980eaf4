"""What an earlier build made is used again, and the site is the same as without it."""

import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from ppid.publishing import reuse
from ppid.publishing.reuse import FOLDER, Reuse
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


A_CELL = ("data/opd/setda/dik/2021.csv", "5 tahun", "4 tahun")
A_PLACE = ("data/opd/setda/dip/2021.yml", "tempat: ", "tempat: Balai ")
AN_OPD = ("data/opd/setda/profil.yml", "nama: ", "nama: Kantor ")
THE_BODY = ("data/badan.yml", "nama: ", "nama: Negeri ")
ROUNDS = (
    ("a cell of a DIK, and where a DIP was decided", (A_CELL, A_PLACE), DAY),
    ("the name of an OPD", (AN_OPD,), DAY),
    ("the name of the body, and the day", (THE_BODY,), "2022-02-01"),
)
"""What is changed before each build; what is in one round shows in files of its own."""


def test_a_site_with_reuse_is_the_site_without(run: Run, proyek: Path, tmp_path: Path) -> None:
    """After every round of changes the whole tree is compared with one made from nothing."""
    build(run, proyek, tmp_path / "awal", "--tanpa-simpanan")
    assert not (proyek / FOLDER).exists()
    build(run, proyek, tmp_path / "hangat")
    assert differences(tmp_path / "hangat", tmp_path / "awal") == []
    for what, changes, day in ROUNDS:
        kept = kept_in(proyek)
        for path, before, after in changes:
            change(proyek, path, before, after)
        build(run, proyek, tmp_path / "hangat", day=day)
        build(run, proyek, tmp_path / "dingin", "--tanpa-simpanan", day=day)
        assert differences(tmp_path / "hangat", tmp_path / "dingin") == [], what
        now = kept_in(proyek)
        assert now.keys() - kept.keys(), f"{what}: something was made anew"
        same = now.keys() & kept.keys()
        assert len(same) > len(("CACHEDIR.TAG", ".gitignore")), f"{what}: something was not"
        assert all(now[name] == kept[name] for name in same)


def test_damage_never_reaches_the_site(run: Run, proyek: Path, tmp_path: Path) -> None:
    build(run, proyek, tmp_path / "baik")
    kept = kept_in(proyek)
    for number, name in enumerate(sorted(kept)):
        spoilt = (b"", kept[name][:-1], kept[name] + b"x", b"x" * len(kept[name]))
        (proyek / FOLDER / name).write_bytes(spoilt[number % len(spoilt)])
    build(run, proyek, tmp_path / "sesudah")
    assert differences(tmp_path / "baik", tmp_path / "sesudah") == []
    mended = kept_in(proyek)
    assert {name: mended[name] for name in kept if len(name) == 64} == {
        name: content for name, content in kept.items() if len(name) == 64
    }
