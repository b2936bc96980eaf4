/* What differs between two OPDs of a year. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { differences, FIGURES, figureOf, written } from "../../theme_overrides/assets/js/banding-hitung.js";

const OFFICE = {
  ...{ opd: "a", nama: "A", mulai: true, nilai: 50, kesegaran: null, terpenuhi: 1, belum: 1, perlu_dilihat: 0 },
  ...{ tercatat: 0, tidak_berlaku: 1, dokumen: 1, dip: 3, dik: null, dik_nihil: false, keadaan: "tbn", contoh: false },
};
const YEAR = {
  tahun: 2025,
  contoh: false,
  huruf: { t: "terpenuhi", b: "belum", n: "tidak-berlaku" },
  kewajiban: ["satu", "dua", "tiga"].map((kode) => ({ kode, kategori: "k", teks: kode })),
  opd: [OFFICE],
};

describe("two OPDs of a year", () => {
  test("duties that stand otherwise are named in the order of the law", () => {
    const { found, same } = differences(YEAR, OFFICE, { ...OFFICE, keadaan: "btn" });
    assert.deepEqual(
      found.map(({ duty, first, second }) => [duty.kode, first, second]),
      [
        ["satu", "terpenuhi", "belum"],
        ["dua", "belum", "terpenuhi"],
      ],
    );
    assert.equal(same, 1);
  });

  test("an OPD and itself differ in nothing", () => {
    assert.deepEqual(differences(YEAR, OFFICE, OFFICE), { found: [], same: 3 });
  });

  test("every figure is one that the table has", () => {
    for (const [, field] of FIGURES) assert.ok(field in OFFICE, field);
  });

  test("a list with nothing withheld is no list of nought rows", () => {
    const figure = FIGURES[9];
    assert.equal(figure[1], "dik");
    assert.equal(figureOf({ ...OFFICE, dik: 0, dik_nihil: true }, figure), "nihil");
    assert.equal(figureOf({ ...OFFICE, dik: 0 }, figure), "0");
    assert.equal(figureOf(OFFICE, figure), "–");
  });

  test("an OPD that has not begun is said to have not", () => {
    assert.equal(figureOf(OFFICE, FIGURES[0]), "50,0");
    assert.equal(figureOf({ ...OFFICE, mulai: false, nilai: null }, FIGURES[0]), "belum mulai");
    assert.equal(figureOf({ ...OFFICE, nilai: null }, FIGURES[0]), "–");
  });

  test("figures are written as in Indonesian, what is not there is no zero", () => {
    assert.equal(written(58, true), "58,0");
    assert.equal(written(12, false), "12");
    assert.equal(written(null, true), "–");
  });
});
