"""Regulations as a JDIH publishes them (`feed/document.json`), kept here to be looked things up in.

The file is that of the JDIH, letter by letter: an array, with fields that follow no one style. What
is not asked for is left unread.
"""

import re
from typing import ClassVar

from pydantic import ConfigDict, Field

from ppid.core.kind import WHOLE_FILE, FilePattern, Kind
from ppid.core.record import Record
from ppid.diagnostics.places import RecordId
from ppid.kinds.fields import Teks

_NUMBER = re.compile(r"\d+[A-Za-z]?")


class DokumenJdih(Record):
    """A regulation in the words of the JDIH."""

    model_config = ConfigDict(frozen=True, extra="ignore", str_strip_whitespace=True)
    kind: ClassVar[str] = "jdih"
    judul: Teks = Field(title="Judul", description="Judul lengkap.")
    idData: str = Field("", title="Nomor data", description="Nomor dalam JDIH.")  # noqa: N815
    jenis: str = Field("", title="Jenis", description="Jenis peraturan.")
    noPeraturan: str = Field("", title="Nomor", description="Nomor peraturan.")  # noqa: N815
    tahun_pengundangan: str = Field("", title="Tahun", description="Tahun pengundangan.")
    status: str = Field("", title="Status", description="Status menurut JDIH.")

    @property
    def sebutan(self) -> str:
        """Kind, number and year, to be read as a citation; empty where one of them is missing."""
        number = _NUMBER.search(self.noPeraturan)
        if not (number and self.jenis and self.tahun_pengundangan):
            return ""
        return f"{self.jenis} Nomor {number[0]} Tahun {self.tahun_pengundangan}"

    @property
    def dicabut(self) -> bool:
        """Whether the JDIH says that it is no longer in force."""
        return re.search("tidak|cabut", self.status, re.IGNORECASE) is not None

    @property
    def diubah(self) -> bool:
        """Whether the JDIH says that it was amended; one that was revoked is not told twice."""
        return not self.dicabut and re.search("ubah", self.status, re.IGNORECASE) is not None


KIND = Kind(
    label="Dokumen JDIH",
    model=DokumenJdih,
    files=(FilePattern("acuan/jdih.json"),),
    identify=lambda _, dokumen: RecordId(DokumenJdih.kind, slug=dokumen.idData.lower()),
    entries=WHOLE_FILE,
)
