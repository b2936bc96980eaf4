"""On which grounds each OPD withholds how much in a year, and what was objected to there."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from ppid.core.corpus import Corpus
from ppid.diagnostics.places import RecordId
from ppid.kinds.badan import Badan
from ppid.kinds.daftar import DaftarDikecualikan
from ppid.kinds.dik.model import InformasiDikecualikan, dasar_of
from ppid.kinds.layanan import LaporanLayanan
from ppid.kinds.sanggahan import Sanggahan
from ppid.values.citations import KIP


@dataclass(frozen=True, slots=True)
class GroundCounts:
    """The exclusions of one OPD and year by ground, beside objections and what became of them.

    An exclusion on several grounds counts for each of them and once in `jumlah`. `huruf` are those
    of UU 14/2008 Pasal 17, `lain` other regulations by their short names, `tanpa` those that name
    neither. `layanan` are the figures of the service of that year (None: not known), `sanggahan`
    the objections to findings about it by their outcome.
    """

    opd: str
    tahun: int
    daftar: RecordId
    jumlah: int
    huruf: Mapping[str, int]
    lain: Mapping[str, int]
    menyebut_lain: int
    tanpa: int
    layanan: LaporanLayanan | None
    sanggahan: Mapping[str, int]
    contoh: bool


def count_grounds(corpus: Corpus) -> tuple[GroundCounts, ...]:
    """Return what each list of excluded information holds, in the order of years and OPDs.

    Of an OPD without a list nothing is known; it is left out, and not shown as withholding nothing.
    """
    badan, objections = corpus.get(Badan), dict[tuple[str, int], Counter[str]]()
    for sanggahan in corpus.of(Sanggahan):
        tahun, opd, _ = sanggahan.sasaran
        objections.setdefault((opd, tahun), Counter())[sanggahan.keadaan] += 1
    lists = sorted(corpus.of(DaftarDikecualikan), key=lambda each: (each.id.tahun, each.id.opd))
    whole = badan is not None and badan.contoh
    return tuple(_of(each, objections, corpus, whole=whole) for each in lists)


def _of(
    daftar: DaftarDikecualikan,
    objections: Mapping[tuple[str, int], Counter[str]],
    corpus: Corpus,
    *,
    whole: bool,
) -> GroundCounts:
    _, opd, tahun, _ = daftar.id
    rows = corpus.in_list(InformasiDikecualikan, opd, tahun)
    letters, laws, beside, neither = Counter[str](), Counter[str](), 0, 0
    for row in rows:
        dasar = dasar_of(row, corpus)
        own = {citation.huruf for citation, _ in dasar.alasan}
        others = {citation.peraturan for citation, _ in dasar.peraturan} - {KIP}
        letters.update(sorted(own))  # sets have no order, and an export shows one
        laws.update(sorted(others))
        beside += bool(others)
        neither += not own and not others
    layanan = corpus.get(LaporanLayanan, opd, tahun)
    return GroundCounts(
        opd=opd,
        tahun=tahun,
        daftar=daftar.id,
        jumlah=len(rows),
        huruf=letters,
        lain=laws,
        menyebut_lain=beside,
        tanpa=neither,
        layanan=layanan,
        sanggahan=objections.get((opd, tahun), Counter()),
        contoh=whole or daftar.contoh or bool(layanan and layanan.contoh),
    )
