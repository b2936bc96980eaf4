"""Documents that are withheld: known by their digests, or by a name like that of a row.

A SHA-256 says nothing of what a document holds, but whoever has the document recognises it. So an
entry of `sidik.yml` names neither the information nor the file.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import ClassVar, NamedTuple
from urllib.parse import unquote

from pydantic import Field

from ppid.core.corpus import Corpus
from ppid.core.record import Record
from ppid.core.rule import Finding, at, rule
from ppid.diagnostics.diagnostic import Note, Severity
from ppid.diagnostics.places import Span
from ppid.kinds.dik.model import InformasiDikecualikan, periode_of
from ppid.kinds.fields import Sidik, Tanggal
from ppid.values.titles import TitleRelation, normal_title, relate


class SidikDikecualikan(Record):
    """The digest of one document that is withheld."""

    kind: ClassVar[str] = "sidik-dik"
    sha256: Sidik = Field(
        title="Sidik SHA-256", description="64 angka heksadesimal, hasil ppid gerbang --sidik."
    )
    sampai: Tanggal | None = Field(
        None, title="Sampai", description="Hari terakhir dikecualikan; sesudahnya boleh terbit."
    )


@rule(
    "DIK-019",
    title="Dokumen yang sidiknya dicatat sebagai dikecualikan tidak ikut terbit",
    severity=Severity.GALAT,
    hint="Keluarkan berkas itu; bila pengecualiannya sudah berakhir, isi “sampai” pada sidiknya.",
    legal_basis=("UU 14/2008 Pasal 54", "PerKI 1/2021 Pasal 50 ayat (1)"),
)
def dokumen_bersidik_tidak_ikut_terbit(
    sidik: SidikDikecualikan, corpus: Corpus
) -> Iterator[Finding]:
    if sidik.sampai and sidik.sampai < corpus.today:
        return
    for path, place in corpus.derive(_places_by_digest).get(sidik.sha256, ()):
        where = f" {place}" if place else ""
        message = f"Berkas yang bersidik ini akan ikut terbit{where}"
        yield at(sidik, "sha256", message, notes=(Note("berkasnya", Span(path)),))


def _places_by_digest(corpus: Corpus) -> Mapping[str, list[tuple[str, str]]]:
    """Map every digest to the files that have it, with the place inside them."""
    found: dict[str, list[tuple[str, str]]] = {}
    for path, contents in corpus.contents.items():
        for place, digest in contents.digests:
            found.setdefault(digest, []).append((path, place))
    return found


def is_withheld(row: InformasiDikecualikan, corpus: Corpus) -> bool:
    """Tell whether a whole document is withheld today.

    Where only a part is, the rest must stay open (PerKI 1/2021 Pasal 22 ayat (2)); what has ended
    has become public (Pasal 52).
    """
    return row.cakupan == "seluruh" and not periode_of(row, corpus).sudah_berakhir(corpus.today)


# ---------------------------------------------------------------- names

_WORD = re.compile(r"[A-Za-z0-9]+")
_TELLING_LENGTH = 4
_TELLING_HYPHENS = 3
_SHORTEST_NEAR = 4
_COPIES = {"final", "scan", "salinan", "salin", "copy", "ttd", "lampiran", "rev", "revisi"}
# A rule, guide or form about a subject is not the document that is withheld.
_ABOUT = re.compile(
    r"(?:^|-)(?:perda|perwali?|kepwal|peraturan|keputusan|sk|instruksi|edaran|se|sop|panduan|pedoman"
    r"|tata-cara|formulir|juknis|standar|maklumat|daftar|rekap\w*|jumlah|statistik|pengumuman)(?:-|$)"
)


class Named(NamedTuple):
    """A file or address that is called like a row; `exactly`, or but for spelling."""

    path: str
    exactly: bool


class FileNames(NamedTuple):
    """Paths by the whole name, and the places of every word among the names, in order of paths."""

    whole: dict[str, str]
    names: list[tuple[str, str]]
    """Each name, as “-catatan-kesehatan-”, with its path."""
    by_word: dict[str, list[int]]

    def path_with(self, run: str) -> str | None:
        """Return the first path whose name holds these words side by side: “catatan-kesehatan”.

        An index of all runs would grow with the cube of a name, and addresses may be long.
        """
        places = (self.by_word.get(word, ()) for word in run.split("-"))
        rarest: Sequence[int] = min(places, key=len)
        wanted = f"-{run}-"
        found = (path for name, path in map(self.names.__getitem__, rarest) if wanted in name)
        return next(found, None)


def names_of(paths: Iterable[str]) -> FileNames:
    """Index paths or addresses; words that tell one copy from another are no part of the name."""
    found = FileNames({}, [], {})
    for place, path in enumerate(sorted(paths)):
        name = slug(_stem(path))
        words = name.split("-")
        telling = [word for word in words if not word.isdigit() and word not in _COPIES]
        found.whole.setdefault("-".join(telling), path)
        found.names.append((f"-{name}-", path))
        for word in dict.fromkeys(filter(None, words)):
            found.by_word.setdefault(word, []).append(place)
    return found


def documents_of(opd: str, corpus: Corpus) -> FileNames | None:
    """Return the names of the published documents in the folder of an OPD."""
    return corpus.derive(_documents_by_opd).get(opd)


def _documents_by_opd(corpus: Corpus) -> Mapping[str, FileNames]:
    paths: dict[str, list[str]] = {}
    for path in corpus.documents:
        paths.setdefault(PurePosixPath(path).parts[2], []).append(path)
    return {opd: names_of(own) for opd, own in paths.items()}


def called_like(row: InformasiDikecualikan, names: FileNames) -> Named | None:
    """Find what is called like a row: like its code, or like its title but for spelling."""
    if exact := _exactly(row, names):
        return Named(exact, exactly=True)
    title = normal_title(row.informasi)
    if title.count(" ") + 1 < _SHORTEST_NEAR:
        return None
    for name, path in names.whole.items():
        # Most names differ in length alone; that is seen at once.
        near = abs(len(title) - len(name)) <= len(title) // 5
        if near and relate(title, name.replace("-", " ")) is TitleRelation.SAMA:
            return Named(path, exactly=False)
    return None


def _exactly(row: InformasiDikecualikan, names: FileNames) -> str | None:
    # Most rows are done with at their first word, and to write a slug costs more than to look.
    if (
        _first_word(row.kode) in names.by_word
        and _is_telling(kode := slug(row.kode))
        and (path := names.path_with(kode))
    ):
        return path
    if _first_word(row.informasi) not in names.by_word:
        return None
    title = slug(row.informasi)
    # A title of few words must be the whole name: “rekam-medis” is not “sop-rekam-medis”.
    long = title.count("-") >= _TELLING_HYPHENS
    path = names.path_with(title) if long else names.whole.get(title)
    if path is None or _ABOUT.search(slug(_stem(path)).replace(title, "")):
        return None
    return path


def _is_telling(kode: str) -> bool:
    """Tell whether a code names one thing: “2019” or “A3” would be found in any file name."""
    long_enough = len(kode) >= _TELLING_LENGTH
    return long_enough and any(map(str.isalpha, kode)) and any(map(str.isdigit, kode))


def _first_word(text: str) -> str:
    word = _WORD.search(text)
    return word[0].lower() if word else ""


def _stem(path: str) -> str:
    """Return the name of a file without its ending, of a path or an address alike."""
    # Addresses are many: pathlib and urlsplit would take half of the time of the rule.
    _, address, inside = path.partition("://")
    if address:
        path = inside.partition("/")[2].partition("?")[0].partition("#")[0]
    name = unquote(path).rstrip("/").rpartition("/")[2]
    stem, _, ending = name.rpartition(".")
    return stem if stem and ending else name


def slug(text: str) -> str:
    """Write a text as names of files are written."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
