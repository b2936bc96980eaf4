"""References between records, and between the files of one folder: nothing points to nowhere."""

import re
from collections.abc import Collection, Iterator

from ppid.core.corpus import Corpus
from ppid.core.record import Record
from ppid.core.rule import Finding, at, rule
from ppid.diagnostics.diagnostic import Severity, offer
from ppid.diagnostics.places import Route, Span
from ppid.kinds import KINDS
from ppid.kinds.acuan.kewajiban import KumpulanKewajiban, kewajiban_in, kumpulan_in
from ppid.kinds.acuan.pengecualian import PengecualianAturan
from ppid.kinds.acuan.peraturan import Peraturan
from ppid.kinds.acuan.prosedur import Prosedur
from ppid.kinds.fields import TextSort, has_marked, values_marked
from ppid.kinds.kegiatan import Kegiatan
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.pemantauan.verifikasi import Verifikasi
from ppid.kinds.sanggahan import Sanggahan
from ppid.values.text import nearest, quoted

_PROFILE = re.compile(r"data/opd/(?P<opd>[^/]+)/profil\.yml")
_FOLDER = re.compile(r"data/opd/(?P<opd>[^/]+)/.+")
_ROWS = re.compile(r"(?P<stem>data/opd/[^/]+/(?:dik|dip)/20\d\d)\.csv")


@rule(
    "RUJ-001",
    title="Setiap rujukan menunjuk sesuatu yang ada",
    severity=Severity.GALAT,
    hint="Perbaiki ejaannya, atau tambahkan dahulu yang dirujuk.",
    no_basis="Rujukan yang putus menjadi tautan yang tidak dapat dibuka pembaca.",
)
def setiap_rujukan_ada(corpus: Corpus) -> Iterator[Finding]:
    for record, route, written, known, where in _references(corpus):
        if written and written not in known:
            near = nearest(written, known)
            hint = offer(near)
            yield at(record, route, f"{quoted(written)} tidak ada di antara {where}", hint=hint)
    yield from _rows_without_list(corpus)
    yield from _folders_without_profile(corpus)


_Reference = tuple[Record, Route, str, Collection[str], str]
"""A record, the place of a reference in it, what is written, what is known, what that is called."""


def _references(corpus: Corpus) -> Iterator[_Reference]:
    folders, where = _opd_folders(corpus), "folder perangkat daerah"
    for kind in KINDS:
        for record in corpus.of(kind.model) if has_marked(kind.model, TextSort.OPD) else ():
            for route, written in values_marked(record, TextSort.OPD):
                yield record, route, written, folders, where
    for sanggahan in corpus.of(Sanggahan):
        tahun, opd, kode = sanggahan.sasaran
        group = kumpulan_in(tahun, corpus)
        codes = {kewajiban.kode for kewajiban in group.kewajiban} if group else set[str]()
        yield sanggahan, ("temuan",), opd, folders, where
        yield sanggahan, ("temuan",), kode, codes, f"kewajiban tahun {tahun}"
    yield from _of_marks(corpus, folders)
    laws = {peraturan.kode for peraturan in corpus.of(Peraturan)}
    for peraturan in corpus.of(Peraturan):
        yield peraturan, ("dicabut_oleh",), peraturan.dicabut_oleh, laws, "peraturan acuan"
    for kumpulan in corpus.of(KumpulanKewajiban):
        yield kumpulan, ("peraturan",), kumpulan.peraturan, laws, "peraturan acuan"
        yield from _inside_obligations(kumpulan)
    # The page of a procedure quotes what it cites.
    passages = {f"{p.kode} {k.rujukan}" for p in corpus.of(Peraturan) for k in p.kutipan}
    for prosedur in corpus.of(Prosedur):
        for route, written in prosedur.rujukan():
            yield prosedur, route, written, passages, "kutipan peraturan acuan"
    slugs = {r.id.slug for kind in KINDS if kind.shared for r in corpus.of(kind.model)}
    for kegiatan in corpus.of(Kegiatan):
        for index, written in enumerate(kegiatan.terkait):
            if corpus.find_written(written) is None:
                known, among = folders | slugs | laws, "regulasi, perangkat daerah, dan catatan"
                yield kegiatan, ("terkait", index), written, known, among
    files = {path.removeprefix("data/") for path in [*corpus.sources, *corpus.documents]}
    for pengecualian in corpus.of(PengecualianAturan):
        written = pengecualian.berkas.removeprefix("data/")
        yield pengecualian, ("berkas",), written, files, "berkas di data/"


def _of_marks(corpus: Corpus, folders: Collection[str]) -> Iterator[_Reference]:
    """Yield the OPD of each file of marks once, and the obligation of each mark."""
    codes: dict[int, Collection[str]] = {}
    files: set[str] = set()
    for tanda in corpus.of(Verifikasi):
        opd, tahun = tanda.id.opd, tanda.id.tahun
        if tanda.path not in files:
            files.add(tanda.path)
            yield tanda, (), opd, folders, "folder perangkat daerah"
        if tahun not in codes:
            codes[tahun] = {kewajiban.kode for kewajiban in kewajiban_in(tahun, corpus)}
        yield tanda, ("kode",), tanda.kode, codes[tahun], f"kewajiban tahun {tahun}"


def _inside_obligations(kumpulan: KumpulanKewajiban) -> Iterator[_Reference]:
    """Yield what obligations say of the categories and clocks of their own set."""
    clocks = {tenggat.kode for tenggat in kumpulan.tenggat}
    groups = {kategori.kode for kategori in kumpulan.kategori}
    for index, kategori in enumerate(kumpulan.kategori):
        yield kumpulan, ("kategori", index, "tenggat"), kategori.tenggat, clocks, "tenggat"
    for index, kewajiban in enumerate(kumpulan.kewajiban):
        yield kumpulan, ("kewajiban", index, "tenggat"), kewajiban.tenggat, clocks, "tenggat"
        if groups:
            route = ("kewajiban", index, "kategori")
            yield kumpulan, route, kewajiban.kelompok, groups, "kategori"


def _opd_folders(corpus: Corpus) -> set[str]:
    """Return the OPDs that have a profile, also one with faults: those are said once, there."""
    profiles = (_PROFILE.fullmatch(path) for path in corpus.sources)
    read = {profil.id.opd for profil in corpus.of(ProfilOpd)}
    return read | {profile["opd"] for profile in profiles if profile}


def _rows_without_list(corpus: Corpus) -> Iterator[Finding]:
    for path, located in corpus.sources.items():
        rows = _ROWS.fullmatch(path)
        if rows and f"{rows['stem']}.yml" not in corpus.sources:
            name = rows["stem"].rsplit("/", 1)[1]
            message = f"Daftar ini belum punya berkas “{name}.yml” yang dapat dibaca"
            hint = "Buat berkas itu di folder yang sama: keputusannya dan tanggal penyampaiannya."
            yield Finding(located.source.span_between(0, 0), message, hint=hint)


def _folders_without_profile(corpus: Corpus) -> Iterator[Finding]:
    known = _opd_folders(corpus)
    paths = sorted([*corpus.sources, *corpus.documents], reverse=True)
    first = {folder["opd"]: path for path in paths if (folder := _FOLDER.fullmatch(path))}
    for opd, path in sorted(first.items()):
        if opd not in known:
            near = nearest(opd, known)
            hint = f"Mungkin folder ini maksudnya “{near}”." if near else ""
            message = f"Folder “{opd}” belum punya profil.yml yang dapat dibaca"
            yield Finding(Span(path), message, hint=hint)
