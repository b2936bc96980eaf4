"""How regulations hang together: who changes or revokes whom, as a drawing and as sentences."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ppid.core.corpus import Corpus
from ppid.core.page import Cell, Figure, url_of
from ppid.kinds.regulasi import Regulasi, Status, doubted_by, status_of
from ppid.kinds.wording import format_tanggal
from ppid.publishing.citing import code_of
from ppid.publishing.diagram import Arrow, Box, Words, stack
from ppid.values.text import joined

LEGEND = {
    "mengubah": "mengubah",
    "mencabut": "mencabut",
    "belum": "pengaruhnya belum diketahui",
}
_FIELD = {
    "mengubah": "mengubah",
    "mencabut": "mencabut",
    "belum": "hubungan_belum_diketahui",
}
STATUS = {
    Status.BERLAKU: "Berlaku",
    Status.DIUBAH: "Berlaku dengan perubahan",
    Status.DICABUT: "Dicabut",
}


@dataclass(frozen=True, slots=True)
class Family:
    """Regulations that hang together, the oldest first, with the lines between them."""

    members: tuple[Regulasi, ...]
    arrows: tuple[Arrow, ...]


def status_cell(regulasi: Regulasi, corpus: Corpus) -> Cell:
    """Say the status in words and shape; what is in doubt is never shown as plainly in force."""
    status, doubted = status_of(regulasi, corpus), doubted_by(regulasi, corpus)
    if not doubted or status is Status.DICABUT:
        return Cell(STATUS[status], state=status.value)
    doubt = f"pengaruh {listed(doubted)} belum diketahui"
    return Cell(f"{STATUS[status]}; {doubt}", state=Status.DIUBAH.value)


def listed(found: tuple[Regulasi, ...]) -> str:
    """Name regulations in a sentence."""
    return joined([code_of(r) for r in found])


def family_of(regulasi: Regulasi, corpus: Corpus) -> Family:
    """Return the regulations that hang together with one, itself included."""
    return _families(corpus)[regulasi.id.slug]


@lru_cache(maxsize=2)
def _families(corpus: Corpus) -> dict[str, Family]:
    by_slug = {r.id.slug: r for r in corpus.of(Regulasi)}
    near: dict[str, set[str]] = defaultdict(set)
    for regulasi in by_slug.values():
        for slug in _named(regulasi) & by_slug.keys():
            near[slug].add(regulasi.id.slug)
            near[regulasi.id.slug].add(slug)
    found: dict[str, Family] = {}
    for slug in by_slug:
        if slug not in found:
            members = [by_slug[one] for one in _reached(slug, near)]
            family = _family(sorted(members, key=_age))
            found.update((member.id.slug, family) for member in members)
    return found


def _named(regulasi: Regulasi) -> set[str]:
    return {slug for name in _FIELD.values() for slug in getattr(regulasi, name)}


def _age(regulasi: Regulasi) -> tuple[int, str, str]:
    day = regulasi.tanggal_penetapan
    return regulasi.tahun, day.isoformat() if day else "", regulasi.id.slug


def _reached(start: str, near: dict[str, set[str]]) -> set[str]:
    reached, waiting = {start}, [start]
    while waiting:
        new = near[waiting.pop()] - reached
        reached |= new
        waiting.extend(new)
    return reached


def _family(members: list[Regulasi]) -> Family:
    place = {regulasi.id.slug: number for number, regulasi in enumerate(members)}
    arrows = (
        Arrow(number, place[slug], style)
        for number, regulasi in enumerate(members)
        for style, name in _FIELD.items()
        for slug in getattr(regulasi, name)
        if slug in place
    )
    return Family(tuple(members), tuple(sorted(arrows, key=lambda a: (a.start - a.end, a.start))))


def drawing_of(regulasi: Regulasi, corpus: Corpus) -> Figure | None:
    """Draw how a regulation hangs together with others; nothing when it stands alone."""
    family = family_of(regulasi, corpus)
    if not family.arrows:
        return None
    boxes = [Box((code_of(r), _state(r, corpus)), marked=r is regulasi) for r in family.members]
    said = " ".join("".join(c.text for c in s) for s in sentences(regulasi, corpus))
    words = Words(f"Hubungan {code_of(regulasi)} dengan peraturan lain", said)
    return stack(boxes, family.arrows, LEGEND, words)


def _state(regulasi: Regulasi, corpus: Corpus) -> str:
    status = status_of(regulasi, corpus)
    unsure = status is not Status.DICABUT and doubted_by(regulasi, corpus)
    return STATUS[status] + (", tetapi belum pasti" if unsure else "")


def sentences(regulasi: Regulasi, corpus: Corpus) -> Iterator[tuple[Cell, ...]]:
    """Say in words what the drawing shows: one sentence for each regulation, the oldest first."""
    family = family_of(regulasi, corpus)
    for number, member in enumerate(family.members):
        name = Cell(code_of(member), "" if member is regulasi else url_of(member.id))
        here = " (peraturan ini)" if member is regulasi else ""
        deeds = "".join(_deeds(number, family))
        yield name, Cell(f"{here}: {_state(member, corpus).lower()}{deeds}. {_dated(member)}")


def _dated(regulasi: Regulasi) -> str:
    day = regulasi.tanggal_penetapan
    return f"Ditetapkan {format_tanggal(day)}." if day else "Tanggalnya belum diketahui."


def _deeds(number: int, family: Family) -> Iterator[str]:
    for style in _FIELD:
        ends = [a.end for a in family.arrows if (a.start, a.style) == (number, style)]
        names = joined([code_of(family.members[end]) for end in sorted(ends)])
        if names and style == "belum":
            yield f". Belum diketahui apakah peraturan itu mengubah atau mencabut {names}"
        elif names:
            yield f"; {style} {names}"
