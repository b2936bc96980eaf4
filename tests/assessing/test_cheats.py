"""Ways to buy a figure: each with what it must not bring."""

import re
import shutil
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

from ppid.assessing.assess import assess
from ppid.assessing.model import OpdReport, State
from ppid.assessing.obligations import set_for
from ppid.checking.load import load
from ppid.core.corpus import Corpus
from ppid.core.kind import FilePlace
from ppid.core.record import Record
from ppid.kinds import KINDS
from ppid.kinds.badan import Badan, Penjawab
from ppid.kinds.daftar import DaftarDikecualikan, DaftarPublik, Nihil
from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.layanan import Laporan, LaporanLayanan, Permohonan
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.pemantauan.tautan import KIND as CHECKS
from ppid.kinds.pemantauan.tautan import KeadaanTautan, PemeriksaanTautan
from ppid.reviewing.control_addresses import compared as compared_with_controls
from ppid.reviewing.control_addresses import controls_for
from ppid.reviewing.links import Visit
from tests.assessing.test_recomputed import compared
from tests.conftest import TOWN

DAY = date(2022, 6, 30)
CORPUS = load(TOWN, DAY).corpus
OPD, TAHUN = "kecamatan-tepi-danau", 2021
SET = set_for(CORPUS, TAHUN)
assert SET is not None
CODES = [o.kode for o in SET.obligations]
LIST, ROW = CORPUS.of(DaftarPublik)[0], CORPUS.of(InformasiPublik)[0]
CHECKED = date(2021, 12, 6)
LINK = "https://kecamatan.kotakecil.example/dokumen/{}.pdf"


def placed(record: Record, opd: str, tahun: int, slug: str = "", **changes: object) -> Record:
    """Return a copy of a record that belongs to an OPD and year."""
    copy = record.model_copy(update=changes)
    copy.placed(record.id._replace(opd=opd, tahun=tahun, slug=slug), record.origin)
    return copy


def checked(
    address: str, keadaan: KeadaanTautan = "terbuka", day: date = CHECKED, tujuan: str | None = None
) -> PemeriksaanTautan:
    """Return the record of a check, as `ppid tautan` writes it."""
    check = PemeriksaanTautan(alamat=address, tanggal=day, keadaan=keadaan, tujuan=tujuan)
    check.placed(CHECKS.identify(FilePlace(tahun=day.year), check), ROW.origin)
    return check


def with_rows(
    rows: Sequence[dict[str, object]],
    opd: str = OPD,
    *,
    checks: Sequence[PemeriksaanTautan] | None = None,
    **about: object,
) -> Corpus:
    """Return the town in which an OPD has one more list, with these rows.

    Where nobody says what `checks` found, every address was found to open.
    """
    decided = LIST.penetapan
    assert decided is not None
    about = {"penetapan": decided.model_copy(update={"tanggal": date(2021, 7, 1)}), **about}
    usual = {"klasifikasi": "berkala", "diperbarui": date(2021, 12, 1), "waktu_pembuatan": "2021"}
    made = [placed(LIST, opd, TAHUN, **{"disampaikan": date(2021, 3, 1), **about})]
    for number, row in enumerate(rows):
        kept = {"kode": f"X-{number}", "tautan": LINK.format(number), **usual, **row}
        made.append(placed(ROW, opd, TAHUN, f"x-{number}", **kept))
        if checks is None and str(kept["tautan"]).startswith("https://"):
            made.append(checked(str(kept["tautan"])))
    made += checks or ()
    return corpus_of(made, {(DaftarPublik.kind, opd), (InformasiPublik.kind, opd)})


def decided_on(day: date) -> dict[str, object]:
    assert LIST.penetapan is not None
    return {"penetapan": LIST.penetapan.model_copy(update={"tanggal": day})}


def corpus_of(more: Iterable[Record], instead_of: set[tuple[str, str]]) -> Corpus:
    """Return the town with records more, instead of those of a kind and OPD in the year."""
    kept = [
        record
        for kind in KINDS
        for record in CORPUS.of(kind.model)
        if record.id.tahun != TAHUN or (record.id.kind, record.id.opd) not in instead_of
    ]
    about = (CORPUS.sources, CORPUS.documents, CORPUS.today)
    return Corpus([*kept, *more], *about, contents=CORPUS.contents)


def judged(corpus: Corpus, opd: str = OPD) -> OpdReport:
    found = assess(corpus).report(opd, TAHUN)
    assert found is not None
    return found


def by_rows(report: OpdReport) -> list[str]:
    """Return what was met by rows of a DIP."""
    return [
        a.obligation.kode
        for a in report.assessments
        if a.state is State.TERPENUHI
        and any(e.record and e.record.kind == InformasiPublik.kind for e in a.evidence)
    ]


def of_class(klasifikasi: str) -> list[str]:
    return [o.kode for o in SET.obligations if o.klasifikasi == klasifikasi]


