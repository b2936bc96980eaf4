/* The search itself: loads the parts of the index that a question needs and ranks pages. No DOM in here. What the files
   hold is said where the generator writes them (search, postings). */
import { Words } from "./cari-kata.js";

/** @typedef {import("./cari-kata.js").Concept} Concept */
/** @typedef {import("./cari-kata.js").Weighed} Weighed */

/**
 * What the pages are in one respect: `kolom` has for each page the number of one of the lists in `nilai`.
 * @typedef {{ nilai: string[][], kolom: number[] }} Facet
 */
/** @typedef {"jenis" | "opd" | "tahun" | "klasifikasi" | "huruf"} FacetName */
/**
 * catatan.json: what the engine knows of every page.
 * @typedef {object} PagesFile
 * @property {string} versi of the index, for the caches on the way
 * @property {number} jumlah pages
 * @property {number} berkas pages whose texts lie in one file
 * @property {number[]} lanjut 1 where a page is an older year of the page before it
 * @property {number[]} bobot weight of each page, 10 is usual
 * @property {string[]} pecahan first word of each file of postings
 * @property {Record<FacetName, Facet>} segi
 */
/** @typedef {[weight: number, ...steps: number[]]} Posting weight from 1 to 9, then the way from page to page */
/** @typedef {{ page: number, score: number }} Hit */
/** @typedef {{ hits: Hit[], lost: string[], whole: boolean, corrected: Map<string, string>, marked: Set<string> }} Found */
/** @typedef {(name: string) => Promise<any>} Load reads one file of the index */

export const ROOT = new URL("../../", import.meta.url);
const INDEX = new URL("cari/indeks/", ROOT);
const ENOUGH = 0.45; /* share of the best match of words that a page must reach to be a hit */
const OPD = "Perangkat Daerah"; /* the jenis of the page of an OPD */
const LOUD = 7; /* pages about how lists are filled in do not set that best match */
const OLDER_YEAR = 0.6;
const TAIL = 0.2; /* share of the best score below which nothing is shown */
const NEWEST = 0.04;
const YEAR_ASKED = 1.6;

/** A part of the index did not come: the network, not a fault of the search. */
export class LoadError extends Error {}

/**
 * @param {string} name
 * @param {RequestInit} [options]
 */
async function load(name, options) {
  try {
    const answer = await fetch(new URL(name, INDEX), options);
    if (answer.ok) return await answer.json();
    throw new LoadError(`${name}: ${answer.status}`);
  } catch (error) {
    throw error instanceof LoadError ? error : new LoadError(name, { cause: error });
  }
}

/** @type {Promise<Words> | undefined} */
let vocabulary;
/* The vocabulary is a help, not a need: without it words are looked up as they are written. */
export function loadWords() {
  vocabulary ??= load("kata.json", { cache: "no-cache" })
    .catch(() => null)
    .then((file) => new Words(file));
  return vocabulary;
}

/** @type {Promise<Engine> | undefined} */
let engine;
export function loadEngine() {
  engine ??= Promise.all([load("catatan.json", { cache: "no-cache" }), loadWords()]).then(
    ([pages, words]) => new Engine(pages, words),
  );
  engine.catch(() => {
    engine = undefined;
  });
  return engine;
}

export class Engine {
  /**
   * @param {PagesFile} table
   * @param {Words} words
   * @param {Load} [read]
   */
  constructor(table, words, read = load) {
    this.table = table;
    this.words = words;
    this.read = read;
    /** @type {Map<string, Promise<any>>} */
    this.files = new Map();
    let group = -1;
    this.group = table.lanjut.map((follows) => {
      group += follows ? 0 : 1;
      return group;
    });
    this.years = table.segi.tahun.nilai.map(([year]) => Number(year) || 0);
    this.newest = Math.max(...this.years);
  }

  /** @param {string} name */
  file(name) {
    const known = this.files.get(name);
    if (known) return known;
    const asked = this.read(`${name}?v=${this.table.versi}`);
    asked.catch(() => this.files.delete(name));
    this.files.set(name, asked);
    return asked;
  }

