"""Letters written out for a page, and to whom they go; what only the sender knows is left open.

There is one request and one objection for the whole site, about an item or still about nothing:
their text is made here once, for the pages, the mail, the search and for copying. What they ask of
the sender follows PerKI 1/2021 Pasal 29 ayat (5) and Pasal 30 ayat (1) for a request and Pasal 42
ayat (1) for an objection. An objection to a finding goes by any channel.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources
from string import Formatter
from urllib.parse import quote

from ppid.assessing.model import OpdReport
from ppid.core.corpus import Corpus
from ppid.kinds.badan import Badan
from ppid.kinds.daftar import Daftar
from ppid.kinds.opd import ProfilOpd
from ppid.publishing.page_parts import doubt

_TEXTS = resources.files(__package__) / "naskah"
REQUEST, OBJECTION, FINDING = (
    (_TEXTS / f"{name}.txt").read_text("utf-8") for name in ("permintaan", "keberatan", "sanggahan")
)
ASKED = "[tulis sejelas mungkin: nama dokumen, isinya, dan tahunnya]"
HOLDER = "[bila Anda tahu]"
"""What stands for the thing asked for, and for who holds it, in a letter about nothing yet."""
OPEN_CODE = "[kode kewajiban]"
"""What stands for the code until a finding is chosen; the script of the site puts it in."""
OPEN_ADDRESS = "[salin dari bilah alamat peramban]"
"""What stands for the address of a page where nobody knows where the site is published.

