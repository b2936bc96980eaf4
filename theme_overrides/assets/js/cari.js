/* The search page. What is asked stands in the address: ?q=…&jenis=…&opd=…&tahun=…&klasifikasi=…&huruf=….
   Text from the index is only ever set as text. */
import { cut } from "./cari-kata.js";
import { loadEngine } from "./cari-mesin.js";
import { LoadError, ROOT } from "./cari-muat.js";
import { element, exampleMark, FRONT, part, parts } from "./halaman.js";
import { mailAddress, requestLetter } from "./surat.js";

/** @typedef {import("./cari-mesin.js").Engine} Engine */
/** @typedef {import("./cari-mesin.js").FacetName} FacetName */
/** @typedef {import("./cari-mesin.js").Found} Found */
/** @typedef {import("./cari-mesin.js").Group} Group */
/** @typedef {import("./cari-mesin.js").Hit} Hit */
/** @typedef {Record<FacetName, string[]>} Facets the values that were ticked */
/** @typedef {{ q: string, facets: Facets }} Asked */
/** @typedef {() => boolean} IsWanted whether nothing else was asked for since */

const FACETS = /** @type {FacetName[]} */ (["jenis", "opd", "tahun", "klasifikasi", "huruf"]);
const AT_FIRST = 10;
const AT_ONCE = 20;
const FEW = 3;
const LONGEST = 200; /* characters of a question, as in the template */
const PAUSE = 250;
const WORDS_BEFORE = 8;
const WORDS_SHOWN = 30;

const form = part(document, ".ppid-cari", HTMLFormElement);
const field = part(form, "input", HTMLInputElement);
const intro = part(document, "[data-pengantar]", HTMLElement);
const panel = part(document, "[data-cari]", HTMLElement);
const facetForm = part(panel, "[data-segi-semua]", HTMLFormElement);
const status = part(panel, "[role=status]", HTMLElement);
const remark = part(panel, "[data-keterangan]", HTMLElement);
const list = part(panel, "ol", HTMLElement);
const nothing = part(panel, "[data-nihil]", HTMLElement);
const answer = part(panel, "[data-jawaban]", HTMLElement);
const moreButton = part(panel, "[data-lagi]", HTMLButtonElement);
const fold = part(facetForm, "[data-segi-buka]", HTMLDetailsElement);
const siteTitle = document.title;
/* there the facets stand beside the hits, else above them */
const wide = matchMedia("(min-width: 56.25em)");

let latest = 0;
/** @type {number | undefined} */
let timer;
/** @type {Asked} */
let current;

/**
 * As Indonesians write it; before the first hit a slow phone has no time to ask the browser how they do.
 * @param {number} n
 */
const number = (n) => String(n).replace(/\B(?=(?:\d{3})+$)/g, ".");
/** @type {(name: FacetName) => HTMLDetailsElement} */
const facetOf = (name) => part(facetForm, `[data-segi="${name}"]`, HTMLDetailsElement);
/** @type {(valuesOf: (name: FacetName) => string[]) => Facets} */
const facetsOf = (valuesOf) => /** @type {Facets} */ (Object.fromEntries(FACETS.map((name) => [name, valuesOf(name)])));
const noFacets = () => facetsOf(() => []);
/** @type {(asked: Asked) => boolean} */
const isFiltered = (asked) => FACETS.some((name) => asked.facets[name].length);

/* ---- what is asked: in the form and in the address ---- */

/** @type {(text: string) => string} */
const cleaned = (text) => text.replace(/\s+/g, " ").trim().slice(0, LONGEST);

/** @returns {Asked} */
function readAddress() {
  const query = new URLSearchParams(location.search);
  return { q: cleaned(query.get("q") ?? ""), facets: facetsOf((name) => query.getAll(name)) };
}

/** @param {Asked} asked */
function addressOf(asked) {
  const query = new URLSearchParams();
  if (asked.q) query.set("q", asked.q);
  for (const name of FACETS) for (const value of asked.facets[name]) query.append(name, value);
  const text = query.toString();
  return location.pathname + (text ? `?${text}` : "");
}

