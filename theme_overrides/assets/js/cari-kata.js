/* The words of a question: families, synonyms, slips of the hand. Made from cari/indeks/kata.json, which the
   generator's search writes; without that file every word stands for itself. No DOM in here. */

/**
 * kata.json. Each line of `kata` is a family: “=root word2 other0”, where the digit says how many pages have the word,
 * as a power of two.
 * @typedef {object} WordsFile
 * @property {Record<string, string>} huruf letter of Pasal 17 -> its name
 * @property {string} abai words that tell nothing
 * @property {string} umum words that stand nearly everywhere
 * @property {string[]} tolong words of who wants something done, of who wants a figure; pages that help the first of them
 *   have the term “tolong:0”
 * @property {[who: string, does: string, office: string, which: string]} pengurus words of who looks for the OPD of a
 *   matter: whom they mean, what it does, how an office is called before its matter, and what asks which office
 * @property {Record<string, string>} singkatan how words are shortened when typing -> the word
 * @property {string} peraturan words before the number of a regulation
 * @property {string} kata
 * @property {string[][]} sinonim groups of phrases that say the same
 * @property {string[][]} sebutan all the names of each OPD
 * @property {[said: string[], about: string, keeper: string][]} lain what other bodies keep, and which
 */

/** @typedef {[word: string, weight: number]} Weighed */
/**
 * Slots, one for each word needed; or the names of an OPD of which only its own page is meant.
 * @typedef {{ slots: Weighed[][], weight: number, office?: string[] }} Alternative
 */
/** @typedef {{ phrase: string, alternatives: Alternative[], usual?: boolean }} Concept usual: nearly every page has it */
/** @typedef {{ word: string, others: string[], guessed?: boolean, typed?: string }} Token */
/**
 * `quoted` must stand so, word for word; pages with `without` are not meant; terms in `helps` make a page better.
 * With `owner` the OPD is meant that deals with the rest; `elsewhere` is what another body keeps.
 * @typedef {{ concepts: Concept[], corrected: Map<string, string>, written: string[], quoted: string[][], without: string[], helps: string[], owner: boolean, elsewhere: Elsewhere[] }} Question
 */
/** @typedef {{ about: string, keeper: string }} Elsewhere information that another body keeps */
/** @typedef {[title: string, url: string, words: string, isExample: number]} Title of a page that may be suggested */
/** @typedef {{ text: string, url?: string, isExample?: boolean }} Suggestion a page to open, or words to ask for */

const FAMILY = 0.8;
const FAR_FAMILY = 0.6;
/** Forms that have become words of their own: “kematian” beside “mati”, “pelapor” beside “laporan”. */
const FORMS = [/^(?:ke|per).{3,}an$/, /^pe(?!r).{4,}(?<!an)$/];
const SYNONYM = 0.72;
const WHOLE = 1.25; /* a phrase that stands word for word, not as “rencana umum … tenaga kerja” for “rencana kerja” */
const BROADER = 0.5; /* what says less than the rest of its group: “bantuan” beside “bantuan sosial” */
const OFFICE = 0.35; /* the page of the OPD that has to do with what is asked */
const GUESS = 0.8;
const PART = 0.2;
const LONGEST = 7; /* words in a phrase of synonyms */
const COMPLETIONS = 6;
const WORDS_READ = 24; /* of a question */
const SHORT = 7; /* letters: of words shorter than this, a question has at most one slip of the hand */
const PARTICLES = /(?:nya|kah|lah|ku|mu)$/;
const VOWELS = /[aiueo]/g;
const TWICE = /([a-z]{3,})2(?![0-9])/gi; /* “nama2” is “nama-nama” */

const PREFIXES = [
  ...["", "me", "mem", "men", "meng", "meny", "menge", "pe", "pem", "pen", "peng", "peny", "penge", "per"],
  ...["di", "ber", "ter", "ke", "se", "memper", "diper", "ng", "nge", "ny", "n"],
];
const SUFFIXES = ["", "an", "kan", "i", "in", "nya", "lah", "kah", "annya", "kannya", "inya"];
/** Letters that a prefix swallows: “menulis” is of “tulis”. */
const MELTED = /** @type {Record<string, string>} */ ({
  ...{ mem: "p", men: "t", meng: "k", meny: "s" },
  ...{ pem: "p", pen: "t", peng: "k", peny: "s", ng: "k", ny: "s", n: "t" },
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
      .match(/[a-z]{3,}(?=[0-9])|[0-9]+(?=[a-z]{3})|[a-z0-9]+/g) ?? []
  );
}

