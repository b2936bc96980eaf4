"""A clerk's list as a template that is filled in: what was understood, mended and answered."""

from ppid.core.corpus import Corpus
from ppid.handing_in.facts import FACTS
from ppid.handing_in.model import Intake
from ppid.handing_in.template.prepared import Prepared, PreparedRow
from ppid.handing_in.template.stamp import Stamp, base_rows
from ppid.handing_in.template.workbook import workbook
from ppid.kinds.badan import Badan
from ppid.kinds.opd import ProfilOpd


def corrected_workbook(intake: Intake, stamp: Stamp | None, corpus: Corpus) -> bytes:
    """Return the list of an intake as .xlsx; taken in, it gives the same rows and facts.

    `stamp` is that of the workbook that was handed in: what others stored since its rows were
    filled in is still to be merged.
    """
    target = intake.target
    profil, badan = corpus.get(ProfilOpd, target.opd), corpus.get(Badan)
    facts = {fact.name for fact in FACTS[target.jenis]}
    prepared = Prepared(
        opd=target.opd,
        nama=profil.nama if profil else target.opd,
        jenis=target.jenis,
        tahun=target.tahun,
        hari=stamp.disiapkan if stamp else corpus.today,
        rows=tuple(PreparedRow(row.values) for row in intake.rows),
        asal=target.tahun,
        contoh=bool(badan and badan.contoh),
        facts={name: text for name, text in intake.about.items() if name in facts},
    )
    base = [PreparedRow(row.values) for row in base_rows(stamp)] if stamp else []
    return workbook(prepared, corpus, base)
