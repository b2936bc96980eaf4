"""The channels with their validity: those of today first, then those that have ended."""

from collections.abc import Sequence

from ppid.core.corpus import Corpus
from ppid.core.page import Body, Cell, Page, Section, Table
from ppid.kinds.badan import Badan
from ppid.kinds.fields import Kanal
from ppid.kinds.wording import JENIS_KANAL, format_tanggal
from ppid.publishing.pages.layanan.alamat import CRUMBS, KANAL

_ENDED = (
    "Nomor dan alamat ini pernah disebut sebagai kanal, dan masih beredar di berita lama. "
    "Tidak tercantum lagi bukan berarti nomornya tidak melayani."
)
_COLUMNS = ("Kanal", "Jenis", "Alamat", "Untuk", "Masa berlaku")


def page(corpus: Corpus) -> Page:
    """Return the page of channels."""
    valid, known = valid_today(corpus), _known(corpus)
    ended = [kanal for kanal in known if kanal.sampai and kanal.sampai < corpus.today]
    coming = [kanal for kanal in known if kanal.mulai and kanal.mulai > corpus.today]
    today = format_tanggal(corpus.today)
    lead = f"{len(valid)} kanal berlaku pada {today}."
    sections = [Section("Berlaku hari ini", table=table_of(valid, sources=True), anchor="berlaku")]
    if coming:
        table = table_of(coming, sources=True)
        sections.append(Section("Akan datang", table=table, anchor="akan-datang"))
    if ended:
        words = (_ENDED,)
        table = table_of(ended, sources=True, linked=False)
        sections.append(Section("Kanal lama", words, table=table, anchor="lama"))
    return Page(
        url=KANAL.url,
        title="Kanal layanan",
        description=f"{lead} Kanal lama disebut terpisah.",
        section="layanan",
        template="jenis/rincian.html",
        context=Body(lead, sections=tuple(sections)),
        crumbs=CRUMBS,
        name=KANAL.label,
        sources=tuple(badan.path for badan in corpus.of(Badan)),
    )


def valid_today(corpus: Corpus) -> list[Kanal]:
    """Return the channels of today in the order of the data, without the emergency number."""
    return [kanal for kanal in _known(corpus) if kanal.masih_berlaku(corpus.today)]


def _known(corpus: Corpus) -> Sequence[Kanal]:
    badan = next(iter(corpus.of(Badan)), None)
    return badan.kanal if badan else ()


def table_of(found: Sequence[Kanal], *, sources: bool = False, linked: bool = True) -> Table:
    """Show channels as a table; nobody is led to one that has ended."""
    rows = [_row(kanal, link_of(kanal) if linked else "", sources=sources) for kanal in found]
    columns = (*_COLUMNS, "Sumber") if sources else _COLUMNS
    return Table(f"{len(rows)} kanal", columns, rows, "Belum ada kanal yang tercatat.")


def _row(kanal: Kanal, url: str, *, sources: bool) -> tuple[Cell, ...]:
    cells = (
        Cell(kanal.nama),
        Cell(JENIS_KANAL[kanal.jenis]),
        Cell(kanal.alamat, url),
        Cell(kanal.untuk),
        Cell(_validity(kanal)),
    )
    return (*cells, Cell(kanal.sumber)) if sources else cells


def link_of(kanal: Kanal) -> str:
    """Return the address that a touch opens; empty when there is none."""
    if kanal.jenis == "telepon":
        return "tel:" + "".join(sign for sign in kanal.alamat if sign.isdecimal() or sign == "+")
    if kanal.jenis == "surel":
        return f"mailto:{kanal.alamat}"
    return kanal.alamat if kanal.alamat.startswith("https://") else ""


def _validity(kanal: Kanal) -> str:
    """Say since when and until when; in the words of the data where no day is known for sure."""
    if kanal.masa:
        now = f". Kanal sekarang: {kanal.diganti_oleh}" if kanal.diganti_oleh else ""
        return f"{kanal.masa}{now}"
    since = f"sejak {format_tanggal(kanal.mulai)}" if kanal.mulai else ""
    until = f"sampai {format_tanggal(kanal.sampai)}" if kanal.sampai else ""
    successor = f"diganti {kanal.diganti_oleh}" if kanal.diganti_oleh else ""
    return ", ".join(filter(None, (since, until, successor))) or "tidak disebutkan batasnya"
