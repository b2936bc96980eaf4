/* The words of a question: families, synonyms, slips of the hand. Made from cari/indeks/kata.json, which the
   generator's search writes; without that file every word stands for itself. No DOM in here. */

/**
 * kata.json. Each line of `kata` is a family: “=root word2 other0”, where the digit says how many pages have the word,
 * as a power of two.
 * @typedef {object} WordsFile
 * @property {Record<string, string>} huruf letter of Pasal 17 -> its name
 * @property {string} abai words that tell nothing
 * @property {string[]} frasa phrases to suggest
 * @property {string} kata
 * @property {string[][]} sinonim groups of phrases that say the same
 * @property {string[][]} sebutan all the names of each OPD
 */

/** @typedef {[word: string, weight: number]} Weighed */
/** @typedef {{ slots: Weighed[][], weight: number, onlyOpd?: boolean }} Alternative slots, one for each word needed */
/** @typedef {{ phrase: string, alternatives: Alternative[] }} Concept */
/** @typedef {{ word: string, others: string[], guessed?: boolean, typed?: string }} Token */
/** @typedef {{ concepts: Concept[], corrected: Map<string, string>, written: string[] }} Question */

const FAMILY = 0.9;
const SYNONYM = 0.72;
const GUESS = 0.8;
const PART = 0.45;
const LONGEST = 7; /* words in a phrase of synonyms */
const COMPLETIONS = 6;
const WORDS_READ = 24; /* of a question */

const PREFIXES = [
  ...["", "me", "mem", "men", "meng", "meny", "menge", "pe", "pem", "pen", "peng", "peny", "penge", "per"],
  ...["di", "ber", "ter", "ke", "se", "memper", "diper"],
];
const SUFFIXES = ["", "an", "kan", "i", "nya", "lah", "kah", "annya", "kannya", "inya"];
/** Letters that a prefix swallows: “menulis” is of “tulis”. */
const MELTED = /** @type {Record<string, string>} */ ({
  ...{ mem: "p", men: "t", meng: "k", meny: "s" },
  ...{ pem: "p", pen: "t", peng: "k", peny: "s" },
});

/**
 * The words of a text, without case and diacritics; the generator cuts in the same way.
 * @param {string} text
 * @returns {string[]}
 */
export function cut(text) {
  return (
    text
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  );
}

/**
 * Edits between two words, or more than `most`. A swap of neighbours is one; another letter is one and a half, since
 * “biaya” and “biasa” are both right.
 * @param {string} a
 * @param {string} b
 * @param {number} most
 */
export function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  /** @type {number[]} */
  let before = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let k = 1; k <= b.length; k += 1) {
      const same = a[i - 1] === b[k - 1];
      next[k] = Math.min(row[k] + 1, next[k - 1] + 1, row[k - 1] + (same ? 0 : 1.5));
      const swapped = i > 1 && k > 1 && a[i - 1] === b[k - 2] && a[i - 2] === b[k - 1];
      if (swapped) next[k] = Math.min(next[k], before[k - 2] + 1);
    }
    if (Math.min(...next) > most) return most + 1;
    before = row;
    row = next;
  }
  return row[b.length];
}

/**
 * How many edits a word may be away from the one that was meant.
 * @param {string} word
 */
function tolerance(word) {
  if (word.length < 4) return 0;
  if (word.length < 6) return 1;
  return word.length < 8 ? 1.5 : 2;
}

/** @type {(a: string, b: string) => number} */
const byLetters = (a, b) => (a < b ? -1 : 1);

export class Words {
  /** @param {WordsFile | null} file */
  constructor(file) {
    this.known = file !== null;
    this.letters = file?.huruf ?? {};
    this.idle = new Set(file?.abai.split(" "));
    this.phrases = file?.frasa ?? [];
    /** @type {string[][]} */
    this.families = [];
    /** @type {Map<string, number>} word or root -> number of its family */
    this.family = new Map();
    /** @type {Map<string, number>} word -> how many pages have it, as a power of two */
    this.often = new Map();
    this.groups = file?.sinonim ?? [];
    /** @type {Map<string, string[][]>} phrase -> groups */
    this.groupsOf = new Map();
    for (const line of file?.kata.split("\n") ?? []) this.readFamily(line);
    for (const group of this.groups) {
      for (const phrase of group) this.groupsOf.set(phrase, [...(this.groupsOf.get(phrase) ?? []), group]);
    }
    this.names = file?.sebutan ?? [];
    /** @type {Map<string, string[]>} name of an OPD -> all its names */
    this.namesOf = new Map(this.names.flatMap((names) => names.map((name) => [name, names])));
    this.inGroups = new Set([...this.groups, ...this.names].flat().flatMap((phrase) => phrase.split(" ")));
  }

