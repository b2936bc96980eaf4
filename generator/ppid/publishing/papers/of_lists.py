"""The papers of lists: the texts of `SuratResmi`, filled with what the lists say.

What the data does not know is left open as a `Blank`; the names of people are never taken from it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from ppid.core.corpus import Corpus
from ppid.core.page import Export
from ppid.diagnostics.places import RecordId
from ppid.history.changes import Change, ChangeKind, changes_of
from ppid.kinds import url_of
from ppid.kinds.acuan.peraturan import Peraturan, slug_of
from ppid.kinds.acuan.surat import PLACE, BagianLembar, NaskahSurat, SuratResmi, Tabel, surat_for
from ppid.kinds.badan import Badan
from ppid.kinds.daftar import Daftar, DaftarDikecualikan, DaftarPublik, Penetapan, UjiKonsekuensi
from ppid.kinds.dik.model import InformasiDikecualikan, periode_of
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.rows import Row, rows_of
from ppid.kinds.wording import DAFTAR, HARI, JENIS_REGULASI, KLASIFIKASI
from ppid.publishing.papers.fingerprint import proof_of
from ppid.publishing.papers.model import (
    Blank,
    Block,
    PageField,
    Paper,
    PaperSection,
    PaperTable,
    Paragraph,
    Proof,
    Style,
    Words,
)
from ppid.publishing.papers.word import docx_of
from ppid.values.citations import read_citations
from ppid.values.dates import format_tanggal, format_waktu, read_waktu
from ppid.values.numbers import format_bulat

Values = Mapping[str, str | Words]
"""What is put into the places of a text; an empty value leaves its place open."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A paper with its file and the address of its page for printing."""

    paper: Paper
    export: Export
    page_url: str


def printed_papers(corpus: Corpus) -> Mapping[RecordId, tuple[Printed, ...]]:
    """Return the papers of all lists with their files; lists without papers have no entry."""
    lists: list[Daftar] = [*corpus.of(DaftarPublik), *corpus.of(DaftarDikecualikan)]
    made = {daftar.id: (daftar, papers_of(daftar, corpus)) for daftar in lists}
    return {
        list_id: tuple(_printed(daftar, paper) for paper in papers)
        for list_id, (daftar, papers) in made.items()
        if papers
    }


def _printed(daftar: Daftar, paper: Paper) -> Printed:
    place = url_of(daftar.id)
    export = Export(f"{place}{file_name(daftar, paper)}", docx_of(paper))
    return Printed(paper, export, f"{place}cetak/{paper.name}/")


def file_name(daftar: Daftar, paper: Paper) -> str:
    """Name the file of a paper after the paper, the OPD and the year."""
    return f"{paper.name}-{daftar.id.opd}-{daftar.id.tahun}.docx"


def papers_of(daftar: Daftar, corpus: Corpus) -> tuple[Paper, ...]:
    """Return every paper of a list; none for a list without rows."""
    rows, surat = rows_of(daftar, corpus), surat_for(corpus.today, corpus)
    if surat is None or not rows:
        return ()
    own = [_values_of_row(row, surat) for row in rows]
    changed = [_values_of_change(each, surat) for each in altered_since(daftar, corpus)]
    proof = proof_of(daftar, corpus)
    laws = tuple(_laws(rows, surat, corpus))
    found = []
    for naskah in surat.naskah:
        filled = changed if naskah.sumber == "pengubahan" else own
        if filled and naskah.sumber in {daftar.rows, "pengubahan"}:
            values = _values_of_list(daftar, len(filled), proof, surat, corpus)
            found.append(_Composer(surat, values, filled, laws).paper(naskah, daftar, proof))
    return tuple(found)


def fill(text: str, values: Values) -> Words:
    """Return a text with its places filled, or left open where nothing is known."""
    words: list[str | Blank | PageField] = []
    for literal, name, note in _places(text):
        value = values.get(name, "")
        parts = value if isinstance(value, tuple) else (value,)
        if not value and note:
            parts = (Blank(note),)
        for part in (literal, *parts):
            if isinstance(part, str) and words and isinstance(words[-1], str):
                words[-1] += part
            elif part:
                words.append(part)
    return tuple(words)


