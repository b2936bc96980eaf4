/* The script of every page. The site works without it; it adds the palette button, filter rows and sortable heads of
   tables (their state stands in the address), “Salin alamat”, suggestions in search boxes, and the foot of printed pages. */
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

  function suggest(field) {
    if (field && field.matches("form[role=search] input[type=search]")) {
      import("./cari-saran.js").then(function (module) { module.offer(field); }, function () { /* without suggestions */ });
    }
  }
  document.addEventListener("focusin", function (event) { suggest(event.target); });
  suggest(document.activeElement);

  addEventListener("beforeprint", function () {
    root.style.setProperty("--cetak-kaki", JSON.stringify(document.title + " · " + location.href));
  });
})();
