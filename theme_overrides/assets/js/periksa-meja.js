/* What the checker shows: the question that waits, the facts of the list, what was found, the table, and the end. It
   only draws; what a person does goes to the one who draws. */
import { element } from "./halaman.js";
import { byCell, keyOf, nextOf } from "./periksa-pekerjaan.js";

/** @typedef {import("./periksa-pekerjaan.js").Outcome} Outcome */
/** @typedef {import("./periksa-pekerjaan.js").Asking} Asking */
/** @typedef {import("./periksa-pekerjaan.js").Found} Found */
/** @typedef {import("./periksa-pekerjaan.js").Spot} Spot */

/**
 * @typedef {object} Acts what a person can do
 * @property {(answers: Record<string, string>) => void} answer
 * @property {(key: string) => void} pass
 * @property {(spot: Spot, text: string, inTable?: boolean) => void} mend
 */

const AT_ONCE = 50;
const LONGEST = 200;
const STATES = { galat: "belum", peringatan: "sebagian", saran: "netral" };

/**
 * @param {string} title
 * @param {string} id
 * @param {...(Node | string)} children
 */
export function section(title, id, ...children) {
  const made = element("section", {}, element("h2", { id }, title), ...children);
  made.setAttribute("aria-labelledby", id);
  return made;
}

/**
 * @param {string} words
 * @param {() => void} act
 * @param {string} [name]
 */
export function button(words, act, name = "ppid-tombol") {
  const made = element("button", { type: "button", className: name }, words);
  made.addEventListener("click", act);
  return made;
}

/**
 * One question with the row around it; a button for each reading, and room for own words.
 * @param {Outcome} outcome
 * @param {string[]} passed
 * @param {Acts} acts
 */
export function question(outcome, passed, acts) {
  const asked = nextOf(outcome.pertanyaan, passed);
  if (!asked) return undefined;
  const count = outcome.pertanyaan.filter((one) => one.wajib).length;
  const around = element("dl", { className: "ppid-fakta" });
  for (const [title, text] of asked.sekitar) {
    const value = element("dd", {}, text);
    const isHere = text === asked.tertulis.replace(/\s+/g, " ").trim();
    if (isHere) value.replaceChildren(element("mark", {}, text));
    around.append(element("div", {}, element("dt", {}, title), " ", value));
  }
  const choices = element("p", { className: "ppid-baris" });
  for (const one of asked.pilihan) {
    choices.append(
      button(one.sebutan, () => acts.answer({ [asked.kunci]: one.jawaban }), "ppid-tombol ppid-tombol--sepi"),
    );
  }
  const own = element("input", { type: "text", id: "jawaban-sendiri", name: "jawaban", autocomplete: "off" });
  const form = element(
    "form",
    { className: "ppid-periksa__jawab" },
    element("label", { htmlFor: own.id }, asked.pilihan.length ? "Atau jawab dengan kata sendiri" : "Jawaban"),
    own,
    element(
      "p",
      { className: "ppid-baris" },
      element("button", { type: "submit", className: "ppid-tombol" }, "Jawab"),
      " ",
      button("Lewati dahulu", () => acts.pass(asked.kunci), "ppid-tombol ppid-tombol--sepi"),
    ),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (own.value.trim()) acts.answer({ [asked.kunci]: own.value.trim() });
    else own.focus();
  });
  const made = section(
    count === 1 ? "Satu pertanyaan" : `${count} pertanyaan lagi`,
    "pertanyaan",
    element("p", { className: "ppid-redup" }, asked.tentang),
    element("p", {}, asked.tertulis ? `Tertulis “${asked.tertulis}”. ${asked.tanya}` : asked.tanya),
    around,
    choices,
    form,
  );
  made.classList.add("ppid-periksa__tanya");
  return made;
}

/**
 * One cell that holds the list back, with its row around it; it is mended here as well as in the table.
 * @param {Outcome} outcome
 * @param {Acts} acts
 */
