"""Files with little to be known about: texts, mail, archives, recordings, programs, the unknown."""

import binascii
import bz2
import csv
import email
import email.policy
import io
import json
import lzma
import quopri
import re
import tarfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from email.message import Message
from html import unescape
from typing import Any, Final
from urllib.parse import unquote_to_bytes

from ppid.core.document import DocumentRemark, RemarkKind, unread
from ppid.reading.documents.families import ZIP
from ppid.reading.documents.office import between_parts
from ppid.reading.documents.package import DAMAGED, Allowance, ZipPackage
from ppid.reading.documents.pieces import (
    Inner,
    Part,
    Piece,
    RowPieces,
    are_alike,
    joined,
    named,
    strings_in,
)
from ppid.reading.documents.text_table import TextTable
from ppid.reading.documents.xml_stream import TooMuchError, UnreadableError
from ppid.reading.files.decode import encoding_shown

_HEAD: Final = 1_000
_LONGEST_CELL: Final = 16_000_000
_LOOKS: Final = re.compile(
    r"</?(?:b|i|u|em|strong|span|font|small|mark|code|sup|sub|wbr|tspan|text:span)(?:\s[^<>@\n]{0,200})?>"
    r"|(?<=[0-9])<!--[^<>@\n]{0,200}-->(?=[0-9])|<!\[CDATA\[|\]\]>",
    re.IGNORECASE,
)
"""Tags that part nothing; those of them with long numbers in them stay out of this."""
_NUMBER: Final = re.compile(r"[0-9][0-9 ./-]{7}")
_PICTURE: Final = re.compile(r"[^<]{0,9}(?:<[?!][^>]{0,2000}>\s{0,99}){0,9}<svg\b", re.IGNORECASE)
_ACTIVE: Final = re.compile(r"<script|<foreignObject|\son\w+\s*=|javascript:", re.IGNORECASE)
_RECORDED: Final = 2_000_000
"""Bytes at either end of a recording in which its title and maker may stand."""
_RECORDED_PLACES: Final = (b"\xa9xyz", b"com.apple.quicktime.location", b"\0loci")
"""How telephones mark the place where a recording was made, beside the recording."""


