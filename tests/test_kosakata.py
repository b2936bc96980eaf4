"""One word for one thing on the whole site: what readers are told uses the words of the glossary.

Texts of the law are quoted letter by letter and stand apart; everything else is looked at.
"""

import ast
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT, of_the_city

PROGRAM = ROOT / "generator" / "ppid"
OTHER_WORDS = {
    "permintaan informasi": r"\b[Pp]ermohonan(?! (?:sengketa|izin|bantuan|penyelesaian))\b",
    "Atasan PPID": r"\batasan PPID\b",
    "Informasi yang Dikecualikan": r"\bInformasi Dikecualikan\b",
    "penanggung jawab": r"\b[Pp]enanggungjawab\b",
    "Wali Kota": r"\b[Ww]alikota\b",
    "praktik": r"\b[Pp]raktek\b",
    "aktivitas": r"\b[Aa]ktifitas\b",
    "berkas": r"\bfile\b",
    "nothing: a note of the makers": r"\b[Bb]elum dibaca\b",
    "masih berlaku": r"\b[Ss]ejauh tercatat\b",
    "informasi dalam DIP atau DIK": (
        r"\b[Bb]utir (?:DIP|DIK|untuk|yang menyebut)\b|\b[Ss]atu butir\b|\bbutirnya\b"
        r"|\bbaris (?:DIP|DIK)\b"
    ),
    "nilai": r"\bpoin\b",
    "belum dipastikan": r"\b[Bb]elum diketahui apakah\b|\bpengaruhnya belum diketahui\b",
    "isian": r"\bbidang (?:kanal|surel|telepon|tanggal|alamat)\b|\b(?:di|dengan) bidang `",
    "baris daftar": r"\b[Bb]utir daftar\b|\b[Ss]ebuah butir\b",
    "what is missing, why, and whom to ask": r"\b[Bb]elum diketahui\b",
    "program komputer": r"\buntuk mesin\b",
    "the thing itself: a path of the data": r"\bdata/[a-z]+[/.]",
}
"""The word that readers see, and how others would be found."""
FORMER = (
    *("dengan datang langsung dan mengisi formulir", "yang dikecualikan seluruh isinya, tetapi"),
    *("atau tidak tertulis; nama", "sudah terlihat buktinya dalam data situs"),
    *("yang ditampilkan memuat sebagian", "dihitung dari daftar yang tercatat"),
    *("cukup dikirim kepada PPID", "menunjukkan bentuknya, bukan untuk dikirim"),
    *("terisi dengan baris daftar sebelumnya", "tidak ada sel yang ditebak"),
    *("tidak tercantum lagi bukan berarti", "siapa yang menjabatnya", "tidak disebutkan batasnya"),
)
"""Of sentences that stood here: without a subject, against themselves, or saying nothing."""
QUOTED = re.compile("“[^“”]*”")
"""Buttons of others, and the other word where it is explained."""
OWN_WORDS = (
    *("langkah-layanan.yml", "arti-ketentuan.yml", "kategori-informasi.yml", "pemutakhiran.yml"),
    *("peran-ppid.yml", "topik.yml"),
)


_MACHINERY = r"{#.*?#}|{%.*?%}|{{.*?}}|<script>.*?</script>|<[^>]*>"


def in_templates() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "theme_overrides").rglob("*.html")):
        text = re.sub(_MACHINERY, " ", path.read_text("utf-8"), flags=re.DOTALL)
        yield path.name, text


def in_pages() -> Iterator[tuple[str, str]]:
    """Yield the texts of the program that are more than a key: those with a space."""
    wings = ("publishing", "assessing", "history")
    files = (path for wing in wings for path in (PROGRAM / wing).rglob("*.py"))
    for path in sorted((*files, PROGRAM / "kinds/acuan/kewajiban.py")):
        tree = ast.parse(path.read_text("utf-8"))
        docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if not isinstance(node, ast.Constant) or id(node) in docs:
                continue
            if isinstance(node.value, str) and " " in node.value:
                yield path.name, node.value


