/* The words of a question: families, synonyms, slips of the hand. Made from cari/indeks/kata.json, which
   generator/search/words.py writes; without that file every word stands for itself. No DOM in here. */
const FAMILY = 0.9;
const SYNONYM = 0.72;
const GUESS = 0.8;
const PART = 0.45;
const LONGEST = 7; /* words in a phrase of synonyms */
const COMPLETIONS = 6;
const WORDS_READ = 24; /* of a question */

const PREFIXES = ["", "me", "mem", "men", "meng", "meny", "menge", "pe", "pem", "pen", "peng", "peny", "penge", "per",
  "di", "ber", "ter", "ke", "se", "memper", "diper"];
const SUFFIXES = ["", "an", "kan", "i", "nya", "lah", "kah", "annya", "kannya", "inya"];
const MELTED = { mem: "p", men: "t", meng: "k", meny: "s", pem: "p", pen: "t", peng: "k", peny: "s" };

export function cut(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().match(/[a-z0-9]+/g) || [];
}

/* Edits between two words, or more than `most`. A swap of neighbours is one; another letter is one and a half,
   since “biaya” and “biasa” are both right. */
function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let k = 1; k <= b.length; k += 1) {
      const same = a[i - 1] === b[k - 1];
      next[k] = Math.min(row[k] + 1, next[k - 1] + 1, row[k - 1] + (same ? 0 : 1.5));
      if (i > 1 && k > 1 && a[i - 1] === b[k - 2] && a[i - 2] === b[k - 1]) next[k] = Math.min(next[k], before[k - 2] + 1);
    }
    if (Math.min(...next) > most) return most + 1;
    before = row;
    row = next;
  }
  return row[b.length];
}

export class Words {
  constructor(file) {
    this.known = Boolean(file);
    this.letters = file ? file.huruf : {}; /* letter of Pasal 17 -> its name */
    this.idle = new Set(file ? file.abai.split(" ") : []);
    this.phrases = file ? file.frasa : [];
    this.families = [];
    this.family = new Map(); /* word or root -> number of its family */
    this.often = new Map(); /* word -> how many pages have it, as a power of two */
    this.groups = file ? file.sinonim : [];
    this.groupsOf = new Map(); /* phrase -> groups */
    for (const line of file ? file.kata.split("\n") : []) this.readFamily(line);
    this.groups.forEach((group) => group.forEach((phrase) => {
      this.groupsOf.set(phrase, [...(this.groupsOf.get(phrase) || []), group]);
    }));
    this.names = file ? file.sebutan : [];
    this.namesOf = new Map(); /* name of an OPD -> all its names */
    this.names.forEach((names) => names.forEach((name) => this.namesOf.set(name, names)));
    this.inGroups = new Set([...this.groups, ...this.names].flat().flatMap((phrase) => phrase.split(" ")));
  }

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

  /* The words of the site that say the same as this one, each with how far it is meant. */
  kin(word) {
    if (!this.known || /\d/.test(word)) return [[word, 1]];
    const number = this.family.get(word) ?? this.familyByAffix(word);
    const words = number === undefined ? [] : this.families[number];
    return words.map((other) => [other, other === word ? 1 : FAMILY]);
  }

  /* “penggajian” is no word of the site, but “gaji” is: take the affixes off and look again. */
  familyByAffix(word) {
    let best;
    for (const prefix of PREFIXES) {
      for (const suffix of SUFFIXES) {
        if (!(prefix || suffix) || !word.startsWith(prefix) || !word.endsWith(suffix)) continue;
        const inner = word.slice(prefix.length, word.length - suffix.length);
        const melted = MELTED[prefix] && /^[aiueo]/.test(inner) ? [MELTED[prefix] + inner] : [];
        for (const root of [inner, ...melted]) {
          if (root.length >= 4 && this.family.has(root) && !(best?.length >= root.length)) best = root;
        }
      }
    }
    return best && this.family.get(best);
  }

  isKnown(word) {
    return !this.known || /\d/.test(word) || this.idle.has(word) || this.inGroups.has(word)
      || this.family.has(word) || this.familyByAffix(word) !== undefined;
  }

