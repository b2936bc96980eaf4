"""Exceptions to rules: they end (that they name a rule which may be excepted: `check.py`)."""

from collections.abc import Iterator

from ppid.core.corpus import Corpus
from ppid.core.rule import Finding, at, rule
from ppid.diagnostics.diagnostic import Severity
from ppid.kinds.acuan.pengecualian import PengecualianAturan
from ppid.values.dates import format_tanggal
from ppid.values.text import quoted


@rule(
    "PGC-001",
    title="Pengecualian aturan belum melewati tanggalnya",
    severity=Severity.GALAT,
    hint="Perbaiki datanya lalu hapus pengecualian ini, atau beri tanggal dan alasan yang baru.",
    no_basis="Tanpa batas waktu, pengecualian menjadi kebiasaan yang tidak lagi diperiksa.",
)
def pengecualian_belum_lewat(corpus: Corpus) -> Iterator[Finding]:
    for pengecualian in corpus.of(PengecualianAturan):
        if pengecualian.sampai < corpus.today:
            message = f"Pengecualian {quoted(pengecualian.aturan)} sudah berakhir"
            ended = format_tanggal(pengecualian.sampai)
            yield at(pengecualian, "sampai", f"{message} pada {ended}")
