"""The form of a template follows the models, and a reader recognises it."""

import pytest

from ppid.handing_in.template.form import (
    EXAMPLE_MARK,
    MODELS,
    OTHER_HEADINGS,
    OTHER_SHEETS,
    Content,
    Expectation,
    columns_of,
    is_example,
    list_sheet,
    template_url,
)
from ppid.handing_in.template.list_sheet import EXAMPLES, example_of, help_of
from ppid.handing_in.template.row_checks import check_formula
from ppid.kinds.fields import Need, fields_marked

JENIS = pytest.mark.parametrize("jenis", MODELS)
LONGEST_FORMULA = 8192


@JENIS
def test_every_field_has_a_column_with_a_heading_of_its_own(jenis: str) -> None:
    columns = columns_of(jenis)
    assert [column.field for column in columns] == list(MODELS[jenis].model_fields)
    headings = [*(column.title for column in columns), *OTHER_HEADINGS]
    assert len({heading.casefold() for heading in headings}) == len(headings)


@JENIS
def test_what_must_be_filled_follows_the_model(jenis: str) -> None:
    model = MODELS[jenis]
    required = {name for name, info in model.model_fields.items() if info.is_required()}
    soft = {str(marked.route[0]) for marked in fields_marked(model, Need.SOFT)}
    advised = {str(marked.route[0]) for marked in fields_marked(model, Need.ADVISED)}
    wanted = {column.field: column.wanted for column in columns_of(jenis)}
    assert {f for f, w in wanted.items() if w is Expectation.WAJIB} == (required | soft) - {"kode"}
    assert wanted["kode"] is Expectation.BARU
    assert {f for f, w in wanted.items() if w is Expectation.DIANJURKAN} == advised


def test_contents_are_known_from_the_types() -> None:
    contents = {c.field: c.content for jenis in MODELS for c in columns_of(jenis)}
    assert contents["mulai"] is contents["diperbarui"] is Content.TANGGAL
    assert contents["cakupan"] is contents["bentuk"] is Content.PILIHAN
    assert contents["tautan"] is Content.ALAMAT
    assert contents["catatan"] is Content.TEKS
    informasi = next(c for c in columns_of("dik") if c.field == "informasi")
    assert (informasi.shortest, informasi.longest) == (3, 300)


@JENIS
def test_the_example_is_a_row_that_the_model_accepts(jenis: str) -> None:
    assert list(EXAMPLES[jenis]) == list(MODELS[jenis].model_fields)
    values = {field: text for field, text in example_of(jenis, 2031).items() if text}
    MODELS[jenis].model_validate(values)
    assert "2031" in " ".join(values.values())


@pytest.mark.parametrize(
    ("kode", "marked"),
    [
        (EXAMPLE_MARK, True),
        ("contoh – hapus atau biarkan, tidak ikut dibaca", True),
        ("CONTOH-01", False),
        ("CONTOH", False),
        ("", False),
    ],
)
def test_the_example_is_known_by_its_mark(kode: str, marked: bool) -> None:  # noqa: FBT001
    assert is_example(kode) is marked


@JENIS
def test_help_fits_into_the_box_of_a_heading(jenis: str) -> None:
    for column in columns_of(jenis):
        told = help_of(column, "x" * 300)
        assert len(told) <= 255
        assert told.startswith(f"{column.wanted.capitalize()}. ")
        assert len(column.title) <= 32


@JENIS
def test_the_formula_in_words_stays_within_the_limits_of_excel(jenis: str) -> None:
    formula = check_formula(jenis, 8, 12_007)
    assert len(formula) < LONGEST_FORMULA
    assert formula.count("(") == formula.count(")")
    assert max(map(len, formula.split('"')[1::2])) < 255


@JENIS
def test_names_of_sheets_are_short_and_differ(jenis: str) -> None:
    names = {list_sheet(jenis, 2026), *OTHER_SHEETS}
    assert len(names) == 1 + len(OTHER_SHEETS)
    assert max(map(len, names)) <= 31
    assert template_url("dinkes", jenis, 2026) == f"opd/dinkes/templat/{jenis}-2026.xlsx"
