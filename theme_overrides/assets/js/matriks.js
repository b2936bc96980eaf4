/* The matrix of completeness: one category at a time (it stands in the address), and one stop of the Tab key for each
   table; arrows move between cells. Without this script every category is there, with a list that leads to each. */
import { part, parts, writeQuery } from "./halaman.js";

for (const form of parts(document, "[data-ppid-pilah]", HTMLFormElement)) {
  const categories = parts(document, "[data-kategori]", HTMLElement);
  const choice = part(form, "[name=kategori]", HTMLSelectElement);
  const status = part(form, "[role=status]", HTMLElement);
  const show = () => {
    for (const one of categories) one.hidden = Boolean(choice.value) && one.dataset.kategori !== choice.value;
    status.textContent = choice.value ? `Satu dari ${categories.length} kategori tampil.` : "Semua kategori tampil.";
  };
  const wanted = new URLSearchParams(location.search).get("kategori");
  if (wanted && categories.some((one) => one.dataset.kategori === wanted)) choice.value = wanted;
  choice.addEventListener("change", () => {
    writeQuery({ kategori: choice.value });
    show();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
}

/** Rows and columns to go for each key. */
const MOVES = /** @type {Record<string, [number, number]>} */ ({
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
});

for (const table of parts(document, ".ppid-matriks table", HTMLTableElement)) {
  const links = [...table.rows].map((row) => [...row.cells].map((cell) => cell.querySelector("a")));
  let current = links[1][0];
  /** @param {HTMLAnchorElement | null} link */
  const take = (link) => {
    if (current) current.tabIndex = -1;
    current = link;
    if (link) link.tabIndex = 0;
  };
  for (const link of links.flat()) if (link) link.tabIndex = -1;
  take(current);
  table.addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLAnchorElement) take(target);
  });
  table.addEventListener("keydown", (event) => {
    const cell = event.target instanceof Element && event.target.closest("th, td");
    if (!(cell instanceof HTMLTableCellElement) || event.altKey || event.ctrlKey || event.metaKey) return;
    let y = /** @type {HTMLTableRowElement} */ (cell.parentElement).rowIndex;
    let x = cell.cellIndex;
    let step = MOVES[event.key];
    if (event.key === "Home") [x, step] = [-1, MOVES.ArrowRight];
    if (event.key === "End") [x, step] = [links[y].length, MOVES.ArrowLeft];
    if (!step) return;
    event.preventDefault();
    do {
      y += step[0];
      x += step[1];
    } while (links[y] && x >= 0 && x < links[y].length && !links[y][x]);
    links[y]?.[x]?.focus();
  });
}
