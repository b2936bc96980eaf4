"""Rules on the make of documents: nothing hidden, nobody's name or place, no program, readable."""

from collections.abc import Iterator

from ppid.core.corpus import Corpus
from ppid.core.document import RemarkKind
from ppid.core.rule import Finding, rule
from ppid.diagnostics.diagnostic import Severity
from ppid.diagnostics.places import Span

_CARE = ("PerKI 1/2021 Pasal 5 ayat (3)",)


@rule(
    "PRI-006",
    title="Dokumen yang terbit tidak menyimpan isi yang tersembunyi",
    severity=Severity.GALAT,
    hint="Tampilkan lalu hapus yang tidak untuk umum, atau simpan salinan bersihnya.",
    legal_basis=_CARE,
    quotable=False,
)
def tidak_ada_yang_tersembunyi(corpus: Corpus) -> Iterator[Finding]:
    yield from _remarks(corpus, RemarkKind.TERSEMBUNYI)


@rule(
    "PRI-007",
    title="Keterangan dokumen tidak menyebut orang, tempat, atau riwayat perubahannya",
    severity=Severity.PERINGATAN,
    hint="Hapus keterangan dokumen sebelum diserahkan; caranya ada di panduan memeriksa berkas.",
    legal_basis=_CARE,
    quotable=False,
)
def keterangan_tidak_menyebut_orang(corpus: Corpus) -> Iterator[Finding]:
    yield from _remarks(corpus, RemarkKind.KETERANGAN)


@rule(
    "BRK-012",
    title="Isi dokumen dapat dibuka dan diperiksa seluruhnya",
    severity=Severity.PERINGATAN,
    hint="Lihat sendiri isinya, atau simpan ulang sebagai berkas yang dapat diperiksa.",
    no_basis="Yang tidak dapat diperiksa bukan berarti bersih.",
)
def dokumen_dapat_diperiksa(corpus: Corpus) -> Iterator[Finding]:
    yield from _remarks(corpus, RemarkKind.TAK_TERPERIKSA)


@rule(
    "BRK-014",
    title="Isi dokumen sesuai dengan namanya",
    severity=Severity.PERINGATAN,
    hint="Simpan ulang dalam bentuk yang sesuai dengan nama berkasnya.",
    no_basis="Berkas yang isinya lain daripada namanya tidak dapat dibuka pembacanya.",
)
def isi_sesuai_dengan_nama(corpus: Corpus) -> Iterator[Finding]:
    yield from _remarks(corpus, RemarkKind.TAK_SESUAI)


@rule(
    "BRK-013",
    title="Dokumen tidak membawa program, sambungan, atau berkas lain",
    severity=Severity.PERINGATAN,
    hint="Simpan salinan tanpa makro, lampiran, dan sambungan data, misalnya sebagai PDF baru.",
    no_basis="Program dan berkas di dalam dokumen dapat mencelakai tanpa terlihat.",
)
def dokumen_tidak_membawa_program(corpus: Corpus) -> Iterator[Finding]:
    yield from _remarks(corpus, RemarkKind.PROGRAM)


def _remarks(corpus: Corpus, kind: RemarkKind) -> Iterator[Finding]:
    for path, contents in corpus.contents.items():
        for remark in contents.remarks:
            if remark.kind is kind:
                severity = Severity.PERINGATAN if remark.doubtful else None
                yield Finding(Span(path), remark.message, severity=severity)
