"""Links: every address of the data once, and a real answer of lychee as a report for each OPD."""

import errno
import json
from datetime import date
from pathlib import Path

import pytest

from ppid.checking.load import load
from ppid.core import writing
from ppid.diagnostics.places import SourceText
from ppid.reviewing.control_addresses import controls_for
from ppid.reviewing.links import (
    NoAnswerError,
    Visit,
    WrittenAddress,
    addresses_of,
    broken_in,
    link_report,
    recorded,
    visits_in,
)
from tests.conftest import TOWN, Run

ANSWERS = Path(__file__).parent / "jawaban"
ANSWER = json.loads((ANSWERS / "lychee.json").read_text("utf-8"))
DETAILED = json.loads((ANSWERS / "lychee-rinci.json").read_text("utf-8"))
GONE = "http://127.0.0.1:8765/hilang.html"
CHECKS = "data/pemantauan/tautan/2026.csv"
DEAD = "http://127.0.0.1:1/mati"


def test_addresses_end_where_their_sentence_ends() -> None:
    text = (
        "a: https://a.example/x.\n"
        "b: (https://b.example/y_(2)), https://c.example;https://d.example\n"
        "https://e.example/?q=1&r=2\n"
    )
    texts = {
        "data/opd/dinkes/profil.yml": SourceText("data/opd/dinkes/profil.yml", text),
        "content/x.md": SourceText("content/x.md", "https://lain.example"),
        CHECKS: SourceText(CHECKS, "https://dahulu.example/a.pdf,2026-01-02,terbuka,"),
    }
    assert [(each.line, each.url) for each in addresses_of(texts)] == [
        (1, "https://a.example/x"),
        *((2, f"https://{address}") for address in ("b.example/y_(2)", "c.example", "d.example")),
        (3, "https://e.example/?q=1&r=2"),
    ]


def test_an_address_of_a_list_is_known_whole() -> None:
    listed = ("https://a.example/sk,1;2.pdf", "https://a.example/sk,1", "https://a.example/b.")
    text = f'X-1,"{listed[0]}",2021\nX-2,"{listed[1]}",{listed[2]}\n'
    texts = {"data/opd/a/dip/2021.csv": SourceText("data/opd/a/dip/2021.csv", text)}
    cut = {"https://a.example/sk", "https://a.example/b"}
    assert {each.url for each in addresses_of(texts)} == cut
    assert {each.url for each in addresses_of(texts, listed)} == set(listed)


def test_a_real_answer_is_read() -> None:
    assert {each.url: each.reason for each in broken_in(ANSWER)} == {
        GONE: "halaman tidak ditemukan",
        DEAD: "tidak dapat dihubungi",
    }


@pytest.mark.parametrize("answer", [None, [], {}, {"error_map": []}, "gagal"])
def test_no_answer_is_not_a_good_answer(answer: object) -> None:
    with pytest.raises(NoAnswerError):
        broken_in(answer)


def test_the_report_names_place_and_department_and_links_nowhere() -> None:
    written = [
        WrittenAddress("data/badan.yml", 3, DEAD),
        WrittenAddress("data/opd/dinkes/dip/2026.csv", 7, GONE),
        WrittenAddress("data/opd/dinkes/dip/2026.csv", 8, "https://baik.example"),
    ]
    names = {"dinkes": "Dinas [Kesehatan](https://jahat.example) @x"}
    report = link_report(written, broken_in(ANSWER), names, "1 Januari 2026")
    assert "3 alamat diperiksa; 2 tidak dapat dibuka." in report
    assert "<code>data/opd/dinkes/dip/2026.csv</code> baris 7" in report
    assert "### Berkas seluruh kota" in report
    assert "https://" not in report
    assert "@x" not in report
    assert "baik.example" not in report


def test_a_long_report_is_cut_at_a_part() -> None:
    written = [
        WrittenAddress(f"data/opd/o{n}/profil.yml", line, GONE)
        for n in range(60)
        for line in range(50)
    ]
    report = link_report(written, broken_in(ANSWER), {}, "1 Januari 2026")
    assert len(report) < 61_000
    assert "bagian lagi" in report


def test_the_commands_fit_together(proyek: Path, tmp_path: Path, run: Run) -> None:
    listed = tmp_path / "alamat.txt"
    assert run("tautan", "--daftar", str(listed), at=proyek).returncode == 0
    lines = listed.read_text("utf-8").splitlines()
    assert lines == sorted(set(lines))
    assert lines
    answer = tmp_path / "lychee.json"
    entry = {"url": lines[0], "status": {"text": "x", "code": 410}}
    answer.write_text(json.dumps({"error_map": {"alamat.txt": [entry]}}), "utf-8")
    ended = run("tautan", "--hasil", str(answer), at=proyek)
    assert ended.returncode == 0
    assert "halaman sudah dihapus" in ended.stdout
    answer.write_text("{}", "utf-8")
    assert run("tautan", "--hasil", str(answer), at=proyek).returncode == 2


