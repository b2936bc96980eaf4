"""A report that foreign code wrote cannot call, lead away, show pictures or pose as another."""

import json
import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ppid.reviewing.foreign_report import LARGEST, MARKER, own_comment, request_number, safe_comment
from tests.conftest import ROOT, Run

SITE = "https://ppid.kota.example/"
SHA = "a" * 40


def shown(report: str) -> str:
    """Render as the host does, HTML and bare addresses included."""
    body = safe_comment(report.encode(), (SITE,)).removeprefix(MARKER)
    return MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(body)


@pytest.mark.parametrize(
    "report",
    [
        "@walikota lihat ini",
        "oleh @kota/ppid-utama.",
        "menutup #12 dan kota/ppid#3",
        "[klik](https://jahat.example/)",
        "![p](https://jahat.example/p.png)",
        "[klik][1]\n\n[1]: https://jahat.example/",
        "<https://jahat.example/>",
        "https://jahat.example/ dan www.jahat.example",
        "<a href='https://jahat.example/'>x</a>",
        "<img src=x onerror=alert(1)>",
        "<script>alert(1)</script>",
        "<details open ontoggle=alert(1)>",
        "<!-- ppid:lain -->",
        "[a](https://ppid.kota.example.jahat.example/)",
        "[a](https://ppid.kota.example/../jahat/)",
        "[a](https://ppid.kota.example/%2E%2e/jahat/)",
        "[a]( https://jahat.example/)",
        "[a](<https://jahat.example/>)",
        "[![x](https://jahat.example/x.png)](https://jahat.example/)",
        "\u202ekeliru\u202c \x1b[31m\x07",
        "&#64;walikota &#x40;walikota &commat;walikota &#35;12 <svg/onload=1>",
        "https&#58;//jahat.example/ &#119;ww.jahat.example",
    ],
)
def test_foreign_words_stay_words(report: str) -> None:
    html = shown(report)
    assert not re.search(r"<[^<>]*\s(?:href|src|on\w+)=", html), html
    assert not re.search(r"<(?!/?(?:p|code|strong|em|details|summary|br|h\d|ul|li)\b)", html), html
    assert not re.search(r"[@#]\w", html), html
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e]", html)


def test_what_our_reports_use_stays() -> None:
    golden = (ROOT / "tests/golden/temuan/markdown.md").read_text("utf-8")
    theirs = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(golden)
    html = shown(golden)
    assert "<details>" in html
    assert "<table>" in html
    assert html.replace("\u200b", "").strip() == theirs.replace("\u200b", "").strip()


def test_links_to_our_own_site_stay() -> None:
    html = shown(f"lihat [DIK-004]({SITE}aturan/DIK-004/)")
    assert f'<a href="{SITE}aturan/DIK-004/">DIK-004</a>' in html


@pytest.mark.parametrize("text", ["{}.", "({})", "unduh di {} (artefak kiriman)", "[di sini]({})"])
def test_an_address_of_our_own_stays_whole(text: str) -> None:
    address = "https://github.com/kota/ppid/actions/runs/7"
    report = f"{text.format(address)} dan https://jahat.example/x"
    body = safe_comment(report.encode(), ("https://github.com/kota/ppid/",))
    assert address in body
    assert "https://jahat.example" not in body
    away = safe_comment(b"https://github.com/kota/ppid/../../jahat", ("https://github.com/kota/",))
    assert "https://" not in away


def test_a_comment_has_our_marker_once_and_first() -> None:
    body = safe_comment(f"{MARKER}\nisi\n{MARKER}".encode())
    assert body.startswith(f"{MARKER}\nisi")
    assert body.count(MARKER) == 1


def test_a_long_report_is_cut_whole() -> None:
    body = safe_comment(("<details>\n\n" + "- baris\n" * 20_000).encode())
    assert len(body) <= LARGEST
    assert body.count("<details>") == body.count("</details>")
    assert "Sisanya ada dalam laporan lengkap" in body


