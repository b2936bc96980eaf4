/* What the search understands of a question, on a small invented vocabulary. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { cut, distance, Words } from "../../theme_overrides/assets/js/cari-kata.js";

const FILE = {
  huruf: { h: "Rahasia pribadi" },
  abai: "yang di apa",
  umum: "daftar",
  tolong: ["cara", "berapa"],
  singkatan: { jml: "jumlah", akte: "akta" },
  pengurus: /** @type {[string, string, string, string]} */ (["siapa dinas", "mengurus", "dinas", "mana apa"]),
  peraturan: "perwal uu nomor no",
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
  lain: /** @type {[string[], string, string][]} */ ([[["pdam", "tagihan air"], "air minum", "perusahaan air minum"]]),
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

test("a question is cut as the generator cuts the pages", () => {
  for (const [text, words] of JSON.parse(readFileSync(new URL("potongan.json", import.meta.url), "utf8"))) {
    assert.deepEqual(cut(text), words);
  }
});

describe("what several words name together is one", () => {
  for (const [text, said] of /** @type {[string, string[]][]} */ ([
    ["pasal 17 huruf h", ["pasal 17", "huruf h"]],
    ["Pasal 17 ayat (2)", ["pasal 17", "ayat 2"]],
    ["17h", ["pasal 17", "huruf h"]],
    ["psl 17 h", ["pasal 17", "huruf h"]],
    ["perwal 27", ["perwal", "perwal 27"]],
    ["perwal no. 27 tahun 2017", ["perwal", "27/2017"]],
    ["perwal 27 2017", ["perwal", "27/2017"]],
    ["Kep.188/2023", ["kep", "188/2023"]],
    ["covid 19 tahun 2021", ["covid", "19", "2021"]],
    ["gaji tahun 2021", ["gaji", "2021"]],
  ])) {
    test(text, () => assert.deepEqual(phrases(text), said));
  }
});

test("quotes ask for words as they stand, a minus for pages without a word", () => {
  const { quoted, without, concepts } = words.understand('"rekam medis" -gaji biaya');
  assert.deepEqual(quoted, [["rekam", "medis"]]);
  assert.deepEqual(without, ["gaji"]);
  assert.deepEqual(
    concepts.map(({ phrase }) => phrase),
    ["rekam medis", "biaya"],
  );
  assert.deepEqual(words.understand("KTP-el").without, []);
});

test("who wants to get something done, or a figure, is helped by words of such titles", () => {
  assert.deepEqual(words.understand("cara gaji").helps, ["tolong:0"]);
  assert.deepEqual(words.understand("berapa gaji").helps, ["tolong:1"]);
  assert.deepEqual(words.understand("gaji").helps, []);
});

test("a word that stands everywhere is known to be one", () => {
  assert.deepEqual(
    words.understand("daftar gaji").concepts.map(({ usual }) => usual),
    [true, false],
  );
  const file = new Words({ ...FILE, umum: "rekam medis" });
  assert.equal(file.understand("rekam medis").concepts[0].usual, false, "a phrase tells more than its words");
});

describe("a slip of the hand", () => {
  test("is not seen in short words: many are one letter apart", () => {
    assert.deepEqual([...words.understand("akte gajo").corrected], []);
  });

  test("is not seen in a word of the dictionary that the site has not", () => {
    const file = new Words({ ...FILE, kata: "massa2" });
    assert.deepEqual([...file.understand("massal 2021").corrected], [["massal", "massa"]]);
    file.right.add("massal");
    assert.deepEqual([...file.understand("massal 2021").corrected], []);
  });

  test("is never seen in two short words at once: that would be guessing", () => {
    assert.deepEqual([...words.understand("rekma gaji").corrected.keys()], ["rekma"]);
    assert.deepEqual([...words.understand("rekma pasein").corrected.keys()], []);
    assert.deepEqual([...words.understand("rekma pasein kesehattan").corrected.keys()], ["kesehattan"]);
    assert.deepEqual(words.near("visi misi"), []);
    assert.deepEqual(words.near("kesehattan visi"), ["kesehatan"]);
  });
});

describe("a particle at the end of a word", () => {
  for (const [text, word] of [
    ["gajinya", "gaji"],
    ["biayakah", "biaya"],
    ["pasienlah", "pasien"],
    ["hanya", "hanya"],
    ["belanjas", "belanja"],
    ["gajiku", "gaji"],
  ]) {
    test(text, () => assert.equal(words.plain(text), word));
  }

  test("keeps no synonym and no suggestion away", () => {
    assert.ok(
      words.understand("anggarannya").concepts[0].alternatives.some(({ slots }) => slots[0][0][0] === "belanja"),
    );
    const offered = new Words(FILE);
    offered.readTitles([["Anggaran belanja", "opd/setda/dip/2025/apbd/", "", 0]]);
    assert.equal(offered.suggestions("belanjanya")[0].text, "Anggaran belanja");
  });
});

