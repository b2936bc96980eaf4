"""Which year's lists are being collected, and from which OPD."""

from collections.abc import Sequence

from ppid.assessing.obligations import existed_in
from ppid.core.corpus import Corpus
from ppid.kinds.badan import Badan
from ppid.kinds.opd import ProfilOpd


def collecting_year(corpus: Corpus) -> int:
    """Return the year for which lists are collected: the current one, or a later one that is open.

    `tahun_berjalan` in `data/badan.yml` may be ahead of the calendar, when a body collects early;
    where nobody has raised it yet, the new year has begun all the same.
    """
    badan = corpus.get(Badan)
    return max(corpus.today.year, badan.tahun_berjalan if badan else 0)


def collected_from(tahun: int, corpus: Corpus) -> Sequence[ProfilOpd]:
    """Return the OPD that exist in a year, by folder."""
    found = (profil for profil in corpus.of(ProfilOpd) if existed_in(profil, tahun))
    return sorted(found, key=lambda profil: profil.id.opd)
