"""The evidence of a year in one file: working paper, list with links and digests, documents."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ppid.assessing.assess import assess
from ppid.assessing.findings import address_of, said
from ppid.assessing.model import Assessment, Evidence, OpdReport, State, YearReport
from ppid.checking.check import Checked
from ppid.core.fixed_zip import fixed_zip
from ppid.kinds.acuan.saq import KuesionerSaq, covers
from ppid.kinds.badan import identitas_of
from ppid.publishing.exports.kelengkapan.workbook import workbook
from ppid.publishing.exports.kuesioner import workbook_of_body
from ppid.publishing.pages.kelengkapan.saq import saq_url
from ppid.publishing.sheets import csv_bytes
from ppid.publishing.site_header import data_id
from ppid.values.dates import format_tanggal

LARGEST: Final = 2 * 1024 * 1024
"""Documents above this size are listed with their digest but stay outside (2 MB)."""


@dataclass(frozen=True, slots=True)
class PackedDocument:
    """A published document: its name inside the pack (empty when it is too large) and digest."""

    name: str
    content: bytes
    sha256: str


def pack(checked: Checked, tahun: int, root: Path, site: str) -> bytes:
    """Return the pack; the same data gives the same bytes.

    `site` is the address of the published site, empty when nobody knows it. Raises LookupError
    when the year cannot be assessed.
    """
    year = assess(checked.corpus).year(tahun)
    if year is None:
        message = f"tahun {tahun} tidak dapat dinilai"
        raise LookupError(message)
    documents = _documents(year, checked, root)
    saq = checked.corpus.get(KuesionerSaq, tahun=tahun)
    files = {
        "BACA-DAHULU.txt": _readme(year, checked, documents).encode(),
        f"kelengkapan-{tahun}.xlsx": workbook(year, year.reports, identitas_of(checked.corpus)),
        "daftar-bukti.csv": csv_bytes(_listed(year, documents, saq, site)),
        **{each.name: each.content for each in documents.values() if each.name},
    }
    if saq:
        files["pertanyaan.csv"] = csv_bytes(_questions(saq, site, contoh=year.contoh))
        files[f"kuesioner-{tahun}.xlsx"] = workbook_of_body(saq, year, checked.corpus, site)
    sums = (f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    files["sha256sum.txt"] = "".join(sums).encode()
    return fixed_zip(sorted(files.items()), mode=0o644)


def _documents(year: YearReport, checked: Checked, root: Path) -> Mapping[str, PackedDocument]:
    """Read every document of this site that is evidence; those of other sites are only linked."""
    listed = (a for report in year.reports for a in report.assessments)
    wanted = {evidence.tautan for a in listed for evidence in a.evidence}
    found = {}
    for address in sorted(wanted):
        path = f"data/{address}"
        if path in checked.corpus.documents:
            content = (root / path).read_bytes()
            digest = hashlib.sha256(content).hexdigest()
            name = f"dokumen/{address.removeprefix('opd/').replace('/dokumen/', '/', 1)}"
            inside = (name, content) if len(content) <= LARGEST else ("", b"")
            found[address] = PackedDocument(*inside, digest)
    return found


def _listed(
    year: YearReport,
    documents: Mapping[str, PackedDocument],
    saq: KuesionerSaq | None,
    site: str,
) -> Iterator[Mapping[str, str]]:
    """Yield a row for each piece of evidence, and one for each obligation that has none."""
    questions = saq.pertanyaan if saq else ()
    asked = {
        o.kode: " ".join(q.kode for q in questions if any(covers(k)(o.kode) for k in q.kewajiban))
        for o in year.obligations.obligations
    }
    bound = (
        (report, a)
        for report in year.reports
        for a in report.assessments
        if a.state is not State.TIDAK_BERLAKU
    )
    for report, a in bound:
        for evidence in a.evidence or (Evidence(""),):
            document = documents.get(evidence.tautan)
            yield {
                "temuan": site + address_of(a),
                "perangkat_daerah": report.profil.nama,
                "kewajiban": f"{a.obligation.kode}: {a.obligation.teks}",
                "keadaan": a.state.value,
                "pertanyaan": asked[a.obligation.kode],
                "bukti": evidence.label,
                "halaman": site + evidence.url if evidence.label else "",
                "dokumen": _whole(evidence.tautan, site),
                "tanggal_bukti": evidence.diperbarui.isoformat() if evidence.diperbarui else "",
                "berkas": document.name if document else "",
                "sha256": document.sha256 if document else "",
                "keterangan": _note(report, a, evidence, document),
                "contoh": "ya" if report.contoh else "tidak",
            }


def _whole(address: str, site: str) -> str:
    return address if not address or address.startswith("https://") else site + address


def _note(
    report: OpdReport, a: Assessment, evidence: Evidence, document: PackedDocument | None
) -> str:
    if not evidence.label:
        return said(report, a)
    notes = []
    if document and not document.name:
        notes.append("lebih dari 2 MB, tidak disertakan")
    elif evidence.tautan and not document:
        notes.append("di situs lain, tidak disertakan")
    elif not evidence.tautan:
        notes.append("tanpa dokumen")
    return "; ".join(notes)


def _questions(saq: KuesionerSaq, site: str, *, contoh: bool) -> Iterator[Mapping[str, str]]:
    for each in saq.pertanyaan:
        yield {
            "kode": each.kode,
            "indikator": each.indikator,
            "teks": each.teks,
            "sumber": each.sumber,
            "kewajiban": " ".join(each.kewajiban),
            "halaman": " ".join(_whole(page.alamat, site) for page in each.halaman),
            "alamat": site + saq_url(saq.id.tahun, each.kode),
            "catatan": each.catatan,
            "contoh": "ya" if contoh else "tidak",
        }


def _readme(year: YearReport, checked: Checked, documents: Mapping[str, PackedDocument]) -> str:
    asked = checked.corpus.get(KuesionerSaq, tahun=year.tahun)
    inside = sum(bool(document.name) for document in documents.values())
    lines = [
        f"Bukti kelengkapan {year.tahun} menurut {year.obligations.kumpulan.peraturan}",
        f"Hari penilaian: {format_tanggal(year.hari)}",
        f"Data per {format_tanggal(checked.corpus.today)}, sidik {data_id(checked)}",
        "",
        "daftar-bukti.csv    setiap bukti dengan alamat tetap dan SHA-256 dokumennya",
        f"kelengkapan-{year.tahun}.xlsx    kertas kerja pemantau",
        *([f"kuesioner-{year.tahun}.xlsx    kuesioner terisi bagi badan"] if asked else []),
        f"dokumen/    {inside} dokumen, masing-masing paling besar 2 MB",
        "sha256sum.txt    sidik setiap berkas; periksa dengan: sha256sum --check sha256sum.txt",
        "",
        "Kewajiban tanpa bukti ikut tercantum dengan alasannya.",
    ]
    if year.contoh:
        lines += ["", "CONTOH: data peragaan; tidak menyatakan apa pun tentang kantor mana pun."]
    return "\n".join(lines) + "\n"
