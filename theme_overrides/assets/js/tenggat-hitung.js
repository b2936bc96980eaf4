/* Counting working days, as the generator does (`values`, working days). Days are times at midnight UTC, in
   milliseconds, so that no time zone moves them. No DOM in here. */

/** @typedef {{ nama: string, cuti: boolean }} Holiday a holiday; `cuti`: joint leave, which some offices work */
/** @typedef {{ time: number } & Holiday} Skipped */

const DAY = 86_400_000;
const HARI = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];
const BULAN = [
  ...["Januari", "Februari", "Maret", "April", "Mei", "Juni"],
  ...["Juli", "Agustus", "September", "Oktober", "November", "Desember"],
];

/**
 * A day as 2021-12-31.
 * @param {number} time
 */
export const iso = (time) => new Date(time).toISOString().slice(0, 10);

/**
 * A day as “Jumat, 31 Desember 2021”.
 * @param {number} time
 */
export function inWords(time) {
  const day = new Date(time);
  return `${HARI[day.getUTCDay()]}, ${day.getUTCDate()} ${BULAN[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
}

/**
 * The last day of a term that begins the day after `start`, with the holidays on the way.
 * @param {number} start
 * @param {number} days working days
 * @param {Map<string, Holiday>} libur by ISO day
 * @param {{ leaveIsWorked?: boolean }} [options] whether joint leave counts as worked
 * @returns {{ last: number, skipped: Skipped[] }}
 */
export function count(start, days, libur, { leaveIsWorked = false } = {}) {
  const skipped = [];
  let last = start;
  for (let left = days; left > 0; ) {
    last += DAY;
    if ([0, 6].includes(new Date(last).getUTCDay())) continue;
    const free = libur.get(iso(last));
    if (free && !(leaveIsWorked && free.cuti)) skipped.push({ time: last, ...free });
    else left -= 1;
  }
  return { last, skipped };
}

/**
 * The first and the last year whose holidays are known.
 * @param {Map<string, Holiday>} libur
 */
export function knownYears(libur) {
  const years = [...libur.keys()].map((day) => Number(day.slice(0, 4)));
  return { first: Math.min(...years), last: Math.max(...years) };
}
