/* The search itself: loads the parts of the index that a question needs and ranks pages. No DOM in here. What the files
   hold is said where the generator writes them (search, postings). */
import { cut, Words } from "./cari-kata.js";
import { load } from "./cari-muat.js";

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
 * @property {number[]} contoh 1 where a page is of a demonstration
 * @property {number[]} bobot weight of each page, 10 is usual
 * @property {string[]} pecahan what the first word of each file of postings is filed under
 * @property {Record<FacetName, Facet>} segi
 */
/** @typedef {[weight: number, ...steps: number[]]} Posting weight from 1 to LEVELS, then the way from page to page */
/** @typedef {{ page: number, score: number }} Hit */
/** @typedef {{ page: number, score: number, others: number[] }} Group one information: the year to show, and the other years */
/**
 * @typedef {object} Found
 * @property {Hit[]} hits pages, the best first
 * @property {string[]} years that were asked for
 * @property {string[]} lost what no page has
 * @property {boolean} whole whether a page has all that was asked for
 * @property {Map<string, string>} corrected
 * @property {Set<string>} marked words to mark
 * @property {import("./cari-kata.js").Elsewhere[]} elsewhere what was asked for that another body keeps
 */
/** @typedef {(name: string) => Promise<any>} Load reads one file of the index */

const LEVELS = 25;
const USUAL = 0.35; /* share of its weight that a word keeps which stands nearly everywhere */
const ERRAND = 1.2; /* weight of words that help someone to get something done */
const ENOUGH = 0.45; /* share of the best match of words that a page must reach to be a hit */
const OPD = "Perangkat Daerah"; /* the jenis of the page of an OPD */
const ITS_PAGE = 0.68; /* how well its page fits an OPD: about as well as by the words of its name */
const LOUD = 7; /* pages about how lists are filled in do not set that best match */
const LITTLE = 0.2; /* share of the whole question below which a page is no answer to it */
const SAME_AGE = 0.5; /* share of the best year's score that a newer year must reach to be shown for it */
const QUOTED = 80; /* hits with all quoted words whose text is looked at */
const FULL = 0.5; /* share of the best fit from which a page has all of a concept */
const TAIL = 0.2; /* share of the best score below which nothing is shown */
const NEWEST = 0.08;
const YEAR_ASKED = 1.6;
const RAREST = 6.5; /* what a concept tells at most: a word of one page is no more telling than one of ten */
const NEAR = 0.6; /* a word of what was asked is marked when it is nearer than this */

/** @type {Promise<Words> | undefined} */
let vocabulary;
/* The vocabulary is a help, not a need: without it words are looked up as they are written. */
export function loadWords() {
  vocabulary ??= load("kata.json", { cache: "no-cache" })
    .catch(() => null)
    .then((file) => new Words(file));
  return vocabulary;
}

