"""An excluded row in sentences: on which ground it is withheld, how much, until when, and then."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from ppid.core.corpus import Corpus
from ppid.core.page import Fact, Quote
from ppid.kinds.acuan.alasan import Alasan
from ppid.kinds.acuan.peraturan import Peraturan
from ppid.kinds.dik.model import InformasiDikecualikan, Periode, dasar_of, periode_of
from ppid.publishing.items.history import Notice
from ppid.publishing.page_parts import PASSAGES, fact, quotes_of
from ppid.publishing.regulations import law_url
from ppid.values.citations import KIP, Citation
from ppid.values.dates import format_tanggal
from ppid.values.terms import Bentuk, JangkaWaktu
from ppid.values.text import joined
from ppid.values.working_days import hari_kerja_before

_ADDRESS = f"{KIP} Pasal 17"
_PERSONAL = frozenset("gh")
_BY_OTHER_ACT = "j"
_MANY = 3
_NOTICE = 30


# ---- the legal basis


@dataclass(frozen=True, slots=True)
class Ground:
    """A letter of Pasal 17 with the numbers that a row names."""

    huruf: str
    label: str
    url: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class OtherLaw:
    """A law that is named beside Pasal 17; what is not on file has no title."""

    rujukan: str
    tentang: str
    keterangan: str
    url: str


@dataclass(frozen=True, eq=False, slots=True)
class LegalBasis:
    """The legal basis of all rows with the same text; one object, so that it is printed once."""

    tertulis: str
    grounds: tuple[Ground, ...]
    others: tuple[OtherLaw, ...]
    because: str
    permanent: bool
    """Whether no ground forbids a term without end (Pasal 20 ayat (1) names a to f)."""

    @property
    def personal(self) -> bool:
        """Whether it protects somebody's privacy, which outlives the term of a list."""
        return any(ground.huruf in _PERSONAL for ground in self.grounds)

    @property
    def lasting(self) -> tuple[str, ...]:
        """The other acts that it names: they do not end with the term of a list."""
        return tuple(law.rujukan for law in self.others if law.rujukan.startswith("UU "))

    @property
    def protects(self) -> bool:
        """Whether something still withholds the content, or a part of it, after the term."""
        secret = any(ground.huruf == _BY_OTHER_ACT for ground in self.grounds)
        return self.personal or secret or bool(self.lasting)


class LegalBases:
    """The legal bases of a corpus by their text; thousands of rows share a few hundred."""

    def __init__(self, corpus: Corpus) -> None:
        """Start with nothing worked out."""
        self._corpus = corpus
        self._known: dict[str, LegalBasis] = {}

    def of(self, row: InformasiDikecualikan) -> LegalBasis:
        """Return what stands behind the legal basis of a row."""
        found = self._known.get(row.dasar_hukum)
        if found is None:
            found = self._known[row.dasar_hukum] = _legal_basis(row, self._corpus)
        return found


def _legal_basis(row: InformasiDikecualikan, corpus: Corpus) -> LegalBasis:
    dasar = dasar_of(row, corpus)
    numbers: dict[str, list[str]] = {}
    alasan_by_letter: dict[str, Alasan] = {}
    for citation, alasan in dasar.alasan:
        if alasan:
            alasan_by_letter[alasan.huruf] = alasan
            numbers.setdefault(alasan.huruf, []).append(citation.angka)
    letters = list(alasan_by_letter.values())
    return LegalBasis(
        tertulis=row.dasar_hukum,
        grounds=tuple(_ground(alasan, numbers[alasan.huruf]) for alasan in letters),
        others=tuple(
            _other(citation, law)
            for citation, law in dasar.peraturan
            if (citation.peraturan, citation.pasal) != (KIP, "17")
        ),
        because=_because(letters),
        permanent=all(alasan.permanen != "tidak" for alasan in letters),
    )


def _because(letters: list[Alasan]) -> str:
    """Say the grounds in plain words, then their letters: “dapat … (UU 14/2008 Pasal 17 …)”.

    More than three are named by their letters alone: a sentence must stay one.
    """
    if not letters:
        return ""
    address = f"{_ADDRESS} {joined([f'huruf {alasan.huruf}' for alasan in letters])}"
    if len(letters) > _MANY:
        return address
    reasons = joined([alasan.sebab or f"alasan {alasan.label.lower()}" for alasan in letters])
    return f"{reasons} ({address})"


