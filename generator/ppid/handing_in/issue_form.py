"""The issue form “Serahkan daftar”: what a stranger wrote becomes a submission, or reasons why not.

GitHub gives a filled-in form as Markdown, each answer below a heading with its label. Anybody may
write such a text by hand, so every answer must have its exact shape.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from ppid.core.kind import OPD_FOLDER
from ppid.values.text import nearest

LABELS = (
    "Perangkat daerah",
    "Daftar",
    "Tahun",
    "Berkas",
    "Jabatan yang menyatakan nihil",
    "Tanggal pernyataan nihil",
    "Sebelum mengirim",
    "Keterangan",
)
"""The labels of the form in their order; what stands below the last one is for people only."""
LISTS = {"DIP": "dip", "DIK": "dik", "DIK nihil (tidak ada yang dikecualikan)": "nihil"}
LARGEST = 65_536
"""Characters in the body of an issue, as GitHub allows them."""

_HEADING = re.compile(r"### (?P<label>[^\n]+)")
_EMPTY = {"", "_No response_"}
_OPD = re.compile(OPD_FOLDER, re.ASCII)
_YEAR = re.compile(r"20\d\d", re.ASCII)
_DAY = re.compile(r"20\d\d-\d\d-\d\d", re.ASCII)
_OFFICE = re.compile(r"[A-Za-z][A-Za-z0-9 ,.()/&'-]{2,119}", re.ASCII)
_LINK = re.compile(
    r"(?:\[[^\[\]\n]{1,200}\]\()?"
    r"(?P<url>https://github\.com/user-attachments/files/\d{1,15}/"
    r"[A-Za-z0-9._-]{1,120}\.(?P<suffix>xlsx|xlsm|xls|ods|docx|odt|csv|zip))\)?",
    re.ASCII,
)
_AGREED = re.compile(r"(?:- \[[xX]\] [^\n]+\n?)+")


@dataclass(frozen=True, slots=True)
class Submission:
    """A list that was handed in through the form; safe to use in paths and command lines.

    A workbook has `url` and `suffix`; a statement of nil has `pejabat` and `tanggal` instead.
    """

    opd: str
    jenis: str
    tahun: int
    url: str = ""
    suffix: str = ""
    pejabat: str = ""
    tanggal: str = ""

    @property
    def nihil(self) -> bool:
        return not self.url


def read_form(body: str, known: Collection[str]) -> Submission | tuple[str, ...]:
    """Read the body of an issue; `known` are the folders of OPDs.

    Gives a submission, or every reason why there is none, as sentences for who sent it.
    """
    answers = _answers(body)
    if answers is None:
        return ("Isian tidak lengkap atau susunannya diubah; isi kembali formulirnya dari awal.",)
    reasons = tuple(_reasons(answers, known))
    if reasons:
        return reasons
    opd, daftar, tahun, berkas, pejabat, tanggal = (answers[label] for label in LABELS[:6])
    if LISTS[daftar] == "nihil":
        return Submission(opd, "dik", int(tahun), pejabat=pejabat, tanggal=tanggal)
    link = _LINK.fullmatch(berkas)
    return Submission(opd, LISTS[daftar], int(tahun), *(link.groups() if link else ()))


def _answers(body: str) -> dict[str, str] | None:
    """Cut a body at its headings, which must be ours, once each and in their order."""
    text = body.replace("\r\n", "\n")
    if len(text) > LARGEST:
        return None
    found: dict[str, str] = {}
    label, at = "", 0
    for heading in _HEADING.finditer(text):
        if label == LABELS[-1]:
            break
        if heading["label"].strip() != LABELS[len(found)]:
            return None
        if label:
            found[label] = text[at : heading.start()]
        elif text[: heading.start()].strip():
            return None
        label, at = heading["label"].strip(), heading.end()
        found.setdefault(label, "")
    if label:
        found[label] = text[at:]
    if tuple(found) != LABELS:
        return None
    return {name: "" if text.strip() in _EMPTY else text.strip() for name, text in found.items()}


def _reasons(answers: dict[str, str], known: Collection[str]) -> Iterator[str]:
    opd, daftar, tahun, berkas, pejabat, tanggal, agreed = (answers[name] for name in LABELS[:7])
    if not _OPD.fullmatch(opd) or opd not in known:
        near = nearest(opd, known) if opd.isascii() else ""
        meant = f" Mungkin maksudnya “{near}”." if near else ""
        yield f"Nama folder perangkat daerah tidak dikenal.{meant}"
    if daftar not in LISTS:
        yield f"Pilih salah satu daftar: {'; '.join(LISTS)}."
    if not _YEAR.fullmatch(tahun):
        yield "Tulis tahun dengan empat angka, misalnya 2026."
    if not _AGREED.fullmatch(agreed):
        yield "Setiap butir “Sebelum mengirim” perlu dicentang."
    if LISTS.get(daftar) == "nihil":
        yield from _of_nil(berkas, pejabat, tanggal)
    elif daftar in LISTS and not _LINK.fullmatch(berkas):
        yield (
            "Lampirkan tepat satu berkas (.xlsx, .xlsm, .xls, .ods, .docx, .odt, .csv, atau .zip "
            "dari halaman Periksa daftar) dengan "
            "menaruhnya di kotak “Berkas”, tanpa tulisan lain. Nama berkasnya cukup huruf, angka, "
            "titik, dan tanda hubung."
        )


def _of_nil(berkas: str, pejabat: str, tanggal: str) -> Iterator[str]:
    if berkas:
        yield "Pernyataan nihil tidak memakai berkas; kosongkan kotak “Berkas”."
    if not _OFFICE.fullmatch(pejabat):
        yield "Tulis jabatan yang menyatakan nihil, misalnya Sekretaris Dinas, tanpa nama orang."
    if not _is_day(tanggal):
        yield "Tulis tanggal pernyataan sebagai tahun-bulan-hari, misalnya 2026-01-31."


def _is_day(written: str) -> bool:
    try:
        return bool(_DAY.fullmatch(written) and date.fromisoformat(written))
    except ValueError:
        return False
