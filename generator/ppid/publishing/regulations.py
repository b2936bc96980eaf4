"""How regulations are called, how they hang together, and what on the site refers to them."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ppid.core.corpus import Corpus
from ppid.core.page import Cell, Figure, Link
from ppid.kinds import url_of
from ppid.kinds.acuan.peraturan import Peraturan, slug_of
from ppid.kinds.dik.model import InformasiDikecualikan, daftar_of, dasar_of
from ppid.kinds.kegiatan import Kegiatan
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.regulasi import Regulasi, Status, doubted_by, status_of
from ppid.kinds.wording import JENIS_REGULASI, KODE_REGULASI
from ppid.publishing.diagram import Arrow, Box, Words, stack
from ppid.values.dates import format_tanggal
from ppid.values.numbers import format_bulat
from ppid.values.text import joined

STATUS = {
    Status.BERLAKU: "Berlaku",
    Status.DIUBAH: "Berlaku dengan perubahan",
    Status.DICABUT: "Dicabut",
}
LEGEND = {
    "mengubah": "mengubah",
    "mencabut": "mencabut",
    "belum": "hubungannya belum dipastikan",
}
"""The styles of lines in a drawing, with what they mean."""
_FIELD = {
    "mengubah": "mengubah",
    "mencabut": "mencabut",
    "belum": "hubungan_belum_diketahui",
}


# ---- names


def code_of(regulasi: Regulasi) -> str:
    """Write a regulation as it is cited: its short kind, number and year."""
    kind = f"{KODE_REGULASI[regulasi.jenis]} {regulasi.penerbit}".rstrip()
    return f"{kind} {regulasi.nomor}/{regulasi.tahun}"


def short_title(regulasi: Regulasi) -> str:
    """Write type, number and year."""
    kind = f"{JENIS_REGULASI[regulasi.jenis]} {regulasi.penerbit}".rstrip()
    return f"{kind} Nomor {regulasi.nomor} Tahun {regulasi.tahun}"


def full_title(regulasi: Regulasi) -> str:
    """Write a regulation's title as it is cited."""
    return f"{short_title(regulasi)} tentang {regulasi.tentang}"


def listed(found: tuple[Regulasi, ...]) -> str:
    """Name regulations in a sentence."""
    return joined([code_of(r) for r in found])


def law_url(law: Peraturan) -> str:
    """Return the page with the quotations of a law, else the index of laws."""
    return f"tentang/dasar-hukum/{law.id.slug}/" if law.kutipan else "tentang/dasar-hukum/"


# ---- status and relations


def status_cell(regulasi: Regulasi, corpus: Corpus) -> Cell:
    """Say the status in words and shape; what is in doubt is never shown as plainly in force."""
    status, doubted = status_of(regulasi, corpus), doubted_by(regulasi, corpus)
    if not doubted or status is Status.DICABUT:
        return Cell(STATUS[status], state=status.value)
    doubt = f"hubungan dengan {listed(doubted)} belum dipastikan"
    return Cell(f"{STATUS[status]}; {doubt}", state=Status.DIUBAH.value)


@dataclass(frozen=True, slots=True)
class RegulationFamily:
    """Regulations that hang together, the oldest first, with the lines between them."""

    members: tuple[Regulasi, ...]
    arrows: tuple[Arrow, ...]


def families_of(corpus: Corpus) -> Mapping[str, RegulationFamily]:
    """Return for the slug of every regulation those that hang together with it, itself included."""
    by_slug = {r.id.slug: r for r in corpus.of(Regulasi)}
    near: dict[str, set[str]] = defaultdict(set)
    for slug, regulasi in by_slug.items():
        named = {other for name in _FIELD.values() for other in getattr(regulasi, name)}
        for other in named & by_slug.keys():
            near[other].add(slug)
            near[slug].add(other)
    found: dict[str, RegulationFamily] = {}
    for slug in by_slug:
        if slug in found:
            continue
        reached, waiting = {slug}, [slug]
        while waiting:
            new = near[waiting.pop()] - reached
            reached |= new
            waiting.extend(new)
        family = _family(sorted((by_slug[one] for one in reached), key=_age))
        found.update(dict.fromkeys(reached, family))
    return found


def _age(regulasi: Regulasi) -> tuple[int, str, str]:
    day = regulasi.tanggal_penetapan
    return regulasi.tahun, day.isoformat() if day else "", regulasi.id.slug


