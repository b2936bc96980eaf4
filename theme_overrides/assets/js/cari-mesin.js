/* The search itself: loads the parts of the index that a question needs and ranks pages. No DOM in here.
   What the files hold is said in generator/search/postings.py. */
import { Words } from "./cari-kata.js";

export const ROOT = new URL("../../", import.meta.url);
const INDEX = new URL("cari/indeks/", ROOT);
const ENOUGH = 0.45; /* share of the best match of words that a page must reach to be a hit */
const OPD = "Perangkat Daerah"; /* the jenis of the page of an OPD */
const LOUD = 7; /* pages about how lists are filled in do not set that best match */
const OLDER_YEAR = 0.6;
const TAIL = 0.2; /* share of the best score below which nothing is shown */
const NEWEST = 0.04;
const YEAR_ASKED = 1.6;

/* A part of the index did not come: the network, not a fault of the search. */
export class LoadError extends Error {}

async function load(name, options) {
  const answer = await fetch(new URL(name, INDEX), options).catch((error) => { throw new LoadError(name, { cause: error }); });
  if (!answer.ok) throw new LoadError(`${name}: ${answer.status}`);
  return answer.json().catch((error) => { throw new LoadError(name, { cause: error }); });
}

let vocabulary;
/* The vocabulary is a help, not a need: without it words are looked up as they are written. */
export function loadWords() {
  vocabulary ??= load("kata.json", { cache: "no-cache" }).catch(() => null).then((file) => new Words(file));
  return vocabulary;
}

let engine;
export function loadEngine() {
  engine ??= Promise.all([load("catatan.json", { cache: "no-cache" }), loadWords()])
    .then(([table, words]) => new Engine(table, words));
  engine.catch(() => { engine = undefined; });
  return engine;
}

class Engine {
  constructor(table, words) {
    this.table = table;
    this.words = words;
    this.files = new Map();
    let group = -1;
    this.group = table.lanjut.map((follows) => { group += follows ? 0 : 1; return group; });
    this.years = table.segi.tahun.nilai.map(([year]) => Number(year) || 0);
    this.newest = Math.max(...this.years);
  }

  file(name) {
    if (!this.files.has(name)) {
      const asked = load(`${name}?v=${this.table.versi}`);
      asked.catch(() => this.files.delete(name));
      this.files.set(name, asked);
    }
    return this.files.get(name);
  }

