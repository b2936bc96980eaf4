/* What every script does with a page: find a part of it, make a new one, write into the address. */

/** Whether the page lies on the reader's own disk, as in an offline copy. */
export const FROM_DISK = globalThis.location?.protocol === "file:";
/** What an address of a page ends with: a folder does not open from a disk. */
export const FRONT = FROM_DISK ? "index.html" : "";

/**
 * The element that a template promises; it throws where the template and the script have come apart.
 * @template {Element} T
 * @param {ParentNode} scope
 * @param {string} selector
 * @param {new () => T} type
 * @returns {T}
 */
export function part(scope, selector, type) {
  const found = scope.querySelector(selector);
  if (found instanceof type) return found;
  throw new TypeError(`no ${type.name} is “${selector}”`);
}

/**
 * All elements of one type, in the order of the page.
 * @template {Element} T
 * @param {ParentNode} scope
 * @param {string} selector
 * @param {new () => T} type
 * @returns {T[]}
 */
export function parts(scope, selector, type) {
  return [...scope.querySelectorAll(selector)].flatMap((found) => (found instanceof type ? [found] : []));
}

/**
 * A new element. Texts become text, never HTML: they may come from anywhere.
 * @template {keyof HTMLElementTagNameMap} N
 * @param {N} name
 * @param {Partial<HTMLElementTagNameMap[N]>} [props]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[N]}
 */
export function element(name, props = {}, ...children) {
  const made = Object.assign(document.createElement(name), props);
  made.append(...children);
  return made;
}

/** The mark of what is of a demonstration. */
export function exampleMark() {
  return element("span", { className: "ppid-tanda ppid-tanda--contoh" }, "contoh");
}

/**
 * Write values into the query of the address, where an empty one has no place, without a step to go back to.
 * @param {Record<string, string>} values
 */
export function writeQuery(values) {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(values)) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  const text = query.toString();
  try {
    history.replaceState(history.state, "", location.pathname + (text ? `?${text}` : "") + location.hash);
  } catch {
    /* a browser may refuse an address that changes too often; the page is right all the same */
  }
}
