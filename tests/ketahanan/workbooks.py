"""Documents of at most a megabyte that hold one thing by the thousand, for `impor` and the gate."""

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from typing import Final

_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_HEAD: Final = (
    *("No", "Informasi", "Klasifikasi", "Penguasa", "Penanggung Jawab", "Waktu Pembuatan"),
    *("Tempat Pembuatan", "Bentuk", "Retensi", "Tautan", "Diperbarui", "Catatan"),
)
_COLUMNS: Final = "ABCDEFGHIJKL"
_SHEET: Final = "xl/worksheets/sheet1.xml"
_MANY, _MOST = 30_000, 100_000


def packed(parts: Mapping[str, str]) -> bytes:
    """Return an archive of texts."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return written.getvalue()


def _related(*relations: tuple[str, str]) -> str:
    each = "".join(
        f'<Relationship Id="r{n}" Type="{_REL}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(relations)
    )
    return f'<Relationships xmlns="{_RELS}">{each}</Relationships>'


def cell(place: str, text: str, more: str = "") -> str:
    """Return a cell that holds its own text."""
    return f'<c r="{place}" t="inlineStr"{more}><is><t>{text}</t></is></c>'


def rows(count: int, text: str = "a", first: int = 2, more: str = "") -> str:
    """Return rows of twelve cells that all hold one text."""
    return "".join(
        f'<row r="{n}">{"".join(cell(f"{c}{n}", text, more) for c in _COLUMNS)}</row>'
        for n in range(first, first + count)
    )


_TITLES: Final = "".join(cell(f"{c}1", text) for c, text in zip(_COLUMNS, _HEAD, strict=True))
_ONE_ROW: Final = rows(1)


def workbook(  # noqa: PLR0913 — the parts of a workbook
    filled: str = _ONE_ROW,
    behind: str = "",
    before: str = "",
    *,
    names: str = "",
    sheets: Iterable[tuple[str, str]] = (("Daftar", "worksheets/sheet1.xml"),),
    parts: Mapping[str, str] | None = None,
    beside: str = "",
) -> bytes:
    """Return a workbook: rows below the headings, and what stands around them."""
    listed = tuple(sheets)
    tabs = "".join(
        f'<sheet name="{name}" sheetId="{n + 1}" r:id="r{n}"/>'
        for n, (name, _) in enumerate(listed)
    )
    styles = '<fonts count="1"><font/></fonts><fills count="1"><fill/></fills>'
    styles += '<borders count="1"><border/></borders><cellXfs count="1"><xf/></cellXfs>'
    return packed(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
            'content-types"><Default Extension="xml" ContentType="application/xml"/><Override '
            'PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument'
            '.spreadsheetml.sheet.main+xml"/></Types>',
            "_rels/.rels": _related(("officeDocument", "xl/workbook.xml")),
            "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><sheets>{tabs}</sheets>'
            f"{names}</workbook>",
            "xl/_rels/workbook.xml.rels": _related(
                *(("worksheet", part) for _, part in listed),
                ("styles", "styles.xml"),
                ("sharedStrings", "sharedStrings.xml"),
            ),
            "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}">{styles}</styleSheet>',
            "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}"><si><t>a</t></si></sst>',
            _SHEET: f'<worksheet xmlns="{_MAIN}" xmlns:r="{_REL}">{before}<sheetData>'
            f'<row r="1">{_TITLES}</row>{filled}</sheetData>{behind}</worksheet>',
            "xl/worksheets/_rels/sheet1.xml.rels": beside or _related(),
            **(parts or {}),
        }
    )


def many(element: str, each: str, count: int = _MANY) -> str:
    """Return an element around so many others; `{n}` in them is their number."""
    return f"<{element}>{''.join(each.format(n=n) for n in range(count))}</{element}>"


def element(name: str, inside: str) -> str:
    return f"<{name}>{inside}</{name}>"


def shared(texts: str) -> dict[str, str]:
    return {"xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{texts}</sst>'}


def using(count: int, number: int = 0) -> str:
    """Return rows whose cells show one shared text."""
    return "".join(
        f'<row r="{n}">'
        + "".join(f'<c r="{c}{n}" t="s"><v>{number}</v></c>' for c in _COLUMNS)
        + "</row>"
        for n in range(2, 2 + count)
    )


def styled(
    fonts: str = "<font/>", fills: str = "<fill/>", looks: str = "<xf/>", more: str = ""
) -> dict[str, str]:
    return {
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}">{more}<fonts>{fonts}</fonts><fills>{fills}'
        f"</fills><borders><border/></borders><cellXfs>{looks}</cellXfs></styleSheet>"
    }


def commented(count: int, text: str = "a") -> dict[str, str]:
    each = "".join(
        f'<comment ref="B{2 + n % 1000}" authorId="0"><text><t>{text}</t></text></comment>'
        for n in range(count)
    )
    return {
        "xl/comments1.xml": f'<comments xmlns="{_MAIN}"><authors><author>a</author></authors>'
        f"<commentList>{each}</commentList></comments>"
    }


_COMMENTS: Final = _related(("comments", "../comments1.xml"))
_LONG: Final = "kata " * 6_000


def _formulas(last: int) -> str:
    return "".join(
        f'<row r="{n}">'
        + "".join(
            f'<c r="{c}{n}"><f>HYPERLINK("https://a.go.id/{n}","a")</f><v>1</v></c>'
            for c in _COLUMNS
        )
        + "</row>"
        for n in range(2, last)
    )


WORKBOOKS: Final[Mapping[str, Callable[[], bytes]]] = {
    "seribu baris huruf a": lambda: workbook(rows(999)),
    "dua ribu baris huruf a": lambda: workbook(rows(2_000)),
    "dua ribu baris, tautan sel": lambda: workbook(
        rows(2_000), many("hyperlinks", '<hyperlink ref="B{n}" location="a{n}"/>', _MOST)
    ),
    "gabungan bertindihan": lambda: workbook(
        rows(999), many("mergeCells", '<mergeCell ref="A2:L1000"/>', 12_000)
    ),
    "gabungan bertindihan, baris berbeda": lambda: workbook(
        rows(999), many("mergeCells", '<mergeCell ref="A{n}:L1000"/>', 1000)
    ),
    "gabungan sebaris": lambda: workbook(
        rows(999), many("mergeCells", '<mergeCell ref="A2:L2"/>', _MOST)
    ),
    "gabungan kecil": lambda: workbook(
        rows(999), many("mergeCells", '<mergeCell ref="A{n}:L{n}"/>', _MOST)
    ),
    "pilihan sel": lambda: workbook(
        behind=many(
            "dataValidations",
            '<dataValidation type="list" sqref="B{n}"><formula1>"a,b"</formula1></dataValidation>',
        )
    ),
    "pilihan rujukan": lambda: workbook(
        behind=many(
            "dataValidations",
            '<dataValidation type="list" sqref="B2"><formula1>nama{n}</formula1></dataValidation>',
        ),
        names=many("definedNames", '<definedName name="nama{n}">Daftar!$A${n}</definedName>'),
    ),
    "format bersyarat": lambda: workbook(
        behind="".join(
            f'<conditionalFormatting sqref="A{n}"><cfRule type="expression" priority="{n}">'
            "<formula>A1=1</formula></cfRule></conditionalFormatting>"
            for n in range(_MANY)
        )
    ),
    "nama jangkauan": lambda: workbook(
        names=many("definedNames", '<definedName name="n{n}">Daftar!$A$1</definedName>', _MOST)
    ),
    "komentar": lambda: workbook(rows(999), beside=_COMMENTS, parts=commented(20_000)),
    "komentar di satu sel": lambda: workbook(beside=_COMMENTS, parts=commented(_MANY)),
    "satu komentar seribu kali": lambda: workbook(
        rows(100),
        beside=_related(*[("comments", "../comments1.xml")] * 10_000),
        parts=commented(60),
    ),
    "gambar yang sama berkali-kali": lambda: workbook(
        rows(100),
        beside=_related(*[("drawing", "../drawings/d.xml")] * 10_000),
        parts={"xl/drawings/d.xml": many("a", "<t/>", 1_500)},
    ),
    "teks bersama tak dipakai": lambda: workbook(
        parts=shared("".join(f"<si><t>kata{n}</t></si>" for n in range(120_000)))
    ),
    "satu teks bersama panjang": lambda: workbook(
        using(999), parts=shared(f"<si><t>{_LONG}</t></si>")
    ),
    "teks bersama berpotongan": lambda: workbook(
        using(999), parts=shared("<si>" + "<r><rPr><b/></rPr><t>a </t></r>" * 15_000 + "</si>")
    ),
    "teks bersama dicoret": lambda: workbook(
        using(999),
        parts=shared(
            "<si>" + "<r><rPr><strike/></rPr><t>a </t></r><r><t>b</t></r>" * 8_000 + "</si>"
        ),
    ),
    "cara baca": lambda: workbook(
        using(999), parts=shared("<si><t>a</t>" + "<rPh><t>a</t></rPh>" * 100_000 + "</si>")
    ),
    "potongan dalam sel": lambda: workbook(
        '<row r="2"><c r="B2" t="inlineStr"><is>' + "<r><t>a</t></r>" * _MOST + "</is></c></row>"
    ),
    "huruf": lambda: workbook(
        rows(100, more=' s="1"'),
        parts=styled(
            '<font><color rgb="FF112233"/></font>' * _MANY, looks='<xf fontId="1"/>' * 60_000
        ),
    ),
    "huruf dengan banyak warna": lambda: workbook(
        rows(100, more=' s="1"'),
        parts=styled(
            element("font", '<color rgb="FF112233"/>' * 20_000), looks='<xf fontId="0"/>' * 20_000
        ),
    ),
    "isian dengan banyak warna": lambda: workbook(
        rows(100, more=' s="1"'),
        parts=styled(
            fills='<fill><patternFill patternType="solid">'
            + '<fgColor rgb="FF112233"/>' * 20_000
            + "</patternFill></fill>",
            looks='<xf fillId="0"/>' * 20_000,
        ),
    ),
    "bentuk angka": lambda: workbook(
        rows(100),
        parts=styled(
            more=many("numFmts", '<numFmt numFmtId="{n}" formatCode="yyyy&quot;a&quot;"/>', 60_000)
        ),
    ),
    "bentuk angka panjang": lambda: workbook(
        rows(100),
        parts=styled(
            more='<numFmts><numFmt numFmtId="200" formatCode="'
            + "[" * 300_000
            + "&quot;" * 99_999
            + '"/></numFmts>'
        ),
    ),
    "tautan bertindihan": lambda: workbook(
        rows(999), many("hyperlinks", '<hyperlink ref="A1:L1000" location="a{n}"/>', _MANY)
    ),
    "tautan sel": lambda: workbook(
        rows(999), many("hyperlinks", '<hyperlink ref="B{n}" location="a{n}"/>', _MOST)
    ),
    "tautan luas": lambda: workbook(
        rows(999), many("hyperlinks", '<hyperlink ref="A1:XFD1048576" location="a{n}"/>', _MANY)
    ),
    "kolom tersembunyi": lambda: workbook(
        rows(999), before=many("cols", '<col min="500" max="16384" hidden="1"/>', _MOST)
    ),
    "kolom": lambda: workbook(
        rows(100), before=many("cols", '<col min="{n}" max="16384" width="9"/>', 16_000)
    ),
    "banyak lembar": lambda: workbook(
        sheets=[(f"Lembar{n}", "worksheets/sheet1.xml") for n in range(5_000)]
    ),
    "seratus lembar": lambda: workbook(
        rows(20), sheets=[(f"Lembar{n}", "worksheets/sheet1.xml") for n in range(99)]
    ),
    "seratus lembar penuh": lambda: workbook(
        rows(25, "kata " * 200), sheets=[(f"Lembar{n}", "worksheets/sheet1.xml") for n in range(95)]
    ),
    "lembar tanpa daftar": lambda: workbook(
        sheets=[
            ("Daftar", "worksheets/sheet1.xml"),
            *[(f"L{n}", "worksheets/sheet2.xml") for n in range(90)],
        ],
        parts={
            "xl/worksheets/sheet2.xml": f'<worksheet xmlns="{_MAIN}"><sheetData>'
            + rows(25, "catatan")
            + "</sheetData></worksheet>"
        },
    ),
    "banyak kolom": lambda: workbook(
        "".join(
            f'<row r="{n}">'
            + "".join(
                f'<c r="{a}{b}{n}"><v>1</v></c>'
                for a in "ABCDEFGHI"
                for b in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
            )
            + "</row>"
            for n in range(2, 1000)
        )
    ),
    "banyak judul": lambda: workbook(
        "".join(
            f'<row r="{n}">'
            + "".join(
                cell(f"{a}{b}{n}", "Informasi")
                for a in "ABCDEFGHI"
                for b in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
            )
            + "</row>"
            for n in range(2, 900)
        )
    ),
    "baris berjauhan": lambda: workbook(
        "".join(f'<row r="{n}">' + cell(f"B{n}", "a") + "</row>" for n in range(2, 1_048_577, 500))
    ),
    "baris terakhir": lambda: workbook('<row r="1048576">' + cell("B1048576", "a") + "</row>"),
    "baris kosong": lambda: workbook(
        _ONE_ROW + "".join(f'<row r="{n}" hidden="1"/>' for n in range(3, 200_000))
    ),
    "sel kosong": lambda: workbook(
        "".join(f'<row r="{n}">' + '<c s="0"/>' * 250 + "</row>" for n in range(2, 1_500))
    ),
    "sel panjang": lambda: workbook(
        "".join(
            f'<row r="{n}">' + "".join(cell(f"{c}{n}", _LONG) for c in _COLUMNS) + "</row>"
            for n in range(2, 130)
        )
    ),
    "rumus": lambda: workbook(_formulas(1_000)),
    "dua ribu baris rumus": lambda: workbook(_formulas(2_000)),
    "rumus panjang": lambda: workbook(
        '<row r="2"><c r="C2"><f>HYPERLINK(' + "(" * 400_000 + "</f><v>1</v></c></row>"
    ),
    "tanda tangan": lambda: workbook(rows(999, "Bekasi, 3 Mei 2025")),
    "judul berulang": lambda: workbook(
        "".join(
            f'<row r="{n}">'
            + "".join(cell(f"{c}{n}", t) for c, t in zip(_COLUMNS, _HEAD, strict=True))
            + "</row>"
            for n in range(2, 1_000)
        )
    ),
    "unsur asing bersarang": lambda: workbook(behind="<x>" * 50_000 + "</x>" * 50_000),
    "unsur asing": lambda: workbook(behind='<x a="kata"/>' * 300_000),
    "atribut": lambda: workbook(
        behind="<x " + " ".join(f'a{n}="kata"' for n in range(100_000)) + "/>"
    ),
    "hubungan": lambda: workbook(beside=_related(*[("x", f"a{n}") for n in range(60_000)])),
}
