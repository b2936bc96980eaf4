/* The worker of the checker: Python runs here, so that the page never freezes and can end it. It fetches what the site
   offers and nothing else; the file comes from the page and goes nowhere. */
import { openDesk } from "./periksa-mesin.js";

/** @type {import("./periksa-mesin.js").Desk | undefined} */
let desk;
let received = 0;
const plain = self.fetch.bind(self);

/**
 * Fetch a file of the site, and tell the page how far it is.
 * @param {string} address
 * @param {RequestInit} [init]
 */
async function counted(address, init) {
  const response = await plain(address, init);
  if (!response.ok || !response.body) throw new Error(`${response.status} ${address}`);
  const counter = new TransformStream({
    transform(chunk, next) {
      received += chunk.byteLength;
      self.postMessage({ received });
      next.enqueue(chunk);
    },
  });
  return response.body.pipeThrough(counter);
}

/** @param {string} address */
async function unpacked(address) {
  return (await counted(`${address}.bin`)).pipeThrough(new DecompressionStream("gzip"));
}

/** The engine asks for its parts here; what is large lies compressed, whatever the server does. */
self.fetch = async (input, init) => {
  const address = input instanceof Request ? input.url : String(input);
  if (address.endsWith(".wasm"))
    return new Response(await unpacked(address), { headers: { "Content-Type": "application/wasm" } });
  return new Response(await (address.endsWith(".zip") ? unpacked(address) : counted(address, init)));
};

/** @param {string} address */
async function bytes(address) {
  return new Uint8Array(await (await self.fetch(address)).arrayBuffer());
}

/** What lists are held against, kept for when the internet is gone. @type {Map<string, Uint8Array>} */
const known = new Map();

/** @param {string} address */
async function reference(address) {
  const found = known.get(address) ?? (await bytes(address));
  known.set(address, found);
  return found;
}

/**
 * Start the engine; one that runs is only told what lists are held against now.
 * @param {{ engine: string, references: string[], today: string }} wanted
 */
async function open({ engine, references, today }) {
  const fetched = desk ? undefined : bytes(`${engine}ppid.zip`);
  const [program, parts] = await Promise.all([fetched, Promise.all(references.map(reference))]);
  if (desk) desk.setUp(parts, today);
  else if (program) desk = await openDesk(engine, program, parts, today);
}

/** @param {any} data */
async function answer(data) {
  const { id, what, work, content } = data;
  try {
    if (what === "open") await open(data);
    if (!desk) throw new Error("the desk is not open");
    if (what === "round") desk.knowRound(await bytes(data.address));
    if (["open", "round"].includes(what)) return self.postMessage({ id, memory: desk.memory() });
    const result = desk[/** @type {"look"} */ (what)](work, content);
    self.postMessage({ id, result, memory: desk.memory() }, { transfer: [result.buffer] });
  } catch (error) {
    self.postMessage({ id, error: String(error instanceof Error ? error.message : error) });
  }
}

/* One after the other: whoever asks while the engine starts does not start another. */
let last = Promise.resolve();
self.addEventListener("message", ({ data }) => {
  last = last.then(() => answer(data));
});
