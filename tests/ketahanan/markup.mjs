// Validates every page below the folders named on the command line, and prints what is wrong as JSON lines.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const validator = new HtmlValidate(new StaticConfigLoader({ extends: ["html-validate:standard"] }));
let pages = 0;
for (const folder of process.argv.slice(2)) {
  for (const name of readdirSync(folder, { recursive: true })) {
    if (!name.endsWith(".html")) continue;
    pages += 1;
    const { results } = validator.validateStringSync(readFileSync(join(folder, name), "utf-8"), name);
    for (const { messages } of results) {
      for (const { ruleId, message, line } of messages) {
        console.log(JSON.stringify({ page: name, rule: ruleId, message, line }));
      }
    }
  }
}
console.log(JSON.stringify({ pages }));
