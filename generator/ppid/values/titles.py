"""Titles of information compared: whether they name the same, however they are spelt.

`relate` is the one answer for two titles, with one set of thresholds; the labelled pairs of the
tests say what is meant. What follows from an answer (a pair, a question, a warning) is the matter
of whoever asks; for whole rows `history.matching` says it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from ppid.values.likeness import most_alike

_NOT_WORD: Final = re.compile(r"[\W_]+")
_WORD: Final = re.compile(r"[^\W_]+")
_LONGER_THAN_NYA: Final = 5


def words_in(text: str) -> frozenset[str]:
    """Return the words of a text, those with “-nya” also without it."""
    words = set(_WORD.findall(text.casefold()))
    bare = {w[:-3] for w in words if w.endswith("nya") and len(w) > _LONGER_THAN_NYA}
    return frozenset(words | bare)


_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# “ke” and “dari” are not among them: a letter to the governor is not one from the governor.
_FUNCTION_WORDS: Final = _words(
    "dan atau serta yang di pada dalam atas untuk oleh dengan tentang mengenai terkait para"
    " tersebut secara sebagai"
)
# What tells two things of one name apart, beside figures, single letters and Roman numerals.
_PERIODS: Final = _words(
    "januari februari maret april mei juni juli agustus september oktober november desember senin"
    " selasa rabu kamis jumat sabtu minggu harian mingguan bulanan triwulanan semesteran tahunan"
)
_TELLING: Final = _PERIODS | _words(
    "awal akhir utara selatan timur barat tengah formal nonformal informal internal eksternal"
    " masuk keluar impor ekspor negeri swasta pria wanita lama baru sudah telah sesudah setelah"
)
# What turns the sense round, also where only one of two titles has it.
_TURNING: Final = _words("non bukan tidak belum sebelum")
# Words in front of a title that say no more than that it is information.
_GENERIC: Final = _words("data informasi dokumen berkas daftar salinan arsip naskah laporan")
# Words of titles that look like another word: “pengadaan” is no slip of the pen for “pengaduan”.
_LOOKALIKES: Final = _words(
    "alamat alasan anggaran angkatan angkutan atasan bangunan barang batang batasan bencana dagang"
    " distribusi evakuasi evaluasi farmasi formasi informasi instalasi instansi investasi jaringan"
    " kehutanan kekayaan kelahiran kelayakan kelengkapan keluaran keluarga keluhan kelurahan"
    " kemacetan kemajuan kemampuan kematian kepatuhan kepegawaian kependidikan kependudukan"
    " kepuasan keputusan keramaian kerawanan kerusakan keamanan kecamatan kebakaran kesaksian"
    " kesatuan kesehatan keselamatan keberadaan keberatan kedaruratan kedaulatan ketahanan"
    " ketetapan keuangan klarifikasi klasifikasi konsultan konsultasi kontak kontrak kontribusi"
    " langganan larangan layanan lembaran pelanggan pelanggaran pelantikan pelatihan pelayanan"
    " pelayaran pemakaian pemakaman pemancaran pemasaran pembagian pembahasan pembakaran"
    " pembangunan pembayaran pembebasan pembelian pemberian pembiayaan pembinaan pembuangan"
    " pembuatan pembuktian pembukuan pemekaran pemenang pemegang pemilih pemilihan pemilik"
    " pemindahan pemulangan pemulihan pemungutan pemotongan pemuda penaatan penagihan penahanan"
    " penamaan penampungan penanaman penanganan penataan penawaran pencairan pencarian pencatatan"
    " pencegahan pencemaran pencetakan pencurian pendaftaran pendanaan pendapatan pendataan"
    " pendidik pendidikan pendirian penduduk penegakan penerangan penerapan penerbangan"
    " penerbitan penerima penerimaan penertiban penetapan pengadaan pengadilan pengaduan"
    " pengajuan pengakuan pengalaman pengalihan pengamanan pengamatan pengambilan pengangguran"
    " pengangkatan pengangkutan pengaturan pengawalan pengawasan pengecualian pengembalian"
    " pengembangan pengenaan pengendalian pengesahan penggunaan penghasilan pengiriman pengolahan"
    " pengujian pengundangan pengungkapan pengurangan peningkatan penjabaran penolakan penugasan"
    " penundaan penunjukan penuntutan penutupan penyaluran penyampaian penyelidikan penyerahan"
    " penyerapan penyidikan penyimpanan penyimpangan penyuluhan peradilan peralatan peralihan"
    " perangkat peraturan perawatan perbaikan perbankan perdagangan peredaran perekaman"
    " perhubungan perhutanan perikanan periklanan peringatan peringkat perizinan perjanjian"
    " perkawinan perkebunan perkembangan perlengkapan perlindungan permintaan permohonan permukiman"
    " pernyataan perpindahan perpustakaan persaingan persandian persediaan persidangan pertahanan"
    " pertambangan pertanahan pertanian pertemuan pertimbangan pertunjukan perubahan perumahan"
    " perusahaan perusakan produksi realisasi redistribusi rencana reproduksi retribusi sanksi"
    " saksi seleksi tanggal tanggul teknis teknik tunjangan undangan urusan urutan"
)
_SPELLINGS: Final = {
    **{
        word: str(number)
        for number, words in enumerate(
            (
                "i satu pertama kesatu",
                "ii dua kedua",
                "iii tiga ketiga",
                "iv empat keempat",
                "v lima kelima",
                "vi enam keenam",
                "vii tujuh ketujuh",
                "viii delapan kedelapan",
                "ix sembilan kesembilan",
                "x sepuluh kesepuluh",
            ),
            start=1,
        )
        for word in words.split()
    },
    "pebruari": "februari",
    "nopember": "november",
    "external": "eksternal",
}
_ROMAN: Final = re.compile(r"[ivx]+")
_ALIKE_WORDS: Final = 82
"""From here on two words can be spellings of one word (0 to 100)."""
_CONFUSED: Final = 75
"""From here on two words that both exist are easily taken for each other."""
_ALIKE_TITLES: Final = 92
"""From here on titles whose words can be spellings of each other are one."""
_SHARED: Final = 70
"""From this share of common words on titles are worth a question where one goes and one comes."""
_REWORDED: Final = 50
"""Below this share of common words two titles under one `kode` name different things."""
_SHORT: Final = 4
_WORTH_A_LOOK: Final = 60
_MOST_LOOKS: Final = 20
_MOST_WORD_PAIRS: Final = 10_000
"""Beyond it no title is meant: its words are not compared letter by letter."""


class TitleRelation(StrEnum):
    """What two titles are to each other, nearest first."""

    SAMA = "sama"
    """The same words: spelling, punctuation, function words, a slip of the pen apart."""
    LAIN_TAHUN = "lain-tahun"
    """The same words, but each names its own years."""
    MIRIP = "mirip"
    """Whoever wrote them should say, even where both stand in one list."""
    SERUPA = "serupa"
    """Most words are the same: worth a question where one has gone and the other has come."""
    BEDA = "beda"


@lru_cache(maxsize=262144)
def normal_title(title: str) -> str:
    """Return a title without capitals, punctuation and doubled spaces."""
    return _NOT_WORD.sub(" ", title.casefold()).strip()


@lru_cache(maxsize=262144)
def _content(title: str) -> tuple[str, ...]:
    """Return the words that carry meaning, numbers and months in one spelling."""
    words = [_SPELLINGS.get(word, word) for word in normal_title(title).split()]
    return tuple(
        word
        for word, following in pairwise((*words, ""))
        # “triwulan ke-2” is “triwulan 2”
        if word not in _FUNCTION_WORDS and not (word == "ke" and following.isdigit())
    )


def title_key(title: str) -> str:
    """Return what is equal for titles that differ only in spelling, spacing and function words.

    Words are joined, so that “kerja sama” and “kerjasama” are alike.
    """
    return "".join(_content(title))


def moved_on(title: str, years: int) -> str:
    """Return a title with its years as they would stand in a list some years later."""
    return _YEAR.sub(lambda year: str(int(year[0]) + years), title) if years else title


def relate(one: str, other: str) -> TitleRelation:
    """Return what two titles are to each other; the order of the two does not matter."""
    mine, theirs = _content(one), _content(other)
    if not mine or not theirs:  # nothing is told by a title without a word
        return TitleRelation.BEDA
    if "".join(mine) == "".join(theirs):
        return TitleRelation.SAMA
    only_mine = list((Counter(mine) - Counter(theirs)).elements())
    only_theirs = list((Counter(theirs) - Counter(mine)).elements())
    different = [*only_mine, *only_theirs]
    if only_mine and only_theirs and all(map(_YEAR.fullmatch, different)):
        return TitleRelation.LAIN_TAHUN
    telling = list(filter(_is_telling, only_mine)), list(filter(_is_telling, only_theirs))
    if all(telling) or not _TURNING.isdisjoint(different):
        return TitleRelation.BEDA
    if not different:  # another order: “rencana anggaran dan kerja”
        return TitleRelation.MIRIP
    relation = _unlike(mine, theirs, only_mine, only_theirs)
    # A word that tells things apart is never taken for a slip of the pen, and a period that only
    # one of them names makes another document of it: “laporan keuangan”, “… triwulan I”.
    if any(telling) and relation is TitleRelation.SAMA:
        return TitleRelation.MIRIP
    if relation is TitleRelation.MIRIP and any(map(_is_period, different)):
        return TitleRelation.SERUPA
    return relation


def _unlike(
    mine: Sequence[str],
    theirs: Sequence[str],
    only_mine: Sequence[str],
    only_theirs: Sequence[str],
) -> TitleRelation:
    """Relate two titles by the words in which they differ, whatever these tell apart."""
    if not only_mine or not only_theirs:
        if all(map(_YEAR.fullmatch, (*only_mine, *only_theirs))) or _adds_at_an_end(mine, theirs):
            return TitleRelation.MIRIP
    elif _are_confused(only_mine, only_theirs):
        return TitleRelation.BEDA
    elif (
        _are_spellings(only_mine, only_theirs)
        and fuzz.ratio("".join(mine), "".join(theirs)) >= _ALIKE_TITLES
    ):
        return TitleRelation.SAMA
    common = len(mine) - len(only_mine) + _alike_words(only_mine, only_theirs)
    enough = 200 * common >= _SHARED * (len(mine) + len(theirs))
    return TitleRelation.SERUPA if enough else TitleRelation.BEDA


def can_be_reworded(one: str, other: str) -> bool:
    """Tell whether two titles under one `kode` can be wordings of the same information."""
    shared = fuzz.token_set_ratio(normal_title(one), normal_title(other))
    return shared >= _REWORDED or relate(one, other) is not TitleRelation.BEDA


def _is_telling(word: str) -> bool:
    return word in _TELLING or word in _TURNING or _is_figure(word)


def _is_figure(word: str) -> bool:
    """Tell whether a word is a number, a letter or both: “7A”, “XII”, “B”."""
    return not word.isalpha() or len(word) == 1 or _ROMAN.fullmatch(word) is not None


def _is_period(word: str) -> bool:
    """Tell whether a word names a part of a year, or a part numbered otherwise."""
    return word in _PERIODS or (_is_figure(word) and _YEAR.fullmatch(word) is None)


def _are_spellings(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Tell whether words are spellings of each other, also where one is written as two."""
    if len(mine) == len(theirs):
        return all(fuzz.ratio(a, b) >= _ALIKE_WORDS for a, b in zip(mine, theirs, strict=True))
    return fuzz.ratio("".join(mine), "".join(theirs)) >= _ALIKE_WORDS


