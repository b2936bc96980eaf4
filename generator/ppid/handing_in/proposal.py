"""Files that a job without rights made: which of them may enter the repository, and as what."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import yaml

from ppid.core.kind import OPD_FOLDER
from ppid.diagnostics.inert import brief
from ppid.handing_in.intake.list_files import ListFiles
from ppid.handing_in.issue_form import Submission
from ppid.reading.files.decode import decode
from ppid.reading.files.yaml_file import read_yaml

LARGEST = 2 * 1024 * 1024
MOST = 200
"""Bytes of a file and number of files; far beyond what a list or a year of all OPDs takes."""

_LIST = re.compile(
    rf"data/opd/(?P<opd>{OPD_FOLDER})/(?P<jenis>dik|dip)/(?P<tahun>20\d\d)\.(?:csv|yml)",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """The files that may enter, and every reason against the others, as sentences.

    `foreign` tells that something is no list at all: whoever made that is not to be trusted with
    the rest either.
    """

    files: Mapping[str, bytes]
    refused: tuple[str, ...]
    foreign: bool = False

    @property
    def lists(self) -> frozenset[tuple[str, str, int]]:
        """Name the lists that are proposed: OPD, kind and year."""
        found = (_LIST.fullmatch(path) for path in self.files)
        return frozenset((m["opd"], m["jenis"], int(m["tahun"])) for m in found if m)

    @property
    def emptied(self) -> frozenset[str]:
        """Name the files of rows that go, because their list is declared to hold nothing."""
        return frozenset(
            rows
            for path, content in self.files.items()
            if path.endswith(".yml") and (rows := f"{path.removesuffix('.yml')}.csv")
            if rows not in self.files and _declares_nil(path, content)
        )


def _declares_nil(path: str, content: bytes) -> bool:
    source, _ = decode(path, content)
    file = read_yaml(source)[0] if source else None
    return file is not None and isinstance(file.data, dict) and bool(file.data.get("nihil"))


def examine(files: Mapping[str, bytes], known: Collection[str]) -> Proposal:
    """Let pass what is a list of a known OPD, as text of a bearable size; refuse all else.

    A list enters as a whole or not at all, and does not stop another one.
    """
    if len(files) > MOST:
        return Proposal({}, (f"Ada {len(files)} berkas; paling banyak {MOST}.",), foreign=True)
    reasons = {path: _reason(path, content, known) for path, content in files.items()}
    for path, content in files.items():
        rows = f"{path.removesuffix('.yml')}.csv"
        if path != rows and not reasons[path] and rows in files and _declares_nil(path, content):
            reasons[path] = "menyatakan nihil, padahal barisnya ikut diserahkan"
    faulty = {path.rpartition(".")[0] for path, why in reasons.items() if why}
    return Proposal(
        {path: files[path] for path in sorted(files) if path.rpartition(".")[0] not in faulty},
        tuple(f"“{brief(p, 200)}” {why}." for p, why in sorted(reasons.items()) if why),
        foreign=any(_LIST.fullmatch(path) is None for path in files),
    )


def _reason(path: str, content: bytes, known: Collection[str]) -> str:
    place = _LIST.fullmatch(path)
    if place is None:
        return "bukan berkas daftar"
    if place["opd"] not in known:
        return "milik perangkat daerah yang tidak dikenal"
    if len(content) > LARGEST:
        return "lebih besar dari 2 MB"
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return "bukan teks UTF-8"
    return "memuat tanda kendali" if "\0" in text else ""


def statement_of_nil(submission: Submission) -> ListFiles:
    """Return the list that says there is nothing to exclude; it has no rows."""
    said = {
        "pernyataan": f"Tidak ada informasi yang dikecualikan pada tahun {submission.tahun}.",
        "pejabat": submission.pejabat,
        "tanggal": submission.tanggal,
    }
    content = {"nihil": said, "sumber": "Pernyataan yang diserahkan melalui formulir"}
    dumped = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=100)
    # The day is written as text everywhere; without quotes it reads as the other files do.
    about = dumped.replace(f"'{submission.tanggal}'", submission.tanggal)
    return ListFiles(f"data/opd/{submission.opd}/dik/{submission.tahun}", "", about)