/** The parts of a citation, with how they are shortened. */
const PARTS = /** @type {Record<string, string>} */ ({
  ...{ pasal: "pasal", psl: "pasal", ps: "pasal", ayat: "ayat", ay: "ayat" },
  ...{ huruf: "huruf", hrf: "huruf", angka: "angka" },
});
const PART_NUMBER = /^(?:[0-9]{1,4}[a-z]?|[a-z]{1,2})$/;
const NUMBER = /^[0-9]{1,4}[a-z]?$/;
const YEAR = /^(?:19|20)[0-9]{2}$/;

/** Letters that are heard alike, or written so in other languages: “praktek”, “hydrant”, “focus”. */
const ALIKE = ["iye", "ou", "ckq", "fpv", "sxz"];
const HEARD = new Set(ALIKE.join(""));

/**
 * Whether two letters are heard alike.
 * @param {string} a
 * @param {string} b
 */
function isAlike(a, b) {
  return ALIKE.some((letters) => letters.includes(a) && letters.includes(b));
}

/**
 * Edits between two words, or more than `most`. A swap of neighbours is one, a letter that is heard alike half; another
 * letter is one and a half, since “biaya” and “biasa” are both right.
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
      const other = isAlike(a[i - 1], b[k - 1]) ? 0.5 : 1.5;
      next[k] = Math.min(row[k] + 1, next[k - 1] + 1, row[k - 1] + (same ? 0 : other));
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
 * How many letters of a word another has nowhere; each is at least half an edit, and this is told sooner than the
 * distance.
 * @param {string} word
 * @param {string} other
 */
function missing(word, other) {
  let count = 0;
  for (const letter of word) if (!other.includes(letter)) count += HEARD.has(letter) ? 0.5 : 1;
  return count;
}

/**
 * How many edits a word may be away from the one that was meant.
 * @param {string} word
 */