def texts(klasifikasi: str) -> list[tuple[str, str]]:
    """Return the obligations of a class, each with a title in its own words."""
    return [(o.kode, o.teks) for o in SET.obligations if o.klasifikasi == klasifikasi]


ONE_DOCUMENT = (
    "https://kecamatan.kotakecil.example/dokumen/a.pdf#{}",
    "https://kecamatan.kotakecil.example/dokumen/a.pdf?v={}",
    "https://www.Kecamatan.kotakecil.example:443//dokumen/%61.pdf?{}",
)
EVERYTHING = "; ".join(CODES)
STUFFED = (
    "Profil, struktur organisasi, program, target, jadwal, anggaran, agenda, layanan, capaian,"
    " neraca, arus kas, aset, permohonan informasi, keberatan, pengaduan, kontrak, evakuasi"
)
THREE = "berkala.a.a; berkala.d.b; berkala.f.b"


@pytest.mark.parametrize(
    ("rows", "most"),
    [
        pytest.param(
            [{"informasi": "Papan nama kantor dinas", "kewajiban": EVERYTHING}], 0, id="1"
        ),
        pytest.param(
            [
                {
                    "informasi": f"Dokumen lain-lain {klasifikasi} nomor {number}",
                    "klasifikasi": klasifikasi,
                    "kewajiban": "; ".join(of_class(klasifikasi)),
                }
                for number, klasifikasi in enumerate(("berkala", "serta-merta", "setiap-saat"), 1)
            ],
            0,
            id="one row for each class",
        ),
        pytest.param([{"informasi": STUFFED, "kewajiban": EVERYTHING}], 0, id="a stuffed title"),
        pytest.param(
            [
                {"informasi": f"{text} bagian {n}", "kewajiban": code, "tautan": LINK}
                for n, (code, text) in enumerate(texts("berkala"))
            ],
            3,
            id="one document below many titles",
        ),
        pytest.param(
            [{"informasi": STUFFED, "kewajiban": code} for code in of_class("berkala")],
            0,
            id="one title with many addresses",
        ),
        *(
            pytest.param(
                [
                    {"informasi": text, "kewajiban": code, "tautan": address.format(n)}
                    for n, (code, text) in enumerate(texts("berkala"))
                ],
                3,
                id=f"one document at {address}",
            )
            for address in ONE_DOCUMENT
        ),
        pytest.param(
            [
                {"informasi": f"Berkas pertama ruang nomor {code}", "kewajiban": code}
                for code in CODES
            ],
            0,
            id="a row of no subject for each",
        ),
        pytest.param(
            [
                {"informasi": f"Daftar data laporan hasil jumlah {n}", "kewajiban": code}
                for n, code in enumerate(of_class("berkala"))
            ],
            0,
            id="words that name nothing",
        ),
        pytest.param(
            [{"informasi": "Neraca tahun 2020", "kewajiban": "setiap-saat.g; setiap-saat.h"}],
            0,
            id="another class",
        ),
        pytest.param(
            [
                {"informasi": "Profil dan alamat", "kewajiban": "berkala.a.a", "tautan": where}
                for where in (
                    "https://kecamatan.kotakecil.example/",
                    "https://s.id/abcd",
                    "https://kecamatan.kotakecil.example/?s=profil",
                )
            ],
            0,
            id="no document behind the address",
        ),
        pytest.param(
            [{"informasi": "Maklumat pelayanan informasi", "kewajiban": "maklumat; standar.a"}],
            0,
            id="what another OPD answers for the body",
        ),
        pytest.param(
            [
                {
                    "informasi": "Neraca tahun 2021",
                    "kewajiban": "berkala.d.b",
                    "waktu_pembuatan": "2022-03",
                }
            ],
            0,
            id="made after the year",
        ),
        pytest.param(
            [{"informasi": "Profil, neraca, dan peraturan", "kewajiban": THREE}], 3, id="honest"
        ),
    ],
)
def test_rows_bring_no_more_than_fits(rows: list[dict[str, object]], most: int) -> None:
    before, after = judged(with_rows([])), judged(with_rows(rows))
    assert len(by_rows(after)) <= most
    if not most:  # nor does the list as such bring anything where its rows say nothing
        own = {a.obligation.kode: a.state for a in after.assessments}
        junk = all(str(row["kewajiban"]).count(";") > 3 for row in rows)
        assert not junk or own["setiap-saat.a"] is not State.TERPENUHI
    most_points = 3 * most
    assert before.score.nilai is not None
    assert after.score.nilai is not None
    assert after.score.nilai - before.score.nilai <= most_points + 5  # a list that has rows


