"""How the errors of a record become diagnostics: places, pairs, replacements, files of entries."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from ppid.checking.field_errors import diagnose_entries, diagnose_fields
from ppid.core.record import Part
from ppid.diagnostics.diagnostic import Diagnostic, Severity
from ppid.diagnostics.places import RecordId, SourceText
from ppid.kinds.acuan.sinonim import Sinonim
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.layanan import LaporanLayanan
from ppid.kinds.opd import ProfilOpd
from ppid.reading.files.yaml_file import read_yaml

Read = Callable[[str, type[Part]], list[Diagnostic]]

PROFIL = """\
nama: Dinas Contoh
singkatan: Dincon
jenis: dinas
sumber: belum diverifikasi
"""


def marked(text: str, diagnostic: Diagnostic) -> str:
    source, span = SourceText("", text), diagnostic.span
    start = source.offset_of(span.line, span.column)
    return text[start : source.offset_of(span.end_line, span.end_column)]


def test_a_right_profile_is_silent(of_yaml: Read) -> None:
    assert of_yaml(PROFIL, ProfilOpd) == []


PLACES = [
    ("almat: x\n", "almat"),
    ("aktif_mulai: 2019\n", "2019"),
    ("ppid_pelaksana:\n  belum: true\n", "ppid_pelaksana"),
    ("kanal:\n  - nama: A\n    alamat: B\n", "nama: A\n    alamat: B"),
    ("kanal:\n  - {nama: A, jenis: wab, alamat: B}\n", "wab"),
    ("ppid_pelaksana:\n  jabatan: A\n  sk: {nomor: 1, tanggal: besok}\n", "besok"),
    ("kepala:\n  jabatan:\n", "jabatan:"),
    ("telepon: 1\n", "1"),
]


@pytest.mark.parametrize(("added", "wanted"), PLACES)
def test_place(added: str, wanted: str, of_yaml: Read) -> None:
    (diagnostic,) = of_yaml(PROFIL + added, ProfilOpd)
    assert marked(PROFIL + added, diagnostic).strip(":") == wanted.strip(":")


def test_what_is_missing_in_the_record_is_shown_at_its_beginning(of_yaml: Read) -> None:
    (diagnostic,) = of_yaml("# catatan\n" + PROFIL.replace("nama: Dinas Contoh\n", ""), ProfilOpd)
    assert (diagnostic.rule_id, diagnostic.span.line, diagnostic.span.column) == ("ISI-001", 2, 1)


def test_two_misspelt_keys_are_paired_each_with_its_own(of_yaml: Read) -> None:
    text = "nma: A\nsingkatn: B\njenis: dinas\nsumber: x\n"
    assert [d.message for d in of_yaml(text, ProfilOpd)] == [
        "Isian “nma” tidak dikenal; “nama” belum ada",
        "Isian “singkatn” tidak dikenal; “singkatan” belum ada",
    ]


def test_everything_is_told_at_once(of_yaml: Read) -> None:
    text = "nama: {a: b}\njenis: kantor\nkanal: [x]\naktif_mulai: x\nlain: 1\n"
    assert [d.rule_id for d in of_yaml(text, ProfilOpd)] == [
        *["ISI-001", "ISI-001"],
        *["ISI-010", "ISI-003", "ISI-010", "ISI-004", "ISI-002"],
    ]


def test_a_faulty_element_is_not_also_counted_as_missing(of_yaml: Read) -> None:
    assert [d.message for d in of_yaml("kata: [izin, {a: b}]", Sinonim)] == [
        "Butir ke-2 isian “Kata” berisi kelompok isian, padahal harus berupa satu teks"
    ]


FIXES = [
    ("aktif_mulai: 10 Januari 2019\n", "2019-01-10"),
    ("aktif_mulai: 25/12/2019\n", "2019-12-25"),
    ("aktif_mulai: ditetapkan 10 Januari 2019\n", None),
    ("aktif_mulai: 03/04/2025\n", None),
    ("aktif_mulai: 43475\n", None),
    ("kanal: [{nama: A, jenis: Media Sosial, alamat: B}]\n", "media-sosial"),
    ("kanal: [{nama: A, jenis: medsos, alamat: B}]\n", None),
]


@pytest.mark.parametrize(("added", "replacement"), FIXES)
def test_only_what_is_certain_is_offered_as_a_replacement(
    added: str, replacement: str | None, of_yaml: Read
) -> None:
    (diagnostic,) = of_yaml(PROFIL + added, ProfilOpd)
    assert (diagnostic.fix.text if diagnostic.fix else None) == replacement


def test_severity_and_record_are_passed_on() -> None:
    file, _ = read_yaml(SourceText("data/x.yml", "kata: [a]"))
    with pytest.raises(ValidationError) as caught:
        Sinonim.model_validate(file.data)
    record = RecordId("sinonim")
    (diagnostic,) = diagnose_fields(caught.value, Sinonim, file, record=record)
    assert (diagnostic.severity, diagnostic.record) == (Severity.GALAT, record)


ENTRIES = [
    ("sinonim:\n  - kata: [a, b]\n", []),
    ("sinonim: []\n", []),
    ("sinonim:\n", []),
    ("sinonm: []\n", [("ISI-002", 1, "Isian “sinonm” tidak dikenal; “sinonim” belum ada")]),
    ("sinonim: []\nlain: 1\n", [("ISI-002", 2, "Isian “lain” tidak dikenal")]),
    (
        "lain: 1\n",
        [
            ("ISI-002", 1, "Isian “lain” tidak dikenal"),
            ("ISI-001", 1, "Isian wajib “sinonim” belum ada"),
        ],
    ),
    (
        "sinonim: a\n",
        [("ISI-010", 1, "Isian “sinonim” berisi teks “a”, padahal harus berupa daftar")],
    ),
    ("- a\n", [("ISI-010", 1, "Bagian ini berisi daftar, padahal harus berupa kelompok isian")]),
]


@pytest.mark.parametrize(("text", "expected"), ENTRIES)
def test_entries(text: str, expected: list[tuple[str, int, str]]) -> None:
    file, _ = read_yaml(SourceText("data/acuan/sinonim.yml", text))
    found = diagnose_entries(file.data, "sinonim", file)
    said = [(d.rule_id, d.span.line, d.message) for d in found]
    assert sorted(said) == sorted(expected)


VALUES = st.recursive(
    st.none() | st.text(max_size=20) | st.sampled_from(["03/04/2025", "1.000", "ya", "-", "43475"]),
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(
            st.sampled_from([*ProfilOpd.model_fields, "nomor", "x"]), inside, max_size=4
        )
    ),
    max_leaves=12,
)


@settings(deadline=None)
@given(st.sampled_from([ProfilOpd, LaporanLayanan, InformasiPublik, Sinonim]), VALUES)
def test_nothing_makes_it_raise_and_every_sentence_is_ours(
    model: type[Part], value: object
) -> None:
    file, _ = read_yaml(SourceText("data/x.yml", PROFIL))
    try:
        model.model_validate(value)
    except ValidationError as error:
        found = diagnose_fields(error, model, file)
        english = {details["msg"] for details in error.errors()}
        assert found
        for diagnostic in found:
            assert diagnostic.message not in english
            assert diagnostic.hint
            assert "tidak dapat dibaca" not in diagnostic.message  # the sentence of last resort
