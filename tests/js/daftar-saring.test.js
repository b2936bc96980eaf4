/* What a table says when it is filtered and sorted. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  number,
  plain,
  readOrder,
  sentence,
  slug,
  sorted,
  wordsOf,
} from "../../theme_overrides/assets/js/daftar-saring.js";

test("words are compared without case and diacritics", () => {
  assert.equal(plain("Éks-WALI"), "eks-wali");
  assert.deepEqual(wordsOf("  Rincian  HARGA "), ["rincian", "harga"]);
  assert.deepEqual(wordsOf(" "), []);
});

test("a heading has a name for the address", () => {
  assert.equal(slug("Dasar hukum"), "dasar-hukum");
  assert.equal(slug("(Unit) yang menguasai…"), "unit-yang-menguasai");
});

test("the address says the column and the direction", () => {
  assert.deepEqual(readOrder("berakhir-turun"), { key: "berakhir", descending: true });
  assert.deepEqual(readOrder("berakhir"), { key: "berakhir", descending: false });
  assert.deepEqual(readOrder("-turun"), { key: "", descending: true });
  assert.deepEqual(readOrder(null), { key: "", descending: false });
});

describe("sorting", () => {
  const rows = ["10", "", "9", "b", "A"];
  const value = (/** @type {string} */ row) => row;

  test("numbers count as numbers, and letters as in Indonesian", () => {
    assert.deepEqual(sorted(rows, value, false), ["9", "10", "A", "b", ""]);
  });

  test("empty values stay at the end in both directions", () => {
    assert.deepEqual(sorted(rows, value, true), ["b", "A", "10", "9", ""]);
  });

  test("rows of one value keep their order, and the rows given are left alone", () => {
    const given = [{ n: 1 }, { n: 2 }, { n: 3 }];
    assert.deepEqual(
      sorted(given, () => "x", true),
      given,
    );
    assert.notEqual(
      sorted(given, () => "x", true),
      given,
    );
  });
});

describe("the sentence over a table", () => {
  const all = { all: 4, matching: 4, shown: 4, unit: "informasi", order: null };
  for (const [said, change] of /** @type {[string, Partial<Parameters<typeof sentence>[0]>][]} */ ([
    ["Semua 4 informasi tampil.", {}],
    ["1 dari 4 informasi tampil.", { matching: 1, shown: 1 }],
    ["Tidak ada yang cocok dari 4 informasi. Hapus sebagian kata atau pilih “Semua”.", { matching: 0, shown: 0 }],
    ["Semua 1.200 informasi cocok; 40 yang pertama tampil.", { all: 1200, matching: 1200, shown: 40 }],
    ["90 dari 1.200 informasi cocok; 40 yang pertama tampil.", { all: 1200, matching: 90, shown: 40 }],
    [
      "Semua 4 informasi tampil, diurutkan menurut Berakhir (naik).",
      { order: { title: "Berakhir", descending: false } },
    ],
    [
      "90 dari 1.200 informasi cocok; 40 yang pertama tampil, diurutkan menurut Kode (turun).",
      { all: 1200, matching: 90, shown: 40, order: { title: "Kode", descending: true } },
    ],
  ])) {
    test(said, () => assert.equal(sentence({ ...all, ...change }), said));
  }
});

test("numbers are written as in Indonesian", () => assert.equal(number(12345), "12.345"));