def test_what_is_in_doubt_never_empties_the_denominator() -> None:
    rows = [{"informasi": f"Berkas pertama ruang {n}", "kewajiban": k} for n, k in enumerate(CODES)]
    before, after = judged(with_rows([])), judged(with_rows(rows))
    assert after.score.perlu_dilihat > 40
    assert after.score.bobot_berlaku == before.score.bobot_berlaku
    assert after.score.paling_tinggi is not None
    assert after.score.nilai is not None
    assert after.score.paling_tinggi > after.score.nilai


SAID = "Disusun bersama bidang terkait, lalu dibahas dengan warga setempat."
EVERY_WORD = " ".join(o.teks for o in SET.obligations)


@pytest.mark.parametrize(
    ("text", "most"),
    [
        pytest.param(f"Profil, neraca, agenda, anggaran, program. {SAID}", 3, id="one file"),
        pytest.param(f"Profil, neraca, agenda. {SAID} Salinan {{number}}.", 3, id="one, numbered"),
        pytest.param(f"{{title}}. {SAID} {{number}}.", 3, id="one, each with its title"),
        pytest.param(f"{SAID} {EVERY_WORD} {{number}}", 3, id="one with every word"),
        pytest.param("{title} {number}", 0, id="many that hold their title alone"),
        pytest.param("Berkas nomor {number}.", 0, id="many that say nothing"),
    ],
)
def test_files_made_for_the_occasion(tmp_path: Path, text: str, most: int) -> None:
    shutil.copytree(TOWN, tmp_path, dirs_exist_ok=True)
    named = texts("berkala")[:12]
    office = tmp_path / "data/opd/dinkes"
    lists = office / "dip/2021.csv"
    lines = lists.read_text("utf-8").splitlines()[:1]
    for n, (code, title) in enumerate(named):
        said = text.format(number=n, title=title)
        (office / f"dokumen/salinan-{n}.txt").write_text(said, "utf-8")
        kept = "Sekretariat,Sekretaris,2021,Kota Kecil,digital,5 tahun"
        lines.append(f'X-{n},"{title}",berkala,{code},{kept},dokumen/salinan-{n}.txt,2021-10-04,')
    lists.write_text("\n".join(lines) + "\n", "utf-8")
    corpus = load(tmp_path, DAY).corpus
    report = assess(corpus).report("dinkes", TAHUN)
    assert report is not None
    assert min(most, 1) <= len(by_rows(report)) <= most
    assert report.score.perlu_dilihat >= 8 - most  # of twelve, those that bind this OPD
    others = {
        e.url
        for a in report.assessments
        if a.state is State.TERPENUHI
        for e in a.evidence
        if not (e.record and e.record.kind == InformasiPublik.kind)
    }
    assert report.dokumen <= len(others) + min(most, 1)  # copies are shown as one document
    assert compared(corpus)


def test_a_list_decided_in_the_future_counts_for_nothing() -> None:
    decided = LIST.penetapan
    assert decided is not None
    future = decided.model_copy(update={"tanggal": date(2031, 1, 1)})
    row = {"informasi": "Neraca tahun 2020", "kewajiban": "berkala.d.b"}
    report = judged(with_rows([row], penetapan=future))
    found = {a.obligation.kode: a for a in report.assessments}
    assert found["setiap-saat.a"].state is State.BELUM
    assert found["setiap-saat.a"].reason.endswith("tanggal itu sesudah hari penilaian.")


@pytest.mark.parametrize(
    "about",
    [
        pytest.param({"penetapan": None, "disampaikan": None}, id="no day at all"),
        pytest.param({"penetapan": None, "disampaikan": date(2031, 1, 1)}, id="handed in in 2031"),
        pytest.param(decided_on(date(2031, 1, 1)) | {"disampaikan": None}, id="decided in 2031"),
    ],
)
def test_rows_do_not_date_a_list_of_a_closed_year(about: dict[str, object]) -> None:
    corpus = with_rows(honest_rows(6), **about)
    report = judged(corpus)
    assert not by_rows(report)
    assert report.score.nilai == judged(with_rows([], **about)).score.nilai
    assert report.score.perlu_dilihat > 20
    assert compared(corpus)


def test_a_decision_of_long_ago_is_for_an_assessor_to_look_at() -> None:
    decided = LIST.penetapan
    assert decided is not None
    row = {"informasi": "Neraca tahun 2020", "kewajiban": "berkala.d.b"}
    for day, state in (
        (date(2019, 12, 31), State.PERLU_DILIHAT),
        (date(2020, 12, 1), State.TERPENUHI),
    ):
        report = judged(with_rows([row], penetapan=decided.model_copy(update={"tanggal": day})))
        assert {a.obligation.kode: a.state for a in report.assessments}["setiap-saat.a"] is state


