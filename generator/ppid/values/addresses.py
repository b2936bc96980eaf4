"""Addresses of documents: whether the public can open them, and what keeps it out."""

import re
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from ipaddress import ip_address
from posixpath import normpath
from typing import Final, NamedTuple
from unicodedata import category, normalize
from urllib.parse import unquote

# A name that ends in digits is a number, and one that ends in these is known to an office alone.
_LOCAL: Final = r"local|localhost|localdomain|internal|intranet|lan|home|corp"
_PUBLIC: Final = re.compile(
    rf"https://[^\s/?#@:\\%]+\.(?!(?:\d+|(?i:{_LOCAL}))(?:[:/?#]|$))[^\s/?#@:.\\%]{{2,}}"
    r"(?::\d+)?(?:[/?#]\S*)?"
)
_HOST: Final = re.compile(
    r"https?://(?:[^\s/?#@]*@)?(\[[0-9a-f:.]+\]|[^\s/?#:@\\]+)\S*", re.IGNORECASE
)
_LOCAL_NAME: Final = re.compile(rf"[^.]+|(?:.+\.)?(?:{_LOCAL})", re.IGNORECASE)


def is_public(address: str) -> bool:
    """Tell whether a text is an https address of a site with a name."""
    return _PUBLIC.fullmatch(address) is not None


def why_not_reachable(address: str) -> str:
    """Say why the public cannot open an address; empty when it may be able to, or it is none."""
    found = _HOST.fullmatch(address)
    host = found[1] if found else ""
    with suppress(ValueError):
        if not ip_address(host.strip("[]")).is_global:
            return "menunjuk jaringan kantor atau satu komputer, yang tidak dapat dibuka masyarakat"
    if host.endswith("]") or host.rpartition(".")[2].isdigit():
        return "memakai nomor komputer, bukan nama situs"
    if _LOCAL_NAME.fullmatch(host):
        return "memakai nama yang hanya dikenal di jaringan kantor atau satu komputer"
    return ""


_ADDRESS: Final = re.compile(
    r"https?://(?P<host>[^/?#:\\]+)(?P<port>:\d+)?(?P<path>[^?#]*)(?P<query>[^#]*)",
    re.IGNORECASE,
)
_MIRROR: Final = re.compile(r"^www\d*\.")
_SLASHES: Final = re.compile(r"[/\\]+")
_FILE: Final = re.compile(
    r"(.*?\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|csv|txt|zip|jpe?g|png))(?:[^0-9a-z].*)?",
    re.IGNORECASE | re.DOTALL,
)
"""The path of a file; what is written behind it, or asked of it behind “?”, changes nothing."""
_ASIDE: Final = re.compile(r";[^/]*")
_AT_END: Final = re.compile(r"[. ]+(?=/|$)")
"""What many servers take off each part of a path: parameters, and points or blanks at its end."""
_PAGE: Final = r"html?|php\d?|aspx?|jsp|cgi"
_SAME_PAGE: Final = re.compile(
    rf"^/(?:id|en)(?=/)|/(?:index|default)\.(?:{_PAGE})(?=/|$)|\.(?:{_PAGE})$|/(?:amp|print|feed|embed)$"
)
"""What names one page in another way: its language, its program, the sort of page, a view of it."""
_NOUGHTS: Final = re.compile(r"(?<=[/=])[\s+]*0*(?=\d+(?:[/&]|$))")
"""What stands before a number that is one all the same."""
_CHOSEN_BEHIND: Final = re.compile(r"(?:.*\.(?:php\d?|aspx?|jsp|cgi|do))?", re.IGNORECASE)
"""Paths of a program, or of the front page, which say only behind “?” what is wanted."""
_CHOOSES: Final = re.compile(
    r"(?:\w*id|p|r|page|halaman|hal|file|berkas|do[ck]\w*|nama|name|kode|code|no|nomor|slug|view|url"
    r"|path|tahun|year|detail|berita|post|judul|title|menu|mod\w*|option|task|act\w*|aksi|jenis|type"
    r"|tipe|sub\w*|tab|cat\w*|kat\w*)=.",
    re.IGNORECASE,
)
"""What chooses a document; beside it, or on a page with a name of its own, all else does not."""
_FRONT: Final = re.compile(r"/?(?:(?:index|home|beranda|default)(?:\.\w+)?/?)?", re.IGNORECASE)
_SEARCH: Final = re.compile(
    r"/(?:search|cari|pencarian)(?:[/.]|$)|[?&](?:s|q|query|search|cari|keyword|kata_kunci)=.",
    re.IGNORECASE,
)
_DRIVES: Final = re.compile(
    r"(?:drive|docs|photos)\.google\.com|.*-my\.sharepoint\.com|1drv\.ms|onedrive\.live\.com"
    r"|(?:[^.]+\.)?(?:dropbox|mega|mediafire|box|4shared|terabox|wetransfer|icloud)\.(?:com|nz|co)"
)
_SHORTENERS: Final = re.compile(
    r"bit\.ly|s\.id|tinyurl\.com|goo\.gl|cutt\.ly|t\.co|rb\.gy|is\.gd|ow\.ly|v\.gd|shorturl\.at|t\.ly"
    r"|linktr\.ee|lynk\.id|heylink\.me|msha\.ke|taplink\.cc|lnk\.bio|g\.co|forms\.gle"
)


