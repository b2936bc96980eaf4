"""What stands in a job summary or a comment."""

import re

import markdown
import pytest

from ppid.diagnostics.as_markdown import as_markdown
from ppid.diagnostics.diagnostic import Diagnostic, Note, Severity
from ppid.diagnostics.places import Span

PATH = "data/opd/dinkes/dik/2019.csv"


def finding(number: int, severity: Severity = Severity.GALAT, path: str = PATH) -> Diagnostic:
    return Diagnostic("ISI-001", severity, f"Kosong {number}", Span(path, number))


def test_report() -> None:
    grave = Diagnostic(
        "DIK-004",
        Severity.GALAT,
        "“Tidak terbatas” tidak boleh",
        Span(PATH, 7, 88, 7, 102, "H7"),
        notes=(Note("keputusannya", Span("data/b.yml", 2)),),
        hint="Tulis “5 tahun”.",
        legal_basis=("UU 14/2008 Pasal 20 ayat (1)",),
    )
    light = finding(3, Severity.SARAN, "data/a.yml")
    assert (
        as_markdown([light, grave])
        == """\
## Hasil pemeriksaan data

**1 galat, 1 saran dalam 2 berkas.** Selama masih ada galat, situs tidak diterbitkan.

| Berkas | Galat | Peringatan | Saran |
| :-- | --: | --: | --: |
| <code>data/opd/dinkes/dik/2019.csv</code> | 1 | 0 | 0 |
| <code>data/a.yml</code> | 0 | 0 | 1 |

<details>
<summary><code>data/opd/dinkes/dik/2019.csv</code>: 1 galat</summary>

- **galat DIK-004** baris 7, kolom 88, sel H7<br>“Tidak terbatas” tidak boleh
  <br>Catatan: keputusannya (<code>data/b.yml</code> baris 2)
  <br>Saran: Tulis “5 tahun”.
  <br>Dasar: UU 14/2008 Pasal 20 ayat (1)

</details>
<details>
<summary><code>data/a.yml</code>: 1 saran</summary>

- **saran ISI-001** baris 3, kolom 1<br>Kosong 3

</details>
"""
    )


def test_nothing_found() -> None:
    assert as_markdown([]) == "## Hasil pemeriksaan data\n\n**Tidak ada temuan.**\n"


def test_many_of_one_rule_in_one_file() -> None:
    text = as_markdown([finding(number) for number in range(1, 43)])
    assert text.count("Kosong") == 5
    assert "- … dan 37 lainnya untuk aturan galat ISI-001 dalam berkas ini\n" in text
    assert "42 galat dalam 1 berkas." in text


@pytest.mark.parametrize("limit", [1000, 2000, 10_000, 60_000])
@pytest.mark.parametrize("files", [1, 7, 900])
def test_is_cut_with_a_count_of_what_is_left_out(limit: int, files: int) -> None:
    found = [
        Diagnostic(f"ISI-{rule:03}", Severity.GALAT, "<b>" * 100, Span(f"data/{file}.yml", rule))
        for file in range(files)
        for rule in range(1, 4000 // files)
    ]
    text = as_markdown(found, limit_chars=limit)
    assert len(text) <= limit
    assert text.count("<details>") == text.count("</details>")
    told = text.count("\n- **galat")
    left_out = re.search(r"\n([\d.]+) temuan tidak dimuat di sini", text)
    assert left_out
    assert int(left_out[1].replace(".", "")) == len(found) - told


def test_what_is_cut_first_is_the_least_important() -> None:
    light = [finding(n, Severity.SARAN, f"data/{n}.yml") for n in range(1, 900)]
    text = as_markdown([*light, finding(1, path="data/z.yml")], limit_chars=5000)
    assert text.index("<summary><code>data/z.yml") < text.index("<summary><code>data/1.yml")


HOSTILE = {
    "html": "<script>alert(1)</script><img src=x onerror=y>",
    "details": "</details></summary>",
    "mention": "@orang dan @tim/ppid, a@b.id",
    "reference": "#12, GH-12, orang/repo#3",
    "link": "[a](https://b.id) <https://c.id> https://d.id www.e.id ![x](y)",
    "emphasis": "**tebal** _miring_ ~~coret~~ `kode`",
    "table": "a | b | c",
    "code": "``` x ```",
    "emoji": ":tada:",
    "formula": "$a$ dan $$b$$",
    "lines": "a\n\n# judul\n- butir\r\n::error::x",
    "entity": "&lt;b&gt;",
    "unseen": "\x1b[31m\u202e",
    "footnote": "[^1]: x",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_inert(text: str) -> None:
    span = Span(f"data/{text}", 1, 1, 1, 2, text)
    diagnostic = Diagnostic(
        text, Severity.GALAT, text, span, notes=(Note(text, span),), hint=text, legal_basis=(text,)
    )
    shown = as_markdown([diagnostic])
    assert shown.count("\n") == as_markdown([plain(diagnostic)]).count("\n")
    assert all(line.isprintable() for line in shown.split("\n"))
    bare = re.sub(r"&#(?!8203;)\d+;", "", shown)
    for active in (
        "@o",
        "@t",
        "@b",
        "#1",
        "#3",
        "GH-1",
        "://",
        "www.",
        ":tada:",
        "$a",
        "<script",
        "<img",
    ):
        assert active not in bare
    assert tags(shown) - {"span"} == tags(as_markdown([plain(diagnostic)]))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_reader_sees_what_was_written(text: str) -> None:
    """Python-Markdown is not GitHub's, but entities mean the same to both."""
    html = markdown.markdown(as_markdown([Diagnostic("X", Severity.GALAT, text, Span("p"))]))
    for ours in ("&#8203;", "\u200b", "<span>", "</span>"):
        html = html.replace(ours, "")
    seen = "".join(char for char in text if char.isprintable())
    decoded = re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), html)
    decoded = re.sub(r"␍|␊|␛|⟨U\+202E⟩", "", decoded)
    assert seen in decoded


def plain(diagnostic: Diagnostic) -> Diagnostic:
    span = Span("data/x", 1, 1, 1, 2, "x")
    return Diagnostic(
        "x", diagnostic.severity, "x", span, notes=(Note("x", span),), hint="x", legal_basis=("x",)
    )


def tags(text: str) -> set[str]:
    return set(re.findall(r"<\s*/?\s*(\w+)", text))


def test_ten_thousand_characters_are_cut() -> None:
    text = as_markdown([Diagnostic("X", Severity.GALAT, "x" * 10_000, Span("p" * 10_000))])
    assert len(text) < 3000