def test_later_mending_does_not_change_a_closed_year() -> None:
    row = {"informasi": "Neraca tahun 2020", "kewajiban": "berkala.d.b"}
    late = judged(with_rows([row], disampaikan=date(2022, 2, 1)))
    found = {a.obligation.kode: a for a in late.assessments}["berkala.d.b"]
    assert found.state is State.BELUM
    assert "baru diketahui sejak 1 Februari 2022, sesudah hari penilaian" in found.reason
    touched = judged(with_rows([row | {"diperbarui": date(2022, 3, 1)}]))
    same = {a.obligation.kode: a for a in touched.assessments}["berkala.d.b"]
    assert (same.state, same.diperbarui) == (State.TERPENUHI, date(2021, 7, 1))


def exclusions(rows: int, nihil: Nihil | None = None) -> OpdReport:
    """Return the report of an OPD with so many good exclusions, or a statement of none."""
    good = CORPUS.get(DaftarDikecualikan, "setda", TAHUN)
    assert good is not None
    model = CORPUS.in_list(InformasiDikecualikan, "setda", TAHUN)[0]
    made = [placed(good, OPD, TAHUN, nihil=nihil)]
    made += [placed(model, OPD, TAHUN, f"e-{n}", kode=f"E-{n}") for n in range(rows)]
    about = {(DaftarDikecualikan.kind, OPD), (InformasiDikecualikan.kind, OPD)}
    return judged(corpus_of(made, about))


NIHIL = Nihil(pernyataan="Tidak ada.", pejabat="Sekretaris", tanggal=date(2021, 2, 26))


def test_nothing_withheld_is_worth_what_a_good_list_is_worth() -> None:
    empty, good = exclusions(0, NIHIL), exclusions(2)
    assert empty.score.nilai == good.score.nilai
    assert empty.score.bobot_berlaku == good.score.bobot_berlaku


@pytest.mark.parametrize(
    "said",
    [
        *("-", "…", "Rahasia", "Sama dengan di atas", "Dapat disalahgunakan oleh orang lain"),
        *("a" * 40, "rahasia " * 9),
    ],
)
def test_consequences_that_explain_nothing_are_for_an_assessor_to_look_at(said: str) -> None:
    """The last one would do for one row; here all three say it."""
    made = [
        placed(row, OPD, TAHUN, f"x-{number}", kode=f"X-{number}", konsekuensi_dibuka=said)
        for number, row in enumerate(CORPUS.of(InformasiDikecualikan)[:3])
    ]
    listed = next(d for d in CORPUS.of(DaftarDikecualikan) if d.nihil is None and d.penetapan)
    instead = {(DaftarDikecualikan.kind, OPD), (InformasiDikecualikan.kind, OPD)}
    corpus = corpus_of([placed(listed, OPD, TAHUN), *made], instead)
    states = {a.obligation.kode: a.state for a in judged(corpus).assessments}
    assert states["pengecualian.konsekuensi"] is State.PERLU_DILIHAT


def states_of_dik(report: OpdReport) -> dict[str, State]:
    return {
        a.obligation.kode.removeprefix("pengecualian."): a.state
        for a in report.assessments
        if a.obligation.kode.startswith("pengecualian.")
    }


def with_exclusion(**about: object) -> Corpus:
    """Return the town in which the OPD withholds one thing, which `about` tells of."""
    good = CORPUS.get(DaftarDikecualikan, "setda", TAHUN)
    assert good is not None
    model = CORPUS.in_list(InformasiDikecualikan, "setda", TAHUN)[0]
    told = {name: value for name, value in about.items() if name in type(model).model_fields}
    listed = {name: value for name, value in about.items() if name not in told}
    made = [placed(good, OPD, TAHUN, **listed), placed(model, OPD, TAHUN, "e-1", **told)]
    return corpus_of(
        made, {(k, OPD) for k in (DaftarDikecualikan.kind, InformasiDikecualikan.kind)}
    )


def test_a_consequence_that_repeats_the_title_is_for_an_assessor_to_look_at() -> None:
    title = CORPUS.in_list(InformasiDikecualikan, "setda", TAHUN)[0].informasi
    for said, state in (
        (f"{title}: {title}", State.PERLU_DILIHAT),
        ("Pesaing dapat meniru cara kerja pemohon izin.", State.TERPENUHI),
    ):
        corpus = with_exclusion(konsekuensi_dibuka=said)
        assert states_of_dik(judged(corpus))["konsekuensi"] is state
        assert compared(corpus)


def test_a_test_of_long_ago_is_for_an_assessor_to_look_at() -> None:
    good = CORPUS.get(DaftarDikecualikan, "setda", TAHUN)
    assert good is not None
    assert good.uji_konsekuensi is not None
    for day, state in (
        (date(1990, 1, 2), State.PERLU_DILIHAT),
        (date(2020, 12, 1), State.TERPENUHI),
    ):
        corpus = with_exclusion(
            uji_konsekuensi=good.uji_konsekuensi.model_copy(update={"tanggal": day})
        )
        assert states_of_dik(judged(corpus))["uji"] is state
        assert compared(corpus)


