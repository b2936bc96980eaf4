"""CODEOWNERS from the folders of `data/opd/`: who is asked to review which path."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml


class _Loader(yaml.SafeLoader):
    """Reads the file of MkDocs, whose own tags (`!ENV`) mean nothing here."""


_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?", re.ASCII)
_Loader.add_multi_constructor("!", lambda *_: None)


@dataclass(frozen=True, slots=True)
class Teams:
    """Who looks after what; `organisasi` is empty as long as nobody has said it.

    `kelompok` gives the name of a team where it is not that of the OPD's folder.
    """

    organisasi: str = ""
    ppid_utama: str = "ppid-utama"
    pengelola: str = "pengelola"
    kelompok: Mapping[str, str] = field(default_factory=dict)


class SettingsError(ValueError):
    """`extra.pemilik` cannot be read; the message is a sentence for whoever wrote it."""


def teams_of(mkdocs_yml: str) -> Teams:
    """Read `extra.pemilik`. Raises SettingsError."""
    try:
        loaded = yaml.load(mkdocs_yml, _Loader)  # noqa: S506 — a SafeLoader, see above
    except yaml.YAMLError as error:
        raise SettingsError("mkdocs.yml tidak dapat dibaca sebagai YAML.") from error
    extra = loaded.get("extra") if isinstance(loaded, dict) else None
    written = extra.get("pemilik") if isinstance(extra, dict) else None
    if written is None:
        return Teams()
    if not isinstance(written, dict):
        raise SettingsError("extra.pemilik dalam mkdocs.yml harus berupa isian bernama.")
    return Teams(
        organisasi=_name(written, "organisasi", ""),
        ppid_utama=_name(written, "ppid_utama", "ppid-utama"),
        pengelola=_name(written, "pengelola", "pengelola"),
        kelompok=_names(written.get("kelompok") or {}),
    )


def _name(written: Mapping[Any, Any], key: str, default: str) -> str:
    value = written.get(key) or default
    if value and not (isinstance(value, str) and _NAME.fullmatch(value)):
        raise SettingsError(f"extra.pemilik.{key}: pakai huruf, angka, dan tanda hubung saja.")
    return value


def _names(written: object) -> dict[str, str]:
    if not isinstance(written, dict):
        raise SettingsError("extra.pemilik.kelompok: tulis nama folder, titik dua, nama kelompok.")
    return {str(opd): _name(written, opd, str(opd)) for opd in written}


PATH = ".github/CODEOWNERS"
_UNKNOWN = "<organisasi>"
_OURS = "/.github/"
"""The folder of this file itself."""
_CODE = (
    "/.ci/",
    "/.forgejo/",
    "/.gitea/",
    "/.github/",
    "/.gitlab-ci.yml",
    "/.gitlab/",
    "/.woodpecker.yml",
    "/.woodpecker/",
    "/Makefile",
    "/constraints.txt",
    "/generator/",
    "/mkdocs.yml",
    "/pyproject.toml",
    "/requirements.txt",
    "/terbit.sh",
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


def codeowners(opd: Iterable[str], teams: Teams, tops: Collection[str]) -> str:
    """Write the file: PPID Utama owns all, each OPD its folder, the maintainers the code.

    What a score is judged by is not for the judged to write: PPID Utama owns what was found of
    addresses, and the profile, which says what an OPD is bound to.

    `tops` are the files and folders at the top of the repository: one that holds data alone has no
    program to look after.

    Teams are named `@<organisasi>/<nama folder>`; as long as the organisation is not known, every
    rule is a comment, so that no team is made up.
    """
    off = "" if teams.organisasi else "# "
    lines = [f"{off}{path:<36} {owners}" for path, owners in _rules(sorted(opd), teams, tops)]
    head = _HEAD if teams.organisasi else _HEAD + _UNSET
    return "\n".join([head, *lines, ""])


def _rules(opd: list[str], teams: Teams, tops: Collection[str]) -> Iterator[tuple[str, str]]:
    def team(name: str) -> str:
        return f"@{teams.organisasi or _UNKNOWN}/{name}"

    utama = team(teams.ppid_utama)
    yield "*", utama
    for path in _CODE:
        if path.strip("/") in tops or path == _OURS:
            yield path, f"{team(teams.pengelola)} {utama}"
    for folder in opd:
        yield f"/data/opd/{folder}/", f"{team(teams.kelompok.get(folder, folder))} {utama}"
    if opd:
        yield "/data/opd/*/profil.yml", utama