def _ground(alasan: Alasan, named: list[str]) -> Ground:
    """Quote a letter with the numbers that were named; an unknown number stays unquoted."""
    known = [angka for angka in alasan.angka if angka.nomor in named]
    address = f"{_ADDRESS} huruf {alasan.huruf}"
    if known:
        address += f" {joined([f'angka {angka.nomor}' for angka in known])}"
    words = "\n".join([alasan.teks, *(f"[…] {a.nomor}. {a.teks}" for a in known)])
    url = f"tentang/alasan-pengecualian/#huruf-{alasan.huruf}"
    return Ground(alasan.huruf, alasan.label, url, Quote(address, words, facts=explained(alasan)))


def explained(alasan: Alasan) -> tuple[Fact, ...]:
    """Say in our words what a ground covers, what it does not, and how long it lasts."""
    term = alasan.aturan_jangka_waktu
    if alasan.dasar_jangka_waktu:
        term = f"{term.removesuffix('.')} ({alasan.dasar_jangka_waktu})."
    parts = {"Cakupannya": alasan.penjelasan, "Batasnya": alasan.batasan, "Lamanya": term}
    return tuple(fact(label, text) for label, text in parts.items() if text)


def _other(citation: Citation, law: Peraturan | None) -> OtherLaw:
    if law is None:
        return OtherLaw(str(citation), "", "", "")
    until = f"berlaku sampai {format_tanggal(law.sampai)}" if law.sampai else ""
    revoked = f"dicabut oleh {law.dicabut_oleh}" if law.dicabut_oleh else ""
    validity = "; ".join(filter(None, (until, revoked)))
    return OtherLaw(str(citation), law.tentang, validity, law_url(law))


# ---- what the law says about the end of an exclusion


_STATED, _STATED_LETTER = "PerKI 1/2021 Pasal 49 ayat (6)", "e"
_STATED_MEANING = "Jangka waktu termasuk isi surat keputusan pengecualian."


@dataclass(frozen=True, slots=True)
class TermLaw:
    """The passages that belong to a term, as far as they are on file."""

    ends: tuple[Quote, ...]
    """The term has an end: what happens then."""
    stated: tuple[Quote, ...]
    """The end is not known: a decision states its term, and what happens at its end."""
    personal: tuple[Quote, ...]
    """The term has ended, but not the right of those whose secrets are in there."""
    not_permanent: tuple[Quote, ...]
    """There is to be no end, although the ground does not allow that."""


def term_law_of(corpus: Corpus) -> TermLaw:
    """Gather the passages of a corpus."""
    ends = quotes_of(PASSAGES["berakhir"], corpus)
    # The opening of a list of letters is quoted with the one letter that speaks of the term.
    address = f"{_STATED} huruf {_STATED_LETTER}"
    stated: tuple[Quote, ...] = ()
    parts = quotes_of((_STATED, address), corpus)
    if len(parts) > 1:
        opening, letter = parts
        words = f"{opening.teks}\n[…] {_STATED_LETTER}. {letter.teks}"
        stated = (Quote(address, words, _STATED_MEANING),)
    return TermLaw(
        ends=ends,
        stated=stated + ends,
        personal=quotes_of(PASSAGES["pribadi"], corpus) + ends,
        not_permanent=quotes_of(PASSAGES["tidak_permanen"], corpus) + ends,
    )


# ---- today's answer


class ExclusionState(Enum):
    """What is said of an item by a shape beside the words."""

    WHOLE = "penuh"
    PART = "paruh"
    ENDED = "hampa"


@dataclass(frozen=True, slots=True)
class StatedExclusion:
    """An excluded row as its page says it; `then` is what follows when the term is over."""

    state: ExclusionState
    answer: str
    period: Periode
    then: tuple[str, ...]
    quotes: tuple[Quote, ...]
    open: bool
    """The term is over, and no later list withholds the item for longer."""
    protected: bool
    """Open as far as the list goes, but privacy or another act still withholds a part."""
    opened: bool
    """Public by a later list, which says where it is."""


