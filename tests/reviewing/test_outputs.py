"""A review in every form: inert whatever it holds, and never longer than a comment may be."""

import json
import re
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest

from ppid.diagnostics.diagnostic import Diagnostic, Severity
from ppid.diagnostics.places import Span
from ppid.reviewing import as_json as module
from ppid.reviewing.as_json import as_json
from ppid.reviewing.as_markdown import LIMIT, MARK, as_markdown
from ppid.reviewing.as_text import as_text
from ppid.reviewing.model import (
    ChangeSort,
    ComparedBase,
    DecisionToMake,
    Detail,
    FileSort,
    Moved,
    OutsideFile,
    Review,
    ReviewChange,
    ReviewSection,
    ScoreCause,
    ScoreEffect,
    Unchanged,
)
from ppid.reviewing.report import rendered

SCHEMA = json.loads(Path(module.__file__).with_name("tinjau.schema.json").read_text("utf-8"))
COMMIT = "0123456789abcdef0123456789abcdef01234567"
HOSTILE = {
    "html": "<script>alert(1)</script><img src=x onerror=y>",
    "comment": "<!-- ppid-tinjau --> --> <!--",
    "details": "</details></summary><details>",
    "mention": "@orang dan @tim/ppid, a@b.id",
    "reference": "#12, GH-12, orang/repo#3",
    "link": "[a](https://b.id) <https://c.id> https://d.id www.e.id ![x](y)",
    "script": "[a](javascript:alert(1)) javascript:alert(1)",
    "task": "- [x] selesai",
    "emphasis": "**tebal** _miring_ ~~coret~~ `kode`",
    "table": "a | b | c",
    "code": "``` x ```",
    "emoji": ":tada:",
    "formula": "$a$ dan $$b$$",
    "lines": "a\n\n# judul\n- butir\r\n::error::x\n::set-output name=a::b",
    "command": "::error file=a,line=1::palsu",
    "old command": "##[error]palsu ##[add-mask]a",
    "entity": "&lt;b&gt;&#64;orang",
    "unseen": "\x1b[31m\x07\u202e\u200b\u2028",
    "footnote": "[^1]: x",
    "sheet": '=HYPERLINK("https://x.id")',
}
ACTIVE = ("@o", "@t", "@b", "#1", "#3", "GH-1", "://", "www.", ":tada:", "$a", "<script", "<img")


def full(text: str, *, times: int = 1, contoh: bool = False) -> Review:
    """Make a review that holds a text wherever foreign text can stand."""
    details = tuple(Detail(sort, text, text, text, f"{text}.") for sort in ChangeSort)
    changes = [
        ReviewChange(sort, text, text, text, text, details[place : place + 1], (text, text), contoh)
        for place, sort in enumerate(ChangeSort)
    ]
    diagnostic = Diagnostic(
        text, Severity.GALAT, text, Span(text, 1, 1, 1, 2, text), hint=text, legal_basis=(text,)
    )
    moved = Moved(text, text, text, text, text, lost=True)
    cause = ScoreCause(text, times, times)
    effect = ScoreEffect(
        text, text, 2021, Decimal("66.7"), None, (moved,) * times, contoh, (cause,)
    )
    return Review(
        ComparedBase(text, COMMIT, (text,)),
        tuple(change for change in changes for _ in range(times)),
        (diagnostic,) * times,
        (diagnostic,) * times,
        (effect,) * times,
        (DecisionToMake(text, text, text, (text,) * times),),
        Unchanged((text,) * times, ((text, text),) * times),
        tuple(OutsideFile(text, sort) for sort in FileSort for _ in range(times)),
    )


NOTHING = Review(ComparedBase("origin/main", COMMIT), (), (), (), (), (), Unchanged())


def tags(text: str) -> set[str]:
    return set(re.findall(r"<\s*/?\s*(\w+)", text))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("limit", [None, LIMIT])
