/* The search page, on Pagefind's JavaScript API. What is asked stands in the address: ?q=…&jenis=…&opd=…&tahun=….
   Text from the index is only ever set as text; the excerpt is split at its <mark> elements, never parsed. */
const ROOT = new URL("../../", import.meta.url);
const FACETS = ["jenis", "opd", "tahun"];
const AT_ONCE = 20;
const PAUSE = 250;

const form = document.querySelector(".ppid-cari");
const field = form.querySelector("input");
const intro = document.querySelector("[data-pengantar]");
const panel = document.querySelector("[data-cari]");
const facetForm = panel.querySelector("[data-segi-semua]");
const status = panel.querySelector("[role=status]");
const list = panel.querySelector("ol");
const nothing = panel.querySelector("[data-nihil]");
const moreButton = panel.querySelector("[data-lagi]");
const siteTitle = document.title;

let pagefind;
let sinonim;
let latest = 0;
let timer;
let current;

const number = (n) => n.toLocaleString("id-ID");
const facetOf = (name) => facetForm.querySelector(`[data-segi="${name}"]`);
const noFacets = () => Object.fromEntries(FACETS.map((name) => [name, []]));
const isFiltered = (asked) => FACETS.some((name) => asked.facets[name].length);

function element(name, props = {}, ...children) {
  const node = Object.assign(document.createElement(name), props);
  node.append(...children);
  return node;
}

/* ---- what is asked: in the form and in the address ---- */

function readAddress() {
  const query = new URLSearchParams(location.search);
  const facets = Object.fromEntries(FACETS.map((name) => [name, query.getAll(name)]));
  return { q: (query.get("q") || "").trim(), facets };
}

function writeAddress(asked) {
  const query = new URLSearchParams();
  if (asked.q) query.set("q", asked.q);
  FACETS.forEach((name) => asked.facets[name].forEach((value) => query.append(name, value)));
  const text = query.toString();
  history.replaceState(null, "", location.pathname + (text ? `?${text}` : ""));
}

function readFacets() {
  const checked = (name) => [...facetOf(name).querySelectorAll("input:checked")].map((box) => box.value);
  return Object.fromEntries(FACETS.map((name) => [name, checked(name)]));
}

/* ---- asking Pagefind ---- */

async function loadIndex() {
  if (pagefind) return;
  const index = await import(new URL("pagefind/pagefind.js", ROOT));
  await index.options({ excerptLength: 26 });
  await index.init();
  await index.filters(); /* without this, only the facets asked for are counted */
  pagefind = index;
}

function search(asked, except) {
  const chosen = FACETS.filter((name) => name !== except && asked.facets[name].length);
  const filters = Object.fromEntries(chosen.map((name) => [name, { any: asked.facets[name] }]));
  return pagefind.search(asked.q || null, { filters });
}

/* The numbers beside one facet count the hits that all the other facets leave. */
async function countFacets(asked, found) {
  const counts = {};
  for (const name of FACETS) {
    const source = asked.facets[name].length ? await search(asked, name) : found;
    counts[name] = source.filters[name] || {};
  }
  return counts;
}

/* Synonyms that find something, where the words of the reader find nothing. */
async function alternatives(asked) {
  if (!panel.dataset.sinonim || !asked.q) return [];
  sinonim ??= await fetch(panel.dataset.sinonim).then((answer) => (answer.ok ? answer.json() : {}), () => ({}));
  const words = asked.q.toLowerCase().split(/\s+/);
  const tried = [...(sinonim[words.join(" ")] || [])];
  words.forEach((word, i) => {
    const others = words.length > 1 ? sinonim[word] || [] : [];
    others.forEach((other) => tried.push(words.map((old, k) => (k === i ? other : old)).join(" ")));
  });
  const useful = [];
  for (const q of new Set(tried)) {
    const { results } = await search({ ...asked, q });
    if (results.length) useful.push([q, results.length]);
  }
  return useful.slice(0, 5);
}

/* ---- showing ---- */

function sentence(asked, count) {
  const about = asked.q ? ` untuk “${asked.q}”` : "";
  const within = isFiltered(asked) ? " dengan saringan ini" : "";
  return count ? `${number(count)} hasil${about}${within}.` : `Tidak ada hasil${about}${within}.`;
}