  /** @param {string} line */
  readFamily(line) {
    const number = this.families.length;
    const words = [];
    for (const part of line.split(" ")) {
      if (part.startsWith("=")) this.family.set(part.slice(1), number);
      else {
        const word = part.slice(0, -1);
        words.push(word);
        this.often.set(word, Number(part.slice(-1)));
        this.family.set(word, number);
      }
    }
    this.families.push(words);
  }

  /**
   * The words of the site that say the same as this one, each with how far it is meant.
   * @param {string} word
   * @returns {Weighed[]}
   */
  kin(word) {
    if (!this.known || /\d/.test(word)) return [[word, 1]];
    const number = this.family.get(word) ?? this.familyByAffix(word);
    const words = number === undefined ? [] : this.families[number];
    return words.map((other) => [other, other === word ? 1 : FAMILY]);
  }

  /**
   * “penggajian” is no word of the site, but “gaji” is: take the affixes off and look again.
   * @param {string} word
   */
  familyByAffix(word) {
    let best = "";
    for (const prefix of PREFIXES) {
      for (const suffix of SUFFIXES) {
        if (!(prefix || suffix) || !word.startsWith(prefix) || !word.endsWith(suffix)) continue;
        const inner = word.slice(prefix.length, word.length - suffix.length);
        const melted = MELTED[prefix] && /^[aiueo]/.test(inner) ? [MELTED[prefix] + inner] : [];
        for (const root of [inner, ...melted]) {
          if (root.length >= 4 && root.length > best.length && this.family.has(root)) best = root;
        }
      }
    }
    return best ? this.family.get(best) : undefined;
  }

  /** @param {string} word */
  isKnown(word) {
    return (
      !this.known ||
      /\d/.test(word) ||
      this.idle.has(word) ||
      this.inGroups.has(word) ||
      this.family.has(word) ||
      this.familyByAffix(word) !== undefined
    );
  }

  /**
   * Words of the site that begin so, the most usual first.
   * @param {string} start
   * @param {number} [least] letters that must have been typed
   */
  completions(start, least = 4) {
    if (start.length < least) return [];
    return [...this.often]
      .filter(([word]) => word.startsWith(start) && !this.idle.has(word))
      .sort((a, b) => b[1] - a[1] || byLetters(a[0], b[0]))
      .slice(0, COMPLETIONS)
      .map(([word]) => word);
  }

  /**
   * Words of the site nearest to one that it does not know, the nearest and most usual first.
   * @param {string} word
   * @param {number} [most] edits
   */
  nearest(word, most = tolerance(word)) {
    /** @type {{ far: number, often: number, other: string }[]} */
    const found = [];
    for (const other of new Set([...this.often.keys(), ...this.inGroups])) {
      const far = distance(word, other, most);
      if (far > most || other.length < 3 || (far >= 2 && other[0] !== word[0])) continue;
      found.push({ far, often: this.often.get(other) ?? 0, other });
    }
    found.sort((a, b) => a.far - b.far || b.often - a.often || byLetters(a.other, b.other));
    return found
      .filter(({ far }) => far === found[0].far)
      .slice(0, 3)
      .map(({ other }) => other);
  }

  /**
   * Words of the site that look like words of a question which found nothing.
   * @param {string} text
   * @param {number} [most] words
   */
  near(text, most = 5) {
    const written = new Set(cut(text).slice(0, WORDS_READ));
    const edits = (/** @type {string} */ word) => (word.length < 5 ? 1 : word.length < 8 ? 2 : 3);
    const found = [...written].flatMap((word) => this.nearest(word, edits(word)));
    return [...new Set(found)].filter((word) => !written.has(word)).slice(0, most);
  }

  /**
   * Two words of the site that were written as one.
   * @param {string} word
   */
  split(word) {
    for (let i = 3; i <= word.length - 3; i += 1) {
      const pair = [word.slice(0, i), word.slice(i)];
      if (pair.every((part) => this.often.has(part))) return pair;
    }
    return null;
  }

  /**
   * What a question asks for: concepts, each with alternatives; each alternative has slots, one for every word that
   * must be there, and a slot lists words with weights.
   * @param {string} text
   * @returns {Question}
   */
  understand(text) {
    const written = cut(text).slice(0, WORDS_READ);
    /** @type {Map<string, string>} */
    const corrected = new Map();
    const tokens = written.flatMap((word, i) => this.repaired(word, i === written.length - 1, corrected));
    const concepts = [];
    for (let i = 0; i < tokens.length; ) {
      const length = this.phraseAt(tokens, i);
      const words = tokens.slice(i, i + length);
      if (length > 1 || !this.idle.has(words[0].word)) concepts.push(this.concept(words));
      i += length;
    }
    if (!concepts.length) concepts.push(...tokens.map((token) => this.concept([token])));
    return { concepts, corrected, written };
  }

