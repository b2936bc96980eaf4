/* How pages are found and ranked, on an invented index of six pages. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Words } from "../../theme_overrides/assets/js/cari-kata.js";
import { Engine } from "../../theme_overrides/assets/js/cari-mesin.js";

const [GUIDE, GAJI_2020, GAJI_2021, MEDIS, DINKES, OTHER] = [0, 1, 2, 3, 4, 5];

/** @type {import("../../theme_overrides/assets/js/cari-mesin.js").PagesFile} */
const PAGES = {
  versi: "v1",
  jumlah: 6,
  berkas: 4,
  lanjut: [0, 0, 1, 0, 0, 0],
  contoh: [0, 1, 1, 0, 0, 0],
  bobot: [4, 10, 10, 10, 10, 10],
  pecahan: ["0", "gaji", "medis"],
  segi: {
    jenis: { nilai: [[], ["Panduan"], ["Informasi Publik"], ["Perangkat Daerah"]], kolom: [1, 2, 2, 2, 3, 2] },
    opd: { nilai: [[], ["Dinas Kesehatan"], ["Sekretariat"]], kolom: [0, 2, 2, 1, 1, 1] },
    tahun: { nilai: [[], ["2020"], ["2021"]], kolom: [0, 1, 2, 2, 0, 2] },
    klasifikasi: { nilai: [[]], kolom: [0, 0, 0, 0, 0, 0] },
    huruf: { nilai: [[], ["h"]], kolom: [0, 0, 0, 1, 0, 0] },
  },
};
/** @type {Record<string, any>} */
const FILES = {
  "p/0.json": {
    2020: [[8, GAJI_2020]],
    2021: [
      [16, GAJI_2020],
      [8, GAJI_2021],
    ],
    akta: [[18, OTHER]],
    dinkes: [[25, DINKES]],
  },
  "p/1.json": {
    gaji: [
      [8, GUIDE],
      [25, GAJI_2020, GAJI_2021 - GAJI_2020],
    ],
  },
  "p/2.json": {
    medis: [
      [25, MEDIS],
      [11, OTHER],
    ],
    panduan: [[25, GUIDE]],
    rekam: [[25, MEDIS]],
  },
  "i/0.json": [
    ["panduan/", "Cara", "", "satu\ndua"],
    ["opd/x/dip/2020/gaji/", "Gaji", "Ada berkas", "daftar gaji pegawai"],
    ["opd/x/dip/2021/gaji/", "Gaji", "Ada berkas", "pegawai gaji daftar"],
    ["c/", "Rekam", "", "x"],
  ],
  "i/1.json": [
    ["opd/dinkes/", "Dinkes", "", ""],
    ["d/", "Akta", "", ""],
  ],
};
const VOCABULARY = {
  huruf: {},
  abai: "yang",
  umum: "",
  tolong: [],
  singkatan: {},
  pengurus: /** @type {[string, string, string, string]} */ (["siapa", "mengurus", "dinas", "mana"]),
  peraturan: "",
  kata: "gaji3\nmedis2\nrekam1\nakta1\ndinkes1\npanduan1",
  sinonim: [["akta", "dinkes"]],
  sebutan: [["dinkes", "dinas kesehatan"]],
  lain: /** @type {[string[], string, string][]} */ ([[["pdam"], "air minum", "perusahaan air minum"]]),
};

/** An engine and what it has read. */
function prepared() {
  /** @type {string[]} */
  const read = [];
  const engine = new Engine(PAGES, new Words(VOCABULARY), async (name) => {
    read.push(name);
    const found = FILES[name.split("?")[0]];
    if (name.startsWith("benar.json")) return [];
    if (!found) throw new Error(name);
    return found;
  });
  return { engine, read };
}

/** @param {string} text */
const pagesFor = async (text) => (await prepared().engine.search(text)).hits.map(({ page }) => page);

describe("the index", () => {
  test("only the parts that hold a word are read, once, by their version", async () => {
    const { engine, read } = prepared();
    await engine.search("gaji");
    await engine.search("gaji");
    assert.deepEqual(read, ["p/1.json?v=v1"]);
  });

  test("a part that did not come is asked for again", async () => {
    let tries = 0;
    const engine = new Engine(PAGES, new Words(VOCABULARY), async () => {
      tries += 1;
      if (tries === 1) throw new Error("network");
      return FILES["p/1.json"];
    });
    await assert.rejects(engine.search("gaji"));
    assert.equal((await engine.search("gaji")).hits.length, 2);
  });

  test("what is shown of a page comes from the file that holds its text", async () => {
    const { engine, read } = prepared();
    assert.deepEqual(await engine.shown(GUIDE), {
      url: "panduan/",
      title: "Cara",
      answer: "",
      lines: ["satu", "dua"],
      isExample: false,
    });
    assert.equal((await engine.shown(OTHER)).url, "d/");
    assert.deepEqual(read, ["i/0.json?v=v1", "i/1.json?v=v1"]);
  });
});

