/* How the parts of the index are fetched. A question in the address needs the table of pages and the vocabulary before
   anything else: the search page asks for both while its scripts are still on their way (halaman/cari.html). */

export const ROOT = new URL("../../", import.meta.url);
const INDEX = new URL("cari/indeks/", ROOT);

/** A part of the index did not come: the network, not a fault of the search. */
export class LoadError extends Error {}

/** @type {Map<string, Promise<Response | Error>>} */
const early = new Map();
const [pages, words] = /** @type {any} */ (globalThis).indeksAwal ?? [];
if (pages) early.set("catatan.json", pages).set("kata.json", words);

/**
 * Read one file of the index; what was asked for early is handed over once.
 * @param {string} name
 * @param {RequestInit} [options]
 * @returns {Promise<any>}
 */
export async function load(name, options) {
  const asked = early.get(name);
  early.delete(name);
  try {
    const answer = await (asked ?? fetch(new URL(name, INDEX), options));
    if (answer instanceof Error) throw answer;
    if (answer.ok) return await answer.json();
    throw new LoadError(`${name}: ${answer.status}`);
  } catch (error) {
    throw error instanceof LoadError ? error : new LoadError(name, { cause: error });
  }
}
