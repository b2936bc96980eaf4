"""Every state and figure computed a second time, from what the method page says alone.

Nothing of `ppid.assessing` takes part in the second computation; it shares only the records.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Any, TypeVar

import pytest

from ppid.assessing.assess import assess
from ppid.checking.load import load
from ppid.core.corpus import Corpus
from ppid.kinds.acuan.kewajiban import Kewajiban, KumpulanKewajiban
from ppid.kinds.acuan.prosedur import Prosedur
from ppid.kinds.badan import Badan
from ppid.kinds.daftar import Daftar, DaftarDikecualikan, DaftarPublik
from ppid.kinds.dik.model import InformasiDikecualikan, dasar_of, periode_of
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.layanan import LaporanLayanan
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.pemantauan.tautan import PemeriksaanTautan
from ppid.values.addresses import document_address, why_not_a_document
from ppid.values.dates import months_before
from ppid.values.titles import title_key
from tests.conftest import SMALL_LAW, TOWN

YES, NO, LOOK, SEEN, OUT = "terpenuhi", "belum", "perlu-dilihat", "tercatat", "tidak-berlaku"
Found = tuple[str, date | None]
L = TypeVar("L", DaftarPublik, DaftarDikecualikan)


class Year:
    """One year of a body, judged as the method page says."""

    def __init__(self, corpus: Corpus, tahun: int) -> None:
        self.corpus, self.tahun = corpus, tahun
        self.day = min(date(tahun, 12, 31), corpus.today)
        held = [
            g
            for g in corpus.of(KumpulanKewajiban)
            if g.mulai <= self.day and (g.sampai is None or self.day <= g.sampai)
        ]
        self.law = max(held, key=lambda g: g.mulai) if held else None
        self.badan = corpus.get(Badan)
        self.refused: dict[str, set[Any]] = defaultdict(set)
        self.answering_rows: dict[str, set[Any]] = defaultdict(set)
        if self.law:
            self.duties = [k for k in self.law.kewajiban if k.berlaku_pada(self.day)]
            self.groups = {c.kode: c for c in self.law.kategori}
            self.clocks = {c.kode: c for c in self.law.tenggat}

    def until(self, day: date | None) -> date | None:
        return day if day and day <= self.day else None

    # ---- whom a duty binds

    def binds(self, duty: Kewajiban, profil: ProfilOpd) -> str:
        scope = duty.berlaku_untuk
        if scope is None:
            return "yes"
        if scope.lingkup == "tidak-ada":
            return "no"
        if scope.lingkup == "badan":
            return "yes" if profil.id.opd == self.answering(duty.kode) else "no"
        if scope.fakta and not profil.layanan_langsung:
            return "no"
        if profil.jenis in scope.jenis or set(scope.urusan) & set(profil.urusan):
            return "yes"
        if scope.bila_tercatat:
            return "recorded"
        return "no" if scope.jenis or scope.urusan else "yes"

    def answering(self, kode: str) -> str:
        badan = self.badan
        if badan is None:
            return ""
        for each in badan.penjawab:
            since = each.mulai is None or each.mulai <= self.day
            if (
                kode in each.kewajiban
                and since
                and (each.sampai is None or self.day <= each.sampai)
            ):
                return each.opd
        for masa in badan.ppid_utama:
            if masa.mulai <= self.day and (masa.sampai is None or self.day <= masa.sampai):
                return masa.opd
        return ""

    def weight(self, duty: Kewajiban) -> Fraction:
        assert self.law is not None
        group = self.groups.get(duty.kelompok)
        own = Fraction(duty.bobot or self.law.bobot)
        return own * Fraction(group.bobot if group else "1")

    # ---- one OPD

    def judge(self, profil: ProfilOpd) -> dict[str, str]:
        opd = profil.id.opd
        lived = (profil.aktif_mulai is None or profil.aktif_mulai <= date(self.tahun, 12, 31)) and (
            profil.aktif_sampai is None or profil.aktif_sampai >= date(self.tahun, 1, 1)
        )
        handed = (DaftarPublik, DaftarDikecualikan, LaporanLayanan)
        begun = any(
            r.id.opd == opd and r.id.tahun <= self.tahun for m in handed for r in self.corpus.of(m)
        )
        if not (lived and begun):
            return dict.fromkeys((k.kode for k in self.duties), OUT)
        rows = self.rows(opd)
        return {duty.kode: self.state(duty, profil, rows) for duty in self.duties}

    def state(self, duty: Kewajiban, profil: ProfilOpd, rows: dict[str, list[Any]]) -> str:
        binds = self.binds(duty, profil)
        if binds == "no":
            return OUT
        group = self.groups.get(duty.kelompok)
        sorts = duty.bukti or (group.bukti if group else ("dip",))
        found = [self.timed(self.look(s, duty, profil.id.opd, rows), s) for s in sorts]
        order = [YES, LOOK]
        best = min(found, key=lambda f: order.index(f[0]) if f[0] in order else 2)
        if best[0] not in order:
            best = found[0]
        if binds == "recorded":
            return SEEN if best[0] == YES else OUT
        clock = self.clocks.get(duty.tenggat or (group.tenggat if group else ""))
        due = None
        if clock and clock.batas:
            month, day = map(int, clock.batas.split("-"))
            due = date(self.tahun, month, day)
        if best[0] == YES and duty.tenggat_menentukan and clock:
            limit = months_before(self.day, clock.bulan) if clock.bulan else None
            in_time = best[1] and (best[1] <= due if due else not limit or best[1] >= limit)
            best = best if in_time or not (due or limit) else (NO, best[1])
        if due and self.day <= due and best[0] != OUT:
            return SEEN if best[0] == YES else OUT
        return best[0]

    def timed(self, found: Found, sort: str) -> Found:
        state, day = found
        if state != YES or sort == "halaman":
            return found
        if day and day > self.day:
            return NO, day
        decisions = {"daftar-dip", "daftar-dik", "pernyataan-nihil", "uji-konsekuensi"}
        if day and sort in decisions and day.year < self.tahun - 1:
            return LOOK, day
        return (LOOK, None) if day is None and self.day < self.corpus.today else found

    # ---- what is there

    def known(self, model: type[L], opd: str) -> L | None:
        daftar = self.corpus.get(model, opd, self.tahun)
        if daftar is None:
            return None
        days = [daftar.ditetapkan, daftar.disampaikan, daftar.nihil and daftar.nihil.tanggal]
        past = [day for day in days if day and day <= self.corpus.today]
        return None if past and max(past) > self.day else daftar

    def of_list(self, daftar: Daftar) -> date | None:
        return daftar.ditetapkan or (daftar.nihil.tanggal if daftar.nihil else daftar.disampaikan)

    def dated(self, dip: DaftarPublik) -> bool:
        """Tell whether a list of a closed year says itself that it was there in its year."""
        days = (dip.ditetapkan, dip.disampaikan)
        return self.day == self.corpus.today or any(map(self.until, days))

    def older(self, dip: DaftarPublik) -> set[str]:
        assert self.law is not None
        decided = self.of_list(dip)
        if decided is None or decided >= self.law.mulai:
            return set()
        ours = {k.kode for k in self.law.kewajiban}
        before = {
            k.kode
            for g in self.corpus.of(KumpulanKewajiban)
            if g.mulai < self.law.mulai
            for k in g.kewajiban
        }
        rows = self.corpus.in_list(InformasiPublik, dip.id.opd, self.tahun)
        written = {c.strip() for row in rows for c in row.kewajiban.split(";")}
        return ours & before if written & (before - ours) else set()

    def speaks(self, title: str, duty: Kewajiban) -> bool:
        assert self.law is not None
        common = set(self.law.kata_umum)
        words = set(re.findall(r"[^\W_]+", title.casefold()))
        words |= {w[:-3] for w in words if w.endswith("nya") and len(w) > 5}
        found = [p for p in self.phrases(duty) if p <= words]
        if any(len(p) > 1 or p - common for p in found):
            return True
        return (
            bool(found) and len([w for w in words - common if len(w) > 1 and not w.isdigit()]) > 1
        )

    def phrases(self, duty: Kewajiban) -> list[set[str]]:
        assert self.law is not None
        if duty.kata:
            return [set(k.casefold().split()) for k in duty.kata]
        return [{w} for w in self.plain(duty.teks) - set(self.law.kata_umum) if len(w) >= 4]

    def telling(self, title: str) -> set[str]:
        assert self.law is not None
        words = self.plain(title) - set(self.law.kata_umum)
        return {w for w in words if len(w) > 1 and not w.isdigit()}

    def names_everything(self, row: InformasiPublik) -> bool:
        if len(self.plain(row.informasi)) <= 12:
            return False
        listed = (d for d in self.duties if d.klasifikasi in {None, row.klasifikasi})
        return len({d.naskah or d.kode for d in listed if self.speaks(row.informasi, d)}) > 12

    def plain(self, text: str) -> set[str]:
        words = set(re.findall(r"[^\W_]+", text.casefold()))
        return words | {w[:-3] for w in words if w.endswith("nya") and len(w) > 5}

    def rows(self, opd: str) -> dict[str, list[Any]]:
        """Return by code (sure or in doubt, day, how it opens) of every row that is no lie."""
        found: dict[str, list[Any]] = defaultdict(list)
        dip = self.known(DaftarPublik, opd)
        if dip is None or dip.nihil:
            return found
        assert self.law is not None
        mistaken, known = self.older(dip), {k.kode: k for k in self.duties}
        claims = []
        for row in self.corpus.in_list(InformasiPublik, opd, self.tahun):
            made = row.waktu_pembuatan.split("/")[0]
            if made > self.day.isoformat()[: len(made)]:
                continue
            codes = [code.strip() for code in row.kewajiban.split(";")]
            claims += [(row, known[c]) for c in codes if c in known and c not in mistaken]
        for group in self.documents(claims):
            fits = [
                (row, duty)
                for row, duty in group
                if duty.klasifikasi in {None, row.klasifikasi} and self.speaks(row.informasi, duty)
                if not self.names_everything(row)
            ]
            ranked = sorted(fits, key=lambda pair: -self.weight(pair[1]))
            names = list(dict.fromkeys(d.naskah or d.kode for _, d in ranked))
            counted = set(names[: self.law.paling_banyak])
            for row, duty in group:
                name = duty.naskah or duty.kode
                if duty.klasifikasi not in {None, row.klasifikasi}:
                    self.refused[opd].add(row.id)
                    continue
                fit = any(row is r and duty is d for r, d in fits)
                key = title_key(row.informasi)
                many = {d.naskah or d.kode for r, d in group if title_key(r.informasi) == key}
                if not fit and len(many) > self.law.paling_banyak:
                    self.refused[opd].add(row.id)
                    continue
                self.answering_rows[opd].add(row.id)
                sure = fit and name in counted and not why_not_a_document(row.tautan)
                day = self.until(row.diperbarui) or self.until(self.of_list(dip))
                day = day if self.dated(dip) else None
                found[duty.kode].append((sure, day, self.opens(row, duty)))
        return found

    def checked(self, row: InformasiPublik) -> PemeriksaanTautan | None:
        """Return the last check of an address that was known on the judging day."""
        own = document_address(row.tautan)
        every = [c for c in self.corpus.of(PemeriksaanTautan) if c.tanggal <= self.day]
        same = [c for c in every if document_address(c.alamat) == own]
        return max(same, key=lambda c: c.tanggal) if row.tautan and same else None

    def opens(self, row: InformasiPublik, duty: Kewajiban) -> str:
        if not row.tautan:
            return NO
        file = f"data/opd/{row.owner}/{row.tautan}"
        if file in self.corpus.documents:
            inside = self.corpus.contents[file].words
            if len(self.own_words(row)) < 4:
                return LOOK
            told = self.telling(row.informasi) & inside
            return YES if told or any(p <= inside for p in self.phrases(duty)) else LOOK
        if not row.tautan.startswith("https://"):
            return NO
        check = self.checked(row)
        if check is None or check.keadaan in {"tidak-menjawab", "tidak-terbedakan"}:
            return LOOK
        if check.keadaan == "hilang":
            return NO
        fresh = check.tanggal >= self.day - timedelta(days=180)
        end = check.tujuan or row.tautan
        own = self.is_own(end) and not self.is_of_another(end, row.id.opd)
        return YES if fresh and own else LOOK

    def own_words(self, row: InformasiPublik) -> set[str]:
        """Return what a file says beside the titles of its list that stand for files."""
        titles = set[str]()
        for other in self.corpus.in_list(InformasiPublik, row.id.opd, row.id.tahun):
            if f"data/opd/{other.owner}/{other.tautan}" in self.corpus.contents:
                titles |= self.plain(other.informasi)
        return set(self.corpus.contents[f"data/opd/{row.owner}/{row.tautan}"].words) - titles

    def is_own(self, address: str) -> bool:
        """Tell whether a host is of the body's own domain, or one that it names besides."""
        assert self.badan is not None
        host = re.split(r"[/:]+", address.lower())[1].split(".")
        own = self.badan.situs.split("/")[2].lower().split(".")
        length = 3 if own[-1] == "id" and len(own[-2]) <= 6 else 2
        others = [site.split("/")[2].lower().split(".") for site in self.badan.situs_lain]
        return any(host[-len(n) :] == n for n in (own[-length:], *others))

    def is_of_another(self, address: str, opd: str) -> bool:
        """Tell whether a profile of others, and not one's own, names the site of an address."""
        assert self.badan is not None

        def host(written: str) -> str:
            return re.sub(r"^www\d*\.", "", re.split(r"[/:]+", f"{written.lower()}//")[1])

        whose = {p.id.opd for p in self.corpus.of(ProfilOpd) if host(p.situs) == host(address)}
        of_the_body = {host(site) for site in (self.badan.situs, *self.badan.situs_lain)}
        return bool(whose) and opd not in whose and host(address) not in of_the_body

    def documents(self, claims: list[Any]) -> Iterator[list[Any]]:
        """Join claims that share an address or a title, until nothing can be joined any more."""
        left = list(claims)
        while left:
            group, grown = [left.pop(0)], True
            while grown:
                grown = False
                for claim in list(left):
                    if any(self.same(claim[0], other[0]) for other in group):
                        group.append(claim)
                        left.remove(claim)
                        grown = True
            yield [claim for claim in claims if any(claim is each for each in group)]

    def same(self, one: InformasiPublik, other: InformasiPublik) -> bool:
        a, b = (self.end_of(each) for each in (one, other))
        files = [f"data/opd/{each.owner}/{each.tautan}" for each in (one, other)]
        if a and b and all(file in self.corpus.contents for file in files):
            x, y = self.own_words(one), self.own_words(other)
            held = [self.corpus.contents[file].digests for file in files]
            if held[0] == held[1] or (x | y and Fraction(len(x & y), len(x | y)) >= Fraction(2, 3)):
                return True
        return bool(a and a == b) or title_key(one.informasi) == title_key(other.informasi)

    def end_of(self, row: InformasiPublik) -> str:
        check = self.checked(row)
        return document_address(check.tujuan if check and check.tujuan else row.tautan)

    # ---- each sort of evidence

    def look(self, sort: str, duty: Kewajiban, opd: str, rows: dict[str, list[Any]]) -> Found:
        if sort in {"dip", "dip-beralamat"}:
            able = [r for r in rows.get(duty.kode, ()) if r[2] != NO or sort == "dip"]
            sure = [r for r in able if r[0] and (r[2] == YES or sort == "dip")]
            days = [r[1] for r in sure or able if r[1]]
            return (YES if sure else LOOK if able else NO), max(days, default=None)
        if sort in {"dip-ada", "daftar-dip", "pemutakhiran-dip"}:
            return self.of_dip(sort, opd)
        if sort == "halaman":
            return self.on_pages(duty), None
        if sort.startswith(("layanan-", "laporan-")):
            return self.of_figures(sort, opd)
        return self.of_dik(sort, opd)

    def of_dip(self, sort: str, opd: str) -> Found:
        dip = self.known(DaftarPublik, opd)
        listed = self.corpus.in_list(InformasiPublik, opd, self.tahun)
        if dip is None or dip.nihil or not listed:
            return NO, None
        if {row.id for row in listed} <= self.refused[opd] - self.answering_rows[opd]:
            return LOOK, self.of_list(dip)
        if sort == "pemutakhiran-dip":
            days = sorted(d for r in listed if (d := self.until(r.diperbarui)))
            half = (len(listed) + 1) // 2
            touched = [days[-half]] if 0 < half <= len(days) else []
            newest = max(filter(None, [self.until(self.of_list(dip)), *touched]), default=None)
            if not self.dated(dip):
                return YES, None
            return (YES, newest) if newest else (NO, None)
        if sort == "dip-ada":
            return YES, self.of_list(dip)
        decided = dip.penetapan and dip.penetapan.nomor and dip.penetapan.tanggal
        return (YES, decided) if decided else (NO, None)

    def on_pages(self, duty: Kewajiban) -> str:
        badan = self.badan
        if badan is None or self.tahun != badan.tahun_berjalan or not duty.halaman:
            return NO
        there = {p.alamat for p in self.corpus.of(Prosedur) if p.untuk == "warga"}
        there |= {p.removeprefix("content/") for p in self.corpus.sources}
        if any(kanal.masih_berlaku(self.day) for kanal in badan.kanal):
            there.add("layanan/kanal/")
        return YES if there.issuperset(duty.halaman) else NO

    def of_figures(self, sort: str, opd: str) -> Found:
        told = self.corpus.get(LaporanLayanan, opd, self.tahun - 1)
        day = told.laporan.tanggal if told and told.laporan else None
        if told is None or (day and (day > self.day or day <= date(self.tahun - 1, 12, 31))):
            return NO, None
        refused = told.permohonan.ditolak
        given = sum(each.jumlah for each in told.alasan_penolakan)
        held = {
            "layanan-permohonan": True,
            "layanan-waktu": told.waktu is not None,
            "layanan-alasan": given >= refused,
            "layanan-sengketa": told.keberatan is not None and told.sengketa is not None,
            "laporan-layanan": day is not None,
        }[sort]
        if not held:
            return NO, None
        parts = (told.permohonan, told.waktu, told.keberatan, told.sengketa)
        empty = not any(v for p in parts if p for v in p.model_dump().values())
        return (LOOK if empty else YES), day

    def of_dik(self, sort: str, opd: str) -> Found:
        dik = self.known(DaftarDikecualikan, opd)
        listed = self.corpus.in_list(InformasiDikecualikan, opd, self.tahun)
        none_asked = False
        if dik is None or bool(dik.nihil) == bool(listed):
            return NO, None
        if dik.nihil and sort in {"pernyataan-nihil", "daftar-dik"}:
            said = self.plain(dik.nihil.pernyataan) and self.plain(dik.nihil.pejabat)
            return (YES, dik.nihil.tanggal) if said else (NO, None)
        if sort == "pernyataan-nihil":
            return NO, None
        if sort == "daftar-dik":
            p = dik.penetapan
            whole = p and p.nomor and p.tanggal and p.pejabat and p.tempat
            return (YES, p.tanggal) if whole else (NO, None)
        if sort == "jangka-huruf-a-f":
            asked = [r for r in listed if set(self.letters(r)) & {*"abcdef"} or not self.letters(r)]
            none_asked, listed = bool(listed and not asked), asked
        if dik.nihil or none_asked:
            return OUT, None
        if sort == "uji-konsekuensi":
            tested = dik.uji_konsekuensi.tanggal if dik.uji_konsekuensi else None
            late = tested and dik.ditetapkan and tested > dik.ditetapkan
            return (YES, tested) if tested and not late else (NO, None)
        decided = self.of_list(dik)
        if sort == "akhir-pengecualian":
            return self.ended(listed, opd, decided)
        holds = {
            "dasar-pengecualian": lambda r: any(g for _, g in dasar_of(r, self.corpus).alasan),
            "konsekuensi-pengecualian": lambda r: bool(r.konsekuensi_dibuka.strip()),
            "jangka-pengecualian": lambda r: periode_of(r, self.corpus).jelas,
            "jangka-huruf-a-f": lambda r: periode_of(r, self.corpus).jelas,
        }[sort]
        if not listed or not all(map(holds, listed)):
            return NO, None
        if sort == "konsekuensi-pengecualian":
            said = [" ".join(r.konsekuensi_dibuka.lower().split()) for r in listed]
            often = max(map(said.count, said))
            short = any(
                len(r.konsekuensi_dibuka.strip()) < 20
                or len(self.plain(r.konsekuensi_dibuka) - self.plain(r.informasi)) < 3
                for r in listed
            )
            if short or (often >= 3 and often * 2 > len(said)):
                return LOOK, decided
        return YES, decided

    def letters(self, row: InformasiDikecualikan) -> list[str]:
        return [alasan.huruf for _, alasan in dasar_of(row, self.corpus).alasan if alasan]

    def ended(
        self, listed: Sequence[InformasiDikecualikan], opd: str, decided: date | None
    ) -> Found:
        ends = [(r, periode_of(r, self.corpus).berakhir) for r in listed]
        over = [r for r, end in ends if decided and end and end < decided]
        public = self.corpus.in_list(InformasiPublik, opd, self.tahun)
        if self.known(DaftarPublik, opd) is None:
            public = ()
        codes, titles = {r.kode for r in public}, {title_key(r.informasi) for r in public}
        still = [r for r in over if r.kode not in codes and title_key(r.informasi) not in titles]
        return (NO, None) if still else (YES, decided) if over else (OUT, None)

    # ---- the figure

    def figure(self, states: dict[str, str]) -> tuple[Fraction, Fraction]:
        """Return the weight that was met and the weight that applies."""
        met = whole = Fraction(0)
        by_group: dict[str, list[Kewajiban]] = defaultdict(list)
        for duty in self.duties:
            by_group[duty.kelompok].append(duty)
        for kode, duties in by_group.items():
            counting = [d for d in duties if states[d.kode] in {YES, NO, LOOK}]
            held = sum((self.weight(d) for d in counting), Fraction(0))
            group = self.groups.get(kode)
            scale = Fraction(1)
            if group and group.bobot_tetap and held:
                scale = sum((self.weight(d) for d in duties), Fraction(0)) / held
            whole += held * scale
            met += scale * sum(
                (self.weight(d) for d in counting if states[d.kode] == YES), Fraction(0)
            )
        return met, whole


def compared(corpus: Corpus) -> int:
    """Compare every state and figure of a corpus; return how many states there are."""
    seen = 0
    for year in assess(corpus).years:
        again = Year(corpus, year.tahun)
        for report in year.reports:
            states = again.judge(report.profil)
            ours = {a.obligation.kode: a.state.value for a in report.assessments}
            differing = {k: (ours[k], states[k]) for k in ours if ours[k] != states[k]}
            assert not differing, (year.tahun, report.opd)
            figures = (report.score.bobot_terpenuhi, report.score.bobot_berlaku)
            assert figures == again.figure(states), (year.tahun, report.opd)
            seen += len(states)
    return seen


@pytest.mark.parametrize("day", [date(2020, 2, 1), date(2021, 3, 31), date(2021, 12, 31)])
def test_the_invented_town(day: date) -> None:
    assert compared(load(TOWN, day, SMALL_LAW).corpus) >= 4
    assert compared(load(TOWN, day).corpus) > 40
