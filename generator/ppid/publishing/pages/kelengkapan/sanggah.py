"""The objection to a finding, written out to be copied: any channel will do, also a desk."""

from dataclasses import dataclass

from ppid.assessing.model import OpdReport
from ppid.core.corpus import Corpus
from ppid.kinds.badan import Badan
from ppid.publishing.items.recipients import ppid_utama

OPEN_CODE = "[kode kewajiban]"
"""What stands for the code until a finding is chosen; the script of the site puts it in."""
_TEXT = """\
Kepada Yth.
{kepada}

Perihal: Sanggahan atas penilaian kelengkapan {tahun}

Kode temuan: {tahun}/{opd}/{kode}
Alamat: {alamat}#{kode}
Perangkat daerah: {nama}

Yang keliru: [isi]
Keadaan yang seharusnya: [isi]
Bukti (alamat dokumen atau halaman): [isi]

Saya menyanggah sebagai: [perangkat daerah, pemantau, atau masyarakat]
[tanggal]
"""


@dataclass(frozen=True, slots=True)
class SuratSanggah:
    """The objection of one OPD and year; the finding itself is left open."""

    kepada: str
    opd: str
    nama: str
    tahun: int
    contoh: bool

    def text(self, address: str) -> str:
        """Return the text as it is copied; `address` is that of the page."""
        return _TEXT.format(
            kepada=self.kepada,
            tahun=self.tahun,
            opd=self.opd,
            nama=self.nama,
            kode=OPEN_CODE,
            alamat=address,
        )


def objection_letter(report: OpdReport, corpus: Corpus) -> SuratSanggah:
    """Write the objection to the findings of one OPD and year."""
    recipient = ppid_utama(corpus.get(Badan), corpus)
    name = " ".join(report.profil.nama.split())
    return SuratSanggah(recipient.nama, report.opd, name, report.tahun, report.contoh)
