"""One page for each paper, to be printed from a browser: nothing but the paper stays on it."""

from collections.abc import Iterator
from dataclasses import dataclass

from ppid.core.page import Download, Link, Page
from ppid.kinds import url_of
from ppid.kinds.daftar import Daftar
from ppid.kinds.wording import brief
from ppid.publishing.pages.daftar import crumbs_of
from ppid.publishing.papers.model import Paper, Style
from ppid.publishing.papers.of_lists import Printed
from ppid.publishing.publication import Publication


@dataclass(frozen=True, slots=True)
class IsiSurat:
    """What the template of a paper needs; `isian` says what remains to be filled in."""

    surat: Paper
    unduhan: Download
    daftar: Link
    isian: tuple[str, ...]
    gaya: type[Style] = Style


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the page of every paper of every list."""
    corpus = publication.corpus
    for list_id, papers in publication.papers.items():
        daftar = corpus.find(list_id)
        assert isinstance(daftar, Daftar)  # noqa: S101 — the papers are those of lists
        crumbs = crumbs_of(daftar, corpus)
        for printed in papers:
            yield _page(printed, daftar, crumbs)


def _page(printed: Printed, daftar: Daftar, crumbs: tuple[Link, ...]) -> Page:
    paper = printed.paper
    title = f"{paper.title}, {paper.about}"
    label = f"{daftar.rows.upper()} {daftar.id.tahun}"
    size = len(printed.export.content)
    return Page(
        url=printed.page_url,
        title=title,
        description=brief(f"{title}: naskah menurut {paper.annex}, siap dicetak."),
        section="opd",
        template="jenis/surat.html",
        context=IsiSurat(
            surat=paper,
            unduhan=Download("Unduh naskah (Word)", printed.export.url, size),
            daftar=Link(label, url_of(daftar.id)),
            isian=paper.blanks,
        ),
        crumbs=crumbs,
        name=paper.title,
        sources=(daftar.path, daftar.path.replace(".yml", ".csv")),
        contoh=daftar.contoh,
    )
