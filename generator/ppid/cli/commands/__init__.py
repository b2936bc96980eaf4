"""The commands, one module for each group of users; a module is imported for its own commands."""

from collections.abc import Iterator, Mapping
from gettext import gettext
from importlib import import_module
from typing import Any, Final

import click

from ppid.cli.options import Command, CommandGroup

TOLD: Final[Mapping[str, Mapping[str, str]]] = {
    "assessors": {
        "kertas-kerja": "Membuat kertas kerja Excel bagi setiap pemantau yang ditugaskan.",
        "kertas-sanggahan": "Membuat lembar Excel untuk menulis banyak sanggahan sekaligus.",
        "terima-kertas": "Menerima kertas kerja pemantau dan lembar sanggahan yang sudah diisi.",
    },
    "adopt": {
        "mulai": "Membuat repositori situs PPID untuk sebuah badan publik.",
        "naikkan": "Membawa data ke bentuk yang dipakai versi program ini.",
        "peladen": "Menulis setelan peladen yang cocok dengan situs yang sudah dibangun.",
        "periksa-situs": "Memeriksa situs yang sudah dibangun, seperti pengunjung menemukannya.",
        "salinan": "Membuat satu arsip zip dari situs yang sudah dibangun.",
        "taruh": "Menaruh situs yang sudah dibangun di tempat terbitnya, sekaligus.",
    },
    "daily": {
        "bangun": "Membangun situs ke sebuah folder.",
        "baru": "Membuat berkas baru yang tinggal diisi.",
        "jelaskan": "Menjelaskan satu aturan, misalnya: ppid jelaskan DIK-004.",
        "periksa": "Memeriksa data.",
        "sajikan": "Menampilkan situs di komputer sendiri.",
    },
    "intake": {
        "impor": "Memasukkan daftar dari Excel, LibreOffice, Word, atau CSV.",
    },
    "jobs": {
        "kiriman": "Menyebut buku kerja yang menunggu diolah, satu per baris, dipisah tab.",
        "komentar": "Menyiapkan komentar dari laporan yang dibuat tanpa hak.",
        "permintaan": "Menyebut nomor permintaan penggabungan yang ujungnya commit itu.",
        "terapkan": "Memasukkan daftar buatan pekerjaan lain.",
        "terima": "Membaca formulir “Serahkan daftar” dari berkas peristiwa GitHub.",
    },
    "lists": {
        "gerbang": "Memeriksa berkas sebelum diserahkan, atau situs sebelum diterbitkan.",
        "rapikan": "Menulis berkas data dalam bentuk baku tanpa mengubah artinya.",
        "surat": "Membuat surat resmi (Word) dari sebuah daftar, atau register dan surat layanan.",
        "templat": "Membuat templat Excel untuk mengisi DIK atau DIP.",
    },
    "monitor": {
        "bukti": "Mengumpulkan bukti kelengkapan setahun dalam satu berkas zip.",
        "kelengkapan": "Menilai kewajiban pengumuman tiap perangkat daerah.",
        "potret": "Menyimpan angka kelengkapan triwulan ini di data/potret/.",
        "verifikasi": "Memeriksa apakah salinan situs masih sama dengan manifesnya.",
    },
    "repository": {
        "pemilik": "Menulis .github/CODEOWNERS dari folder data/opd/.",
        "pratinjau": "Membuat pratinjau halaman yang berubah oleh sebuah usul.",
        "tautan": "Mengumpulkan alamat dalam data, atau melaporkan hasil pemeriksaannya.",
        "tinjau": "Membandingkan data di folder ini dengan cabang dasarnya.",
    },
}
"""Name of a module -> its commands, each with the first sentence of its help.

They stand here so that `ppid --help` imports no module; a test holds both together.
"""
_MODULE_OF: Final = {name: module for module, said in TOLD.items() for name in said}


class _OnDemand(Mapping[str, Command]):
    """All commands by name; each is imported when it is asked for."""

    def __getitem__(self, name: str) -> Command:
        module = import_module(f"{__name__}.{_MODULE_OF[name]}")
        found: Command = getattr(module, name.replace("-", "_"))
        return found

    def __contains__(self, name: object) -> bool:
        return name in _MODULE_OF

    def __iter__(self) -> Iterator[str]:
        return iter(_MODULE_OF)

    def __len__(self) -> int:
        return len(_MODULE_OF)


class CommandsOnDemand(CommandGroup):
    """The group of all commands: what nobody asks for is not imported."""

    def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 — as click has them
        super().__init__(*arguments, **named)
        self.commands = _OnDemand()  # type: ignore[assignment]  # click would add to it, we do not

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write every command with its sentence."""
        limit = formatter.width - 6 - max(map(len, _MODULE_OF))  # as click has it
        rows = [
            (name, click.Command(name, help=sentence).get_short_help_str(limit))
            for said in TOLD.values()
            for name, sentence in said.items()
        ]
        with formatter.section(gettext("Commands")):
            formatter.write_dl(sorted(rows))
