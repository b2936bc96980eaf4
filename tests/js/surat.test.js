/* The letter that the search offers. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { mailAddress, requestLetter } from "../../theme_overrides/assets/js/surat.js";

const LETTER = "Kepada Yth.\nPPID\n\nInformasi: [tulis]\nPerangkat daerah: [bila Anda tahu]\n\nNIK: [isi]\n";

test("a request takes in what was asked for and who may hold it, and nothing else changes", () => {
  const text = requestLetter(LETTER, "$& dan rekam medis", "Dinas Kesehatan");
  assert.equal(
    text,
    LETTER.replace("[tulis]", () => "$& dan rekam medis").replace("[bila Anda tahu]", "Dinas Kesehatan"),
  );
  assert.ok(requestLetter(LETTER, "x", "").includes("Perangkat daerah: [bila Anda tahu]\n"));
});

test("the address of a mail keeps every sign of the letter", () => {
  const address = new URL(mailAddress("ppid@kota.example", "Tentang: a&b?", "satu\ndua & #3"));
  assert.equal(address.pathname, "ppid@kota.example");
  assert.equal(address.searchParams.get("subject"), "Tentang: a&b?");
  assert.equal(address.searchParams.get("body"), "satu\r\ndua & #3");
});
