import assert from "node:assert/strict";
import test from "node:test";
import { asJson } from "../../theme_overrides/assets/js/periksa-mesin.js";

const work = { nama: "a.xlsx", opd: "", jenis: "", tahun: 0, jawaban: {}, suntingan: [] };

test("half a sign in a name, an answer or a cell keeps Python from nothing", () => {
  const told = asJson({
    ...work,
    nama: "\ud83d daftar 🗂.xlsx",
    jawaban: { bentuk: "cetak\udc00" },
    suntingan: [{ sheet: "A", row: 1, column: 2, text: "\\ud83d tetap" }],
  });
  const read = JSON.parse(told);
  assert.equal(read.nama, "\ufffd daftar 🗂.xlsx");
  assert.equal(read.jawaban.bentuk, "cetak\ufffd");
  assert.equal(read.suntingan[0].text, "\\ud83d tetap");
  assert.ok(!/\\ud[89a-f]/.test(told.replaceAll("\\\\", "")));
});