  /* The postings of a word, {page: 1…9}; its file is the last that begins at or before it. */
  async postings(word) {
    const starts = this.table.pecahan;
    let low = 0;
    for (let high = starts.length; high - low > 1;) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= word) low = middle;
      else high = middle;
    }
    return (await this.file(`p/${low}.json`))[word] || [];
  }

  /* Fetch what the finished words of a question need, while the next one is being typed. */
  prepare(text) {
    const { concepts } = this.words.understand(text);
    const words = concepts.flatMap(({ alternatives }) => alternatives.flatMap(({ slots }) => slots.flat()));
    words.forEach(([word]) => this.postings(word).catch(() => {}));
  }

  values(name, page) {
    const facet = this.table.segi[name];
    return facet.nilai[facet.kolom[page]];
  }

  /* How well each page fits one concept: the best of its alternatives, from 0 to 1. */
  async fit(concept) {
    const best = new Map();
    const slots = await Promise.all(concept.alternatives.map((alternative) => Promise.all(alternative.slots.map((words) => this.fitSlot(words)))));
    concept.alternatives.forEach(({ weight, onlyOpd }, i) => {
      for (const [page, is] of slots[i].reduce(both)) {
        if (onlyOpd && this.values("jenis", page)[0] !== OPD) continue;
        const value = (weight * is) / slots[i].length;
        if (value > (best.get(page) || 0)) best.set(page, value);
      }
    });
    return best;
  }

  async fitSlot(words) {
    const found = new Map();
    const lists = await Promise.all(words.map(([word]) => this.postings(word)));
    lists.forEach((rows, i) => {
      for (const [weight, ...steps] of rows) {
        const value = (words[i][1] * weight) / 9;
        let page = 0;
        for (const step of steps) {
          page += step;
          if (value > (found.get(page) || 0)) found.set(page, value);
        }
      }
    });
    return found;
  }

  /* Everything that a question finds, the best first; `facets` is applied by the caller. */
  async search(text) {
    const asked = this.words.understand(text);
    const years = asked.written.filter((word) => this.years.includes(Number(word)));
    const concepts = asked.concepts.filter(({ phrase }) => !years.includes(phrase) || asked.concepts.length === 1);
    const fits = await Promise.all(concepts.map((concept) => this.fit(concept)));
    const weights = fits.map((fit) => this.weigh(fit));
    const lost = fits.map((fit, i) => (fit.size ? null : concepts[i].phrase)).filter(Boolean);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const scores = new Map();
    fits.forEach((fit, i) => fit.forEach((value, page) => {
      const sum = scores.get(page) || [0, 0];
      scores.set(page, [sum[0] + weights[i] * value, sum[1] + weights[i]]);
    }));
    const rated = [...scores].map(([page, [score, covered]]) => ({ page, share: covered / total, score: (score * covered) / total }));
    const loud = rated.filter(({ page }) => this.table.bobot[page] >= LOUD);
    const fullest = (loud.length ? loud : rated).reduce((most, { share }) => Math.max(most, share), 0);
    const hits = this.ranked(rated.filter(({ share }) => share >= ENOUGH * fullest), years);
    return { hits, lost, whole: fullest > 0.999 && !lost.length, corrected: asked.corrected, marked: this.marked(concepts) };
  }

  /* A concept tells more when fewer pages fit it well. */
  weigh(fit) {
    const most = Math.max(...fit.values());
    const pages = [...fit.values()].reduce((sum, value) => sum + (value / most) ** 2, 0);
    return fit.size ? Math.log(1 + (this.table.jumlah + 1) / (pages + 0.5)) : 0;
  }

  ranked(rated, years) {
    for (const hit of rated) {
      const year = this.years[this.table.segi.tahun.kolom[hit.page]];
      hit.score *= this.table.bobot[hit.page] / 10;
      hit.score *= 1 + NEWEST * Math.max(0, 1 - (this.newest - (year || this.newest)) / 10);
      if (years.includes(String(year))) hit.score *= YEAR_ASKED;
    }
    const order = (a, b) => b.score - a.score || a.page - b.page;
    const seen = new Map();
    for (const hit of rated.sort(order)) {
      const before = seen.get(this.group[hit.page]) || 0;
      hit.score *= OLDER_YEAR ** before;
      seen.set(this.group[hit.page], before + 1);
    }
    rated.sort(order);
    return rated.filter(({ score }) => score >= TAIL * rated[0].score);
  }

  everything() {
    const hits = Array.from({ length: this.table.jumlah }, (_, page) => ({ page, score: this.years[this.table.segi.tahun.kolom[page]] }));
    return { hits: hits.sort((a, b) => b.score - a.score || a.page - b.page), lost: [], whole: true, corrected: new Map(), marked: new Set() };
  }

  /* The words to mark in what is shown; the names of an OPD only where one was asked for. */
  marked(concepts) {
    const meant = concepts.flatMap(({ alternatives }) => alternatives.filter(({ onlyOpd }) => !onlyOpd));
    const words = meant.flatMap(({ slots }) => slots.flat().map(([word]) => word));
    return new Set(words.filter((word) => !this.words.idle.has(word)));
  }

  /* Address, title and lines of a page. */
  async shown(page) {
    const together = this.table.berkas;
    const [url, title, lines] = (await this.file(`i/${Math.floor(page / together)}.json`))[page % together];
    return { url, title, lines: lines.split("\n") };
  }

  /* The OPD that most of the best hits belong to. */
  likelyOpd(hits) {
    const sums = new Map();
    for (const { page, score } of hits.slice(0, 30)) {
      for (const opd of this.values("opd", page)) sums.set(opd, (sums.get(opd) || 0) + score);
    }
    return [...sums].sort((a, b) => b[1] - a[1])[0]?.[0] || "";
  }
}

/* Pages that fit two slots, with the sum. */
function both(one, other) {
  return new Map([...one].filter(([page]) => other.has(page)).map(([page, is]) => [page, is + other.get(page)]));
}
