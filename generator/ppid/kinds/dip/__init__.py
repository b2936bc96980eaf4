"""DIP: the list of public information and its rows."""

from ppid.core.kind import BlankFile, FilePattern, Kind
from ppid.core.rule import rules_in
from ppid.kinds.daftar import DaftarPublik, identify_list, identify_row
from ppid.kinds.dip import rules
from ppid.kinds.dip.model import InformasiPublik

DAFTAR = Kind(
    label="Daftar Informasi Publik",
    model=DaftarPublik,
    files=(FilePattern("opd/{opd}/dip/{tahun}.yml"),),
    identify=identify_list,
    address="opd/{opd}/dip/{tahun}/",
    blank=BlankFile(name="dip", offered=("penetapan", "disampaikan")),
    rules=rules_in(vars(rules), DaftarPublik),
)
KIND = Kind(
    label="Informasi Publik",
    model=InformasiPublik,
    files=(FilePattern("opd/{opd}/dip/{tahun}.csv"),),
    identify=identify_row,
    title="informasi",
    address="opd/{opd}/dip/{tahun}/{slug}/",
    blank=BlankFile(name="dip"),
    rules=rules_in(vars(rules), InformasiPublik),
)
