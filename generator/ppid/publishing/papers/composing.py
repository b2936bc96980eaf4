"""Puts values into the texts of `SuratResmi`: the parts of a page become the blocks of a paper."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ppid.core.corpus import Corpus
from ppid.kinds.acuan.surat import BagianLembar, NaskahSurat, SuratResmi, Tabel
from ppid.kinds.badan import Badan
from ppid.kinds.wording import KLASIFIKASI
from ppid.publishing.page_parts import doubt
from ppid.publishing.papers.model import (
    Block,
    PageField,
    Paper,
    PaperSection,
    PaperTable,
    Paragraph,
    Proof,
    Signatures,
    Style,
    Words,
)
from ppid.publishing.papers.places import Values, fill, fill_plain
from ppid.values.numbers import format_bulat


def values_of_body(corpus: Corpus) -> dict[str, str]:
    """Return what a paper may say of the body itself; empty texts where nothing is known.

    An address that is in doubt is left open, to be filled in.
    """
    badan = corpus.get(Badan)
    body, (wilayah, daerah) = (badan.nama, badan.wilayah) if badan else ("", ("", ""))
    return {
        "badan": body,
        "BADAN": body.upper(),
        "alamat": badan.alamat if badan and not doubt(badan.alamat, badan, corpus) else "",
        "wilayah": wilayah,
        "daerah": daerah,
        "atasan": badan.atasan_ppid.jabatan if badan and badan.atasan_ppid else "",
    }


@dataclass(frozen=True, slots=True)
class Composer:
    """Puts what is known of a list, of its rows and of their laws into the texts of a paper."""

    surat: SuratResmi
    values: Values
    rows: Sequence[Values]
    laws: Sequence[Words]

    def paper(
        self, naskah: NaskahSurat, *, about: str, contoh: bool, proof: Proof | None = None
    ) -> Paper:
        """Return a paper; that of a demonstration says so before anything else."""
        sections = [
            PaperSection(tuple(_side_by_side(self._blocks(lembar.isi))), lembar.mendatar)
            for lembar in naskah.lembar
        ]
        if contoh:
            mark = Paragraph(Style.CONTOH, (self.surat.contoh,))
            sections[0] = PaperSection((mark, *sections[0].blocks), sections[0].wide)
        title = fill_plain(naskah.judul, self.values)
        lines = (*self.surat.kaki, *(self.surat.kaki_daftar if proof else ()))
        foot: Values = {
            **self.values,
            "judul": title,
            "halaman": (PageField.PAGE,),
            "banyak_halaman": (PageField.PAGES,),
        }
        return Paper(
            name=naskah.kode,
            title=title,
            annex=naskah.lampiran,
            about=about,
            sections=tuple(sections),
            header=fill(self.surat.kepala_contoh, self.values) if contoh else (),
            footer=tuple(fill(line, foot) for line in lines),
            proof=proof,
            contoh=contoh,
        )

    def _blocks(self, parts: Iterable[BagianLembar]) -> Iterator[Block]:
        for part in parts:
            if part.sisipan:
                yield from self._blocks(self.surat.sisipan_by_kode[part.sisipan])
            if part.tabel:
                yield from self._tables(self.surat.tabel_by_kode[part.tabel])
            label = part.label
            for style, text, values in self._lines(part):
                words = fill(text, values) or ("",)
                yield Paragraph(style, words, part.memenuhi, label)
                label = ""

    def _lines(self, part: BagianLembar) -> Iterator[tuple[Style, str, Values]]:
        """Yield the lines of a part, each with its style and with what fills it."""
        numbered = Style.KONSIDERANS if part.label else Style.BUTIR
        if part.mengingat:
            for number, law in enumerate(self.laws, 1):
                known = {**self.values, "no": str(number), "peraturan": law}
                yield numbered, _numbered(part.mengingat), known
        # All but one of these are empty.
        for style, lines in (
            (Style.KOP, part.kop),
            (Style.JUDUL, part.judul_surat),
            (Style.BAGIAN, part.bagian),
            (Style.TENGAH, part.baris_tengah),
            (Style.ISI, part.alinea),
            (numbered, tuple(map(_numbered, part.butir))),
            (Style.DIKTUM, part.diktum),
            (Style.TANDA_TANGAN_KIRI, part.tanda_tangan_kiri),
            (Style.TANDA_TANGAN, part.tanda_tangan),
            (Style.KETERANGAN, part.keterangan),
        ):
            for line in lines:
                yield style, line, self.values

    def _tables(self, tabel: Tabel) -> Iterator[Block]:
        """Yield a table, or one below a heading for each group; the numbers run on."""
        if tabel.baris_kosong:
            rows: Sequence[Values] = [{} for _ in range(tabel.baris_kosong)]
            yield self._table(tabel, rows, 1, {})
            return
        if not tabel.kelompok:
            yield self._table(tabel, self.rows, 1, {})
        number = 1
        for group in tabel.kelompok:
            rows = [row for row in self.rows if row["klasifikasi"] == group.klasifikasi]
            if rows:
                yield Paragraph(Style.BAGIAN, fill(group.judul, self.values))
                name = KLASIFIKASI[group.klasifikasi].lower()
                about = {"jumlah": format_bulat(len(rows)), "klasifikasi": name}
                yield self._table(tabel, rows, number, about)
                number += len(rows)

    def _table(self, tabel: Tabel, rows: Sequence[Values], first: int, about: Values) -> PaperTable:
        cells = tuple(
            tuple(fill(column.isi, {**row, "no": str(number)}) for column in tabel.kolom)
            for number, row in enumerate(rows, first)
        )
        caption = fill_plain(tabel.judul, {**self.values, **about})
        return PaperTable(caption, tabel.kolom, cells, roomy=bool(tabel.baris_kosong))


def _side_by_side(blocks: Iterable[Block]) -> Iterator[Block]:
    """Join the lines of signatures that follow one another, and the notes below, to one block."""
    found: list[Paragraph] = []
    for block in (*blocks, None):
        style = block.style if isinstance(block, Paragraph) else None
        if isinstance(block, Paragraph) and (
            style in {Style.TANDA_TANGAN, Style.TANDA_TANGAN_KIRI}
            or (style is Style.KETERANGAN and found)
        ):
            found.append(block)
            continue
        if found:
            yield Signatures(
                *(
                    tuple(line for line in found if line.style is wanted)
                    for wanted in (Style.TANDA_TANGAN_KIRI, Style.TANDA_TANGAN, Style.KETERANGAN)
                )
            )
            found = []
        if block is not None:
            yield block


def _numbered(line: str) -> str:
    """Put a tab behind the number of a sentence."""
    return line.replace(" ", "\t", 1)
