"""Which list is handed in: what a person typed, else what our own template says."""

from ppid.core.corpus import Corpus
from ppid.diagnostics.inert import visible
from ppid.handing_in.intake.model import Target
from ppid.handing_in.template.stamp import Stamp
from ppid.kinds.opd import ProfilOpd
from ppid.values.text import nearest


class NoTargetError(Exception):
    """Nobody said which list it is, or for an OPD that is not there; the message says so."""


def target_of(typed: Target, stamp: Stamp | None, corpus: Corpus) -> Target:
    """Complete what was typed from the stamp of a template; raises `NoTargetError`."""
    chosen = Target(
        typed.opd or (stamp.opd if stamp else ""),
        typed.jenis or (stamp.jenis if stamp else ""),
        typed.tahun or (stamp.tahun if stamp else 0),
    )
    parts = (("--opd", chosen.opd), ("--jenis", chosen.jenis), ("--tahun", chosen.tahun))
    missing = [option for option, value in parts if not value]
    if missing:
        message = f"Tulis {', '.join(missing)}; berkas ini bukan templat yang menyebutnya."
        raise NoTargetError(message)
    if corpus.get(ProfilOpd, chosen.opd) is None:
        near = nearest(chosen.opd, [profil.id.opd for profil in corpus.of(ProfilOpd)])
        hint = f" Mungkin maksudnya “{near}”." if near else ""
        message = f"Perangkat daerah “{visible(chosen.opd)}” tidak ada.{hint}"
        raise NoTargetError(message)
    return chosen