describe("what another body keeps", () => {
  test("is told by a word or a phrase, and is no slip of the hand", () => {
    const about = [{ about: "air minum", keeper: "perusahaan air minum" }];
    assert.deepEqual(words.understand("tarif PDAM").elsewhere, about);
    assert.deepEqual(words.understand("bayar tagihan air").elsewhere, about);
    assert.deepEqual(words.understand("tagihan gaji").elsewhere, []);
    assert.ok(words.isKnown("pdam"));
  });
});

describe("the way from one word to another", () => {
  for (const [a, b, far] of /** @type {[string, string, number][]} */ ([
    ["gaji", "gaji", 0],
    ["gaji", "gajih", 1],
    ["imunisasi", "imunisai", 1],
    ["agji", "gaji", 1],
    ["biaya", "biasa", 1.5],
    ["praktek", "praktik", 0.5],
    ["hydrant", "hidran", 1.5],
  ])) {
    test(`${a} – ${b}: ${far}`, () => assert.equal(distance(a, b, 3), far));
  }

  test("is not measured to its end when it is too long", () => {
    assert.ok(distance("gaji", "kesehatan", 2) > 2);
    assert.ok(distance("abcd", "wxyz", 1) > 1);
  });
});

describe("words as people type them", () => {
  test("are read in full where they are shortened", () => {
    const file = new Words({ ...FILE, kata: `${FILE.kata}\njumlah5\n=jadwal jadwal3 jadwalnya1` });
    assert.deepEqual(file.understand("jml akte").written, ["jumlah", "akta"]);
    assert.deepEqual(file.understand("jdwl gaji").concepts[0].alternatives[0].slots[0][0][0], "jadwal");
    assert.equal(file.withVowels("xyz"), undefined);
    assert.equal(file.withVowels("jadwl"), undefined, "only what has no vowel at all");
  });

  test("are one where they are many: “gaji2”", () => {
    assert.deepEqual(phrases("gaji2 pasien"), ["gaji", "pasien"]);
    assert.deepEqual(words.read("covid 2 covid2020 pp2"), ["covid", "2", "covid", "2020", "pp2"]);
  });

  test("end as people speak: “anggarin”", () => {
    assert.ok(new Words({ ...FILE, kata: "=daftar daftar5" }).isKnown("daftarin"));
  });

  test("written as they are heard are repaired", () => {
    const file = new Words({ ...FILE, kata: "hidran2\npraktik2" });
    assert.deepEqual([...file.understand("hydrant praktek apa").corrected.values()], ["hidran", "praktik"]);
  });
});

describe("kin", () => {
  test("a family stands for its members, a little less than the word itself", () => {
    assert.deepEqual(words.kin("gaji"), [
      ["gaji", 1],
      ["bergaji", 0.8],
      ["digaji", 0.8],
    ]);
  });

  test("a form that has become a word of its own is further away", () => {
    const file = new Words({ ...FILE, kata: "=mati kematian2 mati1\n=lapor laporan3 pelapor1" });
    assert.deepEqual(file.kin("mati"), [
      ["kematian", 0.6],
      ["mati", 1],
    ]);
    assert.deepEqual(file.kin("pelapor")[0], ["laporan", 0.6]);
  });

  test("a form that the site does not have is known by its root", () => {
    assert.deepEqual(
      words.kin("penggajian").map(([word]) => word),
      ["gaji", "bergaji", "digaji"],
    );
    assert.ok(words.isKnown("penulisan"), "the t that the prefix swallowed");
    assert.ok(new Words({ ...FILE, kata: "=ungsi pengungsian2" }).isKnown("ngungsi"), "as people speak");
    assert.ok(new Words({ ...FILE, kata: "=tunggak tunggakan2" }).isKnown("nunggak"), "and with its t swallowed");
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
    const empty = new Words({
      huruf: {},
      abai: "",
      umum: "",
      tolong: [],
      singkatan: {},
      pengurus: ["", "", "", ""],
      peraturan: "",
      kata: "",
      sinonim: [],
      sebutan: [],
      lain: [],
    });
    assert.equal(empty.familyByAffix("gaji"), undefined);
  });
});

