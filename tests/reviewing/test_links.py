"""Links: every address of the data once, and a real answer of lychee as a report for each OPD."""

import json
from pathlib import Path

import pytest

from ppid.diagnostics.places import SourceText
from ppid.reviewing.links import NoAnswerError, WrittenAddress, addresses_of, broken_in, link_report
from tests.conftest import Run

ANSWER = json.loads((Path(__file__).parent / "jawaban/lychee.json").read_text("utf-8"))
GONE = "http://127.0.0.1:8765/hilang.html"
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
    }
    assert [(each.line, each.url) for each in addresses_of(texts)] == [
        (1, "https://a.example/x"),
        *((2, f"https://{address}") for address in ("b.example/y_(2)", "c.example", "d.example")),
        (3, "https://e.example/?q=1&r=2"),
    ]


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
