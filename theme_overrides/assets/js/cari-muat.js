/* How the parts of the index are fetched. A question in the address needs the table of pages and the vocabulary before
   anything else: this small file comes first and asks for both while the search itself is still on its way. */

export const ROOT = new URL("../../", import.meta.url);
const INDEX = new URL("cari/indeks/", ROOT);

/** A part of the index did not come: the network, not a fault of the search. */
export class LoadError extends Error {}

/**
 * @param {string} name
 * @param {RequestInit} [options]
 * @returns {Promise<any>}
 */
async function fetched(name, options) {
  try {
    const answer = await fetch(new URL(name, INDEX), options);
    if (answer.ok) return await answer.json();
    throw new LoadError(`${name}: ${answer.status}`);
  } catch (error) {
    throw error instanceof LoadError ? error : new LoadError(name, { cause: error });
  }
}

/** @type {Map<string, Promise<any>>} */
const early = new Map();
if (globalThis.document?.documentElement.classList.contains("tanya")) {
  for (const name of ["catatan.json", "kata.json"]) {
    const asked = fetched(name, { cache: "no-cache" });
    asked.catch(() => {}); /* told to whoever asks for it */
    early.set(name, asked);
  }
}

/**
 * Read one file of the index; what was asked for early is handed over once.
 * @param {string} name
 * @param {RequestInit} [options]
 * @returns {Promise<any>}
 */
export function load(name, options) {
  const asked = early.get(name);
  early.delete(name);
  return asked ?? fetched(name, options);
}
