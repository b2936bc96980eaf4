"""How regulations are called in short, and what on the site refers to them."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from ppid.core.corpus import Corpus
from ppid.core.page import Link, url_of
from ppid.kinds.acuan.peraturan import Peraturan, slug_of
from ppid.kinds.dik.model import InformasiDikecualikan, daftar_of
from ppid.kinds.dik.resolved import dasar_of
from ppid.kinds.kegiatan import Kegiatan
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.regulasi import Regulasi
from ppid.kinds.wording import JENIS_REGULASI, KODE_REGULASI, format_bulat


def code_of(regulasi: Regulasi) -> str:
    """Write a regulation as it is cited: “Perwal 27/2017”."""
    return f"{KODE_REGULASI[regulasi.jenis]} {regulasi.nomor}/{regulasi.tahun}"


def short_title(regulasi: Regulasi) -> str:
    """Write type, number and year."""
    return f"{JENIS_REGULASI[regulasi.jenis]} Nomor {regulasi.nomor} Tahun {regulasi.tahun}"


def full_title(regulasi: Regulasi) -> str:
    """Write a regulation's title as it is cited."""
    return f"{short_title(regulasi)} tentang {regulasi.tentang}"


def law_url(law: Peraturan) -> str:
    """Return the page with the quotations of a law, else the index of laws."""
    return f"tentang/dasar-hukum/{law.id.slug}/" if law.kutipan else "tentang/dasar-hukum/"


@dataclass(frozen=True, slots=True)
class Cited:
    """What refers to one regulation: activities, and lists of excluded information with counts."""

    kegiatan: list[Link] = field(default_factory=list)
    daftar: list[Link] = field(default_factory=list)


def citations_of(regulasi: Regulasi, corpus: Corpus) -> Cited:
    """Return what refers to a regulation."""
    return _index(corpus).get(regulasi.id.slug) or Cited()


@lru_cache(maxsize=2)
def _index(corpus: Corpus) -> Mapping[str, Cited]:
    """Walk the records once for all regulations."""
    found: dict[str, Cited] = defaultdict(Cited)
    codes = {code_of(r): r.id.slug for r in corpus.of(Regulasi)}
    for kegiatan in sorted(corpus.of(Kegiatan), key=lambda k: k.id.slug, reverse=True):
        words = " ".join(kegiatan.isi.split())
        named = {slug for code, slug in codes.items() if code in words}
        for slug in sorted(named | (set(kegiatan.terkait) & set(codes.values()))):
            found[slug].kegiatan.append(Link(kegiatan.judul, url_of(kegiatan.id)))
    for slug, lists in _lists(corpus, set(codes.values())).items():
        found[slug].daftar.extend(lists)
    return found


def _lists(corpus: Corpus, slugs: set[str]) -> Mapping[str, list[Link]]:
    """Count the rows of each list that rest on a regulation; a place in its name is left out."""
    counts: dict[str, Counter[tuple[int, str]]] = defaultdict(Counter)
    first: dict[tuple[int, str], InformasiDikecualikan] = {}
    for row in corpus.of(InformasiDikecualikan):
        for slug in _slugs(row, corpus) & slugs:
            key = (-row.id.tahun, row.owner)
            counts[slug][key] += 1
            first.setdefault(key, row)
    label = _labeller(corpus)
    return {
        slug: [label(first[key], number) for key, number in sorted(found.items())]
        for slug, found in counts.items()
    }


def _slugs(row: InformasiDikecualikan, corpus: Corpus) -> set[str]:
    cited = (c.peraturan.split(" ") for c in dasar_of(row, corpus).reading.citations)
    return {slug_of(f"{words[0]} {words[-1]}") for words in cited}


def _labeller(corpus: Corpus) -> Callable[[InformasiDikecualikan, int], Link]:
    def label(row: InformasiDikecualikan, number: int) -> Link:
        profil = corpus.get(ProfilOpd, row.owner)
        daftar = daftar_of(row, corpus)
        mark = " (contoh)" if daftar and daftar.contoh else ""
        name = profil.singkatan if profil else row.owner
        words = f"DIK {name} {row.id.tahun}: {format_bulat(number)} informasi{mark}"
        return Link(words, f"opd/{row.owner}/dik/{row.id.tahun}/")

    return label
