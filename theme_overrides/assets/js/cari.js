/* The search page. What is asked stands in the address: ?q=…&jenis=…&opd=…&tahun=…&klasifikasi=…&huruf=….
   Text from the index is only ever set as text. */
import { cut } from "./cari-kata.js";
import { LoadError, ROOT, loadEngine } from "./cari-mesin.js";
import { hideLetter, showLetter } from "./cari-surat.js";

const FACETS = ["jenis", "opd", "tahun", "klasifikasi", "huruf"];
const AT_FIRST = 10;
const AT_ONCE = 20;
const FEW = 3;
const LONGEST = 200; /* characters of a question, as in the template */
const PAUSE = 250;
const WORDS_BEFORE = 8;
const WORDS_SHOWN = 30;

const form = document.querySelector(".ppid-cari");
const field = form.querySelector("input");
const intro = document.querySelector("[data-pengantar]");
const panel = document.querySelector("[data-cari]");
const facetForm = panel.querySelector("[data-segi-semua]");
const status = panel.querySelector("[role=status]");
const remark = panel.querySelector("[data-keterangan]");
const list = panel.querySelector("ol");
const nothing = panel.querySelector("[data-nihil]");
const moreButton = panel.querySelector("[data-lagi]");
const siteTitle = document.title;

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

const cleaned = (text) => text.replace(/\s+/g, " ").trim().slice(0, LONGEST);

function readAddress() {
  const query = new URLSearchParams(location.search);
  const facets = Object.fromEntries(FACETS.map((name) => [name, query.getAll(name)]));
  return { q: cleaned(query.get("q") || ""), facets };
}

function addressOf(asked) {
  const query = new URLSearchParams();
  if (asked.q) query.set("q", asked.q);
  FACETS.forEach((name) => asked.facets[name].forEach((value) => query.append(name, value)));
  const text = query.toString();
  return location.pathname + (text ? `?${text}` : "");
}

function readFacets() {
  const checked = (name) => [...facetOf(name).querySelectorAll("input:checked")].map((box) => box.value);
  return Object.fromEntries(FACETS.map((name) => [name, checked(name)]));
}

/* A question that was sent and a filter that was set are steps to go back to; typing is not. */
function remember(asked, isStep) {
  const address = addressOf(asked);
  if (address === location.pathname + location.search) return;
  history[isStep ? "pushState" : "replaceState"](null, "", address);
}

/* ---- narrowing down ---- */

function fits(engine, page, asked, except) {
  return FACETS.every((name) => name === except || !asked.facets[name].length
    || engine.values(name, page).some((value) => asked.facets[name].includes(value)));
}

/* The numbers beside one facet count the hits that all the other facets leave. */
function countFacet(engine, hits, asked, name) {
  const counts = new Map();
  for (const { page } of hits) {
    if (!fits(engine, page, asked, name)) continue;
    for (const value of engine.values(name, page)) counts.set(value, (counts.get(value) || 0) + 1);
  }
  return counts;
}

function showFacet(name, chosen, counts, labels) {
  const detail = facetOf(name);
  const fieldset = detail.querySelector("fieldset");
  const focused = fieldset.contains(document.activeElement) ? document.activeElement.value : null;
  const order = name === "tahun" ? -1 : 1;
  const values = [...new Set([...counts.keys(), ...chosen])].sort((a, b) => order * a.localeCompare(b, "id"));
  const boxes = values.map((value) => element("input", { type: "checkbox", value, checked: chosen.includes(value) }));
  fieldset.replaceChildren(...boxes.map((box) => element("label", {}, box,
    element("span", {}, labels[box.value] || box.value), element("span", {}, number(counts.get(box.value) || 0)))));
  detail.hidden = !values.length;
  boxes.find((box) => box.value === focused)?.focus();
}

function showFacets(engine, asked, hits) {
  const labels = Object.entries(engine.words.letters).map(([letter, name]) => [letter, `Huruf ${letter}: ${name}`]);
  FACETS.forEach((name) => showFacet(name, asked.facets[name], countFacet(engine, hits, asked, name),
    name === "huruf" ? Object.fromEntries(labels) : {}));
  facetForm.hidden = FACETS.every((name) => facetOf(name).hidden);
}

/* ---- showing ---- */

function sentence(asked, count) {
  const about = asked.q ? ` untuk “${asked.q}”` : "";
  const within = isFiltered(asked) ? " dengan saringan ini" : "";
  return count ? `${number(count)} hasil${about}${within}.` : `Tidak ada hasil${about}${within}.`;
}

const isIn = (marked) => (word) => cut(word).some((part) => marked.has(part));

function withMarks(words, isMarked) {
  return words.flatMap((word, i) => [i ? " " : "", isMarked(word) ? element("mark", {}, word) : word]);
}

/* The line with most of the words that were found, cut around the first of them. */
function excerpt(lines, marked) {
  const isMarked = isIn(marked);
  const rated = lines.map((line) => new Set(cut(line).filter((word) => marked.has(word))).size);
  const words = (lines[rated.indexOf(Math.max(...rated))] || "").split(" ");
  const first = words.findIndex(isMarked);
  const from = words.length <= WORDS_SHOWN ? 0 : Math.max(0, Math.min(first - WORDS_BEFORE, words.length - WORDS_SHOWN));
  const shown = withMarks(words.slice(from, from + WORDS_SHOWN), isMarked);
  return [from ? "… " : "", ...shown, from + WORDS_SHOWN < words.length ? " …" : ""];
}

