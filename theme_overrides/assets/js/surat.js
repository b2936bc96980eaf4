/* A request that can be sent as it stands. What it says follows UU 14/2008 Pasal 4 ayat (3) (its reason) and Pasal 22
   ayat (2) (name, address, subject, form, way of delivery). No DOM in here. */

/**
 * @param {string} to the OPD that most probably holds the answer, or the body
 * @param {string} about
 */
export const requestLetter = (to, about) => `Kepada PPID ${to}

Dengan hormat,

Berdasarkan Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik, saya meminta informasi tentang: ${about}

Alasan permintaan: …
Nama: …
Alamat: …
Bentuk informasi: berkas digital
Cara penyampaian: surel ke …

Terima kasih.`;

/**
 * The address of a mail that says this; mail wants its lines to end with CR and LF.
 * @param {string} to
 * @param {string} subject
 * @param {string} text
 */
export function mailAddress(to, subject, text) {
  const fields = { subject, body: text.replaceAll("\n", "\r\n") };
  const query = Object.entries(fields).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `mailto:${to}?${query.join("&")}`;
}
