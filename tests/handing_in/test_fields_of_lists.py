"""No field of a list is lost on its way: in, out into a template, and into what is said of changes.

Whoever adds a field to a model and forgets a step finds here which one, or loses nothing by it.
"""

from collections.abc import Iterator
from io import BytesIO

import pytest
from openpyxl import Workbook
from pydantic import Field, create_model

from ppid.core.record import Origin
from ppid.diagnostics.places import RecordId
from ppid.handing_in.intake.headings import HeadingWords
from ppid.handing_in.intake.reading.choices import ChoiceReader
from ppid.handing_in.intake.reading.fields import readers_for
from ppid.handing_in.intake.taking_in import opened, take_in
from ppid.handing_in.model import Target
from ppid.handing_in.template.form import EXAMPLE_ROW, HEADING_ROW, columns_of
from ppid.handing_in.template.list_sheet import Plan, example_of, write_list
from ppid.handing_in.template.reference_sheet import Offers
from ppid.history.differences import differ
from ppid.history.wording import row_changes
from ppid.kinds import rows
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.kata_daftar import COLUMNS, headings_in
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.rows import MODELS, Row
from ppid.reviewing.rows import details_of
from tests.handing_in.intake.tables import town, words

FIELDS = [(jenis, name) for jenis, model in MODELS.items() for name in model.model_fields]
OTHERWISE = {
    "kode": "BID-NAMA-02",
    "informasi": "Informasi yang lain sama sekali",
    "cakupan": "seluruh",
    "klasifikasi": "setiap-saat",
    "bentuk": "cetak",
    "mulai": "2031-02-20",
    "diperbarui": "2031-02-20",
    "waktu_pembuatan": "2030",
    "jangka_waktu": "3 tahun",
    "dasar_hukum": "UU 14/2008 Pasal 17 huruf b",
}
"""Other values where a field does not take any text."""
NO_EXAMPLE = {("dip", "catatan"): "kosong, agar tampak bahwa kolom itu boleh kosong"}
NOT_TOLD = {
    "kode": "alamat halaman itu sendiri",
    "kewajiban": "berubah menurut peraturan, bukan menurut isinya",
    "penanggung_jawab": "nama jabatan yang berganti tanpa mengubah hak atas informasinya",
    "waktu_pembuatan": "berganti setiap tahun",
    "tempat_pembuatan": "tidak mengubah hak atas informasinya",
    "diperbarui": "berganti setiap tahun",
    "catatan": "berganti setiap tahun",
}
"""Fields whose change the page of an item does not tell, and why."""


@pytest.mark.parametrize(("jenis", "name"), FIELDS)
def test_every_field_has_the_headings_that_clerks_write(jenis: str, name: str) -> None:
    known = {one.isian for one in headings_in(words(), jenis)}
    assert name in known, (
        f"“{name}” of the {jenis.upper()} is known by its own name alone: write the headings that "
        "clerks give it into generator/ppid/law/judul-kolom.yml"
    )


@pytest.mark.parametrize(("jenis", "name"), FIELDS)
def test_every_field_has_a_reader_a_heading_a_column_and_an_example(jenis: str, name: str) -> None:
    target = Target("dinkes", jenis, 2031)
    assert name in readers_for(target, words(), ChoiceReader(words()))
    known = HeadingWords(words(), jenis)
    title = str(MODELS[jenis].model_fields[name].title)
    assert known.meant_by(title).field == known.meant_by(name).field == name, (
        f"the column “{title}” of our own downloads is not known any more: every word of “{name}” "
        f"and “{title}” must stand in `frasa` or `boleh` of generator/ppid/law/judul-kolom.yml"
    )
    assert name in {column.field for column in columns_of(jenis)}
    assert bool(example_of(jenis, 2031)[name]) is ((jenis, name) not in NO_EXAMPLE)


@pytest.mark.parametrize("jenis", MODELS)
def test_every_field_comes_in_from_a_workbook(jenis: str) -> None:
    values = {**example_of(jenis, 2031), "catatan": "Tetap terbuka."}
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append([str(MODELS[jenis].model_fields[name].title) for name in values])
    sheet.append(list(values.values()))
    stream = BytesIO()
    book.save(stream)
    target = Target("dinkes", jenis, 2031)
    intake = take_in(opened("daftar.xlsx", stream.getvalue()), target, town(), {}).intake
    assert [row.values for row in intake.rows] == [values]
    assert all(intake.rows[0].places[name] for name in values)


@pytest.mark.parametrize(("jenis", "name"), FIELDS)
def test_a_change_of_every_field_is_told(jenis: str, name: str) -> None:
    old, new = row_of(jenis), row_of(jenis, **{name: OTHERWISE.get(name, "Isi yang lain")})
    assert [one.field for one in differ(old, new)] == [name]
    assert [one.field for one in details_of(old, new, town(), town())] == [name]
    assert bool(list(row_changes(old, new, town()))) is (name not in NOT_TOLD), (
        f"a change of “{name}” is told by its name in `_TOLD_OF_ITEMS` of "
        "generator/ppid/history/wording.py; what is not told says why in `NOT_TOLD` here"
    )


def row_of(jenis: str, **changes: str) -> Row:
    said = {**example_of(jenis, 2031), "catatan": "Tetap terbuka.", **changes}
    row = MODELS[jenis].model_validate({name: text for name, text in said.items() if text})
    located = town().of(ProfilOpd)[0].origin.located
    row.placed(RecordId(jenis, "dinkes", 2031, row.kode), Origin(located, (0,), "dinkes"))
    return row


@pytest.fixture
def wider(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Give the DIP a field that nobody has taken further than its model."""
    model = create_model(
        "Lebar", __base__=InformasiPublik, pemakai=(str, Field("", title="Pemakai utama"))
    )
    columns_of.cache_clear()
    monkeypatch.setitem(rows.MODELS, "dip", model)
    monkeypatch.setitem(COLUMNS, "dip", (*COLUMNS["dip"], "pemakai"))
    yield
    columns_of.cache_clear()


@pytest.mark.usefixtures("wider")
def test_a_new_field_is_read_plainly_and_known_by_its_title() -> None:
    values = {**example_of("dip", 2031), "pemakai": "Peneliti"}
    book = Workbook()
    book.worksheets[0].append([*InformasiPublik.model_fields, "Pemakai Utama"])
    book.worksheets[0].append([values[name] for name in MODELS["dip"].model_fields])
    stream = BytesIO()
    book.save(stream)
    target = Target("dinkes", "dip", 2031)
    intake = take_in(opened("daftar.xlsx", stream.getvalue()), target, town(), {}).intake
    assert intake.rows[0].values["pemakai"] == "Peneliti"


@pytest.mark.usefixtures("wider")
def test_a_new_field_without_an_example_stands_in_the_template() -> None:
    sheet = Workbook().worksheets[0]
    write_list(sheet, Plan("dip", 2031, ("Daftar",), 20), Offers({}))
    headings = [cell.value for cell in sheet[HEADING_ROW]]
    assert (
        sheet.cell(EXAMPLE_ROW, 1 + headings.index("Pemakai utama\n(boleh kosong)")).value is None
    )
