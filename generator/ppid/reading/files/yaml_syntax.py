"""What libyaml says about broken syntax, in Indonesian, at the place where it can be mended."""

import yaml

from ppid.diagnostics.model import Diagnostic, Note, diagnose
from ppid.diagnostics.span import SourceText, Span
from ppid.reading.files.requirements import BRK_003

_QUOTE = "Apit seluruh teksnya dengan tanda kutip ganda."
_INDENT = "Samakan jumlah spasi di awal baris dengan baris setingkatnya."

_SENTENCES = {
    "did not find expected key": (
        "Baris ini tidak sejalan dengan susunan di atasnya",
        "Periksa jumlah spasi di awal baris, “- ” yang salah tempat, dan teks sesudah kutip tutup.",
    ),
    "did not find expected '-' indicator": (
        "Baris ini tidak diawali “- ” seperti baris lain dalam deretnya",
        _INDENT,
    ),
    "mapping values are not allowed in this context": (
        "Ada titik dua di tempat yang tidak semestinya",
        "Apit teks yang memuat “: ” dengan tanda kutip ganda; periksa juga spasi di awal baris.",
    ),
    "block sequence entries are not allowed in this context": (
        "Deret yang diawali “- ” harus dimulai di baris baru",
        "Pindahkan “- ” ke baris berikutnya, atau apit teksnya dengan tanda kutip ganda.",
    ),
    "could not find expected ':'": (
        "Titik dua sesudah nama kunci tidak ada",
        "Tulis “kunci: isi”, dengan satu spasi sesudah titik dua.",
    ),
    "did not find expected ',' or ']'": ("Kurung siku “[” tidak ditutup", "Tambahkan “]”."),
    "did not find expected ',' or '}'": ("Kurung kurawal “{” tidak ditutup", "Tambahkan “}”."),
    "found unexpected end of stream": (
        "Tanda kutip di sini tidak ditutup",
        "Tambahkan tanda kutip penutup di akhir teksnya.",
    ),
    "found unexpected document indicator": (
        "Tanda kutip di sini tidak ditutup sebelum baris “---”",
        "Tambahkan tanda kutip penutup di akhir teksnya.",
    ),
    "found unknown escape character": (
        "Garis miring terbalik di dalam kutip ganda bukan tanda yang dikenal",
        "Pakai kutip tunggal, atau tulis garis miring terbalik dua kali.",
    ),
    "found a tab character that violates indentation": (
        "Awal baris memakai tab",
        "Ganti tab dengan spasi.",
    ),
    "did not find expected <document start>": ("Ada teks sesudah akhir dokumen YAML", ""),
    "did not find expected node content": ("Isi yang semestinya di sini tidak ada", ""),
}
# Here the opening sign is the place to look at; libyaml points at the end of the file.
_AT_OPENING = {
    "did not find expected ',' or ']'",
    "did not find expected ',' or '}'",
    "found unexpected end of stream",
    "found unexpected document indicator",
}


def syntax_diagnostic(
    source: SourceText, start: int, text: str, error: yaml.YAMLError
) -> Diagnostic:
    """Translate the error that stopped libyaml in `text`, which begins at `start` of the source."""
    if isinstance(error, yaml.reader.ReaderError):
        return _unreadable_character(source, start, text, error)
    if isinstance(error, yaml.MarkedYAMLError):
        return _marked(source, start, text, error)
    return diagnose(BRK_003, source.span_between(start, start), "Berkas YAML ini tidak terbaca")


def _marked(source: SourceText, start: int, text: str, error: yaml.MarkedYAMLError) -> Diagnostic:
    opening, place = error.context_mark, error.problem_mark
    if error.problem in _AT_OPENING and opening is not None:
        opening, place = None, opening
    index = start + (place.index if place is not None else 0)
    message, hint = _sentence(text, index - start, error.problem or "")
    notes: tuple[Note, ...] = ()
    if opening is not None and start + opening.index != index:
        span = source.span_between(start + opening.index, start + opening.index + 1)
        notes = (Note("Susunan yang sedang dibaca dimulai di sini", span),)
    return diagnose(BRK_003, _rest_of_line(source, index), message, notes=notes, hint=hint)


def _sentence(text: str, index: int, problem: str) -> tuple[str, str]:
    if problem == "found character that cannot start any token":
        character = text[index : index + 1]
        if character == "\t":
            return "Awal baris memakai tab", "Ganti tab dengan spasi."
        return f"Teks tidak boleh diawali “{character}” tanpa tanda kutip", _QUOTE
    if problem in _SENTENCES:
        return _SENTENCES[problem]
    return "Baris ini tidak dapat dibaca sebagai YAML", ""


def _rest_of_line(source: SourceText, index: int) -> Span:
    line = source.span_between(index, index).line
    end = source.offset_of(line, len(source.line_text(line).rstrip()) + 1)
    return source.span_between(index, max(end, index + 1))


def _unreadable_character(
    source: SourceText, start: int, text: str, error: yaml.reader.ReaderError
) -> Diagnostic:
    # A ReaderError has no mark, only the number of bytes that libyaml had accepted so far.
    index = start + len(text.encode("utf-8", "replace")[: error.position].decode("utf-8", "ignore"))
    code = ord(source.text[index]) if index < len(source.text) else 0
    message = f"Karakter kendali U+{code:04X} tidak boleh ada dalam YAML"
    return diagnose(BRK_003, source.span_between(index, index + 1), message)
