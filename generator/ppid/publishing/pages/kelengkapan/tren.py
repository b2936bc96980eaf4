"""Figures from year to year, and those that were kept every quarter."""

from collections.abc import Iterator

from ppid.assessing.findings import worded
from ppid.assessing.model import YearReport
from ppid.assessing.snapshot import trend
from ppid.core.corpus import Corpus
from ppid.core.page import Cell, Figure, Section, Table
from ppid.kinds.wording import format_tanggal
from ppid.publishing.charts import Chart, Series, draw
from ppid.publishing.pages.kelengkapan.words import figure, tagged


def met(years: tuple[YearReport, ...]) -> Section:
    """Show what share was met, by category and year."""
    names = dict.fromkeys(c.nama for year in years for c in year.obligations.categories)
    shares = [{c.nama: score for c, score in year.categories} for year in years]
    rows = [
        (Cell(name), *(figure(s[name].nilai) if name in s else _apart() for s in shares))
        for name in names
    ]
    rows.append((Cell("Seluruh kewajiban"), *(figure(year.score.nilai) for year in years)))
    columns = ("Kategori", *(str(year.tahun) for year in years))
    contoh = any(year.contoh for year in years)
    caption = "Bagian kewajiban yang terpenuhi, dalam persen, dari tahun ke tahun"
    table = Table(tagged(caption, contoh=contoh), columns, rows)
    laws = dict.fromkeys(year.obligations.kumpulan.peraturan for year in years)
    told = (
        "Setiap tahun dinilai dengan peraturan yang berlaku pada 31 Desember tahun itu "
        f"({', '.join(laws)}). Angka dari peraturan yang berbeda tidak dapat dibandingkan."
    )
    said = worded("Angka di bawah ini dihitung dari daftar yang tercatat.", contoh=contoh)
    return Section(
        "Yang terpenuhi dari tahun ke tahun",
        (told, said),
        figure=_trend_chart(years, contoh=contoh),
        table=table,
        anchor="tren",
    )


def _trend_chart(years: tuple[YearReport, ...], *, contoh: bool) -> Figure:
    values = tuple(None if y.score.nilai is None else float(y.score.nilai) for y in years)
    return draw(
        Chart(
            name="tren",
            title=tagged("Bagian seluruh kewajiban yang terpenuhi", contoh=contoh),
            description="Dalam persen, satu batang untuk setiap tahun. Angkanya ada dalam tabel.",
            categories=tuple(str(year.tahun) for year in years),
            series=(Series("Persen", values),),
            marks=(0, 25, 50, 75, 100),
        )
    )


def _apart() -> Cell:
    return Cell("tidak dinilai", number=True)


def snapshots(corpus: Corpus) -> Iterator[Section]:
    """Show the snapshots on file."""
    points = trend(corpus)
    if not points:
        return
    rows = [
        (
            Cell(f"{point.triwulan[0].upper()}{point.triwulan[1:]}"),
            Cell(format_tanggal(point.tanggal)),
            Cell(str(point.tahun)),
            Cell("contoh" if point.contoh else "resmi"),
            figure(point.nilai),
        )
        for point in reversed(points)
    ]
    columns = ("Triwulan", "Disimpan", "Tahun yang dinilai", "Data", "Nilai")
    table = Table(f"{len(rows)} potret triwulan", columns, rows)
    told = (
        "Angka disimpan setiap triwulan, agar perubahan sesudahnya dapat dibandingkan.",
        "Potret dapat berbeda dari tabel di atas: kewajiban tahunan baru diminta sesudah batasnya.",
    )
    yield Section("Potret triwulan", told, table=table, anchor="potret")
