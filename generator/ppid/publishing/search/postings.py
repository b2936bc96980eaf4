"""From the pages that take part to postings, columns of facets and lines to show.

A posting says how well a word describes a page, from 1 to 25, weighed here once so that the
browser only adds up. Every order is fixed: the same pages give the same bytes.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from ppid.kinds import KIND_BY_NAME, KINDS
from ppid.kinds.daftar import Daftar
from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.kinds.dip.model import InformasiPublik
from ppid.publishing.search.pages import FACETS, FoundPage
from ppid.publishing.search.words import (
    ASKED_AWAY,
    HELPS,
    PAGE_WORDS,
    heads_of,
    known_groups,
    phrases_of,
    roots_in,
    said_in,
    terms_of,
    words_of,
)

TOGETHER = 8  # pages in one file of lines: neighbours are the years of one record
_SHARD = 6_000  # characters of postings in one file
_SHOWN = 1_500  # characters of a page kept for the line of context
_SAID_BESIDE = ("Kode: ", "Nomor: ", "Daftar: ", "Perangkat daerah: ", "Diperbarui: ")
"""Labels of lines that are no line of context: the hit says it already, or it tells nothing."""
_OF_OFFICE = 4.0  # of what people look for on the page of any OPD
_IN_TITLE, _IN_FACETS, _USUAL_TITLE, _USUAL_BODY = 8.0, 2.5, 8, 60
_MOST_OF_BODY = 3.0
_LEVELS, _HALF = 25, 6  # of weights; a word of this much counts half
_QUIET = {
    "layanan": 1.1,
    "layanan/laporan": 0.6,  # of one office and year; of the body below
    "layanan/laporan/": 1.0,
    "layanan/laporan/*/": 1.0,
    "kegiatan": 0.8,  # news come after the rules that they are about
    "kegiatan/": 1.0,
    "informasi/topik": 0.75,
    "informasi/a-z": 0.3,
    "kelengkapan/*/penyerahan/": 1.0,
    "kelengkapan": 0.5,
    "kelengkapan/*": 0.35,  # obligations and offices of a year
    "kelengkapan/*/": 0.5,
    "kelengkapan/saq": 0.3,
    "aturan": 0.3,
    "panduan": 0.45,
    "periksa": 0.3,
    "perubahan": 0.4,
    "mutu-data": 0.3,
}
_OPD = 1.15  # its own page comes before what it has
_OPD_PAGE = "opd/*/"  # as the list of words names it
_PUBLIC = KIND_BY_NAME[InformasiPublik.kind].label
_SERVICE = 1.1  # how something is done is asked for more than how much of it there is
_OVER = 0.7  # what is over comes after what holds
_LAPSED = 0.9  # what no list has now may still be all that there is
_QUIET_KINDS = {kind.label: 0.8 for kind in KINDS if issubclass(kind.model, Daftar)} | {
    KIND_BY_NAME[InformasiDikecualikan.kind].label: 0.8  # what is public comes first
}


@dataclass(frozen=True, slots=True)
class Index:
    """What the browser loads: a table of all pages, shards of postings, files of lines."""

    table: dict[str, object]
    shards: tuple[dict[str, list[list[int]]], ...]
    lines: tuple[list[tuple[str, str, str, str]], ...]
    counts: Counter[str]
    roots: dict[str, str]
    groups: list[list[str]]


def index_of(pages: Sequence[FoundPage], synonyms: Sequence[Sequence[str]] = ()) -> Index:
    """Index pages; the newest year of a record comes right before its older years.

    Of `synonyms` those are kept of which a page has one.
    """
    ordered = _with_older_years_over(sorted(pages, key=_place))
    phrases = phrases_of(synonyms)
    postings: dict[str, list[tuple[int, int]]] = {}
    for number, page in enumerate(ordered):
        for word, weight in sorted(weights_of(page, phrases).items()):
            postings.setdefault(word, []).append((number, weight))
    counts = Counter({word: len(found) for word, found in postings.items()})
    roots = roots_in(counts)
    groups = known_groups(synonyms, counts)
    shards = _shards(postings, roots, heads_of(groups, roots))
    table: dict[str, object] = {
        "jumlah": len(ordered),
        "berkas": TOGETHER,
        "lanjut": [int(i > 0 and p.group == ordered[i - 1].group) for i, p in enumerate(ordered)],
        "contoh": [int(page.contoh) for page in ordered],
        "bobot": [round(10 * prior_of(page)) for page in ordered],
        "segi": {name: _column([p.facets.get(name, ()) for p in ordered]) for name in FACETS},
        "pecahan": [key for key, _ in shards],
    }
    shown = [(page.url, page.title, page.answer, _shown(page)) for page in ordered]
    lines = tuple(shown[i : i + TOGETHER] for i in range(0, len(shown), TOGETHER))
    return Index(table, tuple(shard for _, shard in shards), lines, counts, roots, groups)


def _with_older_years_over(ordered: Sequence[FoundPage]) -> list[FoundPage]:
    """Tell of the older years of an information that they are over, where its newest year is."""
    told: list[FoundPage] = []
    for page in ordered:
        older = bool(told) and told[-1].group == page.group
        told.append(replace(page, lampau=page.lampau or (older and told[-1].lampau)))
    return told


def weights_of(
    page: FoundPage, phrases: Mapping[str, Sequence[list[str]]] = MappingProxyType({})
) -> dict[str, int]:
    """Weigh every word and phrase of a page: title before facets before text, short before long.

    “tolong:0” is how well it helps who asks with the first words of HELPS: one term for all of
    them, so that a question needs one file more, not one for each.
    """
    title, body = terms_of(page.title), terms_of("\n".join(page.counted))
    values = (value for name in FACETS if name != "huruf" for value in page.facets.get(name, ()))
    facets = set(words_of(" ".join(values)))
    in_title = _IN_TITLE / (0.6 + 0.4 * len(title) / _USUAL_TITLE)
    in_body = 1 / (0.6 + 0.4 * len(body) / _USUAL_BODY)
    total: dict[str, float] = dict.fromkeys(facets - {*title}, _IN_FACETS)
    in_words = {*title, *said_in(words_of(page.title), phrases)}
    for word, count in Counter([*body, *said_in(body, phrases)]).items():
        total[word] = total.get(word, 0) + min(_MOST_OF_BODY, in_body * count)
    number = (term for term in terms_of(page.url) if not term.isalnum())  # regulasi/perwal-27-2017/
    asked_for = PAGE_WORDS.get(page.group, "").split()
    for word in {*in_words, *number, *asked_for, *said_in(asked_for, phrases)}:
        total[word] = total.get(word, 0) + in_title
    if _is_of_opd(page):
        asked_for = PAGE_WORDS[_OPD_PAGE].split()
        for word in asked_for:
            total[word] = total.get(word, 0) + _OF_OFFICE
    weights = {
        word: max(1, round(_LEVELS * weight / (weight + _HALF))) for word, weight in total.items()
    }
    kept = {w: is_ for w, is_ in weights.items() if w not in ASKED_AWAY or w in asked_for}
    return kept | {
        f"tolong:{number}": max(weights[word] for word in helping)
        for number, (_, helps) in enumerate(HELPS)
        if (helping := weights.keys() & {*helps})
    }


def _is_of_opd(page: FoundPage) -> bool:
    """Tell whether this is the page of an OPD itself."""
    first, *rest = page.url.rstrip("/").split("/")
    return first == "opd" and len(rest) == 1


def _is_for_acting(page: FoundPage) -> bool:
    """Tell whether this is a document of how something is done: “Persyaratan …”, “Tata cara …”."""
    first, *_ = (*words_of(page.title), "")
    return page.facet("jenis") == _PUBLIC and first in HELPS[0][1]


def _shown(page: FoundPage) -> str:
    lines = (line for line in page.lines if not line.startswith(_SAID_BESIDE))
    return "\n".join(line for line in lines if line != page.answer)[:_SHOWN]


def _place(page: FoundPage) -> tuple[str, str, int, str]:
    year = page.facet("tahun")
    return page.facet("jenis"), page.group, -int(year) if year.isdigit() else 0, page.url


def prior_of(page: FoundPage) -> float:
    """Weigh what people can do above the records, and below them what tells of lists and changes.

    Pages about changes and about how lists are filled in never come before what they tell of.
    """
    if _is_of_opd(page):
        return _OPD
    first, *rest = page.group.rstrip("/").split("/")
    if first == "opd" and "perubahan" in rest:
        first = "perubahan"
    usual = _QUIET.get("/".join((first, *rest[:1])), _QUIET.get(first))
    usual = _QUIET.get(page.group, usual)
    usual = usual or _QUIET_KINDS.get(
        page.facet("jenis"), _SERVICE if _is_for_acting(page) else 1.0
    )
    over = _LAPSED if page.facet("jenis") == _PUBLIC else _OVER
    return usual * over if page.lampau else usual


def _column(cells: Sequence[tuple[str, ...]]) -> dict[str, object]:
    """Count the different values of a facet, for one page may have several."""
    different = sorted(set(cells))
    place = {cell: number for number, cell in enumerate(different)}
    return {"nilai": [list(cell) for cell in different], "kolom": [place[cell] for cell in cells]}


def _shards(
    postings: dict[str, list[tuple[int, int]]], roots: Mapping[str, str], heads: Mapping[str, str]
) -> list[tuple[str, dict[str, list[list[int]]]]]:
    """Cut the postings into files of about one size, each with the key that it begins at.

    The key is the root of a family, or the first of those that say the same. What has one key lies
    in one file: a question needs one for each of its words, not one for each synonym.
    """
    shards: list[tuple[str, dict[str, list[list[int]]]]] = []
    room, before = 0, ""
    keyed = ((roots.get(word, word), word) for word in postings)
    for key, word in sorted((heads.get(root, root), word) for root, word in keyed):
        packed = _packed(postings[word])
        if room <= 0 and key != before:
            shards.append((key, {}))
            room = _SHARD
        shards[-1][1][word] = packed
        room, before = room - len(str(packed)), key
    return shards


def _packed(found: list[tuple[int, int]]) -> list[list[int]]:
    """Write postings as [weight, first page, steps to the next …] for each weight."""
    rows: dict[int, list[int]] = {}
    last: dict[int, int] = {}
    for number, weight in found:
        rows.setdefault(weight, [weight]).append(number - last.get(weight, 0))
        last[weight] = number
    return [rows[weight] for weight in sorted(rows, reverse=True)]
