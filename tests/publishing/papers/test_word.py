"""Papers as .docx: what Word and readers of screens need, inert text, and bytes that never vary."""

import re
from dataclasses import replace
from importlib import resources
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as DocumentType
from docx.oxml.ns import qn
from docx.oxml.table import CT_Tbl
from docx.oxml.xmlchemy import BaseOxmlElement
from pypdf import PdfReader

from ppid.publishing.papers import word
from ppid.publishing.papers.model import (
    Blank,
    Block,
    Paper,
    PaperSection,
    PaperTable,
    Paragraph,
    Signatures,
    Style,
)
from ppid.publishing.papers.word import bookmark_of, docx_of
from tests.growth import Work, assert_even
from tests.office import Office

EXAMPLE = "CONTOH – data peragaan, bukan surat resmi"
SKELETON = resources.files(word.__package__).joinpath("kerangka.docx").read_bytes()
HOSTILE = (
    "</w:t></w:r><w:fldSimple w:instr='INCLUDETEXT \"/etc/passwd\"'/>",
    '{ INCLUDEPICTURE "http://contoh.invalid/x" }',
    '=HYPERLINK("http://contoh.invalid")',
    "nol\x00 lonceng\x07 balik\u202e nonaksara\ufffe pengganti\ud800",
    "<script>alert(1)</script> & ]]> --> {{ 7*7 }}",
)


def opened(paper: Paper) -> DocumentType:
    return Document(BytesIO(docx_of(paper)))


def tables_of(document: DocumentType) -> list[CT_Tbl]:
    """Return the tables that hold something; signatures stand in one without a caption."""
    found = document.element.body.iter(qn("w:tbl"))
    return [table for table in found if table.tblPr.find(qn("w:tblCaption")) is not None]


def parts(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def with_cell(paper: Paper, text: str) -> Paper:
    """Put a text into the first cell of every table of a paper."""
    sections = []
    for section in paper.sections:
        blocks = [
            replace(block, rows=(((text,), *block.rows[0][1:]), *block.rows[1:]))
            if isinstance(block, PaperTable)
            else block
            for block in section.blocks
        ]
        sections.append(PaperSection(tuple(blocks), section.wide))
    return replace(paper, sections=tuple(sections))


def test_the_same_paper_gives_the_same_bytes(dik: dict[str, Paper]) -> None:
    for paper in dik.values():
        assert docx_of(paper) == docx_of(paper)


def test_neither_clock_nor_author_is_inside(dik: dict[str, Paper]) -> None:
    content = docx_of(dik["keputusan-pengecualian"])
    with ZipFile(BytesIO(content)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    core = parts(content)["docProps/core.xml"].decode()
    assert "creator" not in core
    assert "created" not in core
    assert "lastModifiedBy" not in core
    assert "Surat keputusan pengecualian informasi 2021" in core


def test_heading_rows_repeat_and_no_row_is_split(dik: dict[str, Paper]) -> None:
    for paper in dik.values():
        for table in tables_of(opened(paper)):
            rows = table.tr_lst
            heads = [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows]
            assert heads[0]
            assert heads == sorted(heads, reverse=True)
            assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)


def test_tables_say_what_they_hold(dik: dict[str, Paper]) -> None:
    tables = tables_of(opened(dik["keputusan-pengecualian"]))
    assert [t.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) for t in tables] == [
        "Informasi yang dikecualikan, dikuasai Sekretariat Daerah"
    ]


def test_a_signature_stays_whole_and_with_what_stands_before_it(
    dik: dict[str, Paper], dip: Paper
) -> None:
    for paper in (*dik.values(), dip):
        body = opened(paper).element.body
        blocks = [t for t in body.iter(qn("w:tbl")) if t.tblPr.find(qn("w:tblCaption")) is None]
        assert blocks
        for block in blocks:
            assert all(
                row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in block.tr_lst
            )
            for row in block.tr_lst[:-1]:  # the notes stay with the names above them
                assert all(keeps_next(p) for p in row.iter(qn("w:p")))
            before = block.getprevious()
            assert keeps_next(before)
            table = before.getprevious()
            if table.tag == qn("w:tbl"):
                assert all(keeps_next(p) for p in table.tr_lst[-1].iter(qn("w:p")))


def keeps_next(paragraph: BaseOxmlElement) -> bool:
    return paragraph.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None


