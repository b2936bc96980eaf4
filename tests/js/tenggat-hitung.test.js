/* Counting working days. That browser and generator count alike is tested on 450 days in tests/browser. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { count, inWords, iso, knownYears } from "../../theme_overrides/assets/js/tenggat-hitung.js";

const LIBUR = new Map([
  ["2021-05-12", { nama: "Cuti Bersama", cuti: true }],
  ["2021-05-13", { nama: "Idul Fitri", cuti: false }],
  ["2021-05-15", { nama: "Libur pada hari Sabtu", cuti: false }],
  ["2022-01-03", { nama: "Libur lain", cuti: false }],
]);

/** @param {string} day */
const at = (day) => Date.parse(`${day}T00:00:00Z`);

describe("the last day of a term", () => {
  test("the day of the event is not counted, weekends are skipped", () => {
    assert.equal(iso(count(at("2021-06-04"), 1, LIBUR).last), "2021-06-07"); /* from a Friday */
    assert.equal(iso(count(at("2021-06-05"), 5, LIBUR).last), "2021-06-11"); /* from a Saturday */
  });

  test("holidays are skipped and named, but not those on a weekend", () => {
    const { last, skipped } = count(at("2021-05-11"), 2, LIBUR);
    assert.equal(iso(last), "2021-05-17");
    assert.deepEqual(
      skipped.map(({ nama }) => nama),
      ["Cuti Bersama", "Idul Fitri"],
    );
  });

  test("joint leave may count as worked", () => {
    assert.equal(iso(count(at("2021-05-11"), 2, LIBUR, { leaveIsWorked: true }).last), "2021-05-14");
  });

  test("a term of no days ends where it begins", () => {
    assert.deepEqual(count(at("2021-05-11"), 0, LIBUR), { last: at("2021-05-11"), skipped: [] });
  });

  test("beyond the years that are known only weekends are skipped", () => {
    assert.equal(iso(count(at("2022-12-30"), 10, LIBUR).last), "2023-01-13");
  });
});

test("a day in words", () => assert.equal(inWords(at("2021-12-31")), "Jumat, 31 Desember 2021"));

test("the years whose holidays are known", () => assert.deepEqual(knownYears(LIBUR), { first: 2021, last: 2022 }));
