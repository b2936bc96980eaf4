"""DIK: the list of excluded information, its rows, and the digests of what it withholds."""

from ppid.core.kind import FilePattern, Kind, Place
from ppid.core.record import Record
from ppid.core.rule import rules_in
from ppid.diagnostics.places import RecordId
from ppid.kinds.daftar import DaftarDikecualikan, identify_list
from ppid.kinds.dik import ground_rules, list_rules, sidik, subject_rules, term_rules
from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.kinds.dik.sidik import SidikDikecualikan, identify_sidik


def identify(place: Place, record: Record) -> RecordId:
    """Name a row by its OPD, year and `kode`."""
    assert isinstance(record, InformasiDikecualikan)  # noqa: S101 — see Kind
    return RecordId(record.kind, place.opd, place.tahun, record.kode.lower())


DAFTAR = Kind(
    label="Daftar Informasi yang Dikecualikan",
    model=DaftarDikecualikan,
    files=(FilePattern("opd/{opd}/dik/{tahun}.yml"),),
    identify=identify_list,
    rules=rules_in(vars(list_rules)),
)
KIND = Kind(
    label="Informasi yang Dikecualikan",
    model=InformasiDikecualikan,
    files=(FilePattern("opd/{opd}/dik/{tahun}.csv"),),
    identify=identify,
    rules=(
        *rules_in(vars(ground_rules)),
        *rules_in(vars(term_rules)),
        *rules_in(vars(subject_rules)),
    ),
)
SIDIK = Kind(
    label="Sidik dokumen yang dikecualikan",
    model=SidikDikecualikan,
    files=(FilePattern("opd/{opd}/dik/sidik.yml"),),
    identify=identify_sidik,
    rules=rules_in(vars(sidik)),
    entries="sidik",
)