/** @type {Promise<Words> | undefined} */
let titled;
/* The titles that can be suggested; without them single words are. */
export function loadTitles() {
  titled ??= Promise.all([loadWords(), load("saran.json", { cache: "no-cache" }).catch(() => [])]).then(
    ([words, titles]) => {
      words.readTitles(titles);
      return words;
    },
  );
  return titled;
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
   * Where a word stands; its file is the last that begins at or before what it is filed under.
   * @param {string} word
   * @returns {Promise<Posting[]>}
   */
  async postings(word) {
    const starts = this.table.pecahan;
    const key = this.words.filedUnder(word);
    let low = 0;
    for (let high = starts.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= key) low = middle;
      else high = middle;
    }
    return (await this.file(`p/${low}.json`))[word] ?? [];
  }

  /**
   * Fetch what the finished words of a question need, while the next one is being typed.
   * @param {string} text
   */
  prepare(text) {
    const { concepts, helps } = this.words.understand(text);
    const words = concepts.flatMap(({ alternatives }) => alternatives.flatMap(({ slots }) => slots.flat()));
    for (const word of [...words.map(([one]) => one), ...helps]) this.postings(word).catch(() => {});
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
    const read = concept.alternatives.map(({ slots, office }) =>
      office ? [this.fitOffice(office)] : Promise.all(slots.map((words) => this.fitSlot(words))),
    );
    const fits = await Promise.all(read);
    concept.alternatives.forEach(({ weight }, i) => {
      for (const [page, is] of fits[i].reduce(both)) {
        const value = (weight * is) / fits[i].length;
        if (value > (best.get(page) ?? 0)) best.set(page, value);
      }
    });
    return best;
  }

  /**
   * The page of an OPD; the table of pages tells it without any file of postings.
   * @param {string[]} names
   */
  fitOffice(names) {
    const { nilai } = this.table.segi.opd;
    const official = nilai.find(([opd]) => names.includes(cut(opd ?? "").join(" ")))?.[0] ?? "";
    const page = this.pageOf(official);
    return new Map(page < 0 ? [] : [[page, ITS_PAGE]]);
  }

  /**
   * The page of an OPD, by its official name; -1 where there is none.
   * @param {string} opd
   */
  pageOf(opd) {
    const isPage = (/** @type {number} */ page) =>
      this.values("jenis", page)[0] === OPD && this.values("opd", page)[0] === opd;
    return opd ? this.table.bobot.findIndex((_, page) => isPage(page)) : -1;
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
        const value = (words[i][1] * weight) / LEVELS;
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
    await this.readRight(text);
    const asked = this.words.understand(text);
    const years = asked.written.filter((word) => this.years.includes(Number(word)));
    const concepts = asked.concepts.filter(({ phrase }) => !years.includes(phrase) || asked.concepts.length === 1);
    /* all at once: each wait is a round trip */
    const [fits, helps, dated, unwanted, quoted] = await Promise.all([
      Promise.all(concepts.map((concept) => this.fit(concept))),
      this.fitSlot(asked.helps.map((term) => [term, 1])),
      this.fitSlot(years.map((year) => [year, 1])),
      Promise.all(asked.without.map((word) => this.fitSlot(this.words.kin(word)))),
      Promise.all(asked.quoted.flat().map((word) => this.fitSlot([[word, 1]]))),
    ]);
    const isTelling = concepts.some(({ usual }) => !usual);
    const weights = fits.map((fit, i) => this.weigh(fit) * (isTelling && concepts[i].usual ? USUAL : 1));
    const lost = concepts.filter((_, i) => !fits[i].size).map(({ phrase }) => phrase);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const whole = total + lost.length * this.weigh(new Map([[0, 1]]));
    /** @type {Map<number, { score: number, covered: number }>} */
    const scores = new Map();
    fits.forEach((fit, i) => {
      const full = FULL * Math.max(...fit.values());
      for (const [page, value] of fit) {
        const { score, covered } = scores.get(page) ?? { score: 0, covered: 0 };
        const share = Math.min(1, value / full);
        scores.set(page, { score: score + weights[i] * value, covered: covered + weights[i] * share });
      }
    });
    for (const [page, value] of helps) {
      const rated = scores.get(page);
      if (rated) rated.score += ERRAND * value;
    }
    for (const fit of unwanted) for (const page of fit.keys()) scores.delete(page);
    for (const fit of quoted) {
      /* before any text is read; a word that the index leaves out says nothing */
      if (fit.size) for (const page of scores.keys()) if (!fit.has(page)) scores.delete(page);
    }
    const rated = [...scores].map(([page, { score, covered }]) => {
      return { page, share: covered / total, score: (score * covered) / total };
    });
    const loud = rated.filter(({ page }) => this.table.bobot[page] >= LOUD);
    const fullest = (loud.length ? loud : rated).reduce((most, { share }) => Math.max(most, share), 0);
    const enough = Math.max(ENOUGH * fullest, (LITTLE * whole) / total);
    /* beside what another body keeps, pages about how lists are filled in are no answer */
    const least = asked.elsewhere.length ? LOUD : 0;
    const ranked = this.ranked(
      rated.filter(({ page, share }) => share >= enough && this.table.bobot[page] >= least),
      dated,
    );
    if (asked.owner) this.preferOwner(ranked);
    return {
      hits: asked.quoted.length ? await this.holding(ranked, asked.quoted) : ranked,
      years,
      lost,
      whole: fullest > 0.999 && !lost.length,
      corrected: asked.corrected,
      marked: this.marked(concepts),
      elsewhere: asked.elsewhere,
    };
  }

  /**
   * Before a word is taken for a slip of the hand it is looked up among the right ones.
   * @param {string} text
   */
  async readRight(text) {
    if (!this.words.doubts(text)) return;
    this.prepare(text); /* most often it is one, and what is meant is on its way meanwhile */
    const right = await this.file("benar.json").catch(() => []);
    for (const word of right) this.words.right.add(word);
  }

  /**
   * The hits in which each of the phrases stands word for word.
   * @param {Hit[]} hits
   * @param {string[][]} quoted
   */
  async holding(hits, quoted) {
    const best = hits.slice(0, QUOTED);
    const texts = await Promise.all(best.map(({ page }) => this.shown(page)));
    return best.filter((_, i) => {
      const said = ` ${cut([texts[i].title, texts[i].answer, ...texts[i].lines].join(" ")).join(" ")} `;
      return quoted.every((phrase) => said.includes(` ${phrase.join(" ")} `));
    });
  }

  /**
   * A concept tells more when fewer pages fit it well.
   * @param {Map<number, number>} fit
   */
  weigh(fit) {
    const most = Math.max(...fit.values());
    const pages = [...fit.values()].reduce((sum, value) => sum + (value / most) ** 2, 0);
    return fit.size ? Math.min(RAREST, Math.log(1 + (this.table.jumlah + 1) / (pages + 0.5))) : 0;
  }

  /**
   * Hits in order: by weight of the page, age, the year that was asked for: what the title says of it (“anggaran tahun
   * 2024”) tells more than the year of the list.
   * @param {Hit[]} rated
   * @param {Map<number, number>} dated how well each page fits the years that were asked for
   */
  ranked(rated, dated) {
    for (const hit of rated) {
      const year = this.year(hit.page);
      hit.score *= this.table.bobot[hit.page] / 10;
      hit.score *= 1 + NEWEST * Math.max(0, 1 - (this.newest - (year || this.newest)) / 10);
      hit.score *= 1 + YEAR_ASKED * (dated.get(hit.page) ?? 0);
    }
    rated.sort((a, b) => b.score - a.score || a.page - b.page);
    return rated.filter(({ score }) => score >= TAIL * rated[0].score);
  }

  /**
   * Put first the page of the OPD that most of the best hits belong to.
   * @param {Hit[]} hits
   */
  preferOwner(hits) {
    const page = this.pageOf(this.likelyOpd(hits));
    if (page < 0) return;
    const { score } = hits[0];
    const at = hits.findIndex((hit) => hit.page === page);
    if (at >= 0) hits.splice(at, 1);
    hits.unshift({ page, score });
  }

  /**
   * The years of one information as one: shown is the newest that fits about as well as the best, or the year that was
   * asked for.
   * @param {Hit[]} hits
   * @param {string[]} years
   * @returns {Group[]}
   */
  grouped(hits, years) {
    /** @type {Map<number, Hit[]>} */
    const groups = new Map();
    for (const hit of hits) groups.set(this.group[hit.page], [...(groups.get(this.group[hit.page]) ?? []), hit]);
    return [...groups.values()].map((members) => {
      const [best] = members;
      const right = years.length ? [best] : members.filter(({ score }) => score >= SAME_AGE * best.score);
      const shown = right.reduce((a, b) => (this.year(b.page) > this.year(a.page) ? b : a));
      const others = members.map(({ page }) => page).filter((page) => page !== shown.page);
      return { page: shown.page, score: best.score, others: others.sort((a, b) => this.year(b) - this.year(a)) };
    });
  }

  /** @returns {Found} */
  everything() {
    const hits = Array.from({ length: this.table.jumlah }, (_, page) => ({ page, score: this.year(page) }));
    hits.sort((a, b) => b.score - a.score || a.page - b.page);
    return { hits, years: [], lost: [], whole: true, corrected: new Map(), marked: new Set(), elsewhere: [] };
  }

  /**
   * The words to mark in what is shown; the names of an OPD only where one was asked for, of what says the same neither
   * words that stand nearly everywhere (“nomor” of “nomor telepon”) nor far relatives.
   * @param {Concept[]} concepts
   */
  marked(concepts) {
    const meant = concepts.flatMap(({ alternatives }) => alternatives);
    const typed = new Set(concepts.flatMap(({ phrase }) => cut(phrase)));
    const isTelling = (/** @type {Weighed} */ [word, near]) => near > NEAR && !this.words.usual.has(word);
    const words = meant.flatMap(({ slots }) => slots.flat().filter((one) => typed.has(one[0]) || isTelling(one)));
    /* the words of a phrase are among these, each by itself */
    return new Set(words.map(([word]) => word).filter((word) => !word.includes(" ") && !this.words.idle.has(word)));
  }

  /**
   * Address, title, first sentence and lines of a page, and whether it is of a demonstration.
   * @param {number} page
   */
  async shown(page) {
    const together = this.table.berkas;
    /** @type {[url: string, title: string, answer: string, lines: string][]} */
    const texts = await this.file(`i/${Math.floor(page / together)}.json`);
    const [url, title, answer, lines] = texts[page % together];
    return { url, title, answer, lines: lines.split("\n"), isExample: this.isExample(page) };
  }

  /**
   * Whether a page is of a demonstration.
   * @param {number} page
   */
  isExample(page) {
    return this.table.contoh[page] === 1;
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
