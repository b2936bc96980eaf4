"""What pages say of the templates that the site offers."""

from ppid.core.corpus import Corpus
from ppid.core.page import Link, Section
from ppid.handing_in.template.collecting import collected_from, collecting_year
from ppid.handing_in.template.form import template_url
from ppid.kinds.rows import MODELS


def template_links(opd: str, corpus: Corpus) -> tuple[Link, ...]:
    """Return the links to the templates of an OPD; none when it does not exist any more."""
    tahun = collecting_year(corpus)
    if opd not in {profil.id.opd for profil in collected_from(tahun, corpus)}:
        return ()
    return tuple(
        Link(
            f"Templat Excel untuk mengisi {jenis.upper()} {tahun}", template_url(opd, jenis, tahun)
        )
        for jenis in sorted(MODELS, reverse=True)
    )


def template_section(opd: str, corpus: Corpus) -> Section | None:
    """Return the part of a page of an OPD that offers its templates."""
    links = template_links(opd, corpus)
    if not links:
        return None
    sentence = (
        "Terisi dengan baris daftar sebelumnya beserta kodenya; yang belum diisi ditandai warna "
        "dan kata."
    )
    title = f"Mengisi daftar {collecting_year(corpus)}"
    return Section(title, (sentence,), links=links, anchor="templat")
