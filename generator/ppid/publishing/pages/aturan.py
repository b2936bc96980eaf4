"""The index of all rules; the page of each rule is written by hand in `content/aturan/`."""

from collections.abc import Iterator

from ppid.checking.check import all_requirements
from ppid.core.page import Body, Cell, Link, Page, Section, Table, rule_url
from ppid.kinds import KINDS
from ppid.kinds.wording import BERANDA
from ppid.publishing.publication import Publication

_FAMILIES = {
    "BRK": "Berkas",
    "ISI": "Isian",
    "DIK": "Informasi yang dikecualikan",
    "DIP": "Informasi publik",
    "REG": "Regulasi",
    "KGT": "Kegiatan",
    "OPD": "Perangkat daerah",
    "LYN": "Angka layanan",
    "BDN": "Badan publik",
    "KWJ": "Kewajiban pengumuman",
    "SAQ": "Kuesioner penilaian",
    "RUJ": "Rujukan",
    "DUP": "Catatan ganda",
    "KTR": "Pertentangan",
    "BRU": "Ketepatan waktu",
    "PRI": "Data pribadi",
    "PGC": "Pengecualian aturan",
}


def pages(publication: Publication) -> Iterator[Page]:  # noqa: ARG001 — every part takes the corpus
    """Yield the index of rules, family by family."""
    sections = tuple(_family(code, name) for code, name in _families().items())
    lead = (
        "Setiap aturan menyatakan apa yang seharusnya berlaku, dengan dasar hukum, contoh yang "
        "keliru, dan contoh yang benar."
    )
    yield Page(
        url="aturan/",
        title="Aturan pemeriksaan",
        description=lead,
        section="mutu-data",
        template="jenis/daftar.html",
        context=Body(lead, sections=sections),
        crumbs=(BERANDA, Link("Mutu data", "mutu-data/")),
        name="Aturan",
    )


def _families() -> dict[str, str]:
    """Name every family of rules; one that is not named here is called like its kind."""
    families = dict(_FAMILIES)
    for kind in KINDS:
        for rule in kind.rules:
            families.setdefault(rule.requirement.id[:3], kind.label)
    return families


def _family(code: str, name: str) -> Section:
    rows = [
        (
            Cell(r.id, rule_url(r.id)),
            Cell(r.title),
            Cell(r.severity.value.capitalize(), state=r.severity.value),
            Cell("; ".join(r.legal_basis) or r.no_basis),
        )
        for r in all_requirements().values()
        if r.id.startswith(code)
    ]
    columns = ("Aturan", "Yang seharusnya", "Tingkat", "Dasar")
    table = Table(f"{len(rows)} aturan tentang {name.lower()}", columns, rows)
    return Section(name, table=table, anchor=f"keluarga-{code.lower()}")
