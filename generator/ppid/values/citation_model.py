"""What a legal basis comes to: citations, what is in doubt, what was left out, and the choices."""

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Citation:
    """One passage of one law; empty parts were not named. `str()` is the normal form."""

    peraturan: str
    pasal: str = ""
    ayat: str = ""
    huruf: str = ""
    angka: str = ""

    def __str__(self) -> str:
        """Return the normal form: “UU 14/2008 Pasal 17 huruf h angka 3”."""
        parts = [self.peraturan]
        if self.pasal:
            parts.append(f"Pasal {self.pasal}")
        if self.ayat:
            parts.append(f"ayat ({self.ayat})")
        if self.huruf:
            parts.append(f"huruf {self.huruf}")
        if self.angka:
            parts.append(f"angka {self.angka}")
        return " ".join(parts)

    @property
    def jenis(self) -> str:
        """The kind of law: “UU”, “PerKI”; with the place, when it was written: “Perwal Contoh”."""
        words = self.peraturan.split(" ")
        named = [word for word in words if not any(char.isdigit() for char in word)]
        return " ".join(named)


class CitationProblemKind(Enum):
    """Why a text, or a part of it, is not (only) a citation."""

    EMPTY = "empty"
    UNREADABLE = "unreadable"
    """Neither a law nor an article, or a keyword without its value."""
    UNUSED = "unused"
    """Letters, figures or the name of a law that no citation took up."""
    MISSPELT = "misspelt"
    """A kind of law or a keyword with a slip of the pen: “Undnag-Undang”, “Peraturan Meteri”."""
    MISSING_LAW = "missing law"
    """An article whose law is not named, or that may belong to either of two laws."""
    MISSING_NUMBER = "missing number"
    """A law without its number or its four-digit year."""
    MISSING_ARTICLE = "missing article"
    MISSING_LETTER = "missing letter"
    """UU 14/2008 Pasal 17 without the letter that names the ground."""
    AMBIGUOUS_LETTER = "ambiguous letter"
    """“huruf I”, “huruf l”: two readings; no citation is given."""
    SUSPECT_ARTICLE = "suspect article"
    SUSPECT_PART = "suspect part"
    """An ayat of UU 14/2008 Pasal 17, which has none."""
    SUSPECT_YEAR = "suspect year"
    AMBIGUOUS = "ambiguous"
    """Words that may be parts of a citation in more than one way: “ayat (2) dan 10”."""
    DANGLING = "dangling"
    """“dan” or “jo.” with nothing after it."""


@dataclass(frozen=True, slots=True)
class CitationProblem:
    """A problem at `text[start:end]`, with what may have been meant.

    One suggestion is an offer, several are a question, none means that nothing can be offered.
    Suggestions are citations in normal form; “…” in one stands for what the writer must add.
    """

    kind: CitationProblemKind
    start: int
    end: int
    suggestions: tuple[str, ...] = ()

    @property
    def suggestion(self) -> str:
        """All suggestions in one line, “ / ” between them."""
        return " / ".join(self.suggestions)


@dataclass(frozen=True, slots=True)
class CitationReading:
    """A text as citations.

    `normal` holds exactly `citations`; it says all that the text says only when `is_certain`.
    `is_normal` says that the text is written in normal form already (it may still have a
    problem, such as a missing letter). `remainder` holds the words that are neither a citation nor
    the title of a law: explanations, annexes, laws inside a title. `choices` are the whole text in
    normal form for each way to settle its problems, likeliest first.
    """

    citations: tuple[Citation, ...]
    problems: tuple[CitationProblem, ...]
    normal: str
    is_normal: bool
    is_certain: bool = False
    remainder: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
