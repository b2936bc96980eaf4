/* The checker: takes a file, has it looked at by the worker, and shows what comes back. Nothing is loaded before the
   button is pressed; the file goes to the worker only. */
import { element, part } from "./halaman.js";
import { drawnPaper, heading } from "./periksa-kertas.js";
import { button, facts, findings, mending, question, section, table, understood } from "./periksa-meja.js";
import { answered, begun, keyOf, letter, mended, receipt, whichList } from "./periksa-pekerjaan.js";
import { forget, keep, kept } from "./periksa-simpan.js";

/** @typedef {import("./periksa-mesin.js").Work} Work */
/** @typedef {import("./periksa-pekerjaan.js").Outcome} Outcome */

const OPENS_WITHIN = 180_000;
const ANSWERS_WITHIN = 120_000;
const NO_ENGINE =
  "Peramban ini tidak dapat menjalankan pemeriksanya. Pakai peramban yang lebih baru, atau serahkan berkasnya dan baca jawabannya.";
const TOO_LONG =
  "Pemeriksanya tidak menjawab pada waktunya, jadi dihentikan. Coba sekali lagi; bila tetap demikian, serahkan berkasnya dan baca jawabannya.";
const NO_ROUND =
  "Situs ini belum memuat penilaian kelengkapan, sehingga kertas kerja dan lembar sanggahan belum dapat diperiksa di sini. Serahkan seperti biasa: isinya diperiksa oleh yang menerimanya.";
const BROKEN =
  "Pemeriksanya berhenti di tengah jalan. Periksa apakah berkasnya dapat dibuka dengan Excel, lalu coba sekali lagi, atau serahkan berkasnya dan baca jawabannya.";

const UNREADABLE =
  "Berkas itu tidak dapat dibaca: mungkin sudah berubah, dipindahkan, atau terlalu besar. Simpan dahulu di komputer ini, lalu pilih lagi.";

const FOLDER = "Yang diseret sebuah folder. Buka folder itu, lalu seret satu berkas daftarnya.";
const SEVERAL =
  "Yang diseret lebih dari satu berkas. Seret satu saja: setiap daftar diperiksa dan diserahkan sendiri-sendiri.";
const NO_FILE =
  "Yang diseret bukan berkas. Pilih berkasnya, atau salin tabelnya lalu tempel di kotak “Tempel tabel, tanpa berkas”.";

class StoppedError extends Error {}

/** A worker with a desk; ending it ends whatever it does. */
class Helper {
  /**
   * @param {string} address
   * @param {(bytes: number) => void} progress
   */
  constructor(address, progress) {
    this.worker = new Worker(address, { type: "module" });
    this.count = 0;
    this.memory = 0;
    /** @type {Map<number, { resolve: (result: unknown) => void, reject: (reason: Error) => void }>} */
    this.waiting = new Map();
    this.worker.addEventListener("message", ({ data }) => {
      if ("received" in data) return progress(data.received);
      const asked = this.waiting.get(data.id);
      this.waiting.delete(data.id);
      this.memory = data.memory ?? this.memory;
      if ("error" in data) asked?.reject(new Error(data.error));
      else asked?.resolve(data.result);
    });
    this.worker.addEventListener("error", () => this.end(new Error(BROKEN)));
  }

  /**
   * @param {Record<string, unknown>} message
   * @param {number} within
   * @returns {Promise<unknown>}
   */
  ask(message, within) {
    const id = ++this.count;
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => this.end(new Error(TOO_LONG)), within);
      const settle = (/** @type {(value: any) => void} */ act) => (/** @type {any} */ value) => {
        clearTimeout(late);
        act(value);
      };
      this.waiting.set(id, { resolve: settle(resolve), reject: settle(reject) });
      this.worker.postMessage({ ...message, id });
    });
  }

  /** @param {Error} reason */
  end(reason) {
    this.worker.terminate();
    for (const { reject } of this.waiting.values()) reject(reason);
    this.waiting.clear();
  }
}

