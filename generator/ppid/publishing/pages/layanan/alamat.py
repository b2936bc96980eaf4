"""Where the pages of the service stand, and the way to them."""

from ppid.assessing.obligations import CHANNELS
from ppid.core.page import Link
from ppid.kinds.acuan.prosedur import Prosedur
from ppid.kinds.wording import BERANDA

INDEX = Link("Layanan", "layanan/")
ALUR = Link("Alur layanan", "layanan/alur/")
SOP = Link("SOP layanan informasi", "layanan/sop/")
KANAL = Link("Kanal layanan", CHANNELS)
TENGGAT = Link("Hitung tenggat", "layanan/hitung-tenggat/")
REPORTS = Link("Laporan layanan", "layanan/laporan/")
CRUMBS = (BERANDA, INDEX)


def procedure_link(prosedur: Prosedur) -> Link:
    """Return the way to a procedure."""
    return Link(prosedur.judul, prosedur.alamat)


def year_link(tahun: int) -> Link:
    """Return the address of the figures of a year."""
    return Link(str(tahun), f"{REPORTS.url}{tahun}/")