def test_a_list_of_nothing_that_does_not_say_so_is_none() -> None:
    assert set(states_of_dik(exclusions(0)).values()) == {State.BELUM}


@pytest.mark.parametrize("part", ["pernyataan", "pejabat"])
def test_a_statement_without_a_word_states_nothing(part: str) -> None:
    report = exclusions(0, NIHIL.model_copy(update={part: "– – –"}))
    assert states_of_dik(report)["penetapan"] is State.BELUM
    assert report.score.nilai == 0


def test_a_statement_of_nothing_beside_rows_is_no_evidence() -> None:
    both, none = exclusions(2, NIHIL), exclusions(0)
    assert (both.score.nilai or 0) < (exclusions(2).score.nilai or 0)
    assert (both.score.nilai or 0) <= (none.score.nilai or 0)


def figures(asked: int, day: date) -> OpdReport:
    """Return the report of the OPD that serves requests, with these figures for the year before."""
    model = CORPUS.get(LaporanLayanan, "setda", 2020)
    assert model is not None
    nothing = Permohonan(
        diterima=asked, dikabulkan_seluruhnya=asked, dikabulkan_sebagian=0, ditolak=0
    )
    update = {
        "permohonan": nothing,
        "waktu": None,
        "keberatan": None,
        "sengketa": None,
        "laporan": Laporan(tanggal=day),
    }
    kept = [r for kind in KINDS for r in CORPUS.of(kind.model) if r.id != model.id]
    more = placed(model, "setda", 2020, **update)
    corpus = Corpus([*kept, more], CORPUS.sources, CORPUS.documents, CORPUS.today)
    return judged(corpus, "setda")


def served(report: OpdReport) -> set[State]:
    codes = {"laporan", "laporan.c", "berkala.e.a"}
    return {a.state for a in report.assessments if a.obligation.kode in codes}


def test_figures_of_nought_and_early_ones_fill_no_obligation() -> None:
    assert served(figures(3, date(2021, 3, 1))) == {State.TERPENUHI}
    assert served(figures(0, date(2021, 3, 1))) == {State.PERLU_DILIHAT}
    assert served(figures(3, date(2020, 1, 2))) == {State.BELUM}


def test_who_has_not_begun_has_no_figure_and_lowers_none() -> None:
    profil = CORPUS.of(ProfilOpd)[0]
    new = placed(profil, "dinas-baru", 0, nama="Dinas Baru", singkatan="Disbar")
    corpus = corpus_of([new], set())
    report = judged(corpus, "dinas-baru")
    assert report.score.nilai is None
    assert not report.mulai
    assert all(a.reason.startswith("Belum mulai: ") for a in report.assessments)
    years = [assess(each).year(TAHUN) for each in (corpus, CORPUS)]
    assert years[0] is not None
    assert years[1] is not None
    assert years[0].score.nilai == years[1].score.nilai


def test_no_year_before_the_first_is_judged() -> None:
    (badan,) = CORPUS.of(Badan)
    first = placed(badan, "", 0, tahun_pertama=2020)
    rest = [r for kind in KINDS for r in CORPUS.of(kind.model) if r.id != badan.id]
    corpus = Corpus([first, *rest], CORPUS.sources, CORPUS.documents, CORPUS.today)
    assert [year.tahun for year in assess(corpus).years] == [2020, 2021]


def test_a_duty_of_the_body_is_answered_by_whom_the_body_names() -> None:
    row = {"informasi": "Maklumat pelayanan", "kewajiban": "maklumat.a"}
    (badan,) = CORPUS.of(Badan)
    named = placed(badan, "", 0, penjawab=(Penjawab(kewajiban=("maklumat.a",), opd=OPD),))
    corpus = with_rows([row])
    rest = [r for kind in KINDS for r in corpus.of(kind.model) if r.id != badan.id]
    other = Corpus([named, *rest], corpus.sources, corpus.documents, corpus.today)
    for given, opd, met in ((corpus, OPD, False), (other, OPD, True), (other, "setda", False)):
        states = {a.obligation.kode: a.state for a in judged(given, opd).assessments}
        assert (states["maklumat.a"] is State.TERPENUHI) is met


# ---- what each cheat brings, beside what honest work brings

OWN = "https://kecamatan.kotakecil.example"
VARIANTS = (
    f"{OWN}/dokumen/a.pdf?v={{}}",
    f"{OWN}/dokumen/a.pdf#{{}}",
    "https://www.kecamatan.kotakecil.example/dokumen/a.pdf",
    f"{OWN}:443/dokumen/a.pdf",
    f"{OWN}//dokumen//a.pdf",
    f"{OWN}/dokumen/%61.pdf",
    f"{OWN}/dokumen/{{}}/../A.PDF",
)
LONG_AGO = date(2017, 1, 2)
GOOD = 80
"""The figure that is worth cheating for."""