def _are_confused(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Tell whether the sides have words that look alike and are two words: no slip of the pen."""
    known = [word for word in theirs if word in _LOOKALIKES]
    return any(
        fuzz.ratio(word, other) >= _CONFUSED
        for word in mine
        if word in _LOOKALIKES
        for other in known
    )


def _adds_at_an_end(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Tell whether one title is the other with a qualifier after it, or a generic word before."""
    short, long = sorted((tuple(mine), tuple(theirs)), key=len)
    if len(short) > 1 and long[: len(short)] == short:
        return True
    return long[-len(short) :] == short and _GENERIC.issuperset(long[: -len(short)])


def _alike_words(mine: Sequence[str], theirs: Sequence[str]) -> int:
    """Count the words of one side that can be spellings of a word of the other side."""
    if len(mine) * len(theirs) > _MOST_WORD_PAIRS:
        return 0
    left, count = list(theirs), 0
    for word in mine:
        alike = next((other for other in left if _can_be_a_slip(word, other)), None)
        if alike is not None:
            left.remove(alike)
            count += 1
    return count


def _can_be_a_slip(one: str, other: str) -> bool:
    short = len(one) >= _SHORT <= len(other) and Levenshtein.distance(one, other) == 1
    return short or fuzz.ratio(one, other) >= _ALIKE_WORDS


def related_within(
    titles: Sequence[str], apart: int = 0
) -> Sequence[tuple[int, int, TitleRelation]]:
    """Return the pairs of one list that are SAMA or MIRIP, as positions, the earlier one first.

    Only titles that can be near are compared: those with the same figures and nearly the same
    letters (of each the most similar), those with the same words in another order, and those that
    add something at an end. With `apart` the list is two: only pairs across that position are
    asked for. A list that is checked twice is compared once.
    """
    return _related_within(tuple(titles), apart)


@lru_cache(maxsize=4)
def _related_within(
    titles: tuple[str, ...], apart: int
) -> tuple[tuple[int, int, TitleRelation], ...]:
    here, there = titles[: apart or None], titles[apart:]
    looks = {*_extended(here, there), *((one, other) for other, one in _extended(there, here))}
    blocks: dict[tuple[str, ...], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, listed in enumerate((here, there)):
        for position, title in enumerate(listed):
            blocks[_figures(title)][side].append(position)
    for ones, others in blocks.values():
        mine, theirs = [title_key(here[n]) for n in ones], [title_key(there[n]) for n in others]
        alike = most_alike(theirs, mine, _ALIKE_TITLES, _MOST_LOOKS)
        looks.update((ones[one], others[other]) for other, one, _ in alike)
    return tuple(
        (one, other, relation)
        for one, other in sorted((one, other + apart) for one, other in looks)
        if one < other
        and (relation := relate(titles[one], titles[other]))
        in {TitleRelation.SAMA, TitleRelation.MIRIP}
    )


def _extended(shorter: Sequence[str], longer: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the titles that have the words of another one, alone or with more at an end.

    Of many that read the same a few stand for all.
    """
    known: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for position, title in enumerate(shorter):
        for words in (_content(title), _in_any_order(title)):
            if len(known[words]) < _MOST_LOOKS:
                known[words].append(position)
    lengths = sorted({len(words) for words in known})
    for position, title in enumerate(longer):
        for words in _shortened(title, lengths):
            for other in known.get(words, ()):
                yield other, position


@lru_cache(maxsize=65536)
def _figures(title: str) -> tuple[str, ...]:
    return tuple(sorted(filter(_is_figure, _content(title))))


@lru_cache(maxsize=65536)
def _in_any_order(title: str) -> tuple[str, ...]:
    return ("", *sorted(_content(title)))


def _shortened(title: str, lengths: Iterable[int]) -> Iterator[tuple[str, ...]]:
    """Yield what may stand alone, of some lengths, as a title to which this one only adds."""
    words = _content(title)
    yield _in_any_order(title)
    yield tuple(word for word in words if not _YEAR.fullmatch(word))
    for length in lengths:
        if 1 < length < len(words):
            yield words[:length]
    for start, word in enumerate(words, 1):
        if word not in _GENERIC:
            break
        yield words[start:]


def related_between(
    olds: Sequence[str], news: Sequence[str], years: int = 0
) -> list[tuple[int, int, TitleRelation]]:
    """Return the pairs of two lists that are anything but BEDA, as positions, the nearest first.

    The old list is some `years` older: its titles count as they are and with their years moved on.
    Of each new title the most similar old ones are looked at, and those that only add to it.
    """
    order = {relation: place for place, relation in enumerate(TitleRelation)}
    nearest: dict[tuple[int, int], tuple[int, int]] = {}
    for titles in (olds, [moved_on(title, years) for title in olds])[: 2 if years else 1]:
        for old, new, score in _looks(titles, news):
            rank = order[relate(titles[old], news[new])], -score
            nearest[old, new] = min(rank, nearest.get((old, new), rank))
    found = sorted((*rank, old, new) for (old, new), rank in nearest.items())
    relations = list(TitleRelation)
    far = order[TitleRelation.BEDA]
    return [(old, new, relations[place]) for place, _, old, new in found if place < far]


def _looks(olds: Sequence[str], news: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Yield the pairs that can be near, with their likeness (0 to 100)."""
    one, other = ([" ".join(_in_any_order(title)) for title in each] for each in (olds, news))
    alike = most_alike(other, one, _WORTH_A_LOOK, _MOST_LOOKS)
    near = {(old, new): round(score) for new, old, score in alike}
    for old, new in (*_extended(olds, news), *((o, n) for n, o in _extended(news, olds))):
        if (old, new) not in near:
            near[old, new] = round(fuzz.ratio(one[old], other[new], score_cutoff=_WORTH_A_LOOK))
    for (old, new), score in near.items():
        yield old, new, score
