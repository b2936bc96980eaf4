"""What another body keeps is told where the body does not deal with it itself."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from ppid.checking.load import load
from ppid.kinds.acuan.badan_lain import matters_of_others
from tests.conftest import TOWN

PROVINCE = TOWN.parent / "provinsi-kecil"


def _words(root: Path) -> set[str]:
    corpus = load(root, date(2025, 12, 31)).corpus
    return {word for matter in matters_of_others(corpus) for word in matter.kata}


def test_a_town_has_no_passports_and_a_province_no_identity_cards() -> None:
    town, province = _words(TOWN), _words(PROVINCE)
    assert {"paspor", "PDAM", "samsat", "SMA"} <= town
    assert "KTP" not in town
    assert {"paspor", "PDAM", "KTP"} <= province
    assert not {"samsat", "SMA"} & province


@pytest.mark.parametrize("name", ["PDAM", "Perusahaan Air Minum"])
def test_what_an_office_on_file_deals_with_is_here(name: str, tmp_path: Path) -> None:
    town = shutil.copytree(TOWN, tmp_path / "kota")
    own = town / "data/acuan/badan-lain.yml"
    own.write_text(
        "badan_lain:\n  - {urusan: air, penguasa: Perusahaan Air Minum, kata: [tirta]}\n", "utf-8"
    )
    assert {"PDAM", "tirta"} <= _words(town)
    (town / "data/opd/pam").mkdir()
    (town / "data/opd/pam/profil.yml").write_text(
        f"nama: {name}\nsingkatan: PAMD\njenis: lainnya\nsumber: Rekaan\n", "utf-8"
    )
    assert not {"PDAM": {"PDAM"}, "Perusahaan Air Minum": {"tirta"}}[name] & _words(town)
