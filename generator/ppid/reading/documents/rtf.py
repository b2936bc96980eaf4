"""Documents of the Rich Text Format: the running text, its makers, and what is hidden in it."""

import re
from collections.abc import Iterator
from typing import Final

from ppid.core.document import DocumentRemark, RemarkKind
from ppid.reading.documents.office import is_personal_name
from ppid.reading.documents.package import Allowance
from ppid.reading.documents.pieces import Inner, Part, Piece, are_alike, is_white

_TOKEN: Final = re.compile(
    r"\\'(?P<byte>[0-9a-f]{2})|\\(?P<word>[a-z]{1,32})(?P<number>-?[0-9]{1,10})? ?"
    r"|\\(?P<sign>[^a-z])|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)",
    re.IGNORECASE,
)
_BREAKS: Final = {"par": "\t\n", "line": "\n", "tab": "\t", "cell": "\t", "row": "\t\n"}
_SIGNS: Final = {"~": "\u00a0", "_": "-", "-": "", "{": "{", "}": "}", "\\": "\\"}
_LOOKS: Final = frozenset(
    {"fonttbl", "colortbl", "stylesheet", "listtable", "rsidtbl", "themedata"}
)
"""Groups that only tell how something looks."""
_ASIDE: Final = frozenset(
    {
        *("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"),
        *("footnote", "annotation", "shptxt", "dptxbxtext", "sn", "sv", "listtext", "pntext"),
        *("propname", "staticval", "bkmkstart", "bkmkend", "xe", "tc", "nonshppict"),
    }
)
"""Groups whose text stands elsewhere than what is written around them."""
_CONTRAST: Final = {
    "cf": "letters",
    **dict.fromkeys(("highlight", "cb"), "marker"),
    "chcbpat": "shade",
}
_GROUNDS: Final = frozenset({"clcbpat", "cbpat"})
"""What gives cells and paragraphs a ground, on which white letters are seen."""
_BLACK: Final = "000000"
_PEOPLE: Final = {"author": "Pengarang", "operator": "Terakhir disimpan oleh"}


def read(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Yield the texts by the group in which they stand, and remarks on what is hidden."""
    allowance.take(2 * len(content))
    groups: list[tuple[str, bool, int]] = [("isi", False, 1)]
    """Of the groups that are open: what they are about, whether hidden, and letters after \\u."""
    texts: dict[str, list[list[str]]] = {"isi": [[]]}
    """What each stretch is made of, by what it is about; the text around one runs on behind it."""
    stretches = [texts["isi"][0]]
    """Those to which the open groups add."""
    skip = 0
    hidden = False
    look = _Look()
    for found in _TOKEN.finditer(content.decode("cp1252", "replace")):
        about, unseen, spare = groups[-1]
        word, shown = found["word"], found["text"] or ""
        look.take(found, is_table=about == "colortbl")
        if found["brace"] == "{":
            groups.append(groups[-1])
            stretches.append(stretches[-1])
        elif found["brace"] and len(groups) > 1:
            groups.pop()
            stretches.pop()
        elif found["sign"] == "*" or word in _ASIDE:
            stretches[-1] = []
            texts.setdefault(about, []).append(stretches[-1])
        elif word == "u" and found["number"]:
            shown, skip = chr(int(found["number"]) % 65_536), spare
        elif word == "uc":
            groups[-1] = (about, unseen, int(found["number"] or 1))
        elif word == "v":
            groups[-1] = (about, found["number"] != "0", spare)
        elif word in _PEOPLE or word in _LOOKS or word in {"objdata", "pict", "info", "title"}:
            groups[-1] = (word, unseen, spare)
            stretches[-1] = texts.setdefault(word, [[]])[0]
        elif not shown:
            shown = _shown_by(found)
        if skip and (found["byte"] or found["text"]):
            kept = shown[skip:] if found["text"] else ""
            skip, shown = max(0, skip - len(shown)), kept
        if shown and about not in _LOOKS:
            stretches[-1].append(shown)
            hidden = hidden or (unseen and bool(shown.strip()))
            look.show(shown)
    for about, parts in texts.items():
        yield from _about(about, "\t\n".join(filter(None, map("".join, parts))))
    how = ["disembunyikan"] * hidden
    how += ["tidak tampak: warnanya sama dengan latarnya"] * look.hides
    for each in how:
        yield DocumentRemark(RemarkKind.TERSEMBUNYI, f"Ada teks yang {each}", doubtful=True)


def _shown_by(found: re.Match[str]) -> str:
    """Return what a word, a sign or a byte shows by itself."""
    if found["byte"]:
        return bytes.fromhex(found["byte"]).decode("cp1252", "replace")
    return _SIGNS.get(found["sign"], "") if found["sign"] else _BREAKS.get(found["word"], "")


class _Look:
    """Follows the colours of letters and their grounds, by their numbers in the table of colours.

    The number 0 is a colour that the reader chooses: black, and white on a black shade.
    """

    def __init__(self) -> None:
        self.hides = False
        self._colours: list[list[int]] = [[]]
        """Red, green and blue of each number; nothing for 0."""
        self._open: list[dict[str, int]] = [{}]
        self._has_grounds = False

    def take(self, found: re.Match[str], *, is_table: bool) -> None:
        """Take a brace or a word."""
        word, number = found["word"], int(found["number"] or 0)
        if is_table and word in {"red", "green", "blue"}:
            self._colours[-1].append(number)
        elif is_table and found["text"]:
            self._colours += [[] for _ in range(found["text"].count(";"))]
        elif found["brace"] == "{":
            self._open.append(self._open[-1])
        elif found["brace"] and len(self._open) > 1:
            self._open.pop()
        elif word == "plain":
            self._open[-1] = {}
        elif word in _CONTRAST:
            self._open[-1] = {**self._open[-1], _CONTRAST[word]: number}
        self._has_grounds = self._has_grounds or word in _GROUNDS

    def show(self, text: str) -> None:
        """Take letters that are shown in the present colours."""
        letters, marker, shade = (self._open[-1].get(e, 0) for e in ("letters", "marker", "shade"))
        if not (letters or marker) or not text.strip():
            return
        colour = self._colour(letters)
        if marker:
            self.hides = self.hides or are_alike(colour or _BLACK, self._colour(marker))
        elif shade:
            self.hides = self.hides or (colour != "" and are_alike(colour, self._colour(shade)))
        else:
            self.hides = self.hides or (is_white(colour) and not self._has_grounds)

    def _colour(self, number: int) -> str:
        """Return a colour of the table in six digits; nothing for one that is not there."""
        known = self._colours[number] if 0 <= number < len(self._colours) else []
        return "".join(f"{part:02X}" for part in known)


def _about(about: str, text: str) -> Iterator[Part]:
    if about in {"objdata", "pict"}:
        if about == "objdata":
            message = "Dokumen ini membawa berkas lain di dalamnya"
            yield DocumentRemark(RemarkKind.PROGRAM, message)
        digits = re.sub(r"[^0-9a-fA-F]", "", text)
        content = bytes.fromhex(digits[: len(digits) // 2 * 2])
        yield Inner("objek" if about == "objdata" else "gambar", content)
    else:
        label = _PEOPLE.get(about, about)
        yield Piece(text, "isi" if about == "isi" else f"properti “{label}”")
        if about in _PEOPLE and is_personal_name(text.strip()):
            message = f"Properti “{label}” menyebut nama orang"
            yield DocumentRemark(RemarkKind.KETERANGAN, message)
