"""What is said of a workbook that was handed in: it waits, it is not published, what comes next."""

from ppid.checking.waiting import FOLDER, waiting_of
from ppid.diagnostics.inert import brief
from ppid.diagnostics.model import Diagnostic, Requirement, Severity, diagnose
from ppid.diagnostics.span import Span

KRM_001 = Requirement(
    "KRM-001",
    "Buku kerja yang diserahkan sudah dipindahkan ke daftar",
    Severity.PERINGATAN,
    f"Pindahkan isinya ke daftar dengan `ppid impor`, lalu hapus buku kerjanya dari {FOLDER}/.",
    no_basis="Buku kerja menunggu diolah; isinya baru terbit setelah menjadi daftar.",
)


def finding_of(path: str) -> Diagnostic | None:
    """Say that a workbook waits, with the command to run; nothing for any other file."""
    waiting = waiting_of(path)
    if waiting is None:
        return None
    message = f"Buku kerja “{brief(path, 200)}” menunggu diolah; isinya belum terbit"
    hint = f"Jalankan: {waiting.command}; lalu hapus buku kerjanya."
    return diagnose(KRM_001, Span(path), message, hint=hint)
