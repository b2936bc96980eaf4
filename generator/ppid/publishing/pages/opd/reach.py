"""How to reach an OPD: what is valid today, what has ended, and where to ask."""

from ppid.core.corpus import Corpus
from ppid.core.page import Cell, Fact, Link, Section
from ppid.kinds.fields import Kanal
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.wording import JENIS_KANAL, format_tanggal

UNKNOWN = "Alamat dan nomor kontaknya belum diketahui. Pertanyaan dapat disampaikan ke PPID Utama."
CHANNELS = Link("Telepon, surel, dan meja layanan PPID Utama", "layanan/kanal/")


def reach(profil: ProfilOpd, corpus: Corpus) -> Section:
    """Return the section of contacts."""
    ended = channels(profil, corpus, open_today=False)
    facts = [
        Fact(label, cells)
        for label, cells in (
            ("Alamat", (Cell(profil.alamat),) if profil.alamat else ()),
            ("Telepon", tuple(map(Cell, profil.telepon))),
            ("Surel", (Cell(profil.surel, f"mailto:{profil.surel}"),) if profil.surel else ()),
            ("Situs", (Cell(profil.situs, profil.situs),) if profil.situs else ()),
            ("Jam layanan", tuple(map(Cell, profil.jadwal))),
            ("Kanal", tuple(map(channel_cell, channels(profil, corpus, open_today=True)))),
            ("Kanal yang tidak dipakai lagi", tuple(map(channel_cell, ended))),
        )
        if cells
    ]
    ask = Link(f"Minta informasi ke {profil.singkatan}", "layanan/")
    name = f"Hubungi PPID {profil.singkatan}"
    if facts:
        return Section(name, (), tuple(facts), links=(ask,), anchor="kontak")
    return Section(name, (UNKNOWN,), links=(CHANNELS, ask), anchor="kontak")


def channels(profil: ProfilOpd, corpus: Corpus, *, open_today: bool) -> list[Kanal]:
    """Return the channels that can be used today, or those that cannot."""
    return [kanal for kanal in profil.kanal if kanal.masih_berlaku(corpus.today) is open_today]


def channel_cell(kanal: Kanal) -> Cell:
    """Show a channel with its address and, when it has ended, its last day."""
    url = kanal.alamat if kanal.alamat.startswith("https://") else ""
    until = f", sampai {format_tanggal(kanal.sampai)}" if kanal.sampai else ""
    return Cell(f"{JENIS_KANAL[kanal.jenis]}: {kanal.nama}, {kanal.alamat}{until}", url)
