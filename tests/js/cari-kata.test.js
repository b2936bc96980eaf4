/* What the search understands of a question, on a small invented vocabulary. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { cut, distance, Words } from "../../theme_overrides/assets/js/cari-kata.js";

const FILE = {
  huruf: { h: "Rahasia pribadi" },
  abai: "yang di apa",
  frasa: ["rekam medis pasien", "daftar informasi publik"],
  kata: [
    "=gaji gaji3 bergaji1 digaji1",
    "rekam2",
    "medis2",
    "pasien1",
    "=kelahir kelahiran2",
    "akta2",
    "daftar5",
    "biaya4",
  ]
    .concat(["biasa3", "=tulis tulisan2 menulis1", "anggaran6", "belanja3", "dinas4", "kesehatan3", "dinkes1"])
    .join("\n"),
  sinonim: [
    ["rekam medis", "catatan kesehatan"],
    ["anggaran", "belanja"],
    ["akta", "dinkes"],
  ],
  sebutan: [["dinkes", "dinas kesehatan"]],
};
const words = new Words(FILE);
const bare = new Words(null);

/** @param {string} text */
const phrases = (text) => words.understand(text).concepts.map(({ phrase }) => phrase);

/**
 * The words that the first alternative of a question accepts.
 * @param {string} text
 */
const meant = (text) => words.understand(text).concepts[0].alternatives[0].slots.flat();

test("a text is cut into words without case, diacritics and signs", () => {
  assert.deepEqual(cut("Rékam-MEDIS, 2021!"), ["rekam", "medis", "2021"]);
  assert.deepEqual(cut(" “…” "), []);
});

describe("the way from one word to another", () => {
  for (const [a, b, far] of /** @type {[string, string, number][]} */ ([
    ["gaji", "gaji", 0],
    ["gaji", "gajih", 1],
    ["imunisasi", "imunisai", 1],
    ["agji", "gaji", 1],
    ["biaya", "biasa", 1.5],
  ])) {
    test(`${a} – ${b}: ${far}`, () => assert.equal(distance(a, b, 3), far));
  }

  test("is not measured to its end when it is too long", () => {
    assert.ok(distance("gaji", "kesehatan", 2) > 2);
    assert.ok(distance("abcd", "wxyz", 1) > 1);
  });
});

describe("kin", () => {
  test("a family stands for its members, a little less than the word itself", () => {
    assert.deepEqual(words.kin("gaji"), [
      ["gaji", 1],
      ["bergaji", 0.9],
      ["digaji", 0.9],
    ]);
  });

  test("a form that the site does not have is known by its root", () => {
    assert.deepEqual(
      words.kin("penggajian").map(([word]) => word),
      ["gaji", "bergaji", "digaji"],
    );
    assert.ok(words.isKnown("penulisan"), "the t that the prefix swallowed");
  });

  test("a number is itself, an unknown word nothing", () => {
    assert.deepEqual(words.kin("2021"), [["2021", 1]]);
    assert.deepEqual(words.kin("zzz"), []);
  });

  test("without the vocabulary every word stands for itself", () => {
    assert.deepEqual(bare.kin("zzz"), [["zzz", 1]]);
    assert.deepEqual(bare.understand("zzz yang").concepts.length, 2);
    assert.deepEqual(bare.suggestions("re"), []);
  });

  test("an empty vocabulary makes no family of the empty word", () => {
    const empty = new Words({ huruf: {}, abai: "", frasa: [], kata: "", sinonim: [], sebutan: [] });
    assert.equal(empty.familyByAffix("gaji"), undefined);
  });
});

describe("a question", () => {
  test("is told by its telling words", () => {
    assert.deepEqual(phrases("apa gaji yang biaya"), ["gaji", "biaya"]);
  });

  test("of words that tell nothing is taken as it is", () => {
    assert.deepEqual(phrases("apa yang"), ["apa", "yang"]);
  });

  test("keeps phrases with synonyms together", () => {
    assert.deepEqual(phrases("rekam medis gaji"), ["rekam medis", "gaji"]);
  });

  test("of a phrase also accepts each of its telling words, for less", () => {
    const [{ alternatives }] = words.understand("rekam medis").concepts;
    assert.deepEqual(
      alternatives.map(({ weight, slots }) => [weight, slots.length]),
      [
        [1, 2],
        [0.45, 1],
        [0.45, 1],
      ],
    );
  });

  test("a word of a phrase that nobody writes does not take the place of its neighbour", () => {
    const file = { ...FILE, sinonim: [["zzzz medis", "rekam medis"]] };
    const [{ alternatives }] = new Words(file).understand("zzzz medis").concepts;
    assert.deepEqual(alternatives[0], { slots: [[["medis", 1]]], weight: 0.45 });
  });

  test("with a slip of the hand is repaired and says so", () => {
    const { concepts, corrected } = words.understand("biayaa gaji");
    assert.deepEqual([...corrected], [["biayaa", "biaya"]]);
    assert.equal(concepts[0].phrase, "biayaa");
    assert.equal(concepts[0].alternatives[0].weight, 0.8);
  });

  test("two words run together are two", () => {
    assert.deepEqual(phrases("rekammedis biaya"), ["rekam medis", "biaya"]);
  });

  test("an unfinished last word is completed", () => {
    assert.deepEqual(meant("anggar"), [["anggaran", 1]]);
  });

  test("of hundreds of words is read at its beginning", () => {
    assert.equal(words.understand("gaji ".repeat(500)).written.length, 24);
  });

  for (const text of ["", "   ", "<b>", "\u0000", "𝔤𝔞𝔧𝔦 ".repeat(50), "constructor __proto__ toString"]) {
    test(`strange text does no harm: ${JSON.stringify(text).slice(0, 24)}`, () => {
      assert.ok(Array.isArray(words.understand(text).concepts));
      assert.ok(Array.isArray(words.suggestions(text)));
      assert.ok(Array.isArray(words.near(text)));
    });
  }
});

describe("synonyms", () => {
  test("work in both directions", () => {
    assert.ok(words.synonyms("anggaran", 1).has("belanja"));
    assert.ok(words.synonyms("belanja", 1).has("anggaran"));
  });

  test("an OPD named in a group about something else stands for its own page only", () => {
    const found = words.synonyms("akta", 1);
    assert.equal(found.get("dinkes"), true);
    assert.equal(found.get("dinas kesehatan"), true);
  });

  test("an OPD has all its names, and not what it is named for", () => {
    assert.deepEqual(
      [...words.synonyms("dinas kesehatan", 2)],
      [
        ["dinkes", false],
        ["dinas kesehatan", false],
      ],
    );
  });
});

describe("suggestions", () => {
  test("phrases come first, then words", () => {
    assert.equal(words.suggestions("reka")[0], "rekam medis");
    assert.ok(words.suggestions("reka").includes("rekam"));
  });

  test("the last word is completed after those that are finished", () => {
    assert.ok(words.suggestions("gaji angg").includes("gaji anggaran"));
  });

  test("one letter is too little, and what is written is not suggested", () => {
    assert.deepEqual(words.suggestions("r"), []);
    assert.ok(!words.suggestions("rekam medis").includes("rekam medis"));
  });
});

test("words near to those of a question are offered, but not those themselves", () => {
  assert.ok(words.near("anggarn").includes("anggaran"));
  assert.ok(!words.near("anggaran").includes("anggaran"));
});
