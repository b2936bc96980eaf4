"""Sentences for dates and numbers that cannot be read: what the text seems to be, what to write."""

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from ppid.checking.field_fault import Fault
from ppid.checking.field_requirements import ISI_004, ISI_006
from ppid.checking.field_said import Said, subject
from ppid.diagnostics.model import Requirement
from ppid.values.angka import MasalahAngka, read_bulat, read_desimal
from ppid.values.near import quoted
from ppid.values.tanggal import MasalahTanggal, Waktu, format_tanggal, read_tanggal, read_waktu

DATES: Mapping[MasalahTanggal | None, str] = {
    None: "diapit spasi",
    MasalahTanggal.MISSING: "bukan tanggal",
    MasalahTanggal.NOT_A_DATE: "bukan tanggal yang dapat dibaca",
    MasalahTanggal.NOT_A_DAY: "tidak ada dalam kalender",
    MasalahTanggal.WRITTEN_OUT: "ditulis dengan nama bulan",
    MasalahTanggal.OTHER_ORDER: "ditulis dengan urutan lain",
    MasalahTanggal.AMBIGUOUS_ORDER: "dapat dibaca dengan dua cara",
    MasalahTanggal.TWO_DIGIT_YEAR: "hanya menyebut dua angka tahun",
    MasalahTanggal.EXCEL_SERIAL: "tampaknya nomor tanggal dari Excel",
    MasalahTanggal.YEAR_ONLY: "hanya menyebut tahun",
    MasalahTanggal.YEAR_MONTH: "hanya menyebut bulan dan tahun",
    MasalahTanggal.OTHER_FORM: "belum ditulis TTTT-BB-HH",
    MasalahTanggal.SEVERAL: "memuat lebih dari satu tanggal",
}
TIMES: Mapping[MasalahTanggal | None, str] = {
    **DATES,
    MasalahTanggal.NOT_A_DATE: "bukan tahun, bulan, atau tanggal",
    MasalahTanggal.YEAR_ONLY: "memuat keterangan lain selain tahun",
    MasalahTanggal.YEAR_MONTH: "menyebut bulan, tetapi tidak ditulis TTTT-BB",
}
NUMBERS: Mapping[MasalahAngka | None, str] = {
    None: "diapit spasi",
    MasalahAngka.MISSING: "bukan bilangan",
    MasalahAngka.AMBIGUOUS_THOUSANDS: "dapat dibaca dengan dua cara",
    MasalahAngka.THOUSANDS: "memakai pemisah ribuan",
    MasalahAngka.NEGATIVE: "kurang dari nol",
    MasalahAngka.EXPONENT: "ditulis lembar kerja sebagai pangkat sepuluh",
    MasalahAngka.NOT_WHOLE: "bukan bilangan bulat",
    MasalahAngka.LEADING_ZERO: "diawali nol",
    MasalahAngka.EXTRA_TEXT: "memuat keterangan lain selain angka",
    MasalahAngka.TOO_PRECISE: "memuat lebih dari dua angka di belakang koma",
    MasalahAngka.UNREADABLE: "bukan bilangan yang dapat dibaca",
}
_LIMITS = {
    "ge": "paling sedikit",
    "gt": "lebih dari",
    "le": "paling banyak",
    "lt": "kurang dari",
    "multiple_of": "kelipatan",
}
_CERTAIN = {MasalahTanggal.WRITTEN_OUT, MasalahTanggal.OTHER_ORDER, MasalahTanggal.OTHER_FORM}
_JUST_A_DATE = re.compile(r"\d+[-/. ]+\w+[-/. ]+\d+")
_DAY = re.compile(r"(\d{4})-(0[1-9]|1[0-2])-\d\d")
_TIME_HINT = "Tulis tahun (2019), tahun dan bulan (2019-03), atau tanggal (2019-03-10)."
_EMPTY_HINT = "Kosongkan bila belum diketahui."


