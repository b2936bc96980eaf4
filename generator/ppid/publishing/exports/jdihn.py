"""The body's own regulations in the form in which the national network of JDIH gathers them.

One array, every value a text; names of fields as the systems of cities write them, although they
follow no one style. The network takes whole addresses, so there is no file without that of the
site.
"""

import json
from collections.abc import Iterator
from operator import attrgetter
from typing import Final

from ppid.core.page import Export, document_url
from ppid.kinds import url_of
from ppid.kinds.badan import Badan
from ppid.kinds.regulasi import Regulasi, Status, doubted_by, status_of
from ppid.kinds.wording import JENIS_REGULASI
from ppid.publishing.publication import Publication
from ppid.publishing.regulations import full_title
from ppid.publishing.sheets import JDIHN_URL
from ppid.values.law_kinds import LAW_KINDS

_STATUS: Final = {
    Status.BERLAKU: "Berlaku",
    Status.DIUBAH: "Berlaku, diubah",
    Status.DICABUT: "Tidak Berlaku",
}
"""Those who gather look for “tidak” in the status."""


def exports(publication: Publication) -> Iterator[Export]:
    """Yield the file, where the body has regulations of its own and an address."""
    badan = publication.badan
    own = [each for each in publication.corpus.of(Regulasi) if LAW_KINDS[each.jenis].pembuat]
    if badan and own and publication.site_url:
        entries = [_entry(each, badan, publication) for each in sorted(own, key=attrgetter("id"))]
        text = json.dumps(entries, ensure_ascii=False, indent=1)
        yield Export(JDIHN_URL, f"{text}\n".encode(), "Regulasi dalam bentuk JDIHN")


def _entry(regulasi: Regulasi, badan: Badan, publication: Publication) -> dict[str, str | None]:
    corpus, site = publication.corpus, publication.site_url
    status = status_of(regulasi, corpus)
    said = _STATUS[status]
    if status is not Status.DICABUT and doubted_by(regulasi, corpus):
        said = "Belum dipastikan"
    document = document_url(regulasi.berkas or regulasi.tautan, regulasi.owner)
    if document and not document.startswith("https://"):
        document = site + document
    day = regulasi.tanggal_pengundangan  # never that of enactment in its place
    return {
        "idData": regulasi.id.slug,
        "tahun_pengundangan": str(day.year if day else regulasi.tahun),
        "tanggal_pengundangan": day.isoformat() if day else "",
        "jenis": f"{JENIS_REGULASI[regulasi.jenis]} {regulasi.penerbit}".rstrip(),
        "noPeraturan": regulasi.nomor,
        "judul": full_title(regulasi),
        "noPanggil": "",
        "singkatanJenis": LAW_KINDS[regulasi.jenis].kode.upper(),
        "tempatTerbit": regulasi.tempat_penetapan,
        "penerbit": "",
        "deskripsiFisik": "",
        "sumber": regulasi.sumber_pengundangan,
        "subjek": " - ".join(regulasi.subjek),
        "isbn": None,
        "status": said,
        "bahasa": "Indonesia",
        "bidangHukum": "",
        "teuBadan": badan.nama,
        "nomorIndukBuku": "",
        "fileDownload": document.rpartition("/")[2],
        "urlDownload": document,
        "abstrak": regulasi.ringkasan,
        "urlabstrak": "",
        "urlDetailPeraturan": site + url_of(regulasi.id),
        "operasi": "4",
        # A demonstration is shown by nobody who gathers.
        "display": "0" if badan.contoh else "1",
        "lastUpdated": corpus.today.isoformat(),
    }
