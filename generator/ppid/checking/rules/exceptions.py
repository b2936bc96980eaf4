"""Exceptions to rules: they end (that they name a rule which may be excepted: `check.py`)."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from ppid.core.corpus import Corpus
from ppid.core.rule import Finding, at, rule
from ppid.diagnostics.diagnostic import Severity
from ppid.kinds.acuan.pengecualian import PengecualianAturan
from ppid.values.dates import format_tanggal
from ppid.values.text import quoted

_NOTICE: Final = timedelta(days=30)


@rule(
    "PGC-001",
    title="Pengecualian aturan belum melewati tanggalnya",
    severity=Severity.PERINGATAN,
    hint="Perbaiki datanya lalu hapus pengecualian ini, atau beri tanggal dan alasan yang baru.",
    no_basis="Tanpa batas waktu, pengecualian menjadi kebiasaan yang tidak lagi diperiksa.",
)
def pengecualian_belum_lewat(corpus: Corpus) -> Iterator[Finding]:
    """Warn before and after: the exception ends by itself, and no night's publication with it."""
    for pengecualian in corpus.of(PengecualianAturan):
        if pengecualian.sampai < corpus.today:
            said = "sudah berakhir"
        elif pengecualian.sampai - corpus.today <= _NOTICE:
            said = "akan berakhir"
        else:
            continue
        day = format_tanggal(pengecualian.sampai)
        yield at(
            pengecualian, "sampai", f"Pengecualian {quoted(pengecualian.aturan)} {said} pada {day}"
        )