const readFacets = () =>
  facetsOf((name) => parts(facetOf(name), "input:checked", HTMLInputElement).map((box) => box.value));

/**
 * A question that was sent and a filter that was set are steps to go back to; typing is not.
 * @param {Asked} asked
 * @param {boolean} isStep
 */
function remember(asked, isStep) {
  const address = addressOf(asked);
  if (address === location.pathname + location.search) return;
  history[isStep ? "pushState" : "replaceState"](null, "", address);
}

/* ---- narrowing down ---- */

/**
 * @param {Engine} engine
 * @param {number} page
 * @param {Asked} asked
 * @param {FacetName} [except] a facet that is not looked at
 */
function fits(engine, page, asked, except) {
  return FACETS.every((name) => {
    if (name === except || !asked.facets[name].length) return true;
    return engine.values(name, page).some((value) => asked.facets[name].includes(value));
  });
}

/**
 * The numbers beside one facet count the hits that all the other facets leave.
 * @param {Engine} engine
 * @param {Hit[]} hits
 * @param {Asked} asked
 * @param {FacetName} name
 */
function countFacet(engine, hits, asked, name) {
  /** @type {Map<string, Set<number>>} */
  const groups = new Map();
  for (const { page } of hits) {
    if (!fits(engine, page, asked, name)) continue;
    for (const value of engine.values(name, page)) {
      groups.set(value, (groups.get(value) ?? new Set()).add(engine.group[page]));
    }
  }
  return new Map([...groups].map(([value, found]) => [value, found.size]));
}

/**
 * @param {FacetName} name
 * @param {string[]} chosen
 * @param {Map<string, number>} counts
 * @param {Record<string, string>} labels what is shown for a value that does not speak for itself
 */
function showFacet(name, chosen, counts, labels) {
  const detail = facetOf(name);
  const fieldset = part(detail, "fieldset", HTMLFieldSetElement);
  const focused = document.activeElement;
  const kept = focused instanceof HTMLInputElement && fieldset.contains(focused) ? focused.value : null;
  const order = name === "tahun" ? -1 : 1;
  const { compare } = new Intl.Collator("id"); /* localeCompare would make one for each pair */
  const values = [...new Set([...counts.keys(), ...chosen])].sort((a, b) => order * compare(a, b));
  const boxes = values.map((value) => element("input", { type: "checkbox", value, checked: chosen.includes(value) }));
  const lines = boxes.map((box) => {
    const count = element("span", {}, number(counts.get(box.value) ?? 0));
    return element("label", {}, box, element("span", {}, labels[box.value] ?? box.value), count);
  });
  fieldset.replaceChildren(...lines);
  detail.hidden = !values.length;
  boxes.find((box) => box.value === kept)?.focus();
}

/**
 * @param {Engine} engine
 * @param {Asked} asked
 * @param {Hit[]} hits
 */
function showFacets(engine, asked, hits) {
  const letters = Object.entries(engine.words.letters).map(([letter, name]) => [letter, `Huruf ${letter}: ${name}`]);
  for (const name of FACETS) {
    const labels = name === "huruf" ? Object.fromEntries(letters) : {};
    showFacet(name, asked.facets[name], countFacet(engine, hits, asked, name), labels);
  }
}

/* ---- showing ---- */

/**
 * @param {Asked} asked
 * @param {number} count
 */
function sentence(asked, count) {
  const about = asked.q && ` untuk ${/^["“].*["”]$/.test(asked.q) ? asked.q : `“${asked.q}”`}`;
  const within = isFiltered(asked) ? " dengan saringan ini" : "";
  return count ? `${number(count)} hasil${about}${within}.` : `Tidak ada hasil${about}${within}.`;
}

/** @typedef {(word: string) => boolean} IsMarked */

/** @type {(marked: Set<string>) => IsMarked} */
const isIn = (marked) => (word) => cut(word).some((one) => marked.has(one));

/**
 * @param {string[]} words
 * @param {IsMarked} isMarked
 */
function withMarks(words, isMarked) {
  return words.flatMap((word, i) => [i ? " " : "", isMarked(word) ? element("mark", {}, word) : word]);
}

