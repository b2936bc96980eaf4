/* What a person does at the desk of the checker; what it says is tested in Python. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  answered,
  begun,
  byCell,
  letter,
  mended,
  nextOf,
  receipt,
  whichList,
} from "../../theme_overrides/assets/js/periksa-pekerjaan.js";

const SPOT = { lembar: "DIK", baris: 4, kolom: 3, sebutan: "sel C4" };
const WORK = begun("daftar.xlsx", { opd: "dinkes", jenis: "dik", tahun: 2022 });

/**
 * @param {string} kunci
 * @param {boolean} wajib
 */
const asking = (kunci, wajib) => ({
  kunci,
  tentang: "",
  tertulis: "",
  tanya: "",
  pilihan: [],
  tempat: null,
  sekitar: [],
  jawaban: "",
  keterangan: false,
  wajib,
});

/** @param {import("../../theme_overrides/assets/js/periksa-pekerjaan.js").Spot | null} tempat */
const found = (tempat) => ({
  tingkat: "galat",
  kalimat: "",
  saran: "",
  contoh: "",
  aturan: "",
  tempat,
  tentang: "",
});

describe("steps leave what was before as it was", () => {
  test("an answer joins the others, and the last one counts", () => {
    const once = answered(WORK, { a: "1", b: "2" });
    assert.deepEqual(answered(once, { a: "3" }).jawaban, { a: "3", b: "2" });
    assert.deepEqual(once.jawaban, { a: "1", b: "2" });
    assert.deepEqual(WORK.jawaban, {});
  });

  test("a cell that is mended twice is mended once", () => {
    const other = { ...SPOT, kolom: 4 };
    const work = mended(mended(mended(WORK, SPOT, "satu"), other, "dua"), SPOT, "tiga");
    assert.deepEqual(
      work.suntingan.map(({ column, text }) => [column, text]),
      [
        [4, "dua"],
        [3, "tiga"],
      ],
    );
    assert.equal(WORK.suntingan.length, 0);
  });
});

describe("the question that comes next", () => {
  const questions = [asking("boleh", false), asking("satu", true), asking("dua", true)];

  test("only what must be answered is asked, in its order", () => {
    assert.equal(nextOf(questions, [])?.kunci, "satu");
    assert.equal(nextOf([questions[0]], []), undefined);
  });

  test("what was passed over comes again at the end", () => {
    assert.equal(nextOf(questions, ["satu"])?.kunci, "dua");
    assert.equal(nextOf(questions, ["satu", "dua"])?.kunci, "satu");
  });
});

test("findings are known by their cell, those without one by none", () => {
  const cells = byCell([found(SPOT), found({ ...SPOT }), found(null)]);
  assert.deepEqual(
    [...cells.values()].map((here) => here.length),
    [2],
  );
});

test("receipt and letter name the list, the result and the fingerprints", () => {
  const outcome = {
    jenis: "dik",
    nama_opd: "Dinas Contoh & Rekan",
    tahun: 2022,
    hasil: "Lulus: 2 baris, 0 galat, 0 peringatan",
    sidik: { csv: "ab12" },
    nama_hasil: "dik-2022-dinkes",
  };
  const text = receipt(
    /** @type {import("../../theme_overrides/assets/js/periksa-pekerjaan.js").Outcome} */ (
      /** @type {unknown} */ (outcome)
    ),
    "daftar.xlsx",
    "2022-06-01",
  );
  assert.match(text, /^DIK Dinas Contoh & Rekan 2022\nBerkas: daftar\.xlsx\nDiperiksa: 2022-06-01\nLulus: 2 baris/);
  assert.match(text, /Sidik isi daftar: ab12/);
  const address = letter(
    /** @type {import("../../theme_overrides/assets/js/periksa-pekerjaan.js").Outcome} */ (
      /** @type {unknown} */ (outcome)
    ),
    "ppid@contoh.example",
    text,
  );
  assert.ok(address.startsWith("mailto:ppid@contoh.example?subject=DIK%202022%20Dinas%20Contoh%20%26%20Rekan&body="));
  assert.ok(decodeURIComponent(address).includes("Lampirkan: dik-2022-dinkes.zip"));
});

describe("a file that does not state which list it is", () => {
  test("what its title says was filled in and is to be confirmed", () => {
    const said = whichList(["jenis", "tahun"], []);
    assert.equal(
      said,
      "Dari judul di berkasnya sudah diisikan di atas: jenis daftar dan tahun. Bila benar, tekan Periksa.",
    );
  });
  test("the rest is to be chosen", () => {
    const said = whichList([], ["opd", "jenis", "tahun"]);
    assert.match(said, /^Berkas ini tidak menyebut perangkat daerah, jenis daftar, dan tahun\. Pilih di atas\. Lalu/);
    assert.match(whichList(["tahun"], ["jenis"]), /diisikan di atas: tahun\. Berkas ini tidak menyebut jenis daftar\./);
  });
});
