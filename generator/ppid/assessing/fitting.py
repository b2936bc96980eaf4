"""Which rows of a DIP answer the obligations that they name, and which only say so.

A row answers where its class, its document and its subject fit. What may fit but cannot be told
from the title is a doubt, for a person to settle.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, NamedTuple

from ppid.assessing.copies import file_of, first_copy, own_words
from ppid.assessing.model import Evidence, Obligation, ObligationSet
from ppid.core.corpus import Corpus
from ppid.core.document import Contents
from ppid.kinds.badan import Badan
from ppid.kinds.dip.model import InformasiPublik, codes_in
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.pemantauan.tautan import checks_of, last_check
from ppid.values.addresses import (
    document_address,
    is_on_site,
    is_public,
    site_name,
    why_not_a_document,
)
from ppid.values.dates import format_tanggal
from ppid.values.numbers import format_bulat
from ppid.values.titles import title_key, words_in

_TELLING = 2
"""How many words beside those that name nothing a title needs, where only such a word fits."""
MOST_SUBJECTS = 12
"""A title that speaks of more obligations than this names everything, and so no document.

No title of the lists that were measured speaks of more than seven (tests/assessing/test_fitting).
Shorter ones, of at most as many words, are not looked at.
"""

FEWEST_WORDS: Final = 4
"""A file that says less beside the titles of its OPD is no more than a title.

