"""What an OPD cannot have done: things dated after the day on which it ceased to exist."""

from collections.abc import Iterator

from ppid.core.corpus import Corpus
from ppid.core.rule import Finding, at, rule
from ppid.diagnostics.diagnostic import Note, Severity
from ppid.kinds.daftar import DaftarDikecualikan, DaftarPublik
from ppid.kinds.layanan import LaporanLayanan
from ppid.kinds.opd import ProfilOpd
from ppid.values.dates import format_tanggal
from ppid.values.text import quoted

Handed = DaftarDikecualikan | DaftarPublik | LaporanLayanan


@rule(
    "OPD-003",
    title="Perangkat daerah yang sudah berakhir tidak menyampaikan daftar lagi",
    severity=Severity.GALAT,
    hint="Pindahkan berkasnya ke folder perangkat daerah penerus, atau perbaiki aktif_sampai.",
    legal_basis=("UU 14/2008 Pasal 7 ayat (2)",),
)
def yang_berakhir_tidak_menyampaikan_daftar(corpus: Corpus) -> Iterator[Finding]:
    for profil in corpus.of(ProfilOpd):
        ended = profil.aktif_sampai
        if profil.diganti_oleh == profil.id.opd:
            message = f"{quoted(profil.nama)} disebut sebagai penerus dirinya sendiri"
            yield at(profil, "diganti_oleh", message, hint="Tulis folder penerusnya.")
        for handed in _handed_in(profil.id.opd, corpus) if ended else ():
            if ended and handed.id.tahun > ended.year:
                message = f"{quoted(profil.nama)} berakhir {format_tanggal(ended)}"
                notes = (Note("tanggal berakhirnya", profil.span("aktif_sampai")),)
                yield at(handed, "", f"{message}, sebelum tahun {handed.id.tahun}", notes=notes)


def _handed_in(opd: str, corpus: Corpus) -> Iterator[Handed]:
    yield from corpus.owned_by(DaftarDikecualikan, opd)
    yield from corpus.owned_by(DaftarPublik, opd)
    yield from corpus.owned_by(LaporanLayanan, opd)
