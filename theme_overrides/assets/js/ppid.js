/* The script of every page. The site works without it; it adds the palette button, “Salin alamat”, and the foot of
   printed pages. What it adds to tables stands in daftar.js. */
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
    root.style.setProperty("--cetak-kaki", JSON.stringify(document.title + " · " + location.href));
  });
})();