/**
 * The line with most of the words that were found, cut around the first of them.
 * @param {string[]} lines
 * @param {Set<string>} marked
 */
function excerpt(lines, marked) {
  const isMarked = isIn(marked);
  const rated = lines.map((line) => new Set(cut(line).filter((word) => marked.has(word))).size);
  const words = (lines[rated.indexOf(Math.max(...rated))] ?? "").split(" ");
  const first = words.findIndex(isMarked);
  const from =
    words.length <= WORDS_SHOWN ? 0 : Math.max(0, Math.min(first - WORDS_BEFORE, words.length - WORDS_SHOWN));
  const shown = withMarks(words.slice(from, from + WORDS_SHOWN), isMarked);
  return [from ? "… " : "", ...shown, from + WORDS_SHOWN < words.length ? " …" : ""];
}

/**
 * @param {Engine} engine
 * @param {Group} group
 * @param {Awaited<ReturnType<Engine["shown"]>>} found
 * @param {Set<string>} marked
 */
function hitOf(engine, { page, others }, found, marked) {
  const facets = /** @type {FacetName[]} */ (["jenis", "opd", "tahun"]);
  const about = facets
    .map((name) => engine.values(name, page).join(", "))
    .filter((said) => said && said !== found.title)
    .join(" · ");
  const title = withMarks(found.title.split(" "), isIn(marked));
  const item = element("div", {}, element("a", { href: new URL(found.url + FRONT, ROOT).href }, ...title));
  if (found.isExample) item.append(" ", exampleMark());
  if (about) item.append(element("p", { className: "ppid-temu__meta" }, about));
  if (found.answer) item.append(element("p", {}, ...withMarks(found.answer.split(" "), isIn(marked))));
  /* After the answer a line is worth its room only when it has a word that was not yet shown. */
  const shown = new Set(found.answer ? cut(`${found.title} ${found.answer}`) : []);
  const further = new Set([...marked].filter((word) => !shown.has(word)));
  const lines = found.answer ? found.lines.filter((line) => cut(line).some((word) => further.has(word))) : found.lines;
  const line = excerpt(lines, marked);
  if (line.some(Boolean)) item.append(element("p", {}, ...line));
  return element("li", {}, item, ...(others.length ? [otherYears(engine, others, found)] : []));
}

/**
 * The other years of an information; their addresses differ in the year only. Demonstrations are marked: all years by
 * the mark beside the title, else all of these by one, or each.
 * @param {Engine} engine
 * @param {number[]} pages
 * @param {Awaited<ReturnType<Engine["shown"]>>} found
 */
function otherYears(engine, pages, found) {
  const links = pages.map((page) => {
    const year = String(engine.year(page));
    const address = found.url.replace(/\/20\d\d(?=\/)/, `/${year}`) + FRONT;
    return element("a", { href: new URL(address, ROOT).href }, year);
  });
  const areExamples = pages.map((page) => engine.isExample(page));
  const areAll = areExamples.every(Boolean);
  return element(
    "p",
    { className: "ppid-temu__tahun" },
    "Tahun lain: ",
    ...links.flatMap((link, i) => [i ? ", " : "", link, ...(areExamples[i] && !areAll ? [" ", exampleMark()] : [])]),
    ...(areAll && !found.isExample ? [" ", exampleMark()] : []),
  );
}

/**
 * The texts of hits, all asked for at once.
 * @param {Engine} engine
 * @param {Group[]} groups
 */
function textsOf(engine, groups) {
  const texts = groups.map(({ page }) => engine.shown(page));
  Promise.all(texts).catch(() => {}); /* told by who waits for one of them */
  return texts;
}

/**
 * Hits below those that stand already, each as soon as its text is there.
 * @param {Engine} engine
 * @param {Group[]} groups
 * @param {ReturnType<typeof textsOf>} texts
 * @param {Set<string>} marked
 * @param {IsWanted} isWanted
 */
async function addHits(engine, groups, texts, marked, isWanted) {
  for (const [i, group] of groups.entries()) {
    const text = await texts[i];
    if (!isWanted()) return;
    list.append(hitOf(engine, group, text, marked));
  }
}

