/* Suggestions in a search box: a plain <datalist>, so that keys and screen readers work as the browser has it.
   Loaded by ppid.js when someone comes to the box. */
import { loadWords } from "./cari-mesin.js";

export async function offer(input) {
  if (input.list) return;
  const list = Object.assign(document.createElement("datalist"), { id: `${input.id}-saran` });
  input.after(list);
  input.setAttribute("list", list.id);
  const words = await loadWords();
  const show = () => {
    const options = words.suggestions(input.value).map((value) => Object.assign(document.createElement("option"), { value }));
    list.replaceChildren(...options);
  };
  input.addEventListener("input", show);
  show();
}