@given(st.text(max_size=300) | st.binary(max_size=300))
def test_nothing_raises_and_nothing_calls(report: str | bytes) -> None:
    raw = report.encode(errors="replace") if isinstance(report, str) else report
    body = safe_comment(raw).removeprefix(MARKER)
    rendered = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(body)
    assert not re.search(r"[@#]\w", rendered.replace("&#", "")), rendered


def pull(number: int, sha: str = SHA, state: str = "open") -> dict[str, object]:
    return {"number": number, "state": state, "head": {"sha": sha}}


@pytest.mark.parametrize(
    ("answer", "number"),
    [
        ([pull(7)], 7),
        ([[pull(7)], [pull(8, "b" * 40)]], 7),
        ([pull(7), pull(8)], None),
        ([pull(7, state="closed")], None),
        ([pull(7, "b" * 40)], None),
        ([], None),
        ({"message": "Not Found"}, None),
        ([{"number": "7; id", "state": "open", "head": {"sha": SHA}}], None),
        ("x", None),
    ],
)
def test_the_number_is_the_hosts_own(answer: object, number: int | None) -> None:
    assert request_number(answer, SHA) == number


def test_only_our_own_comment_is_written_over() -> None:
    def said(number: int, login: str, body: str) -> dict[str, object]:
        return {"id": number, "user": {"login": login}, "body": body}

    comments = [
        said(1, "penipu", f"{MARKER}\npalsu"),
        said(2, "github-actions[bot]", "lain"),
        said(3, "github-actions[bot]", f"{MARKER}\nlama"),
        {"id": 4, "user": None, "body": MARKER},
    ]
    assert own_comment([comments], "github-actions[bot]") == 3
    assert own_comment(comments[:2], "github-actions[bot]") is None


def test_the_command_reads_one_report_of_an_archive(tmp_path: Path, run: Run) -> None:
    with ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("../../jahat.txt", "x")
        archive.writestr("temuan.md", "bukan ini")
        archive.writestr("tinjauan.md", "halo @walikota")
    (tmp_path / "lama.json").write_text(
        json.dumps([[{"id": 5, "user": {"login": "github-actions[bot]"}, "body": MARKER}]]), "utf-8"
    )
    ended = run("komentar", "a.zip", "--lama", "lama.json", "--keluaran", "isi.json", at=tmp_path)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.strip() == "5"
    body = json.loads((tmp_path / "isi.json").read_text("utf-8"))["body"]
    assert body == f"{MARKER}\nhalo @&#8203;walikota\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip", "isi.json", "lama.json"]


def test_a_bomb_is_read_up_to_a_limit(tmp_path: Path, run: Run) -> None:
    with ZipFile(tmp_path / "a.zip", "w", compression=8) as archive:
        archive.writestr("tinjauan.md", b"a " * 50_000_000)
    assert run("komentar", "a.zip", "--keluaran", "isi.json", at=tmp_path).returncode == 0
    assert len(json.loads((tmp_path / "isi.json").read_text())["body"]) <= LARGEST


@pytest.mark.parametrize("content", [b"PK\x05\x06" + b"\0" * 18, b"PK\x03\x04rusak"])
def test_an_archive_without_a_report_is_said_to_be_one(
    tmp_path: Path, run: Run, content: bytes
) -> None:
    (tmp_path / "a.zip").write_bytes(content)
    ended = run("komentar", "a.zip", "--keluaran", "isi.json", at=tmp_path)
    assert "Traceback" not in ended.stderr
    assert ended.returncode in {0, 2}


def test_the_command_for_numbers(tmp_path: Path, run: Run) -> None:
    (tmp_path / "u.json").write_text(json.dumps([pull(7)]), "utf-8")
    ended = run("permintaan", "u.json", "--ujung", SHA, at=tmp_path)
    assert (ended.returncode, ended.stdout) == (0, "7\n")
    assert run("permintaan", "u.json", "--ujung", "c" * 40, at=tmp_path).returncode == 1
    (tmp_path / "u.json").write_text("<html>", "utf-8")
    assert run("permintaan", "u.json", "--ujung", SHA, at=tmp_path).returncode == 2