def titled(*addresses: str, **about: object) -> list[dict[str, object]]:
    """Return a row for every obligation of a class, with its own words and one of the addresses."""
    return [
        {
            "informasi": o.teks[:290],
            "kewajiban": o.kode,
            "klasifikasi": o.klasifikasi,
            "tautan": addresses[number % len(addresses)].format(number),
            **about,
        }
        for number, o in enumerate(o for o in SET.obligations if o.klasifikasi)
    ]


def honest_rows(documents: int) -> list[dict[str, object]]:
    """Return rows for so many documents that fit, each of which answers three obligations.

    The weightiest come first, and what need not be opened is listed besides.
    """
    by_weight = sorted(SET.obligations, key=lambda o: -o.bobot)
    periodic = [o for o in by_weight if o.klasifikasi == "berkala" and o.berlaku_untuk is None]
    threes = [periodic[n : n + 3] for n in range(0, 3 * documents, 3)]
    rows: list[dict[str, object]] = [
        {
            "informasi": "; ".join(o.teks for o in three)[:290],
            "kewajiban": "; ".join(o.kode for o in three),
        }
        for three in threes
    ]
    listed = [row for row in titled("") if row["klasifikasi"] != "berkala"]
    return [*rows, *listed]


def figure(corpus: Corpus) -> Decimal:
    found = judged(corpus).score.nilai
    assert found is not None
    return found


def wide(number: int) -> str:
    """Return a name of the own site in which other letters stand, by the bits of a number."""
    return respelled(number, lambda letter: chr(ord(letter) + 0xFEE0))


def signs(number: int) -> str:
    """Return a name of the own site in which signs stand for letters."""
    return respelled(number, lambda letter: f"%{ord(letter):02x}")


def respelled(number: int, other: Callable[[str], str]) -> str:
    return "".join(
        other(letter) if number >> place & 1 else letter for place, letter in enumerate("kecamatan")
    )


CHEATS: dict[str, tuple[Corpus, str, int]] = {
    "one file under many names": (with_rows(titled(OWN + "/a.pdf")), "21.7", 1),
    "seven spellings of one address": (with_rows(titled(*VARIANTS)), "21.7", 1),
    "one page asked for in many ways": (with_rows(titled(OWN + "/profil?x={}")), "21.7", 1),
    "one file with something written behind it": (
        with_rows(
            titled(*(f"{OWN}/dokumen/a.pdf{sign}{{}}" for sign in (";", "/", "/bab-", "%20")))
        ),
        "21.7",
        1,
    ),
    "one page with noughts before its number": (
        with_rows(titled(*(f"{OWN}/unduh?id={'0' * n}7" for n in range(70)))),
        "21.7",
        1,
    ),
    "one program asked for more than it heeds": (
        with_rows(titled(OWN + "/unduh.php?id=7&acak={}")),
        "21.7",
        1,
    ),
    "one file on servers of many names": (
        with_rows(titled("https://www{}.kecamatan.kotakecil.example/a.pdf")),
        "21.7",
        1,
    ),
    "addresses that all lead to one": (
        with_rows(
            titled(LINK),
            checks=[
                checked(LINK.format(n), tujuan=f"{OWN}/a.pdf") for n in range(len(SET.obligations))
            ],
        ),
        "21.7",
        1,
    ),
    "a title of everything": (
        with_rows([{"informasi": STUFFED, "kewajiban": EVERYTHING}]),
        "13.0",
        1,
    ),
    "one foreign document": (with_rows(titled("https://lain.example/a.pdf")), "17.4", 0),
    "many foreign documents": (with_rows(titled("https://lain.example/{}.pdf")), "41.3", 0),
    "foreign documents behind a stroke that looks like the own name": (
        with_rows(titled("https://lain.example\\.kotakecil.example/{}.pdf")),
        "41.3",
        0,
    ),
    "one file on a site in many letters": (
        with_rows(titled(*(f"https://{wide(n)}.kotakecil.example/a.pdf" for n in range(80)))),
        "21.7",
        1,
    ),
    "one file on a site with signs for its letters": (
        with_rows(titled(*(f"https://{signs(n)}.kotakecil.example/a.pdf" for n in range(1, 80)))),
        "41.3",
        0,
    ),
    "documents on the site of another office": (
        with_rows(titled("https://setda.kotakecil.example/dokumen/{}.pdf")),
        "41.3",
        0,
    ),
    "three subjects for all": (
        with_rows(
            [
                {"informasi": f"Neraca, profil, agenda {n}", "kewajiban": EVERYTHING}
                for n in range(62)
            ]
        ),
        "23.9",
        1,
    ),
    "no address at all": (with_rows(titled("")), "41.3", 0),
    "all days in 2017": (
        with_rows(
            titled("", diperbarui=LONG_AGO, waktu_pembuatan="2017"),
            **decided_on(LONG_AGO),
            disampaikan=LONG_AGO,
        ),
        "37.0",
        0,
    ),
    "a decision of 2031": (with_rows(titled(""), **decided_on(date(2031, 1, 2))), "39.1", 0),
    "updated 2039, made 2010, handed in 2019": (
        with_rows(
            titled("", diperbarui=date(2039, 12, 30), waktu_pembuatan="2010"),
            disampaikan=date(2019, 3, 1),
        ),
        "41.3",
        0,
    ),
    "what the city owes": (
        with_rows(
            [
                {"informasi": o.teks[:290], "kewajiban": o.kode}
                for o in SET.obligations
                if o.berlaku_untuk and o.berlaku_untuk.lingkup == "badan"
            ]
        ),
        "17.4",
        0,
    ),
    "invented addresses": (with_rows(titled(LINK), checks=()), "41.3", 0),
    "addresses that are gone": (
        with_rows(
            titled(LINK),
            checks=[checked(LINK.format(n), "hilang") for n in range(len(SET.obligations))],
        ),
        "41.3",
        0,
    ),
    "files that are not there": (with_rows(titled("dokumen/{}.pdf")), "41.3", 0),
}
"""Each cheat, the figure that it must not exceed, and how many of its documents fit."""
HONEST = ("41.3", "47.8", "54.3", "60.9", "67.4", "73.9", "80.4")
"""What honest work brings with no document, with one, and so on."""


