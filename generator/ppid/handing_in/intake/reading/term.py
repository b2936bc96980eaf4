"""How long: terms of exclusion (DIK) and retention of the archive (DIP)."""

import re
from functools import lru_cache
from typing import Final

from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.intake.reading.verdict import AS_WRITTEN, Advice, Doubt, Verdict, offers
from ppid.values.dates import MasalahTanggal, read_tanggal
from ppid.values.durations import MasalahJangka, read_retensi
from ppid.values.numbers import MasalahAngka, read_bulat
from ppid.values.terms import read_jangka_waktu

_NORMAL: Final = "jangka waktu ditulis dalam bentuk baku"
_ASKS: Final = {
    MasalahJangka.AMBIGUOUS_UNIT: "Tahun atau bulan?",
    MasalahJangka.AMBIGUOUS_NUMBER: "Angka dan katanya tidak sama. Yang mana yang benar?",
    MasalahJangka.COMPOUND: "Ada lebih dari satu jangka waktu. Yang mana yang berlaku?",
    MasalahJangka.CONDITIONAL: "Ini keadaan, bukan akhirnya. Kapan pengecualian berakhir?",
    MasalahJangka.DATE_FORM: "Apakah ini hari terakhir pengecualian?",
}
_ASKS_AT_LEAST: Final = "Apakah ini yang dimaksud?"
_SAYS: Final = {
    MasalahJangka.OTHER_UNIT: "tidak ditulis dalam tahun atau bulan",
    MasalahJangka.NOT_POSITIVE: "tidak menunjukkan lamanya",
    MasalahJangka.MISSING_CITATION: "tidak menyebut peraturannya",
}
_UNTIL: Final = re.compile(
    r"(?:sampai|hingga|s\.?\s?/?\s?d\.?)\s+(?:dengan\s+)?(?:tanggal\s+|tgl\.?\s+)?(?P<day>.+)",
    re.IGNORECASE,
)
_ONE_DAY: Final = frozenset(
    {MasalahTanggal.WRITTEN_OUT, MasalahTanggal.OTHER_ORDER, MasalahTanggal.OTHER_FORM}
)


@lru_cache(maxsize=8192)
def read_term(text: str) -> Verdict:
    """Read a term of exclusion (PerKI 1/2021 Pasal 49 ayat (6) huruf e)."""
    reading = read_jangka_waktu(text)
    if reading.value:
        same = reading.is_normal or reading.normal == text
        return Verdict(text if same else reading.normal, "" if same else _NORMAL)
    if day := _last_day(text):
        return Verdict(f"sampai {day}", _NORMAL)
    if candidates := reading.candidates or _numbers(text):
        asks = _ASKS.get(reading.problem or MasalahJangka.UNREADABLE, _ASKS_AT_LEAST)
        return Verdict(text, doubt=Doubt(asks, (*offers(*candidates), AS_WRITTEN)))
    says = _SAYS.get(
        reading.problem or MasalahJangka.UNREADABLE, "tidak dapat dibaca sebagai jangka waktu"
    )
    advice = Advice(
        Severity.PERINGATAN,
        f"Jangka waktu ini {says}",
        "Tulis lamanya, hari terakhirnya, atau peristiwa yang mengakhirinya.",
        "5 tahun; sampai 2027-12-31; sampai diumumkan; sesuai UU 43/2009",
        "DIK-012",
    )
    return Verdict(text, advice=advice)


def _last_day(text: str) -> str:
    """Return the day of “sampai 31 Desember 2027”, which can be no other; empty otherwise."""
    until = _UNTIL.fullmatch(" ".join(text.split()))
    day = read_tanggal(until["day"].rstrip(".")) if until else None
    if day is None or len(day.candidates) != 1 or day.problem not in _ONE_DAY:
        return ""
    # A sentence around the date may say more than the date.
    written = day.problem is MasalahTanggal.WRITTEN_OUT
    most_words = len(("31", "Desember", "2027"))
    return (
        ""
        if written and until and len(until["day"].split()) > most_words
        else str(day.candidates[0])
    )


def _numbers(text: str) -> tuple[str, ...]:
    """Return the lengths that a bare “1.000” may be: a thousand or one, years or months."""
    reading = read_bulat(text)
    if reading.problem is not MasalahAngka.AMBIGUOUS_THOUSANDS:
        return ()
    return tuple(f"{number} {unit}" for number in reading.candidates for unit in ("tahun", "bulan"))


@lru_cache(maxsize=4096)
def read_retention(text: str) -> Verdict:
    """Read a retention (PerKI 1/2021 Pasal 21 ayat (2) huruf g)."""
    reading = read_retensi(text)
    if reading.value:
        same = reading.is_normal or reading.normal == text
        return Verdict(
            text if same else reading.normal, "" if same else "retensi dalam bentuk baku"
        )
    if candidates := reading.candidates or _numbers(text):
        asks = _ASKS.get(reading.problem or MasalahJangka.UNREADABLE, _ASKS_AT_LEAST)
        return Verdict(text, doubt=Doubt(asks, (*offers(*candidates), AS_WRITTEN)))
    advice = Advice(
        Severity.SARAN,
        "Retensi ini tidak dapat dibaca",
        "Tulis lamanya atau dasar penyimpanannya.",
        "5 tahun; permanen; selama berlaku; sesuai JRA",
        "DIP-007",
    )
    return Verdict(text, advice=advice)
