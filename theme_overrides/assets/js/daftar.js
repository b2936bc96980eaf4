/* Tables: a filter row, heads that sort, a choice of columns. The page is complete without this script. What a reader
   chose stands in the address: ?q=…&<menu>=…&urut=berakhir-turun&tanpa=kode,bentuk. Only the first table that has a
   filter row writes there. Nothing is parsed as HTML. */
import { plain, readOrder, sentence, slug, sorted, wordsOf } from "./daftar-saring.js";
import { element, part, parts, writeQuery } from "./halaman.js";

/* Of a long table this many rows are shown at first, as in tabel.css. */
const AT_ONCE = 40;
const PAUSE = 200;

/* Where rows are blocks, as in tabel.css. */
const narrow = matchMedia("(max-width: 63.99em)");
const idle = window.requestIdleCallback ?? ((/** @type {() => void} */ act) => setTimeout(act, 1));

/* Written when the reader pauses: browsers refuse an address that changes with every key. */
const pending = /** @type {Record<string, string>} */ ({});
/** @type {number | undefined} */
let timer;
function writeAddress() {
  clearTimeout(timer);
  writeQuery(pending);
}

/** The fields over a table: words, one menu for each column that it narrows down, and the columns to show. */
class FilterRow {
  /**
   * @param {HTMLFormElement} form
   * @param {string[]} headings of the table
   */
  constructor(form, headings) {
    this.form = form;
    this.query = part(form, "[name=q]", HTMLInputElement);
    this.menus = parts(form, "select", HTMLSelectElement).map((field) => ({
      field,
      column: headings.indexOf(field.dataset.kolom ?? ""),
    }));
    for (const { field, column } of this.menus) {
      if (column < 0) throw new TypeError(`no column is called “${field.dataset.kolom}”`);
    }
    this.fields = [this.query, ...this.menus.map(({ field }) => field)];
    this.status = part(form, "[role=status]", HTMLElement);
    this.unit = form.dataset.satuan ?? "";
    this.reset = element("button", { type: "button", className: "ppid-tautan", hidden: true }, "Hapus saringan");
    this.status.after(this.reset);
    const fieldset = part(form, "fieldset", HTMLElement);
    this.boxes = headings.slice(1).map((heading) => {
      const box = element("input", { type: "checkbox", checked: true, value: slug(heading) });
      fieldset.append(element("label", {}, box, heading));
      return box;
    });
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  values() {
    return Object.fromEntries(this.fields.map((field) => [field.name, field.value.trim()]));
  }

  /** @param {URLSearchParams} query */
  read(query) {
    for (const field of this.fields) {
      field.value = query.get(field.name) ?? "";
      if ("selectedIndex" in field && field.selectedIndex === -1) field.value = ""; /* a value that no cell has */
    }
    const without = (query.get("tanpa") ?? "").split(",");
    for (const box of this.boxes) box.checked = !without.includes(box.value);
    if (without[0]) part(this.form, "details", HTMLDetailsElement).open = true;
    const chosen = without[0] || this.menus.some(({ field }) => field.value);
    for (const more of parts(this.form, ".ppid-saring__lain input", HTMLInputElement)) more.checked ||= Boolean(chosen);
  }

  /** @param {string} text */
  say(text) {
    if (this.status.textContent !== text) this.status.textContent = text;
  }
}

class List {
  /**
   * @param {HTMLTableElement} table
   * @param {HTMLFormElement | null} form
   * @param {boolean} addressed whether this is the table that the address speaks of
   */
  constructor(table, form, addressed) {
    this.table = table;
    this.addressed = addressed;
    this.body = table.tBodies[0];
    this.headRow = part(table, "thead tr", HTMLTableRowElement);
    this.heads = [...this.headRow.cells];
    this.titles = this.heads.map((head) => (head.textContent ?? "").trim());
    this.keys = this.titles.map(slug);
    this.original = [...this.body.rows];
    this.rows = this.original; /* in the order that was asked for */
    this.matching = this.rows; /* those that the filter lets through */
    this.shown = new Set(this.rows); /* those that are laid out */
    const region = table.closest(".ppid-tabel");
    const long = region?.matches(".ppid-tabel--panjang") ? region.nextElementSibling : null;
    this.usual = long && location.hash !== `#${table.id}-lagi` ? AT_ONCE : Number.POSITIVE_INFINITY;
    this.limit = this.usual;
    this.frozen = false;
    this.roled = false;
    /** @type {Map<number, Map<HTMLTableRowElement, string[]>>} texts of a column, read when a menu first needs them */
    this.columns = new Map();
    /** @type {Map<HTMLTableRowElement, string> | undefined} */
    this.known = undefined;
    this.addSortButtons();
    this.filterRow = form && new FilterRow(form, this.titles);
    if (this.filterRow) this.listen(this.filterRow);
    this.more = long instanceof HTMLElement ? this.addMoreButtons(long) : null;
    this.nameRoles();
    narrow.addEventListener("change", () => this.nameRoles());
    if (addressed) this.readAddress();
    else this.filter();
    region?.classList.remove("ppid-tabel--panjang"); /* from now on rows are hidden one by one */
  }

