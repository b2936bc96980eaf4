/* The deadline calculator: counts working days as generator/values/hari_kerja.py does, from the terms and holidays that
   the page prints. What was chosen stands in the address. */
(function () {
  "use strict";
  var form = document.querySelector("[data-ppid-tenggat]");
  if (!form) return;
  var DAY = 86400000;
  var HARI = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];
  var BULAN = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];
  var output = document.getElementById("hasil-isi");
  var query = new URLSearchParams(location.search);
  var libur = new Map();
  document.querySelectorAll("[data-libur]").forEach(function (row) {
    libur.set(row.dataset.libur, { nama: row.querySelector("span").textContent, cuti: "cuti" in row.dataset });
  });
  var years = Array.from(libur.keys()).map(function (day) { return Number(day.slice(0, 4)); });
  var first = Math.min.apply(null, years), last = Math.max.apply(null, years);
  form.elements.tanggal.min = first + "-01-01";
  form.elements.tanggal.max = last + "-12-31";

  function iso(time) { return new Date(time).toISOString().slice(0, 10); }
  function words(time) {
    var day = new Date(time);
    return HARI[day.getUTCDay()] + ", " + day.getUTCDate() + " " + BULAN[day.getUTCMonth()] + " " + day.getUTCFullYear();
  }
  function isWeekend(time) { return [0, 6].includes(new Date(time).getUTCDay()); }

  /* The last day of a term, with the holidays on the way; `work` counts joint leave as worked. */
  function count(start, days, work) {
    var skipped = [];
    for (var time = start; days > 0;) {
      time += DAY;
      if (isWeekend(time)) continue;
      var free = libur.get(iso(time));
      if (free && !(work && free.cuti)) skipped.push({ time: time, nama: free.nama, cuti: free.cuti }); else days -= 1;
    }
    return { last: time, skipped: skipped };
  }

  function add(parent, tag, text) {
    var element = document.createElement(tag);
    if (text) element.textContent = text;
    parent.appendChild(element);
    return element;
  }

  function showTerm(list, row, start) {
    var days = Number(row.dataset.hari);
    var found = count(start, days, false);
    var item = add(list, "li");
    add(item, "strong", row.cells[0].textContent);
    var line = add(item, "p", row.cells[2].textContent + ", " + days + " hari kerja: paling lambat ");
    add(line, "time", words(found.last)).dateTime = iso(found.last);
    line.append(". " + row.cells[5].textContent + ".");
    if (found.skipped.length) {
      add(item, "p", "Dilewati selain Sabtu dan Minggu: " + found.skipped.map(function (one) {
        return words(one.time) + " (" + one.nama + ")";
      }).join("; ") + ".");
    } else add(item, "p", "Hanya Sabtu dan Minggu yang dilewati.");
    if (found.skipped.some(function (one) { return one.cuti; })) {
      add(item, "p", "Bila cuti bersama dihitung sebagai hari kerja: " + words(count(start, days, true).last) + ".");
    }
    if (new Date(found.last).getUTCFullYear() > last) {
      add(item, "p", "Tenggat ini melewati " + last + "; hari libur sesudahnya belum diketahui.");
    }
  }

  function show() {
    var event = form.elements.peristiwa, day = form.elements.tanggal.value;
    var start = Date.parse(day + "T00:00:00Z");
    output.textContent = "";
    if (!day || isNaN(start)) {
      add(output, "p", "Pilih tanggal peristiwanya.");
      return;
    }
    if (day < form.elements.tanggal.min || day > form.elements.tanggal.max) {
      add(output, "p", "Pilih tanggal dari " + first + " sampai " + last + "; hari libur di luar itu belum diketahui.");
      return;
    }
    add(output, "p", event.options[event.selectedIndex].text + " pada " + words(start) + ".");
    var list = add(output, "ul");
    list.className = "ppid-daftar";
    document.querySelectorAll('[data-peristiwa="' + event.value + '"]').forEach(function (row) { showTerm(list, row, start); });
  }

  function remember() {
    ["peristiwa", "tanggal"].forEach(function (name) {
      if (form.elements.tanggal.value) query.set(name, form.elements[name].value); else query.delete(name);
    });
    var text = query.toString();
    try {
      history.replaceState(null, "", location.pathname + (text ? "?" + text : "") + location.hash);
    } catch (error) { /* a file on disk */ }
  }

  ["peristiwa", "tanggal"].forEach(function (name) {
    var field = form.elements[name], asked = query.get(name);
    var known = name === "tanggal" ? /^\d{4}-\d{2}-\d{2}$/.test(asked) : Array.from(field.options || []).some(function (one) { return one.value === asked; });
    if (asked && known) field.value = asked;
    field.addEventListener("input", function () { show(); remember(); });
  });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  show();
}());
