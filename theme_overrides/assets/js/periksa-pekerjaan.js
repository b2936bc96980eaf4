/* What a person does at the desk: a file, for which list it is, answers, cells that were mended. Each step is kept, so
   that it can be taken back; nothing here knows a rule. */

/** @typedef {import("./periksa-mesin.js").Work} Work */

/**
 * @typedef {object} Spot
 * @property {string} lembar
 * @property {number} baris
 * @property {number} kolom
 * @property {string} sebutan
 */

/**
 * @typedef {object} Asking
 * @property {string} kunci
 * @property {string} tentang
 * @property {string} tertulis
 * @property {string} tanya
 * @property {{ jawaban: string, sebutan: string }[]} pilihan
 * @property {Spot | null} tempat
 * @property {[string, string][]} sekitar
 * @property {string} jawaban
 * @property {boolean} keterangan
 * @property {boolean} wajib
 */

/**
 * @typedef {object} Found
 * @property {string} tingkat
 * @property {string} kalimat
 * @property {string} saran
 * @property {string} contoh
 * @property {string} aturan
 * @property {Spot | null} tempat
 * @property {string} tentang
 */

/**
 * @typedef {object} Outcome what `ppid.handing_in.desk.Outcome` says
 * @property {string} ditolak
 * @property {string} saran
 * @property {string[]} kurang
 * @property {string} opd
 * @property {string} nama_opd
 * @property {string} jenis
 * @property {number} tahun
 * @property {string} lembar
 * @property {string} keadaan
 * @property {string} hitungan
 * @property {{ isian: string, judul: string, tertulis: string }[]} kolom
 * @property {{ sebutan: string, sel: { isi: string, tertulis: string, tempat: Spot | null }[] }[]} baris
 * @property {Asking[]} pertanyaan
 * @property {Found[]} temuan
 * @property {[string, string][]} keterangan
 * @property {{ tempat: Spot, semula: string, menjadi: string, sebab: string }[]} perbaikan
 * @property {{ sebab: string, jumlah: number, misalnya: string[] }[]} disisihkan
 * @property {string} hasil
 * @property {string[]} pribadi
 * @property {boolean} dapat_diserahkan
 * @property {Record<string, string>} sidik
 * @property {string} nama_hasil
 * @property {import("./periksa-kertas.js").Paper | null} kertas a worksheet, or a sheet of objections; the rest is empty then
 */

/**
 * @param {string} name
 * @param {{ opd: string, jenis: string, tahun: number }} list
 * @returns {Work}
 */
export function begun(name, list) {
  return { nama: name, ...list, jawaban: {}, suntingan: [] };
}

/**
 * @param {Work} work
 * @param {Record<string, string>} answers
 * @returns {Work}
 */
export function answered(work, answers) {
  return { ...work, jawaban: { ...work.jawaban, ...answers } };
}

/**
 * @param {Work} work
 * @param {Spot} spot
 * @param {string} text
 * @returns {Work}
 */
export function mended(work, spot, text) {
  const edit = { sheet: spot.lembar, row: spot.baris, column: spot.kolom, text };
  const others = work.suntingan.filter(
    (one) => one.sheet !== edit.sheet || one.row !== edit.row || one.column !== edit.column,
  );
  return { ...work, suntingan: [...others, edit] };
}

/**
 * The question that comes next: one that must be answered, in the order of the list, those passed over last.
 * @param {Asking[]} questions
 * @param {string[]} passed
 */
export function nextOf(questions, passed) {
  const open = questions.filter((one) => one.wajib);
  return open.find((one) => !passed.includes(one.kunci)) ?? open[0];
}

/**
 * The findings of every cell, by its sheet, row and column.
 * @param {Found[]} found
 */
export function byCell(found) {
  /** @type {Map<string, Found[]>} */
  const cells = new Map();
  for (const one of found) {
    if (!one.tempat) continue;
    const key = keyOf(one.tempat);
    cells.set(key, [...(cells.get(key) ?? []), one]);
  }
  return cells;
}

/** @param {Spot} spot */
export function keyOf(spot) {
  return `${spot.lembar}\n${spot.baris}\n${spot.kolom}`;
}

/** @type {Record<string, string>} */
const FILES = { csv: "isi daftar", yml: "keterangan daftar" };

/**
 * The receipt: what was found, of which file, with the fingerprints of what came of it.
 * @param {Outcome} outcome
 * @param {string} name
 * @param {string} day
 */
export function receipt(outcome, name, day) {
  const prints = Object.entries(outcome.sidik).map(([ending, print]) => `Sidik ${FILES[ending] ?? ending}: ${print}`);
  return [
    `${outcome.jenis.toUpperCase()} ${outcome.nama_opd} ${outcome.tahun}`,
    `Berkas: ${name}`,
    `Diperiksa: ${day}`,
    outcome.hasil,
    ...prints,
    "",
  ].join("\n");
}

/**
 * A letter that goes along with the file to hand in.
 * @param {Outcome} outcome
 * @param {string} address
 * @param {string} text
 */
export function letter(outcome, address, text) {
  const subject = `${outcome.jenis.toUpperCase()} ${outcome.tahun} ${outcome.nama_opd}`;
  const body = `Bersama surel ini kami serahkan ${subject}.\n\nLampirkan: ${outcome.nama_hasil}.zip\n\n${text}`;
  return `mailto:${address}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}

/** @typedef {"opd" | "jenis" | "tahun"} Which */

const NAMES = { opd: "perangkat daerah", jenis: "jenis daftar", tahun: "tahun" };

/**
 * What to say where a file does not state which list it is: what its title says was filled in, the
 * rest is to be chosen.
 * @param {Which[]} offered
 * @param {Which[]} left
 */
export function whichList(offered, left) {
  const listed = (/** @type {Which[]} */ parts) => new Intl.ListFormat("id").format(parts.map((one) => NAMES[one]));
  const filled = offered.length ? `Dari judul di berkasnya sudah diisikan di atas: ${listed(offered)}. ` : "";
  if (!left.length) return `${filled}Bila benar, tekan Periksa.`;
  const also = offered.length ? " Bila yang terisi sudah benar, tekan Periksa." : " Lalu tekan Periksa.";
  return `${filled}Berkas ini tidak menyebut ${listed(left)}. Pilih di atas.${also}`;
}
