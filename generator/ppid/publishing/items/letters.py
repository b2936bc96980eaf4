"""A request and an objection, written out for one item; what only the sender knows is left open.

The text is made here once, for the page, for the mail and for copying. What it asks of the sender
follows PerKI 1/2021 Pasal 30 ayat (1) for a request and Pasal 42 ayat (1) for an objection.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from string import Formatter
from urllib.parse import quote

from ppid.publishing.items.recipients import Recipient

REQUEST = """\
Kepada Yth.
{kepada}

Perihal: {perihal}

{pembuka}

Informasi: {informasi}
Kode: {kode}
Daftar: {daftar}, {opd}
Penguasa informasi: {penguasa}
Alamat halaman: {alamat}

Identitas pemohon
Nama lengkap: [isi]
NIK, atau nomor pengesahan badan hukum: [isi]
Alamat: [isi]
Nomor telepon: [isi]
Surat kuasa khusus: [lampirkan bila dikuasakan]

Tujuan penggunaan: [isi]
Cara memperoleh: [melihat atau mendapatkan salinan]
Cara mengirimkan: [surel, pos, atau diambil sendiri]

Fotokopi KTP, atau akta pendirian badan hukum, terlampir.
{penutup}Saya menunggu pemberitahuan tertulis paling lambat 10 hari kerja \
(UU 14/2008 Pasal 22 ayat (7)).

[tanggal dan nama]
"""
OBJECTION = """\
Kepada Yth.
{kepada}

Perihal: {perihal}

Saya mengajukan keberatan atas penolakan permintaan informasi berikut (UU 14/2008 Pasal 35 \
ayat (1) huruf a).

Nomor pendaftaran permintaan: [isi]
Tanggal penolakan diterima: [isi]
Informasi: {informasi}
Kode: {kode}
Daftar: {daftar}, {opd}
Alamat halaman: {alamat}

Identitas pemohon
Nama lengkap: [isi]
NIK, atau nomor pengesahan badan hukum: [isi]
Alamat: [isi]
Nomor telepon: [isi]
Surat kuasa khusus: [lampirkan bila dikuasakan]

Tujuan penggunaan: [isi]
Alasan keberatan: permintaan saya ditolak dengan alasan pengecualian. [jelaskan mengapa informasi \
itu dapat dibuka]

Saya menunggu tanggapan tertulis paling lambat 30 hari kerja (UU 14/2008 Pasal 36 ayat (2)).

[tanggal, nama, dan tanda tangan]
"""


@dataclass(frozen=True, slots=True)
class Subject:
    """The item that a letter is about, in the words of its list."""

    informasi: str
    kode: str
    daftar: str
    opd: str
    penguasa: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter without the address of its page, which is known only when that is printed."""

    recipient: Recipient
    subject: str
    template: str
    values: Mapping[str, str]

    def text(self, address: str) -> str:
        """Return the letter as it is copied."""
        return self.template.format(alamat=address, **self.values)

    def mailto(self, address: str) -> str:
        """Return the address that opens a mail with the letter in it (RFC 6068).

        The words of the template and what a list has in common are encoded once for all letters.
        """
        values = {"": "", "alamat": address, **self.values}
        pieces = (part for text, name in _parsed(self.template) for part in (text, values[name]))
        to = quote(self.recipient.surel, safe="@")
        return f"mailto:{to}?subject={_encoded(self.subject)}&body={''.join(map(_encoded, pieces))}"


def request(recipient: Recipient, subject: Subject, opening: str, ending: str = "") -> Letter:
    """Write a request; `ending` is what is asked beside the information itself."""
    about = f"Permintaan informasi publik, {_line(subject.kode)}"
    more = {"pembuka": opening, "penutup": f"{ending}\n" if ending else ""}
    return _write(REQUEST, recipient, subject, about, more)


def objection(recipient: Recipient, subject: Subject) -> Letter:
    """Write an objection against a refusal."""
    about = f"Keberatan atas penolakan permintaan informasi, {_line(subject.kode)}"
    return _write(OBJECTION, recipient, subject, about, {})


def _write(
    template: str, recipient: Recipient, subject: Subject, about: str, more: Mapping[str, str]
) -> Letter:
    values = {
        "kepada": _line(recipient.nama),
        "perihal": about,
        "informasi": _line(subject.informasi),
        "kode": _line(subject.kode),
        "daftar": subject.daftar,
        "opd": _line(subject.opd),
        "penguasa": _line(subject.penguasa),
        **more,
    }
    return Letter(recipient, about, template, values)


@lru_cache(maxsize=8)
def _parsed(template: str) -> tuple[tuple[str, str], ...]:
    """Cut a template into words and the names of the values that follow them."""
    return tuple((text, name or "") for text, name, _, _ in Formatter().parse(template))


def _line(text: str) -> str:
    """Put a value on one line: a line break could pass for a line of the letter."""
    return text if text.isprintable() else " ".join(text.split())


@lru_cache(maxsize=4096)
def _encoded(text: str) -> str:
    """Encode for a mail address; what many letters have in common is encoded once."""
    return quote(text.replace("\n", "\r\n"), safe="")
