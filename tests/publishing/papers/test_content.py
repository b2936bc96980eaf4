"""What papers say: all that the law asks for, in the columns of the annexes; nothing invented."""

import pytest
import yaml

from ppid.core.corpus import Corpus
from ppid.kinds.daftar import DaftarDikecualikan
from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.law import LAW
from ppid.publishing.papers.model import Blank, Paper, PaperTable, Paragraph, Signatures, Words
from ppid.publishing.papers.of_lists import altered_since, papers_of, printed_papers
from ppid.publishing.papers.places import fill


def said(words: Words) -> str:
    return "".join(f"[{word.note}]" if isinstance(word, Blank) else word for word in words)


def paragraphs(paper: Paper) -> list[Paragraph]:
    found: list[Paragraph] = []
    for block in (block for section in paper.sections for block in section.blocks):
        if isinstance(block, Paragraph):
            found.append(block)
        elif isinstance(block, Signatures):
            found += block.lines
    return found


def tables(paper: Paper) -> list[PaperTable]:
    blocks = (block for section in paper.sections for block in section.blocks)
    return [block for block in blocks if isinstance(block, PaperTable)]


def text_of(paper: Paper) -> str:
    cells = (said(cell) for table in tables(paper) for row in table.rows for cell in row)
    return "\n".join([*(said(block.words) for block in paragraphs(paper)), *cells])


def answers(paper: Paper, passage: str) -> list[str]:
    """Return what stands at the places that answer a passage of the law."""
    found = [said(block.words) for block in paragraphs(paper) if passage in block.meets]
    for table in tables(paper):
        for position, column in enumerate(table.columns):
            if passage in column.memenuhi:
                found.extend(said(row[position]) for row in table.rows)
    return found


def letters(*passages: str) -> set[str]:
    """Return the lettered parts of passages of PerKI 1/2021, as they stand in the law on file."""
    content = yaml.safe_load((LAW / "dasar-hukum.yml").read_text("utf-8"))
    (law,) = (law for law in content["peraturan"] if law["kode"] == "PerKI 1/2021")
    begins = tuple(f"{passage} huruf " for passage in passages)
    return {k["rujukan"] for k in law["kutipan"] if k["rujukan"].startswith(begins)}


ASKED = {
    "Pasal 49 ayat (6) huruf a": "Sekretaris Daerah Kota Kecil",
    "Pasal 49 ayat (6) huruf b": "Pemerintah Kota Kecil",
    "Pasal 49 ayat (6) huruf c": "Hasil penilaian kompetensi perorangan pegawai (seluruhnya)",
    "Pasal 49 ayat (6) huruf d": "UU 14/2008 Pasal 17 huruf h angka 4",
    "Pasal 49 ayat (6) huruf e": "5 tahun, mulai 10 Februari 2020",
    "Pasal 49 ayat (6) huruf f": "pada tanggal 15 Februari 2021",
    "Pasal 49 ayat (7) huruf a": "UU 14/2008 Pasal 17 huruf h angka 4",
    "Pasal 49 ayat (7) huruf b": "Kelemahan seseorang dipakai",
}
"""Each thing that a decision must hold, with what the town's decision of 2021 says there."""


def test_the_table_above_is_what_the_law_asks_for() -> None:
    assert set(ASKED) == letters("Pasal 49 ayat (6)", "Pasal 49 ayat (7)")


@pytest.mark.parametrize("passage", ASKED)
def test_a_decision_holds_what_the_law_asks_for(passage: str, dik: dict[str, Paper]) -> None:
    found = answers(dik["keputusan-pengecualian"], passage)
    assert any(ASKED[passage] in answer for answer in found), found


@pytest.mark.parametrize("passage", ASKED)
def test_a_copy_without_it_leaves_a_place_or_says_it(
    passage: str, salinan: dict[str, Paper]
) -> None:
    found = answers(salinan["keputusan-pengecualian"], passage)
    assert found
    assert all(answer.strip() for answer in found)


def test_both_sides_of_the_consequences_stand_in_the_decision(dik: dict[str, Paper]) -> None:
    text = text_of(dik["keputusan-pengecualian"])
    assert "Peserta lain dapat menyesuaikan penawaran" in text
    assert "Penawaran disusun menurut kemampuan tiap peserta." in text


def test_a_list_of_public_information_has_the_columns_of_the_law(dip: Paper) -> None:
    asked = letters("Pasal 21 ayat (2)")
    assert {passage for column in tables(dip)[0].columns for passage in column.memenuhi} == asked
    for passage in asked:
        assert all(answers(dip, passage))


WEIGHING = "Konsekuensi/Pertimbangan Bagi Publik"
HEADINGS = {
    "lembar-pengujian": [
        ("Informasi yang akan Dikecualikan",),
        ("Dasar Hukum Pengecualian Informasi",),
        (WEIGHING, "Dibuka"),
        (WEIGHING, "Ditutup"),
        ("Jangka Waktu",),
    ],
    "keputusan-pengecualian": [
        ("No",),
        ("Informasi yang Dikecualikan",),
        ("Alasan Pengecualian", "Undang-Undang yang Dijadikan Dasar"),
        ("Alasan Pengecualian", "Analisis Konsekuensi", "Dibuka"),
        ("Alasan Pengecualian", "Analisis Konsekuensi", "Ditutup"),
        ("Jangka Waktu Pengecualian",),
    ],
    "lembar-pengubahan": [
        ("Informasi yang Dikecualikan",),
        ("Dasar Hukum Pengecualian", "Semula"),
        ("Dasar Hukum Pengecualian", "Pengubahan"),
        ("Konsekuensi", "Pertimbangan Sebelumnya", "Dibuka"),
        ("Konsekuensi", "Pertimbangan Sebelumnya", "Ditutup"),
        ("Konsekuensi", "Pertimbangan Pengubahan", "Ditutup"),
        ("Jangka Waktu",),
    ],
}


