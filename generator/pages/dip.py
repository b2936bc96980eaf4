"""One page for each row of a DIP: the document first, then the elements of Lampiran I."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.check import Checked
from generator.corpus import Corpus
from generator.diagnostics.model import Diagnostic
from generator.kinds.acuan.kewajiban import Kewajiban, KumpulanKewajiban
from generator.kinds.daftar import DaftarPublik
from generator.kinds.dip.model import InformasiPublik, codes_in
from generator.page import Facets, Page, url_of
from generator.pages.daftar import crumbs_of, name_of
from generator.wording import KLASIFIKASI, brief


@dataclass(frozen=True, slots=True)
class Tahun:
    """The same information in the list of another year."""

    tahun: int
    url: str
    ini: bool


@dataclass(frozen=True, slots=True)
class RincianDip:
    """What the template of a public row needs; `dokumen` is empty when there is no address."""

    row: InformasiPublik
    klasifikasi: str
    dokumen: str
    luar: bool
    kewajiban: tuple[Kewajiban, ...]
    daftar: DaftarPublik
    riwayat: tuple[Tahun, ...]
    temuan: tuple[Diagnostic, ...]


class _Duties(dict[str, tuple[Kewajiban, ...]]):
    """The obligations behind the text of a cell; many rows name the same, so each is split once."""

    def __init__(self, corpus: Corpus) -> None:
        super().__init__()
        groups = corpus.of(KumpulanKewajiban)
        self._known = {k.kode: k for group in groups for k in group.kewajiban}

    def __missing__(self, text: str) -> tuple[Kewajiban, ...]:
        found = tuple(self._known[code] for code in codes_in(text) if code in self._known)
        self[text] = found
        return found


def pages(checked: Checked) -> Iterator[Page]:
    """Give the page of every row, list by list."""
    corpus = checked.corpus
    duties = _Duties(corpus)
    history = _history(corpus)
    for daftar in corpus.of(DaftarPublik):
        crumbs = crumbs_of(daftar, corpus)
        name = name_of(daftar.id.opd, corpus)
        facets = {
            key: Facets("Informasi Publik", name, str(daftar.id.tahun), label)
            for key, label in KLASIFIKASI.items()
        }
        for row in corpus.in_list(InformasiPublik, daftar.id.opd, daftar.id.tahun):
            yield Page(
                url=url_of(row.id),
                title=f"{row.informasi} ({name}, {daftar.id.tahun})",
                description=brief(f"{row.informasi}. Informasi {KLASIFIKASI[row.klasifikasi]}."),
                section="informasi",
                template="jenis/dip/rincian.html",
                context=_context(row, daftar, history[row.id.opd, row.id.slug], duties, checked),
                crumbs=crumbs,
                name=row.kode,
                facets=facets[row.klasifikasi],
                sources=(row.path,),
                contoh=daftar.contoh,
            )


def _history(corpus: Corpus) -> dict[tuple[str, str], list[InformasiPublik]]:
    years: dict[tuple[str, str], list[InformasiPublik]] = {}
    for row in corpus.of(InformasiPublik):
        years.setdefault((row.id.opd, row.id.slug), []).append(row)
    return years


def _context(
    row: InformasiPublik,
    daftar: DaftarPublik,
    years: list[InformasiPublik],
    duties: _Duties,
    checked: Checked,
) -> RincianDip:
    outside = row.tautan.startswith("https://")
    return RincianDip(
        row=row,
        klasifikasi=KLASIFIKASI[row.klasifikasi],
        dokumen=row.tautan if outside or not row.tautan else f"opd/{row.owner}/{row.tautan}",
        luar=outside,
        kewajiban=duties[row.kewajiban],
        daftar=daftar,
        riwayat=tuple(Tahun(r.id.tahun, url_of(r.id), r is row) for r in years)
        if len(years) > 1
        else (),
        temuan=checked.about(row.id),
    )