/**
 * @param {Engine} engine
 * @param {Group[]} groups
 * @param {Set<string>} marked
 * @param {IsWanted} isWanted
 */
function offerMore(engine, groups, marked, isWanted) {
  const from = list.children.length;
  const left = groups.length - from;
  moreButton.hidden = left < 1;
  moreButton.textContent = `Tampilkan ${number(Math.min(AT_ONCE, left))} berikutnya`;
  const showMore = async () => {
    const next = groups.slice(from, from + AT_ONCE);
    /* known before they are all there: one of the first may be followed at once, and the way back leads to it */
    history.replaceState({ ...history.state, shown: from + next.length }, "");
    await addHits(engine, next, textsOf(engine, next), marked, isWanted);
    if (!isWanted()) return;
    offerMore(engine, groups, marked, isWanted);
    part(list.children[from], "a", HTMLAnchorElement).focus();
  };
  moreButton.onclick = () => {
    moreButton.onclick = null; /* until these are there */
    showMore().catch((error) => {
      offerMore(engine, groups, marked, isWanted);
      showFailure(error);
    });
  };
}

/**
 * What another body keeps, and what was understood otherwise than it was written.
 * @param {Asked} asked
 * @param {Found} found
 * @param {boolean} isFound
 */
function showRemark(asked, found, isFound) {
  /** @type {(Node | string)[]} */
  const said = found.elsewhere.map(
    ({ about, keeper }) => `Informasi tentang ${about} dikuasai ${keeper}, bukan perangkat daerah di situs ini. `,
  );
  if (said.length) said.push(isFound ? "Berikut yang dekat dengan itu di sini. " : "Tanyakan atau minta ke sana. ");
  if (found.corrected.size) {
    const meant = cut(asked.q)
      .map((word) => found.corrected.get(word) ?? word)
      .join(" ");
    const link = element("a", { href: addressOf({ ...asked, q: meant }) }, meant);
    said.push("Mungkin maksud Anda ", link, "? Hasilnya sudah termasuk di bawah ini. ");
  }
  const lost = found.lost.map((word) => `“${word}”`).join(", ");
  if (lost && isFound) said.push(`Kata ${lost} tidak ditemukan. `);
  if (!found.whole && isFound) said.push("Berikut hasil yang memuat sebagian kata Anda.");
  remark.replaceChildren(...said);
  remark.hidden = !said.length;
}

/**
 * Words of the site near to what was asked, each leading to its results.
 * @param {Engine} engine
 * @param {Asked} asked
 */
function showNothing(engine, asked) {
  const line = part(nothing, "[data-coba]", HTMLElement);
  const near = engine.words.near(asked.q);
  const links = near.map((q) => element("a", { href: addressOf({ q, facets: noFacets() }) }, q));
  part(line, "span", HTMLElement).replaceChildren(...links.flatMap((link, i) => [i ? ", " : "", link]));
  line.hidden = !near.length;
  part(nothing, "[data-lepas]", HTMLElement).hidden = !isFiltered(asked);
  nothing.hidden = false;
}

/**
 * What was found, and only then its facets, which a slow phone counts long; they come first where they move the hits.
 * @param {Engine} engine
 * @param {Asked} asked
 * @param {Found} found
 * @param {number} turn
 */
async function show(engine, asked, found, turn) {
  const isWanted = () => turn === latest;
  const groups = engine.grouped(
    found.hits.filter(({ page }) => fits(engine, page, asked)),
    [...found.years, ...asked.facets.tahun],
  );
  const { shown = AT_FIRST, top = 0 } = history.state ?? {};
  const first = groups.slice(0, shown);
  const texts = textsOf(engine, first);
  await texts[0];
  if (!isWanted()) return;
  list.replaceChildren();
  status.textContent = sentence(asked, groups.length);
  showRemark(asked, found, groups.length > 0);
  nothing.hidden = true;
  if (!groups.length) showNothing(engine, asked);
  facetForm.hidden = !found.hits.length && !isFiltered(asked);
  const moveHits = fold.open && !wide.matches;
  if (moveHits) showFacets(engine, asked, found.hits);
  answer.hidden = false;
  await addHits(engine, first, texts, found.marked, isWanted);
  if (!isWanted()) return;
  offerMore(engine, groups, found.marked, isWanted);
  const isPoor = (groups.length < FEW || !found.whole) && !found.elsewhere.length;
  if (asked.q && isPoor) showLetter(asked.q, engine.likelyOpd(found.hits));
  else letter.hidden = true;
  if (top) scrollTo(0, top); /* the place exists only now */
  await painted();
  if (!moveHits && isWanted()) showFacets(engine, asked, found.hits);
}