The shortest file that was measured says four things more (tests/assessing/test_copies).
"""

CHECKED_FOR: Final = 180
"""For so many days a check shows that an address can be opened."""


class Opening(NamedTuple):
    """Whether the document of a row can be opened: `lost` says why not, `unsure` why maybe not."""

    lost: str = ""
    unsure: str = ""


class Answer(NamedTuple):
    """A row that names an obligation; `doubt` says why it may not answer it, `refused` why not."""

    evidence: Evidence
    doubt: str = ""
    refused: str = ""
    opening: Opening = Opening()


Answers = Mapping[str, Sequence[Answer]]
_Claim = tuple[InformasiPublik, Obligation]


words_of: Final = lru_cache(maxsize=65536)(words_in)
"""The words of a title; many rows bear the same."""


def names_subject(title: str, obligation: Obligation, common: frozenset[str]) -> bool:
    """Tell whether a title speaks of what an obligation asks for.

    Words such as “daftar” or “jumlah” fit only together with words that say of what.
    """
    return bool(naming_words(title, obligation, common))


def naming_words(title: str, obligation: Obligation, common: frozenset[str]) -> frozenset[str]:
    """Return the words by which a title speaks of what an obligation asks for; none if it does not.

    The more there are, the more closely it fits.
    """
    words = words_of(title)
    found = [phrase for phrase in obligation.kata if phrase <= words]
    if not found:
        return frozenset()
    naming = [phrase for phrase in found if len(phrase) > 1 or phrase - common]
    if not naming and len(_telling(words, common)) < _TELLING:
        return frozenset()
    return frozenset().union(*naming or found)


def _telling(words: frozenset[str], common: frozenset[str]) -> frozenset[str]:
    """Return the words that say of what: no common ones, letters or numbers."""
    return frozenset(w for w in words - common if len(w) > 1 and not w.isdigit())


def answers_of(
    rows: Iterable[tuple[InformasiPublik, Evidence]],
    obligations: ObligationSet,
    mistaken: Collection[str],
    corpus: Corpus,
    day: date,
) -> Answers:
    """Return what each row of a list answers on a day, by obligation.

    `mistaken` codes mean other things.
    """
    known = {o.kode: o for o in obligations.obligations if o.kode not in mistaken}
    evidence = {row.id: found for row, found in rows}
    claims = [
        (row, known[code]) for row, _ in rows for code in codes_in(row.kewajiban) if code in known
    ]
    answers: dict[str, list[Answer]] = defaultdict(list)
    for document in _documents(claims, day, corpus):
        for (row, obligation), doubt, refused in _judged(document, obligations):
            opening = opening_of(row, obligation, obligations.common, day, corpus)
            answers[obligation.kode].append(Answer(evidence[row.id], doubt, refused, opening))
    return answers


def opening_of(
    row: InformasiPublik, o: Obligation, common: frozenset[str], day: date, corpus: Corpus
) -> Opening:
    """Return what is known on a day of whether the document of a row can be opened, and fits.

    A file that was handed in is read when the site is built; an address elsewhere only tells what
    somebody wrote, until it was opened.
    """
    file = file_of(row)
    if not row.tautan or file in corpus.documents:
        if file not in corpus.contents:
            return Opening()
        return Opening(
            unsure=_says_too_little(row, corpus)
            or _off_subject(row, o, common, corpus.contents[file])
        )
    if not is_public(row.tautan):
        return Opening(lost="berkas atau alamatnya tidak dapat dibuka masyarakat")
    known = last_check(row.tautan, day, corpus)
    if known is None:
        later = checks_of(row.tautan, corpus)
        first = f"baru diperiksa {format_tanggal(later[-1].tanggal)}" if later else ""
        return Opening(unsure=f"alamatnya {first or 'belum diperiksa pada hari penilaian'}")
    when = format_tanggal(known.tanggal)
    if known.keadaan == "hilang":
        return Opening(lost=f"alamatnya tidak menuju dokumen pada pemeriksaan {when}")
    if known.keadaan == "tidak-menjawab":
        return Opening(unsure=f"alamatnya tidak menjawab pada pemeriksaan {when}")
    if known.keadaan == "tidak-terbedakan":
        any_other = "membuka alamat apa pun di tempat itu, juga yang dikarang"
        told = f"situsnya {any_other}, pada pemeriksaan {when}"
        return Opening(unsure=f"{told}, sehingga terbukanya tidak menunjukkan dokumen")
    if known.tanggal < day - timedelta(days=CHECKED_FOR):
        ago = f"lebih dari {CHECKED_FOR} hari sebelum hari penilaian"
        return Opening(unsure=f"alamatnya terakhir diperiksa {when}, {ago}")
    return Opening(unsure=_off_site(known.tujuan or row.tautan, row, corpus))


def _says_too_little(row: InformasiPublik, corpus: Corpus) -> str:
    """Say why the text of a file is none; empty if it says something beside its title."""
    if not corpus.contents[file_of(row)].words:
        return "berkasnya tidak memuat tulisan yang dapat dibaca program"
    short = len(own_words(row, corpus)) < FEWEST_WORDS
    return "isi berkasnya hanya mengulang judul" if short else ""


def _off_subject(
    row: InformasiPublik, o: Obligation, common: frozenset[str], inside: Contents
) -> str:
    """Say why the text of a file shows neither its title nor its obligation; empty if it does."""
    told = _telling(words_of(row.informasi), common) & inside.words
    if told or any(phrase <= inside.words for phrase in o.kata):
        return ""
    return "isi berkasnya tidak menyebut yang disebut judulnya"


def _is_own(address: str, badan: Badan | None) -> bool:
    """Tell whether an address lies where the body says that its documents are."""
    if badan is None:
        return False
    others = (is_on_site(address, site) for site in badan.situs_lain)
    return is_on_site(address, badan.situs, beside=True) or any(others)


def _off_site(address: str, row: InformasiPublik, corpus: Corpus) -> str:
    """Say why an address lies on no site of the OPD or of its body; empty where it does."""
    if not _is_own(address, corpus.get(Badan)):
        return "alamatnya di situs yang tidak tercatat sebagai situs badan publik"
    offices = corpus.derive(_offices_by_site).get(site_name(address), {})
    whose = "" if row.id.opd in offices else next(iter(offices.values()), "")
    return whose and f"alamatnya di situs {whose}"


def _offices_by_site(corpus: Corpus) -> Mapping[str, Mapping[str, str]]:
    """Return for each site the names of the OPDs that call it theirs; the body's are nobody's."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for profil in corpus.of(ProfilOpd):
        found[site_name(profil.situs)][profil.id.opd] = profil.nama
    badan = corpus.get(Badan)
    for site in (badan.situs, *badan.situs_lain) if badan else ():
        found.pop(site_name(site), None)
    return found


