/* The script of every page. The site works without it; it adds the palette button, “Salin alamat”, suggestions in
   search boxes, and the foot of printed pages. What it adds to tables stands in daftar.js. */
(function () {
  "use strict";
  var root = document.documentElement;
  var each = function (selector, act) { document.querySelectorAll(selector).forEach(act); };

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

  /* Copies the address of the page, or the text of the element that the button names. */
  each("[data-ppid-salin]", function (button) {
    var source = document.getElementById(button.dataset.ppidSalin);
    if (!navigator.clipboard) return;
    var said = document.createElement("span");
    said.setAttribute("role", "status");
    said.className = "ppid-tersalin";
    button.after(said);
    button.hidden = false;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(source ? source.textContent : location.href.split("#")[0]).then(
        function () { said.textContent = source ? "Teks tersalin." : "Alamat tersalin."; },
        function () { said.textContent = "Belum tersalin. Pilih teksnya, lalu salin sendiri."; }
      );
    });
  });

  /* An objection takes the code of the finding from which the reader came. */
  each("#surat-sanggah", function (letter) {
    var open = letter.textContent;
    document.addEventListener("click", function (event) {
      var finding = event.target.closest("a[href='#menyanggah']") && event.target.closest("li[id]");
      if (!finding) return;
      letter.textContent = open.split("[kode kewajiban]").join(finding.id);
      letter.closest("details").open = true;
    });
  });

  function suggest(field) {
    if (field && field.matches("form[role=search] input[type=search]")) {
      import("./cari-saran.js").then(function (module) { module.offer(field); }, function () { /* without suggestions */ });
    }
  }
  document.addEventListener("focusin", function (event) { suggest(event.target); });
  suggest(document.activeElement);

  /* An address may lead to something that is folded away; not every browser unfolds it by itself. */
  function unfold() {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var folded = target && target.closest("details:not([open])");
    if (!folded) return;
    folded.open = true;
    target.scrollIntoView();
  }
  addEventListener("hashchange", unfold);
  unfold();

  addEventListener("beforeprint", function () {
    each("details.ppid-arti, details.ppid-lipat", function (part) { part.open = true; });
    root.style.setProperty("--cetak-kaki", JSON.stringify(document.title + " · " + location.href));
  });
})();
