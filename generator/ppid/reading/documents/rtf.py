"""Documents of the Rich Text Format: the running text, its makers, and what is hidden in it."""

import re
from collections.abc import Iterator
from typing import Final

from ppid.core.document import DocumentRemark, RemarkKind
from ppid.reading.documents.office import is_personal_name
from ppid.reading.documents.package import Allowance
from ppid.reading.documents.pieces import Inner, Part, Piece

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
_PEOPLE: Final = {"author": "Pengarang", "operator": "Terakhir disimpan oleh"}


def read(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Yield the texts by the group in which they stand, and remarks on what is hidden."""
    allowance.take(2 * len(content))
    groups: list[tuple[str, bool, int]] = [("isi", False, 1)]
    """Of the groups that are open: what they are about, whether hidden, and letters after \\u."""
    texts: dict[str, list[str]] = {}
    skip = 0
    hidden = False
    for found in _TOKEN.finditer(content.decode("cp1252", "replace")):
        about, unseen, spare = groups[-1]
        word, shown = found["word"], found["text"] or ""
        if found["brace"] == "{":
            groups.append(groups[-1])
        elif found["brace"] and len(groups) > 1:
            groups.pop()
        elif word == "u" and found["number"]:
            shown, skip = chr(int(found["number"]) % 65_536), spare
        elif word == "uc":
            groups[-1] = (about, unseen, int(found["number"] or 1))
        elif word == "v":
            groups[-1] = (about, found["number"] != "0", spare)
        elif word in _PEOPLE or word in _LOOKS or word in {"objdata", "pict", "info", "title"}:
            groups[-1] = (word, unseen, spare)
        elif word:
            shown = _BREAKS.get(word, "")
        elif found["sign"]:
            shown = _SIGNS.get(found["sign"], "")
        elif found["byte"]:
            shown = bytes.fromhex(found["byte"]).decode("cp1252", "replace")
        if skip and (found["byte"] or found["text"]):
            kept = shown[skip:] if found["text"] else ""
            skip, shown = max(0, skip - len(shown)), kept
        if shown and about not in _LOOKS:
            texts.setdefault(about, []).append(shown)
            hidden = hidden or (unseen and bool(shown.strip()))
    for about, parts in texts.items():
        yield from _about(about, "".join(parts))
    if hidden:
        yield DocumentRemark(RemarkKind.TERSEMBUNYI, "Ada teks yang disembunyikan", doubtful=True)


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
