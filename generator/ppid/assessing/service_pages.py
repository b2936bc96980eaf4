"""Which pages of this site tell how the body itself is reached; pages of the law alone do not.

A procedure is told from the law, so its page shows a procedure, never that the body has set a
standard of its own or published its pledge: obligations must not name it for those.
"""

from datetime import date

from ppid.core.corpus import Corpus
from ppid.kinds.acuan.prosedur import Prosedur
from ppid.kinds.badan import Badan

CHANNELS = "layanan/kanal/"


def service_pages(corpus: Corpus, day: date) -> frozenset[str]:
    """Give the addresses of the procedures for citizens, and of the channels if one is open."""
    badan = corpus.get(Badan)
    procedures = {p.alamat for p in corpus.of(Prosedur) if p.untuk == "warga"}
    is_open = badan is not None and any(kanal.masih_berlaku(day) for kanal in badan.kanal)
    return frozenset(procedures | ({CHANNELS} if is_open else set()))