  /* ---- sorting ---- */

  addSortButtons() {
    this.heads.forEach((head, column) => {
      const button = element("button", { type: "button", title: "Urutkan menurut kolom ini" }, ...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const now = head.getAttribute("aria-sort");
        this.sort(now === "descending" ? -1 : column, now === "ascending");
        const key = now === "descending" ? "" : this.keys[column] + (now === "ascending" ? "-turun" : "");
        this.remember({ urut: key });
        this.filter();
      });
    });
  }

  /**
   * Ascending, descending, and back to the order of the list (column -1).
   * @param {number} column
   * @param {boolean} descending
   */
  sort(column, descending) {
    const figures = this.heads[column]?.classList.contains("ppid-angka");
    /** @param {HTMLTableRowElement} row */
    const valueIn = (row) => {
      const cell = row.cells[column];
      const text = (cell.textContent ?? "").trim();
      return cell.dataset.nilai || (figures ? text.replaceAll(".", "") : text);
    };
    this.rows = column < 0 ? this.original : sorted(this.original, valueIn, descending);
    this.body.append(...this.rows);
    this.heads.forEach((head, i) => {
      if (i === column) head.setAttribute("aria-sort", descending ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
  }

  order() {
    const column = this.heads.findIndex((head) => head.hasAttribute("aria-sort"));
    if (column < 0) return null;
    return { title: this.titles[column], descending: this.heads[column].getAttribute("aria-sort") === "descending" };
  }

  /* ---- filtering ---- */

  /** @param {FilterRow} filterRow */
  listen(filterRow) {
    const filtered = () => {
      this.remember(filterRow.values());
      this.limit = this.usual;
      this.filter();
    };
    filterRow.reset.addEventListener("click", () => {
      for (const field of filterRow.fields) field.value = "";
      filtered();
      filterRow.query.focus();
    });
    for (const field of filterRow.fields) field.addEventListener("input", filtered);
    for (const box of filterRow.boxes) {
      box.addEventListener("change", () => {
        this.showColumns(filterRow);
        const without = filterRow.boxes.filter((one) => !one.checked);
        this.remember({ tanpa: without.map((one) => one.value).join(",") });
      });
    }
    idle(() => this.texts());
  }

  texts() {
    this.known ??= new Map(this.original.map((row) => [row, plain(row.textContent ?? "")]));
    return this.known;
  }

  /**
   * The values in a column, by row; “a; b” are two.
   * @param {number} column
   */
  valuesOf(column) {
    let values = this.columns.get(column);
    if (!values) {
      values = new Map(this.original.map((row) => [row, (row.cells[column].textContent ?? "").trim().split("; ")]));
      this.columns.set(column, values);
    }
    return values;
  }

  filter() {
    const words = wordsOf(this.filterRow?.query.value ?? "");
    const chosen = (this.filterRow?.menus ?? [])
      .filter(({ field }) => field.value)
      .map(({ field, column }) => ({ values: this.valuesOf(column), value: field.value }));
    const texts = words.length ? this.texts() : null;
    /** @param {HTMLTableRowElement} row */
    const fits = (row) =>
      (!texts || words.every((word) => texts.get(row)?.includes(word))) &&
      chosen.every(({ values, value }) => values.get(row)?.includes(value));
    const narrowed = words.length > 0 || chosen.length > 0;
    this.matching = narrowed ? this.rows.filter(fits) : this.rows;
    if (this.filterRow) this.filterRow.reset.hidden = !narrowed;
    this.show();
  }

  show() {
    const wanted = new Set(this.matching.slice(0, this.limit));
    if (wanted.size < this.shown.size) this.freezeWidths();
    for (const row of this.shown) if (!wanted.has(row)) row.hidden = true;
    for (const row of wanted) if (!this.shown.has(row)) row.hidden = false;
    this.shown = wanted;
    if (this.more) this.more.hidden = this.matching.length <= this.limit;
    if (!this.filterRow) return;
    const counts = { all: this.original.length, matching: this.matching.length, shown: wanted.size };
    this.filterRow.say(sentence({ ...counts, unit: this.filterRow.unit, order: this.order() }));
  }

  /** @param {HTMLElement} more what leads to the rest of the table without a script */
  addMoreButtons(more) {
    /**
     * @param {string} text
     * @param {() => number} limitOf
     */
    const button = (text, limitOf) => {
      const made = element("button", { type: "button", className: "ppid-tombol ppid-tombol--sepi" }, text);
      made.addEventListener("click", () => {
        const from = this.limit;
        this.limit = limitOf();
        this.show();
        this.matching[from].querySelector("a")?.focus();
      });
      return made;
    };
    more.replaceChildren(
      button(`Tampilkan ${AT_ONCE} lagi`, () => this.limit + AT_ONCE),
      button("Tampilkan semua", () => Number.POSITIVE_INFINITY),
    );
    let before = this.limit;
    addEventListener("beforeprint", () => {
      before = this.limit;
      this.limit = Number.POSITIVE_INFINITY;
      this.show();
    });
    addEventListener("afterprint", () => {
      this.limit = before;
      this.show();
    });
    return more;
  }

  /* Columns keep their widths while rows come and go: nothing jumps, and far less has to be laid out anew. */
  freezeWidths() {
    if (this.frozen || narrow.matches) return;
    const widths = this.heads.map((head) => head.getBoundingClientRect().width);
    this.heads.forEach((head, i) => {
      if (widths[i]) head.style.width = `${widths[i]}px`;
    });
    this.table.style.tableLayout = "fixed";
    this.frozen = true;
    addEventListener("resize", () => this.thaw(), { once: true });
  }

  thaw() {
    this.table.style.tableLayout = "";
    for (const head of this.heads) head.style.width = "";
    this.frozen = false;
  }

  /* ---- columns ---- */

  /** @param {FilterRow} filterRow */
  showColumns(filterRow) {
    this.thaw();
    filterRow.boxes.forEach((box, i) => {
      this.table.classList.toggle(`ppid-tanpa-${i + 2}`, !box.checked);
    });
  }

  /* ---- narrow screens: each row is a block ---- */

  nameRoles() {
    if (this.roled || !narrow.matches || !this.table.closest(".ppid-tabel--tumpuk")) return;
    this.roled = true;
    this.thaw();
    /* some browsers forget what a block was */
    const role = (/** @type {Element} */ node, /** @type {string} */ name) => node.setAttribute("role", name);
    role(this.table, "table");
    for (const group of [/** @type {Element} */ (this.headRow.parentElement), this.body]) role(group, "rowgroup");
    role(this.headRow, "row");
    for (const head of this.heads) role(head, "columnheader");
    for (const row of this.original) {
      role(row, "row");
      for (const cell of row.cells) role(cell, cell.cellIndex ? "cell" : "rowheader");
    }
  }

  /* ---- the address ---- */

  /** @param {Record<string, string>} values */
  remember(values) {
    if (!this.addressed) return;
    Object.assign(pending, values);
    clearTimeout(timer);
    timer = window.setTimeout(writeAddress, PAUSE);
  }

  readAddress() {
    const query = new URLSearchParams(location.search);
    const { key, descending } = readOrder(query.get("urut"));
    const column = key ? this.keys.indexOf(key) : -1;
    if (column >= 0 || this.rows !== this.original) this.sort(column, descending);
    if (this.filterRow) {
      this.filterRow.read(query);
      this.showColumns(this.filterRow);
    }
    if (query.size) this.table.closest("details")?.setAttribute("open", ""); /* what is spoken of is not folded away */
    this.filter();
  }
}

const tables = parts(document, "table[data-ppid-urut]", HTMLTableElement);
/** @param {HTMLTableElement} table */
const formOf = (table) =>
  parts(document, `form[data-ppid-saring="${CSS.escape(table.id)}"]`, HTMLFormElement)[0] ?? null;
const first = tables.find(formOf) ?? tables[0];
const lists = tables.map((table) => new List(table, formOf(table), table === first));
const addressed = lists.find((list) => list.addressed);
addEventListener("pagehide", writeAddress);
addEventListener("popstate", () => addressed?.readAddress());