The scripts of the site put these in when they know better.
"""
_ITEM = """Informasi: {informasi}
Kode: {kode}
Daftar: {daftar}, {opd}
Penguasa informasi: {penguasa}
Alamat halaman: {alamat}"""
_OPENING = "Saya meminta salinan informasi publik berikut."
_GROUNDS = (
    "[pilih satu atau lebih: permintaan ditolak dengan alasan pengecualian; informasi berkala "
    "tidak disediakan; permintaan tidak ditanggapi; ditanggapi tidak sebagaimana diminta; tidak "
    "dipenuhi; biaya tidak wajar; disampaikan melebihi waktu]"
)
_REFUSED = (
    "permintaan saya ditolak dengan alasan pengecualian (UU 14/2008 Pasal 35 ayat (1) huruf a). "
    "[jelaskan mengapa informasi itu dapat dibuka]"
)


# ---- to whom


@dataclass(frozen=True, slots=True)
class Recipient:
    """An officer; `surel` is empty when there is none, or when nobody must be written to.

    `melalui` is who takes a letter in for an officer whose own address is not known, and `alamat`
    where it is handed over. `ragu` says why the mail must be confirmed first, `alamat_ragu` the
    same of the address; both are empty where nothing speaks against them.
    """

    nama: str
    surel: str
    alamat: str = ""
    melalui: str = ""
    ragu: str = ""
    alamat_ragu: str = ""

    @property
    def sebutan(self) -> str:
        """Who is written to, in a sentence."""
        return f"{self.nama}, melalui {self.melalui}" if self.melalui else self.nama

    @property
    def kepala(self) -> str:
        """The first lines of a letter: who, through whom, and where."""
        through = f"melalui {self.melalui}" if self.melalui else ""
        where = f"{self.alamat} [{self.alamat_ragu}]" if self.alamat_ragu else self.alamat
        return "\n".join(_line(each) for each in (self.nama, through, where) if each)


@dataclass(frozen=True, slots=True)
class Recipients:
    """Who answers a request for the items of a list, and who answers an objection."""

    permintaan: Recipient
    keberatan: Recipient
    contoh: bool
    """A demonstration: letters are shown, and sent to nobody."""


def recipients_of(daftar: Daftar, corpus: Corpus) -> Recipients:
    """Find who answers today; a request goes straight to an OPD that serves by itself."""
    badan = corpus.get(Badan)
    contoh = daftar.contoh or (badan is not None and badan.contoh)
    profil, superior = corpus.get(ProfilOpd, daftar.id.opd), superior_of_ppid(corpus)
    asked = asked_of(profil, corpus) if profil else ppid_utama(corpus)
    if not superior.surel:
        superior = replace(superior, surel=asked.surel, ragu=asked.ragu)
    if contoh:
        asked, superior = to_nobody(asked), to_nobody(superior)
    return Recipients(asked, superior, contoh)


def to_nobody(recipient: Recipient) -> Recipient:
    """Return an officer as a demonstration names one: without a mail."""
    return replace(recipient, surel="", ragu="")


def superior_of_ppid(corpus: Corpus) -> Recipient:
    """Return the superior of the PPID, to whom objections go, under the address of the PPID."""
    badan = corpus.get(Badan)
    if badan is None:
        return Recipient("Atasan PPID", "")
    officer = f" ({badan.atasan_ppid.jabatan})" if badan.atasan_ppid else ""
    return _at(badan, f"Atasan PPID {badan.nama}{officer}", corpus)


def ppid_utama(corpus: Corpus) -> Recipient:
    """Return the officer who is PPID Utama today."""
    badan = corpus.get(Badan)
    if badan is None:
        return Recipient("PPID Utama", "")
    masa = badan.ppid_utama_pada(corpus.today)
    officer = f" ({masa.jabatan})" if masa else ""
    return _at(badan, f"PPID Utama {badan.nama}{officer}", corpus)


def asked_of(profil: ProfilOpd, corpus: Corpus) -> Recipient:
    """Return who is asked for what an OPD holds: its own officer, or else PPID Utama."""
    return ppid_pelaksana(profil, corpus) or ppid_utama(corpus)


def ppid_pelaksana(profil: ProfilOpd, corpus: Corpus) -> Recipient | None:
    """Return the officer of an OPD that serves requests itself and still exists.

    Where neither an address nor a mail of the OPD is known, a letter goes through PPID Utama.
    """
    if not profil.layanan_langsung or not profil.masih_aktif(corpus.today):
        return None
    badan = corpus.get(Badan)
    names = badan.sebutan_ppid_pelaksana if badan else ()
    valid = [name for name in names if name.mulai <= corpus.today]
    title = max(valid, key=lambda name: name.mulai).sebutan if valid else "PPID Pelaksana"
    officer = f" ({profil.ppid_pelaksana.jabatan})" if profil.ppid_pelaksana else ""
    name = f"{title} {profil.nama}{officer}"
    own, utama = _at(profil, name, corpus), ppid_utama(corpus)
    if own.surel:
        return own
    if own.alamat:
        return replace(own, surel=utama.surel, ragu=utama.ragu)
    through = f"PPID Utama {badan.nama}" if badan else "PPID Utama"
    return replace(utama, nama=name, melalui=through)


def _at(office: Badan | ProfilOpd, name: str, corpus: Corpus) -> Recipient:
    """Return an officer of an office, with the ways there and what is in doubt about them."""
    return Recipient(
        name,
        office.surel,
        alamat=office.alamat,
        ragu=doubt(office.surel, office, corpus),
        alamat_ragu=doubt(office.alamat, office, corpus),
    )


# ---- about an item


@dataclass(frozen=True, slots=True)
class LetterSubject:
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

    def text(self, address: str = "") -> str:
        """Return the letter as it is copied; `address` is that of its page, if it has one."""
        return self.template.format(alamat=address or OPEN_ADDRESS, **self.values)

    def mailto(self, address: str = "") -> str:
        """Return the address that opens a mail with the letter in it (RFC 6068).

        The words of the template and what a list has in common are encoded once for all letters.
        """
        values = {"": "", "alamat": address or OPEN_ADDRESS, **self.values}
        pieces = (part for text, name in _parsed(self.template) for part in (text, values[name]))
        to = quote(self.recipient.surel, safe="@")
        return f"mailto:{to}?subject={_encoded(self.subject)}&body={''.join(map(_encoded, pieces))}"


_REQUEST_FOR_ITEM, _OBJECTION_FOR_ITEM = (
    template.replace("{rincian}", _ITEM) for template in (REQUEST, OBJECTION)
)


def request(
    recipient: Recipient, subject: LetterSubject, opening: str = _OPENING, ending: str = ""
) -> Letter:
    """Write a request for an item; `ending` is what is asked beside the information itself."""
    about = f"Permintaan informasi publik, {_line(subject.kode)}"
    more = {"pembuka": opening, "penutup": f"{ending}\n" if ending else ""}
    return _write(_REQUEST_FOR_ITEM, recipient, about, _fields(subject) | more)


def objection(recipient: Recipient, subject: LetterSubject) -> Letter:
    """Write an objection against a refusal of an item."""
    about = f"Keberatan atas penolakan permintaan informasi, {_line(subject.kode)}"
    return _write(_OBJECTION_FOR_ITEM, recipient, about, {**_fields(subject), "alasan": _REFUSED})


def open_request(recipient: Recipient, holder: str = HOLDER) -> Letter:
    """Write the request in which the sender also says what is asked for, and of whom."""
    more = {"pembuka": _OPENING, "penutup": "", "rincian": _open(_line(holder))}
    return _write(REQUEST, recipient, "Permintaan informasi publik", more)


def open_objection(recipient: Recipient) -> Letter:
    """Write the objection in which the sender also says against what, and on which ground."""
    more = {"alasan": _GROUNDS, "rincian": _open(HOLDER)}
    return _write(OBJECTION, recipient, "Keberatan atas permintaan informasi publik", more)


def _open(holder: str) -> str:
    return f"Informasi: {ASKED}\nPerangkat daerah: {holder}"


def _fields(subject: LetterSubject) -> dict[str, str]:
    return {name: _line(getattr(subject, name)) for name in LetterSubject.__slots__}


def _write(template: str, recipient: Recipient, about: str, more: Mapping[str, str]) -> Letter:
    values = {"kepada": recipient.kepala, "perihal": about, **more}
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


# ---- about a finding


def objection_to_findings(report: OpdReport, corpus: Corpus) -> Letter:
    """Write the objection to findings of one OPD and year; which finding, the sender chooses."""
    recipient = ppid_utama(corpus)
    values = {
        "kepada": recipient.kepala,
        "tahun": str(report.tahun),
        "opd": report.opd,
        "nama": _line(report.profil.nama),
        "kode": OPEN_CODE,
    }
    about = f"Sanggahan atas penilaian kelengkapan {report.tahun}"
    return Letter(recipient, about, FINDING, values)
