"""The evidence of a year in one file: working paper, list with links and digests, documents."""

import csv
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from ppid.assessing.assess import assess
from ppid.assessing.findings import address_of, said
from ppid.assessing.model import Assessment, Evidence, OpdReport, State, YearReport
from ppid.checking.check import Checked
from ppid.core.fixed_zip import fixed_zip
from ppid.kinds.acuan.saq import KuesionerSaq, Pertanyaan, covers
from ppid.publishing.exports.kelengkapan.workbook import workbook
from ppid.publishing.pages.kelengkapan.saq import saq_url
from ppid.publishing.site_header import data_id
from ppid.values.cells import guarded
from ppid.values.dates import format_tanggal

LARGEST = 2 * 1024 * 1024
"""Documents above this size are listed with their digest but stay outside (2 MB)."""
_COLUMNS = (
    "temuan",
    "perangkat_daerah",
    "kewajiban",
    "keadaan",
    "pertanyaan",
    "bukti",
    "halaman",
    "dokumen",
    "tanggal_bukti",
    "berkas",
    "sha256",
    "keterangan",
)


@dataclass(frozen=True, slots=True)
class Document:
    """A published document: its name inside the pack (empty when it is too large) and digest."""

    name: str
    content: bytes
    sha256: str


def pack(checked: Checked, tahun: int, root: Path, site: str) -> bytes:
    """Make the pack; the same data gives the same bytes.

    `site` is the address of the published site, empty when nobody knows it. Raises LookupError
    when the year cannot be assessed.
    """
    year = assess(checked.corpus).year(tahun)
    if year is None:
        message = f"tahun {tahun} tidak dapat dinilai"
        raise LookupError(message)
    documents = _documents(year, checked, root)
    saq = checked.corpus.get(KuesionerSaq, tahun=tahun)
    around = _Around(documents, _Asked(saq.pertanyaan if saq else ()), site)
    files = {
        "BACA-DAHULU.txt": _readme(year, checked, documents).encode(),
        f"kelengkapan-{tahun}.xlsx": workbook(year, year.reports),
        "daftar-bukti.csv": _listed(year, around).encode("utf-8-sig"),
        **{d.name: d.content for d in documents.values() if d.name},
    }
    if saq:
        files["pertanyaan.csv"] = _questions(saq, site).encode("utf-8-sig")
    sums = (f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    files["sha256sum.txt"] = "".join(sums).encode()
    return fixed_zip(sorted(files.items()), mode=0o644)


def _documents(year: YearReport, checked: Checked, root: Path) -> Mapping[str, Document]:
    """Read every document of this site that is evidence; those of other sites are only linked."""
    wanted = {e.tautan for _, _, e in _evidence(year) if e.tautan}
    found = {}
    for address in sorted(wanted):
        path = f"data/{address}"
        if path in checked.corpus.documents:
            content = (root / path).read_bytes()
            fits = len(content) <= LARGEST
            name = address.removeprefix("opd/").replace("/dokumen/", "/", 1)
            digest = hashlib.sha256(content).hexdigest()
            document = (f"dokumen/{name}", content) if fits else ("", b"")
            found[address] = Document(*document, digest)
    return found


def _evidence(year: YearReport) -> Iterator[tuple[OpdReport, Assessment, Evidence]]:
    for report in year.reports:
        for assessment in report.assessments:
            for evidence in assessment.evidence:
                yield report, assessment, evidence


@dataclass(frozen=True, slots=True)
class _Around:
    """What every row of the list needs beside its evidence."""

    documents: Mapping[str, Document]
    asked: Mapping[str, str]
    site: str


def _listed(year: YearReport, around: _Around) -> str:
    """Write a row for each piece of evidence, and one for each obligation that has none."""
    rows = [
        _row(report, a, evidence, around)
        for report in year.reports
        for a in report.assessments
        if a.state is not State.TIDAK_BERLAKU
        for evidence in a.evidence or (Evidence(""),)
    ]
    return _csv(_COLUMNS, rows)


class _Asked(dict[str, str]):
    """The questions that an obligation answers, joined; hundreds of rows share a code."""

    def __init__(self, questions: Sequence[Pertanyaan]) -> None:
        super().__init__()
        self._meant = [(q.kode, [covers(kode) for kode in q.kewajiban]) for q in questions]

    def __missing__(self, code: str) -> str:
        found = (kode for kode, meant in self._meant if any(fits(code) for fits in meant))
        self[code] = joined = " ".join(found)
        return joined


def _row(report: OpdReport, a: Assessment, evidence: Evidence, around: _Around) -> tuple[str, ...]:
    document, site = around.documents.get(evidence.tautan), around.site
    return (
        site + address_of(a),
        report.profil.nama,
        f"{a.obligation.kode}: {a.obligation.teks}",
        a.state.value,
        around.asked[a.obligation.kode],
        evidence.label,
        site + evidence.url if evidence.label else "",
        _whole(evidence.tautan, site),
        evidence.diperbarui.isoformat() if evidence.diperbarui else "",
        document.name if document else "",
        document.sha256 if document else "",
        _note(report, a, evidence, document),
    )


def _whole(address: str, site: str) -> str:
    return address if not address or address.startswith("https://") else site + address


def _note(report: OpdReport, a: Assessment, evidence: Evidence, document: Document | None) -> str:
    if not evidence.label:
        return said(report, a)
    notes = ["contoh"] if report.contoh else []
    if document and not document.name:
        notes.append("lebih dari 2 MB, tidak disertakan")
    elif evidence.tautan and not document:
        notes.append("di situs lain, tidak disertakan")
    elif not evidence.tautan:
        notes.append("tanpa dokumen")
    return "; ".join(notes)


def _questions(saq: KuesionerSaq, site: str) -> str:
    rows = [
        (
            each.kode,
            each.indikator,
            each.teks,
            each.sumber,
            " ".join(each.kewajiban),
            " ".join(_whole(page.alamat, site) for page in each.halaman),
            site + saq_url(saq.id.tahun, each.kode),
            each.catatan,
        )
        for each in saq.pertanyaan
    ]
    columns = ("kode", "indikator", "teks", "sumber", "kewajiban", "halaman", "alamat", "catatan")
    return _csv(columns, rows)


def _csv(columns: Sequence[str], rows: Sequence[tuple[str, ...]]) -> str:
    written = StringIO()
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(columns)
    table.writerows([guarded(text) for text in row] for row in rows)
    return written.getvalue()


def _readme(year: YearReport, checked: Checked, documents: Mapping[str, Document]) -> str:
    inside = sum(bool(document.name) for document in documents.values())
    lines = [
        f"Bukti kelengkapan {year.tahun} menurut {year.obligations.kumpulan.peraturan}",
        f"Hari penilaian: {format_tanggal(year.hari)}",
        f"Data per {format_tanggal(checked.corpus.today)}, sidik {data_id(checked)}",
        "",
        "daftar-bukti.csv    setiap bukti dengan alamat tetap dan SHA-256 dokumennya",
        f"kelengkapan-{year.tahun}.xlsx    kertas kerja pemantau",
        f"dokumen/    {inside} dokumen, masing-masing paling besar 2 MB",
        "sha256sum.txt    sidik setiap berkas; periksa dengan: sha256sum --check sha256sum.txt",
        "",
        "Kewajiban tanpa bukti ikut tercantum dengan alasannya.",
    ]
    if year.contoh:
        lines += ["", "CONTOH: data peragaan; tidak menyatakan apa pun tentang kantor mana pun."]
    return "\n".join(lines) + "\n"
