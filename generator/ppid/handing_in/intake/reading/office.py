"""Who holds information: names of units, compared with those of the perangkat daerah."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from ppid.core.corpus import Corpus
from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.intake.reading.plain import read_plain
from ppid.handing_in.intake.reading.verdict import Advice, Verdict
from ppid.kinds.opd import ProfilOpd
from ppid.values.titles import normal_title

_ALIKE = 88


@dataclass(frozen=True, slots=True)
class OfficeReader:
    """Reads a unit; the words stay as they are, a name that is nearly an OPD's is pointed out.

    `names` gives the official name by its normal form.
    """

    names: tuple[tuple[str, str], ...]

    def __call__(self, text: str) -> Verdict:
        return _read(text, self.names)


def office_reader(corpus: Corpus) -> OfficeReader:
    """Make the reader for the perangkat daerah of a corpus."""
    known = _names(corpus.of(ProfilOpd))
    return OfficeReader(tuple(sorted(known.items())))


def _names(profiles: Iterable[ProfilOpd]) -> dict[str, str]:
    return {
        normal_title(name): name
        for profil in profiles
        for name in (profil.nama, profil.singkatan, *profil.nama_lain)
    }


@lru_cache(maxsize=8192)
def _read(text: str, names: tuple[tuple[str, str], ...]) -> Verdict:
    spelt = normal_title(text)
    known = dict(names)
    if spelt in known or not spelt:
        return read_plain(text)
    near = process.extractOne(spelt, list(known), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    if near is None:
        return read_plain(text)
    message = f"Nama ini hampir sama dengan “{known[near[0]]}”"
    return Verdict(text, advice=Advice(Severity.SARAN, message, "Periksa ejaannya."))
