/* The letter that the search offers. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { mailAddress, requestLetter } from "../../theme_overrides/assets/js/surat.js";

test("a request names whom it is sent to, what it is about, and leaves open what the law wants to know", () => {
  const text = requestLetter("Dinas Kesehatan", "rekam medis");
  assert.ok(text.startsWith("Kepada PPID Dinas Kesehatan\n"));
  assert.ok(text.includes("saya meminta informasi tentang: rekam medis\n"));
  for (const open of ["Alasan permintaan", "Nama", "Alamat", "Bentuk informasi", "Cara penyampaian"]) {
    assert.match(text, new RegExp(`^${open}: .+$`, "m"));
  }
});

test("the address of a mail keeps every sign of the letter", () => {
  const address = new URL(mailAddress("ppid@kota.example", "Tentang: a&b?", "satu\ndua & #3"));
  assert.equal(address.pathname, "ppid@kota.example");
  assert.equal(address.searchParams.get("subject"), "Tentang: a&b?");
  assert.equal(address.searchParams.get("body"), "satu\r\ndua & #3");
});