def in_own_words() -> Iterator[tuple[str, str]]:
    def texts(value: object, name: str) -> Iterator[str]:
        if isinstance(value, dict):
            for key, one in value.items():
                yield from texts(one, str(key))
        elif isinstance(value, list):
            for one in value:
                yield from texts(one, name)
        elif isinstance(value, str) and " " in value:
            yield value

    for name in OWN_WORDS:
        found = yaml.safe_load((PROGRAM / "law" / name).read_text("utf-8"))
        yield from ((name, text) for text in texts(found, ""))


def _written_in(*folders: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(path for folder in folders for path in folder.rglob("*.md")):
        yield path.name, re.sub(r"(?m)^>.*$|\]\([^)]*\)", "", path.read_text("utf-8"))


def in_written_pages() -> Iterator[tuple[str, str]]:
    yield from _written_in(PROGRAM / "guide" / "tentang", PROGRAM / "guide" / "layanan")


def in_pages_of_the_body() -> Iterator[tuple[str, str]]:
    yield from _written_in(ROOT / "content")


def in_pages_on_rules() -> Iterator[tuple[str, str]]:
    """Yield what pages on rules and guides tell: no example, no law, no name of a file."""
    told = r"```.*?```|<!--.*?-->|(?m:^>[^\n]*$)|\]\([^)]*\)|`[^`]*`"
    guides = (path for path in (PROGRAM / "guide").rglob("*.md") if "keputusan" not in path.parts)
    for path in sorted(guides):
        yield path.name, re.sub(told, "`", path.read_text("utf-8"), flags=re.DOTALL)


def in_data_of_the_body() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "data").rglob("*.yml")):
        if path.parent.name in {"data", "regulasi", "acuan", "saq"} and path.name != "sinonim.yml":
            lines = path.read_text("utf-8").splitlines()
            told = (line for line in lines if not line.lstrip().startswith("#"))
            yield path.name, re.sub(r"\balamat: \S+", "", "\n".join(told))


def in_sources_of_the_law() -> Iterator[tuple[str, str]]:
    """Yield where each law is known from, in our words; what the law says is quoted."""
    text = (PROGRAM / "law/dasar-hukum.yml").read_text("utf-8")
    for law in yaml.safe_load(text)["peraturan"]:
        yield law["kode"], law["sumber"]


def in_scripts() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "theme_overrides/assets/js").glob("*.js")):
        yield path.name, path.read_text("utf-8")


PLACES = (
    *(in_templates, in_pages, in_own_words, in_written_pages, in_pages_on_rules),
    in_sources_of_the_law,
    # What another body writes is its own affair.
    *(pytest.param(at, marks=of_the_city) for at in (in_pages_of_the_body, in_data_of_the_body)),
)


Place = Callable[[], Iterator[tuple[str, str]]]


@cache
def _unquoted(place: Place) -> tuple[tuple[str, str], ...]:
    """Return the texts of a place without what they quote; read once for all words."""
    return tuple((name, QUOTED.sub("", text)) for name, text in place())


def _name_of(place: Callable[..., object]) -> str:
    return place.__name__


@pytest.mark.parametrize("place", PLACES, ids=_name_of)
@pytest.mark.parametrize("word", OTHER_WORDS)
def test_one_word_for_one_thing(word: str, place: Place) -> None:
    other = re.compile(OTHER_WORDS[word])
    texts = _unquoted(place)
    assert texts
    assert [(name, text) for name, text in texts if other.search(text)] == []


@pytest.mark.parametrize("place", [*PLACES, in_scripts], ids=_name_of)
def test_sentences_that_were_mended_do_not_come_back(place: Place) -> None:
    texts = [(name, text.lower()) for name, text in place()]
    assert texts
    back = [(name, old) for name, text in texts for old in FORMER if old.lower() in text]
    assert back == []
