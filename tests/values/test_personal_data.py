"""Personal data as people write it: how much is found, and how often what is clean is marked."""

from pathlib import Path

import pytest

from ppid.values import identifiers
from ppid.values.identifiers import DataPribadi, find_personal_data

SORTS = {
    "nik": DataPribadi.NIK,
    "kk": DataPribadi.NIK,
    "npwp": DataPribadi.NPWP,
    "ponsel": DataPribadi.PONSEL,
    "surel": DataPribadi.SUREL,
    "rekening": DataPribadi.REKENING,
    "bpjs": DataPribadi.BPJS,
    "lahir": DataPribadi.LAHIR,
    "alamat": DataPribadi.ALAMAT,
    "plat": DataPribadi.KENDARAAN,
    "paspor": DataPribadi.PASPOR,
}
CLEAN, IN_DOUBT = "bersih", "ragu"


def strings_of(name: str) -> list[tuple[str, str]]:
    """Return what a table says of each string, and the string."""
    lines = Path(__file__).with_name(f"pribadi-{name}.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [(sort, text.replace("\\n", "\n").replace("\\t", "\t")) for sort, text in rows]


def missed_and_false(name: str) -> tuple[list[str], list[str]]:
    missed, false = [], []
    for sort, text in strings_of(name):
        found = {sighting.sort for sighting in find_personal_data(text)}
        if sort == CLEAN and found:
            false.append(text)
        elif sort in SORTS and SORTS[sort] not in found:
            missed.append(text)
    return missed, false


@pytest.mark.parametrize(
    ("name", "most_missed"),
    [("selaras", 0), ("uji", 0), ("sendiri", 2)],
)
def test_recall_without_false_alarms(name: str, most_missed: int) -> None:
    missed, false = missed_and_false(name)
    assert len(missed) <= most_missed, missed
    assert len(false) <= 1, false


def test_the_strings_in_doubt_stay_few() -> None:
    rows = [row for name in ("selaras", "uji", "sendiri") for row in strings_of(name)]
    assert sum(sort == IN_DOUBT for sort, _ in rows) == 3
    assert sum(sort == CLEAN for sort, _ in rows) > 100


def test_what_finds_them_shows_none_itself() -> None:
    """The checker on the pages of the site carries its own source, which passes the gate."""
    assert not any(find_personal_data(Path(identifiers.__file__).read_text("utf-8")))


@pytest.mark.parametrize(
    "text",
    ["NIK 32041106&#48;9970001", r"NIK 3204110\u0036\u00309970001", "NIK 3204%201106%200997 0001"],
)
def test_what_is_written_otherwise_keeps_its_place(text: str) -> None:
    (found,) = find_personal_data(text)
    assert text[found.start : found.end] == text.removeprefix("NIK ")
    assert found.masked == "3204…01"


@pytest.mark.parametrize(
    "path", [r"D:\Naskah\2024", r"Z:\RENSTRA", r"C:\TU\surat", r"\N", r"\x2", r"\u00"]
)
def test_a_folder_of_windows_is_no_escape(path: str) -> None:
    assert list(find_personal_data(path)) == []
    found = [each.sort for each in find_personal_data(f"{path} milik 3275010101900001")]
    assert found == [DataPribadi.NIK]