def test_nobody_loses_a_site_that_others_call_theirs_too() -> None:
    """An office whose profile names its site keeps it, whoever else names it as well."""
    corpus = with_rows(honest_rows(2))
    others = [placed(p, p.id.opd, p.id.tahun, situs=OWN) for p in corpus.of(ProfilOpd)]
    rest = [r for kind in KINDS for r in corpus.of(kind.model) if not isinstance(r, ProfilOpd)]
    about = (corpus.sources, corpus.documents, corpus.today)
    assert str(figure(Corpus([*rest, *others], *about))) == HONEST[2]


def test_what_honest_work_brings() -> None:
    assert [str(figure(with_rows(honest_rows(n)))) for n in range(len(HONEST))] == [*HONEST]


@pytest.mark.parametrize("name", CHEATS)
def test_no_cheat_brings_more_than_honest_work(name: str) -> None:
    corpus, most, documents = CHEATS[name]
    assert figure(corpus) <= Decimal(most) <= Decimal(HONEST[documents])


def test_the_cheapest_cheat_costs_as_many_fitting_documents_as_honest_work() -> None:
    """All tricks together, around one document fewer than honest work needs for 80."""
    needed = next(n for n, brings in enumerate(HONEST) if Decimal(brings) >= GOOD)
    own = [LINK.format(n) for n in range(needed - 1)]
    spelled = [f"{address}{more}" for address in own for more in ("?v={}", "#{}")]
    tricks = {
        "ejaan": titled(*spelled),
        "borongan": [row | {"kewajiban": EVERYTHING} for row in titled(*own)],
        "asing": titled("https://lain.example/{}.pdf"),
        "kosong": titled(""),
        "rekaan": titled(f"{OWN}/rekaan/{{}}.pdf"),
    }
    rows = honest_rows(needed - 1)
    for number, row in enumerate(rows[: needed - 1]):
        row["tautan"] = own[number]
    for trick, more in tricks.items():  # the same title would only join the documents
        rows += [row | {"informasi": f"{row['informasi']} {trick}"} for row in more]
    addresses = {str(row.get("tautan") or "") for row in rows} - {""}
    opened = [checked(each) for each in sorted(addresses) if "rekaan" not in each]
    assert figure(with_rows(rows, checks=opened)) <= Decimal(HONEST[needed - 1]) < GOOD


Opens = Callable[[str], bool]


def as_checked(rows: Sequence[dict[str, object]], opens: Opens) -> Corpus:
    """Return the town with these rows, after their addresses were asked for beside controls."""
    corpus = with_rows(rows, checks=())
    urls = {str(row["tautan"]) for row in rows if str(row.get("tautan", "")).startswith("https://")}
    urls |= {control.url for control in controls_for(corpus, CHECKED)}
    visits = [Visit(url, "terbuka" if opens(url) else "hilang") for url in sorted(urls)]
    found = compared_with_controls(visits, corpus, CHECKED).visits
    return with_rows(rows, checks=[checked(each.url, each.keadaan) for each in found])


def path_of(url: str) -> str:
    return urlsplit(url).path


def asked(url: str, name: str) -> str:
    return dict(parse_qsl(urlsplit(url).query)).get(name, "")


def number_in(text: str) -> int:
    """Return the number that a text begins with, as many programs read one."""
    found = re.match(r"\d+", text)
    return int(found[0]) if found else 0