describe("a question", () => {
  test("of who deals with a matter is told by the matter, and to apply for something is none", () => {
    const asked = words.understand("dinas yang mengurus akta");
    assert.ok(asked.owner);
    assert.deepEqual(
      asked.concepts.map(({ phrase }) => phrase),
      ["akta"],
    );
    assert.ok(!words.understand("cara mengurus akta").owner);
    assert.ok(!words.understand("dinas kesehatan").owner);
    assert.ok(words.understand("dinas akta").owner, "an office before its matter");
    assert.ok(!words.understand("akta dinas").owner);
    assert.ok(words.understand("akta hilang dinas mana").owner, "which office, wherever that stands");
    assert.ok(!words.understand("dinas").owner);
  });

  test("is told by its telling words", () => {
    assert.deepEqual(phrases("apa gaji yang biaya"), ["gaji", "biaya"]);
  });

  test("of words that tell nothing is taken as it is", () => {
    assert.deepEqual(phrases("apa yang"), ["apa", "yang"]);
  });

  test("keeps phrases with synonyms together", () => {
    assert.deepEqual(phrases("rekam medis gaji"), ["rekam medis", "gaji"]);
  });

  test("of a phrase means it word for word, its words here and there for less, and each of them for little", () => {
    const [{ alternatives }] = words.understand("rekam medis").concepts;
    assert.deepEqual(
      alternatives.map(({ weight, slots }) => [weight, slots.map(([[word]]) => word)]),
      [
        [1, ["rekam", "medis"]],
        [1.25, ["rekam medis", "rekam", "medis"]],
        [0.2, ["rekam"]],
        [0.2, ["medis"]],
        [0.72 * 1.25, ["catatan kesehatan", "kesehatan"]],
      ],
    );
    assert.equal(words.filedUnder("catatan kesehatan"), "rekam medis");
  });

  test("of words that are no phrase, or name an OPD, means each of them", () => {
    assert.ok(!words.isPhrase("rekam gaji"));
    assert.ok(!words.isPhrase("dinas kesehatan"));
  });

  test("a word of a phrase that nobody writes does not take the place of its neighbour", () => {
    const file = { ...FILE, sinonim: [["zzzz medis", "rekam medis"]] };
    const [{ alternatives }] = new Words(file).understand("zzzz medis").concepts;
    assert.deepEqual(alternatives[0].slots, [[["zzzz medis", 1]], [["medis", 1]]]);
    assert.deepEqual(alternatives[1], { slots: [[["medis", 1]]], weight: 0.2 });
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
    assert.ok(words.synonyms("anggaran", 1).alike.has("belanja"));
    assert.ok(words.synonyms("belanja", 1).alike.has("anggaran"));
  });

  test("that say less than what was asked for are further away", () => {
    const file = new Words({ ...FILE, kata: "bantuan4\nsosial3", sinonim: [["bansos", "bantuan sosial", "bantuan"]] });
    const [{ alternatives }] = file.understand("bansos").concepts;
    assert.deepEqual(
      alternatives.map(({ weight, slots }) => [weight, slots.length]),
      [
        [0.72, 2],
        [0.72 * 1.25, 3],
        [0.5, 1],
      ],
    );
  });

  test("are meant without the words that the index leaves out", () => {
    const kata = "surat3\nketerangan3\nmampu2\ntata3";
    const file = new Words({
      ...FILE,
      abai: "tidak cara",
      kata,
      sinonim: [
        ["surat keterangan tidak mampu", "sktm"],
        ["tata cara", "sop"],
      ],
    });
    const [{ alternatives }] = file.understand("sktm").concepts;
    assert.deepEqual(alternatives[0].slots, [[["surat", 1]], [["keterangan", 1]], [["mampu", 1]]]);
    const procedure = file.understand("sop").concepts[0].alternatives.map((one) => one.slots.flat());
    assert.deepEqual(procedure, [[["tata cara", 1]]], "“tata” alone says something else");
    assert.equal(file.understand("surat keterangan tidak mampu").concepts[0].alternatives[0].slots.length, 3);
  });

  test("an OPD named in a group about something else stands for its own page only", () => {
    const { alike, offices } = words.synonyms("akta", 1);
    assert.deepEqual([...offices], [["dinkes", "dinas kesehatan"]]);
    assert.ok(!alike.has("dinkes") && !alike.has("dinas kesehatan"));
    const [{ alternatives }] = words.understand("akta").concepts;
    const named = alternatives.find(({ office }) => office);
    assert.deepEqual(named?.slots, [], "no word of its name is looked up");
  });

  test("a name of an OPD is meant as it is, without its family", () => {
    const hub = new Words({
      ...FILE,
      kata: "=hubung perhubungan2 hubungi5\ndishub2\ndinas5",
      sebutan: [["dishub", "dinas perhubungan"]],
    });
    const [{ alternatives }] = hub.understand("dishub").concepts;
    const slots = alternatives.map((one) => one.slots);
    assert.deepEqual(slots[slots.length - 1], [[["dinas", 1]], [["perhubungan", 1]]]);
  });

  test("a name of an OPD is meant without the words that the index leaves out", () => {
    const file = new Words({
      ...FILE,
      abai: "dan",
      kata: "dinas5\npemuda2\nolahraga2",
      sebutan: [["dispora", "dinas pemuda dan olahraga"]],
    });
    for (const asked of ["dispora", "dinas pemuda dan olahraga"]) {
      const found = file
        .understand(asked)
        .concepts[0].alternatives.map(({ slots }) => slots.flat().map(([one]) => one));
      assert.ok(
        found.some((words) => words.join(" ") === "dinas pemuda olahraga"),
        asked,
      );
    }
  });

  test("an OPD has all its names, and not what it is named for", () => {
    const { alike, offices } = words.synonyms("dinas kesehatan", 2);
    assert.deepEqual([...alike], ["dinkes", "dinas kesehatan"]);
    assert.equal(offices.size, 0);
  });
});

