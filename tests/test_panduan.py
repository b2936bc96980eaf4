"""The guides for clerks: pictures, words, links, and what they quote from the law."""

import re
import shlex
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import click
import pytest
import yaml
from openpyxl import load_workbook

import ppid.guide
from ppid.assessing.questionnaire import UNKNOWN_WEIGHT, UNMAPPED
from ppid.cli.main import ppid as commands
from ppid.handing_in.earlier_answer import SHEET
from ppid.handing_in.reply.workbook import reply
from ppid.handing_in.template.form import CHECK, GUIDE, NOTE, REFERENCE
from ppid.handing_in.worksheet.form import FINDING, MARK, OBJECTIONS
from ppid.handing_in.worksheet.form import NOTE as MARK_NOTE
from ppid.kinds.pemantauan.penugasan import Penugasan
from ppid.kinds.sanggahan import Sanggahan
from ppid.publishing.exports.kuesioner import COLUMNS
from ppid.publishing.pages.periksa import TITLE as CHECKER_TITLE
from tests.browser.gambar_panduan import FOLDER, PICTURES
from tests.conftest import ROOT, TOWN
from tests.handing_in.reply.handed import CLASH, QUESTION, intake, workbook

GUIDES = Path(ppid.guide.__file__).parent / "panduan"
NAMES = (
    "memeriksa-berkas.md",
    "daftar-pertama.md",
    "memperbaiki.md",
    "nihil.md",
    "membuka-kembali.md",
    "yang-dilihat-peninjau.md",
)
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
# Words of which the glossary keeps another; see also `tests/test_kosakata.py`.
BANNED = re.compile(
    r"walikota|praktek|aktifitas|dikecualikanan|\bSKPD\b|\berror\b|\bfile\b|klik disini"
    r"|merge|commit|pull request|\bharus Anda\b|Anda harus",
    re.IGNORECASE,
)
LONGEST_SENTENCE = 25


def text_of(name: str) -> str:
    return (GUIDES / name).read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_every_picture_is_made_by_the_script_and_described(name: str):
    found = PICTURE.findall(text_of(name))
    assert found
    for alt, path in found:
        assert len(alt) > 20
        assert alt.endswith(".")
        assert Path(path).name in PICTURES
        assert (GUIDES / path).is_file()


def test_every_picture_is_used_and_small():
    used = {Path(path).name for name in NAMES for _, path in PICTURE.findall(text_of(name))}
    assert used == set(PICTURES) == {path.name for path in FOLDER.iterdir()}
    assert all(path.stat().st_size <= 60_000 for path in FOLDER.iterdir())


@pytest.mark.parametrize("name", NAMES)
def test_guides_use_the_words_of_the_glossary(name: str):
    assert not BANNED.findall(text_of(name))


@pytest.mark.parametrize("name", NAMES)
def test_sentences_are_short(name: str):
    prose = re.sub(r"(?m)^[>|!#`].*$|\(.*?\)", "", text_of(name))
    for paragraph in re.split(r"\n\s*\n|\n(?=\d+\. |- )", prose):
        for sentence in re.split(r"(?<=[.?!:;])[”\s]", " ".join(paragraph.split())):
            assert len(sentence.split()) <= LONGEST_SENTENCE, sentence


@pytest.mark.parametrize("name", NAMES)
def test_every_guide_says_what_to_do_if_it_fails_and_is_listed(name: str):
    assert "## Bila tidak berhasil" in text_of(name)
    assert f"({name})" in text_of("index.md")


def test_guides_name_sheets_and_columns_as_the_program_does():
    first = text_of("daftar-pertama.md") + text_of("membuka-kembali.md")
    assert all(f"“{name}”" in first for name in (GUIDE, REFERENCE, CHECK, NOTE))
    out = load_workbook(BytesIO(reply("d.xlsx", workbook(), intake(questions=(QUESTION, CLASH)))))
    told = text_of("memperbaiki.md")
    assert all(name in told for name in out.sheetnames if name.startswith(SHEET))
    for level in ("Galat", "Pertanyaan", "Peringatan", "Saran"):
        assert f"| {level} |" in told
    heads = {cell.value for cell in out[SHEET][4]}
    assert {"Sel", "Cara memperbaiki", "Apa yang salah"} <= heads


