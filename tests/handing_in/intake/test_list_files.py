"""Writing a list: never over another unasked, and what it says of itself stays."""

from datetime import date
from pathlib import Path

import pytest

from ppid.handing_in.intake.list_files import ListExistsError, ListFiles, StoredList, store
from ppid.kinds.daftar import DaftarDikecualikan, Nihil

PLACE = "data/opd/dinas/dik/2024"
NEW = ListFiles(PLACE, "kode,informasi\nA-1,Berkas satu\n", "sumber: Berkas a.xlsx\n")


def put(root: Path, csv: str | None, yml: str | None) -> None:
    (root / PLACE).parent.mkdir(parents=True)
    for ending, text in (("csv", csv), ("yml", yml)):
        if text is not None:
            (root / f"{PLACE}.{ending}").write_text(text, "utf-8")


def read(root: Path, ending: str) -> str:
    return (root / f"{PLACE}.{ending}").read_text("utf-8")


def test_a_new_list_is_written_whole(tmp_path: Path) -> None:
    assert store(tmp_path, NEW, None, may_replace=False).changed
    assert (read(tmp_path, "csv"), read(tmp_path, "yml")) == (NEW.csv, NEW.about)
    assert not store(tmp_path, NEW, DaftarDikecualikan(), may_replace=False).changed


def test_other_rows_are_not_lost(tmp_path: Path) -> None:
    put(tmp_path, "kode,informasi\nB-1,Lain\n", "catatan: tetap\n")
    with pytest.raises(ListExistsError, match="--timpa"):
        store(tmp_path, NEW, DaftarDikecualikan(), may_replace=False)
    assert "Lain" in read(tmp_path, "csv")
    assert store(tmp_path, NEW, DaftarDikecualikan(), may_replace=True) == StoredList(changed=True)
    assert read(tmp_path, "yml") == "catatan: tetap\n"


def test_what_is_only_added_loses_nothing(tmp_path: Path) -> None:
    put(tmp_path, "kode,informasi,catatan\nA-1,Berkas satu,\n", "sumber: a\n")
    more = "kode,informasi,catatan\nA-1,Berkas satu,Catatan.\nA-2,Berkas dua,\n"
    files = ListFiles(PLACE, more, NEW.about)
    assert store(tmp_path, files, DaftarDikecualikan(), may_replace=False).changed
    less = ListFiles(PLACE, more.replace("Catatan.", ""), NEW.about)
    with pytest.raises(ListExistsError):
        store(tmp_path, less, DaftarDikecualikan(), may_replace=False)


def test_what_is_new_about_the_list_is_added(tmp_path: Path) -> None:
    put(tmp_path, None, "# dari ppid baru\ncatatan: tetap\n")
    files = ListFiles(PLACE, NEW.csv, "penetapan:\n  tanggal: 2024-03-01\nsumber: x\n")
    store(tmp_path, files, DaftarDikecualikan(), may_replace=False)
    expected = "# dari ppid baru\ncatatan: tetap\npenetapan:\n  tanggal: 2024-03-01\n"
    assert read(tmp_path, "yml") == expected


def test_what_the_workbook_says_anew_is_changed_and_the_rest_stays(tmp_path: Path) -> None:
    stored = (
        "# dari arsip\ncontoh: true\npenetapan:\n  nomor: 1/A\n  tanggal: 2024-03-01\n"
        "# sesudah rapat\nuji_konsekuensi:\n  nomor: U-1\ndisampaikan: 2024-03-05\n"
    )
    put(tmp_path, None, stored)
    new = "penetapan:\n  nomor: 2/B\ncontoh: true\nsumber: x\n"
    files = ListFiles(PLACE, NEW.csv, new)
    store(tmp_path, files, DaftarDikecualikan(contoh=True), may_replace=True)
    assert read(tmp_path, "yml") == stored.replace("1/A", "2/B")


def test_a_demonstration_does_not_mark_the_list_that_takes_its_place(tmp_path: Path) -> None:
    put(tmp_path, "kode,informasi\nB-1,Contoh\n", "contoh: true\n")
    store(tmp_path, NEW, DaftarDikecualikan(contoh=True), may_replace=True)
    assert read(tmp_path, "yml") == NEW.about


def test_a_list_that_is_nil_takes_the_place_of_rows_only_when_told(tmp_path: Path) -> None:
    put(tmp_path, "kode,informasi\nB-1,Lain\n", "sumber: a\n")
    nil = ListFiles(PLACE, "", "nihil:\n  pernyataan: Tidak ada.\n")
    with pytest.raises(ListExistsError):
        store(tmp_path, nil, DaftarDikecualikan(), may_replace=False)
    done = store(tmp_path, nil, DaftarDikecualikan(), may_replace=True)
    assert done.rows_removed == 1
    assert not (tmp_path / f"{PLACE}.csv").exists()
    assert read(tmp_path, "yml") == nil.about


def test_rows_for_a_list_that_was_declared_nil_are_not_written_unasked(tmp_path: Path) -> None:
    put(tmp_path, None, "nihil: …\n")
    nil = Nihil(pernyataan="Tidak ada.", pejabat="Kepala", tanggal=date(2024, 1, 1))
    with pytest.raises(ListExistsError):
        store(tmp_path, NEW, DaftarDikecualikan(nihil=nil), may_replace=False)


def test_words_about_a_list_that_cannot_be_read_are_not_lost(tmp_path: Path) -> None:
    put(tmp_path, None, "penetapan: [\n")
    with pytest.raises(ListExistsError):
        store(tmp_path, NEW, None, may_replace=False)
    assert read(tmp_path, "yml") == "penetapan: [\n"
