/* Compiles archives of modules in the engine of the browser: node bytecode.mjs <folder of the engine> <archive>…
   Each is written back in its place. The seed of hashes is fixed: the same modules give the same bytes. */
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [, , engine, lock, ...archives] = process.argv;
const { loadPyodide } = await import(pathToFileURL(`${engine}/pyodide.mjs`).href);
const python = await loadPyodide({
  indexURL: `${engine}/`,
  lockFileContents: JSON.parse(lock),
  env: { PYTHONHASHSEED: "0" },
});
python.runPython(readFileSync(new URL("bytecode.py", import.meta.url), "utf-8"));
for (const archive of archives) {
  python.FS.writeFile("/archive.zip", readFileSync(archive));
  const made = python.runPython('with_bytecode(open("/archive.zip", "rb").read())');
  writeFileSync(archive, made.toJs());
  made.destroy();
}