SITE = "http://127.0.0.1:8766"


def test_each_visit_is_read_once_with_where_it_led() -> None:
    assert sorted(visits_in(DETAILED), key=lambda each: each.url) == [
        Visit(f"{SITE}/ada.pdf", "terbuka"),
        Visit(f"{SITE}/hilang.pdf", "hilang"),
        Visit(f"{SITE}/pindah.pdf", "hilang", f"{SITE}/"),
        Visit(f"{SITE}/sabar.pdf", "tidak-menjawab"),
        Visit(f"{SITE}/tolak.pdf", "tidak-menjawab", refused=True),
    ]
    with pytest.raises(NoAnswerError):
        visits_in(ANSWER)


@pytest.mark.parametrize(
    "found", [[1], 5, {"a": None}, {"a": 5}, {"a": "https://a.example/b.pdf"}, {"a": [7]}]
)
@pytest.mark.parametrize("name", ["success_map", "error_map", "timeout_map"])
def test_an_answer_of_another_make_is_refused(name: str, found: object) -> None:
    answer = {"error_map": {}, "detailed_stats": True, name: found}
    with pytest.raises(NoAnswerError):
        visits_in(answer)


@pytest.mark.parametrize(
    ("about", "keadaan"),
    [
        ({"status": "200"}, "tidak-menjawab"),
        ({"status": {"code": ["200"]}}, "tidak-menjawab"),
        ({"status": None}, "tidak-menjawab"),
        ({"status": {"code": 200}, "redirects": "x"}, "terbuka"),
        ({"status": {"code": 200}, "redirects": {"redirects": ["x"]}}, "terbuka"),
        ({"status": {"code": 200}, "redirects": {"redirects": 5}}, "terbuka"),
    ],
)
def test_strange_parts_of_a_visit_show_nothing(about: dict[str, object], keadaan: str) -> None:
    entry = {"url": PROFILE, **about}
    answer = {"error_map": {}, "detailed_stats": True, "success_map": {"a": [entry]}}
    assert [(each.keadaan, each.tujuan) for each in visits_in(answer)] == [(keadaan, "")]


@pytest.mark.parametrize("sign", [" ", "\n", "\x00", "\x9b", "\ud800"])
def test_an_address_that_no_file_can_hold_is_none(sign: str) -> None:
    entry = {"url": f"{PROFILE}{sign}", "status": {"code": 200}}
    answer = {"error_map": {}, "detailed_stats": True, "success_map": {"a": [entry]}}
    assert visits_in(answer) == []


def written(visits: list[Visit], day: date) -> list[str]:
    path, text = recorded(visits, day, load(TOWN, day).corpus)
    assert path == f"data/pemantauan/tautan/{day.year}.csv"
    return text.splitlines()


PROFILE = "https://setda.kotakecil.example/dokumen/profil.pdf?versi=2&bahasa=id"
"""As a list of the town holds it."""
SPELLED = "https://setda.kotakecil.example/dokumen/profil.pdf?v=3"


def test_a_new_visit_replaces_the_one_of_the_year_in_any_spelling() -> None:
    day = date(2021, 12, 20)
    rows = written([Visit(SPELLED, "terbuka")], day)
    assert rows[0] == "alamat,tanggal,keadaan,tujuan"
    assert [row for row in rows if "profil.pdf" in row] == [f"{SPELLED},2021-12-20,terbuka,"]
    # Of two spellings on one day the one that opened counts.
    both = [Visit(PROFILE, "terbuka"), Visit(SPELLED, "hilang")]
    assert f"{PROFILE},2021-12-20,terbuka," in written(both, day)
    assert written(both, day) == written(both[::-1], day)


def test_a_spelling_that_leads_nowhere_unsays_no_other_one() -> None:
    """It may stand in the list of another office, and the listed one be remembered or silent."""
    day = date(2021, 12, 20)
    before, gone = written([], day), Visit(SPELLED, "hilang")
    assert written([gone], day) == before
    assert written([gone, Visit(PROFILE, "tidak-menjawab")], day) == before
    both = written([gone, Visit(PROFILE, "hilang")], day)
    assert f"{PROFILE},2021-12-20,hilang," in both
    new = "https://setda.kotakecil.example/baru.pdf"
    silent = written([Visit(f"{new}?v=3", "hilang"), Visit(new, "tidak-menjawab")], day)
    assert f"{new},2021-12-20,tidak-menjawab," in silent


def test_no_answer_unsays_nothing_and_an_older_visit_neither() -> None:
    before = written([], date(2021, 12, 20))
    assert "2021-12-06,terbuka" in "".join(before)
    assert written([Visit(PROFILE, "tidak-menjawab")], date(2021, 12, 20)) == before
    assert written([Visit(PROFILE, "hilang")], date(2021, 12, 1)) == before
    new = "https://setda.kotakecil.example/baru.pdf"
    assert f"{new},2022-01-03,tidak-menjawab," in written(
        [Visit(new, "tidak-menjawab")], date(2022, 1, 3)
    )
    assert written([Visit(PROFILE, "tidak-menjawab")], date(2022, 1, 3)) == before[:1]


