"""The lists of an OPD year by year: how many rows, handed in when, decided by what."""

from ppid.core.corpus import Corpus
from ppid.core.page import Cell, Section, Table, document_url
from ppid.history.changes import changes_of
from ppid.history.events import counted
from ppid.kinds import url_of
from ppid.kinds.daftar import Daftar, DaftarDikecualikan, DaftarPublik
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.wording import format_bulat
from ppid.publishing.pages.daftar import SIGNS, count_rows
from ppid.publishing.pages.daftar.handed_in import state_of
from ppid.publishing.pages.daftar.tables import day_cell

LISTS: tuple[type[Daftar], ...] = (DaftarPublik, DaftarDikecualikan)


def lists_of(profil: ProfilOpd, years: list[int], corpus: Corpus) -> Section:
    """Return the table of lists for the years of which anybody has one."""
    opd = profil.id.opd
    listed = [
        (model, tahun, corpus.get(model, opd, tahun))
        for tahun in years
        if _was_active(profil, tahun)
        for model in LISTS
    ]
    rows = [
        _list_row(daftar, corpus) if daftar else _no_list(model, tahun, corpus)
        for model, tahun, daftar in listed
    ]
    known = [daftar for *_, daftar in listed if daftar]
    columns = ("Daftar", "Isi", "Keadaan", "Diterima", "Keputusan", "Perubahan")
    if not known:
        sentence = "Belum ada berkas daftar dari perangkat daerah ini di situs ini."
        return Section("Daftar informasi per tahun", (sentence,), anchor="daftar")
    example = " Isi dan keadaannya data contoh." if any(d.contoh for d in known) else ""
    table = Table(f"{len(known)} daftar dari {profil.nama}", columns, rows)
    paragraphs = (f"{SIGNS}{example}",)
    return Section("Daftar informasi per tahun", paragraphs, table=table, anchor="daftar")


def _was_active(profil: ProfilOpd, tahun: int) -> bool:
    begun = profil.aktif_mulai is None or profil.aktif_mulai.year <= tahun
    return begun and (profil.aktif_sampai is None or tahun <= profil.aktif_sampai.year)


def _list_row(daftar: Daftar, corpus: Corpus) -> tuple[Cell, ...]:
    url = url_of(daftar.id)
    count = format_bulat(count_rows(daftar, corpus))
    contoh = " (contoh)" if daftar.contoh else ""
    decided = daftar.penetapan
    found = changes_of(corpus).get(daftar.id)
    changed = f"{url}#perubahan" if found and found.changes else ""
    return (
        Cell(f"{daftar.rows.upper()} {daftar.id.tahun}{contoh}", url),
        Cell("nihil" if daftar.nihil else f"{count} informasi", f"{url}#isi-daftar"),
        state_of(daftar, corpus),
        day_cell(daftar.disampaikan),
        Cell(decided.nomor, document_url(decided.tautan, daftar.owner)) if decided else Cell(""),
        Cell(counted(found), changed),
    )


def _no_list(model: type[Daftar], tahun: int, corpus: Corpus) -> tuple[Cell, ...]:
    name = Cell(f"{model.rows.upper()} {tahun}")
    return (name, Cell(""), state_of(None, corpus), Cell(""), Cell(""), Cell(""))
