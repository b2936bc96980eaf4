"""Reference data that every kind may consult: laws, grounds, obligations, synonyms, exceptions."""

from ppid.core.kind import Kind
from ppid.kinds.acuan import (
    alasan,
    kewajiban,
    pengecualian,
    peraturan,
    pita,
    prosedur,
    saq,
    sinonim,
)

KINDS: tuple[Kind, ...] = (
    peraturan.KIND,
    alasan.KIND,
    kewajiban.KIND,
    sinonim.KIND,
    pengecualian.KIND,
    pita.KIND,
    prosedur.KIND,
    saq.KIND,
)