export function mending(outcome, acts) {
  const shown = cellsOf(outcome);
  const wrong = outcome.temuan.filter((one) => one.tingkat === "galat" && one.tempat && shown.has(keyOf(one.tempat)));
  const spot = wrong[0]?.tempat;
  const found = spot && shown.get(keyOf(spot));
  if (!found) return undefined;
  const { row, cell, column } = found;
  const around = element("dl", { className: "ppid-fakta" });
  row.sel.forEach((one, at) => {
    if (at === column || !one.isi) return;
    around.append(
      element("div", {}, element("dt", {}, outcome.kolom[at].judul), " ", element("dd", {}, shortened(one.isi))),
    );
  });
  const field = element("textarea", { id: "perbaikan-isi", rows: 3, value: cell.tertulis || cell.isi });
  const form = element(
    "form",
    { className: "ppid-periksa__jawab" },
    element("label", { htmlFor: field.id }, outcome.kolom[column].judul),
    field,
    element("p", {}, element("button", { type: "submit", className: "ppid-tombol" }, "Simpan perbaikan")),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    acts.mend(spot, field.value);
  });
  const count = wrong.length;
  const made = section(
    count === 1 ? "Satu hal yang perlu diperbaiki" : `${count} hal yang perlu diperbaiki`,
    "perbaikan",
    ...wrong.filter((one) => one.tempat && keyOf(one.tempat) === keyOf(spot)).map(finding),
    around,
    form,
  );
  made.classList.add("ppid-periksa__tanya");
  return made;
}

/**
 * The cells of the table by their place: a long list has thousands of findings in thousands of cells.
 * @param {Outcome} outcome
 */
function cellsOf(outcome) {
  /** @type {Map<string, { row: Outcome["baris"][0], column: number, cell: Outcome["baris"][0]["sel"][0] }>} */
  const cells = new Map();
  for (const row of outcome.baris)
    row.sel.forEach((cell, column) => {
      if (cell.tempat && !cells.has(keyOf(cell.tempat))) cells.set(keyOf(cell.tempat), { row, column, cell });
    });
  return cells;
}

/**
 * @param {Spot | null} spot
 * @param {Spot} other
 */
const isAt = (spot, other) => spot !== null && keyOf(spot) === keyOf(other);

/** @param {string} text */
const shortened = (text) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/**
 * The facts of the list that are not known yet, as a short form; any may stay empty.
 * @param {Outcome} outcome
 * @param {Acts} acts
 */
export function facts(outcome, acts) {
  const known = outcome.keterangan.map(([label, text]) =>
    element("div", {}, element("dt", {}, label), " ", element("dd", {}, text)),
  );
  const open = outcome.pertanyaan.filter((one) => one.keterangan && !one.wajib && !one.jawaban);
  if (!known.length && !open.length) return undefined;
  const made = section("Keterangan daftar", "keterangan");
  if (known.length) made.append(element("dl", { className: "ppid-fakta" }, ...known));
  if (!open.length) return made;
  const form = element("form", { className: "ppid-periksa__jawab" });
  for (const one of open) {
    const id = `keterangan-${one.kunci.replace(/\W/g, "-")}`;
    form.append(
      element("label", { htmlFor: id }, one.tentang || one.kunci),
      element("input", { type: "text", id, name: one.kunci, autocomplete: "off" }),
      element("p", { className: "ppid-mini" }, one.tanya),
    );
  }
  form.append(element("p", {}, element("button", { type: "submit", className: "ppid-tombol" }, "Simpan keterangan")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    /** @type {Record<string, string>} */
    const answers = {};
    for (const [name, value] of new FormData(form)) if (String(value).trim()) answers[name] = String(value).trim();
    if (Object.keys(answers).length) acts.answer(answers);
  });
  made.append(element("p", {}, "Yang belum ada dibiarkan kosong; daftarnya tetap diterima."), form);
  return made;
}

/**
 * @param {Found} one
 */
function finding(one) {
  const state = STATES[/** @type {"galat"} */ (one.tingkat)] ?? "netral";
  const made = element(
    "div",
    { className: `ppid-pesan ppid-pesan--${state}` },
    element(
      "p",
      {},
      element("strong", {}, `${one.tingkat} ${one.aturan}`.trim()),
      one.tempat ? ` ${one.tempat.sebutan}` : "",
    ),
    element("p", {}, one.kalimat),
  );
  if (one.saran) made.append(element("p", {}, `Saran: ${one.saran}`));
  if (one.contoh) made.append(element("p", {}, `Misalnya: ${one.contoh}`));
  return made;
}

/**
 * What concerns the list as a whole, or a cell that the table does not show.
 * @param {Outcome} outcome
 */
export function findings(outcome) {
  const shown = cellsOf(outcome);
  const rest = outcome.temuan.filter((one) => !one.tempat || !shown.has(keyOf(one.tempat)));
  if (!rest.length) return undefined;
  return section("Tentang seluruh daftar", "temuan", ...rest.map(finding));
}

/**
 * The rows as they will stand; what was found stands in the cell, which can be mended there. They are shown down to
 * the cell that was mended there last.
 * @param {Outcome} outcome
 * @param {Acts} acts
 * @param {Spot} [mended]
 */
