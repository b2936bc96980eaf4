/* Work that is not finished, kept in this browser until the person deletes it. Where a browser keeps nothing, the page
   works all the same. */

/** @typedef {import("./periksa-mesin.js").Work} Work */
/** @typedef {{ content: Uint8Array<ArrayBuffer>, steps: Work[] }} Kept */

const STORE = "pekerjaan";

/**
 * Resolve once what was asked for stands in the browser's store: a page left between a request's success and its
 * transaction's end takes the request back.
 *
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest} act
 * @returns {Promise<unknown>}
 */
function at(mode, act) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("ppid-periksa", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const request = act(database.transaction(STORE, mode).objectStore(STORE));
      request.onerror = () => reject(request.error);
      request.transaction?.addEventListener("complete", () => {
        database.close();
        resolve(request.result);
      });
      request.transaction?.addEventListener("abort", () => {
        database.close();
        reject(request.transaction?.error);
      });
    };
  });
}

/**
 * @param {string} page
 * @param {Kept} work
 */
export async function keep(page, work) {
  try {
    await at("readwrite", (store) => store.put(work, page));
    return true;
  } catch {
    return false;
  }
}

/** @param {string} page */
export async function forget(page) {
  try {
    await at("readwrite", (store) => store.delete(page));
  } catch {
    /* nothing is kept */
  }
}

/**
 * @param {string} page
 * @returns {Promise<Kept | undefined>}
 */
export async function kept(page) {
  try {
    return /** @type {Kept | undefined} */ (await at("readonly", (store) => store.get(page)));
  } catch {
    return undefined;
  }
}