CARELESS: dict[str, tuple[str, Opens]] = {
    "a server that opens everything": (LINK, lambda _: True),
    "a parameter that nobody heeds": (f"{OWN}/profil?page={{}}", lambda u: path_of(u) == "/profil"),
    "something behind a number": (
        f"{OWN}/unduh?id=7x{{}}",
        lambda url: number_in(asked(url, "id")) == 7,
    ),
    "a name behind a number": (
        f"{OWN}/unduh/7-bab-{{}}",
        lambda url: number_in(path_of(url).rpartition("/")[2]) == 7,
    ),
    "a parameter more": (f"{OWN}/unduh?id=7&no={{}}", lambda url: asked(url, "id") == "7"),
    "two parameters more": (
        f"{OWN}/unduh?option=dip&id=7&no={{0}}&nama=n{{0}}",
        lambda url: (asked(url, "option"), asked(url, "id")) == ("dip", "7"),
    ),
    "parameters of many names": (
        f"{OWN}/unduh?id=7&a{{}}id=1",
        lambda url: asked(url, "id") == "7",
    ),
    "folders that nobody heeds": (
        f"{OWN}/bagian-{{}}/profil",
        lambda url: path_of(url).endswith("/profil"),
    ),
    "endings that nobody heeds": (
        f"{OWN}/unduh/7.a{{}}",
        lambda url: path_of(url).startswith("/unduh/7."),
    ),
    "the end of a name that nobody heeds": (
        f"{OWN}/profil-a{{}}b",
        lambda url: path_of(url).startswith("/profil"),
    ),
    "the beginning of a name that nobody heeds": (
        f"{OWN}/unduh?nama=a{{}}b-profil",
        lambda url: asked(url, "nama").endswith("profil"),
    ),
    "long endings that nobody heeds": (
        f"{OWN}/profil.bagian{{}}",
        lambda url: path_of(url).startswith("/profil."),
    ),
    "parameters of a path that nobody heeds": (
        f"{OWN}/profil;sesi=a{{}}b",
        lambda url: path_of(url).partition(";")[0] == "/profil",
    ),
    "names below the own one that all lead to one site": (
        "https://dip-{}.kecamatan.kotakecil.example/profil",
        lambda url: path_of(url) == "/profil",
    ),
    "such names with a name more below each": (
        "https://a{0}.b{0}.kotakecil.example/profil-{0}",
        lambda url: path_of(url).startswith("/profil-"),
    ),
}
"""Addresses of one document as a careless server opens them, without end."""


@pytest.mark.parametrize("name", CARELESS)
def test_a_server_that_opens_what_is_invented_shows_no_documents(name: str) -> None:
    address, opens = CARELESS[name]
    corpus = as_checked(titled(address), opens)
    assert figure(corpus) <= Decimal(HONEST[0])
    assert compared(corpus)


def test_the_document_itself_counts_once_among_its_spellings() -> None:
    spelled = [f"{OWN}/unduh?id=7", *(f"{OWN}/unduh?id=7x{n}" for n in range(80))]
    corpus = as_checked(titled(*spelled), lambda url: number_in(asked(url, "id")) == 7)
    assert Decimal(HONEST[0]) < figure(corpus) <= Decimal(HONEST[1])


CAREFUL: dict[str, tuple[str, Opens]] = {
    "files in one folder": (LINK, lambda url: path_of(url) in {path_of(each) for each in FILES}),
    "numbers, and names that nobody heeds": (
        f"{OWN}/index.php?option=com_dip&view=dokumen&id={{0}}:naskah-{{0}}&Itemid=101",
        lambda url: (
            (asked(url, "option"), asked(url, "view")) == ("com_dip", "dokumen")
            and number_in(asked(url, "id")) <= len(FILES)
        ),
    ),
    "a folder for each document": (
        f"{OWN}/berita/{{0}}/judul-{{0}}",
        lambda url: number_in(path_of(url).removeprefix("/berita/")) <= len(FILES),
    ),
    "a name and a year": (
        f"{OWN}/dokumen/naskah-{{}}-2021",
        lambda url: path_of(url) in {f"/dokumen/naskah-{n}-2021" for n in range(len(FILES))},
    ),
    "a site for each document": (
        "https://bagian-{}.kotakecil.example/profil",
        lambda url: (
            url in {f"https://bagian-{n}.kotakecil.example/profil" for n in range(len(FILES))}
        ),
    ),
}
FILES = [LINK.format(n) for n in range(len(HONEST) - 1)]


@pytest.mark.parametrize("name", CAREFUL)
def test_honest_work_keeps_its_figure_beside_controls(name: str) -> None:
    address, opens = CAREFUL[name]
    rows = honest_rows(len(FILES))
    for n in range(len(FILES)):
        rows[n]["tautan"] = address.format(n)
    assert str(figure(as_checked(rows, opens))) == HONEST[-1]
