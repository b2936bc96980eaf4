"""How lists and reports came in, year by year."""

from ppid.assessing.findings import worded
from ppid.assessing.handing_in import Counts, Jenis, Penyampaian, count_handed_in
from ppid.assessing.model import YearReport
from ppid.core.corpus import Corpus
from ppid.core.page import Cell, Figure, Section, Table
from ppid.kinds.wording import format_bulat, number
from ppid.publishing.charts import Chart, Series, draw
from ppid.publishing.pages.kelengkapan.words import tagged, year_link

_LISTS = (Jenis.DIP, Jenis.DIK)
_DRAWN = (
    ("Tepat waktu", (Penyampaian.TEPAT,)),
    ("Nihil", (Penyampaian.NIHIL,)),
    ("Lewat batas", (Penyampaian.LEWAT,)),
    ("Belum ada, atau tanggalnya belum diketahui", (Penyampaian.BELUM, Penyampaian.TANPA_TANGGAL)),
)


def handed_in(years: tuple[YearReport, ...], corpus: Corpus) -> Section:
    """Show how many came in on time, late, as a statement of nothing, or not yet."""
    counted = {year.tahun: count_handed_in(year.tahun, corpus) for year in reversed(years)}
    rows = [
        (
            Cell(str(tahun), year_link(tahun).url),
            Cell(jenis),
            *(number(counts[jenis][state]) for state in Penyampaian),
        )
        for tahun, counts in counted.items()
        for jenis in Jenis
    ]
    columns = ("Tahun", "Daftar", *(state.value.capitalize() for state in Penyampaian))
    caption = f"Penyampaian daftar dan laporan dalam {format_bulat(len(years))} tahun"
    contoh = any(year.contoh for year in years)
    limits = "Batas penyampaian ditetapkan Badan Publik sendiri dan tercatat di data/badan.yml"
    told = worded(
        "Yang belum ada berarti belum tercatat di sini; daftarnya mungkin sudah disusun.",
        contoh=contoh,
    )
    return Section(
        "Penyampaian daftar",
        (f"{limits}{' (contoh)' if contoh else ''}.", told),
        figure=_hand_in_chart(counted, contoh=contoh),
        table=Table(tagged(caption, contoh=contoh), columns, rows),
        anchor="penyampaian",
    )


def _hand_in_chart(counted: dict[int, Counts], *, contoh: bool) -> Figure:
    lists = [(t, jenis, counts) for t, counts in counted.items() for jenis in _LISTS]
    series = tuple(
        Series(label, tuple(float(sum(c[jenis][s] for s in states)) for _, jenis, c in lists))
        for label, states in _DRAWN
    )
    return draw(
        Chart(
            name="penyampaian",
            title=tagged("Bagaimana DIP dan DIK disampaikan", contoh=contoh),
            description="Jumlah perangkat daerah. Angkanya ada dalam tabel.",
            categories=tuple(f"{jenis} {tahun}" for tahun, jenis, _ in lists),
            series=series,
        )
    )
