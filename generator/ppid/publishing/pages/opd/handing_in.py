"""The way to the page where an OPD hands in its lists."""

from typing import Final

from ppid.core.page import Link

FOR_CLERKS: Final = (
    "Setiap perangkat daerah mempunyai halaman “Serahkan daftar”: buka halaman perangkat "
    "daerahnya, lalu lihat bagian “Untuk pegawai”."
)


def handing_in_link(opd: str) -> Link:
    """Return the link to the page of an OPD that still exists."""
    return Link("Serahkan daftar", f"opd/{opd}/serahkan/")
