"""An Indonesian sentence for every type of error that pydantic can raise for our models."""

import re
from collections.abc import Callable, Mapping

from ppid.checking import field_readings as readings
from ppid.checking.field_fault import Fault, part_in
from ppid.checking.field_requirements import ISI_001, ISI_002, ISI_003, ISI_005, ISI_010
from ppid.checking.field_said import Said, after, description, subject
from ppid.values.near import listed, nearest, quoted, same_word

PATTERNS: Mapping[str, str] = {
    r"^[0-9a-f]{64}$": "Tulis 64 angka heksadesimal, hasil ppid gerbang --sidik.",
    r"^[A-Z0-9][A-Z0-9.-]{1,23}$": (
        "Pakai 2 sampai 24 huruf besar, angka, titik, atau tanda hubung, "
        "diawali huruf besar atau angka."
    ),
    r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$": (
        "Tulis bulan dan hari masing-masing dua angka, misalnya 03-31."
    ),
    r"^[0-9]{1,3}(/[1-9][0-9]{0,2})?$": "Tulis bilangan bulat atau pecahan, misalnya 1 atau 1/23.",
    r"^20\d\d/[a-z][a-z0-9-]*/[a-z][a-z0-9.-]*$": "Salin kode dari halaman temuannya.",
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "Pakai huruf kecil, angka, dan tanda hubung saja.",
}
"""What a clerk reads in place of a pattern."""

_YES_NO = ("true", "false")
_WORDS_FOR = {"ya": "true", "benar": "true", "yes": "true", "1": "true", "y": "true"} | {
    "tidak": "false",
    "bukan": "false",
    "no": "false",
    "0": "false",
    "t": "false",
    "n": "false",
}
_PLAIN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LIST_HINT = "Tulis tiap butir pada baris sendiri, diawali tanda hubung dan spasi (“- ”)."


def say(fault: Fault) -> Said:
    """Find the sentence; what is empty or of the wrong shape needs no finer reason."""
    if fault.problem != "extra_forbidden" and fault.is_empty:
        return _empty(fault)
    if fault.is_structure and fault.problem not in _ABOUT_STRUCTURES:
        return _not_text(fault)
    return SENTENCES.get(fault.problem, unreadable)(fault)


def missing_message(title: str, *, in_table: bool) -> str:
    """Say that a field is not filled: used alike where a rule looks for soft and advised fields."""
    if in_table:
        return f"Kolom {quoted(title)} kosong, padahal wajib diisi"
    return f"Isian wajib {quoted(title)} belum ada"


def misspelt(fault: Fault, meant: str) -> Said:
    """Say at once that a key is unknown and that a required one like it is missing."""
    message = f"{_key_word(fault)} {quoted(fault.name)} tidak dikenal; {quoted(meant)} belum ada"
    return Said(ISI_002, message, f"Mungkin maksudnya {quoted(meant)}.")


def unreadable(fault: Fault) -> Said:
    """Say what can be said of any field: the sentence of last resort."""
    return Said(ISI_010, f"{subject(fault)} tidak dapat dibaca", description(fault))


def _missing(fault: Fault) -> Said:
    message = missing_message(fault.title, in_table=fault.in_table)
    action = "Isi sel ini." if fault.in_table else f"Tambahkan “{fault.name}: …”."
    return Said(ISI_001, message, after(action, description(fault)))


def _empty(fault: Fault) -> Said:
    if fault.in_table:
        return _missing(fault)
    if not fault.route or isinstance(fault.route[-1], int):
        return Said(ISI_001, f"{subject(fault)} kosong", "Isi, atau hapus barisnya.")
    if fault.info and fault.info.is_required():
        message = f"Isian wajib {quoted(fault.title)} kosong"
        return Said(ISI_001, message, after(f"Isi “{fault.name}: …”.", description(fault)))
    return Said(ISI_001, f"{subject(fault)} kosong", "Isi, atau hapus barisnya.")


def _unknown(fault: Fault) -> Said:
    near = nearest(fault.name, fault.siblings)
    known = f"Yang dikenal di sini: {listed(fault.siblings)}."
    message = f"{_key_word(fault)} {quoted(fault.name)} tidak dikenal"
    return Said(ISI_002, message, f"Mungkin maksudnya {quoted(near)}." if near else known)


def _key_word(fault: Fault) -> str:
    return "Kolom" if fault.in_table else "Isian"


def _choice(fault: Fault) -> Said:
    near = nearest(fault.text, fault.choices)
    meant = f"Mungkin maksudnya {quoted(near)}." if near else ""
    certain = near if near and same_word(fault.text, near) and _PLAIN.fullmatch(near) else ""
    message = f"{quoted(fault.text)} bukan salah satu pilihan untuk {quoted(fault.title)}"
    return Said(ISI_003, message, after(meant, f"Pilihannya: {listed(fault.choices)}."), certain)


def _yes_or_no(fault: Fault) -> Said:
    meant = _WORDS_FOR.get(fault.text.casefold()) or nearest(fault.text, _YES_NO)
    message = f"{quoted(fault.text)} bukan salah satu pilihan untuk {quoted(fault.title)}"
    hint = "Tulis “true” untuk ya atau “false” untuk tidak."
    return Said(ISI_003, message, f"Tulis {quoted(meant)}." if meant else hint)