  /**
   * The words that were meant by one that may be unfinished, run together, or wrong.
   * @param {string} word
   * @param {boolean} isLast
   * @param {Map<string, string>} corrected what was taken for a slip of the hand is noted here
   * @returns {Token[]}
   */
  repaired(word, isLast, corrected) {
    if (this.isKnown(word)) return [{ word, others: [] }];
    if (isLast) {
      const [first, ...rest] = this.completions(word);
      if (first) return [{ word: first, others: rest, guessed: true, typed: word }];
    }
    const parts = this.split(word);
    if (parts) return parts.map((part) => ({ word: part, others: [] }));
    const [first, ...rest] = this.nearest(word);
    if (!first) return [{ word, others: [] }];
    corrected.set(word, first);
    return [{ word: first, others: rest, guessed: true, typed: word }];
  }

  /**
   * How many words from here on are one phrase.
   * @param {Token[]} tokens
   * @param {number} start
   */
  phraseAt(tokens, start) {
    for (let length = Math.min(LONGEST, tokens.length - start); length > 1; length -= 1) {
      const words = tokens.slice(start, start + length);
      const phrase = words.map((token) => token.word).join(" ");
      if (this.groupsOf.has(phrase) || this.namesOf.has(phrase)) return length;
    }
    return 1;
  }

  /**
   * @param {Token[]} tokens
   * @returns {Concept}
   */
  concept(tokens) {
    const phrase = tokens.map((token) => token.word).join(" ");
    const certain = tokens.some((token) => token.guessed) ? GUESS : 1;
    const slots = tokens.map((token) => [
      ...this.kin(token.word),
      ...token.others.map((other) => /** @type {Weighed} */ ([other, GUESS])),
    ]);
    /** @type {Alternative[]} */
    const alternatives = slots.every((slot) => slot.length) ? [{ slots, weight: certain }] : [];
    if (tokens.length > 1) {
      const telling = slots.filter((slot, i) => slot.length && !this.idle.has(tokens[i].word));
      alternatives.push(...telling.map((slot) => ({ slots: [slot], weight: PART })));
    }
    for (const [other, onlyOpd] of this.synonyms(phrase, tokens.length)) {
      const meant = other === phrase ? [[]] : other.split(" ").map((word) => this.kin(word));
      if (meant.every((slot) => slot.length)) alternatives.push({ slots: meant, weight: SYNONYM, onlyOpd });
    }
    return { phrase: tokens.map((token) => token.typed ?? token.word).join(" "), alternatives };
  }

  /**
   * Phrases that say the same, each with whether it stands for the page of an OPD only: an OPD named in a group about
   * something else (“akta kelahiran”: dinas kependudukan) is not asked for all that it has.
   * @param {string} phrase
   * @param {number} length in words
   * @returns {Map<string, boolean>}
   */
  synonyms(phrase, length) {
    const found = new Map();
    const isOpd = this.namesOf.has(phrase);
    const groups = this.groupsOf.get(phrase) ?? (length > 1 ? [] : this.groupsOfKin(phrase));
    for (const group of groups) {
      const aboutOpd = this.namesOf.has(group[0]);
      if (isOpd && !aboutOpd) continue;
      for (const other of group) {
        const names = this.namesOf.get(other) ?? [];
        if (!names.length || aboutOpd) found.set(other, false);
        for (const name of names) if (!found.has(name)) found.set(name, !aboutOpd);
      }
    }
    for (const name of this.namesOf.get(phrase) ?? []) found.set(name, false);
    return found;
  }

  /**
   * A word shares the synonyms of its plain relatives: “bergaji” those of “gaji”.
   * @param {string} word
   */
  groupsOfKin(word) {
    return [...new Set(this.kin(word).flatMap(([other]) => this.groupsOf.get(other) ?? []))];
  }

  /**
   * Questions that begin like this one: whole phrases of the site first, then single words.
   * @param {string} text
   * @param {number} [most]
   */
  suggestions(text, most = 7) {
    const words = cut(text);
    const whole = words.join(" ");
    if (whole.length < 2) return [];
    const start = words[words.length - 1];
    const before = words.slice(0, -1).join(" ");
    const names = [...this.names, ...this.groups].flat().filter((phrase) => this.kin(phrase.split(" ")[0]).length);
    const phrases = [...new Set([...this.phrases, ...names])];
    const begins = phrases.filter((phrase) => phrase.startsWith(whole)).sort((a, b) => a.length - b.length);
    const ends = this.completions(start, before ? 3 : 2).map((word) => (before ? `${before} ${word}` : word));
    const holds = phrases.filter((phrase) => phrase.includes(` ${whole}`));
    const found = new Set([...begins.slice(0, 4), ...ends.slice(0, 3), ...holds]);
    return [...found].filter((phrase) => phrase !== whole).slice(0, most);
  }
}