function hitOf(engine, page, found, marked) {
  const about = ["jenis", "opd", "tahun"].map((name) => engine.values(name, page).join(", ")).filter(Boolean).join(" · ");
  const item = element("li", {}, element("a", { href: new URL(found.url, ROOT).href }, ...withMarks(found.title.split(" "), isIn(marked))));
  if (about) item.append(element("p", { className: "ppid-temu__meta" }, about));
  const line = excerpt(found.lines, marked);
  if (line.some(Boolean)) item.append(element("p", {}, ...line));
  return item;
}

async function showHits(engine, hits, marked, turn, isMore) {
  const from = isMore ? list.children.length : 0;
  const next = hits.slice(from, from + (isMore ? AT_ONCE : AT_FIRST));
  const found = await Promise.all(next.map(({ page }) => engine.shown(page)));
  if (turn !== latest) return;
  const items = next.map(({ page }, i) => hitOf(engine, page, found[i], marked));
  if (isMore) list.append(...items);
  else list.replaceChildren(...items);
  const left = hits.length - list.children.length;
  moreButton.hidden = left < 1;
  moreButton.textContent = `Tampilkan ${number(Math.min(AT_ONCE, left))} berikutnya`;
  moreButton.onclick = () => showHits(engine, hits, marked, turn, true).catch(showFailure);
  if (isMore) items[0].querySelector("a").focus();
}

/* What was understood otherwise than it was written. */
function showRemark(asked, found) {
  const said = [];
  if (found.corrected.size) {
    const meant = cut(asked.q).map((word) => found.corrected.get(word) ?? word).join(" ");
    said.push("Mungkin maksud Anda ", element("a", { href: addressOf({ ...asked, q: meant }) }, meant), "? Hasilnya sudah termasuk di bawah ini. ");
  }
  if (found.lost.length) said.push(`Tidak ada di situs ini: ${found.lost.map((word) => `“${word}”`).join(", ")}. `);
  if (!found.whole) said.push("Tidak ada yang memuat semua kata; yang ditampilkan memuat sebagian.");
  remark.replaceChildren(...said);
  remark.hidden = !said.length;
}

/* Words of the site near to what was asked, each leading to its results. */
function showNothing(engine, asked) {
  const line = nothing.querySelector("[data-coba]");
  const near = engine.words.near(asked.q);
  line.querySelector("span").replaceChildren(...near.flatMap((q, i) => [i ? ", " : "", element("a", { href: addressOf({ q, facets: noFacets() }) }, q)]));
  line.hidden = !near.length;
  nothing.querySelector("[data-lepas]").hidden = !isFiltered(asked);
  nothing.hidden = false;
}

async function show(engine, asked, found, turn) {
  const hits = found.hits.filter(({ page }) => fits(engine, page, asked));
  await showHits(engine, hits, found.marked, turn, false);
  if (turn !== latest) return;
  showFacets(engine, asked, found.hits);
  status.textContent = sentence(asked, hits.length);
  remark.hidden = true;
  nothing.hidden = true;
  if (hits.length) showRemark(asked, found);
  else showNothing(engine, asked);
  const isPoor = hits.length < FEW || !found.whole;
  if (asked.q && isPoor) showLetter(asked.q, engine.likelyOpd(found.hits));
  else hideLetter();
  panel.querySelector("[data-jawaban]").hidden = false;
}

function showFailure(error) {
  if (!(error instanceof LoadError)) reportError(error);
  status.textContent = "Indeks pencarian tidak dapat dimuat. Muat ulang halaman ini, atau mulai dari daftar di bawah.";
  intro.hidden = false;
}

/* ---- one turn of asking ---- */

function showIdle(asked) {
  const idle = !asked.q && !isFiltered(asked);
  document.documentElement.classList.remove("tanya");
  intro.hidden = !idle;
  panel.hidden = idle;
  document.title = asked.q ? `${asked.q} – ${siteTitle}` : siteTitle;
  return idle;
}

async function run(asked) {
  current = asked;
  latest += 1;
  const turn = latest;
  if (showIdle(asked)) return;
  panel.setAttribute("aria-busy", "true");
  try {
    const engine = await loadEngine();
    const found = asked.q ? await engine.search(asked.q) : engine.everything();
    if (turn === latest) await show(engine, asked, found, turn);
  } catch (error) {
    if (turn === latest) showFailure(error);
  }
  if (turn === latest) panel.setAttribute("aria-busy", "false");
}

function runTyped(isStep) {
  clearTimeout(timer);
  const asked = { q: cleaned(field.value), facets: current.facets };
  remember(asked, isStep);
  run(asked);
}

function runFiltered(facets) {
  const asked = { q: current.q, facets };
  remember(asked, true);
  run(asked);
}

function runAddress() {
  const asked = readAddress();
  field.value = asked.q;
  run(asked);
}

let prepared = "";
function prepare() {
  const finished = cleaned(field.value.slice(0, field.value.lastIndexOf(" ") + 1));
  if (!finished || finished === prepared) return;
  prepared = finished;
  loadEngine().then((engine) => engine.prepare(finished), () => {});
}

form.addEventListener("input", () => {
  prepare();
  clearTimeout(timer);
  timer = setTimeout(runTyped, PAUSE, false);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  runTyped(true);
});
facetForm.addEventListener("change", () => runFiltered(readFacets()));
facetForm.addEventListener("submit", (event) => event.preventDefault());
nothing.querySelector("[data-lepas] button").addEventListener("click", () => {
  runFiltered(noFacets());
  field.focus();
});
addEventListener("popstate", runAddress);

loadEngine().catch(() => {}); /* while the question is being typed */
runAddress();
const isWide = matchMedia("(min-width: 900px)").matches;
FACETS.forEach((name) => { facetOf(name).open = isWide || current.facets[name].length > 0; });
if (!current.q && !isFiltered(current)) field.focus();
