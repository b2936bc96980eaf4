/* The matrix of completeness: one category at a time (it stands in the address), and one stop of the Tab key for each
   table; arrows move between cells. Without this script every category is there, with a list that leads to each. */
(function () {
  "use strict";
  var each = function (selector, act) { document.querySelectorAll(selector).forEach(act); };
  var query = new URLSearchParams(location.search);

  function remember(category) {
    if (category) query.set("kategori", category); else query.delete("kategori");
    var text = query.toString();
    try {
      history.replaceState(history.state, "", location.pathname + (text ? "?" + text : "") + location.hash);
    } catch (error) { /* a file on disk */ }
  }

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
    choice.addEventListener("change", function () { remember(choice.value); show(); });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
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
})();
