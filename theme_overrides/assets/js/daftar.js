/* Tables: a filter row, heads that sort, a choice of columns. The page is complete without this script. What a reader
   chose stands in the address: ?q=…&<menu>=…&urut=berakhir-turun&tanpa=kode,bentuk. Only the first table that has a
   filter row writes there. Nothing is parsed as HTML. */
(() => {
  /* So that typing stays quick on a phone: of a very long list only this many rows are laid out at a time. */
  const LONG = 400;
  const AT_ONCE = 40;
  const PAUSE = 200;

  const number = (n) => n.toLocaleString("id-ID");
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const slug = (text) => plain(text).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  const collator = new Intl.Collator("id", { numeric: true });
  const narrow = matchMedia("(max-width: 599px)");
  const idle = window.requestIdleCallback || ((act) => setTimeout(act, 1));

  function element(name, props, ...children) {
    const node = Object.assign(document.createElement(name), props);
    node.append(...children);
    return node;
  }

  /* Written when the reader pauses: browsers refuse an address that changes with every key. */
  const pending = {};
  let timer;
  function writeAddress() {
    clearTimeout(timer);
    const query = new URLSearchParams(location.search);
    Object.entries(pending).forEach(([name, value]) => (value ? query.set(name, value) : query.delete(name)));
    const text = query.toString();
    try {
      history.replaceState(history.state, "", location.pathname + (text ? `?${text}` : "") + location.hash);
    } catch { /* a file on disk */ }
  }
  function remember(values) {
    Object.assign(pending, values);
    clearTimeout(timer);
    timer = setTimeout(writeAddress, PAUSE);
  }

  class List {
    constructor(table, form, addressed) {
      this.table = table;
      this.form = form;
      this.addressed = addressed;
      this.body = table.tBodies[0];
      this.rows = [...this.body.rows];
      this.original = this.rows;
      this.heads = [...table.tHead.rows[0].cells];
      this.titles = this.heads.map((head) => head.textContent.trim());
      this.keys = this.titles.map(slug);
      this.columns = new Map(); /* texts of a column, read when a menu first needs them */
      this.shown = new Set(this.rows); /* rows that are laid out */
      this.matching = this.rows; /* rows that the filter lets through, in order */
      this.usual = this.rows.length > LONG ? AT_ONCE : Infinity;
      this.limit = this.usual;
      this.addSortButtons();
      if (form) this.prepareForm();
      if (this.limit < Infinity) this.addMoreButtons();
      this.labelCells();
      narrow.addEventListener("change", () => this.labelCells());
      this.readAddress();
      if (!addressed) this.filter();
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

    /* Ascending, descending, and back to the order of the list (column -1). */
    sort(column, descending) {
      const direction = descending ? -1 : 1;
      if (column < 0) {
        this.rows = this.original;
      } else {
        const figures = this.heads[column].classList.contains("ppid-angka");
        const valueOf = (row) => {
          const cell = row.cells[column];
          const text = cell.dataset.nilai || cell.textContent.trim();
          return figures && !cell.dataset.nilai ? text.replaceAll(".", "") : text;
        };
        /* rows without a value stay at the end, whichever way the others run */
        this.rows = this.original
          .map((row) => ({ row, value: valueOf(row) }))
          .sort((a, b) => !a.value - !b.value || direction * collator.compare(a.value, b.value))
          .map(({ row }) => row);
      }
      this.body.append(...this.rows);
      this.heads.forEach((head, i) => {
        if (i === column) head.setAttribute("aria-sort", descending ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      });
    }

    /* ---- filtering ---- */

    prepareForm() {
      this.query = this.form.elements.q;
      this.menus = [...this.form.querySelectorAll("select")];
      this.status = this.form.querySelector("[role=status]");
      this.reset = element("button", { type: "button", className: "ppid-tautan", hidden: true }, "Hapus saringan");
      this.status.after(this.reset);
      this.reset.addEventListener("click", () => {
        [this.query, ...this.menus].forEach((field) => { field.value = ""; });
        this.filtered();
        this.query.focus();
      });
      [this.query, ...this.menus].forEach((field) => field.addEventListener("input", () => this.filtered()));
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.addColumnBoxes();
      idle(() => this.texts());
    }

    texts() {
      this.known ??= new Map(this.original.map((row) => [row, plain(row.textContent)]));
      return this.known;
    }

    valuesOf(column) {
      if (!this.columns.has(column)) {
        const read = (row) => row.cells[column].textContent.trim().split("; ");
        this.columns.set(column, new Map(this.original.map((row) => [row, read(row)])));
      }
      return this.columns.get(column);
    }

    filtered() {
      const values = Object.fromEntries([this.query, ...this.menus].map((field) => [field.name, field.value.trim()]));
      this.remember(values);
      this.limit = this.usual;
      this.filter();
    }

    filter() {
      const words = this.form ? plain(this.query.value).split(/\s+/).filter(Boolean) : [];
      const chosen = (this.form ? this.menus : []).filter((menu) => menu.value)
        .map((menu) => [this.valuesOf(+menu.dataset.kolom), menu.value]);
      const texts = words.length ? this.texts() : null;
      const fits = (row) => (!texts || words.every((word) => texts.get(row).includes(word)))
        && chosen.every(([values, value]) => values.get(row).includes(value));
      this.matching = words.length || chosen.length ? this.rows.filter(fits) : this.rows;
      if (this.reset) this.reset.hidden = !words.length && !chosen.length;
      this.show();
    }

    show() {
      const wanted = new Set(this.matching.slice(0, this.limit));
      if (wanted.size < this.shown.size) this.freezeWidths();
      this.shown.forEach((row) => { if (!wanted.has(row)) row.hidden = true; });
      wanted.forEach((row) => { if (!this.shown.has(row)) row.hidden = false; });
      this.shown = wanted;
      if (this.more) this.more.hidden = this.matching.length <= this.limit;
      this.tell();
    }

    addMoreButtons() {
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
      this.more = element("p", { className: "ppid-baris" },
        button(`Tampilkan ${AT_ONCE} lagi`, () => this.limit + AT_ONCE),
        button("Tampilkan semua", () => Infinity));
      this.table.closest(".ppid-tabel").after(this.more);
      let before;
      addEventListener("beforeprint", () => { before = this.limit; this.limit = Infinity; this.show(); });
      addEventListener("afterprint", () => { this.limit = before; this.show(); });
    }

    /* Columns keep their widths while rows come and go: nothing jumps, and far less has to be laid out anew. */
    freezeWidths() {
      if (this.frozen || narrow.matches) return;
      const widths = this.heads.map((head) => head.getBoundingClientRect().width);
      this.heads.forEach((head, i) => { if (widths[i]) head.style.width = `${widths[i]}px`; });
      this.table.style.tableLayout = "fixed";
      this.frozen = true;
      addEventListener("resize", () => this.thaw(), { once: true });
    }

    thaw() {
      this.table.style.tableLayout = "";
      this.heads.forEach((head) => { head.style.width = ""; });
      this.frozen = false;
    }

    /* Said to everybody, and aloud by a screen reader. */
    tell() {
      if (!this.form) return;
      const [all, shown] = [this.original.length, this.matching.length];
      const total = `${number(all)} ${this.form.dataset.satuan}`;
      const sorted = this.heads.findIndex((head) => head.hasAttribute("aria-sort"));
      const order = sorted < 0 ? "" : `, diurutkan menurut ${this.titles[sorted]} (${
        this.heads[sorted].getAttribute("aria-sort") === "descending" ? "turun" : "naik"})`;
      const first = this.shown.size < shown ? `; ${number(this.shown.size)} yang pertama tampil` : "";
      const sentence = shown === all ? `Semua ${total} ${first ? "cocok" : "tampil"}${first}${order}.`
        : shown ? `${number(shown)} dari ${total} ${first ? "cocok" : "tampil"}${first}${order}.`
          : `Tidak ada yang cocok dari ${total}. Hapus sebagian kata atau pilih “Semua”.`;
      if (this.status.textContent !== sentence) this.status.textContent = sentence;
    }

    /* ---- columns ---- */

    addColumnBoxes() {
      const fieldset = this.form.querySelector("fieldset");
      this.boxes = this.titles.slice(1).map((title, i) => {
        const box = element("input", { type: "checkbox", checked: true, value: this.keys[i + 1] });
        fieldset.append(element("label", {}, box, title));
        box.addEventListener("change", () => {
          this.showColumns();
          this.remember({ tanpa: this.boxes.filter((one) => !one.checked).map((one) => one.value).join(",") });
        });
        return box;
      });
    }

    showColumns() {
      this.thaw();
      this.boxes.forEach((box, i) => this.table.classList.toggle(`ppid-tanpa-${i + 2}`, !box.checked));
    }

    /* ---- narrow screens: each row a block, each value with the name of its column ---- */

    labelCells() {
      if (this.labelled || !narrow.matches || !this.table.closest(".ppid-tabel--tumpuk")) return;
      this.labelled = true;
      this.thaw();
      const role = (node, name) => node.setAttribute("role", name); /* some browsers forget what a block was */
      role(this.table, "table");
      [this.table.tHead, this.body].forEach((group) => role(group, "rowgroup"));
      role(this.table.tHead.rows[0], "row");
      this.heads.forEach((head) => role(head, "columnheader"));
      this.original.forEach((row) => {
        role(row, "row");
        [...row.cells].forEach((cell, i) => {
          role(cell, i ? "cell" : "rowheader");
          if (i) cell.dataset.k = this.titles[i];
        });
      });
    }

    /* ---- the address ---- */

    remember(values) {
      if (this.addressed) remember(values);
    }

    readAddress() {
      if (!this.addressed) return;
      const query = new URLSearchParams(location.search);
      const [, key, down] = /^(.*?)(-turun)?$/.exec(query.get("urut") || "");
      const column = key ? this.keys.indexOf(key) : -1;
      if (column >= 0 || this.rows !== this.original) this.sort(column, Boolean(down));
      if (!this.form) {
        this.filter();
        return;
      }
      [this.query, ...this.menus].forEach((field) => {
        field.value = query.get(field.name) || "";
        if (field.selectedIndex === -1) field.value = ""; /* a value that this list does not have */
      });
      const without = (query.get("tanpa") || "").split(",");
      this.boxes.forEach((box) => { box.checked = !without.includes(box.value); });
      if (without[0]) {
        this.form.querySelector("details").open = true;
        this.showColumns();
      }
      this.filter();
    }
  }

  const tables = [...document.querySelectorAll("table[data-ppid-urut]")];
  const formOf = (table) => document.querySelector(`form[data-ppid-saring="${CSS.escape(table.id)}"]`);
  const first = tables.find(formOf) || tables[0];
  const lists = tables.map((table) => new List(table, formOf(table), table === first));
  addEventListener("pagehide", writeAddress);
  addEventListener("popstate", () => lists.forEach((list) => list.readAddress()));
})();
