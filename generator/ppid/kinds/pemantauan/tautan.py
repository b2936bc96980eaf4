"""What the last check of each address found: data, so that no figure depends on a network."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from ppid.core.corpus import Corpus
from ppid.core.kind import FilePattern, FilePlace, Kind
from ppid.core.record import Record
from ppid.core.rule import Finding, at, rule, rules_in
from ppid.diagnostics.diagnostic import Note, Severity
from ppid.diagnostics.places import RecordId
from ppid.kinds.fields import Tanggal
from ppid.values.addresses import document_address
from ppid.values.dates import format_tanggal
from ppid.values.text import quoted

AlamatWeb = Annotated[str, StringConstraints(pattern=r"^https?://\S+$", max_length=2000)]
KeadaanTautan = Literal["terbuka", "hilang", "tidak-menjawab", "tidak-terbedakan"]
"""An address is “tidak-terbedakan” where its site opens invented addresses as well.

One that was recorded before sites were asked for invented ones stays “terbuka”, until it is too old
to count.
"""


class PemeriksaanTautan(Record):
    """The last check of one address in one year; `ppid tautan` writes it.

    One file for each year keeps what was known of an address when that year was judged.
    """

    kind: ClassVar[str] = "pemeriksaan-tautan"
    alamat: AlamatWeb = Field(title="Alamat", description="Alamat seperti tertulis dalam data.")
    tanggal: Tanggal = Field(title="Tanggal", description="Hari alamat itu terakhir diperiksa.")
    keadaan: KeadaanTautan = Field(title="Keadaan", description="Yang ditemukan pada hari itu.")
    tujuan: AlamatWeb | None = Field(
        None, title="Tujuan", description="Alamat tempat pembaca akhirnya dibawa, bila lain."
    )


def last_check(address: str, day: date, corpus: Corpus) -> PemeriksaanTautan | None:
    """Return the newest check of an address that was known on a day."""
    return next((each for each in checks_of(address, corpus) if each.tanggal <= day), None)


def checks_of(address: str, corpus: Corpus) -> Sequence[PemeriksaanTautan]:
    """Return the checks of an address, in whichever spelling, the newest first."""
    return corpus.derive(_checks).get(document_address(address), ())


def _checks(corpus: Corpus) -> Mapping[str, Sequence[PemeriksaanTautan]]:
    found: dict[str, list[PemeriksaanTautan]] = defaultdict(list)
    for check in sorted(corpus.of(PemeriksaanTautan), key=lambda each: each.tanggal, reverse=True):
        found[check.id.slug].append(check)
    return found


@rule(
    "PMT-007",
    title="Setiap alamat tercatat satu kali dalam pemeriksaan setahun",
    severity=Severity.GALAT,
    hint="Sisakan yang terakhir; hapus yang lain.",
    no_basis="Dua catatan atas satu dokumen dapat saling bertentangan.",
)
def alamat_tercatat_satu_kali(check: PemeriksaanTautan, corpus: Corpus) -> Iterator[Finding]:
    first = corpus.get(PemeriksaanTautan, tahun=check.id.tahun, slug=check.id.slug)
    if first is not None and first is not check:
        notes = (Note("catatan yang lain ada di sini", first.span("alamat")),)
        yield at(check, "alamat", f"Alamat {quoted(check.alamat)} sudah tercatat", notes=notes)


@rule(
    "PMT-008",
    title="Hari pemeriksaan alamat masuk akal",
    severity=Severity.GALAT,
    hint="Perbaiki tanggalnya, atau pindahkan barisnya ke berkas tahunnya.",
    no_basis="Pemeriksaan yang belum terjadi, atau pada tahun lain, tidak menunjukkan apa pun.",
)
def hari_pemeriksaan_masuk_akal(check: PemeriksaanTautan, corpus: Corpus) -> Iterator[Finding]:
    day = format_tanggal(check.tanggal)
    if check.tanggal.year != check.id.tahun:
        yield at(check, "tanggal", f"{day} di luar tahun {check.id.tahun}")
    elif check.tanggal > corpus.today:
        yield at(check, "tanggal", f"{day} belum tiba", severity=Severity.PERINGATAN)


def _identify(place: FilePlace, check: PemeriksaanTautan) -> RecordId:
    return RecordId(PemeriksaanTautan.kind, tahun=place.tahun, slug=document_address(check.alamat))


KIND = Kind(
    label="Pemeriksaan alamat",
    model=PemeriksaanTautan,
    files=(FilePattern("pemantauan/tautan/{tahun}.csv"),),
    identify=_identify,
    rules=rules_in(globals()),
    title="alamat",
)
