"""The laws that a decision names below “Mengingat”, with their full titles as far as on file."""

from collections.abc import Iterable, Iterator

from ppid.core.corpus import Corpus
from ppid.kinds.acuan.peraturan import Peraturan, slug_of
from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.kinds.wording import JENIS_REGULASI
from ppid.values.citations import read_citations

KIP = "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik"
PERKI = "Peraturan Komisi Informasi Nomor 1 Tahun 2021 tentang Standar Layanan Informasi Publik"
_ALWAYS = ("UU 14/2008", "PP 61/2010", "PerKI 1/2021")
_JENIS = {
    **JENIS_REGULASI,
    "perppu": "Peraturan Pemerintah Pengganti Undang-Undang",
    "perpres": "Peraturan Presiden",
}
_RANK = {"UU": 0, "Perppu": 0, "PP": 1, "Perpres": 2}
_LAST = 9


def remembered(rows: Iterable[InformasiDikecualikan], corpus: Corpus) -> Iterator[str]:
    """Yield the titles of the laws on information and of those that the rows rest on.

    Higher laws come first, older ones before newer ones; each is named once.
    """
    cited = (c.peraturan for row in rows for c in read_citations(row.dasar_hukum).citations)
    for code in sorted(dict.fromkeys((*_ALWAYS, *cited)), key=_order):
        law = corpus.get(Peraturan, slug=slug_of(code))
        yield title_of(law) if law else code


def title_of(law: Peraturan) -> str:
    """Write the title of a law in full, as far as its sort has a name of its own."""
    if law.jenis not in _JENIS:
        return f"{law.kode} tentang {law.tentang}"
    return f"{_JENIS[law.jenis]} Nomor {law.nomor} Tahun {law.tahun} tentang {law.tentang}"


def _order(code: str) -> tuple[int, str, str]:
    sort = code.split(" ", 1)[0]
    return (_RANK.get(sort, _LAST), code.rpartition("/")[2], code)
