/* The matrix of a category of completeness: one stop of the Tab key for the table; arrows move between cells. */
import { parts } from "./halaman.js";

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