def exclusion_of(
    row: InformasiDikecualikan,
    basis: LegalBasis,
    law: TermLaw,
    corpus: Corpus,
    *,
    later: Notice | None = None,
) -> StatedExclusion:
    """Say what a row means today, after what a `later` list says of the item."""
    period = periode_of(row, corpus)
    ended = period.sudah_berakhir(corpus.today)
    opened, renewed = bool(later and later.opened), bool(later and later.followed)
    whole = ExclusionState.PART if row.cakupan == "sebagian" else ExclusionState.WHOLE
    quotes, jangka = law.ends, period.jangka
    if period.berakhir is None and not _event(jangka):
        quotes = law.not_permanent if period.tanpa_akhir and not basis.permanent else law.stated
    answer = _answer(row, period, basis, ended=ended)
    protected = ended and not renewed and not opened and basis.protects
    if protected:
        answer = f"{answer} Isinya belum tentu terbuka."
        quotes = law.personal if basis.personal else quotes
    if later:
        answer = f"Menurut DIK {row.id.tahun}, {answer[:1].lower()}{answer[1:]}"
    return StatedExclusion(
        state=ExclusionState.ENDED if ended or opened else whole,
        answer=answer,
        period=period,
        then=_then(row, period, basis, later, ended=ended),
        quotes=() if opened else quotes,
        open=ended and not renewed and not opened,
        protected=protected,
        opened=opened,
    )


def _answer(row: InformasiDikecualikan, period: Periode, basis: LegalBasis, *, ended: bool) -> str:
    """Say the most important things: whether, how much, until when, on which ground.

    One ground is a part of the sentence; several, or that there is none, follow it.
    """
    much = f"ikecualikan {'sebagian' if row.cakupan == 'sebagian' else 'seluruhnya'}"
    reason, after = "", " Dasar hukumnya tidak disebutkan."
    if basis.because and len(basis.grounds) == 1:
        reason, after = f" karena {basis.because}", ""
    elif basis.because:
        after = f" Alasannya: {basis.because}."
    elif basis.tertulis:
        after = " Alasannya menurut UU 14/2008 Pasal 17 tidak disebutkan."
    if period.berakhir:
        end = format_tanggal(period.berakhir)
        if ended:
            return f"Masa pengecualiannya berakhir pada {end}. Sebelumnya d{much}{reason}.{after}"
        return f"D{much} sampai {end}{reason}{_unless(period.jangka)}.{after}"
    if event := _event(period.jangka):
        return f"D{much}{reason}{',' if reason else ''} {event}.{after}"
    open_end = "Jangka waktunya tidak disebutkan."
    if row.jangka_waktu:
        counted = period.jangka is not None and period.jangka.bentuk is Bentuk.LAMA
        missing = "hari mulainya" if counted else "hari berakhirnya"
        told = f"{missing} tidak disebut dalam daftar"
        open_end = f"Jangka waktunya tertulis “{row.jangka_waktu}”; {told}."
    return f"D{much}{reason}.{after} {open_end}"


def _event(jangka: JangkaWaktu | None) -> str:
    """Say until when, where the words of the term lead to an event, a state or a law."""
    if jangka is None:
        return ""
    if jangka.setelah:
        return f"sampai {jangka}"
    if jangka.bentuk in {Bentuk.SAMPAI_PERISTIWA, Bentuk.SELAMA_KEADAAN}:
        return str(jangka)
    if jangka.bentuk is Bentuk.SESUAI_JRA:
        return f"selama jangka waktu menurut jadwal retensi arsip{_unless(jangka)}"
    if jangka.bentuk is Bentuk.MENURUT_PERATURAN:
        return f"selama jangka waktu menurut {jangka.dasar}{_unless(jangka)}"
    return ""


def _unless(jangka: JangkaWaktu | None) -> str:
    """Say what is added to a term: “, kecuali atas izin Wali Kota”."""
    return f", {jangka.syarat}" if jangka and jangka.syarat else ""