def _too_short(fault: Fault) -> Said:
    fewest = fault.details["min_length"]
    message = (
        f"{subject(fault)} hanya berisi {quoted(fault.text)} ({len(fault.text)} karakter); "
        f"paling sedikit {fewest} karakter"
    )
    return Said(ISI_005, message, "Tulis lebih lengkap agar dapat dipahami tanpa keterangan lain.")


def _too_long(fault: Fault) -> Said:
    most = fault.details["max_length"]
    message = (
        f"{subject(fault)} yang berawal {quoted(fault.text, 40)} berisi {len(fault.text)} "
        f"karakter; paling banyak {most} karakter"
    )
    return Said(ISI_005, message, "Ringkas isinya.")


def _too_few(fault: Fault) -> Said:
    message = (
        f"{subject(fault)} berisi {_length(fault)} butir; "
        f"paling sedikit {fault.details['min_length']} butir"
    )
    return Said(ISI_005, message, f"Tambahkan butirnya. {_LIST_HINT}")


def _too_many(fault: Fault) -> Said:
    message = (
        f"{subject(fault)} berisi {_length(fault)} butir; "
        f"paling banyak {fault.details['max_length']} butir"
    )
    return Said(ISI_005, message, "Kurangi butirnya.")


def _length(fault: Fault) -> int:
    return len(fault.written) if isinstance(fault.written, list | tuple | dict) else 0


def _pattern(fault: Fault) -> Said:
    pattern = str(fault.details["pattern"])
    likely = fault.text.upper().replace(" ", "-").replace("_", "-").replace("/", "-")
    fits = likely != fault.text and re.search(pattern, likely)
    meant = f"Misalnya {quoted(likely)}." if fits else ""
    message = f"{quoted(fault.text)} tidak sesuai bentuk {quoted(fault.title)}"
    return Said(ISI_010, message, after(PATTERNS.get(pattern, description(fault)), meant))


def _not_text(fault: Fault) -> Said:
    shape = "kelompok isian" if isinstance(fault.written, Mapping) else "daftar"
    message = f"{subject(fault)} berisi {shape}, padahal harus berupa satu teks"
    return Said(ISI_010, message, f"Tulis “{fault.name}: …” dalam satu baris.")


def _not_list(fault: Fault) -> Said:
    message = f"{subject(fault)} {_contents(fault)}, padahal harus berupa daftar"
    return Said(ISI_010, message, _LIST_HINT)


def _not_group(fault: Fault) -> Said:
    message = f"{subject(fault)} {_contents(fault)}, padahal harus berupa kelompok isian"
    hint = "Tulis tiap isian pada baris sendiri, misalnya “{}: …”, menjorok dua spasi."
    first = next(iter(_part_fields(fault)), "nama")
    return Said(ISI_010, message, hint.format(first))


def _part_fields(fault: Fault) -> tuple[str, ...]:
    inside = part_in(fault.info.annotation) if fault.info else fault.part
    return tuple(inside.model_fields) if inside else ()


def _contents(fault: Fault) -> str:
    if isinstance(fault.written, Mapping):
        return "berisi kelompok isian"
    return "berisi daftar" if fault.is_structure else f"berisi teks {quoted(fault.text)}"


Sentence = Callable[[Fault], Said]

SENTENCES: Mapping[str, Sentence] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "literal_error": _choice,
    "enum": _choice,
    "ya_tidak": _yes_or_no,
    "bool_type": _yes_or_no,
    "bool_parsing": _yes_or_no,
    "string_too_short": _too_short,
    "string_too_long": _too_long,
    "string_pattern_mismatch": _pattern,
    "string_type": _not_text,
    "too_short": _too_few,
    "too_long": _too_many,
    "list_type": _not_list,
    "tuple_type": _not_list,
    "model_type": _not_group,
    "model_attributes_type": _not_group,
    "dict_type": _not_group,
    "tanggal": readings.tanggal,
    "waktu": readings.waktu,
    "bilangan": readings.bilangan,
    "desimal": readings.desimal,
    "date_type": readings.tanggal,
    "date_parsing": readings.tanggal,
    "date_from_datetime_parsing": readings.tanggal,
    "date_from_datetime_inexact": readings.tanggal,
    "int_type": readings.bilangan,
    "int_parsing": readings.bilangan,
    "int_parsing_size": readings.bilangan,
    "int_from_float": readings.bilangan,
    "decimal_type": readings.desimal,
    "decimal_parsing": readings.desimal,
    "finite_number": readings.desimal,
    "greater_than": readings.batas,
    "greater_than_equal": readings.batas,
    "less_than": readings.batas,
    "less_than_equal": readings.batas,
    "multiple_of": readings.batas,
}
_ABOUT_STRUCTURES = {
    "missing",
    "extra_forbidden",
    "too_short",
    "too_long",
    "list_type",
    "tuple_type",
    "model_type",
    "model_attributes_type",
    "dict_type",
}
