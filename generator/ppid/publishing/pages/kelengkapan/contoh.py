"""A worked example: the figure of one OPD, computed step by step from its own assessments."""

from collections.abc import Iterator
from fractions import Fraction

from ppid.assessing.findings import report_address
from ppid.assessing.model import Completeness, OpdReport, Score, State
from ppid.assessing.score import Gains
from ppid.core.page import Cell, Link, Section, Table
from ppid.kinds.wording import number
from ppid.publishing.pages.kelengkapan.temuan import points
from ppid.publishing.pages.kelengkapan.words import figure, one_decimal, tagged


def example_of(completeness: Completeness) -> Iterator[Section]:
    """Work out the OPD of the newest year whose figure lies nearest to the middle.

    Neither the best nor the worst, so that nobody is held up to others.
    """
    report = _chosen(completeness)
    if report is None:
        return
    score, nilai = report.score, report.score.nilai
    assert nilai is not None  # noqa: S101 — only such reports are chosen
    name, tahun = report.profil.nama, report.tahun
    start = "Dalam data contoh ini, " if report.contoh else ""
    exact = 100 * score.bobot_terpenuhi / score.bobot_berlaku
    told = (
        (
            f"{start}{name} pada {tahun} mempunyai {score.berlaku} kewajiban yang berlaku; "
            f"{score.terpenuhi} terpenuhi dan {score.belum} belum. "
            f"{score.tidak_berlaku} tidak berlaku, jadi tidak ikut dihitung."
        ),
        (
            f"Jumlah bobot yang terpenuhi {_sum(score.bobot_terpenuhi)}; jumlah bobot yang berlaku "
            f"{_sum(score.bobot_berlaku)}."
        ),
        (
            f"100 × {score.bobot_terpenuhi} ÷ {score.bobot_berlaku} = {_four(exact)}, "
            f"dibulatkan menjadi {one_decimal(nilai)}."
        ),
        *_more(report),
    )
    links = (Link(f"Kelengkapan {name} {tahun}", report_address(report.opd, tahun)),)
    yield Section(
        "Contoh hitungan", told, table=_table(report), links=links, anchor="contoh-hitungan"
    )


def _chosen(completeness: Completeness) -> OpdReport | None:
    if not completeness.years:
        return None
    year = completeness.years[-1]
    found = [(r.score.nilai, r) for r in year.reports if r.score.nilai is not None]
    found.sort(key=lambda pair: (pair[0], pair[1].opd))
    return found[len(found) // 2][1] if found else None


def _table(report: OpdReport) -> Table:
    rows = [(Cell(c.nama), *_weights(score)) for c, score in report.categories]
    rows.append((Cell("Jumlah"), *_weights(report.score)))
    columns = ("Kategori", "Terpenuhi", "Berlaku", "Bobot terpenuhi", "Bobot berlaku", "Nilai")
    return Table(tagged("Hitungan per kategori", contoh=report.contoh), columns, rows)


def _weights(score: Score) -> tuple[Cell, ...]:
    return (
        number(score.terpenuhi),
        number(score.berlaku),
        Cell(_sum(score.bobot_terpenuhi), number=True),
        Cell(_sum(score.bobot_berlaku), number=True),
        figure(score.nilai),
    )


def _sum(weight: Fraction) -> str:
    """Write a sum of weights as people do: “12”, or “3 + 4/15”."""
    whole, rest = divmod(weight.numerator, weight.denominator)
    if not rest:
        return str(whole)
    part = f"{rest}/{weight.denominator}"
    return f"{whole} + {part}" if whole else part


def _four(value: Fraction) -> str:
    """Cut a number off after four decimals; “…” says that more follow."""
    scaled, rest = divmod(value.numerator * 10_000, value.denominator)
    return f"{scaled // 10_000},{scaled % 10_000:04}{'…' if rest else ''}"


def _more(report: OpdReport) -> Iterator[str]:
    """Say what one more obligation would bring."""
    unmet = next((a for a in report.assessments if a.state is State.BELUM), None)
    said = points(unmet, Gains(report)) if unmet else ""
    if unmet and said:
        yield f"Bila {unmet.obligation.kode} ikut terpenuhi: {said[0].lower()}{said[1:]}"
