/* What is shown of an assessor's worksheet: what would come of handing it in. Nothing here is answered or mended; the
   worksheet itself is, in its own program. */
import { element } from "./halaman.js";
import { section } from "./periksa-meja.js";

/**
 * @typedef {object} Paper what `ppid.handing_in.worksheet.seen.SeenPaper` says
 * @property {string} pemantau
 * @property {number} tahun
 * @property {string} hari
 * @property {boolean} contoh
 * @property {string} hasil
 * @property {{ tempat: string, perangkat: string, kode: string, tanda: string, catatan: string }[]} tanda
 * @property {{ tempat: string, kalimat: string, saran: string }[]} ditolak
 * @property {{ perangkat: string, ditandai: number, seluruhnya: number }[]} kemajuan
 * @property {string[]} kabar
 */

/** @param {Paper} paper */
export function heading(paper) {
  return `Kertas kerja ${paper.tahun}, ${paper.pemantau}. ${paper.hasil}.`;
}

/** @param {Paper} paper */
export function drawnPaper(paper) {
  return [result(paper), refused(paper), progress(paper), marks(paper)].flatMap((one) => (one ? [one] : []));
}

/** @param {Paper} paper */
function result(paper) {
  const made = section(
    "Hasil pemeriksaan kertas kerja",
    "hasil-kertas",
    element("p", {}, element("strong", {}, `${paper.hasil}.`)),
  );
  if (paper.contoh) made.append(element("p", {}, "Kertas kerja ini dibuat dari data peragaan."));
  if (paper.kabar.length) made.append(listed(paper.kabar));
  made.append(
    element(
      "p",
      {},
      `Dibandingkan dengan data di situs ini per ${paper.hari}. Tidak ada yang disimpan: serahkan kertas kerjanya seperti biasa. Yang menerimanya memeriksanya sekali lagi dengan data pada hari itu.`,
    ),
  );
  return made;
}

/** @param {Paper} paper */
function refused(paper) {
  if (!paper.ditolak.length) return undefined;
  const found = paper.ditolak.map((one) =>
    element(
      "div",
      { className: "ppid-pesan ppid-pesan--belum" },
      ...(one.tempat ? [element("p", {}, element("strong", {}, one.tempat))] : []),
      element("p", {}, `${one.kalimat} ${one.saran}`.trim()),
    ),
  );
  return section("Yang perlu diperbaiki di kertas kerja", "ditolak-kertas", ...found);
}

/** @param {Paper} paper */
function progress(paper) {
  if (!paper.kemajuan.length) return undefined;
  const lines = paper.kemajuan.map(
    (one) => `${one.perangkat}: ${one.ditandai} dari ${one.seluruhnya} yang perlu ditandai`,
  );
  return section("Kemajuan", "kemajuan-kertas", listed(lines));
}

/** @param {Paper} paper */
function marks(paper) {
  if (!paper.tanda.length) return undefined;
  const caption = element("caption", { id: "tanda-kertas-judul" }, element("span", {}, "Setiap tanda dengan selnya"));
  const titles = ["Tempat", "Perangkat daerah", "Kewajiban", "Tanda", "Catatan"];
  const head = element("tr", {}, ...titles.map((one) => element("th", { scope: "col" }, one)));
  const rows = paper.tanda.map((one) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, one.tempat),
      ...[one.perangkat, one.kode, one.tanda, one.catatan].map((text) => element("td", {}, text)),
    ),
  );
  const region = element(
    "div",
    { className: "ppid-tabel", tabIndex: 0 },
    element("table", {}, caption, element("thead", {}, head), element("tbody", {}, ...rows)),
  );
  region.setAttribute("role", "region");
  region.setAttribute("aria-labelledby", caption.id);
  return section("Tanda yang terbaca", "tanda-kertas", region);
}

/** @param {string[]} lines */
function listed(lines) {
  return element("ul", {}, ...lines.map((one) => element("li", {}, one)));
}