@lru_cache(maxsize=1024)
def _places(text: str) -> tuple[tuple[str, str, str], ...]:
    """Cut a text at its places: what stands before each, its name, and its note."""
    found, end = [], 0
    for place in PLACE.finditer(text):
        found.append((text[end : place.start()], place["name"], place["note"] or ""))
        end = place.end()
    return (*found, (text[end:], "", ""))


def _plain(text: str, values: Values) -> str:
    """Fill a text that nobody completes by hand."""
    return "".join(word for word in fill(text, values) if isinstance(word, str))


@dataclass(frozen=True, slots=True)
class _Composer:
    """Puts what is known of a list, of its rows and of their laws into the texts of a paper."""

    surat: SuratResmi
    values: Values
    rows: Sequence[Values]
    laws: Sequence[str]

    def paper(self, naskah: NaskahSurat, daftar: Daftar, proof: Proof) -> Paper:
        """Return a paper; that of a demonstration says so before anything else."""
        sections = [
            PaperSection(tuple(self._blocks(lembar.isi)), lembar.mendatar)
            for lembar in naskah.lembar
        ]
        if daftar.contoh:
            mark = Paragraph(Style.CONTOH, (self.surat.contoh,))
            sections[0] = PaperSection((mark, *sections[0].blocks), sections[0].wide)
        title = _plain(naskah.judul, self.values)
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
            about=_plain("{opd}", self.values),
            sections=tuple(sections),
            header=fill(self.surat.kepala_contoh, self.values) if daftar.contoh else (),
            footer=tuple(fill(line, foot) for line in self.surat.kaki),
            proof=proof,
            contoh=daftar.contoh,
        )

    def _blocks(self, parts: Iterable[BagianLembar]) -> Iterator[Block]:
        for part in parts:
            if part.sisipan:
                yield from self._blocks(self.surat.sisipan_by_kode[part.sisipan])
            if part.tabel:
                yield from self._tables(self.surat.tabel_by_kode[part.tabel])
            if part.mengingat:
                for number, law in enumerate(self.laws, 1):
                    known = {**self.values, "no": str(number), "peraturan": law}
                    yield Paragraph(Style.BUTIR, fill(_numbered(part.mengingat), known))
            for style, lines in _styled(part):
                for line in lines:
                    text = _numbered(line) if style is Style.BUTIR else line
                    yield Paragraph(style, fill(text, self.values) or ("",), part.memenuhi)

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
        caption = _plain(tabel.judul, {**self.values, **about})
        return PaperTable(caption, tabel.kolom, cells, roomy=bool(tabel.baris_kosong))


def _styled(part: BagianLembar) -> tuple[tuple[Style, tuple[str, ...]], ...]:
    """Return the lines of a part with the style of each; all but one are empty."""
    return (
        (Style.JUDUL, part.judul_surat),
        (Style.BAGIAN, part.bagian),
        (Style.TENGAH, part.baris_tengah),
        (Style.ISI, part.alinea),
        (Style.BUTIR, part.butir),
        (Style.TANDA_TANGAN, part.tanda_tangan),
        (Style.KETERANGAN, part.keterangan),
    )


def _numbered(line: str) -> str:
    """Put a tab behind the number of a sentence."""
    return line.replace(" ", "\t", 1)


# ---- what is known of a list


