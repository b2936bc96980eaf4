"""What was not handed in by its day, and what an OPD cannot have handed in any more."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from ppid.core.corpus import Corpus
from ppid.core.record import Record
from ppid.core.rule import Finding, at, rule
from ppid.diagnostics.diagnostic import Note, Severity
from ppid.diagnostics.places import Route
from ppid.kinds.badan import Badan
from ppid.kinds.daftar import Daftar, DaftarDikecualikan, DaftarPublik
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.layanan import LaporanLayanan
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.rows import LISTS, all_lists
from ppid.values.dates import format_tanggal
from ppid.values.text import quoted

_REPORT_DAY = "03-31"
_HANDED_IN: tuple[type[Daftar | LaporanLayanan], ...] = (*LISTS.values(), LaporanLayanan)


@rule(
    "BRU-001",
    title="Daftar tahun berjalan disampaikan paling lambat pada batas waktunya",
    severity=Severity.PERINGATAN,
    hint="Sampaikan daftarnya, atau pernyataan nihil bila tahun ini tidak ada isinya.",
    no_basis="Batas waktunya ditetapkan Badan Publik sendiri, tercatat di data/badan.yml.",
)
def daftar_disampaikan_tepat_waktu(corpus: Corpus) -> Iterator[Finding]:
    badan = corpus.get(Badan)
    if badan is None or badan.contoh:
        return
    for name, model in LISTS.items():
        label, day = name.upper(), getattr(badan.batas_penyampaian, name)
        deadline = day_of_year(badan.tahun_berjalan, day)
        if deadline < corpus.today and not _is_demonstration(model, deadline.year, corpus):
            for profil in corpus.of(ProfilOpd):
                message = f"{label} {deadline.year} {profil.nama} belum disampaikan"
                if missing := _not_handed_in(model, profil, deadline, corpus):
                    ended = format_tanggal(deadline)
                    yield at(missing, "", f"{message}; batas waktunya {ended}")


def _is_demonstration(model: type[Daftar], tahun: int, corpus: Corpus) -> bool:
    """Tell whether any list of the year is invented: then a missing one means nothing."""
    return any(daftar.contoh for daftar in corpus.of(model) if daftar.id.tahun == tahun)


def _not_handed_in(
    model: type[Daftar], profil: ProfilOpd, deadline: date, corpus: Corpus
) -> Daftar | ProfilOpd | None:
    """Return the place that shows that a list was not handed in; None when it was."""
    opd, tahun = profil.id.opd, deadline.year
    daftar = corpus.get(model, opd, tahun)
    if daftar is not None:
        return None if daftar.disampaikan or daftar.nihil else daftar
    # A file that could not be read was handed in all the same.
    files = (f"data/opd/{opd}/{model.rows}/{tahun}.{ending}" for ending in ("yml", "csv"))
    handed_in = any(path in corpus.sources for path in files)
    return None if handed_in or not profil.masih_aktif(deadline) else profil


def day_of_year(tahun: int, month_and_day: str) -> date:
    """Turn “03-31” into a day of a year, clamped to the end of the month."""
    month, day = map(int, month_and_day.split("-"))
    return date(tahun, month, min(day, monthrange(tahun, month)[1]))


@rule(
    "BRU-002",
    title="Tanggal dalam daftar bukan hari yang belum tiba",
    severity=Severity.PERINGATAN,
    hint="Perbaiki tanggalnya; tanggal yang belum tiba tidak dihitung sebagai bukti.",
    no_basis="Yang belum terjadi tidak dapat dicatat sebagai sudah terjadi.",
)
def tanggal_sudah_tiba(corpus: Corpus) -> Iterator[Finding]:
    dated: list[tuple[type[Record], tuple[Route, ...]]] = [
        (DaftarPublik, _LIST_DAYS),
        (DaftarDikecualikan, (*_LIST_DAYS, ("uji_konsekuensi", "tanggal"))),
        (InformasiPublik, (("diperbarui",),)),
        (LaporanLayanan, (("laporan", "tanggal"),)),
    ]
    for model, routes in dated:
        # A list of a year to come is being prepared; reports follow their year.
        last = corpus.today.year - (model is LaporanLayanan)
        for record in corpus.of(model):
            for route in routes if record.id.tahun <= last else ():
                day = _day_at(record, route)
                if day and day > corpus.today:
                    message = f"Tanggal {format_tanggal(day)} belum tiba pada hari pemeriksaan"
                    yield at(record, route, f"{message}, {format_tanggal(corpus.today)}")


_LIST_DAYS: tuple[Route, ...] = (
    ("penetapan", "tanggal"),
    ("nihil", "tanggal"),
    ("disampaikan",),
)


def _day_at(record: Record, route: Route) -> date | None:
    found: object = record
    for name in route:
        found = getattr(found, str(name), None)
    return found if isinstance(found, date) else None


@rule(
    "BRU-003",
    title="Daftar tidak disampaikan sebelum tahunnya, dan tidak ditetapkan lama sebelumnya",
    severity=Severity.PERINGATAN,
    hint="Perbaiki tanggalnya, atau pindahkan daftarnya ke tahun yang benar.",
    no_basis="Daftar sebuah tahun disusun untuk tahun itu; yang terlalu dini biasanya salah ketik.",
)
def daftar_tidak_sebelum_tahunnya(corpus: Corpus) -> Iterator[Finding]:
    for daftar in all_lists(corpus):
        day = daftar.disampaikan
        if day and day.year < daftar.id.tahun:
            message = f"Disampaikan {format_tanggal(day)}, sebelum tahun {daftar.id.tahun} mulai"
            yield at(daftar, "disampaikan", message)
        for route in _LIST_DAYS[:2]:
            day = _day_at(daftar, route)
            if day and is_long_before(day, daftar.id.tahun):
                message = (
                    f"Keputusan atau pernyataan {format_tanggal(day)} lebih dari setahun sebelum"
                )
                yield at(daftar, route, f"{message} tahun {daftar.id.tahun} mulai")


def is_long_before(day: date, tahun: int) -> bool:
    """Tell whether a day lies before the year that precedes the year of a list.

    What is decided in the last months for the year to come is usual.
    """
    return day.year < tahun - 1


@rule(
    "LYN-002",
    title="Laporan layanan selesai paling lambat tiga bulan sesudah tahunnya berakhir",
    severity=Severity.PERINGATAN,
    hint="Isi laporan dengan tanggal selesainya dan alamat naskahnya.",
    legal_basis=("PerKI 1/2021 Pasal 56 ayat (1)",),
)
def laporan_layanan_tepat_waktu(corpus: Corpus) -> Iterator[Finding]:
    badan = corpus.get(Badan)
    day = badan.batas_penyampaian.layanan if badan else _REPORT_DAY
    for laporan in corpus.of(LaporanLayanan):
        deadline = day_of_year(laporan.id.tahun + 1, day)
        handed_in = laporan.laporan.tanggal if laporan.laporan else None
        if laporan.contoh or (handed_in or corpus.today) <= deadline:
            continue
        message = f"Laporan layanan {laporan.id.tahun} belum bertanggal"
        if handed_in:
            message = f"Laporan layanan {laporan.id.tahun} selesai {format_tanggal(handed_in)}"
        ended = format_tanggal(deadline)
        yield at(laporan, ("laporan", "tanggal"), f"{message}; batas waktunya {ended}")


@rule(
    "OPD-003",
    title="Perangkat daerah menyampaikan daftar hanya untuk tahun selama adanya",
    severity=Severity.PERINGATAN,
    hint="Pindahkan ke perangkat daerah yang ada pada tahun itu, atau perbaiki masa adanya.",
    no_basis="Tidak ada pasal yang memintanya; daftar dan masa perangkat daerahnya bertentangan.",
)
def daftar_dari_perangkat_daerah_yang_ada(corpus: Corpus) -> Iterator[Finding]:
    for profil in corpus.of(ProfilOpd):
        ended, begun = profil.aktif_sampai, profil.aktif_mulai
        if profil.diganti_oleh == profil.id.opd:
            message = f"{quoted(profil.nama)} disebut sebagai penerus dirinya sendiri"
            yield at(profil, "diganti_oleh", message, hint="Tulis folder penerusnya.")
        opd = profil.id.opd
        for handed in (each for kind in _HANDED_IN for each in corpus.owned_by(kind, opd)):
            if ended and handed.id.tahun > ended.year:
                message = f"{quoted(profil.nama)} berakhir {format_tanggal(ended)}"
                notes = (Note("tanggal berakhirnya", profil.span("aktif_sampai")),)
                yield at(handed, "", f"{message}, sebelum tahun {handed.id.tahun}", notes=notes)
            elif begun and handed.id.tahun < begun.year:
                # Figures of such a year would be dropped without a word.
                message = f"{quoted(profil.nama)} baru ada sejak {format_tanggal(begun)}"
                notes = (Note("tanggal mulainya", profil.span("aktif_mulai")),)
                yield at(handed, "", f"{message}, sesudah tahun {handed.id.tahun}", notes=notes)