@pytest.mark.parametrize("name", HEADINGS)
def test_columns_are_those_of_the_annex(name: str, dik: dict[str, Paper]) -> None:
    assert [column.judul for column in tables(dik[name])[0].columns] == HEADINGS[name]


def test_those_who_tested_sign_by_hand(dik: dict[str, Paper]) -> None:
    for name in ("lembar-pengujian", "lembar-pengubahan"):
        signed = tables(dik[name])[1]
        assert [column.judul[0] for column in signed.columns] == [
            *("No", "Nama", "Jabatan", "Unit Kerja", "TTD")
        ]
        assert [said(row[0]) for row in signed.rows] == ["1", "2", "3", "4", "5"]
        assert not any(said(cell) for row in signed.rows for cell in row[1:])


def test_headings_cover_every_column_once(dik: dict[str, Paper], dip: Paper) -> None:
    for table in (each for paper in (*dik.values(), dip) for each in tables(paper)):
        head = table.head
        covered = [
            (level + down, cell.column + right)
            for level, row in enumerate(head)
            for cell in row
            for down in range(cell.rows)
            for right in range(cell.columns)
        ]
        places = [(r, c) for r in range(len(head)) for c in range(len(table.columns))]
        assert sorted(covered) == places


def test_what_is_not_in_the_data_is_left_open(salinan: dict[str, Paper]) -> None:
    paper = salinan["lembar-pengujian"]
    assert {"hari pengujian", "tanggal pengujian", "tempat pengujian"} <= set(paper.blanks)
    assert "undang-undang yang menjadi dasar" in paper.blanks
    assert "[pertimbangan bila ditutup]" in text_of(paper)


def test_no_paper_names_who_signs(dik: dict[str, Paper]) -> None:
    assert len(dik) == 4
    for paper in dik.values():
        assert any("tanda tangan dan nama" in note for note in paper.blanks)


def test_a_place_is_filled_or_left_open_or_always_open() -> None:
    text = "Di {tempat|tempat}, {hari}: {|nama}."
    assert fill(text, {"tempat": "Kota", "hari": ""}) == ("Di Kota, : ", Blank("nama"), ".")
    assert fill(text, {"hari": ("Senin ", Blank("jam"))}) == (
        *("Di ", Blank("tempat"), ", Senin ", Blank("jam"), ": "),
        *(Blank("nama"), "."),
    )
    assert fill("{a}{b}", {"a": "{b}", "b": "x"}) == ("{b}x",)  # what is filled in stays as it is
    assert fill("", {}) == ()


def test_a_demonstration_says_so_first(dip: Paper, dik: dict[str, Paper]) -> None:
    assert dip.contoh
    assert said(paragraphs(dip)[0].words).startswith("CONTOH")
    assert not any("CONTOH" in text_of(paper) for paper in dik.values())


def test_a_faithful_copy_is_not_taken_for_the_decision(salinan: dict[str, Paper]) -> None:
    assert all("bukan naskah aslinya" in text_of(paper) for paper in salinan.values())


def test_a_change_of_status_is_told_from_the_lists(corpus: Corpus, dik: dict[str, Paper]) -> None:
    daftar = corpus.get(DaftarDikecualikan, "setda", 2021)
    assert daftar is not None
    slugs = {each.row.id.slug: each for each in altered_since(daftar, corpus)}
    assert set(slugs) == {"set-nilai-pegawai", "set-sidik-internal", "set-tanpa-dasar"}
    assert slugs["set-nilai-pegawai"].before["jangka_waktu"] == "1 tahun"
    assert slugs["set-sidik-internal"].after is None
    text = text_of(dik["lembar-pengubahan"])
    assert "Semula: 1 tahun. Menjadi: 5 tahun" in text


def test_lists_without_change_or_rows_have_no_such_papers(corpus: Corpus) -> None:
    first = corpus.get(DaftarDikecualikan, "setda", 2020)
    assert first is not None
    names = [printed.paper.name for printed in printed_papers(first, corpus)]
    assert names == ["lembar-pengujian", "keputusan-pengecualian"]
    nihil = corpus.get(DaftarDikecualikan, "kecamatan-tepi-danau", 2021)
    assert nihil is not None
    assert papers_of(nihil, corpus) == ()


def test_every_row_stands_in_the_papers(corpus: Corpus, dik: dict[str, Paper]) -> None:
    rows = corpus.in_list(InformasiDikecualikan, "setda", 2021)
    for name in ("lembar-pengujian", "keputusan-pengecualian"):
        text = text_of(dik[name])
        assert all(row.informasi in text and row.dasar_hukum in text for row in rows)


def test_laws_are_named_in_full_and_in_order(dik: dict[str, Paper]) -> None:
    text = text_of(dik["keputusan-pengecualian"])
    places = [
        text.index(law)
        for law in (
            "1.\tUndang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik",
            "2.\tUndang-Undang Nomor 43 Tahun 2009",
            "3.\tPeraturan Pemerintah Nomor 61 Tahun 2010",
            "4.\tPeraturan Komisi Informasi Nomor 1 Tahun 2021",
        )
    ]
    assert places == sorted(places)