  /**
   * Where a word stands; its file is the last that begins at or before it.
   * @param {string} word
   * @returns {Promise<Posting[]>}
   */
  async postings(word) {
    const starts = this.table.pecahan;
    let low = 0;
    for (let high = starts.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= word) low = middle;
      else high = middle;
    }
    return (await this.file(`p/${low}.json`))[word] ?? [];
  }

  /**
   * Fetch what the finished words of a question need, while the next one is being typed.
   * @param {string} text
   */
  prepare(text) {
    const { concepts } = this.words.understand(text);
    const words = concepts.flatMap(({ alternatives }) => alternatives.flatMap(({ slots }) => slots.flat()));
    for (const [word] of words) this.postings(word).catch(() => {});
  }

  /**
   * @param {FacetName} name
   * @param {number} page
   */
  values(name, page) {
    const facet = this.table.segi[name];
    return facet.nilai[facet.kolom[page]];
  }

  /** @param {number} page */
  year(page) {
    return this.years[this.table.segi.tahun.kolom[page]];
  }

  /**
   * How well each page fits one concept: the best of its alternatives, from 0 to 1.
   * @param {Concept} concept
   */
  async fit(concept) {
    /** @type {Map<number, number>} */
    const best = new Map();
    const read = concept.alternatives.map(({ slots }) => Promise.all(slots.map((words) => this.fitSlot(words))));
    const fits = await Promise.all(read);
    concept.alternatives.forEach(({ weight, onlyOpd }, i) => {
      for (const [page, is] of fits[i].reduce(both)) {
        if (onlyOpd && this.values("jenis", page)[0] !== OPD) continue;
        const value = (weight * is) / fits[i].length;
        if (value > (best.get(page) ?? 0)) best.set(page, value);
      }
    });
    return best;
  }

  /**
   * How well each page fits one slot: the best of its words.
   * @param {Weighed[]} words
   */
  async fitSlot(words) {
    /** @type {Map<number, number>} */
    const found = new Map();
    const lists = await Promise.all(words.map(([word]) => this.postings(word)));
    lists.forEach((rows, i) => {
      for (const [weight, ...steps] of rows) {
        const value = (words[i][1] * weight) / 9;
        let page = 0;
        for (const step of steps) {
          page += step;
          if (value > (found.get(page) ?? 0)) found.set(page, value);
        }
      }
    });
    return found;
  }

  /**
   * Everything that a question finds, the best first; facets are applied by the caller.
   * @param {string} text
   * @returns {Promise<Found>}
   */
  async search(text) {
    const asked = this.words.understand(text);
    const years = asked.written.filter((word) => this.years.includes(Number(word)));
    const concepts = asked.concepts.filter(({ phrase }) => !years.includes(phrase) || asked.concepts.length === 1);
    const fits = await Promise.all(concepts.map((concept) => this.fit(concept)));
    const weights = fits.map((fit) => this.weigh(fit));
    const lost = concepts.filter((_, i) => !fits[i].size).map(({ phrase }) => phrase);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    /** @type {Map<number, { score: number, covered: number }>} */
    const scores = new Map();
    fits.forEach((fit, i) => {
      for (const [page, value] of fit) {
        const { score, covered } = scores.get(page) ?? { score: 0, covered: 0 };
        scores.set(page, { score: score + weights[i] * value, covered: covered + weights[i] });
      }
    });
    const rated = [...scores].map(([page, { score, covered }]) => {
      return { page, share: covered / total, score: (score * covered) / total };
    });
    const loud = rated.filter(({ page }) => this.table.bobot[page] >= LOUD);
    const fullest = (loud.length ? loud : rated).reduce((most, { share }) => Math.max(most, share), 0);
    return {
      hits: this.ranked(
        rated.filter(({ share }) => share >= ENOUGH * fullest),
        years,
      ),
      lost,
      whole: fullest > 0.999 && !lost.length,
      corrected: asked.corrected,
      marked: this.marked(concepts),
    };
  }

  /**
   * A concept tells more when fewer pages fit it well.
   * @param {Map<number, number>} fit
   */
  weigh(fit) {
    const most = Math.max(...fit.values());
    const pages = [...fit.values()].reduce((sum, value) => sum + (value / most) ** 2, 0);
    return fit.size ? Math.log(1 + (this.table.jumlah + 1) / (pages + 0.5)) : 0;
  }

  /**
   * Hits in order: by weight of the page, age, the year that was asked for; older years of a page after its newest.
   * @param {Hit[]} rated
   * @param {string[]} years
   */
  ranked(rated, years) {
    for (const hit of rated) {
      const year = this.year(hit.page);
      hit.score *= this.table.bobot[hit.page] / 10;
      hit.score *= 1 + NEWEST * Math.max(0, 1 - (this.newest - (year || this.newest)) / 10);
      if (years.includes(String(year))) hit.score *= YEAR_ASKED;
    }
    /** @type {(a: Hit, b: Hit) => number} */
    const order = (a, b) => b.score - a.score || a.page - b.page;
    /** @type {Map<number, number>} */
    const seen = new Map();
    for (const hit of rated.sort(order)) {
      const before = seen.get(this.group[hit.page]) ?? 0;
      hit.score *= OLDER_YEAR ** before;
      seen.set(this.group[hit.page], before + 1);
    }
    rated.sort(order);
    return rated.filter(({ score }) => score >= TAIL * rated[0].score);
  }

  /** @returns {Found} */
  everything() {
    const hits = Array.from({ length: this.table.jumlah }, (_, page) => ({ page, score: this.year(page) }));
    hits.sort((a, b) => b.score - a.score || a.page - b.page);
    return { hits, lost: [], whole: true, corrected: new Map(), marked: new Set() };
  }

  /**
   * The words to mark in what is shown; the names of an OPD only where one was asked for.
   * @param {Concept[]} concepts
   */
  marked(concepts) {
    const meant = concepts.flatMap(({ alternatives }) => alternatives.filter(({ onlyOpd }) => !onlyOpd));
    const words = meant.flatMap(({ slots }) => slots.flat().map(([word]) => word));
    return new Set(words.filter((word) => !this.words.idle.has(word)));
  }

  /**
   * Address, title and lines of a page.
   * @param {number} page
   */
  async shown(page) {
    const together = this.table.berkas;
    /** @type {[url: string, title: string, lines: string][]} */
    const texts = await this.file(`i/${Math.floor(page / together)}.json`);
    const [url, title, lines] = texts[page % together];
    return { url, title, lines: lines.split("\n") };
  }

  /**
   * The OPD that most of the best hits belong to.
   * @param {Hit[]} hits
   */
  likelyOpd(hits) {
    /** @type {Map<string, number>} */
    const sums = new Map();
    for (const { page, score } of hits.slice(0, 30)) {
      for (const opd of this.values("opd", page)) sums.set(opd, (sums.get(opd) ?? 0) + score);
    }
    return [...sums].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "";
  }
}

/**
 * Pages that fit two slots, with the sum.
 * @param {Map<number, number>} one
 * @param {Map<number, number>} other
 */
function both(one, other) {
  return new Map([...one].flatMap(([page, is]) => (other.has(page) ? [[page, is + (other.get(page) ?? 0)]] : [])));
}
