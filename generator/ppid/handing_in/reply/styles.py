"""The styles of a workbook; one without any gets the least that programs accept."""

from typing import Final

from ppid.handing_in.reply.book import tag, workbook_part
from ppid.handing_in.reply.package import MAIN, BrokenError, Package

_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_LEAST: Final = (
    f'<styleSheet xmlns="{MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font>'
    '</fonts><fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
).encode()


def styles_part(package: Package) -> str:
    """Find the part with the styles, or make it."""
    book = workbook_part(package)
    found = next(package.related(book, "styles"), "")
    if any(relation.type == "styles" for relation in package.relations(book)):
        if not found or package.read(found).tag != tag("styleSheet"):
            raise BrokenError("no styles")
    else:
        found = package.free_name("xl/styles{}.xml")
        package.put(found, _LEAST, _TYPE)
        package.relate(book, "styles", found)
    return found
