"""CODEOWNERS from the folders of `data/opd/`: who is asked to review which path."""

from collections.abc import Iterable, Iterator

from ppid.reviewing.settings import Teams

PATH = ".github/CODEOWNERS"
_UNKNOWN = "<organisasi>"
_CODE = (
    "/.ci/",
    "/.github/",
    "/.gitlab-ci.yml",
    "/Makefile",
    "/constraints.txt",
    "/content/aturan/",
    "/content/panduan/keputusan/",
    "/generator/",
    "/mkdocs.yml",
    "/pyproject.toml",
    "/tests/",
    "/theme_overrides/",
)
_HEAD = """\
# Dibuat dengan `ppid pemilik` dari folder data/opd/; jangan diubah dengan tangan.
# Aturan yang terakhir cocok yang berlaku. Salah satu pemilik sebuah baris cukup untuk menyetujui.
"""
_UNSET = """\
# Nama organisasi belum diisi (extra.pemilik.organisasi dalam mkdocs.yml). Karena itu semua baris
# di bawah masih berupa keterangan: kelompok yang tidak ada tidak dapat menyetujui apa pun.
"""


def codeowners(opd: Iterable[str], teams: Teams) -> str:
    """Write the file: PPID Utama owns all, each OPD its folder, the maintainers the code.

    Teams are named `@<organisasi>/<nama folder>`; as long as the organisation is not known, every
    rule is a comment, so that no team is made up.
    """
    off = "" if teams.organisasi else "# "
    lines = [f"{off}{path:<36} {owners}" for path, owners in _rules(sorted(opd), teams)]
    head = _HEAD if teams.organisasi else _HEAD + _UNSET
    return "\n".join([head, *lines, ""])


def _rules(opd: list[str], teams: Teams) -> Iterator[tuple[str, str]]:
    def team(name: str) -> str:
        return f"@{teams.organisasi or _UNKNOWN}/{name}"

    utama = team(teams.ppid_utama)
    yield "*", utama
    for path in _CODE:
        yield path, f"{team(teams.pengelola)} {utama}"
    for folder in opd:
        yield f"/data/opd/{folder}/", f"{team(teams.kelompok.get(folder, folder))} {utama}"
