"""DIP: the list of public information and its rows."""

from ppid.core.kind import FilePattern, Kind, Place
from ppid.core.record import Record
from ppid.core.rule import rules_in
from ppid.diagnostics.places import RecordId
from ppid.kinds.daftar import DaftarPublik, identify_list
from ppid.kinds.dip import list_rules, row_rules
from ppid.kinds.dip.model import InformasiPublik


def identify(place: Place, record: Record) -> RecordId:
    """Name a row by its OPD, year and `kode`."""
    assert isinstance(record, InformasiPublik)  # noqa: S101 — see Kind
    return RecordId(record.kind, place.opd, place.tahun, record.kode.lower())


DAFTAR = Kind(
    label="Daftar Informasi Publik",
    model=DaftarPublik,
    files=(FilePattern("opd/{opd}/dip/{tahun}.yml"),),
    identify=identify_list,
    rules=rules_in(vars(list_rules)),
)
KIND = Kind(
    label="Informasi Publik",
    model=InformasiPublik,
    files=(FilePattern("opd/{opd}/dip/{tahun}.csv"),),
    identify=identify,
    rules=rules_in(vars(row_rules)),
)