def test_the_command_records_what_the_rules_accept(proyek: Path, tmp_path: Path, run: Run) -> None:
    answer = tmp_path / "lychee.json"
    answer.write_text(json.dumps(DETAILED).replace(f"{SITE}/pindah.pdf", PROFILE), "utf-8")
    day = ("--tanggal", "2022-01-03")
    asked = ("tautan", "--hasil", str(answer), "--catat", *day)
    assert run(*asked, at=proyek).returncode == 0
    text = (proyek / "data/pemantauan/tautan/2022.csv").read_text("utf-8")
    # What stands in no list of a department is not recorded: no figure rests on it.
    assert text == f"alamat,tanggal,keadaan,tujuan\n{PROFILE},2022-01-03,hilang,{SITE}/\n"
    assert run(*asked, at=proyek).returncode == 0
    assert (proyek / "data/pemantauan/tautan/2022.csv").read_text("utf-8") == text
    found = run("periksa", *day, at=proyek).stdout
    assert "pemantauan/tautan" not in found
    assert run("tautan", "--daftar", str(answer), "--catat", at=proyek).returncode == 2


def opened(listed: Path, *refused: str) -> str:
    """Return the answer of lychee to a list of which all but some could be opened."""
    found: dict[str, list[object]] = {"success_map": [], "error_map": []}
    for url in listed.read_text("utf-8").splitlines():
        name, code = ("error_map", 404) if url in refused else ("success_map", 200)
        found[name].append({"url": url, "status": {"text": "x", "code": code}})
    return json.dumps(
        {"detailed_stats": True} | {name: {"alamat.txt": each} for name, each in found.items()}
    )


def test_what_a_list_holds_besides_decides_what_is_recorded(
    proyek: Path, tmp_path: Path, run: Run
) -> None:
    listed, answer = tmp_path / "alamat.txt", tmp_path / "lychee.json"
    day = date(2022, 1, 3)
    dated = ("--tanggal", day.isoformat())
    ended = run("tautan", "--daftar", str(listed), *dated, at=proyek)
    controls = [each.url for each in controls_for(load(TOWN, day).corpus, day)]
    assert f" {len(controls)} pembanding" in ended.stdout
    assert set(controls) < set(listed.read_text("utf-8").splitlines())
    for refused, keadaan in ((controls, "terbuka"), ([], "tidak-terbedakan")):
        answer.write_text(opened(listed, *refused), "utf-8")
        ended = run("tautan", "--hasil", str(answer), "--catat", *dated, at=proyek)
        assert ended.returncode == 0
        text = (proyek / "data/pemantauan/tautan/2022.csv").read_text("utf-8")
        assert f",2022-01-03,{keadaan},\n" in text
        assert not any(each in text for each in controls)
        assert "Belum dicatat" not in ended.stderr
        assert "pemantauan/tautan" not in run("periksa", *dated, at=proyek).stdout
    # A list without controls, as another program would make it, shows nothing new.
    own = [each for each in listed.read_text("utf-8").splitlines() if each not in controls]
    listed.write_text("".join(f"{each}\n" for each in own), "utf-8")
    answer.write_text(opened(listed), "utf-8")
    ended = run("tautan", "--hasil", str(answer), "--catat", *dated, at=proyek)
    assert "Belum dicatat: " in ended.stderr
    assert (proyek / "data/pemantauan/tautan/2022.csv").read_text("utf-8") == text


def test_a_record_that_cannot_be_written_stays_as_it_was(
    proyek: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer, record = tmp_path / "lychee.json", proyek / "data/pemantauan/tautan/2021.csv"
    answer.write_text(json.dumps(DETAILED).replace(f"{SITE}/pindah.pdf", PROFILE), "utf-8")
    before, lay_down = record.read_bytes(), writing._lay_down  # noqa: SLF001

    def full(path: Path, content: bytes, like: Path | None = None) -> None:
        if b"alamat,tanggal" in content:
            raise OSError(errno.ENOSPC, "No space left on device")
        lay_down(path, content, like)

    monkeypatch.setattr(writing, "_lay_down", full)
    asked = ("tautan", "--hasil", str(answer), "--catat", "--tanggal", "2021-12-20")
    ended = run(*asked, at=proyek)
    assert ended.returncode == 2
    assert ended.stderr == (
        "ppid: Tidak ada yang berubah; data/pemantauan/tautan/2021.csv tidak dapat ditulis: ruang "
        "penyimpanan penuh; kosongkan dahulu, lalu ulangi.\n"
    )
    assert record.read_bytes() == before
    monkeypatch.undo()
    assert run(*asked, at=proyek).returncode == 0
    assert record.read_bytes() != before