export function table(outcome, acts, mended) {
  if (!outcome.baris.length) return undefined;
  const cells = byCell(outcome.temuan);
  const caption = element("caption", { id: "tabel-daftar-judul" }, element("span", {}, "Daftar seperti yang terbaca"));
  const head = element("tr", {}, element("th", { scope: "col" }, "Baris"));
  for (const column of outcome.kolom) {
    const made = element("th", { scope: "col" }, column.judul);
    if (column.tertulis && column.tertulis !== column.judul)
      made.append(element("span", { className: "ppid-mini" }, ` dari “${column.tertulis}”`));
    head.append(made);
  }
  const body = element("tbody");
  const region = element(
    "div",
    { className: "ppid-tabel", tabIndex: 0 },
    element("table", {}, caption, element("thead", {}, head), body),
  );
  region.setAttribute("role", "region");
  region.setAttribute("aria-labelledby", caption.id);
  const more = element("p");
  let shown = 0;
  const show = () => {
    const until = Math.min(shown + AT_ONCE, outcome.baris.length);
    for (const row of outcome.baris.slice(shown, until)) {
      const line = element("tr", {}, element("th", { scope: "row" }, row.sebutan));
      row.sel.forEach((cell, at) => {
        line.append(drawn(cell, `${outcome.kolom[at].judul}, ${row.sebutan}`, cells, acts));
      });
      body.append(line);
    }
    shown = until;
    const left = outcome.baris.length - shown;
    more.replaceChildren(
      ...(left
        ? [
            button(
              `Tampilkan ${Math.min(left, AT_ONCE)} baris lagi dari ${left}`,
              show,
              "ppid-tombol ppid-tombol--sepi",
            ),
          ]
        : []),
    );
  };
  const last = mended ? outcome.baris.findIndex((row) => row.sel.some((cell) => isAt(cell.tempat, mended))) : 0;
  do show();
  while (shown <= last);
  return section(
    "Isi daftar",
    "isi-daftar",
    element("p", {}, "Tekan isi sebuah sel untuk mengubahnya. Berkas aslinya tidak berubah."),
    region,
    more,
  );
}

/**
 * @param {{ isi: string, tertulis: string, tempat: Spot | null }} cell
 * @param {string} name
 * @param {Map<string, Found[]>} cells
 * @param {Acts} acts
 */
function drawn(cell, name, cells, acts) {
  const made = element("td");
  const { tempat } = cell;
  if (!tempat) {
    made.append(cell.isi);
    return made;
  }
  const found = cells.get(keyOf(tempat)) ?? [];
  const text = cell.isi || cell.tertulis;
  const opener = button(text || "kosong", () => open(), "ppid-periksa__sel");
  opener.setAttribute("aria-label", `Ubah ${name}: ${text || "kosong"}`);
  opener.dataset.sel = keyOf(tempat);
  made.append(opener, ...found.map(finding));
  if (found.length) made.dataset.tingkat = found[0].tingkat;
  function open() {
    const field = element("textarea", { rows: 3, value: cell.tertulis || cell.isi });
    field.setAttribute("aria-label", name);
    const close = () => {
      form.replaceWith(opener);
      opener.focus();
    };
    const form = element(
      "form",
      { className: "ppid-periksa__jawab" },
      field,
      element(
        "p",
        { className: "ppid-baris" },
        element("button", { type: "submit", className: "ppid-tombol" }, "Simpan"),
        " ",
        button("Batal", close, "ppid-tombol ppid-tombol--sepi"),
      ),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (tempat) acts.mend(tempat, field.value, true);
    });
    form.addEventListener("keydown", (event) => {
      if (event.key === "Escape") close();
    });
    opener.replaceWith(form);
    field.focus();
  }
  return made;
}

/**
 * What was put right and what was left out, folded.
 * @param {Outcome} outcome
 */
export function understood(outcome) {
  const made = section("Yang dipahami dari berkasnya", "dipahami", element("p", {}, outcome.hitungan));
  if (outcome.perbaikan.length) {
    const items = outcome.perbaikan.map((one) =>
      element("li", {}, `${one.tempat.sebutan}: “${one.semula}” menjadi “${one.menjadi}” (${one.sebab})`),
    );
    made.append(folded(`Diperbaiki, karena hanya ada satu arti: ${items.length}`, element("ul", {}, ...items)));
  }
  if (outcome.disisihkan.length) {
    const items = outcome.disisihkan.map((one) =>
      element("li", {}, `${one.sebab}: ${one.jumlah} sel, misalnya ${one.misalnya.join(", ")}`),
    );
    made.append(folded("Tidak dipakai", element("ul", {}, ...items)));
  }
  return made;
}

/**
 * @param {string} words
 * @param {Node} content
 */
function folded(words, content) {
  return element("details", { className: "ppid-lipat" }, element("summary", {}, words), content);
}