function showFacet(name, chosen, counts) {
  const detail = facetOf(name);
  const fieldset = detail.querySelector("fieldset");
  const focused = fieldset.contains(document.activeElement) ? document.activeElement.value : null;
  const values = new Set([...Object.keys(counts).filter((value) => counts[value]), ...chosen]);
  const order = name === "tahun" ? -1 : 1;
  const sorted = [...values].sort((a, b) => order * a.localeCompare(b, "id"));
  const boxes = sorted.map((value) => element("input", { type: "checkbox", value, checked: chosen.includes(value) }));
  fieldset.replaceChildren(
    ...boxes.map((box) =>
      element("label", {}, box, element("span", {}, box.value), element("span", {}, number(counts[box.value] || 0))),
    ),
  );
  detail.hidden = !sorted.length;
  boxes.find((box) => box.value === focused)?.focus();
}

function excerpt(text) {
  const plain = (part) => part.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  return text.split(/<\/?mark>/).map((part, i) => (i % 2 ? element("mark", {}, plain(part)) : plain(part)));
}

function showHit(hit) {
  const of = (name) => (hit.filters[name] || [hit.meta[name]]).filter(Boolean).join(", ");
  const about = FACETS.map(of).filter(Boolean).join(" · ");
  const { href } = new URL((hit.raw_url || hit.url).replace(/^\//, ""), ROOT);
  const item = element("li", {}, element("a", { href }, hit.meta.title || href));
  if (about) item.append(element("p", { className: "ppid-temu__meta" }, about));
  item.append(element("p", {}, ...excerpt(hit.excerpt)));
  return item;
}

async function showHits(results, turn, moveFocus) {
  const from = list.children.length;
  const hits = await Promise.all(results.slice(from, from + AT_ONCE).map((result) => result.data()));
  if (turn !== latest) return;
  list.append(...hits.map(showHit));
  moreButton.hidden = list.children.length >= results.length;
  moreButton.onclick = () => showHits(results, turn, true);
  if (moveFocus) list.children[from].querySelector("a").focus();
}

async function showNothing(asked, turn) {
  const others = await alternatives(asked);
  if (turn !== latest) return;
  const line = nothing.querySelector("[data-coba]");
  line.querySelectorAll("a").forEach((link) => link.remove());
  others.forEach(([q, count]) => {
    line.append(" ", element("a", { href: `?${new URLSearchParams({ q })}` }, `${q} (${number(count)})`));
  });
  line.hidden = !others.length;
  nothing.querySelector("[data-lepas]").hidden = !isFiltered(asked);
  nothing.hidden = false;
}

async function run(asked) {
  current = asked;
  latest += 1;
  const turn = latest;
  const idle = !asked.q && !isFiltered(asked);
  intro.hidden = !idle;
  panel.hidden = idle;
  document.title = asked.q ? `${asked.q} – ${siteTitle}` : siteTitle;
  writeAddress(asked);
  if (idle) return;
  try {
    await loadIndex();
  } catch {
    status.textContent = "Indeks pencarian tidak dapat dimuat. Muat ulang halaman ini, atau mulai dari daftar di bawah.";
    intro.hidden = false;
    return;
  }
  const found = await search(asked);
  const counts = await countFacets(asked, found);
  if (turn !== latest) return;
  FACETS.forEach((name) => showFacet(name, asked.facets[name], counts[name]));
  facetForm.hidden = FACETS.every((name) => facetOf(name).hidden);
  list.replaceChildren();
  nothing.hidden = true;
  moreButton.hidden = true;
  status.textContent = sentence(asked, found.results.length);
  if (found.results.length) await showHits(found.results, turn, false);
  else await showNothing(asked, turn);
}

/* ---- start ---- */

function runTyped() {
  clearTimeout(timer);
  run({ q: field.value.trim(), facets: current.facets });
}

const first = readAddress();
const isWide = matchMedia("(min-width: 900px)").matches;
FACETS.forEach((name) => { facetOf(name).open = isWide || first.facets[name].length > 0; });
field.value = first.q;
field.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(runTyped, PAUSE);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  runTyped();
});
facetForm.addEventListener("change", () => run({ q: current.q, facets: readFacets() }));
facetForm.addEventListener("submit", (event) => event.preventDefault());
nothing.querySelector("[data-lepas] button").addEventListener("click", () => {
  run({ q: current.q, facets: noFacets() });
  field.focus();
});
if (!first.q && !isFiltered(first)) field.focus();
run(first);
