"""The papers of lists: the texts of `SuratResmi`, filled with what the lists say.

What the data does not know is left open as a `Blank`; the names of people are never taken from it.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from ppid.core.corpus import Corpus
from ppid.core.page import Export
from ppid.diagnostics.places import RecordId
from ppid.history.changes import Change, ChangeKind, changes_of
from ppid.kinds import url_of
from ppid.kinds.acuan.surat import SuratResmi, surat_for
from ppid.kinds.badan import Badan
from ppid.kinds.daftar import Daftar, DaftarDikecualikan, Penetapan, UjiKonsekuensi
from ppid.kinds.dik.model import InformasiDikecualikan, periode_of
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.rows import Row, rows_of
from ppid.kinds.wording import DAFTAR, HARI
from ppid.publishing.papers.composing import Composer, values_of_body
from ppid.publishing.papers.fingerprint import proof_of
from ppid.publishing.papers.laws import laws_named
from ppid.publishing.papers.model import Paper, Proof, Words
from ppid.publishing.papers.places import Values, fill, fill_plain
from ppid.publishing.papers.word import docx_of
from ppid.values.dates import format_tanggal, format_waktu
from ppid.values.dates import read as read_waktu
from ppid.values.numbers import format_bulat


@dataclass(frozen=True, slots=True)
class Printed:
    """A paper with its file and the address of its page for printing."""

    paper: Paper
    export: Export
    page_url: str


def printed_papers(
    daftar: Daftar,
    corpus: Corpus,
    site_url: str = "",
    docx: Callable[[Paper], bytes] = docx_of,
) -> tuple[Printed, ...]:
    """Return the papers of a list with their files, as `docx` writes them."""
    found = []
    for paper in papers_of(daftar, corpus, site_url):
        export = Export(f"{url_of(daftar.id)}{file_name(daftar, paper)}", docx(paper))
        found.append(Printed(paper, export, _page_url(daftar, paper.name)))
    return tuple(found)


def _page_url(daftar: Daftar, name: str) -> str:
    return f"{url_of(daftar.id)}cetak/{name}/"


def file_name(daftar: Daftar, paper: Paper) -> str:
    """Name the file of a paper after the paper, the OPD and the year."""
    return f"{paper.name}-{daftar.id.opd}-{daftar.id.tahun}.docx"


def papers_of(daftar: Daftar, corpus: Corpus, site_url: str = "") -> tuple[Paper, ...]:
    """Return every paper of a list; none for a list without rows.

    `site_url` is where the site is published; without it a paper names its page within the site.
    """
    rows, surat = rows_of(daftar, corpus), surat_for(corpus.today, corpus)
    if surat is None or not rows:
        return ()
    own = [_values_of_row(row, surat) for row in rows]
    changed = [_values_of_change(each, surat) for each in altered_since(daftar, corpus)]
    proof = proof_of(daftar, corpus)
    decided = daftar.penetapan.tanggal if daftar.penetapan else None
    laws = tuple(laws_named(rows, surat, decided or corpus.today, corpus))
    about = _values_of_list(daftar, proof, surat, corpus)
    found = []
    for naskah in surat.naskah:
        filled = changed if naskah.sumber == "pengubahan" else own
        if filled and naskah.sumber in {daftar.rows, "pengubahan"}:
            address = f"{site_url}{_page_url(daftar, naskah.kode)}"
            if not site_url:
                address = fill_plain(surat.ungkapan.halaman_situs, {"alamat_naskah": address})
            values = {**about, "jumlah": format_bulat(len(filled)), "alamat_naskah": address}
            composer = Composer(surat, values, filled, laws)
            found.append(
                composer.paper(naskah, about=str(about["opd"]), contoh=daftar.contoh, proof=proof)
            )
    return tuple(found)


# ---- what is known of a list


def _values_of_list(daftar: Daftar, proof: Proof, surat: SuratResmi, corpus: Corpus) -> Values:
    badan, profil = corpus.get(Badan), corpus.get(ProfilOpd, daftar.id.opd)
    opd = profil.nama if profil else daftar.id.opd
    decided = daftar.penetapan or Penetapan.model_validate({})
    known = daftar.uji_konsekuensi if isinstance(daftar, DaftarDikecualikan) else None
    test = known or UjiKonsekuensi.model_validate({})
    return {
        **values_of_body(corpus),
        "opd": opd,
        "OPD": opd.upper(),
        "tahun": str(daftar.id.tahun),
        "nomor_keputusan": decided.nomor,
        "tahun_keputusan": _year(decided.tanggal),
        "tanggal_keputusan": _day(decided.tanggal),
        "tempat_keputusan": decided.tempat,
        "pejabat": decided.pejabat,
        "unit": _unit(decided, badan, corpus),
        "nomor_uji": test.nomor,
        "tahun_uji": _year(test.tanggal),
        "tanggal_uji": _day(test.tanggal),
        "hari_uji": HARI[test.tanggal.weekday()] if test.tanggal else "",
        "daftar": f"{DAFTAR[daftar.rows]} {daftar.id.tahun} {opd}",
        "tanggal_daftar": _list_day(daftar, surat),
        "keadaan_naskah": _worth(daftar, surat),
        "kode_isi": proof.code,
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