/** @param {HTMLFormElement} form */
function checker(form) {
  const opd = part(form, "[name=opd]", HTMLSelectElement);
  const jenis = part(form, "[name=jenis]", HTMLSelectElement);
  const tahun = part(form, "[name=tahun]", HTMLInputElement);
  const berkas = part(form, "[name=berkas]", HTMLInputElement);
  const tempel = part(form, "[name=tempel]", HTMLTextAreaElement);
  const stop = part(form, "[data-batal]", HTMLButtonElement);
  const told = part(document, "[data-kabar]", HTMLElement);
  const room = part(document, "[data-hasil]", HTMLElement);
  const page = location.pathname;
  /** @type {Helper | undefined} */
  let helper;
  let opened = "";
  let content = new Uint8Array();
  /** @type {Work[]} */
  let steps = [];
  /** @type {string[]} */
  let passed = [];
  /** The cell of the table that was mended just now. @type {import("./periksa-pekerjaan.js").Spot | undefined} */
  let place;

  /** @param {string} words */
  const say = (words) => told.replaceChildren(words ? element("p", {}, words) : "");
  const absolute = (/** @type {string} */ address) => new URL(address, location.href).href;

  const today = () => {
    const now = new Date();
    const two = (/** @type {number} */ value) => String(value).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  };

  /**
   * A desk that knows an OPD; without one it knows what is common and finds out from the file.
   * @param {string} of
   */
  async function openFor(of) {
    if (helper && opened === of) return helper;
    const chosen = [...opd.options].find((one) => one.value === of);
    const references = [form.dataset.acuan ?? "", ...(chosen?.dataset.acuan ? [chosen.dataset.acuan] : [])];
    const begunAt = performance.now();
    helper ??= new Helper(absolute(form.dataset.kerja ?? ""), (bytes) =>
      say(`Menyiapkan pemeriksa: ${(bytes / 1e6).toFixed(1).replace(".", ",")} MB diambil …`),
    );
    await helper.ask(
      {
        what: "open",
        engine: absolute(form.dataset.mesin ?? ""),
        references: references.map(absolute),
        today: today(),
      },
      OPENS_WITHIN,
    );
    opened = of;
    form.dataset.siap = String(Math.round(performance.now() - begunAt));
    return helper;
  }

  /**
   * @param {string} what
   * @param {Work} work
   */
  async function asked(what, work) {
    const ready = await openFor(work.opd);
    return ready.ask({ what, work, content }, ANSWERS_WITHIN);
  }

  async function look() {
    const work = steps[steps.length - 1];
    if (!work) return;
    if (typeof WebAssembly === "undefined" || typeof DecompressionStream === "undefined") return say(NO_ENGINE);
    stop.hidden = false;
    say(helper ? "Memeriksa …" : "Menyiapkan pemeriksa …");
    const begunAt = performance.now();
    try {
      const seen = /** @type {Uint8Array<ArrayBuffer>} */ (await asked("look", work));
      const outcome = /** @type {Outcome} */ (JSON.parse(new TextDecoder().decode(seen)));
      if (work !== current()) return; // something else lies on the desk meanwhile
      if (!work.opd && outcome.opd && [...opd.options].some((one) => one.value === outcome.opd)) {
        /* The file says whose it is: look again with what only that OPD needs. */
        steps[steps.length - 1] = { ...work, opd: outcome.opd };
        return await look();
      }
      if (outcome.kurang.includes("putaran")) {
        /* A worksheet or objections: look again with what only those are held against. */
        const address = form.dataset.putaran;
        if (!address) return say(NO_ROUND);
        await helper?.ask({ what: "round", address: absolute(address) }, OPENS_WITHIN);
        return await look();
      }
      form.dataset.lama = String(Math.round(performance.now() - begunAt));
      form.dataset.memori = String(helper?.memory ?? 0);
      show(outcome);
    } catch (error) {
      failed(error);
    } finally {
      if (!current() || work === current()) stop.hidden = true;
    }
  }

  /** @param {unknown} error */
  function failed(error) {
    helper?.end(new StoppedError());
    helper = undefined;
    if (error instanceof StoppedError) return;
    const known = error instanceof Error && [TOO_LONG, BROKEN].includes(error.message);
    const words = navigator.onLine
      ? BROKEN
      : "Pemeriksanya belum terambil dan internet terputus. Sambungkan, lalu coba lagi.";
    say(known ? error.message : words);
  }

  /** @param {Work} work */
  function step(work) {
    steps.push(work);
    return look();
  }

  /** @param {Outcome} outcome */
  function show(outcome) {
    if (outcome.ditolak) {
      room.replaceChildren();
      return say(`${outcome.ditolak} ${outcome.saran}`);
    }
    if (outcome.kertas) {
      room.replaceChildren(...drawnPaper(outcome.kertas));
      say(heading(outcome.kertas));
      return focus();
    }
    if (outcome.kurang.length) {
      room.replaceChildren();
      const fields = { opd, jenis, tahun };
      const lacking = /** @type {("opd" | "jenis" | "tahun")[]} */ (outcome.kurang);
      const offered = lacking.filter((one) => outcome[one]);
      for (const one of offered) fields[one].value = String(outcome[one]);
      const open = lacking.find((one) => !fields[one].value) ?? lacking[0];
      fields[open].focus();
      const left = lacking.filter((one) => !offered.includes(one));
      return say(whichList(offered, left));
    }
    if (!outcome.pribadi.length && !personal(outcome)) keep(page, { content, steps });
    else forget(page);
    const acts = {
      answer: (/** @type {Record<string, string>} */ answers) => step(answered(current(), answers)),
      pass: (/** @type {string} */ key) => {
        passed = [...passed.filter((one) => one !== key), key];
        show(outcome);
        focus();
      },
      mend: (
        /** @type {import("./periksa-pekerjaan.js").Spot} */ spot,
        /** @type {string} */ text,
        /** @type {boolean | undefined} */ inTable,
      ) => {
        place = inTable ? spot : undefined;
        return step(mended(current(), spot, text));
      },
    };
    const drawn = [
      privacy(outcome),
      question(outcome, passed, acts) ?? mending(outcome, acts),
      ending(outcome),
      facts(outcome, acts),
      findings(outcome),
      table(outcome, acts, place),
      understood(outcome),
      tools(),
    ];
    room.replaceChildren(...drawn.flatMap((one) => (one ? [one] : [])));
    say(
      `${outcome.jenis.toUpperCase()} ${outcome.tahun}, ${outcome.nama_opd}. ${outcome.keadaan}${outcome.hasil ? ` ${outcome.hasil}.` : ""}`,
    );
    focus();
  }

  /** Bring the reader back to the cell that was mended in the table, or else to what comes next. */
  function focus() {
    const key = place && keyOf(place);
    place = undefined;
    const cell = [...room.querySelectorAll("[data-sel]")].find(
      (one) => one instanceof HTMLElement && one.dataset.sel === key,
    );
    if (cell instanceof HTMLElement) return cell.focus();
    const next = room.querySelector("h2");
    if (!(next instanceof HTMLElement)) return;
    next.tabIndex = -1;
    told.scrollIntoView(); // what is known so far, and the whole question below it
    next.focus({ preventScroll: true });
  }

  const current = () => steps[steps.length - 1];

  /** @param {Outcome} outcome */
  const personal = (outcome) => outcome.temuan.some((one) => one.tingkat === "galat" && one.aturan.startsWith("PRI-"));

  /** @param {Outcome} outcome */
  function privacy(outcome) {
    if (!outcome.pribadi.length) return undefined;
    return section(
      "Ada data pribadi di berkas ini",
      "pribadi",
      ...outcome.pribadi.map((one) => element("p", { className: "ppid-pesan ppid-pesan--belum" }, one)),
      element(
        "p",
        {},
        "Hapus dari berkas aslinya, simpan, lalu periksa berkas itu sekali lagi. Sebelum itu tidak ada yang disimpan, dan berkasnya belum dapat diserahkan.",
      ),
    );
  }

  /** @param {Outcome} outcome */
  function ending(outcome) {
    if (!outcome.hasil) return undefined;
    const made = section("Hasil pemeriksaan", "hasil", element("p", {}, element("strong", {}, `${outcome.hasil}.`)));
    const paper = receipt(outcome, current().nama, today());
    const line = element("p", { className: "ppid-baris" });
    if (outcome.dapat_diserahkan) {
      line.append(
        button("Unduh berkas serahan", () => download("handIn", `${outcome.nama_hasil}.zip`)),
        " ",
        button(
          "Unduh buku kerja yang sudah benar",
          () => download("corrected", `${outcome.nama_hasil}.xlsx`),
          "ppid-tombol ppid-tombol--sepi",
        ),
      );
    }
    made.append(line, element("pre", { className: "ppid-periksa__tanda-terima" }, paper));
    const { surel, kepada } = form.dataset;
    const form_ = [...opd.options].find((one) => one.value === outcome.opd)?.dataset.serahkan;
    const ways = element("ul");
    if (form_)
      ways.append(
        element(
          "li",
          {},
          element("a", { href: form_ }, "Buka halaman serahkan daftar"),
          ", lalu lampirkan berkas serahan itu.",
        ),
      );
    if (surel)
      ways.append(
        element(
          "li",
          {},
          element("a", { href: letter(outcome, surel, paper) }, `Tulis surel kepada ${kepada}`),
          ", lalu lampirkan berkas serahan itu.",
        ),
      );
    ways.append(element("li", {}, `Atau bawa berkas serahan itu di diska USB kepada ${kepada}.`));
    if (outcome.dapat_diserahkan) made.append(element("p", {}, "Cara menyerahkannya, pilih salah satu:"), ways);
    return made;
  }

  function tools() {
    const line = element("p", { className: "ppid-baris" });
    if (steps.length > 1) {
      const undo = () => {
        steps.pop();
        return look();
      };
      line.append(button("Urungkan langkah terakhir", undo, "ppid-tombol ppid-tombol--sepi"), " ");
    }
    const drop = async () => {
      await forget(page);
      steps = [];
      content = new Uint8Array();
      room.replaceChildren();
      berkas.value = tempel.value = "";
      say("Pekerjaan dihapus dari peramban ini.");
    };
    line.append(button("Hapus pekerjaan ini dari peramban", drop, "ppid-tombol ppid-tombol--sepi"));
    return section("Pekerjaan ini", "pekerjaan", line);
  }

  /**
   * @param {string} what
   * @param {string} name
   */
  async function download(what, name) {
    /** @type {Uint8Array<ArrayBuffer>} */
    let made;
    try {
      made = /** @type {Uint8Array<ArrayBuffer>} */ (await asked(what, current()));
    } catch (error) {
      return failed(error);
    }
    if (!made.length) return say("Berkasnya belum dapat dibuat; perbaiki dahulu yang disebut di bawah.");
    const address = URL.createObjectURL(new Blob([made], { type: "application/octet-stream" }));
    element("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const list = { opd: opd.value, jenis: jenis.value, tahun: jenis.value ? Number(tahun.value) : 0 };
    const file = berkas.files?.[0];
    if (!file && !tempel.value.trim() && !current()) {
      berkas.focus();
      return say("Pilih dahulu berkasnya, atau tempel tabelnya.");
    }
    passed = [];
    room.replaceChildren();
    if (file) {
      steps = [];
      if (file.size > Number(form.dataset.terbesar))
        return say(`Berkas ini ${Math.round(file.size / 1e6)} MB; ${form.dataset.terlaluBesar}`);
      say("Membaca berkas …");
      try {
        content = new Uint8Array(await file.arrayBuffer());
      } catch {
        return say(UNREADABLE);
      }
      steps = [begun(file.name, list)];
    } else if (tempel.value.trim()) {
      content = new TextEncoder().encode(tempel.value);
      steps = [begun("tempelan.csv", list)];
    } else {
      steps.push({ ...current(), ...list });
    }
    await look();
  });

  stop.addEventListener("click", () => {
    helper?.end(new StoppedError());
    helper = undefined;
    say("Dibatalkan.");
  });

  /* A file may be dropped anywhere: beside the form a browser would leave the page to show it. */
  const taken = (/** @type {DragEvent} */ event) =>
    event.dataTransfer?.types.includes("Files") ||
    (event.target instanceof Node && form.contains(event.target) && event.target !== tempel);
  document.addEventListener("dragover", (event) => taken(event) && event.preventDefault());
  document.addEventListener("drop", (event) => {
    if (!event.dataTransfer || !taken(event)) return;
    event.preventDefault();
    const { files, items } = event.dataTransfer;
    if ([...items].some((one) => one.webkitGetAsEntry()?.isDirectory)) return say(FOLDER);
    if (files.length !== 1) return say(files.length ? SEVERAL : NO_FILE);
    berkas.files = files;
    form.requestSubmit();
  });

  kept(page).then((work) => {
    if (!work) return;
    const resume = () => {
      ({ content, steps } = work);
      return look();
    };
    room.replaceChildren(
      section(
        "Pekerjaan yang belum selesai",
        "belum-selesai",
        element("p", {}, `Di peramban ini masih tersimpan ${work.steps[0].nama}.`),
        element(
          "p",
          { className: "ppid-baris" },
          button("Lanjutkan", resume),
          " ",
          button("Hapus", () => forget(page).then(() => room.replaceChildren()), "ppid-tombol ppid-tombol--sepi"),
        ),
      ),
    );
  });
}

for (const form of document.querySelectorAll("[data-ppid-periksa]")) {
  if (form instanceof HTMLFormElement) checker(form);
}
