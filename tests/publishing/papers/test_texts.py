"""The texts of papers: what they quote stands in the law, and what they may use is known."""

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from ppid.checking.check import load_and_check
from ppid.checking.load import load
from ppid.kinds.acuan.surat import (
    ISIAN_BARIS,
    ISIAN_DAFTAR,
    ISIAN_KAKI,
    SuratResmi,
    surat_for,
    texts_of,
)
from ppid.kinds.daftar import DaftarDikecualikan, DaftarPublik
from ppid.law import LAW
from ppid.publishing.papers import composing, laws, of_lists, places
from ppid.publishing.papers.model import Words
from tests.conftest import TOWN

ROOT = Path(__file__).parents[3]
LAWS = ROOT.parent / "shared" / "hukum"
GUIDES = ROOT / "generator" / "ppid" / "guide" / "panduan"
QUOTED = {
    "uu-14-2008.txt": (
        "wajib melakukan pengujian tentang konsekuensi",
        "dengan saksama dan penuh ketelitian sebelum menyatakan Informasi Publik tertentu",
    ),
    "perki-1-2021.txt": (
        "Informasi Publik yang dikecualikan melalui pengujian konsekuensi ditetapkan dalam bentuk",
        "surat keputusan pengecualian Informasi",
        "dilakukan berdasarkan pengujian konsekuensi dan persetujuan dari pimpinan Badan Publik",
        "ditetapkan dalam bentuk surat keputusan",
        "menolak Permintaan Informasi Publik dengan menyampaikan pertimbangan secara tertulis",
        "Informasi Publik yang dimohon termasuk Informasi yang dikecualikan atau rahasia, dengan",
        "ditolak, PPID wajib menyampaikan pemberitahuan secara tertulis dengan mencantumkan alasan",
        "yang merupakan bagian yang tidak terpisahkan dari",
    ),
}
"""What the papers say in the words of the law."""
DAY = date(2026, 1, 1)


@cache
def texts() -> str:
    surat = surat_for(DAY, load(TOWN, DAY).corpus)
    assert isinstance(surat, SuratResmi)
    return "\n".join(text for _, text in texts_of(surat))


@pytest.mark.parametrize("law", QUOTED)
def test_what_papers_quote_stands_in_the_law(law: str) -> None:
    path = LAWS / law
    if not path.is_file():
        pytest.skip("naskah peraturan tidak ada di sebelah proyek")
    inside = " ".join(path.read_text("utf-8").split())
    said = texts()
    for quote in QUOTED[law]:
        assert quote in said
        assert quote in inside


def test_every_passage_that_a_paper_answers_is_one_of_the_law() -> None:
    named = set(re.findall(r"^Pasal \d+ ayat \(\d+\) huruf [a-z]$", texts(), re.MULTILINE))
    assert named == {
        *(f"Pasal 21 ayat (2) huruf {letter}" for letter in "abcdefg"),
        *(f"Pasal 29 ayat (5) huruf {letter}" for letter in "abcdefghij"),
        *(f"Pasal 41 ayat (5) huruf {letter}" for letter in "abcdefgh"),
        *(f"Pasal 32 ayat (1) huruf {letter}" for letter in "abcdefghijklmno"),
        *(f"Pasal 43 ayat (2) huruf {letter}" for letter in "abcdefghi"),
        *(f"Pasal 44 ayat (2) huruf {letter}" for letter in "abc"),
        "Pasal 10 ayat (2) huruf f",
        *(f"Pasal 49 ayat (6) huruf {letter}" for letter in "abcdef"),
        *(f"Pasal 49 ayat (7) huruf {letter}" for letter in "ab"),
    }


def test_the_guide_of_keepers_explains_every_place_and_that_of_clerks_none() -> None:
    guide = (GUIDES / "pengelola" / "naskah-surat.md").read_text("utf-8")
    assert "`{" not in (GUIDES / "surat-resmi.md").read_text("utf-8")
    for name, meaning in {**ISIAN_DAFTAR, **ISIAN_BARIS, **ISIAN_KAKI}.items():
        assert f"| `{{{name}}}` | {meaning} |" in guide


def test_a_body_may_word_its_papers_in_its_own_way(proyek: Path) -> None:
    text = (LAW / "surat-resmi" / "perki-1-2021.yml").read_text("utf-8")
    ours = text.replace("Penetapan ini mulai berlaku", "Keputusan ini mulai berlaku")
    later = ours.replace("mulai: 2021-06-30", "mulai: 2022-01-01")
    folder = proyek / "data" / "acuan" / "surat-resmi"
    folder.mkdir(parents=True)
    assert "Keputusan ini" not in decision(proyek)
    (folder / "nanti.yml").write_text(later, "utf-8")
    assert "Keputusan ini" not in decision(proyek)
    (folder / "kota.yml").write_text(ours, "utf-8")
    assert "Keputusan ini mulai berlaku" in decision(proyek)


def decision(project: Path) -> str:
    """Return the decision of a list of the town, checked without errors on the way."""
    checked = load_and_check(project, date(2021, 12, 31))
    assert not [f for f in checked.findings if "surat-resmi" in f.span.path]
    daftar = checked.corpus.get(DaftarDikecualikan, "setda", 2021)
    assert daftar is not None
    papers = {paper.name: paper for paper in of_lists.papers_of(daftar, checked.corpus)}
    return str(papers["keputusan-pengecualian"].sections)


def test_every_place_is_filled_by_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """Record every name that is offered while the papers of a real list are made."""
    offered: set[str] = set()
    fill, fill_plain = places.fill, places.fill_plain

    def recording(text: str, values: places.Values) -> Words:
        offered.update(values)
        return fill(text, values)

    def recording_plain(text: str, values: places.Values) -> str:
        offered.update(values)
        return fill_plain(text, values)

    for module in (composing, laws, of_lists):
        monkeypatch.setattr(module, "fill", recording)
    for module in (composing, of_lists):
        monkeypatch.setattr(module, "fill_plain", recording_plain)
    corpus = load(TOWN, DAY).corpus
    lists = [*corpus.of(DaftarPublik), *corpus.of(DaftarDikecualikan)]
    for daftar in lists:
        of_lists.papers_of(daftar, corpus)
    assert corpus.of(DaftarDikecualikan)
    assert {*ISIAN_DAFTAR, *ISIAN_BARIS, *ISIAN_KAKI} <= offered
