"""DIP: the list of public information and its rows."""

from generator.identity import RecordId
from generator.kind import FilePattern, Kind, Place
from generator.kinds.daftar import DaftarPublik, identify_list
from generator.kinds.dip import list_rules, row_rules
from generator.kinds.dip.model import InformasiPublik
from generator.record import Record
from generator.rule import rules_in


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