def test_a_comment_is_inert(text: str, limit: int | None) -> None:
    shown = as_markdown(full(text), limit)
    plain = as_markdown(full("x"), limit)
    assert shown.count("\n") == plain.count("\n")
    assert all(line.isprintable() for line in shown.split("\n"))
    bare = re.sub(r"&#(?!8203;)\d+;", "", shown)
    assert not [active for active in ACTIVE if active in bare]
    assert tags(shown) - {"span"} == tags(plain)
    assert shown.count("<!--") == shown.count(MARK) == 1
    assert shown.count("- [ ]") == plain.count("- [ ]")
    assert "- [x]" not in shown


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("whole", [True, False])
def test_a_terminal_or_log_obeys_nothing(text: str, whole: bool) -> None:  # noqa: FBT001
    shown = as_text(full(text), colour=False, whole=whole)
    lines = shown.split("\n")
    assert len(lines) == len(as_text(full("x"), colour=False, whole=whole).split("\n"))
    assert all(line.isprintable() for line in lines)
    assert not any(line.lstrip().startswith("::") for line in lines)
    assert "##[" not in shown


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_json_is_inert_and_whole(text: str) -> None:
    shown = as_json(full(text))
    report = json.loads(shown)
    jsonschema.Draft202012Validator(SCHEMA).validate(report)
    assert {entry["kalimat"] for entry in report["perubahan"]} == {text}
    assert all(line.isprintable() for line in shown.split("\n"))
    assert not any(line.lstrip().startswith("::") for line in shown.split("\n"))
    assert "##[" not in shown


def test_colour_only_when_asked() -> None:
    assert "\x1b" not in as_text(full("x"), colour=False)
    assert "\x1b[1m" in as_text(full("x"), colour=True)


def test_the_schema_is_one_and_names_every_sort() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    described = SCHEMA["$defs"]["perubahan"]["properties"]
    assert described["jenis"]["enum"] == [str(sort) for sort in ChangeSort]
    assert described["bagian"]["enum"] == [section.value for section in ReviewSection]


def test_every_field_of_the_schema_is_described() -> None:
    groups = [SCHEMA, *SCHEMA["$defs"].values()]
    for group in groups:
        for name, about in group["properties"].items():
            assert about.get("description") or "items" in about, name


def test_nothing_changed() -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(as_json(NOTHING)))
    assert "Tidak ada perubahan isi data." in as_markdown(NOTHING)
    assert "###" not in as_markdown(NOTHING)
    assert as_text(NOTHING, colour=False).count("\n") == 3


@pytest.mark.parametrize("times", [1, 30, 400])
@pytest.mark.parametrize("length", [1, 300, 2000])
@pytest.mark.parametrize("limit", [LIMIT, 20_000])
def test_a_comment_is_never_too_long(times: int, length: int, limit: int) -> None:
    shown = as_markdown(full("&" * length, times=times), limit)
    assert len(shown) <= limit
    assert not re.search(r"&(?!#\d+;)", shown), "cut in the middle of an entity"
    assert shown.count("**") % 2 == 0
    for section in ReviewSection:
        assert f"### {section.value} (" in shown
    assert "### Yang perlu diputuskan (" in shown


@pytest.mark.long
def test_what_does_not_fit_is_counted() -> None:
    shown = as_markdown(full("Judul " * 20, times=150))
    block = shown.split("### Semula terbuka, kini dikecualikan (150)")[1].split("###")[0]
    told = block.count("\n- **")
    left = re.search(r"… dan (\d+) lainnya; lengkapnya di laporan", block)
    assert left
    assert told + int(left[1]) == 150
    assert "Laporan ini dipotong." in shown
    whole = as_markdown(full("Judul " * 20, times=150), None)
    assert whole.count("\n- **") > 150 * len(ChangeSort)
    assert "lengkapnya di laporan" not in whole


def test_the_gravest_comes_first_and_is_cut_last() -> None:
    shown = as_markdown(full("Judul", times=100))
    headings = re.findall(r"^### (.+) \(", shown, re.MULTILINE)
    assert headings[0] == "Program, tampilan, atau alur kerja berubah"
    sections = headings[1 : len(ReviewSection) + 1]
    assert sections == [section.value for section in ReviewSection]
    first, last = (
        shown.split(f"### {s.value} (")[1].split("###")[0]
        for s in (ReviewSection.DITUTUP, ReviewSection.LAINNYA)
    )
    assert "lainnya; lengkapnya" not in first
    assert "lengkapnya di laporan" in last


def test_a_demonstration_is_marked() -> None:
    for form in ("markdown", "teks"):
        shown = rendered(full("x", contoh=True), form)
        assert shown.count("peragaan") == len(ChangeSort) + 1
        assert "peragaan" not in rendered(full("x"), form)


def test_the_law_stands_before_its_questions() -> None:
    review = full("x")
    decision = DecisionToMake("Alasan", "UU 14/2008 Pasal 19", "bunyi", ("Satu?", "Dua?"))
    shown = as_markdown(Review(review.base, (), (), (), (), (decision,), Unchanged()))
    assert "> Alasan. UU 14/2008 Pasal 19: “bunyi”\n\n- [ ] Satu?\n- [ ] Dua?" in shown
