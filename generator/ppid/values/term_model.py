"""What a term of exclusion is: a length, a date, an event, a state, a law, or no end."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from enum import Enum
from typing import Final

from ppid.values.citation_model import Citation
from ppid.values.durations import MONTHS_IN_YEAR, MasalahJangka, length_text
from ppid.values.time_words import TIME_WORDS, pattern_of

# Three letters without a vowel are short for a word: “ybs. pensiun”.
SENTENCE_END: Final = re.compile(
    r"(?<=[^\W\d_]{3})(?<![b-df-hj-np-tv-z]{3})[.;]\s+(?=\S)", re.IGNORECASE
)
_IS_EXCEPTION: Final = re.compile(pattern_of(TIME_WORDS.syarat), re.IGNORECASE)


_NEVER: Final = re.compile(pattern_of(TIME_WORDS.tak_kunjung), re.IGNORECASE)
_NEVER_ALONE: Final = re.compile(pattern_of(TIME_WORDS.tak_kunjung_sendirian), re.IGNORECASE)
HAPPENING: Final = (
    rf"{pattern_of(TIME_WORDS.kata_peristiwa)}"
    r"|\b(?:di|ter|ber|me(?!r[^aeiou]))[a-z]{4,}\b|\b[a-z]{3,}nya\b"
)
"""A pattern of words that say that something happens: known ones, and verbs by their first letters
(“diumumkan”, “berakhir”; “merdeka” is none) or their end (“selesainya”)."""
# After “sampai” nouns made of verbs say it too: “penetapan”, “putusan”.
_EVENT: Final = re.compile(
    rf"{HAPPENING}|{pattern_of(TIME_WORDS.kata_kejadian)}|\b(?:pe|ke|pu)[a-z]{{3,}}an\b",
    re.IGNORECASE,
)
# What becomes of the world at large has no day: “situasi membaik”. What somebody does has one.
_WORLD: Final = re.compile(rf"(?:{pattern_of(TIME_WORDS.kata_suasana)})", re.IGNORECASE)
_DEED: Final = re.compile(
    rf"{pattern_of((*TIME_WORDS.kata_peristiwa, *TIME_WORDS.kata_kejadian))}|\bdi[a-z]{{4,}}\b",
    re.IGNORECASE,
)
_LIFETIME: Final = 100
"""From so many years on a term is no term: whoever set it meant “for ever”."""
_KNOWN_SINCE: Final = date(2010, 4, 30)
"""The first day of UU 14/2008, where nobody says when an exclusion began."""


class Bentuk(Enum):
    """The sorts of terms."""

    LAMA = "lama"
    SAMPAI_TANGGAL = "sampai tanggal"
    SAMPAI_PERISTIWA = "sampai peristiwa"
    SELAMA_KEADAAN = "selama keadaan"
    MENURUT_PERATURAN = "menurut peraturan"
    SESUAI_JRA = "sesuai JRA"
    SELAMA_DIPERLUKAN = "selama diperlukan"
    TIDAK_TERBATAS = "tidak terbatas"


_UNCLEAR: Final = (
    Bentuk.SELAMA_DIPERLUKAN,
    Bentuk.TIDAK_TERBATAS,
    Bentuk.SAMPAI_PERISTIWA,
    Bentuk.SELAMA_KEADAAN,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Additions:
    batas: str = ""
    """“paling lama”, “minimal”: the length is a limit."""
    setelah: str = ""
    """The event with which a length begins: “pegawai pensiun”."""
    syarat: str = ""
    """What is added: “kecuali atas izin Wali Kota”, “dapat diperpanjang”."""


@dataclass(frozen=True, slots=True)
class JangkaWaktu(_Additions):
    """A term of exclusion; beside `bentuk` only the part that belongs to it is filled.

    `peristiwa` is the event that ends it or the state that it lasts.
    """

    bentuk: Bentuk
    bulan: int = 0
    tanggal: date | None = None
    peristiwa: str = ""
    dasar: Citation | None = None

    def __str__(self) -> str:
        """Return the normal form: “5 tahun”, “2 tahun setelah pensiun”, “sesuai UU 43/2009”."""
        added = f", {self.syarat}" if self.syarat else ""
        return f"{self._main()}{added}"

    def _main(self) -> str:
        if self.bentuk is Bentuk.LAMA:
            begins = f"setelah {self.setelah}" if self.setelah else ""
            return " ".join(filter(None, (self.batas, length_text(self.bulan), begins)))
        if self.bentuk is Bentuk.SAMPAI_TANGGAL:
            return f"sampai {self.tanggal}"
        if self.bentuk is Bentuk.SAMPAI_PERISTIWA:
            return f"sampai {self.peristiwa}"
        if self.bentuk is Bentuk.SELAMA_KEADAAN:
            return f"selama {self.peristiwa}"
        return f"sesuai {self.dasar}" if self.dasar else self.bentuk.value

    @property
    def is_unclear(self) -> bool:
        """Whether nobody can tell from the words on which day the term ends."""
        return self.bentuk in _UNCLEAR or bool(self.setelah) or self.is_at_least

    def never_ends(self, mulai: date | None) -> bool:
        """Tell whether the words name no end that anybody will see: none, or one beyond a life."""
        if self.bentuk is Bentuk.SAMPAI_PERISTIWA:
            said = self.peristiwa.strip(" .,;")
            return bool(_NEVER.search(said) or _NEVER_ALONE.fullmatch(said))
        if self.bentuk is Bentuk.SAMPAI_TANGGAL and self.tanggal:
            return self.tanggal.year - (mulai or _KNOWN_SINCE).year >= _LIFETIME
        too_long = self.bentuk is Bentuk.LAMA and self.bulan >= _LIFETIME * MONTHS_IN_YEAR
        return too_long or self.bentuk is Bentuk.TIDAK_TERBATAS

    @property
    def follows_event(self) -> bool:
        """Whether an event ends it, or begins its length: “2 tahun setelah pegawai pensiun”."""
        return self.bentuk is Bentuk.SAMPAI_PERISTIWA or bool(self.setelah)

    @property
    def names_no_event(self) -> bool:
        """Whether nothing in the words after “sampai” or “setelah” happens: “Indonesia emas”."""
        said = self.peristiwa if self.bentuk is Bentuk.SAMPAI_PERISTIWA else self.setelah
        event = _DEED if _WORLD.match(said.strip()) else _EVENT
        return self.follows_event and event.search(said) is None

    @property
    def is_at_least(self) -> bool:
        """Whether the length is the shortest one, so that there may be no end."""
        return self.batas in TIME_WORDS.paling_singkat

    @property
    def leaves_open(self) -> bool:
        """Whether the words say more than a term and one exception: a limit, another addition."""
        if self.batas or not self.syarat:
            return bool(self.batas)
        exceptions = len(_IS_EXCEPTION.findall(self.syarat))
        alone = exceptions == 1 and _IS_EXCEPTION.match(self.syarat) is not None
        return not alone or SENTENCE_END.search(self.syarat) is not None

    def berakhir(self, mulai: date | None) -> date | None:
        """Return the last day of exclusion, or None when it cannot be computed.

        “1 tahun” from 2019-01-10 covers the days up to 2020-01-09: the anniversary is the first
        open day. Where the last month lacks the day of the anniversary, the term ends with that
        month: from 2020-02-29 “1 tahun” ends on 2021-02-28, from 2023-01-31 “1 bulan” on 02-28.
        “sampai <tanggal>” includes that day. Of “paling lama 5 tahun” it is the last day possible.
        """
        if self.bentuk is Bentuk.SAMPAI_TANGGAL:
            return self.tanggal
        if self.bentuk is not Bentuk.LAMA or mulai is None or self.setelah or self.is_at_least:
            return None
        years, month = divmod(mulai.month - 1 + self.bulan, MONTHS_IN_YEAR)
        year = mulai.year + years
        if year > MAXYEAR:
            return None
        last = monthrange(year, month + 1)[1]
        if mulai.day > last:
            return date(year, month + 1, last)
        return date(year, month + 1, mulai.day) - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class JangkaWaktuReading:
    """A text as a term: a value with its normal form, or a problem with what may be meant.

    One candidate is an offer, several are a question; each is a normal form. `sisa` is what of the
    text neither the value nor any candidate says.
    """

    value: JangkaWaktu | None
    normal: str = ""
    is_normal: bool = False
    problem: MasalahJangka | None = None
    candidates: tuple[str, ...] = ()
    sisa: str = ""