def _then(
    row: InformasiDikecualikan,
    period: Periode,
    basis: LegalBasis,
    later: Notice | None,
    *,
    ended: bool,
) -> tuple[str, ...]:
    """Say what the end of the term means for this row."""
    if later and later.opened:
        return (f"Sekarang tercantum sebagai informasi publik dalam {later.link.label}.",)
    if period.berakhir is None:
        return (_without_day(row, period.jangka),)
    end = format_tanggal(period.berakhir)
    if ended and later and later.followed:
        known = f"{later.link.label} masih mencantumkannya sebagai dikecualikan."
        return (f"Menurut daftar ini masanya berakhir pada {end}. {known}",)
    if ended:
        return (f"Masa yang tercatat berakhir pada {end}.", *_after_end(basis))
    notice = format_tanggal(hari_kerja_before(period.berakhir, _NOTICE))
    rule = "PPID menetapkannya paling lama 30 hari kerja sebelumnya"
    return (
        f"Masanya berakhir pada {end}. Sesudah hari itu informasi ini menjadi Informasi Publik.",
        f"{rule}, yaitu {notice}. Libur nasional dan cuti bersama yang diketahui tidak dihitung.",
    )


def _after_end(basis: LegalBasis) -> Iterator[str]:
    """Say what ended with the term, what still protects the content, and who decides."""
    if basis.personal:
        yield (
            "Yang berakhir adalah masa pengecualian dalam daftar. Hak orang yang rahasianya "
            "termuat tidak ikut berakhir: informasi yang berkaitan dengan hak-hak pribadi tidak "
            "dapat diberikan (UU 14/2008 Pasal 6 ayat (3) huruf c), kecuali, antara lain, bila "
            "orangnya memberi persetujuan tertulis atau pengungkapannya berkaitan dengan posisinya "
            "dalam jabatan publik (UU 14/2008 Pasal 18 ayat (2))."
        )
    if basis.lasting:
        acts = joined(basis.lasting)
        yield f"Undang-undang lain yang dijadikan dasar tidak ikut berakhir: {acts}."
    elif basis.protects and not basis.personal:
        yield "Undang-undang lain yang merahasiakannya tidak ikut berakhir."
    if basis.protects:
        yield (
            "PPID memutuskan bagian mana yang dapat dibuka, dan menghitamkan atau mengaburkan "
            "selebihnya (PerKI 1/2021 Pasal 50 ayat (2))."
        )
    else:
        yield (
            "Tanpa penetapan lain, informasi ini menjadi Informasi Publik pada hari itu (PerKI "
            "1/2021 Pasal 52 ayat (2)). PPID memastikannya saat Anda memintanya."
        )


def _without_day(row: InformasiDikecualikan, jangka: JangkaWaktu | None) -> str:
    ask = "Tanyakan kepada PPID"
    until = f"{ask} sampai kapan pengecualian berlaku."
    if not row.jangka_waktu:
        return f"Daftar ini tidak menyebut jangka waktunya. {until}"
    if jangka and jangka.setelah:
        event = f"Masa itu baru dihitung sesudah peristiwa ini terjadi: {jangka.setelah}."
        return f"{event} {ask} apakah peristiwanya sudah terjadi."
    if jangka and jangka.bentuk is Bentuk.SAMPAI_PERISTIWA:
        event = f"Masa itu berakhir saat peristiwa ini terjadi: {jangka.peristiwa}."
        return f"{event} {ask} apakah peristiwanya sudah terjadi."
    if jangka and jangka.bentuk is Bentuk.SELAMA_KEADAAN:
        state = f"Masa itu berakhir saat keadaan ini tidak ada lagi: {jangka.peristiwa}."
        return f"{state} {ask} apakah keadaannya masih ada."
    if jangka and jangka.bentuk is Bentuk.SESUAI_JRA:
        schedule = "Lamanya mengikuti jadwal retensi arsip"
        return f"{schedule}. {ask} pada hari apa masa itu berakhir."
    if jangka and jangka.bentuk is Bentuk.MENURUT_PERATURAN:
        return f"Lamanya mengikuti {jangka.dasar}. {ask} pada hari apa masa itu berakhir."
    if jangka and jangka.bentuk is Bentuk.LAMA:
        unknown = "Hari mulainya tidak disebut dalam daftar"
        return f"{unknown}, jadi hari berakhirnya belum dapat dihitung. {ask}."
    return f"Dari kata “{row.jangka_waktu}” hari berakhirnya tidak dapat dihitung. {until}"
