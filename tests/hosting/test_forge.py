"""The addresses of the three hosts, as `repo_url` and `edit_uri` of mkdocs.yml name them."""

import pytest

from ppid.publishing.forge import Brand, Forge, forge_of

FOLDER = "data/opd/dinkes/kiriman"
GITHUB = "https://github.com/kota/ppid"
GITLAB = "https://gitlab.com/kota/ppid"
OWN = "https://git.kota.example/kota/ppid"


@pytest.mark.parametrize(
    ("repo", "edit", "expected"),
    [
        (GITHUB, "", Forge(GITHUB, Brand.GITHUB)),
        (f"{GITHUB}/", "edit/utama/content/", Forge(GITHUB, Brand.GITHUB, "utama")),
        (GITHUB, f"{GITHUB}/edit/utama/content/", Forge(GITHUB, Brand.GITHUB, "utama")),
        (GITLAB, "-/edit/main/content/", Forge(GITLAB, Brand.GITLAB)),
        (GITLAB, "edit/main/content/", Forge(GITLAB, Brand.GITLAB)),
        ("https://codeberg.org/a/b", "", Forge("https://codeberg.org/a/b", Brand.FORGEJO)),
        (OWN, "_edit/main/content/", Forge(OWN, Brand.FORGEJO)),
        (OWN, "-/edit/main/content/", Forge(OWN, Brand.GITLAB)),
        (OWN, "edit/main/content/", Forge(OWN, Brand.GITHUB)),
    ],
)
def test_host_and_branch_are_read(repo: str, edit: str, expected: Forge) -> None:
    assert forge_of(repo, edit) == expected


@pytest.mark.parametrize("repo", ["", OWN, "javascript:alert(1)", "git@github.com:kota/ppid", "/x"])
def test_an_unknown_host_is_not_guessed(repo: str) -> None:
    assert forge_of(repo) is None


@pytest.mark.parametrize(
    ("forge", "page"),
    [
        (Forge(GITHUB, Brand.GITHUB), f"{GITHUB}/upload/main/{FOLDER}"),
        (Forge(GITLAB, Brand.GITLAB, "utama"), f"{GITLAB}/-/tree/utama/data/opd/dinkes"),
        (Forge(OWN, Brand.FORGEJO), f"{OWN}/_upload/main/{FOLDER}"),
    ],
)
def test_upload_page(forge: Forge, page: str) -> None:
    assert forge.upload_page(FOLDER) == page


def test_a_form_carries_its_answers_and_nothing_else() -> None:
    hostile = {"opd": 'dinkes&title=x"><b>', "tahun": "2026"}
    form = Forge(GITHUB, Brand.GITHUB).form("serahkan-daftar.yml", hostile)
    start = f"{GITHUB}/issues/new?template=serahkan-daftar.yml"
    assert form == f"{start}&opd=dinkes%26title%3Dx%22%3E%3Cb%3E&tahun=2026"
    assert Forge(GITLAB, Brand.GITLAB).form("serahkan-daftar.yml", hostile) == ""


@pytest.mark.parametrize("brand", Brand)
def test_every_host_has_a_page_of_proposals(brand: Brand) -> None:
    assert Forge(OWN, brand).proposals.startswith(f"{OWN}/")
