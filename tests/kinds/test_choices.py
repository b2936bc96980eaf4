"""Every choice that a field allows can be said to readers: its word, its sentence, its shape."""

import re
from collections.abc import Collection, Iterator, Mapping
from enum import Enum
from pathlib import Path
from typing import Literal, get_args, get_origin

import jinja2
import pytest

from ppid.assessing.evidence import FINDERS
from ppid.assessing.model import Kesegaran, Penyampaian, State
from ppid.assessing.score import ARTI_KEADAAN, ARTI_KESEGARAN
from ppid.assessing.timeliness import ARTI_PENYAMPAIAN
from ppid.core.record import Part
from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.template.reference_sheet import MEANINGS
from ppid.history.wording import CAKUPAN
from ppid.kinds import KINDS, wording
from ppid.kinds.acuan.kewajiban import ARTI_BUKTI
from ppid.kinds.acuan.saq import STATUS_PERTANYAAN
from ppid.kinds.pemantauan import verifikasi
from ppid.kinds.regulasi import Status
from ppid.publishing.items.public import FRESHNESS
from ppid.publishing.page_parts import SCHEMES
from ppid.publishing.pages.kelengkapan.cara import KESEGARAN
from ppid.publishing.pages.kelengkapan.kategori import LETTERS
from ppid.publishing.pages.kelengkapan.penyerahan import HAND_IN_SHAPES
from ppid.publishing.regulations import STATUS

THEME = Path(__file__).parents[2] / "theme_overrides"
KATEGORI = (wording.KATEGORI, wording.ARTI_KATEGORI)

SAID: Mapping[str, tuple[Collection[str], ...]] = {
    "InformasiDikecualikan.cakupan": (MEANINGS, CAKUPAN),
    "InformasiPublik.bentuk": (MEANINGS,),
    "InformasiPublik.klasifikasi": (
        *(*KATEGORI, wording.KLASIFIKASI, MEANINGS),
        *FRESHNESS.values(),
    ),
    "Kanal.jenis": (wording.JENIS_KANAL, SCHEMES),
    "Kategori.bukti": (ARTI_BUKTI, FINDERS),
    "Kegiatan.jenis": (wording.JENIS_KEGIATAN,),
    "KelompokBaris.klasifikasi": KATEGORI,
    "Kewajiban.bukti": (ARTI_BUKTI, FINDERS),
    "Kewajiban.klasifikasi": KATEGORI,
    "Pertanyaan.status": (STATUS_PERTANYAAN,),
    "ProfilOpd.jenis": (wording.JENIS_OPD,),
    "Verifikasi.menurut_data": (ARTI_KEADAAN, verifikasi.SEJALAN),
    "Verifikasi.tanda": (wording.TANDA,),
    "Regulasi.jenis": (wording.JENIS_REGULASI, wording.KODE_REGULASI),
}
"""What must know every choice of a field."""
IN_ITS_OWN_WORDS = {"Sanggahan.pihak", "Sanggahan.keadaan"}
"""Fields whose choices are words of the language, printed as they are written."""
NEVER_PRINTED = {
    *("Alasan.huruf", "Alasan.permanen"),  # the letter of an article, and what a rule asks
    *("Badan.jenis", "BadanLain.bagi"),
    *("BerlakuUntuk.fakta", "BerlakuUntuk.lingkup"),  # their reason is printed instead
    *("JudulKolom.daftar", "JudulKolom.isian"),
    "KataDaftar.guna",
    "KataRujukan.guna",
    *("KataPerihal.diam_bila", "KataPerihal.golongan"),
    "NaskahSurat.sumber",
    "Peraturan.jenis",  # papers say the short name of a law whose kind they do not know
    *("JenisPeraturan.cara", "JenisPeraturan.pembuat"),
    "PemeriksaanTautan.keadaan",  # a reason, or the page of the row, says it in a sentence
    *("Prosedur.huruf", "Prosedur.untuk"),  # which order of steps, and which page
}


def choices_in(annotation: object) -> Iterator[str]:
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        yield from (member.value for member in annotation)
    elif get_origin(annotation) is Literal:
        yield from get_args(annotation)
    else:
        for inner in get_args(annotation):
            yield from choices_in(inner)


def models_in(annotation: object) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
        for field in annotation.model_fields.values():
            yield from models_in(field.annotation)
    else:
        for inner in get_args(annotation):
            yield from models_in(inner)


CHOICES = {
    f"{model.__name__}.{name}": set(found)
    for kind in KINDS
    for model in models_in(kind.model)
    for name, field in model.model_fields.items()
    if (found := tuple(choices_in(field.annotation)))
}


def test_how_each_field_with_choices_is_said_is_decided() -> None:
    assert set(CHOICES) == {*SAID, *IN_ITS_OWN_WORDS, *NEVER_PRINTED}


@pytest.mark.parametrize("field", SAID)
def test_every_choice_of_a_field_can_be_said(field: str) -> None:
    for said in SAID[field]:
        assert CHOICES[field] - set(said) == set()


@pytest.mark.parametrize("field", sorted(IN_ITS_OWN_WORDS))
def test_choices_printed_as_they_are_written_are_words(field: str) -> None:
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", choice) for choice in CHOICES[field])


@pytest.mark.parametrize(
    ("choices", "said"),
    [
        (State, ARTI_KEADAAN),
        (State, LETTERS),
        (State, verifikasi.SEJALAN),
        (Kesegaran, KESEGARAN),
        (Kesegaran, ARTI_KESEGARAN),
        (Status, STATUS),
        (Penyampaian, HAND_IN_SHAPES),
        (Penyampaian, ARTI_PENYAMPAIAN),
    ],
)
def test_every_computed_state_can_be_said(choices: type[Enum], said: Collection[str]) -> None:
    assert set(said) == {*choices}


def test_every_state_has_a_word_a_shape_and_a_colour() -> None:
    loader = jinja2.FileSystemLoader(THEME)
    template = jinja2.Environment(loader=loader, autoescape=True).get_template(
        "komponen/keadaan.html"
    )
    shown: Mapping[str, tuple[str, str, str]] = vars(template.module)["KEADAAN"]
    style = (THEME / "assets/css/keadaan.css").read_text("utf-8")
    assert {*State, *Status, *Severity, *HAND_IN_SHAPES.values()} <= set(shown)
    for word, shape, colour in shown.values():
        assert word[0].isupper()
        assert f".ppid-bentuk--{shape} {{" in style
        assert f".ppid-keadaan--{colour} {{" in style
