"""A regency that began with a copy of a city's data is told what was left of it."""

import shutil
from datetime import date
from pathlib import Path

from ppid.checking.check import load_and_check
from tests.conftest import REGENCY, TOWN

TODAY = date(2025, 12, 31)


def _told(project: Path, rule: str = "BDN-003") -> set[str]:
    checked = load_and_check(project, TODAY)
    return {d.span.path for d in checked.findings if d.rule_id == rule}


def test_what_was_left_of_a_city_is_named(tmp_path: Path) -> None:
    regency = shutil.copytree(REGENCY, tmp_path / "kabupaten")
    assert _told(regency) == set()
    left = ("data/acuan/dasar-hukum.yml", "data/opd/setda/regulasi", "data/potret")
    for path in left:
        source, target = TOWN / path, regency / path
        if source.is_dir():
            shutil.copytree(source, target, dirs_exist_ok=True)
        else:
            shutil.copy(source, target)
    shutil.copy(TOWN / "data/opd/setda/profil.yml", regency / "data/opd/setda/profil.yml")
    profile = regency / "data/opd/setda/profil.yml"
    profile.write_text(profile.read_text("utf-8") + "catatan: Sekretariat Kota Kecil\n", "utf-8")
    told = _told(regency)
    assert "data/acuan/dasar-hukum.yml" in told
    assert "data/opd/setda/profil.yml" in told
    assert any(path.startswith("data/opd/setda/regulasi/perwal-") for path in told)
    assert any(path.startswith("data/potret/") for path in told)
    assert _told(regency, "REG-006") == {"data/acuan/dasar-hukum.yml"}


def test_a_town_that_is_whole_hears_nothing() -> None:
    assert _told(TOWN) == set()
