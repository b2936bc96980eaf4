/* The script of every page. The site works without it; it adds the palette button, filter rows and sortable heads of
   tables (their state stands in the address), “Salin alamat”, and the foot of printed pages. */
(function () {
  "use strict";
  var root = document.documentElement;
  var each = function (selector, act) { document.querySelectorAll(selector).forEach(act); };
  var query = new URLSearchParams(location.search);

  function remember(values) {
    Object.keys(values).forEach(function (name) {
      if (values[name]) query.set(name, values[name]); else query.delete(name);
    });
    var text = query.toString();
    try {
      history.replaceState(null, "", location.pathname + (text ? "?" + text : "") + location.hash);
    } catch (error) { /* a file on disk */ }
  }

  each("[data-ppid-tema]", function (button) {
    var system = matchMedia("(prefers-color-scheme: dark)");
    var isDark = function () { return root.dataset.tema ? root.dataset.tema === "gelap" : system.matches; };
    var show = function () { button.setAttribute("aria-pressed", String(isDark())); };
    button.addEventListener("click", function () {
      root.dataset.tema = isDark() ? "terang" : "gelap";
      try { localStorage.setItem("ppid-tema", root.dataset.tema); } catch (error) { /* not remembered */ }
      show();
    });
    if (system.addEventListener) system.addEventListener("change", show);
    show();
  });

  each("[data-ppid-saring]", function (form) {
    var table = document.getElementById(form.dataset.ppidSaring);
    if (!table) return;
    var rows = Array.from(table.tBodies[0].rows);
    var texts = rows.map(function (row) { return row.textContent.toLowerCase(); });
    var fields = Array.from(form.querySelectorAll("input, select"));
    var status = form.querySelector("[role=status]");
    function filter() {
      var words = form.elements.q.value.toLowerCase().split(/\s+/).filter(Boolean);
      var shown = 0;
      rows.forEach(function (row, i) {
        var fits = words.every(function (word) { return texts[i].includes(word); }) &&
          fields.every(function (field) {
            return !field.dataset.kolom || !field.value ||
              row.cells[field.dataset.kolom].textContent.trim() === field.value;
          });
        row.hidden = !fits;
        if (fits) shown += 1;
      });
      var all = rows.length.toLocaleString("id-ID") + " " + form.dataset.satuan;
      status.textContent = shown === rows.length ? "Semua " + all + " tampil." :
        shown ? shown.toLocaleString("id-ID") + " dari " + all + " tampil." :
          "Tidak ada yang cocok dari " + all + ". Hapus sebagian kata atau pilih “Semua”.";
    }
    fields.forEach(function (field) {
      if (query.has(field.name)) field.value = query.get(field.name);
      field.addEventListener("input", function () {
        var state = {};
        state[field.name] = field.value;
        remember(state);
        filter();
      });
    });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.hidden = false;
    filter();
  });

  each("table[data-ppid-urut]", function (table) {
    var body = table.tBodies[0];
    var heads = Array.from(table.tHead.rows[0].cells);
    var compare = new Intl.Collator("id", { numeric: true }).compare;
    function sort(column, descending) {
      var value = function (row) { return row.cells[column].dataset.nilai || row.cells[column].textContent.trim(); };
      Array.from(body.rows)
        .sort(function (a, b) { return (descending ? -1 : 1) * compare(value(a), value(b)); })
        .forEach(function (row) { body.append(row); });
      heads.forEach(function (head, i) {
        if (i === column) head.setAttribute("aria-sort", descending ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      });
    }
    heads.forEach(function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.title = "Urutkan menurut kolom ini";
      button.append.apply(button, Array.from(head.childNodes));
      head.append(button);
      button.addEventListener("click", function () {
        var descending = head.getAttribute("aria-sort") === "ascending";
        sort(column, descending);
        remember({ urut: column + (descending ? "-turun" : "") });
      });
    });
    var wanted = /^(\d+)(-turun)?$/.exec(query.get("urut") || "");
    if (wanted && heads[wanted[1]]) sort(Number(wanted[1]), Boolean(wanted[2]));
  });

  /* The matrix: one category at a time, and one stop of the Tab key for each table; arrows move between cells. */
  each("[data-ppid-pilah]", function (form) {
    var parts = Array.from(document.querySelectorAll("[data-kategori]"));
    var choice = form.elements.kategori;
    var status = form.querySelector("[role=status]");
    function show() {
      parts.forEach(function (part) { part.hidden = Boolean(choice.value) && part.dataset.kategori !== choice.value; });
      status.textContent = choice.value ? "Satu dari " + parts.length + " kategori tampil." : "Semua kategori tampil.";
    }
    var wanted = query.get("kategori");
    if (parts.some(function (part) { return part.dataset.kategori === wanted; })) choice.value = wanted;
    choice.addEventListener("change", function () { remember({ kategori: choice.value }); show(); });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    each("[data-ppid-daftar-isi]", function (list) { list.hidden = true; });
    form.hidden = false;
    show();
  });

  each(".ppid-matriks table", function (table) {
    var rows = Array.from(table.rows).map(function (row) {
      return Array.from(row.cells).map(function (cell) { return cell.querySelector("a"); });
    });
    var moves = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
    var current = null;
    function take(link) {
      if (current) current.tabIndex = -1;
      current = link;
      link.tabIndex = 0;
    }
    rows.forEach(function (row) { row.forEach(function (link) { if (link) link.tabIndex = -1; }); });
    take(rows[1][0]);
    table.addEventListener("focusin", function (event) { if (event.target.matches("a")) take(event.target); });
    table.addEventListener("keydown", function (event) {
      var cell = event.target.closest("th, td");
      if (!cell || event.altKey || event.ctrlKey || event.metaKey) return;
      var y = cell.parentNode.rowIndex, x = cell.cellIndex, step = moves[event.key];
      if (event.key === "Home") { step = [0, 1]; x = -1; }
      if (event.key === "End") { step = [0, -1]; x = rows[y].length; }
      if (!step) return;
      event.preventDefault();
      do { y += step[0]; x += step[1]; } while (rows[y] && x >= 0 && x < rows[y].length && !rows[y][x]);
      if (rows[y] && rows[y][x]) rows[y][x].focus();
    });
  });

  each("[data-ppid-salin]", function (button) {
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(location.href).then(function () { button.textContent = "Alamat tersalin"; });
    });
  });

  each("[data-ppid-lapor][href^='mailto:']", function (link) {
    link.href += "&body=" + encodeURIComponent(location.href);
  });

  addEventListener("beforeprint", function () {
    each("details.ppid-arti", function (part) { part.open = true; });
    root.style.setProperty("--cetak-kaki", JSON.stringify(document.title + " · " + location.href));
  });
})();
