/* The deadline calculator: works on the terms and holidays that the page prints. What was chosen stands in the
   address. */
import { element, part, parts, writeQuery } from "./halaman.js";
import { count, inWords, iso, knownYears } from "./tenggat-hitung.js";

/**
 * What a row says in the column of this heading.
 * @param {HTMLTableRowElement} row
 * @param {string} heading
 */
function textOf(row, heading) {
  const headings = [...(row.closest("table")?.tHead?.rows[0].cells ?? [])];
  const cell = row.cells[headings.findIndex((head) => head.textContent?.trim() === heading)];
  return cell.textContent ?? "";
}

/** @param {HTMLFormElement} form */
function calculator(form) {
  const event = part(form, "[name=peristiwa]", HTMLSelectElement);
  const date = part(form, "[name=tanggal]", HTMLInputElement);
  const output = part(document, "#hasil-isi", HTMLElement);
  const libur = new Map(
    parts(document, "[data-libur]", HTMLElement).map((row) => [
      row.dataset.libur ?? "",
      { nama: part(row, "span", HTMLElement).textContent ?? "", cuti: "cuti" in row.dataset },
    ]),
  );
  const years = knownYears(libur);
  date.min = `${years.first}-01-01`;
  date.max = `${years.last}-12-31`;

  /**
   * @param {HTMLTableRowElement} row
   * @param {number} start
   */
  function termOf(row, start) {
    const days = Number(row.dataset.hari);
    const { last, skipped } = count(start, days, libur);
    const time = element("time", { dateTime: iso(last) }, inWords(last));
    const holidays = skipped.map((one) => `${inWords(one.time)} (${one.nama})`).join("; ");
    const item = element(
      "li",
      {},
      element("strong", {}, textOf(row, "Langkah")),
      element(
        "p",
        {},
        `${textOf(row, "Siapa")}, ${days} hari kerja: paling lambat `,
        time,
        `. ${textOf(row, "Dasar")}.`,
      ),
      element(
        "p",
        {},
        holidays ? `Dilewati selain Sabtu dan Minggu: ${holidays}.` : "Hanya Sabtu dan Minggu yang dilewati.",
      ),
    );
    if (skipped.some((one) => one.cuti)) {
      const earlier = inWords(count(start, days, libur, { leaveIsWorked: true }).last);
      item.append(element("p", {}, `Bila cuti bersama dihitung sebagai hari kerja: ${earlier}.`));
    }
    if (new Date(last).getUTCFullYear() > years.last) {
      const beyond = `Tenggat ini melewati ${years.last}; hari libur sesudahnya belum diketahui.`;
      item.append(element("p", {}, beyond));
    }
    return item;
  }

  function answer() {
    const start = Date.parse(`${date.value}T00:00:00Z`);
    if (Number.isNaN(start)) return [element("p", {}, "Pilih tanggal peristiwanya.")];
    if (date.value < date.min || date.value > date.max) {
      const range = `Pilih tanggal dari ${years.first} sampai ${years.last}; hari libur di luar itu belum diketahui.`;
      return [element("p", {}, range)];
    }
    const rows = parts(document, `[data-peristiwa="${event.value}"]`, HTMLTableRowElement);
    return [
      element("p", {}, `${event.options[event.selectedIndex].text} pada ${inWords(start)}.`),
      element("ul", { className: "ppid-daftar" }, ...rows.map((row) => termOf(row, start))),
    ];
  }

  const query = new URLSearchParams(location.search);
  const [askedEvent, askedDate] = [query.get("peristiwa"), query.get("tanggal")];
  if (askedEvent && [...event.options].some(({ value }) => value === askedEvent)) event.value = askedEvent;
  if (askedDate && /^\d{4}-\d{2}-\d{2}$/.test(askedDate)) date.value = askedDate;
  const show = () => output.replaceChildren(...answer());
  form.addEventListener("input", () => {
    show();
    writeQuery(date.value ? { peristiwa: event.value, tanggal: date.value } : { peristiwa: "", tanggal: "" });
  });
  form.addEventListener("submit", (submitted) => submitted.preventDefault());
  show();
}

parts(document, "[data-ppid-tenggat]", HTMLFormElement).forEach(calculator);
