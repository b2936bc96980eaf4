/* The script of every page. The site works without it; it adds the palette button, “Salin alamat”, suggestions in
   search boxes, and the foot of printed pages. What it adds to tables stands in daftar.js. */
import { element, FROM_DISK, parts } from "./halaman.js";

const root = document.documentElement;

for (const button of parts(document, "[data-ppid-tema]", HTMLElement)) {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.tema ? root.dataset.tema === "gelap" : system.matches);
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  button.addEventListener("click", () => {
    root.dataset.tema = isDark() ? "terang" : "gelap";
    try {
      localStorage.setItem("ppid-tema", root.dataset.tema);
    } catch {
      /* not remembered */
    }
    show();
  });
  system.addEventListener("change", show);
  show();
}

/* A letter names its page. Where nobody knew the address of the site when it was built, the browser does; from a disk it
   would name a folder of the reader. */
const unknown = "[salin dari bilah alamat peramban]";
for (const letter of FROM_DISK ? [] : parts(document, ".ppid-surat pre, article a[href^='mailto:']", HTMLElement)) {
  const here = location.href.split(/[?#]/)[0];
  if (!(letter instanceof HTMLAnchorElement)) letter.textContent = (letter.textContent ?? "").replaceAll(unknown, here);
  else letter.href = letter.href.replaceAll(encodeURIComponent(unknown), encodeURIComponent(here));
}

/* Copies the address of the page, or the text of the element that the button names. */
for (const button of parts(document, "[data-ppid-salin]", HTMLElement)) {
  if (!navigator.clipboard) break;
  const source = document.getElementById(button.dataset.ppidSalin ?? "");
  if (FROM_DISK && !source) continue;
  const said = element("span", { className: "ppid-tersalin" });
  said.setAttribute("role", "status");
  button.after(said);
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(source?.textContent ?? location.href.split("#")[0]);
      said.textContent = source ? "Teks tersalin." : "Alamat tersalin.";
    } catch {
      said.textContent = "Belum tersalin. Pilih teksnya, lalu salin sendiri.";
    }
  });
}

/* An objection takes the code of the finding from which the reader came. */
for (const letter of parts(document, "#surat-sanggah", HTMLElement)) {
  const open = letter.textContent ?? "";
  document.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element)) return;
    const finding = target.closest("a[href='#menyanggah']")?.closest("li[id]");
    if (!finding) return;
    letter.textContent = open.replaceAll("[kode kewajiban]", finding.id);
    letter.closest("details")?.setAttribute("open", "");
  });
}

/** @param {EventTarget | null} field */
async function suggest(field) {
  if (!(field instanceof HTMLInputElement && field.matches("form[role=search] input[type=search]"))) return;
  const { offer } = await import("./cari-saran.js");
  await offer(field);
}
document.addEventListener("focusin", ({ target }) => suggest(target).catch(() => {})); /* without suggestions */
suggest(document.activeElement).catch(() => {});

addEventListener("beforeprint", () => {
  for (const folded of parts(
    document,
    "details.ppid-arti, details.ppid-lipat:not(.ppid-ketentuan)",
    HTMLDetailsElement,
  ))
    folded.open = true;
  root.style.setProperty(
    "--cetak-kaki",
    JSON.stringify(FROM_DISK ? document.title : `${document.title} · ${location.href}`),
  );
});

/* An address may lead to something that is folded away; not every browser unfolds it by itself. */
function unfold() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const folded = target?.closest("details:not([open])");
  if (!target || !folded) return;
  folded.setAttribute("open", "");
  target.scrollIntoView();
}
addEventListener("hashchange", unfold);
unfold();
