/* Two OPDs of a year side by side, from the published table of that year. What was chosen stands in the address. */
import { differences, FIGURES, figureOf } from "./banding-hitung.js";
import { element, FRONT, part, parts, writeQuery } from "./halaman.js";

/** @typedef {import("./banding-hitung.js").Year} Year */
/** @typedef {import("./banding-hitung.js").Office} Office */

/** @type {Map<string, Promise<Year>>} */
const years = new Map();

/** @param {string} url */
function load(url) {
  const known = years.get(url);
  if (known) return known;
  const asked = fetch(url).then((answer) => {
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    return answer.json();
  });
  years.set(url, asked);
  asked.catch(() => years.delete(url));
  return asked;
}

/**
 * @param {string} caption
 * @param {string[]} headings
 * @param {HTMLTableCellElement[][]} rows
 */
function table(caption, headings, rows) {
  const numbers = rows[0]?.map((cell) => cell.className) ?? [];
  const head = headings.map((text, place) => element("th", { scope: "col", className: numbers[place] ?? "" }, text));
  const region = element(
    "div",
    { className: "ppid-tabel", tabIndex: 0 },
    element(
      "table",
      {},
      element("caption", {}, element("span", {}, caption)),
      element("thead", {}, element("tr", {}, ...head)),
      element("tbody", {}, ...rows.map((cells) => element("tr", {}, ...cells))),
    ),
  );
  region.setAttribute("role", "region");
  region.setAttribute("aria-label", caption);
  return region;
}

/** @param {HTMLFormElement} form */
function comparison(form) {
  const root = form.dataset.ppidBanding ?? "";
  const [year, first, second] = ["tahun", "a", "b"].map((name) => part(form, `[name=${name}]`, HTMLSelectElement));
  const output = part(document, "#banding-hasil", HTMLElement);

  /**
   * @param {Office} office
   * @param {string} kode
   * @param {string} state
   */
  function stateOf(office, kode, state) {
    const words = state.replaceAll("-", " ");
    const href = `${root}${year.value}/${office.opd}/${FRONT}#${kode}`;
    return element("td", {}, element("a", { href }, words[0].toUpperCase() + words.slice(1)));
  }

  /** @param {Year} read */
  function answer(read) {
    const offices = [first, second].map(({ value }) => read.opd.find(({ opd }) => opd === value));
    const [one, other] = offices;
    if (!one || !other) return [element("p", {}, "Perangkat daerah itu tidak dinilai pada tahun ini.")];
    if (one === other) return [element("p", {}, "Pilih dua perangkat daerah yang berbeda.")];
    const mark = one.contoh || other.contoh ? " (contoh)" : "";
    const { found, same } = differences(read, one, other);
    const figures = FIGURES.map((figure) => [
      element("th", { scope: "row" }, figure[0]),
      ...[one, other].map((office) => element("td", { className: "ppid-angka" }, figureOf(office, figure))),
    ]);
    const duties = found.map(({ duty, first: a, second: b }) => [
      element("th", { scope: "row" }, duty.kode),
      element("td", {}, duty.teks),
      stateOf(one, duty.kode, a),
      stateOf(other, duty.kode, b),
    ]);
    return [
      element("p", {}, `${found.length} kewajiban berbeda keadaannya, ${same} sama.`),
      table(`Angka ${read.tahun}${mark}`, ["Angka", one.nama, other.nama], figures),
      table(`Kewajiban yang berbeda, ${read.tahun}${mark}`, ["Kode", "Kewajiban", one.nama, other.nama], duties),
    ];
  }

  async function show() {
    const asked = `${year.value} ${first.value} ${second.value}`;
    try {
      const made = answer(await load(`${root}banding/${year.value}.json`));
      if (asked !== `${year.value} ${first.value} ${second.value}`) return; /* chosen anew meanwhile */
      const [said, ...tables] = made;
      said.setAttribute("role", "status");
      output.replaceChildren(said, ...tables);
    } catch {
      const said = element("p", {}, "Data tahun ini tidak dapat dimuat. Pakai tabel per kategori di bawah.");
      said.setAttribute("role", "status");
      output.replaceChildren(said);
    }
  }

  const query = new URLSearchParams(location.search);
  for (const field of [year, first, second]) {
    const asked = query.get(field.name);
    if ([...field.options].some(({ value }) => value === asked)) field.value = asked ?? "";
  }
  form.addEventListener("input", () => {
    writeQuery({ tahun: year.value, a: first.value, b: second.value });
    show();
  });
  form.addEventListener("submit", (submitted) => submitted.preventDefault());
  if (query.has("a") || query.has("b")) show();
}

parts(document, "[data-ppid-banding]", HTMLFormElement).forEach(comparison);
