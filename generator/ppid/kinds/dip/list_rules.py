"""Rules on a DIP as a whole: the decision behind it, and how fresh it is."""

from collections.abc import Iterator, Sequence
from datetime import date

from ppid.core.corpus import Corpus
from ppid.core.rule import Finding, at, rule
from ppid.diagnostics.diagnostic import Severity
from ppid.kinds.daftar import DaftarPublik
from ppid.kinds.dip.model import InformasiPublik
from ppid.values.dates import format_tanggal, months_before
from ppid.values.text import joined, quoted


@rule(
    "DIP-002",
    title="Daftar dan informasi berkala dimutakhirkan paling lama enam bulan sekali",
    severity=Severity.PERINGATAN,
    hint="Periksa apakah isinya masih sama, lalu isi kolom diperbarui dengan tanggal pemeriksaan.",
    legal_basis=(
        "UU 14/2008 Pasal 9 ayat (3)",
        "PerKI 1/2021 Pasal 18",
        "PerKI 1/2021 Pasal 45 ayat (7)",
    ),
)
def dimutakhirkan_tiap_enam_bulan(daftar: DaftarPublik, corpus: Corpus) -> Iterator[Finding]:
    # A demonstration would grow stale by itself and then seem to blame a real OPD.
    if daftar.contoh or not _is_newest(daftar, corpus):
        return
    limit = half_year_before(corpus.today)
    rows = corpus.in_list(InformasiPublik, daftar.id.opd, daftar.id.tahun)
    touched = _last_touched(daftar, rows)
    if touched and touched < limit:
        message = f"Daftar ini terakhir dimutakhirkan {format_tanggal(touched)}"
        yield at(daftar, "", f"{message}, lebih dari enam bulan yang lalu")
        return
    for row in rows:
        if row.klasifikasi == "berkala" and row.diperbarui and row.diperbarui < limit:
            message = f"{quoted(row.informasi)} terakhir diperbarui"
            yield at(row, "diperbarui", f"{message} {format_tanggal(row.diperbarui)}")


def _is_newest(daftar: DaftarPublik, corpus: Corpus) -> bool:
    """Tell whether no later list has taken the place of this one."""
    return all(
        other.id.tahun <= daftar.id.tahun for other in corpus.owned_by(DaftarPublik, daftar.owner)
    )


def _last_touched(daftar: DaftarPublik, rows: Sequence[InformasiPublik]) -> date | None:
    decided = daftar.penetapan.tanggal if daftar.penetapan else None
    stated = daftar.nihil.tanggal if daftar.nihil else None
    days = [decided, stated, daftar.disampaikan, *(row.diperbarui for row in rows)]
    return max((day for day in days if day), default=None)


def half_year_before(day: date) -> date:
    """Return the day six months earlier, or the last day of that month when it is shorter."""
    return months_before(day, 6)


@rule(
    "DIP-006",
    title="DIP ditetapkan dengan keputusan",
    severity=Severity.PERINGATAN,
    hint="Isi penetapan: nomor, tanggal, dan jabatan pejabat yang menetapkan daftar ini.",
    legal_basis=("PerKI 1/2021 Pasal 45 ayat (5)",),
)
def dip_ditetapkan_dengan_keputusan(daftar: DaftarPublik, _corpus: Corpus) -> Iterator[Finding]:
    if daftar.nihil:
        return
    if daftar.penetapan is None:
        yield at(daftar, "", "Keputusan yang menetapkan daftar ini belum dicantumkan")
        return
    named = {name: getattr(daftar.penetapan, name) for name in ("nomor", "tanggal", "pejabat")}
    missing = [name for name, value in named.items() if not value]
    if missing:
        message = f"Penetapan daftar ini belum menyebut {joined(missing)}"
        yield Finding(daftar.key_span("penetapan"), message, daftar.id)
