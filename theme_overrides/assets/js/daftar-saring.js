/* What a table says and how it is ordered, apart from how it is shown. No DOM in here. */

/** @typedef {{ title: string, descending: boolean }} Order a table sorted by the column of this heading */

const collator = new Intl.Collator("id", { numeric: true });

/** @param {number} n */
export const number = (n) => n.toLocaleString("id-ID");

/**
 * Without case and diacritics.
 * @param {string} text
 */
export const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * The name of a column in an address: “Dasar hukum” is dasar-hukum.
 * @param {string} text
 */
export const slug = (text) =>
  plain(text)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

/**
 * The words that a row must hold, each anywhere in its text.
 * @param {string} query
 */
export const wordsOf = (query) => plain(query).split(/\s+/).filter(Boolean);

/**
 * How a table was asked to be sorted: “berakhir-turun” is the column berakhir, descending.
 * @param {string | null} text
 */
export function readOrder(text) {
  const [, key, down] = /^(.*?)(-turun)?$/.exec(text ?? "") ?? ["", ""];
  return { key, descending: Boolean(down) };
}

/**
 * Rows by their values, numbers in a text as numbers; rows without a value stay at the end, whichever way the others
 * run.
 * @template T
 * @param {readonly T[]} rows
 * @param {(row: T) => string} valueIn
 * @param {boolean} descending
 * @returns {T[]}
 */
export function sorted(rows, valueIn, descending) {
  const direction = descending ? -1 : 1;
  return rows
    .map((row) => ({ row, value: valueIn(row) }))
    .sort((a, b) => Number(!a.value) - Number(!b.value) || direction * collator.compare(a.value, b.value))
    .map(({ row }) => row);
}

/**
 * What is said to everybody, and aloud by a screen reader, whenever other rows are shown.
 * @param {{ all: number, matching: number, shown: number, unit: string, order: Order | null }} counts rows of the
 *   table, those that the filter lets through, and those of them that are laid out; `unit` is what a row counts as
 */
export function sentence({ all, matching, shown, unit, order }) {
  const total = `${number(all)} ${unit}`;
  if (!matching && all) return `Tidak ada yang cocok dari ${total}. Hapus sebagian kata atau pilih “Semua”.`;
  const how = order ? `, diurutkan menurut ${order.title} (${order.descending ? "turun" : "naik"})` : "";
  const first = shown < matching ? `; ${number(shown)} yang pertama tampil` : "";
  const said = `${first ? "cocok" : "tampil"}${first}${how}.`;
  return matching === all ? `Semua ${total} ${said}` : `${number(matching)} dari ${total} ${said}`;
}
