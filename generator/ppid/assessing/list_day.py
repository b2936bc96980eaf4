"""The day of a list, by which its rows are dated that bear no date of their own."""

from datetime import date

from ppid.kinds.daftar import DaftarDikecualikan, DaftarPublik


def list_day(daftar: DaftarPublik | DaftarDikecualikan) -> date | None:
    """Give the day of a list: of its decision, of its statement, or on which it was handed in."""
    if daftar.penetapan and daftar.penetapan.tanggal:
        return daftar.penetapan.tanggal
    return daftar.nihil.tanggal if daftar.nihil else daftar.disampaikan
