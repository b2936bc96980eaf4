"""What the reviewer must decide: a question for each grave change, with the words of the law.

The law is quoted from the reference data, letter by letter, and nothing is advised.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ppid.core.corpus import Corpus
from ppid.diagnostics.diagnostic import Diagnostic, Severity
from ppid.kinds.acuan.peraturan import Peraturan, slug_of
from ppid.reviewing.model import (
    ChangeSort,
    DecisionToMake,
    Detail,
    OutsideFile,
    ReviewChange,
    ReviewSection,
    ScoreEffect,
)
from ppid.values.numbers import format_bulat

_Law = tuple[str, str]
_NO_LAW: _Law = ("", "")
_TESTED: _Law = ("UU 14/2008", "Pasal 19")
_LISTED: _Law = ("UU 14/2008", "Pasal 11 ayat (1) huruf a")
_NOT_FOR_EVER: _Law = ("UU 14/2008", "Pasal 20 ayat (1)")
_DECIDED: _Law = ("PerKI 1/2021", "Pasal 49 ayat (5)")
_ONLY_A_PART: _Law = ("PerKI 1/2021", "Pasal 50 ayat (3)")
_STATUS: _Law = ("PerKI 1/2021", "Pasal 53 ayat (2)")

_LAWS: Mapping[ChangeSort, _Law] = {
    ChangeSort.PUBLIK_DIKECUALIKAN: _TESTED,
    ChangeSort.HILANG: _LISTED,
    ChangeSort.SALINAN_BERUBAH: _DECIDED,
    ChangeSort.DIKECUALIKAN_BARU: _TESTED,
    ChangeSort.CAKUPAN_DIPERLUAS: _ONLY_A_PART,
    ChangeSort.JANGKA_DIPERPANJANG: _NOT_FOR_EVER,
    ChangeSort.JANGKA_TIDAK_SEBANDING: _NOT_FOR_EVER,
    ChangeSort.ALASAN_BERUBAH: _TESTED,
    ChangeSort.DIBUKA: _STATUS,
}
"""What the law says of it, where it says something."""
_QUESTIONS: Mapping[ChangeSort, str] = {
    ChangeSort.PUBLIK_DIKECUALIKAN: (
        "“{title}” semula terbuka: apakah konsekuensinya sudah diuji, dan di mana lembar ujinya?"
    ),
    ChangeSort.DAFTAR_HILANG: "{title}, {place}, tidak ada lagi: apakah daftar itu memang ditarik?",
    ChangeSort.NIHIL: (
        "{title}, {place}, dinyatakan nihil; semula {before}: di mana semuanya kini tercantum?"
    ),
    ChangeSort.HILANG: (
        "“{title}” ({place}) tidak tercantum lagi: apakah tidak dikuasai lagi, atau terlewat?"
    ),
    ChangeSort.TIDAK_TERBACA: (
        "“{title}” ({place}) tidak terbaca karena galat: apakah memang hendak dihapus?"
    ),
    ChangeSort.DIRAGUKAN: "Apakah “{before}” dan “{after}” informasi yang sama?",
    ChangeSort.TAUTAN_HILANG: (
        "Alamat dokumen “{title}” dihapus: di mana masyarakat kini dapat memperolehnya?"
    ),
    ChangeSort.DOKUMEN_HILANG: (
        "Dokumen {title} dihapus: apakah alamat yang pernah terbit itu masih dipakai orang?"
    ),
    ChangeSort.SALINAN_BERUBAH: (
        "{title}, {place}: apakah salinannya disamakan dengan naskah, atau keputusannya berubah?"
    ),
    ChangeSort.DIKECUALIKAN_BARU: "“{title}” baru dikecualikan: apakah konsekuensinya diuji?",
    ChangeSort.CAKUPAN_DIPERLUAS: (
        "“{title}” kini dikecualikan seluruhnya: mengapa sisanya tidak dapat dibuka lagi?"
    ),
    ChangeSort.JANGKA_DIPERPANJANG: (
        "“{title}” dikecualikan lebih lama: apa alasannya, dan apakah masuk dalam keputusannya?"
    ),
    ChangeSort.JANGKA_TIDAK_SEBANDING: (
        "Jangka waktu “{title}” berubah dari “{before}” menjadi “{after}”: apakah menjadi lebih "
        "lama, apa alasannya, dan apakah masuk dalam keputusannya?"
    ),
    ChangeSort.ALASAN_BERUBAH: (
        "Dasar hukum “{title}” berubah: apakah konsekuensinya diuji dengan dasar yang baru?"
    ),
    ChangeSort.KODE_BERUBAH: (
        "Alamat “{title}” ikut berubah dari {before} ke {after}: apakah itu disengaja?"
    ),
    ChangeSort.DIBUKA: "“{title}” kini terbuka: apakah pengubahan statusnya sudah disetujui?",
    ChangeSort.KEPUTUSAN_BERUBAH: (
        "Keterangan {title}, {place}, berubah: apakah sesuai dengan naskah keputusannya?"
    ),
    ChangeSort.ACUAN_BERUBAH: (
        "Acuan “{title}” berubah: apakah penilaian yang memakainya memang hendak berubah?"
    ),
}
_MAYBE_OPEN = (
    "“{title}” baru dikecualikan dan mungkin semula terbuka: apakah konsekuensinya sudah diuji, "
    "dan di mana lembar ujinya?"
)
_NO_TERM = "“{title}” tidak berjangka waktu lagi, semula “{before}”: sampai kapan dikecualikan?"
_EXCLUDED_GONE = (
    _STATUS,
    "“{title}” ({place}) tidak lagi dikecualikan: apakah statusnya diubah, atau terlewat?",
)
_RECORD_GONE = (_NO_LAW, "“{title}” ({place}) tidak ada lagi: apakah memang hendak dihapus?")


def decisions(
    changes: Sequence[ReviewChange],
    new: Sequence[Diagnostic],
    effects: Sequence[ScoreEffect],
    outside: Sequence[OutsideFile],
    corpus: Corpus,
) -> Iterator[DecisionToMake]:
    """Yield the questions, gravest first, those on one passage of a law together."""
    if deciding := sum(file.sort.decides for file in outside):
        asked_first = (
            f"{format_bulat(deciding)} berkas program, tampilan, atau alur kerja berubah: "
            "apakah semuanya sudah dibaca pengelola program?"
        )
        yield DecisionToMake("Program, tampilan, atau alur kerja", "", "", (asked_first,))
    grouped: dict[tuple[ReviewSection, _Law], list[str]] = defaultdict(list)
    for change in changes:
        for detail in {detail.sort: detail for detail in change.details}.values():
            question = _question(change, detail)
            if question is not None:
                law, sentence = question
                texts = {
                    "title": change.title,
                    "place": change.place,
                    "before": detail.before,
                    "after": detail.after,
                }
                mark = " (peragaan)" if change.contoh else ""
                grouped[detail.sort.section, law].append(sentence.format_map(texts) + mark)
    order = list(ReviewSection)
    for (section, (source, passage)), asked in sorted(
        grouped.items(), key=lambda group: order.index(group[0][0])
    ):
        peraturan = corpus.get(Peraturan, slug=slug_of(source)) if source else None
        quote = peraturan.bunyi(passage) if peraturan else ""
        yield DecisionToMake(section.value, f"{source} {passage}".strip(), quote, tuple(asked))
    general = []
    if errors := sum(d.severity is Severity.GALAT for d in new):
        general.append(
            f"Ada {format_bulat(errors)} galat baru yang menahan penerbitan: siapa yang "
            "memperbaikinya?"
        )
    if lost := sum(moved.lost for effect in effects for moved in effect.moved):
        general.append(
            f"{format_bulat(lost)} kewajiban tidak lagi dinilai terpenuhi: apakah itu disengaja?"
        )
    for effect in (effect for effect in effects if effect.is_jump):
        cause = f" karena {effect.causes[0].name}" if effect.causes else ""
        general.append(
            f"Nilai {effect.nama}, {effect.tahun}, melonjak{cause}: apakah buktinya memang "
            "memenuhi kewajiban sebanyak itu?"
        )
    if general:
        yield DecisionToMake("Temuan dan kelengkapan", "", "", tuple(general))


def _question(change: ReviewChange, detail: Detail) -> tuple[_Law, str] | None:
    sort = detail.sort
    if sort in {ChangeSort.HILANG, ChangeSort.TIDAK_DILANJUTKAN}:
        if change.record.startswith("dik/"):
            return _EXCLUDED_GONE
        if not change.record.startswith("dip/"):
            return _RECORD_GONE
        sort = ChangeSort.HILANG
    if sort is ChangeSort.PUBLIK_DIKECUALIKAN and ChangeSort.DIRAGUKAN in change.sorts:
        return _TESTED, _MAYBE_OPEN
    if sort is ChangeSort.JANGKA_TIDAK_SEBANDING and not detail.after:
        return _NOT_FOR_EVER, _NO_TERM
    return (_LAWS.get(sort, _NO_LAW), _QUESTIONS[sort]) if sort in _QUESTIONS else None