def _family(members: list[Regulasi]) -> RegulationFamily:
    place = {regulasi.id.slug: number for number, regulasi in enumerate(members)}
    arrows = (
        Arrow(number, place[slug], style)
        for number, regulasi in enumerate(members)
        for style, name in _FIELD.items()
        for slug in getattr(regulasi, name)
        if slug in place
    )
    # Short lines come first, so that they lie nearest to the boxes.
    ordered = sorted(arrows, key=lambda a: (a.start - a.end, a.start))
    return RegulationFamily(tuple(members), tuple(ordered))


def drawing_of(regulasi: Regulasi, family: RegulationFamily, corpus: Corpus) -> Figure | None:
    """Draw how a regulation hangs together with others; nothing when it stands alone."""
    if not family.arrows:
        return None
    boxes = [Box((code_of(r), _state(r, corpus)), marked=r is regulasi) for r in family.members]
    said = " ".join("".join(c.text for c in s) for s in sentences(regulasi, family, corpus))
    words = Words(f"Hubungan {code_of(regulasi)} dengan peraturan lain", said)
    return stack(boxes, family.arrows, LEGEND, words)


def sentences(
    regulasi: Regulasi, family: RegulationFamily, corpus: Corpus
) -> Iterator[tuple[Cell, ...]]:
    """Say in words what the drawing shows: one sentence for each regulation, the oldest first."""
    for number, member in enumerate(family.members):
        name = Cell(code_of(member), "" if member is regulasi else url_of(member.id))
        here = " (peraturan ini)" if member is regulasi else ""
        deeds = "".join(_deeds(number, family))
        day = member.tanggal_penetapan
        dated = f"Ditetapkan {format_tanggal(day)}." if day else "Tanggalnya belum tercatat."
        yield name, Cell(f"{here}: {_state(member, corpus).lower()}{deeds}. {dated}")


def _state(regulasi: Regulasi, corpus: Corpus) -> str:
    status = status_of(regulasi, corpus)
    unsure = status is not Status.DICABUT and doubted_by(regulasi, corpus)
    return STATUS[status] + ("; statusnya belum dipastikan" if unsure else "")


def _deeds(number: int, family: RegulationFamily) -> Iterator[str]:
    for style in _FIELD:
        ends = [a.end for a in family.arrows if (a.start, a.style) == (number, style)]
        names = joined([code_of(family.members[end]) for end in sorted(ends)])
        if names and style == "belum":
            yield f". Belum dipastikan apakah peraturan itu mengubah atau mencabut {names}"
        elif names:
            yield f"; {style} {names}"


# ---- references


@dataclass(frozen=True, slots=True)
class Cited:
    """What refers to one regulation: activities, and lists of excluded information with counts."""

    kegiatan: list[Link] = field(default_factory=list)
    daftar: list[Link] = field(default_factory=list)


def citations_in(corpus: Corpus) -> Mapping[str, Cited]:
    """Return for the slug of every regulation what refers to it."""
    found = {regulasi.id.slug: Cited() for regulasi in corpus.of(Regulasi)}
    codes = {code_of(r): r.id.slug for r in corpus.of(Regulasi)}
    for kegiatan in sorted(corpus.of(Kegiatan), key=lambda k: k.id.slug, reverse=True):
        words = " ".join(kegiatan.isi.split())
        named = {slug for code, slug in codes.items() if code in words}
        for slug in sorted(named | (set(kegiatan.terkait) & found.keys())):
            found[slug].kegiatan.append(Link(kegiatan.judul, url_of(kegiatan.id)))
    # Rows are counted by list, the newest first; a place in the name of a regulation is left out.
    counts: dict[str, Counter[tuple[int, str]]] = defaultdict(Counter)
    first: dict[tuple[int, str], InformasiDikecualikan] = {}
    for row in corpus.of(InformasiDikecualikan):
        cited = (c.peraturan.split(" ") for c in dasar_of(row, corpus).reading.citations)
        slugs = {slug_of(f"{words[0]} {words[-1]}") for words in cited}
        for slug in slugs & found.keys():
            key = (-row.id.tahun, row.owner)
            counts[slug][key] += 1
            first.setdefault(key, row)
    for slug, counted in counts.items():
        links = (_list_link(first[key], number, corpus) for key, number in sorted(counted.items()))
        found[slug].daftar.extend(links)
    return found


def _list_link(row: InformasiDikecualikan, number: int, corpus: Corpus) -> Link:
    profil = corpus.get(ProfilOpd, row.owner)
    daftar = daftar_of(row, corpus)
    mark = " (contoh)" if daftar and daftar.contoh else ""
    name = profil.singkatan if profil else row.owner
    words = f"DIK {name} {row.id.tahun}: {format_bulat(number)} informasi{mark}"
    return Link(words, f"opd/{row.owner}/dik/{row.id.tahun}/")
