"""Words by which a row shows that it is no row of the list: signatures, notes, totals, “NIHIL”."""

import itertools
import re
from collections.abc import Sequence
from enum import Enum
from typing import Final

_MONTHS: Final = (
    "januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november"
    "|nopember|desember"
)
_ENDING: Final = re.compile(
    rf"""\s*(?:
        (?:ditetapkan|dibuat|dikeluarkan)\s+di\b
      | pada\s+tanggal\b
      | (?:mengetahui|menyetujui|mengesahkan|disetujui)\b(?:\s+oleh)?\s*[,:]?\s*(?:\n.*)?$
      | [A-Z][\w. ]{{2,30}},\s*(?:tanggal\s*)?[\d.…_ ]{{0,8}}\s*(?:{_MONTHS})?\s*[\d.…_ ]{{2,8}}$
      | (?:nip|nrp)\b\s*[.:]?\s*[\d.…_ -]*
      | (?:ttd|tertanda|dto)\b
      | (?:a\.\s*n\.|an\.|u\.\s*b\.|plt\.|plh\.)\s
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_OFFICE: Final = re.compile(
    r"\s*(?:(?:plt|plh)\.?\s+)?(?:kepala|sekretaris|camat|lurah|inspektur|direktur|wali\s*kota|bupati|"
    r"ppid|pejabat pengelola informasi|atasan ppid|pembina|penata|pimpinan|ketua|koordinator)\b",
    re.IGNORECASE,
)
_PEOPLE: Final = frozenset(
    [
        "nama",
        "jabatan",
        "ttd",
        "tanda tangan",
        "paraf",
        "nip",
        "pangkat",
        "golongan",
        "unit kerja",
        "pangkat/golongan",
    ]
)
_NOTE: Final = re.compile(
    r"\s*(?:\*+\)?|keterangan\s*:|ket\.?\s*:|catatan\s*:|sumber\s*:|√\s*=|n\.?b\.?\s*:)",
    re.IGNORECASE,
)
_TOTAL: Final = re.compile(
    r"\s*(?:jumlah|total|sub\s*total|jml)\b[\w ]{0,30}[:.]?\s*\d*\s*$", re.IGNORECASE
)
_NIHIL: Final = re.compile(
    r"[\W_]*(?:n\s*i\s*h\s*i\s*l|tidak\s+ada(?:\s+(?:informasi|data|dokumen)[\w ]*)?"
    r"|belum\s+ada(?:\s+(?:informasi|data)[\w ]*)?|kosong)[\W_]*",
    re.IGNORECASE,
)
_CLASS: Final = re.compile(r"\bberkala\b|\bsetiap\W*saat\b|\bserta\W*merta\b", re.IGNORECASE)
_HANGING: Final = re.compile(r"(?:[,\-–(/]|\b(?:dan|atau|yang|di|dari|untuk|pada|dengan|oleh))\s*$")
_ROMAN: Final = re.compile(r"[IVXL]+")


class Numbering(Enum):
    """The way in which a row or a group is numbered."""

    DIGIT = "1"
    LETTER = "A"
    SMALL = "a"
    ROMAN = "I"
    SUB = "1.1"
    NONE = ""


_MARK: Final = re.compile(r"\s*[(]?(\d+(?:\.\d+)+|\d+|[IVXL]+|[A-Z]|[a-z])(?:[.)]+(?=\s|$)|\s*$)")


def numbering_of(text: str) -> Numbering:
    """Tell how a cell begins: “1.”, “A.”, “a)”, “II.”, “1.2”; NONE for other text."""
    found = _MARK.match(text)
    if not found:
        return Numbering.NONE
    mark = found[1]
    if mark.isdigit():
        return Numbering.DIGIT
    if "." in mark:
        return Numbering.SUB
    if _ROMAN.fullmatch(mark) and mark not in {"L", "X", "C", "V"}:
        return Numbering.ROMAN
    return Numbering.SMALL if mark.islower() else Numbering.LETTER


def is_ending(text: str) -> bool:
    """Tell whether a cell begins the part where a list is signed."""
    return _ENDING.match(text) is not None


def names_office(text: str) -> bool:
    return _OFFICE.match(text) is not None


def heads_people(texts: Sequence[str]) -> bool:
    """Tell whether cells head a table of people, as in Lampiran II (Nama, Jabatan, TTD)."""
    plain = {" ".join(text.lower().replace(".", "").split()) for text in texts}
    return "nama" in plain and len(plain & _PEOPLE) > 1


def is_note(text: str) -> bool:
    return _NOTE.match(text) is not None


def is_total(text: str) -> bool:
    return _TOTAL.match(text) is not None


def is_nihil(text: str) -> bool:
    return _NIHIL.fullmatch(text) is not None


def classes_in(text: str) -> int:
    """Count the classifications that a text names."""
    return len({found.lower()[:4] for found in _CLASS.findall(text)})


def hangs(text: str) -> bool:
    """Tell whether a text cannot end here: “pengadaan barang dan”."""
    return _HANGING.search(text) is not None


def runs_on(text: str) -> bool:
    """Tell whether a text cannot begin here: it starts with a small letter and is no “a.” item."""
    start = text.lstrip()[:1]
    return start.islower() and numbering_of(text) is Numbering.NONE


def are_column_numbers(texts: Sequence[str]) -> bool:
    """Tell whether cells count the columns: “1 2 3”, “(1) (2) (3)”, “1 2 3a 3b 4”."""
    marks = [text.strip().strip("()[]. ").lower() for text in texts]
    if len(marks) < 3 or not all(re.fullmatch(r"\d{1,2}[a-z]?", mark) for mark in marks):  # noqa: PLR2004
        return False
    numbers = [int(mark.rstrip("abcdefghijklmnopqrstuvwxyz")) for mark in marks]
    steps = [later - earlier for earlier, later in itertools.pairwise(numbers)]
    return numbers[0] in {0, 1} and all(step in {0, 1} for step in steps) and sum(steps) > 1
