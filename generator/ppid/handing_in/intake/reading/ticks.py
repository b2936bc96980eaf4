"""Marks under headings that share a field: one column for each class, or for each form."""

from collections.abc import Mapping
from typing import Final

from ppid.handing_in.intake.reading.classes import CLASSES
from ppid.handing_in.intake.reading.forms import BENTUK
from ppid.handing_in.intake.reading.plain import is_nothing
from ppid.handing_in.intake.reading.verdict import Doubt, Verdict

_TICKS: Final = frozenset(
    ("v", "√", "✓", "✔", "☑", "🗸", "1", "ya", "y", "ada", "true", "benar", "•")
)
_CROSSES: Final = frozenset(["x", "×", "✗", "✘", "☒"])
_NO: Final = frozenset(["0", "tidak", "tdk", "t", "false", "salah", "bukan", "□", "☐", "o"])
_READ_AS: Final = "tanda di bawah judul kolom dibaca sebagai {}"


def read_ticks(marks: Mapping[str, str]) -> Verdict:
    """Read the marks under the three classes; “x” ticks where nothing else does.

    `marks` gives for each class what stands in its cell. Beside a “√” an “x” may well mean “no”:
    then it is asked, as two ticks are.
    """
    said = _said(marks)
    if not said:
        return Verdict("")
    value, mark = next(iter(said.items()))
    if len(said) == 1 and _is_tick(value, mark):
        return Verdict(value, _READ_AS.format("klasifikasi"))
    if len(said) == 1:
        return Verdict(_written(said), doubt=Doubt("Termasuk informasi yang mana?", CLASSES))
    chosen = tuple(one for one in CLASSES if one.value in said)
    asks = "Ada lebih dari satu tanda, padahal hanya satu klasifikasi yang dipakai. Yang mana?"
    return Verdict(_written(said), doubt=Doubt(asks, chosen))


def read_form_ticks(marks: Mapping[str, str]) -> Verdict:
    """Read the marks under “cetak” and “digital”; here both may be ticked."""
    said = _said(marks)
    if not said:
        return Verdict("")
    kinds = {mark in _CROSSES for mark in said.values()}
    if all(_is_tick(value, mark) for value, mark in said.items()) and len(kinds) == 1:
        value = " dan ".join(name for name in ("digital", "cetak") if name in said)
        return Verdict(value, _READ_AS.format("bentuk informasi"))
    return Verdict(_written(said), doubt=Doubt("Dalam bentuk apa informasi ini tersedia?", BENTUK))


def _said(marks: Mapping[str, str]) -> dict[str, str]:
    """Keep the marks that do not say “no”, in small letters."""
    lowered = {name: mark.strip().lower() for name, mark in marks.items()}
    return {
        name: mark for name, mark in lowered.items() if not is_nothing(mark) and mark not in _NO
    }


def _is_tick(value: str, mark: str) -> bool:
    return mark in _TICKS | _CROSSES or mark.replace(" ", "-") == value


def _written(said: Mapping[str, str]) -> str:
    return ", ".join(f"{name}: {mark}" for name, mark in said.items())