def _values_of_list(
    daftar: Daftar, count: int, proof: Proof, surat: SuratResmi, corpus: Corpus
) -> Values:
    badan, profil = corpus.get(Badan), corpus.get(ProfilOpd, daftar.id.opd)
    body, opd = badan.nama if badan else "", profil.nama if profil else daftar.id.opd
    decided = daftar.penetapan or Penetapan.model_validate({})
    known = daftar.uji_konsekuensi if isinstance(daftar, DaftarDikecualikan) else None
    test = known or UjiKonsekuensi.model_validate({})
    return {
        "badan": body,
        "BADAN": body.upper(),
        "opd": opd,
        "OPD": opd.upper(),
        "tahun": str(daftar.id.tahun),
        "jumlah": format_bulat(count),
        "nomor_keputusan": decided.nomor,
        "tahun_keputusan": _year(decided.tanggal),
        "tanggal_keputusan": _day(decided.tanggal),
        "tempat_keputusan": decided.tempat,
        "pejabat": decided.pejabat,
        "unit": _unit(decided, badan, corpus),
        "atasan": badan.atasan_ppid.jabatan if badan and badan.atasan_ppid else "",
        "nomor_uji": test.nomor,
        "tahun_uji": _year(test.tanggal),
        "tanggal_uji": _day(test.tanggal),
        "hari_uji": HARI[test.tanggal.weekday()] if test.tanggal else "",
        "daftar": f"{DAFTAR[daftar.rows]} {daftar.id.tahun} {opd}",
        "tanggal_daftar": _list_day(daftar, surat),
        "keadaan_naskah": _worth(daftar, surat),
        "sidik": proof.sha256,
        "bentuk_sidik": str(proof.version),
        "berkas": proof.export.url,
        "nama_berkas": proof.export.url.rpartition("/")[2],
    }


def _day(day: date | None) -> str:
    return format_tanggal(day) if day else ""


def _year(day: date | None) -> str:
    return str(day.year) if day else ""


def _unit(decided: Penetapan, badan: Badan | None, corpus: Corpus) -> str:
    """Return the OPD of the officer who decides, where the data says who that is."""
    term = badan.ppid_utama_pada(decided.tanggal) if badan and decided.tanggal else None
    officer = decided.pejabat
    if term is None or not (officer == term.jabatan or "ppid utama" in officer.casefold()):
        return ""
    profil = corpus.get(ProfilOpd, term.opd)
    return profil.nama if profil else ""


def _list_day(daftar: Daftar, surat: SuratResmi) -> Words:
    decided = daftar.penetapan.tanggal if daftar.penetapan else None
    day, said = decided or daftar.disampaikan, surat.ungkapan
    text = said.menurut_keputusan if decided else said.menurut_penyampaian
    return fill(text, {"tanggal": format_tanggal(day)}) if day else ()


def _worth(daftar: Daftar, surat: SuratResmi) -> str:
    """Say what the paper is worth as a letter."""
    if daftar.contoh:
        return surat.ungkapan.naskah_contoh
    return surat.ungkapan.naskah_salinan if daftar.salinan_resmi else surat.ungkapan.naskah_asli


# ---- the laws on which a list rests

_JENIS: Final = {
    **JENIS_REGULASI,
    "perppu": "Peraturan Pemerintah Pengganti Undang-Undang",
    "perpres": "Peraturan Presiden",
}
_RANK: Final = {"UU": 0, "Perppu": 0, "PP": 1, "Perpres": 2}


def _laws(rows: Iterable[Row], surat: SuratResmi, corpus: Corpus) -> Iterator[str]:
    """Yield the titles of the laws that are always named and of those that the rows rest on.

    Higher laws come first, older ones before newer ones; each is named once. A law that is not on
    file keeps its code.
    """
    excluded = (row for row in rows if isinstance(row, InformasiDikecualikan))
    cited = (c.peraturan for row in excluded for c in read_citations(row.dasar_hukum).citations)

    def order(code: str) -> tuple[int, str, str]:
        return (_RANK.get(code.split(" ", 1)[0], 9), code.rpartition("/")[2], code)

    for code in sorted(dict.fromkeys((*surat.mengingat, *cited)), key=order):
        law = corpus.get(Peraturan, slug=slug_of(code))
        if law is None:
            yield code
        elif law.jenis in _JENIS:
            number = f"Nomor {law.nomor} Tahun {law.tahun}"
            yield f"{_JENIS[law.jenis]} {number} tentang {law.tentang}"
        else:
            yield f"{law.kode} tentang {law.tentang}"


# ---- what is known of a row


def _values_of_row(row: Row, surat: SuratResmi) -> Values:
    written = {name: str(getattr(row, name) or "") for name in type(row).model_fields}
    if not isinstance(row, InformasiDikecualikan):
        made = read_waktu(row.waktu_pembuatan).value
        return {**written, "waktu_pembuatan": format_waktu(made)} if made else written
    said, values = surat.ungkapan, {**written, "mulai": _day(row.mulai)}
    what = said.seluruh if row.cakupan == "seluruh" else said.sebagian
    # The first day is said only where the row has one of its own.
    term = said.jangka_mulai if row.jangka_waktu and row.mulai else said.jangka
    return {**values, "uraian": fill(what, values), "jangka": fill(term, values)}