CLERKS = re.findall(r"\]\((\S+\.md)\)", text_of("index.md").partition("Untuk PPID Utama")[0])
"""The guides that the index gives to clerks, above those of reviewers and keepers."""
_MACHINE = re.compile(
    r"\bdata/|\.ya?ml\b|-->|\b[a-z]+_[a-z]+\b|\bkolom [0-9]|artefak|\.venv|`ppid ",
    re.IGNORECASE,
)


@pytest.mark.parametrize("name", CLERKS)
def test_guides_of_clerks_name_no_part_of_the_machine(name: str):
    """Names of forms of forges, which are pressed as they are called, are no parts of ours."""
    told, _, _ = text_of(name).partition("## Untuk pengelola")
    assert _MACHINE.findall(told) == []


def test_the_index_has_guides_for_clerks():
    assert {"daftar-pertama.md", "menyerahkan-daftar.md", "memeriksa-berkas.md"} <= {*CLERKS}
    assert len(CLERKS) >= 7


DECISIONS = sorted((GUIDES / "keputusan").glob("*.md"))
_PATH = re.compile(r"`(?:python )?([a-z_]+/[^`\s]*)`")
_OF_THE_SITE = ("api/", "feed/", "unduhan/")


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_decisions_name_folders_and_files_that_are_there(path: Path):
    """A name is from the top, from the program, from the look of the site, or of a body's data."""
    tops = (ROOT, ROOT / "generator/ppid", ROOT / "theme_overrides", TOWN)
    named = _PATH.findall(path.read_text("utf-8"))
    ours = [name for name in named if not name.startswith(_OF_THE_SITE)]
    assert [name for name in ours if not any([*top.glob(name)] for top in tops)] == []


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_decisions_speak_as_the_makers_and_call_a_disk_a_disk(path: Path):
    other = re.compile(r"\b(?:kita|cakram|tembolok)\b", re.IGNORECASE)
    assert other.findall(path.read_text("utf-8")) == []


ROUND = "putaran-pemantauan.md"


def test_the_guide_of_a_round_names_commands_sheets_and_columns_as_the_program_does():
    told = text_of(ROUND)
    typed = re.findall(r"(?m)^ppid (.+)$", told)
    assert {line.split()[0] for line in typed} == {
        *("baru", "kertas-kerja", "terima-kertas", "kertas-sanggahan", "bukti")
    }
    for line in typed:
        name, *rest = shlex.split(line)
        command = commands.get_command(click.Context(commands), name)
        assert command is not None
        known = {option for each in command.params for option in each.opts}
        assert {word for word in rest if word.startswith("--")} <= known, line
    for name in (MARK, MARK_NOTE, OBJECTIONS, FINDING, "Petunjuk", "Ringkasan", "Kewajiban"):
        assert f"“{name}”" in told, name
    assert all(heading in told for heading in COLUMNS if heading != "KETERANGAN")
    assert f"“{CHECKER_TITLE}”" in told
    assert UNKNOWN_WEIGHT.capitalize() in told
    assert f"| {UNMAPPED} |" in told


def test_the_examples_of_the_guide_of_a_round_are_data():
    assigned, answered = re.findall(r"```yaml\n(.*?)```", text_of(ROUND), re.DOTALL)
    assert len(Penugasan.model_validate(yaml.safe_load(assigned)).pemantau) == 2
    (entry,) = yaml.safe_load(answered)["sanggahan"]
    assert Sanggahan.model_validate(entry).keadaan == "tidak-diterima"


@pytest.mark.parametrize(
    "check", [test_guides_use_the_words_of_the_glossary, test_sentences_are_short]
)
def test_the_guide_of_a_round_is_written_as_the_others(check: Callable[[str], None]):
    check(ROUND)
    assert "## Bila tidak berhasil" in text_of(ROUND)
    assert f"({ROUND})" in text_of("index.md")