describe("ranking", () => {
  test("the newest year of a page comes before its older ones", async () => {
    assert.deepEqual((await pagesFor("gaji")).slice(0, 2), [GAJI_2021, GAJI_2020]);
  });

  test("a year that is asked for is a wish, not a word", async () => {
    const { hits, lost } = await prepared().engine.search("gaji 2020");
    assert.equal(hits[0].page, GAJI_2020);
    assert.deepEqual(lost, []);
  });

  test("a year in a title tells more than the year of a list", async () => {
    assert.equal((await pagesFor("gaji 2021"))[0], GAJI_2020);
  });

  test("who fits every word comes before who fits one", async () => {
    assert.deepEqual((await pagesFor("rekam medis"))[0], MEDIS);
  });

  test("a word in passing is not all of what was asked for", async () => {
    const files = /** @type {Record<string, any>} */ ({
      "p/1.json": {
        gaji: [
          [25, OTHER],
          [2, MEDIS],
        ],
      },
      "p/2.json": {
        rekam: [
          [25, OTHER],
          [25, MEDIS],
        ],
        medis: [
          [20, DINKES],
          [20, OTHER],
          [2, MEDIS],
        ],
      },
    });
    const engine = new Engine(PAGES, new Words(VOCABULARY), async (name) => files[name.split("?")[0]] ?? {});
    const share = (/** @type {import("../../theme_overrides/assets/js/cari-mesin.js").Found} */ found) => {
      const score = (/** @type {number} */ page) => found.hits.find((hit) => hit.page === page)?.score ?? 0;
      return score(MEDIS) / score(OTHER);
    };
    assert.ok(share(await engine.search("rekam gaji")) < 0.5);
  });

  test("pages on how lists are filled in do not set what is enough", async () => {
    assert.ok(!(await pagesFor("gaji")).includes(GUIDE));
  });

  test("who asks which OPD deals with a matter gets the page of the OPD that has the most on it", async () => {
    assert.equal((await pagesFor("medis"))[0], MEDIS);
    assert.deepEqual((await pagesFor("siapa yang mengurus medis")).slice(0, 2), [DINKES, MEDIS]);
    assert.deepEqual(await pagesFor("siapa yang mengurus qwxyv"), []);
  });

  test("an OPD named in a synonym is found by its own page only", async () => {
    assert.deepEqual((await pagesFor("akta")).toSorted(), [DINKES, OTHER]);
  });
});

describe("the years of one information", () => {
  test("are one hit: the newest, with the others", async () => {
    const { engine } = prepared();
    const { hits, years } = await engine.search("gaji");
    assert.deepEqual(
      engine.grouped(hits, years).map(({ page, others }) => [page, others]),
      [[GAJI_2021, [GAJI_2020]]],
    );
  });

  test("the year that was asked for is shown", async () => {
    const { engine } = prepared();
    const { hits, years } = await engine.search("gaji 2020");
    assert.equal(engine.grouped(hits, years)[0].page, GAJI_2020);
  });
});

describe("quotes and minus", () => {
  test("quoted words stand as they were written", async () => {
    assert.deepEqual(await pagesFor('"daftar gaji"'), [GAJI_2020]);
  });

  test("only texts of pages with all quoted words are read", async () => {
    const { engine, read } = prepared();
    const { hits } = await engine.search('medis "akta"');
    assert.deepEqual(
      hits.map(({ page }) => page),
      [OTHER],
    );
    assert.deepEqual(
      read.filter((name) => name.startsWith("i/")),
      ["i/1.json?v=v1"],
    );
  });

  test("a page with an unwanted word is no hit", async () => {
    assert.ok((await pagesFor("medis")).includes(MEDIS));
    assert.ok(!(await pagesFor("medis -rekam")).includes(MEDIS));
  });
});

test("what is found by a little of the question only is no answer to it", async () => {
  const { hits, lost } = await prepared().engine.search("qwxyv wvzzx yyqqv xxzzq gaji");
  assert.equal(lost.length, 4);
  assert.deepEqual(hits, []);
});

describe("what a search says of itself", () => {
  test("words that nobody has", async () => {
    const found = await prepared().engine.search("gaji qwxyv akta");
    assert.deepEqual(found.lost, ["qwxyv"]);
    assert.equal(found.whole, false);
  });

  test("words that were repaired, and words to mark", async () => {
    const { corrected, marked } = await prepared().engine.search("rekma gaji");
    assert.deepEqual([...corrected], [["rekma", "rekam"]]);
    assert.deepEqual([...marked], ["rekam", "gaji"]);
  });

  test("what a slip of the hand means is asked for together with the right words", async () => {
    const { engine, read } = prepared();
    const found = engine.search("rekma gaji");
    assert.deepEqual(read.toSorted(), ["benar.json?v=v1", "p/1.json?v=v1", "p/2.json?v=v1"]);
    await found;
    assert.equal(read.filter((name) => name.startsWith("p/2")).length, 1, "each once");
  });

  test("of what says the same no word that stands everywhere is marked, nor a far relative", async () => {
    const words = new Words({
      ...VOCABULARY,
      umum: "nomor",
      kata: "=gaji gaji3 kegajian1\nnomor5\nmedis2",
      sinonim: [["gaji", "nomor medis"]],
    });
    const { marked } = await new Engine(PAGES, words, async (name) => FILES[name.split("?")[0]] ?? {}).search("gaji");
    assert.deepEqual([...marked].toSorted(), ["gaji", "medis"]);
  });

  test("what another body keeps", async () => {
    const { elsewhere } = await prepared().engine.search("gaji pdam");
    assert.deepEqual(elsewhere, [{ about: "air minum", keeper: "perusahaan air minum" }]);
    assert.deepEqual(await pagesFor("panduan"), [GUIDE]);
    assert.deepEqual(await pagesFor("panduan pdam"), [], "a page on how lists are filled in is no answer");
  });

  test("nothing at all", async () => {
    const { hits, whole } = await prepared().engine.search("qwxyv");
    assert.deepEqual([hits, whole], [[], false]);
  });

  test("the OPD that most of the best hits belong to", async () => {
    const { engine } = prepared();
    assert.equal(engine.likelyOpd((await engine.search("gaji")).hits), "Sekretariat");
    assert.equal(engine.likelyOpd([]), "");
  });
});

test("without a question everything is shown, the newest first", () => {
  const { hits } = prepared().engine.everything();
  assert.deepEqual(
    hits.map(({ page }) => page),
    [GAJI_2021, MEDIS, OTHER, GAJI_2020, GUIDE, DINKES],
  );
});