/** When what was written can be seen. */
const painted = () =>
  new Promise((done) => (document.hidden ? done(null) : requestAnimationFrame(() => setTimeout(done))));

/** @param {unknown} error */
function showFailure(error) {
  if (!(error instanceof LoadError)) reportError(error);
  status.textContent = "Indeks pencarian tidak dapat dimuat. Muat ulang halaman ini, atau mulai dari daftar di bawah.";
  intro.hidden = false;
}

/* ---- a letter to the OPD that most probably holds the answer ---- */

const letter = part(panel, "[data-surat]", HTMLElement);
const letterText = part(letter, "textarea", HTMLTextAreaElement);
const copyButton = part(letter, "[data-salin]", HTMLButtonElement);

/**
 * @param {string} about
 * @param {string} opd or nothing where no hit tells
 */
function showLetter(about, opd) {
  const likely = part(letter, "[data-mungkin]", HTMLElement);
  likely.hidden = !opd;
  part(likely, "strong", HTMLElement).textContent = opd;
  letterText.value = requestLetter(letterText.defaultValue, about, opd);
  if (letter.dataset.surel) {
    const link = part(letter, "[data-kirim]", HTMLAnchorElement);
    link.href = mailAddress(letter.dataset.surel, `Permintaan informasi publik: ${about}`, letterText.value);
    link.hidden = false;
  }
  copyButton.textContent = "Salin surat";
  letter.hidden = false;
}

copyButton.addEventListener("click", async () => {
  letterText.select();
  try {
    await navigator.clipboard.writeText(letterText.value);
    copyButton.textContent = "Tersalin";
  } catch {
    /* it is marked now, and the reader copies it with the keys */
  }
});

/* ---- one turn of asking ---- */

/** @param {Asked} asked */
function showIdle(asked) {
  const idle = !asked.q && !isFiltered(asked);
  document.documentElement.classList.remove("tanya");
  intro.hidden = !idle;
  panel.hidden = idle;
  document.title = asked.q ? `${asked.q} – ${siteTitle}` : siteTitle;
  return idle;
}

/** @param {Asked} asked */
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

/** @param {boolean} isStep */
function runTyped(isStep) {
  clearTimeout(timer);
  const asked = { q: cleaned(field.value), facets: current.facets };
  remember(asked, isStep);
  run(asked);
}

/** @param {Facets} facets */
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
  loadEngine().then(
    (engine) => engine.prepare(finished),
    () => {},
  );
}

form.addEventListener("input", () => {
  prepare();
  clearTimeout(timer);
  timer = window.setTimeout(runTyped, PAUSE, false);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  runTyped(true);
});
facetForm.addEventListener("change", () => runFiltered(readFacets()));
facetForm.addEventListener("submit", (event) => event.preventDefault());
part(nothing, "[data-lepas] button", HTMLButtonElement).addEventListener("click", () => {
  runFiltered(noFacets());
  field.focus();
});
addEventListener("popstate", runAddress);
/* Who comes back from a page that was found sees as many hits as before, at the same place. */
history.scrollRestoration = "manual";
addEventListener("pagehide", () => history.replaceState({ ...history.state, top: scrollY }, ""));

loadEngine().catch(() => {}); /* while the question is being typed */
const asked = readAddress();
field.value = asked.q;
fold.open = wide.matches || isFiltered(asked);
run(asked);
for (const name of FACETS) facetOf(name).open = wide.matches || asked.facets[name].length > 0;
if (!asked.q && !isFiltered(asked)) field.focus();