def test_labels_colons_and_numbers_stand_in_columns(dik: dict[str, Paper]) -> None:
    said = [p.text for p in opened(dik["keputusan-pengecualian"]).paragraphs]
    for label in ("Menimbang\t:\ta.\tbahwa", "Mengingat\t:\t1.\tUndang", "Memperhatikan\t:\t1.\t"):
        assert sum(line.startswith(label) for line in said) == 1
    assert "Menetapkan\t:\tKLASIFIKASI INFORMASI YANG DIKECUALIKAN." in said
    assert any(line.startswith("\t\tb.\tbahwa") for line in said)
    assert any(line.startswith("PERTAMA\t:\t4 informasi") for line in said)


def test_wide_tables_lie_on_a4(dik: dict[str, Paper]) -> None:
    first, annex = opened(dik["keputusan-pengecualian"]).sections
    assert (round(first.page_width.mm), round(first.page_height.mm)) == (210, 297)
    assert (round(annex.page_width.mm), round(annex.page_height.mm)) == (297, 210)


def test_columns_fill_the_width_of_the_text(dik: dict[str, Paper]) -> None:
    document = opened(dik["keputusan-pengecualian"])
    widths = [int(c.get(qn("w:w"))) for c in tables_of(document)[0].tblGrid]
    assert len(widths) == 6
    assert 0 <= 14570 - sum(widths) < 20


def test_headings_are_headings(dik: dict[str, Paper]) -> None:
    styles = [p.style.name for p in opened(dik["keputusan-pengecualian"]).paragraphs]
    assert next(style for style in styles if style != "kop") == "Heading 1"
    assert styles.count("Heading 1") == 2
    assert styles.count("judul") == 6


def test_language_and_page_numbers(dip: Paper) -> None:
    found = parts(docx_of(dip))
    assert b'w:lang w:val="id-ID"' in found["word/styles.xml"]
    foot = found["word/footer1.xml"].decode()
    assert re.findall(r"<w:instrText>(\w+)</w:instrText>", foot) == ["PAGE", "NUMPAGES"]
    assert "Halaman " in foot
    assert " dari " in foot
    assert dip.proof is not None
    assert f"Kode isi daftar: {dip.proof.code}" in foot


def test_a_demonstration_is_marked_on_every_page(dip: Paper, dik: dict[str, Paper]) -> None:
    assert EXAMPLE in parts(docx_of(dip))["word/header1.xml"].decode()
    official = parts(docx_of(dik["keputusan-pengecualian"]))
    assert not any(b"CONTOH" in content for content in official.values())


def test_the_places_that_the_law_asks_for_carry_its_name(dik: dict[str, Paper]) -> None:
    content = parts(docx_of(dik["keputusan-pengecualian"]))["word/document.xml"].decode()
    names = re.findall(r'<w:bookmarkStart w:id="\d+" w:name="([^"]+)"', content)
    assert len(names) == len(set(names))
    assert {bookmark_of(f"Pasal 49 ayat (6) huruf {letter}") for letter in "abcdef"} <= set(names)
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", name) for name in names)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str, dik: dict[str, Paper]) -> None:
    plain = parts(docx_of(dik["lembar-pengujian"]))
    found = parts(docx_of(with_cell(dik["lembar-pengujian"], text)))
    assert found.keys() == plain.keys()
    body = found["word/document.xml"]
    for tag in (b"<w:fldSimple", b"<w:instrText", b"<w:hyperlink", b"<script"):
        assert tag not in body
    cell = Document(BytesIO(docx_of(with_cell(dik["lembar-pengujian"], text)))).tables[0].cell(2, 0)
    assert cell.text.isprintable()
    assert cell.text[:3] == text[:3]


def test_lines_of_a_cell_stay_lines(dik: dict[str, Paper]) -> None:
    document = opened(with_cell(dik["lembar-pengujian"], "satu\ndua"))
    assert document.tables[0].cell(2, 0).text == "satu\ndua"


def test_a_long_list_is_written_in_time_that_grows_with_it(dik: dict[str, Paper]) -> None:
    paper = dik["keputusan-pengecualian"]
    annex = paper.sections[1]
    grid = next(block for block in annex.blocks if isinstance(block, PaperTable))

    def prepare(times: int) -> Work[bytes]:
        long = replace(grid, rows=tuple(grid.rows) * times)
        blocks = tuple(long if block is grid else block for block in annex.blocks)
        sections = (paper.sections[0], PaperSection(blocks, wide=True))
        return lambda: docx_of(replace(paper, sections=sections))

    content = assert_even(prepare, 125)
    assert len(tables_of(Document(BytesIO(content)))[0].tr_lst) == 2003