# ---- what changed of the status of a row: opened, gone, or weighed anew


_WEIGHED = frozenset(
    {"dasar_hukum", "konsekuensi_dibuka", "konsekuensi_ditutup", "jangka_waktu", "cakupan"}
)
"""Fields that say why, how far and for how long; others change nothing of a status."""


@dataclass(frozen=True, slots=True)
class Altered:
    """A row before and after; `after` is None when the list holds it no more.

    `before` holds what its weighed fields said; `opened_in` is the DIP in which it is listed now;
    `ended` is the last day of its term, where that had come by the end of the list's year.
    """

    before: dict[str, str]
    row: InformasiDikecualikan
    after: InformasiDikecualikan | None
    opened_in: RecordId | None = None
    ended: date | None = None


def altered_since(daftar: Daftar, corpus: Corpus) -> tuple[Altered, ...]:
    """Return the rows of a DIK whose status differs from that in the list before it."""
    found = changes_of(corpus).get(daftar.id)
    if found is None or daftar.rows != "dik":
        return ()
    grouped: dict[RecordId, list[Change]] = defaultdict(list)
    for change in found.of(ChangeKind.HILANG, ChangeKind.PINDAH, ChangeKind.BERUBAH):
        grouped[change.record.id].append(change)
    altered = (_altered(changes, daftar, corpus) for changes in grouped.values())
    return tuple(each for each in altered if each is not None)


def _altered(changes: Sequence[Change], daftar: Daftar, corpus: Corpus) -> Altered | None:
    row = changes[0].record
    assert isinstance(row, InformasiDikecualikan)  # noqa: S101 — only rows of a DIK go in
    written = {name: str(getattr(row, name)) for name in sorted(_WEIGHED)}
    if changes[0].kind is not ChangeKind.BERUBAH:
        end = periode_of(row, corpus).berakhir
        ended = end if end and end.year <= daftar.id.tahun else None
        return Altered(written, row, None, changes[0].moved_to, ended)
    was = {change.field: change.before for change in changes if change.field in _WEIGHED}
    return Altered({**written, **was}, row, row) if was else None


def _values_of_change(each: Altered, surat: SuratResmi) -> Values:
    """Say of a row what changed since the list before; what it says now only where it still can."""
    was, now, said = each.before, each.after, surat.ungkapan
    values: dict[str, str | Words] = {
        "cakupan_semula": was["cakupan"],
        "dasar_semula": was["dasar_hukum"],
        "dibuka_semula": was["konsekuensi_dibuka"],
        "ditutup_semula": was["konsekuensi_ditutup"],
        "jangka_semula": was["jangka_waktu"],
        "jangka_waktu": now.jangka_waktu if now else "",
        "konsekuensi_ditutup": now.konsekuensi_ditutup if now else "",
        "dasar_pengubahan": now.dasar_hukum if now else "",
        "tahun_dibuka": str(each.opened_in.tahun) if each.opened_in else "",
        "akhir": _day(each.ended),
        "uraian": _values_of_row(each.row, surat)["uraian"],
    }
    if now and was["cakupan"] != now.cakupan:
        values["uraian"] = fill(said.cakupan_semula, values)
    if each.opened_in:
        values["dasar_pengubahan"] = fill(said.dibuka, values)
    elif each.ended and not now:
        values["dasar_pengubahan"] = fill(said.berakhir, values)
    if now and now.jangka_waktu and now.jangka_waktu == was["jangka_waktu"]:
        return {**values, "jangka_pengubahan": (now.jangka_waktu,)}
    after = said.jangka_menjadi if now else said.jangka_terbuka
    if each.opened_in or (each.ended and not now):
        after = said.jangka_selesai
    text = f"{said.jangka_semula} {after}" if was["jangka_waktu"] else after
    return {**values, "jangka_pengubahan": fill(text, values)}