class AddressParts(NamedTuple):
    """What of an address chooses a document: all else leads to the same one.

    `start` is written as it was, `path` is decoded, and `asked` holds what is asked behind “?” by
    its name in small letters.
    """

    start: str
    host: str
    port: str
    path: str
    asked: Mapping[str, str]


def address_parts(written: str) -> AddressParts | None:
    """Take an address apart; None when it is none."""
    found = _ADDRESS.match(written)
    if found is None:
        return None
    path = normpath(_ASIDE.sub("", _SLASHES.sub("/", _decoded(found["path"]))) or "/")
    path = _AT_END.sub("", path).rstrip("/")
    file = _FILE.fullmatch(path)
    asked = {} if file else _asked(found["query"], path)
    start, path = written[: found.start("path")], file[1] if file else path
    return AddressParts(start, _host(found), found["port"] or "", path, asked)


def _host(found: re.Match[str]) -> str:
    """Return the name of a site in the letters in which it is asked for.

    Wide letters are plain ones there, and a name in letters other than ours has one spelling in
    ours.
    """
    name = found["host"].lower().rstrip(".")
    with suppress(UnicodeError):
        name = name.encode("idna").decode()
    return _MIRROR.sub("", name)


@lru_cache(maxsize=65536)
def document_address(written: str) -> str:
    """Return an address without what leads to the same document all the same.

    “http://www.A.go.id/b.pdf?v=2#page=3” and “https://a.go.id/b.pdf” are one, and so are
    “https://a.go.id/profil?x=1” and “https://a.go.id/profil?x=2”, but not “…/unduh?id=1” and “…=2”.
    """
    parts = address_parts(written)
    if parts is None:
        return written.partition("#")[0].rstrip("/")
    asked = "&".join(_plain(parts.asked[name]) for name in sorted(parts.asked))
    path = _SAME_PAGE.sub("", _plain(parts.path))
    address = f"{path}{'?' if asked else ''}{asked}"
    return f"{parts.host}{_NOUGHTS.sub('', address)}"


def _plain(text: str) -> str:
    """Return a text in small letters without accents: many sites find a page by either."""
    letters = normalize("NFKD", text.casefold())
    return "".join(each for each in letters if category(each) not in {"Mn", "Cf"})


def _decoded(written: str) -> str:
    """Return a text without percent signs for letters, also where they were written twice."""
    while (plain := unquote(written)) != written:
        written = plain
    return written


def _asked(query: str, path: str) -> Mapping[str, str]:
    """Return what is asked behind “?” as far as it chooses a document, by its name.

    Of two values for one name servers take the last.
    """
    asked = [
        _decoded(each.replace("+", " ")).rstrip()
        for each in query.removeprefix("?").rstrip("/?&").split("&")
        if each
    ]
    chosen = [each for each in asked if _CHOOSES.match(each)]
    if not chosen and _CHOSEN_BEHIND.fullmatch(path):
        chosen = asked
    return {each.partition("=")[0].casefold(): each for each in chosen}


_DOMAIN: Final = re.compile(
    r"(?:.*?\.)??([^.]+\.(?:(?:ac|biz|co|desa|go|mil|my|net|or|ponpes|sch|web)\.id|[^.]+))"
)
"""“a.kota.go.id” and “b.kota.go.id” are of one owner, and so are “a.com” and “b.a.com”."""


def registered_name(host: str) -> str:
    """Return the name that somebody registered, and below which all is theirs, of a host."""
    found = _DOMAIN.fullmatch(host)
    return found[1] if found else host


def site_name(address: str) -> str:
    """Return the name of the site on which an address lies; empty when it is no address."""
    found = _ADDRESS.match(address)
    return _host(found) if found else ""


def is_on_site(address: str, site: str, *, beside: bool = False) -> bool:
    """Tell whether an address lies on a site or below its name.

    With `beside` sites of the same owner count too: “dinas.kota.go.id” beside “ppid.kota.go.id”.
    """
    host, name = site_name(address), site_name(site)
    if not (host and name):
        return False
    name = registered_name(name) if beside else name
    return host == name or host.endswith(f".{name}")


def why_not_a_document(written: str) -> str:
    """Say what an address leads to when that is not one document; empty when it may well be."""
    address = _ADDRESS.match(written)
    if address is None:
        return ""
    host = _host(address)
    if _SHORTENERS.fullmatch(host):
        return "adalah alamat pendek; tujuannya tidak terlihat dan dapat berganti"
    if _DRIVES.fullmatch(host):
        return "berada di penyimpanan milik akun perorangan"
    if _SEARCH.search(address["path"] + address["query"]):
        return "adalah hasil pencarian, bukan dokumen"
    if _FRONT.fullmatch(address["path"]) and "=" not in address["query"]:
        return "adalah halaman depan situs, bukan dokumen"
    return ""
