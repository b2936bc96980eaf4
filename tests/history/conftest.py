"""A small project in a real git repository, whose commits a test writes one by one."""

import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from ppid.checking.check import load_and_check
from ppid.core.corpus import Corpus
from ppid.history.model import Past
from ppid.history.read import read_past

HEAD = (
    "kode,informasi,cakupan,bagian,dasar_hukum,konsekuensi_dibuka,konsekuensi_ditutup,"
    "jangka_waktu,mulai,penguasa,penanggung_jawab,catatan"
)
DIK = "data/opd/dinkes/dik/2021.csv"
TODAY = date(2025, 12, 31)


def dik_row(kode: str, informasi: str, jangka_waktu: str = "3 tahun") -> str:
    ground = "UU 14/2008 Pasal 17 huruf h angka 2"
    return (
        f"{kode},{informasi},seluruh,,{ground},Akibat satu,Akibat dua,{jangka_waktu},"
        "2021-01-04,Bidang,Kepala,"
    )


def table(*rows: str, head: str = HEAD) -> str:
    return "\n".join((head, *rows, ""))


@dataclass(frozen=True)
class Project:
    """A folder with a repository; every commit is one day after the one before it."""

    folder: Path

    def git(self, *arguments: str, day: str = "2025-03-01T09:00:00+07:00") -> str:
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        who = {"NAME": "Seseorang", "EMAIL": "seseorang@contoh.example", "DATE": day}
        fixed = {f"GIT_{r}_{n}": v for r in ("AUTHOR", "COMMITTER") for n, v in who.items()}
        command = ["git", "-c", "commit.gpgsign=false", "-c", "core.autocrlf=false", *arguments]
        ended = subprocess.run(
            command,
            cwd=self.folder,
            env={**kept, **fixed, "GIT_CONFIG_NOSYSTEM": "1"},
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        return ended.stdout.strip()

    def commit(
        self, message: str = "Ubah data", *, day: str = "2025-03-01", **files: str | None
    ) -> str:
        """Write files (None removes one; “__” stands for “/”, “_dot_” for “.”), then commit."""
        for name, text in files.items():
            self.write(name.replace("__", "/").replace("_dot_", "."), text)
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message, day=f"{day}T09:00:00+07:00")
        return self.git("rev-parse", "HEAD")

    def write(self, path: str, text: str | None) -> None:
        target = self.folder / path
        if text is None:
            target.unlink()
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode())

    def list(self, *rows: str, message: str = "Ubah data", day: str = "2025-03-01") -> str:
        """Write the rows of the one DIK, and commit it."""
        self.write(DIK, table(*rows))
        return self.commit(message, day=day)

    def corpus(self, today: date = TODAY) -> Corpus:
        return load_and_check(self.folder, today).corpus

    def past(self, today: date = TODAY) -> Past:
        return read_past(self.folder, self.corpus(today))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project(tmp_path / "proyek")
    made.folder.mkdir()
    made.git("init", "-q", "-b", "main")
    made.write("mkdocs.yml", "site_name: Kota Kecil\n")
    made.write("data/opd/dinkes/dik/2021.yml", "disampaikan: 2021-02-01\n")
    return made


Told = Callable[[Past], list[tuple[str, str, str, str]]]
