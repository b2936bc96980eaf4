/* What is shown of an assessor's worksheet or a sheet of objections: what would come of handing it in. Nothing here is
   answered or mended; the worksheet itself is, in its own program. */
import { element } from "./halaman.js";
import { section } from "./periksa-meja.js";

/**
 * @typedef {object} Paper what `ppid.handing_in.worksheet.seen.SeenPaper` says
 * @property {string} sebutan what people call it
 * @property {string} pemantau empty where it is nobody's, as a sheet of objections
 * @property {number} tahun
 * @property {string} hari
 * @property {boolean} contoh
 * @property {string} hasil
 * @property {{ tempat: string, perangkat: string, kode: string, tanda: string, catatan: string }[]} tanda
 * @property {{ tempat: string, perangkat: string, temuan: string, tanggal: string, pihak: string, isi: string, tautan: string }[]} sanggahan
 * @property {{ tempat: string, kalimat: string, saran: string }[]} ditolak
 * @property {{ perangkat: string, ditandai: number, seluruhnya: number }[]} kemajuan
 * @property {string[]} kabar
 */

/** @param {Paper} paper */
export function heading(paper) {
  const [first, ...rest] = paper.sebutan;
  const whose = paper.pemantau ? `, ${paper.pemantau}` : "";
  return `${first.toUpperCase()}${rest.join("")} ${paper.tahun}${whose}. ${paper.hasil}.`;
}

/** @param {Paper} paper */
export function drawnPaper(paper) {
  return [result(paper), refused(paper), progress(paper), marks(paper), objections(paper)].flatMap((one) =>
    one ? [one] : [],
  );
}

/** @param {Paper} paper */
function result(paper) {
  const made = section(
    `Hasil pemeriksaan ${paper.sebutan}`,
    "hasil-kertas",
    element("p", {}, element("strong", {}, `${paper.hasil}.`)),
  );
  if (paper.contoh) made.append(element("p", {}, "Berkas ini dibuat dari data peragaan."));
  if (paper.kabar.length) made.append(listed(paper.kabar));
  made.append(
    element(
      "p",
      {},
      `Dibandingkan dengan data di situs ini per ${paper.hari}. Tidak ada yang disimpan: serahkan berkasnya seperti biasa. Yang menerimanya memeriksanya sekali lagi dengan data pada hari itu.`,
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
  return section(`Yang perlu diperbaiki di ${paper.sebutan}`, "ditolak-kertas", ...found);
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
  const titles = ["Tempat", "Perangkat daerah", "Kewajiban", "Tanda", "Catatan"];
  const rows = paper.tanda.map((one) => [one.tempat, one.perangkat, one.kode, one.tanda, one.catatan]);
  const read = table("Setiap tanda dengan selnya", "tanda-kertas-judul", titles, rows);
  return section("Tanda yang terbaca", "tanda-kertas", read);
}

/** @param {Paper} paper */
function objections(paper) {
  if (!paper.sanggahan.length) return undefined;
  const titles = ["Tempat", "Perangkat daerah", "Kode temuan", "Diterima", "Pihak", "Isi sanggahan", "Alamat naskah"];
  const rows = paper.sanggahan.map((one) => [
    one.tempat,
    one.perangkat,
    one.temuan,
    one.tanggal,
    one.pihak,
    one.isi,
    one.tautan,
  ]);
  const read = table("Setiap sanggahan dengan selnya", "sanggahan-kertas-judul", titles, rows);
  return section("Sanggahan yang terbaca", "sanggahan-kertas", read);
}

/**
 * A table in its own frame; the first text of a row says where it stands.
 * @param {string} words
 * @param {string} id
 * @param {string[]} titles
 * @param {string[][]} rows
 */
function table(words, id, titles, rows) {
  const caption = element("caption", { id }, element("span", {}, words));
  const head = element("tr", {}, ...titles.map((one) => element("th", { scope: "col" }, one)));
  const lines = rows.map(([place, ...texts]) =>
    element("tr", {}, element("th", { scope: "row" }, place), ...texts.map((text) => element("td", {}, text))),
  );
  const region = element(
    "div",
    { className: "ppid-tabel", tabIndex: 0 },
    element("table", {}, caption, element("thead", {}, head), element("tbody", {}, ...lines)),
  );
  region.setAttribute("role", "region");
  region.setAttribute("aria-labelledby", caption.id);
  return region;
}

/** @param {string[]} lines */
function listed(lines) {
  return element("ul", {}, ...lines.map((one) => element("li", {}, one)));
}
