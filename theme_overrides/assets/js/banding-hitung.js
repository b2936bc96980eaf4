/* What differs between two OPDs of a year; the table comes from kelengkapan/banding/<tahun>.json. */

/**
 * @typedef {{kode: string, kategori: string, teks: string}} Duty
 * @typedef {{opd: string, nama: string, mulai: boolean, nilai: number | null, kesegaran: number | null,
 *   terpenuhi: number, belum: number, perlu_dilihat: number, tercatat: number, tidak_berlaku: number, dokumen: number,
 *   dip: number | null, dik: number | null, dik_nihil: boolean, keadaan: string, contoh: boolean}} Office
 * @typedef {{tahun: number, contoh: boolean, huruf: Record<string, string>, kewajiban: Duty[], opd: Office[]}} Year
 */

/** The figures that are compared: heading, field, and whether it has one decimal. */
export const FIGURES = /** @type {const} */ ([
  ["Nilai", "nilai", true],
  ["Kesegaran", "kesegaran", true],
  ["Terpenuhi", "terpenuhi", false],
  ["Belum", "belum", false],
  ["Perlu dilihat", "perlu_dilihat", false],
  ["Tercatat", "tercatat", false],
  ["Tidak berlaku", "tidak_berlaku", false],
  ["Dokumen berbeda", "dokumen", false],
  ["Informasi dalam DIP", "dip", false],
  ["Informasi dalam DIK", "dik", false],
]);

/**
 * A figure as it is written in Indonesian; a dash where there is none.
 * @param {number | null} figure
 * @param {boolean} decimal
 */
export function written(figure, decimal) {
  if (figure === null) return "–";
  return decimal ? figure.toFixed(1).replace(".", ",") : String(figure);
}

/**
 * A figure of an office; one that has not begun has no score, and that is not the same as none that applies,
 * nor is a list with nothing withheld the same as one without rows.
 * @param {Office} office
 * @param {(typeof FIGURES)[number]} figure
 */
export function figureOf(office, [, field, decimal]) {
  if (field === "dik" && office.dik_nihil) return "nihil";
  return field === "nilai" && !office.mulai ? "belum mulai" : written(office[field], decimal);
}

/**
 * The duties that stand otherwise for one than for the other, in the order of the law, and how many stand alike.
 * @param {Year} year
 * @param {Office} first
 * @param {Office} second
 */
export function differences(year, first, second) {
  const found = year.kewajiban.flatMap((duty, place) => {
    const [before, after] = [first.keadaan[place], second.keadaan[place]];
    return before === after ? [] : [{ duty, first: year.huruf[before], second: year.huruf[after] }];
  });
  return { found, same: year.kewajiban.length - found.length };
}