def tanggal(fault: Fault) -> Said:
    """Say what a text that is no date seems to be."""
    reading = read_tanggal(fault.text)
    days = [reading.value] if reading.value else reading.candidates
    points = [Waktu(day.year, day.month, day.day) for day in days]
    return _time(fault, DATES[reading.problem], reading.problem, points)


def waktu(fault: Fault) -> Said:
    """Say what a text that is no year, month or day seems to be."""
    reading = read_waktu(fault.text)
    points = [reading.value] if reading.value else reading.candidates
    said = _time(fault, TIMES[reading.problem], reading.problem, points)
    return said if said.hint else said._replace(hint=_TIME_HINT)


def bilangan(fault: Fault) -> Said:
    """Say what a text that is no whole number seems to be."""
    reading = read_bulat(fault.text)
    found = reading.candidates if reading.value is None else [reading.value]
    return _number(fault, reading.problem, [str(number) for number in found])


def desimal(fault: Fault) -> Said:
    """Say what a text that is no number seems to be."""
    reading = read_desimal(fault.text)
    found = reading.candidates if reading.value is None else [reading.value]
    return _number(fault, reading.problem, [f"{number:f}" for number in found])


def batas(fault: Fault) -> Said:
    """Say that a number lies outside its limits."""
    known = (key for key in _LIMITS if key in fault.details)
    limits = " dan ".join(f"{_LIMITS[key]} {fault.details[key]}" for key in known)
    message = f"{subject(fault)} berisi {fault.text}, padahal harus {limits}"
    return Said(ISI_006, message, "Periksa kembali angkanya.")


def _time(
    fault: Fault, words: str, problem: MasalahTanggal | None, points: Sequence[Waktu]
) -> Said:
    if problem is MasalahTanggal.MISSING:
        return _said(ISI_004, fault, words, _EMPTY_HINT)
    if len(points) > 1:
        choices = [f"{_spoken(point)} (tulis {point})" for point in points]
        both = "" if problem is MasalahTanggal.SEVERAL else f": {_either(map(_spoken, points))}"
        return _said(ISI_004, fault, words + both, f"Maksudnya {_either(choices)}?")
    if not points:
        return _said(ISI_004, fault, words, _end_of_month(fault.text))
    certain = problem is None or (problem in _CERTAIN and _JUST_A_DATE.fullmatch(fault.text))
    hint = f"Tulis {points[0]} ({_spoken(points[0])})."
    return _said(ISI_004, fault, words, hint, str(points[0]) if certain else "")


def _number(fault: Fault, problem: MasalahAngka | None, readings: Sequence[str]) -> Said:
    words = NUMBERS[problem]
    if problem is MasalahAngka.MISSING:
        return _said(ISI_006, fault, words, _EMPTY_HINT)
    if len(readings) > 1:
        either = _either(readings)
        return _said(ISI_006, fault, f"{words}: {either}", f"Tulis {either}, sesuai maksudnya.")
    return _said(ISI_006, fault, words, f"Tulis {readings[0]}." if readings else "")


def _said(
    requirement: Requirement, fault: Fault, words: str, hint: str, replacement: str = ""
) -> Said:
    message = f"{quoted(fault.text)} untuk {quoted(fault.title)} {words}"
    return Said(requirement, message, hint, replacement)


def _either(words: Iterable[str]) -> str:
    return " atau ".join(words)


def _end_of_month(written: str) -> str:
    found = _DAY.fullmatch(written)
    if not found or found[1] == "0000":
        return ""
    year, month = int(found[1]), int(found[2])
    last = date(year, month, monthrange(year, month)[1])
    return f"Hari terakhir bulan itu {format_tanggal(last)}."


def _spoken(point: Waktu) -> str:
    if not point.bulan:
        return str(point.tahun)
    day = format_tanggal(point.awal)
    return day if point.hari else day.partition(" ")[2]
