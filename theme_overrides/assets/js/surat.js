/* The one request of the site, as the page carries it (publishing/items/letters.py): here it only takes in what was
   asked for and who may hold it. No DOM in here. */

const ASKED = /^(Informasi: ).*$/m;
const HOLDER = /^(Perangkat daerah: )(.*)$/m;

/**
 * @param {string} letter
 * @param {string} about
 * @param {string} holder nothing where nobody can tell
 */
export const requestLetter = (letter, about, holder) =>
  letter.replace(ASKED, (_, label) => label + about).replace(HOLDER, (_, label, open) => label + (holder || open));

/**
 * The address of a mail that says this; mail wants its lines to end with CR and LF.
 * @param {string} to
 * @param {string} subject
 * @param {string} text
 */
export function mailAddress(to, subject, text) {
  const fields = { subject, body: text.replaceAll("\n", "\r\n") };
  const query = Object.entries(fields).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `mailto:${to}?${query.join("&")}`;
}
