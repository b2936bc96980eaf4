"""DIK: the list of excluded information, its rows, and the digests of what it withholds."""

from ppid.core.kind import BlankFile, FilePattern, Kind
from ppid.core.rule import rules_in
from ppid.diagnostics.places import RecordId
from ppid.kinds.daftar import DaftarDikecualikan, identify_list, identify_row
from ppid.kinds.dik import basis_rules, subject_rules, withheld
from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.kinds.dik.withheld import SidikDikecualikan

_RULES = {**vars(basis_rules), **vars(subject_rules), **vars(withheld)}
DAFTAR = Kind(
    label="Daftar Informasi yang Dikecualikan",
    model=DaftarDikecualikan,
    files=(FilePattern("opd/{opd}/dik/{tahun}.yml"),),
    identify=identify_list,
    address="opd/{opd}/dik/{tahun}/",
    blank=BlankFile(name="dik", offered=("penetapan", "uji_konsekuensi", "disampaikan")),
    rules=rules_in(_RULES, DaftarDikecualikan),
)
KIND = Kind(
    label="Informasi yang Dikecualikan",
    model=InformasiDikecualikan,
    files=(FilePattern("opd/{opd}/dik/{tahun}.csv"),),
    identify=identify_row,
    title="informasi",
    address="opd/{opd}/dik/{tahun}/{slug}/",
    blank=BlankFile(name="dik"),
    rules=rules_in(_RULES, InformasiDikecualikan),
)
SIDIK = Kind(
    label="Sidik dokumen yang dikecualikan",
    model=SidikDikecualikan,
    files=(FilePattern("opd/{opd}/dik/sidik.yml"),),
    identify=lambda place, sidik: RecordId(sidik.kind, place.opd, 0, sidik.sha256[:16]),
    rules=rules_in(_RULES, SidikDikecualikan),
    entries="sidik",
)
