/* Suggestions in a search box, as the combobox with a list of the ARIA Authoring Practices; ppid.js loads this when
   someone comes to the box. A <datalist> would be shorter, but Firefox on phones has none, and it stays small where
   the reader has made text large. */
import { loadWords } from "./cari-mesin.js";

class Suggestions {
  constructor(input, words) {
    this.input = input;
    this.words = words;
    this.list = document.createElement("ul");
    this.list.id = `${input.id}-saran`;
    this.list.className = "ppid-saran";
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", "Saran kata");
    input.type = "text"; /* a searchbox cannot be a combobox */
    const state = { role: "combobox", "aria-autocomplete": "list", "aria-controls": this.list.id };
    Object.entries(state).forEach(([name, value]) => input.setAttribute(name, value));
    input.parentElement.append(this.list);
    this.close();
    input.addEventListener("input", () => this.show());
    input.addEventListener("keydown", (event) => this.press(event));
    input.addEventListener("blur", () => this.close());
    input.form.addEventListener("submit", () => this.close());
    this.list.addEventListener("pointerdown", (event) => event.preventDefault()); /* the focus stays in the box */
    this.list.addEventListener("click", (event) => event.target.closest("li") && this.choose(event.target.closest("li")));
  }

  show() {
    const items = this.words.suggestions(this.input.value).map((text, i) => {
      const item = Object.assign(document.createElement("li"), { id: `${this.list.id}-${i}`, textContent: text });
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      return item;
    });
    this.list.replaceChildren(...items);
    this.open(items.length > 0 && document.activeElement === this.input);
  }

  open(isOpen) {
    this.active = -1;
    this.list.hidden = !isOpen;
    this.input.setAttribute("aria-expanded", String(isOpen));
    this.input.removeAttribute("aria-activedescendant");
  }

  close() {
    this.open(false);
  }

  /* One further than the last is the box itself: nothing is chosen there. */
  move(step) {
    const items = [...this.list.children];
    this.active = ((this.active + 1 + step + items.length + 1) % (items.length + 1)) - 1;
    items.forEach((item, i) => item.setAttribute("aria-selected", String(i === this.active)));
    if (this.active < 0) this.input.removeAttribute("aria-activedescendant");
    else this.input.setAttribute("aria-activedescendant", items[this.active].id);
    items[this.active]?.scrollIntoView({ block: "nearest" });
  }

  press(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (this.list.hidden && event.key === "ArrowDown") this.show();
    if (this.list.hidden || event.isComposing) return;
    if (step) this.move(step);
    else if (event.key === "Escape") this.close();
    else if (event.key === "Enter" && this.active >= 0) this.choose(this.list.children[this.active]);
    else return;
    event.preventDefault();
  }

  choose(item) {
    this.input.value = item.textContent;
    this.close();
    this.input.form.requestSubmit();
  }
}

export async function offer(input) {
  if (input.dataset.saran) return;
  input.dataset.saran = "dimuat";
  const words = await loadWords();
  const typed = input.value !== input.defaultValue;
  const suggestions = new Suggestions(input, words);
  if (typed) suggestions.show();
}
