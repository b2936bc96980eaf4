"""Codes of a list that was decided under older rules, in the year in which the rules changed.

A few codes stand in two regulations and mean different things; such a list means the older one.
"""

from collections.abc import Mapping

from ppid.assessing.list_day import list_day
from ppid.core.corpus import Corpus
from ppid.kinds.acuan.kewajiban import KumpulanKewajiban, kumpulan_in
from ppid.kinds.daftar import DaftarPublik
from ppid.kinds.dip.model import InformasiPublik, codes_in

Lists = Mapping[tuple[str, int], frozenset[str]]


def older_codes(corpus: Corpus) -> Lists:
    """Give the codes that do not count, for each list that still speaks in codes of older rules.

    A list decided early and written in the new codes since then counts in full.
    """
    found: dict[tuple[str, int], frozenset[str]] = {}
    for daftar in corpus.of(DaftarPublik):
        group, day = kumpulan_in(daftar.id.tahun, corpus), list_day(daftar)
        if group is None or day is None or day >= group.mulai:
            continue
        ours, before = _codes(group), _before(group, corpus)
        rows = corpus.in_list(InformasiPublik, daftar.id.opd, daftar.id.tahun)
        written = {code for row in rows for code in codes_in(row.kewajiban)}
        if written & (before - ours):
            found[daftar.id.opd, daftar.id.tahun] = ours & before
    return found


def _codes(group: KumpulanKewajiban) -> frozenset[str]:
    return frozenset(kewajiban.kode for kewajiban in group.kewajiban)


def _before(group: KumpulanKewajiban, corpus: Corpus) -> frozenset[str]:
    older = (each for each in corpus.of(KumpulanKewajiban) if each.mulai < group.mulai)
    return frozenset().union(*map(_codes, older))