def read(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Yield the text; what is no Unicode is read as office programs write it."""
    allowance.take(len(content))
    text = _decoded(content)
    yield Piece(text, "", (), numbered=True)
    yield from _in_addresses(text, allowance)


def read_json(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Yield the text, and what its strings hold: other JSON, and files in base64."""
    yield from read(content, allowance)
    texts = [_decoded(content)]
    powers = (_written_out(found[0]) for found in _POWER_OF_TEN.finditer(texts[0]))
    yield Piece("\n".join(powers), "angka dalam bentuk pangkat")
    for _ in range(_DEEPEST_JSON):
        if "\\" not in texts[-1]:
            break
        found = (each[1] for each in _JSON_STRING.finditer(texts[-1]) if "\\" in each[1])
        strings = [_unescaped(string) for string in found]
        texts.append("\n".join(strings))
        allowance.take(len(texts[-1]))
        # What stood behind a single backslash was read above.
        deeper = "\n".join(string for string in strings if "\\" in string)
        yield Piece(deeper, "teks di dalam nilai JSON")
        yield from _in_addresses(texts[-1], allowance)
    else:
        if "\\" in texts[-1]:
            yield unread("nilai JSON di dalamnya terlalu bertingkat", cut_short=True)
    for quoted in (each for text in texts for each in _QUOTED_BASE64.finditer(text)):
        held = _from_base64(quoted[1])
        if _HELD.match(held) or _is_text(held):
            allowance.count(1)
            allowance.take(len(held))
            yield Inner(_HELD_FILE, held)


_POWER_OF_TEN: Final = re.compile(
    r"(?<![0-9.A-Za-z])[0-9]{1,20}(?:\.[0-9]{1,20})?[eE]\+?[0-9]{1,2}(?![0-9])"
)


def _written_out(number: str) -> str:
    """Return a number such as “3.2E15” in digits, if it is a whole one that is not too long."""
    value = Decimal(number)
    return f"{value:.0f}" if value < _LARGEST_NUMBER and value == value.to_integral_value() else ""


_LARGEST_NUMBER: Final = 10**20
_JSON_STRING: Final = re.compile(r'"((?:[^"\\]|\\.)*+)(?:"|\Z)', re.DOTALL)
_DEEPEST_JSON: Final = 6
"""JSON in a string of JSON; each level of it is no longer than the one around it."""
_QUOTED_BASE64: Final = re.compile(r'"([A-Za-z0-9+/\n]{20,}={0,2})"')
_HELD: Final = re.compile(
    rb"%PDF|PK\x03\x04|\x89PNG|\xff\xd8\xff|\xd0\xcf\x11\xe0|\{\\rtf|GIF8|II\*\0|MM\0\*"
)
"""How files begin that are kept in base64; sums are, too, and begin with anything."""
_HELD_FILE: Final = "isi tertanam"


def _unescaped(string: str) -> str:
    try:
        return str(json.loads(f'"{string}"', strict=False))
    except ValueError:
        return string


def _from_base64(written: str) -> bytes:
    try:
        return binascii.a2b_base64(written + "==")
    except ValueError:
        return b""


def _is_text(content: bytes) -> bool:
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return False
    return all(each.isprintable() or each.isspace() for each in text)


_DATA_ADDRESS: Final = re.compile(
    r"data:((?:[\w.+-]{1,60}/[\w.+-]{1,60})?(?:;[\w.=+-]{1,60}){0,9}),([^\"'<>\s)]+)", re.IGNORECASE
)


def _in_addresses(text: str, allowance: Allowance) -> Iterator[Part]:
    """Yield the files that addresses such as “data:text/html;base64,…” hold themselves."""
    for found in _DATA_ADDRESS.finditer(text):
        allowance.count(1)
        written = unquote_to_bytes(unescape(found[2]))
        is_packed = found[1].lower().endswith(";base64")
        held = _from_base64(written.decode("latin-1")) if is_packed else written
        allowance.take(len(held))
        yield Inner(_HELD_FILE, held)


def read_markup(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Yield a web page or XML; no number is parted by how pieces of it look."""
    allowance.take(len(content))
    text = _decoded(content)
    allowance.walk(text.count("<"))
    told = _spelled_out(text)
    # As long as before, so that lines and places stay; nobody sees these characters.
    yield Piece(_LOOKS.sub(_unseen, told or text), "", (), numbered=True)
    yield from _in_addresses(text, allowance)
    for found in _PAGE_INSIDE.finditer(text):
        allowance.count(1)
        page = unescape(found[1] or found[2] or "").encode("utf-8", "replace")
        allowance.take(len(page))
        yield Inner("halaman.html", page)
    if told is None:
        yield unread("singkatan di dalamnya terlalu panjang untuk dibuka semua", cut_short=True)
    yield Piece("\n".join(_scattered(text)), "tulisan yang ditaruh huruf demi huruf")
    yield Piece("\n".join(_over_lines(text)), "angka yang dilanjutkan di baris berikutnya")
    if any(_hides(tag, text) for tag in _TAG.finditer(text)):
        yield DocumentRemark(RemarkKind.TERSEMBUNYI, "Ada teks yang disembunyikan", doubtful=True)
    if _PICTURE.match(text) and _ACTIVE.search(text):
        yield DocumentRemark(RemarkKind.PROGRAM, "Gambar ini membawa perintah yang dapat berjalan")


_TAG: Final = re.compile(r"<([a-z][^<>]*)>", re.IGNORECASE)
_HIDES: Final = re.compile(
    r"\shidden(?=[\s=/]|$)|\sdisplay=[\"']?none"
    r"|[;\"'\s](?:display\s*:\s*none|visibility\s*:\s*hidden|(?:font-size|opacity)\s*:\s*0(?![.0-9]))",
    re.IGNORECASE,
)
_VALUES: Final = re.compile(r"\"[^\"]*\"|'[^']*'")
_LETTERS_IN: Final = re.compile(r"[\"';\s]color\s*:\s*(#?\w{3,20})", re.IGNORECASE)
_GROUND_IN: Final = re.compile(r"background(?:-color)?\s*:\s*(#?\w{3,20})", re.IGNORECASE)
_NOT_READ: Final = ("script", "style", "template", "input", "link", "meta")
_TEXT_BEHIND: Final = re.compile(r"(?:\s*+<[a-z][^<>]{0,300}>){0,9}+\s*+[^<\s]", re.IGNORECASE)


def _hides(tag: re.Match[str], text: str) -> bool:
    """Return whether an element shows nothing of the text that begins in it."""
    inside = tag[1]
    hidden = _HIDES.search(inside)
    if hidden and hidden[0].strip().lower() == "hidden":  # not a word of a title
        hidden = _HIDES.search(_VALUES.sub('""', inside))
    if not hidden:
        letters, ground = _LETTERS_IN.search(inside), _GROUND_IN.search(inside)
        if not letters or not ground:
            return False
        shades = [_six_digits(each[1]) for each in (letters, ground)]
        if not are_alike(*shades):
            return False
    if inside.lower().startswith(_NOT_READ):
        return False
    return _TEXT_BEHIND.match(text, tag.end()) is not None


def _six_digits(colour: str) -> str:
    """Return a colour of a web page in six digits, or else its name in small letters."""
    colour = {"white": "#ffffff", "black": "#000000"}.get(colour.lower(), colour.lower())
    digits = colour.removeprefix("#")
    short = len(digits) == len("rgb") and colour != digits
    return "".join(2 * each for each in digits) if short else digits


_PAGE_INSIDE: Final = re.compile(r"\ssrcdoc\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_ENTITY: Final = re.compile(r"<!ENTITY\s+([\w.:-]{1,100})\s+(?:\"([^\"]*)\"|'([^']*)')")
_REFERENCE: Final = re.compile(r"<!ENTITY[^>]*>?|&([\w.:-]{1,100});")
"""A reference; those in what declares them stay as they are."""
_DEEPEST_ENTITY: Final = 4
_LONGEST_ENTITY: Final = 1_000
_MOST_TOLD: Final = 8_000_000
"""Characters of a text with all that its references stand for."""
_LETTER: Final = re.compile(r"<text\b(?:[^<>]*>\s*([^<>\s])\s*</)?", re.IGNORECASE)
"""Where a text of a drawing begins, with its letter if it has only one."""
_FEWEST_SCATTERED: Final = 10
_LINE: Final = re.compile(r"<br\s{0,9}/?>\s{0,9}", re.IGNORECASE)
_CUT_NUMBER: Final = re.compile(
    r"(?<![0-9])[0-9]{1,15}(?:<br\s{0,9}/?>\s{0,9}[0-9]{1,15}){1,9}(?![0-9])", re.IGNORECASE
)
_LONG_NUMBER: Final = 16


def _spelled_out(text: str) -> str | None:
    """Return a text with what its own references stand for; None where that is too long."""
    known = {found[1]: found[2] or found[3] or "" for found in _ENTITY.finditer(text)}
    for _ in range(_DEEPEST_ENTITY if known else 0):
        longest = max(map(len, known.values()))
        if longest > _LONGEST_ENTITY or len(text) + longest * text.count("&") > _MOST_TOLD:
            return None
        text = _REFERENCE.sub(lambda found: known.get(found[1] or "", found[0]), text)
    return text


def _scattered(text: str) -> Iterator[str]:
    """Yield what is written on a drawing letter by letter, each of them in a place of its own."""
    run: list[str] = []
    for found in _LETTER.finditer(text):
        if found[1]:
            run.append(found[1])
            continue
        if len(run) >= _FEWEST_SCATTERED:
            yield "".join(run)
        run = []
    if len(run) >= _FEWEST_SCATTERED:
        yield "".join(run)


def _over_lines(text: str) -> Iterator[str]:
    """Yield numbers as long as a NIK that go on behind the end of a line of a web page."""
    for found in _CUT_NUMBER.finditer(text):
        digits = _LINE.sub("", found[0])
        if len(digits) == _LONG_NUMBER:
            yield digits


def _unseen(tag: re.Match[str]) -> str:
    return tag[0] if _NUMBER.search(tag[0]) else "\u200b" * len(tag[0])


_QUOTED_VALUE: Final = re.compile(
    r"QUOTED-PRINTABLE[^:\n]{0,80}:((?:[^\n]*=\r?\n)*[^\n]*)", re.IGNORECASE
)


def read_card(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Yield a card or a calendar of a telephone, whose letters may be stored by their numbers."""
    yield from read(content, allowance)
    found = (
        quopri.decodestring(each[1].encode()) for each in _QUOTED_VALUE.finditer(_decoded(content))
    )
    yield Piece("\t\n".join(map(_decoded, found)), "isi yang disandikan")


def read_table(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Yield the cells of a CSV file."""
    allowance.take(len(content))
    text, rows = _decoded(content), RowPieces()
    allowance.walk(text.count("\n"))
    # The limit belongs to the whole process: other readers of CSV keep their own.
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        pieces = (
            rows.piece(number, [(at, cell) for at, cell in enumerate(cells, 1) if cell])
            for number, cells in TextTable(text).records()
        )
        yield from joined(pieces, "")
    finally:
        csv.field_size_limit(before)


def read_archive(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Yield every file inside, to be looked into in turn."""
    package = ZipPackage(content, allowance)
    yield Piece(package.comment.decode("utf-8", "replace"), "komentar arsip")
    for name in package.names:
        yield Piece(name, "nama berkas di dalamnya")
        yield Inner(name, package.read(name))
    if content.startswith(ZIP):  # else it hangs on behind a file that is looked into by itself
        yield from between_parts(package)


def read_tape(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Yield every file in a TAR archive, to be looked into in turn."""
    try:
        with tarfile.open(fileobj=io.BytesIO(content), mode="r:") as tape:
            for member in tape:
                allowance.count(1)
                yield Piece(member.name, "nama berkas di dalamnya")
                if member.isfile() and (file := tape.extractfile(member)):
                    allowance.take(member.size)
                    yield Inner(member.name, file.read())
    except tarfile.TarError as error:
        raise UnreadableError(DAMAGED) from error


_UNPACKERS: Final[Mapping[bytes, Callable[[], Any]]] = {
    b"\x1f\x8b": lambda: zlib.decompressobj(wbits=31),
    b"BZ": bz2.BZ2Decompressor,
    b"\xfd7": lzma.LZMADecompressor,
}


def read_packed(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Yield the file that was packed, if it is not too large; its name may stand at its head."""
    unpacker = _UNPACKERS[content[:2]]()
    try:
        unpacked = unpacker.decompress(content, allowance.left + 1)
    except (zlib.error, OSError, lzma.LZMAError) as error:
        raise UnreadableError(DAMAGED) from error
    allowance.take(len(unpacked))
    yield from strings_in(content[:_HEAD], "keterangan berkas termampatkan")
    yield Inner("isi", unpacked)
    if unpacker.unused_data.strip(b"\0"):
        yield unread("di belakang berkas termampatkan ini masih ada isi lain")


_HEADERS_END: Final = re.compile(rb"\r?\n\r?\n")
_MOST_HEADERS: Final = 5_000
"""Lines before the text of a letter; each is looked into by itself."""
_ABOUT_A_PART: Final = re.compile(
    rb"(?:^|(?<=\r))content-[a-z-]{1,40}:[^\r\n]*(?:(?:\r\n?|\n)[ \t][^\r\n]*)*",
    re.IGNORECASE | re.MULTILINE,
)
_LONGEST_ABOUT_A_PART: Final = 8_000
"""Bytes of a header that says how a part is stored; the time to read one grows with its square."""
_HOLDS_PARTS: Final = re.compile(
    rb"(?:^|\r)content-type:\s*(?:multipart|message)/", re.IGNORECASE | re.MULTILINE
)
_MOST_HOLDING: Final = 100
"""Parts that hold others, which are looked for in every line of the letter."""
_ENCODED_WORD: Final = re.compile(
    r"=\?([\w.:-]{1,40})(?:\*[\w-]{0,20})?\?([bq])\?([^?]*)\?=", re.IGNORECASE
)
_BETWEEN_WORDS: Final = re.compile(r"\?=\s+=\?")
_STORED: Final = frozenset(
    {"", "7bit", "8bit", "binary", "base64", "quoted-printable"}
    | {"x-uuencode", "uuencode", "uue", "x-uue"}
)
"""Ways of storing a part that are undone when it is read."""
_PEOPLE: Final = frozenset(
    {"from", "to", "cc", "bcc", "sender", "reply-to", "return-path", "delivered-to"}
)
"""Headers that name who wrote a letter and who gets it."""


def read_mail(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Yield what a letter or a saved page says at its head, its texts, and what is attached."""
    allowance.take(2 * len(content))
    if (
        _HEADERS_END.split(content, 1)[0].count(b"\n") > _MOST_HEADERS
        or any(len(found[0]) > _LONGEST_ABOUT_A_PART for found in _ABOUT_A_PART.finditer(content))
        or sum(1 for _ in _HOLDS_PARTS.finditer(content)) > _MOST_HOLDING
    ):
        yield Piece(_decoded(content), "", (), numbered=True)
        raise TooMuchError("kepala suratnya terlalu panjang untuk diperiksa seluruhnya")
    # Other policies take the addresses in a header apart, which needs gigabytes for some.
    mail = email.message_from_bytes(content, policy=email.policy.compat32)
    named_people = False
    for part in mail.walk():
        allowance.count(1)
        for name, value in part.raw_items():
            said = _words_decoded(_decoded(value.encode("utf-8", "surrogateescape")))
            named_people |= name.lower() in _PEOPLE and "@" in said
            yield Piece(said, f"kepala surat {named(name)}")
        if part.get_content_maintype() != "multipart" and not part.is_multipart():
            yield from _mailed(part)
    if named_people:
        message = "Surat ini menyebut pengirim dan penerimanya"
        yield DocumentRemark(RemarkKind.KETERANGAN, message)


def _mailed(part: Message) -> Iterator[Part]:
    """Yield the file that a part of a letter holds."""
    stored_as = str(part.get("Content-Transfer-Encoding", "")).strip().lower()
    if stored_as not in _STORED:
        yield unread("cara penyimpanan sebagian surat ini tidak dikenal")
    body = part.get_payload(decode=True)
    usual = "surat.txt" if part.get_content_maintype() == "text" else "bagian surat"
    if part.get_content_type() == "text/html":
        usual = "surat.html"
    name = _words_decoded(part.get_filename() or usual)
    yield Inner(name, body if isinstance(body, bytes) else b"")


def _words_decoded(header: str) -> str:
    """Return a header as it is read: “=?utf-8?q?=41?=” is “A”."""
    return _ENCODED_WORD.sub(_word_decoded, _BETWEEN_WORDS.sub("?==?", header))


def _word_decoded(word: re.Match[str]) -> str:
    charset, way, written = word.groups()
    try:
        if way in "qQ":
            content = quopri.decodestring(written.encode(), header=True)
        else:
            content = binascii.a2b_base64(written.encode())
        return content.decode(charset)
    except (LookupError, ValueError):  # what it claims cannot be so
        return word[0]


def read_drawing(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Yield the texts of a drawing, which stand in it as they are."""
    allowance.take(len(content))
    yield from strings_in(content, "tulisan dalam gambar")


def read_unknown(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Yield the texts that stand openly in a file of which nothing else can be read."""
    allowance.take(len(content))
    yield from strings_in(content, "")


def read_recording(content: bytes, _: Allowance) -> Iterator[Part]:
    """Yield titles and a remark on the place; sound and picture are not looked at."""
    yield unread("suara dan gambar sebuah rekaman tidak diperiksa")
    for stretch in (content[:_RECORDED], content[_RECORDED:][-_RECORDED:]):
        yield from strings_in(stretch, "keterangan rekaman")
    if any(place in content for place in _RECORDED_PLACES):
        message = "Rekaman ini menyimpan tempat pembuatannya (GPS)"
        yield DocumentRemark(RemarkKind.KETERANGAN, message)


def read_program(_: bytes, __: Allowance) -> Iterator[Part]:
    """Yield the remark that this is one; nothing in it is looked at."""
    yield DocumentRemark(RemarkKind.PROGRAM, "Berkas ini program yang dapat dijalankan")


def _decoded(content: bytes) -> str:
    encoding = encoding_shown(content)
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return content.decode("cp1252" if encoding == "utf-8" else encoding, "replace")