  completions(start, least = 4) {
    if (start.length < least) return [];
    return [...this.often].filter(([word]) => word.startsWith(start) && !this.idle.has(word)).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, COMPLETIONS).map(([word]) => word);
  }

  /* Words of the site nearest to one that it does not know, the nearest and most usual first. */
  nearest(word, most = word.length < 4 ? 0 : word.length < 6 ? 1 : word.length < 8 ? 1.5 : 2) {
    const found = [];
    for (const other of new Set([...this.often.keys(), ...this.inGroups])) {
      const far = distance(word, other, most);
      if (far <= most && other.length > 2 && (far < 2 || other[0] === word[0])) found.push([far, this.often.get(other) ?? 0, other]);
    }
    found.sort((a, b) => a[0] - b[0] || b[1] - a[1] || (a[2] < b[2] ? -1 : 1));
    return found.filter(([far]) => far === found[0][0]).slice(0, 3).map(([, , other]) => other);
  }

  /* Words of the site that look like words of a question which found nothing. */
  near(text, most = 5) {
    const written = new Set(cut(text).slice(0, WORDS_READ));
    const found = [...written].flatMap((word) => this.nearest(word, word.length < 5 ? 1 : word.length < 8 ? 2 : 3));
    return [...new Set(found)].filter((word) => !written.has(word)).slice(0, most);
  }

  split(word) {
    for (let i = 3; i <= word.length - 3; i += 1) {
      if (this.often.has(word.slice(0, i)) && this.often.has(word.slice(i))) return [word.slice(0, i), word.slice(i)];
    }
    return null;
  }

  /* What a question asks for: concepts, each with alternatives; each alternative has slots, one for every
     word that must be there, and a slot lists words with weights. */
  understand(text) {
    const written = cut(text).slice(0, WORDS_READ);
    const corrected = new Map();
    const tokens = written.flatMap((word, i) => this.repaired(word, i === written.length - 1, corrected));
    const concepts = [];
    for (let i = 0; i < tokens.length;) {
      const length = this.phraseAt(tokens, i);
      const words = tokens.slice(i, i + length);
      if (length > 1 || !this.idle.has(words[0].word)) concepts.push(this.concept(words));
      i += length;
    }
    if (!concepts.length) tokens.forEach((token) => concepts.push(this.concept([token])));
    return { concepts, corrected, written };
  }

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

  phraseAt(tokens, start) {
    for (let length = Math.min(LONGEST, tokens.length - start); length > 1; length -= 1) {
      const phrase = tokens.slice(start, start + length).map((token) => token.word).join(" ");
      if (this.groupsOf.has(phrase) || this.namesOf.has(phrase)) return length;
    }
    return 1;
  }

  concept(tokens) {
    const phrase = tokens.map((token) => token.word).join(" ");
    const certain = tokens.some((token) => token.guessed) ? GUESS : 1;
    const slots = tokens.map((token) => [
      ...this.kin(token.word),
      ...token.others.map((other) => [other, GUESS]),
    ]).filter((slot) => slot.length);
    const alternatives = slots.length === tokens.length ? [{ slots, weight: certain }] : [];
    const telling = tokens.map((token, i) => [token.word, slots[i]]).filter(([word]) => !this.idle.has(word));
    if (tokens.length > 1) telling.forEach(([, slot]) => slot && alternatives.push({ slots: [slot], weight: PART }));
    for (const [other, onlyOpd] of this.synonyms(phrase, tokens.length)) {
      const meant = other === phrase ? [[]] : other.split(" ").map((word) => this.kin(word));
      if (meant.every((slot) => slot.length)) alternatives.push({ slots: meant, weight: SYNONYM, onlyOpd });
    }
    return { phrase: tokens.map((token) => token.typed ?? token.word).join(" "), alternatives };
  }

  /* Phrases that say the same. An OPD named in a group about something else (“akta kelahiran”: Disdukcapil)
     stands for the page of that OPD only, not for all that it has. */
  synonyms(phrase, length) {
    const found = new Map();
    const isOpd = this.namesOf.has(phrase);
    const groups = this.groupsOf.get(phrase) || (length > 1 ? [] : this.groupsOfKin(phrase));
    for (const group of groups) {
      const aboutOpd = this.namesOf.has(group[0]);
      if (isOpd && !aboutOpd) continue;
      for (const other of group) {
        const names = this.namesOf.get(other) || [];
        if (!names.length || aboutOpd) found.set(other, false);
        names.forEach((name) => found.has(name) || found.set(name, !aboutOpd));
      }
    }
    (this.namesOf.get(phrase) || []).forEach((name) => found.set(name, false));
    return found;
  }

  /* A word shares the synonyms of its plain relatives: “bergaji” those of “gaji”. */
  groupsOfKin(word) {
    return [...new Set(this.kin(word).flatMap(([other]) => this.groupsOf.get(other) || []))];
  }

  /* Questions that begin like this one: whole phrases of the site first, then single words. */
  suggestions(text, most = 7) {
    const words = cut(text);
    const whole = words.join(" ");
    const start = words.pop();
    const before = words.join(" ");
    if (whole.length < 2) return [];
    const names = [...this.names, ...this.groups].flat().filter((phrase) => this.kin(phrase.split(" ")[0]).length);
    const phrases = [...new Set([...this.phrases, ...names])];
    const begins = phrases.filter((phrase) => phrase.startsWith(whole)).sort((a, b) => a.length - b.length);
    const ends = this.completions(start, before ? 3 : 2).map((word) => (before ? `${before} ${word}` : word));
    const holds = phrases.filter((phrase) => phrase.includes(` ${whole}`));
    return [...new Set([...begins.slice(0, 4), ...ends.slice(0, 3), ...holds])].filter((found) => found !== whole).slice(0, most);
  }
}
