/* Python in the browser with the desk of the intake (ppid.handing_in.desk): what it says is said there. Whoever opens
   it brings the files: a worker fetches them, a test reads them. */

/** What the engine must know of packages: none is fetched by it. */
const LOCK = {
  info: { abi_version: "2026_0", arch: "wasm32", platform: "emscripten_5_0_3", python: "3.14.2", version: "314.0.7" },
  packages: {},
};

const BETWEEN = `
from ppid.handing_in.desk import ClerkDesk

def open_desk(parts, today):
    return ClerkDesk.with_references([part.to_bytes() for part in parts], today)

def know_round(desk, part):
    desk.know_round(part.to_bytes())

def look(desk, work, content):
    return desk.look(work, content.to_bytes())

def hand_in(desk, work, content):
    return desk.hand_in(work, content.to_bytes())

def corrected(desk, work, content):
    return desk.corrected(work, content.to_bytes())
`;

/**
 * @typedef {object} Work what is on the desk; the names are those of `ppid.handing_in.desk.Work`
 * @property {string} nama
 * @property {string} opd
 * @property {string} jenis
 * @property {number} tahun
 * @property {Record<string, string>} jawaban
 * @property {{ sheet: string, row: number, column: number, text: string }[]} suntingan
 */

/**
 * @typedef {object} Desk
 * @property {(references: Uint8Array[], today: string) => void} setUp hold lists against something else from now on
 * @property {(part: Uint8Array) => void} knowRound what assessors' worksheets are held against
 * @property {(work: Work, content: Uint8Array) => Uint8Array} look what is to be seen, as JSON; text would cross from Python sign by sign, at twenty times its size
 * @property {(work: Work, content: Uint8Array) => Uint8Array} handIn the file to hand in; empty where it is held back
 * @property {(work: Work, content: Uint8Array) => Uint8Array} corrected the list as a workbook
 * @property {() => number} memory bytes that Python holds
 */

/**
 * Work as Python can read it: half a sign, as names of files and pasted texts may hold it, is shown as unknown.
 * @param {Work} work
 */
export function asJson(work) {
  return JSON.stringify(work, (_, value) =>
    typeof value === "string" ? value.replace(/\p{Surrogate}/gu, "\ufffd") : value,
  );
}

/**
 * @param {string} base where the engine lies, with a slash at the end
 * @param {Uint8Array} program
 * @param {Uint8Array[]} references
 * @param {string} today TTTT-BB-HH
 * @returns {Promise<Desk>}
 */
export async function openDesk(base, program, references, today) {
  const { loadPyodide } = await import(`${base}pyodide.mjs`);
  const silent = () => {};
  const python = await loadPyodide({
    indexURL: base,
    packageBaseUrl: base,
    lockFileContents: LOCK,
    stdout: silent,
    stderr: silent,
  });
  python.unpackArchive(program, "zip");
  python.runPython(BETWEEN);
  const call = (/** @type {string} */ name) => python.globals.get(name);
  const [openOne, knowRound, look, handIn, corrected] = ["open_desk", "know_round", "look", "hand_in", "corrected"].map(
    call,
  );
  let desk = openOne(references, today);
  /**
   * @param {(desk: unknown, work: string, content: Uint8Array) => { toJs: () => Uint8Array, destroy: () => void }} make
   * @returns {(work: Work, content: Uint8Array) => Uint8Array}
   */
  const bytes = (make) => (work, content) => {
    const made = make(desk, asJson(work), content);
    const copied = made.toJs();
    made.destroy();
    return copied;
  };
  return {
    setUp: (others, day) => {
      desk.destroy();
      desk = openOne(others, day);
    },
    knowRound: (part) => knowRound(desk, part),
    look: bytes(look),
    handIn: bytes(handIn),
    corrected: bytes(corrected),
    memory: () => python._module.HEAP8.length,
  };
}
