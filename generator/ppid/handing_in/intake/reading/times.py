"""Days, months and years; how long something is withheld (DIK) or kept (DIP).

What has one reading is written in its normal form, the rest is asked.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import chain, islice
from typing import Final

from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.intake.reading.texts import (
    AS_WRITTEN,
    LEFT_EMPTY,
    Advice,
    CellValue,
    Doubt,
    offers,
)
from ppid.handing_in.model import Reading
from ppid.values.dates import (
    MONTH_PATTERN,
    MasalahTanggal,
    format_tanggal,
    format_waktu,
    read_tanggal,
)
from ppid.values.dates import (
    read as read_waktu,
)
from ppid.values.durations import MasalahJangka
from ppid.values.numbers import MasalahAngka, read_bulat
from ppid.values.retention import read as read_retensi
from ppid.values.terms import core_of
from ppid.values.terms import read as read_jangka_waktu
from ppid.values.text import listed, quoted
from ppid.values.time_words import TIME_WORDS, pattern_of

_CERTAIN: Final = frozenset(
    {MasalahTanggal.WRITTEN_OUT, MasalahTanggal.OTHER_ORDER, MasalahTanggal.OTHER_FORM}
)
"""Ways to write a day that leave no doubt which one it is."""
_ASKS_DAY: Final = {
    MasalahTanggal.AMBIGUOUS_ORDER: "Tanggal berapa yang dimaksud?",
    MasalahTanggal.TWO_DIGIT_YEAR: "Tahunnya hanya dua angka. Tanggal berapa yang dimaksud?",
    MasalahTanggal.EXCEL_SERIAL: "Ini angka, mungkin tanggal yang kehilangan bentuknya. Benarkah?",
    MasalahTanggal.SEVERAL: "Ada lebih dari satu tanggal. Yang mana yang dipakai?",
    MasalahTanggal.YEAR_ONLY: "Hanya tahun yang tertulis. Tanggal berapa?",
    MasalahTanggal.YEAR_MONTH: "Hanya bulan dan tahun yang tertulis. Tanggal berapa?",
    MasalahTanggal.NOT_A_DAY: "Hari itu tidak ada di kalender. Tanggal berapa yang dimaksud?",
    MasalahTanggal.FAR_YEAR: "Tahunnya jauh dari sekarang. Apakah ini tanggalnya?",
    MasalahTanggal.MISREAD: "Ada huruf di tempat angka. Apakah ini tanggalnya?",
    MasalahTanggal.MISSPELT: "Nama bulannya mungkin salah ketik. Apakah ini tanggalnya?",
    **dict.fromkeys(_CERTAIN, "Ada tulisan lain di sekitar tanggalnya. Apakah ini tanggalnya?"),
}
_NO_DATE: Final = "Ini bukan tanggal. Tanggal berapa yang dimaksud? Tulis TTTT-BB-HH."


# What a normal form leaves out: hours, marks of a note, and the decision from which a term counts.
_LEFT_OUT: Final = re.compile(
    r"(?:pukul|pkl|jam)\.?\s*[0-9]{1,2}(?:[:.][0-9]{2})*(?:\s*wi(?:b|ta|t))?"
    r"|[0-9]{1,2}[:.][0-9]{2}\s*wi(?:b|ta|t)|[*†‡^#]+\)?$|(?<=[0-9]{4}\s)[0-9]{1,2}\.[0-9]{2}$"
    r"|(?<=[T\s])(?!0{1,2}:00(?::00)?(?![0-9]))[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9])"
    rf"|(?:{pattern_of(TIME_WORDS.sejak)})\s+(?:{pattern_of(TIME_WORDS.penetapan_daftar)})",
    re.IGNORECASE,
)


def _changed(text: str, value: str, reason: str) -> CellValue:
    """Return a value in its normal form, with a reason that names what it leaves out."""
    found = (match[0] for match in _LEFT_OUT.finditer(text))
    # “sejak tanggal penetapan SK” becomes “setelah tanggal penetapan SK”: nothing is left out.
    left_out = [one for one in found if one.lower().split(maxsplit=1)[-1] not in value.lower()]
    return CellValue(value, f"{reason}; tanpa {listed(left_out)}" if left_out else reason)


@lru_cache(maxsize=8192)
def read_day(text: str) -> CellValue:
    """Read a day; “03/04/2025” is asked, “29 Mei 2024” is not."""
    reading = read_tanggal(text)
    if reading.value:
        return CellValue(text)
    if reading.problem in _CERTAIN and len(reading.candidates) == 1 and not reading.sisa:
        reason = "tanggal ditulis sebagai tahun-bulan-hari"
        return _changed(text, str(reading.candidates[0]), reason)
    days = reading.candidates
    if not days and reading.problem is not MasalahTanggal.NOT_A_DAY:
        moment = read_waktu(text)
        points = [moment.value] if moment.value else moment.candidates or ()
        days = tuple(dict.fromkeys(day for one in points for day in (one.awal, one.akhir)))
    readings = tuple(Reading(str(day), format_tanggal(day)) for day in days)
    asks = _ASKS_DAY.get(reading.problem or MasalahTanggal.NOT_A_DATE, _NO_DATE)
    return CellValue(text, doubt=Doubt(asks, (*readings, LEFT_EMPTY)))


_YEARS: Final = range(1950, 2100)
_ONE_POINT: Final = _CERTAIN | {
    MasalahTanggal.YEAR_ONLY,
    MasalahTanggal.YEAR_MONTH,
    MasalahTanggal.PERIOD,
}
_ASKS_MOMENT: Final = {
    MasalahTanggal.SEVERAL: "Ada lebih dari satu waktu. Yang mana yang dipakai?",
    MasalahTanggal.TWO_DIGIT_YEAR: "Tahunnya hanya dua angka. Waktu yang mana yang dimaksud?",
    MasalahTanggal.FAR_YEAR: "Tahunnya jauh dari sekarang. Apakah ini waktunya?",
    MasalahTanggal.MISREAD: "Ada huruf di tempat angka. Apakah ini waktunya?",
    MasalahTanggal.MISSPELT: "Nama bulannya mungkin salah ketik. Apakah ini waktunya?",
    MasalahTanggal.NOT_A_DAY: "Hari itu tidak ada di kalender. Kapan informasi ini dibuat?",
    MasalahTanggal.EXCEL_SERIAL: _ASKS_DAY[MasalahTanggal.EXCEL_SERIAL],
    MasalahTanggal.AMBIGUOUS_ORDER: _ASKS_DAY[MasalahTanggal.AMBIGUOUS_ORDER],
}
_WHEN: Final = "Kapan informasi ini dibuat? Tulis tahun, tahun-bulan, atau tahun-bulan-hari."


@lru_cache(maxsize=8192)
def read_moment(text: str, tahun: int) -> CellValue:
    """Read a year, a month, a day or a period; without any the year of the list is offered."""
    reading = read_waktu(text)
    if reading.value:
        return CellValue(text)
    # Spreadsheets that put marks into thousands show a year as “2.025”.
    in_thousands = tuple(number for number in read_bulat(text).candidates if number in _YEARS)
    points = reading.candidates
    if not points and len(in_thousands) == 1:
        return CellValue(str(in_thousands[0]), "tahun ditulis tanpa pemisah ribuan")
    if len(points) == 1 and reading.problem in _ONE_POINT and not reading.sisa:
        reason = _MOMENT_REASON.get(reading.problem, _POINT_REASON)
        return _changed(text, str(points[0]), reason)
    asks = _ASKS_MOMENT.get(reading.problem or MasalahTanggal.NOT_A_DATE, _WHEN)
    if points and reading.sisa:
        asks = f"{quoted(reading.sisa)} belum terbaca. {asks}"
    if points:
        readings = [Reading(str(point), format_waktu(point)) for point in points]
        return CellValue(text, doubt=Doubt(asks, tuple(readings)))
    # “15 Maret”, “Triwulan I”: of which year is not said.
    dated = read_waktu(f"{text} {tahun}")
    meant = () if dated.sisa else dated.candidates
    of_list = "tahun daftar ini"
    readings = [Reading(str(one), f"{format_waktu(one)}, menurut {of_list}") for one in meant]
    own = Reading(str(tahun), f"{tahun}, {of_list}")
    return CellValue(text, doubt=Doubt(asks, (*readings, own)))


_POINT_REASON: Final = "waktu ditulis sebagai tahun, bulan, atau tanggal"
_MOMENT_REASON: Final = {
    MasalahTanggal.PERIOD: "kurun ditulis dengan hari pertama dan hari terakhirnya"
}


_BETWEEN: Final = re.compile(r"(?P<bracket>\s*\((?=[^()]*\)$))|\s*(?P<sign>[,;/]|\s-\s)\s*|\s+|-")
_MONTH: Final = re.compile(MONTH_PATTERN, re.IGNORECASE)
_DAY_OF_MONTH: Final = re.compile(rf"(?:[0-9]{{1,2}}\s+)?{MONTH_PATTERN}", re.IGNORECASE)
_YEAR_FIGURE: Final = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_NO_PLACE: Final = re.compile(
    pattern_of(
        chain(
            TIME_WORDS.bukan_tempat,
            *(TIME_WORDS.awal, TIME_WORDS.akhir, TIME_WORDS.pengisi_tanggal, TIME_WORDS.sampai),
            *(TIME_WORDS.triwulan, TIME_WORDS.caturwulan, TIME_WORDS.semester),
            *TIME_WORDS.hari,
        )
    ),
    re.IGNORECASE,
)
# “Kota Kecil pada”, “Kota Kecil, 12”
_TORN: Final = re.compile(rf"{pattern_of(TIME_WORDS.sebelum_waktu)}$|[,;]\s*[0-9]+$", re.IGNORECASE)
_NUMBERED_PLACE: Final = re.compile(
    rf"(?:.*\s)?(?:{pattern_of(TIME_WORDS.tempat_bernomor)})\.?", re.IGNORECASE
)


_MOST_SIGNS: Final = 200
"""A longer text is no place with a time; trying to part it would only cost time."""
_MOST_PLACES: Final = 5


def split_place_and_time(text: str) -> tuple[str, str] | None:
    """Return place and time of “Sabu Raijua, 2025”; what was not said is empty.

    “Ampana, 12 Januari 2025” and “Ampana 2025” are cut before the time, “2025, Ampana” behind it.
    None where that leaves a place in doubt: “Jalan 17 Agustus 1945, Maret 2022”.
    """
    line = " ".join(text.split())
    if len(line) > _MOST_SIGNS:
        return None
    beside_time = _NO_PLACE.sub(" ", _MONTH.sub(" ", line))
    if _is_time(line) or not any(map(str.isalpha, beside_time)):
        return "", line
    if not _says_when(line):
        return (line, "") if _is_place(line) else None
    for cut in _BETWEEN.finditer(line):
        place, time = _cut_at(line, cut)
        if _is_time(time) or (cut["sign"] and _DAY_OF_MONTH.fullmatch(time)):
            if _is_place(place) and _is_sure(place, time, cut):
                return place, time
            break
    at_signs = [_cut_at(line, cut) for cut in _BETWEEN.finditer(line) if cut["sign"]]
    for first, last in at_signs:
        if _is_time(first) and _is_place(last):
            return last, first
        # “Ampana, akhir tahun 2025”: the time is asked
        if len(at_signs) == 1 and _is_place(first) and _says_when(last):
            return first, last
    return None


def _cut_at(line: str, cut: re.Match[str]) -> tuple[str, str]:
    return line[: cut.start()], line[cut.end() :].removesuffix(")" if cut["bracket"] else "")


def _is_time(text: str) -> bool:
    """Tell whether a text names a time and says nothing else."""
    reading = read_waktu(text)
    return bool(reading.value or reading.candidates) and not reading.sisa


def _says_when(text: str) -> bool:
    return any(words.search(text) for words in (_MONTH, _YEAR_FIGURE, _NO_PLACE))


def _is_place(text: str) -> bool:
    """Tell whether a text can be the name of a place: no word of time, nothing torn off."""
    whole = text.count("(") == text.count(")") and text[-1:].isalnum() | text.endswith(")")
    return whole and text[:1].isalpha() and not _says_when(text) and not _TORN.search(text)


def _is_sure(place: str, time: str, cut: re.Match[str]) -> bool:
    """Tell whether nothing of a time can belong to the place (“Ruang 12 2022”)."""
    if not cut["sign"] and read_waktu(time).problem is MasalahTanggal.MISSPELT:
        return False
    open_end = place[-1].isdigit() or "," in time or _NUMBERED_PLACE.fullmatch(place)
    return bool(cut["sign"] or cut["bracket"] or not open_end)


def undivided_place(text: str) -> CellValue:
    """Ask for the place in a cell whose time could not be told from it."""
    cuts = (cut for cut in _BETWEEN.finditer(text[:_MOST_SIGNS]) if cut["sign"] or cut["bracket"])
    places = (part for cut in cuts for part in _cut_at(text, cut) if not _is_time(part))
    asks = "Tempat dan waktunya belum dapat dipisahkan. Di mana informasi ini dibuat?"
    return CellValue(text, doubt=Doubt(asks, (*offers(*islice(places, _MOST_PLACES)), LEFT_EMPTY)))


_ASKS_TERM: Final[Mapping[MasalahJangka | None, str]] = {
    MasalahJangka.AMBIGUOUS_UNIT: "Tahun atau bulan?",
    MasalahJangka.AMBIGUOUS_NUMBER: "Angka dan katanya tidak sama. Yang mana yang benar?",
    MasalahJangka.COMPOUND: "Ada lebih dari satu keterangan. Yang mana jangka waktunya?",
    MasalahJangka.RANGE: "Ada dua batas. Yang mana yang ditetapkan?",
    MasalahJangka.DATE_FORM: "Apakah ini hari terakhir pengecualian?",
    MasalahJangka.PERIOD: "Awalnya ikut tertulis. Apakah ini akhirnya? Awalnya untuk kolom mulai.",
    MasalahJangka.OPEN_END: "Akhirnya belum terbaca sebagai tanggal. Kapan berakhir?",
    MasalahJangka.PERMISSION: "Ini menyebut kapan atau siapa yang boleh melihat. Kapan berakhir?",
    MasalahJangka.CITATION: "Ini rujukan peraturan. Apakah jangka waktunya menurut peraturan itu?",
    MasalahJangka.MISSPELT: "Mungkin salah ketik. Apakah ini yang dimaksud?",
}
_SAYS_OF_TERM: Final[Mapping[MasalahJangka | None, str]] = {
    MasalahJangka.OTHER_UNIT: "tidak ditulis dalam tahun atau bulan",
    MasalahJangka.NOT_POSITIVE: "tidak menunjukkan lamanya",
    MasalahJangka.MISSING_CITATION: "tidak menyebut peraturannya",
    MasalahJangka.OPEN_END: "menyebut akhir yang belum terbaca sebagai tanggal",
    MasalahJangka.COMPOUND: "memuat lebih dari satu keterangan",
    MasalahJangka.CITATION: "tampak seperti nomor dan tahun peraturan",
    MasalahJangka.PERMISSION: "menyebut siapa yang boleh melihat, bukan kapan berakhir",
}
_ASKS_RETENTION: Final[Mapping[MasalahJangka | None, str]] = {
    **_ASKS_TERM,
    MasalahJangka.COMPOUND: "Ada lebih dari satu keterangan. Yang mana retensinya?",
    MasalahJangka.DATE_FORM: "Apakah ini hari terakhir penyimpanannya?",
    MasalahJangka.PERIOD: "Awalnya ikut tertulis. Apakah ini akhir penyimpanannya?",
    MasalahJangka.PERMISSION: "Ini menyebut siapa yang boleh melihat. Berapa lama disimpan?",
    MasalahJangka.CITATION: "Ini rujukan peraturan. Apakah retensinya menurut peraturan itu?",
}
_IS_IT: Final = "Apakah ini yang dimaksud?"
_LIMIT_ASKS: Final = "Ini batas, atau ada tambahannya. Apakah ini yang ditetapkan?"
_LIMIT_SAYS: Final = Advice(
    severity=Severity.SARAN,
    message="Jangka waktu ini batas, atau ada tambahannya",
    advice="Cocokkan dengan keputusannya: sebut lamanya atau hari terakhirnya.",
    example="5 tahun; sampai 2035-12-31",
    rule_id="DIK-012",
)


@lru_cache(maxsize=8192)
def read_term(text: str) -> CellValue:
    """Read a term of exclusion (PerKI 1/2021 Pasal 49 ayat (6) huruf e)."""
    reading = read_jangka_waktu(text)
    normal = "jangka waktu ditulis dalam bentuk baku"
    term = reading.value
    if term and term.leaves_open:
        bare = str(replace(term, batas=""))
        meant = (*offers(reading.normal, bare), AS_WRITTEN)
        doubt = None if reading.is_normal else Doubt(_LIMIT_ASKS, meant)
        return CellValue(text, doubt=doubt, advice=None if doubt else _LIMIT_SAYS)
    if term:
        return _in_normal_form(text, reading.normal, reading.is_normal, normal)
    if day := _last_day(text):
        return _changed(text, f"sampai {day}", normal)
    asks = _ASKS_TERM.get(reading.problem, _IS_IT)
    if doubt := _which_length(text, reading.candidates, asks, reading.sisa):
        return CellValue(text, doubt=doubt)
    says = _SAYS_OF_TERM.get(reading.problem, "tidak dapat dibaca sebagai jangka waktu")
    advice = Advice(
        severity=Severity.PERINGATAN,
        message=f"Jangka waktu ini {says}",
        advice="Tulis lamanya, hari terakhirnya, atau peristiwa yang mengakhirinya.",
        example="5 tahun; sampai 2035-12-31; sampai diumumkan; sesuai UU 43/2009",
        rule_id="DIK-012",
    )
    return CellValue(text, advice=advice)


def _last_day(text: str) -> str:
    """Return the day of “sampai 31 Desember 2027”, which can be no other; empty otherwise."""
    until, _, end = core_of(text).partition(" ")
    day = read_tanggal(end)
    certain = day.problem in _CERTAIN and len(day.candidates) == 1 and not day.sisa
    return str(day.candidates[0]) if until.lower() == "sampai" and certain else ""


@lru_cache(maxsize=4096)
def is_fate(text: str) -> bool:
    """Tell whether a text says nothing but what becomes of an archive: “Musnah”, “Permanen”."""
    value = read_retensi(text).value
    return value is not None and (value.masa == "permanen" or bool(value.nasib and not value.masa))


def joined_retention(parts: Mapping[str, str], unit: str) -> str:
    """Write as one retention what stands in columns: “aktif 1 tahun, inaktif 4 tahun, musnah”.

    `parts` are the texts of the columns “aktif”, “inaktif” and “nasib”; `unit` is that of numbers
    without one.
    """
    told = {
        name: f"{text} {unit}" if text.isdecimal() else text for name, text in parts.items() if text
    }
    ages = [f"{name} {told[name]}" for name in ("aktif", "inaktif") if name in told]
    return ", ".join([*ages, *([told["nasib"]] if "nasib" in told else [])])


def read_retention(text: str) -> CellValue:
    """Read a retention (PerKI 1/2021 Pasal 21 ayat (2) huruf g)."""
    reading = read_retensi(text)
    if reading.value:
        return _in_normal_form(text, reading.normal, reading.is_normal, "retensi dalam bentuk baku")
    if day := _last_day(text):
        return _changed(text, f"sampai {day}", "retensi dalam bentuk baku")
    asks = _ASKS_RETENTION.get(reading.problem, _IS_IT)
    if doubt := _which_length(text, reading.candidates, asks, reading.sisa):
        return CellValue(text, doubt=doubt)
    advice = Advice(
        severity=Severity.SARAN,
        message=f"Retensi ini {_SAYS_OF_TERM.get(reading.problem, 'tidak dapat dibaca')}",
        advice="Tulis lamanya atau dasar penyimpanannya.",
        example="5 tahun; 2 tahun setelah pensiun; permanen; selama berlaku; sesuai JRA",
        rule_id="DIP-007",
    )
    return CellValue(text, advice=advice)


def _in_normal_form(text: str, normal: str, is_normal: bool, reason: str) -> CellValue:  # noqa: FBT001
    return CellValue(text) if is_normal or normal == text else _changed(text, normal, reason)


def _which_length(text: str, candidates: tuple[str, ...], asks: str, sisa: str) -> Doubt | None:
    """Ask which of several readings is meant; None where nothing can be offered.

    What an offer would leave out stands beside it.
    """
    number = read_bulat(text)
    if not candidates and number.problem is MasalahAngka.AMBIGUOUS_THOUSANDS:
        # A bare “1.000” is a thousand or one, of years or of months.
        candidates = tuple(f"{n} {unit}" for n in number.candidates for unit in ("tahun", "bulan"))
        sisa = ""
    if not candidates:
        return None
    without = f", tanpa {quoted(sisa)}" if sisa else ""
    readings = tuple(Reading(one, f"{one}{without}") for one in candidates)
    return Doubt(asks, (*readings, AS_WRITTEN))