test("what says the same is filed together, a word of several groups with the first of them", () => {
  const file = new Words({
    ...FILE,
    sinonim: [
      ["anggaran", "belanja rutin", "biaya"],
      ["pasien", "biaya", "bergaji"],
    ],
  });
  assert.deepEqual(
    ["anggaran", "biaya", "pasien", "digaji", "akta", "2021"].map((word) => file.filedUnder(word)),
    [...["anggaran", "anggaran", "pasien", "pasien", "akta", "2021"]],
  );
});

describe("suggestions", () => {
  const offered = new Words(FILE);
  offered.readTitles([
    ["Rekam medis pasien", "opd/rsud/dik/2025/rm/", "", 1],
    ["Isi rekam medis", "opd/dinkes/dik/2025/rm/", "", 0],
    ["Peraturan Wali Kota Nomor 27 Tahun 2017", "regulasi/perwal-27-2017/", "perwal", 0],
    ["Alasan pengecualian", "tentang/alasan-pengecualian/", "pasal:17 huruf:h", 0],
    ["Anggaran belanja", "opd/setda/dip/2025/apbd/", "", 0],
  ]);
  const texts = (/** @type {string} */ text) => offered.suggestions(text).map((found) => found.text);

  test("titles come first, those that begin so before the others, and lead to their page", () => {
    assert.deepEqual(texts("rekam me").slice(0, 2), ["Rekam medis pasien", "Isi rekam medis"]);
    assert.equal(offered.suggestions("rekam me")[0].url, "opd/rsud/dik/2025/rm/");
  });

  test("tell which of the pages are of a demonstration", () => {
    assert.deepEqual(
      offered.suggestions("rekam medis").map(({ isExample }) => isExample),
      [true, false],
    );
  });

  test("numbers of regulations and articles find their page", () => {
    assert.deepEqual(texts("perwal 27"), ["Peraturan Wali Kota Nomor 27 Tahun 2017"]);
    assert.deepEqual(texts("pasal 17"), ["Alasan pengecualian"]);
  });

  test("a title is found by what says the same as one of its words", () => {
    assert.ok(texts("belanja").includes("Anggaran belanja"));
  });

  test("the last word is completed after those that are finished, where both stand together", () => {
    assert.ok(texts("belanja angg").includes("belanja anggaran"));
    assert.ok(!texts("gaji angg").includes("gaji anggaran"), "no title has both");
    assert.ok(!texts("medi").includes("medical"), "no title has it");
  });

  test("a title with less than what was asked for is not offered", () => {
    const aid = new Words({ ...FILE, kata: "bantuan4\nsosial3", sinonim: [["bansos", "bantuan sosial", "bantuan"]] });
    aid.readTitles([
      ["Penyumbang bantuan banjir", "a/", "", 0],
      ["Penerima bantuan sosial", "b/", "", 0],
    ]);
    assert.deepEqual(
      aid.suggestions("bansos").map(({ text }) => text),
      ["Penerima bantuan sosial"],
    );
  });

  test("a slip of the hand is mended", () => {
    assert.deepEqual(texts("anggran"), ["anggaran", "Anggaran belanja"]);
  });

  test("one letter is too little, and what is written is not suggested", () => {
    assert.deepEqual(texts("r"), []);
    assert.ok(!texts("rekam").includes("rekam"));
  });
});

test("words near to those of a question are offered, but not those themselves", () => {
  assert.ok(words.near("anggarn").includes("anggaran"));
  assert.ok(!words.near("anggaran").includes("anggaran"));
});
