"""How to ask for information: entrance, procedures, channels, deadlines and yearly figures."""

from collections.abc import Iterator

from ppid.core.page import Page
from ppid.publishing.pages.layanan import kanal, laporan, masuk, prosedur, tenggat
from ppid.publishing.publication import Publication


def pages(publication: Publication) -> Iterator[Page]:
    """Yield every page below `layanan/`."""
    corpus = publication.corpus
    yield masuk.page(corpus)
    yield from prosedur.pages(corpus)
    yield kanal.page(corpus)
    yield from tenggat.pages(corpus)
    yield from laporan.pages(corpus)