def document_key(row: InformasiPublik, day: date, corpus: Corpus) -> tuple[str, str]:
    """Return by what rows are the same document: its content or address, and its title.

    The address is the one where readers ended up when it was last checked.
    """
    if row.tautan and file_of(row) in corpus.contents:
        return first_copy(row, corpus), title_key(row.informasi)
    check = last_check(row.tautan, day, corpus)
    address = (check and check.tujuan) or row.tautan
    return document_address(address), title_key(row.informasi)


def _documents(claims: Sequence[_Claim], day: date, corpus: Corpus) -> Iterable[Sequence[_Claim]]:
    """Put claims together that rest on one document: its content, its address, or its title."""
    leader: dict[tuple[str, str], int] = {}
    groups: list[list[_Claim]] = []
    belongs: list[int] = []
    for claim in claims:
        address, title = document_key(claim[0], day, corpus)
        keys = [("alamat", address)] if address else []
        keys.append(("judul", title))
        met = sorted({_root(leader[key], belongs) for key in keys if key in leader})
        if not met:
            met = [len(groups)]
            groups.append([])
            belongs.append(met[0])
        first = met[0]
        for other in met[1:]:
            groups[first] += groups[other]
            groups[other] = []
            belongs[other] = first
        groups[first].append(claim)
        leader.update(dict.fromkeys(keys, first))
    return [group for group in groups if group]


def _root(place: int, belongs: Sequence[int]) -> int:
    while belongs[place] != place:
        place = belongs[place]
    return place


def _judged(
    document: Sequence[_Claim], obligations: ObligationSet
) -> Iterable[tuple[_Claim, str, str]]:
    """Judge all claims of one document: those that fit, as many as one document can answer.

    Yield each with a doubt or the reason why it is refused; both are empty where it answers.
    """
    most = obligations.kumpulan.paling_banyak
    named: dict[str, set[str]] = defaultdict(set)
    for row, o in document:
        named[title_key(row.informasi)].add(o.naskah or o.kode)
    fits = [_fits(row, o, obligations) for row, o in document]
    # The weightiest first, so that a further claim never takes anything away.
    fitting = (o for (_, o), fit in zip(document, fits, strict=True) if fit)
    heaviest = dict.fromkeys(o.naskah or o.kode for o in sorted(fitting, key=lambda o: -o.bobot))
    answered = set([*heaviest][:most])
    for claim, fit in zip(document, fits, strict=True):
        row, o = claim
        many = len(named[title_key(row.informasi)])
        if o.klasifikasi not in {"", row.klasifikasi}:
            reason = f"digolongkan {row.klasifikasi}, padahal kewajibannya {o.klasifikasi}"
            yield claim, "", reason
        elif not fit and many > most:
            title = _too_much(row, obligations) or "judulnya bukan tentang ini"
            yield claim, "", f"menyebut {format_bulat(many)} kewajiban, sedangkan {title}"
        elif not fit:
            told = _too_much(row, obligations) or "judulnya tidak menyebut isi kewajiban ini"
            yield claim, told, ""
        elif (o.naskah or o.kode) not in answered:
            yield claim, f"dokumennya sudah menjawab {format_bulat(most)} kewajiban lain", ""
        else:
            yield claim, _doubtful_address(row), ""


def _fits(row: InformasiPublik, o: Obligation, obligations: ObligationSet) -> bool:
    return (
        o.klasifikasi in {"", row.klasifikasi}
        and names_subject(row.informasi, o, obligations.common)
        and not _too_much(row, obligations)
    )


def _doubtful_address(row: InformasiPublik) -> str:
    reason = why_not_a_document(row.tautan)
    return f"alamatnya {reason}" if reason else ""


def subjects_of(title: str, klasifikasi: str, obligations: ObligationSet) -> int:
    """Count the obligations of a class that a title speaks of."""
    listed = (o for o in obligations.obligations if o.klasifikasi in {"", klasifikasi})
    return len({o.naskah or o.kode for o in listed if names_subject(title, o, obligations.common)})


def _too_much(row: InformasiPublik, obligations: ObligationSet) -> str:
    if len(words_of(row.informasi)) <= MOST_SUBJECTS:
        return ""
    many = subjects_of(row.informasi, row.klasifikasi, obligations)
    told = f"judulnya menyebut isi {format_bulat(many)} kewajiban, terlalu banyak bagi satu dokumen"
    return told if many > MOST_SUBJECTS else ""
