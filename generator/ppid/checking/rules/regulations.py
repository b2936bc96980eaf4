"""How regulations relate: what changes and revokes what, and who still cites what has ended."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ppid.core.corpus import Corpus
from ppid.core.project_files import is_in_package
from ppid.core.record import Record
from ppid.core.rule import Finding, at, rule
from ppid.diagnostics.diagnostic import Note, Severity, offer
from ppid.diagnostics.places import Route
from ppid.kinds.acuan.jdih import DokumenJdih
from ppid.kinds.acuan.peraturan import Peraturan, slug_of
from ppid.kinds.badan import Badan
from ppid.kinds.dik.model import InformasiDikecualikan, daftar_of
from ppid.kinds.regulasi import Regulasi, changed_by
from ppid.values.citations import read as read_citations
from ppid.values.dates import format_tanggal
from ppid.values.text import nearest, quoted

_RELATIONS = ("mengubah", "mencabut", "hubungan_belum_diketahui", "dasar")
_CHANGES = ("mengubah", "mencabut")


@rule(
    "REG-001",
    title="Peraturan yang diubah, dicabut, atau menjadi dasar memang ada",
    severity=Severity.GALAT,
    hint="Tulis seperti nama berkasnya, misalnya “perwal-27-2017”, atau tambahkan peraturannya.",
    no_basis="Status berlaku dihitung dari hubungan ini; yang putus memberi status yang keliru.",
)
def hubungan_menunjuk_peraturan_yang_ada(corpus: Corpus) -> Iterator[Finding]:
    known = {regulasi.id.slug for regulasi in corpus.of(Regulasi)}
    known.update(slug_of(peraturan.kode) for peraturan in corpus.of(Peraturan))
    for regulasi in corpus.of(Regulasi):
        for route, written in _related(regulasi, _RELATIONS):
            # A basis may be cited as laws are; what is changed must be named as a record.
            slug = slug_of(written) if route[0] == "dasar" else written
            if slug not in known:
                near = nearest(written, known)
                hint = offer(near)
                message = f"Peraturan {quoted(written)} tidak ditemukan"
                yield at(regulasi, route, message, hint=hint)


def _related(regulasi: Regulasi, relations: tuple[str, ...]) -> Iterator[tuple[Route, str]]:
    for relation in relations:
        for index, written in enumerate(getattr(regulasi, relation)):
            yield (relation, index), written


@rule(
    "REG-002",
    title="Peraturan yang mengubah tidak lebih tua daripada yang diubahnya",
    severity=Severity.GALAT,
    hint="Periksa tanggal penetapannya, dan mana yang mengubah atau mencabut mana.",
    no_basis="Status berlaku dihitung dari hubungan ini; yang terbalik memberi status yang keliru.",
)
def perubahan_tidak_lebih_tua(corpus: Corpus) -> Iterator[Finding]:
    by_slug = {regulasi.id.slug: regulasi for regulasi in corpus.of(Regulasi)}
    for regulasi in by_slug.values():
        for route, written in _related(regulasi, _CHANGES):
            changed = by_slug.get(written)
            reason = _why_impossible(regulasi, changed, by_slug) if changed else ""
            if changed and reason:
                place = changed.span("tanggal_penetapan" if changed.tanggal_penetapan else "tahun")
                notes = (Note(f"“{written}” ditetapkan di sini", place),)
                yield at(regulasi, route, f"Peraturan {quoted(written)} {reason}", notes=notes)


def _why_impossible(regulasi: Regulasi, changed: Regulasi, by_slug: Mapping[str, Regulasi]) -> str:
    if _is_older(regulasi, changed):
        return "lebih muda daripada peraturan ini"
    if regulasi.id.slug in _reached_from(changed, by_slug):
        return "juga mengubah atau mencabut peraturan ini"
    return ""


def _is_older(one: Regulasi, other: Regulasi) -> bool:
    if one.tanggal_penetapan and other.tanggal_penetapan:
        return one.tanggal_penetapan < other.tanggal_penetapan
    return one.tahun < other.tahun


def _reached_from(start: Regulasi, by_slug: Mapping[str, Regulasi]) -> set[str]:
    """Follow changes from a regulation; a step that its age forbids is said of that step."""
    reached = {start.id.slug}
    waiting = [start]
    while waiting:
        regulasi = waiting.pop()
        for _, slug in _related(regulasi, _CHANGES):
            changed = by_slug.get(slug)
            if changed and slug not in reached and not _is_older(regulasi, changed):
                reached.add(slug)
                waiting.append(changed)
    return reached


@dataclass(frozen=True, slots=True)
class _Citing:
    """A place that cites regulations on a day."""

    record: Record
    route: Route
    text: str
    day: date


@rule(
    "REG-004",
    title="Peraturan yang sudah dicabut tidak dirujuk lagi sesudah dicabut",
    severity=Severity.PERINGATAN,
    hint="Rujuk peraturan penggantinya, atau periksa tanggalnya.",
    no_basis="Peraturan yang sudah dicabut tidak lagi berlaku, sehingga tidak dapat menjadi dasar.",
)
def yang_dicabut_tidak_dirujuk_lagi(corpus: Corpus) -> Iterator[Finding]:
    revoked = _revoked(corpus)
    for citing in _in_lists(corpus) if revoked else ():
        yield from _outdated(citing, revoked, corpus)
    for citing in _elsewhere(corpus):
        yield from _outdated(citing, _ended_laws(corpus) | revoked, corpus)


@rule(
    "REG-007",
    title="Peraturan yang menurut JDIH dicabut atau diubah tercatat demikian",
    severity=Severity.PERINGATAN,
    hint="Periksa naskahnya di JDIH, lalu catat pencabut atau pengubahnya dan ganti rujukannya.",
    no_basis="Tidak ada pasal yang meminta situs ini mengikuti JDIH; rujukan usang menyesatkan.",
)
def keadaan_menurut_jdih_tercatat(corpus: Corpus) -> Iterator[Finding]:
    revoked, ended = _revoked(corpus), _ended_laws(corpus)
    for dokumen in corpus.of(DokumenJdih):
        for slug in sorted(_cited(dokumen.sebutan, corpus)) if dokumen.sebutan else ():
            regulasi = corpus.get(Regulasi, slug=slug)
            law = regulasi or corpus.get(Peraturan, slug=slug)
            if law is None or not (dokumen.dicabut or dokumen.diubah):
                continue
            gone = slug in revoked or slug in ended
            changed = bool(regulasi and changed_by(regulasi, corpus))
            if gone or (dokumen.diubah and changed):
                continue
            # A body cannot mend what the program brings: then the file of the JDIH is shown.
            record = dokumen if is_in_package(law.path) else law
            field = "status" if record is dokumen else "nomor"
            what = "dicabut" if dokumen.dicabut else "diubah"
            message = f"Menurut JDIH, {dokumen.sebutan} berstatus {quoted(dokumen.status)}"
            yield at(record, field, f"{message}, tetapi di sini belum tercatat {what}")


def _outdated(citing: _Citing, ended: Mapping[str, date], corpus: Corpus) -> Iterator[Finding]:
    for slug in sorted(_cited(citing.text, corpus) & ended.keys()):
        if ended[slug] < citing.day:
            message = f"{quoted(citing.text)} merujuk peraturan yang sudah berakhir pada"
            yield at(citing.record, citing.route, f"{message} {format_tanggal(ended[slug])}")


def _revoked(corpus: Corpus) -> dict[str, date]:
    """Return the day on which each regulation was revoked that a regulation on file revokes."""
    revoked = {}
    for regulasi in corpus.of(Regulasi):
        day = regulasi.tanggal_pengundangan or regulasi.tanggal_penetapan
        for slug in regulasi.mencabut:
            # With only the year known, the whole of that year gets the benefit of the doubt.
            revoked[slug] = day or date(regulasi.tahun, 12, 31)
    return revoked


def _ended_laws(corpus: Corpus) -> dict[str, date]:
    return {slug_of(law.kode): law.sampai for law in corpus.of(Peraturan) if law.sampai}


def _in_lists(corpus: Corpus) -> Iterator[_Citing]:
    """Yield what excluded information rests on; of laws in acuan, DIK-016 speaks."""
    known = _ended_laws(corpus)
    for row in corpus.of(InformasiDikecualikan):
        daftar = daftar_of(row, corpus)
        decided = daftar.ditetapkan if daftar else None
        if decided and not _cited(row.dasar_hukum, corpus) & known.keys():
            yield _Citing(row, ("dasar_hukum",), row.dasar_hukum, decided)


def _elsewhere(corpus: Corpus) -> Iterator[_Citing]:
    for regulasi in corpus.of(Regulasi):
        day = regulasi.tanggal_penetapan or date(regulasi.tahun, 1, 1)
        for route, written in _related(regulasi, ("dasar",)):
            yield _Citing(regulasi, route, written, day)
    for badan in corpus.of(Badan):
        for index, masa in enumerate(badan.ppid_utama):
            yield _Citing(badan, ("ppid_utama", index, "dasar"), masa.dasar, masa.mulai)
        if badan.atasan_ppid:
            dasar = badan.atasan_ppid.dasar
            yield _Citing(badan, ("atasan_ppid", "dasar"), dasar, corpus.today)


def _cited(text: str, corpus: Corpus) -> set[str]:
    """Return the slugs of what a text cites.

    The name of the body's own place is left out, as it is on file (“Perwal Contoh 2/2017” is its
    Perwal 2/2017). That of another stays: its Perwal of the same number is another regulation.
    """
    badan = corpus.get(Badan)
    own = set(badan.singkatan.lower().split()) if badan else set[str]()
    cited = {slug_of(text)}
    for citation in read_citations(text).citations if text else ():
        words = citation.peraturan.split(" ")
        here = own.issuperset(word.lower() for word in words[1:-1])
        cited.add(slug_of(f"{words[0]} {words[-1]}" if here else citation.peraturan))
    return cited
