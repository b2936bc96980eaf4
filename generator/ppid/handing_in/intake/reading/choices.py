"""Values from short lists: the class of information, its form, how much of it is withheld, ticks.

The words that stand for each value are data (`kinds.kata_daftar`).
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from rapidfuzz import fuzz

from ppid.core.corpus import Corpus
from ppid.handing_in.intake.reading.texts import CellValue, Doubt, is_nothing, offers
from ppid.handing_in.model import Reading
from ppid.kinds.kata_daftar import values_of, words_for

CLASSES: Final = (
    Reading("berkala", "diumumkan secara berkala"),
    Reading("serta-merta", "diumumkan serta merta"),
    Reading("setiap-saat", "tersedia setiap saat"),
)
EXCLUDED: Final = "dikecualikan"
"""The class of what belongs into the other list: a DIK, not a DIP."""
OPEN: Final = "terbuka"
"""The side of all other classes."""
SIDES: Final = {"dik": EXCLUDED, "dip": OPEN}
"""To which side the rows of each list belong."""
_IS_EXCLUDED: Final = Reading(EXCLUDED, "dikecualikan; tidak masuk DIP, tempatnya di DIK")
FORMS: Final = offers("digital", "cetak", "digital dan cetak")
SCOPES: Final = (
    Reading("seluruh", "seluruh dokumen dikecualikan"),
    Reading("sebagian", "hanya sebagian; isi pula kolom “bagian”"),
)
_EXCLUDED: Final = re.compile(r"(?<!tidak )\b(?:di ?)?kecualikan\b")
_NOT_WORD: Final = re.compile(r"[\W_]+")
_ALIKE: Final = 80
_WHICH_CLASS: Final = "Termasuk informasi yang mana?"
_WHICH_FORM: Final = "Dalam bentuk apa informasi ini tersedia?"
_READ_AS: Final = "tanda di bawah judul kolom dibaca sebagai {}"


def class_finder(corpus: Corpus) -> Callable[[str], tuple[str, ...]]:
    """Return a function that names the classes of information which a text names."""
    words = values_of(corpus, "klasifikasi").items()
    classes = [(value, re.compile(rf"\b{re.escape(word)}\b")) for word, value in words]

    def classes_in(text: str) -> tuple[str, ...]:
        plain = _NOT_WORD.sub(" ", text.lower())
        return tuple(dict.fromkeys(value for value, word in classes if word.search(plain)))

    return classes_in


class ChoiceReader:
    """Reads the fields of a list that allow a few values only, in the words of a body."""

    def __init__(self, corpus: Corpus) -> None:
        """Take the words from the records of a corpus."""
        self.classes_in = class_finder(corpus)
        self._codes = values_of(corpus, "kode-klasifikasi")
        self._doubtful = frozenset(words_for(corpus, "klasifikasi-diragukan"))
        self._sides = values_of(corpus, "golongan")
        self._digital = re.compile(_any_of(words_for(corpus, "bentuk", "digital")))
        self._printed = re.compile(_any_of(words_for(corpus, "bentuk", "cetak")))
        self._beside_form = re.compile(rf"\b{_any_of(words_for(corpus, 'bentuk-diabaikan'))}\b")
        matter = r"(?:\s+(?:dokumen|informasi|isi)(?:nya)?)?"
        self._whole = re.compile(_any_of(words_for(corpus, "cakupan", "seluruh")) + matter)
        # “Sebagian (nama dan alamat)”, “sebagian: nama dan alamat”.
        self._part = re.compile(
            _any_of(words_for(corpus, "cakupan", "sebagian"))
            + matter
            + r"(?:\s*[:(,;-]\s*(?P<part>.+?)\s*\)?)?",
            re.IGNORECASE | re.DOTALL,
        )
        self._crosses = frozenset(words_for(corpus, "silang"))
        self._ticks = self._crosses | frozenset(words_for(corpus, "centang"))
        self._no = frozenset(words_for(corpus, "tidak"))

    def read_class(self, text: str) -> CellValue:
        """Read a class: “Informasi Berkala”, “Tersedia Setiap Saat”, “BK”.

        One that is denied, limited or questioned is asked: “bukan serta merta”, “berkala?”.
        """
        words = _NOT_WORD.sub(" ", text.lower()).strip()
        named = self.classes_in(text)
        excluded = _EXCLUDED.search(words)
        doubtful = "?" in text or not self._doubtful.isdisjoint(words.split())
        if doubtful and len(named) + bool(excluded) == 1:
            return CellValue(text, doubt=Doubt(_WHICH_CLASS, (*CLASSES, _IS_EXCLUDED)))
        if (words in self._codes and not doubtful) or (len(named) == 1 and not excluded):
            value = self._codes.get(words) or named[0]
            return _normal(text, value, "klasifikasi ditulis dalam bentuk baku")
        if excluded and not named:
            return _normal(text, EXCLUDED, "klasifikasi ditulis dalam bentuk baku")
        if named:
            chosen = tuple(one for one in CLASSES if one.value in named)
            asks = "Hanya satu klasifikasi yang dipakai. Yang mana?"
            return CellValue(text, doubt=Doubt(asks, (*chosen, *[_IS_EXCLUDED] * bool(excluded))))
        spoken = {one: one.value.replace("-", " ") for one in CLASSES}
        near = tuple(one for one in CLASSES if fuzz.ratio(words, spoken[one]) >= _ALIKE)
        return CellValue(text, doubt=Doubt(_WHICH_CLASS, near or (*CLASSES, _IS_EXCLUDED)))

    def side_of(self, text: str) -> str:
        """Return to which side a class belongs: EXCLUDED, OPEN, or “” for what is not plain."""
        words = _NOT_WORD.sub(" ", text.lower()).strip()
        if words in self._sides:
            return self._sides[words]
        read = self.read_class(text)
        if read.doubt is not None or not read.value:
            return ""
        return EXCLUDED if read.value == EXCLUDED else OPEN

    def read_form(self, text: str) -> CellValue:
        """Read the form: “Softcopy/Hardcopy” is “digital dan cetak”; words not known are asked."""
        words = text.lower()
        digital, printed = bool(self._digital.search(words)), bool(self._printed.search(words))
        rest = self._printed.sub(" ", self._digital.sub(" ", words))
        unknown = any(map(str.isalnum, self._beside_form.sub(" ", rest)))
        value = " dan ".join(["digital"] * digital + ["cetak"] * printed)
        if value and not unknown:
            return _normal(text, value, "bentuk informasi ditulis dalam kata baku")
        return CellValue(text, doubt=Doubt(_WHICH_FORM, FORMS))

    def read_scope(self, text: str) -> CellValue:
        """Read how much is withheld: all of a document or a part of it."""
        bare = text.strip(" .")
        if self._whole.fullmatch(bare.lower()):
            return _normal(text, "seluruh", "cakupan ditulis dalam kata baku")
        if self._part.fullmatch(bare):
            return _normal(text, "sebagian", "cakupan ditulis dalam kata baku")
        return CellValue(text, doubt=Doubt("Seluruh dokumen, atau sebagian saja?", SCOPES))

    def part_named(self, text: str) -> str:
        """Return what “Sebagian (nama dan alamat)” names; empty when it names nothing."""
        match = self._part.fullmatch(text.strip(" ."))
        return (match["part"] or "") if match else ""

    def read_class_ticks(self, marks: Mapping[str, str]) -> CellValue:
        """Read the marks under the three classes; “x” ticks where nothing else does.

        `marks` gives for each class what stands in its cell. Beside a “√” an “x” may well mean
        “no”: then it is asked, as two ticks are.
        """
        said = self._said(marks)
        if not said:
            return CellValue("")
        value, mark = next(iter(said.items()))
        if len(said) == 1 and self._is_tick(value, mark):
            return CellValue(value, _READ_AS.format("klasifikasi"))
        if len(said) == 1:
            return CellValue(_written(said), doubt=Doubt(_WHICH_CLASS, CLASSES))
        chosen = tuple(one for one in CLASSES if one.value in said)
        asks = "Ada lebih dari satu tanda, padahal hanya satu klasifikasi yang dipakai. Yang mana?"
        return CellValue(_written(said), doubt=Doubt(asks, chosen))

    def read_form_ticks(self, marks: Mapping[str, str]) -> CellValue:
        """Read the marks under “cetak” and “digital”; here both may be ticked."""
        said = self._said(marks)
        if not said:
            return CellValue("")
        one_sign = len({mark in self._crosses for mark in said.values()}) == 1
        if one_sign and all(self._is_tick(value, mark) for value, mark in said.items()):
            value = " dan ".join(name for name in ("digital", "cetak") if name in said)
            return CellValue(value, _READ_AS.format("bentuk informasi"))
        return CellValue(_written(said), doubt=Doubt(_WHICH_FORM, FORMS))

    def _said(self, marks: Mapping[str, str]) -> dict[str, str]:
        """Keep the marks that do not say “no”, in small letters."""
        lowered = {name: mark.strip().lower() for name, mark in marks.items()}
        return {
            name: mark
            for name, mark in lowered.items()
            if not is_nothing(mark) and mark not in self._no
        }

    def _is_tick(self, value: str, mark: str) -> bool:
        return mark in self._ticks or mark.replace(" ", "-") == value


def _any_of(phrases: Iterable[str]) -> str:
    """Return a pattern for any of the phrases; a blank may be a hyphen, or left out.

    Without phrases it matches nothing.
    """
    longest_first = sorted(phrases, key=len, reverse=True)
    patterns = (r"[\s-]{0,2}".join(map(re.escape, phrase.split())) for phrase in longest_first)
    return f"(?:{'|'.join(patterns) or '(?!)'})"


def _normal(text: str, value: str, reason: str) -> CellValue:
    return CellValue(value, "" if value == text else reason)


def _written(said: Mapping[str, str]) -> str:
    return ", ".join(f"{name}: {mark}" for name, mark in said.items())
