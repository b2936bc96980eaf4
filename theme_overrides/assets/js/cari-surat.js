/* A request that can be sent as it stands, to the OPD that most probably holds the answer. What a request says follows
   UU 14/2008 Pasal 4 ayat (3) (its reason) and Pasal 22 ayat (2) (name, address, subject, form, way of delivery). */
const letter = document.querySelector("[data-surat]");
const text = letter.querySelector("textarea");
const likely = letter.querySelector("[data-mungkin]");
const copy = letter.querySelector("[data-salin]");
const mail = letter.querySelector("[data-kirim]");

const written = (to, about) => `Kepada PPID ${to}

Dengan hormat,

Berdasarkan Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik, saya meminta informasi tentang: ${about}

Alasan permintaan: …
Nama: …
Alamat: …
Bentuk informasi: berkas digital
Cara penyampaian: surel ke …

Terima kasih.`;

export function showLetter(about, opd) {
  const body = letter.dataset.badan;
  likely.hidden = !opd;
  likely.querySelector("strong").textContent = opd;
  text.value = written(opd || body, about);
  if (letter.dataset.surel) {
    const fields = { subject: `Permintaan informasi: ${about}`, body: text.value.replaceAll("\n", "\r\n") };
    mail.href = `mailto:${letter.dataset.surel}?${Object.entries(fields).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&")}`;
    mail.hidden = false;
  }
  copy.textContent = "Salin surat";
  letter.hidden = false;
}

export function hideLetter() {
  letter.hidden = true;
}

copy.addEventListener("click", async () => {
  text.select();
  try {
    await navigator.clipboard.writeText(text.value);
    copy.textContent = "Tersalin";
  } catch { /* it is marked now, and the reader copies it with the keys */ }
});
