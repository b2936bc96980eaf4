"""CODEOWNERS equals the folders of `data/opd/`, and no team is made up."""

from pathlib import Path

import pytest

from ppid.reviewing.owners import SettingsError, Teams, codeowners, teams_of
from tests.conftest import TOWN, Run

OPD = sorted(path.parent.name for path in (TOWN / "data/opd").glob("*/profil.yml"))

TOPS = {".ci", ".github", "generator", "mkdocs.yml", "tests", "theme_overrides", "data"}


def rules(text: str) -> list[list[str]]:
    return [line.split() for line in text.splitlines() if line and not line.startswith("#")]


def test_every_department_owns_its_folder_and_ppid_utama_everything() -> None:
    written = rules(codeowners(OPD, Teams("kota"), TOPS))
    assert written[0] == ["*", "@kota/ppid-utama"]
    assert all("@kota/ppid-utama" in owners for _, *owners in written)
    written.pop()
    folders = {path: owners for path, *owners in written if path.startswith("/data/opd/")}
    assert folders == {f"/data/opd/{opd}/": [f"@kota/{opd}", "@kota/ppid-utama"] for opd in OPD}
    code = {path for path, *owners in written if "@kota/pengelola" in owners}
    assert {"/generator/", "/.github/", "/tests/", "/mkdocs.yml"} <= code
    assert not any(path.startswith("/data/") for path in code)


def test_what_a_score_is_judged_by_is_not_for_the_judged_to_write() -> None:
    first, *others, last = rules(codeowners(OPD, Teams("kota"), TOPS))
    assert first == ["*", "@kota/ppid-utama"]
    assert last == ["/data/opd/*/profil.yml", "@kota/ppid-utama"]  # whom an obligation binds
    checks = "/data/pemantauan/tautan/2021.csv"
    assert not any(checks.startswith(path) for path, *_ in others)


def test_only_what_is_in_the_repository_is_looked_after(tmp_path: Path, run: Run) -> None:
    """One that holds data alone has no program; what names its version is code all the same."""
    tops = {"data", "content", "mkdocs.yml", "requirements.txt", "terbit.sh"}
    written = [path for path, *_ in rules(codeowners(["dinkes"], Teams("kota"), tops))]
    assert written == [
        *("*", "/.github/", "/mkdocs.yml", "/requirements.txt", "/terbit.sh"),
        *("/data/opd/dinkes/", "/data/opd/*/profil.yml"),
    ]
    (tmp_path / "data/opd/dinkes").mkdir(parents=True)
    (tmp_path / "data/opd/dinkes/profil.yml").write_text("", "utf-8")
    (tmp_path / "mkdocs.yml").write_text("extra: {pemilik: {organisasi: kota}}\n", "utf-8")
    assert run("pemilik", at=tmp_path).returncode == 0
    assert "/generator/" not in (tmp_path / ".github/CODEOWNERS").read_text("utf-8")
    assert run("pemilik", "--periksa", at=tmp_path).returncode == 0


def test_without_an_organisation_nothing_is_owned() -> None:
    assert rules(codeowners(OPD, Teams(), TOPS)) == []


def test_names_come_from_mkdocs_yml() -> None:
    text = (
        'site_url: !ENV [SITE_URL, ""]\n'
        "extra:\n  pemilik:\n    organisasi: kota-kecil\n    pengelola: pemrogram\n"
        "    kelompok: {dinkes: kesehatan}\n"
    )
    written = codeowners(["dinkes", "setda"], teams_of(text), TOPS)
    assert "@kota-kecil/kesehatan @kota-kecil/ppid-utama" in written
    assert "@kota-kecil/setda" in written
    assert "/generator/                          @kota-kecil/pemrogram" in written


@pytest.mark.parametrize(
    "pemilik",
    [
        *("[a]", "{organisasi: 'kota kecil'}", "{organisasi: '-x'}", "{organisasi: 7}"),
        *('{ppid_utama: "a\\nb @c"}', "{kelompok: [a]}", "{kelompok: {dinkes: 'a @b'}}"),
    ],
)
def test_a_name_that_could_say_more_is_refused(pemilik: str) -> None:
    with pytest.raises(SettingsError):
        teams_of(f"extra:\n  pemilik: {pemilik}\n")


def test_the_command_writes_and_compares(proyek: Path, run: Run) -> None:
    assert run("pemilik", "--periksa", at=proyek).returncode == 1
    assert run("pemilik", at=proyek).returncode == 0
    assert run("pemilik", "--periksa", at=proyek).returncode == 0
    (proyek / "data/opd/baru").mkdir()
    (proyek / "data/opd/baru/profil.yml").write_text("nama: Baru\n", "utf-8")
    assert run("pemilik", "--periksa", at=proyek).returncode == 1