function tolerance(word) {
  if (word.length < 5) return 0; /* too many short words are one letter away from another */
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
    this.usual = new Set(file?.umum.split(" "));
    this.helping = (file?.tolong ?? []).map((asked) => asked.split(" "));
    const [who, does, office, which] = file?.pengurus ?? ["", "", "", ""];
    this.who = new Set(who.split(" "));
    this.does = new Set(does.split(" "));
    this.office = new Set(office.split(" "));
    this.which = new Set(which.split(" "));
    this.shortened = new Map(Object.entries(file?.singkatan ?? {}));
    this.regulations = new Set(file?.peraturan.split(" "));
    /** Words of the dictionary that the site has not: no slips of the hand. @type {Set<string>} */
    this.right = new Set();
    /** @type {{ title: string, url: string, words: string[], isExample: boolean }[]} */
    this.titles = [];
    /** @type {string[][]} */
    this.families = [];
    /** @type {string[]} the root of each family */
    this.roots = [];
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
    /** Root of a word -> the root that it is filed under with what says the same. @type {Map<string, string>} */
    this.heads = new Map();
    for (const group of this.groups) {
      const roots = group.map((phrase) => this.rootOf(phrase));
      for (const root of roots) if (!this.heads.has(root)) this.heads.set(root, this.heads.get(roots[0]) ?? roots[0]);
    }
    this.names = file?.sebutan ?? [];
    /** @type {Map<string, string[]>} name of an OPD -> all its names */
    this.namesOf = new Map(this.names.flatMap((names) => names.map((name) => [name, names])));
    this.inGroups = new Set([...this.groups, ...this.names].flat().flatMap((phrase) => phrase.split(" ")));
    this.others = file?.lain ?? [];
    this.ofOthers = new Set(this.others.flatMap(([said]) => said).flatMap((phrase) => phrase.split(" ")));
  }

  /** @param {string} line */
  readFamily(line) {
    const number = this.families.length;
    const words = [];
    const [first] = line.split(" ");
    this.roots.push(first.startsWith("=") ? first.slice(1) : first.slice(0, -1));
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
    if (!this.known || /[^a-z]/.test(word)) return [[word, 1]];
    const number = this.family.get(word) ?? this.familyByAffix(word);
    const words = number === undefined ? [] : this.families[number];
    const near = (/** @type {string} */ other) =>
      FORMS.every((form) => form.test(other) === form.test(word)) ? FAMILY : FAR_FAMILY;
    return words.map((other) => [other, other === word ? 1 : near(other)]);
  }

  /**
   * By what the files of postings are ordered: the first of those that say the same (heads_of in the generator).
   * @param {string} word
   */
  filedUnder(word) {
    const root = this.rootOf(word);
    return this.heads.get(root) ?? root;
  }

  /**
   * The root of a word of the site, else the word itself.
   * @param {string} word
   */
  rootOf(word) {
    const number = this.often.has(word) ? this.family.get(word) : undefined;
    return number === undefined ? word : this.roots[number];
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

  /**
   * Whether the index may have a word: not the “dan” in the name of an OPD.
   * @param {string} word
   */
  isIndexed(word) {
    return this.often.has(word) || !this.idle.has(word);
  }

  /** @param {string} word */
  isKnown(word) {
    return (
      !this.known ||
      /[^a-z]/.test(word) ||
      this.idle.has(word) ||
      this.right.has(word) ||
      this.inGroups.has(word) ||
      this.ofOthers.has(word) ||
      this.family.has(word) ||
      this.familyByAffix(word) !== undefined
    );
  }

  /**
   * A word without the particle at its end (“banjirnya”, “adakah”), an English one without that of many (“taxes”).
   * @param {string} word
   */
  plain(word) {
    const one = [word.replace(/s$/, ""), word.replace(/es$/, ""), word.replace(/ies$/, "y")];
    const english = this.isKnown(word) ? undefined : one.find((other) => other.length > 2 && this.inGroups.has(other));
    if (english) return english;
    const bare = word.replace(PARTICLES, "");
    const isWord = bare.length > 2 && (this.often.has(bare) || this.idle.has(bare));
    return isWord && !this.often.has(word) ? bare : word;
  }

  /**
   * Which words of a question may be taken for slips of the hand: of several short ones none, for that is guessing.
   * @param {string[]} written
   */
  slips(written) {
    const unknown = written.filter((word) => !this.isKnown(word));
    const short = unknown.filter((word) => word.length < SHORT);
    return new Set(short.length > 1 ? unknown.filter((word) => word.length >= SHORT) : unknown);
  }

  /**
   * What a question asks for that another body keeps.
   * @param {string[]} written
   * @returns {Elsewhere[]}
   */
  keptElsewhere(written) {
    const asked = ` ${written.join(" ")} `;
    return this.others
      .filter(([said]) => said.some((phrase) => asked.includes(` ${phrase} `)))
      .map(([, about, keeper]) => ({ about, keeper }));
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
      if (missing(word, other) > most || missing(other, word) > most) continue;
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
   * Words of the site that look like words of a question which found nothing; nothing looks like a short word.
   * @param {string} text
   * @param {number} [most] words
   */
  near(text, most = 5) {
    const written = new Set(this.read(text).slice(0, WORDS_READ));
    const edits = (/** @type {string} */ word) => (word.length < 8 ? 2 : 3);
    const found = [...this.slips([...written])]
      .filter((word) => tolerance(word) > 0)
      .flatMap((word) => this.nearest(word, edits(word)));
    return [...new Set(found)].filter((word) => !written.has(word)).slice(0, most);
  }

  /**
   * The words of what was typed, shortened ones in full.
   * @param {string} text
   */
  read(text) {
    return cut(text.replace(TWICE, "$1")).map((word) => this.shortened.get(word) ?? word);
  }

  /**
   * The most usual word of the site that is left of its vowels: “jdwl” of “jadwal”.
   * @param {string} word
   */
  withVowels(word) {
    if (word.length < 3 || VOWELS.test(word)) return undefined;
    let best;
    for (const [other, often] of this.often) {
      if (other[0] !== word[0] || other.length <= word.length || other.replace(VOWELS, "") !== word) continue;
      if (!best || often > best.often) best = { other, often };
    }
    return best?.other;
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
    const without = [...text.matchAll(/(?:^|\s)-([\p{L}\d]+)/gu)].flatMap(([, word]) => cut(word));
    const quoted = [...text.matchAll(/["“]([^"“”]+)["”]/g)]
      .map(([, phrase]) => cut(phrase))
      .filter(({ length }) => length);
    const asked = text.replace(/(^|\s)-[\p{L}\d]+/gu, "$1");
    const written = this.read(asked).slice(0, WORDS_READ);
    /** @type {Map<string, string>} */
    const corrected = new Map();
    const tokens = this.tokens(written, asked.replace(/\s*\/\s*/g, "/"), corrected);
    const concepts = [];
    const owner =
      (written.some((word) => this.who.has(word)) && written.some((word) => this.does.has(word))) ||
      this.namesOffice(tokens);
    /** @param {string} word */
    const tellsNothing = (word) => this.idle.has(word) || (owner && (this.who.has(word) || this.does.has(word)));
    for (let i = 0; i < tokens.length; ) {
      const length = this.phraseAt(tokens, i);
      const words = tokens.slice(i, i + length);
      if (length > 1 || !tellsNothing(words[0].word)) concepts.push(this.concept(words));
      i += length;
    }
    if (!concepts.length) concepts.push(...tokens.map((token) => this.concept([token])));
    const helps = this.helping.flatMap((asked, i) =>
      written.some((word) => asked.includes(word)) ? [`tolong:${i}`] : [],
    );
    return { concepts, corrected, written, quoted, without, helps, owner, elsewhere: this.keptElsewhere(written) };
  }

  /**
   * Whether a question is for the office of a matter: “dinas sampah”, which is no name of an OPD, “sampah … dinas mana”.
   * @param {Token[]} tokens
   */
  namesOffice(tokens) {
    const [first, ...rest] = tokens;
    const isMatter = rest.some(({ word }) => !this.idle.has(word) && !this.usual.has(word));
    const asksWhich = tokens.some(({ word }, i) => this.office.has(word) && this.which.has(tokens[i + 1]?.word));
    return asksWhich || (isMatter && this.office.has(first.word) && this.phraseAt(tokens, 0) === 1);
  }

  /**
   * The words of a question, and as one what names one thing: “pasal 17 huruf h”, “17h”, “perda 2 tahun 2017”. The
   * index has the same (terms_of).
   * @param {string[]} written
   * @param {string} text
   * @param {Map<string, string>} corrected
   */
  tokens(written, text, corrected) {
    /** @type {Token[]} */
    const tokens = [];
    const slips = this.slips(written);
    const one = (/** @type {string} */ word, /** @type {string} */ typed) => tokens.push({ word, others: [], typed });
    for (let i = 0; i < written.length; ) {
      const [word, after = "", second = ""] = written.slice(i);
      const before = written[i - 1] ?? "";
      const lettered = /^([0-9]{1,3})([a-z])$/.exec(PARTS[word] === "pasal" ? after : word);
      const year = /^(?:tahun|thn|th)$/.test(after) ? second : after;
      if (lettered && (PARTS[word] === "pasal" || lettered[1] === "17")) {
        one(`pasal:${lettered[1]}`, `pasal ${lettered[1]}`);
        one(`huruf:${lettered[2]}`, `huruf ${lettered[2]}`);
        i += PARTS[word] ? 2 : 1;
      } else if (PARTS[word] && PART_NUMBER.test(after)) {
        one(`${PARTS[word]}:${after}`, `${PARTS[word]} ${after}`);
        i += 2;
        if (PARTS[word] === "pasal" && /^[a-z]$/.test(second)) {
          one(`huruf:${second}`, `huruf ${second}`);
          i += 1;
        }
      } else if (
        NUMBER.test(word) &&
        YEAR.test(year) &&
        (this.regulations.has(before) || text.includes(`${word}/${year}`))
      ) {
        one(`${word}/${year}`, `${word}/${year}`);
        i += year === after ? 2 : 3;
      } else if (NUMBER.test(word) && !YEAR.test(word) && this.regulations.has(before)) {
        one(`${before}:${word}`, `${before} ${word}`);
        i += 1;
      } else {
        const isIntroduction =
          (/^(?:nomor|no)$/.test(word) && NUMBER.test(after)) || (/^(?:tahun|thn)$/.test(word) && YEAR.test(after));
        if (!isIntroduction) {
          const isLast = i === written.length - 1;
          tokens.push(...this.repaired(word, { isLast, isSlip: slips.has(word), corrected }));
        }
        i += 1;
      }
    }
    return tokens;
  }

  /**
   * Whether a question holds a word that may be a slip of the hand.
   * @param {string} text
   */
  doubts(text) {
    return this.read(text).some((word) => !this.isKnown(word) && tolerance(word) > 0);
  }

  /**
   * The words that were meant by one that may be unfinished, run together, or wrong.
   * @param {string} word
   * @param {{ isLast: boolean, isSlip: boolean, corrected: Map<string, string> }} how what was taken for a slip of the
   *   hand is noted in `corrected`
   * @returns {Token[]}
   */
  repaired(word, { isLast, isSlip, corrected }) {
    if (this.isKnown(word)) return [{ word: this.plain(word), others: [], typed: word }];
    const full = this.withVowels(word);
    if (full) return [{ word: full, others: [], guessed: true, typed: word }];
    if (isLast) {
      const [first, ...rest] = this.completions(word);
      if (first) return [{ word: first, others: rest, guessed: true, typed: word }];
    }
    const parts = this.split(word);
    if (parts) return parts.map((part) => ({ word: part, others: [] }));
    const [first, ...rest] = isSlip ? this.nearest(word) : [];
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
    const isName = this.namesOf.has(phrase);
    const needed = isName
      ? tokens.filter(({ word }) => this.isIndexed(word))
      : this.telling(tokens, ({ word }) => word);
    const slots = needed.map((token) => [
      ...this.kin(token.word),
      ...token.others.map((other) => /** @type {Weighed} */ ([other, GUESS])),
    ]);
    /** @type {Alternative[]} */
    const alternatives = slots.every((slot) => slot.length) ? [{ slots, weight: certain }] : [];
    if (this.isPhrase(phrase)) alternatives.push({ slots: this.wordForWord(phrase, slots), weight: WHOLE * certain });
    if (tokens.length > 1) {
      const telling = slots.filter((slot, i) => slot.length && !this.idle.has(needed[i].word));
      alternatives.push(...telling.map((slot) => ({ slots: [slot], weight: PART })));
    }
    const { alike, offices } = this.synonyms(phrase, tokens.length);
    for (const office of offices) alternatives.push({ slots: [], weight: OFFICE, office });
    for (const other of alike) {
      const words = other.split(" ");
      /** @type {Weighed[][]} a name is meant as it is: “perhubungan” of an OPD is not “hubungi” */
      const said = this.namesOf.has(other)
        ? words.filter((word) => this.isIndexed(word)).map((word) => [[word, 1]])
        : this.telling(words, (word) => word).map((word) => this.kin(word));
      /* what is left of “tata cara” says something else */
      const meant = other === phrase || (said.length === 1 && words.length > 1) ? [[]] : said;
      const weight = this.isBroader(other, phrase) ? BROADER : SYNONYM;
      if (meant.every((slot) => slot.length)) alternatives.push({ slots: meant, weight });
      if (other === phrase || !this.isPhrase(other)) continue;
      alternatives.push({ slots: this.wordForWord(other, meant), weight: WHOLE * weight });
    }
    const usual = tokens.length === 1 && this.usual.has(phrase);
    return { phrase: tokens.map((token) => token.typed ?? token.word).join(" "), alternatives, usual };
  }

  /**
   * Whether the index has a phrase as one term (said_in in the generator).
   * @param {string} phrase
   */
  isPhrase(phrase) {
    return phrase.includes(" ") && this.groupsOf.has(phrase) && !this.namesOf.has(phrase);
  }

  /**
   * What finds a phrase where it stands word for word: the phrase, and each of its words that the site has.
   * @param {string} phrase
   * @param {Weighed[][]} words
   * @returns {Weighed[][]}
   */
  wordForWord(phrase, words) {
    return [[[phrase, 1]], ...words.filter((slot) => slot.length)];
  }

  /**
   * Of the words of a phrase those that the index has: not “tidak” of “tidak mampu”.
   * @template T
   * @param {T[]} words
   * @param {(one: T) => string} spelling
   */
  telling(words, spelling) {
    const some = words.filter((one) => !this.idle.has(spelling(one)));
    return some.length ? some : words;
  }

  /**
   * Phrases that say the same, and the names of OPDs of which only their page is meant: one named in a group about
   * something else (“akta kelahiran”: dinas kependudukan) is not asked for all that it has.
   * @param {string} phrase
   * @param {number} length in words
   */
  synonyms(phrase, length) {
    const alike = /** @type {Set<string>} */ (new Set(this.namesOf.get(phrase)));
    const offices = /** @type {Set<string[]>} */ (new Set());
    const isOpd = this.namesOf.has(phrase);
    const groups = this.groupsOf.get(phrase) ?? (length > 1 ? [] : this.groupsOfKin(phrase));
    for (const group of groups) {
      const aboutOpd = this.namesOf.has(group[0]);
      if (isOpd && !aboutOpd) continue;
      for (const other of group) {
        const names = this.namesOf.get(other);
        if (names && !aboutOpd) offices.add(names);
        else for (const one of [other, ...(names ?? [])]) alike.add(one);
      }
    }
    return { alike, offices };
  }

  /**
   * Whether a word says less than what is asked for: it is only a part of another phrase of their group.
   * @param {string} word
   * @param {string} asked
   */
  isBroader(word, asked) {
    if (word.includes(" ") || this.namesOf.has(word)) return false;
    const groups = (this.groupsOf.get(word) ?? []).filter((group) => group.includes(asked) && group[0] !== word);
    return groups.some((group) =>
      group.some((other) => other !== word && other !== asked && ` ${other} `.includes(` ${word} `)),
    );
  }

  /**
   * A word shares the synonyms of its plain relatives: “bergaji” those of “gaji”.
   * @param {string} word
   */
  groupsOfKin(word) {
    return [...new Set(this.kin(word).flatMap(([other]) => this.groupsOf.get(other) ?? []))];
  }

  /** @param {Title[]} titles */
  readTitles(titles) {
    this.titles = titles.map(([title, url, words, isExample]) => {
      return { title, url, words: cut(`${title} ${words}`), isExample: isExample === 1 };
    });
  }

  /**
   * Whether a title has a word of what is typed, or what says the same.
   * @param {string[]} title
   * @param {string} word
   * @param {boolean} isLast it may be unfinished
   */
  isNamed(title, word, isLast) {
    if (title.some((one) => one === word || (isLast && one.startsWith(word)))) return true;
    const whole = ` ${title.join(" ")} `;
    return (this.groupsOf.get(word) ?? [])
      .flat()
      .some((phrase) => whole.includes(` ${phrase} `) && !this.isBroader(phrase, word));
  }

  /**
   * What may be meant by what is being typed: titles of pages, those that begin so first, then single words.
   * @param {string} text
   * @param {number} [most]
   * @returns {Suggestion[]}
   */
  suggestions(text, most = 7) {
    const words = this.read(text).map((word) => this.plain(word));
    const whole = words.join(" ");
    if (whole.length < 2) return [];
    const found = this.titlesWith(words);
    const last = words[words.length - 1];
    const ends = this.completions(last, words.length > 1 ? 3 : 2).map((word) => [...words.slice(0, -1), word]);
    const asked = ends
      .filter((phrase) => phrase.join(" ") !== whole && this.isSaid(phrase))
      .map((phrase) => ({ text: phrase.join(" ") }));
    if (!found.length && !asked.length) {
      const slips = this.slips(words);
      const meant = words.map((word) => (slips.has(word) ? (this.nearest(word)[0] ?? word) : word));
      return meant.join(" ") === whole ? [] : [{ text: meant.join(" ") }, ...this.titlesWith(meant)].slice(0, most);
    }
    return [...found.slice(0, most - Math.min(2, asked.length)), ...asked].slice(0, most);
  }

  /**
   * Whether words stand together somewhere: in a title, or in a phrase that says the same as others. What the site has
   * only apart (“dinas kes” → “dinas kesegaran”) is no suggestion.
   * @param {string[]} words
   */
  isSaid(words) {
    const phrase = words.join(" ");
    if (this.groupsOf.has(phrase) || this.namesOf.has(phrase)) return true;
    return this.titles.some(({ words: title }) => words.every((word) => this.idle.has(word) || title.includes(word)));
  }

  /**
   * @param {string[]} words the last of them perhaps unfinished
   * @returns {Suggestion[]}
   */
  titlesWith(words) {
    const whole = words.join(" ");
    const asked = words.filter((word, i) => !this.idle.has(word) || i === words.length - 1);
    return this.titles
      .filter(({ words: title }) => asked.every((word, i) => this.isNamed(title, word, i === asked.length - 1)))
      .map(({ title, words: said, ...page }) => ({ text: title, ...page, begins: said.join(" ").startsWith(whole) }))
      .sort((a, b) => Number(b.begins) - Number(a.begins) || a.text.length - b.text.length || byLetters(a.text, b.text))
      .map(({ text, url, isExample }) => ({ text, url, isExample }));
  }
}
