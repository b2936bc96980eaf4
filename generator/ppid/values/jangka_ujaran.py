"""Turns of phrase in which terms of exclusion are really written, and what they have in common."""

import re
from collections.abc import Iterator
from typing import Final

_LEADING: Final = re.compile(
    r"(?:[\s\-–—•*:.~]|j\s?angka\s+waktu(?:\s+pengecualian)?\b)+", re.IGNORECASE
)
_FRAME: Final = re.compile(
    r"(?:(?:untuk|dalam|selama|ditetapkan|berlaku|dikecualikan|paling\s+lama|maksimal)\s+)*"
    r"(?:(?:dalam\s+)?(?:kurun|jangka)(?:\s+waktu)?\s+)?(?:paling\s+lama\s+|maksimal\s+)?"
    r"(?=[0-9]|se(?:tahun|bulan)|(?:[a-z]+\s+){1,4}?(?:tahun|bulan))",
    re.IGNORECASE,
)
# Only starts that the list itself knows; “5 tahun sejak yang bersangkutan wafat” has another one.
_COUNTED_FROM: Final = re.compile(
    r"\s*,?\s+(?:terhitung\s+)?(?:sejak|mulai|dari)\s+(?:tanggal\s+)?"
    r"(?:ditetapkan(?:nya)?|penetapan|keputusan\s+(?:ini\s+)?ditetapkan|tanggal\s+penetapan)"
    r"(?:\s+(?:keputusan|sk)(?:\s+ini)?)?",
    re.IGNORECASE,
)
# A bare “sd” is also a school: only before a figure does it mean “sampai dengan”.
_UNTIL: Final = re.compile(
    r"(?:(?:s\s?\.\s?d\.?|s/d\.?)\s*|(?:sd(?=\s+[0-9])|hingga|sampai)\s+)(?:dengan\s+)*",
    re.IGNORECASE,
)
_OPENED_WHEN: Final = re.compile(
    r"(?:(?:informasi\s+)?(?:hanya\s+)?(?:dapat\s+|akan\s+|bisa\s+)?(?:dibuka|diberikan|diakses)(?:\s+kembali)?\s+)"
    r"(?:pada\s+(?:saat\s+)?|saat\s+|setelah\s+|sesudah\s+|apabila\s+|jika\s+|bila\s+|ketika\s+|dengan\s+)"
    r"(?P<event>.+)",
    re.IGNORECASE,
)
_WITHOUT: Final = re.compile(
    r"(?:selama|sepanjang)\s+(?:tidak|belum|tanpa)\s+(?P<event>.+)", re.IGNORECASE
)
_WHILE: Final = re.compile(r"(?:selama|sepanjang)\s+(?P<condition>.+)", re.IGNORECASE)
_LASTING: Final = re.compile(
    r"(?:dalam\s+)?(?:(?:masih|sedang)\s+)?(?P<what>.+?)\s+(?:masih\s+|sedang\s+)?"
    r"(?P<verb>berlaku|berjalan|berlangsung|dilaksanakan|diproses)",
    re.IGNORECASE,
)
_JOINT: Final = re.compile(
    r"\s+(?:dan\s*/\s*)?atau\s+|(?<![0-9])\s*/\s*|\s+/\s*|;\s*", re.IGNORECASE
)
_MOST_JOINTS: Final = 6
_MEANINGLESS: Final = frozenset({"", "n/a", "na", "nihil", "tidak ada", "kosong"})


def core_of(text: str) -> str:
    """Strip what surrounds a term: bullets, “Jangka waktu:”, “dalam kurun”, a final stop.

    Spaces become single ones and “s.d.”, “s/d”, “hingga” at the start become “sampai”.
    """
    core = " ".join(text.split())
    if leading := _LEADING.match(core):
        core = core[leading.end() :]
    core = core.rstrip(" .;,-–—")
    if core.lower() in _MEANINGLESS:
        return ""
    if until := _UNTIL.match(core):
        return f"sampai {core[until.end() :]}"
    frame = _FRAME.match(core)
    core = core[frame.end() :] if frame else core
    counted = _COUNTED_FROM.search(core)
    return core[: counted.start()] if counted and counted.end() == len(core) else core


def event_of(core: str) -> str:
    """Give the event with which a term ends; empty when none is named.

    “Dapat dibuka pada waktu pemeriksaan” → “waktu pemeriksaan”; “sepanjang tidak ada persetujuan”
    → “ada persetujuan”, which ends the same stretch of time.
    """
    if core[:7].lower() == "sampai ":
        return core[7:]
    match = _OPENED_WHEN.fullmatch(core) or _WITHOUT.fullmatch(core)
    return match["event"] if match else ""


def condition_endings(core: str) -> tuple[str, ...]:
    """Give the events that end a condition; `("",)` for a condition whose end has no plain name.

    “selama perjanjian berlaku” → “perjanjian berakhir”; empty when the text is no condition.
    """
    match = _WHILE.fullmatch(core)
    if match is None:
        return ()
    lasting = _LASTING.fullmatch(match["condition"])
    if lasting is None:
        return ("",)
    ends = "berakhir" if lasting["verb"].lower() == "berlaku" else "selesai"
    return (f"{lasting['what']} {ends}",)


def split_in_two(core: str) -> Iterator[tuple[str, str]]:
    """Give the ways to cut a text at “atau”, “/” or “;” (not inside “s/d” and dates).

    Nothing when it falls into many pieces: then it is no choice of terms but running text.
    """
    joints = list(_JOINT.finditer(core))
    if len(joints) > _MOST_JOINTS:
        return
    for joint in joints:
        left, right = core[: joint.start()], core[joint.end() :]
        if left and right and not (left[-1:].lower() == "s" and right[:1].lower() == "d"):
            yield left, right