def test_the_skeleton_has_every_style_and_nobody_wrote_it() -> None:
    document = Document(BytesIO(SKELETON))
    own = {style for style in Style if style not in {Style.BAGIAN, Style.TANDA_TANGAN_KIRI}}
    others = {word.HEADING, word.PART, word.TABLE, word.BLANK, word.CELL, word.HEAD_CELL, "Header"}
    assert {*own, *others} <= {style.style_id for style in document.styles}
    assert len(document.paragraphs) > 8  # a sample of each, for who gives them another look
    assert not document.core_properties.author


def test_a_skeleton_saved_by_another_program_does_as_well(
    dik: dict[str, Paper], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """python-docx keeps names and relations as Word does, and adds parts of its own."""
    plain = docx_of(dik["keputusan-pengecualian"])
    document = Document(
        BytesIO(resources.files(word.__package__).joinpath("kerangka.docx").read_bytes())
    )
    document.styles["isi"].font.name = "Georgia"
    document.save(tmp_path / "kerangka.docx")
    monkeypatch.setattr(word.resources, "files", lambda _: tmp_path)
    word._skeleton.cache_clear()  # noqa: SLF001 — read once for a process
    try:
        changed = docx_of(dik["keputusan-pengecualian"])
    finally:
        monkeypatch.undo()
        word._skeleton.cache_clear()  # noqa: SLF001
    assert Document(BytesIO(changed)).styles["isi"].font.name == "Georgia"
    before, after = (Document(BytesIO(content)).paragraphs for content in (plain, changed))
    assert [p.text for p in before] == [p.text for p in after]


def with_rows(paper: Paper, count: int) -> Paper:
    """Return a paper whose first table has so many rows, and a letter a longer text before it."""
    sections = []
    for section in paper.sections:
        blocks: list[Block] = []
        for block in section.blocks:
            if isinstance(block, PaperTable) and not block.roomy:
                blocks.append(replace(block, rows=(tuple(block.rows) * count)[:count]))
            elif isinstance(block, Paragraph) and block.label == "Mengingat":
                blocks += [block] * count
            else:
                blocks.append(block)
        sections.append(PaperSection(tuple(blocks), section.wide))
    return replace(paper, sections=tuple(sections))


@pytest.mark.long
def test_an_office_program_prints_it_and_splits_no_signature(
    office: Office, dik: dict[str, Paper], dip: Paper, tmp_path: Path
) -> None:
    """Papers of many lengths, so that a page ends at every place of a signature."""
    several = {f"{p.name}-0": p for p in (*dik.values(), dip)}
    for name, paper in dik.items():
        several.update({f"{name}-{n}": with_rows(paper, n) for n in range(1, 10)})
    for name, paper in several.items():
        (tmp_path / f"{name}.docx").write_bytes(docx_of(paper))
    office.save_as("pdf", sorted(tmp_path.glob("*.docx")), tmp_path)
    for name, paper in several.items():
        pages = PdfReader(tmp_path / f"{name}.pdf").pages
        texts = [" ".join(page.extract_text().split()) for page in pages]
        for number, text in enumerate(texts, 1):
            assert f"Halaman {number} dari {len(texts)}" in text
            assert (EXAMPLE in text) == paper.contoh
        for blank in paper.blanks:
            assert blank.split()[-1] in " ".join(texts)
        expected = sum(isinstance(b, Signatures) for s in paper.sections for b in s.blocks)
        signed = [text for text in texts if SIGNED in text]
        assert len(signed) == expected
        assert not [text for text in signed if not signature_is_whole(text)], name


SIGNED = "[tanda tangan dan nama p"
SIGNATURE_BEGINS = ("Ditetapkan di", "Menyetujui,")
LINES_BEFORE = 60
"""How many letters of other text stand on the page of a signature at least; a row has more."""


def signature_is_whole(text: str) -> bool:
    """Tell whether a page holds a signature from its first line, with text before it."""
    begins = [text.find(words) for words in SIGNATURE_BEGINS if words in text]
    return bool(begins) and LINES_BEFORE < min(begins) < text.find(SIGNED)


def test_a_place_to_fill_in_is_seen(dik: dict[str, Paper]) -> None:
    text = "\n".join(p.text for p in opened(dik["lembar-pengujian"]).paragraphs)
    assert "…………………… [tempat pengujian]" in text
    assert Blank("tempat pengujian").note in dik["lembar-pengujian"].blanks
